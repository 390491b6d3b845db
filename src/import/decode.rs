//! Bytes turned into text piece by piece: no bad byte is ever replaced, and every line end becomes LF.

use std::io::{self, Read};

use super::encoding::{BadBytes, Encoding, characters, mark};
use super::source;

/// Bytes taken at once.
const PIECE: usize = 64 * 1024;

/// Decodes the pieces of one file in order.
pub(super) struct Decoder {
    encoding: Encoding,
    /// Bytes that wait for the rest of their character.
    pending: Vec<u8>,
    /// Where they stand in the file.
    offset: usize,
    /// CRs before what comes next.
    returns: usize,
    bad: Option<BadBytes>,
}

impl Decoder {
    pub fn new(encoding: Encoding) -> Self {
        Self { encoding, pending: Vec::new(), offset: 0, returns: 0, bad: None }
    }

    /// Decodes the next bytes and appends their text; `last` tells that none follow.
    pub fn push(&mut self, bytes: &[u8], last: bool, out: &mut String) {
        self.pending.extend_from_slice(bytes);
        let skip = if self.offset == 0 { mark(&self.pending, self.encoding) } else { 0 };
        let decoded = characters(&self.pending[skip..], self.encoding, last);
        if let Some(bad) = decoded.bad {
            let offset = self.offset + skip + bad.offset;
            self.bad.get_or_insert(BadBytes { offset, count: 0 }).count += bad.count;
        }
        line_ends(&decoded.text, &mut self.returns, out);
        let taken = skip + decoded.taken;
        self.offset += taken;
        self.pending.drain(..taken);
        if last {
            out.extend(std::iter::repeat_n('\n', std::mem::take(&mut self.returns)));
        }
    }

    /// The bytes so far that mean nothing.
    pub fn into_bad(self) -> Option<BadBytes> {
        self.bad
    }
}

/// Turns CR LF, CR CR LF and a lone CR into LF; CRs at the end wait for what follows.
fn line_ends(text: &str, returns: &mut usize, out: &mut String) {
    for (place, part) in text.split('\r').enumerate() {
        *returns += usize::from(place > 0);
        if part.is_empty() {
            continue;
        }
        // Before LF, the last two belong to that line end.
        let own = if part.starts_with('\n') { 2 } else { 0 };
        out.extend(std::iter::repeat_n('\n', std::mem::take(returns).saturating_sub(own)));
        out.push_str(part);
    }
}

/// Fills a buffer as far as there are bytes.
pub(super) fn fill(reader: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while filled < buffer.len() {
        match reader.read(&mut buffer[filled..]) {
            Ok(0) => break,
            Ok(count) => filled += count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}

/// Reads the decoded text of a file.
pub(super) struct TextReader<'f> {
    bytes: source::Reader<'f>,
    decoder: Decoder,
    buffer: Box<[u8]>,
    text: String,
    given: usize,
    ended: bool,
}

impl<'f> TextReader<'f> {
    pub fn new(bytes: source::Reader<'f>, encoding: Encoding) -> Self {
        let buffer = vec![0; PIECE].into_boxed_slice();
        Self { bytes, decoder: Decoder::new(encoding), buffer, text: String::new(), given: 0, ended: false }
    }
}

impl Read for TextReader<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        while self.given == self.text.len() {
            if self.ended {
                return Ok(0);
            }
            let count = fill(&mut self.bytes, &mut self.buffer)?;
            self.ended = count < self.buffer.len();
            self.text.clear();
            self.given = 0;
            self.decoder.push(&self.buffer[..count], self.ended, &mut self.text);
        }
        let count = (&self.text.as_bytes()[self.given..]).read(out)?;
        self.given += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Decodes in pieces of a few bytes.
    fn decode(bytes: &[u8], encoding: Encoding, piece: usize) -> (String, Option<(usize, usize)>) {
        let (mut decoder, mut text) = (Decoder::new(encoding), String::new());
        let mut pieces = bytes.chunks(piece).peekable();
        while let Some(bytes) = pieces.next() {
            decoder.push(bytes, pieces.peek().is_none(), &mut text);
        }
        (text, decoder.into_bad().map(|bad| (bad.offset, bad.count)))
    }

    #[test]
    fn pieces_of_any_size_give_the_same_text() {
        let text = "\u{FEFF}É\r\n€😀\r\r\nx\ry\n";
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        for piece in 4..30 {
            assert_eq!(decode(text.as_bytes(), Encoding::Utf8, piece), ("É\n€😀\nx\ny\n".to_owned(), None));
            assert_eq!(decode(&wide, Encoding::Utf16Le, piece), ("É\n€😀\nx\ny\n".to_owned(), None));
            assert_eq!(decode(b"a\xE9\rb\r\r", Encoding::Windows1252, piece), ("aé\nb\n\n".to_owned(), None));
        }
    }

    #[test]
    fn bad_bytes_are_counted_from_the_beginning_of_the_file() {
        for piece in 1..12 {
            assert_eq!(decode(b"Andr\x82 \x83", Encoding::Utf8, piece).1, Some((4, 2)), "{piece}");
            assert_eq!(decode(b"ab\xE2\x82", Encoding::Utf8, piece).1, Some((2, 2)), "{piece}");
            assert_eq!(decode(b"name\n\x81\xE9", Encoding::Windows1252, piece).1, Some((5, 1)), "{piece}");
            assert_eq!(decode(b"a\0\0\xD8b\0", Encoding::Utf16Le, piece).1, Some((2, 1)), "{piece}");
            assert_eq!(decode(b"a\0b", Encoding::Utf16Le, piece).1, Some((2, 1)), "{piece}");
        }
    }

    #[test]
    fn a_mark_in_the_middle_is_a_character() {
        assert_eq!(decode("abc\u{FEFF}d".as_bytes(), Encoding::Utf8, 3).0, "abc\u{FEFF}d");
    }
}
