//! No record names one that is not there: checked on the result of every plan, so that an undo that comes too late says
//! what is missing.

use std::collections::BTreeMap;

use crate::domain::facts::Facts;
use crate::domain::facts::describe;
use crate::domain::id::Subject;
use crate::domain::overlay::{Overlay, Slot};
use crate::domain::record::{Names, Record};
use crate::domain::refusal::{Arg, Code, Decided, Refusal};

/// Checks what each touched record newly names, and that nothing names what goes.
///
/// # Errors
/// The first one that is missing or in the way, or where the store cannot answer.
pub fn check_all(world: &Overlay<'_, dyn Facts + '_>) -> Decided<()> {
    let touched = world.touched();
    newly_named(world, &touched.users)?;
    newly_named(world, &touched.admins)?;
    newly_named(world, &touched.contacts)?;
    newly_named(world, &touched.orders)?;
    newly_named(world, &touched.tickets)?;
    let gone = still_named(world, &touched.sites)?.or(still_named(world, &touched.groups)?);
    let gone = gone.or(still_named(world, &touched.workspaces)?).or(still_named(world, &touched.applications)?);
    match gone.or(still_named(world, &touched.contacts)?) {
        Some(name) => Err(Refusal::new(Code::HangsOn).text("name", name).into()),
        None => Ok(()),
    }
}

fn newly_named<T: Record + Names>(world: &dyn Facts, slots: &BTreeMap<i64, Slot<T>>) -> Decided<()> {
    for slot in slots.values().filter(|slot| slot.before != slot.after) {
        let Some(after) = &slot.after else { continue };
        let before = slot.before.as_ref().map(Names::named).unwrap_or_default();
        for named in after.named().into_iter().filter(|named| !before.contains(named)) {
            if describe(world, named)?.is_none() {
                let refusal = Refusal::new(Code::ReferenceGone).text("name", after.label());
                return Err(refusal.arg("kind", Arg::Kind(named.kind)).into());
            }
        }
    }
    Ok(())
}

fn still_named<T: Record>(world: &dyn Facts, slots: &BTreeMap<i64, Slot<T>>) -> Decided<Option<String>> {
    for (number, slot) in slots {
        if let (Some(gone), None) = (&slot.before, &slot.after)
            && world.referrers(Subject::new(T::KIND, *number))? > 0
        {
            return Ok(Some(gone.label()));
        }
    }
    Ok(None)
}
