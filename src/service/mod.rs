//! The door for every change, and what the two faces hold: [`Console`].

pub mod clock;
mod console;
pub mod demo;
mod door;
mod draft;
mod error;
pub mod import;
mod init;
mod lists;
mod password;
mod proof;
pub mod public;
mod session;
mod sign_in;
mod undo;
mod verify;
mod why;

pub use crate::store::house::Session;
pub use crate::store::journal::{Entry, Fault, Hash, Head, Verified};
pub use crate::store::{Interrupt, Opening, StoreError, view};
pub use console::{Console, Settings};
pub use door::{Answer, Receipt};
pub use draft::{Draft, Staged};
pub use error::{Result, ServiceError, SignInFault};
pub use init::{Founding, STANDARD_ROLES, found, is_unclaimed};
pub use lists::guards;
pub use proof::{FRESH, Proof};
pub use session::Closing;
pub use sign_in::{Welcome, wait_after};
pub use undo::Turn;
pub use why::Holder;
