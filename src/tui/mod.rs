//! The console.

pub mod action;
mod app;
pub mod canvas;
mod columns;
mod counter;
pub mod desk;
mod ends;
mod errand;
pub mod event;
mod gate;
mod idle;
pub mod layer;
pub mod overlay;
pub mod pane;
pub mod place;
mod run;
#[cfg(test)]
mod screens;
mod settling;
pub mod term;
#[cfg(test)]
mod testing;
pub mod theme;
pub mod widget;
mod work;

pub use ends::{Left, Options, RunError};
pub use run::run;
pub use term::key;
