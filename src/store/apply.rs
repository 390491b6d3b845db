//! Applies a plan: writes every touched record, each only if it still has the version that was decided on.

use std::collections::BTreeSet;

use rusqlite::Connection;

use super::counts::Counts;
use super::error::{Result, StoreError};
use super::search;
use super::table::{Derived, Stamp, Stored, give_up_keys, insert_user, is_found_anew};
use super::writer::Change;
use crate::domain::engine::MAX_DEPTH;
use crate::domain::id::Subject;
use crate::domain::norm::email_key;
use crate::domain::overlay::{Slot, Touched};
use crate::domain::record::{Admin, User};

/// Users who are put in the order of names at once: what a filter may ask of them is held for that.
const PLACED_AT_ONCE: usize = 16_384;

/// Writes records within one change.
pub struct Applier<'a> {
    conn: &'a Connection,
    stamp: Stamp,
    counts: Counts,
    /// Users who have yet to be put into the search index.
    unplaced: Vec<i64>,
    /// The keys of e-mails that users gave up.
    given_up: BTreeSet<String>,
    stop: Option<&'a dyn Fn() -> bool>,
}

/// A record no longer has the version that was decided on.
#[derive(Debug)]
pub enum ApplyError {
    /// Which record.
    Moved(Subject),
    /// The store refused.
    Store(StoreError),
    /// It was asked to stop.
    Stopped,
}

impl From<StoreError> for ApplyError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl<'a> Applier<'a> {
    /// Begins to write under an entry.
    pub fn new(change: &'a Change<'_>, stamp: Stamp) -> Self {
        let (counts, unplaced, given_up) = (Counts::default(), Vec::new(), BTreeSet::new());
        Self { conn: change.connection(), stamp, counts, unplaced, given_up, stop: None }
    }

    /// Asks before each record whether to stop.
    #[must_use]
    pub fn watched(self, stop: Option<&'a dyn Fn() -> bool>) -> Self {
        Self { stop, ..self }
    }

    /// Writes all touched records: what others refer to comes first, and goes last.
    ///
    /// # Errors
    /// A record that moved, or what the store refuses.
    pub fn apply(&mut self, touched: &Touched) -> std::result::Result<(), ApplyError> {
        self.write_all(touched.organisation.values())?;
        self.write_all(touched.sites.values())?;
        self.write_all(touched.groups.values())?;
        self.write_all(touched.workspaces.values())?;
        self.write_all(touched.applications.values())?;
        self.write_all(touched.roles.values())?;
        self.write_admins(touched)?;
        for slot in touched.users.values() {
            if let Some(before) = &slot.before {
                give_up_keys(self.conn, before, slot.after.as_ref())?;
            }
        }
        for slot in touched.users.values() {
            self.count_user(slot);
            self.write(slot)?;
        }
        self.search_anew(touched.users.values())?;
        self.write_all(touched.contacts.values())?;
        self.write_all(touched.orders.values())?;
        self.write_all(touched.tickets.values())?;
        self.remove_all(touched.tickets.values())?;
        self.remove_all(touched.contacts.values())?;
        self.remove_all(touched.users.values())?;
        self.remove_admins(touched)?;
        self.remove_all(touched.roles.values())?;
        self.remove_all(touched.applications.values())?;
        self.remove_all(touched.workspaces.values())?;
        self.remove_all(touched.groups.values())?;
        self.remove_all(touched.sites.values())
    }

    /// New administrators are there before others move below them, and the old owner is no longer the root when the new
    /// one becomes it.
    fn write_admins(&mut self, touched: &Touched) -> std::result::Result<(), ApplyError> {
        let turn = |slot: &&Slot<Admin>| match (&slot.before, &slot.after) {
            (None, Some(_)) => (0, depth(touched, slot, |s| s.after.as_ref().filter(|_| s.before.is_none()))),
            (_, Some(admin)) if admin.is_owner() => (2, 0),
            _ => (1, 0),
        };
        let mut slots: Vec<_> = touched.admins.values().collect();
        slots.sort_by_key(turn);
        for slot in slots {
            self.count_admin(slot);
            self.write(slot)?;
        }
        Ok(())
    }

    /// Those at the bottom of the tree go first.
    fn remove_admins(&self, touched: &Touched) -> std::result::Result<(), ApplyError> {
        let gone = |slot| depth(touched, slot, |s: &Slot<Admin>| s.before.as_ref().filter(|_| s.after.is_none()));
        let mut slots: Vec<_> = touched.admins.values().collect();
        slots.sort_by_key(|slot| std::cmp::Reverse(gone(slot)));
        self.remove_all(slots.into_iter())
    }

