//! Extensions and phone numbers, and what spreadsheets do to them.

use super::limits;
use super::message::{Caution, Refusal};
use super::value::quoted;

/// Reads an extension from a cleaned cell: digits as text, so `0012` is not `12`.
pub(super) fn extension(cell: &str) -> Result<String, Refusal> {
    let value = unprotected(cell);
    if is_scientific(value) {
        return Err(Refusal::ExtensionScientific { value: quoted(value) });
    }
    let value = value.strip_suffix(".0").unwrap_or(value);
    if value.starts_with('*') {
        return Err(Refusal::ExtensionFeatureCode { value: quoted(value) });
    }
    if !is_digits(value) {
        return Err(Refusal::ExtensionNotNumeric { value: quoted(value) });
    }
    if value.len() > limits::EXTENSION {
        return Err(Refusal::ExtensionTooLong { value: quoted(value), limit: limits::EXTENSION });
    }
    Ok(value.to_owned())
}

/// Reads a phone number from a cleaned cell; it is kept as typed, or left out when a spreadsheet destroyed it.
pub(super) fn phone(cell: &str) -> (Option<String>, Option<Caution>) {
    let value = unprotected(cell);
    if is_scientific(value) {
        return (None, Some(Caution::PhoneScientific { value: quoted(value) }));
    }
    let value = value.strip_suffix(".0").unwrap_or(value);
    let caution = has_letters(value).then(|| Caution::PhoneLetters { value: quoted(value) });
    (Some(value.to_owned()), caution)
}

/// Returns the form that compares two numbers: digits, after `+` when the number is international.
pub(super) fn comparable(phone: &str) -> String {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    match digits.strip_prefix("00") {
        Some(international) => format!("+{international}"),
        None if phone.trim_start().starts_with('+') => format!("+{digits}"),
        None => digits,
    }
}

/// Tells whether a value is one digit or more, and nothing else.
pub(super) fn is_digits(value: &str) -> bool {
    !value.is_empty() && value.bytes().all(|b| b.is_ascii_digit())
}

/// Takes off the apostrophe that protects a cell in a spreadsheet.
fn unprotected(value: &str) -> &str {
    match value.strip_prefix('\'') {
        Some(rest) if rest.starts_with(|c: char| c.is_ascii_digit() || "+=-@".contains(c)) => rest,
        _ => value,
    }
}

/// Recognises `3.31E+10` and `3,31E+10`.
fn is_scientific(value: &str) -> bool {
    let Some((mantissa, exponent)) = value.split_once(['e', 'E']) else {
        return false;
    };
    is_digits(exponent.strip_prefix(['+', '-']).unwrap_or(exponent))
        && mantissa.starts_with(|c: char| c.is_ascii_digit())
        && mantissa.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','))
}

/// Tells whether letters remain once the words that introduce an extension are set aside.
fn has_letters(value: &str) -> bool {
    value
        .to_lowercase()
        .split(|c: char| !c.is_alphabetic())
        .any(|word| !matches!(word, "" | "ext" | "x" | "poste" | "tel"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn extensions_are_text() {
        for (cell, expected) in [("0012", "0012"), ("12", "12"), ("'0012", "0012"), ("200.0", "200")] {
            assert_eq!(extension(cell), Ok(expected.to_owned()));
        }
    }

    #[test]
    fn what_is_no_extension_says_why() {
        for (cell, code) in [
            ("3.31E+10", "import.extension_scientific"),
            ("3,3E10", "import.extension_scientific"),
            ("*60", "import.extension_feature_code"),
            ("12a", "import.extension_not_numeric"),
            ("#1", "import.extension_not_numeric"),
            ("-5", "import.extension_not_numeric"),
            ("\u{661}\u{662}", "import.extension_not_numeric"),
            ("1234567890123456", "import.extension_too_long"),
        ] {
            assert_eq!(extension(cell).unwrap_err().code(), code, "{cell}");
        }
    }

    #[test]
    fn phones_are_kept_as_typed() {
        assert_eq!(phone("'+33 1 23"), (Some("+33 1 23".to_owned()), None));
        assert_eq!(phone("(800) 000-0000 ext 12"), (Some("(800) 000-0000 ext 12".to_owned()), None));
        assert_eq!(phone("1234567890.0").0.as_deref(), Some("1234567890"));
        assert!(matches!(phone("homefax"), (Some(_), Some(Caution::PhoneLetters { .. }))));
        assert!(matches!(phone("3.31E+10"), (None, Some(Caution::PhoneScientific { .. }))));
    }

    #[test]
    fn numbers_compare_by_their_digits() {
        assert_eq!(comparable("00 33 1.23"), comparable("+33 (1) 23"));
        assert_ne!(comparable("33123"), comparable("+33123"));
    }
}
