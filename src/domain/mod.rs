//! Records, catalogue, engine, Commands and rules: pure code without SQL, terminal or clock.

pub mod boxes;
pub mod catalogue;
pub mod cell;
pub mod change;
pub mod command;
pub mod decide;
pub mod engine;
pub mod facts;
pub mod feed;
mod fields;
pub mod id;
pub mod norm;
pub mod overlay;
pub mod plan;
pub mod policy;
pub mod record;
pub mod refusal;
pub mod time;
pub mod told;
pub mod value;
pub mod why;
