//! Text as search and comparison see it.

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

use super::chars;

/// Returns the NFC form: one spelling for each accented letter.
pub fn nfc(text: &str) -> String {
    ComposingNormalizerBorrowed::new_nfc().normalize(text).into_owned()
}

/// Returns the NFKC form: as [`nfc`], and look-alike letters (full-width, ligatures) become the plain ones.
pub(crate) fn nfkc(text: &str) -> String {
    ComposingNormalizerBorrowed::new_nfkc().normalize(text).into_owned()
}

/// Returns the text with the case of its letters ignored: two texts that differ by case alone give the same result.
pub fn case_fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    // Down, up, down again: the way up writes ß and ﬁ in full, the way down settles final sigma and ẞ.
    text.chars().flat_map(char::to_lowercase).flat_map(char::to_uppercase).flat_map(char::to_lowercase).collect()
}

/// Folds a text for search: accents and case ignored, ligatures written in full, runs of blanks made one space, none
/// at the ends.
///
/// Data and queries are folded by this same function, so that `oeuvre` finds `Œuvre` and `l'ile` finds `L’Île`.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    if text.is_ascii() {
        text.chars().for_each(|c| push(&mut folded, c.to_ascii_lowercase()));
    } else {
        let decomposer = DecomposingNormalizerBorrowed::new_nfkd();
        for character in decomposer.normalize_iter(text.chars()).flat_map(char::to_lowercase) {
            push_wide(&mut folded, character);
        }
    }
    if folded.ends_with(' ') {
        folded.pop();
    }
    folded
}

fn push(folded: &mut String, character: char) {
    if !character.is_whitespace() {
        folded.push(character);
    } else if !folded.is_empty() && !folded.ends_with(' ') {
        folded.push(' ');
    }
}

fn push_wide(folded: &mut String, character: char) {
    match character {
        'œ' => folded.push_str("oe"),
        'æ' => folded.push_str("ae"),
        'ß' => folded.push_str("ss"),
        'þ' => folded.push_str("th"),
        'ø' => folded.push('o'),
        'ł' => folded.push('l'),
        'đ' | 'ð' => folded.push('d'),
        'ħ' => folded.push('h'),
        'ı' => folded.push('i'),
        'ς' => folded.push('σ'),
        '‘' | '’' | 'ʼ' => folded.push('\''),
        '\u{2010}' | '–' | '—' => folded.push('-'),
        c if chars::is_mark(c) || chars::is_hidden(c) => {}
        c => push(folded, c),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn accents_case_and_ligatures_are_ignored() {
        for (text, folded) in [
            ("Œuvre  Æsir", "oeuvre aesir"),
            ("ÉCOLE\u{a0}Côté", "ecole cote"),
            ("e\u{301}te\u{301}", "ete"),
            ("Straße Łódź Đorđe Søren", "strasse lodz dorde soren"),
            ("L’Île‑aux‑Noix", "l'ile-aux-noix"),
            ("  Jean\t Roy ", "jean roy"),
            ("ﬁn ＡＢＣ İstanbul", "fin abc istanbul"),
            ("a\u{200b}b\u{ad}c", "abc"),
            ("日本 Ελλάς", "日本 ελλασ"),
            ("", ""),
            (" \u{a0} ", ""),
        ] {
            assert_eq!(fold(text), folded, "{text:?}");
        }
    }

    #[test]
    fn case_fold_makes_upper_and_lower_the_same() {
        for (upper, lower) in [("STRASSE", "straße"), ("ẞ", "ss"), ("ΣΑΣ", "σας"), ("É", "é")] {
            assert_eq!(case_fold(upper), case_fold(lower));
        }
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,24}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn the_short_way_of_ascii_gives_the_same(text in "[ -~]{0,24}") {
            let long = fold(&format!("{text}\u{301}"));
            prop_assert_eq!(fold(&text), long);
        }
    }
}
