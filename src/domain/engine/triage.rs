//! Who may decide a ticket.

use super::actor_of;
use crate::domain::catalogue::Catalogue;
use crate::domain::facts::Facts;
use crate::domain::id::AdminId;
use crate::domain::record::Ticket;
use crate::domain::refusal::FactsError;
use crate::domain::value::Level;

/// Whether an administrator may decide a ticket: active, manages tickets, reaches its site.
///
/// # Errors
/// Where the store cannot answer.
pub fn may_triage(
    facts: &dyn Facts,
    catalogue: &Catalogue,
    admin: AdminId,
    ticket: &Ticket,
) -> Result<bool, FactsError> {
    let actor = actor_of(facts, catalogue, admin)?;
    Ok(actor.is_some_and(|a| a.active && a.level("tickets") == Level::Manage && a.reaches_site(ticket.site)))
}
