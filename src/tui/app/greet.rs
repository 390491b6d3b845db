//! What is said after signing in, and how many requests wait.

use super::App;
use crate::service::Welcome;
use crate::service::view::{Filter, List, Query, Sort, Tally};
use crate::text::{Here, Shown, minute};

impl App {
    /// Greets, and says what the overview does not tell.
    pub(super) fn greet(&mut self, welcome: Option<&Welcome>) {
        let texts = &self.desk.look.texts;
        let mut said = vec![texts.with("desk-welcome", &[("name", (&self.desk.actor.username).into())])];
        // The overview says it too; who may not see that is told here.
        if let Some(welcome) = welcome.filter(|_| !self.desk.sees("dashboard")) {
            if let Some(at) = welcome.last_sign_in_at {
                let at = minute(at, &Here);
                said.push(texts.with("desk-last", &[("at", at.into())]));
            }
            if welcome.failures > 0 {
                said.push(texts.with("desk-failures", &[("count", welcome.failures.into())]));
            }
        }
        let staged = self.desk.staged.len();
        if staged > 0 {
            let count = i64::try_from(staged).unwrap_or(i64::MAX);
            said = vec![texts.with("desk-draft-kept", &[("count", count.into())])];
        }
        if let Some(at) = welcome.and_then(|welcome| welcome.recovered_at) {
            let at = minute(at, &Here);
            said.push(texts.with("desk-recovered", &[("at", at.into())]));
        }
        if let Some(at) = welcome.and_then(|welcome| welcome.put_back_from) {
            let at = minute(at, &Here);
            said.push(texts.with("desk-put-back", &[("at", at.into())]));
        }
        let line = Shown::join(&said, &Shown::fixed("  "));
        self.desk.say(line);
    }

    /// Counts the requests that wait.
    pub(super) fn count_waiting(&mut self) {
        self.waiting = 0;
        if self.desk.sees("tickets") {
            let filter = Filter::parse("status:waiting", &["status"]);
            let query = Query { list: List::Tickets, filter, sort: Sort::Queue, descending: false };
            if let Ok(Tally::Exactly(n) | Tally::AtLeast(n)) = self.desk.console.count(&query, 999) {
                self.waiting = n;
            }
        }
    }
}
