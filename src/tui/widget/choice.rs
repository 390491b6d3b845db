//! A choice that typing filters: held whole, or looked up for each letter.

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use super::super::action::Action;
use super::super::canvas::Canvas;
use super::super::event::Event;
use super::super::theme::Tone;
use super::field::TextField;
use super::highlight;
use super::scroll::Scroll;
use crate::domain::norm::fold;
use crate::text::{Shown, show};

/// One thing that can be chosen.
#[derive(Clone, Debug)]
pub struct Item<T> {
    /// What is chosen.
    pub value: T,
    /// Its name.
    pub label: Shown,
    /// What stands beside it: a key, an extension, a sentence.
    pub remark: Shown,
    /// What else it is found by, such as its name in the other language.
    pub also: String,
    /// What brings it to the top when typed whole.
    pub exact: &'static str,
}

impl<T> Item<T> {
    /// Creates an item found by its label alone.
    pub fn new(value: T, label: Shown) -> Self {
        Self { value, label, remark: Shown::default(), also: String::new(), exact: "" }
    }

    /// Adds what stands beside it.
    #[must_use]
    pub fn remark(mut self, remark: Shown) -> Self {
        self.remark = remark;
        self
    }
}

/// Looks items up for what was typed; for sets too large to hold.
pub type Lookup<T> = Box<dyn FnMut(&str) -> Vec<Item<T>>>;

/// A choice among items.
pub struct Choice<T> {
    items: Vec<Item<T>>,
    lookup: Option<Lookup<T>>,
    typed: TextField,
    found: Vec<Found<T>>,
    scroll: Scroll,
    /// What is ticked, where several may be.
    ticked: Option<Vec<T>>,
}

enum Found<T> {
    Held(usize),
    Looked(Item<T>),
}

/// What came of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chosen<T> {
    /// The choice goes on.
    Used,
    /// The event is for somebody else.
    Passed,
    /// This one.
    Picked(T),
    /// None: the choice is given up.
    Closed,
}

impl<T: Clone + PartialEq> Choice<T> {
    /// Creates a choice among items that are held.
    pub fn new(items: Vec<Item<T>>) -> Self {
        Self::with_lookup(items, None)
    }

    /// Creates a choice among items that are held, and those looked up among them.
    pub fn with_lookup(items: Vec<Item<T>>, lookup: Option<Lookup<T>>) -> Self {
        let mut choice = Self {
            items,
            lookup,
            typed: TextField::new(""),
            found: Vec::new(),
            scroll: Scroll::default(),
            ticked: None,
        };
        choice.find();
        choice
    }

    /// Makes it a choice of several, these being ticked: Enter and Space tick and untick, Esc has done.
    #[must_use]
    pub fn ticking(mut self, ticked: Vec<T>) -> Self {
        self.ticked = Some(ticked);
        self
    }

    /// Says what is ticked now.
    pub fn tick(&mut self, ticked: Vec<T>) {
        self.ticked = Some(ticked);
    }

    /// Returns what was typed.
    pub fn typed(&self) -> &str {
        self.typed.value()
    }

    /// Types a text, as if from the keyboard.
    pub fn type_in(&mut self, text: &str) {
        self.typed.set(text);
        self.find();
    }

    /// Returns the item that is selected.
    pub fn selected(&self) -> Option<&Item<T>> {
        self.found.get(self.scroll.row).map(|found| self.item(found))
    }

    /// Which of how many is selected, from 1; of none, nothing.
    pub fn position(&self) -> Option<(usize, usize)> {
        (!self.found.is_empty()).then(|| (self.scroll.row + 1, self.found.len()))
    }

    fn item<'a>(&'a self, found: &'a Found<T>) -> &'a Item<T> {
        match found {
            Found::Held(index) => &self.items[*index],
            Found::Looked(item) => item,
        }
    }

    /// Takes an event.
    pub fn on(&mut self, event: Event<'_>) -> Chosen<T> {
        match event {
            Event::Action(Action::Back) => Chosen::Closed,
            Event::Action(Action::Accept) => {
                self.selected().map_or(Chosen::Used, |item| Chosen::Picked(item.value.clone()))
            }
            Event::Type(' ') if self.ticked.is_some() => self.on(Event::Action(Action::Accept)),
            Event::Action(action) if self.scroll.on(action, self.found.len()) => Chosen::Used,
            // S-91: what is pasted is a text to look for, without its line ends.
            event if self.typed.on(event) => {
                self.find();
                Chosen::Used
            }
            _ => Chosen::Passed,
        }
    }

