//! The language of a session, and what its terminal can draw.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A language that guichet speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English, also where the environment says nothing.
    #[default]
    En,
    /// French.
    Fr,
}

/// Says that a language is not one of those guichet speaks.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("unknown language")]
pub struct UnknownLang;

impl Lang {
    /// Both, in the order of the menu.
    pub const ALL: [Self; 2] = [Self::En, Self::Fr];

    /// Returns the two letters of the language.
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
        }
    }

    /// Returns the other language: the console has one key for it.
    pub const fn other(self) -> Self {
        match self {
            Self::En => Self::Fr,
            Self::Fr => Self::En,
        }
    }

    /// Chooses the language from the variables of the environment, given by `var` (such as `std::env::var`).
    ///
    /// The first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set decides; where it is not `C` or `POSIX`, the list in
    /// `LANGUAGE` goes before it. Any language but French gives English.
    pub fn from_env(var: impl Fn(&str) -> Option<String>) -> Self {
        let Some(locale) = first_set(&var, ["LC_ALL", "LC_MESSAGES", "LANG"]) else {
            return Self::default();
        };
        if matches!(tag(&locale), "C" | "POSIX") {
            return Self::default();
        }
        let list = var("LANGUAGE").unwrap_or_default();
        list.split(':').chain([locale.as_str()]).find_map(|tag| tag.parse().ok()).unwrap_or_default()
    }
}

impl FromStr for Lang {
    type Err = UnknownLang;

    /// Reads `fr`, `fr_CA.UTF-8`, `fr-FR`: only the language counts.
    fn from_str(text: &str) -> Result<Self, UnknownLang> {
        let language = tag(text).split(['_', '-']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|lang| lang.code().eq_ignore_ascii_case(language)).ok_or(UnknownLang)
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// What the terminal can draw besides ASCII.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Glyphs {
    /// Lines, dots and arrows of Unicode.
    #[default]
    Unicode,
    /// ASCII only for what the program itself draws.
    Ascii,
}

impl Glyphs {
    /// Chooses from the variables of the environment: ASCII where the locale is not UTF-8.
    pub fn from_env(var: impl Fn(&str) -> Option<String>) -> Self {
        let locale = first_set(&var, ["LC_ALL", "LC_CTYPE", "LANG"]).unwrap_or_default().to_ascii_lowercase();
        if locale.contains("utf-8") || locale.contains("utf8") { Self::Unicode } else { Self::Ascii }
    }

    /// Returns the first drawing where Unicode can be drawn, the second elsewhere.
    pub const fn pick<T: Copy>(self, unicode: T, ascii: T) -> T {
        match self {
            Self::Unicode => unicode,
            Self::Ascii => ascii,
        }
    }
}

fn first_set(var: impl Fn(&str) -> Option<String>, names: [&str; 3]) -> Option<String> {
    names.into_iter().filter_map(var).find(|value| !value.is_empty())
}

/// Leaves the encoding and the variant out of a locale.
fn tag(locale: &str) -> &str {
    locale.split(['.', '@']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn env<'a>(set: &'a [(&'a str, &'a str)]) -> impl Fn(&str) -> Option<String> + 'a {
        move |name| set.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned())
    }

    #[test]
    fn the_first_variable_that_is_set_decides() {
        for (set, lang) in [
            (&[][..], Lang::En),
            (&[("LANG", "fr_CA.UTF-8")], Lang::Fr),
            (&[("LANG", "C"), ("LANGUAGE", "fr")], Lang::En),
            (&[("LC_ALL", "C.UTF-8"), ("LANG", "fr_FR")], Lang::En),
            (&[("LC_ALL", ""), ("LC_MESSAGES", "fr"), ("LANG", "en_US")], Lang::Fr),
            (&[("LANG", "en_CA"), ("LANGUAGE", "de:fr:en")], Lang::Fr),
            (&[("LANG", "de_DE@euro")], Lang::En),
            (&[("LANG", "POSIX")], Lang::En),
        ] {
            assert_eq!(Lang::from_env(env(set)), lang, "{set:?}");
        }
    }

    #[test]
    fn languages_are_read_by_their_first_part() {
        assert_eq!("FR".parse(), Ok(Lang::Fr));
        assert_eq!("en-GB".parse(), Ok(Lang::En));
        assert_eq!("fra".parse::<Lang>(), Err(UnknownLang));
    }

    #[test]
    fn ascii_where_the_locale_is_not_utf_8() {
        for (set, glyphs) in [
            (&[][..], Glyphs::Ascii),
            (&[("LANG", "fr_CA.UTF-8")], Glyphs::Unicode),
            (&[("LANG", "C.utf8")], Glyphs::Unicode),
            (&[("LC_ALL", "fr_FR.ISO-8859-1"), ("LANG", "fr_FR.UTF-8")], Glyphs::Ascii),
            (&[("LC_CTYPE", "C"), ("LANG", "fr_FR.UTF-8")], Glyphs::Ascii),
        ] {
            assert_eq!(Glyphs::from_env(env(set)), glyphs, "{set:?}");
        }
    }
}
