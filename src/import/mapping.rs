//! A mapping of columns by hand, for lists of people that no signature knows; kept under a name.

use std::fmt::{self, Write as _};

use super::family::Nature;
use super::value::header_name;

/// The fields that a column can be mapped to.
pub const FIELDS: [&str; 12] = [
    "key",
    "display_name",
    "first_name",
    "last_name",
    "extension",
    "email",
    "mobile",
    "phone",
    "department",
    "position",
    "language",
    "groups",
];

/// Names of columns that give their field away, in both languages.
const USUAL: [(&str, &[&str]); 11] = [
    ("display_name", &["name", "full name", "display name", "nom complet", "nom affiché", "nom et prénom"]),
    ("first_name", &["first name", "firstname", "given name", "prénom", "prenom"]),
    ("last_name", &["last name", "lastname", "surname", "family name", "nom", "nom de famille"]),
    ("extension", &["extension", "ext", "ext.", "poste", "n° de poste", "numéro interne", "numéro de poste"]),
    ("email", &["email", "e-mail", "mail", "email address", "e-mail address", "courriel", "adresse électronique"]),
    ("mobile", &["mobile", "mobile phone", "cell", "cell phone", "portable", "cellulaire", "tél. mobile"]),
    ("phone", &["phone", "phone number", "telephone", "work phone", "téléphone", "tél.", "tel"]),
    ("department", &["department", "dept", "service", "département"]),
    ("position", &["title", "job title", "position", "fonction", "titre", "poste occupé"]),
    ("language", &["language", "lang", "langue"]),
    ("groups", &["group", "groups", "groupe", "groupes", "équipe"]),
];

/// Which column is which field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    /// The name that it is kept under, which is also the default name of the feed.
    pub name: String,
    /// Users of a telephone system, or people of a directory.
    pub nature: Nature,
    /// Field and column, in the order given. A column without a name is `#` and its number, from 1.
    pub columns: Vec<(&'static str, String)>,
}

impl Mapping {
    /// Reads `NAME:users:extension=Poste,display_name=Nom` (or `people` in place of `users`); a `,` in the name of a
    /// column has a `\` before it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, ':');
        let (name, nature, columns) = (parts.next()?.trim(), parts.next()?.trim(), parts.next()?);
        let nature = match nature {
            "users" => Nature::Telephones,
            "people" => Nature::Directory,
            _ => return None,
        };
        let pair = |pair: String| {
            let (field, column) = pair.split_once('=')?;
            let field = FIELDS.into_iter().find(|known| *known == field.trim())?;
            Some((field, column.trim().to_owned())).filter(|(_, column)| !column.is_empty())
        };
        let columns: Vec<_> = split(columns).into_iter().map(pair).collect::<Option<_>>()?;
        let mapping = Self { name: name.to_owned(), nature, columns };
        (mapping.names_people() && !name.is_empty()).then_some(mapping)
    }

    /// Whether a column tells what people are called, without which nobody is read.
    #[must_use]
    pub fn names_people(&self) -> bool {
        self.columns.iter().any(|(field, _)| field.ends_with("name"))
    }

    /// Whether the first line of its files is a record, no header: all columns are known by their numbers.
    #[must_use]
    pub fn is_headless(&self) -> bool {
        !self.columns.is_empty() && self.columns.iter().all(|(_, column)| number_of(column).is_some())
    }

    /// Whether a header has all its columns.
    pub(super) fn fits(&self, names: &[String]) -> bool {
        let has = |column: &str| names.contains(&header_name(column));
        !self.is_headless() && self.columns.iter().all(|(_, column)| has(column))
    }
}

/// The field that a column most likely holds, by its name.
#[must_use]
pub fn usual_field(column: &str) -> Option<&'static str> {
    let column = header_name(column).replace('_', " ");
    USUAL.iter().find(|(_, names)| names.contains(&column.as_str())).map(|(field, _)| *field)
}

/// The name of a column that has none, by its place from 0.
pub(super) fn numbered(index: usize) -> String {
    format!("#{}", index + 1)
}

fn number_of(column: &str) -> Option<usize> {
    column.strip_prefix('#')?.parse().ok()
}

/// Parts a list at its commas, but those after a `\`.
fn split(list: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut characters = list.chars();
    while let Some(character) = characters.next() {
        let Some(part) = parts.last_mut() else { break };
        match character {
            ',' => parts.push(String::new()),
            '\\' => part.extend(characters.next()),
            character => part.push(character),
        }
    }
    parts
}

impl fmt::Display for Mapping {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let nature = if self.nature == Nature::Telephones { "users" } else { "people" };
        write!(f, "{}:{nature}:", self.name)?;
        for (index, (field, column)) in self.columns.iter().enumerate() {
            let comma = if index == 0 { "" } else { "," };
            write!(f, "{comma}{field}=")?;
            for character in column.chars() {
                if matches!(character, ',' | '\\') {
                    f.write_char('\\')?;
                }
                f.write_char(character)?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mapping_reads_as_it_is_written() {
        for text in [
            "alcatel:users:extension=N° de poste,display_name=Nom,email=Courriel",
            r"liste:people:display_name=Nom\, prénom,email=a\\b=c",
            "sans:users:extension=#1,last_name=#3",
        ] {
            assert_eq!(Mapping::parse(text).unwrap().to_string(), text);
        }
        for wrong in [
            "",
            "a",
            "a:users:",
            "a:users:extension=",
            "a:users:secret=x,last_name=y",
            "a:x:last_name=y",
            ":users:last_name=y",
            "a:users:extension=x",
        ] {
            assert_eq!(Mapping::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn columns_are_known_by_their_usual_names_and_numbers() {
        for (column, field) in [("Prénom", "first_name"), ("E-Mail", "email"), ("N° de poste", "extension")] {
            assert_eq!(usual_field(column), Some(field), "{column}");
        }
        assert_eq!(usual_field("first_name"), Some("first_name"));
        assert_eq!(usual_field("secret"), None);
        assert!(USUAL.iter().all(|(field, _)| FIELDS.contains(field)));
        let headless = |text: &str| Mapping::parse(text).unwrap().is_headless();
        assert!(headless("a:users:extension=#1,last_name=#2") && !headless("a:users:extension=#1,last_name=Nom"));
    }
}
