//! A question before something that may destroy: answered by typing a name, or with one key.

use super::super::action::Action;
use super::super::canvas::{Canvas, columns};
use super::super::event::Event;
use super::super::theme::Tone;
use super::field::TextField;
use crate::domain::norm::case_fold;
use crate::text::{Shown, show};

/// A question.
#[derive(Clone, Debug)]
pub struct Confirm {
    title: Shown,
    question: Vec<Shown>,
    name: Option<String>,
    typed: TextField,
    wrong: bool,
}

/// The answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confirmed {
    /// None yet.
    Used,
    /// Yes.
    Yes,
    /// No.
    No,
    /// The event is for somebody else.
    Passed,
}

impl Confirm {
    /// Creates a question that is answered with Enter.
    pub fn new(title: Shown, question: Vec<Shown>) -> Self {
        Self { title, question, name: None, typed: TextField::default(), wrong: false }
    }

    /// Asks for a name to be typed: Enter alone is no answer (S-91).
    #[must_use]
    pub fn typed(mut self, name: &str) -> Self {
        self.name = Some(name.to_owned());
        self
    }

    /// Takes an event. A paste is no answer.
    pub fn on(&mut self, event: Event<'_>) -> Confirmed {
        match event {
            Event::Action(Action::Back) => Confirmed::No,
            Event::Action(Action::Accept) => {
                let right =
                    self.name.as_ref().is_none_or(|name| case_fold(name) == case_fold(self.typed.value().trim()));
                self.wrong = !right;
                if right { Confirmed::Yes } else { Confirmed::Used }
            }
            Event::Paste(_) => Confirmed::Used,
            event if self.name.is_some() && self.typed.on(event) => {
                self.wrong = false;
                Confirmed::Used
            }
            Event::Type(_) => Confirmed::Used,
            _ => Confirmed::Passed,
        }
    }

    /// Draws the question in a popup.
    pub fn draw(&mut self, canvas: &mut Canvas<'_>) {
        let width = canvas.width().saturating_sub(8).min(72);
        let lines: Vec<Shown> = self.question.iter().flat_map(|text| text.wrap(usize::from(width))).collect();
        let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX);
        let mut popup = canvas.popup(width, rows.saturating_add(3), &self.title);
        for (y, line) in (0..).zip(&lines) {
            popup.text(0, y, line, Tone::Plain);
        }
        let texts = &popup.look.texts;
        let y = rows + 1;
        match &self.name {
            None => {
                let keys = texts.get("confirm-keys");
                popup.text(0, y, &keys, Tone::Strong);
            }
            Some(name) => {
                let prompt = texts.with("confirm-type", &[("name", show(name).into())]);
                popup.text(0, y, &prompt, Tone::Strong);
                let start = columns(&prompt) + 1;
                self.typed.draw(&mut popup.part(start, y, u16::MAX, 1), true);
                if self.wrong {
                    let wrong = popup.look.texts.get("confirm-wrong");
                    popup.text(0, y + 1, &wrong, Tone::Refused);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::place::Place;
    use super::super::super::testing::{EN, FR, press, screen};
    use super::*;

    fn keys(confirm: &mut Confirm, keys: &str) -> Confirmed {
        let mut last = Confirmed::Passed;
        press(confirm, keys, |_| Place::Confirm, |confirm, event| last = confirm.on(event));
        last
    }

    #[test]
    fn s_91_what_destroys_asks_for_the_name() {
        let mut confirm =
            Confirm::new(show("Delete"), vec![show("The administrator is gone for good.")]).typed("Lea.roy");
        assert_eq!(keys(&mut confirm, "Enter"), Confirmed::Used);
        assert_eq!(confirm.on(Event::Paste("lea.roy")), Confirmed::Used);
        assert_eq!(keys(&mut confirm, "Enter"), Confirmed::Used, "a paste is not typing");
        assert_eq!(keys(&mut confirm, "l e a . r o y"), Confirmed::Used);
        let lines = screen(EN, 80, 8, |canvas| confirm.draw(canvas));
        assert!(lines.iter().any(|line| line.contains("Type Lea.roy to confirm: lea.roy")), "{lines:#?}");
        assert_eq!(keys(&mut confirm, "Enter"), Confirmed::Yes);
    }

    #[test]
    fn a_simple_question_takes_one_key() {
        let ask = || Confirm::new(show("Brouillon"), vec![show("Abandonner 2 modifications ?")]);
        assert_eq!(keys(&mut ask(), "Enter"), Confirmed::Yes);
        assert_eq!(keys(&mut ask(), "Esc"), Confirmed::No);
        assert_eq!(keys(&mut ask(), "y"), Confirmed::Used);
        let lines = screen(FR, 60, 16, |canvas| ask().draw(canvas));
        assert!(lines.iter().any(|line| line.contains("Entrée oui   Échap non")), "{lines:#?}");
    }
}
