//! The words on screen, taken from the language files.

use guichet::domain::catalogue::Catalogue;
use guichet::text::{Arg, Lang, Texts};

/// The words of one language.
pub struct Words(Texts);

impl Words {
    pub fn of(lang: Lang) -> Self {
        Self(Texts::new(lang))
    }

    pub fn lang(&self) -> &'static str {
        match self.0.lang() {
            Lang::En => "en",
            Lang::Fr => "fr",
        }
    }

    /// A text.
    pub fn get(&self, id: &str) -> String {
        self.0.get(id).to_string()
    }

    /// A text with its variables.
    pub fn with(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.0.with(id, args).to_string()
    }

    /// A text with a count.
    pub fn count(&self, id: &str, count: i64) -> String {
        self.with(id, &[("count", count.into())])
    }

    /// A text up to the variable in it.
    pub fn before(&self, id: &str, variable: &str) -> String {
        let text = self.with(id, &[(variable, "¤".into())]);
        text.split('¤').next().unwrap_or_default().to_owned()
    }

    /// The word of a permission that is given.
    pub fn on(&self) -> String {
        self.0.on_off(true).to_string()
    }

    /// The label of something in the catalogue.
    pub fn label(&self, key: &str) -> String {
        let entry = Catalogue::builtin().get(key).unwrap();
        match self.0.lang() {
            Lang::En => entry.label.en.clone(),
            Lang::Fr => entry.label.fr.clone(),
        }
    }

    /// The word of a value of something in the catalogue.
    pub fn value(&self, key: &str, rank: u8) -> String {
        let value = Catalogue::builtin().get(key).unwrap().value(rank);
        match self.0.lang() {
            Lang::En => value.label.en.clone(),
            Lang::Fr => value.label.fr.clone(),
        }
    }
}
