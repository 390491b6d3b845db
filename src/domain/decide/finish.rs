//! Ends a decision: checks the invariants, authorises the plan, names what changes, and computes what others feel of it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::{Deciding, gate, invariant};
use crate::domain::change::{Cause, Change, Naming, Reads, naming};
use crate::domain::engine::{Effective, effective};
use crate::domain::facts::{Facts, Get};
use crate::domain::id::{AdminId, Kind, Subject};
use crate::domain::overlay::Touched;
use crate::domain::plan::{Plan, SeatUse};
use crate::domain::policy::authorise_plan;
use crate::domain::record::{Admin, Home, Organisation, Record, Seat, Site};
use crate::domain::refusal::{Code, Decided, Refusal};
use crate::domain::value::{SeatLimit, Status};

impl Deciding<'_> {
    /// Makes the plan of what was decided.
    ///
    /// # Errors
    /// An invariant that would be broken, a change that is not allowed, or where the store cannot answer.
    pub fn finish(mut self) -> Decided<Plan> {
        let mut changes = self.world.touched().changes();
        self.passwords_of_those_there()?;
        authorise_plan(&self.world, self.facts, self.cx.catalogue, self.cx.actor, self.cx.allowance, &changes)?;
        invariant::check_all(&self.world, self.cx.catalogue, self.cx.actor, self.cx.allowance.import)?;
        gate::check_gates(&self.world, self.cx.catalogue, self.cx.actor)?;
        self.check_newcomers()?;
        for change in &mut changes {
            self.go_on()?;
            change.cause = self.world.cause_of(change.subject, &change.field);
            change.reads = self.reads(change)?;
        }
        changes.extend(self.effects()?);
        changes.extend(self.done_beside()?);
        if !self.cx.allowance.import {
            self.disabled_users();
        }
        self.users_of_roles()?;
        let seats = self.seats()?;
        let (mut sites, admins) = self.places(&changes)?;
        sites.extend(self.newcomers.sites().map(Some));
        Ok(Plan {
            at: self.cx.now,
            commands: self.commands,
            changes,
            notes: self.notes,
            passwords: self.passwords,
            deeds: self.deeds,
            seats,
            tickets: self.tickets.into_iter().collect(),
            sites,
            admins,
            touched: self.world.into_touched(),
            newcomers: self.newcomers,
        })
    }

    /// Field and values with names in place of numbers.
    fn reads(&self, change: &Change) -> Decided<Option<Reads>> {
        if change.field.is_empty() {
            let before = self.read_fields(change.subject.kind, &change.before)?;
            let after = self.read_fields(change.subject.kind, &change.after)?;
            let same = before == change.before && after == change.after;
            return Ok((!same).then(|| Reads { field: String::new(), before, after }));
        }
        let Some(naming) = naming(change.subject.kind, &change.field) else { return Ok(None) };
        let field = match naming {
            Naming::Member(kind) => self.read_member(kind, &change.field)?,
            Naming::Value(_) | Naming::Items(_) => change.field.clone(),
        };
        let before = self.read_value(naming, &change.before)?;
        let after = self.read_value(naming, &change.after)?;
        Ok(Some(Reads { field, before, after }))
    }

    fn read_fields(&self, kind: Kind, fields: &Value) -> Decided<Value> {
        let Value::Object(map) = fields else { return Ok(fields.clone()) };
        let mut read = Map::new();
        for (field, value) in map {
            let value = match (naming(kind, field), value) {
                (Some(Naming::Member(other)), Value::Object(members)) => {
                    let mut named = Map::new();
                    for (member, value) in members {
                        let path = self.read_member(other, &format!("{field}.{member}"))?;
                        let name = path.split_once('.').map_or(path.as_str(), |(_, name)| name);
                        named.insert(name.to_owned(), value.clone());
                    }
                    Value::Object(named)
                }
                (Some(naming), value) => self.read_value(naming, value)?,
                (None, value) => value.clone(),
            };
            read.insert(field.clone(), value);
        }
        Ok(Value::Object(read))
    }

    fn read_member(&self, kind: Kind, field: &str) -> Decided<String> {
        let (root, member) = field.split_once('.').unwrap_or((field, ""));
        let (number, rest) = member.split_once('/').map_or((member, None), |(number, rest)| (number, Some(rest)));
        let name = match number.parse() {
            Ok(number) => self.name_of(kind, number)?,
            Err(_) => number.to_owned(),
        };
        Ok(rest.map_or_else(|| format!("{root}.{name}"), |rest| format!("{root}.{name}/{rest}")))
    }

    fn read_value(&self, naming: Naming, value: &Value) -> Decided<Value> {
        let name = |kind: Kind, value: &Value| -> Decided<Value> {
            match value.as_i64() {
                Some(number) => Ok(Value::String(self.name_of(kind, number)?)),
                None => Ok(value.clone()),
            }
        };
        match (naming, value) {
            (Naming::Items(kind), Value::Array(items)) => {
                Ok(Value::Array(items.iter().map(|item| name(kind, item)).collect::<Decided<_>>()?))
            }
            (Naming::Value(kind), value) => name(kind, value),
            (_, value) => Ok(value.clone()),
        }
    }

    /// What a record is called as a REF: a site by its code, all else by its label.
    fn name_of(&self, kind: Kind, number: i64) -> Decided<String> {
        // What the plan removes is still called what it was.
        for facts in [&self.world as &dyn Facts, self.facts] {
            let name = if kind == Kind::Site {
                Get::<Site>::get(facts, number)?.map(|site| site.code)
            } else {
                crate::domain::facts::describe(facts, Subject::new(kind, number))?.map(|(_, label)| label)
            };
            if let Some(name) = name {
                return Ok(name);
            }
        }
        Ok(number.to_string())
    }

    /// what is gained or lost by it: by the branch of a changed administrator, by the holders of a changed role, and
    /// by who gets another parent or role.
    fn effects(&self) -> Decided<Vec<Change>> {
        let touched = self.world.touched();
        let mut affected: BTreeMap<AdminId, Cause> = BTreeMap::new();
        let mut roots: Vec<AdminId> = Vec::new();
        for (number, slot) in &touched.admins {
            let (Some(before), Some(after)) = (&slot.before, &slot.after) else { continue };
            if before != after {
                roots.push(AdminId(*number));
            }
            if before.parent != after.parent {
                affected.insert(AdminId(*number), Cause::word("parent"));
            } else if before.role != after.role {
                affected.insert(AdminId(*number), Cause::word("role"));
            }
        }
        for (number, slot) in &touched.roles {
            if slot.before.is_some() && slot.before != slot.after {
                for admin in self.world.admins_of_role(crate::domain::id::RoleId(*number))? {
                    affected.insert(admin, Cause::word("role"));
                    roots.push(admin);
                }
            }
        }
        while let Some(above) = roots.pop() {
            for child in self.world.children(above)? {
                if affected.insert(child, Cause::word("parent")).is_none() {
                    roots.push(child);
                }
            }
        }
        let mut effects = Vec::new();
        for (id, cause) in affected {
            effects.extend(self.effect_on(id, &cause)?);
        }
        Ok(effects)
    }

    fn effect_on(&self, id: AdminId, cause: &Cause) -> Decided<Vec<Change>> {
        let was: Option<Admin> = Get::<Admin>::get(self.facts, id.0)?;
        let is: Option<Admin> = self.world.get(id.0)?;
        let (Some(was), Some(is)) = (was, is) else { return Ok(Vec::new()) };
        let before = effective(self.facts, self.cx.catalogue, &was)?;
        let after = effective(&self.world, self.cx.catalogue, &is)?;
        let change = |field: String, before: Value, after: Value| Change {
            subject: id.subject(),
            name: is.username.clone(),
            field,
            before,
            after,
            cause: Some(cause.clone()),
            effect: true,
            reads: None,
        };
        let mut changes: Vec<Change> = before
            .resources
            .iter()
            .filter_map(|(key, old)| {
                let new = after.resources.get(key).copied().unwrap_or_default();
                let differs = new != *old;
                differs.then(|| change(format!("resources.{key}"), old.as_str().into(), new.as_str().into()))
            })
            .collect();
        if before.sites != after.sites {
            changes.push(change("effective_sites".into(), self.sites_read(&before)?, self.sites_read(&after)?));
        }
        Ok(changes)
    }

    fn sites_read(&self, holds: &Effective) -> Decided<Value> {
        match &holds.sites {
            crate::domain::engine::Sites::All => Ok(Value::String("all".into())),
            crate::domain::engine::Sites::Some(sites) => {
                let names = sites.iter().map(|site| Ok(Value::String(self.name_of(Kind::Site, site.0)?)));
                Ok(Value::Array(names.collect::<Decided<_>>()?))
            }
        }
    }

    /// Says of each changed user who is and stays disabled that they are.
    fn disabled_users(&mut self) {
        let slots = self.world.touched().users.values().filter(|slot| slot.before != slot.after);
        let pairs = slots.filter_map(|slot| slot.before.as_ref().zip(slot.after.as_ref()));
        let disabled = pairs.filter(|(before, after)| [before.status, after.status] == [Status::Disabled; 2]);
        let names: Vec<String> = disabled.map(|(_, user)| user.display_name.clone()).collect();
        for name in names {
            self.note(Refusal::new(Code::UserDisabled).text("user", name));
        }
    }

    /// Seats whose use changes; beyond those bought it warns or refuses, as the setting says.
    fn seats(&mut self) -> Decided<BTreeMap<Seat, SeatUse>> {
        let mut seats = BTreeMap::new();
        if self.world.touched().users.is_empty() && self.newcomers.people.is_empty() {
            return Ok(seats);
        }
        let org: Organisation = self.world.get(1)?.unwrap_or_default();
        let (before, mut after) = (self.facts.seats_used()?, self.world.seats_used()?);
        *after.entry(Seat::Essential).or_default() += self.newcomers.people.len() as i64;
        self.seats_moved.iter().for_each(|(seat, by)| *after.entry(*seat).or_default() += by);
        for seat in Seat::ALL {
            let count = |used: &BTreeMap<Seat, i64>| used.get(&seat).copied().unwrap_or_default();
            let used = SeatUse {
                before: count(&before),
                after: count(&after),
                bought: org.seats.get(&seat).copied(),
                whole: self.cx.actor.all_sites(),
            };
            if used.before == used.after {
                continue;
            }
            seats.insert(seat, used);
            let Some(bought) = used.bought.filter(|b| used.after > used.before && used.after > i64::from(*b)) else {
                continue;
            };
            let refusal = Refusal::new(Code::SeatsExceeded).text("seat", seat.as_str());
            let refusal = refusal.number("used", used.after).number("bought", i64::from(bought));
            let by_phone_system = seat == Seat::Essential && self.cx.allowance.import;
            if org.seat_limit == SeatLimit::Refuse && !by_phone_system {
                return Err(refusal.into());
            }
            self.note(refusal);
        }
        Ok(seats)
    }

    /// The sites and administrators that the changes touch, for who may see the entry.
    fn places(&self, changes: &[Change]) -> Decided<(BTreeSet<Option<crate::domain::id::SiteId>>, BTreeSet<AdminId>)> {
        let mut homes = Homes::default();
        homes.collect(self.world.touched());
        homes.admins.extend(changes.iter().filter(|c| c.subject.kind == Kind::Admin).map(|c| AdminId(c.subject.id)));
        homes.admins.extend(self.passwords.iter().map(|p| p.admin));
        Ok((homes.sites, homes.admins))
    }
}

#[derive(Default)]
struct Homes {
    sites: BTreeSet<Option<crate::domain::id::SiteId>>,
    admins: BTreeSet<AdminId>,
}

impl Homes {
    fn collect(&mut self, touched: &Touched) {
        self.of(&touched.users);
        self.of(&touched.contacts);
        self.of(&touched.orders);
        self.of(&touched.tickets);
        self.of(&touched.sites);
        self.of(&touched.admins);
    }

    fn of<T: Record>(&mut self, slots: &BTreeMap<i64, crate::domain::overlay::Slot<T>>) {
        for slot in slots.values().filter(|s| s.before != s.after) {
            for record in [&slot.before, &slot.after].into_iter().flatten() {
                match record.home() {
                    Home::Site(site) | Home::Ticket { site, .. } => drop(self.sites.insert(site)),
                    Home::Branch(admin) => drop(self.admins.insert(admin)),
                    Home::Organisation => {}
                }
            }
        }
    }
}
