//! From bytes to text: the encoding is recognised, bytes that mean nothing are refused, line ends become LF.

use std::borrow::Cow;
use std::fmt;

use super::codepage::decode_850;
use super::limits;
use super::message::ReadError;

/// An encoding a file may be read with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without byte order mark.
    Utf8,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// Windows-1252, a superset of Latin-1.
    Windows1252,
    /// ISO-8859-15, Latin-9.
    Iso8859_15,
    /// Mac OS Roman.
    MacRoman,
    /// Code page 850 of MS-DOS.
    Cp850,
}

impl Encoding {
    /// Every encoding, in the order to offer them.
    pub const ALL: [Self; 7] = [
        Self::Utf8,
        Self::Windows1252,
        Self::Iso8859_15,
        Self::MacRoman,
        Self::Cp850,
        Self::Utf16Le,
        Self::Utf16Be,
    ];

    /// Returns the usual name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Windows1252 => "Windows-1252",
            Self::Iso8859_15 => "ISO-8859-15",
            Self::MacRoman => "Mac Roman",
            Self::Cp850 => "CP850",
        }
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A file turned into text whose line ends are all LF.
pub(super) struct Decoded<'b> {
    pub text: Cow<'b, str>,
    pub encoding: Encoding,
    pub guessed: bool,
}

/// Decodes a file, with the encoding given or the one recognised (S-70).
pub(super) fn decode<'b>(
    name: &str,
    bytes: &'b [u8],
    forced: Option<Encoding>,
) -> Result<Decoded<'b>, ReadError> {
    let file = || name.to_owned();
    if bytes.len() > limits::FILE {
        return Err(ReadError::FileTooLarge {
            file: file(),
            limit: limits::FILE / limits::MIB,
        });
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return Err(ReadError::FileSpreadsheet { file: file() });
    }
    if [
        &b"\x1F\x8B"[..],
        b"BZh",
        b"\xFD7zXZ",
        b"7z\xBC\xAF",
        b"\x28\xB5\x2F\xFD",
    ]
    .iter()
    .any(|m| bytes.starts_with(m))
    {
        return Err(ReadError::FileCompressed { file: file() });
    }
    let (recognised, guessed) = recognise(bytes);
    let encoding = forced.unwrap_or(recognised);
    let wide = matches!(encoding, Encoding::Utf16Le | Encoding::Utf16Be);
    if !wide && is_binary(bytes) {
        return Err(ReadError::FileBinary { file: file() });
    }
    let text = characters(bytes, encoding).map_err(|bad| ReadError::Undecodable {
        file: file(),
        encoding: encoding.name(),
        offset: bad.offset,
        count: bad.count,
    })?;
    let text = line_ends(text);
    if text
        .trim_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}')
        .is_empty()
    {
        return Err(ReadError::FileEmpty { file: file() });
    }
    Ok(Decoded {
        text,
        encoding,
        guessed: guessed && forced.is_none(),
    })
}

/// The first byte that means nothing, and how many there are.
struct BadBytes {
    offset: usize,
    count: usize,
}

fn recognise(bytes: &[u8]) -> (Encoding, bool) {
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        return (Encoding::Utf8, false);
    }
    if bytes.starts_with(b"\xFF\xFE") {
        return (Encoding::Utf16Le, false);
    }
    if bytes.starts_with(b"\xFE\xFF") {
        return (Encoding::Utf16Be, false);
    }
    if let Some(wide) = utf16_without_mark(bytes) {
        return (wide, false);
    }
    match std::str::from_utf8(bytes) {
        Ok(_) => (Encoding::Utf8, false),
        Err(_) => (Encoding::Windows1252, true),
    }
}

/// Recognises UTF-16 by the NUL in nearly every second byte of the first 64, and in none of the others.
fn utf16_without_mark(bytes: &[u8]) -> Option<Encoding> {
    let pairs = bytes.get(..64).unwrap_or(bytes).chunks_exact(2);
    let total = pairs.len();
    let (mut high_first, mut low_first) = (0, 0);
    for pair in pairs {
        high_first += usize::from(pair[0] == 0);
        low_first += usize::from(pair[1] == 0);
    }
    let nearly_all = total.saturating_sub(total / 4);
    match (high_first, low_first) {
        _ if total < 2 => None,
        (0, low) if low >= nearly_all => Some(Encoding::Utf16Le),
        (high, 0) if high >= nearly_all => Some(Encoding::Utf16Be),
        _ => None,
    }
}

/// Tells a program or a picture from text with a stray control character: one byte in twenty of the beginning.
fn is_binary(bytes: &[u8]) -> bool {
    let start = bytes.get(..8192).unwrap_or(bytes);
    let controls = start.iter().filter(|b| {
        b.is_ascii_control() && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0B | 0x0C | 0x1B)
    });
    controls.count() * 20 > start.len().max(20)
}

