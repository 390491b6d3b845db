//! The desk: what every pane works with. One person's console, their draft, the looks, and the status line.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use super::columns::Columns;
use super::counter::Counter;
use super::theme::{Look, Tone};
use crate::domain::catalogue::Catalogue;
use crate::domain::command::Command;
use crate::domain::engine::Actor;
use crate::domain::id::{EntryNo, Subject};
use crate::domain::refusal::Refusal;
use crate::domain::value::Level;
use crate::service::view::List;
use crate::service::{Console, Draft, Result, SavedFilter, ServiceError, Since, StoreError, guards};
use crate::text::{Here, Shown, minute, show};

/// What every pane works with.
pub struct Desk {
    /// The person at the store.
    pub console: Console,
    /// Language, colours, keys.
    pub look: Rc<Look>,
    /// Everything that can be granted.
    pub catalogue: Arc<Catalogue>,
    /// Who acts, as of the last look at the store.
    pub actor: Actor,
    /// The name of the organisation.
    pub organisation: String,
    /// After so long without a key the console locks.
    pub idle_lock: Duration,
    /// What happened since this person was last here.
    pub since: Since,
    /// What is staged, as the store has it.
    pub draft: Draft,
    /// The staged Commands, which records are shown with.
    pub staged: Vec<Command>,
    /// The status line.
    pub status: (Shown, Tone),
    /// Counts what takes its time.
    pub counter: Counter,
    /// The columns that this person chose.
    pub columns: Columns,
    /// The filters that this person saved.
    pub saved: Vec<SavedFilter>,
    /// Whether values may be copied through the terminal.
    pub clipboard: bool,
    /// Whether something could not be done because somebody else is saving (S-44).
    pub busy: Cell<bool>,
}

impl Desk {
    /// Sits a signed-in person down.
    ///
    /// # Errors
    /// Signed out, or the store.
    pub fn new(console: Console, look: Look, counter: Counter) -> Result<Self> {
        let mut desk = Self {
            catalogue: Arc::clone(console.catalogue()),
            actor: console.actor()?,
            console,
            look: Rc::new(look),
            organisation: String::new(),
            idle_lock: Duration::ZERO,
            since: Since::default(),
            draft: Draft::default(),
            staged: Vec::new(),
            status: (Shown::default(), Tone::Plain),
            counter,
            columns: Columns::default(),
            saved: Vec::new(),
            clipboard: false,
            busy: Cell::default(),
        };
        desk.look_again()?;
        Ok(desk)
    }

    /// Looks at the store again: who acts, with what, and what is staged.
    ///
    /// # Errors
    /// Signed out, or the store.
    pub fn look_again(&mut self) -> Result<()> {
        self.actor = self.console.actor()?;
        self.draft = self.console.draft()?;
        self.staged = self.draft.commands();
        self.columns = Columns::new(self.console.chosen_columns()?);
        self.saved = self.console.saved_filters()?;
        let organisation = self.console.organisation()?;
        self.idle_lock = Duration::from_secs(u64::from(organisation.idle_lock_minutes) * 60);
        self.organisation = organisation.name;
        Ok(())
    }

    /// Notes in the store that the person is still there, once a minute, without waiting for it (S-31).
    pub fn note_seen(&mut self) {
        if let Some(session) = self.console.to_be_seen() {
            // Where it cannot be written now, the next minute will do.
            std::thread::spawn(move || drop(session.seen()));
        }
    }

    /// Whether a resource may be seen.
    pub fn sees(&self, resource: &str) -> bool {
        self.actor.level(resource) >= Level::View
    }

    /// Whether a list may be seen.
    pub fn may_list(&self, list: List) -> bool {
        guards(list).iter().any(|resource| self.sees(resource))
    }

    /// Whether a record goes once the draft is applied.
    pub fn removes(&self, subject: Subject) -> bool {
        self.staged.iter().any(|command| command.removes() == Some(subject))
    }

    /// Says something on the status line.
    pub fn say(&mut self, text: Shown) {
        self.status = (text, Tone::Plain);
    }

    /// Says on the status line why something is refused.
    pub fn refuse(&mut self, text: Shown) {
        self.status = (text, Tone::Refused);
    }

    /// Says on the status line what went wrong.
    pub fn fail(&mut self, error: &ServiceError) {
        let text = self.word(error);
        self.refuse(text);
    }

    /// The sentence of an error; notes that somebody else is saving.
    pub fn word(&self, error: &ServiceError) -> Shown {
        self.busy.set(self.busy.get() || matches!(error, ServiceError::Store(StoreError::Busy)));
        match error {
            // Nobody sees the lines of a draft here, so none is named.
            ServiceError::Refused(refusal) if refusal.line.is_some() => {
                let refusal = Refusal { line: None, ..(**refusal).clone() };
                self.look.texts.told(&self.catalogue, &ServiceError::from(refusal).told())
            }
            error => self.look.texts.told(&self.catalogue, &error.told()),
        }
    }

    /// When an entry was made, and by whom, where its own line in the journal may be seen; else its number alone.
    pub fn entry_line(&self, number: EntryNo) -> Shown {
        let texts = &self.look.texts;
        let entry = ("entry", Shown::digits(number).into());
        match self.console.entry(number, 0, 0) {
            Ok((read, _)) => {
                let who = read.head.actor.map_or_else(|| texts.nothing(), |(_, name)| show(&name));
                let at = minute(read.head.at, &Here);
                texts.with("history-entry", &[entry, ("at", at.into()), ("who", who.into())])
            }
            Err(_) => texts.with("history-line", &[entry]),
        }
    }

    /// Takes a draft as it is now, and says whether it grew.
    pub fn take(&mut self, draft: Draft) {
        if draft.commands() == self.staged {
            return self.say(self.look.texts.get("desk-unchanged"));
        }
        let before = self.staged.len();
        self.staged = draft.commands();
        self.draft = draft;
        let count = i64::try_from(self.staged.len()).unwrap_or(i64::MAX);
        let texts = &self.look.texts;
        let said = match self.staged.len() < before {
            true => texts.with("desk-taken-back", &[("count", count.into())]),
            false => texts.with("desk-staged", &[("count", count.into())]),
        };
        self.say(said);
    }

    /// Stages Commands and says so; a refusal is said instead, and nothing is staged.
    pub fn stage(&mut self, commands: Vec<Command>) -> bool {
        match self.console.stage(commands) {
            Ok(draft) => {
                self.take(draft);
                true
            }
            Err(error) => {
                self.fail(&error);
                false
            }
        }
    }
}
