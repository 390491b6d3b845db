//! What a user holds besides the catalogue: groups, workspaces, rights of applications, clients of the softphone. Each
//! with its state, from the functions that enforce it.

use super::console::Console;
use super::error::Result;
use crate::domain::cell::{State, best};
use crate::domain::command::{
    Command, Ref, SetApplicationRight, SetPrimaryGroup, SetSoftphone, SetSupervisorLevel, SetWorkspaceAccess,
};
use crate::domain::decide::Context;
use crate::domain::facts::{Facts, Get};
use crate::domain::id::{GroupId, Kind, UserId};
use crate::domain::norm::sort_key;
use crate::domain::record::{AppRight, Application, Device, Group, Record, Seat, User, Workspace};
use crate::domain::refusal::Refusal;
use crate::domain::value::{Client, Level, SupervisorLevel};
use crate::service::view::{Filter, From, List, Query, Sort};
use std::collections::{BTreeMap, BTreeSet};

/// How many places of a kind are read: there are few.
const PLACES: usize = 1_000;

/// One thing that a user may hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Belonging<T> {
    /// What.
    pub of: T,
    /// How far it is held, the draft on top.
    pub rank: u8,
    /// How far it is held in the store.
    pub stored: u8,
    /// Whether it can be changed.
    pub state: State,
}

/// The members of a group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Members {
    /// Users with their names; held where the rank is 1.
    pub members: Vec<Belonging<(UserId, String)>>,
    /// How many more there are.
    pub more: usize,
}

/// A user with the draft on top, and as the store has them.
struct Subject {
    now: User,
    stored: User,
}

impl Subject {
    fn named(&self) -> Ref {
        Ref::pinned(self.now.display_name.clone(), self.now.id.0)
    }
}

impl Console {
    /// The groups of a user (U-61); held as primary where the rank is 1 (U-63).
    ///
    /// # Errors
    /// Not found, signed out, or the store.
    pub fn group_cells(&self, user: UserId, staged: &[Command]) -> Result<Vec<Belonging<Group>>> {
        self.of_user(user, staged, |facts, cx, subject| {
            let mut cells = Vec::new();
            for id in &subject.now.groups {
                let Some(group): Option<Group> = facts.get(id.0)? else { continue };
                let primary = |user: &User| u8::from(user.primary_group == Some(*id));
                let value = (primary(&subject.now) == 0).then(|| Ref::pinned(group.name.clone(), id.0));
                let command = SetPrimaryGroup { user: subject.named(), value }.into();
                let state = best(facts, cx, vec![command])?;
                cells.push(Belonging {
                    of: group,
                    rank: primary(&subject.now),
                    stored: primary(&subject.stored),
                    state,
                });
            }
            Ok(cells)
        })
    }

    /// Every workspace, with how far a user reaches it (U-67).
    ///
    /// # Errors
    /// Not found, not allowed, signed out, or the store.
    pub fn workspace_cells(&self, user: UserId, staged: &[Command]) -> Result<Vec<Belonging<Workspace>>> {
        let places = self.numbers(List::Workspaces)?;
        self.of_user(user, staged, |facts, cx, subject| {
            let mut cells = Vec::new();
            for number in places {
                let Some(workspace): Option<Workspace> = facts.get(number)? else { continue };
                let level = |user: &User| user.workspaces.get(&workspace.id).copied().unwrap_or_default();
                let now = level(&subject.now);
                let commands = Level::ALL.iter().rev().filter(|level| **level != now).map(|level| {
                    let workspace = Ref::pinned(workspace.name.clone(), number);
                    SetWorkspaceAccess { user: subject.named(), workspace, value: *level }.into()
                });
                let state = best(facts, cx, commands.collect())?;
                let stored = level(&subject.stored) as u8;
                cells.push(Belonging { of: workspace, rank: now as u8, stored, state });
            }
            Ok(cells)
        })
    }

    /// Every application with its rights, on or off for a user (T-07, T-12, T-13).
    ///
    /// # Errors
    /// Not found, not allowed, signed out, or the store.
    pub fn right_cells(
        &self,
        user: UserId,
        staged: &[Command],
    ) -> Result<Vec<(Application, Vec<Belonging<AppRight>>)>> {
        let places = self.numbers(List::Applications)?;
        self.of_user(user, staged, |facts, cx, subject| {
            let mut applications = Vec::new();
            for number in places {
                let Some(application): Option<Application> = facts.get(number)? else { continue };
                let mut cells = Vec::new();
                for right in &application.rights {
                    let of = AppRight { application: application.id, right: right.clone() };
                    let held = |user: &User| u8::from(user.applications.contains(&of));
                    let (rank, stored) = (held(&subject.now), held(&subject.stored));
                    let name = Ref::pinned(application.name.clone(), number);
                    let (user, right, value) = (subject.named(), right.clone(), rank == 0);
                    let command = SetApplicationRight { user, application: name, right, value }.into();
                    cells.push(Belonging { rank, stored, state: best(facts, cx, vec![command])?, of });
                }
                applications.push((application, cells));
            }
            Ok(applications)
        })
    }

