//! The only text that may be shown, and the one way from data to it.

use std::borrow::Cow;
use std::fmt;

use icu_properties::props::GeneralCategory;

use crate::domain::norm::chars;

/// How many combining marks are drawn over one character.
const MARKS_PER_BASE: usize = 4;

/// A text that is safe to show: what cannot be seen has been made visible.
///
/// Data becomes one through [`show`] or [`show_multiline`], our own words through [`Shown::fixed`] or
/// [`Texts`](super::Texts). There is no other way in, on purpose.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Shown(Cow<'static, str>);

/// Makes data safe to show on one line.
///
/// Control characters, line separators, bidi controls, zero-width and other hidden characters are written as
/// `<U+001B>`; of a pile of combining marks the first four stay. Line ends are escaped too.
pub fn show(data: &str) -> Shown {
    clean(data, false)
}

/// Makes data safe to show on several lines: as [`show`], but line ends stay and a tab becomes four spaces.
pub fn show_multiline(data: &str) -> Shown {
    clean(data, true)
}

fn clean(data: &str, multiline: bool) -> Shown {
    if data.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return Shown(Cow::Owned(data.to_owned()));
    }
    let mut shown = String::with_capacity(data.len() + 8);
    // What a mark would be drawn over: nothing at the start of a line or after an escape.
    let mut marks: Option<usize> = None;
    let mut before = None;
    let mut rest = data.chars().peekable();
    while let Some(character) = rest.next() {
        let after = rest.peek().copied();
        if multiline && character == '\r' && after == Some('\n') {
            continue;
        }
        match character {
            '\n' if multiline => {
                shown.push('\n');
                marks = None;
            }
            '\t' if multiline => {
                shown.push_str("    ");
                marks = None;
            }
            c if is_unsafe(c) && !chars::joins_emoji(before, c, after) => {
                shown.push_str(&format!("<U+{:04X}>", u32::from(c)));
                marks = None;
            }
            c if chars::is_mark(c) => {
                if marks.is_none() {
                    shown.push('◌');
                }
                let drawn = marks.unwrap_or(0);
                if drawn < MARKS_PER_BASE {
                    shown.push(c);
                }
                marks = Some(drawn + 1);
            }
            c => {
                shown.push(c);
                marks = Some(0);
            }
        }
        before = Some(character);
    }
    Shown(Cow::Owned(shown))
}

pub(super) fn is_unsafe(character: char) -> bool {
    chars::is_control(character)
        || chars::is_hidden(character)
        || (!character.is_ascii() && chars::category(character) == GeneralCategory::Unassigned)
}

impl Shown {
    /// Returns words of the program itself; data cannot be `'static`, so it cannot come in here.
    pub const fn fixed(words: &'static str) -> Self {
        Self(Cow::Borrowed(words))
    }

    /// Returns a number without groups: a rank, a count in a column of a file, an exit code.
    pub fn digits(number: impl Into<i128>) -> Self {
        Self(Cow::Owned(number.into().to_string()))
    }

    /// Wraps a text that was put together from safe parts inside this module's walls.
    pub(super) fn trusted(text: impl Into<Cow<'static, str>>) -> Self {
        Self(text.into())
    }

    /// Returns the text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Says whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the parts with `between` in between.
    pub fn join<'a>(parts: impl IntoIterator<Item = &'a Self>, between: &Self) -> Self {
        let mut joined = String::new();
        for (index, part) in parts.into_iter().enumerate() {
            if index > 0 {
                joined.push_str(between.as_str());
            }
            joined.push_str(part.as_str());
        }
        Self::trusted(joined)
    }

    /// Returns the text `count` times over: a bar, a rule, an indent.
    pub fn repeat(&self, count: usize) -> Self {
        Self::trusted(self.0.repeat(count))
    }

    /// Appends another text.
    pub fn push(&mut self, other: &Self) {
        self.0.to_mut().push_str(other.as_str());
    }
}

impl fmt::Display for Shown {
    /// Writes the text as it is: a width in the format is ignored, since it would count characters and not columns.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl AsRef<str> for Shown {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl From<Shown> for Cow<'static, str> {
    fn from(shown: Shown) -> Self {
        shown.0
    }
}

impl From<Shown> for String {
    fn from(shown: Shown) -> Self {
        shown.0.into_owned()
    }
}

impl<'a> FromIterator<&'a Shown> for Shown {
    fn from_iter<I: IntoIterator<Item = &'a Self>>(parts: I) -> Self {
        Self::join(parts, &Self::default())
    }
}

impl FromIterator<Shown> for Shown {
    fn from_iter<I: IntoIterator<Item = Self>>(parts: I) -> Self {
        Self::trusted(parts.into_iter().map(String::from).collect::<String>())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn s_80_control_characters_are_written_out() {
        assert_eq!(show("a\u{1b}[31mb\0").as_str(), "a<U+001B>[31mb<U+0000>");
        assert_eq!(show("a\nb\u{85}\u{2028}\u{7f}").as_str(), "a<U+000A>b<U+0085><U+2028><U+007F>");
        assert_eq!(show_multiline("a\r\nb\tc\r\u{1b}").as_str(), "a\nb    c<U+000D><U+001B>");
    }

    #[test]
    fn s_82_hidden_characters_are_written_out() {
        for (data, shown) in [
            ("a\u{202e}b", "a<U+202E>b"),
            ("a\u{200d}b", "a<U+200D>b"),
            ("x\u{e0041}", "x<U+E0041>"),
            ("\u{3164}", "<U+3164>"),
            ("\u{e000}\u{ffff}\u{378}", "<U+E000><U+FFFF><U+0378>"),
            ("👩🏽\u{200d}🔧 ❤\u{fe0f} é", "👩🏽\u{200d}🔧 ❤\u{fe0f} é"),
        ] {
            assert_eq!(show(data).as_str(), shown);
        }
    }

    #[test]
    fn s_83_four_marks_are_drawn_and_never_over_something_else() {
        let piled = format!("a{}b", "\u{301}".repeat(40));
        assert_eq!(show(&piled).as_str(), format!("a{}b", "\u{301}".repeat(4)));
        assert_eq!(show("\u{301}a").as_str(), "◌\u{301}a");
        assert_eq!(show("\0\u{301}").as_str(), "<U+0000>◌\u{301}");
    }

    #[test]
    fn parts_are_put_together() {
        let parts = [show("a"), Shown::fixed("b"), Shown::digits(3_u32)];
        assert_eq!(Shown::join(&parts, &Shown::fixed(", ")).as_str(), "a, b, 3");
        assert_eq!(parts.iter().collect::<Shown>().as_str(), "ab3");
        assert_eq!(Shown::fixed("─").repeat(3).to_string(), "───");
    }

    proptest! {
        #[test]
        fn s_80_nothing_unsafe_is_ever_shown(data in any::<String>()) {
            let shown = show(&data);
            prop_assert!(shown.as_str().chars().all(|c| !chars::is_control(c)));
            prop_assert_eq!(show(shown.as_str()), shown);
        }
    }
}
