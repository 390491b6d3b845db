//! What is done to all marked rows: chosen from one list, filtered by typing.

use super::super::canvas::Canvas;
use super::super::desk::Desk;
use super::super::event::Event;
use super::super::layer::{Answer, Layer};
use super::super::place::Place;
use super::super::widget::choice::{Choice, Chosen, Item};
use super::super::widget::form::{Button, Field};
use super::Message;
use super::bulk_places::Belongs;
use super::form::FormLayer;
use crate::domain::catalogue::{Catalogue, Entry, Family, Key};
use crate::domain::cell::{admin_command, contact_command, user_command};
use crate::domain::command::{
    ApproveTicket, AssignTicket, CancelTicket, Command, Ref, RejectTicket, SetAdminEnabled, SetTicketPriority,
    SetUserEnabled, TakeTicket,
};
use crate::domain::id::{AdminId, ContactId, Kind, Subject, UserId};
use crate::domain::record::{Admin, Contact, User};
use crate::domain::value::{Level, Priority};
use crate::service::Result;
use crate::text::{Shown, Texts, show};

/// Why it is done; empty where nothing was said.
pub type Reason = String;

/// What can be done to many records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Set a cell of the catalogue.
    Cell {
        /// Which.
        key: Key,
        /// To which of its values.
        rank: u8,
    },
    /// Set what they have of a place.
    Belongs(Belongs),
    /// Let them in again.
    Enable,
    /// Let them in no more, for a reason, if there is one; asked for first where none was.
    Disable(Option<Reason>),
    /// Take the tickets.
    Take,
    /// Approve the tickets, where each still does what was asked for.
    Approve,
    /// Reject the tickets, for that one reason.
    Reject(String),
    /// Give the tickets to that administrator.
    Assign(AdminId, String),
    /// Make the tickets that urgent.
    Priority(Priority),
    /// Withdraw one's own tickets.
    Withdraw,
}

impl Deed {
    /// The Commands that do it to one record.
    pub fn commands(&self, catalogue: &Catalogue, subject: Subject) -> Vec<Command> {
        let name = || subject.to_string();
        let reference = || Ref::pinned(name(), subject.id);
        match (self, subject.kind) {
            (Self::Enable | Self::Disable(_), Kind::User) => {
                vec![SetUserEnabled { user: reference(), value: *self == Self::Enable, reason: self.reason() }.into()]
            }
            (Self::Belongs(belongs), Kind::User) => vec![belongs.command(reference())],
            (deed, Kind::Ticket) => deed.on_ticket(reference()).into_iter().collect(),
            (Self::Enable | Self::Disable(_), Kind::Admin) => {
                let (value, reason) = (*self == Self::Enable, self.reason());
                vec![SetAdminEnabled { admin: reference(), value, branch: None, reason }.into()]
            }
            (Self::Cell { key, rank }, Kind::User) => {
                let user = User { id: UserId(subject.id), display_name: name(), ..User::default() };
                let entry = catalogue.get(key.as_str());
                entry.and_then(|entry| user_command(&user, entry, *rank)).into_iter().collect()
            }
            (Self::Cell { key, rank }, Kind::Contact) => {
                let contact = Contact { id: ContactId(subject.id), name: name(), ..Contact::default() };
                vec![contact_command(&contact, key, *rank > 0)]
            }
            (Self::Cell { key, rank }, Kind::Admin) => {
                let admin = Admin { id: AdminId(subject.id), username: name(), ..Admin::default() };
                vec![admin_command(&admin, key, Level::ALL.get(usize::from(*rank)).copied())]
            }
            _ => Vec::new(),
        }
    }

    /// Why it is done, where something was said.
    fn reason(&self) -> Option<String> {
        match self {
            Self::Disable(reason) => reason.clone().filter(|reason| !reason.is_empty()),
            _ => None,
        }
    }

    fn on_ticket(&self, ticket: Ref) -> Option<Command> {
        Some(match self {
            Self::Take => TakeTicket { ticket }.into(),
            Self::Approve => ApproveTicket { ticket, as_of_now: None }.into(),
            Self::Reject(reason) => RejectTicket { ticket, reason: reason.clone() }.into(),
            Self::Assign(id, name) => AssignTicket { ticket, assignee: Ref::pinned(name.clone(), id.0) }.into(),
            Self::Priority(value) => SetTicketPriority { ticket, value: *value }.into(),
            Self::Withdraw => CancelTicket { ticket }.into(),
            Self::Cell { .. } | Self::Belongs(_) | Self::Enable | Self::Disable(_) => return None,
        })
    }

