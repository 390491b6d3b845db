//! The engine: what an administrator holds, and the rules of the catalogue on what users and contacts hold.

mod authority;
mod ownership;
mod rules;
mod triage;

pub use authority::{Actor, Effective, MAX_DEPTH, Sites, actor_of, effective, is_below, own_value, visible};
pub use ownership::handed_over;
pub use rules::{check_contact, check_user, invariants_of_user, set_user_entry};
pub use triage::may_triage;
