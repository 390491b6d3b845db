//! The forms: what is typed becomes Commands, staged or, for a decision on a ticket, run at once.

use super::super::canvas::{Canvas, columns};
use super::super::desk::Desk;
use super::super::layer::{Answer, Event, Layer};
use super::super::place::{Place, Tab};
use super::super::theme::Tone;
use super::super::widget::form::{Button, Field, Filled, Form};
use super::Message;
use super::forms::{admin, contact, newcomer, note, organisation, place, role, ticket, user};
use crate::domain::command::Command;
use crate::domain::id::{Kind, Subject};
use crate::domain::value::TicketKind;
use crate::service::{Request, Result};
use crate::text::Shown;

/// Turns what is typed into Commands; none where nothing was changed.
pub type Build = Box<dyn Fn(&Form) -> Vec<Command>>;

/// Turns what is typed, and the button, into what is said to the console.
type Say = Box<dyn Fn(&Form, Button) -> Message>;

/// The widest a form gets.
const WIDEST: u16 = 100;

/// A form over the panes. It stays open until what it says was done, so that a refusal loses nothing.
pub struct FormLayer {
    title: Shown,
    intro: Option<Shown>,
    form: Form,
    build: Build,
    then: Then,
    refusal: Option<Shown>,
}

/// What becomes of the Commands of a form.
enum Then {
    /// They are no Commands: it says something else.
    Say(Say),
    Stage,
    Run,
    /// They are requests, which carry what is staged at these places.
    Send(Vec<usize>),
}

impl FormLayer {
    /// Creates a form whose Commands are staged: Save opens the review, Stage only does not.
    pub fn staging(desk: &Desk, title: Shown, fields: Vec<Field>, build: Build) -> Self {
        let texts = &desk.look.texts;
        let buttons = vec![
            (Button::Save, texts.get("form-save")),
            (Button::StageOnly, texts.get("form-stage")),
            (Button::Cancel, texts.get("form-cancel")),
        ];
        Self::new(desk, title, fields, buttons, build, Then::Stage)
    }

    /// Creates a form whose Commands are run at once.
    pub fn at_once(desk: &Desk, title: Shown, fields: Vec<Field>, build: Build) -> Self {
        let texts = &desk.look.texts;
        let buttons = vec![(Button::Save, texts.get("form-go")), (Button::Cancel, texts.get("form-cancel"))];
        Self::new(desk, title, fields, buttons, build, Then::Run)
    }

    /// Creates a form that says something to the console, however it was saved.
    pub fn asking(
        desk: &Desk,
        title: Shown,
        fields: Vec<Field>,
        buttons: Vec<(Button, Shown)>,
        say: impl Fn(&Form, Button) -> Message + 'static,
    ) -> Self {
        let then = Then::Say(Box::new(say));
        Self::new(desk, title, fields, buttons, Box::new(|_| Vec::new()), then)
    }

    fn new(
        desk: &Desk,
        title: Shown,
        fields: Vec<Field>,
        buttons: Vec<(Button, Shown)>,
        build: Build,
        then: Then,
    ) -> Self {
        let form = Form::new(fields, buttons, desk.look.texts.get("form-required"));
        Self { title, intro: None, form, build, then, refusal: None }
    }

    /// Makes its Commands requests, which carry what is staged at these places.
    #[must_use]
    pub fn sending(mut self, staged: Vec<usize>) -> Self {
        self.then = Then::Send(staged);
        self
    }

    /// Adds what is said above the fields.
    #[must_use]
    pub fn intro(mut self, text: Shown) -> Self {
        self.intro = Some(text);
        self
    }

    fn say(&self, review: bool) -> Answer<Message> {
        if let Then::Say(say) = &self.then {
            return Answer::Say(say(&self.form, if review { Button::Save } else { Button::StageOnly }));
        }
        let commands = (self.build)(&self.form);
        if commands.is_empty() {
            return Answer::Close;
        }
        Answer::Say(match &self.then {
            Then::Stage => Message::Stage { commands, review },
            Then::Run => Message::Run(commands),
            Then::Say(_) => return Answer::Used,
            Then::Send(sent) => Message::Send { commands, sent: sent.clone() },
        })
    }
}

impl Layer<Message> for FormLayer {
    fn place(&self) -> Place {
        self.form.place()
    }

    fn on(&mut self, event: Event<'_>) -> Answer<Message> {
        let filled = self.form.on(event);
        if filled != Filled::Passed {
            self.refusal = None;
        }
        match filled {
            Filled::Used => Answer::Used,
            Filled::Passed => Answer::Passed,
            Filled::Save => self.say(true),
            Filled::StageOnly => self.say(false),
            Filled::Leave => Answer::Close,
        }
    }

