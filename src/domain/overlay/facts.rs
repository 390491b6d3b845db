//! What the facts are with a plan laid over them: each answer of the store, less what no longer holds, and with what now
//! does.

use std::collections::{BTreeMap, BTreeSet};

use super::touched::{Slot, Slots, Touch, each_kind};
use super::{Overlay, seats_of};
use crate::domain::catalogue::Key;
use crate::domain::facts::{Facts, Holders, Lookup};
use crate::domain::id::{AdminId, Kind, RoleId, SiteId, Subject, TicketId, UserId};
use crate::domain::record::{
    Admin, Application, CommunicationOrder, Contact, Group, Names, Organisation, Record, Role, Seat, Site, Ticket,
    User, Workspace,
};
use crate::domain::refusal::FactsError;
use crate::domain::value::Status;

impl<F: Facts + ?Sized> Facts for Overlay<'_, F> {
    fn lookup(&self, kind: Kind, by: Lookup, key: &str) -> Result<Vec<i64>, FactsError> {
        let mut found: BTreeSet<i64> = self.base.lookup(kind, by, key)?.into_iter().collect();
        self.correct_of(kind, by, key, &mut found);
        Ok(found.into_iter().collect())
    }

    fn children(&self, admin: AdminId) -> Result<Vec<AdminId>, FactsError> {
        let mut found: BTreeSet<AdminId> = self.base.children(admin)?.into_iter().collect();
        correct_set(&self.touched.admins, AdminId, &mut found, |a| a.parent == Some(admin));
        Ok(found.into_iter().collect())
    }

    fn admins_of_role(&self, role: RoleId) -> Result<Vec<AdminId>, FactsError> {
        let mut found: BTreeSet<AdminId> = self.base.admins_of_role(role)?.into_iter().collect();
        correct_set(&self.touched.admins, AdminId, &mut found, |a| a.role == Some(role));
        Ok(found.into_iter().collect())
    }

    fn holders(&self, role: RoleId) -> Result<Holders, FactsError> {
        let mut holders = self.base.holders(role)?;
        for slot in self.touched.admins.values() {
            count(slot, &mut holders, |a| a.role.filter(|held| *held == role).map(|_| a.status));
        }
        for slot in self.touched.users.values() {
            count(slot, &mut holders, |u| u.role.filter(|held| *held == role).map(|_| u.status));
        }
        Ok(holders)
    }

    fn contacts_with(&self, permission: &Key) -> Result<Vec<i64>, FactsError> {
        let mut found: BTreeSet<i64> = self.base.contacts_with(permission)?.into_iter().collect();
        correct_set(&self.touched.contacts, |id| id, &mut found, |c| c.permissions.contains(permission));
        Ok(found.into_iter().collect())
    }

    fn waiting_tickets(&self, user: UserId) -> Result<Vec<TicketId>, FactsError> {
        let mut found: BTreeSet<TicketId> = self.base.waiting_tickets(user)?.into_iter().collect();
        let waits = |t: &Ticket| t.user == Some(user) && t.status.is_waiting();
        correct_set(&self.touched.tickets, TicketId, &mut found, waits);
        Ok(found.into_iter().collect())
    }

    fn seats_used(&self) -> Result<BTreeMap<Seat, i64>, FactsError> {
        let mut used = self.base.seats_used()?;
        for slot in self.touched.users.values() {
            slot.before.iter().flat_map(seats_of).for_each(|seat| *used.entry(seat).or_default() -= 1);
            slot.after.iter().flat_map(seats_of).for_each(|seat| *used.entry(seat).or_default() += 1);
        }
        Ok(used)
    }

    fn active_admins(&self) -> Result<Vec<AdminId>, FactsError> {
        let mut found: BTreeSet<AdminId> = self.base.active_admins()?.into_iter().collect();
        let active = |a: &Admin| a.status == Status::Active;
        correct_set(&self.touched.admins, AdminId, &mut found, active);
        Ok(found.into_iter().collect())
    }

    fn referring(&self, to: Subject, by: Kind) -> Result<Vec<i64>, FactsError> {
        let mut found: BTreeSet<i64> = self.base.referring(to, by)?.into_iter().collect();
        self.correct_referring(to, by, &mut found);
        Ok(found.into_iter().collect())
    }

    fn count_referring(&self, to: Subject, by: Kind) -> Result<u64, FactsError> {
        let count = self.base.count_referring(to, by)?;
        Ok(self.correct_count(to, by, count))
    }

    fn has_signed_in(&self, admin: AdminId) -> Result<bool, FactsError> {
        self.base.has_signed_in(admin)
    }

    fn failed_tries(&self, admin: AdminId) -> Result<i64, FactsError> {
        self.base.failed_tries(admin)
    }

    fn session(&self, id: &str) -> Result<Option<AdminId>, FactsError> {
        self.base.session(id)
    }

    fn all_sites(&self) -> Result<Vec<SiteId>, FactsError> {
        let mut found: BTreeSet<SiteId> = self.base.all_sites()?.into_iter().collect();
        correct_set(&self.touched.sites, SiteId, &mut found, |_| true);
        Ok(found.into_iter().collect())
    }

    fn last_number(&self, kind: Kind) -> Result<i64, FactsError> {
        if let Some(last) = self.last.borrow().get(&kind) {
            return Ok(*last);
        }
        let last = self.base.last_number(kind)?;
        self.last.borrow_mut().insert(kind, last);
        Ok(last)
    }
}

