//! The words for the values of the domain: statuses, levels, kinds.

use super::{Shown, Texts};
use crate::domain::id::Kind;
use crate::domain::record::Seat;
use crate::domain::value::{
    AccessType, Client, Formula, FourEyes, Level, Licence, OrderList, Priority, SeatLimit, Source, Status,
    SupervisorLevel, TicketKind, TicketStatus,
};

/// A value that has one word in each language; its id is the family and the word used in JSON: `status-active`.
pub trait Worded: Copy {
    /// The start of the ids of its kind.
    const FAMILY: &'static str;

    /// Returns the word used in JSON.
    fn json_word(self) -> &'static str;
}

macro_rules! worded {
    ($($type:ty: $family:literal,)*) => {
        $(impl Worded for $type {
            const FAMILY: &'static str = $family;

            fn json_word(self) -> &'static str {
                self.as_str()
            }
        })*

        #[cfg(test)]
        fn every_id() -> Vec<String> {
            let mut ids = Vec::new();
            $(ids.extend(<$type>::ALL.iter().map(|value| format!("{}-{}", $family, value.as_str())));)*
            ids
        }
    };
}

worded! {
    AccessType: "access-type",
    Client: "client",
    Formula: "formula",
    FourEyes: "four-eyes",
    Kind: "kind",
    Level: "level",
    Licence: "licence",
    OrderList: "order",
    Priority: "priority",
    Seat: "seat",
    SeatLimit: "seat-limit",
    Source: "source",
    Status: "status",
    SupervisorLevel: "supervisor-level",
    TicketKind: "ticket-kind",
    TicketStatus: "ticket-status",
}

impl Texts {
    /// Returns the word for a value of the domain.
    pub fn label<W: Worded>(&self, value: W) -> Shown {
        self.word(W::FAMILY, value.json_word())
    }

    /// Returns one word of a family, such as `word("phone", "work")`: its id is `phone-work`.
    pub fn word(&self, family: &str, word: &str) -> Shown {
        self.get(&format!("{family}-{word}"))
    }

    /// Returns the kind of a phone; one that is not the program's own shows itself.
    pub fn phone_kind(&self, kind: &str) -> Shown {
        self.word_or(&format!("phone-{kind}"), kind)
    }

    /// Returns `on` or `off`.
    pub fn on_off(&self, on: bool) -> Shown {
        self.word("switch", if on { "on" } else { "off" })
    }

    /// Returns `yes` or `no`.
    pub fn yes_no(&self, yes: bool) -> Shown {
        self.word("answer", if yes { "yes" } else { "no" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn every_value_has_its_word_in_both_languages() {
        for lang in Lang::ALL {
            let texts = Texts::new(lang);
            let missing: Vec<String> = every_id().into_iter().filter(|id| !texts.has(id)).collect();
            assert_eq!(missing, [""; 0], "{lang}");
        }
    }

    #[test]
    fn the_terms_of_the_product_are_used() {
        let texts = Texts::new(Lang::Fr);
        assert_eq!(texts.label(SupervisorLevel::LiveAnalytics).as_str(), "Analytique en direct");
        assert_eq!(texts.label(Level::View).as_str(), "Consultation");
        assert_eq!(texts.label(TicketStatus::Done).as_str(), "traité");
        assert_eq!((texts.yes_no(true).as_str(), texts.on_off(false).as_str()), ("oui", "non"));
    }
}
