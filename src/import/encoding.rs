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

/// Recognises the encoding by the beginning of a file; none where only the whole of it tells.
pub(super) fn recognise(bytes: &[u8]) -> Option<Encoding> {
    let marked = [Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be].into_iter().find(|e| mark(bytes, *e) > 0);
    marked.or_else(|| utf16_without_mark(bytes))
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

/// How many bytes the byte order mark at the beginning of a file takes.
pub(super) fn mark(bytes: &[u8], encoding: Encoding) -> usize {
    let mark: &[u8] = match encoding {
        Encoding::Utf8 => b"\xEF\xBB\xBF",
        Encoding::Utf16Le => b"\xFF\xFE",
        Encoding::Utf16Be => b"\xFE\xFF",
        _ => return 0,
    };
    if bytes.starts_with(mark) { mark.len() } else { 0 }
}

/// The text of some bytes.
pub(super) struct Characters<'b> {
    pub text: Cow<'b, str>,
    /// Bytes that were decoded; those after them begin a character that is not whole yet.
    pub taken: usize,
    /// Bytes that mean nothing; there is no text for them.
    pub bad: Option<BadBytes>,
}

/// Decodes bytes; those that mean nothing are counted and never replaced. `last` tells that nothing follows them.
pub(super) fn characters(bytes: &[u8], encoding: Encoding, last: bool) -> Characters<'_> {
    let whole = |text| Characters { text, taken: bytes.len(), bad: None };
    match encoding {
        Encoding::Utf8 => utf8(bytes, last),
        Encoding::Utf16Le => utf16(bytes, last, u16::from_le_bytes),
        Encoding::Utf16Be => utf16(bytes, last, u16::from_be_bytes),
        Encoding::Windows1252 => {
            // The web's table gives these five bytes invisible controls; nobody ever typed one.
            let undefined = |b: &u8| matches!(b, 0x81 | 0x8D | 0x8F | 0x90 | 0x9D);
            let bad = bytes.iter().position(undefined);
            let count = || bytes.iter().filter(|b| undefined(b)).count();
            let bad = bad.map(|offset| BadBytes { offset, count: count() });
            Characters { bad, ..whole(encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0) }
        }
        Encoding::Iso8859_15 => whole(encoding_rs::ISO_8859_15.decode_without_bom_handling(bytes).0),
        Encoding::MacRoman => whole(encoding_rs::MACINTOSH.decode_without_bom_handling(bytes).0),
        Encoding::Cp850 => whole(Cow::Owned(decode_850(bytes))),
    }
}

fn utf8(bytes: &[u8], last: bool) -> Characters<'_> {
    let error = match std::str::from_utf8(bytes) {
        Ok(text) => return Characters { text: Cow::Borrowed(text), taken: bytes.len(), bad: None },
        Err(error) => error,
    };
    let (mut text, mut taken) = (String::with_capacity(bytes.len()), 0);
    let mut bad: Option<BadBytes> = None;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        taken += chunk.valid().len();
        let invalid = chunk.invalid();
        let is_open = !last && taken + invalid.len() == bytes.len() && is_beginning(invalid);
        if invalid.is_empty() || is_open {
            continue;
        }
        bad.get_or_insert(BadBytes { offset: taken, count: 0 }).count += invalid.len();
        taken += invalid.len();
    }
    debug_assert!(bad.is_some() || error.error_len().is_none(), "what is bad is counted");
    Characters { text: Cow::Owned(text), taken, bad }
}

/// Whether bytes may be the beginning of a character of UTF-8.
fn is_beginning(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_err_and(|error| error.valid_up_to() == 0 && error.error_len().is_none())
}

fn utf16(bytes: &[u8], last: bool, unit: fn([u8; 2]) -> u16) -> Characters<'static> {
    let pairs = bytes.chunks_exact(2);
    let odd = pairs.remainder().len();
    let mut units: Vec<u16> = pairs.map(|pair| unit([pair[0], pair[1]])).collect();
    // The other half of a pair may follow.
    if !last && units.last().is_some_and(|unit| (0xD800..0xDC00).contains(unit)) {
        units.pop();
    }
    let mut text = String::with_capacity(bytes.len() / 2);
    let mut bad: Option<BadBytes> = None;
    let mut refuse = |offset| bad.get_or_insert(BadBytes { offset, count: 0 }).count += 1;
    let mut offset = 0;
    for decoded in char::decode_utf16(units.iter().copied()) {
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
    if last && odd == 1 {
        refuse(bytes.len() - 1);
        offset += 1;
    }
    Characters { text: Cow::Owned(text), taken: offset, bad }
}
