//! The command line, as the program that people and scripts run.

#![expect(clippy::unwrap_used, reason = "a helper that fails is a test that fails")]

mod access;
mod apart;
mod apply;
mod bypass;
mod care;
mod imports;
mod init;
mod journal;
mod passwords;
mod place;
mod reach;
mod records;
mod removal;
mod requests;
mod stores;
mod two;
