//! Signing in: throttled in the store, counted before the hash, one answer for every failure (S-10 to S-15).

use zeroize::Zeroizing;

use super::console::Console;
use super::error::{Result, ServiceError, SignInFault};
use super::password;
use crate::domain::facts::{Facts, Get, Lookup};
use crate::domain::id::{AdminId, Kind};
use crate::domain::norm::password::check;
use crate::domain::norm::username_key;
use crate::domain::record::{Admin, Organisation, Site};
use crate::domain::refusal::{Arg, Code, Refusal};
use crate::domain::time::Time;
use crate::domain::value::Status;
use crate::store::house;
use crate::store::journal::EntryHead;

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
    /// Whether the password is a temporary one: all that is possible is to change it.
    pub must_change: bool,
}

/// How long the next try waits after so many failures, in milliseconds (S-13).
pub const fn wait_after(failures: i64) -> i64 {
    match failures {
        ..=0 => 0,
        1..=4 => 1_000,
        5..=9 => 30_000,
        10..=19 => 300_000,
        _ => 900_000,
    }
}

/// After so many failures between two successes nobody but the owner gets another try without an unlock (S-13).
const LOCKED_AT: i64 = 100;

impl Console {
    /// Signs in. A wait of at most `patience` milliseconds is waited for.
    ///
    /// # Errors
    /// Refused, to wait, void, or the store.
    pub fn sign_in(&mut self, username: &str, password: &str, patience: i64) -> Result<Welcome> {
        self.prove(username, password, patience, true)
    }

    /// Signs in for one command: a wait of at most a second is waited for (S-13), and the sign-in is journalled only with
    /// what the command changes (S-50).
    ///
    /// # Errors
    /// Refused, to wait, void, or the store.
    pub fn sign_in_headless(&mut self, username: &str, password: &str) -> Result<Welcome> {
        self.prove(username, password, 1_000, false)
    }

    fn prove(&mut self, username: &str, password: &str, patience: i64, written: bool) -> Result<Welcome> {
        self.wait_turn(username, patience)?;
        let attempt = self.count_attempt(username)?;
        let right = match &attempt {
            Some(attempt) => password::fits(password, &attempt.state.hash),
            None => {
                password::fits_nobody(password);
                false
            }
        };
        match attempt {
            Some(attempt) if right && attempt.enabled => self.welcome(attempt, written),
            attempt => Err(self.failed(attempt)),
        }
    }

    /// Lets the wait of earlier failures pass, if it is short enough.
    pub(super) fn wait_turn(&self, username: &str, patience: i64) -> Result<()> {
        let tables = self.reader.tables();
        let until = match find(&tables, username)? {
            Some(admin) => house::sign_in(tables, admin.id)?.map_or(Time(0), |s| s.next_try_at),
            None => house::unknown_sign_in(tables)?.1,
        };
        let wait = until.since(self.settings.clock.now());
        if wait <= 0 {
            return Ok(());
        }
        if wait > patience {
            return Err(ServiceError::SignIn(SignInFault::Wait(until)));
        }
        std::thread::sleep(std::time::Duration::from_millis(wait.unsigned_abs()));
        Ok(())
    }

    /// Counts the try as a failure before the hash is computed: a killed process wins nothing.
    pub(super) fn count_attempt(&mut self, username: &str) -> Result<Option<Attempt>> {
        let now = self.settings.clock.now();
        let house = self.writer()?.begin_housekeeping()?;
        let tables = house.tables();
        let admin = find(&tables, username)?;
        let state = admin.as_ref().map(|a| house::sign_in(tables, a.id)).transpose()?.flatten();
        let attempt = match (admin, state) {
            (Some(admin), Some(state)) => {
                let failures = state.failures + 1;
                let locked = failures > LOCKED_AT && !admin.is_owner();
                let wait = if locked { i64::MAX / 2 } else { wait_after(failures) };
                house.count_try(admin.id, failures, now.plus(wait), now)?;
                Some(Attempt { enabled: admin.status != Status::Disabled, admin, state })
            }
            _ => {
                let (failures, _) = house::unknown_sign_in(tables)?;
                house.count_unknown(failures + 1, now.plus(wait_after(failures + 1)), now)?;
                None
            }
        };
        house.commit()?;
        Ok(attempt)
    }

