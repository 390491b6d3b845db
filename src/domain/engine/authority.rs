//! What an administrator effectively holds: their own, held back by every parent above.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::catalogue::{Catalogue, Family, Key};
use crate::domain::facts::Facts;
use crate::domain::id::{AdminId, SiteId};
use crate::domain::norm::email_key;
use crate::domain::record::{Admin, Home, Role};
use crate::domain::refusal::FactsError;
use crate::domain::value::{Level, Status};

/// The deepest that the tree of administrators goes, the owner being 1 (S-21).
pub const MAX_DEPTH: usize = 8;

/// The sites that are held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sites {
    /// All of them, those made later too, and the records that have none.
    All,
    /// These.
    Some(BTreeSet<SiteId>),
}

impl Sites {
    /// Whether a record of that site, or of none, is reached.
    pub fn reaches(&self, site: Option<SiteId>) -> bool {
        match (self, site) {
            (Self::All, _) => true,
            (Self::Some(held), Some(site)) => held.contains(&site),
            (Self::Some(_), None) => false,
        }
    }

    /// What both hold.
    #[must_use]
    pub fn and(self, other: &Self) -> Self {
        match (self, other) {
            (Self::All, other) => other.clone(),
            (own, Self::All) => own,
            (Self::Some(own), Self::Some(other)) => Self::Some(own.intersection(other).copied().collect()),
        }
    }
}

/// What an administrator effectively holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effective {
    /// Each resource of the catalogue.
    pub resources: BTreeMap<Key, Level>,
    /// The sites.
    pub sites: Sites,
}

/// Who acts, with what they hold now.
#[derive(Clone, Debug)]
pub struct Actor {
    /// The administrator; none for the program itself (`init`, demonstration data).
    pub id: Option<AdminId>,
    /// The user name.
    pub username: String,
    /// Whether this is the owner.
    pub owner: bool,
    /// The e-mail's key, for U-50.
    pub email: Option<String>,
    /// What is held.
    pub holds: Effective,
    /// Whether the account may act at all.
    pub active: bool,
}

impl Actor {
    /// The program itself: the first entry of a journal.
    pub fn program(catalogue: &Catalogue) -> Self {
        Self { id: None, username: String::new(), owner: true, email: None, holds: everything(catalogue), active: true }
    }

    /// How far a resource is held.
    pub fn level(&self, resource: &str) -> Level {
        self.holds.resources.get(resource).copied().unwrap_or_default()
    }

    /// Whether a record of that site, or of none, is reached.
    pub fn reaches_site(&self, site: Option<SiteId>) -> bool {
        self.holds.sites.reaches(site)
    }

    /// Whether all sites are held.
    pub fn all_sites(&self) -> bool {
        self.holds.sites == Sites::All
    }
}

fn everything(catalogue: &Catalogue) -> Effective {
    let resources = catalogue.family(Family::Resource).map(|e| (e.key.clone(), Level::Manage)).collect();
    Effective { resources, sites: Sites::All }
}

/// An administrator's own value of a resource: what is set by hand, else the role's; never under the role's licence.
pub fn own_value(admin: &Admin, role: Option<&Role>, resource: &str) -> Level {
    if admin.is_owner() {
        return Level::Manage;
    }
    let from_role = role.map_or(Level::None, |role| role.value(resource));
    let minimum = role.map_or(Level::None, |role| role.licence.minimum(resource));
    admin.overrides.get(resource).map_or(from_role, |by_hand| (*by_hand).max(minimum))
}

/// What an administrator effectively holds: the least of what is set for them and for everyone above.
///
/// # Errors
/// Where the store cannot answer.
pub fn effective(facts: &dyn Facts, catalogue: &Catalogue, admin: &Admin) -> Result<Effective, FactsError> {
    let mut holds = everything(catalogue);
    let mut next = Some(admin.clone());
    let mut depth = 0;
    while let Some(admin) = next {
        depth += 1;
        if depth > 2 * MAX_DEPTH {
            // A tree that goes round is damaged: nobody holds anything by it.
            return Ok(Effective { resources: BTreeMap::new(), sites: Sites::Some(BTreeSet::new()) });
        }
        if admin.is_owner() {
            break;
        }
        let role: Option<Role> = admin.role.map(|role| facts.get(role.0)).transpose()?.flatten();
        for (key, level) in &mut holds.resources {
            *level = (*level).min(own_value(&admin, role.as_ref(), key.as_str()));
        }
        if !admin.all_sites {
            holds.sites = Sites::Some(admin.sites.clone()).and(&holds.sites);
        }
        next = admin.parent.map(|parent| facts.get(parent.0)).transpose()?.flatten();
    }
    Ok(holds)
}

/// The actor of an administrator, with what they hold now.
///
/// # Errors
/// Where the store cannot answer.
pub fn actor_of(facts: &dyn Facts, catalogue: &Catalogue, id: AdminId) -> Result<Option<Actor>, FactsError> {
    let Some(admin): Option<Admin> = facts.get(id.0)? else { return Ok(None) };
    Ok(Some(Actor {
        id: Some(id),
        owner: admin.is_owner(),
        email: Some(email_key(&admin.email)).filter(|key| !key.is_empty()),
        holds: effective(facts, catalogue, &admin)?,
        active: admin.status != Status::Disabled,
        username: admin.username,
    }))
}

/// Whether an administrator stands strictly below another.
///
/// # Errors
/// Where the store cannot answer.
pub fn is_below(facts: &dyn Facts, admin: AdminId, above: AdminId) -> Result<bool, FactsError> {
    let mut next: Option<Admin> = facts.get(admin.0)?;
    for _ in 0..2 * MAX_DEPTH {
        let Some(parent) = next.and_then(|a| a.parent) else { return Ok(false) };
        if parent == above {
            return Ok(true);
        }
        next = facts.get(parent.0)?;
    }
    Ok(false)
}

/// Whether a record is within the actor's reach; what is not, does not exist for them (S-22).
///
/// # Errors
/// Where the store cannot answer.
pub fn visible(facts: &dyn Facts, actor: &Actor, home: Home) -> Result<bool, FactsError> {
    Ok(match (home, actor.id) {
        (_, None) | (Home::Organisation, _) => true,
        (Home::Site(site), _) => actor.reaches_site(site),
        (Home::Branch(admin), Some(id)) => actor.owner || admin == id || is_below(facts, admin, id)?,
        (Home::Ticket { site, requester }, Some(id)) => {
            requester == Some(id) || (actor.level("tickets") == Level::Manage && actor.reaches_site(site))
        }
    })
}
