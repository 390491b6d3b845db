//! The demonstration store: an invented organisation with as many users as asked for, the same for the same number.

mod admins;
mod contacts;
mod dice;
mod names;
mod people;
mod places;
mod requests;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::mpsc::{SyncSender, sync_channel};

use self::people::People;
use self::places::begun;
use super::clock::Clock;
use super::console::Console;
use super::error::{Result, ServiceError};
use super::password;
use crate::domain::catalogue::Catalogue;
use crate::domain::change::fields_text;
use crate::domain::decide::{Context, Deciding, decide};
use crate::domain::engine::{Actor, actor_of};
use crate::domain::facts::{Facts, Lookup};
use crate::domain::id::{AdminId, Kind, SiteId};
use crate::domain::plan::Plan;
use crate::domain::policy::Allowance;
use crate::domain::record::{Admin, Record, User};
use crate::domain::refusal::{Code, Refusal};
use crate::domain::time::Time;
use crate::domain::value::Status;
use crate::store::journal::{EntryHead, Recorder};
use crate::store::table::Derived;
use crate::store::{self, Applier, Change, Opening, Stamp, StoreError, Writer, house};

/// The owner of every demonstration store.
pub const OWNER: &str = "demo";
/// The password of all its administrators, which is refused everywhere else.
pub const PASSWORD: &str = "guichet-demo";
/// How many users it has unless another number is asked for.
pub const USERS: u64 = 1200;

/// The value of the file about itself that says so.
const MARK: &str = "demonstration";
/// How many users are handed on, and told of, at a time.
const CHUNK: usize = 512;
/// Among how many users the requests look for theirs.
const SAMPLE: usize = 2000;

