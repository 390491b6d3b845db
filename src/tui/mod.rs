//! The console.

pub mod action;
pub mod canvas;
mod counter;
pub mod desk;
pub use term::key;
pub mod layer;
pub mod overlay;
pub mod pane;
pub mod place;
pub mod term;
#[cfg(test)]
mod testing;
pub mod theme;
pub mod widget;
