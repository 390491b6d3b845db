//! One's own password, changed in the console: the current one, and the new one twice (S-11).

use super::super::action::Action;
use super::super::canvas::Canvas;
use super::super::desk::Desk;
use super::super::errand::Errand;
use super::super::event::Event;
use super::super::layer::{Answer, Layer};
use super::super::place::Place;
use super::super::theme::Tone;
use super::super::widget::form::{Button, Field, Filled, Form};
use super::Message;
use super::password::Words;
use crate::service::{Console, Proof, Result, ServiceError, SignInFault};
use crate::text::Shown;

/// The widest the form gets.
const WIDEST: u16 = 76;

/// What a change gave: the proof of the password, and how many other consoles it ended.
type Changed = (Option<Proof>, usize);

/// The form; hashing runs beside the drawing.
pub struct OwnPasswordLayer {
    title: Shown,
    intro: Shown,
    differs: Shown,
    form: Form,
    said: Option<Shown>,
    console: Option<Console>,
    work: Option<Errand<(Console, Result<Changed>)>>,
    words: Words,
}

impl OwnPasswordLayer {
    /// Opens the form.
    ///
    /// # Errors
    /// Signed out, or the store.
    pub fn new(desk: &Desk) -> Result<Self> {
        let texts = &desk.look.texts;
        let fields = vec![
            Field::secret("current", texts.get("own-password-current")).required(),
            Field::secret("password", texts.get("entrance-new")).required(),
            Field::secret("again", texts.get("entrance-again")).required(),
        ];
        let buttons = vec![(Button::Save, texts.get("form-save")), (Button::Cancel, texts.get("form-cancel"))];
        let others = i64::try_from(desk.console.other_sessions()?).unwrap_or(i64::MAX);
        let least = i64::from(desk.console.password_least()?);
        Ok(Self {
            title: texts.get("own-password-title"),
            intro: texts.with("own-password-intro", &[("least", least.into()), ("count", others.into())]),
            differs: texts.get("entrance-differs"),
            form: Form::new(fields, buttons, texts.get("form-required")),
            said: None,
            console: Some(desk.console.again()?),
            work: None,
            words: Words::of(desk),
        })
    }

    fn attempt(&mut self) {
        if !self.form.same_secrets("password", "again") {
            self.form.refuse("again", self.differs.clone());
            return;
        }
        let Some(mut console) = self.console.take() else { return };
        let (current, new) = (self.form.secret("current"), self.form.secret("password"));
        self.work = Some(Errand::begin(self.words.waker.clone(), move || {
            let outcome = console.set_own_password(&current, &new).map(|ended| (console.proof(), ended));
            (console, outcome)
        }));
    }

    /// Says what is wrong; what has to be typed again is emptied, and nothing else.
    fn failed(&mut self, error: &ServiceError) {
        let why = self.words.word(error);
        match error {
            ServiceError::SignIn(SignInFault::Refused) => {
                drop(self.form.take_secret("current"));
                self.form.refuse("current", why);
            }
            ServiceError::Refused(_) => {
                drop(self.form.take_secret("password"));
                drop(self.form.take_secret("again"));
                self.form.refuse("password", why);
            }
            _ => self.said = Some(why),
        }
    }
}

impl Layer<Message> for OwnPasswordLayer {
    fn place(&self) -> Place {
        self.form.place()
    }

    fn on(&mut self, event: Event<'_>) -> Answer<Message> {
        if self.works() {
            return if event == Event::Action(Action::Back) { Answer::Close } else { Answer::Used };
        }
        let filled = self.form.on(event);
        if filled != Filled::Passed {
            self.said = None;
        }
        match filled {
            Filled::Used => Answer::Used,
            Filled::Passed => Answer::Passed,
            Filled::Leave => Answer::Close,
            Filled::Save | Filled::StageOnly => {
                self.attempt();
                Answer::Used
            }
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
            Ok((proof, ended)) => Answer::CloseWith(Message::PasswordChanged { proof, ended }),
            Err(error) => {
                self.failed(&error);
                Answer::Used
            }
        }
    }

