//! A small organisation in which every rule has somebody it concerns.
//!
//! ```text
//! olga                    owner
//! └─ anna                 all sites; manages everything but roles
//!    ├─ marc              Montréal; administrators, users, contacts, site, tickets: manage; nothing that costs
//!    │  ├─ lea            Montréal; looks on, and may ask with a ticket
//!    │  └─ nobody         holds nothing
//!    └─ quentin           Québec; as marc
//! ```

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use guichet::domain::catalogue::{Catalogue, Family, Key};
use guichet::domain::change::Change;
use guichet::domain::decide::{Context, decide};
use guichet::domain::engine::{Actor, actor_of};
use guichet::domain::id::{AdminId, ApplicationId, ContactId, GroupId, RoleId, SiteId, UserId, WorkspaceId};
use guichet::domain::plan::Plan;
use guichet::domain::policy::Allowance;
use guichet::domain::record::{
    Admin, Application, CommunicationOrder, Contact, Device, Group, Organisation, Role, Site, SoftphoneClient, User,
    Workspace,
};
use guichet::domain::refusal::{Class, Refusal, Stop};
use guichet::domain::time::Time;
use guichet::domain::value::{AccessType, Client, Formula, Level, Licence, OrderList, Source, Status, SupervisorLevel};
use serde_json::Value;

use crate::memory::Memory;

/// The sites.
pub const MTL: SiteId = SiteId(1);
pub const QC: SiteId = SiteId(2);
pub const LAV: SiteId = SiteId(3);

/// The records, with the catalogue in force.
#[derive(Clone)]
pub struct World {
    pub facts: Memory,
    pub catalogue: Arc<Catalogue>,
    pub now: Time,
}

impl std::fmt::Debug for World {
    /// What a counterexample needs to know: who is there besides those of the drawing.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let more = self.facts.admins.range(7..).map(|(_, admin)| guichet::domain::change::fields_of(admin));
        f.debug_list().entries(more.map(serde_json::Value::Object).map(|fields| fields.to_string())).finish()
    }
}

impl World {
    /// The organisation of the module's drawing.
    pub fn new() -> Self {
        let mut facts = Memory::default();
        places(&mut facts);
        roles(&mut facts);
        admins(&mut facts);
        users(&mut facts);
        contacts(&mut facts);
        facts.signed_in = facts.admins.values().map(|a| a.id).collect();
        Self { facts, catalogue: Arc::clone(Catalogue::builtin()), now: Time(1_700_000_000_000) }
    }

    /// Who acts, by user name, with the rights of now.
    pub fn actor(&self, username: &str) -> Actor {
        let actor = actor_of(&self.facts, &self.catalogue, self.admin(username).id);
        actor.expect("the memory always answers").expect("an administrator of this world")
    }

    pub fn context<'a>(&'a self, actor: &'a Actor) -> Context<'a> {
        Context { catalogue: &self.catalogue, actor, now: self.now, allowance: Allowance::default() }
    }

    /// What the door would answer to one Command or to a list of them.
    pub fn plan(&self, username: &str, commands: Value) -> Result<Plan, Refusal> {
        let list = if commands.is_array() { commands } else { Value::Array(vec![commands]) };
        let commands: Vec<_> = serde_json::from_value(list).expect("a Command as product.md writes it");
        match decide(&self.facts, self.context(&self.actor(username)), &commands) {
            Ok(plan) => Ok(plan),
            Err(Stop::Refused(refusal)) => Err(*refusal),
            Err(Stop::Broken(error)) => panic!("the memory always answers: {error:?}"),
        }
    }

    /// Applies what is not refused.
    #[track_caller]
    pub fn apply(&mut self, username: &str, commands: Value) -> Plan {
        let plan = self.plan(username, commands).unwrap_or_else(|refusal| panic!("refused: {refusal:?}"));
        self.facts.apply(&plan);
        plan
    }

    /// The refusal, which must come.
    #[track_caller]
    pub fn refusal(&self, username: &str, commands: Value) -> Refusal {
        self.plan(username, commands).expect_err("this has to be refused")
    }

