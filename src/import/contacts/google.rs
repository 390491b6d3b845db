//! Google Contacts: numbered columns, `E-mail 1 - Value`, whose kind stands in a column beside them.

use super::super::header::Header;
use super::super::record::PhoneKind;
use super::columns::Part;
use super::plan::{AddressPlan, Labelled, Plan};

/// What joins several values in one cell.
pub(super) const JOINER: &str = ":::";

/// Finds the columns of the old and of the new header.
pub(super) fn plan(header: &mut Header) -> Plan {
    let mut plan = Plan {
        name: header.column("name"),
        first: header.column("given name").or_else(|| header.column("first name")),
        last: header.column("family name").or_else(|| header.column("last name")),
        organisation: header.column("organization 1 - name").or_else(|| header.column("organization name")),
        position: header.column("organization 1 - title").or_else(|| header.column("organization title")),
        groups: header.column("group membership").or_else(|| header.column("labels")),
        note: header.column("notes"),
        ..Plan::default()
    };
    plan.emails = labelled(header, "e-mail");
    plan.phones = labelled(header, "phone");
    plan.addresses = (1..).map_while(|number| address(header, number)).collect();
    plan
}

fn labelled(header: &mut Header, what: &str) -> Vec<Labelled> {
    let one = |number: u32| {
        let value = header.column(&format!("{what} {number} - value"))?;
        let label = header.column(&format!("{what} {number} - type"));
        let label = label.or_else(|| header.column(&format!("{what} {number} - label")));
        Some(Labelled { kind: PhoneKind::Other, label, value })
    };
    (1..).map_while(one).collect()
}

fn address(header: &mut Header, number: u32) -> Option<AddressPlan> {
    let mut address = AddressPlan::default();
    let mut column = |part: &str| header.column(&format!("address {number} - {part}"));
    address.formatted = column("formatted");
    let parts = [
        ("street", Part::Street),
        ("extended address", Part::Street),
        ("po box", Part::Street),
        ("city", Part::Town),
        ("region", Part::Region),
        ("postal code", Part::Postcode),
        ("country", Part::Country),
    ];
    for (name, part) in parts {
        if let Some(found) = column(name) {
            address.set(part, found);
        }
    }
    (address.formatted.is_some() || !address.street.is_empty()).then_some(address)
}

/// Reads a label such as `* Work Fax`: what it is for, and whether it is the primary one.
pub(super) fn label(cell: &str) -> (PhoneKind, bool) {
    let (primary, name) = match cell.trim().strip_prefix('*') {
        Some(name) => (true, name.trim()),
        None => (false, cell.trim()),
    };
    let kind = match name.to_lowercase().as_str() {
        "work" | "bureau" | "professionnel" | "travail" => PhoneKind::Work,
        "mobile" | "cell" | "portable" => PhoneKind::Mobile,
        "home" | "domicile" | "personnel" => PhoneKind::Home,
        "work fax" | "workfax" | "fax (bureau)" => PhoneKind::FaxWork,
        "home fax" | "homefax" | "fax (domicile)" => PhoneKind::FaxHome,
        "main" | "principal" => PhoneKind::Main,
        "pager" => PhoneKind::Pager,
        _ => PhoneKind::Other,
    };
    (kind, primary)
}

/// Tells whether a group is one that Google makes by itself.
pub(super) fn is_system_group(group: &str) -> bool {
    group.starts_with('*')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_say_the_kind_and_the_primary() {
        assert_eq!(label("* Work Fax"), (PhoneKind::FaxWork, true));
        assert_eq!(label("Domicile"), (PhoneKind::Home, false));
        assert_eq!(label("anything"), (PhoneKind::Other, false));
        assert_eq!(label(""), (PhoneKind::Other, false));
    }
}
