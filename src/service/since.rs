//! What a person is told after signing in: what has happened meanwhile, and who else is here.

use super::console::Console;
use super::error::Result;
use super::sign_in::Welcome;
use crate::domain::id::AdminId;
use crate::domain::record::Admin;
use crate::domain::time::Time;
use crate::domain::value::Level;
use crate::store::journal;

/// More than this is not counted.
const MANY: u64 = 1_000;

/// What happened since a person was last here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Since {
    /// When they signed in before.
    pub last_sign_in_at: Option<Time>,
    /// Failed tries since.
    pub failures: u64,
    /// Plans that others applied since, up to a thousand; none where the journal is not theirs to see.
    pub changes: Option<u64>,
    /// Who else has a console open, by user name; the owner sees everybody, everybody else their own.
    pub here: Vec<String>,
    /// When the store was last backed up, and whether that is for this person to see to: for the owner.
    pub backed_up_at: Option<Option<Time>>,
}

impl Console {
    /// Gathers what happened since the person was last here; call it once their session has begun.
    ///
    /// # Errors
    /// Signed out, or the store.
    pub fn since(&self, welcome: &Welcome) -> Result<Since> {
        let actor = self.actor()?;
        let sees = actor.all_sites() && actor.level("journal") >= Level::View;
        let tables = self.reader.tables();
        let changes = if sees {
            Some(journal::applied_by_others(tables, welcome.seen_entry, welcome.admin, MANY)?)
        } else {
            None
        };
        let mut here = Vec::new();
        for session in self.sessions()?.into_iter().filter(|session| Some(&session.id) != self.session.as_ref()) {
            here.extend(self.name_of_admin(session.admin)?);
        }
        Ok(Since {
            last_sign_in_at: welcome.last_sign_in_at,
            failures: u64::try_from(welcome.failures).unwrap_or(0),
            changes,
            here,
            backed_up_at: if actor.owner { Some(self.backed_up_at()?) } else { None },
        })
    }

    fn name_of_admin(&self, admin: AdminId) -> Result<Option<String>> {
        Ok(self.reader.tables().read::<Admin>(admin.0)?.map(|admin| admin.username))
    }
}
