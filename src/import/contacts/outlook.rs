//! Which columns of a file of Outlook make up a contact.

use super::super::header::Header;
use super::columns::OUTLOOK;
use super::plan::Plan;

/// Finds the columns.
pub(super) fn plan(header: &mut Header) -> Plan {
    let mut plan = Plan::from_names(header, OUTLOOK);
    // In French, `Titre` is the civility before the name and the position after the organisation.
    let company = header.names().iter().position(|name| name == "société");
    let position = header.names().iter().rposition(|name| name == "titre");
    if let (Some(company), Some(position)) = (company, position)
        && company < position
    {
        plan.position = plan.position.or(header.take(position));
    }
    plan
}
