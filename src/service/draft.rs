//! Drafts: Commands staged by one administrator, kept in the store until they are applied or dropped.

use serde::{Deserialize, Serialize};

use super::console::Console;
use super::error::{Result, ServiceError, SignInFault};
use crate::domain::command::Command;
use crate::domain::decide::find;
use crate::domain::id::{AdminId, EntryNo, Kind, Subject};
use crate::domain::refusal::{Code, Refusal};
use crate::domain::time::Time;
use crate::store::{Change, house};

/// One staged Command, with the versions of the records that it names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Staged {
    /// The Command, with the ids that its REFs had.
    pub command: Command,
    /// `user:12` and the entry that had last changed it.
    pub versions: Vec<(String, EntryNo)>,
    /// Which act staged it: what was staged by one is taken back together.
    #[serde(default)]
    pub act: u32,
}

/// Everything that an administrator has staged.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    /// In the order in which it was staged.
    pub staged: Vec<Staged>,
}

impl Draft {
    /// The Commands, in order.
    pub fn commands(&self) -> Vec<Command> {
        self.staged.iter().map(|s| s.command.clone()).collect()
    }

    /// The staged Commands at some places, from 0: what stays when the others are applied.
    #[must_use]
    pub fn only(&self, places: &[usize]) -> Self {
        let left = self.staged.iter().enumerate().filter(|(at, _)| places.contains(at));
        Self { staged: left.map(|(_, staged)| staged.clone()).collect() }
    }

    /// What stays once `done` is applied or sent: each staged Command leaves once.
    #[must_use]
    pub fn without(mut self, done: &Self) -> Self {
        for gone in &done.staged {
            if let Some(at) = self.staged.iter().position(|staged| staged == gone) {
                self.staged.remove(at);
            }
        }
        self
    }

    /// Reads it as the store keeps it; none where it is of a form that this version does not know.
    fn read(text: Option<&str>) -> Option<Self> {
        text.map_or_else(|| Some(Self::default()), |text| serde_json::from_str(text).ok())
    }

    /// As the store keeps it; none where nothing is staged.
    pub(super) fn text(&self) -> Option<String> {
        if self.is_empty() { None } else { serde_json::to_string(self).ok() }
    }

    /// Without what the last act staged.
    fn without_last_act(mut self) -> Self {
        let last = self.staged.last().map(|staged| staged.act);
        while self.staged.last().map(|staged| staged.act) == last && self.staged.pop().is_some() {}
        self
    }

    /// Whether nothing is staged.
    pub fn is_empty(&self) -> bool {
        self.staged.is_empty()
    }
}

/// What a Command sets, without the value: two with the same one are about the same cell. None for what sets no cell.
fn cell_of(command: &Command) -> Option<serde_json::Value> {
    let mut cell = serde_json::to_value(command).ok()?;
    let fields = cell.as_object_mut()?;
    let name = fields.get("do")?.as_str()?;
    let sets = name.starts_with("set_");
    let value = if name == "set_softphone" { "device" } else { "value" };
    (fields.remove(value).is_some() && sets).then_some(cell)
}

impl Console {
    /// The draft as the store has it: another console of the same person may have changed it.
    ///
    /// # Errors
    /// Signed out, or the store.
    pub fn draft(&self) -> Result<Draft> {
        let admin = self.admin.ok_or(ServiceError::SignIn(SignInFault::SignedOut))?;
        let text = house::draft(self.reader.tables(), admin)?;
        // One that this version does not know is shown as empty, and left alone.
        Ok(Draft::read(text.as_deref()).unwrap_or_default())
    }

    /// Adds Commands to the draft, each with the ids and versions of what it names now. They are judged first, on top
    /// of what is staged already: what cannot be is refused at once, what may be asked for is kept, and what would set
    /// a value to what it is already is not.
    ///
    /// # Errors
    /// The refusal, signed out, or the store.
    pub fn stage(&mut self, commands: Vec<Command>) -> Result<Draft> {
        self.stage_over(commands, &|_| false)
    }

    /// The same in place of what is staged already and `replaced` by them.
    ///
    /// # Errors
    /// The refusal, signed out, or the store.
    pub fn stage_over(&mut self, commands: Vec<Command>, replaced: &dyn Fn(&Command) -> bool) -> Result<Draft> {
        self.edit_draft(|console, mut draft| {
            draft.staged.retain(|staged| !replaced(&staged.command));
            let mut batch = draft.commands();
            batch.extend(commands.iter().cloned());
            console.preview_request(&batch)?;
            let act = draft.staged.last().map_or(0, |staged| staged.act.saturating_add(1));
            for command in &commands {
                draft.staged.push(Staged { act, ..console.pinned(command.clone())? });
                if let Some(shorter) = console.without_detour(&draft) {
                    draft = shorter;
                } else if console.last_sets_nothing(&draft) {
                    draft.staged.pop();
                }
            }
            Ok(draft)
        })
    }

    /// Edits the draft as the store has it. Where another console of the same person has edited it meanwhile, the edit is
    /// made anew on that: what one of them stages is lost by none.
    fn edit_draft(&mut self, edit: impl Fn(&Self, Draft) -> Result<Draft>) -> Result<Draft> {
        let admin = self.admin.ok_or(ServiceError::SignIn(SignInFault::SignedOut))?;
        loop {
            let kept = house::draft(self.reader.tables(), admin)?;
            let known = Draft::read(kept.as_deref()).ok_or_else(|| Refusal::new(Code::DraftUnknown))?;
            let draft = edit(self, known)?;
            let now = self.settings.clock.now();
            let house = self.writer()?.begin_housekeeping()?;
            if house::draft(house.tables(), admin)? == kept {
                house.keep_draft(admin, draft.text().as_deref(), now)?;
                house.commit()?;
                return Ok(draft);
            }
        }
    }