    /// Finds what fits what was typed: the best first; without a word all, in their order.
    fn find(&mut self) {
        let folded = fold(self.typed.value());
        let pattern = Pattern::parse(&folded, CaseMatching::Ignore, Normalization::Never);
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut buffer = Vec::new();
        let mut score = |item: &Item<T>| {
            if !folded.is_empty() && (item.exact == folded || fold(item.label.as_str().trim()) == folded) {
                return Some(u32::MAX);
            }
            let text = fold(&format!("{} {} {}", item.label, item.remark, item.also));
            // What was mistyped is looked for in names alone: a sentence has most letters somewhere.
            let has_words = folded.split(' ').all(|word| text.contains(word));
            let text = if has_words { text } else { fold(item.label.as_str()) };
            pattern.score(Utf32Str::new(&text, &mut buffer), &mut matcher)
        };
        let mut scored: Vec<(u32, usize)> =
            self.items.iter().enumerate().filter_map(|(index, item)| Some((score(item)?, index))).collect();
        scored.sort_by_key(|(score, index)| (std::cmp::Reverse(*score), *index));
        let looked = self.lookup.as_mut().map(|lookup| lookup(self.typed.value())).unwrap_or_default();
        // What has the words as they were typed comes before what is looked up, what merely has their letters after.
        let has_words = |index: usize| {
            let item = &self.items[index];
            let text = fold(&format!("{} {} {}", item.label, item.remark, item.also));
            item.exact == folded || folded.split(' ').all(|word| text.contains(word))
        };
        let (first, mut last): (Vec<usize>, Vec<usize>) =
            scored.into_iter().map(|(_, index)| index).partition(|index| has_words(*index));
        // Letters here and there are for what was mistyped.
        if !first.is_empty() {
            last.clear();
        }
        let held = |indexes: Vec<usize>| indexes.into_iter().map(Found::Held);
        self.found = held(first).chain(looked.into_iter().map(Found::Looked)).chain(held(last)).collect();
        self.scroll = Scroll::default();
    }

    /// Draws what was typed on the first row, what fits under it; `none` where nothing does.
    pub fn draw(&mut self, canvas: &mut Canvas<'_>, none: &Shown) {
        let end = canvas.text(0, 0, &Shown::fixed("> "), Tone::Chosen);
        self.typed.draw(&mut canvas.part(end, 0, u16::MAX, 1), true);
        let mut list = canvas.below(1);
        if self.ticked.is_some() {
            let how = list.look.texts.get("choice-ticks");
            let bottom = list.height().saturating_sub(1);
            list.text(0, bottom, &how, Tone::Dim);
            list = canvas.part(0, 1, u16::MAX, bottom);
        }
        if self.found.is_empty() {
            list.paragraph(0, none, Tone::Dim);
            return;
        }
        let words: Vec<String> = fold(self.typed.value()).split(' ').map(str::to_owned).collect();
        let seen = self.scroll.seen(self.found.len(), list.height());
        let label = self.found[seen.clone()].iter().map(|found| self.item(found).label.width()).max().unwrap_or(0);
        let start = if self.ticked.is_some() { 6 } else { 2 };
        let label = u16::try_from(label).unwrap_or(u16::MAX).min(list.width().saturating_sub(start));
        for (y, index) in (0..).zip(seen) {
            let item = self.item(&self.found[index]);
            let selected = index == self.scroll.row;
            let mut row = list.row(y);
            if selected {
                row.text(0, 0, &Shown::fixed(">"), Tone::Chosen);
            }
            let tone = if selected { Tone::Strong } else { Tone::Plain };
            if let Some(ticked) = &self.ticked {
                let mark = if ticked.contains(&item.value) { "[x]" } else { "[ ]" };
                row.text(2, 0, &Shown::fixed(mark), tone);
            }
            let end = highlight::cell(&mut row, start, label, &item.label, tone, &words);
            let rest = row.width().saturating_sub(end + 2);
            row.cell(end + 2, 0, rest, &item.remark, Tone::Dim);
        }
    }
}

