//! What is said of a filter while it is typed.

use super::super::super::desk::Desk;
use crate::service::terms::Advice;
use crate::service::view::List;
use crate::text::Shown;

/// Says what is not understood in a filter, and what the term at its end may go on as.
pub(super) fn advise(desk: &mut Desk, list: List, typed: &str) {
    let texts = &desk.look.texts;
    let join = |known: &[String]| known.join(", ");
    match desk.console.filter_advice(list, typed) {
        Ok(Some(Advice::Field { field, known })) => {
            let args = [("field", field.into()), ("known", join(&known).into())];
            desk.refuse(texts.with("filter-no-field", &args));
        }
        Ok(Some(Advice::Value { field, value, known })) => {
            let args = [("field", field.into()), ("value", value.into()), ("known", join(&known).into())];
            desk.refuse(texts.with("filter-no-value", &args));
        }
        Ok(Some(Advice::Offers { known, .. })) => {
            desk.say(texts.with("filter-offers", &[("known", join(&known).into())]));
        }
        Ok(None) => desk.say(Shown::default()),
        Err(error) => desk.fail(&error),
    }
}
