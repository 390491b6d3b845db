//! The users: each follows from its number alone, so that a larger store begins with the users of a smaller one.

use std::collections::BTreeMap;

use super::dice::Dice;
use super::names::{Name, Names};
use super::places::{APPLICATIONS, DOMAIN, GROUPS, SITES, WORKSPACES, on_site};
use crate::domain::catalogue::Key;
use crate::domain::id::{ApplicationId, GroupId, RoleId, SiteId, UserId, WorkspaceId};
use crate::domain::record::{AppRight, Device, SoftphoneClient, User};
use crate::domain::time::Time;
use crate::domain::value::{AccessType, Client, Level, Source, Status, SupervisorLevel};

const DEPARTMENTS: [&str; 12] = [
    "Comptabilité",
    "Service à la clientèle",
    "Sales",
    "Support",
    "Ressources humaines",
    "Logistics",
    "Atelier",
    "Achats",
    "Marketing",
    "Direction",
    "Research",
    "Réception",
];
const POSITIONS: [&str; 14] = [
    "Agente",
    "Agent",
    "Team lead",
    "Chef d'équipe",
    "Technicienne",
    "Technician",
    "Analyst",
    "Conseillère",
    "Buyer",
    "Contremaître",
    "Receptionist",
    "Directrice",
    "Coordinator",
    "Ingénieur",
];
const MODELS: [&str; 6] =
    ["Polycom VVX 450", "Yealink T54W", "Cisco 8841", "Grandstream GRP2615", "Snom D785", "Aastra 6867i"];
const QUEUES: [&str; 6] = ["accueil", "ventes", "support", "facturation", "overflow", "night-desk"];
const AREAS: [&str; 6] = ["514", "418", "819", "416", "506", "438"];

/// Portal permissions, with how many of a hundred people with Web access have them.
const PERMISSIONS: [(&str, usize); 10] = [
    ("manage_users", 3),
    ("manage_billable_items", 1),
    ("client_settings", 3),
    ("manage_contact_directories", 6),
    ("workspace_administrator", 3),
    ("rest_api_administrator", 2),
    ("supervisor_agent_control", 6),
    ("silent_monitor", 4),
    ("webhooks_administrator", 1),
    ("recording_playback", 14),
];

/// Extensions begin here.
const FIRST_EXTENSION: u64 = 2001;
/// Where the throws for the softphones begin: apart from all others, so that one more or less moves nobody else.
const SOFTPHONES: u64 = 0x50f7;
/// Of so many people two share a mailbox: their desk's, not their own.
const SHARING: u64 = 300;
const DAY: i64 = 86_400_000;

/// Users without end.
pub(super) struct People {
    names: Names,
    permissions: [(Key, usize); 10],
    web_access: Key,
    /// When the story begins.
    begun: Time,
    next: u64,
}

impl People {
    pub(super) fn new(begun: Time) -> Self {
        Self {
            names: Names::default(),
            permissions: PERMISSIONS.map(|(key, odds)| (Key::new(key), odds)),
            web_access: Key::new("web_access"),
            begun,
            next: 0,
        }
    }
}

impl Iterator for People {
    type Item = User;

    fn next(&mut self) -> Option<User> {
        let index = self.next;
        self.next += 1;
        let mut dice = Dice::new(index);
        let french = dice.chance(58);
        let name = if index % 211 == 17 { self.names.next_long() } else { self.names.next(french) };
        let mut user = self.person(index, &name, &mut dice);
        match user.source {
            Source::Pbx => telephone(&mut user, index, &mut dice),
            Source::Manual => user.login = Some(name.mailbox),
        }
        self.licences(&mut user, index, &mut dice);
        belongings(&mut user, &mut dice);
        status(&mut user, &mut dice, self.begun);
        Some(user)
    }
}

impl People {
    fn person(&self, index: u64, name: &Name, dice: &mut Dice) -> User {
        let desk = index % SHARING;
        let email = match desk {
            7 | 8 => Some(format!("accueil{}@{DOMAIN}", index / SHARING + 1)),
            _ if dice.chance(4) => None,
            _ => Some(format!("{}@{DOMAIN}", name.mailbox)),
        };
        User {
            id: UserId(i64::try_from(index).unwrap_or(i64::MAX - 1) + 1),
            display_name: name.display(),
            first_name: Some(name.first.to_owned()),
            last_name: Some(name.last.to_owned()),
            position: dice.chance(70).then(|| (*dice.pick(&POSITIONS)).to_owned()),
            email,
            mobile: dice.chance(35).then(|| format!("+1 {} 555-{:04}", dice.pick(&AREAS), 100 + dice.below(100))),
            department: dice.chance(85).then(|| (*dice.pick(&DEPARTMENTS)).to_owned()),
            language: Some(if name.french { "fr-CA" } else { "en-CA" }.to_owned()),
            site: site(dice),
            source: if dice.chance(8) { Source::Manual } else { Source::Pbx },
            ..User::default()
        }
    }

