//! The organisation, its places, and the roles of its administrators.

use std::collections::BTreeMap;

use crate::domain::catalogue::Key;
use crate::domain::command::{Command, CreateApplication, CreateGroup, CreateSite, CreateWorkspace};
use crate::domain::decide::Deciding;
use crate::domain::id::{RoleId, SiteId};
use crate::domain::record::{Organisation, Role, Seat};
use crate::domain::time::Time;
use crate::domain::value::{Formula, Level, Licence};
use crate::service::error::Result;
use crate::service::init::STANDARD_ROLES;

const DAY: i64 = 86_400_000;

/// When the store is told to have been made: the last noon in Greenwich, so that what is dated is recent. The rest of
/// the data does not depend on the clock.
pub(super) const fn begun(now: Time) -> Time {
    Time((now.0 - DAY / 2).div_euclid(DAY) * DAY + DAY / 2)
}

/// Where everybody has a mailbox.
pub(super) const DOMAIN: &str = "atelier-nord.example";

/// Code, name and address; their numbers follow their order.
pub(super) const SITES: [(&str, &str, &str); 5] = [
    ("mtl", "Montréal", "1200, rue des Érables, Montréal (Québec)"),
    ("qc", "Québec – Haute-Ville", "45, côte du Tisserand, Québec (Québec)"),
    ("gat", "Gatineau", "8, chemin de l'Œuvre, Gatineau (Québec)"),
    ("tor", "Toronto", "310 Loom Street, Toronto (Ontario)"),
    ("mct", "Moncton", "77, promenade du Rivage, Moncton (N.-B.)"),
];

pub(super) const GROUPS: [&str; 14] = [
    "Accueil",
    "Achats",
    "Agents – jour",
    "Agents – soir",
    "Boutique en ligne",
    "Comptabilité",
    "Direction",
    "Field service",
    "Formation",
    "Logistics",
    "Night shift",
    "Sales",
    "Support – niveau 1",
    "Support – niveau 2",
];

pub(super) const WORKSPACES: [&str; 6] =
    ["Direction", "Centre d'appels", "Projet Cèdre", "Northern Loom", "Salle des commandes", "Training"];

pub(super) struct App {
    pub name: &'static str,
    pub rights: &'static [&'static str],
    view_only: bool,
}

/// Applications with their rights, the least first.
pub(super) const APPLICATIONS: [App; 6] = [
    App { name: "Contacts", rights: &["read", "write"], view_only: true },
    App { name: "Facturation", rights: &["consulter", "saisir", "approuver"], view_only: false },
    App { name: "Call reports", rights: &["read", "export"], view_only: false },
    App { name: "Répertoire", rights: &["consulter", "modifier"], view_only: false },
    App { name: "Inventory", rights: &["read", "count", "order"], view_only: false },
    App { name: "Planification", rights: &["consulter", "publier"], view_only: false },
];

/// A custom role: name, licence, description, and what it adds.
type CustomRole = (&'static str, Licence, &'static str, &'static [(&'static str, Level)]);

/// The roles made here, after the standard ones: numbers 4, 5 and 6.
const CUSTOM: [CustomRole; 3] = [
    (
        "Responsable de site",
        Licence::Administrator,
        "Les personnes, les contacts et les demandes d'un site",
        &[
            ("administrators", Level::Manage),
            ("contacts", Level::Manage),
            ("tickets", Level::Manage),
            ("notes", Level::Manage),
            ("site", Level::View),
            ("journal", Level::View),
            ("dashboard", Level::View),
            ("assignments", Level::View),
        ],
    ),
    (
        "Service desk lead",
        Licence::Administrator,
        "Runs the desk: people, requests, and what they cost",
        &[
            ("administrators", Level::Manage),
            ("contacts", Level::Manage),
            ("tickets", Level::Manage),
            ("notes", Level::Manage),
            ("site", Level::Manage),
            ("billable_items", Level::Manage),
            ("call_recording", Level::Manage),
            ("roles", Level::View),
            ("profile", Level::View),
            ("journal", Level::View),
            ("dashboard", Level::Manage),
            ("assignments", Level::View),
            ("services", Level::View),
        ],
    ),
    (
        "Vérification",
        Licence::Analyst,
        "Voit tout ce qui se compte, ne change rien",
        &[
            ("users", Level::View),
            ("journal", Level::View),
            ("dashboard", Level::View),
            ("analytics", Level::View),
            ("tickets", Level::View),
        ],
    ),
];

/// The role of that name.
pub(super) fn role(name: &str) -> Option<RoleId> {
    let names = STANDARD_ROLES.iter().map(|(name, _)| *name).chain(CUSTOM.iter().map(|role| role.0));
    (1..).zip(names).find(|(_, known)| *known == name).map(|(number, _)| RoleId(number))
}

/// The number of a site by its place in [`SITES`].
pub(super) fn on_site(at: usize) -> SiteId {
    SiteId(i64::try_from(at).unwrap_or_default() + 1)
}

/// Decides the organisation and its places for so many users.
pub(super) fn lay(deciding: &mut Deciding<'_>, users: u64) -> Result<()> {
    deciding.world().put(organisation(users))?;
    for (at, (name, licence)) in (1..).zip(STANDARD_ROLES) {
        let role = Role { id: RoleId(at), name: name.to_owned(), standard: true, licence, ..Role::default() };
        deciding.world().put(role)?;
    }
    for (at, (name, licence, description, added)) in (4..).zip(CUSTOM) {
        let added: BTreeMap<Key, Level> = added.iter().map(|(key, level)| (Key::new(key), *level)).collect();
        let description = Some(description.to_owned());
        let role = Role { id: RoleId(at), name: name.to_owned(), licence, description, added, ..Role::default() };
        deciding.world().put(role)?;
    }
    for command in commands() {
        deciding.run(command)?;
    }
    Ok(())
}

/// Seats are bought by the user, some with room to spare and some with none.
fn organisation(users: u64) -> Organisation {
    let seats = [
        (Seat::Essential, 70),
        (Seat::Professional, 33),
        (Seat::AgentAddon, 16),
        (Seat::CrmAddon, 6),
        (Seat::Reports, 4),
        (Seat::Analytics, 4),
        (Seat::LiveAnalytics, 3),
        (Seat::ContactCentre, 4),
    ];
    let bought = |percent: u64| u32::try_from(users.saturating_mul(percent) / 100 + 5).unwrap_or(u32::MAX);
    Organisation {
        name: "Atelier Nord".to_owned(),
        plan: Formula::Enterprise,
        seats: seats.map(|(seat, percent)| (seat, bought(percent))).into(),
        help_general: Some("Bureau des services, poste 2001, de 8 h à 17 h.".to_owned()),
        help_technical: Some("Téléphonie : astreinte au 514 555-0100, jour et nuit.".to_owned()),
        ..Organisation::default()
    }
}

fn commands() -> Vec<Command> {
    let mut commands: Vec<Command> = Vec::new();
    for (code, name, address) in SITES {
        let address = Some(address.to_owned());
        commands.push(CreateSite { code: code.to_owned(), name: name.to_owned(), address }.into());
    }
    commands.extend(GROUPS.map(|name| CreateGroup { name: name.to_owned() }.into()));
    commands.extend(WORKSPACES.map(|name| CreateWorkspace { name: name.to_owned() }.into()));
    for app in &APPLICATIONS {
        let rights = app.rights.iter().map(|right| (*right).to_owned()).collect();
        let view_only = Some(app.view_only);
        commands.push(CreateApplication { name: app.name.to_owned(), rights, view_only }.into());
    }
    commands
}
