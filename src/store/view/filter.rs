//! Filters as people type them: words, and `field:value` terms.

use crate::domain::norm::fold;

/// One `field:value` term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The field.
    pub field: String,
    /// The value, folded.
    pub value: String,
}

/// A filter: rows that have all the words and meet all the terms.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Folded words; three letters and more anywhere, one and two at the start of a word.
    pub words: Vec<String>,
    /// The terms.
    pub terms: Vec<Term>,
}

impl Filter {
    /// Reads what was typed. A term whose field is none of `fields` is taken as a word.
    pub fn parse(text: &str, fields: &[&str]) -> Self {
        let mut filter = Self::default();
        for part in pieces(text) {
            match part.split_once(':') {
                Some((field, value)) if fields.contains(&field) && !value.is_empty() => {
                    filter.terms.push(Term { field: field.to_owned(), value: fold(value) });
                }
                _ => filter.words.extend(fold(&part).split(' ').filter(|w| !w.is_empty()).map(str::to_owned)),
            }
        }
        filter
    }

    /// The terms as they were typed, whatever their fields: a word of letters, a colon, a folded value.
    pub fn typed_terms(text: &str) -> Vec<(String, String)> {
        let is_field = |field: &str| !field.is_empty() && field.chars().all(|c| c.is_ascii_lowercase());
        let pieces = pieces(text);
        let terms = pieces.iter().filter_map(|piece| piece.split_once(':')).filter(|(field, _)| is_field(field));
        terms.map(|(field, value)| (field.to_owned(), fold(value))).collect()
    }

    /// Whether it lets everything through.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.terms.is_empty()
    }
}

/// Splits at blanks, but not within quotes: `site:"rive sud"` is one piece.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut quoted = false;
    for c in text.chars() {
        match c {
            '"' => quoted = !quoted,
            c if c.is_whitespace() && !quoted => pieces.push(String::new()),
            c => {
                if let Some(last) = pieces.last_mut() {
                    last.push(c);
                }
            }
        }
    }
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_terms_are_told_apart() {
        let filter = Filter::parse("Érable site:MTL \"status:disabled\" foo:bar", &["site", "status"]);
        assert_eq!(filter.words, ["erable", "foo:bar"]);
        let terms: Vec<_> = filter.terms.iter().map(|t| (t.field.as_str(), t.value.as_str())).collect();
        assert_eq!(terms, [("site", "mtl"), ("status", "disabled")]);
    }

    #[test]
    fn quotes_keep_blanks_in_a_value() {
        let filter = Filter::parse("site:\"Rive Sud\"", &["site"]);
        assert_eq!(filter.terms[0].value, "rive sud");
    }
}
