//! The overlay: the facts as if what is already decided were applied. Rules read and edit records here; comparing what
//! it was with what it is gives the changes.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::catalogue::Key;
use super::change::{Cause, Change, compare};
use super::facts::{Facts, Get, Holders, Lookup};
use super::id::{AdminId, EntryNo, Kind, RoleId, SiteId, Subject, TicketId, UserId};
use super::record::{
    Admin, Application, CommunicationOrder, Contact, Group, Names, Organisation, Record, Role, Seat, Site, Ticket,
    User, Workspace,
};
use super::refusal::FactsError;
use super::value::Status;

/// One touched record: as it was and as it is now.
#[derive(Clone, Debug)]
pub struct Slot<T> {
    /// As the store has it; none where the plan makes it.
    pub before: Option<T>,
    /// As the plan leaves it; none where the plan removes it.
    pub after: Option<T>,
}

type Slots<T> = BTreeMap<i64, Slot<T>>;

/// Every record that a plan touched.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "one map for each kind, named after it")]
pub struct Touched {
    pub organisation: Slots<Organisation>,
    pub sites: Slots<Site>,
    pub groups: Slots<Group>,
    pub workspaces: Slots<Workspace>,
    pub applications: Slots<Application>,
    pub admins: Slots<Admin>,
    pub roles: Slots<Role>,
    pub users: Slots<User>,
    pub contacts: Slots<Contact>,
    pub orders: Slots<CommunicationOrder>,
    pub tickets: Slots<Ticket>,
}

/// The touched records of one kind.
pub trait Touch: Record + Names {
    /// Reads them.
    fn slots(touched: &Touched) -> &Slots<Self>;
    /// Changes them.
    fn slots_mut(touched: &mut Touched) -> &mut Slots<Self>;
}

