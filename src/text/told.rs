//! The sentence of whatever could not be done.

use super::{Arg, Shown, Texts};
use crate::domain::catalogue::Catalogue;
use crate::domain::told::Told;

impl Texts {
    /// Returns the sentence: what happened, and what to do. A refusal of a batch stands behind its line.
    ///
    /// The id of a fault's sentence is its code with `-` for `.`.
    pub fn told(&self, catalogue: &Catalogue, told: &Told<'_>) -> Shown {
        match told {
            Told::Refused(refusal) => self.refusal_on_line(catalogue, refusal),
            Told::Fault { code, args } => {
                let args = args.iter().filter_map(|(name, arg)| Some((*name, self.argument(catalogue, name, arg)?)));
                self.code(code, args.collect::<Vec<(&str, Arg)>>())
            }
        }
    }
}
