//! Passing ownership on: what both records become, whoever asks.

use crate::domain::catalogue::{Catalogue, Family};
use crate::domain::record::Admin;
use crate::domain::value::Level;

/// The heir as the root with the owner's role, and the old owner as their child: without a role, with all sites, `manage`
/// on everything but the roles, which are seen.
pub fn handed_over(catalogue: &Catalogue, heir: &Admin, owner: &Admin) -> (Admin, Admin) {
    let root = Admin {
        parent: None,
        role: owner.role,
        overrides: Default::default(),
        sites: Default::default(),
        all_sites: true,
        ..heir.clone()
    };
    let level = |key: &str| if key == "roles" { Level::View } else { Level::Manage };
    let everything = catalogue.family(Family::Resource).map(|entry| (entry.key.clone(), level(entry.key.as_str())));
    let child =
        Admin { parent: Some(heir.id), role: None, overrides: everything.collect(), all_sites: true, ..owner.clone() };
    (root, child)
}
