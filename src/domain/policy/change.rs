//! Authorises a plan, change by change: what comes by itself must be allowed too.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{require, require_all_sites, require_owner};
use crate::domain::catalogue::{Catalogue, Key};
use crate::domain::change::{Change, compare};
use crate::domain::engine::{Actor, handed_over, is_below};
use crate::domain::facts::{Facts, Get};
use crate::domain::id::{AdminId, ApplicationId, GroupId, Kind, SiteId, Subject, WorkspaceId};
use crate::domain::overlay::{Overlay, Slot};
use crate::domain::record::{Admin, Contact, Organisation, Record, Role, Ticket, User};
use crate::domain::refusal::{Arg, Code, Decided, Refusal};
use crate::domain::value::{Level, Status};

/// What a decision may do beyond the actor's own rights.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Allowance {
    /// An import: the Essential of the phone system costs nobody's right.
    pub import: bool,
    /// A request: what may be asked for counts as allowed.
    pub request: bool,
    /// A redo: what an undo removed comes back.
    pub redo: bool,
}

/// Authorises every change of a plan for an actor, with the rights held when the batch began. `changes` are those of all
/// that `world` touched.
///
/// # Errors
/// The first change that is not allowed, or where the store cannot answer.
pub fn authorise_plan<F: Facts + ?Sized>(
    world: &Overlay<'_, F>,
    facts: &dyn Facts,
    catalogue: &Catalogue,
    actor: &Actor,
    allowance: Allowance,
    changes: &[Change],
) -> Decided<()> {
    if actor.id.is_none() {
        return Ok(());
    }
    let touched = world.touched();
    let changes = changes.chunk_by(|one, next| one.subject == next.subject);
    let changes = changes.filter_map(|of| Some((of.first()?.subject, of))).collect();
    let policy = Policy { facts, world, catalogue, actor, allowance, changes };
    for slot in touched.organisation.values() {
        policy.organisation(slot)?;
    }
    let places = touched.sites.keys().map(|number| SiteId(*number).subject());
    let places = places.chain(touched.groups.keys().map(|number| GroupId(*number).subject()));
    let places = places.chain(touched.workspaces.keys().map(|number| WorkspaceId(*number).subject()));
    for place in places.chain(touched.applications.keys().map(|number| ApplicationId(*number).subject())) {
        policy.place(policy.changes_of(place))?;
    }
    touched.roles.values().try_for_each(|slot| policy.role(slot))?;
    touched.admins.values().try_for_each(|slot| policy.admin(slot))?;
    touched.users.values().try_for_each(|slot| policy.user(slot))?;
    touched.contacts.values().try_for_each(|slot| policy.contact(slot))?;
    if touched.orders.values().any(|slot| !policy.changed(slot).is_empty()) {
        policy.ask(require(actor, "contacts", Level::Manage))?;
        require_all_sites(actor)?;
    }
    touched.tickets.values().try_for_each(|slot| policy.ticket(slot))
}

/// The changed fields; of a record made or removed, every field that it has.
fn fields(changes: &[Change]) -> Vec<&str> {
    let mut fields = Vec::new();
    for change in changes {
        match (&change.before, &change.after) {
            (Value::Null, Value::Object(record)) if change.makes() => fields.extend(record.keys().map(String::as_str)),
            (Value::Object(record), _) if change.removes() => fields.extend(record.keys().map(String::as_str)),
            _ => fields.push(change.field.as_str()),
        }
    }
    fields
}

/// What a plan is authorised against.
pub(super) struct Policy<'a> {
    pub(super) facts: &'a dyn Facts,
    pub(super) world: &'a dyn Facts,
    pub(super) catalogue: &'a Catalogue,
    pub(super) actor: &'a Actor,
    pub(super) allowance: Allowance,
    changes: BTreeMap<Subject, &'a [Change]>,
}

