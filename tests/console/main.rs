//! The console as people meet it: the real program in a terminal, keys in, screen out.

#![expect(clippy::unwrap_used, reason = "a helper that fails is a test that fails")]

#[path = "../support/mod.rs"]
mod support;

mod busy;
mod confined;
mod damaged;
mod demo;
mod endings;
mod idle;
mod keys;
mod locked;
mod own;
mod person;
mod picture;
mod screen;
mod setup;
mod site;
mod story;
mod triage;
mod two;
mod words;
