//! What the file of a phone system says of its users, and those that it makes.

mod newcomer;
mod said;

pub use newcomer::{Newcomer, Newcomers};
pub use said::{Columns, Details, Said};
pub(super) use said::{Differs, Last, is_disabled, list, slot, text};
