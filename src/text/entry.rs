//! The wording of the catalogue: labels, descriptions, values and warnings.

use super::{Lang, Shown, Texts, show};
use crate::domain::catalogue::{Catalogue, Entry, Label};

impl Texts {
    /// Returns the label of an entry.
    pub fn entry_label(&self, entry: &Entry) -> Shown {
        self.wording(&entry.label)
    }

    /// Returns the line that describes an entry.
    pub fn entry_about(&self, entry: &Entry) -> Shown {
        self.wording(&entry.about)
    }

    /// Returns the label of a value of an entry by its rank; beyond the last, that of the last.
    pub fn value_label(&self, entry: &Entry, rank: u8) -> Shown {
        self.wording(&entry.value(rank).label)
    }

    /// Returns what to know when an entry is given, if there is anything.
    pub fn warning(&self, entry: &Entry) -> Option<Shown> {
        entry.warning.as_ref().map(|warning| self.wording(warning))
    }

    /// Returns the label of the entry of that key; a key that the catalogue does not have shows itself.
    pub fn key_label(&self, catalogue: &Catalogue, key: &str) -> Shown {
        catalogue.get(key).map_or_else(|| show(key), |entry| self.entry_label(entry))
    }

    fn wording(&self, label: &Label) -> Shown {
        show(match self.lang() {
            Lang::En => &label.en,
            Lang::Fr => &label.fr,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_worded_in_both_languages() {
        let catalogue = Catalogue::builtin();
        let entry = catalogue.get("supervisor_level").unwrap();
        let read = |lang| {
            let texts = Texts::new(lang);
            [texts.entry_label(entry), texts.value_label(entry, 3), texts.value_label(entry, 200)].map(String::from)
        };
        assert_eq!(read(Lang::En), ["Supervisor level", "Live Analytics", "Contact Centre"]);
        assert_eq!(read(Lang::Fr), ["Niveau de superviseur", "Analytique en direct", "Centre de contact"]);
        for lang in Lang::ALL {
            let texts = Texts::new(lang);
            assert!(catalogue.entries().iter().all(|e| !texts.entry_about(e).is_empty()), "{lang}");
        }
    }

    #[test]
    fn u_40_only_an_entry_with_a_warning_has_one() {
        let texts = Texts::new(Lang::En);
        let warning = |key: &str| texts.warning(Catalogue::builtin().get(key).unwrap());
        assert!(warning("recording_playback").unwrap().as_str().contains("conference"));
        assert_eq!(warning("web_access"), None);
    }

    #[test]
    fn s_80_labels_and_unknown_keys_are_made_safe() {
        let entry = "[[entry]]\nkey='x'\nfamily='portal'\nlabel={en=\"a\\u001B\",fr='b'}\nabout={en='a',fr='b'}\n";
        let catalogue = Catalogue::parse(entry).unwrap();
        let texts = Texts::new(Lang::En);
        assert_eq!(texts.key_label(&catalogue, "x").as_str(), "a<U+001B>");
        assert_eq!(texts.key_label(&catalogue, "y\u{202e}").as_str(), "y<U+202E>");
    }
}
