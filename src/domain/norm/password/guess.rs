//! What a person guesses first: the embedded list, names, repeats and walks along the keyboard.
//!
//! All functions take the folded password: lower case, no accents.

use std::collections::HashSet;
use std::sync::LazyLock;

static COMMON: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    include_str!("../../../../assets/passwords.txt").lines().filter(|line| !line.starts_with('#')).collect()
});

/// The longest unit whose repetition counts as simple, in characters.
const LONGEST_UNIT: usize = 8;
/// The fewest keys that make a walk.
const SHORTEST_WALK: usize = 3;

/// Says whether a password is in the list, as it is or once digits and signs at its ends, blanks, letters written as
/// digits, or its repetition are taken away.
pub(super) fn is_common(folded: &str) -> bool {
    let mut forms = vec![folded.to_owned(), folded.chars().filter(|c| c.is_alphanumeric()).collect()];
    let core = folded.trim_matches(|c: char| !c.is_alphabetic());
    forms.push(core.to_owned());
    // A sign may stand for the first or the last letter: look at the core with and without the ends.
    for text in [core, folded, folded.trim_end_matches(|c: char| !c.is_alphabetic())] {
        let letters = unmask(text);
        let inner: String = letters.chars().filter(|c| c.is_alphabetic()).collect();
        forms.extend([letters, inner]);
    }
    forms.iter().any(|form| COMMON.contains(form.as_str()) || COMMON.contains(unit(form)))
}

/// Says whether the letters of a password are those of the names and nothing else.
pub(super) fn is_made_of_names(folded: &str, names: &[&str]) -> bool {
    let mut parts: Vec<String> = Vec::new();
    for name in names {
        let name = super::fold(name);
        parts.push(letters(&name));
        parts.extend(name.split(|c: char| !c.is_alphabetic()).map(str::to_owned));
    }
    parts.retain(|part| part.chars().count() > 1);
    is_made_of(&letters(folded), &parts) || is_made_of(&letters(&unmask(folded)), &parts)
}

/// Says whether a password repeats a short unit, has three different characters or fewer, or is made of walks along
/// the alphabet, the digits or the keyboard and of repeats.
pub(super) fn is_pattern(folded: &str) -> bool {
    let characters: Vec<char> = folded.chars().filter(|c| *c != ' ').collect();
    let distinct: HashSet<char> = characters.iter().copied().collect();
    distinct.len() <= 3
        || period(&characters) <= LONGEST_UNIT.min(characters.len() / 2)
        || is_made_of_walks(&characters)
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphabetic()).collect()
}

/// Puts back the letters that digits and signs stand for.
fn unmask(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '0' => 'o',
            '1' | '!' | '|' => 'i',
            '3' | '€' => 'e',
            '4' | '@' => 'a',
            '5' | '$' => 's',
            '7' | '+' => 't',
            c => c,
        })
        .collect()
}

/// Returns the shortest text whose whole repetition is `text`.
fn unit(text: &str) -> &str {
    (1..=text.len() / 2)
        .filter(|length| text.len().is_multiple_of(*length))
        .filter_map(|length| text.get(..length))
        .find(|unit| text.split(unit).all(str::is_empty))
        .unwrap_or(text)
}

fn is_made_of(text: &str, parts: &[String]) -> bool {
    let mut reached = vec![false; text.len() + 1];
    reached[0] = true;
    for start in 0..text.len() {
        if reached[start] {
            let rest = &text[start..];
            for part in parts.iter().filter(|part| rest.starts_with(part.as_str())) {
                reached[start + part.len()] = true;
            }
        }
    }
    !text.is_empty() && reached[text.len()]
}

/// Returns the least distance at which the text repeats itself; the last repetition may be cut short.
fn period(characters: &[char]) -> usize {
    let repeats_at = |distance: &usize| characters.iter().zip(characters.iter().skip(*distance)).all(|(a, b)| a == b);
    (1..characters.len()).find(repeats_at).unwrap_or(characters.len())
}

fn is_made_of_walks(characters: &[char]) -> bool {
    let mut rest = characters;
    while !rest.is_empty() {
        let length = walk(rest);
        if length < SHORTEST_WALK {
            return false;
        }
        rest = &rest[length..];
    }
    true
}

/// Returns how many characters from the start lie on one row, either way, or are the same.
fn walk(characters: &[char]) -> usize {
    const ROWS: [&str; 22] = [
        "abcdefghijklmnopqrstuvwxyz",
        "01234567890",
        "12345678901234567890",
        "qwertyuiop",
        "asdfghjkl",
        "zxcvbnm",
        "azertyuiop",
        "qsdfghjklm",
        "wxcvbn",
        "qwertzuiop",
        "yxcvbnm",
        "1qaz",
        "2wsx",
        "3edc",
        "4rfv",
        "5tgb",
        "6yhn",
        "7ujm",
        "1aqw",
        "2zsx",
        "!@#$%^&*()",
        "&é\"'(-è_çà)",
    ];
    let same = characters.iter().take_while(|c| Some(*c) == characters.first()).count();
    let along = |row: &mut dyn Iterator<Item = char>| -> usize {
        let row: Vec<char> = row.collect();
        (0..row.len())
            .map(|start| row[start..].iter().zip(characters).take_while(|(a, b)| a == b).count())
            .max()
            .unwrap_or(0)
    };
    ROWS.iter().map(|row| along(&mut row.chars()).max(along(&mut row.chars().rev()))).max().unwrap_or(0).max(same)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_long_sorted_and_folded() {
        let lines: Vec<&str> =
            include_str!("../../../../assets/passwords.txt").lines().filter(|line| !line.starts_with('#')).collect();
        assert!(lines.len() >= 10_000, "{}", lines.len());
        assert!(lines.is_sorted_by(|a, b| a < b));
        for line in lines {
            assert!(line.len() >= 8 && super::super::fold(line) == line, "{line}");
        }
    }

    #[test]
    fn units_and_periods() {
        assert_eq!(unit("abcabc"), "abc");
        assert_eq!(unit("abcab"), "abcab");
        assert_eq!(unit("éé"), "é");
        assert_eq!(period(&['a', 'b', 'a', 'b', 'a']), 2);
        assert_eq!(period(&['a', 'b']), 2);
    }

    #[test]
    fn only_names_is_found_without_losing_characters() {
        assert!(is_made_of_names("ete 2026 σσ ete", &["Été", "ΣΣ"]));
        assert!(!is_made_of_names("20262026", &["zoe"]));
        assert!(!is_made_of_names("zoe lanterne", &["zoe"]));
    }
}
