//! One property of a card: its name, its parameters, its value as written.

/// A property whose lines are joined.
pub(super) struct Property {
    pub line: u64,
    /// `item1` of `item1.TEL`, in lower case.
    pub group: Option<String>,
    /// In lower case.
    pub name: String,
    /// Types such as `work`, in lower case.
    pub types: Vec<String>,
    pub charset: Option<String>,
    pub quoted_printable: bool,
    /// Whether it is the one to take first.
    pub preferred: bool,
    pub value: String,
}

/// Properties that are read; the others are dropped with all their lines.
const READ: [&str; 15] = [
    "begin",
    "end",
    "version",
    "fn",
    "n",
    "org",
    "title",
    "tel",
    "email",
    "adr",
    "note",
    "categories",
    "uid",
    "kind",
    "x-addressbookserver-kind",
];

impl Property {
    /// Reads the head of a line, and what of its value stands on it; none where the line is no property.
    pub fn open(line: u64, text: &str) -> Option<Self> {
        let colon = outside_quotes(text, ':')?;
        let (head, value) = (&text[..colon], &text[colon + 1..]);
        let mut parts = split_outside_quotes(head, ';').into_iter();
        let full = parts.next()?.trim();
        let (group, name) = match full.rsplit_once('.') {
            Some((group, name)) => (Some(group.to_lowercase()), name),
            None => (None, full),
        };
        if name.is_empty() || name.contains(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_')) {
            return None;
        }
        let mut property = Self {
            line,
            group,
            name: name.to_lowercase(),
            types: Vec::new(),
            charset: None,
            quoted_printable: false,
            preferred: false,
            value: value.to_owned(),
        };
        parts.for_each(|parameter| property.parameter(parameter));
        Some(property)
    }

    fn parameter(&mut self, parameter: &str) {
        let (name, value) = parameter.split_once('=').unwrap_or(("type", parameter));
        let value = value.trim().trim_matches('"').to_lowercase();
        match name.trim().to_lowercase().as_str() {
            "type" => {
                for word in value.split(',').map(str::trim) {
                    match word {
                        "quoted-printable" => self.quoted_printable = true,
                        "pref" => self.preferred = true,
                        word => self.types.push(word.to_owned()),
                    }
                }
            }
            "encoding" => self.quoted_printable |= value == "quoted-printable",
            "charset" => self.charset = Some(value),
            "pref" => self.preferred |= value == "1",
            _ => {}
        }
    }

    /// Whether its value is read.
    pub fn is_read(&self) -> bool {
        READ.contains(&self.name.as_str()) || matches!(self.name.as_str(), "url" | "x-ablabel" | "agent")
    }

    /// Whether it is of a type.
    pub fn is(&self, word: &str) -> bool {
        self.types.iter().any(|known| known == word)
    }
}

/// The place of the first such character outside quotes.
fn outside_quotes(text: &str, wanted: char) -> Option<usize> {
    let mut quoted = false;
    text.char_indices().find_map(|(at, character)| {
        quoted ^= character == '"';
        (character == wanted && !quoted).then_some(at)
    })
}

fn split_outside_quotes(text: &str, wanted: char) -> Vec<&str> {
    let (mut parts, mut rest) = (Vec::new(), text);
    while let Some(at) = outside_quotes(rest, wanted) {
        parts.push(&rest[..at]);
        rest = &rest[at + wanted.len_utf8()..];
    }
    parts.push(rest);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_are_read_in_all_their_spellings() {
        for (text, types) in [
            ("TEL;WORK;VOICE:1", vec!["work", "voice"]),
            ("item1.tel;type=Work,voice:1", vec!["work", "voice"]),
            ("TEL;VALUE=uri;TYPE=\"work,voice\";PREF=1:tel:1;ext=2", vec!["work", "voice"]),
            ("TEL;X-A=\"a:b;c\";TYPE=work;TYPE=voice:1", vec!["work", "voice"]),
        ] {
            let property = Property::open(1, text).unwrap();
            assert_eq!(
                (property.name.as_str(), property.types),
                ("tel", types.into_iter().map(str::to_owned).collect())
            );
        }
        assert!(Property::open(1, "no colon").is_none());
        assert!(Property::open(1, "two words:x").is_none());
        assert!(Property::open(1, "N;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=C3").unwrap().quoted_printable);
    }
}
