//! `guichet why` and `guichet who`.

use serde_json::{Value, json};

use super::args::{Who, Why};
use super::failure::Done;
use super::run::Run;
use super::table::Table;
use crate::domain::catalogue::{Family, Key};
use crate::domain::cell::State;
use crate::domain::id::Subject;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::value::Level;
use crate::domain::why::{Step, Why as Answer};
use crate::service::Holder;
use crate::service::public::kind_of;
use crate::service::view::From;
use crate::text::{Shown, StepText, show};
use crate::text_id;

/// Holders read at a time.
const PAGE: usize = 200;

/// Why (or why not) this subject has it.
pub fn why(mut run: Run<'_>, args: &Why) -> Done {
    let console = run.signed_in()?;
    let Some(kind) = kind_of(args.what) else {
        return Err(Refusal::new(Code::UnknownPermission).field("permission").text("value", &args.permission).into());
    };
    let number = console.public_number(args.what, &args.reference)?;
    let why = console.why(Subject::new(kind, number), &args.permission, &[])?;
    let value = value_word(&run, &args.permission, why.rank);
    if run.common.json {
        let (state, reason) = match &why.state {
            State::Free => ("free", None),
            State::Ask(reason) => ("ask", Some(reason)),
            State::Locked(reason) => ("locked", Some(reason)),
        };
        let reason = reason.map(
            |reason| json!({"code": reason.code(), "message": run.texts.reason(run.catalogue(), reason).as_str()}),
        );
        let answer = json!({
            "id": Subject::new(kind, number).to_string(),
            "permission": args.permission,
            "value": value,
            "steps": steps(&run, &why),
            "state": state,
            "reason": reason,
        });
        run.json(&answer)?;
        return run.out.flush();
    }
    for step in &why.steps {
        let line = run.texts.step_sentence(run.catalogue(), step);
        run.out.line(&line)?;
    }
    let state = run.texts.state(run.catalogue(), &why.state);
    run.out.line(&state)?;
    run.out.flush()
}

/// Everyone who has it, and through what: a page at a time.
pub fn who(mut run: Run<'_>, args: &Who) -> Done {
    let console = run.signed_in()?;
    // Administrators are few, and not each of them holds a resource: they are looked at all at once.
    let resource = run.catalogue().of(Family::Resource, &args.permission).is_some();
    let page = if resource { usize::MAX } else { PAGE };
    let mut from = From::Start;
    let mut listing = Listing { permission: &args.permission, table: None, rows: 0 };
    loop {
        let found = console.who(&args.permission, &from, page)?;
        let Some((cursor, _)) = found.last() else { break };
        from = From::After(cursor.clone());
        let holders: Vec<Holder> = found.into_iter().map(|(_, holder)| holder).collect();
        listing.page(&mut run, &holders)?;
    }
    listing.end(&mut run)
}

/// The holders under way.
struct Listing<'a> {
    permission: &'a str,
    table: Option<Table>,
    rows: u64,
}

impl Listing<'_> {
    fn page(&mut self, run: &mut Run<'_>, holders: &[Holder]) -> Done {
        if run.common.json {
            for holder in holders {
                run.out.part(&Shown::fixed(if self.rows == 0 { "[\n" } else { ",\n" }))?;
                let answer = self.answer(run, holder);
                let value = json!({
                    "kind": holder.subject.kind,
                    "id": holder.subject.to_string(),
                    "name": holder.name,
                    "value": value_word(run, self.permission, answer.rank),
                    "steps": steps(run, &answer),
                });
                run.out.part(&crate::text::json(&value))?;
                self.rows += 1;
            }
            return Ok(());
        }
        let rows: Vec<Vec<Shown>> = holders.iter().map(|holder| self.row(run, holder)).collect();
        if self.table.is_none() && !rows.is_empty() {
            let texts = run.texts;
            let header = [
                texts.field("id"),
                texts.field("name"),
                texts.get(text_id!("step-value")),
                texts.get(text_id!("step-steps")),
            ];
            let table = Table::sized(&header, &rows);
            table.row(&mut run.out, &header)?;
            self.table = Some(table);
        }
        self.rows += rows.len() as u64;
        let Some(table) = &self.table else { return Ok(()) };
        rows.iter().try_for_each(|row| table.row(&mut run.out, row))
    }

    fn row(&self, run: &Run<'_>, holder: &Holder) -> Vec<Shown> {
        let why = self.answer(run, holder);
        // The last step repeats the value, and a stored value goes through nothing.
        let through = why.steps.iter().zip(run.texts.why(run.catalogue(), &why).steps);
        let through = through.filter(|(step, _)| !matches!(step.what, "therefore" | "not-by-hand"));
        let through: Vec<Shown> = through.map(|(_, said)| said.what).collect();
        vec![
            show(&holder.subject.to_string()),
            show(&holder.name),
            run.texts.why_value(run.catalogue(), &why),
            Shown::join(&through, &Shown::fixed(", ")),
        ]
    }

    /// What a holder has as the answer to "why", for its words.
    fn answer(&self, run: &Run<'_>, holder: &Holder) -> Answer {
        let rank = match run.catalogue().get(self.permission) {
            Some(entry) => entry.rank_of(&holder.value).unwrap_or_default(),
            None => Level::parse(&holder.value).unwrap_or(Level::View) as u8,
        };
        Answer { key: Key::new(self.permission), rank, steps: holder.steps.clone(), state: State::Free }
    }

    fn end(self, run: &mut Run<'_>) -> Done {
        if run.common.json {
            run.out.line(&Shown::fixed(if self.rows == 0 { "[]" } else { "\n]" }))?;
        } else if self.rows == 0 {
            run.out.line(&run.texts.get(text_id!("who-nobody-at-all")))?;
        }
        run.out.flush()
    }
}

/// The value held, in the word of JSON.
fn value_word(run: &Run<'_>, permission: &str, rank: u8) -> Value {
    match run.catalogue().get(permission) {
        Some(entry) => entry.value(rank).key.clone().into(),
        None if permission.starts_with("app:") => (rank > 0).into(),
        None => Level::ALL[usize::from(rank.min(2))].as_str().into(),
    }
}

/// The steps: which, and what people read of each.
fn steps(run: &Run<'_>, why: &Answer) -> Value {
    let said = run.texts.why(run.catalogue(), why).steps;
    let step = |(step, said): (&Step, StepText)| {
        let (what, value, remark) = (said.what.as_str(), said.value.as_str(), said.remark.as_str());
        let since = step.since.as_ref().map(|s| json!({"entry": s.entry, "at": s.at, "by": s.by}));
        json!({"step": step.what, "what": what, "value": value, "remark": remark, "since": since})
    };
    why.steps.iter().zip(said).map(step).collect()
}
