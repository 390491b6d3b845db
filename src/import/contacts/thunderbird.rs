//! Which columns of a file of Thunderbird make up a contact.

use super::super::header::Header;
use super::columns::{THUNDERBIRD, THUNDERBIRD_TWICE};
use super::plan::Plan;

/// Finds the columns.
pub(super) fn plan(header: &mut Header) -> Plan {
    let mut plan = Plan::from_names(header, THUNDERBIRD);
    for &(name, part) in THUNDERBIRD_TWICE {
        let places: Vec<usize> =
            header.names().iter().enumerate().filter(|(_, known)| *known == name).map(|(index, _)| index).collect();
        // Addresses stand as work, home.
        for (index, address) in places.into_iter().zip([1, 0]) {
            if let Some(column) = header.take(index) {
                plan.addresses[address].set(part, column);
            }
        }
    }
    plan
}
