//! Writes the new users of an import, each made up beside the writing of those before.

use std::sync::mpsc::{SyncSender, sync_channel};

use super::writing::Writing;
use crate::domain::feed::{Newcomer, Newcomers};
use crate::domain::record::User;
use crate::domain::refusal::FactsError;
use crate::service::error::Result;
use crate::store::table::Derived;

/// New users are handed over so many at a time.
const CHUNK: usize = 64;

/// A new user and what is written of them.
struct Made {
    user: User,
    derived: Derived,
    /// The change of the journal, and the fields of it that people read otherwise.
    written: std::result::Result<(String, String), FactsError>,
}

/// Makes up new users until nobody takes them.
fn make_up(newcomers: &Newcomers, sender: &SyncSender<Vec<Made>>) {
    let made = |newcomer: &Newcomer| {
        let user = newcomer.user(&newcomers.feed);
        Made { derived: Derived::of(&user), written: newcomers.written(&user), user }
    };
    for some in newcomers.people.chunks(CHUNK) {
        if sender.send(some.iter().map(made).collect()).is_err() {
            return;
        }
    }
}

impl Writing<'_> {
    /// Writes new users. What is written of them is made beside the writing, which takes longer.
    pub(super) fn newcomers(&mut self, newcomers: &Newcomers) -> Result<()> {
        std::thread::scope(|threads| {
            let (sender, receiver) = sync_channel(2);
            threads.spawn(move || make_up(newcomers, &sender));
            for made in receiver.into_iter().flatten() {
                self.go_on()?;
                let Made { user, derived, written } = made;
                let (fields, reads) = written?;
                self.applier.insert_user(&user, &derived)?;
                self.recorder.made(user.id.subject(), &user.display_name, &fields, &reads)?;
            }
            Ok(())
        })
    }
}
