//! Groups of the User Manager of FreePBX: each row names its members, who stand in the list of users.

use super::cells::Cells;
use super::groups::Group;
use super::message::{Caution, ReadError, Refusal};
use super::place::{Place, Refused, Warning};
use super::reading::{Reading, refuse};
use super::table::Table;
use super::value::{Cleaner, quoted};

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
        let mut group = || -> Result<(Group, String), Refused> {
            let title = cells.line(name)?.ok_or_else(|| cells.refuse(name, Refusal::NameMissing))?;
            Ok((Group { file, line, name: title }, cells.line(users)?.unwrap_or_default()))
        };
        match group() {
            Ok((group, members)) => reading.groups.add(group, &members),
            Err(refused) => refuse(&mut reading.refused, refused)?,
        }
    }
    Ok(())
}

/// Warns of members whom no file holds, once everybody is read.
pub(super) fn report(reading: &mut Reading) {
    let unknown = reading.groups.unknown(|member| reading.people.has_key(member));
    reading.warnings.extend(unknown.map(|(group, count)| {
        let caution = Caution::MembersUnknown { group: quoted(&group.name), count };
        Warning { place: Place::line(group.file, group.line), caution }
    }));
}
