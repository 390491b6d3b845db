//! The palette and the help screen: every action of the table, found by typing.

use super::super::action::Action;
use super::super::canvas::{Canvas, columns};
use super::super::event::Event;
use super::super::place::Place;
use super::super::theme::{Look, Tone};
use super::choice::{Choice, Chosen, Item, Lookup};
use crate::domain::id::Subject;
use crate::text::{Shown, Texts};

/// Rows under the list for what is selected.
const SAID: u16 = 2;

/// What the palette finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// An action.
    Action(Action),
    /// A record.
    Record(Subject),
}

/// A list over the panes that typing filters: the palette or the help of a place.
pub struct Palette {
    choice: Choice<Target>,
    title: Shown,
}

impl Palette {
    /// Creates the palette for whoever is at `place`: the actions that are `live`, and the records that `records`
    /// finds by name.
    pub fn new(look: &Look, place: Place, live: impl Fn(Action) -> bool, records: Option<Lookup<Target>>) -> Self {
        let other = Texts::new(look.texts.lang().other());
        let entries = Action::table().iter().filter(|entry| entry.scope.has(place) && live(entry.action));
        let named: Vec<Action> = entries.map(|entry| entry.action).filter(|action| is_named(*action)).collect();
        let wide = named.iter().map(|action| columns(&look.key(*action, place))).max().unwrap_or(0);
        let item = |action: Action| {
            let keys = look.key(action, place).pad_right(usize::from(wide) + 2);
            let help = action.help(&look.texts);
            Item {
                also: format!("{} {} {}", action.label(&other), action.help(&other), action.entry().id),
                exact: exact(action),
                ..Item::new(Target::Action(action), action.label(&look.texts)).remark([keys, help].iter().collect())
            }
        };
        let items = named.into_iter().map(item).collect();
        Self { choice: Choice::with_lookup(items, records), title: look.texts.get("palette-title") }
    }

    /// Creates the help of a place: its own keys first, then those of everywhere, in the order of the table.
    pub fn help(look: &Look, place: Place, live: impl Fn(Action) -> bool) -> Self {
        let keyed = |action: Action| {
            let keys: Vec<Shown> = look.keymap.keys(action, place).map(|keys| keys.shown(&look.texts)).collect();
            (!keys.is_empty()).then(|| (Shown::join(&keys, &Shown::fixed(" ")), action))
        };
        let entries = Action::table().iter().filter(|entry| entry.scope.has(place) && live(entry.action));
        let mut rows: Vec<(Shown, Action)> = entries.filter_map(|entry| keyed(entry.action)).collect();
        rows.sort_by_key(|(_, action)| action.entry().scope.places());
        let wide = rows.iter().map(|(keys, _)| columns(keys)).max().unwrap_or(0);
        let item = |(keys, action): (Shown, Action)| {
            let label = [keys.pad_right(usize::from(wide) + 2), action.label(&look.texts)].iter().collect();
            Item::new(Target::Action(action), label).remark(action.help(&look.texts))
        };
        Self { choice: Choice::new(rows.into_iter().map(item).collect()), title: look.texts.get("help-title") }
    }

    /// Takes an event.
    pub fn on(&mut self, event: Event<'_>) -> Chosen<Target> {
        self.choice.on(event)
    }

    /// Draws it over most of the screen.
    pub fn draw(&mut self, canvas: &mut Canvas<'_>) {
        let none = canvas.look.texts.get("choice-none");
        let (width, height) = (canvas.width().saturating_sub(8).min(110), canvas.height().saturating_sub(6));
        let texts = &canvas.look.texts;
        // What is selected is said whole, and where it stands.
        let said = self.choice.selected().and_then(|item| match item.value {
            Target::Action(action) => Some(action.help(texts)),
            Target::Record(_) => None,
        });
        let place = self
            .choice
            .position()
            .map(|(at, of)| texts.with("palette-position", &[("at", at.into()), ("of", of.into())]));
        let mut popup = canvas.popup(width, height, &self.title);
        let (width, rows) = (popup.width(), popup.height().saturating_sub(SAID));
        self.choice.draw(&mut popup.part(0, 0, width, rows), &none);
        let mut foot = popup.below(rows);
        let place = place.unwrap_or_default();
        let room = width.saturating_sub(columns(&place) + 2);
        foot.cell_right(0, 0, width, &place, Tone::Dim);
        foot.part(0, 0, room, SAID).paragraph(0, &said.unwrap_or_default(), Tone::Strong);
    }
}

