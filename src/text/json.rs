//! JSON that is safe to show: the same data, with whatever cannot be seen written as an escape.

use std::io::{self, Write};

use serde_json::Value;
use serde_json::ser::Formatter;

use super::Shown;
use super::shown::is_unsafe;

/// Returns a value as JSON on one line. Characters that must not reach a terminal are written `\u001b`, so that whoever
/// reads the JSON gets the very same text.
pub fn json(value: &Value) -> Shown {
    let mut bytes = Vec::new();
    let mut serializer = serde_json::Serializer::with_formatter(&mut bytes, Visible);
    // Writing a value into memory cannot fail.
    let written = serde::Serialize::serialize(value, &mut serializer);
    debug_assert!(written.is_ok());
    Shown::trusted(String::from_utf8(bytes).unwrap_or_default())
}

/// The compact form, with escapes.
struct Visible;

impl Formatter for Visible {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        let mut plain = 0;
        for (at, character) in fragment.char_indices().filter(|(_, c)| is_unsafe(*c)) {
            writer.write_all(&fragment.as_bytes()[plain..at])?;
            for unit in character.encode_utf16(&mut [0; 2]) {
                write!(writer, "\\u{unit:04x}")?;
            }
            plain = at + character.len_utf8();
        }
        writer.write_all(&fragment.as_bytes()[plain..])
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json as value;

    use super::*;

    #[test]
    fn s_80_what_cannot_be_seen_is_escaped_and_nothing_is_lost() {
        let data = value!({"a\u{1b}": ["\u{9b}31m", "\u{202e}é", "\u{e0041}"], "n": [1, null, true]});
        let text = json(&data);
        assert_eq!(text.as_str(), r#"{"a\u001b":["\u009b31m","\u202eé","\udb40\udc41"],"n":[1,null,true]}"#);
        assert_eq!(serde_json::from_str::<Value>(text.as_str()).unwrap(), data);
    }

    proptest! {
        #[test]
        fn s_80_any_text_survives(data in any::<String>()) {
            let text = json(&value!(data));
            prop_assert!(!text.as_str().chars().any(is_unsafe));
            prop_assert_eq!(serde_json::from_str::<String>(text.as_str()).unwrap(), data);
        }
    }
}
