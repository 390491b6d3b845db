//! What the two faces hold: one person at one store.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::clock::Clock;
use super::error::{Result, ServiceError, SignInFault};
use super::proof::Proof;
use super::shelf::Shelf;
use crate::domain::catalogue::Catalogue;
use crate::domain::command::Command;
use crate::domain::decide::{Context, Deciding};
use crate::domain::engine::{Actor, actor_of};
use crate::domain::facts::Facts;
use crate::domain::id::{AdminId, Subject};
use crate::domain::policy::Allowance;
use crate::domain::time::Time;
use crate::store::{Interrupt, Opening, Reader, Tables, Writer, house};

/// How a console is opened.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where the store is.
    pub path: PathBuf,
    /// Checks on the place.
    pub opening: Opening,
    /// Everything that can be granted.
    pub catalogue: Arc<Catalogue>,
    /// Tells the time.
    pub clock: Clock,
    /// From where the person comes, for the journal.
    pub peer: Option<String>,
    /// Whether it is a kiosk, where a path is a name in one directory.
    pub kiosk: bool,
}

impl Settings {
    /// The usual ones, for a store at that place.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self {
            path: path.into(),
            opening: Opening::default(),
            catalogue: Arc::clone(Catalogue::builtin()),
            clock: Clock::System,
            peer: None,
            kiosk: false,
        }
    }
}

/// One person at one store: reads, plans, and the door.
pub struct Console {
    pub(super) settings: Settings,
    pub(super) reader: Reader,
    pub(super) writer: Option<Writer>,
    /// Whether it waits for somebody else who is saving.
    pub(super) waits: bool,
    pub(super) admin: Option<AdminId>,
    pub(super) session: Option<String>,
    /// When it was last noted that its person is there (S-31).
    pub(super) seen_at: Option<Time>,
    /// Who signed in with a temporary password: all they may do is choose another.
    pub(super) newcomer: Option<AdminId>,
    /// When the password was last typed (S-29).
    pub(super) proof: Option<Proof>,
    /// A headless sign-in stands in the journal only with what it changed (S-50): it is written with that.
    pub(super) sign_in_unwritten: bool,
    /// Whether a console before this one ended without saying so.
    pub(super) found_dead: bool,
}

impl Console {
    /// Opens a store; nobody is signed in yet.
    ///
    /// # Errors
    /// Why the store cannot be used.
    pub fn open(settings: Settings) -> Result<Self> {
        let reader = Reader::open(&settings.path, settings.opening)?;
        Ok(Self {
            settings,
            reader,
            writer: None,
            waits: true,
            admin: None,
            session: None,
            seen_at: None,
            newcomer: None,
            proof: None,
            sign_in_unwritten: false,
            found_dead: false,
        })
    }

    /// Another console of the same person in the same session, for a worker thread: once that has ended, it reads no more.
    ///
    /// # Errors
    /// Why the store cannot be used.
    pub fn again(&self) -> Result<Self> {
        Ok(Self {
            settings: self.settings.clone(),
            reader: self.reader.again()?,
            writer: None,
            waits: true,
            admin: self.admin,
            session: self.session.clone(),
            seen_at: self.seen_at,
            newcomer: self.newcomer,
            proof: self.proof,
            sign_in_unwritten: false,
            found_dead: false,
        })
    }

    /// Signs somebody in without their password: hashing would be most of what many tests take.
    #[cfg(test)]
    pub(crate) fn stand_in(&mut self, admin: AdminId) {
        self.admin = Some(admin);
        self.proved(admin, self.settings.clock.now());
    }

    /// The same, by user name.
    #[cfg(test)]
    pub(crate) fn stand_in_as(&mut self, username: &str) {
        use crate::domain::facts::{Facts, Lookup};
        let found = self.reader.tables().lookup(crate::domain::id::Kind::Admin, Lookup::Username, username).unwrap();
        self.stand_in(AdminId(found[0]));
    }

    /// Where files are read and written.
    pub fn shelf(&self) -> Shelf {
        Shelf::of(&self.settings.path, self.settings.kiosk)
    }

    /// Where the store is.
    pub fn path(&self) -> &Path {
        &self.settings.path
    }