    /// Writes a failure down and gives the one answer to it; where that cannot be written, why.
    pub(super) fn failed(&mut self, attempt: Option<Attempt>) -> ServiceError {
        match self.write_failure(attempt) {
            Ok(()) => ServiceError::SignIn(SignInFault::Refused),
            Err(error) => error,
        }
    }

    fn write_failure(&mut self, attempt: Option<Attempt>) -> Result<()> {
        let now = self.settings.clock.now();
        let peer = self.settings.peer.clone();
        let house = self.writer()?.begin_housekeeping()?;
        // The first failures are written one by one, then only each tenth: no flood (S-14).
        let failures = attempt.as_ref().map_or(0, |a| a.state.failures + 1);
        if attempt.is_some() && (failures <= 5 || failures % 10 == 0) {
            let actor = attempt.map(|a| (a.admin.id, a.admin.username));
            house.record(EntryHead { actor, peer, ..EntryHead::new("sign_in", "sign_in.refused", now) })?;
        }
        house.commit().map_err(Into::into)
    }

    fn welcome(&mut self, attempt: Attempt, written: bool) -> Result<Welcome> {
        let Attempt { admin, state, .. } = attempt;
        let now = self.settings.clock.now();
        let welcome = Welcome {
            admin: admin.id,
            last_sign_in_at: state.last_at,
            failures: state.failures,
            seen_entry: state.seen_entry,
            recovered_at: self.recovered_since(&admin, state.last_at)?,
            must_change: state.temporary,
        };
        if state.temporary {
            // No failure, and no success before it is changed.
            let house = self.writer()?.begin_housekeeping()?;
            house.forgive(admin.id, state.failures)?;
            house.commit()?;
            if state.expires_at.is_some_and(|until| until < now) {
                return Err(ServiceError::SignIn(SignInFault::Expired));
            }
            self.newcomer = Some(admin.id);
            return Ok(welcome);
        }
        self.enter(&admin, now, written)?;
        Ok(welcome)
    }

    /// When the owner's password was last recovered, where that is news to them.
    fn recovered_since(&self, admin: &Admin, last: Option<Time>) -> Result<Option<Time>> {
        let at = if admin.is_owner() { self.reader.meta(house::RECOVERED)? } else { None };
        let at = at.and_then(|text| text.parse().ok()).map(Time);
        Ok(at.filter(|at| last.is_none_or(|last| *at >= last)))
    }

