//! A mapping of columns by hand, for lists of people that no signature knows; kept under a name.

use super::family::Nature;

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

/// Which column is which field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    /// The name that it is kept under, which is also the default name of the feed.
    pub name: String,
    /// Users of a telephone system, or people of a directory.
    pub nature: Nature,
    /// Field and column, in the order given.
    pub columns: Vec<(&'static str, String)>,
}

impl Mapping {
    /// Reads `NAME:users:extension=Poste,display_name=Nom` (or `people` in place of `users`).
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, ':');
        let (name, nature, columns) = (parts.next()?.trim(), parts.next()?.trim(), parts.next()?);
        let nature = match nature {
            "users" => Nature::Telephones,
            "people" => Nature::Directory,
            _ => return None,
        };
        let pair = |pair: &str| {
            let (field, column) = pair.split_once('=')?;
            let field = FIELDS.into_iter().find(|known| *known == field.trim())?;
            Some((field, column.trim().to_owned())).filter(|(_, column)| !column.is_empty())
        };
        let columns: Vec<_> = columns.split(',').map(pair).collect::<Option<_>>()?;
        let named = columns.iter().any(|(field, _)| field.ends_with("name"));
        (named && !name.is_empty()).then(|| Self { name: name.to_owned(), nature, columns })
    }
}

impl std::fmt::Display for Mapping {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let nature = if self.nature == Nature::Telephones { "users" } else { "people" };
        let columns: Vec<String> = self.columns.iter().map(|(field, column)| format!("{field}={column}")).collect();
        write!(f, "{}:{nature}:{}", self.name, columns.join(","))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mapping_reads_as_it_is_written() {
        let text = "alcatel:users:extension=N° de poste,display_name=Nom,email=Courriel";
        assert_eq!(Mapping::parse(text).unwrap().to_string(), text);
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
}
