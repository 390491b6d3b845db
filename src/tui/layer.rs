//! Layers over the panes, front first: each takes an event or lets it through. A popup is a value on the stack.

use super::action::Action;
use super::canvas::Canvas;
use super::event::Event;
use super::place::Place;
use super::theme::Tone;
use super::widget::review::ReviewRow;
use crate::text::Shown;

/// What a layer did with an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer<M> {
    /// It used it.
    Used,
    /// It is not for this layer: the one behind may have it.
    Passed,
    /// It used it and says something to the console; the layer stays.
    Say(M),
    /// It is done: the layer goes.
    Close,
    /// It is done and says something to the console; the layer goes.
    CloseWith(M),
}

/// One layer: a popup, a form, a screen of its own. `M` is what it says to the console.
pub trait Layer<M> {
    /// Returns where its keys are looked up.
    fn place(&self) -> Place;

    /// Takes an event or lets it through.
    fn on(&mut self, event: Event<'_>) -> Answer<M>;

    /// Draws itself over what is there.
    fn draw(&mut self, canvas: &mut Canvas<'_>);

    /// The main loop was woken: work that it began may be done.
    fn woken(&mut self) -> Answer<M> {
        Answer::Used
    }

    /// Whether it waits for work that it began.
    fn works(&self) -> bool {
        false
    }

    /// Returns whether an action of its place does something here; the hints show no other.
    fn offers(&self, action: Action) -> bool {
        // Few have a password to show.
        action != Action::ShowPassword
    }

    /// What it asked for was refused; it stays open and says so.
    fn refused(&mut self, _field: Option<&str>, _why: Shown) {}

    /// The plan that it shows was made again; it says `accepted` where that one is accepted.
    fn replanned(&mut self, _rows: Vec<ReviewRow>, _notes: Vec<(Shown, Tone)>, _accepted: M) {}
}

/// The layers that are open, the one in front last.
pub struct Stack<M> {
    layers: Vec<Box<dyn Layer<M>>>,
}

/// What became of an event that went through the stack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Handled<M> {
    /// A layer used it.
    Used,
    /// A layer used it and says something.
    Said(M),
    /// No layer wanted it.
    Passed,
}

impl<M> Default for Stack<M> {
    fn default() -> Self {
        Self { layers: Vec::new() }
    }
}

impl<M> Stack<M> {
    /// Opens a layer in front of the others.
    pub fn push(&mut self, layer: impl Layer<M> + 'static) {
        self.layers.push(Box::new(layer));
    }

    /// Closes the layer in front.
    pub fn pop(&mut self) {
        self.layers.pop();
    }

    /// Closes all of them.
    pub fn clear(&mut self) {
        self.layers.clear();
    }

    /// Tells the layer in front that what it asked for was refused.
    pub fn refused(&mut self, field: Option<&str>, why: Shown) {
        if let Some(layer) = self.layers.last_mut() {
            layer.refused(field, why);
        }
    }

    /// Gives the layer in front the plan that was made again, and what it says where that one is accepted.
    pub fn replanned(&mut self, rows: Vec<ReviewRow>, notes: Vec<(Shown, Tone)>, accepted: M) {
        if let Some(layer) = self.layers.last_mut() {
            layer.replanned(rows, notes, accepted);
        }
    }

    /// Says whether the layer in front has a use for an action.
    pub fn offers(&self, action: Action) -> bool {
        self.layers.last().is_none_or(|layer| layer.offers(action))
    }

    /// Says whether none is open.
    pub fn is_empty(&self) -> bool {
        self.layers.is_empty()
    }

    /// Returns where keys are looked up: by the layer in front, if there is one.
    pub fn place(&self) -> Option<Place> {
        self.layers.last().map(|layer| layer.place())
    }

    /// Offers an event to each layer, front first.
    pub fn on(&mut self, event: Event<'_>) -> Handled<M> {
        for index in (0..self.layers.len()).rev() {
            let answer = self.layers[index].on(event);
            match answer {
                Answer::Passed => continue,
                Answer::Used => return Handled::Used,
                Answer::Say(message) => return Handled::Said(message),
                Answer::Close => drop(self.layers.remove(index)),
                Answer::CloseWith(message) => {
                    self.layers.remove(index);
                    return Handled::Said(message);
                }
            }
            return Handled::Used;
        }
        Handled::Passed
    }

    /// Lets the layers see whether the work that they began is done, front first.
    pub fn woken(&mut self) -> Handled<M> {
        for index in (0..self.layers.len()).rev() {
            match self.layers[index].woken() {
                Answer::Used | Answer::Passed => {}
                Answer::Say(message) => return Handled::Said(message),
                Answer::Close => drop(self.layers.remove(index)),
                Answer::CloseWith(message) => {
                    self.layers.remove(index);
                    return Handled::Said(message);
                }
            }
        }
        Handled::Used
    }

    /// Whether a layer waits for work that it began.
    #[cfg(test)]
    pub fn works(&self) -> bool {
        self.layers.iter().any(|layer| layer.works())
    }

    /// Draws all layers, the one in front last.
    pub fn draw(&mut self, canvas: &mut Canvas<'_>) {
        self.layers.iter_mut().for_each(|layer| layer.draw(canvas));
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{EN, screen};
    use super::super::theme::Tone;
    use super::*;
    use crate::text::Shown;

    /// Closes on Back, says its letter on Accept, passes the rest.
    struct Letter(&'static str);

    impl Layer<&'static str> for Letter {
        fn place(&self) -> Place {
            Place::Notice
        }

        fn on(&mut self, event: Event<'_>) -> Answer<&'static str> {
            match event {
                Event::Action(Action::Accept) => Answer::Say(self.0),
                Event::Action(Action::Back) => Answer::Close,
                Event::Action(Action::Quit) => Answer::CloseWith(self.0),
                Event::Paste(_) => Answer::Used,
                _ => Answer::Passed,
            }
        }

        fn draw(&mut self, canvas: &mut Canvas<'_>) {
            canvas.text(0, 0, &Shown::fixed(self.0), Tone::Plain);
        }
    }

    #[test]
    fn the_layer_in_front_comes_first() {
        let mut stack = Stack::default();
        stack.push(Letter("a"));
        stack.push(Letter("b"));
        assert_eq!(stack.on(Event::Action(Action::Accept)), Handled::Said("b"));
        assert_eq!(stack.on(Event::Action(Action::Undo)), Handled::Passed);
        assert_eq!(screen(EN, 3, 1, |canvas| stack.draw(canvas)), ["b"]);
        assert_eq!(stack.on(Event::Action(Action::Back)), Handled::Used);
        assert_eq!(stack.on(Event::Action(Action::Quit)), Handled::Said("a"));
        assert!(stack.is_empty() && stack.place().is_none());
    }

    /// S-91: a paste stops at the layer in front.
    #[test]
    fn s_91_a_layer_may_swallow_a_paste() {
        let mut stack = Stack::default();
        stack.push(Letter("a"));
        assert_eq!(stack.on(Event::Paste("dd")), Handled::Used);
    }
}
