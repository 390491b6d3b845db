//! The screens before the console: sign-in, a password to choose, the lock, the first set-up.

use zeroize::Zeroizing;

use super::super::canvas::{Canvas, columns};
use super::super::event::Event;
use super::super::place::Place;
use super::super::theme::{Look, Tone};
use super::choice::items_of;
use super::form::{Button, Field, Filled, Form, Value};
use crate::domain::norm::{check_code, check_email, check_name, check_username};
use crate::domain::record::Organisation;
use crate::domain::value::Formula;
use crate::text::{Shown, Texts, show};

/// One of these screens: a form in the middle, and a line for what went wrong.
pub struct Entrance {
    form: Form,
    title: Shown,
    intro: Shown,
    said: Option<Shown>,
    again: Shown,
}

/// What came of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entered {
    /// It goes on.
    Used,
    /// The event is for somebody else.
    Passed,
    /// Everything is filled in: try it.
    Go,
    /// Leave the program.
    Leave,
}

impl Entrance {
    fn new(look: &Look, title: Shown, intro: Shown, fields: Vec<Field>, button: Shown) -> Self {
        let texts = &look.texts;
        let form = Form::new(fields, vec![(Button::Save, button)], texts.get("form-required")).signing_in();
        Self { form, title, intro, said: None, again: texts.get("entrance-differs") }
    }

    /// Asks who comes in.
    pub fn sign_in(look: &Look, organisation: &str) -> Self {
        let texts = &look.texts;
        let fields = vec![
            Field::text("username", texts.get("entrance-username"), "").required(),
            Field::secret("password", texts.get("entrance-password")).required(),
        ];
        Self::new(look, show(organisation), Shown::default(), fields, texts.get("entrance-enter"))
    }

    /// Asks the one who locked the console for the password.
    pub fn locked(look: &Look, username: &str) -> Self {
        let texts = &look.texts;
        let fields = vec![Field::secret("password", texts.get("entrance-password")).required()];
        let intro = texts.with("entrance-locked", &[("username", username.into())]);
        Self::new(look, texts.get("entrance-locked-title"), intro, fields, texts.get("entrance-enter"))
    }

    /// Asks for a new password of at least so many characters in place of a temporary one.
    pub fn new_password(look: &Look, least: u32) -> Self {
        let texts = &look.texts;
        let intro = texts.with("gate-must-change", &[("least", i64::from(least).into())]);
        let fields = passwords(texts);
        Self::new(look, texts.get("entrance-new-title"), intro, fields, texts.get("form-save"))
    }

    /// Asks for what a new store needs.
    pub fn set_up(look: &Look) -> Self {
        let texts = &look.texts;
        let lang = texts.lang();
        // Each rule is the domain's; here it is only worded beside its field.
        let checked = move |check: fn(&str) -> Option<crate::domain::norm::NormError>| {
            move |value: &Value| match value {
                Value::Text(text) => check(text).map(|fault| Texts::new(lang).norm(&fault)),
                _ => None,
            }
        };
        let plans = Formula::ALL.iter().map(|plan| (plan.as_str().to_owned(), texts.label(*plan)));
        let name = |text: &str| check_name(text, 80).err();
        let mut fields = vec![
            Field::text("organisation", texts.get("setup-organisation"), "").required().check(checked(name)),
            Field::one("plan", texts.get("setup-plan"), items_of(plans), Some(Formula::default().as_str())).required(),
            Field::text("site_code", texts.get("setup-site-code"), "")
                .required()
                .check(checked(|t| check_code(t).err())),
            Field::text("site_name", texts.get("setup-site-name"), "").required().check(checked(name)),
            Field::text("username", texts.get("setup-username"), "")
                .required()
                .check(checked(|text| check_username(text).err())),
            Field::text("email", texts.get("setup-email"), "").required().check(checked(|t| check_email(t).err())),
        ];
        fields.extend(passwords(texts));
        let least = Organisation::default().password_min_length;
        let intro = texts.with("setup-intro", &[("least", i64::from(least).into())]);
        Self::new(look, texts.get("setup-title"), intro, fields, texts.get("setup-go"))
    }

    /// Returns where its keys are looked up.
    pub fn place(&self) -> Place {
        self.form.place()
    }

    /// Returns the text of a field.
    pub fn text(&self, id: &str) -> String {
        self.form.text(id)
    }

    /// Takes the password.
    pub fn take_password(&mut self) -> Zeroizing<String> {
        drop(self.form.take_secret("again"));
        self.form.take_secret("password")
    }

    /// Says what went wrong, under the form: the same for a wrong name and a wrong password.
    pub fn say(&mut self, said: Shown) {
        self.said = Some(said);
    }

    /// Says what is wrong with a field, beside it; false where there is no such field.
    pub fn refuse(&mut self, id: &str, reason: Shown) -> bool {
        self.form.refuse(id, reason)
    }

    /// Whether the next Esc leaves and loses what was typed.
    pub const fn asks(&self) -> bool {
        self.form.asks()
    }

