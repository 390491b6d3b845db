//! Undo: the changes of an entry turned round, each expecting the value that it left, under the rules of today.

use std::collections::BTreeMap;

use super::{Context, Deciding};
use crate::domain::change::{Change, from_fields, set_field};
use crate::domain::facts::{Facts, Get};
use crate::domain::id::{AdminId, EntryNo, Kind, Subject};
use crate::domain::overlay::Touch;
use crate::domain::plan::Plan;
use crate::domain::record::{
    Admin, Application, CommunicationOrder, Contact, Group, Organisation, Role, Site, Ticket, User, Workspace,
};
use crate::domain::refusal::{Arg, Code, Decided, Refusal};

/// Makes the plan that turns the changes of an entry round. What was changed since stands in the way and is named,
/// unless `skip_changed`: then it is left as it is.
///
/// # Errors
/// What stands in the way, what is not allowed, or where the store cannot answer.
pub fn turn_round(
    facts: &dyn Facts,
    cx: Context<'_>,
    entry: EntryNo,
    changes: &[Change],
    skip_changed: bool,
) -> Decided<Plan> {
    let mut by_record: BTreeMap<Subject, Vec<&Change>> = BTreeMap::new();
    for change in changes.iter().filter(|c| !c.effect) {
        by_record.entry(change.subject).or_default().push(change);
    }
    if by_record.is_empty() {
        return Err(Refusal::new(Code::NotUndoable).number("entry", entry).into());
    }
    let mut deciding = Deciding::new(facts, cx);
    for (subject, changes) in &by_record {
        let (subject, round) = (*subject, Round { entry, skip_changed, changes });
        let outcome = match subject.kind {
            Kind::Organisation => deciding.turn::<Organisation>(subject, &round, &Organisation::default()),
            Kind::Site => deciding.turn::<Site>(subject, &round, &Site::default()),
            Kind::Group => deciding.turn::<Group>(subject, &round, &Group::default()),
            Kind::Workspace => deciding.turn::<Workspace>(subject, &round, &Workspace::default()),
            Kind::Application => deciding.turn::<Application>(subject, &round, &Application::default()),
            Kind::Admin => deciding.turn::<Admin>(subject, &round, &Admin::default()),
            Kind::Role => deciding.turn::<Role>(subject, &round, &Role::default()),
            Kind::User => deciding.turn::<User>(subject, &round, &User::default()),
            Kind::Contact => deciding.turn::<Contact>(subject, &round, &Contact::default()),
            Kind::Order => deciding.turn::<CommunicationOrder>(subject, &round, &CommunicationOrder::default()),
            Kind::Ticket => deciding.turn::<Ticket>(subject, &round, &Ticket::default()),
        };
        outcome?;
    }
    let made: Vec<&Change> = by_record.values().flatten().copied().filter(|c| c.makes()).collect();
    deciding.restore_named(&Round { entry, skip_changed, changes: &made })?;
    deciding.finish()
}

struct Round<'a> {
    entry: EntryNo,
    skip_changed: bool,
    changes: &'a [&'a Change],
}

impl Round<'_> {
    fn in_the_way(&self, change: &Change, code: Code) -> Decided<()> {
        if self.skip_changed {
            return Ok(());
        }
        let refusal = Refusal::new(code).number("entry", self.entry).text("name", &change.name);
        Err(refusal.text("path", change.field_read()).arg("kind", Arg::Kind(change.subject.kind)).into())
    }
}

impl<'a> Deciding<'a> {
    fn turn<T: Touch>(&mut self, subject: Subject, round: &Round<'_>, empty: &T) -> Decided<()>
    where
        dyn Facts + 'a: Get<T>,
    {
        let current: Option<T> = self.world.get(subject.id)?;
        if let Some(made) = round.changes.iter().find(|c| c.makes()) {
            return self.unmake(current, made, round);
        }
        if let Some(removed) = round.changes.iter().find(|c| c.removes()) {
            if current.is_some() {
                return round.in_the_way(removed, Code::ChangedSince);
            }
            // only a redo brings a role back, one whose making was undone.
            if T::KIND == Kind::Role && !self.cx.allowance.redo {
                return Err(Refusal::new(Code::RoleGone).into());
            }
            let restored: T = from_fields(empty, subject.id, &removed.before)
                .map_err(|_| Refusal::new(Code::NotUndoable).number("entry", round.entry))?;
            return Ok(self.world.put(restored)?);
        }
        let Some(mut record) = current else {
            return round.changes.first().map_or(Ok(()), |change| round.in_the_way(change, Code::ChangedSince));
        };
        for change in round.changes {
            if set_field(&mut record, &change.field, &change.after, &change.before).is_err() {
                round.in_the_way(change, Code::ChangedSince)?;
            }
        }
        Ok(self.world.put(record)?)
    }

    /// A record that nobody touched since it was made goes; whether others name it is asked once all are gone.
    fn unmake<T: Touch>(&mut self, current: Option<T>, made: &Change, round: &Round<'_>) -> Decided<()>
    where
        dyn Facts + 'a: Get<T>,
    {
        let Some(record) = current else { return Ok(()) };
        if record.version() != round.entry {
            return round.in_the_way(made, Code::ChangedSince);
        }
        if T::KIND == Kind::Admin && self.facts.has_signed_in(AdminId(record.number()))? {
            return round.in_the_way(made, Code::StillUsed);
        }
        Ok(self.world.remove::<T>(record.number())?)
    }

    /// Puts back what is gone and still named by others, or names it as what stands in the way. What is put back may
    /// name others in turn.
    fn restore_named(&mut self, round: &Round<'_>) -> Decided<()> {
        let mut again = true;
        while again {
            again = false;
            for made in round.changes {
                if self.world.touched().removed(made.subject) && self.world.referrers(made.subject)? > 0 {
                    round.in_the_way(made, Code::StillUsed)?;
                    self.world.restore(made.subject);
                    again = true;
                }
            }
        }
        Ok(())
    }
}
