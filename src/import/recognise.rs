//! Recognises the format of a text by its content, never by its name.

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::format::Format;
use super::message::ReadError;
use super::signature;
use super::table::{DELIMITERS, first_record};

/// A recognised text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Recognised {
    pub format: Format,
    /// Delimiter, for CSV.
    pub delimiter: Option<u8>,
    /// Bytes before the header, which a `sep=` line takes.
    pub start: usize,
}

/// Refuses a table, which begins at that byte and has that delimiter, where a quote is never closed.
pub(super) type CheckQuotes<'c> = &'c dyn Fn(usize, u8) -> Result<(), ReadError>;

/// Whether the beginning of a text can only be that of a table: its header then tells which.
pub(super) fn is_table(text: &str) -> bool {
    let first = text.trim_start().lines().next().unwrap_or_default();
    !is_card(text)
        && !is_ldif(text)
        && !starts_with(first, "version:v1.0")
        && !first.starts_with(['[', ';', '#', '{', '<'])
}

/// Whether the beginning of a text is that of cards or of a directory, which are read line by line.
pub(super) fn is_by_lines(text: &str) -> bool {
    is_card(text) || is_ldif(text)
}

fn is_card(text: &str) -> bool {
    text.trim_start().lines().take(2).any(|line| starts_with(line.trim(), "begin:vcard"))
}

/// Recognises a decoded text; `delimiter` is the choice of the person. Of a table, of cards and
/// of a directory the beginning is enough.
pub(super) fn recognise(
    file: &str,
    text: &str,
    delimiter: Option<u8>,
    check_quotes: CheckQuotes<'_>,
) -> Result<Recognised, ReadError> {
    let plain = |format| Ok(Recognised { format, delimiter: None, start: 0 });
    let unknown = |kind| Err(ReadError::ContentUnknown { file: file.to_owned(), kind });
    let first = text.trim_start().lines().next().unwrap_or_default().trim_end();
    if is_card(text) {
        return plain(Format::Vcard);
    }
    if is_ldif(text) {
        return plain(if is_address_book(text) { Format::LdifContacts } else { Format::Ldif });
    }
    if starts_with(first, "version:v1.0") {
        return plain(Format::EntraTemplate);
    }
    if is_asterisk(text, first) {
        return plain(Format::AsteriskConf);
    }
    match first.bytes().next() {
        Some(b'{' | b'[') => json(text.trim_start()).map_or_else(|| unknown("JSON"), plain),
        Some(b'<') if is_freeswitch(text) => plain(Format::FreeSwitch),
        Some(b'<') => unknown("XML"),
        _ => csv(file, text, delimiter, check_quotes),
    }
}

fn starts_with(line: &str, lower: &str) -> bool {
    line.get(..lower.len()).is_some_and(|start| start.eq_ignore_ascii_case(lower))
}

fn is_ldif(text: &str) -> bool {
    let line = text.lines().find(|line| !line.trim().is_empty() && !line.starts_with('#')).unwrap_or_default();
    starts_with(line, "dn:") || line.trim_end() == "version: 1"
}

/// Tells whether the entries of a directory are those of a mail program.
fn is_address_book(text: &str) -> bool {
    text.lines().any(|line| {
        let value = line.split_once(':').filter(|(name, _)| name.eq_ignore_ascii_case("objectclass"));
        value.is_some_and(|(_, class)| class.trim().eq_ignore_ascii_case("mozillaAbPersonAlpha"))
    })
}

/// Recognises a section now, or later when the text begins as only such a file would.
fn is_asterisk(text: &str, first: &str) -> bool {
    let directive = ["#include", "#tryinclude", "#exec"].iter().any(|word| starts_with(first, word));
    is_section(first) || ((first.starts_with(';') || directive) && text.lines().any(|line| is_section(line.trim())))
}

fn is_section(line: &str) -> bool {
    let Some((name, rest)) = line.strip_prefix('[').and_then(|rest| rest.split_once(']')) else {
        return false;
    };
    let rest = rest.trim_start();
    !name.trim().is_empty()
        && !name.contains(['"', '{', '[', ','])
        && (rest.is_empty() || rest.starts_with('(') || rest.starts_with(';'))
}

