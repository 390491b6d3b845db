//! What is done only by somebody who has just typed their password (S-29).

use super::change::is_detail;
use crate::domain::change::compare;
use crate::domain::plan::Plan;

/// Whether a plan changes what administrators may do: their rights, role, sites, state, place or password, a role, or who
/// owns it all. Users, contacts and triage are not sensitive.
pub fn is_sensitive(plan: &Plan) -> bool {
    let more_than_details = |fields: Vec<crate::domain::change::Change>| {
        fields.iter().any(|change| !is_detail(&change.field) && change.field != "username")
    };
    let touched = &plan.touched;
    !plan.passwords.is_empty()
        || touched.roles.values().any(|slot| slot.before != slot.after)
        || touched.admins.values().any(|slot| more_than_details(compare(slot.before.as_ref(), slot.after.as_ref())))
}