    /// The clients of the softphone (U-56); held where the rank is 1.
    ///
    /// # Errors
    /// Not found, signed out, or the store.
    pub fn client_cells(&self, user: UserId, staged: &[Command]) -> Result<Vec<Belonging<Client>>> {
        self.of_user(user, staged, |facts, cx, subject| {
            let mut cells = Vec::new();
            for client in Client::ALL {
                let held = |user: &User| u8::from(user.softphone.contains_key(client));
                let rank = held(&subject.now);
                let command = |device| SetSoftphone { user: subject.named(), client: *client, device }.into();
                let devices = subject.now.devices.iter().map(|device| Some(device.id.clone()));
                let commands: Vec<Command> = match rank {
                    // Without a device the first rule that is in the way has its say.
                    0 => devices
                        .chain(subject.now.devices.is_empty().then(|| Some(String::new())))
                        .map(command)
                        .collect(),
                    _ => vec![command(None)],
                };
                let state = best(facts, cx, commands)?;
                cells.push(Belonging { of: *client, rank, stored: held(&subject.stored), state });
            }
            Ok(cells)
        })
    }

    /// A user's devices, each with whether a client of the softphone may register as it (U-57, U-58).
    ///
    /// # Errors
    /// Not found, signed out, or the store.
    pub fn device_cells(&self, user: UserId, client: Client, staged: &[Command]) -> Result<Vec<Belonging<Device>>> {
        self.of_user(user, staged, |facts, cx, subject| {
            let mut cells = Vec::new();
            for device in &subject.now.devices {
                let held = |user: &User| {
                    let at = user.softphone.get(&client).and_then(|held| held.device.as_ref());
                    u8::from(at == Some(&device.id))
                };
                let command = SetSoftphone { user: subject.named(), client, device: Some(device.id.clone()) };
                let state = best(facts, cx, vec![command.into()])?;
                let (rank, stored) = (held(&subject.now), held(&subject.stored));
                cells.push(Belonging { of: device.clone(), rank, stored, state });
            }
            Ok(cells)
        })
    }

    /// The five supervisor levels (U-20), each with whether a user may be given it.
    ///
    /// # Errors
    /// Not found, signed out, or the store.
    pub fn level_cells(&self, user: UserId, staged: &[Command]) -> Result<Vec<Belonging<SupervisorLevel>>> {
        self.of_user(user, staged, |facts, cx, subject| {
            let mut cells = Vec::new();
            for level in SupervisorLevel::ALL {
                let command = SetSupervisorLevel { user: subject.named(), value: Some(*level) };
                let state = best(facts, cx, vec![command.into()])?;
                let held = |user: &User| u8::from(user.supervisor_level == *level);
                let (rank, stored) = (held(&subject.now), held(&subject.stored));
                cells.push(Belonging { of: *level, rank, stored, state });
            }
            Ok(cells)
        })
    }

    /// The members of a group within reach by name, in the store or with the draft on top, up to a limit.
    ///
    /// # Errors
    /// Signed out, or the store.
    pub fn group_members(&self, group: GroupId, staged: &[Command], limit: usize) -> Result<Members> {
        let numbers = |staged: &[Command]| -> Result<BTreeSet<i64>> {
            self.with(staged, |facts, _| Ok(facts.referring(group.subject(), Kind::User)?.into_iter().collect()))
        };
        let (stored, now) = (numbers(&[])?, numbers(staged)?);
        let mut members = self.with(staged, |facts, cx| {
            let mut members = Vec::new();
            for number in stored.union(&now) {
                let user: Option<User> = facts.get(*number)?;
                let Some(user) = user.filter(|user| cx.actor.reaches_site(user.site)) else { continue };
                let member = |held: &BTreeSet<i64>| u8::from(held.contains(number));
                let (rank, stored) = (member(&now), member(&stored));
                members.push(Belonging { of: (user.id, user.display_name), rank, stored, state: State::Free });
            }
            Ok(members)
        })?;
        members.sort_by_cached_key(|member| sort_key(&member.of.1));
        let more = members.len().saturating_sub(limit);
        members.truncate(limit);
        Ok(Members { members, more })
    }

    /// Seats used, in the store and with the draft on top; over all sites, so for their holders only.
    ///
    /// # Errors
    /// Not allowed, signed out, or the store.
    pub fn seats_used(&self, staged: &[Command]) -> Result<BTreeMap<Seat, (i64, i64)>> {
        crate::domain::policy::require_all_sites(&self.actor()?)?;
        let count = |staged: &[Command]| self.with(staged, |facts, _| Ok(facts.seats_used()?));
        let (stored, now) = (count(&[])?, count(staged)?);
        let of = |used: &BTreeMap<Seat, i64>, seat| used.get(&seat).copied().unwrap_or_default();
        Ok(Seat::ALL.into_iter().map(|seat| (seat, (of(&stored, seat), of(&now, seat)))).collect())
    }

    fn numbers(&self, list: List) -> Result<Vec<i64>> {
        let query = Query { list, filter: Filter::default(), sort: Sort::Name, descending: false };
        let rows = self.ids(&query, &From::Start, PLACES)?;
        Ok(rows.into_iter().map(|(_, number)| number).collect())
    }

    fn of_user<T>(
        &self,
        user: UserId,
        staged: &[Command],
        answer: impl FnOnce(&dyn Facts, Context<'_>, &Subject) -> Result<T>,
    ) -> Result<T> {
        let missing = || Refusal::not_found(Kind::User, &user.to_string());
        let stored = self.with(&[], |facts, _| Ok(Get::<User>::get(facts, user.0)?))?;
        self.with_on(user.subject(), staged, |facts, cx| {
            let now: User = facts.get(user.0)?.ok_or_else(missing)?;
            if !crate::domain::engine::visible(facts, cx.actor, now.home())? {
                return Err(missing().into());
            }
            answer(facts, cx, &Subject { stored: stored.unwrap_or_default(), now })
        })
    }
}
