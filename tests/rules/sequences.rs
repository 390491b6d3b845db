//! Random trees of administrators, and random batches of Commands by random actors.

use guichet::domain::catalogue::{Catalogue, Family, Key};
use guichet::domain::id::{AdminId, RoleId, SiteId};
use guichet::domain::record::Admin;
use guichet::domain::value::{Level, Status};
use proptest::collection::{btree_map, btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use crate::world::World;

/// Commands that one actor sends together; the actor is the number modulo the administrators there are.
#[derive(Clone, Debug)]
pub struct Batch {
    pub actor: usize,
    pub commands: Vec<Value>,
}

impl Batch {
    /// The user name of the actor.
    pub fn actor_in(&self, world: &World) -> String {
        let admins: Vec<_> = world.facts.admins.values().collect();
        admins[self.actor % admins.len()].username.clone()
    }
}

/// How many cases a property is tried on: `GUICHET_CASES`, or a number that takes a few seconds.
pub fn config(cases: u32) -> ProptestConfig {
    let asked = std::env::var("GUICHET_CASES").ok().and_then(|text| text.parse().ok());
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(asked.unwrap_or(cases)) }
}

fn keys(family: Family) -> Vec<String> {
    Catalogue::builtin().family(family).map(|entry| entry.key.to_string()).collect()
}

fn level() -> impl Strategy<Value = Level> + Clone {
    select(Level::ALL)
}

prop_compose! {
    fn admin()(
        above in 0usize..20,
        role in option::of(select(vec![2, 3, 4])),
        overrides in btree_map(select(keys(Family::Resource)), level(), 0..12),
        sites in btree_set(1i64..=3, 0..3),
        all_sites in proptest::bool::weighted(0.3),
        status in select(vec![Status::Active, Status::Active, Status::Disabled]),
    ) -> (usize, Admin) {
        let overrides = overrides.into_iter().filter(|(key, level)| key != "roles" || *level < Level::Manage);
        let admin = Admin {
            role: role.map(RoleId),
            overrides: overrides.map(|(key, level)| (Key::new(&key), level)).collect(),
            sites: sites.into_iter().map(SiteId).collect(),
            all_sites,
            status,
            first_name: "Some".into(),
            last_name: "Body".into(),
            ..Admin::default()
        };
        (above, admin)
    }
}

/// The world with some more administrators hung in anywhere, whatever their parents hold.
pub fn world() -> impl Strategy<Value = World> {
    // Four below the fourth are as deep as a tree goes.
    vec(admin(), 0..=4).prop_map(|admins| {
        let mut world = World::new();
        for (at, (above, mut admin)) in admins.into_iter().enumerate() {
            let number = world.facts.admins.len() as i64 + 1;
            admin.id = AdminId(number);
            admin.username = format!("extra{at}");
            admin.email = format!("extra{at}@example.ca");
            admin.parent = Some(AdminId((above % world.facts.admins.len()) as i64 + 1));
            world.facts.put(admin);
        }
        world
    })
}

fn user() -> impl Strategy<Value = String> + Clone {
    (1..17i64).prop_map(|number| format!("user:{number}"))
}

fn an_admin() -> impl Strategy<Value = String> + Clone {
    (2..9i64).prop_map(|number| format!("admin:{number}"))
}

fn email() -> impl Strategy<Value = Value> + Clone {
    let addresses =
        ["amelie.roy@example.ca", "BRUNO@example.ca", "shared@example.ca", "new@example.ca", "Marc@example.ca"];
    let addresses: Vec<Value> = addresses.into_iter().map(Value::from).chain([Value::Null]).collect();
    select(addresses)
}

fn site() -> impl Strategy<Value = &'static str> + Clone {
    select(vec!["mtl", "qc", "lav-2"])
}