    /// Licences and permissions, each with what it needs and what it brings (U-29 to U-60).
    fn licences(&self, user: &mut User, index: u64, dice: &mut Dice) {
        let own_mailbox = user.email.is_some() && !matches!(index % SHARING, 7 | 8);
        user.crm_addon = dice.chance(6);
        let pbx = user.source == Source::Pbx;
        if pbx {
            user.agent_addon = dice.chance(15);
        }
        if !own_mailbox {
            return;
        }
        if dice.chance(12) {
            user.supervisor_level = *dice.pick(&SupervisorLevel::ALL[1..]);
        }
        user.uc_client = pbx && dice.chance(22);
        if user.supervisor_level == SupervisorLevel::None && !user.uc_client && !dice.chance(18) {
            return;
        }
        user.permissions.insert(self.web_access.clone());
        for (key, odds) in &self.permissions {
            if dice.chance(*odds) {
                user.permissions.insert(key.clone());
            }
        }
        if user.uc_client && user.access_type == AccessType::Professional {
            softphone(user, &mut Dice::new(SOFTPHONES.wrapping_add(index)));
        }
    }
}

fn site(dice: &mut Dice) -> Option<SiteId> {
    // Half of them work at the first site; a few belong to none.
    let among = [0, 0, 0, 0, 0, 1, 1, 2, 3, 4];
    let at = *dice.pick(&among);
    if dice.chance(1) { None } else { Some(on_site(at % SITES.len())) }
}

fn telephone(user: &mut User, index: u64, dice: &mut Dice) {
    let extension = (FIRST_EXTENSION + index).to_string();
    user.access_type = if dice.chance(35) { AccessType::Professional } else { AccessType::Essential };
    let device = |id: String, model: Option<&str>, webrtc| Device { id, model: model.map(str::to_owned), webrtc };
    user.devices.push(device(["PJSIP/", &extension].concat(), Some(*dice.pick(&MODELS)), false));
    if dice.chance(20) {
        user.devices.push(device(["PJSIP/99", &extension].concat(), None, true));
    }
    user.extension = Some(extension);
}

/// A softphone for who may have one; now and then its device has gone (U-57), and the CRM client has a WebRTC device
/// (U-58).
fn softphone(user: &mut User, dice: &mut Dice) {
    if dice.chance(30) {
        return;
    }
    let browser = user.devices.iter().find(|device| device.webrtc).map(|device| device.id.clone());
    let any = browser.clone().or_else(|| user.devices.first().map(|device| device.id.clone()));
    let held = |device: Option<String>| SoftphoneClient { device };
    user.softphone = BTreeMap::from([(Client::Desktop, held(any.clone().filter(|_| !dice.chance(15))))]);
    if dice.chance(30) {
        user.softphone.insert(Client::Mobile, held(any));
    }
    if let Some(browser) = browser.filter(|_| user.crm_addon || dice.chance(40)) {
        user.crm_addon = true;
        user.softphone.insert(Client::Crm, held(Some(browser)));
    }
}

fn belongings(user: &mut User, dice: &mut Dice) {
    let group = |dice: &mut Dice| GroupId::from_number(number(dice.below(GROUPS.len())));
    let first = group(dice);
    user.groups.insert(first);
    if dice.chance(25) {
        user.groups.insert(group(dice));
    }
    user.primary_group = dice.chance(80).then_some(first);
    if dice.chance(12) {
        let workspace = WorkspaceId(number(dice.below(WORKSPACES.len())));
        user.workspaces.insert(workspace, if dice.chance(25) { Level::Manage } else { Level::View });
    }
    if dice.chance(40) {
        let at = dice.below(APPLICATIONS.len());
        let (application, rights) = (ApplicationId(number(at)), APPLICATIONS[at].rights);
        for right in &rights[..=dice.below(rights.len())] {
            user.applications.insert(AppRight { application, right: (*right).to_owned() });
        }
    }
    if user.agent_addon {
        user.queues.push((*dice.pick(&QUEUES)).to_owned());
    }
    // The standard Analyst, or one of the roles made here (U-06).
    user.role = dice.chance(2).then(|| RoleId([3, 4, 6][dice.below(3)]));
}

fn status(user: &mut User, dice: &mut Dice, begun: Time) {
    let at = dice.below(100);
    user.status = match user.source {
        Source::Pbx if at >= 4 => Status::Active,
        Source::Manual if at >= 45 => Status::Active,
        Source::Manual if at >= 5 => Status::Invited,
        _ => Status::Disabled,
    };
    // Of those made by hand, whoever is disabled was at work before.
    user.was_active = user.source == Source::Manual && user.status != Status::Invited;
    if user.status == Status::Disabled && user.source == Source::Pbx && dice.chance(50) {
        user.absent_since = Some(begun.plus(-DAY * (1 + number(dice.below(60)))));
    }
}

fn number(index: usize) -> i64 {
    i64::try_from(index).unwrap_or_default() + 1
}
