//! The contacts, what they may do, and the orders in which they are called.

use super::dice::Dice;
use super::names::Names;
use super::places::SITES;
use crate::domain::command::{Command, CreateContact, Ref, SetCommunicationOrder, SetContactPermission};
use crate::domain::decide::Deciding;
use crate::domain::record::{Phone, PostalAddress};
use crate::domain::value::OrderList;
use crate::service::error::Result;

const COUNT: u64 = 40;
/// With how many of a hundred contacts hold each.
const PERMISSIONS: [(&str, usize); 5] = [
    ("administrator", 12),
    ("emergency_addresses", 15),
    ("contacts_management", 25),
    ("billing", 20),
    ("call_records", 20),
];
const ORGANISATIONS: [(&str, &str); 6] = [
    ("Atelier Nord", "atelier-nord.example"),
    ("Télécom Boréal", "telecom-boreal.example"),
    ("Cabinet Œuvrard & Fils", "oeuvrard.example"),
    ("Northern Lights IT", "northern-lights.example"),
    ("L'Entrepôt d'à côté", "entrepot.example"),
    ("Maple & Loom Supplies", "maple-loom.example"),
];
const POSITIONS: [&str; 6] =
    ["Responsable informatique", "Account manager", "Comptable", "Network engineer", "Directrice générale", "Gardien"];

/// Decides the contacts and both orders.
pub(super) fn lay(deciding: &mut Deciding<'_>) -> Result<()> {
    let mut names = Names::default();
    let mut emails = Vec::new();
    for at in 0..COUNT {
        // A seed of their own, far from those of the users.
        let mut dice = Dice::new(u64::MAX - at);
        let (email, create) = contact(at, &mut names, &mut dice);
        deciding.run(create)?;
        for (permission, odds) in PERMISSIONS {
            if at == 0 || dice.chance(odds) {
                let (contact, permission) = (Ref::new(&*email), permission.to_owned());
                deciding.run(SetContactPermission { contact, permission, value: true }.into())?;
            }
        }
        emails.push(email);
    }
    let order = |every: usize, count: usize| emails.iter().step_by(every).take(count).map(|e| Ref::new(&**e)).collect();
    deciding.run(SetCommunicationOrder { list: OrderList::Technical, contacts: order(3, 9) }.into())?;
    deciding.run(SetCommunicationOrder { list: OrderList::Financial, contacts: order(5, 6) }.into())?;
    Ok(())
}

fn contact(at: u64, names: &mut Names, dice: &mut Dice) -> (String, Command) {
    let name = if at == 11 { names.next_long() } else { names.next(dice.chance(60)) };
    let (organisation, domain) = *dice.pick(&ORGANISATIONS);
    let email = format!("{}@{domain}", name.mailbox);
    let mut emails = vec![email.clone()];
    if dice.chance(20) {
        emails.push(format!("{}@courriel.example", name.mailbox));
    }
    let phone = |kind: &str, line: usize| Phone { kind: kind.to_owned(), number: format!("+1 418 555-{line:04}") };
    let mut phones = vec![phone("work", 100 + dice.below(100))];
    if dice.chance(40) {
        phones.push(phone("mobile", 100 + dice.below(100)));
    }
    let address = dice.chance(30).then(|| PostalAddress {
        street: Some(format!("{}, rue du Métier", 10 + dice.below(900))),
        town: Some("Québec".to_owned()),
        region: Some("Québec".to_owned()),
        postcode: Some("G0A 0A0".to_owned()),
        country: Some("Canada".to_owned()),
    });
    let site = (!dice.chance(10)).then(|| Ref::new(dice.pick(&SITES).0));
    let create = CreateContact {
        name: name.display(),
        first_name: Some(Some(name.first.to_owned())),
        last_name: Some(Some(name.last.to_owned())),
        organisation: Some(Some(organisation.to_owned())),
        position: Some(Some((*dice.pick(&POSITIONS)).to_owned())),
        emails: Some(emails),
        phones: Some(phones),
        addresses: Some(address.into_iter().collect()),
        note: dice.chance(15).then(|| Some("Préfère le courriel ; ne pas appeler avant 9 h.".to_owned())),
        site: Some(site),
        communications: None,
    };
    (email, create.into())
}
