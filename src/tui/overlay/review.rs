//! The review: the plan of the draft, or of an undo, over the panes.

use std::sync::Arc;

use super::super::action::Action;
use super::super::canvas::Canvas;
use super::super::desk::Desk;
use super::super::event::Event;
use super::super::layer::{Answer, Layer};
use super::super::place::Place;
use super::super::theme::Tone;
use super::super::widget::plan;
use super::super::widget::review::{Review, ReviewRow, Reviewed};
use super::Message;
use super::pending::{Approved, Pending, Turned};
use crate::domain::change::Change;
use crate::domain::command::Command;
use crate::domain::id::{Kind, Subject};
use crate::domain::plan::Plan;
use crate::domain::record::{Record, Ticket};
use crate::domain::value::OrderList;
use crate::service::ServiceError;
use crate::service::bulk::{Bulk, Verdict};
use crate::text::{Shown, show};

/// The review as a layer.
pub struct ReviewLayer {
    review: Review,
    /// What is said where it is accepted.
    accepted: Message,
}

/// How large a draft may be for each change to be traced to its Command; a larger one is left out whole.
const TRACED: usize = 60;

impl ReviewLayer {
    /// Shows the plan of a draft, or why it cannot be made.
    pub fn of_draft(desk: &Desk, without: &[usize], plan: &Result<Plan, ServiceError>, accepted: Message) -> Self {
        let (rows, notes) = draft_rows(desk, without, plan, &accepted);
        Self { review: Review::new(rows, notes), accepted }
    }

    /// Shows what is done to the marked rows, those first that are left out.
    pub fn of_bulk(desk: &Desk, title: Shown, bulk: Bulk) -> Self {
        let (mut rows, note) = verdicts(desk, &bulk);
        rows.extend(plan::rows(&bulk.plan, &desk.catalogue, &desk.look, |_| None));
        let mut notes = vec![(title, Tone::Title), note];
        notes.extend(plan::notes(&bulk.plan, &desk.catalogue, &desk.look));
        Self { review: Review::of_whole(rows, notes), accepted: Message::Apply(Pending::Bulk(Arc::new(bulk))) }
    }

    /// Shows the plan of an undo or a redo.
    pub fn of_turn(desk: &Desk, title: Shown, turned: Turned) -> Self {
        let rows = plan::rows(&turned.plan, &desk.catalogue, &desk.look, |_| None);
        let mut notes = vec![(title, Tone::Title)];
        notes.extend(plan::notes(&turned.plan, &desk.catalogue, &desk.look));
        Self { review: Review::of_whole(rows, notes), accepted: Message::Apply(Pending::Turn(Arc::new(turned))) }
    }

    /// Shows what approving a ticket would do now, and below it what was asked, which is something else (S-28).
    pub fn of_approval(desk: &Desk, ticket: &Ticket, approved: Approved) -> Self {
        let now = &approved.plan;
        let texts = &desk.look.texts;
        let others = now.changes.iter().filter(|change| change.subject != ticket.subject());
        let rows = plan::told(others, &desk.catalogue, &desk.look, |_| None);
        let number = ("number", ticket.id.0.to_string().into());
        let mut notes = vec![(texts.with("ticket-approve-differs", &[number]), Tone::Warning)];
        notes.extend(ticket.asked.iter().map(|asked| {
            let read = texts.asked(&desk.catalogue, asked);
            let values = texts.with("change-arrow", &[("before", read.before.into()), ("after", read.after.into())]);
            (Shown::join(&[Shown::fixed(" "), read.who, read.what, values], &Shown::fixed(" ")), Tone::Plain)
        }));
        notes.push((texts.get("ticket-approve-question"), Tone::Plain));
        notes.extend(plan::notes(now, &desk.catalogue, &desk.look));
        Self { review: Review::of_whole(rows, notes), accepted: Message::Apply(Pending::Approval(Arc::new(approved))) }
    }
}

