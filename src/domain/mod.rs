//! Records, catalogue, engine, Commands and rules: pure code without SQL, terminal or clock.

pub mod catalogue;
pub mod id;
pub mod record;
pub mod time;
pub mod value;
