//! The rules of delegation a second time, written plainly and apart from the engine: what is held, and what may be done.

use std::collections::{BTreeMap, BTreeSet};

/// 0 nothing, 1 view, 2 manage.
pub type Level = u8;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Person {
    pub parent: Option<i64>,
    pub role: Option<i64>,
    pub by_hand: BTreeMap<String, Level>,
    pub sites: BTreeSet<i64>,
    pub all_sites: bool,
    pub enabled: bool,
    pub signed_in: bool,
}

/// `licence`: 0 analyst, 1 administrator, 2 owner.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Role {
    pub standard: bool,
    pub licence: u8,
    pub added: BTreeMap<String, Level>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    pub people: BTreeMap<i64, Person>,
    pub roles: BTreeMap<i64, Role>,
    pub resources: Vec<String>,
}

fn minimum(licence: u8, resource: &str) -> Level {
    match (licence, resource) {
        (2, _) | (1, "numbers" | "audio" | "users" | "integrations") => 2,
        (_, "reports") => 1,
        _ => 0,
    }
}

impl State {
    pub fn gives(&self, role: i64, resource: &str) -> Level {
        let added = |role: &Role| role.added.get(resource).copied().unwrap_or(0);
        self.roles.get(&role).map_or(0, |role| minimum(role.licence, resource).max(added(role)))
    }

    pub fn fixed(&self, person: &Person, resource: &str) -> Level {
        person.role.and_then(|role| self.roles.get(&role)).map_or(0, |role| minimum(role.licence, resource))
    }

    pub fn own(&self, who: i64, resource: &str) -> Level {
        let Some(person) = self.people.get(&who) else { return 0 };
        match person.by_hand.get(resource) {
            _ if person.parent.is_none() => 2,
            Some(level) => *level.max(&self.fixed(person, resource)),
            None => person.role.map_or(0, |role| self.gives(role, resource)),
        }
    }

    pub fn holds(&self, who: i64, resource: &str) -> Level {
        let parent = self.people.get(&who).and_then(|person| person.parent);
        self.own(who, resource).min(parent.map_or(2, |parent| self.holds(parent, resource)))
    }

    /// Site 0 is none: only holders of all sites reach it.
    pub fn reaches(&self, who: i64, site: i64) -> bool {
        let Some(person) = self.people.get(&who) else { return false };
        let own = person.all_sites || person.sites.contains(&site);
        person.parent.is_none_or(|parent| own && self.reaches(parent, site))
    }

    pub fn is_below(&self, who: i64, above: i64) -> bool {
        let parent = self.people.get(&who).and_then(|person| person.parent);
        parent.is_some_and(|parent| parent == above || self.is_below(parent, above))
    }

    pub fn sees(&self, actor: i64, who: i64) -> bool {
        self.people.contains_key(&who) && (actor == who || self.is_below(who, actor))
    }

    pub fn owner(&self) -> i64 {
        self.people.iter().find(|(_, person)| person.parent.is_none()).map_or(0, |(id, _)| *id)
    }

    fn depth(&self, who: i64) -> usize {
        std::iter::successors(Some(who), |at| self.people[at].parent).take(20).count()
    }

    /// Whether the state may be at all: one active owner, a tree 8 deep, and what the owner keeps to themselves.
    pub fn stands(&self) -> bool {
        let held = |role: i64| self.people.values().filter(move |p| p.role == Some(role));
        self.people.values().filter(|p| p.parent.is_none()).map(|p| p.enabled).eq([true])
            && self.people.values().all(|p| p.parent.is_none_or(|parent| self.people.contains_key(&parent)))
            && self.people.keys().all(|who| self.depth(*who) <= 8)
            && self.people.values().all(|p| p.role.is_none_or(|role| self.roles.contains_key(&role)))
            && self.roles.iter().all(|(id, r)| r.licence < 2 || held(*id).all(|p| p.parent.is_none()))
            && self.roles.values().all(|role| role.added.get("roles") != Some(&2))
            && self.people.iter().all(|(who, p)| p.parent.is_none() || self.own(*who, "roles") < 2)
    }

    /// Whether an administrator may make `after` of this state.
    pub fn may(&self, actor: i64, after: &Self) -> bool {
        let is_owner = self.owner() == actor;
        let roles_as_they_were = self.roles.iter().all(|(id, was)| match after.roles.get(id) {
            Some(is) => !was.standard || was.licence == is.licence,
            None => !was.standard,
        });
        let handed_over = is_owner && after.stands() && self.passed_on(after.owner(), after);
        after.stands()
            && roles_as_they_were
            && (is_owner || self.roles == after.roles)
            && self.people.keys().chain(after.people.keys()).all(|who| {
                let (was, is) = (self.people.get(who), after.people.get(who));
                was == is
                    || (handed_over && [actor, after.owner()].contains(who))
                    || self.may_change(actor, *who, after)
            })
    }

    /// Whether old and new owner are as passing ownership on leaves them.
    fn passed_on(&self, heir: i64, after: &Self) -> bool {
        let (Some(new), Some(old)) = (self.people.get(&heir), self.people.get(&self.owner())) else { return false };
        let all = self.resources.iter().map(|key| (key.clone(), if key == "roles" { 1 } else { 2 })).collect();
        let child = Person { parent: Some(heir), role: None, by_hand: all, all_sites: true, ..old.clone() };
        let root = Person { role: old.role, all_sites: true, enabled: true, signed_in: true, ..Person::default() };
        new.enabled && new.signed_in && after.people[&heir] == root && after.people.get(&self.owner()) == Some(&child)
    }

    fn may_change(&self, actor: i64, who: i64, after: &Self) -> bool {
        let nobody = Person::default();
        let was = self.people.get(&who);
        let below = was.is_none() || self.is_below(who, actor);
        let down = self.holds(actor, "administrators") == 2 && actor != who && below;
        let Some(is) = after.people.get(&who) else { return down && was.is_some_and(|was| !was.signed_in) };
        let given = |resource: &String| {
            let (had, has) = (was.map_or(0, |_| self.own(who, resource)), after.own(who, resource));
            let new_role = is.role.filter(|role| was.unwrap_or(&nobody).role != Some(*role));
            let by_role = new_role.map_or(0, |role| after.gives(role, resource));
            (has <= had || has <= self.holds(actor, resource)) && by_role <= self.holds(actor, resource)
        };
        let (made, was) = (was.is_none(), was.unwrap_or(&nobody));
        let kept = |resource: &String| was.role != is.role || was.by_hand.get(resource) == is.by_hand.get(resource);
        down && after.is_below(who, actor)
            && self.resources.iter().all(given)
            && is.sites.difference(&was.sites).all(|site| self.reaches(actor, *site))
            && (was.all_sites || !is.all_sites || self.reaches(actor, 0))
            && is.by_hand.iter().all(|(key, level)| *level >= after.fixed(is, key) || kept(key) || made)
    }
}
