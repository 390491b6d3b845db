//! Groups of a directory: who is in which, and whom no file holds.

use std::collections::{HashMap, HashSet};

use super::super::message::Caution;
use super::super::place::Place;
use super::super::reading::Reading;
use super::super::value::quoted;
use super::dn::normal;
use super::entry::{Entry, EntryKind};

/// The groups of a set, by member.
pub(super) struct Groups {
    by_dn: HashMap<String, Vec<String>>,
    by_uid: HashMap<String, Vec<String>>,
    /// Groups with members who are in no file: file, line, name, how many.
    unknown: Vec<(usize, u64, String, usize)>,
}

impl Groups {
    /// Gathers the groups of all entries.
    pub fn gather(entries: &[Entry]) -> Self {
        let people: HashSet<String> = entries.iter().map(|entry| normal(&entry.dn)).collect();
        let uids: HashSet<&str> = entries.iter().filter_map(|entry| entry.first(&["uid"])).collect();
        let mut groups = Self { by_dn: HashMap::new(), by_uid: HashMap::new(), unknown: Vec::new() };
        for entry in entries.iter().filter(|entry| entry.kind() == EntryKind::Group) {
            let Some(name) = entry.first(&["cn", "displayname"]) else { continue };
            let mut unknown = 0;
            for member in entry.all("member").into_iter().chain(entry.all("uniquemember")) {
                let dn = normal(member);
                unknown += usize::from(!people.contains(&dn));
                groups.by_dn.entry(dn).or_default().push(name.to_owned());
            }
            for uid in entry.all("memberuid") {
                unknown += usize::from(!uids.contains(uid));
                groups.by_uid.entry(uid.to_owned()).or_default().push(name.to_owned());
            }
            if unknown > 0 {
                groups.unknown.push((entry.file, entry.line, name.to_owned(), unknown));
            }
        }
        groups
    }

    /// Returns the groups of a person, each once.
    pub fn of(&self, entry: &Entry) -> Vec<String> {
        let by_dn = self.by_dn.get(&normal(&entry.dn)).into_iter().flatten().cloned();
        let by_uid = entry.first(&["uid"]).and_then(|uid| self.by_uid.get(uid)).into_iter().flatten().cloned();
        let own = entry.all("memberof").into_iter().map(first_name);
        let mut names: Vec<String> = Vec::new();
        for name in by_dn.chain(by_uid).chain(own) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// Warns of members whom no file holds.
    pub fn report(self, reading: &mut Reading) {
        for (file, line, group, count) in self.unknown {
            reading.warn(Place::line(file, line), Caution::MembersUnknown { group: quoted(&group), count });
        }
    }
}

/// The name of a group as its distinguished name begins.
fn first_name(dn: &str) -> String {
    let first = dn.split(',').next().unwrap_or(dn);
    first.split_once('=').map_or(first, |(_, value)| value).trim().to_owned()
}