impl<'a> Policy<'a> {
    fn changes_of(&self, subject: Subject) -> &'a [Change] {
        self.changes.get(&subject).copied().unwrap_or_default()
    }

    fn changed<T: Record>(&self, slot: &Slot<T>) -> &'a [Change] {
        slot.after.as_ref().or(slot.before.as_ref()).map_or(&[], |record| self.changes_of(record.subject()))
    }

    /// Lets pass what may be asked for, when it is being asked for.
    pub(super) fn ask(&self, verdict: Result<(), Refusal>) -> Result<(), Refusal> {
        match verdict {
            Err(refusal) if self.allowance.request && refusal.class() == crate::domain::refusal::Class::MayAsk => {
                Ok(())
            }
            verdict => verdict,
        }
    }

    fn organisation(&self, slot: &Slot<Organisation>) -> Decided<()> {
        let changes = self.changed(slot);
        if !self.notes(changes)? {
            return Ok(());
        }
        for field in fields(changes) {
            match field.split('.').next().unwrap_or_default() {
                "note" => {}
                "name" | "voip" | "help_general" | "help_technical" => {
                    self.ask(require(self.actor, "profile", Level::Manage))?;
                    require_all_sites(self.actor)?;
                }
                _ => require_owner(self.actor)?,
            }
        }
        Ok(())
    }

    fn place(&self, changes: &[Change]) -> Decided<()> {
        self.notes(changes)?;
        for change in changes.iter().filter(|change| change.field != "note") {
            self.ask(require(self.actor, "site", Level::Manage))?;
            let Kind::Site = change.subject.kind else {
                require_all_sites(self.actor)?;
                continue;
            };
            if change.makes() || change.removes() {
                require_all_sites(self.actor)?;
            } else if !self.actor.reaches_site(Some(SiteId(change.subject.id))) {
                return Err(Refusal::new(Code::SiteNotHeld).field("site").into());
            }
        }
        Ok(())
    }

    /// only the owner configures roles.
    fn role(&self, slot: &Slot<Role>) -> Decided<()> {
        if self.notes(self.changed(slot))? { Ok(require_owner(self.actor)?) } else { Ok(()) }
    }

    fn admin(&self, slot: &Slot<Admin>) -> Decided<()> {
        let changes = self.changed(slot);
        let Some(admin) = slot.after.as_ref().or(slot.before.as_ref()) else { return Ok(()) };
        if changes.is_empty() {
            return Ok(());
        }
        if let (Some(before), Some(after)) = (&slot.before, &slot.after) {
            self.own_email(before, after)?;
        }
        if self.all_go_along(Kind::Admin, changes)? {
            return Ok(());
        }
        let more_than_a_note = self.notes(changes)?;
        let own = Some(admin.id) == self.actor.id;
        if own && changes.iter().all(|c| is_detail(&c.field) || c.field == "note") {
            return Ok(());
        }
        if !more_than_a_note {
            return self.below(self.facts, admin);
        }
        self.ask(require(self.actor, "administrators", Level::Manage))?;
        if self.hands_over(slot)? {
            return Ok(());
        }
        if own {
            return Err(Refusal::new(Code::NotOneself).into());
        }
        if let Some(before) = &slot.before {
            self.below(self.facts, before)?;
        }
        // Who is moved ends below the actor as well; below the owner is everybody, also once ownership is passed on.
        if let Some(after) = slot.after.as_ref().filter(|_| !self.actor.owner) {
            self.below(self.world, after)?;
        }
        match &slot.before {
            None => self.admin_given(&Admin::default(), admin),
            Some(before) if slot.after.is_some() => self.admin_given(before, admin),
            Some(_) => Ok(()),
        }
    }

    fn all_go_along(&self, kind: Kind, changes: &[Change]) -> Decided<bool> {
        for change in changes {
            if !change.after.is_null() || !self.goes_along(kind, &change.field)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// whether this is one half of passing ownership on, and nothing more than that.
    fn hands_over(&self, slot: &Slot<Admin>) -> Decided<bool> {
        let (Some(before), Some(after), Some(own)) = (&slot.before, &slot.after, self.actor.id) else {
            return Ok(false);
        };
        let heir = match (before.is_owner(), after.parent) {
            (true, Some(heir)) => heir,
            (false, None) => after.id,
            _ => return Ok(false),
        };
        let owns = |facts: &dyn Facts, id: AdminId| -> Decided<Option<Admin>> {
            Ok(Get::<Admin>::get(facts, id.0)?.filter(Admin::is_owner))
        };
        let heir: Option<Admin> = owns(self.world, heir)?.and(self.facts.get(heir.0)?);
        let (Some(heir), Some(owner)) = (heir, owns(self.facts, own)?) else { return Ok(false) };
        if heir.status != Status::Active {
            return Ok(false);
        }
        let (root, child) = handed_over(self.catalogue, &heir, &owner);
        let expected = if after.is_owner() { root } else { child };
        Ok(compare(Some(&expected), Some(after)).iter().all(|c| is_detail(&c.field)))
    }

    /// S-21: acts only on descendants.
    fn below(&self, facts: &dyn Facts, admin: &Admin) -> Decided<()> {
        let Some(actor) = self.actor.id else { return Ok(()) };
        let under = match admin.parent {
            Some(parent) => parent == actor || is_below(facts, parent, actor)?,
            None => false,
        };
        if under { Ok(()) } else { Err(Refusal::not_found(Kind::Admin, &admin.username).into()) }
    }

    fn user(&self, slot: &Slot<User>) -> Decided<()> {
        let Some(user) = slot.after.as_ref().or(slot.before.as_ref()) else { return Ok(()) };
        for state in [&slot.before, &slot.after].into_iter().flatten() {
            if !self.actor.reaches_site(state.site) {
                return Err(Refusal::new(Code::SiteNotHeld).field("site").into());
            }
        }
        let nobody = User::default();
        let before = slot.before.as_ref().unwrap_or(&nobody);
        for field in fields(self.changed(slot)) {
            match field.split('.').next().unwrap_or_default() {
                "note" => self.ask(require(self.actor, "notes", Level::Manage))?,
                "groups" => self.ask(require(self.actor, "site", Level::Manage))?,
                // U-65: it goes with the membership, which is the right that counts.
                "primary_group" if before.primary_group.is_some_and(|group| !user.groups.contains(&group)) => {
                    self.ask(require(self.actor, "site", Level::Manage))?;
                }
                "role" => require_owner(self.actor)?,
                "workspaces" | "applications" if slot.after.is_some() && self.goes_along(Kind::User, field)? => {
                    self.ask(require(self.actor, "site", Level::Manage))?;
                }
                "workspaces" => {
                    self.ask(require(self.actor, "users", Level::Manage))?;
                    self.ask(require(self.actor, "site", Level::Manage))?;
                }
                _ => self.ask(require(self.actor, "users", Level::Manage))?,
            }
        }
        if slot.after.is_some() {
            self.user_raised(before, user)?;
        }
        Ok(())
    }

    fn contact(&self, slot: &Slot<Contact>) -> Decided<()> {
        let changes = self.changed(slot);
        if changes.is_empty() {
            return Ok(());
        }
        // The form of a contact has its note too: either right is enough for it.
        let only_the_note = changes.iter().all(|change| change.field == "note");
        if !only_the_note || self.actor.level("notes") < Level::Manage {
            self.ask(require(self.actor, "contacts", Level::Manage))?;
        }
        for state in [&slot.before, &slot.after].into_iter().flatten() {
            if !self.actor.reaches_site(state.site) {
                return Err(Refusal::new(Code::SiteNotHeld).field("site").into());
            }
        }
        Ok(())
    }

    fn ticket(&self, slot: &Slot<Ticket>) -> Decided<()> {
        let changes = self.changed(slot);
        let Some(ticket) = slot.after.as_ref().or(slot.before.as_ref()) else { return Ok(()) };
        if changes.is_empty() {
            return Ok(());
        }
        require(self.actor, "tickets", Level::View)?;
        if self.follows_own(slot, changes) {
            return Ok(());
        }
        // Triage is nothing that a ticket could ask for.
        if self.actor.level("tickets") < Level::Manage {
            let held = Arg::Level(self.actor.level("tickets"));
            let refusal = Refusal::new(Code::NeedsManage).key("resource", &Key::new("tickets"));
            return Err(refusal.arg("held", held).into());
        }
        if self.actor.reaches_site(ticket.site) {
            Ok(())
        } else {
            Err(Refusal::not_found(Kind::Ticket, &ticket.id.0.to_string()).into())
        }
    }
}

/// The fields that administrators change on their own record.
pub(super) fn is_detail(field: &str) -> bool {
    let root = field.split('.').next().unwrap_or(field);
    let details =
        ["first_name", "middle_name", "last_name", "email", "work_phone", "fax", "mobile", "landline", "address"];
    details.contains(&root)
}
