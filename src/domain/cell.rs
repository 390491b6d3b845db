//! Cells: what a toggle shows. Its state is what the door would answer, from the same functions.

use super::catalogue::{Catalogue, Condition, Entry, Family, Key};
use super::command::{
    Command, Ref, SetAccessType, SetAdminAllSites, SetAdminResource, SetAdminSite, SetAgentAddon, SetContactPermission,
    SetCrmAddon, SetPermission, SetRoleResource, SetSoftphone, SetSupervisorLevel, SetUcClient,
};
use super::decide::{Context, decide};
use super::engine::{Effective, own_value};
use super::facts::Facts;
use super::overlay::Overlay;
use super::policy::Allowance;
use super::record::{Admin, Contact, Role, Site, User};
use super::refusal::{Class, Code, FactsError, Refusal, Stop};
use super::value::{AccessType, Client, Level, SupervisorLevel};

/// Whether a cell can be changed by this actor now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// It can.
    Free,
    /// It can be asked for with a ticket.
    Ask(Refusal),
    /// It cannot, and why.
    Locked(Refusal),
}

/// One cell: what is held of an entry, and whether it can be changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The catalogue entry.
    pub key: Key,
    /// The rank that counts.
    pub rank: u8,
    /// Whether it can be changed.
    pub state: State,
    /// For administrators, where the value comes from.
    pub origin: Option<Origin>,
}

/// Where an administrator's value of a resource comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin {
    /// What the role gives.
    pub role: Level,
    /// What is set by hand.
    pub by_hand: Option<Level>,
    /// What remains after the parents.
    pub effective: Level,
}

/// The Command that would set an entry of a user to a rank; none for the softphone, whose Command names a device.
pub fn user_command(user: &User, entry: &Entry, rank: u8) -> Option<Command> {
    let reference = Ref::pinned(user.display_name.clone(), user.id.0);
    let on = rank > 0;
    let at = usize::from(rank);
    Some(match (entry.family, entry.key.as_str()) {
        (Family::Portal, key) => SetPermission { user: reference, permission: key.to_owned(), value: on }.into(),
        (_, "access_type") => SetAccessType { user: reference, value: AccessType::ALL.get(at).copied() }.into(),
        (_, "agent_addon") => SetAgentAddon { user: reference, value: on }.into(),
        (_, "supervisor_level") => {
            SetSupervisorLevel { user: reference, value: SupervisorLevel::ALL.get(at).copied() }.into()
        }
        (_, "uc_client") => SetUcClient { user: reference, value: on }.into(),
        (_, "crm_addon") => SetCrmAddon { user: reference, value: on }.into(),
        _ => return None,
    })
}

/// U-43: the Commands that take an entry away together with what holds it: level, UC client, then Web access itself.
/// None where nothing holds it.
pub fn combined(catalogue: &Catalogue, user: &User, key: &Key) -> Option<Vec<Command>> {
    let entry = catalogue.get(key.as_str()).filter(|_| user.rank(key.as_str()) > 0)?;
    let holds = |condition: &&Condition| user.rank(condition.entry.as_str()) >= catalogue.threshold(condition);
    let mut commands = Vec::new();
    for condition in entry.granted_by.iter().filter(holds) {
        let holder = catalogue.get(condition.entry.as_str())?;
        commands.push(user_command(user, holder, catalogue.threshold(condition) - 1)?);
    }
    if commands.is_empty() {
        return None;
    }
    commands.push(user_command(user, entry, 0)?);
    Some(commands)
}

/// The Command that would set a contact's permission.
pub fn contact_command(contact: &Contact, key: &Key, on: bool) -> Command {
    let reference = Ref::pinned(contact.name.clone(), contact.id.0);
    SetContactPermission { contact: reference, permission: key.as_str().to_owned(), value: on }.into()
}

/// The Command that would set a resource of an administrator by hand.
pub fn admin_command(admin: &Admin, key: &Key, value: Option<Level>) -> Command {
    let reference = Ref::pinned(admin.username.clone(), admin.id.0);
    SetAdminResource { admin: reference, resource: key.as_str().to_owned(), value }.into()
}

