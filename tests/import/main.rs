//! Imports through the door: what the files of other systems come to in a real store.

#![expect(clippy::unwrap_used, reason = "a helper that fails is a test that fails")]
#![expect(clippy::print_stdout, reason = "a test that is skipped says so")]

mod again;
mod contacts;
mod directory;
mod house;
mod memory;
mod moved;
mod numbers;
mod own;
mod reach;
mod refused;
mod rows;
mod samples;
mod secrets;
mod several;
mod stop;
mod tickets;
mod undo;
mod vanished;