    /// Makes one user, as an import does, a great many times.
    ///
    /// # Errors
    /// What the store refuses.
    pub fn insert_user(&mut self, user: &User, derived: &Derived) -> Result<()> {
        self.unplaced.push(user.id.0);
        self.fill_in(user, derived)
    }

    /// Makes one user of a store that is being filled: [`Change::index`] lets all of them be found.
    ///
    /// # Errors
    /// What the store refuses.
    pub fn fill_in(&mut self, user: &User, derived: &Derived) -> Result<()> {
        self.counts.user(user, 1);
        insert_user(self.conn, user, derived, self.stamp)
    }

    /// Lets filters find the users that were written, and writes the kept counts; call it last.
    ///
    /// # Errors
    /// What the store refuses, or it was asked to stop.
    pub fn finish(self) -> std::result::Result<(), ApplyError> {
        for some in self.unplaced.chunks(PLACED_AT_ONCE) {
            search::insert(self.conn, some, || self.go_on())?;
        }
        search::refresh_sharers(self.conn, self.given_up.iter().map(String::as_str), |_| false)?;
        Ok(self.counts.write(self.conn)?)
    }

    /// Takes those out of the search index who are found no more as they were, to be put where they belong at the end.
    fn search_anew<'s>(&mut self, slots: impl Iterator<Item = &'s Slot<User>>) -> std::result::Result<(), ApplyError> {
        for slot in slots {
            self.go_on()?;
            match (&slot.before, &slot.after) {
                (Some(before), Some(after)) if !is_found_anew(before, after) => continue,
                (Some(before), _) => search::remove(self.conn, &[before.id.0])?,
                (None, _) => {}
            }
            self.unplaced.extend(slot.after.iter().map(|after| after.id.0));
            let key = |user: &Option<User>| user.as_ref().and_then(|user| user.email.as_deref().map(email_key));
            self.given_up.extend(key(&slot.before).filter(|before| Some(before) != key(&slot.after).as_ref()));
        }
        Ok(())
    }

    fn count_user(&mut self, slot: &Slot<User>) {
        slot.before.iter().for_each(|user| self.counts.user(user, -1));
        slot.after.iter().for_each(|user| self.counts.user(user, 1));
    }

    fn count_admin(&mut self, slot: &Slot<Admin>) {
        slot.before.iter().for_each(|admin| self.counts.admin(admin, -1));
        slot.after.iter().for_each(|admin| self.counts.admin(admin, 1));
    }

    fn go_on(&self) -> std::result::Result<(), ApplyError> {
        if self.stop.is_some_and(|stop| stop()) { Err(ApplyError::Stopped) } else { Ok(()) }
    }

    fn write_all<'s, T: Stored + 's>(
        &self,
        slots: impl Iterator<Item = &'s Slot<T>>,
    ) -> std::result::Result<(), ApplyError> {
        slots.into_iter().try_for_each(|slot| self.write(slot))
    }

    fn write<T: Stored>(&self, slot: &Slot<T>) -> std::result::Result<(), ApplyError> {
        self.go_on()?;
        match (&slot.before, &slot.after) {
            (None, Some(made)) => Ok(T::insert(self.conn, made, self.stamp)?),
            (Some(before), Some(after)) if before != after => {
                let done = T::update(self.conn, before, after, self.stamp)?;
                if done { Ok(()) } else { Err(ApplyError::Moved(before.subject())) }
            }
            _ => Ok(()),
        }
    }

    fn remove_all<'s, T: Stored + 's>(
        &self,
        slots: impl Iterator<Item = &'s Slot<T>>,
    ) -> std::result::Result<(), ApplyError> {
        for slot in slots {
            if let (Some(gone), None) = (&slot.before, &slot.after)
                && !T::delete(self.conn, gone)?
            {
                return Err(ApplyError::Moved(gone.subject()));
            }
        }
        Ok(())
    }
}

/// How many administrators stand above one, among those that `of` finds in their slots.
fn depth(touched: &Touched, slot: &Slot<Admin>, of: impl Fn(&Slot<Admin>) -> Option<&Admin>) -> usize {
    let parent = |admin: &&Admin| touched.admins.get(&admin.parent?.0).and_then(&of);
    std::iter::successors(of(slot), parent).take(2 * MAX_DEPTH).count()
}
