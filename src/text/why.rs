//! The answer to "why" in words: each step of the computation, and what would have to change.

use super::{Arg, Here, Shown, Texts, minute, show};
use crate::domain::catalogue::Catalogue;
use crate::domain::cell::State;
use crate::domain::refusal;
use crate::domain::value::Level;
use crate::domain::why::{Since, Step, Why};
use crate::text_id;

/// One step in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepText {
    /// What is looked at: `role Accueil`.
    pub what: Shown,
    /// The value it gives, a dash where it gives none.
    pub value: Shown,
    /// What is to be known of it; may be empty.
    pub remark: Shown,
}

/// The answer to "why" in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhyText {
    /// The steps, what follows from them last.
    pub steps: Vec<StepText>,
    /// What the one who asks could do about it.
    pub change: Shown,
}

impl Texts {
    /// Returns an answer to "why" in words.
    pub fn why(&self, catalogue: &Catalogue, why: &Why) -> WhyText {
        let steps = why.steps.iter().map(|step| self.step(catalogue, why, step)).collect();
        let reason = |refusal| [("reason", self.reason(catalogue, refusal).into())];
        let change = match &why.state {
            State::Free => self.get(text_id!("why-change-free")),
            State::Ask(refusal) => self.with(text_id!("why-change-ask"), &reason(refusal)),
            State::Locked(refusal) => self.with(text_id!("why-change-locked"), &reason(refusal)),
        };
        WhyText { steps, change }
    }

    /// Returns the value that counts in words: `on`, `Manage`, `Live Analytics`.
    pub fn why_value(&self, catalogue: &Catalogue, why: &Why) -> Shown {
        match catalogue.get(why.key.as_str()) {
            Some(entry) if entry.is_switch() => self.on_off(why.rank > 0),
            Some(entry) => self.value_label(entry, why.rank),
            None if why.key.as_str().starts_with("app:") => self.on_off(why.rank > 0),
            None => self.label(Level::ALL[usize::from(why.rank.min(2))]),
        }
    }

    fn step(&self, catalogue: &Catalogue, why: &Why, step: &Step) -> StepText {
        let word = |(name, arg): &(&'static str, refusal::Arg)| Some((*name, self.argument(catalogue, name, arg)?));
        let args: Vec<(&str, Arg)> = step.args.iter().filter_map(word).collect();
        let id = format!("why-{}", step.what);
        let remark = self.with(&format!("{id}-remark"), &args);
        // What is staged is stored nowhere, and nobody has given it yet.
        let stored = Some(remark).filter(|_| !(step.staged && matches!(step.what, "held" | "not-held")));
        let staged = step.staged.then(|| self.get(text_id!("why-staged")));
        let said = [stored, staged, step.since.as_ref().map(|since| self.since(since))];
        let said: Vec<Shown> = said.into_iter().flatten().filter(|part| !part.is_empty()).collect();
        StepText {
            what: self.with(&id, &args),
            value: self.step_value(catalogue, why, step),
            remark: Shown::join(&said, &Shown::fixed(", ")),
        }
    }

    /// Returns when and by whom a value was given.
    pub(super) fn since(&self, since: &Since) -> Shown {
        let args: [(&str, Arg); 3] = [
            ("at", minute(since.at, &Here).into()),
            ("entry", Arg::Number(since.entry)),
            ("by", show(since.by.as_deref().unwrap_or_default()).into()),
        ];
        match since.by {
            Some(_) => self.with(text_id!("why-since-by"), &args),
            None => self.with(text_id!("why-since"), &args),
        }
    }

    fn step_value(&self, catalogue: &Catalogue, why: &Why, step: &Step) -> Shown {
        let given = step.args.iter().find(|(name, _)| matches!(*name, "value" | "needed"));
        match (step.what, given) {
            ("held" | "not-held" | "therefore" | "owner", _) => self.why_value(catalogue, why),
            ("granted-by" | "requires-met", None) => self.on_off(true),
            ("would-be-granted-by", None) => self.on_off(false),
            (_, Some((name, arg))) => match self.argument(catalogue, name, arg) {
                Some(Arg::Text(text)) => text,
                Some(Arg::Number(number)) => self.number(number),
                // The value of a switch is a word of its own here.
                None => self.on_off(matches!(arg, refusal::Arg::Value(_, rank) if *rank > 0)),
            },
            (_, None) => self.nothing(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::domain::catalogue::Key;
    use crate::domain::refusal::{Code, Refusal};
    use crate::text::Lang;

    fn why(key: &str, rank: u8, steps: Vec<Step>, state: State) -> Why {
        Why { key: Key::new(key), rank, steps, state }
    }

    fn read(lang: Lang, why: &Why) -> Vec<[String; 3]> {
        let said = Texts::new(lang).why(Catalogue::builtin(), why);
        said.steps.into_iter().map(|s| [s.what, s.value, s.remark].map(String::from)).collect()
    }

    #[test]
    fn a_resource_is_explained_from_the_role_to_the_parent() {
        let level = refusal::Arg::Level;
        let role = Step::new("role-added").text("role", "Accueil").text("licence", "analyst");
        let steps = vec![
            role.arg("value", level(Level::Manage)),
            Step::new("not-by-hand"),
            Step::new("held-back").text("parent", "mid").arg("value", level(Level::View)),
            Step::new("therefore").arg("value", refusal::Arg::Value(Key::new("contacts"), 1)),
        ];
        let why = why("contacts", 1, steps, State::Free);
        let en = read(Lang::En, &why);
        assert_eq!(en[0], ["role Accueil", "Manage", "added to the licence Analyst"]);
        assert_eq!(en[1], ["set by hand", "–", "nothing: the role counts"]);
        assert_eq!(en[2], ["held back by the parent", "View", "mid holds no more than that"]);
        assert_eq!(en[3], ["therefore", "View", ""]);
        assert_eq!(read(Lang::Fr, &why)[2], ["limité par le parent", "Consultation", "mid n’a pas plus"]);
        assert_eq!(Texts::new(Lang::En).why(Catalogue::builtin(), &why).change.as_str(), "You may change it.");
    }

    #[test]
    fn a_switch_is_on_or_off_and_its_lock_has_a_reason() {
        let other = refusal::Arg::Key(Key::new("supervisor_level"));
        let steps = vec![Step::new("held"), Step::new("granted-by").arg("other", other)];
        let locked = State::Locked(Refusal::new(Code::OwnerOnly));
        let why = why("web_access", 1, steps, locked);
        let en = read(Lang::En, &why);
        assert_eq!(en[0], ["given", "on", "stored with the record"]);
        assert_eq!(en[1][..2], ["comes with Supervisor level", "on"]);
        let change = Texts::new(Lang::En).why(Catalogue::builtin(), &why).change;
        assert_eq!(change.as_str(), "You cannot change it: Only the owner may do this. Ask the owner.");
    }

    /// Every step that the domain can take has its sentences.
    #[test]
    fn every_step_has_its_words() {
        let source = include_str!("../domain/why.rs");
        let words: BTreeSet<&str> = ["Step::new(\"", "{ \""]
            .into_iter()
            .flat_map(|before| source.split(before).skip(1).filter_map(|rest| rest.split('"').next()))
            .collect();
        assert!(words.len() >= 18, "the scan finds too few: {words:?}");
        for lang in Lang::ALL {
            let texts = Texts::new(lang);
            for word in &words {
                assert!(texts.has(&format!("why-{word}")), "{lang}: {word}");
                assert!(texts.has(&format!("why-{word}-remark")), "{lang}: {word}");
            }
        }
    }
}