fn is_freeswitch(text: &str) -> bool {
    // The root may stand after a declaration and comments; a user has an id.
    let root = ["<include", "<document", "<domain", "<user"].iter().any(|tag| text.contains(tag));
    root && (text.contains("<user id=") || text.contains("<domain name="))
}

/// The keys that tell JSON files apart; their values are skipped, not kept.
#[derive(Deserialize)]
struct Shape {
    realm: Option<IgnoredAny>,
    users: Option<IgnoredAny>,
    roles: Option<IgnoredAny>,
    #[serde(rename = "TicketNumber")]
    ticket_number: Option<IgnoredAny>,
    #[serde(rename = "TicketID")]
    ticket_id: Option<IgnoredAny>,
    number: Option<IgnoredAny>,
    title: Option<IgnoredAny>,
    state: Option<IgnoredAny>,
    state_id: Option<IgnoredAny>,
    model: Option<String>,
    pk: Option<IgnoredAny>,
    fields: Option<IgnoredAny>,
}

impl Shape {
    fn format(&self, in_array: bool) -> Option<Format> {
        if self.realm.is_some() && (self.users.is_some() || self.roles.is_some()) {
            Some(Format::KeycloakRealm)
        } else if self.ticket_number.is_some() || self.ticket_id.is_some() {
            Some(Format::OtrsTicket)
        } else if in_array
            && self.number.is_some()
            && self.title.is_some()
            && (self.state.is_some() || self.state_id.is_some())
        {
            Some(Format::ZammadTickets)
        } else {
            None
        }
    }

    fn is_ticket_model(&self) -> bool {
        self.pk.is_some()
            && self.fields.is_some()
            && self.model.as_ref().is_some_and(|model| model.ends_with(".ticket"))
    }
}

fn json(text: &str) -> Option<Format> {
    if text.starts_with('{') {
        return serde_json::from_str::<Shape>(text).ok()?.format(false);
    }
    let shapes: Vec<Shape> = serde_json::from_str(text).ok()?;
    if shapes.iter().any(Shape::is_ticket_model) {
        return Some(Format::DjangoHelpdesk);
    }
    shapes.first()?.format(true)
}

fn csv(file: &str, text: &str, chosen: Option<u8>, check_quotes: CheckQuotes<'_>) -> Result<Recognised, ReadError> {
    let (declared, start) = declared_delimiter(text);
    let body = &text[start..];
    let only = chosen.or(declared);
    let candidates: Vec<(u8, Vec<String>)> = DELIMITERS
        .into_iter()
        .filter(|delimiter| only.is_none_or(|only| only == *delimiter))
        .chain(only.filter(|only| !DELIMITERS.contains(only)))
        .map(|delimiter| (delimiter, first_record(body, delimiter)))
        .collect();
    let known =
        candidates.iter().filter_map(|(delimiter, names)| Some((*delimiter, names.len(), signature::find(names)?)));
    // Of two equals the first delimiter wins: `max_by_key` would give the last.
    if let Some((delimiter, _, format)) = known.rev().max_by_key(|(_, width, _)| *width) {
        check_quotes(start, delimiter)?;
        return Ok(Recognised { format, delimiter: Some(delimiter), start });
    }
    let Some((delimiter, names)) = candidates.iter().rev().max_by_key(|(_, names)| names.len()) else {
        return Err(ReadError::HeaderUnknown { file: file.to_owned() });
    };
    check_quotes(start, *delimiter)?;
    Err(match signature::nearest(names) {
        Some((format, missing)) => {
            ReadError::HeaderIncomplete { file: file.to_owned(), format: format.id(), missing: missing.join(", ") }
        }
        None => ReadError::HeaderUnknown { file: file.to_owned() },
    })
}

/// The names in the header of a table that the person maps by hand.
pub(super) fn header(text: &str, chosen: Option<u8>) -> Vec<String> {
    let (delimiter, start) = widest(text, chosen);
    first_record(&text[start..], delimiter)
}

/// The delimiter that makes the most columns, and where the table begins.
fn widest(text: &str, chosen: Option<u8>) -> (u8, usize) {
    let (declared, start) = declared_delimiter(text);
    let widest = || DELIMITERS.into_iter().rev().max_by_key(|d| first_record(&text[start..], *d).len());
    (chosen.or(declared).or_else(widest).unwrap_or(b','), start)
}

