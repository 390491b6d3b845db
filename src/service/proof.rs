//! That the password was typed, for what is sensitive (S-29).

use crate::domain::id::AdminId;
use crate::domain::time::Time;

/// How long a proof is good for, in milliseconds: five minutes.
pub const FRESH: i64 = 5 * 60_000;

/// That the person at the console typed the right password, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proof {
    admin: AdminId,
    at: Time,
}

impl Proof {
    /// That this person typed it now.
    pub(super) const fn new(admin: AdminId, at: Time) -> Self {
        Self { admin, at }
    }

    /// Whether it is one of that person, and not too old. A clock that was put back makes nothing fresh (S-49).
    pub(super) fn holds(self, admin: Option<AdminId>, now: Time) -> bool {
        Some(self.admin) == admin && (0..=FRESH).contains(&now.since(self.at))
    }
}
