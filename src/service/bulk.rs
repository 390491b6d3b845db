//! One act on many records: each is judged by itself, and those that may are changed by one plan, which one undo turns
//! round.
//!
//! A list gives the [`Marked`] rows (some, or all that match but some); [`Console::marked`] reads their numbers as they
//! are now, [`Console::bulk_preview`] judges Commands on each of them, and [`Console::bulk`] applies what was allowed.
//! What the Commands are is the caller's: any that change the one record alone.

use std::collections::BTreeSet;

use super::console::{Console, actor_in};
use super::door::{Receipt, Record, commands_json};
use super::error::{Result, ServiceError};
use crate::domain::command::Command;
use crate::domain::decide::{Context, Deciding, decide};
use crate::domain::facts::describe;
use crate::domain::id::{Kind, Subject};
use crate::domain::plan::Plan;
use crate::domain::refusal::{Class, Refusal, Stop};
use crate::store::view::{self, From, Query};

/// The most records that one act takes.
pub const MOST: usize = 20_000;
/// Rows read at a time.
const PAGE: usize = 1000;

/// The rows of a list that are marked.
#[derive(Clone, Debug)]
pub enum Marked {
    /// These.
    These(BTreeSet<i64>),
    /// All that match but these: kept as the question, so that whoever comes to match is marked too.
    AllBut(Box<Query>, BTreeSet<i64>),
}

/// What is said of one record.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// Which.
    pub subject: Subject,
    /// What it is called; its number where it is out of reach.
    pub name: String,
    /// Why it is left out; none where it is changed.
    pub refused: Option<Box<Refusal>>,
}

/// An act on many records before it is done.
#[derive(Clone, Debug)]
pub struct Bulk {
    /// What it does to those that may be changed.
    pub plan: Plan,
    /// Those that may not, and why.
    pub refused: Vec<Verdict>,
    /// How many may.
    pub allowed: usize,
}

/// Told how many of how many are judged; answers whether to go on.
pub type Watch<'a> = &'a mut dyn FnMut(usize, usize) -> bool;

impl Console {
    /// The numbers of the marked rows as they are now, at most one more than [`MOST`].
    ///
    /// # Errors
    /// Not allowed, signed out, or the store.
    pub fn marked(&self, marked: &Marked) -> Result<Vec<i64>> {
        let (query, but) = match marked {
            Marked::These(numbers) => return Ok(numbers.iter().copied().collect()),
            Marked::AllBut(query, but) => (query, but),
        };
        let scope = self.may_list(query.list)?;
        self.reader.snapshot(|tables| {
            let (mut numbers, mut from) = (Vec::new(), From::Start);
            while numbers.len() <= MOST {
                let page = view::ids(tables, &scope, query, &from, PAGE)?;
                let Some((last, _)) = page.last() else { break };
                from = From::After(last.clone());
                numbers.extend(page.into_iter().map(|(_, number)| number).filter(|number| !but.contains(number)));
            }
            numbers.truncate(MOST + 1);
            Ok(numbers)
        })
    }

    /// Judges Commands on each of these records and makes the plan of those that may be changed; nothing is written.
    ///
    /// # Errors
    /// What refuses the plan as a whole, stopped, signed out, or the store.
    pub fn bulk_preview(
        &self,
        kind: Kind,
        numbers: &[i64],
        make: &dyn Fn(Subject) -> Vec<Command>,
        watch: Watch<'_>,
    ) -> Result<Bulk> {
        self.reader.snapshot(|tables| {
            let actor = actor_in(tables, &self.settings.catalogue, self.admin, self.session.as_deref())?;
            let cx = self.context(&actor);
            let mut deciding = Deciding::new(&tables, cx);
            let mut refused = Vec::new();
            let mut left = numbers.len();
            for (at, number) in numbers.iter().enumerate() {
                go_on(watch, at, numbers.len())?;
                let subject = Subject::new(kind, *number);
                if let Some(refusal) = deciding.attempt(subject, make(subject))? {
                    let name = describe(&tables, subject)?.map_or_else(|| number.to_string(), |(_, name)| name);
                    // What is out of reach is not named (S-22).
                    let hidden = refusal.class() == Class::NotFound;
                    let name = if hidden { number.to_string() } else { name };
                    refused.push(Verdict { subject, name, refused: Some(refusal) });
                    left -= 1;
                }
            }
            match deciding.finish() {
                Ok(plan) => Ok(Bulk { plan, refused, allowed: left }),
                // Something that is judged at the end: it may be a matter of some records alone.
                Err(Stop::Refused(_)) => one_by_one(&tables, cx, kind, numbers, make, watch),
                Err(Stop::Broken(error)) => Err(error.into()),
            }
        })
    }

    /// Applies a plan that was shown: one transaction, one entry. It may be stopped until it is committed.
    ///
    /// # Errors
    /// Stale, where something moved since; the refusal, stopped, signed out, or the store.
    pub fn bulk(&mut self, bulk: &Bulk, watch: Watch<'_>) -> Result<Receipt> {
        let commands = &bulk.plan.commands;
        let watch = std::cell::RefCell::new(watch);
        let steps = commands.len();
        let record = Record { kind: "apply", commands: commands_json(commands), reverses: None, staged: None };
        // What is written is not counted: it takes the shorter half of the time.
        let stop = || !(watch.borrow_mut())(steps, steps);
        self.pass_watched(record, Some(&bulk.plan), Vec::new(), Some(&stop), |tables, cx| {
            let mut deciding = Deciding::new(tables, cx);
            for (at, command) in commands.iter().enumerate() {
                go_on(&mut **watch.borrow_mut(), at, steps)?;
                deciding.run(command.clone())?;
            }
            Ok(deciding.finish()?)
        })
    }
}

fn go_on(watch: Watch<'_>, at: usize, of: usize) -> Result<()> {
    if watch(at, of) { Ok(()) } else { Err(ServiceError::Stopped) }
}

/// Judges each record as if it were alone, then those that passed together.
fn one_by_one(
    tables: &crate::store::Tables<'_>,
    cx: Context<'_>,
    kind: Kind,
    numbers: &[i64],
    make: &dyn Fn(Subject) -> Vec<Command>,
    watch: Watch<'_>,
) -> Result<Bulk> {
    let (mut commands, mut refused) = (Vec::new(), Vec::new());
    for (at, number) in numbers.iter().enumerate() {
        go_on(watch, at, numbers.len())?;
        let subject = Subject::new(kind, *number);
        let own = make(subject);
        match decide(tables, cx, &own) {
            Ok(_) => commands.extend(own),
            Err(Stop::Refused(refusal)) => {
                let name = describe(tables, subject)?.map_or_else(|| number.to_string(), |(_, name)| name);
                refused.push(Verdict { subject, name, refused: Some(refusal) });
            }
            Err(Stop::Broken(error)) => return Err(error.into()),
        }
    }
    let allowed = numbers.len() - refused.len();
    Ok(Bulk { plan: decide(tables, cx, &commands)?, refused, allowed })
}
