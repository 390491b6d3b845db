//! CSVDE, the table that Active Directory exports: a row an entry, several values joined by `;`.

use super::super::message::ReadError;
use super::super::table::Table;
use super::entry::{Attribute, Entry, known};
use super::parse::Parsed;

/// Attributes of several values.
const SEVERAL: [&str; 5] = ["objectclass", "memberof", "member", "othertelephone", "proxyaddresses"];

/// Parses a table.
pub(super) fn parse(
    file: usize,
    file_name: &str,
    mut table: Table<'_>,
    room: &mut usize,
    stop: &dyn Fn() -> bool,
) -> Result<Parsed, ReadError> {
    let names: Vec<String> = table.header.names().to_vec();
    let read = |name: &str| if name == "dn" { Some("dn") } else { known(name) };
    let wanted: Vec<_> = names.iter().enumerate().filter_map(|(index, name)| Some((index, read(name)?))).collect();
    let columns: Vec<_> =
        wanted.into_iter().filter_map(|(index, name)| Some((name, table.header.take(index)?))).collect();
    let mut parsed = Parsed::default();
    while let Some((line, row)) = table.next_row(stop)? {
        let mut entry = Entry { file, line, ..Entry::default() };
        for (name, column) in columns.iter().copied() {
            let cell = row.get(column);
            let cell = cell.trim();
            let binary = cell.strip_prefix("X'").and_then(|rest| rest.strip_suffix('\''));
            let mut push = |value: &str| {
                entry.attributes.push(Attribute { name, optioned: false, value: value.to_owned() });
            };
            match binary {
                _ if cell.is_empty() => {}
                Some(hex) if name == "objectguid" => push(&hex.to_lowercase()),
                Some(_) => {}
                None if name == "dn" => cell.clone_into(&mut entry.dn),
                None if SEVERAL.contains(&name) => cell.split(';').for_each(push),
                None => push(cell),
            }
        }
        parsed.keep(entry, file_name, room)?;
    }
    parsed.secrets = table.header.secrets().into_iter().collect();
    parsed.ignored = table.header.ignored().into_iter().collect();
    Ok(parsed)
}
