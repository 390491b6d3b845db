//! Groups that a list of their own gives to people.

use std::collections::HashMap;

/// The groups of a list of their own, by the user name of each member.
#[derive(Debug, Default)]
pub struct Groups {
    rows: Vec<Group>,
    /// Of each user name, the places of its groups among the rows.
    of: HashMap<String, Vec<usize>>,
}

/// A group.
#[derive(Debug)]
pub(super) struct Group {
    /// Index of the file in the reading.
    pub file: usize,
    /// Line where the row begins.
    pub line: u64,
    /// What it is called.
    pub name: String,
}

impl Groups {
    /// The groups that name somebody.
    pub fn of(&self, username: &str) -> impl Iterator<Item = &str> {
        let places = self.of.get(username).into_iter().flatten();
        places.filter_map(|place| Some(self.rows.get(*place)?.name.as_str()))
    }

    /// Adds a group with its members, between commas.
    pub(super) fn add(&mut self, row: Group, members: &str) {
        let place = self.rows.len();
        self.rows.push(row);
        for member in members.split(',').map(str::trim).filter(|member| !member.is_empty()) {
            let places = self.of.entry(member.to_owned()).or_default();
            if places.last() != Some(&place) {
                places.push(place);
            }
        }
    }

    /// The groups that name somebody who is not known, each with how many.
    pub(super) fn unknown(&self, known: impl Fn(&str) -> bool) -> impl Iterator<Item = (&Group, usize)> {
        let mut unknown = vec![0; self.rows.len()];
        for (_, places) in self.of.iter().filter(|(member, _)| !known(member)) {
            places.iter().for_each(|place| unknown[*place] += 1);
        }
        self.rows.iter().zip(unknown).filter(|(_, count)| *count > 0)
    }
}
