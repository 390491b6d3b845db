//! The rules of the model, asked through the one function that decides; each test names the feature it holds.

#![allow(clippy::unwrap_used, reason = "a helper that fails is a test that fails")]

mod admin_rows;
mod admins;
mod agreement;
mod apart;
mod batches;
mod catalogue;
mod contacts;
mod holds;
mod licences;
mod memory;
mod no_longer;
mod notes;
mod oneself;
mod places;
mod policy_table;
mod properties;
mod reach;
mod reference;
mod removal;
mod requests;
mod role_rows;
mod roles;
mod sequences;
mod sign_in;
mod tree;
mod triage;
mod turning;
mod undo;
mod user_rows;
mod users;
mod world;
