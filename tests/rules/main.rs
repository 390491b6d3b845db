//! The rules of the model, asked through the one function that decides; each test names the feature it holds.

mod contacts;
mod memory;
mod places;
mod users;
mod world;