/// What is typed whole after `:` by fingers that know it.
const fn exact(action: Action) -> &'static str {
    match action {
        Action::Quit => "q",
        Action::Review => "w",
        _ => "",
    }
}

/// Moving the cursor needs no name in the palette.
const fn is_named(action: Action) -> bool {
    !matches!(
        action,
        Action::Down
            | Action::Up
            | Action::PageDown
            | Action::PageUp
            | Action::HalfDown
            | Action::HalfUp
            | Action::Palette
            | Action::Accept
            | Action::Back
    )
}

#[cfg(test)]
mod tests {
    use super::super::super::place::Tab;
    use super::super::super::testing::{EN, FR, look, press, screen};
    use super::*;
    use crate::domain::id::Kind;
    use crate::text::show;

    const LIST: Place = Place::List(Tab::Users);

    fn keys(palette: &mut Palette, keys: &str) -> Chosen<Target> {
        let mut last = Chosen::Passed;
        press(palette, keys, |_| Place::Choice, |palette, event| last = palette.on(event));
        last
    }

    fn palette(kind: (crate::text::Lang, crate::text::Glyphs)) -> Palette {
        Palette::new(&look(kind), LIST, |_| true, None)
    }

    #[test]
    fn q_and_w_typed_whole_come_first() {
        assert_eq!(keys(&mut palette(EN), "q Enter"), Chosen::Picked(Target::Action(Action::Quit)));
        assert_eq!(keys(&mut palette(FR), "w Enter"), Chosen::Picked(Target::Action(Action::Review)));
    }

    #[test]
    fn actions_are_found_in_either_language() {
        assert_eq!(keys(&mut palette(EN), "e x p o r t e r Enter"), Chosen::Picked(Target::Action(Action::Export)));
        assert_eq!(keys(&mut palette(FR), "h i s t o r y Enter"), Chosen::Picked(Target::Action(Action::History)));
    }

    #[test]
    fn records_follow_the_actions() {
        let amelie = Subject::new(Kind::User, 12);
        let records = move |typed: &str| match typed {
            "amel" => vec![Item::new(Target::Record(amelie), show("Amélie Roy"))],
            _ => Vec::new(),
        };
        let mut palette = Palette::new(&look(EN), LIST, |action| action == Action::New, Some(Box::new(records)));
        assert_eq!(keys(&mut palette, "a m e l Enter"), Chosen::Picked(Target::Record(amelie)));
    }

    #[test]
    fn help_lists_the_keys_of_the_place_and_typing_filters() {
        let mut help = Palette::help(&look(EN), LIST, |action| action != Action::Delete);
        let lines = screen(EN, 80, 24, |canvas| help.draw(canvas));
        assert!(lines.iter().any(|line| line.contains("─ Keys that work here ─")), "{lines:#?}");
        let own = help.choice.selected().map(|item| item.value);
        assert!(
            matches!(own, Some(Target::Action(action)) if action.entry().scope.places() < 7),
            "the keys of the place come first: {own:?}"
        );
        keys(&mut help, "m a r k s");
        let lines = screen(EN, 80, 24, |canvas| help.draw(canvas));
        assert!(lines.iter().any(|line| line.contains("V") && line.contains("no marks")), "{lines:#?}");
        assert_eq!(keys(&mut help, "Esc"), Chosen::Closed);
    }

    #[test]
    fn what_is_not_live_is_not_there() {
        let mut help = Palette::help(&look(EN), LIST, |action| action == Action::New);
        assert_eq!(keys(&mut help, "Down Enter"), Chosen::Picked(Target::Action(Action::New)));
    }
}
