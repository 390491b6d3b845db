//! The lines of a text, read one by one: a file of many pictures is no longer in memory than its longest line.

use std::io::{self, BufRead, BufReader, Read};

use super::limits;
use super::message::ReadError;

/// Bytes taken at once.
const PIECE: usize = 64 * 1024;

/// The lines of a file, each with its number from 1. Of a line that no record may have the beginning is kept: whoever
/// reads it finds it too long, and a picture is dropped whatever its length.
pub(super) struct Lines<'t> {
    file: String,
    text: BufReader<Box<dyn Read + 't>>,
    number: u64,
    ahead: Option<(u64, String)>,
}

impl<'t> Lines<'t> {
    /// The lines of a text.
    pub fn new(file: &str, text: Box<dyn Read + 't>) -> Self {
        Self { file: file.to_owned(), text: BufReader::with_capacity(PIECE, text), number: 0, ahead: None }
    }

    /// The name of the file.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// Takes the next line, without its end.
    pub fn next(&mut self) -> Result<Option<(u64, String)>, ReadError> {
        self.peek()?;
        Ok(self.ahead.take())
    }

    /// Looks at the next line.
    pub fn peek(&mut self) -> Result<Option<&str>, ReadError> {
        if self.ahead.is_none()
            && let Some(line) = self.read().map_err(|error| self.unreadable(&error))?
        {
            self.number += 1;
            self.ahead = Some((self.number, line));
        }
        Ok(self.ahead.as_ref().map(|(_, line)| line.as_str()))
    }

    fn read(&mut self) -> io::Result<Option<String>> {
        let mut line = Vec::new();
        let mut begun = false;
        loop {
            let piece = self.text.fill_buf()?;
            if piece.is_empty() {
                return Ok(begun.then(|| text_of(line)));
            }
            begun = true;
            let end = piece.iter().position(|byte| *byte == b'\n');
            let taken = end.unwrap_or(piece.len());
            let room = limits::RECORD.saturating_sub(line.len());
            line.extend_from_slice(&piece[..taken.min(room)]);
            self.text.consume(end.map_or(taken, |end| end + 1));
            if end.is_some() {
                return Ok(Some(text_of(line)));
            }
        }
    }

    fn unreadable(&self, error: &io::Error) -> ReadError {
        ReadError::FileUnreadable { file: self.file.clone(), reason: error.to_string() }
    }
}

/// The bytes as text, without the half of a character where the line was cut.
fn text_of(mut line: Vec<u8>) -> String {
    if let Err(error) = std::str::from_utf8(&line) {
        line.truncate(error.valid_up_to());
    }
    String::from_utf8(line).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<(u64, String)> {
        let mut lines = Lines::new("f", Box::new(text.as_bytes()));
        let mut found = Vec::new();
        while let Some(line) = lines.next().unwrap() {
            found.push(line);
        }
        found
    }

    #[test]
    fn lines_have_their_numbers_and_the_last_needs_no_end() {
        let owned = |lines: &[(u64, &str)]| lines.iter().map(|(n, l)| (*n, (*l).to_owned())).collect::<Vec<_>>();
        assert_eq!(all("é\n\nb"), owned(&[(1, "é"), (2, ""), (3, "b")]));
        assert_eq!(all("a\n"), owned(&[(1, "a")]));
        assert_eq!(all(""), owned(&[]));
    }

    /// S-78: a line without end is not held, and what follows it keeps its number.
    #[test]
    fn s_78_of_a_line_beyond_the_limit_the_beginning_is_kept() {
        let text = ["é".repeat(limits::RECORD), "b".to_owned()].join("\n");
        let found = all(&text);
        assert_eq!((found[0].1.len(), found[1].clone()), (limits::RECORD, (2, "b".to_owned())));
    }
}
