//! The door for every change, and what the two faces hold: [`Console`].

pub mod clock;
mod console;
mod door;
mod error;
mod password;
mod undo;

pub use console::{Console, Settings};
pub use door::{Answer, Receipt};
pub use error::{Result, ServiceError, SignInFault};
pub use undo::Turn;
