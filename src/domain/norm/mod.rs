//! One way to fold, sort, compare and accept every text: forms, imports, tickets and sign-in call the same functions.
//!
//! * [`fold()`] makes what search compares, [`sort_key`] what lists are sorted by; both are stored, with
//!   [`COLLATION_VERSION`], because they follow the Unicode tables that are compiled in.
//! * `…_key` functions make what uniqueness compares; they never fail.
//! * `check_…` functions return the value to store, or a [`NormError`] that names the fault without a sentence.

pub mod chars;
mod error;
mod fold;
mod ident;
mod name;
pub mod password;
mod sort;

pub use error::NormError;
pub use fold::{case_fold, fold, nfc};
pub use ident::{check_code, check_email, check_extension, check_phone, check_username, email_key, username_key};
pub use name::{check_name, check_text};
pub use sort::{COLLATION_VERSION, Collation, sort_key};