    /// The code of the answer: `ok`, or that of the refusal.
    pub fn code(&self, username: &str, commands: Value) -> &'static str {
        self.plan(username, commands).map_or_else(|refusal| refusal.code(), |_| "ok")
    }

    /// The class of the answer; none where it is not refused.
    pub fn class(&self, username: &str, commands: Value) -> Option<Class> {
        self.plan(username, commands).err().map(|refusal| refusal.class())
    }

    pub fn admin(&self, username: &str) -> &Admin {
        self.facts.admins.values().find(|a| a.username == username).expect("an administrator of this world")
    }

    pub fn user(&self, name: &str) -> &User {
        self.facts.users.values().find(|u| u.display_name == name).expect("a user of this world")
    }

    pub fn contact(&self, name: &str) -> &Contact {
        self.facts.contacts.values().find(|c| c.name == name).expect("a contact of this world")
    }

    pub fn organisation(&mut self) -> &mut Organisation {
        self.facts.organisation.get_mut(&1).expect("there is one")
    }
}

/// The asked changes of a plan as `field: before -> after`, those that come by themselves with their cause.
pub fn read(plan: &Plan) -> Vec<String> {
    plan.changes.iter().filter(|c| !c.effect).map(read_change).collect()
}

/// The effects of a plan, each with whom it falls on.
pub fn effects(plan: &Plan) -> Vec<String> {
    plan.changes.iter().filter(|c| c.effect).map(|c| format!("{} {}", c.name, read_change(c))).collect()
}

fn read_change(change: &Change) -> String {
    let cause = change.cause.as_ref().map_or_else(String::new, |cause| format!(" ({})", cause.as_str()));
    format!("{}: {} -> {}{cause}", change.field_read(), change.before_read(), change.after_read())
}

/// A set of keys.
pub fn keys<const N: usize>(words: [&str; N]) -> BTreeSet<Key> {
    words.into_iter().map(Key::new).collect()
}

fn places(facts: &mut Memory) {
    facts.put(Organisation { name: "Acme".into(), plan: Formula::Enterprise, ..Organisation::default() });
    for (id, code, name) in [(MTL, "mtl", "Montréal"), (QC, "qc", "Québec"), (LAV, "lav-2", "Laval")] {
        facts.put(Site { id, code: code.into(), name: name.into(), ..Site::default() });
    }
    for (number, name) in [(1, "Support"), (2, "Night")] {
        facts.put(Group { id: GroupId(number), name: name.into(), ..Group::default() });
    }
    facts.put(Workspace { id: WorkspaceId(1), name: "Sales".into(), ..Workspace::default() });
    for (number, name, view_only) in [(1, "CRM", false), (2, "Contacts", true)] {
        let rights = vec!["read".into(), "write.all".into()];
        let id = ApplicationId(number);
        facts.put(Application { id, name: name.into(), rights, view_only, ..Application::default() });
    }
}

fn roles(facts: &mut Memory) {
    let standard =
        [(1, "Owner", Licence::Owner), (2, "Administrator", Licence::Administrator), (3, "Analyst", Licence::Analyst)];
    for (number, name, licence) in standard {
        let id = RoleId(number);
        facts.put(Role { id, name: name.into(), standard: true, licence, ..Role::default() });
    }
    let added = BTreeMap::from([(Key::new("tickets"), Level::Manage), (Key::new("contacts"), Level::View)]);
    let licence = Licence::Administrator;
    facts.put(Role { id: RoleId(4), name: "Desk".into(), licence, added, ..Role::default() });
    facts.put(Role { id: RoleId(5), name: "Deputy".into(), licence: Licence::Owner, ..Role::default() });
}

/// What marc and quentin hold.
const DESK: [&str; 6] = ["administrators", "users", "contacts", "site", "tickets", "notes"];

fn admins(facts: &mut Memory) {
    let everything: Vec<&str> = Catalogue::builtin().family(Family::Resource).map(|e| e.key.as_str()).collect();
    let manage = |words: &[&str]| {
        let held = words.iter().filter(|w| **w != "roles").map(|w| (Key::new(w), Level::Manage));
        held.collect::<BTreeMap<_, _>>()
    };
    let looks_on = DESK.iter().map(|w| (Key::new(w), Level::View)).collect();
    let list = [
        (1, "olga", None, BTreeMap::new(), vec![]),
        (2, "anna", Some(1), manage(&everything), vec![]),
        (3, "marc", Some(2), manage(&DESK), vec![MTL]),
        (4, "lea", Some(3), looks_on, vec![MTL]),
        (5, "nobody", Some(3), BTreeMap::new(), vec![]),
        (6, "quentin", Some(2), manage(&DESK), vec![QC]),
    ];
    for (number, username, parent, overrides, sites) in list {
        facts.put(Admin {
            id: AdminId(number),
            username: username.into(),
            parent: parent.map(AdminId),
            status: Status::Active,
            role: parent.is_none().then_some(RoleId(1)),
            overrides,
            sites: sites.into_iter().collect(),
            all_sites: number <= 2,
            first_name: username.into(),
            last_name: "Test".into(),
            email: format!("{username}@example.ca"),
            ..Admin::default()
        });
    }
}