    /// What it is called.
    pub fn label(&self, catalogue: &Catalogue, texts: &Texts) -> Shown {
        match self {
            Self::Take => texts.get("bulk-take-tickets"),
            Self::Approve => texts.get("bulk-approve"),
            Self::Reject(reason) => texts.with("bulk-reject", &[("reason", show(reason).into())]),
            Self::Assign(_, name) => texts.with("bulk-assign", &[("name", show(name).into())]),
            Self::Priority(value) => texts.with("bulk-priority", &[("value", texts.label(*value).into())]),
            Self::Withdraw => texts.get("bulk-withdraw"),
            Self::Belongs(belongs) => belongs.label(texts),
            Self::Enable => texts.get("bulk-enable"),
            Self::Disable(_) => texts.get("bulk-disable"),
            Self::Cell { key, rank } => match catalogue.get(key.as_str()) {
                Some(entry) if entry.is_switch() => {
                    let what = ("what", texts.entry_label(entry).into());
                    if *rank > 0 { texts.with("bulk-give", &[what]) } else { texts.with("bulk-take", &[what]) }
                }
                Some(entry) => {
                    let what = ("what", texts.entry_label(entry).into());
                    texts.with("bulk-set", &[what, ("value", texts.value_label(entry, *rank).into())])
                }
                None => Shown::default(),
            },
        }
    }

    /// All that can be done to records of a kind.
    fn all(catalogue: &Catalogue, kind: Kind) -> Vec<Self> {
        let families: &[Family] = match kind {
            Kind::User => &[Family::Portal, Family::Licence],
            Kind::Contact => &[Family::Contact],
            Kind::Admin => &[Family::Resource],
            _ => &[],
        };
        let values = |entry: &Entry| {
            let key = entry.key.clone();
            (0..=entry.top()).rev().map(move |rank| Self::Cell { key: key.clone(), rank })
        };
        // A softphone belongs to a device of its user: there is none for all.
        let cells = families.iter().flat_map(|family| catalogue.family(*family));
        let cells = cells.filter(|entry| entry.key.as_str() != "softphone").flat_map(values);
        if kind == Kind::Ticket {
            let ranks = Priority::ALL.iter().rev().map(|priority| Self::Priority(*priority));
            return [Self::Take, Self::Approve].into_iter().chain(ranks).chain([Self::Withdraw]).collect();
        }
        let enabling = matches!(kind, Kind::User | Kind::Admin).then_some([Self::Disable(None), Self::Enable]);
        enabling.into_iter().flatten().chain(cells).collect()
    }
}

/// Asks why so many records are disabled; the reason goes with each of them into the journal.
pub fn ask_reason(desk: &Desk, count: usize) -> FormLayer {
    let texts = &desk.look.texts;
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    let title = texts.with("bulk-disable-title", &[("count", count.into())]);
    let fields = vec![Field::text("reason", texts.get("form-reason"), "")];
    let buttons = vec![(Button::Save, texts.get("bulk-disable-go")), (Button::Cancel, texts.get("form-cancel"))];
    FormLayer::asking(desk, title, fields, buttons, |form, _| {
        Message::Bulk(Deed::Disable(Some(form.text("reason").trim().to_owned())))
    })
}

/// The choice of a deed.
pub struct BulkLayer {
    title: Shown,
    none: Shown,
    choice: Choice<Deed>,
}

impl BulkLayer {
    /// Offers what can be done to so many records of a kind; nothing where there is nothing.
    ///
    /// # Errors
    /// Signed out, or the store.
    pub fn open(desk: &Desk, kind: Kind, count: usize) -> Result<Option<Self>> {
        let texts = &desk.look.texts;
        let item = |deed: Deed| {
            let label = deed.label(&desk.catalogue, texts);
            Item::new(deed, label)
        };
        let places = if kind == Kind::User { Belongs::all(desk)? } else { Vec::new() };
        let deeds = Deed::all(&desk.catalogue, kind).into_iter().chain(places.into_iter().map(Deed::Belongs));
        let items: Vec<_> = deeds.map(item).collect();
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        let title = texts.with("bulk-title", &[("count", count.into())]);
        let none = texts.get("bulk-none");
        Ok((!items.is_empty()).then(|| Self { title, none, choice: Choice::new(items) }))
    }
}

impl Layer<Message> for BulkLayer {
    fn place(&self) -> Place {
        Place::Choice
    }

    fn on(&mut self, event: Event<'_>) -> Answer<Message> {
        match self.choice.on(event) {
            Chosen::Picked(deed) => Answer::CloseWith(Message::Bulk(deed)),
            Chosen::Closed => Answer::Close,
            Chosen::Used | Chosen::Passed => Answer::Used,
        }
    }

    fn draw(&mut self, canvas: &mut Canvas<'_>) {
        let height = canvas.height().saturating_sub(4).min(20);
        let mut popup = canvas.popup(60, height, &self.title);
        self.choice.draw(&mut popup, &self.none);
    }
}