/// The Command that would set a resource of a role.
pub fn role_command(role: &Role, key: &Key, value: Level) -> Command {
    let reference = Ref::pinned(role.name.clone(), role.id.0);
    SetRoleResource { role: reference, resource: key.as_str().to_owned(), value }.into()
}

/// The Commands that would turn the softphone on or off: any client with any device, the first one with none of the
/// user's where there is no other, so that a rule has its say.
fn softphone_commands(user: &User) -> Vec<Command> {
    let command = |client: Client, device: Option<String>| {
        let user = Ref::pinned(user.display_name.clone(), user.id.0);
        SetSoftphone { user, client, device }.into()
    };
    if user.softphone.is_empty() {
        let devices = user.devices.iter().map(|device| device.id.clone());
        let all = devices.flat_map(|id| Client::ALL.iter().map(move |client| (*client, id.clone())));
        let none = [(Client::Desktop, String::new())];
        all.chain(none).map(|(client, device)| command(client, Some(device))).collect()
    } else {
        user.softphone.keys().map(|client| command(*client, None)).collect()
    }
}

/// What the door would answer to a Command: what may be asked for has been decided as the request that would be sent.
///
/// # Errors
/// Where the store cannot answer.
pub fn answer(facts: &dyn Facts, cx: Context<'_>, command: Command) -> Result<State, FactsError> {
    let commands = [command];
    let refusal = match decide(facts, cx, &commands) {
        Ok(_) => return Ok(State::Free),
        Err(Stop::Refused(refusal)) => *refusal,
        Err(Stop::Broken(error)) => return Err(error),
    };
    if refusal.class() != Class::MayAsk {
        return Ok(State::Locked(refusal));
    }
    let request = Allowance { request: true, ..cx.allowance };
    match decide(facts, Context { allowance: request, ..cx }, &commands) {
        Ok(_) => Ok(State::Ask(refusal)),
        Err(Stop::Refused(why_not)) => Ok(State::Locked(*why_not)),
        Err(Stop::Broken(error)) => Err(error),
    }
}

/// The best answer to any of several Commands: free if one is, else the answer to the first.
///
/// # Errors
/// Where the store cannot answer.
pub fn best(facts: &dyn Facts, cx: Context<'_>, commands: Vec<Command>) -> Result<State, FactsError> {
    let mut first = None;
    for command in commands {
        match answer(facts, cx, command)? {
            State::Free => return Ok(State::Free),
            state @ State::Ask(_) => first = Some(state),
            state @ State::Locked(_) => drop(first.get_or_insert(state)),
        }
    }
    Ok(first.unwrap_or_else(|| State::Locked(Refusal::new(Code::CommandNotAvailable))))
}

/// The Commands that a toggle of an entry of a user would try, nearest first: the next ranks up, then down.
pub fn toggles(user: &User, entry: &Entry) -> Vec<Command> {
    if entry.key.as_str() == "softphone" {
        return softphone_commands(user);
    }
    let rank = user.rank(entry.key.as_str());
    let ranks = (rank + 1..=entry.top()).chain((0..rank).rev());
    ranks.filter_map(|to| user_command(user, entry, to)).collect()
}

/// Portal permissions and licences of a user.
///
/// # Errors
/// Where the store cannot answer.
pub fn user_cells(facts: &dyn Facts, cx: Context<'_>, user: &User) -> Result<Vec<Cell>, FactsError> {
    let mut over = Overlay::new(facts);
    over.put(user.clone())?;
    let entries = cx.catalogue.family(Family::Licence).chain(cx.catalogue.family(Family::Portal));
    let cell = |entry: &Entry| {
        let rank = user.rank(entry.key.as_str());
        let state = best(&over, cx, toggles(user, entry))?;
        Ok(Cell { key: entry.key.clone(), rank, state, origin: None })
    };
    entries.map(cell).collect()
}

/// Permissions of a contact.
///
/// # Errors
/// Where the store cannot answer.
pub fn contact_cells(facts: &dyn Facts, cx: Context<'_>, contact: &Contact) -> Result<Vec<Cell>, FactsError> {
    let cell = |entry: &Entry| {
        let rank = contact.rank(entry.key.as_str());
        let state = answer(facts, cx, contact_command(contact, &entry.key, rank == 0))?;
        Ok(Cell { key: entry.key.clone(), rank, state, origin: None })
    };
    cx.catalogue.family(Family::Contact).map(cell).collect()
}

