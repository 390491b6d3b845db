//! U-50: nobody raises the user record with their own e-mail, nor gets round that by changing the e-mail of either.

use super::change::Policy;
use crate::domain::catalogue::Catalogue;
use crate::domain::engine::Actor;
use crate::domain::facts::Lookup;
use crate::domain::id::Kind;
use crate::domain::norm::email_key;
use crate::domain::record::{Admin, User};
use crate::domain::refusal::{Code, Decided, Refusal};
use crate::domain::value::{AccessType, Source};

/// Who a user record is to the actor.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    /// Somebody else's.
    Anothers,
    /// The actor's own.
    Own,
    /// The actor's own from now on: everything it holds counts as given.
    BecomesOwn,
    /// No longer the actor's own, who could raise it after that.
    NoLongerOwn,
}

impl Policy<'_> {
    /// Whether the user's record has the actor's e-mail, before or after.
    pub(super) fn whose(&self, before: &User, after: &User) -> Whose {
        match (is_of(self.actor, before.email.as_deref()), is_of(self.actor, after.email.as_deref())) {
            (false, false) => Whose::Anothers,
            (true, true) => Whose::Own,
            (false, true) => Whose::BecomesOwn,
            (true, false) => Whose::NoLongerOwn,
        }
    }

    /// One's own e-mail stays while a user record has it, and does not become that of one.
    pub(super) fn own_email(&self, before: &Admin, after: &Admin) -> Decided<()> {
        let keys = [email_key(&before.email), email_key(&after.email)];
        if Some(after.id) != self.actor.id || keys[0] == keys[1] {
            return Ok(());
        }
        for key in keys.iter().filter(|key| !key.is_empty()) {
            if !self.world.lookup(Kind::User, Lookup::Email, key)?.is_empty() {
                return Err(Refusal::new(Code::OwnEmail).field("email").into());
            }
        }
        Ok(())
    }
}

/// Whether an address is the actor's own.
fn is_of(actor: &Actor, email: Option<&str>) -> bool {
    email.map(email_key).is_some_and(|key| Some(key) == actor.email)
}

/// Whether another address would take the actor's own record from them, or make one theirs that holds rights.
pub fn would_change_own(catalogue: &Catalogue, actor: &Actor, user: &User, email: Option<&str>) -> bool {
    match (is_of(actor, user.email.as_deref()), is_of(actor, email)) {
        (true, false) => true,
        (false, true) => {
            let nothing = without_rights(user);
            let given = |key: &str| user.rank(key) > nothing.rank(key);
            let holds = catalogue.entries().iter().any(|entry| given(entry.key.as_str()));
            holds || !user.applications.is_empty() || !user.workspaces.is_empty()
        }
        _ => false,
    }
}

/// A user who holds nothing but what comes with the phone system.
pub(super) fn without_rights(user: &User) -> User {
    let access_type = if user.source == Source::Pbx { AccessType::Essential } else { AccessType::None };
    User { access_type, source: user.source, email: user.email.clone(), ..User::default() }
}