macro_rules! correct_each {
    ($($type:ty => $field:ident,)*) => {
        impl<F: Facts + ?Sized> Overlay<'_, F> {
            /// Corrects who answers to a key.
            fn correct_of(&self, kind: Kind, by: Lookup, key: &str, found: &mut BTreeSet<i64>) {
                match kind {
                    $(<$type as Record>::KIND => self.correct::<$type>(by, key, found),)*
                }
            }

            /// Corrects which records of a kind name a record.
            fn correct_referring(&self, to: Subject, by: Kind, found: &mut BTreeSet<i64>) {
                match by {
                    $(<$type as Record>::KIND => {
                        correct_set(&self.touched.$field, |number| number, found, |record| record.names(to));
                    })*
                }
            }

            /// Corrects how many records of a kind name a record.
            fn correct_count(&self, to: Subject, by: Kind, mut count: u64) -> u64 {
                match by {
                    // Of many touched records only those that may name it are looked at: a whole import is undone at once.
                    $(<$type as Record>::KIND if <$type as Names>::NAMED.contains(&to.kind) => {
                        let names = |record: &Option<$type>| u64::from(record.as_ref().is_some_and(|r| r.names(to)));
                        for slot in self.touched.$field.values() {
                            count = count.saturating_sub(names(&slot.before)) + names(&slot.after);
                        }
                    })*
                    _ => {}
                }
                count
            }
        }
    };
}

each_kind!(correct_each);

impl<F: Facts + ?Sized> Overlay<'_, F> {
    /// Takes out what no longer answers to the key, and adds what now does.
    fn correct<T: Touch>(&self, by: Lookup, key: &str, found: &mut BTreeSet<i64>) {
        if let Some(now) = self.found_by.get(&(T::KIND, by, key.to_owned())) {
            found.extend(now);
        }
        let slots = T::slots(&self.touched);
        let answers = |record: &T| record.keys().iter().any(|(b, k)| *b == by && k == key);
        found.retain(|number| slots.get(number).is_none_or(|slot| slot.after.as_ref().is_some_and(answers)));
    }
}

/// Takes out what no longer belongs, and adds what now does.
fn correct_set<T, I: Ord + Copy>(
    slots: &Slots<T>,
    id: fn(i64) -> I,
    found: &mut BTreeSet<I>,
    belongs: impl Fn(&T) -> bool,
) {
    for (number, slot) in slots {
        if slot.after.as_ref().is_some_and(&belongs) {
            found.insert(id(*number));
        } else {
            found.remove(&id(*number));
        }
    }
}

/// Counts a touched record out as it was and in as it is, where it holds the role.
fn count<T>(slot: &Slot<T>, holders: &mut Holders, holds: impl Fn(&T) -> Option<Status>) {
    slot.before.as_ref().and_then(&holds).into_iter().for_each(|status| holders.count(status, -1));
    slot.after.as_ref().and_then(&holds).into_iter().for_each(|status| holders.count(status, 1));
}
