//! A filter in the words of the reader: `état:actif` is what `status:active` is.

use super::super::super::desk::Desk;
use crate::domain::norm::fold;
use crate::service::view::{List, terms_of};
use crate::text::Texts;

/// The filter with its fields and values by their own names, where they were typed as the screen has them.
pub(super) fn meant(desk: &Desk, list: List, typed: &str) -> String {
    typed.split_inclusive(char::is_whitespace).map(|piece| term(desk, list, piece)).collect()
}

fn term(desk: &Desk, list: List, piece: &str) -> String {
    let texts = &desk.look.texts;
    let Some((typed, rest)) = piece.split_once(':') else { return piece.to_owned() };
    let folded = fold(typed);
    let fields = terms_of(list);
    let named = |field: &&&str| ["col", "field"].iter().any(|family| is(texts, family, field, &folded));
    let Some(field) = fields.iter().find(|field| **field == typed).or_else(|| fields.iter().find(named)) else {
        return piece.to_owned();
    };
    let value = rest.trim_end();
    let blank = &rest[value.len()..];
    let said = fold(value.trim_matches('"'));
    let known = desk.console.term_values(list, field).unwrap_or_default();
    let same = |known: &&String| family(list, field).is_some_and(|family| is(texts, family, known, &said));
    let value = if known.contains(&said) { None } else { known.iter().find(same) };
    format!("{field}:{}{blank}", value.map_or(rest.trim_end(), String::as_str))
}

/// Whether a word of a family is called that, case and accents aside.
fn is(texts: &Texts, family: &str, word: &str, folded: &str) -> bool {
    texts.has(&format!("{family}-{word}")) && fold(texts.word(family, word).as_str()) == folded
}

/// The family of the words for the values of a field.
fn family(list: List, field: &str) -> Option<&'static str> {
    Some(match (list, field) {
        (List::Tickets, "status") => "ticket-status",
        (List::Tickets, "kind") => "ticket-kind",
        (_, "status") => "status",
        (_, "source") => "source",
        (_, "access") => "access-type",
        (_, "level") => "supervisor-level",
        (_, "licence") => "licence",
        (_, "priority") => "priority",
        (_, "order") => "order",
        (_, "service") => "service",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::super::super::overlay::testing::desk;
    use super::super::super::super::testing::{EN, FR};
    use super::*;

    #[test]
    fn fields_and_values_are_understood_as_the_screen_has_them() {
        let (_dir, french) = desk(FR);
        for (typed, means) in [
            ("roy État:Désactivé", "roy status:disabled"),
            ("état:act", "status:act"),
            ("status:active site:mtl", "status:active site:mtl"),
            ("niveau:analytics x:y", "level:analytics x:y"),
            ("accès:professionnel  été", "access:professional  été"),
        ] {
            assert_eq!(meant(&french, List::Users, typed), means, "{typed}");
        }
        assert_eq!(meant(&french, List::Tickets, "état:ouvert priorité:haute"), "status:open priority:high");
        let (_dir, english) = desk(EN);
        assert_eq!(meant(&english, List::Users, "Status:Disabled"), "status:Disabled");
    }
}
