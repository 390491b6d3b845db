//! One's own password: checked, changed, typed again.

use std::sync::Arc;

use zeroize::Zeroizing;

use super::console::{Console, actor_in};
use super::error::{Result, ServiceError, SignInFault};
use super::password;
use super::sign_in::still_open;
use crate::domain::facts::{Facts, Get};
use crate::domain::id::AdminId;
use crate::domain::norm::password::check;
use crate::domain::record::{Admin, Organisation, Site};
use crate::domain::refusal::{Arg, Code, Refusal};
use crate::store::house;
use crate::store::journal::EntryHead;

/// A new password that may be taken, with the one that it replaces, as hashes.
pub(super) struct Choice {
    admin: AdminId,
    current: String,
    new: String,
}

impl Console {
    /// Sets one's own password, with the current one; ends the state of a temporary one, and the other consoles of
    /// the same person, as any change of a password does (S-16). Says how many these were. A wrong current one is counted
    /// and throttled as at the door.
    ///
    /// # Errors
    /// The current one is wrong, to wait, the new one is refused and why, signed out, or the store.
    pub fn set_own_password(&mut self, current: &str, new: &str) -> Result<usize> {
        let choice = self.choose_password(current, new)?;
        self.take_choice(&choice)
    }

    /// Hashes what was chosen, which takes its time: nothing is held meanwhile.
    pub(super) fn choose_password(&mut self, current: &str, new: &str) -> Result<Choice> {
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
        Ok(Choice { admin: id, current: state.hash, new: password::hash(new)? })
    }

    /// Takes a new password in the place of the one that it was chosen with, and of no other.
    pub(super) fn take_choice(&mut self, choice: &Choice) -> Result<usize> {
        let now = self.settings.clock.now();
        let (peer, session) = (self.settings.peer.clone(), self.session.clone());
        let catalogue = Arc::clone(&self.settings.catalogue);
        let signed_in = self.admin;
        let house = self.writer()?.begin_housekeeping()?;
        if signed_in.is_some() {
            actor_in(house.tables(), &catalogue, signed_in, session.as_deref())?;
        }
        let admin = still_open(house.tables(), choice.admin, &choice.current)?;
        house.set_password(choice.admin, &choice.new, None, now)?;
        let ended = house.end_other_sessions(choice.admin, session.as_deref(), "password_changed", now)?;
        let actor = Some((choice.admin, admin.username.clone()));
        house.record(EntryHead { actor, peer, session, ..EntryHead::new("password", "done", now) })?;
        house.commit()?;
        if self.admin.is_none() || self.sign_in_unwritten {
            self.enter(&admin, &choice.new, now, true)?;
        } else {
            self.proved(choice.admin, now);
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
