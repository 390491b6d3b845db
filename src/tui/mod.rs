//! The console.

pub mod term;
