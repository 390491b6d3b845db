//! Widths in columns of the terminal, always counted on grapheme clusters.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::{Glyphs, Shown};

impl Shown {
    /// Returns the width of the widest line, in columns.
    pub fn width(&self) -> usize {
        self.as_str().split('\n').map(width).max().unwrap_or(0)
    }

    /// Returns the text cut to a width in columns; a text that was cut ends with `…` (`~` in ASCII).
    ///
    /// No cluster and no wide character is split: the result may be one column short.
    pub fn fit(&self, columns: usize, glyphs: Glyphs) -> Self {
        if width(self.as_str()) <= columns {
            return self.clone();
        }
        let mark = glyphs.pick("…", "~");
        let Some(room) = columns.checked_sub(1) else { return Self::default() };
        let mut used = 0;
        let mut kept: String = self
            .as_str()
            .graphemes(true)
            .take_while(|cluster| {
                used += width(cluster);
                used <= room
            })
            .collect();
        kept.push_str(mark);
        Self::trusted(kept)
    }

    /// Returns the text followed by blanks up to a width in columns; a wider one stays as it is.
    pub fn pad_right(&self, columns: usize) -> Self {
        let blanks = columns.saturating_sub(self.width());
        Self::trusted(format!("{self}{:blanks$}", ""))
    }

    /// Returns the text with blanks before it, up to a width in columns: for numbers.
    pub fn pad_left(&self, columns: usize) -> Self {
        let blanks = columns.saturating_sub(self.width());
        Self::trusted(format!("{:blanks$}{self}", ""))
    }

    /// Returns the lines of the text.
    pub fn lines(&self) -> impl Iterator<Item = Self> {
        self.as_str().split('\n').map(|line| Self::trusted(line.to_owned()))
    }

    /// Returns the text broken between words into lines of at most so many columns; a longer word is broken too.
    pub fn wrap(&self, columns: usize) -> Vec<Self> {
        let columns = columns.max(2);
        let mut lines = Vec::new();
        for paragraph in self.as_str().split('\n') {
            let (mut line, mut used) = (String::new(), 0);
            for word in words(paragraph) {
                if used > 0 && used + width(word.trim_end_matches(' ')) > columns {
                    lines.push(std::mem::take(&mut line));
                    used = 0;
                }
                for cluster in word.graphemes(true) {
                    let wide = width(cluster);
                    if used + wide > columns {
                        // A blank at the end of a line is not seen.
                        if cluster == " " {
                            continue;
                        }
                        lines.push(std::mem::take(&mut line));
                        used = 0;
                    }
                    line.push_str(cluster);
                    used += wide;
                }
            }
            lines.push(line);
        }
        lines.into_iter().map(|line| Self::trusted(line.trim_end().to_owned())).collect()
    }
}

/// Parts a line behind its blanks; the punctuation that French sets off with one stays with its word.
fn words(line: &str) -> impl Iterator<Item = &str> {
    let mut rest = line;
    std::iter::from_fn(move || {
        let ends = rest.match_indices(' ').map(|(at, _)| at + 1).find(|end| {
            let (word, next) = rest.split_at(*end);
            !next.starts_with([' ', ':', ';', '?', '!', '»']) && !word.ends_with("« ")
        });
        let (word, next) = rest.split_at(ends.unwrap_or(rest.len()));
        rest = next;
        (!word.is_empty()).then_some(word)
    })
}

/// Adds up clusters, as the screen does; the width of a whole string may differ.
fn width(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{show, show_multiline};
    use super::*;

    #[test]
    fn s_83_a_cut_never_splits_a_cluster() {
        for (data, columns, fitted) in [
            ("Amélie", 6, "Amélie"),
            ("Amélie", 5, "Amél…"),
            ("Ame\u{301}lie", 4, "Ame\u{301}…"),
            ("中文字", 5, "中文…"),
            ("中文字", 4, "中…"),
            ("👩🏽\u{200d}🔧 Léa", 3, "👩🏽\u{200d}🔧…"),
            ("Léa", 1, "…"),
            ("Léa", 0, ""),
            ("", 0, ""),
        ] {
            assert_eq!(show(data).fit(columns, Glyphs::Unicode).as_str(), fitted, "{data} {columns}");
        }
        assert_eq!(show("Amelie").fit(4, Glyphs::Ascii).as_str(), "Ame~");
    }

    #[test]
    fn padding_counts_columns() {
        assert_eq!(show("中é").pad_right(5).as_str(), "中é  ");
        assert_eq!(show("12").pad_left(4).as_str(), "  12");
        assert_eq!(show("1234").pad_left(2).as_str(), "1234");
    }

    #[test]
    fn words_are_wrapped() {
        let lines = |data: &str, columns| -> Vec<String> {
            show_multiline(data).wrap(columns).into_iter().map(String::from).collect()
        };
        assert_eq!(lines("one two three", 7), ["one two", "three"]);
        assert_eq!(lines("a\n\nb", 7), ["a", "", "b"]);
        assert_eq!(lines("abcdefgh ij", 3), ["abc", "def", "gh", "ij"]);
        assert_eq!(lines("", 3), [""]);
        assert_eq!(lines("since 2026-06-01", 12), ["since", "2026-06-01"], "a date is a word");
        assert_eq!(lines("trois mots : « six »", 11), ["trois", "mots :", "« six »"]);
        assert_eq!(lines("one    two", 4), ["one", "two"]);
    }

    proptest! {
        #[test]
        fn s_83_what_was_fitted_fits(data in any::<String>(), columns in 0_usize..12) {
            let shown = show(&data);
            prop_assert!(shown.fit(columns, Glyphs::Unicode).width() <= columns);
            // A base with spacing marks is one cluster that may be wider than two columns; it is never split.
            let widest = shown.as_str().graphemes(true).map(width).max().unwrap_or(0);
            for line in shown.wrap(columns) {
                prop_assert!(line.width() <= columns.max(widest).max(2));
            }
        }
    }
}