    /// Takes an event.
    pub fn on(&mut self, event: Event<'_>) -> Entered {
        match self.form.on(event) {
            Filled::Used => Entered::Used,
            Filled::Passed => Entered::Passed,
            Filled::Leave => Entered::Leave,
            Filled::Save | Filled::StageOnly => {
                let again = self.form.values().any(|(id, _)| id == "again");
                if again && !self.form.same_secrets("password", "again") {
                    self.form.refuse("again", self.again.clone());
                    return Entered::Used;
                }
                self.said = None;
                Entered::Go
            }
        }
    }

    /// Draws the screen.
    pub fn draw(&mut self, canvas: &mut Canvas<'_>) {
        canvas.clear();
        let width = canvas.width().saturating_sub(8).min(76);
        let height = self.form.height(width).saturating_add(8).min(canvas.height());
        let top = (canvas.height() - height) / 3;
        let mut part = canvas.part((canvas.width() - width.min(canvas.width())) / 2, top, width, height);
        let brand = part.text(0, 0, &Shown::fixed("guichet"), Tone::Chosen) + 3;
        let rest = part.width().saturating_sub(brand);
        part.cell(brand, 0, rest, &self.title, Tone::Title);
        part.rule(1);
        let y = if self.intro.is_empty() { 3 } else { part.below(2).paragraph(0, &self.intro, Tone::Plain) + 3 };
        let lines: Vec<Shown> = self.said.iter().flat_map(|said| said.wrap(usize::from(width))).collect();
        let said = u16::try_from(lines.len()).unwrap_or(0);
        let room = part.height().saturating_sub(y + said);
        self.form.draw(&mut part.part(0, y, u16::MAX, room));
        let bottom = part.height().saturating_sub(said);
        for (y, line) in (bottom..).zip(&lines) {
            let wide = columns(line);
            part.cell(0, y, wide, line, Tone::Refused);
        }
    }
}

fn passwords(texts: &Texts) -> Vec<Field> {
    vec![
        Field::secret("password", texts.get("entrance-new")).required(),
        Field::secret("again", texts.get("entrance-again")).required(),
    ]
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{EN, FR, look, press, screen};
    use super::*;

    fn keys(entrance: &mut Entrance, keys: &str) -> Entered {
        let mut last = Entered::Passed;
        press(entrance, keys, Entrance::place, |entrance, event| last = entrance.on(event));
        last
    }

    #[test]
    fn a_name_and_a_password_and_enter() {
        let mut entrance = Entrance::sign_in(&look(EN), "Atelier Nord");
        assert_eq!(keys(&mut entrance, "m a r i e Enter x q Enter"), Entered::Go);
        assert_eq!((entrance.text("username").as_str(), entrance.take_password().as_str()), ("marie", "xq"));
        entrance.say(show("Wrong user name or password."));
        let lines = screen(EN, 80, 24, |canvas| entrance.draw(canvas));
        assert!(lines.iter().any(|line| line.contains("guichet   Atelier Nord")), "{lines:#?}");
        assert!(lines.iter().any(|line| line.contains("Wrong user name or password.")));
        assert!(!lines.iter().any(|line| line.contains("xq")));
        assert_eq!(keys(&mut Entrance::sign_in(&look(FR), "x"), "Esc"), Entered::Leave);
    }

    #[test]
    fn a_new_password_is_typed_twice() {
        let mut entrance = Entrance::new_password(&look(FR), 15);
        assert_eq!(keys(&mut entrance, "a b Tab a c Enter"), Entered::Used);
        let lines = screen(FR, 100, 24, |canvas| entrance.draw(canvas));
        assert!(lines.iter().any(|line| line.contains("Les deux diffèrent")), "{lines:#?}");
        assert_eq!(keys(&mut entrance, "Backspace b Enter"), Entered::Go);
        assert_eq!(*entrance.take_password(), "ab");
    }

    #[test]
    fn the_first_set_up_checks_beside_the_fields() {
        let mut entrance = Entrance::set_up(&look(EN));
        keys(&mut entrance, "A t e l i e r Tab Tab m t l ! Tab");
        let lines = screen(EN, 100, 30, |canvas| entrance.draw(canvas));
        assert!(lines.iter().any(|line| line.contains("A code has 1 to 16")), "{lines:#?}");
        keys(
            &mut entrance,
            "Shift-Tab Backspace Tab M o n t r é a l Tab m a r i e Tab m @ e x . c a Tab p Tab p Enter",
        );
        assert_eq!(keys(&mut entrance, "F2"), Entered::Passed, "F2 belongs to forms of the console");
        assert_eq!(entrance.text("plan"), "standard");
        assert_eq!(entrance.text("site_code"), "mtl");
    }

    #[test]
    fn s_85_any_size_is_survived() {
        for (width, height) in [(0, 0), (1, 1), (60, 16), (30, 5), (500, 200)] {
            screen(EN, width, height, |canvas| Entrance::set_up(&look(EN)).draw(canvas));
        }
    }
}
