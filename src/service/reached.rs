//! Single records and their names, each only where the actor reaches it: what is out of reach is not there (S-20, S-22).

use super::console::Console;
use super::error::Result;
use crate::domain::command::Command;
use crate::domain::decide::Context;
use crate::domain::engine::visible;
use crate::domain::facts::describe;
use crate::domain::facts::{Facts, Get};
use crate::domain::id::{AdminId, Subject};
use crate::domain::record::{Admin, Organisation, Record};
use crate::domain::refusal::Refusal;
use crate::store::table::Stored;

/// A record of some facts, where the actor reaches it.
pub(super) fn reached<T: Record>(facts: &dyn Facts, cx: Context<'_>, number: i64) -> Result<T>
where
    for<'a> dyn Facts + 'a: Get<T>,
{
    match facts.get(number)? {
        Some(record) if visible(facts, cx.actor, T::home(&record))? => Ok(record),
        _ => Err(Refusal::not_found(T::KIND, &number.to_string()).into()),
    }
}

impl Console {
    /// A record of the store.
    ///
    /// # Errors
    /// Not found, signed out, or the store.
    pub fn record<T: Stored>(&self, number: i64) -> Result<T> {
        let actor = self.actor()?;
        self.reader.snapshot(|tables| match tables.read::<T>(number)? {
            Some(record) if visible(&tables, &actor, record.home())? => Ok(record),
            _ => Err(Refusal::not_found(T::KIND, &number.to_string()).into()),
        })
    }

    /// A record as the staged Commands leave it.
    ///
    /// # Errors
    /// Not found, signed out, or the store.
    pub fn drafted<T: Record>(&self, number: i64, staged: &[Command]) -> Result<T>
    where
        for<'a> dyn Facts + 'a: Get<T>,
    {
        self.with_on(Subject::new(T::KIND, number), staged, |facts, cx| reached(facts, cx, number))
    }

    /// Those of some records that are still there, as the staged Commands leave them, in the order asked for.
    ///
    /// # Errors
    /// Signed out, or the store.
    pub fn all_drafted<T: Record>(&self, numbers: &[i64], staged: &[Command]) -> Result<Vec<T>>
    where
        for<'a> dyn Facts + 'a: Get<T>,
    {
        self.with(staged, |facts, cx| {
            let mut records = Vec::with_capacity(numbers.len());
            for number in numbers {
                if let Some(record) = facts.get(*number)?
                    && visible(facts, cx.actor, T::home(&record))?
                {
                    records.push(record);
                }
            }
            Ok(records)
        })
    }

    /// What a record is called, with the staged Commands as if applied.
    ///
    /// # Errors
    /// Not found, signed out, or the store.
    pub fn name_of(&self, subject: Subject, staged: &[Command]) -> Result<String> {
        self.with_on(subject, staged, |facts, cx| match describe(facts, subject)? {
            Some((home, label)) if visible(facts, cx.actor, home)? => Ok(label),
            _ => Err(Refusal::not_found(subject.kind, &subject.to_string()).into()),
        })
    }

    /// The organisation, empty before the set-up: its name and settings are no secret to those who sign in here.
    ///
    /// # Errors
    /// Where the store cannot be used.
    pub fn organisation(&self) -> Result<Organisation> {
        Ok(self.reader.tables().read(1)?.unwrap_or_default())
    }

    /// An administrator's user name, and nothing more of them: one's parent and the people of a ticket are named even
    /// where they are out of reach.
    ///
    /// # Errors
    /// Where the store cannot be used.
    pub fn username_of(&self, admin: AdminId) -> Result<Option<String>> {
        Ok(self.reader.tables().read::<Admin>(admin.0)?.map(|admin| admin.username))
    }

    /// How many administrators stand right below one of the branch.
    ///
    /// # Errors
    /// Not found, signed out, or the store.
    pub fn children(&self, admin: AdminId) -> Result<usize> {
        self.with(&[], |facts, cx| {
            let admin: Admin = reached(facts, cx, admin.0)?;
            Ok(facts.children(admin.id)?.len())
        })
    }
}
