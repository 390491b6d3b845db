//! Decides what is done about signing in: unlocking an administrator, ending a session.

use serde_json::Value;

use super::Deciding;
use crate::domain::change::Change;
use crate::domain::command::{EndSession, UnlockAdmin};
use crate::domain::facts::{Facts, Get};
use crate::domain::id::AdminId;
use crate::domain::plan::Deed;
use crate::domain::record::Admin;
use crate::domain::refusal::{Code, Decided, Refusal};

impl Deciding<'_> {
    /// S-13: forgives the failed tries of one below; nothing to do where there are none.
    pub(super) fn unlock_admin(&mut self, c: &UnlockAdmin) -> Decided<()> {
        let admin: Admin = self.resolve(&c.admin)?;
        if Some(admin.id) == self.cx.actor.id {
            return Err(Refusal::new(Code::NotOneself).into());
        }
        self.must_be_below(&admin)?;
        let failed_tries = self.world.failed_tries(admin.id)?;
        if failed_tries > 0 {
            self.do_once(Deed::Unlock { admin: admin.id, failed_tries });
        }
        Ok(())
    }

    /// S-31: the owner ends any session, everybody else their own; of those of others nothing is said.
    pub(super) fn end_session(&mut self, c: &EndSession) -> Decided<()> {
        let whose = self.world.session(&c.session)?;
        let Some(admin) = whose.filter(|id| self.cx.actor.owner || Some(*id) == self.cx.actor.id) else {
            return Err(Refusal::new(Code::SessionNotFound).field("session").text("name", &c.session).into());
        };
        self.do_once(Deed::EndSession { admin, session: c.session.clone() });
        Ok(())
    }

    fn do_once(&mut self, deed: Deed) {
        if !self.deeds.contains(&deed) {
            self.deeds.push(deed);
        }
    }

    /// What is done beside the records, for the plan and the journal: nothing to write, nothing to undo.
    pub(super) fn done_beside(&self) -> Decided<Vec<Change>> {
        let change = |id: AdminId, field: &str, before: Value, after: Value| -> Decided<Change> {
            let admin: Option<Admin> = self.world.get(id.0)?;
            Ok(Change {
                subject: id.subject(),
                name: admin.map(|a| a.username).unwrap_or_default(),
                field: field.to_owned(),
                before,
                after,
                cause: None,
                effect: true,
                reads: None,
            })
        };
        let deeds = self.deeds.iter().map(|deed| match deed {
            Deed::Unlock { admin, failed_tries } => change(*admin, "failed_tries", (*failed_tries).into(), 0.into()),
            Deed::EndSession { admin, session } => change(*admin, "session", session.as_str().into(), Value::Null),
        });
        deeds.collect()
    }
}