    /// Everything that can be granted.
    pub fn catalogue(&self) -> &Arc<Catalogue> {
        &self.settings.catalogue
    }

    /// Tells the time.
    pub const fn clock(&self) -> &Clock {
        &self.settings.clock
    }

    /// A number that moves when another connection has changed the store.
    ///
    /// # Errors
    /// Where the store cannot be used.
    pub fn data_version(&self) -> Result<i64> {
        Ok(self.reader.data_version()?)
    }

    /// Stops the question that this console asks the store, from another thread.
    pub fn interrupt_handle(&self) -> Interrupt {
        self.reader.interrupt_handle()
    }

    /// Who is signed in.
    pub const fn admin(&self) -> Option<AdminId> {
        self.admin
    }

    /// Says whether a change waits for somebody else who is saving, or is refused as busy at once: for a thread that
    /// draws, which tries again itself (S-44).
    pub fn set_waiting(&mut self, waits: bool) {
        self.waits = waits;
        if let Some(writer) = &mut self.writer {
            writer.set_waiting(waits);
        }
    }

    pub(super) fn writer(&mut self) -> Result<&mut Writer> {
        if self.writer.is_none() {
            let mut writer = Writer::open(&self.settings.path, self.settings.opening)?;
            writer.set_waiting(self.waits);
            self.writer = Some(writer);
        }
        self.writer.as_mut().ok_or(ServiceError::SignIn(SignInFault::SignedOut))
    }

    /// Who acts, with what they hold now; refused once the account is disabled or the session was ended (S-16).
    ///
    /// # Errors
    /// Signed out, or the store.
    pub fn actor(&self) -> Result<Actor> {
        actor_in(self.reader.tables(), &self.settings.catalogue, self.admin, self.session.as_deref())
    }

    /// Answers from one state of the store, with the actor's rights of now, as if the staged Commands were applied.
    /// A staged Command that is refused now is left out.
    ///
    /// # Errors
    /// Signed out, the store, or the answer's own.
    pub(super) fn with<T>(
        &self,
        staged: &[Command],
        answer: impl FnOnce(&dyn Facts, Context<'_>) -> Result<T>,
    ) -> Result<T> {
        self.reader.snapshot(|tables| {
            let actor = actor_in(tables, &self.settings.catalogue, self.admin, self.session.as_deref())?;
            let cx = self.context(&actor);
            let request = Context { allowance: Allowance { request: true, ..cx.allowance }, ..cx };
            let mut deciding = Deciding::new(&tables, request);
            for command in staged {
                match deciding.run(command.clone()) {
                    Ok(()) | Err(crate::domain::refusal::Stop::Refused(_)) => {}
                    Err(broken) => return Err(broken.into()),
                }
            }
            answer(deciding.world(), cx)
        })
    }

    /// The same about one record: while it is only to be deleted it is still there to be looked at.
    ///
    /// # Errors
    /// Signed out, the store, or the answer's own.
    pub(super) fn with_on<T>(
        &self,
        subject: Subject,
        staged: &[Command],
        answer: impl FnOnce(&dyn Facts, Context<'_>) -> Result<T>,
    ) -> Result<T> {
        let stays = |command: &&Command| command.removes() != Some(subject);
        if staged.iter().all(|command| stays(&command)) {
            return self.with(staged, answer);
        }
        let staged: Vec<Command> = staged.iter().filter(stays).cloned().collect();
        self.with(&staged, answer)
    }

    pub(super) fn context<'a>(&'a self, actor: &'a Actor) -> Context<'a> {
        Context {
            catalogue: &self.settings.catalogue,
            actor,
            now: self.settings.clock.now(),
            allowance: Allowance::default(),
        }
    }
}

pub(super) fn actor_in(
    tables: Tables<'_>,
    catalogue: &Catalogue,
    admin: Option<AdminId>,
    session: Option<&str>,
) -> Result<Actor> {
    let signed_out = || ServiceError::SignIn(SignInFault::SignedOut);
    if let Some(session) = session
        && house::session_end(tables, session)?.is_some()
    {
        return Err(signed_out());
    }
    let admin = admin.ok_or_else(signed_out)?;
    let actor = actor_of(&tables, catalogue, admin)?;
    actor.filter(|a| a.active).ok_or_else(signed_out)
}