    fn works(&self) -> bool {
        self.work.is_some()
    }

    fn draw(&mut self, canvas: &mut Canvas<'_>) {
        let width = canvas.width().saturating_sub(4).min(WIDEST);
        let wrapped = |text: &Shown| text.wrap(usize::from(width));
        let rows = |lines: &[Shown]| u16::try_from(lines.len()).unwrap_or(u16::MAX);
        let intro = wrapped(&self.intro);
        let (said, tone) = match (&self.said, self.works()) {
            (_, true) => (wrapped(&canvas.look.texts.get("gate-checking")), Tone::Dim),
            (Some(said), false) => (wrapped(said), Tone::Refused),
            (None, false) => (Vec::new(), Tone::Plain),
        };
        let height = rows(&intro) + 1 + self.form.height(width) + rows(&said);
        let mut popup = canvas.popup(width, height, &self.title);
        for (y, line) in (0..).zip(&intro) {
            popup.text(0, y, line, Tone::Dim);
        }
        let bottom = popup.height().saturating_sub(rows(&said));
        for (y, line) in (bottom..).zip(&said) {
            popup.text(0, y, line, tone);
        }
        let above = rows(&intro) + 1;
        self.form.draw(&mut popup.part(0, above, width, bottom.saturating_sub(above)));
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{EN, screen};
    use super::super::testing::{PASSWORD, desk, keys, typed, woken};
    use super::*;

    const NEW: &str = "deux grenouilles bien vertes";

    fn lines(layer: &mut OwnPasswordLayer) -> String {
        screen(EN, 80, 24, |canvas| layer.draw(canvas)).join("\n")
    }

    fn filled(desk: &Desk, current: &str, new: &str, again: &str) -> OwnPasswordLayer {
        let mut layer = OwnPasswordLayer::new(desk).unwrap();
        let all = [current, new, again].map(typed).join(" Tab ");
        keys(&mut layer, &format!("{all} F2"));
        layer
    }

    /// S-11: the current one is asked for, the new one is judged by the rules; nothing typed is shown.
    #[test]
    fn s_11_ones_own_password_is_changed_in_the_console() {
        let (_dir, desk) = desk(EN);
        let mut layer = filled(&desk, PASSWORD, NEW, "deux grenouilles");
        assert!(!layer.works() && lines(&mut layer).contains("The two differ."), "{}", lines(&mut layer));
        let mut layer = filled(&desk, PASSWORD, "court", "court");
        assert!(lines(&mut layer).contains("Checking…") && !lines(&mut layer).contains("court"));
        assert_eq!(woken(&mut layer), Answer::Used);
        assert!(lines(&mut layer).contains("15"), "{}", lines(&mut layer));
        keys(&mut layer, &format!("{} Tab {} F2", typed(NEW), typed(NEW)));
        let Answer::CloseWith(Message::PasswordChanged { proof, ended }) = woken(&mut layer) else { panic!("no") };
        assert!(proof.is_some() && ended == 0, "the current one was not asked for twice");
        assert!(desk.console.again().unwrap().prove_again(NEW).is_ok());
        assert!(desk.console.again().unwrap().prove_again(PASSWORD).is_err());
    }

    /// S-13: the wrong current one counts as a failure.
    #[test]
    fn s_13_the_wrong_current_password_is_counted() {
        let (_dir, desk) = desk(EN);
        let mut layer = filled(&desk, "not this one", NEW, NEW);
        woken(&mut layer);
        assert!(lines(&mut layer).contains("That is not the password."), "{}", lines(&mut layer));
        assert_eq!(desk.console.standing(desk.actor.id.unwrap()).unwrap().failures, 1);
        assert_eq!(keys(&mut layer, "Esc Right Enter"), Answer::Close, "discarded");
    }
}
