//! The View and Manage boxes of a role: two ticks for one value, each with what the door would answer.

use super::catalogue::{Entry, Family, Key};
use super::cell::{State, answer, role_command};
use super::decide::Context;
use super::facts::Facts;
use super::record::Role;
use super::refusal::FactsError;
use super::value::Level;

/// The two boxes of a resource. Manage ticks View as well, and View takes Manage with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Boxes {
    /// The resource.
    pub key: Key,
    /// The value that both stand for.
    pub level: Level,
    /// Whether the box View can be turned.
    pub view: State,
    /// Whether the box Manage can be turned.
    pub manage: State,
}

/// The boxes of a role.
///
/// # Errors
/// Where the store cannot answer.
pub fn role_boxes(facts: &dyn Facts, cx: Context<'_>, role: &Role) -> Result<Vec<Boxes>, FactsError> {
    let boxes = |entry: &Entry| {
        let level = role.value(entry.key.as_str());
        let turned = |on: bool, to: Level, back: Level| {
            answer(facts, cx, role_command(role, &entry.key, if on { back } else { to }))
        };
        Ok(Boxes {
            key: entry.key.clone(),
            level,
            view: turned(level >= Level::View, Level::View, Level::None)?,
            manage: turned(level >= Level::Manage, Level::Manage, Level::View)?,
        })
    };
    cx.catalogue.family(Family::Resource).map(boxes).collect()
}
