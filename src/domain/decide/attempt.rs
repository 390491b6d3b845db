//! Commands that may be refused one record at a time.

use super::{Decided, Deciding};
use crate::domain::command::Command;
use crate::domain::id::Subject;
use crate::domain::refusal::{Refusal, Stop};

impl Deciding<'_> {
    /// Runs Commands that change one record alone; where one of them is refused, leaves the record as the facts have it,
    /// says why, and the decision goes on without them.
    ///
    /// # Errors
    /// Where the store cannot answer.
    pub fn attempt(&mut self, subject: Subject, commands: Vec<Command>) -> Decided<Option<Box<Refusal>>> {
        let (ran, noted, passwords) = (self.commands.len(), self.notes.len(), self.passwords.len());
        for command in commands {
            match self.run(command) {
                Ok(()) => {}
                Err(Stop::Refused(refusal)) => {
                    self.world.restore(subject);
                    self.commands.truncate(ran);
                    self.notes.truncate(noted);
                    self.passwords.truncate(passwords);
                    return Ok(Some(refusal));
                }
                Err(broken) => return Err(broken),
            }
        }
        Ok(None)
    }
}
