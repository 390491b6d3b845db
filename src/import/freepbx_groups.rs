//! Groups of the User Manager of FreePBX: each row names its members, who stand in the list of users.

use std::collections::HashMap;

use super::cells::Cells;
use super::message::{Caution, ReadError, Refusal};
use super::reading::{Place, Reading, Refused, Warning};
use super::table::Table;
use super::value::{Cleaner, quoted};

/// The groups of a list of their own, by the user name of each member.
#[derive(Debug, Default)]
pub struct Groups {
    rows: Vec<Row>,
    /// Of each user name, the places of its groups among the rows.
    of: HashMap<String, Vec<usize>>,
}

/// A group.
#[derive(Debug)]
struct Row {
    /// Index of the file in the reading.
    file: usize,
    /// Line where the row begins.
    line: u64,
    name: String,
}

impl Groups {
    /// The groups that name somebody.
    pub fn of(&self, username: &str) -> impl Iterator<Item = &str> {
        let places = self.of.get(username).into_iter().flatten();
        places.filter_map(|place| Some(self.rows.get(*place)?.name.as_str()))
    }

    fn add(&mut self, row: Row, members: &str) {
        let place = self.rows.len();
        self.rows.push(row);
        for member in members.split(',').map(str::trim).filter(|member| !member.is_empty()) {
            let places = self.of.entry(member.to_owned()).or_default();
            if places.last() != Some(&place) {
                places.push(place);
            }
        }
    }
}

/// Reads every row of the table.
pub(super) fn read(
    table: &mut Table<'_>,
    file: usize,
    cleaner: &mut Cleaner,
    reading: &mut Reading,
    stop: &dyn Fn() -> bool,
) -> Result<(), ReadError> {
    let (name, users) = (table.header.column("groupname"), table.header.column("users"));
    while let Some((line, row)) = table.next_row(stop)? {
        let mut cells = Cells { row, file, line, cleaner, warnings: Vec::new() };
        let mut group = || -> Result<(Row, String), Refused> {
            let title = cells.line(name)?.ok_or_else(|| cells.refuse(name, Refusal::NameMissing))?;
            Ok((Row { file, line, name: title }, cells.line(users)?.unwrap_or_default()))
        };
        match group() {
            Ok((group, members)) => reading.groups.add(group, &members),
            Err(refused) => reading.refused.push(refused),
        }
    }
    Ok(())
}

/// Warns of members whom no file holds, once everybody is read.
pub(super) fn report(reading: &mut Reading) {
    let groups = &reading.groups;
    let mut unknown = vec![0; groups.rows.len()];
    for (_, places) in groups.of.iter().filter(|(member, _)| !reading.people.has_key(member)) {
        places.iter().for_each(|place| unknown[*place] += 1);
    }
    for (row, count) in groups.rows.iter().zip(unknown).filter(|(_, count)| *count > 0) {
        let caution = Caution::MembersUnknown { group: quoted(&row.name), count };
        reading.warnings.push(Warning { place: Place::line(row.file, row.line), caution });
    }
}