    /// The draft with its last Command in place of an earlier one for the same cell, or with neither where that leaves
    /// everything as it is: a cell turned to and fro is not staged twice. None where there is no earlier one, or where
    /// what was staged since needs it.
    fn without_detour(&self, draft: &Draft) -> Option<Draft> {
        let (last, before) = draft.staged.split_last()?;
        let cell = cell_of(&last.command)?;
        let earlier = before.iter().rposition(|staged| cell_of(&staged.command).as_ref() == Some(&cell))?;
        let mut neither = Draft { staged: before.to_vec() };
        neither.staged.remove(earlier);
        let mut only_last = neither.clone();
        only_last.staged.push(last.clone());
        let replaced = self.preview_request(&only_last.commands()).ok()?;
        let nothing = self.preview_request(&neither.commands()).is_ok_and(|plan| plan.does_the_same(&replaced));
        Some(if nothing { neither } else { only_last })
    }

    /// Whether the last Command sets something to what it is already.
    fn last_sets_nothing(&self, draft: &Draft) -> bool {
        let Some((last, before)) = draft.staged.split_last() else { return false };
        if !last.command.name().starts_with("set_") {
            return false;
        }
        let before = Draft { staged: before.to_vec() };
        let plan = |draft: &Draft| self.preview_request(&draft.commands());
        matches!((plan(&before), plan(draft)), (Ok(before), Ok(after)) if after.does_the_same(&before))
    }

    /// Keeps the ids and versions of what a Command names and the store has.
    fn pinned(&self, mut command: Command) -> Result<Staged> {
        let mut versions = Vec::new();
        self.with(&[], |facts, cx| {
            command.references(&mut |kind, reference| {
                if let Ok(number) = find(facts, cx.actor, kind, reference) {
                    reference.pin(number);
                }
            });
            Ok(())
        })?;
        let tables = self.reader.tables();
        let mut failed = None;
        // An order is saved whole: who saves it meanwhile is seen by its version.
        if let Command::SetCommunicationOrder(order) = &command {
            let subject = Subject::new(Kind::Order, order.list.id());
            versions.extend(super::lists::version_of(tables, subject)?.map(|version| (subject.to_string(), version)));
        }
        command.references(&mut |kind, reference| {
            let Some(number) = reference.number() else { return };
            let subject = Subject::new(kind, number);
            match super::lists::version_of(tables, subject) {
                Ok(Some(version)) => versions.push((subject.to_string(), version)),
                Ok(None) => {}
                Err(error) => failed = Some(error),
            }
        });
        match failed {
            Some(error) => Err(error),
            None => Ok(Staged { command, versions, act: 0 }),
        }
    }

    /// Takes what the last act staged out.
    ///
    /// # Errors
    /// Signed out, or the store.
    pub fn unstage(&mut self) -> Result<Draft> {
        self.edit_draft(|_, draft| Ok(draft.without_last_act()))
    }

    /// Takes what is done out of the draft; nothing else is touched.
    ///
    /// # Errors
    /// Signed out, or the store.
    pub(super) fn has_done(&mut self, done: &Draft) -> Result<()> {
        self.edit_draft(|_, draft| Ok(draft.without(done))).map(drop)
    }

    /// Whether there is a draft, known to this version or not.
    ///
    /// # Errors
    /// Signed out, or the store.
    pub fn has_draft(&self) -> Result<bool> {
        let admin = self.admin.ok_or(ServiceError::SignIn(SignInFault::SignedOut))?;
        Ok(house::draft(self.reader.tables(), admin)?.is_some())
    }

    /// Drops the draft, also one that this version does not know.
    ///
    /// # Errors
    /// Signed out, or the store.
    pub fn drop_draft(&mut self) -> Result<()> {
        let admin = self.admin.ok_or(ServiceError::SignIn(SignInFault::SignedOut))?;
        let now = self.settings.clock.now();
        let house = self.writer()?.begin_housekeeping()?;
        house.keep_draft(admin, None, now)?;
        Ok(house.commit()?)
    }

    /// The records that a draft names and that have moved since it was staged.
    ///
    /// # Errors
    /// The store.
    pub fn moved_since(&self, draft: &Draft) -> Result<Vec<Subject>> {
        let tables = self.reader.tables();
        let mut moved = Vec::new();
        for (name, version) in draft.staged.iter().flat_map(|s| &s.versions) {
            let Ok(subject) = name.parse() else { continue };
            if super::lists::version_of(tables, subject)? != Some(*version) && !moved.contains(&subject) {
                moved.push(subject);
            }
        }
        Ok(moved)
    }
}

/// Takes what a change applies or sends out of the draft of its actor, within that change: never applied and still staged.
/// What another console of theirs has staged meanwhile stays, and so does a draft that this version does not know.
pub(super) fn leaves_the_draft(change: &Change<'_>, admin: AdminId, done: &Draft, now: Time) -> Result<()> {
    let kept = house::draft(change.tables(), admin)?;
    if let Some(draft) = Draft::read(kept.as_deref()) {
        house::keep_rest_of_draft(change, admin, draft.without(done).text().as_deref(), now)?;
    }
    Ok(())
}