fn pbx(number: i64, name: &str, email: Option<&str>, site: Option<SiteId>) -> User {
    let device = |suffix: &str, webrtc| Device { id: format!("PJSIP/{}{suffix}", 2100 + number), model: None, webrtc };
    User {
        id: UserId(number),
        display_name: name.into(),
        email: email.map(Into::into),
        extension: Some(format!("{}", 2100 + number)),
        site,
        source: Source::Pbx,
        status: Status::Active,
        access_type: AccessType::Essential,
        devices: vec![device("", false), device("w", true)],
        ..User::default()
    }
}

fn users(facts: &mut Memory) {
    let mtl = Some(MTL);
    facts.put(pbx(1, "Amélie Roy", Some("amelie.roy@example.ca"), mtl));
    facts.put(User {
        access_type: AccessType::Professional,
        permissions: keys(["web_access", "silent_monitor", "recording_playback"]),
        softphone: BTreeMap::from([(Client::Desktop, SoftphoneClient { device: Some("PJSIP/2102".into()) })]),
        groups: BTreeSet::from([GroupId(1)]),
        primary_group: Some(GroupId(1)),
        ..pbx(2, "Bruno Côté", Some("bruno@example.ca"), mtl)
    });
    let manual = User { id: UserId(3), display_name: "Chloé Vidal".into(), site: mtl, ..User::default() };
    facts.put(User { email: Some("chloe@example.ca".into()), ..manual });
    facts.put(pbx(4, "Denis Noël", Some("denis@example.ca"), Some(QC)));
    facts.put(pbx(5, "Emma Un", Some("Shared@example.ca"), mtl));
    facts.put(pbx(6, "Emma Deux", Some("shared@example.ca"), mtl));
    facts.put(pbx(7, "Sans Courriel", None, mtl));
    facts.put(pbx(8, "Sans Site", Some("nowhere@example.ca"), None));
    facts.put(pbx(9, "Marc Test", Some("MARC@example.ca"), mtl));
    facts.put(User {
        status: Status::Disabled,
        permissions: keys(["web_access"]),
        supervisor_level: SupervisorLevel::Reports,
        uc_client: true,
        ..pbx(10, "Farid Off", Some("farid@example.ca"), mtl)
    });
    facts.put(pbx(11, "Jean Tremblay", Some("jean.a@example.ca"), mtl));
    facts.put(pbx(12, "Jean Tremblay", Some("jean.b@example.ca"), mtl));
    facts.put(pbx(13, "Denis Noël", Some("denis.mtl@example.ca"), mtl));
    let free = User { id: UserId(15), display_name: "Inès Libre".into(), site: mtl, ..User::default() };
    facts.put(User { email: Some("ines@example.ca".into()), ..free });
    facts.put(pbx(14, "Hidden Twin", Some("chloe@example.ca"), Some(QC)));
}

fn contacts(facts: &mut Memory) {
    let list = [
        (1, "Alice", Some(MTL), keys(["administrator"])),
        (2, "Bob", Some(QC), keys([])),
        (3, "Carl", Some(MTL), keys([])),
    ];
    for (number, name, site, permissions) in list {
        let communications = if number == 1 { BTreeSet::from([OrderList::Technical]) } else { BTreeSet::new() };
        let emails = vec![format!("{}@example.ca", name.to_lowercase())];
        let id = ContactId(number);
        facts.put(Contact { id, name: name.into(), emails, site, permissions, communications, ..Contact::default() });
    }
    for (list, contacts) in [(OrderList::Technical, vec![ContactId(1)]), (OrderList::Financial, vec![])] {
        facts.put(CommunicationOrder { list, version: 0, contacts });
    }
}
