//! The sentences: one file per subject and language under `assets/lang`, embedded.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

use super::{Glyphs, Lang, Shown, numbers, show};
use crate::domain::norm::NormError;

macro_rules! sources {
    ($lang:literal) => {
        &[
            include_str!(concat!("../../assets/lang/", $lang, "/common.ftl")),
            include_str!(concat!("../../assets/lang/", $lang, "/norm.ftl")),
            include_str!(concat!("../../assets/lang/", $lang, "/refusal.ftl")),
            include_str!(concat!("../../assets/lang/", $lang, "/change.ftl")),
            include_str!(concat!("../../assets/lang/", $lang, "/import.ftl")),
            include_str!(concat!("../../assets/lang/", $lang, "/import_session.ftl")),
            include_str!(concat!("../../assets/lang/", $lang, "/cli.ftl")),
            include_str!(concat!("../../assets/lang/", $lang, "/care.ftl")),
            include_str!(concat!("../../assets/lang/", $lang, "/since.ftl")),
            include_str!(concat!("../../assets/lang/", $lang, "/overview.ftl")),
            include_str!(concat!("../../assets/lang/", $lang, "/short.ftl")),
            include_str!(concat!("../../assets/lang/", $lang, "/tui.ftl")),
            include_str!(concat!("../../assets/lang/", $lang, "/pane.ftl")),
            include_str!(concat!("../../assets/lang/", $lang, "/marks.ftl")),
            include_str!(concat!("../../assets/lang/", $lang, "/filter.ftl")),
            include_str!(concat!("../../assets/lang/", $lang, "/admins.ftl")),
            include_str!(concat!("../../assets/lang/", $lang, "/access.ftl")),
            include_str!(concat!("../../assets/lang/", $lang, "/ticket.ftl")),
            include_str!(concat!("../../assets/lang/", $lang, "/user.ftl")),
            include_str!(concat!("../../assets/lang/", $lang, "/why.ftl")),
        ]
    };
}

const EN: &[&str] = sources!("en");
const FR: &[&str] = sources!("fr");

/// A value that enters a sentence.
#[derive(Clone, Debug)]
pub enum Arg {
    /// A text; data has been made safe on its way in.
    Text(Shown),
    /// A count: written with groups, and it chooses the plural.
    Number(i64),
}

/// The texts of one language; cheap enough to make again when the reader switches.
///
/// Ids are literals: after `texts.get(` or `texts.with(`, or marked by [`text_id!`](crate::text_id) where they are kept
/// in a table. A test looks each of them up.
pub struct Texts {
    lang: Lang,
    glyphs: Glyphs,
    bundle: FluentBundle<FluentResource>,
}

impl Texts {
    /// Reads the texts of a language.
    pub fn new(lang: Lang) -> Self {
        let locale: LanguageIdentifier = lang.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        // The isolating marks are invisible characters, and each cell is drawn in logical order anyway.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(numbers::formatter(lang)));
        for source in sources(lang) {
            // What can be read of a faulty file is used; the tests refuse the fault.
            let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        Self { lang, glyphs: Glyphs::default(), bundle }
    }

    /// Says what the terminal can draw: the few signs that stand for words are taken from there.
    #[must_use]
    pub fn drawn_with(mut self, glyphs: Glyphs) -> Self {
        self.glyphs = glyphs;
        self
    }

    /// Returns what the signs among these texts are drawn with.
    pub fn glyphs(&self) -> Glyphs {
        self.glyphs
    }

    /// Returns the dash that stands for no value.
    pub fn nothing(&self) -> Shown {
        Shown::fixed(self.glyphs.pick("–", "-"))
    }

    /// Returns the language of these texts.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Returns a text without arguments; an unknown id gives the id in brackets.
    pub fn get(&self, id: &str) -> Shown {
        self.with(id, &[])
    }

    /// Returns a text with its arguments: `texts.with("greeting", &[("name", name.into()), ("count", 3.into())])`.
    ///
    /// Texts among the arguments are made safe as by [`show`]; an unknown id gives the id in brackets.
    pub fn with(&self, id: &str, args: &[(&str, Arg)]) -> Shown {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return Shown::trusted(format!("[{}]", show(id)));
        };
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            let value = match arg {
                Arg::Text(text) => numbers::text(text),
                Arg::Number(number) => numbers::value(*number),
            };
            values.set(*name, value);
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&values), &mut errors);
        debug_assert!(errors.is_empty(), "{id}: {errors:?}");
        Shown::trusted(text.into_owned())
    }

    /// Returns the text of a stable code such as `name.too_long`: its id is the code with `-` for `.`.
    pub fn code<'a>(&self, code: &str, args: impl IntoIterator<Item = (&'a str, Arg)>) -> Shown {
        let args: Vec<_> = args.into_iter().collect();
        self.with(&code.replace('.', "-"), &args)
    }

    /// Returns the sentence for what is wrong with a text.
    pub fn norm(&self, error: &NormError) -> Shown {
        self.code(error.code(), error.args().into_iter().map(|(name, value)| (name, value.into())))
    }

    /// Says whether there is a text with this id.
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }
}

fn sources(lang: Lang) -> &'static [&'static str] {
    match lang {
        Lang::En => EN,
        Lang::Fr => FR,
    }
}

impl From<Shown> for Arg {
    fn from(text: Shown) -> Self {
        Self::Text(text)
    }
}

impl From<&Shown> for Arg {
    fn from(text: &Shown) -> Self {
        Self::Text(text.clone())
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(show(text))
    }
}

impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Text(show(text))
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(show(&text))
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<u64> for Arg {
    fn from(number: u64) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<i64> for Arg {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Arg {
    fn from(number: u32) -> Self {
        Self::Number(i64::from(number))
    }
}

impl From<i32> for Arg {
    fn from(number: i32) -> Self {
        Self::Number(i64::from(number))
    }
}

#[cfg(test)]
mod tests;
