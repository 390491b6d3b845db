//! The new users of an import: each gets a number, all are checked by one.

use crate::domain::decide::Deciding;
use crate::domain::engine::invariants_of_user;
use crate::domain::facts::Get;
use crate::domain::feed::{Newcomer, Said};
use crate::domain::id::{Kind, SiteId, UserId};
use crate::domain::record::Site;
use crate::domain::refusal::{Code, Decided, Refusal};

impl Deciding<'_> {
    /// Adds a new user, who gets a number and no right.
    pub(super) fn import_new(&mut self, feed: &str, site: SiteId, said: Said) -> Decided<()> {
        if self.newcomers.people.is_empty() {
            feed.clone_into(&mut self.newcomers.feed);
        }
        if !self.newcomers.codes.contains_key(&site) {
            if !self.cx.actor.reaches_site(Some(site)) {
                return Err(Refusal::new(Code::SiteNotHeld).field("site").into());
            }
            let found: Option<Site> = self.world.get(site.0)?;
            self.newcomers.codes.insert(site, found.map_or_else(|| site.0.to_string(), |site| site.code));
        }
        let id = UserId(self.world.fresh(Kind::User)?);
        self.newcomers.people.push(Newcomer { id, site, said });
        Ok(())
    }

    /// Newcomers hold the same, whoever they are: one is checked for all.
    pub(in crate::domain::decide) fn check_newcomers(&self) -> Decided<()> {
        let Some(first) = self.newcomers.people.first() else { return Ok(()) };
        let user = first.user(&self.newcomers.feed);
        invariants_of_user(&self.world, self.cx.catalogue, self.cx.actor, None, &user, true)
    }
}
