//! What triage offers: to whom a ticket can be given, and the reasons for which requests were rejected lately.

use std::collections::BTreeMap;

use super::console::Console;
use super::error::Result;
use crate::domain::engine::may_triage;
use crate::domain::id::{AdminId, SiteId};
use crate::domain::record::{Admin, Ticket};
use crate::domain::value::TicketStatus;
use crate::store::view::{AdminRow, Filter, From, List, Query, Sort};

/// How many administrators are looked through.
const ADMINS: usize = 500;

/// How many of the tickets decided last are looked through for reasons.
const DECIDED: usize = 40;

impl Console {
    /// The administrators within reach who may decide one of these tickets, by user name.
    ///
    /// # Errors
    /// Not found, signed out, or the store.
    pub fn triagers(&self, tickets: &[i64]) -> Result<Vec<(AdminId, String)>> {
        // Who may decide it depends on its site alone: one of each will do.
        let mut of_sites: BTreeMap<Option<SiteId>, Ticket> = BTreeMap::new();
        for number in tickets {
            let ticket: Ticket = self.record(*number)?;
            of_sites.entry(ticket.site).or_insert(ticket);
        }
        let actor = self.actor()?;
        let mut found: Vec<(AdminId, String)> = actor.id.map(|id| (id, actor.username.clone())).into_iter().collect();
        let query = Query { list: List::Admins, filter: Filter::default(), sort: Sort::Name, descending: false };
        if actor.level("administrators") > crate::domain::value::Level::None {
            let rows = self.window::<AdminRow>(&query, &From::Start, ADMINS)?;
            found.extend(
                rows.into_iter().map(|(_, row)| (row.id, row.username)).filter(|(id, _)| Some(*id) != actor.id),
            );
        }
        let tables = self.reader.tables();
        let mut may = Vec::with_capacity(found.len());
        for (id, username) in found {
            for ticket in of_sites.values() {
                if may_triage(&tables, &self.settings.catalogue, id, ticket)? {
                    may.push((id, username));
                    break;
                }
            }
        }
        Ok(may)
    }

    /// The reasons given lately for rejecting requests within reach, the newest first, each once.
    ///
    /// # Errors
    /// Not allowed, signed out, or the store.
    pub fn recent_reasons(&self, limit: usize) -> Result<Vec<String>> {
        let filter = Filter::parse("status:rejected", &["status"]);
        let query = Query { list: List::Tickets, filter, sort: Sort::Changed, descending: true };
        let mut reasons: Vec<String> = Vec::new();
        for (_, number) in self.ids(&query, &From::Start, DECIDED)? {
            let tables = self.reader.tables();
            let Some(ticket) = tables.read::<Ticket>(number)? else { continue };
            let decider = ticket.assignee.map(|id| tables.read::<Admin>(id.0)).transpose()?.flatten();
            let Some(reason) = decider.and_then(|decider| reason_of(&ticket, &decider.username)) else { continue };
            if reasons.len() < limit && !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
        Ok(reasons)
    }
}

/// Why a ticket was rejected: the last that its decider said of it.
fn reason_of(ticket: &Ticket, decider: &str) -> Option<String> {
    let said = || ticket.comments.iter().rev().find(|comment| comment.by == decider);
    (ticket.status == TicketStatus::Rejected).then(said)?.map(|comment| comment.text.clone())
}
