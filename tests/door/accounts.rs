//! Who comes in, how far they reach, and when they are out.

use guichet::domain::id::Kind;
use guichet::service::Console;
use guichet::service::view::{From, List, Query, Tally, UserRow};

use crate::{AMELIE, LEVEL, PASSWORD, code, commands, place, users};

#[test]
fn a_sub_administrator_reaches_one_site_and_one_resource() {
    let place = place();
    let mut owner = place.console();
    owner.execute(&commands(AMELIE), None).unwrap();
    owner.execute(&commands(&AMELIE.replace("melie", "rthur").replace("Am", "A").replace("mtl", "qc")), None).unwrap();
    let batch = r#"
        {"do":"create_admin","username":"lea","first_name":"Léa","last_name":"Roy","email":"lea@example.ca","sites":["mtl"]}
        {"do":"set_admin_resource","admin":"lea","resource":"users","value":"view"}"#;
    let receipt = owner.execute(&commands(batch), None).unwrap();
    let temporary = receipt.answers[0].temporary_password.clone();

    let mut lea = Console::open(place.settings.clone()).unwrap();
    assert!(lea.sign_in("lea", &temporary, 0).unwrap().must_change, "A-25");
    lea.set_own_password(&temporary, "un autre mot de passe").unwrap();
    assert_eq!(lea.count(&users(), 100).unwrap(), Tally::Exactly(1), "A-02");
    let rows = lea.window::<UserRow>(&users(), &From::Start, 10).unwrap();
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].1.site.as_deref(), Some("mtl"));
    let hidden = lea.find(Kind::User, "arthur roy").err().unwrap();
    assert_eq!((hidden.exit_code(), code(hidden)), (5, "record.not_found".into()), "S-22");
    let contacts = Query { list: List::Contacts, ..users() };
    assert_eq!(lea.count(&contacts, 100).err().unwrap().exit_code(), 3, "A-03");
    let level = lea.execute(&commands(LEVEL), None).err().unwrap();
    assert_eq!(level.exit_code(), 3);
}

#[test]
fn s_13_a_try_is_counted_before_it_is_looked_at() {
    let place = place();
    let mut console = Console::open(place.settings.clone()).unwrap();
    assert_eq!(code(console.sign_in("marie", "faux", 0).err().unwrap()), "sign_in.refused");
    assert_eq!(code(console.sign_in("marie", PASSWORD, 0).err().unwrap()), "sign_in.wait", "within a second");
    place.settings.clock.advance(1_001);
    console.sign_in("marie", PASSWORD, 0).unwrap();
    assert_eq!(code(console.sign_in("nobody", "x", 0).err().unwrap()), "sign_in.refused", "S-12");
}

#[test]
fn s_16_a_disabled_administrator_is_out_at_the_next_action() {
    let place = place();
    let mut owner = place.console();
    let made = owner.execute(
        &commands(r#"{"do":"create_admin","username":"lea","first_name":"L","last_name":"R","email":"l@example.ca","all_sites":true}"#),
        None,
    );
    let temporary = made.unwrap().answers[0].temporary_password.clone();
    let mut lea = Console::open(place.settings.clone()).unwrap();
    lea.sign_in("lea", &temporary, 0).unwrap();
    lea.set_own_password(&temporary, "un autre mot de passe").unwrap();
    lea.begin_session().unwrap();
    assert!(lea.actor().is_ok());
    owner.execute(&commands(r#"{"do":"set_admin_enabled","admin":"lea","value":false}"#), None).unwrap();
    assert_eq!(code(lea.actor().err().unwrap()), "sign_in.signed_out");
    assert_eq!(code(lea.sign_in("lea", "un autre mot de passe", 0).err().unwrap()), "sign_in.refused", "A-22");
}

#[test]
fn s_99_a_store_has_thirty_two_places_and_the_last_is_the_owners() {
    let place = place();
    let mut marie = place.console();
    let lea = r#"{"do":"create_admin","username":"lea","first_name":"Léa","last_name":"Roy","email":"lea@example.ca"}"#;
    let temporary = marie.execute(&commands(lea), None).unwrap().answers.remove(0).temporary_password;
    let mut lea = Console::open(place.settings.clone()).unwrap();
    lea.sign_in("lea", &temporary, 0).unwrap();
    lea.set_own_password(&temporary, "les violons de l’automne").unwrap();
    for _ in 0..31 {
        lea.again().unwrap().begin_session().unwrap();
    }
    assert_eq!(code(lea.again().unwrap().begin_session().unwrap_err()), "sign_in.full");
    marie.begin_session().unwrap();
    assert_eq!(code(marie.again().unwrap().begin_session().unwrap_err()), "sign_in.full");
}
