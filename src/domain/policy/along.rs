//! What goes along with something else, whose right is the one that counts; and the notes, which have a right of their
//! own.

use super::change::Policy;
use super::require;
use crate::domain::change::{Change, Naming, naming};
use crate::domain::id::{Kind, Subject};
use crate::domain::record::Application;
use crate::domain::refusal::{FactsError, Refusal};
use crate::domain::value::Level;

impl Policy<'_> {
    /// Whether a member is taken away because what it belongs to goes in the same plan: a membership with its group, a
    /// right with its application.
    pub(super) fn goes_along(&self, kind: Kind, field: &str) -> Result<bool, FactsError> {
        let Some(Naming::Member(of)) = naming(kind, field) else { return Ok(false) };
        let member = field.split_once('.').map_or("", |(_, member)| member);
        let (number, right) = member.split_once('/').map_or((member, None), |(number, right)| (number, Some(right)));
        let Ok(number) = number.parse() else { return Ok(false) };
        if crate::domain::facts::describe(self.world, Subject::new(of, number))?.is_none() {
            return Ok(true);
        }
        let Some(right) = right else { return Ok(false) };
        let application: Option<Application> = self.world.get(number)?;
        Ok(application.is_some_and(|application| !application.rights.iter().any(|other| other == right)))
    }

    /// Asks for `notes: manage` where the note is among the changes; answers whether anything else is.
    pub(super) fn notes(&self, changes: &[Change]) -> Result<bool, Refusal> {
        if changes.iter().any(|change| change.field == "note") {
            self.ask(require(self.actor, "notes", Level::Manage))?;
        }
        Ok(changes.iter().any(|change| change.field != "note"))
    }
}
