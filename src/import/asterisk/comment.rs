//! Comments of configuration files: `;` to the end of the line, and nested `;-- … --;` blocks.

use std::borrow::Cow;

/// Remembers the block comments that are open from one line to the next.
#[derive(Default)]
pub(super) struct Comments {
    depth: usize,
    opened: u64,
}

impl Comments {
    /// Returns what remains of a line; `\;` is a plain semicolon.
    pub fn strip<'l>(&mut self, line: &'l str, number: u64) -> Cow<'l, str> {
        if self.depth == 0 && !line.contains(';') {
            return Cow::Borrowed(line);
        }
        let mut kept = String::new();
        let mut rest = line;
        loop {
            if self.depth > 0 {
                let Some(after) = self.skip(rest) else { break };
                rest = after;
            }
            let Some(at) = rest.find(';') else {
                kept.push_str(rest);
                break;
            };
            let (before, from) = rest.split_at(at);
            if let Some(escaped) = before.strip_suffix('\\') {
                kept.push_str(escaped);
                kept.push(';');
                rest = &from[1..];
            } else if let Some(inside) = block_start(from) {
                kept.push_str(before);
                self.depth = 1;
                self.opened = number;
                rest = inside;
            } else {
                kept.push_str(before);
                break;
            }
        }
        Cow::Owned(kept)
    }

    /// Returns the line where the block that is still open began.
    pub fn open_since(&self) -> Option<u64> {
        (self.depth > 0).then_some(self.opened)
    }

    /// Skips to the end of the outermost block; `None` when it is not on this line.
    fn skip<'l>(&mut self, mut rest: &'l str) -> Option<&'l str> {
        while self.depth > 0 {
            let at = rest.find(';')?;
            let (before, from) = rest.split_at(at);
            if before.ends_with("--") {
                self.depth -= 1;
                rest = &from[1..];
            } else if let Some(inside) = block_start(from) {
                self.depth += 1;
                rest = inside;
            } else {
                rest = &from[1..];
            }
        }
        Some(rest)
    }
}

/// Recognises `;--`, but not the `;---` of a ruler.
fn block_start(from: &str) -> Option<&str> {
    from.strip_prefix(";--").filter(|inside| !inside.starts_with('-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(text: &str) -> String {
        let mut comments = Comments::default();
        let lines: Vec<_> =
            (1..).zip(text.lines()).map(|(number, line)| comments.strip(line, number).into_owned()).collect();
        lines.join("\n")
    }

    #[test]
    fn comments_are_taken_off() {
        assert_eq!(kept("a = b ; c"), "a = b ");
        assert_eq!(kept("a = b\\;c ; d"), "a = b;c ");
        assert_eq!(kept("a ;-- b --; c"), "a  c");
        assert_eq!(kept("a ;-- b\nc ;-- d --; e\nf --; g\nh"), "a \n\n g\nh");
        assert_eq!(kept(";--- ruler ---\na"), "\na");
        assert_eq!(kept(";;;; é"), "");
    }

    #[test]
    fn an_open_block_is_known_by_its_line() {
        let mut comments = Comments::default();
        comments.strip("a", 1);
        comments.strip(";-- b", 2);
        comments.strip("c", 3);
        assert_eq!(comments.open_since(), Some(2));
    }
}
