//! Pasted text, made fit for a field.

use icu_normalizer::ComposingNormalizerBorrowed;

/// The longest paste kept, in bytes; what follows is dropped.
pub(super) const LIMIT: usize = 256 * 1024;

/// Cleans what came between the marks of a paste.
///
/// Line ends become `\n` and tabs a space; other control characters go; the text is composed (NFC).
pub(super) fn clean(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes).replace("\r\n", "\n");
    let kept: String = text
        .chars()
        .filter_map(|c| match c {
            '\r' | '\n' => Some('\n'),
            '\t' => Some(' '),
            c => (!c.is_control()).then_some(c),
        })
        .collect();
    ComposingNormalizerBorrowed::new_nfc().normalize(&kept).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_are_one_and_controls_go() {
        assert_eq!(clean(b"a\r\nb\rc\nd\te\x1b[31m\x00\x07"), "a\nb\nc\nd e[31m");
        assert_eq!(clean("x\u{9b}y\u{85}".as_bytes()), "xy");
    }

    #[test]
    fn text_is_composed() {
        assert_eq!(clean("Cote\u{301}".as_bytes()), "Coté");
    }

    #[test]
    fn bytes_that_are_no_text_do_not_stop_it() {
        assert_eq!(clean(b"a\xffb"), "a\u{fffd}b");
    }
}
