//! The console.

pub mod action;
pub mod canvas;
pub use term::key;
pub mod layer;
pub mod place;
pub mod term;
#[cfg(test)]
mod testing;
pub mod theme;
pub mod widget;
