//! Undo and redo through the door: they append, take back whole, and refuse what was touched.

use guichet::domain::id::Kind;
use guichet::domain::record::User;
use guichet::domain::value::SupervisorLevel;
use guichet::service::view::Tally;
use guichet::service::{Console, Turn};

use crate::{AMELIE, LEVEL, code, commands, place, users};

#[test]
fn a_change_is_applied_journalled_undone_and_redone() {
    let place = place();
    let mut console = place.console();
    console.execute(&commands(AMELIE), None).unwrap();
    let plan = console.preview(&commands(LEVEL)).unwrap();
    let fields: Vec<_> =
        plan.changes.iter().map(|c| (c.field.as_str(), c.cause.as_ref().map(|c| c.as_str()))).collect();
    assert_eq!(fields, [("supervisor_level", None), ("permissions.web_access", Some("supervisor_level"))], "U-42");
    let receipt = console.execute(&commands(LEVEL), Some(&plan)).unwrap();
    let user = console.find(Kind::User, "amelie roy").unwrap();
    let level = |console: &Console| console.record::<User>(user.id).unwrap().supervisor_level;
    assert_eq!(level(&console), SupervisorLevel::Reports);

    let undone = console.turn(Turn::Undo, None, false, None).unwrap();
    assert_eq!(level(&console), SupervisorLevel::None);
    assert!(undone.entry > receipt.entry, "undo appends");
    console.turn(Turn::Redo, None, false, None).unwrap();
    assert_eq!(level(&console), SupervisorLevel::Reports);
    console.turn(Turn::Undo, None, false, None).unwrap();
    assert_eq!(level(&console), SupervisorLevel::None);

    let verified = console.verify_journal(None, &mut |_| true).unwrap();
    assert_eq!(verified.fault, None);
    assert_eq!(verified.head, console.journal_head().unwrap());
}

#[test]
fn undoing_the_making_of_a_user_removes_it_unless_it_was_touched() {
    let place = place();
    let mut console = place.console();
    let made = console.execute(&commands(AMELIE), None).unwrap().entry;
    console.execute(&commands(LEVEL), None).unwrap();
    assert_eq!(code(console.turn(Turn::Undo, made, false, None).err().unwrap()), "undo.changed_since");
    console.turn(Turn::Undo, None, false, None).unwrap();
    // The record was touched, even though it is as it was: its making stands until somebody says otherwise.
    assert_eq!(code(console.turn(Turn::Undo, made, false, None).err().unwrap()), "undo.changed_since");
    let other = AMELIE.replace("melie", "line").replace("Am", "C");
    let made = console.execute(&commands(&other), None).unwrap().entry;
    console.turn(Turn::Undo, made, false, None).unwrap();
    assert_eq!(console.count(&users(), 100).unwrap(), Tally::Exactly(1));
    assert_eq!(code(console.turn(Turn::Undo, made, false, None).err().unwrap()), "undo.already");
}

#[test]
fn a_batch_that_makes_records_and_uses_them_is_undone_and_redone_whole() {
    let place = place();
    let mut console = place.console();
    let batch = commands(
        r#"{"do":"create_site","code":"tr","name":"Trois-Rivières"}
        {"do":"create_role","name":"Accueil","licence":"analyst"}
        {"do":"create_admin","username":"paul","first_name":"Paul","last_name":"Roy","email":"paul@example.ca","role":"Accueil","sites":["tr"]}
        {"do":"create_user","display_name":"Amélie Roy","email":"amelie.roy@example.ca","site":"tr"}
        {"do":"create_group","name":"Ventes"}
        {"do":"set_group_member","group":"Ventes","user":"amelie.roy@example.ca","value":true}
        {"do":"create_contact","name":"Zoé","emails":["zoe@example.ca"],"site":"tr"}
        {"do":"set_communication_order","list":"technical","contacts":["Zoé"]}
        {"do":"open_ticket","kind":"deactivate","user":"amelie.roy@example.ca","reason":"left"}"#,
    );
    let made = console.execute(&batch, None).unwrap().entry.unwrap();
    let plan = console.turn(Turn::Undo, None, false, None).unwrap().plan;
    assert_eq!(plan.changes.iter().filter(|c| c.removes()).count(), 7);
    for (kind, name) in
        [(Kind::Site, "tr"), (Kind::Role, "Accueil"), (Kind::User, "Amélie Roy"), (Kind::Contact, "Zoé")]
    {
        assert!(console.find(kind, name).is_err(), "{name} is gone");
    }
    console.turn(Turn::Redo, None, false, None).unwrap();
    let user: User = console.record(console.find(Kind::User, "Amélie Roy").unwrap().id).unwrap();
    assert_eq!((user.groups.len(), user.site.is_some()), (1, true));

    // One more user at the site: neither the site nor what is left as it is may go.
    console.execute(&commands(r#"{"do":"create_user","display_name":"Luc","site":"tr"}"#), None).unwrap();
    let refused = console.preview_turn(Turn::Undo, Some(made), false).unwrap_err();
    assert_eq!(code(refused), "undo.still_used");
    let (_, plan) = console.preview_turn(Turn::Undo, Some(made), true).unwrap();
    assert!(plan.changes.iter().all(|c| c.subject.kind != Kind::Site), "the site stays");
    assert!(plan.changes.iter().any(|c| c.removes() && c.subject.kind == Kind::User), "Amélie goes");
}

#[test]
fn s_22_an_entry_out_of_sight_is_undone_by_nobody_and_named_to_nobody() {
    let place = place();
    let mut marie = place.console();
    let lea = r#"{"do":"create_admin","username":"lea","first_name":"Léa","last_name":"Roy","email":"lea@example.ca","sites":["mtl"]}
        {"do":"set_admin_resource","admin":"lea","resource":"users","value":"manage"}"#;
    let temporary = marie.execute(&commands(lea), None).unwrap().answers.remove(0).temporary_password;
    let elsewhere = r#"{"do":"create_user","display_name":"Luc","site":"qc"}"#;
    let entry = marie.execute(&commands(elsewhere), None).unwrap().entry;
    let mut lea = Console::open(place.settings.clone()).unwrap();
    lea.sign_in("lea", &temporary, 0).unwrap();
    lea.set_own_password(&temporary, "les violons de l’automne").unwrap();
    let undone = |lea: &Console, entry| code(lea.preview_turn(Turn::Undo, entry, false).unwrap_err());
    assert_eq!(undone(&lea, entry), undone(&lea, Some(9_999)));
    assert_eq!(undone(&lea, entry), "journal.not_found");
    let own = lea.execute(&commands(AMELIE), None).unwrap().entry;
    lea.turn(Turn::Undo, own, false, None).unwrap();
}