/// Those that are left out, each with its reason, and how many are not.
fn verdicts(desk: &Desk, bulk: &Bulk) -> (Vec<ReviewRow>, (Shown, Tone)) {
    let texts = &desk.look.texts;
    let row = |verdict: &Verdict| ReviewRow {
        who: show(&verdict.name),
        what: texts.get("bulk-left-out"),
        remark: verdict.refused.as_ref().map(|r| texts.reason(&desk.catalogue, r)).unwrap_or_default(),
        refused: true,
        ..ReviewRow::default()
    };
    let number = |count: usize| texts.number(i64::try_from(count).unwrap_or(i64::MAX));
    let args = [("allowed", number(bulk.allowed).into()), ("refused", number(bulk.refused.len()).into())];
    let tone = if bulk.refused.is_empty() { Tone::Plain } else { Tone::Warning };
    (bulk.refused.iter().map(row).collect(), (texts.with("bulk-verdicts", &args), tone))
}

/// The rows and notes of a draft's plan.
pub fn draft_rows(
    desk: &Desk,
    without: &[usize],
    made: &Result<Plan, ServiceError>,
    accepted: &Message,
) -> (Vec<ReviewRow>, Vec<(Shown, Tone)>) {
    let texts = &desk.look.texts;
    let mut notes = Vec::new();
    if let Ok(moved) = desk.console.moved_since(&desk.draft)
        && !moved.is_empty()
    {
        let names: Vec<String> = moved.iter().map(|subject| name_of(desk, *subject)).collect();
        notes.push((texts.with("desk-moved", &[("names", names.join(", ").into())]), Tone::Warning));
        notes.extend(moved.iter().filter(|subject| subject.kind == Kind::Order).flat_map(|s| both_orders(desk, *s)));
    }
    match made {
        Ok(made) => {
            let origin = origins(desk, without);
            let rows = plan::rows(made, &desk.catalogue, &desk.look, |change| origin(change));
            notes.extend(plan::notes(made, &desk.catalogue, &desk.look));
            if matches!(accepted, Message::Request { .. }) {
                notes.push((texts.get("review-may-ask"), Tone::Warning));
            }
            (rows, notes)
        }
        Err(error) => {
            notes.push((desk.word(error), Tone::Refused));
            (judged(desk, without), notes)
        }
    }
}

/// How many values of moved records are named one by one.
const MOVED: usize = 8;

/// S-45: what somebody else changed since it was staged, each field with the value of now and the staged one.
pub fn moved_lines(desk: &Desk, moved: &[Subject], plan: &Plan) -> Vec<Shown> {
    let texts = &desk.look.texts;
    let names: Vec<String> = moved.iter().map(|subject| name_of(desk, *subject)).collect();
    let mut lines = vec![texts.with("moved-who", &[("names", names.join(", ").into())])];
    let asked = |change: &&Change| !change.effect && moved.contains(&change.subject);
    let changes: Vec<&Change> = plan.changes.iter().filter(asked).collect();
    for change in changes.iter().take(MOVED) {
        let said = texts.change(&desk.catalogue, change);
        let args = [
            ("who", said.who.into()),
            ("what", said.what.into()),
            ("now", said.before.into()),
            ("yours", said.after.into()),
        ];
        lines.push(texts.with("moved-both", &args));
    }
    let more = changes.len().saturating_sub(MOVED);
    if more > 0 {
        lines.push(texts.with("moved-more", &[("count", i64::try_from(more).unwrap_or(i64::MAX).into())]));
    }
    lines.push(texts.get("moved-question"));
    lines
}

/// Each Command that is refused, with its reason, to be left out; and what the others come to without them.
fn judged(desk: &Desk, without: &[usize]) -> Vec<ReviewRow> {
    let kept: Vec<usize> = (0..desk.staged.len()).filter(|at| !without.contains(at)).collect();
    if kept.len() > TRACED {
        return Vec::new();
    }
    let (mut allowed, mut rows, mut plan) = (Vec::new(), Vec::new(), None);
    for at in kept {
        allowed.push(desk.staged[at].clone());
        match desk.console.preview_request(&allowed) {
            Ok(made) => plan = Some(made),
            Err(error) => {
                drop(allowed.pop());
                rows.push(ReviewRow {
                    command: Some(at),
                    who: show(&first_name(&desk.staged[at])),
                    what: desk.look.texts.get("review-refused"),
                    remark: desk.word(&error),
                    refused: true,
                    ..ReviewRow::default()
                });
            }
        }
    }
    if let Some(plan) = plan {
        let origin = origins(desk, without);
        rows.extend(plan::rows(&plan, &desk.catalogue, &desk.look, |change| origin(change)));
    }
    rows
}

