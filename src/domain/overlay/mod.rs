//! The overlay: the facts as if what is already decided were applied. Rules read and edit records here; comparing what
//! it was with what it is gives the changes.

mod facts;
mod touched;

pub use touched::{Slot, Touch, Touched};

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::change::Cause;
use super::facts::{Facts, Get, Lookup};
use super::id::{Kind, Subject};
use super::record::{Seat, User};
use super::refusal::FactsError;

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
    /// The record of each kind that the base was asked for last: several rules ask for the same one in a row.
    read: RefCell<Touched>,
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
            read: RefCell::default(),
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

    /// A record as the base has it.
    fn of_base<T: Touch>(&self, number: i64) -> Result<Option<T>, FactsError>
    where
        F: Get<T>,
    {
        let mut read = self.read.borrow_mut();
        let read = T::slots_mut(&mut read);
        if let Some(slot) = read.get(&number) {
            return Ok(slot.before.clone());
        }
        let before: Option<T> = self.base.get(number)?;
        read.clear();
        read.insert(number, Slot { before: before.clone(), after: None });
        Ok(before)
    }

    fn slot<T: Touch>(&mut self, number: i64) -> Result<(), FactsError>
    where
        F: Get<T>,
    {
        if !T::slots(&self.touched).contains_key(&number) {
            let before = self.of_base(number)?;
            T::slots_mut(&mut self.touched).insert(number, Slot { after: before.clone(), before });
        }
        Ok(())
    }
}

impl<T: Touch, F: Facts + Get<T> + ?Sized> Get<T> for Overlay<'_, F> {
    fn get(&self, number: i64) -> Result<Option<T>, FactsError> {
        match T::slots(&self.touched).get(&number) {
            Some(slot) => Ok(slot.after.clone()),
            None => self.of_base(number),
        }
    }
}
