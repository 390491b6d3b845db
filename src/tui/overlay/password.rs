//! The password asked for again before what is sensitive (S-29), and what was to be done then.

use std::rc::Rc;
use std::sync::Arc;

use super::super::action::Action;
use super::super::canvas::{Canvas, columns};
use super::super::desk::Desk;
use super::super::errand::Errand;
use super::super::event::Event;
use super::super::layer::{Answer, Layer};
use super::super::place::Place;
use super::super::term::Waker;
use super::super::theme::{Look, Tone};
use super::super::widget::secret::SecretField;
use super::Message;
use crate::domain::catalogue::Catalogue;
use crate::service::{Console, Proof, Result, ServiceError, SignInFault};
use crate::text::Shown;

/// Asks for the password; it is tried beside the drawing.
pub struct PasswordLayer {
    secret: SecretField,
    then: Message,
    refusal: Option<Shown>,
    /// The console that tries it, unless it is at it.
    console: Option<Console>,
    work: Option<Errand<(Console, Result<Proof>)>>,
    words: Words,
}

/// What a layer needs to word an error by itself.
pub(super) struct Words {
    look: Rc<Look>,
    catalogue: Arc<Catalogue>,
    pub(super) waker: Waker,
}

impl Words {
    /// Takes it from the desk.
    pub(super) fn of(desk: &Desk) -> Self {
        Self { look: Rc::clone(&desk.look), catalogue: Arc::clone(&desk.catalogue), waker: desk.counter.waker() }
    }

    /// The sentence of an error at a password.
    pub(super) fn word(&self, error: &ServiceError) -> Shown {
        match error {
            ServiceError::SignIn(SignInFault::Refused) => self.look.texts.get("lock-wrong"),
            error => self.look.texts.told(&self.catalogue, &error.told()),
        }
    }
}

impl PasswordLayer {
    /// Asks; `then` is done once it was the right one.
    ///
    /// # Errors
    /// Why the store cannot be opened again.
    pub fn new(desk: &Desk, then: Message) -> Result<Self> {
        let console = Some(desk.console.again()?);
        let words = Words::of(desk);
        Ok(Self { secret: SecretField::default(), then, refusal: None, console, work: None, words })
    }

    fn attempt(&mut self) {
        let Some(mut console) = self.console.take() else { return };
        let typed = self.secret.take();
        self.work = Some(Errand::begin(self.words.waker.clone(), move || {
            let outcome = console.prove_again(&typed);
            (console, outcome)
        }));
    }
}

impl Layer<Message> for PasswordLayer {
    fn place(&self) -> Place {
        Place::Confirm
    }

    fn on(&mut self, event: Event<'_>) -> Answer<Message> {
        if event == Event::Action(Action::Back) {
            return Answer::Close;
        }
        if self.works() {
            return Answer::Used;
        }
        self.refusal = None;
        match event {
            Event::Action(Action::Accept) => {
                if !self.secret.is_empty() {
                    self.attempt();
                }
                Answer::Used
            }
            event if self.secret.on(event) => Answer::Used,
            _ => Answer::Passed,
        }
    }

    fn offers(&self, action: Action) -> bool {
        !self.works() || action == Action::Back
    }

    fn woken(&mut self) -> Answer<Message> {
        let Some((console, outcome)) = self.work.as_ref().and_then(Errand::answer) else { return Answer::Used };
        self.work = None;
        self.console = Some(console);
        match outcome {
            Ok(proof) => Answer::CloseWith(Message::Proved { proof, then: Box::new(self.then.clone()) }),
            Err(error) => {
                self.refusal = Some(self.words.word(&error));
                Answer::Used
            }
        }
    }

    fn works(&self) -> bool {
        self.work.is_some()
    }

    fn draw(&mut self, canvas: &mut Canvas<'_>) {
        let texts = &canvas.look.texts;
        let (title, why, prompt) = (texts.get("again-title"), texts.get("again-why"), texts.get("entrance-password"));
        let (foot, checking) = (texts.get("again-keys"), texts.get("gate-checking"));
        let width = canvas.width().saturating_sub(8).min(64);
        let wrapped = |text: &Shown| text.wrap(usize::from(width));
        let rows = |lines: &[Shown]| u16::try_from(lines.len()).unwrap_or(1);
        let why = wrapped(&why);
        let said = match (&self.refusal, self.works()) {
            (_, true) => wrapped(&checking),
            (Some(refusal), false) => wrapped(refusal),
            (None, false) => Vec::new(),
        };
        let (above, below) = (rows(&why), rows(&said).max(1));
        let mut popup = canvas.popup(width, above + below + 4, &title);
        for (y, line) in (0..).zip(&why) {
            popup.text(0, y, line, Tone::Plain);
        }
        popup.text(0, above + 1, &prompt, Tone::Strong);
        let tone = if self.works() { Tone::Dim } else { Tone::Refused };
        for (y, line) in (above + 2..).zip(&said) {
            popup.text(0, y, line, tone);
        }
        popup.text(0, above + below + 3, &foot, Tone::Dim);
        let at = columns(&prompt) + 2;
        self.secret.draw(&mut popup.part(at, above + 1, u16::MAX, 1), !self.works());
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{EN, screen};
    use super::super::testing::{PASSWORD, desk, keys, typed, woken};
    use super::*;

    fn lines(layer: &mut PasswordLayer) -> String {
        screen(EN, 80, 24, |canvas| layer.draw(canvas)).join("\n")
    }

    /// What is typed is shown nowhere; it is tried beside the drawing, and Esc works meanwhile.
    #[test]
    fn s_29_the_right_password_does_what_was_to_be_done() {
        let (_dir, desk) = desk(EN);
        let mut layer = PasswordLayer::new(&desk, Message::Drop).unwrap();
        assert_eq!(keys(&mut layer, "Enter"), Answer::Used);
        assert!(!layer.works(), "nothing was typed");
        keys(&mut layer, &typed(PASSWORD));
        assert!(lines(&mut layer).contains("******") && !lines(&mut layer).contains("verte"));
        assert_eq!(keys(&mut layer, "Enter"), Answer::Used);
        assert!(lines(&mut layer).contains("Checking…"));
        assert_eq!(keys(&mut layer, "x"), Answer::Used, "nothing more is typed meanwhile");
        let Answer::CloseWith(Message::Proved { then, .. }) = woken(&mut layer) else { panic!("not proved") };
        assert_eq!(*then, Message::Drop);
        let mut left = PasswordLayer::new(&desk, Message::Drop).unwrap();
        keys(&mut left, &format!("{} Enter", typed(PASSWORD)));
        assert_eq!(keys(&mut left, "Esc"), Answer::Close);
    }

    /// S-13: a wrong password here counts as one at the door does.
    #[test]
    fn s_29_a_wrong_password_is_counted_and_throttled() {
        let (_dir, desk) = desk(EN);
        let mut layer = PasswordLayer::new(&desk, Message::Drop).unwrap();
        keys(&mut layer, &format!("{} Enter", typed("a frog")));
        assert_eq!(woken(&mut layer), Answer::Used);
        assert!(lines(&mut layer).contains("That is not the password."), "{}", lines(&mut layer));
        let marie = desk.actor.id.unwrap();
        assert_eq!(desk.console.standing(marie).unwrap().failures, 1);
        desk.console.clock().advance(1_000);
        keys(&mut layer, &format!("{} Enter", typed(PASSWORD)));
        assert!(matches!(woken(&mut layer), Answer::CloseWith(_)));
        assert_eq!(desk.console.standing(marie).unwrap().failures, 1, "the right one is no failure");
    }
}
