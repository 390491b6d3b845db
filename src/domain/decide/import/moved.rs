//! A person who has another number now: the rights stay with the person, and only once somebody said that it is the one.

use super::{Feed, Judged, Matching, Said, Verdict};
use crate::domain::decide::Deciding;
use crate::domain::facts::{Get, Lookup};
use crate::domain::id::Kind;
use crate::domain::norm::email_key;
use crate::domain::record::User;
use crate::domain::refusal::Decided;

impl Deciding<'_> {
    /// Decides a record whose number is new, where the address is that of one user alone whose own number is no longer in
    /// the files; none where there is no such user.
    pub(super) fn import_moved(&mut self, feed: &Feed<'_>, said: &Said, matching: Matching) -> Decided<Option<Judged>> {
        let Some(user) = self.find_moved(feed, said)? else { return Ok(None) };
        self.matched.insert(user.id.0);
        if !matching.accept_likely {
            return Ok(Some(Verdict::Likely { user: user.display_name, by: "email" }.into()));
        }
        let mut user = user;
        let Some(link) = user.feed.get_mut(feed.name) else { return Ok(None) };
        let was = std::mem::replace(&mut link.key, said.key.clone());
        let differs = said.differs(&link.last);
        let judged = self.change(feed, user, said, differs)?;
        let verdict = match judged.verdict {
            Verdict::Changed(differences) | Verdict::Renamed(differences) => Verdict::Moved { was, differences },
            other => other,
        };
        Ok(Some(Judged { verdict, ..judged }))
    }

    fn find_moved(&self, feed: &Feed<'_>, said: &Said) -> Decided<Option<User>> {
        let Some(lacks) = feed.lacks else { return Ok(None) };
        let Some(email) = said.email.as_deref().filter(|_| said.email_identifies) else { return Ok(None) };
        let found = self.facts.lookup(Kind::User, Lookup::Email, &email_key(email))?;
        let [number] = found[..] else { return Ok(None) };
        let user: Option<User> = self.world.get(number)?;
        Ok(user.filter(|user| {
            let gone = user.feed.get(feed.name).is_some_and(|link| lacks(&link.key));
            gone && self.cx.actor.reaches_site(user.site) && !self.matched.contains(&number)
        }))
    }
}
