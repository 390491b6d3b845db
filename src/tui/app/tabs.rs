//! The tabs that may be seen, one of them open.

use super::super::pane::{self, Pane};
use super::super::place::Tab;

/// The panes, each under its tab.
#[derive(Default)]
pub(super) struct Tabs {
    panes: Vec<(Tab, Box<dyn Pane>)>,
    open: usize,
}

impl Tabs {
    /// Has the tabs that are shown, and no other; those that stay keep their state, and so does the open one.
    pub fn show(&mut self, shown: impl Fn(Tab) -> bool) {
        let open = self.open();
        let mut old = std::mem::take(&mut self.panes);
        for tab in Tab::ALL.into_iter().filter(|tab| shown(*tab)) {
            let kept = old.iter().position(|(own, _)| *own == tab).map(|at| old.remove(at).1);
            self.panes.push((tab, kept.unwrap_or_else(|| pane::of(tab))));
        }
        self.open = open.and_then(|tab| self.place_of(tab)).unwrap_or(0);
    }

    fn place_of(&self, tab: Tab) -> Option<usize> {
        self.panes.iter().position(|(own, _)| *own == tab)
    }

    /// Every tab, in order.
    pub fn all(&self) -> Vec<Tab> {
        self.panes.iter().map(|(tab, _)| *tab).collect()
    }

    /// The open one.
    pub fn open(&self) -> Option<Tab> {
        self.panes.get(self.open).map(|(tab, _)| *tab)
    }

    /// The pane of the open one.
    pub fn pane(&self) -> Option<&dyn Pane> {
        self.panes.get(self.open).map(|(_, pane)| pane.as_ref())
    }

    /// The same, to be changed.
    pub fn pane_mut(&mut self) -> Option<&mut (dyn Pane + 'static)> {
        self.panes.get_mut(self.open).map(|(_, pane)| pane.as_mut())
    }

    /// The pane of a tab, open or not.
    pub fn of(&mut self, tab: Tab) -> Option<&mut (dyn Pane + 'static)> {
        self.panes.iter_mut().find(|(own, _)| *own == tab).map(|(_, pane)| pane.as_mut())
    }

    /// Opens a tab; says whether it is there.
    pub fn go(&mut self, tab: Tab) -> bool {
        let at = self.place_of(tab);
        self.open = at.unwrap_or(self.open);
        at.is_some()
    }

    /// Opens the next tab, or the one before, round at the ends.
    pub fn step(&mut self, forward: bool) {
        let count = self.panes.len();
        let by = if forward { 1 } else { count.saturating_sub(1) };
        self.open = (self.open + by).checked_rem(count).unwrap_or(0);
    }

    /// Everything shown may have changed.
    pub fn spoil(&mut self) {
        self.panes.iter_mut().for_each(|(_, pane)| pane.spoil());
    }
}
