//! The Contact Manager of FreePBX: numbered columns, `phone_1_number`, whose kind stands in a column beside them.

use super::super::header::Header;
use super::super::record::PhoneKind;
use super::columns::Part;
use super::plan::{AddressPlan, Labelled, Plan};

/// Finds the columns.
pub(super) fn plan(header: &mut Header) -> Plan {
    let mut plan = Plan {
        name: header.column("displayname"),
        first: header.column("fname"),
        last: header.column("lname"),
        organisation: header.column("company"),
        position: header.column("title"),
        groups: header.column("groupname"),
        ..Plan::default()
    };
    let mut address = AddressPlan::default();
    if let Some(street) = header.column("address") {
        address.set(Part::Street, street);
    }
    plan.addresses = vec![address];
    for number in 1.. {
        let value = header.column(&format!("phone_{number}_number"));
        let email = header.column(&format!("email_{number}"));
        if value.is_none() && email.is_none() {
            break;
        }
        let label = header.column(&format!("phone_{number}_type"));
        plan.phones.extend(value.map(|value| Labelled { kind: PhoneKind::Other, label, value }));
        plan.emails.extend(email.map(|value| Labelled { kind: PhoneKind::Other, label: None, value }));
    }
    plan
}