macro_rules! touch {
    ($($type:ty => $field:ident,)*) => {
        $(impl Touch for $type {
            fn slots(touched: &Touched) -> &Slots<Self> {
                &touched.$field
            }
            fn slots_mut(touched: &mut Touched) -> &mut Slots<Self> {
                &mut touched.$field
            }
        })*

        impl Touched {
            /// The version that a touched record had; 0 where the plan makes it.
            pub fn version(&self, subject: Subject) -> EntryNo {
                let number = subject.id;
                match subject.kind {
                    $(<$type as Record>::KIND => {
                        self.$field.get(&number).and_then(|s| s.before.as_ref()).map_or(0, Record::version)
                    })*
                }
            }

            /// Whether the plan makes the record.
            pub fn made(&self, subject: Subject) -> bool {
                let number = subject.id;
                match subject.kind {
                    $(<$type as Record>::KIND => self.$field.get(&number).is_some_and(|s| s.before.is_none()),)*
                }
            }

            /// Whether the plan removes the record.
            pub fn removed(&self, subject: Subject) -> bool {
                let number = subject.id;
                match subject.kind {
                    $(<$type as Record>::KIND => self.$field.get(&number).is_some_and(|s| s.after.is_none()),)*
                }
            }

            fn restore(&mut self, subject: Subject) {
                let number = subject.id;
                match subject.kind {
                    $(<$type as Record>::KIND => {
                        self.$field.get_mut(&number).into_iter().for_each(|slot| slot.after = slot.before.clone());
                    })*
                }
            }

            /// The changes of all touched records, in the order in which they can be applied.
            pub fn changes(&self) -> Vec<Change> {
                let mut changes = Vec::new();
                $(changes.extend(self.$field.values().flat_map(|s| compare(s.before.as_ref(), s.after.as_ref())));)*
                changes
            }
        }

        impl<F: Facts + ?Sized> Facts for Overlay<'_, F> {
            fn lookup(&self, kind: Kind, by: Lookup, key: &str) -> Result<Vec<i64>, FactsError> {
                let mut found: BTreeSet<i64> = self.base.lookup(kind, by, key)?.into_iter().collect();
                match kind {
                    $(<$type as Record>::KIND => self.correct::<$type>(by, key, &mut found),)*
                }
                Ok(found.into_iter().collect())
            }

            fn children(&self, admin: AdminId) -> Result<Vec<AdminId>, FactsError> {
                let mut found: BTreeSet<AdminId> = self.base.children(admin)?.into_iter().collect();
                self.correct_set(&self.touched.admins, |id| AdminId(id), &mut found, |a| a.parent == Some(admin));
                Ok(found.into_iter().collect())
            }

            fn admins_of_role(&self, role: RoleId) -> Result<Vec<AdminId>, FactsError> {
                let mut found: BTreeSet<AdminId> = self.base.admins_of_role(role)?.into_iter().collect();
                self.correct_set(&self.touched.admins, |id| AdminId(id), &mut found, |a| a.role == Some(role));
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
                self.correct_set(&self.touched.contacts, |id| id, &mut found, |c| c.permissions.contains(permission));
                Ok(found.into_iter().collect())
            }

            fn waiting_tickets(&self, user: UserId) -> Result<Vec<TicketId>, FactsError> {
                let mut found: BTreeSet<TicketId> = self.base.waiting_tickets(user)?.into_iter().collect();
                let waits = |t: &Ticket| t.user == Some(user) && t.status.is_waiting();
                self.correct_set(&self.touched.tickets, |id| TicketId(id), &mut found, waits);
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
                self.correct_set(&self.touched.admins, |id| AdminId(id), &mut found, active);
                Ok(found.into_iter().collect())
            }

            fn referring(&self, to: Subject, by: Kind) -> Result<Vec<i64>, FactsError> {
                let mut found: BTreeSet<i64> = self.base.referring(to, by)?.into_iter().collect();
                match by {
                    $(<$type as Record>::KIND => {
                        self.correct_set(&self.touched.$field, |number| number, &mut found, |record| record.names(to));
                    })*
                }
                Ok(found.into_iter().collect())
            }

            fn count_referring(&self, to: Subject, by: Kind) -> Result<u64, FactsError> {
                let mut count = self.base.count_referring(to, by)?;
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
                Ok(count)
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
                self.correct_set(&self.touched.sites, |id| SiteId(id), &mut found, |_| true);
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
    };
}

touch! {
    Organisation => organisation,
    Site => sites,
    Group => groups,
    Workspace => workspaces,
    Application => applications,
    Role => roles,
    Admin => admins,
    User => users,
    Contact => contacts,
    CommunicationOrder => orders,
    Ticket => tickets,
}

/// Counts a touched record out as it was and in as it is, where it holds the role.
fn count<T>(slot: &Slot<T>, holders: &mut Holders, holds: impl Fn(&T) -> Option<Status>) {
    slot.before.as_ref().and_then(&holds).into_iter().for_each(|status| holders.count(status, -1));
    slot.after.as_ref().and_then(&holds).into_iter().for_each(|status| holders.count(status, 1));
}

/// The seats that a user takes.
pub fn seats_of(user: &User) -> impl Iterator<Item = Seat> {
    let addons = [user.agent_addon.then_some(Seat::AgentAddon), user.crm_addon.then_some(Seat::CrmAddon)];
    let licences = [Seat::of_access(user.access_type), Seat::of_level(user.supervisor_level)];
    licences.into_iter().chain(addons).flatten()
}

/// The facts with a plan laid over them.
pub struct Overlay<'a, F: Facts + ?Sized> {
    base: &'a F,
    touched: Touched,
    causes: BTreeMap<(Subject, String), Cause>,
    found_by: HashMap<(Kind, Lookup, String), BTreeSet<i64>>,
    last: RefCell<BTreeMap<Kind, i64>>,
}

impl<'a, F: Facts + ?Sized> Overlay<'a, F> {
    /// Nothing decided yet.
    pub fn new(base: &'a F) -> Self {
        Self {
            base,
            touched: Touched::default(),
            causes: BTreeMap::new(),
            found_by: HashMap::new(),
            last: RefCell::default(),
        }
    }

