//! Finds the quote of a CSV text that is never closed.

use super::message::ReadError;

/// Refuses a text whose last quote is never closed, naming the line where it opens.
pub(super) fn check(file: &str, text: &str, first_line: u64, delimiter: u8) -> Result<(), ReadError> {
    let Some(offset) = unclosed(text.as_bytes(), delimiter) else {
        return Ok(());
    };
    let line = first_line + text.as_bytes()[..offset].iter().filter(|b| **b == b'\n').count() as u64;
    Err(ReadError::UnterminatedQuote { file: file.to_owned(), line })
}

/// Returns the offset of the quote that is open at the end of the text; a quote opens a field only at its beginning.
fn unclosed(text: &[u8], delimiter: u8) -> Option<usize> {
    let mut at = 0;
    // Where no quote follows, nothing can be open: plain files cost one scan.
    while let Some(quote) = find(text, at, |b| b == b'"') {
        let opens = quote == 0 || text[quote - 1] == delimiter || text[quote - 1] == b'\n';
        if !opens {
            at = find(text, quote, |b| b == delimiter || b == b'\n')?;
            continue;
        }
        at = quote + 1;
        loop {
            let Some(close) = find(text, at, |b| b == b'"') else {
                return Some(quote);
            };
            at = close + 1;
            if text.get(at) != Some(&b'"') {
                break;
            }
            at += 1;
        }
        // What follows a closing quote up to the delimiter is plain text, quotes included.
        at = find(text, at, |b| b == delimiter || b == b'\n')?;
    }
    None
}

fn find(text: &[u8], from: usize, wanted: impl Fn(u8) -> bool) -> Option<usize> {
    text.get(from..)?.iter().position(|&b| wanted(b)).map(|index| from + index)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Option<u64> {
        match check("f", text, 1, b',') {
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
            assert_eq!(unclosed(&text, b',').is_some(), inside, "{:?}", String::from_utf8_lossy(&text));
        }
    }
}