/// Makes items of words that are their own values.
pub fn items_of(words: impl IntoIterator<Item = (String, Shown)>) -> Vec<Item<String>> {
    words
        .into_iter()
        .map(|(value, label)| Item { also: String::from(show(&value)), ..Item::new(value, label) })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::super::place::Place;
    use super::super::super::testing::{EN, press, screen};
    use super::*;

    fn choice() -> Choice<u8> {
        let item = |value, label, remark| Item::new(value, show(label)).remark(show(remark));
        Choice::new(vec![item(1, "Amélie Roy", "2104"), item(2, "Benoît Roy", "2107"), item(3, "Québec", "")])
    }

    fn keys(choice: &mut Choice<u8>, keys: &str) -> Vec<Chosen<u8>> {
        let mut all = Vec::new();
        press(choice, keys, |_| Place::Choice, |choice, event| all.push(choice.on(event)));
        all
    }

    #[test]
    fn typing_filters_without_accents() {
        let mut choice = choice();
        keys(&mut choice, "q u e");
        assert_eq!(choice.selected().unwrap().value, 3);
        assert_eq!(keys(&mut choice, "Enter"), [Chosen::Picked(3)]);
        keys(&mut choice, "Ctrl-u 2 1 0");
        let lines = screen(EN, 30, 4, |canvas| choice.draw(canvas, &show("Nothing fits.")));
        assert_eq!(lines, ["> 210", "> Amélie Roy  2104", "  Benoît Roy  2107", ""]);
    }

    #[test]
    fn arrows_choose_and_enter_takes() {
        assert_eq!(keys(&mut choice(), "Down Enter").pop(), Some(Chosen::Picked(2)));
        assert_eq!(keys(&mut choice(), "Esc"), [Chosen::Closed]);
        let mut none = choice();
        assert_eq!(keys(&mut none, "z z z Enter").pop(), Some(Chosen::Used));
        assert_eq!(screen(EN, 30, 2, |canvas| none.draw(canvas, &show("Nothing fits.")))[1], "Nothing fits.");
    }

    #[test]
    fn several_are_ticked_and_seen() {
        let mut choice = choice().ticking(vec![2]);
        let lines = screen(EN, 50, 6, |canvas| choice.draw(canvas, &show("Nothing fits.")));
        assert_eq!(lines[1..4], ["> [ ] Amélie Roy  2104", "  [x] Benoît Roy  2107", "  [ ] Québec"]);
        assert!(lines[5].contains("Esc"), "{lines:#?}");
        assert_eq!(keys(&mut choice, "Space").pop(), Some(Chosen::Picked(1)));
        assert_eq!(keys(&mut choice, "Enter").pop(), Some(Chosen::Picked(1)));
        choice.tick(vec![1, 2]);
        assert!(screen(EN, 50, 6, |canvas| choice.draw(canvas, &show("")))[1].starts_with("> [x]"));
    }

    #[test]
    fn a_name_typed_whole_comes_first_and_stray_letters_do_not_count() {
        let item = |value, label, remark| Item::new(value, show(label)).remark(show(remark));
        let held = vec![item(1, "my account", "own sessions"), item(2, "Sessions", ""), item(3, "s e s s i o n s", "")];
        let mut choice = Choice::new(held);
        keys(&mut choice, "s e s s i o n s");
        assert_eq!(choice.selected().unwrap().value, 2);
        let lines = screen(EN, 40, 5, |canvas| choice.draw(canvas, &show("")));
        assert_eq!(lines[1..4], ["> Sessions", "  my account  own sessions", ""]);
    }

    #[test]
    fn what_is_looked_up_follows_what_is_held() {
        let lookup = |typed: &str| vec![Item::new(9, show(&format!("found {typed}")))];
        let mut choice = Choice::with_lookup(vec![Item::new(1, show("zoo"))], Some(Box::new(lookup)));
        assert_eq!(keys(&mut choice, "z Down Enter").pop(), Some(Chosen::Picked(9)));
        assert_eq!(choice.selected().unwrap().label.as_str(), "found z");
    }

    #[test]
    fn what_is_looked_up_comes_before_what_has_the_letters_only() {
        let lookup = |typed: &str| vec![Item::new(9, show(typed))];
        let held = vec![Item::new(1, show("a long enough road")), Item::new(2, show("leroy"))];
        let mut choice = Choice::with_lookup(held, Some(Box::new(lookup)));
        assert_eq!(keys(&mut choice, "r o Down Enter").pop(), Some(Chosen::Picked(2)));
        assert_eq!(keys(&mut choice, "y Down Enter").pop(), Some(Chosen::Picked(9)));
    }
}
