//! Groups of the User Manager of FreePBX: each row names its members, who stand in the list of users.

use std::collections::HashSet;

use super::cells::Cells;
use super::message::{Caution, ReadError, Refusal};
use super::reading::{Place, Reading, Refused};
use super::table::Table;
use super::value::{Cleaner, quoted};

/// A group with its members.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupRow {
    /// Index of the file in the reading.
    pub file: usize,
    /// Line where the row begins.
    pub line: u64,
    /// Name of the group.
    pub name: String,
    /// User names of its members.
    pub members: Vec<String>,
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
        let mut group = || -> Result<GroupRow, Refused> {
            let title = cells.line(name)?.ok_or_else(|| cells.refuse(name, Refusal::NameMissing))?;
            let members = cells.line(users)?.unwrap_or_default();
            let members = members.split(',').map(str::trim).filter(|member| !member.is_empty()).map(str::to_owned);
            Ok(GroupRow { file, line, name: title, members: members.collect() })
        };
        match group() {
            Ok(group) => reading.groups.push(group),
            Err(refused) => reading.refused.push(refused),
        }
    }
    Ok(())
}

/// Shows each person the groups that name them, and warns of members whom no file holds.
pub(super) fn attach(reading: &mut Reading) {
    let groups = std::mem::take(&mut reading.groups);
    for group in groups {
        let mut left: HashSet<&str> = group.members.iter().map(String::as_str).collect();
        for person in &mut reading.people {
            if left.remove(person.key.as_str()) {
                person.shown.push(("groups".to_owned(), group.name.clone()));
            }
        }
        if !left.is_empty() {
            let caution = Caution::MembersUnknown { group: quoted(&group.name), count: left.len() };
            reading.warn(Place::line(group.file, group.line), caution);
        }
    }
}