fn words(list: &[&'static str]) -> impl Strategy<Value = &'static str> + Clone + use<> {
    select(list.to_vec())
}

/// A Command about the rights of a user.
pub fn of_user() -> impl Strategy<Value = Value> + Clone {
    let set = |name: &'static str, values: Vec<Value>| {
        (user(), select(values)).prop_map(move |(user, value)| json!({"do": name, "user": user, "value": value}))
    };
    let flag = || vec![json!(true), json!(false)];
    let levels = ["none", "reports", "analytics", "contact_centre"].map(Value::from).to_vec();
    let devices = || {
        prop_oneof![
            Just(Value::Null),
            (1..15i64, words(&["", "w"])).prop_map(|(n, w)| json!(format!("PJSIP/{}{w}", 2100 + n)))
        ]
    };
    prop_oneof![
        4 => (user(), select(keys(Family::Portal)), any::<bool>())
            .prop_map(|(user, key, value)| json!({"do": "set_permission", "user": user, "permission": key, "value": value})),
        2 => set("set_supervisor_level", levels),
        2 => set("set_uc_client", flag()),
        1 => set("set_agent_addon", flag()),
        1 => set("set_crm_addon", flag()),
        2 => set("set_access_type", ["none", "essential", "professional"].map(Value::from).to_vec()),
        2 => (user(), words(&["desktop", "mobile", "crm"]), devices()).prop_map(
            |(user, client, device)| json!({"do": "set_softphone", "user": user, "client": client, "device": device})
        ),
        1 => set("set_primary_group", vec![Value::Null, json!("Support"), json!("Night")]),
        1 => (user(), level()).prop_map(
            |(user, value)| json!({"do": "set_workspace_access", "user": user, "workspace": "Sales", "value": value})
        ),
        1 => (user(), words(&["CRM", "Contacts"]), words(&["read", "write.all"]), any::<bool>()).prop_map(
            |(user, app, right, value)| json!({"do": "set_application_right", "user": user, "application": app,
                "right": right, "value": value})
        ),
    ]
}

fn of_admin() -> impl Strategy<Value = Value> + Clone {
    let by_hand = option::weighted(0.8, level());
    let role = select(vec![Value::Null, json!("Administrator"), json!("Analyst"), json!("Desk"), json!("Owner")]);
    prop_oneof![
        4 => (an_admin(), select(keys(Family::Resource)), by_hand).prop_map(|(admin, key, value)|
            json!({"do": "set_admin_resource", "admin": admin, "resource": key, "value": value})),
        2 => (an_admin(), site(), any::<bool>())
            .prop_map(|(admin, site, value)| json!({"do": "set_admin_site", "admin": admin, "site": site, "value": value})),
        1 => (an_admin(), any::<bool>())
            .prop_map(|(admin, value)| json!({"do": "set_admin_all_sites", "admin": admin, "value": value})),
        1 => (an_admin(), any::<bool>(), option::of(any::<bool>())).prop_map(|(admin, value, branch)|
            json!({"do": "set_admin_enabled", "admin": admin, "value": value, "branch": branch})),
        1 => (an_admin(), role).prop_map(|(admin, value)| json!({"do": "set_admin_role", "admin": admin, "value": value})),
        1 => (words(&["zoe", "yan", "Lea"]), vec(site(), 0..2), any::<bool>()).prop_map(|(name, sites, all)|
            json!({"do": "create_admin", "username": name, "first_name": "Z", "last_name": "R", "email": "zr@example.ca",
                "sites": sites, "all_sites": all})),
        1 => (an_admin(), words(&["olga2", "marc2", "LEA"]))
            .prop_map(|(admin, name)| json!({"do": "update_admin", "admin": admin, "username": name})),
        2 => (an_admin(), an_admin())
            .prop_map(|(admin, parent)| json!({"do": "set_admin_parent", "admin": admin, "parent": parent})),
        1 => an_admin().prop_map(|admin| json!({"do": "delete_admin", "admin": admin})),
        1 => an_admin().prop_map(|admin| json!({"do": "transfer_ownership", "admin": admin})),
    ]
}

fn of_records() -> impl Strategy<Value = Value> + Clone {
    let contact = || words(&["Alice", "Bob", "Carl"]);
    prop_oneof![
        3 => (user(), email()).prop_map(|(user, email)| json!({"do": "update_user", "user": user, "email": email})),
        1 => (user(), site()).prop_map(|(user, site)| json!({"do": "update_user", "user": user, "site": site})),
        1 => (words(&["New One", "Amélie Roy"]), email(), site()).prop_map(|(name, email, site)|
            json!({"do": "create_user", "display_name": name, "email": email, "site": site})),
        1 => (user(), any::<bool>())
            .prop_map(|(user, value)| json!({"do": "set_user_enabled", "user": user, "value": value})),
        1 => (user(), words(&["Support", "Night"]), any::<bool>()).prop_map(|(user, group, value)|
            json!({"do": "set_group_member", "group": group, "user": user, "value": value})),
        2 => (contact(), select(keys(Family::Contact)), any::<bool>()).prop_map(|(contact, key, value)|
            json!({"do": "set_contact_permission", "contact": contact, "permission": key, "value": value})),
        1 => (words(&["technical", "financial"]), vec(contact(), 0..3))
            .prop_map(|(list, contacts)| json!({"do": "set_communication_order", "list": list, "contacts": contacts})),
        1 => (contact(), vec(words(&["technical", "financial"]), 0..2))
            .prop_map(|(contact, types)| json!({"do": "update_contact", "contact": contact, "communications": types})),
        1 => (words(&["Analyst", "Desk", "Administrator"]), select(keys(Family::Resource)), level()).prop_map(
            |(role, key, value)| json!({"do": "set_role_resource", "role": role, "resource": key, "value": value})),
        1 => (any::<bool>(), words(&["standard", "professional", "enterprise"]))
            .prop_map(|(voip, plan)| json!({"do": "set_organisation", "voip": voip, "plan": plan})),
        1 => Just(json!({"do": "update_site", "site": "mtl", "name": "Mont-Royal"})),
        1 => (words(&["Desk", "Deputy", "Analyst"]), words(&["analyst", "administrator", "owner"]))
            .prop_map(|(role, licence)| json!({"do": "update_role", "role": role, "licence": licence})),
        1 => words(&["Desk", "Deputy"]).prop_map(|role| json!({"do": "delete_role", "role": role})),
    ]
}

fn of_tickets() -> impl Strategy<Value = Value> + Clone {
    let number = || (1..3i64).prop_map(|number| number.to_string());
    prop_oneof![
        2 => of_user().prop_map(|command| json!({"do": "open_ticket", "kind": "change_rights", "commands": [command]})),
        1 => of_admin().prop_map(|command| json!({"do": "open_ticket", "kind": "other", "commands": [command]})),
        2 => (number(), any::<bool>())
            .prop_map(|(ticket, now)| json!({"do": "approve_ticket", "ticket": ticket, "as_of_now": now})),
        1 => number().prop_map(|ticket| json!({"do": "take_ticket", "ticket": ticket})),
    ]
}

/// Batches one after the other, most of one Command, half of them by the two who hold most.
pub fn batches(length: usize) -> impl Strategy<Value = Vec<Batch>> {
    let command = || prop_oneof![4 => of_user(), 4 => of_admin(), 3 => of_records(), 2 => of_tickets()];
    let commands = prop_oneof![3 => vec(command(), 1), 1 => vec(command(), 2..=3)];
    let actor = prop_oneof![4 => 0..2usize, 2 => Just(2usize), 3 => 0..12usize];
    vec((actor, commands).prop_map(|(actor, commands)| Batch { actor, commands }), 1..length)
}
