//! Signing in: what a right password leads to, and what a person is told then (S-15).

use super::console::Console;
use super::error::{Result, ServiceError, SignInFault};
use super::throttle::Account;
use crate::domain::id::AdminId;
use crate::domain::record::Admin;
use crate::domain::time::Time;
use crate::domain::value::Status;
use crate::store::journal::EntryHead;
use crate::store::{Tables, house};

/// What a person is told after signing in (S-15).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Welcome {
    /// Who.
    pub admin: AdminId,
    /// The last success before this one.
    pub last_sign_in_at: Option<Time>,
    /// Failures since then.
    pub failures: i64,
    /// The newest entry that this person has seen.
    pub seen_entry: i64,
    /// When somebody on the machine itself recovered the account since the last success (S-19).
    pub recovered_at: Option<Time>,
    /// When the newest entry of the journal was written, where the clock was put back since (S-49).
    pub put_back_from: Option<Time>,
    /// Whether the password is a temporary one: all that is possible is to change it.
    pub must_change: bool,
}

/// How long a command waits for its turn, in milliseconds: others of the same account may be signing in at this moment.
const PATIENCE: i64 = 5_000;

impl Console {
    /// Signs in. A wait of at most `patience` milliseconds is waited for.
    ///
    /// # Errors
    /// Refused, to wait, void, or the store.
    pub fn sign_in(&mut self, username: &str, password: &str, patience: i64) -> Result<Welcome> {
        self.prove(username, password, patience, true)
    }

    /// Signs in for one command: a wait of a few seconds is waited for (S-13), and the sign-in is journalled only with
    /// what the command changes (S-50).
    ///
    /// # Errors
    /// Refused, to wait, void, or the store.
    pub fn sign_in_headless(&mut self, username: &str, password: &str) -> Result<Welcome> {
        self.prove(username, password, PATIENCE, false)
    }

    fn prove(&mut self, username: &str, password: &str, patience: i64, written: bool) -> Result<Welcome> {
        let account = self.try_password(username, password, patience)?;
        self.welcome(account, written)
    }

    /// Lets in whom a password was right for.
    fn welcome(&mut self, account: Account, written: bool) -> Result<Welcome> {
        let Account { admin, state } = account;
        let now = self.settings.clock.now();
        let welcome = Welcome {
            admin: admin.id,
            last_sign_in_at: state.last_at,
            failures: state.failures,
            seen_entry: state.seen_entry,
            recovered_at: self.recovered_since(&admin, state.last_at)?,
            put_back_from: self.note_clock(&admin, now)?,
            must_change: state.temporary,
        };
        if state.temporary {
            // No failure, and no success before it is changed.
            let house = self.writer()?.begin_housekeeping()?;
            still_open(house.tables(), admin.id, &state.hash)?;
            house.forgive(admin.id, state.failures)?;
            house.commit()?;
            if state.expires_at.is_some_and(|until| until < now) {
                return Err(ServiceError::SignIn(SignInFault::Expired));
            }
            self.newcomer = Some(admin.id);
            return Ok(welcome);
        }
        self.enter(&admin, &state.hash, now, written)?;
        Ok(welcome)
    }

    /// When the owner's password was last recovered, where that is news to them.
    fn recovered_since(&self, admin: &Admin, last: Option<Time>) -> Result<Option<Time>> {
        let at = if admin.is_owner() { self.reader.meta(house::RECOVERED)? } else { None };
        let at = at.and_then(|text| text.parse().ok()).map(Time);
        Ok(at.filter(|at| last.is_none_or(|last| *at >= last)))
    }

    /// Notes the success of a password; the first one makes an invited administrator active, and is always journalled.
    pub(super) fn enter(&mut self, admin: &Admin, hash: &str, now: Time, written: bool) -> Result<()> {
        let actor = Some((admin.id, admin.username.clone()));
        let head = EntryHead { actor, peer: self.settings.peer.clone(), ..EntryHead::new("sign_in", "done", now) };
        let first = admin.status == Status::Invited && self.activate(admin.id, hash, head.clone())?;
        let house = self.writer()?.begin_housekeeping()?;
        still_open(house.tables(), admin.id, hash)?;
        house.succeed(admin.id, now)?;
        if written && !first {
            house.record(head)?;
        }
        house.commit()?;
        (self.admin, self.newcomer) = (Some(admin.id), None);
        self.proved(admin.id, now);
        self.sign_in_unwritten = !written && !first;
        Ok(())
    }
}

/// An account, if it still is what a password was tried on: hashing takes its time, and meanwhile an administrator above
/// may have disabled it or given it another password (S-16).
pub(super) fn still_open(tables: Tables<'_>, id: AdminId, hash: &str) -> Result<Admin> {
    let admin: Option<Admin> = tables.read(id.0)?;
    let same = house::sign_in(tables, id)?.is_some_and(|state| state.hash == hash);
    let admin = admin.filter(|admin| same && admin.status != Status::Disabled);
    admin.ok_or(ServiceError::SignIn(SignInFault::Refused))
}

#[cfg(test)]
mod tests;
