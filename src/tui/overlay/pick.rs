//! A choice among things that the console can do at once: a view, an administrator, a reason, a kind of request.

use super::super::canvas::Canvas;
use super::super::event::Event;
use super::super::layer::{Answer, Layer};
use super::super::place::Place;
use super::super::theme::Tone;
use super::super::widget::choice::{Choice, Chosen, Item, Lookup};
use super::Message;
use crate::text::Shown;

/// The widest and highest that a choice gets.
const ROOM: (u16, u16) = (76, 16);

/// A choice over the panes; what is picked is said to the console, and the choice goes.
pub struct PickLayer {
    title: Shown,
    none: Shown,
    choice: Choice<Message>,
    /// How many rows it takes: what was typed, and what is offered at first.
    rows: u16,
    refusal: Option<Shown>,
}

impl PickLayer {
    /// Offers these; `none` is said where nothing fits what is typed.
    pub fn new(title: Shown, none: Shown, items: Vec<Item<Message>>) -> Self {
        let rows = u16::try_from(items.len().max(1) + 1).unwrap_or(u16::MAX).min(ROOM.1);
        Self { title, none, choice: Choice::new(items), rows, refusal: None }
    }

    /// Offers what is looked up for what is typed.
    pub fn looking_up(title: Shown, none: Shown, lookup: Lookup<Message>) -> Self {
        let choice = Choice::with_lookup(Vec::new(), Some(lookup));
        Self { title, none, choice, rows: ROOM.1, refusal: None }
    }
}

impl Layer<Message> for PickLayer {
    fn place(&self) -> Place {
        Place::Choice
    }

    fn on(&mut self, event: Event<'_>) -> Answer<Message> {
        self.refusal = None;
        match self.choice.on(event) {
            // It stays until what it says was done: a refusal is said here, and nothing typed is lost.
            Chosen::Picked(message @ Message::Run(_)) => Answer::Say(message),
            Chosen::Picked(message) => Answer::CloseWith(message),
            Chosen::Closed => Answer::Close,
            Chosen::Used | Chosen::Passed => Answer::Used,
        }
    }

    fn draw(&mut self, canvas: &mut Canvas<'_>) {
        let (width, height) = (canvas.width().saturating_sub(6).min(ROOM.0), canvas.height().saturating_sub(4));
        let lines = self.refusal.as_ref().map(|why| why.wrap(usize::from(width))).unwrap_or_default();
        let said = u16::try_from(lines.len()).unwrap_or(0);
        let mut popup = canvas.popup(width, height.min(self.rows.saturating_add(said)), &self.title);
        let rows = popup.height().saturating_sub(said);
        for (y, line) in (rows..).zip(&lines) {
            popup.text(0, y, line, Tone::Refused);
        }
        let width = popup.width();
        self.choice.draw(&mut popup.part(0, 0, width, rows), &self.none);
    }

    fn refused(&mut self, _field: Option<&str>, why: Shown) {
        self.refusal = Some(why);
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::action::Action;
    use super::super::super::testing::{EN, screen};
    use super::super::testing::{keys, typed};
    use super::*;
    use crate::text::show;

    fn picks() -> PickLayer {
        let item = |name: &str, message| Item::new(message, show(name));
        let items = vec![item("Mine", Message::Act(Action::Redraw)), item("All", Message::Run(Vec::new()))];
        PickLayer::new(show("Views"), show("None."), items)
    }

    #[test]
    fn what_is_picked_is_said_and_what_is_refused_stays() {
        assert_eq!(
            keys(&mut picks(), &format!("{} Enter", typed("mi"))),
            Answer::CloseWith(Message::Act(Action::Redraw))
        );
        let mut layer = picks();
        assert_eq!(keys(&mut layer, "Down Enter"), Answer::Say(Message::Run(Vec::new())));
        layer.refused(None, show("Not now."));
        let lines = screen(EN, 60, 12, |canvas| layer.draw(canvas)).join("\n");
        assert!(lines.contains("─ Views ─") && lines.contains("> All") && lines.contains("Not now."), "{lines}");
        assert_eq!(keys(&mut layer, "Esc"), Answer::Close);
    }
}
