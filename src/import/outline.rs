//! The columns of a list that no signature knows, each with a value, for who says what they are.

use super::bytes;
use super::encoding::Encoding;
use super::message::ReadError;
use super::opened::{BEGINNING, text_from};
use super::reading::ReadOptions;
use super::recognise::{self, first_line};
use super::source::SourceFile;
use super::table::Table;
use super::value::{is_no_value, trim};
use super::{Format, quote};

/// How many rows are looked at for a value.
const ROWS: usize = 100;
/// How much of a value is shown, in characters.
const VALUE: usize = 80;

/// What a list looks like before anybody knows what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    /// Encoding the text was read with.
    pub encoding: Encoding,
    /// Delimiter of its columns.
    pub delimiter: u8,
    /// Its columns, in their order.
    pub columns: Vec<OutlinedColumn>,
}

/// A column, with the first value in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutlinedColumn {
    /// Its name, or `#` and its number.
    pub name: String,
    /// Whether it holds secrets: it has no value here, and cannot be mapped.
    pub secret: bool,
    /// The first value, shortened; empty where none was found.
    pub value: String,
}

/// Reads the beginning of a list. `headless`: its first line is a record, no header.
///
/// # Errors
/// What keeps the file from being read as a table.
pub fn outline(
    file: &SourceFile,
    options: &ReadOptions,
    headless: bool,
    stop: &dyn Fn() -> bool,
) -> Result<Outline, ReadError> {
    let decoded = bytes::decode(file, options.encoding, stop)?;
    let text = decoded.beginning(BEGINNING)?;
    let check_quotes = |start: usize, delimiter: u8| {
        let rest = text_from(&decoded, &text, false, start).map_err(|error| bytes::unreadable(file, &error))?;
        quote::check(file, rest, first_line(start), delimiter, stop)
    };
    let found = recognise::table(&text, Format::MappedPeople, options.delimiter, &check_quotes)?;
    let delimiter = found.delimiter.unwrap_or(b',');
    let rest = text_from(&decoded, &text, false, found.start).map_err(|error| bytes::unreadable(file, &error))?;
    let open = if headless { Table::open_headless } else { Table::open };
    let mut table = open(&file.name, rest, first_line(found.start), delimiter)?;
    let names = table.header.names().to_vec();
    let readable: Vec<_> = (0..names.len()).map(|index| table.header.take(index)).collect();
    let mut columns: Vec<OutlinedColumn> = names
        .into_iter()
        .zip(&readable)
        .map(|(name, column)| OutlinedColumn { name, secret: column.is_none(), value: String::new() })
        .collect();
    for _ in 0..ROWS {
        let Some((_, row)) = table.next_row(stop)? else { break };
        for (outlined, column) in columns.iter_mut().zip(&readable) {
            let Some(column) = column.filter(|_| outlined.value.is_empty()) else { continue };
            let value = row.get(column);
            let value = trim(&value, false);
            if !is_no_value(value) {
                outlined.value = value.chars().take(VALUE).collect();
            }
        }
    }
    // What has no name cannot be named.
    columns.retain(|column| !column.name.is_empty());
    Ok(Outline { encoding: decoded.encoding, delimiter, columns })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_column_has_its_first_value_and_secrets_have_none() {
        let file = SourceFile::new("f", "Nom;Poste;;Mot de passe;Password\nAda;;x;1;hush\nBob;12;y;2;hush\n");
        let found = outline(&file, &ReadOptions::default(), false, &|| false).unwrap();
        assert_eq!(found.delimiter, b';');
        let seen: Vec<_> = found.columns.iter().map(|c| (c.name.as_str(), c.value.as_str(), c.secret)).collect();
        assert_eq!(
            seen,
            [("nom", "Ada", false), ("poste", "12", false), ("mot de passe", "", true), ("password", "", true)]
        );
        let found = outline(&file, &ReadOptions::default(), true, &|| false).unwrap();
        assert_eq!((found.columns[1].name.as_str(), found.columns[1].value.as_str()), ("#2", "Poste"));
    }
}
