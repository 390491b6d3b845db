//! Persons of four kinds stay apart, and every lock has a reason that a person can read.

use guichet::domain::cell::{State, admin_cells, contact_cells, role_cells, user_cells};
use guichet::domain::refusal::Refusal;
use guichet::domain::value::{OrderList, TicketKind};
use guichet::text::{Lang, Texts};
use serde_json::json;

use crate::holds::holding;
use crate::world::World;

/// an administrator, a user, a contact and the person of a request may share an e-mail; each stays a record of its
/// own, and a change of one changes no other.
#[test]
fn x_06_people_with_one_e_mail_are_never_merged() {
    let mut world = World::new();
    let email = "zoe.roy@example.ca";
    world.apply(
        "anna",
        json!([
            {"do": "create_admin", "username": "zoe", "first_name": "Zoé", "last_name": "Roy", "email": email},
            {"do": "create_user", "display_name": "Zoé Roy", "email": email, "site": "mtl"},
            {"do": "create_contact", "name": "Zoé Roy", "emails": [email], "site": "mtl"},
            {"do": "open_ticket", "kind": "new_user", "reason": "x", "commands": [
                {"do": "create_user", "display_name": "Zoé Roy", "first_name": "Zoé", "last_name": "Roy", "email": "z@example.ca",
                    "position": "Agent", "site": "mtl"},
                {"do": "set_application_right", "user": "z@example.ca", "application": "CRM", "right": "read", "value": true}]},
        ]),
    );
    let ticket = world.facts.tickets.values().next_back().expect("it was sent");
    assert_eq!(ticket.kind, TicketKind::NewUser);
    world.apply("anna", json!({"do": "update_user", "user": email, "last_name": "User", "email": "other@example.ca"}));
    world.apply("anna", json!({"do": "update_contact", "contact": "Zoé Roy", "last_name": "Contact"}));
    let (admin, user, contact) = (world.admin("zoe"), world.user("Zoé Roy"), world.contact("Zoé Roy"));
    assert_eq!((admin.last_name.as_str(), admin.email.as_str()), ("Roy", email));
    assert_eq!((user.last_name.as_deref(), user.email.as_deref()), (Some("User"), Some("other@example.ca")));
    assert_eq!((contact.last_name.as_deref(), contact.emails.as_slice()), (Some("Contact"), &[email.to_owned()][..]));
    world.apply("anna", json!({"do": "delete_contact", "contact": "Zoé Roy"}));
    assert!(world.facts.users.values().any(|user| user.display_name == "Zoé Roy"), "only the contact went");
    assert!(world.facts.orders.values().any(|order| order.list == OrderList::Technical));
}

/// whoever looks, at whatever, each locked cell and each one to be asked for says why, in a sentence of both
/// languages; the reasons of the seeds are all among them.
#[test]
fn x_05_every_locked_cell_says_why() {
    let mut world = World::new();
    world.organisation().voip = false;
    world.apply("olga", json!({"do": "set_admin_role", "admin": "lea", "value": "Administrator"}));
    let mut reasons: std::collections::BTreeSet<&str> = std::collections::BTreeSet::new();
    let texts = [Lang::En, Lang::Fr].map(Texts::new);
    let mut look = |who: &str, state: State| {
        let refusal: Refusal = match state {
            State::Free => return,
            State::Ask(refusal) | State::Locked(refusal) => refusal,
        };
        for texts in &texts {
            let said = texts.reason(&world.catalogue, &refusal).to_string();
            let sentence = said.split(' ').count() >= 3 && said.ends_with('.') && !said.contains('{');
            assert!(sentence, "{who}: {}: {said}", refusal.code());
        }
        reasons.insert(refusal.code());
    };
    for actor in ["olga", "anna", "marc", "lea", "nobody", "quentin"] {
        let acting = world.actor(actor);
        let cx = world.context(&acting);
        for user in world.facts.users.values() {
            user_cells(&world.facts, cx, user).unwrap().into_iter().for_each(|cell| look(actor, cell.state));
        }
        for contact in world.facts.contacts.values() {
            contact_cells(&world.facts, cx, contact).unwrap().into_iter().for_each(|cell| look(actor, cell.state));
        }
        for role in world.facts.roles.values() {
            role_cells(&world.facts, cx, role).unwrap().into_iter().for_each(|cell| look(actor, cell.state));
        }
        for admin in world.facts.admins.values() {
            let holds = holding(&world, admin);
            admin_cells(&world.facts, cx, admin, &holds).unwrap().into_iter().for_each(|cell| look(actor, cell.state));
        }
    }
    for reason in [
        "role.licence_cell",
        "role.owner",
        "user.web_access_required",
        "user.portal_only",
        "access.not_held",
        "access.not_oneself",
        "permission.setting_off",
        "admin.licence_override",
    ] {
        assert!(reasons.contains(reason), "{reason} is met: {reasons:?}");
    }
    // T-13: a right that another back office manages is a lock of its own.
    let right = json!({"do": "set_application_right", "user": "2101", "application": "Contacts", "right": "read", "value": true});
    assert_eq!(world.code("olga", right), "application.view_only");
}
