//! A form over the panes: what is typed becomes Commands, staged or, for a decision on a ticket, run at once.

use super::super::canvas::{Canvas, columns};
use super::super::desk::Desk;
use super::super::event::Event;
use super::super::layer::{Answer, Layer};
use super::super::place::Place;
use super::super::theme::Tone;
use super::super::widget::form::{Button, Field, Filled, Form};
use super::Message;
use crate::domain::command::Command;
use crate::service::Draft;
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
    /// They are requests, which carry that part of the draft.
    Send(Draft),
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

    /// Makes its Commands requests, which carry that part of the draft.
    #[must_use]
    pub fn sending(mut self, staged: Draft) -> Self {
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
        let least = self.form.height(width).min(8);
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
