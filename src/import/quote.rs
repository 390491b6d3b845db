//! Finds the quote of a CSV text that is never closed.

use std::io::Read;

use super::bytes::unreadable;
use super::decode::fill;
use super::message::ReadError;
use super::source::SourceFile;

/// Bytes looked at between two questions whether to stop.
const PIECE: usize = 256 * 1024;

/// Where in a row the text is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    /// At the beginning of a field, where alone a quote opens it.
    Field,
    /// In what is not quoted, or follows a closing quote.
    Plain,
    /// Between quotes.
    Quoted,
    /// Behind a quote that closes the field, or is one of a doubled pair.
    Quote,
}

/// Follows the quotes of a text.
struct Quotes {
    delimiter: u8,
    at: At,
    line: u64,
    /// The line of the quote that was opened last.
    opened: u64,
}

impl Quotes {
    fn push(&mut self, text: &[u8]) {
        for byte in text {
            let ends = *byte == self.delimiter || *byte == b'\n';
            self.at = match (self.at, byte) {
                (At::Field, b'"') => {
                    self.opened = self.line;
                    At::Quoted
                }
                (At::Quoted, b'"') => At::Quote,
                (At::Quoted, _) | (At::Quote, b'"') => At::Quoted,
                _ if ends => At::Field,
                _ => At::Plain,
            };
            self.line += u64::from(*byte == b'\n');
        }
    }
}

/// Refuses a text whose last quote is never closed, naming the line where it opens.
pub(super) fn check(
    file: &SourceFile,
    mut text: impl Read,
    first_line: u64,
    delimiter: u8,
    stop: &dyn Fn() -> bool,
) -> Result<(), ReadError> {
    let mut quotes = Quotes { delimiter, at: At::Field, line: first_line, opened: first_line };
    let mut piece = vec![0; PIECE];
    loop {
        if stop() {
            return Err(ReadError::Stopped);
        }
        let count = fill(&mut text, &mut piece).map_err(|error| unreadable(file, &error))?;
        quotes.push(&piece[..count]);
        if count < PIECE {
            break;
        }
    }
    match quotes.at {
        At::Quoted => Err(ReadError::UnterminatedQuote { file: file.name.clone(), line: quotes.opened }),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Option<u64> {
        match check(&SourceFile::new("f", ""), text.as_bytes(), 1, b',', &|| false) {
            Ok(()) => None,
            Err(ReadError::UnterminatedQuote { line, .. }) => Some(line),
            Err(other) => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_line_is_the_one_where_the_quote_opens() {
        assert_eq!(line("a,b\n1,\"two\nlines\"\n2,\"open\n3,x\n"), Some(4));
        assert_eq!(line("\""), Some(1));
        assert_eq!(line("\"a\"\"\nb"), Some(1));
    }

    #[test]
    fn closed_and_literal_quotes_are_fine() {
        for text in ["a,\"b\"\n", "a,b\"c\n", "\"a\"b\"c,d", "\"\"\"\"", "a,\"\",\"\"\n", "5\" screw,\"x\""] {
            assert_eq!(line(text), None, "{text:?}");
        }
    }

    #[test]
    fn every_short_text_is_judged_as_the_parser_reads_it() {
        // A text is unclosed when appending a line to it lands inside its last field.
        let letters = [b'"', b',', b'\n', b'x'];
        for code in 0..4_u32.pow(7) {
            let text: Vec<u8> = (0..7).map(|place| letters[(code / 4_u32.pow(place) % 4) as usize]).collect();
            let marked = [&text[..], b"\nEND"].concat();
            let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(&marked[..]);
            let last = reader.byte_records().last().unwrap().unwrap();
            let inside = last.iter().next_back() != Some(b"END");
            let mut quotes = Quotes { delimiter: b',', at: At::Field, line: 1, opened: 1 };
            quotes.push(&text);
            assert_eq!(quotes.at == At::Quoted, inside, "{:?}", String::from_utf8_lossy(&text));
        }
    }
}
