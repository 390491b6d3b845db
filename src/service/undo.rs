//! Undo and redo: new changes made by the person who asks, with their rights of now (S-26).

use serde_json::json;

use super::console::{Console, actor_in};
use super::door::{Receipt, Record};
use super::error::{Result, ServiceError};
use super::noted::by;
use crate::domain::decide::{Context, turn_round};
use crate::domain::id::EntryNo;
use crate::domain::plan::Plan;
use crate::domain::policy::Allowance;
use crate::domain::refusal::{Code, Refusal};
use crate::store::Tables;
use crate::store::journal::{self, changes_of, newest_of, reversed_by};
use crate::store::view::{self, Filter, List, Query, Scope, Sort};

/// Which way an entry is turned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Undo.
    Undo,
    /// Redo: an undo turned round.
    Redo,
}

impl Turn {
    /// The kind of its entries.
    const fn as_str(self) -> &'static str {
        match self {
            Self::Undo => "undo",
            Self::Redo => "redo",
        }
    }
}

impl Console {
    /// Makes the plan that undoes (or redoes) an entry; without a number, one's own newest.
    ///
    /// # Errors
    /// What stands in the way, what is not allowed, signed out, or the store.
    pub fn preview_turn(&self, turn: Turn, entry: Option<EntryNo>, skip_changed: bool) -> Result<(EntryNo, Plan)> {
        self.reader.snapshot(|tables| {
            let actor = actor_in(tables, &self.settings.catalogue, self.admin, self.session.as_deref())?;
            let cx = self.context(&actor);
            let entry = which(tables, cx, turn, entry)?;
            Ok((entry, plan(tables, cx, entry, skip_changed)?))
        })
    }

    /// Undoes (or redoes) an entry; `accepted` is the plan that the person saw.
    ///
    /// # Errors
    /// What stands in the way, what is not allowed, stale, signed out, or the store.
    pub fn turn(
        &mut self,
        turn: Turn,
        entry: Option<EntryNo>,
        skip_changed: bool,
        accepted: Option<&Plan>,
    ) -> Result<Receipt> {
        let kind = turn.as_str();
        let actor = self.actor()?;
        let found = self.reader.snapshot(|tables| which(tables, self.context(&actor), turn, entry));
        let entry = match found {
            Err(ServiceError::Refused(refusal)) => {
                let head = by(&actor, self.head(kind, json!([{ kind: entry }]).to_string()));
                return Err(self.refused(head, refusal));
            }
            found => found?,
        };
        let record = Record { kind, commands: "[]".to_owned(), reverses: Some(entry), staged: None };
        self.pass(record, accepted, Vec::new(), |tables, cx| {
            // Somebody may have turned it round in between.
            which(*tables, cx, turn, Some(entry))?;
            plan(*tables, cx, entry, skip_changed)
        })
    }
}

/// The entry to turn round.
fn which(tables: Tables<'_>, cx: Context<'_>, turn: Turn, entry: Option<EntryNo>) -> Result<EntryNo> {
    let nothing = match turn {
        Turn::Undo => Code::NothingToUndo,
        Turn::Redo => Code::NothingToRedo,
    };
    let Some(mut number) = entry else {
        let Some(admin) = cx.actor.id else { return Err(Refusal::new(nothing).into()) };
        let newest = newest_of(tables, admin, turn == Turn::Redo)?;
        return newest.ok_or_else(|| Refusal::new(nothing).into());
    };
    // S-22: an entry out of sight is answered as one that never was.
    let query = Query { list: List::Journal, filter: Filter::default(), sort: Sort::Number, descending: false };
    if view::cursor_of(tables, &Scope::of(cx.actor), &query, number)?.is_none() {
        return Err(Refusal::new(Code::EntryNotFound).text("name", number.to_string()).into());
    }
    let found = journal::entry(tables, number)?;
    let known = found.filter(|e| e.head.result == "done" && e.changes > 0);
    if known.is_none() {
        return Err(Refusal::new(Code::NotUndoable).number("entry", number).into());
    }
    if turn == Turn::Redo {
        return Ok(redone(tables, number)?.ok_or_else(|| Refusal::new(nothing).number("entry", number))?);
    }
    // An entry that was undone and redone stands again: its redo is what is turned round.
    while let Some(reverse) = reversed_by(tables, number)? {
        match reversed_by(tables, reverse)? {
            Some(again) => number = again,
            None => {
                let refusal = Refusal::new(Code::AlreadyUndone).number("entry", number).number("by", reverse);
                return Err(refusal.into());
            }
        }
    }
    Ok(number)
}

/// The undo that a number means, its own or the one that undid it; none where that was redone, or was never undone.
fn redone(tables: Tables<'_>, number: EntryNo) -> Result<Option<EntryNo>> {
    let mut last = number;
    while let Some(reverse) = reversed_by(tables, last)? {
        last = reverse;
    }
    let found = journal::entry(tables, last)?;
    Ok(found.filter(|entry| entry.head.kind == Turn::Undo.as_str()).map(|_| last))
}

fn plan(tables: Tables<'_>, cx: Context<'_>, entry: EntryNo, skip_changed: bool) -> Result<Plan> {
    let redo = journal::entry(tables, entry)?.is_some_and(|found| found.head.reverses.is_some());
    let cx = Context { allowance: Allowance { redo, ..cx.allowance }, ..cx };
    let changes = changes_of(tables, entry, 0, i64::MAX)?;
    Ok(turn_round(&tables, cx, entry, &changes, skip_changed)?)
}