    /// Nothing decided yet on the same facts, but for the numbers given out.
    #[must_use]
    pub fn next(&self) -> Self {
        Self { last: self.last.clone(), ..Self::new(self.base) }
    }

    /// The facts below.
    pub const fn base(&self) -> &'a F {
        self.base
    }

    /// What the plan touched.
    pub const fn touched(&self) -> &Touched {
        &self.touched
    }

    /// Ends the decision and gives what it touched.
    pub fn into_touched(self) -> Touched {
        self.touched
    }

    /// Puts a changed or new record over the facts; its number must be known.
    ///
    /// # Errors
    /// Where the store cannot answer.
    pub fn put<T: Touch>(&mut self, record: T) -> Result<(), FactsError>
    where
        F: Get<T>,
    {
        let number = record.number();
        self.slot::<T>(number)?;
        for (by, key) in record.keys() {
            self.found_by.entry((T::KIND, by, key)).or_default().insert(number);
        }
        if let Some(slot) = T::slots_mut(&mut self.touched).get_mut(&number) {
            slot.after = Some(record);
        }
        Ok(())
    }

    /// Takes a record away.
    ///
    /// # Errors
    /// Where the store cannot answer.
    pub fn remove<T: Touch>(&mut self, number: i64) -> Result<(), FactsError>
    where
        F: Get<T>,
    {
        self.slot::<T>(number)?;
        if let Some(slot) = T::slots_mut(&mut self.touched).get_mut(&number) {
            slot.after = None;
        }
        Ok(())
    }

    /// Leaves a record as the store has it.
    pub fn restore(&mut self, subject: Subject) {
        self.touched.restore(subject);
    }

    /// Gives out the next number of a kind.
    ///
    /// # Errors
    /// Where the store cannot answer.
    pub fn fresh(&mut self, kind: Kind) -> Result<i64, FactsError> {
        let next = self.last_number(kind)? + 1;
        self.last.borrow_mut().insert(kind, next);
        Ok(next)
    }

    /// Notes why a field changes by itself.
    pub fn because(&mut self, subject: impl Into<Subject>, field: impl Into<String>, cause: Cause) {
        self.causes.insert((subject.into(), field.into()), cause);
    }

    /// Why a field changes by itself, if it does.
    pub fn cause_of(&self, subject: Subject, field: &str) -> Option<Cause> {
        self.causes.get(&(subject, field.to_owned())).cloned()
    }

    fn slot<T: Touch>(&mut self, number: i64) -> Result<(), FactsError>
    where
        F: Get<T>,
    {
        if !T::slots(&self.touched).contains_key(&number) {
            let before = self.base.get(number)?;
            T::slots_mut(&mut self.touched).insert(number, Slot { after: before.clone(), before });
        }
        Ok(())
    }

    /// Takes out what no longer answers to the key, and adds what now does.
    fn correct<T: Touch>(&self, by: Lookup, key: &str, found: &mut BTreeSet<i64>) {
        if let Some(now) = self.found_by.get(&(T::KIND, by, key.to_owned())) {
            found.extend(now);
        }
        let slots = T::slots(&self.touched);
        let answers = |record: &T| record.keys().iter().any(|(b, k)| *b == by && k == key);
        found.retain(|number| slots.get(number).is_none_or(|slot| slot.after.as_ref().is_some_and(answers)));
    }

    fn correct_set<T, I: Ord + Copy>(
        &self,
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
}

impl<T: Touch, F: Facts + Get<T> + ?Sized> Get<T> for Overlay<'_, F> {
    fn get(&self, number: i64) -> Result<Option<T>, FactsError> {
        match T::slots(&self.touched).get(&number) {
            Some(slot) => Ok(slot.after.clone()),
            None => self.base.get(number),
        }
    }
}
