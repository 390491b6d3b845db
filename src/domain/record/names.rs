//! Which records a record names: what is named by another cannot go before it.

use super::{
    Admin, Application, CommunicationOrder, Contact, Group, Organisation, Role, Site, Ticket, User, Workspace,
};
use crate::domain::id::{ContactId, Kind, Subject};

/// A record that may name others.
pub trait Names {
    /// The kinds that it may name.
    const NAMED: &[Kind];

    /// Whether it names that one.
    fn names(&self, subject: Subject) -> bool;
}

fn is<I>(id: Option<I>, number: fn(I) -> i64, subject: Subject) -> bool {
    id.is_some_and(|id| number(id) == subject.id)
}

impl Names for Admin {
    const NAMED: &[Kind] = &[Kind::Admin, Kind::Role, Kind::Site];

    fn names(&self, subject: Subject) -> bool {
        match subject.kind {
            Kind::Admin => is(self.parent, |id| id.0, subject),
            Kind::Role => is(self.role, |id| id.0, subject),
            Kind::Site => self.sites.iter().any(|site| site.0 == subject.id),
            _ => false,
        }
    }
}

impl Names for User {
    const NAMED: &[Kind] = &[Kind::Site, Kind::Role, Kind::Group, Kind::Workspace, Kind::Application];

    fn names(&self, subject: Subject) -> bool {
        match subject.kind {
            Kind::Site => is(self.site, |id| id.0, subject),
            Kind::Role => is(self.role, |id| id.0, subject),
            Kind::Group => {
                self.groups.iter().any(|group| group.0 == subject.id) || is(self.primary_group, |id| id.0, subject)
            }
            Kind::Workspace => self.workspaces.keys().any(|workspace| workspace.0 == subject.id),
            Kind::Application => self.applications.iter().any(|right| right.application.0 == subject.id),
            _ => false,
        }
    }
}

impl Names for Contact {
    const NAMED: &[Kind] = &[Kind::Site];

    fn names(&self, subject: Subject) -> bool {
        subject.kind == Kind::Site && is(self.site, |id| id.0, subject)
    }
}

impl Names for CommunicationOrder {
    const NAMED: &[Kind] = &[Kind::Contact];

    fn names(&self, subject: Subject) -> bool {
        subject.kind == Kind::Contact && self.contacts.contains(&ContactId(subject.id))
    }
}

impl Names for Ticket {
    const NAMED: &[Kind] = &[Kind::User, Kind::Site, Kind::Admin];

    fn names(&self, subject: Subject) -> bool {
        match subject.kind {
            Kind::User => is(self.user, |id| id.0, subject),
            Kind::Site => is(self.site, |id| id.0, subject),
            Kind::Admin => is(self.requester, |id| id.0, subject) || is(self.assignee, |id| id.0, subject),
            _ => false,
        }
    }
}

macro_rules! names_nobody {
    ($($type:ty),*) => {
        $(impl Names for $type {
            const NAMED: &[Kind] = &[];

            fn names(&self, _: Subject) -> bool {
                false
            }
        })*
    };
}

names_nobody!(Organisation, Site, Group, Workspace, Application, Role);
