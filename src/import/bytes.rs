//! From bytes to text: the encoding is recognised, and bytes that mean nothing are refused before anything is read.

use std::io::{self, Read};

use sha2::{Digest, Sha256};

use super::decode::{Decoder, TextReader, fill};
use super::encoding::{self, BadBytes, Encoding};
use super::limits;
use super::message::ReadError;
use super::source::SourceFile;

/// Bytes looked at between two questions whether to stop.
const PIECE: usize = 256 * 1024;

/// A file of which every byte is known to mean something.
pub(super) struct Decoded<'f> {
    file: &'f SourceFile,
    pub encoding: Encoding,
    pub guessed: bool,
    /// SHA-256 of the bytes.
    pub sha256: [u8; 32],
}

impl<'f> Decoded<'f> {
    /// Reads the text, whose line ends are all LF.
    pub fn text(&self) -> TextReader<'f> {
        TextReader::new(self.file.content.reader(), self.encoding)
    }

    /// Reads the text as far as some bytes, and to the end of the character there.
    pub fn beginning(&self, bytes: usize) -> Result<String, ReadError> {
        let mut text = Vec::with_capacity(bytes.min(self.file.content.len() as usize) + 4);
        self.text().take(bytes as u64).read_to_end(&mut text).map_err(|error| unreadable(self.file, &error))?;
        let whole = match std::str::from_utf8(&text) {
            Ok(_) => text.len(),
            Err(error) => error.valid_up_to(),
        };
        text.truncate(whole);
        String::from_utf8(text).map_err(|error| unreadable(self.file, &io::Error::other(error)))
    }
}

/// Looks through a file, with the encoding given or the one recognised (S-70).
pub(super) fn decode<'f>(
    file: &'f SourceFile,
    forced: Option<Encoding>,
    stop: &dyn Fn() -> bool,
) -> Result<Decoded<'f>, ReadError> {
    let name = || file.name.clone();
    if file.content.len() > limits::FILE as u64 {
        return Err(ReadError::FileTooLarge { file: name(), limit: limits::FILE / limits::MIB });
    }
    let mut start = vec![0; 8192];
    let length = fill(&mut file.content.reader(), &mut start).map_err(|error| unreadable(file, &error))?;
    start.truncate(length);
    if start.starts_with(b"PK\x03\x04") || start.starts_with(b"\xD0\xCF\x11\xE0") {
        return Err(ReadError::FileSpreadsheet { file: name() });
    }
    if [&b"\x1F\x8B"[..], b"BZh", b"\xFD7zXZ", b"7z\xBC\xAF", b"\x28\xB5\x2F\xFD"].iter().any(|m| start.starts_with(m))
    {
        return Err(ReadError::FileCompressed { file: name() });
    }
    let mut encoding = forced.or_else(|| encoding::recognise(&start)).unwrap_or(Encoding::Utf8);
    let is_sure = forced.is_some() || encoding::recognise(&start).is_some();
    let wide = matches!(encoding, Encoding::Utf16Le | Encoding::Utf16Be);
    if !wide && is_binary(&start) {
        return Err(ReadError::FileBinary { file: name() });
    }
    let mut looked = look_through(file, encoding, stop)?;
    let guessed = looked.bad.is_some() && !is_sure;
    if guessed {
        encoding = Encoding::Windows1252;
        looked = look_through(file, encoding, stop)?;
    }
    if let Some(BadBytes { offset, count }) = looked.bad {
        return Err(ReadError::Undecodable { file: name(), encoding: encoding.name(), offset, count });
    }
    if looked.blank {
        return Err(ReadError::FileEmpty { file: name() });
    }
    Ok(Decoded { file, encoding, guessed, sha256: looked.sha256 })
}

struct Looked {
    bad: Option<BadBytes>,
    /// Whether there is nothing but blanks.
    blank: bool,
    sha256: [u8; 32],
}

fn look_through(file: &SourceFile, encoding: Encoding, stop: &dyn Fn() -> bool) -> Result<Looked, ReadError> {
    let mut bytes = file.content.reader();
    let (mut buffer, mut text) = (vec![0; PIECE], String::new());
    let (mut decoder, mut sha256, mut blank) = (Decoder::new(encoding), Sha256::new(), true);
    let mut length = 0;
    loop {
        if stop() {
            return Err(ReadError::Stopped);
        }
        let count = fill(&mut bytes, &mut buffer).map_err(|error| unreadable(file, &error))?;
        length += count;
        if length > limits::FILE {
            return Err(ReadError::FileTooLarge { file: file.name.clone(), limit: limits::FILE / limits::MIB });
        }
        sha256.update(&buffer[..count]);
        decoder.push(&buffer[..count], count < PIECE, &mut text);
        blank = blank && text.trim_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}').is_empty();
        text.clear();
        if count < PIECE {
            return Ok(Looked { bad: decoder.into_bad(), blank, sha256: sha256.finalize().into() });
        }
    }
}

/// A file that cannot be read to its end.
pub(super) fn unreadable(file: &SourceFile, error: &io::Error) -> ReadError {
    ReadError::FileUnreadable { file: file.name.clone(), reason: error.to_string() }
}

/// Tells a program or a picture from text with a stray control character: one byte in twenty of the beginning.
fn is_binary(start: &[u8]) -> bool {
    let controls =
        start.iter().filter(|b| b.is_ascii_control() && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0B | 0x0C | 0x1B));
    controls.count() * 20 > start.len().max(20)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_of(bytes: &[u8]) -> (String, Encoding, bool) {
        let file = SourceFile::new("f", bytes.to_vec());
        let decoded = decode(&file, None, &|| false).unwrap();
        (decoded.beginning(1000).unwrap(), decoded.encoding, decoded.guessed)
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
        let read = |bytes: &[u8], encoding| {
            let file = SourceFile::new("f", bytes.to_vec());
            decode(&file, Some(encoding), &|| false).and_then(|decoded| decoded.beginning(100))
        };
        assert_eq!(read(b"Andr\x82", Encoding::Cp850).unwrap(), "André");
        assert_eq!(read(b"Andr\x8E", Encoding::MacRoman).unwrap(), "André");
        assert_eq!(read(b"10 \xA4", Encoding::Iso8859_15).unwrap(), "10 €");
        assert!(matches!(
            read(b"Andr\x82 \x83", Encoding::Utf8),
            Err(ReadError::Undecodable { offset: 4, count: 2, .. })
        ));
    }

    #[test]
    fn bad_bytes_are_refused_with_their_offset() {
        let refused = |bytes: &[u8]| decode(&SourceFile::new("f", bytes.to_vec()), None, &|| false).err().unwrap();
        assert!(matches!(refused(b"name\n\x81\xE9"), ReadError::Undecodable { offset: 5, count: 1, .. }));
        assert!(matches!(refused(b"\xEF\xBB\xBFa\xFF"), ReadError::Undecodable { offset: 4, count: 1, .. }));
        assert!(matches!(refused(b"\xFF\xFEa\0\0\xD8b\0"), ReadError::Undecodable { offset: 4, count: 1, .. }));
        assert!(matches!(refused(b"\xFF\xFEa\0b"), ReadError::Undecodable { offset: 4, count: 1, .. }));
    }

    #[test]
    fn files_that_are_not_text_are_named_as_such() {
        let code = |bytes: &[u8]| decode(&SourceFile::new("f", bytes.to_vec()), None, &|| false).err().unwrap().code();
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