/// The record that a Command names first.
fn first_name(command: &Command) -> String {
    let mut names = Vec::new();
    command.clone().references(&mut |_, reference| names.push(reference.name().to_owned()));
    names.into_iter().next().unwrap_or_default()
}

/// C-28: an order that somebody saved meanwhile, beside the one that is staged.
fn both_orders(desk: &Desk, subject: Subject) -> Vec<(Shown, Tone)> {
    let texts = &desk.look.texts;
    let Some(list) = OrderList::from_id(subject.id) else { return Vec::new() };
    let numbered = |names: &[Shown]| {
        let ranked: Vec<Shown> = (1_i64..)
            .zip(names)
            .map(|(rank, name)| Shown::join(&[texts.number(rank), name.clone()], &Shown::fixed(" ")))
            .collect();
        Shown::join(&ranked, &Shown::fixed(", "))
    };
    let now = desk.console.order(list, &[]).unwrap_or_default();
    let now: Vec<Shown> = now.iter().map(|contact| show(&contact.name)).collect();
    let yours = desk.staged.iter().rev().find_map(|command| match command {
        Command::SetCommunicationOrder(order) if order.list == list => Some(&order.contacts),
        _ => None,
    });
    let yours: Vec<Shown> = yours.into_iter().flatten().map(|contact| show(contact.name())).collect();
    let said = |id, names: &[Shown]| {
        let list = texts.label(list);
        texts.with(id, &[("list", list.into()), ("names", numbered(names).into())])
    };
    vec![(said("order-theirs", &now), Tone::Warning), (said("order-yours", &yours), Tone::Warning)]
}

/// What a record is called; its id where it is no longer there.
fn name_of(desk: &Desk, subject: Subject) -> String {
    desk.console.name_of(subject, &[]).unwrap_or_else(|_| subject.to_string())
}

/// From which Command of the draft a change comes: the first prefix of the draft that makes it.
fn origins(desk: &Desk, without: &[usize]) -> impl Fn(&Change) -> Option<usize> + use<> {
    let kept: Vec<usize> = (0..desk.staged.len()).filter(|at| !without.contains(at)).collect();
    let mut firsts: Vec<(usize, Vec<(String, String)>)> = Vec::new();
    if kept.len() <= TRACED {
        let mut prefix: Vec<Command> = Vec::new();
        for at in kept {
            prefix.push(desk.staged[at].clone());
            let Ok(plan) = desk.console.preview_request(&prefix) else {
                prefix.pop();
                continue;
            };
            let fields = plan.changes.iter().map(|c| (c.subject.to_string(), c.field.clone())).collect();
            firsts.push((at, fields));
        }
    }
    move |change| {
        let wanted = (change.subject.to_string(), change.field.clone());
        firsts.iter().find(|(_, fields)| fields.contains(&wanted)).map(|(at, _)| *at)
    }
}

impl Layer<Message> for ReviewLayer {
    fn place(&self) -> Place {
        Place::Review
    }

    fn on(&mut self, event: Event<'_>) -> Answer<Message> {
        let Event::Action(action) = event else { return Answer::Used };
        if !self.offers(action) {
            return Answer::Used;
        }
        if action == Action::Drop {
            return Answer::CloseWith(Message::Act(Action::Drop));
        }
        match self.review.on(action) {
            Reviewed::Used => Answer::Used,
            Reviewed::Passed => Answer::Passed,
            Reviewed::Back => Answer::Close,
            Reviewed::Apply => Answer::CloseWith(self.accepted.clone()),
            Reviewed::SendRequest => Answer::CloseWith(Message::Request { without: self.review.left_out().to_vec() }),
            Reviewed::LeftOut(without) => Answer::Say(Message::Without(without)),
        }
    }

    fn draw(&mut self, canvas: &mut Canvas<'_>) {
        self.review.draw(canvas);
    }

    fn offers(&self, action: Action) -> bool {
        self.review.offers(action)
    }

    fn replanned(&mut self, rows: Vec<ReviewRow>, notes: Vec<(Shown, Tone)>, accepted: Message) {
        self.review.set(rows, notes);
        self.accepted = accepted;
    }
}
