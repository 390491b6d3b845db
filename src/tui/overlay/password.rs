//! The password asked for again before what is sensitive (S-29), and what was to be done then.

use zeroize::Zeroizing;

use super::super::action::Action;
use super::super::canvas::{Canvas, columns};
use super::super::layer::{Answer, Event, Layer};
use super::super::place::Place;
use super::super::theme::Tone;
use super::super::widget::secret::SecretField;
use super::Message;
use crate::text::Shown;

/// A password on its way to be tried: never shown, not even in a trace.
#[derive(Clone, PartialEq)]
pub struct Typed(pub Zeroizing<String>);

impl std::fmt::Debug for Typed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Typed(…)")
    }
}

/// Asks for the password.
pub struct PasswordLayer {
    secret: SecretField,
    then: Message,
    refusal: Option<Shown>,
}

impl PasswordLayer {
    /// Asks; `then` is done once it was the right one.
    pub fn new(then: Message) -> Self {
        Self { secret: SecretField::default(), then, refusal: None }
    }
}

impl Layer<Message> for PasswordLayer {
    fn place(&self) -> Place {
        Place::Confirm
    }

    fn on(&mut self, event: Event<'_>) -> Answer<Message> {
        self.refusal = None;
        match event {
            Event::Action(Action::Back) => Answer::Close,
            Event::Action(Action::Accept) if self.secret.is_empty() => Answer::Used,
            Event::Action(Action::Accept) => {
                let typed = Typed(self.secret.take());
                Answer::Say(Message::Prove { typed, then: Box::new(self.then.clone()) })
            }
            event if self.secret.on(event) => Answer::Used,
            _ => Answer::Passed,
        }
    }

    fn draw(&mut self, canvas: &mut Canvas<'_>) {
        let texts = &canvas.look.texts;
        let (title, why, prompt) = (texts.get("again-title"), texts.get("again-why"), texts.get("entrance-password"));
        let foot = texts.get("again-keys");
        let width = canvas.width().saturating_sub(8).min(64);
        let why = why.wrap(usize::from(width));
        let rows = u16::try_from(why.len()).unwrap_or(1);
        let mut popup = canvas.popup(width, rows + 5, &title);
        for (y, line) in (0..).zip(&why) {
            popup.text(0, y, line, Tone::Plain);
        }
        popup.text(0, rows + 1, &prompt, Tone::Strong);
        if let Some(refusal) = &self.refusal {
            popup.cell(0, rows + 2, width, refusal, Tone::Refused);
        }
        popup.text(0, rows + 4, &foot, Tone::Dim);
        self.secret.draw(&mut popup.part(columns(&prompt) + 2, rows + 1, u16::MAX, 1), true);
    }

    fn refused(&mut self, _field: Option<&str>, why: Shown) {
        self.refusal = Some(why);
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{EN, screen};
    use super::super::testing::{keys, typed};
    use super::*;

    #[test]
    fn s_29_what_is_typed_is_said_with_what_was_to_be_done_and_shown_nowhere() {
        let mut layer = PasswordLayer::new(Message::Turn);
        assert_eq!(keys(&mut layer, "Enter"), Answer::Used);
        keys(&mut layer, &typed("a frog"));
        let lines = screen(EN, 80, 24, |canvas| layer.draw(canvas)).join("\n");
        assert!(lines.contains("******") && !lines.contains("frog"), "{lines}");
        let said = keys(&mut layer, "Enter");
        assert!(!format!("{said:?}").contains("frog"));
        let Answer::Say(Message::Prove { typed, then }) = said else { panic!("{said:?}") };
        assert_eq!((typed.0.as_str(), *then), ("a frog", Message::Turn));
        assert_eq!(keys(&mut layer, "Esc"), Answer::Close);
    }
}