    /// Notes the success; the first one makes an invited administrator active, and is always journalled.
    fn enter(&mut self, admin: &Admin, now: Time, written: bool) -> Result<()> {
        let actor = Some((admin.id, admin.username.clone()));
        let head = EntryHead { actor, peer: self.settings.peer.clone(), ..EntryHead::new("sign_in", "done", now) };
        let first = admin.status == Status::Invited;
        if first {
            self.activate(admin, head.clone())?;
        }
        let house = self.writer()?.begin_housekeeping()?;
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

    /// Sets one's own password, with the current one; ends the state of a temporary one, and the other consoles of
    /// the same person, as any change of a password does (S-16). Says how many these were. A wrong current one is counted
    /// and throttled as at the door.
    ///
    /// # Errors
    /// The current one is wrong, to wait, the new one is refused and why, signed out, or the store.
    pub fn set_own_password(&mut self, current: &str, new: &str) -> Result<usize> {
        let id = self.admin.or(self.newcomer).ok_or(ServiceError::SignIn(SignInFault::SignedOut))?;
        let (admin, state) = self.reader.snapshot(|tables| -> Result<_> {
            let admin: Option<Admin> = tables.get(id.0)?;
            Ok((admin, house::sign_in(tables, id)?))
        })?;
        let (Some(admin), Some(state)) = (admin, state) else {
            return Err(ServiceError::SignIn(SignInFault::SignedOut));
        };
        if state.expires_at.is_some_and(|until| until < self.settings.clock.now()) {
            return Err(ServiceError::SignIn(SignInFault::Expired));
        }
        if self.admin.is_some() {
            self.prove_again(current)?;
        } else if !password::fits(current, &state.hash) {
            return Err(ServiceError::SignIn(SignInFault::Refused));
        }
        if password::fits(new, &state.hash) {
            return Err(Refusal::new(Code::PasswordSame).field("password").into());
        }
        self.check_password(new, &admin.username)?;
        let hash = password::hash(new)?;
        let now = self.settings.clock.now();
        let (peer, session) = (self.settings.peer.clone(), self.session.clone());
        let house = self.writer()?.begin_housekeeping()?;
        house.set_password(id, &hash, None, now)?;
        let ended = house.end_other_sessions(id, session.as_deref(), "password_changed", now)?;
        let actor = Some((id, admin.username.clone()));
        house.record(EntryHead { actor, peer, ..EntryHead::new("password", "done", now) })?;
        house.commit()?;
        if self.admin.is_none() || self.sign_in_unwritten {
            self.enter(&admin, now, true)?;
        } else {
            self.proved(id, now);
        }
        Ok(ended)
    }

    /// How short a password may be (S-11).
    ///
    /// # Errors
    /// The store.
    pub fn password_least(&self) -> Result<u32> {
        let organisation: Option<Organisation> = self.reader.tables().read(1)?;
        Ok(organisation.unwrap_or_default().password_min_length)
    }

    /// Checks a new password against S-11.
    ///
    /// # Errors
    /// What is wrong with it, or the store.
    pub fn check_password(&self, new: &str, username: &str) -> Result<Zeroizing<String>> {
        let (min, names) = self.reader.snapshot(|tables| -> Result<_> {
            let organisation: Organisation = tables.get(1)?.unwrap_or_default();
            let mut names = vec![username.to_owned(), organisation.name.clone()];
            for site in tables.all_sites()? {
                let site: Option<Site> = tables.get(site.0)?;
                names.extend(site.map(|s| s.name));
            }
            Ok((organisation.password_min_length, names))
        })?;
        check_new(new, min, &names)
    }

    /// Whether the password of the person signed in is that one, which proves it: to unlock the console (S-30).
    ///
    /// # Errors
    /// Signed out, or the store.
    pub fn is_own_password(&mut self, password: &str) -> Result<bool> {
        let id = self.admin.ok_or(ServiceError::SignIn(SignInFault::SignedOut))?;
        let state = house::sign_in(self.reader.tables(), id)?;
        let right = state.is_some_and(|s| password::fits(password, &s.hash));
        if right {
            self.proved(id, self.settings.clock.now());
        }
        Ok(right)
    }
}

/// Checks a new password against S-11, with the names that it must not be.
///
/// # Errors
/// What is wrong with it.
pub fn check_new(new: &str, min: u32, names: &[String]) -> Result<Zeroizing<String>> {
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let checked = check(new, usize::try_from(min).unwrap_or(15), &names);
    Ok(checked.map_err(|fault| Refusal::new(Code::Invalid).field("password").arg("why", Arg::Norm(fault)))?)
}

/// A try that was counted, before the password is looked at.
pub(super) struct Attempt {
    pub admin: Admin,
    pub state: house::SignIn,
    pub enabled: bool,
}

fn find(tables: &crate::store::Tables<'_>, username: &str) -> Result<Option<Admin>> {
    let found = tables.lookup(Kind::Admin, Lookup::Username, &username_key(username))?;
    Ok(found.first().map(|id| tables.read(*id)).transpose()?.flatten())
}
