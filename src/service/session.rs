//! Sessions: a row for each running console, closed when it ends; rows of dead processes are recognised (S-31).

use super::console::Console;
use super::error::{Result, ServiceError, SignInFault};
use super::password;
use crate::store::house::{self, Session};
use crate::store::{Opening, Writer, journal, reserve};

/// More consoles than this are refused (S-99).
const MOST: usize = 32;

/// How often it is noted that somebody is still there, in milliseconds.
const SEEN_EVERY: i64 = 60_000;

/// What is needed to close a session from another thread, when the console itself can no longer answer.
#[derive(Clone, Debug)]
pub struct Closing {
    path: std::path::PathBuf,
    opening: Opening,
    session: String,
    clock: super::clock::Clock,
}

impl Closing {
    /// Closes the session's row.
    ///
    /// # Errors
    /// Where the store cannot be written.
    pub fn close(&self, reason: &str) -> Result<()> {
        let mut writer = Writer::open(&self.path, self.opening)?;
        let house = writer.begin_housekeeping()?;
        house.end_session(&self.session, reason, self.clock.now())?;
        Ok(house.commit()?)
    }
}

impl Closing {
    /// Notes that the session is in use.
    ///
    /// # Errors
    /// Where the store cannot be written.
    pub fn seen(&self) -> Result<()> {
        let mut writer = Writer::open(&self.path, self.opening)?;
        let house = writer.begin_housekeeping()?;
        house.saw_session(&self.session, self.clock.now())?;
        Ok(house.commit()?)
    }
}

impl Console {
    /// Begins the session of the person signed in, and closes those of dead processes.
    ///
    /// # Errors
    /// Signed out, or the store.
    pub fn begin_session(&mut self) -> Result<Closing> {
        let admin = self.admin.ok_or(ServiceError::SignIn(SignInFault::SignedOut))?;
        let now = self.settings.clock.now();
        let process = i64::from(rustix::process::getpid().as_raw_nonzero().get());
        let session = Session {
            id: password::session_id()?,
            admin,
            boot: boot(),
            process,
            process_started: started(process).unwrap_or(0),
            peer: self.settings.peer.clone(),
            started_at: now,
            last_seen_at: now,
        };
        let (living, dead): (Vec<Session>, Vec<Session>) =
            house::open_sessions(self.reader.tables())?.into_iter().partition(lives);
        // One place is kept for the owner.
        let places = if self.actor()?.owner { MOST } else { MOST - 1 };
        if living.len() >= places {
            return Err(ServiceError::SignIn(SignInFault::Full));
        }
        self.found_dead = !dead.is_empty();
        reserve::keep(&self.settings.path);
        let house = self.writer()?.begin_housekeeping()?;
        for session in &dead {
            house.end_session(&session.id, "process_gone", now)?;
        }
        house.begin_session(&session)?;
        house.commit()?;
        self.session = Some(session.id.clone());
        self.seen_at = Some(now);
        Ok(self.handle(session.id))
    }

    fn handle(&self, session: String) -> Closing {
        let (path, clock) = (self.settings.path.clone(), self.settings.clock.clone());
        Closing { path, opening: self.settings.opening, session, clock }
    }

    /// The session, where it is time to note that its person is still there: once a minute, when something is done
    /// (S-31). Another thread may do it.
    pub fn to_be_seen(&mut self) -> Option<Closing> {
        let session = self.session.clone()?;
        let now = self.settings.clock.now();
        if self.seen_at.is_some_and(|then| (0..SEEN_EVERY).contains(&now.since(then))) {
            return None;
        }
        self.seen_at = Some(now);
        Some(self.handle(session))
    }

    /// How many other consoles of the person signed in run now: a change of their password ends them.
    ///
    /// # Errors
    /// Signed out, or the store.
    pub fn other_sessions(&self) -> Result<usize> {
        let others = self.sessions()?.into_iter();
        Ok(others.filter(|s| Some(s.admin) == self.admin && Some(&s.id) != self.session.as_ref()).count())
    }

    /// Ends the session, noting what its person has seen.
    ///
    /// # Errors
    /// The store.
    pub fn end_session(&mut self, reason: &str) -> Result<()> {
        let (Some(session), Some(admin)) = (self.session.take(), self.admin) else { return Ok(()) };
        let seen = journal::last_number(self.reader.tables())?;
        let now = self.settings.clock.now();
        let house = self.writer()?.begin_housekeeping()?;
        house.saw(admin, seen)?;
        house.end_session(&session, reason, now)?;
        Ok(house.commit()?)
    }

    /// The sessions that run now: all of them for the owner, one's own for everybody else.
    ///
    /// # Errors
    /// Signed out, or the store.
    pub fn sessions(&self) -> Result<Vec<Session>> {
        let actor = self.actor()?;
        let open = house::open_sessions(self.reader.tables())?;
        Ok(open.into_iter().filter(lives).filter(|s| actor.owner || Some(s.admin) == actor.id).collect())
    }
}

/// The machine's present boot; empty where the system does not say.
fn boot() -> String {
    std::fs::read_to_string("/proc/sys/kernel/random/boot_id").unwrap_or_default().trim().to_owned()
}

/// When a process started, in the kernel's ticks.
fn started(process: i64) -> Option<i64> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // The name of the process may hold anything, parentheses too: count from the last one.
    stat.rsplit_once(')')?.1.split_whitespace().nth(19)?.parse().ok()
}

pub(super) fn lives(session: &Session) -> bool {
    session.boot == boot() && started(session.process) == Some(session.process_started)
}
