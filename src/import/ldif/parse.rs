//! Splits a text into entries (RFC 2849, and what tools write): folded lines, comments anywhere, base64.

use std::borrow::Cow;
use std::collections::BTreeSet;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::super::limits;
use super::super::message::ReadError;
use super::super::secret::is_secret;
use super::entry::{Attribute, Entry, is_read};

/// What a text holds.
#[derive(Default)]
pub(super) struct Parsed {
    pub entries: Vec<Entry>,
    /// Attributes that are not read, and those that hold secrets.
    pub ignored: BTreeSet<String>,
    pub secrets: BTreeSet<String>,
}

/// Parses a file.
pub(super) fn parse(file: usize, name: &str, text: &str, stop: &dyn Fn() -> bool) -> Result<Parsed, ReadError> {
    let mut parsed = Parsed::default();
    let mut entry: Option<Entry> = None;
    for (count, (line, logical)) in Lines::new(text).enumerate() {
        if count.is_multiple_of(4096) && stop() {
            return Err(ReadError::Stopped);
        }
        let file_name = || name.to_owned();
        if logical.trim().is_empty() {
            parsed.entries.extend(entry.take());
            continue;
        }
        if logical.starts_with('#') {
            continue;
        }
        let Some((head, value)) = logical.split_once(':') else {
            return Err(ReadError::RecordUnreadable { file: file_name(), line });
        };
        let (attribute, optioned) = match head.split_once(';') {
            Some((attribute, _)) => (attribute.trim().to_lowercase(), true),
            None => (head.trim().to_lowercase(), false),
        };
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
        if !is_dn && !is_read(&attribute) {
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
            parsed.entries.extend(entry.take());
            if parsed.entries.len() as u64 >= limits::RECORDS {
                return Err(ReadError::TooManyRecords { file: file_name(), limit: limits::RECORDS });
            }
            entry = Some(Entry { file, line, dn: value, attributes: Vec::new() });
        } else if let Some(entry) = &mut entry {
            entry.attributes.push(Attribute { name: attribute, optioned, value });
        }
    }
    parsed.entries.extend(entry);
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

/// The lines of a text once folded ones are joined, each with the number of its first.
struct Lines<'t> {
    lines: std::iter::Peekable<std::iter::Zip<std::ops::RangeFrom<u64>, std::str::Split<'t, char>>>,
}

impl<'t> Lines<'t> {
    fn new(text: &'t str) -> Self {
        Self { lines: (1..).zip(text.split('\n')).peekable() }
    }
}

impl<'t> Iterator for Lines<'t> {
    type Item = (u64, Cow<'t, str>);

    fn next(&mut self) -> Option<Self::Item> {
        let (number, first) = self.lines.next()?;
        let mut line = Cow::Borrowed(first);
        // A comment inside an entry stands between lines, and not inside a folded one.
        while let Some((_, next)) = self.lines.peek()
            && let Some(rest) = next.strip_prefix(' ')
            && !line.is_empty()
        {
            line.to_mut().push_str(rest);
            self.lines.next();
        }
        Some((number, line))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(text: &str) -> Vec<Entry> {
        parse(0, "f", text, &|| false).unwrap().entries
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
        let parsed = parse(0, "f", text, &|| false).unwrap();
        assert!(parsed.entries[0].attributes.is_empty());
        assert_eq!(parsed.secrets.into_iter().collect::<Vec<_>>(), ["unicodepwd", "userpassword"]);
        assert_eq!(parsed.ignored.into_iter().collect::<Vec<_>>(), ["jpegphoto"]);
        let code = |text: &str| parse(0, "f", text, &|| false).err().unwrap().code();
        assert_eq!(code("dn: cn=A\nmail:< file:///etc/passwd\n"), "import.ldif_url");
        assert_eq!(code("dn: cn=A\nchangetype: modify\n"), "import.ldif_changes");
        assert_eq!(code("dn: cn=A\nno colon\n"), "import.record_unreadable");
    }
}
