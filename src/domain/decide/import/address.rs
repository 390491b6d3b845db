//! What an import may do with an e-mail address, which says who somebody is.

use crate::domain::decide::Deciding;
use crate::domain::facts::Lookup;
use crate::domain::id::{Kind, UserId};
use crate::domain::norm::email_key;
use crate::domain::policy::would_change_own;
use crate::domain::record::User;
use crate::domain::refusal::Decided;

impl Deciding<'_> {
    /// Whether an address was another user's before the import: shown, never merged.
    pub(super) fn is_taken(&self, email: Option<&str>, own: Option<UserId>) -> Decided<bool> {
        let Some(email) = email else { return Ok(false) };
        let found = self.facts.lookup(Kind::User, Lookup::Email, &email_key(email))?;
        Ok(found.into_iter().any(|number| own != Some(UserId(number))))
    }

    /// U-50: whether a user keeps their address whatever the file says, since it ties the record to who imports.
    pub(super) fn is_tied(&self, user: &User, email: Option<&str>) -> bool {
        would_change_own(self.cx.catalogue, self.cx.actor, user, email)
    }

    /// Whether a user keeps their address whatever a directory says: the portal is entered with it, and nobody takes
    /// another's or loses theirs that way.
    pub(super) fn keeps_address(&self, user: &User, email: Option<&str>, taken: bool) -> bool {
        let opens = user.permissions.contains("web_access") && (taken || email.is_none());
        opens || self.is_tied(user, email)
    }
}
