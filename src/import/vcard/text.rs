//! The text of a value: quoted-printable undone, charset applied, escapes taken off.

use encoding_rs::{Encoding, WINDOWS_1252};

use super::property::Property;

/// A value as text.
pub(super) struct Decoded {
    pub text: String,
    /// Whether its encoding is a guess.
    pub guessed: bool,
}

/// Decodes the value of a property; `single` tells that the file was read byte by character, so that the bytes of a
/// value in another charset can be had back.
pub(super) fn decode(property: &Property, single: bool) -> Decoded {
    let charset = property.charset.as_deref().and_then(|label| Encoding::for_label(label.as_bytes()));
    if property.quoted_printable {
        return characters(&quoted_printable(&property.value), charset);
    }
    match charset {
        Some(charset) if single && charset != WINDOWS_1252 && !property.value.is_ascii() => {
            let (bytes, _, _) = WINDOWS_1252.encode(&property.value);
            characters(&bytes, Some(charset))
        }
        _ => Decoded { text: property.value.clone(), guessed: false },
    }
}

fn characters(bytes: &[u8], charset: Option<&'static Encoding>) -> Decoded {
    if let Some(charset) = charset
        && let Some(text) = charset.decode_without_bom_handling_and_without_replacement(bytes)
    {
        return Decoded { text: text.into_owned(), guessed: false };
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Decoded { text: text.to_owned(), guessed: false },
        Err(_) => Decoded { text: WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(), guessed: true },
    }
}

/// Undoes quoted-printable; what is no code stays as it is.
fn quoted_printable(value: &str) -> Vec<u8> {
    let bytes = value.as_bytes();
    let hex = |at: usize| bytes.get(at).and_then(|b| char::from(*b).to_digit(16));
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        match (bytes[at], hex(at + 1), hex(at + 2)) {
            (b'=', Some(high), Some(low)) => {
                out.push((high * 16 + low) as u8);
                at += 3;
            }
            (byte, _, _) => {
                out.push(byte);
                at += 1;
            }
        }
    }
    out
}

/// Takes the escapes of a value off. In version 2.1 only `;` is escaped.
pub(super) fn unescape(value: &str, old: bool) -> String {
    let mut text = String::with_capacity(value.len());
    let mut characters = value.chars().peekable();
    while let Some(character) = characters.next() {
        let next = characters.peek().copied();
        match (character, next) {
            ('\\', Some(';')) => {}
            ('\\', Some('n' | 'N')) if !old => {
                characters.next();
                text.push('\n');
            }
            ('\\', Some(escaped @ (',' | '\\' | ':' | '"'))) if !old => {
                characters.next();
                text.push(escaped);
            }
            ('\r', _) => {}
            _ => text.push(character),
        }
    }
    text
}

/// Splits a value at the `;` that are not escaped, and takes the escapes off.
pub(super) fn components(value: &str, old: bool) -> Vec<String> {
    split(value, ';').into_iter().map(|part| unescape(part, old).trim().to_owned()).collect()
}

/// Splits at a separator that is not escaped.
pub(super) fn split(value: &str, separator: char) -> Vec<&str> {
    let (mut parts, mut start, mut escaped) = (Vec::new(), 0, false);
    for (at, character) in value.char_indices() {
        if character == separator && !escaped {
            parts.push(&value[start..at]);
            start = at + separator.len_utf8();
        }
        escaped = character == '\\' && !escaped;
    }
    parts.push(&value[start..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Decoded {
        decode(&Property::open(1, text).unwrap(), true)
    }

    #[test]
    fn charsets_are_applied_to_bytes() {
        assert_eq!(read("N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=89lo").text, "Élo");
        assert_eq!(read("N;CHARSET=UTF-8:Ã‰lo").text, "Élo");
        let guessed = read("N;ENCODING=QUOTED-PRINTABLE:Iksi=F1ski");
        assert_eq!((guessed.text.as_str(), guessed.guessed), ("Iksiñski", true));
        assert!(read("N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3").guessed);
    }

    #[test]
    fn escapes_are_those_of_the_version() {
        assert_eq!(components(r"Roy\; Am;a\,b", true), ["Roy; Am", r"a\,b"]);
        assert_eq!(components(r"Roy\; Am;a\,b\nc\\n", false), ["Roy; Am", "a,b\nc\\n"]);
        assert_eq!(unescape(r"http\://x", false), "http://x");
    }
}
