//! An import part after part: it may be too large to be held whole.

use crate::domain::decide::Deciding;
use crate::domain::plan::Plan;
use crate::domain::refusal::Decided;

impl Deciding<'_> {
    /// Ends a part of an import, to be written and let go. What follows is decided on the same facts: records of an import
    /// do not ask for each other. Numbers given out, users found for people and seats taken so far are carried along.
    ///
    /// # Errors
    /// What [`Deciding::finish`] refuses.
    pub fn finish_part(&mut self) -> Decided<Plan> {
        let mut next = Self::new(self.facts, self.cx);
        next.stop = self.stop;
        next.world = self.world.next();
        next.matched = std::mem::take(&mut self.matched);
        next.seats_moved = self.seats_moved.clone();
        let plan = std::mem::replace(self, next).finish()?;
        self.seats_moved.extend(plan.seats.iter().map(|(seat, used)| (*seat, used.after - used.before)));
        Ok(plan)
    }
}
