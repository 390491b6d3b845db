//! Splits a text into entries (RFC 2849, and what tools write): folded lines, comments anywhere, base64.

use std::collections::BTreeSet;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::super::limits;
use super::super::lines::Lines;
use super::super::message::ReadError;
use super::super::secret::is_secret;
use super::entry::{Attribute, Entry, known};

/// What a text holds.
#[derive(Default)]
pub(super) struct Parsed {
    pub entries: Vec<Entry>,
    /// Attributes that are not read, and those that hold secrets.
    pub ignored: BTreeSet<String>,
    pub secrets: BTreeSet<String>,
}

impl Parsed {
    /// Keeps an entry, where there is room left for it: groups name members of any place, so all are held.
    pub fn keep(&mut self, entry: Entry, file: &str, room: &mut usize) -> Result<(), ReadError> {
        let limit = limits::ENTRIES / limits::MIB;
        let left = room.checked_sub(entry.held());
        *room = left.ok_or_else(|| ReadError::TextsTooLarge { file: file.to_owned(), limit })?;
        self.entries.push(entry);
        Ok(())
    }
}

/// Parses a file.
pub(super) fn parse(
    file: usize,
    mut text: Lines<'_>,
    room: &mut usize,
    stop: &dyn Fn() -> bool,
) -> Result<Parsed, ReadError> {
    let mut parsed = Parsed::default();
    let mut entry: Option<Entry> = None;
    let name = text.file().to_owned();
    let mut count: u64 = 0;
    while let Some((line, logical)) = unfolded(&mut text)? {
        if count.is_multiple_of(4096) && stop() {
            return Err(ReadError::Stopped);
        }
        count += 1;
        let file_name = || name.clone();
        if logical.trim().is_empty() {
            entry.take().map(|entry| parsed.keep(entry, &name, room)).transpose()?;
            continue;
        }
        if logical.starts_with('#') {
            continue;
        }
        let Some((head, value)) = logical.split_once(':') else {
            return Err(ReadError::RecordUnreadable { file: file_name(), line });
        };
        let (attribute, optioned) = name_of(head);
        if attribute == "changetype" && !value.trim().eq_ignore_ascii_case("add") {
            return Err(ReadError::LdifChanges { file: file_name(), line });
        }
        if value.starts_with('<') {
            return Err(ReadError::LdifUrl { file: file_name(), line });
        }
        let is_dn = attribute == "dn";
        if !is_dn && is_secret(&attribute) {
            parsed.secrets.insert(attribute);
            continue;
        }
        let read = known(&attribute);
        if !is_dn && read.is_none() {
            if !matches!(attribute.as_str(), "version" | "changetype") {
                parsed.ignored.insert(attribute);
            }
            continue;
        }
        if value.len() > limits::FIELD {
            let (column, limit) = (attribute, limits::FIELD / limits::KIB);
            return Err(ReadError::FieldTooLong { file: file_name(), line, column, limit });
        }
        let Some(value) = decoded(&attribute, value) else { continue };
        if is_dn {
            entry.take().map(|entry| parsed.keep(entry, &name, room)).transpose()?;
            if parsed.entries.len() as u64 >= limits::RECORDS {
                return Err(ReadError::TooManyRecords { file: file_name(), limit: limits::RECORDS });
            }
            entry = Some(Entry { file, line, dn: value, attributes: Vec::new() });
        } else if let (Some(entry), Some(name)) = (&mut entry, read) {
            entry.attributes.push(Attribute { name, optioned, value });
        }
    }
    entry.map(|entry| parsed.keep(entry, &name, room)).transpose()?;
    Ok(parsed)
}

/// The value of a line behind its first colon; what is no text is dropped, but for the identity of an object.
fn decoded(attribute: &str, value: &str) -> Option<String> {
    let Some(coded) = value.strip_prefix(':') else { return Some(value.trim().to_owned()) };
    let bytes = STANDARD.decode(coded.trim()).ok()?;
    if attribute == "objectguid" {
        return Some(super::super::hex(&bytes));
    }
    String::from_utf8(bytes).ok().map(|text| text.replace("\r\n", "\n"))
}

/// Takes the next line once folded ones are joined, with the number of its first. Of what is not read no more than the
/// first is kept: pictures are dropped while they are read.
fn unfolded(lines: &mut Lines<'_>) -> Result<Option<(u64, String)>, ReadError> {
    let Some((number, mut line)) = lines.next()? else { return Ok(None) };
    let (keeps, value) = match line.find(':') {
        Some(colon) => (keeps(&name_of(&line[..colon]).0), colon + 1),
        None => (true, 0),
    };
    // A comment inside an entry stands between lines, and not inside a folded one.
    while !line.is_empty()
        && let Some(next) = lines.peek()?
        && let Some(rest) = next.strip_prefix(' ')
    {
        // What is longer than a value may be is found out by its length; the rest of it is of no use.
        if keeps && line.len() - value <= limits::FIELD {
            line.push_str(rest);
        }
        lines.next()?;
    }
    Ok(Some((number, line)))
}

/// The name of an attribute in lower case, and whether it came with an option.
fn name_of(head: &str) -> (String, bool) {
    match head.split_once(';') {
        Some((attribute, _)) => (attribute.trim().to_lowercase(), true),
        None => (head.trim().to_lowercase(), false),
    }
}

/// Whether the value of an attribute is looked at.
fn keeps(attribute: &str) -> bool {
    matches!(attribute, "dn" | "changetype" | "version") || (known(attribute).is_some() && !is_secret(attribute))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Result<Parsed, ReadError> {
        parse(0, Lines::new("f", Box::new(text.as_bytes())), &mut { limits::ENTRIES }, &|| false)
    }

    fn entries(text: &str) -> Vec<Entry> {
        parsed(text).unwrap().entries
    }

    #[test]
    fn lines_are_unfolded_and_comments_left_out() {
        let found = entries(
            "version: 1\n# a\n  b\ndn: cn=A,dc\n =x\n#c\nsn:: IEplbnNlbiA=\ncn;lang-fr: Z\ncn: Y\n\n\ndn:cn=B\n",
        );
        assert_eq!(found.iter().map(|e| (e.line, e.dn.as_str())).collect::<Vec<_>>(), [(4, "cn=A,dc=x"), (12, "cn=B")]);
        assert_eq!((found[0].all("sn"), found[0].all("cn")), (vec![" Jensen "], vec!["Y"]));
    }

    #[test]
    fn secrets_pictures_and_addresses_of_files_are_never_kept() {
        let text = "dn: cn=A\nuserPassword: hush\njpegPhoto:: AAAA\nmail:: gP8=\nunicodePwd:: aHVzaA==\n";
        let parsed = parsed(text).unwrap();
        assert!(parsed.entries[0].attributes.is_empty());
        assert_eq!(parsed.secrets.into_iter().collect::<Vec<_>>(), ["unicodepwd", "userpassword"]);
        assert_eq!(parsed.ignored.into_iter().collect::<Vec<_>>(), ["jpegphoto"]);
        let code = |text: &str| super::tests::parsed(text).err().unwrap().code();
        assert_eq!(code("dn: cn=A\nmail:< file:///etc/passwd\n"), "import.ldif_url");
        assert_eq!(code("dn: cn=A\nchangetype: modify\n"), "import.ldif_changes");
        assert_eq!(code("dn: cn=A\nno colon\n"), "import.record_unreadable");
    }
}
