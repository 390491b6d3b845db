//! From bytes to text: the encoding is recognised, bytes that mean nothing are refused, line ends become LF.

use std::borrow::Cow;

use super::encoding::{self, Encoding};
use super::limits;
use super::message::ReadError;

/// A file turned into text whose line ends are all LF.
pub(super) struct Decoded<'b> {
    pub text: Cow<'b, str>,
    pub encoding: Encoding,
    pub guessed: bool,
}

/// Decodes a file, with the encoding given or the one recognised (S-70).
pub(super) fn decode<'b>(name: &str, bytes: &'b [u8], forced: Option<Encoding>) -> Result<Decoded<'b>, ReadError> {
    let file = || name.to_owned();
    if bytes.len() > limits::FILE {
        return Err(ReadError::FileTooLarge { file: file(), limit: limits::FILE / limits::MIB });
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return Err(ReadError::FileSpreadsheet { file: file() });
    }
    if [&b"\x1F\x8B"[..], b"BZh", b"\xFD7zXZ", b"7z\xBC\xAF", b"\x28\xB5\x2F\xFD"].iter().any(|m| bytes.starts_with(m))
    {
        return Err(ReadError::FileCompressed { file: file() });
    }
    let (recognised, guessed) = encoding::recognise(bytes);
    let encoding = forced.unwrap_or(recognised);
    let wide = matches!(encoding, Encoding::Utf16Le | Encoding::Utf16Be);
    if !wide && is_binary(bytes) {
        return Err(ReadError::FileBinary { file: file() });
    }
    let text = encoding::characters(bytes, encoding).map_err(|bad| ReadError::Undecodable {
        file: file(),
        encoding: encoding.name(),
        offset: bad.offset,
        count: bad.count,
    })?;
    let text = line_ends(text);
    if text.trim_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}').is_empty() {
        return Err(ReadError::FileEmpty { file: file() });
    }
    Ok(Decoded { text, encoding, guessed: guessed && forced.is_none() })
}

/// Tells a program or a picture from text with a stray control character: one byte in twenty of the beginning.
fn is_binary(bytes: &[u8]) -> bool {
    let start = bytes.get(..8192).unwrap_or(bytes);
    let controls =
        start.iter().filter(|b| b.is_ascii_control() && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0B | 0x0C | 0x1B));
    controls.count() * 20 > start.len().max(20)
}

/// Turns CR LF, CR CR LF and a lone CR into LF.
fn line_ends(text: Cow<'_, str>) -> Cow<'_, str> {
    if !text.contains('\r') {
        return text;
    }
    let mut clean = String::with_capacity(text.len());
    let mut pieces = text.split('\r').peekable();
    while let Some(piece) = pieces.next() {
        clean.push_str(piece);
        let Some(next) = pieces.peek() else { break };
        // Before LF, a CR belongs to that line end; before CR LF too.
        let ends_here = !next.starts_with('\n');
        let doubled = next.is_empty() && {
            let mut ahead = pieces.clone();
            ahead.next();
            ahead.peek().is_some_and(|after| after.starts_with('\n'))
        };
        if ends_here && !doubled {
            clean.push('\n');
        }
    }
    Cow::Owned(clean)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_of(bytes: &[u8]) -> (String, Encoding, bool) {
        let decoded = decode("f", bytes, None).unwrap();
        (decoded.text.into_owned(), decoded.encoding, decoded.guessed)
    }

    fn wide(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(unit).collect()
    }

    #[test]
    fn the_same_people_in_every_encoding() {
        let people = "Éloïse Lefèvre, l\u{2019}Œuvre, Ÿ, name and more of it";
        let marked = [b"\xEF\xBB\xBF", people.as_bytes()].concat();
        for (bytes, encoding, guessed) in [
            (people.as_bytes().to_vec(), Encoding::Utf8, false),
            (marked, Encoding::Utf8, false),
            (encoding_rs::WINDOWS_1252.encode(people).0.into_owned(), Encoding::Windows1252, true),
            (wide(people, u16::to_le_bytes), Encoding::Utf16Le, false),
            (wide(people, u16::to_be_bytes), Encoding::Utf16Be, false),
            (wide(&format!("\u{FEFF}{people}"), u16::to_le_bytes), Encoding::Utf16Le, false),
            (wide(&format!("\u{FEFF}{people}"), u16::to_be_bytes), Encoding::Utf16Be, false),
        ] {
            assert_eq!(text_of(&bytes), (people.to_owned(), encoding, guessed));
        }
    }

    #[test]
    fn an_encoding_can_be_chosen() {
        let read = |bytes, encoding| decode("f", bytes, Some(encoding)).unwrap().text.into_owned();
        assert_eq!(read(b"Andr\x82", Encoding::Cp850), "André");
        assert_eq!(read(b"Andr\x8E", Encoding::MacRoman), "André");
        assert_eq!(read(b"10 \xA4", Encoding::Iso8859_15), "10 €");
        assert!(matches!(
            decode("f", b"Andr\x82 \x83", Some(Encoding::Utf8)),
            Err(ReadError::Undecodable { offset: 4, count: 2, .. })
        ));
    }

    #[test]
    fn bad_bytes_are_refused_with_their_offset() {
        let refused = |bytes: &[u8]| decode("f", bytes, None).err().unwrap();
        assert!(matches!(refused(b"name\n\x81\xE9"), ReadError::Undecodable { offset: 5, count: 1, .. }));
        assert!(matches!(refused(b"\xEF\xBB\xBFa\xFF"), ReadError::Undecodable { offset: 4, count: 1, .. }));
        assert!(matches!(refused(b"\xFF\xFEa\0\0\xD8b\0"), ReadError::Undecodable { offset: 4, count: 1, .. }));
        assert!(matches!(refused(b"\xFF\xFEa\0b"), ReadError::Undecodable { offset: 4, count: 1, .. }));
    }

    #[test]
    fn files_that_are_not_text_are_named_as_such() {
        let code = |bytes: &[u8]| decode("f", bytes, None).err().unwrap().code();
        assert_eq!(code(b""), "import.file_empty");
        assert_eq!(code(b"\xEF\xBB\xBF \r\n"), "import.file_empty");
        assert_eq!(code(b"PK\x03\x04rest"), "import.file_spreadsheet");
        assert_eq!(code(b"\x1F\x8Brest"), "import.file_compressed");
        assert_eq!(code(b"\x7FELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0"), "import.file_binary");
    }

    #[test]
    fn every_line_end_is_one_line_end() {
        assert_eq!(text_of(b"a\r\nb\rc\nd\r\r\ne\r\rf\r").0, "a\nb\nc\nd\ne\n\nf\n");
    }
}
