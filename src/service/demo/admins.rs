//! The administrators: a tree three deep, with one of each sort.

use super::OWNER;
use super::places::{DOMAIN, SITES, on_site, role};
use crate::domain::catalogue::Key;
use crate::domain::decide::Deciding;
use crate::domain::id::AdminId;
use crate::domain::record::{Admin, PostalAddress};
use crate::domain::value::{Level, Status};
use crate::service::error::Result;

struct Person {
    username: &'static str,
    parent: &'static str,
    name: (&'static str, &'static str),
    role: &'static str,
    /// Codes; none stands for all sites.
    sites: Option<&'static [&'static str]>,
    by_hand: &'static [(&'static str, Level)],
    status: Status,
}

const fn person(
    username: &'static str,
    parent: &'static str,
    name: (&'static str, &'static str),
    role: &'static str,
) -> Person {
    Person { username, parent, name, role, sites: None, by_hand: &[], status: Status::Active }
}

/// In the order of their numbers, from 2: the owner is 1.
const PEOPLE: [Person; 8] = [
    person("marie.cote", OWNER, ("Marie-Ève", "Côté"), "Service desk lead"),
    Person {
        sites: Some(&["mtl", "qc"]),
        by_hand: &[("billable_items", Level::View)],
        ..person("lea.roy", OWNER, ("Léa", "Roy"), "Responsable de site")
    },
    Person {
        sites: Some(&["gat", "tor"]),
        by_hand: &[("journal", Level::View), ("contacts", Level::View)],
        ..person("john.oneil", "marie.cote", ("John", "O'Neil"), "Administrator")
    },
    // Sees, and asks.
    Person {
        sites: Some(&["mtl", "qc", "mct"]),
        by_hand: &[
            ("users", Level::View),
            ("contacts", Level::View),
            ("tickets", Level::View),
            ("journal", Level::View),
        ],
        ..person("claire.lefevre", "marie.cote", ("Claire", "Lefèvre"), "")
    },
    // One site and one resource, nothing else.
    Person {
        sites: Some(&["qc"]),
        by_hand: &[("contacts", Level::Manage)],
        ..person("noe.francoeur", "lea.roy", ("Noé", "Francœur"), "")
    },
    Person { status: Status::Disabled, ..person("guy.dufresne", "marie.cote", ("Guy", "Dufresne"), "Analyst") },
    Person {
        sites: Some(&["mtl"]),
        status: Status::Invited,
        ..person("sofia.munoz", "lea.roy", ("Sofía", "Muñoz"), "Responsable de site")
    },
    person("ines.garcon", OWNER, ("Inès", "Garçon"), "Vérification"),
];

/// Decides the administrators, and returns them all.
pub(super) fn lay(deciding: &mut Deciding<'_>) -> Result<Vec<Admin>> {
    let mut admins = vec![Admin {
        id: AdminId(1),
        username: OWNER.to_owned(),
        status: Status::Active,
        role: role("Owner"),
        all_sites: true,
        first_name: "Camille".to_owned(),
        last_name: "Préfontaine".to_owned(),
        email: format!("{OWNER}@{DOMAIN}"),
        work_phone: Some("+1 514 555-0101".to_owned()),
        address: PostalAddress {
            street: Some("1200, rue des Érables".to_owned()),
            town: Some("Montréal".to_owned()),
            region: Some("Québec".to_owned()),
            postcode: Some("H0H 0H0".to_owned()),
            country: Some("Canada".to_owned()),
        },
        ..Admin::default()
    }];
    for (number, person) in (2..).zip(&PEOPLE) {
        let parent = admins.iter().find(|admin| admin.username == person.parent).map(|admin| admin.id);
        admins.push(admin(AdminId(number), parent, person));
    }
    for admin in &admins {
        deciding.world().put(admin.clone())?;
    }
    Ok(admins)
}

fn admin(id: AdminId, parent: Option<AdminId>, person: &Person) -> Admin {
    let held = person.sites.unwrap_or_default();
    let sites = (0..SITES.len()).filter(|at| held.contains(&SITES[*at].0)).map(on_site).collect();
    Admin {
        id,
        username: person.username.to_owned(),
        parent,
        status: person.status,
        role: role(person.role),
        overrides: person.by_hand.iter().map(|(key, level)| (Key::new(key), *level)).collect(),
        sites,
        all_sites: person.sites.is_none(),
        first_name: person.name.0.to_owned(),
        last_name: person.name.1.to_owned(),
        email: format!("{}@{DOMAIN}", person.username),
        work_phone: Some(format!("+1 514 555-01{:02}", id.0)),
        ..Admin::default()
    }
}
