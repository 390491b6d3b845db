//! Questions and notices over the panes.

use super::super::action::Action;
use super::super::canvas::Canvas;
use super::super::desk::Desk;
use super::super::layer::{Answer, Event, Layer};
use super::super::place::Place;
use super::super::widget::confirm::{Confirm, Confirmed};
use super::super::widget::notice::{Line, Notice, Read};
use super::Message;
use crate::domain::command::{ApproveTicket, Ref};
use crate::text::Shown;

/// A question with what is said to the console if the answer is yes.
pub struct ConfirmLayer {
    confirm: Confirm,
    yes: Message,
}

impl ConfirmLayer {
    /// Asks; Enter says yes.
    pub fn new(title: Shown, question: Vec<Shown>, yes: Message) -> Self {
        Self { confirm: Confirm::new(title, question), yes }
    }

    /// Asks for a name to be typed: Enter alone is no answer.
    #[must_use]
    pub fn typed(mut self, name: &str) -> Self {
        self.confirm = self.confirm.typed(name);
        self
    }
}

impl Layer<Message> for ConfirmLayer {
    fn place(&self) -> Place {
        Place::Confirm
    }

    fn on(&mut self, event: Event<'_>) -> Answer<Message> {
        match self.confirm.on(event) {
            Confirmed::Used => Answer::Used,
            Confirmed::Yes => Answer::CloseWith(self.yes.clone()),
            Confirmed::No => Answer::Close,
            Confirmed::Passed => Answer::Passed,
        }
    }

    fn draw(&mut self, canvas: &mut Canvas<'_>) {
        self.confirm.draw(canvas);
    }
}

/// Something to read.
pub struct NoticeLayer(Notice);

impl NoticeLayer {
    /// Shows lines.
    pub const fn new(title: Shown, lines: Vec<Line>) -> Self {
        Self(Notice::new(title, lines))
    }

    /// Shows paragraphs.
    pub fn said(title: Shown, paragraphs: impl IntoIterator<Item = Shown>) -> Self {
        Self(Notice::said(title, paragraphs))
    }
}

impl Layer<Message> for NoticeLayer {
    fn place(&self) -> Place {
        Place::Notice
    }

    fn on(&mut self, event: Event<'_>) -> Answer<Message> {
        let Event::Action(action) = event else { return Answer::Used };
        match self.0.on(action) {
            Read::Used => Answer::Used,
            Read::Closed => Answer::Close,
            // A notice has no record of its own that could be asked about, staged or moved.
            Read::Passed if matches!(action, Action::Why) => Answer::Used,
            Read::Passed => Answer::Passed,
        }
    }

    fn draw(&mut self, canvas: &mut Canvas<'_>) {
        self.0.draw(canvas);
    }
}

/// Asks whether the whole draft is dropped.
pub fn drop_draft(desk: &Desk) -> ConfirmLayer {
    let texts = &desk.look.texts;
    let question = texts.with("drop-question", &[("count", desk.staged.len().into())]);
    ConfirmLayer::new(texts.get("drop-title"), vec![question], Message::Drop)
}

/// Asks whether to leave while something typed is not saved.
pub fn quit_typing(desk: &Desk) -> ConfirmLayer {
    let texts = &desk.look.texts;
    ConfirmLayer::new(texts.get("quit-title"), vec![texts.get("quit-question")], Message::Quit)
}

/// Asks whether a ticket is approved although its plan is no longer the one that was asked for.
pub fn approve_as_of_now(desk: &Desk, ticket: i64) -> ConfirmLayer {
    let texts = &desk.look.texts;
    let approve = ApproveTicket { ticket: Ref::pinned(format!("#{ticket}"), ticket), as_of_now: Some(true) };
    let yes = Message::Run(vec![approve.into()]);
    ConfirmLayer::new(texts.get("ticket-approve-differs"), vec![texts.get("ticket-approve-question")], yes)
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{EN, press, screen};
    use super::*;
    use crate::text::show;

    fn keys(layer: &mut dyn Layer<Message>, keys: &str) -> Answer<Message> {
        let mut target = (layer, Answer::Passed);
        press(&mut target, keys, |(layer, _)| layer.place(), |(layer, last), event| *last = layer.on(event));
        target.1
    }

    #[test]
    fn yes_says_its_message_and_no_says_nothing() {
        let ask = || ConfirmLayer::new(show("Drop?"), vec![show("Gone for good.")], Message::Drop);
        assert_eq!(keys(&mut ask(), "Enter"), Answer::CloseWith(Message::Drop));
        assert_eq!(keys(&mut ask(), "Esc"), Answer::Close);
        assert_eq!(keys(&mut ask().typed("ana"), "Enter"), Answer::Used);
        assert_eq!(keys(&mut ask().typed("ana"), "a n a Enter"), Answer::CloseWith(Message::Drop));
    }

    #[test]
    fn a_notice_is_read_and_closed() {
        let mut notice = NoticeLayer::said(show("Welcome"), [show("Nothing new.")]);
        let lines = screen(EN, 80, 24, |canvas| notice.draw(canvas));
        assert!(lines.iter().any(|line| line.contains("Nothing new.")), "{lines:#?}");
        assert_eq!(notice.on(Event::Paste("x")), Answer::Used);
        assert_eq!(keys(&mut notice, "j"), Answer::Used);
        assert_eq!(keys(&mut notice, "Enter"), Answer::Close);
    }
}
