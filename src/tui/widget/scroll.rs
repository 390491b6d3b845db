//! Which row is selected and which rows are seen, for lists that are held whole.

use super::super::action::Action;

/// The selected row and the first one seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scroll {
    /// The selected row.
    pub row: usize,
    top: usize,
    page: usize,
}

impl Scroll {
    /// Goes where an action goes in a list of `length` rows; says whether the action was one of these.
    pub fn on(&mut self, action: Action, length: usize) -> bool {
        let page = self.page.max(1);
        let last = length.saturating_sub(1);
        self.row = match action {
            Action::Down => self.row.saturating_add(1),
            Action::Up => self.row.saturating_sub(1),
            Action::First => 0,
            Action::Last => last,
            Action::PageDown => self.row.saturating_add(page),
            Action::PageUp => self.row.saturating_sub(page),
            Action::HalfDown => self.row.saturating_add(page.div_ceil(2)),
            Action::HalfUp => self.row.saturating_sub(page.div_ceil(2)),
            _ => return false,
        }
        .min(last);
        true
    }

    /// Returns which rows are seen in so many lines, the selected one among them.
    pub fn seen(&mut self, length: usize, lines: u16) -> std::ops::Range<usize> {
        let lines = usize::from(lines);
        self.page = lines;
        self.row = self.row.min(length.saturating_sub(1));
        let lowest = (self.row + 1).saturating_sub(lines);
        self.top = self.top.clamp(lowest, self.row.max(lowest)).min(length.saturating_sub(lines).max(lowest));
        self.top..(self.top + lines).min(length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_selected_row_is_always_seen() {
        let mut scroll = Scroll::default();
        assert_eq!(scroll.seen(10, 4), 0..4);
        for (action, row, seen) in [
            (Action::Down, 1, 0..4),
            (Action::PageDown, 5, 2..6),
            (Action::Last, 9, 6..10),
            (Action::Up, 8, 6..10),
            (Action::HalfUp, 6, 6..10),
            (Action::Up, 5, 5..9),
            (Action::First, 0, 0..4),
            (Action::Up, 0, 0..4),
        ] {
            assert!(scroll.on(action, 10));
            assert_eq!((scroll.row, scroll.seen(10, 4)), (row, seen), "{action:?}");
        }
        assert!(!scroll.on(Action::Undo, 10));
    }

    #[test]
    fn a_list_that_shrinks_keeps_a_row() {
        let mut scroll = Scroll { row: 9, ..Scroll::default() };
        assert_eq!(scroll.seen(3, 5), 0..3);
        assert_eq!(scroll.row, 2);
        assert_eq!(scroll.seen(0, 5), 0..0);
        assert_eq!(scroll.seen(7, 0), 1..1);
    }
}
