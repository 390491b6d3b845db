//! Which records a record names: what is named by another cannot go before it.

use super::{
    Admin, Application, CommunicationOrder, Contact, Group, Organisation, Role, Site, Ticket, User, Workspace,
};
use crate::domain::id::{AdminId, GroupId, Kind, RoleId, SiteId, Subject, UserId};

/// A record that may name others.
pub trait Names {
    /// The kinds that it may name.
    const NAMED: &[Kind];

    /// The records that it names.
    fn named(&self) -> Vec<Subject>;

    /// Whether it names that one.
    fn names(&self, subject: Subject) -> bool {
        Self::NAMED.contains(&subject.kind) && self.named().contains(&subject)
    }
}

impl Names for Admin {
    const NAMED: &[Kind] = &[Kind::Admin, Kind::Role, Kind::Site];

    fn named(&self) -> Vec<Subject> {
        let above = self.parent.map(AdminId::subject).into_iter().chain(self.role.map(RoleId::subject));
        above.chain(self.sites.iter().map(|site| site.subject())).collect()
    }
}

impl Names for User {
    const NAMED: &[Kind] = &[Kind::Site, Kind::Role, Kind::Group, Kind::Workspace, Kind::Application];

    fn named(&self) -> Vec<Subject> {
        let mut named: Vec<Subject> = self.groups.iter().map(|group| group.subject()).collect();
        named.extend(self.primary_group.map(GroupId::subject));
        named.extend(self.site.map(SiteId::subject));
        named.extend(self.role.map(RoleId::subject));
        named.extend(self.workspaces.keys().map(|workspace| workspace.subject()));
        named.extend(self.applications.iter().map(|right| right.application.subject()));
        named
    }
}

impl Names for Contact {
    const NAMED: &[Kind] = &[Kind::Site];

    fn named(&self) -> Vec<Subject> {
        self.site.map(SiteId::subject).into_iter().collect()
    }
}

impl Names for CommunicationOrder {
    const NAMED: &[Kind] = &[Kind::Contact];

    fn named(&self) -> Vec<Subject> {
        self.contacts.iter().map(|contact| contact.subject()).collect()
    }
}

impl Names for Ticket {
    const NAMED: &[Kind] = &[Kind::User, Kind::Site, Kind::Admin];

    fn named(&self) -> Vec<Subject> {
        let about = self.user.map(UserId::subject).into_iter().chain(self.site.map(SiteId::subject));
        about.chain([self.requester, self.assignee].into_iter().flatten().map(AdminId::subject)).collect()
    }
}

macro_rules! names_nobody {
    ($($type:ty),*) => {
        $(impl Names for $type {
            const NAMED: &[Kind] = &[];

            fn named(&self) -> Vec<Subject> {
                Vec::new()
            }
        })*
    };
}

names_nobody!(Organisation, Site, Group, Workspace, Application, Role);
