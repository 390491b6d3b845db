//! The answer to "why" in words: each step of the computation is one sentence.

use super::{Arg, Shown, Texts};
use crate::domain::catalogue::Catalogue;
use crate::domain::cell::State;
use crate::domain::refusal;
use crate::domain::why::Step;
use crate::text_id;

impl Texts {
    /// Returns the sentence of a step; its id is `step-` and the step's name.
    pub fn step_sentence(&self, catalogue: &Catalogue, step: &Step) -> Shown {
        let word = |name: &'static str, arg: &refusal::Arg| -> Option<Arg> {
            match arg {
                // Here even the value of a switch says something.
                refusal::Arg::Value(key, rank) => Some(match catalogue.get(key.as_str()) {
                    Some(entry) => self.value_label(entry, *rank).into(),
                    None => self.on_off(*rank > 0).into(),
                }),
                arg => self.argument(catalogue, name, arg),
            }
        };
        let args: Vec<(&str, Arg)> =
            step.args.iter().filter_map(|(name, arg)| Some((*name, word(name, arg)?))).collect();
        let said = self.with(&format!("step-{}", step.what), &args);
        match &step.since {
            Some(since) => {
                self.with(text_id!("step-since"), &[("said", said.into()), ("since", self.since(since).into())])
            }
            None => said,
        }
    }

    /// Returns whether the one who asks could change it now, and what would have to change.
    pub fn state(&self, catalogue: &Catalogue, state: &State) -> Shown {
        match state {
            State::Free => self.get(text_id!("step-free")),
            State::Ask(reason) => self.with(text_id!("step-ask"), &[("reason", self.reason(catalogue, reason).into())]),
            State::Locked(reason) => self.reason(catalogue, reason),
        }
    }
}
