//! Decides what goes for good, with what hangs on it: taken along where the plan can say so, in the way where not.

use super::Deciding;
use crate::domain::change::Cause;
use crate::domain::command::{DeleteApplication, DeleteContact, DeleteGroup, DeleteSite, DeleteUser, DeleteWorkspace};
use crate::domain::facts::{Facts, Get};
use crate::domain::id::{Kind, Subject};
use crate::domain::policy::require_all_sites;
use crate::domain::record::{Admin, Application, CommunicationOrder, Contact, Group, Record, Site, User, Workspace};
use crate::domain::refusal::{Code, Decided, Refusal};
use crate::domain::value::{OrderList, Source, Status};

impl Deciding<'_> {
    /// A site goes once no user, contact or ticket is of it; administrators lose it with it.
    pub(super) fn delete_site(&mut self, c: &DeleteSite) -> Decided<()> {
        let site: Site = self.resolve(&c.site)?;
        require_all_sites(self.cx.actor)?;
        self.nothing_hangs_on(&site, &[Kind::User, Kind::Contact, Kind::Ticket])?;
        for number in self.world.referring(site.subject(), Kind::Admin)? {
            let Some(mut admin): Option<Admin> = self.world.get(number)? else { continue };
            admin.sites.remove(&site.id);
            self.world.because(admin.id, format!("sites.{}", site.id), Cause::word("site_deleted"));
            self.world.put(admin)?;
        }
        Ok(self.world.remove::<Site>(site.id.0)?)
    }

    /// Its members leave it, and those whose primary group it was have none (U-65).
    pub(super) fn delete_group(&mut self, c: &DeleteGroup) -> Decided<()> {
        let group: Group = self.resolve(&c.group)?;
        require_all_sites(self.cx.actor)?;
        let cause = || Cause::word("group_deleted");
        self.each_user_of(group.subject(), |deciding, user| {
            user.groups.remove(&group.id);
            deciding.world.because(user.id, format!("groups.{}", group.id), cause());
            if user.primary_group == Some(group.id) {
                user.primary_group = None;
                deciding.world.because(user.id, "primary_group", cause());
            }
        })?;
        Ok(self.world.remove::<Group>(group.id.0)?)
    }

    /// Its users no longer reach it.
    pub(super) fn delete_workspace(&mut self, c: &DeleteWorkspace) -> Decided<()> {
        let workspace: Workspace = self.resolve(&c.workspace)?;
        require_all_sites(self.cx.actor)?;
        self.each_user_of(workspace.subject(), |deciding, user| {
            user.workspaces.remove(&workspace.id);
            let field = format!("workspaces.{}", workspace.id);
            deciding.world.because(user.id, field, Cause::word("workspace_deleted"));
        })?;
        Ok(self.world.remove::<Workspace>(workspace.id.0)?)
    }

    /// Its users lose their rights of it.
    pub(super) fn delete_application(&mut self, c: &DeleteApplication) -> Decided<()> {
        let application: Application = self.resolve(&c.application)?;
        require_all_sites(self.cx.actor)?;
        self.take_rights(&application, "application_deleted", |_| true)?;
        Ok(self.world.remove::<Application>(application.id.0)?)
    }

    /// Takes the rights of an application that are meant away from everyone who has them.
    pub(super) fn take_rights(
        &mut self,
        application: &Application,
        cause: &'static str,
        meant: impl Fn(&str) -> bool,
    ) -> Decided<()> {
        self.each_user_of(application.subject(), |deciding, user| {
            let taken =
                |right: &crate::domain::record::AppRight| right.application == application.id && meant(&right.right);
            for right in user.applications.iter().filter(|right| taken(right)) {
                deciding.world.because(user.id, format!("applications.{right}"), Cause::word(cause));
            }
            user.applications.retain(|right| !taken(right));
        })
    }

    /// Only a manual user who was never active goes; all others are disabled.
    pub(super) fn delete_user(&mut self, c: &DeleteUser) -> Decided<()> {
        let user: User = self.resolve(&c.user)?;
        if user.source != Source::Manual || user.was_active || user.status == Status::Active {
            return Err(Refusal::new(Code::WasActive).text("name", &user.display_name).into());
        }
        self.nothing_hangs_on(&user, &[Kind::Ticket])?;
        Ok(self.world.remove::<User>(user.id.0)?)
    }

    /// C-07, C-08: leaves both orders, which close the gap. The last administrator stays (C-02), by the invariant.
    pub(super) fn delete_contact(&mut self, c: &DeleteContact) -> Decided<()> {
        let contact: Contact = self.resolve(&c.contact)?;
        for list in OrderList::ALL {
            let Some(mut order): Option<CommunicationOrder> = self.world.get(list.id())? else { continue };
            if !order.contacts.contains(&contact.id) {
                continue;
            }
            if !self.cx.actor.all_sites() {
                return Err(Refusal::new(Code::NeedsAllSites).text("contact", &contact.name).into());
            }
            order.contacts.retain(|other| *other != contact.id);
            let subject = Subject::new(Kind::Order, list.id());
            self.world.because(subject, "contacts", Cause::word("contact_deleted"));
            if order.contacts.is_empty() {
                self.note(Refusal::new(Code::OrderEmpty).text("list", list.as_str()));
            }
            self.world.put(order)?;
        }
        Ok(self.world.remove::<Contact>(contact.id.0)?)
    }

    fn each_user_of(&mut self, of: Subject, mut change: impl FnMut(&mut Self, &mut User)) -> Decided<()> {
        for number in self.world.referring(of, Kind::User)? {
            self.go_on()?;
            let Some(mut user): Option<User> = self.world.get(number)? else { continue };
            change(self, &mut user);
            self.world.put(user)?;
        }
        Ok(())
    }

    /// Names how much of each kind is in the way.
    fn nothing_hangs_on<T: Record>(&self, record: &T, kinds: &[Kind]) -> Decided<()> {
        let mut refusal = Refusal::new(Code::HangsOn);
        let mut free = true;
        for (kind, count) in
            [(Kind::Contact, "contact_count"), (Kind::User, "user_count"), (Kind::Ticket, "ticket_count")]
        {
            if kinds.contains(&kind) {
                let found = self.world.count_referring(record.subject(), kind)?;
                free &= found == 0;
                refusal = refusal.number(count, i64::try_from(found).unwrap_or(i64::MAX));
            }
        }
        if free { Ok(()) } else { Err(refusal.text("name", record.label()).into()) }
    }
}
