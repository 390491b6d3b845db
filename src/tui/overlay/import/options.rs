//! What can be chosen of an import: each choice with its key and its value, and what a key makes of it.

use super::super::super::action::Action;
use super::super::super::place::Place;
use super::super::super::theme::Look;
use super::super::super::widget::choice::{Choice, Item};
use super::ImportLayer;
use crate::service::import::{Encoding, Nature, Unmatched};
use crate::text::{Shown, Texts, show};

/// The delimiters that can be chosen, after the one that is recognised.
const DELIMITERS: [Option<u8>; 5] = [None, Some(b','), Some(b';'), Some(b'\t'), Some(b'|')];

/// What stands for a delimiter.
pub(super) fn delimiter(texts: &Texts, byte: u8) -> Shown {
    match byte {
        b'\t' => Shown::fixed("TAB"),
        byte => texts.with("import-delimiter", &[("letter", char::from(byte).to_string().into())]),
    }
}

impl ImportLayer {
    /// Every choice, as a key and what it stands at.
    pub(super) fn choices(&self, look: &Look) -> Vec<(Shown, Shown)> {
        let texts = &look.texts;
        let yes = |on: bool| texts.get(if on { "import-yes" } else { "import-no" });
        let options = &self.options;
        let unmatched = match options.matching.unmatched {
            Unmatched::Leave => texts.get("import-unmatched-leave"),
            Unmatched::Manual => texts.get("import-unmatched-manual"),
            Unmatched::Contact => texts.get("import-unmatched-contact"),
        };
        let site = options.site.as_deref().map_or_else(|| texts.nothing(), show);
        let mapping = options.mapping.as_ref().map_or_else(|| texts.nothing(), |mapping| show(&mapping.name));
        let refused = texts.get(if options.skip_refused { "import-refused-skip" } else { "import-refused-all" });
        let choices = [
            (Action::ImportEncoding, "encoding", self.encoding(look)),
            (Action::ImportDelimiter, "delimiter", self.delimiter(look)),
            (Action::ImportSite, "site", site),
            (Action::ImportSkip, "refused", refused),
            (Action::ImportComplete, "complete", yes(options.complete)),
            (Action::ImportMatches, "matches", yes(options.matching.accept_likely)),
            (Action::ImportUnmatched, "unmatched", unmatched),
            (Action::ImportMapping, "mapping", mapping),
        ];
        let said = |(action, id, value): (Action, &str, Shown)| {
            let label = texts.word("import-choice", id);
            let said = texts.with("import-choice", &[("label", label.into()), ("value", value.into())]);
            (look.key(action, Place::Import), said)
        };
        choices.into_iter().filter(|(action, ..)| self.matters(*action)).map(said).collect()
    }

    /// Whether a choice makes a difference to these files, as far as that is known.
    fn matters(&self, action: Action) -> bool {
        let Some(plan) = &self.plan else {
            return !matches!(action, Action::ImportMapping | Action::ImportMatches | Action::ImportUnmatched)
                || (action == Action::ImportMapping && self.unknown.is_some());
        };
        let of = |nature: Nature| plan.reports.iter().any(|report| report.nature == nature);
        match action {
            Action::ImportDelimiter => plan.reports.iter().any(|report| report.delimiter.is_some()),
            Action::ImportSite => of(Nature::Telephones) || of(Nature::Directory) || of(Nature::Contacts),
            Action::ImportSkip => plan.counts.refused > 0 || self.options.skip_refused,
            Action::ImportComplete => of(Nature::Telephones),
            Action::ImportMatches | Action::ImportUnmatched => of(Nature::Directory),
            Action::ImportMapping => self.options.mapping.is_some(),
            _ => true,
        }
    }

    /// The encoding that was chosen.
    pub(super) fn encoding(&self, look: &Look) -> Shown {
        let chosen = self.options.encoding.map(|encoding| show(encoding.name()));
        chosen.unwrap_or_else(|| look.texts.get("import-recognised"))
    }

    /// The delimiter that was chosen.
    pub(super) fn delimiter(&self, look: &Look) -> Shown {
        let chosen = self.options.delimiter.map(|byte| delimiter(&look.texts, byte));
        chosen.unwrap_or_else(|| look.texts.get("import-recognised"))
    }

    /// Changes a choice; says whether it was one, and the files are to be read again.
    pub(super) fn choose(&mut self, action: Action) -> bool {
        let options = &mut self.options;
        match action {
            Action::ImportEncoding => {
                let all: Vec<Option<Encoding>> = [None].into_iter().chain(Encoding::ALL.map(Some)).collect();
                options.encoding = next(&all, &options.encoding);
            }
            Action::ImportDelimiter => options.delimiter = next(&DELIMITERS, &options.delimiter),
            Action::ImportSkip => options.skip_refused = !options.skip_refused,
            Action::ImportComplete => options.complete = !options.complete,
            Action::ImportMatches => options.matching.accept_likely = !options.matching.accept_likely,
            Action::ImportUnmatched => {
                let all = [Unmatched::Leave, Unmatched::Manual, Unmatched::Contact];
                options.matching.unmatched = next(&all, &options.matching.unmatched);
            }
            _ => return false,
        }
        true
    }

    /// Offers the sites.
    pub(super) fn choose_site(&mut self) {
        let none = Item::new(None, self.look.texts.nothing());
        let sites = self.sites.iter().map(|(code, name)| Item::new(Some(code.clone()), show(code)).remark(show(name)));
        self.siting = Some(Choice::new(sites.chain([none]).collect()));
    }
}

/// The next of several values, round and round.
pub(super) fn next<T: Clone + PartialEq>(all: &[T], now: &T) -> T {
    let at = all.iter().position(|value| value == now).map_or(0, |at| (at + 1) % all.len());
    all[at].clone()
}