fn characters(bytes: &[u8], encoding: Encoding) -> Result<Cow<'_, str>, BadBytes> {
    match encoding {
        Encoding::Utf8 => utf8(bytes),
        Encoding::Utf16Le => utf16(bytes, b"\xFF\xFE", u16::from_le_bytes).map(Cow::Owned),
        Encoding::Utf16Be => utf16(bytes, b"\xFE\xFF", u16::from_be_bytes).map(Cow::Owned),
        Encoding::Windows1252 => {
            // The web's table gives these five bytes invisible controls; nobody ever typed one.
            let undefined = |b: &u8| matches!(b, 0x81 | 0x8D | 0x8F | 0x90 | 0x9D);
            match bytes.iter().position(undefined) {
                Some(offset) => Err(BadBytes {
                    offset,
                    count: bytes.iter().filter(|b| undefined(b)).count(),
                }),
                None => Ok(encoding_rs::WINDOWS_1252
                    .decode_without_bom_handling(bytes)
                    .0),
            }
        }
        Encoding::Iso8859_15 => Ok(encoding_rs::ISO_8859_15
            .decode_without_bom_handling(bytes)
            .0),
        Encoding::MacRoman => Ok(encoding_rs::MACINTOSH.decode_without_bom_handling(bytes).0),
        Encoding::Cp850 => Ok(Cow::Owned(decode_850(bytes))),
    }
}

fn utf8(bytes: &[u8]) -> Result<Cow<'_, str>, BadBytes> {
    let mark = usize::from(bytes.starts_with(b"\xEF\xBB\xBF")) * 3;
    std::str::from_utf8(&bytes[mark..])
        .map(Cow::Borrowed)
        .map_err(|error| BadBytes {
            offset: mark + error.valid_up_to(),
            count: bytes[mark..]
                .utf8_chunks()
                .map(|chunk| chunk.invalid().len())
                .sum(),
        })
}

fn utf16(bytes: &[u8], mark: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, BadBytes> {
    let skip = if bytes.starts_with(mark) {
        mark.len()
    } else {
        0
    };
    let body = &bytes[skip..];
    let mut text = String::with_capacity(body.len() / 2);
    let mut bad: Option<BadBytes> = None;
    let mut refuse = |offset| bad.get_or_insert(BadBytes { offset, count: 0 }).count += 1;
    let mut offset = skip;
    for decoded in char::decode_utf16(body.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]))) {
        match decoded {
            Ok(character) => {
                text.push(character);
                offset += 2 * character.len_utf16();
            }
            Err(_) => {
                refuse(offset);
                offset += 2;
            }
        }
    }
    if body.len() % 2 == 1 {
        refuse(bytes.len() - 1);
    }
    match bad {
        Some(bad) => Err(bad),
        None => Ok(text),
    }
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
            (
                encoding_rs::WINDOWS_1252.encode(people).0.into_owned(),
                Encoding::Windows1252,
                true,
            ),
            (wide(people, u16::to_le_bytes), Encoding::Utf16Le, false),
            (wide(people, u16::to_be_bytes), Encoding::Utf16Be, false),
            (
                wide(&format!("\u{FEFF}{people}"), u16::to_le_bytes),
                Encoding::Utf16Le,
                false,
            ),
            (
                wide(&format!("\u{FEFF}{people}"), u16::to_be_bytes),
                Encoding::Utf16Be,
                false,
            ),
        ] {
            assert_eq!(text_of(&bytes), (people.to_owned(), encoding, guessed));
        }
    }

    #[test]
    fn an_encoding_can_be_chosen() {
        let read = |bytes, encoding| {
            decode("f", bytes, Some(encoding))
                .unwrap()
                .text
                .into_owned()
        };
        assert_eq!(read(b"Andr\x82", Encoding::Cp850), "André");
        assert_eq!(read(b"Andr\x8E", Encoding::MacRoman), "André");
        assert_eq!(read(b"10 \xA4", Encoding::Iso8859_15), "10 €");
        assert!(matches!(
            decode("f", b"Andr\x82 \x83", Some(Encoding::Utf8)),
            Err(ReadError::Undecodable {
                offset: 4,
                count: 2,
                ..
            })
        ));
    }

    #[test]
    fn bad_bytes_are_refused_with_their_offset() {
        let refused = |bytes: &[u8]| decode("f", bytes, None).err().unwrap();
        assert!(matches!(
            refused(b"name\n\x81\xE9"),
            ReadError::Undecodable {
                offset: 5,
                count: 1,
                ..
            }
        ));
        assert!(matches!(
            refused(b"\xEF\xBB\xBFa\xFF"),
            ReadError::Undecodable {
                offset: 4,
                count: 1,
                ..
            }
        ));
        assert!(matches!(
            refused(b"\xFF\xFEa\0\0\xD8b\0"),
            ReadError::Undecodable {
                offset: 4,
                count: 1,
                ..
            }
        ));
        assert!(matches!(
            refused(b"\xFF\xFEa\0b"),
            ReadError::Undecodable {
                offset: 4,
                count: 1,
                ..
            }
        ));
    }

    #[test]
    fn files_that_are_not_text_are_named_as_such() {
        let code = |bytes: &[u8]| decode("f", bytes, None).err().unwrap().code();
        assert_eq!(code(b""), "import.file_empty");
        assert_eq!(code(b"\xEF\xBB\xBF \r\n"), "import.file_empty");
        assert_eq!(code(b"PK\x03\x04rest"), "import.file_spreadsheet");
        assert_eq!(code(b"\x1F\x8Brest"), "import.file_compressed");
        assert_eq!(
            code(b"\x7FELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0"),
            "import.file_binary"
        );
    }

    #[test]
    fn every_line_end_is_one_line_end() {
        assert_eq!(
            text_of(b"a\r\nb\rc\nd\r\r\ne\r\rf\r").0,
            "a\nb\nc\nd\ne\n\nf\n"
        );
    }
}
