//! Names of one line and notes of several.

use super::{NormError, chars, nfc};

/// Checks a name of one line and returns it trimmed, in NFC, with every blank made a plain space.
///
/// # Errors
/// Empty, longer than `max` characters, with a control or hidden character, or with nothing visible.
pub fn check_name(text: &str, max: usize) -> Result<String, NormError> {
    let name = clean(text, |_| false)?;
    finish(name, max)
}

/// Checks a text of several lines and returns it trimmed, in NFC; `CR LF` and `CR` become `LF`, tabs stay.
///
/// An empty text is accepted: whether a note is required is for its field to say.
///
/// # Errors
/// Longer than `max` characters, with a control or hidden character, or with nothing visible.
pub fn check_text(text: &str, max: usize) -> Result<String, NormError> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let text = clean(&text, |c| matches!(c, '\n' | '\t'))?;
    if text.trim().is_empty() { Ok(String::new()) } else { finish(text, max) }
}

fn finish(text: String, max: usize) -> Result<String, NormError> {
    let text = nfc(text.trim());
    if text.is_empty() {
        Err(NormError::Empty)
    } else if text.chars().count() > max {
        Err(NormError::TooLong { max })
    } else if text.chars().all(|c| c.is_whitespace() || chars::is_mark(c) || chars::is_hidden(c)) {
        Err(NormError::NothingVisible)
    } else {
        Ok(text)
    }
}

/// Drops what may be dropped, makes blanks plain and refuses the rest of what cannot be seen.
pub(super) fn clean(text: &str, allowed: impl Fn(char) -> bool) -> Result<String, NormError> {
    let mut cleaned = String::with_capacity(text.len());
    let (mut line, mut column) = (1, 0);
    let mut before = None;
    let mut rest = text.chars().peekable();
    while let Some(character) = rest.next() {
        column += 1;
        if allowed(character) {
            cleaned.push(character);
            if character == '\n' {
                (line, column) = (line + 1, 0);
            }
        } else if chars::is_control(character) {
            return Err(NormError::ControlCharacter { character, line, column });
        } else if chars::is_dropped(character) {
            continue;
        } else if chars::is_hidden(character) && !chars::joins_emoji(before, character, rest.peek().copied()) {
            return Err(NormError::HiddenCharacter { character, line, column });
        } else {
            cleaned.push(if chars::is_blank(character) { ' ' } else { character });
        }
        before = Some(character);
    }
    Ok(cleaned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(result: Result<String, NormError>) -> &'static str {
        result.map_or_else(|error| error.code(), |_| "accepted")
    }

    #[test]
    fn a_name_is_trimmed_and_composed() {
        assert_eq!(check_name(" \u{a0}Zoe\u{301}\u{a0}Roy ", 80).unwrap(), "Zoé Roy");
        assert_eq!(check_name("So\u{ad}phie\u{200b}\u{feff}", 80).unwrap(), "Sophie");
        assert_eq!(check_name("👩🏽\u{200d}🔧 Léa", 80).unwrap(), "👩🏽\u{200d}🔧 Léa");
    }

    #[test]
    fn s_71_control_characters_are_refused_with_their_place() {
        for character in ['\0', '\t', '\n', '\r', '\u{1b}', '\u{7f}', '\u{85}', '\u{9b}', '\u{2028}'] {
            let refused = check_name(&format!("ab{character}c"), 80);
            assert_eq!(refused, Err(NormError::ControlCharacter { character, line: 1, column: 3 }));
        }
        let refused = check_text("one\ntw\0", 80);
        assert_eq!(refused, Err(NormError::ControlCharacter { character: '\0', line: 2, column: 3 }));
    }

    #[test]
    fn s_82_hidden_characters_are_refused() {
        for text in ["a\u{202e}b", "a\u{2066}b", "a\u{200d}b", "a\u{e0041}", "\u{3164}", "a\u{e000}", "\u{2800}"] {
            assert_eq!(code(check_name(text, 80)), "name.hidden_character", "{text:?}");
            assert_eq!(code(check_text(text, 80)), "name.hidden_character", "{text:?}");
        }
    }

    #[test]
    fn s_82_a_name_of_nothing_visible_is_refused() {
        assert_eq!(code(check_name("  ", 80)), "name.empty");
        assert_eq!(code(check_name("\u{ad}\u{200b}", 80)), "name.empty");
        assert_eq!(code(check_name("\u{301}\u{302}", 80)), "name.nothing_visible");
    }

    #[test]
    fn the_limit_counts_characters() {
        assert_eq!(code(check_name(&"é".repeat(80), 80)), "accepted");
        assert_eq!(check_name(&"é".repeat(81), 80), Err(NormError::TooLong { max: 80 }));
    }

    #[test]
    fn a_note_keeps_its_lines() {
        assert_eq!(check_text("a\r\nb\rc\td \n", 80).unwrap(), "a\nb\nc\td");
        assert_eq!(check_text(" \n ", 80).unwrap(), "");
    }
}
