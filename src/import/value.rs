//! Values made fit to keep: trimmed, composed (NFC), free of characters that would act on a terminal.

use std::borrow::Cow;

use icu_normalizer::{ComposingNormalizer, ComposingNormalizerBorrowed};

use super::message::Refusal;

/// Cleans the values of one file and counts the invisible characters it drops.
pub(super) struct Cleaner {
    nfc: ComposingNormalizerBorrowed<'static>,
    /// Invisible characters dropped so far.
    pub dropped: u64,
}

impl Cleaner {
    pub fn new() -> Self {
        Self { nfc: ComposingNormalizer::new_nfc(), dropped: 0 }
    }

    /// Cleans a value of one line; `None` is "no value".
    pub fn line<'v>(&mut self, raw: &'v str) -> Result<Option<Cow<'v, str>>, Refusal> {
        self.clean(raw, false)
    }

    /// Cleans a value that may hold tabs and several lines, such as a note.
    pub fn text<'v>(&mut self, raw: &'v str) -> Result<Option<Cow<'v, str>>, Refusal> {
        self.clean(raw, true)
    }

    fn clean<'v>(&mut self, raw: &'v str, multiline: bool) -> Result<Option<Cow<'v, str>>, Refusal> {
        let trimmed = trim(raw, multiline);
        let value = if trimmed.is_ascii() {
            Cow::Borrowed(trimmed)
        } else {
            match self.visible(trimmed) {
                Cow::Borrowed(visible) => self.nfc.normalize(trim(visible, multiline)),
                Cow::Owned(visible) => Cow::Owned(self.nfc.normalize(trim(&visible, multiline)).into_owned()),
            }
        };
        if let Some(character) = value.chars().find(|&c| c.is_control() && !(multiline && matches!(c, '\t' | '\n'))) {
            return Err(Refusal::ControlCharacter { character: code_point(character) });
        }
        if !multiline
            && !value.is_ascii()
            && let Some(character) = value.chars().find(|&c| turns_direction(c))
        {
            return Err(Refusal::DirectionControl { character: code_point(character) });
        }
        Ok(Some(value).filter(|value| !is_no_value(value)))
    }

    /// Drops the soft hyphen, the zero-width space and the stray byte order mark (S-71), and nothing else.
    fn visible<'v>(&mut self, value: &'v str) -> Cow<'v, str> {
        let invisible = |c: char| matches!(c, '\u{AD}' | '\u{200B}' | '\u{FEFF}');
        if !value.contains(invisible) {
            return Cow::Borrowed(value);
        }
        let before = value.chars().count();
        let kept: String = value.chars().filter(|&c| !invisible(c)).collect();
        self.dropped += (before - kept.chars().count()) as u64;
        Cow::Owned(kept)
    }
}

/// Trims spaces, no-break spaces included; a tab or line end is a blank only where several lines are allowed.
pub(super) fn trim(value: &str, multiline: bool) -> &str {
    value.trim_matches(|c| matches!(c, ' ' | '\u{A0}' | '\u{202F}') || (multiline && matches!(c, '\t' | '\n')))
}

/// Tells whether a trimmed value is one of the ways to say "none".
pub(super) fn is_no_value(value: &str) -> bool {
    matches!(value, "" | "NULL" | "\\N" | "(null)")
}

/// Tells whether a name begins like a formula of a spreadsheet.
pub(super) fn looks_like_formula(name: &str) -> bool {
    name.starts_with(['=', '+', '-', '@'])
}

/// Normalises a column name for comparison: quotes off, lower case, one blank for many, `'` for `’`.
pub(super) fn header_name(raw: &str) -> String {
    let bare = raw.trim().trim_start_matches('\u{FEFF}').trim_matches(|c: char| c == '"' || c.is_whitespace());
    let mut name = String::with_capacity(bare.len());
    for word in bare.split(|c: char| c.is_whitespace()).filter(|word| !word.is_empty()) {
        if !name.is_empty() {
            name.push(' ');
        }
        name.extend(word.chars().map(|c| if c == '\u{2019}' { '\'' } else { c }).flat_map(char::to_lowercase));
    }
    if name.is_ascii() { name } else { ComposingNormalizer::new_nfc().normalize(&name).into_owned() }
}

/// Cuts a value that is quoted in a message.
pub(super) fn quoted(value: &str) -> String {
    const SHOWN: usize = 60;
    match value.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &value[..end]),
        None => value.to_owned(),
    }
}

fn turns_direction(c: char) -> bool {
    matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

fn code_point(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(raw: &str) -> Option<String> {
        Cleaner::new().line(raw).unwrap().map(Cow::into_owned)
    }

    #[test]
    fn blanks_and_the_words_for_none_are_no_value() {
        for raw in ["", "  ", "\u{A0}\u{202F} ", "NULL", " \\N ", "(null)", "\u{200B}"] {
            assert_eq!(line(raw), None, "{raw:?}");
        }
        assert_eq!(line("Null").as_deref(), Some("Null"), "a family name");
        assert_eq!(line("-").as_deref(), Some("-"));
    }

    #[test]
    fn decomposed_letters_are_composed() {
        assert_eq!(line(" E\u{301}loi\u{308}se\u{A0}").as_deref(), Some("Éloïse"));
    }

    #[test]
    fn s71_control_characters_are_refused_and_never_removed() {
        for raw in ["a\x1B[2J", "a\0", "\tname", "two\nlines", "a\u{7F}", "a\u{85}"] {
            assert!(matches!(Cleaner::new().line(raw), Err(Refusal::ControlCharacter { .. })), "{raw:?}");
        }
        assert!(
            matches!(Cleaner::new().text("a\nb\x1B"), Err(Refusal::ControlCharacter { character }) if character == "U+001B")
        );
        assert_eq!(Cleaner::new().text("a\n\tb\n").unwrap().as_deref(), Some("a\n\tb"));
    }

    #[test]
    fn s71_only_three_invisible_characters_are_dropped_and_counted() {
        let mut cleaner = Cleaner::new();
        assert_eq!(cleaner.line("a\u{AD}b\u{200B}c\u{FEFF}").unwrap().as_deref(), Some("abc"));
        assert_eq!(cleaner.dropped, 3);
        assert_eq!(cleaner.line("👩\u{200D}🔧").unwrap().as_deref(), Some("👩\u{200D}🔧"));
        assert_eq!(cleaner.dropped, 3);
    }

    #[test]
    fn s82_direction_controls_are_refused_in_names() {
        assert!(matches!(Cleaner::new().line("a\u{202E}b"), Err(Refusal::DirectionControl { .. })));
        assert!(Cleaner::new().text("a\u{202E}b").is_ok());
    }

    #[test]
    fn column_names_are_compared_without_their_dress() {
        assert_eq!(header_name("\u{FEFF}\"E-mail  Address\" "), "e-mail address");
        assert_eq!(header_name("Téléphone de l\u{2019}assistant(e)"), "téléphone de l'assistant(e)");
        assert_eq!(header_name("PRE\u{301}NOM"), "prénom");
        assert_eq!(header_name("Two\nlines"), "two lines");
    }
}
