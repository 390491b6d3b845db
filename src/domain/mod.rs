//! Records, catalogue, engine, Commands and rules: pure code without SQL, terminal or clock.

pub mod norm;