/// Finds header and delimiter of a table that the person maps by hand.
pub(super) fn table(
    text: &str,
    format: Format,
    chosen: Option<u8>,
    check_quotes: CheckQuotes<'_>,
) -> Result<Recognised, ReadError> {
    let (delimiter, start) = widest(text, chosen);
    check_quotes(start, delimiter)?;
    Ok(Recognised { format, delimiter: Some(delimiter), start })
}

/// Reads the line `sep=;` that spreadsheets write before the header.
fn declared_delimiter(text: &str) -> (Option<u8>, usize) {
    let (line, rest) = text.split_once('\n').unwrap_or((text, ""));
    let value = starts_with(line, "sep=").then(|| line[4..].trim_end_matches('"').as_bytes());
    match value {
        Some(&[delimiter]) if delimiter.is_ascii() && delimiter != b'"' => (Some(delimiter), text.len() - rest.len()),
        _ => (None, 0),
    }
}

/// Returns the number of the line where the header stands.
pub(super) fn first_line(start: usize) -> u64 {
    if start == 0 { 1 } else { 2 }
}

#[cfg(test)]
mod tests {
    use super::super::quote;
    use super::super::source::SourceFile;
    use super::*;

    fn found(text: &str, chosen: Option<u8>) -> Result<Recognised, ReadError> {
        let file = SourceFile::new("f", text);
        recognise("f", text, chosen, &|start, delimiter| {
            quote::check(&file, &text.as_bytes()[start..], first_line(start), delimiter, &|| false)
        })
    }

    fn id(text: &str) -> &'static str {
        match found(text, None) {
            Ok(found) => found.format.id(),
            Err(error) => error.code(),
        }
    }

    #[test]
    fn openings_give_the_format_away() {
        for (text, expected) in [
            ("begin:vcard\nEND:VCARD", "vcard"),
            ("ENCODING:UTF-8\nBEGIN:VCARD\n", "vcard"),
            ("# people\n\n# more\ndn: cn=a\n", "ldif"),
            ("version: 1\n\ndn: cn=a\n", "ldif"),
            ("version:v1.0\nName [displayName] Required\n", "entra-create-template"),
            ("[general]\n", "asterisk-conf"),
            ("[a](!)\n", "asterisk-conf"),
            ("; banner\n\n[a]\n", "asterisk-conf"),
            ("#include \"x.conf\"\n[a]\n", "asterisk-conf"),
            ("{\"realm\":\"x\",\"users\":[]}", "keycloak-realm"),
            ("[{\"realm\":\"x\",\"roles\":{}}]", "keycloak-realm"),
            ("{\"TicketNumber\":\"1\"}", "otrs-ticket"),
            ("[{\"number\":\"1\",\"title\":\"t\",\"state\":\"new\"}]", "zammad-tickets"),
            (
                "[{\"model\":\"a.queue\",\"pk\":1,\"fields\":{}},{\"model\":\"a.ticket\",\"pk\":1,\"fields\":{}}]",
                "django-helpdesk-dump",
            ),
            ("[1, 2]", "import.content_unknown"),
            ("{broken", "import.content_unknown"),
            ("<include>\n<user id=\"1\"/></include>", "freeswitch-directory"),
            ("<html></html>", "import.content_unknown"),
            ("DN,objectClass\n", "csvde"),
            ("a,b\n1,\"2", "import.quote_unterminated"),
            ("extension;tech\n", "import.header_incomplete"),
            ("extension;telephone\n", "import.header_unknown"),
        ] {
            assert_eq!(id(text), expected, "{text}");
        }
    }

    #[test]
    fn the_delimiter_is_the_one_that_makes_sense() {
        let found = |text, chosen| found(text, chosen).map(|r| (r.delimiter, r.start));
        assert_eq!(found("\"a;b\",extension,name,tech\n", None), Ok((Some(b','), 0)));
        assert_eq!(found("extension;name;tech\n", None), Ok((Some(b';'), 0)));
        assert_eq!(found("extension\tname\ttech\n", None), Ok((Some(b'\t'), 0)));
        assert_eq!(found("sep=|\nextension|name|tech\n", None), Ok((Some(b'|'), 6)));
        assert_eq!(found("Primary Email\n", None), Ok((Some(b','), 0)));
        assert!(found("extension;name;tech\n", Some(b',')).is_err());
    }
}
