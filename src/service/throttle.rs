//! The throttle of sign-ins: a try is counted in the store before its hash is computed (S-13), and every failure gets the
//! same answer after the same work (S-12).

use super::console::Console;
use super::error::{Result, ServiceError, SignInFault};
use super::password;
use crate::domain::facts::{Facts, Lookup};
use crate::domain::id::Kind;
use crate::domain::norm::username_key;
use crate::domain::record::Admin;
use crate::domain::time::Time;
use crate::domain::value::Status;
use crate::store::Tables;
use crate::store::house::{self, Name, SignIn, Tries};
use crate::store::journal::EntryHead;

/// How long the next try waits after so many failures, in milliseconds (S-13).
const fn wait_after(failures: i64) -> i64 {
    match failures {
        ..=0 => 0,
        1..=4 => 1_000,
        5..=9 => 30_000,
        10..=19 => 300_000,
        _ => 900_000,
    }
}

/// After so many failures between two successes nobody but the owner gets in without an unlock (S-13).
const LOCKED_AT: i64 = 100;

/// How long a wait is waited for before it is looked at again, in milliseconds.
const STEP: i64 = 100;

/// An administrator with how they sign in, as a try found them.
pub(super) struct Account {
    pub admin: Admin,
    pub state: SignIn,
}

/// A try that was counted, before the password is looked at.
pub(super) struct Attempt {
    name: Name,
    /// With this one.
    failures: i64,
    account: Option<Account>,
}

impl Attempt {
    /// Whether an account is closed to every password.
    fn is_locked(admin: &Admin, failures: i64) -> bool {
        failures >= LOCKED_AT && !admin.is_owner()
    }

    /// Whether the password opens an account; it takes the same time for every name.
    fn succeeds(&self, password: &str) -> bool {
        let Some(Account { admin, state }) = &self.account else {
            password::fits_nobody(password);
            return false;
        };
        let fits = password::fits(password, &state.hash);
        fits && admin.status != Status::Disabled && !Self::is_locked(admin, state.failures)
    }
}

impl Console {
    /// Tries a password. Waits of at most `patience` milliseconds altogether are waited for.
    ///
    /// # Errors
    /// Refused, to wait, or the store.
    pub(super) fn try_password(&mut self, username: &str, password: &str, mut patience: i64) -> Result<Account> {
        let attempt = loop {
            let until = match self.count_try(username)? {
                Ok(attempt) => break attempt,
                Err(until) => until,
            };
            let wait = until.since(self.settings.clock.now());
            if wait > patience {
                return Err(ServiceError::SignIn(SignInFault::Wait(until)));
            }
            // In small steps: who tried at the same time with the right password ends the wait for everybody.
            let step = wait.clamp(1, STEP);
            patience -= step;
            self.settings.clock.wait(step);
        };
        let right = attempt.succeeds(password);
        match attempt.account {
            Some(account) if right => Ok(account),
            account => {
                self.note_failure(attempt.name, attempt.failures, account)?;
                Err(ServiceError::SignIn(SignInFault::Refused))
            }
        }
    }

    /// Counts a try as a failure, or says until when none is looked at: a killed process wins nothing, nor do many at once.
    pub(super) fn count_try(&mut self, username: &str) -> Result<std::result::Result<Attempt, Time>> {
        let now = self.settings.clock.now();
        let key = username_key(username);
        let house = self.writer()?.begin_housekeeping()?;
        let account = account(house.tables(), &key)?;
        let name = match &account {
            Some(account) => Name::Known(account.admin.id),
            None => house.unknown_name(&key)?,
        };
        let Tries { failures, next_at } = house.tries(name)?;
        let longest = now.plus(wait_after(failures));
        // A clock that was put back makes no wait longer (S-49).
        let tries = match next_at {
            until if until > longest => Tries { failures, next_at: longest },
            until if until > now => return Ok(Err(until)),
            _ => Tries { failures: failures + 1, next_at: now.plus(wait_after(failures + 1)) },
        };
        house.count(name, tries)?;
        house.commit()?;
        if tries.failures == failures {
            return Ok(Err(longest));
        }
        Ok(Ok(Attempt { name, failures: tries.failures, account }))
    }

    /// Writes a failure down: the first ones one by one, then only each tenth (S-14), and the one that locks.
    fn note_failure(&mut self, name: Name, failures: i64, account: Option<Account>) -> Result<()> {
        let now = self.settings.clock.now();
        let peer = self.settings.peer.clone();
        let house = self.writer()?.begin_housekeeping()?;
        house.failed(name, now)?;
        if let Some(Account { admin, .. }) = account {
            let locks = failures == LOCKED_AT && Attempt::is_locked(&admin, failures);
            let head = EntryHead {
                actor: Some((admin.id, admin.username)),
                peer,
                ..EntryHead::new("sign_in", "sign_in.refused", now)
            };
            if failures <= 5 || failures % 10 == 0 {
                house.record(head.clone())?;
            }
            if locks {
                house.record(EntryHead { kind: "lock".to_owned(), result: "done".to_owned(), ..head })?;
            }
        }
        Ok(house.commit()?)
    }
}

/// The account of a folded name, if it can be signed in to at all.
fn account(tables: Tables<'_>, key: &str) -> Result<Option<Account>> {
    let found = tables.lookup(Kind::Admin, Lookup::Username, key)?;
    let admin: Option<Admin> = found.first().map(|id| tables.read(*id)).transpose()?.flatten();
    let Some(admin) = admin else { return Ok(None) };
    Ok(house::sign_in(tables, admin.id)?.map(|state| Account { admin, state }))
}
