//! Encodings: recognised from the bytes, decoded without ever replacing one.

use std::borrow::Cow;
use std::fmt;

use super::codepage::decode_850;

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
    pub const ALL: [Self; 7] =
        [Self::Utf8, Self::Windows1252, Self::Iso8859_15, Self::MacRoman, Self::Cp850, Self::Utf16Le, Self::Utf16Be];

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

/// The first byte that means nothing, and how many there are.
pub(super) struct BadBytes {
    pub offset: usize,
    pub count: usize,
}

/// Recognises the encoding; `true` when it is only a guess.
pub(super) fn recognise(bytes: &[u8]) -> (Encoding, bool) {
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

/// Decodes bytes, which become an error where they mean nothing and are never replaced.
pub(super) fn characters(bytes: &[u8], encoding: Encoding) -> Result<Cow<'_, str>, BadBytes> {
    match encoding {
        Encoding::Utf8 => utf8(bytes),
        Encoding::Utf16Le => utf16(bytes, b"\xFF\xFE", u16::from_le_bytes).map(Cow::Owned),
        Encoding::Utf16Be => utf16(bytes, b"\xFE\xFF", u16::from_be_bytes).map(Cow::Owned),
        Encoding::Windows1252 => {
            // The web's table gives these five bytes invisible controls; nobody ever typed one.
            let undefined = |b: &u8| matches!(b, 0x81 | 0x8D | 0x8F | 0x90 | 0x9D);
            match bytes.iter().position(undefined) {
                Some(offset) => Err(BadBytes { offset, count: bytes.iter().filter(|b| undefined(b)).count() }),
                None => Ok(encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0),
            }
        }
        Encoding::Iso8859_15 => Ok(encoding_rs::ISO_8859_15.decode_without_bom_handling(bytes).0),
        Encoding::MacRoman => Ok(encoding_rs::MACINTOSH.decode_without_bom_handling(bytes).0),
        Encoding::Cp850 => Ok(Cow::Owned(decode_850(bytes))),
    }
}

fn utf8(bytes: &[u8]) -> Result<Cow<'_, str>, BadBytes> {
    let mark = usize::from(bytes.starts_with(b"\xEF\xBB\xBF")) * 3;
    std::str::from_utf8(&bytes[mark..]).map(Cow::Borrowed).map_err(|error| BadBytes {
        offset: mark + error.valid_up_to(),
        count: bytes[mark..].utf8_chunks().map(|chunk| chunk.invalid().len()).sum(),
    })
}

fn utf16(bytes: &[u8], mark: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, BadBytes> {
    let skip = if bytes.starts_with(mark) { mark.len() } else { 0 };
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