/// Resources of a role.
///
/// # Errors
/// Where the store cannot answer.
pub fn role_cells(facts: &dyn Facts, cx: Context<'_>, role: &Role) -> Result<Vec<Cell>, FactsError> {
    let cell = |entry: &Entry| {
        let level = role.value(entry.key.as_str());
        let others = Level::ALL.iter().rev().filter(|l| **l != level);
        let state = best(facts, cx, others.map(|l| role_command(role, &entry.key, *l)).collect())?;
        Ok(Cell { key: entry.key.clone(), rank: level as u8, state, origin: None })
    };
    cx.catalogue.family(Family::Resource).map(cell).collect()
}

/// Resources of an administrator, with where each value comes from.
///
/// # Errors
/// Where the store cannot answer.
pub fn admin_cells(
    facts: &dyn Facts,
    cx: Context<'_>,
    admin: &Admin,
    holds: &Effective,
) -> Result<Vec<Cell>, FactsError> {
    let role: Option<Role> = admin.role.map(|id| facts.get(id.0)).transpose()?.flatten();
    let cell = |entry: &Entry| {
        let own = own_value(admin, role.as_ref(), entry.key.as_str());
        let effective = holds.resources.get(&entry.key).copied().unwrap_or_default();
        let others = Level::ALL.iter().rev().filter(|l| **l != own);
        let state = best(facts, cx, others.map(|l| admin_command(admin, &entry.key, Some(*l))).collect())?;
        let origin = Origin {
            role: role.as_ref().map_or(Level::None, |r| r.value(entry.key.as_str())),
            by_hand: admin.overrides.get(&entry.key).copied(),
            effective,
        };
        Ok(Cell { key: entry.key.clone(), rank: effective as u8, state, origin: Some(origin) })
    };
    cx.catalogue.family(Family::Resource).map(cell).collect()
}

/// A site in the tick list of an administrator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteCell {
    /// The site.
    pub site: Site,
    /// Whether it is given by itself.
    pub given: bool,
    /// Whether it is held in the end: given, or all are, and the parent holds it too.
    pub held: bool,
    /// Whether it can be given or taken.
    pub state: State,
}

/// Whether all sites can be given or taken, and each site that the actor holds or the administrator has.
///
/// What the door answers for one of the actor's sites it answers for all of them: only two are asked about.
///
/// # Errors
/// Where the store cannot answer.
pub fn site_cells(
    facts: &dyn Facts,
    cx: Context<'_>,
    admin: &Admin,
    holds: &Effective,
) -> Result<(State, Vec<SiteCell>), FactsError> {
    let reference = || Ref::pinned(admin.username.clone(), admin.id.0);
    let all = SetAdminAllSites { admin: reference(), value: !admin.all_sites };
    let owner = admin.is_owner().then(|| State::Locked(Refusal::new(Code::OwnerHolds).text("admin", &admin.username)));
    let all = owner.clone().map_or_else(|| answer(facts, cx, all.into()), Ok)?;
    let mut answers: [Option<State>; 2] = [owner.clone(), owner];
    let mut cells = Vec::new();
    for id in facts.all_sites()? {
        let (given, mine) = (admin.sites.contains(&id), cx.actor.reaches_site(Some(id)));
        if !given && !mine {
            continue;
        }
        let Some(site): Option<Site> = facts.get(id.0)? else { continue };
        let known = &mut answers[usize::from(given)];
        let state = match known {
            _ if !mine => State::Locked(Refusal::new(Code::SiteNotHeld).field("site").number("site", id.0)),
            Some(state) => state.clone(),
            None => {
                let site = Ref::pinned(site.code.clone(), id.0);
                let command = SetAdminSite { admin: reference(), site, value: !given };
                known.insert(answer(facts, cx, command.into())?).clone()
            }
        };
        cells.push(SiteCell { given, held: (given || admin.all_sites) && holds.sites.reaches(Some(id)), state, site });
    }
    Ok((all, cells))
}
