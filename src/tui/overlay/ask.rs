//! Questions and notices over the panes.

use super::super::action::Action;
use super::super::canvas::Canvas;
use super::super::event::Event;
use super::super::layer::{Answer, Layer};
use super::super::place::Place;
use super::super::widget::confirm::{Confirm, Confirmed};
use super::super::widget::notice::{Line, Notice, Read};
use super::Message;
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

#[cfg(test)]
mod tests {
    use super::super::super::testing::{EN, screen};
    use super::super::testing::keys;
    use super::*;
    use crate::text::show;

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
