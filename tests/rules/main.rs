//! The rules of the model, asked through the one function that decides; each test names the feature it holds.

mod admins;
mod batches;
mod contacts;
mod memory;
mod places;
mod policy_table;
mod reach;
mod requests;
mod roles;
mod triage;
mod users;
mod world;