    fn draw(&mut self, canvas: &mut Canvas<'_>) {
        let width = canvas.width().saturating_sub(4).min(WIDEST).max(columns(&self.title) + 2);
        let wrapped = |text: &Option<Shown>| text.as_ref().map(|t| t.wrap(usize::from(width))).unwrap_or_default();
        let (intro, refusal) = (wrapped(&self.intro), wrapped(&self.refusal));
        let rows = |lines: &[Shown]| u16::try_from(lines.len()).unwrap_or(u16::MAX);
        // A blank line stands under the intro.
        let above = if intro.is_empty() { 0 } else { rows(&intro) + 1 };
        let height = above.saturating_add(self.form.height(width)).saturating_add(rows(&refusal));
        let mut popup = canvas.popup(width, height, &self.title);
        // Where room is short, the fields matter more than what is said above them.
        let least = 8;
        let above = if popup.height().saturating_sub(above) < least { 0 } else { above };
        for (y, line) in (0..above).zip(&intro) {
            popup.text(0, y, line, Tone::Dim);
        }
        let bottom = popup.height().saturating_sub(rows(&refusal));
        for (y, line) in (bottom..).zip(&refusal) {
            popup.text(0, y, line, Tone::Refused);
        }
        self.form.draw(&mut popup.part(0, above, width, bottom.saturating_sub(above)));
    }

    fn refused(&mut self, field: Option<&str>, why: Shown) {
        let own = field.filter(|field| self.form.values().any(|(id, _)| id == *field));
        match own {
            Some(field) => {
                self.form.refuse(field, why);
            }
            None => self.refusal = Some(why),
        }
    }
}

/// Opens the form of a new record: of the tab, or of that kind in the tab Site. None where nothing can be
/// made there by hand.
///
/// # Errors
/// Signed out, or the store.
pub fn new_form(desk: &Desk, tab: Tab, kind: Option<Kind>) -> Result<Option<FormLayer>> {
    Ok(match tab {
        Tab::Admins => Some(admin::create(desk)?),
        Tab::Users => Some(user::create(desk)?),
        Tab::Roles => Some(role::create(desk)),
        Tab::Contacts => Some(contact::create(desk)?),
        Tab::Tickets => Some(ticket::open(desk)),
        Tab::Journal => None,
        Tab::Site => kind.and_then(|kind| place::create(desk, kind)),
    })
}

/// Opens the form of a record with what it holds, the draft on top; none for what no form edits.
///
/// # Errors
/// Not found, signed out, or the store.
pub fn edit_form(desk: &Desk, subject: Subject) -> Result<Option<FormLayer>> {
    Ok(Some(match subject.kind {
        Kind::Organisation => organisation::edit(desk)?,
        Kind::Site => place::edit_site(desk, subject.id)?,
        Kind::Group => place::edit_group(desk, subject.id)?,
        Kind::Workspace => place::edit_workspace(desk, subject.id)?,
        Kind::Application => place::edit_application(desk, subject.id)?,
        Kind::Admin => admin::edit(desk, subject.id)?,
        Kind::Role => role::edit(desk, subject.id)?,
        Kind::User => user::edit(desk, subject.id)?,
        Kind::Contact => contact::edit(desk, subject.id)?,
        Kind::Order | Kind::Ticket => return Ok(None),
    }))
}

/// Opens the form of a record's note; none where there is none.
///
/// # Errors
/// Not found, not allowed, signed out, or the store.
pub fn note_form(desk: &Desk, subject: Subject) -> Result<Option<FormLayer>> {
    note::edit(desk, subject)
}

/// Opens the form of one's own details.
///
/// # Errors
/// Signed out, or the store.
pub fn own_form(desk: &Desk) -> Result<Option<FormLayer>> {
    admin::own(desk).map(Some)
}

/// Opens the form of a new role with what another one gives.
///
/// # Errors
/// Not found, signed out, or the store.
pub fn clone_role_form(desk: &Desk, number: i64) -> Result<FormLayer> {
    role::clone(desk, number)
}

/// Opens the form that disables a person with a reason, or enables them again; none for what is no person.
///
/// # Errors
/// Not found, signed out, or the store.
pub fn disable_form(desk: &Desk, subject: Subject) -> Result<Option<FormLayer>> {
    match subject.kind {
        Kind::User => user::disable(desk, subject.id).map(Some),
        Kind::Admin => admin::disable(desk, subject.id).map(Some),
        _ => Ok(None),
    }
}

/// Opens the form of a request of that kind, for those that have one of their own; the others begin where what they
/// are about is shown.
///
/// # Errors
/// Signed out, or the store.
pub fn ask_form(desk: &Desk, kind: TicketKind) -> Result<Option<FormLayer>> {
    match kind {
        TicketKind::NewUser => newcomer::ask(desk).map(Some),
        TicketKind::Other => Ok(Some(ticket::open(desk))),
        TicketKind::ChangeRights | TicketKind::Deactivate => Ok(None),
    }
}

/// Opens the form that sends what is staged as requests.
pub fn send_form(desk: &Desk, requests: Vec<Request>, sent: Vec<usize>) -> FormLayer {
    ticket::send(desk, requests, sent)
}

/// Opens the form that comments a ticket.
///
/// # Errors
/// None yet.
pub fn comment_form(desk: &Desk, ticket: i64) -> Result<Option<FormLayer>> {
    Ok(Some(ticket::comment(desk, ticket)))
}