/// Makes a demonstration store with so many users, under its name once it is whole. `progress` is told how many steps of
/// how many are done, and stops it by answering `false`; then nothing is left behind.
///
/// # Errors
/// Where there is a file already, it was stopped, or the system refuses.
pub fn create(
    path: &Path,
    opening: Opening,
    clock: &Clock,
    users: u64,
    progress: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<()> {
    if path.symlink_metadata().is_ok() {
        return Err(StoreError::Exists.into());
    }
    let hash = password::hash(PASSWORD)?;
    let mut making = path.as_os_str().to_owned();
    making.push(".making");
    let making = Path::new(&making);
    // Of one who was killed.
    store::discard(making);
    store::create(making, clock.now())?;
    let filled = fill(making, opening, begun(clock.now()), users, &hash, progress);
    let outcome = filled.and_then(|()| std::fs::rename(making, path).map_err(ServiceError::System));
    if outcome.is_err() {
        store::discard(making);
    }
    outcome
}

/// Whether a store is one that [`create`] made.
///
/// # Errors
/// Why it cannot be read.
pub fn is_demonstration(console: &Console) -> Result<bool> {
    Ok(console.reader.meta(MARK)?.is_some())
}

fn fill(
    path: &Path,
    opening: Opening,
    begun: Time,
    users: u64,
    hash: &str,
    progress: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<()> {
    let mut writer = Writer::open_to_fill(path, opening)?;
    let change = writer.begin_change()?;
    change.set_meta(MARK, &users.to_string())?;
    let mut story = Story::begin(&change, begun)?;
    let admins = story.lay(users)?;
    for admin in &admins {
        house::set_first_password(&change, admin.id, hash, begun)?;
        if admin.status == Status::Active {
            house::set_first_sign_in(&change, admin.id, begun)?;
        }
    }
    let awaited = change.await_rows()?;
    // The users, and then their indexes, which take as long.
    let total = 2 * users;
    let known = story.people(users, &mut |made| progress(made, total))?;
    let (mut step, steps) = (0, awaited.steps(users));
    let mut indexed = || {
        step += 1;
        progress(users + users * step.min(steps) / steps.max(1), total)
    };
    if !change.index(awaited, &mut indexed)? {
        return Err(ServiceError::Stopped);
    }
    story.requests(&known)?;
    story.end()?;
    change.commit()?;
    Ok(writer.filled()?)
}

/// The one entry that makes everything.
struct Story<'a> {
    begun: Time,
    change: &'a Change<'a>,
    recorder: Recorder<'a>,
    sites: BTreeSet<Option<SiteId>>,
    admins: BTreeSet<AdminId>,
}

impl<'a> Story<'a> {
    fn begin(change: &'a Change<'a>, begun: Time) -> Result<Self> {
        let head: EntryHead = EntryHead::new("demo", "done", begun);
        let recorder = Recorder::begin(change, head)?;
        Ok(Self { begun, change, recorder, sites: BTreeSet::new(), admins: BTreeSet::new() })
    }

    fn stamp(&self, now: Time) -> Stamp {
        Stamp { now, entry: self.recorder.number() }
    }

    /// Organisation, administrators and contacts.
    fn lay(&mut self, users: u64) -> Result<Vec<Admin>> {
        let tables = self.change.tables();
        let catalogue = Catalogue::builtin();
        let actor = Actor::program(catalogue);
        let cx = Context { catalogue, actor: &actor, now: self.begun, allowance: Allowance::default() };
        let mut deciding = Deciding::new(&tables, cx);
        places::lay(&mut deciding, users)?;
        let admins = admins::lay(&mut deciding)?;
        contacts::lay(&mut deciding)?;
        let plan = deciding.finish()?;
        self.write(&plan, self.begun)?;
        Ok(admins)
    }

    /// The users; returns the first ones. They are made up beside the writing, which takes longer.
    fn people(&mut self, users: u64, progress: &mut dyn FnMut(u64) -> bool) -> Result<Vec<User>> {
        let mut applier = Applier::new(self.change, self.stamp(self.begun));
        let (mut known, begun) = (Vec::new(), self.begun);
        std::thread::scope(|threads| -> Result<()> {
            let (sender, receiver) = sync_channel(4);
            threads.spawn(move || made_up(begun, users, &sender));
            for (made, chunk) in (0..).step_by(CHUNK).zip(receiver) {
                if !progress(made) {
                    return Err(ServiceError::Stopped);
                }
                for Made { user, derived, fields } in chunk {
                    applier.fill_in(&user, &derived)?;
                    self.recorder.making(user.subject(), &user.display_name, &fields)?;
                    self.sites.insert(user.site);
                    if known.len() < SAMPLE {
                        known.push(user);
                    }
                }
            }
            Ok(())
        })?;
        applier.finish()?;
        Ok(known)
    }

    /// The requests, each step through the rules with the rights of who takes it.
    fn requests(&mut self, known: &[User]) -> Result<()> {
        let tables = self.change.tables();
        let catalogue = Catalogue::builtin();
        for step in requests::steps(known, self.begun) {
            let numbers = tables.lookup(Kind::Admin, Lookup::Username, step.actor)?;
            let missing = || Refusal::new(Code::NotFound).text("name", step.actor);
            let id = AdminId(*numbers.first().ok_or_else(missing)?);
            let actor = actor_of(&tables, catalogue, id)?.ok_or_else(missing)?;
            let cx = Context { catalogue, actor: &actor, now: step.at, allowance: Allowance::default() };
            let plan = decide(&tables, cx, &[step.command])?;
            self.write(&plan, step.at)?;
        }
        Ok(())
    }

    fn write(&mut self, plan: &Plan, now: Time) -> Result<()> {
        let mut applier = Applier::new(self.change, self.stamp(now));
        applier.apply(&plan.touched)?;
        applier.finish()?;
        plan.changes.iter().try_for_each(|change| self.recorder.change(change))?;
        self.sites.extend(&plan.sites);
        self.admins.extend(&plan.admins);
        Ok(())
    }

    fn end(self) -> Result<()> {
        self.recorder.finish(&self.sites, &self.admins)?;
        Ok(())
    }
}

/// A user, with what is stored and written down of them.
struct Made {
    user: User,
    derived: Derived,
    /// JSON text.
    fields: String,
}

/// Makes users up until nobody takes them any more.
fn made_up(begun: Time, users: u64, taker: &SyncSender<Vec<Made>>) {
    let mut people = People::new(begun).take(usize::try_from(users).unwrap_or(usize::MAX));
    let made = |user: User| Made { derived: Derived::of(&user), fields: fields_text(&user), user };
    loop {
        let chunk: Vec<_> = people.by_ref().take(CHUNK).map(made).collect();
        if chunk.is_empty() || taker.send(chunk).is_err() {
            return;
        }
    }
}
