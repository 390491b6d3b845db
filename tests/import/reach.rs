//! Who may import, and what lies out of reach.

use guichet::domain::command::Command;
use guichet::domain::value::Status;
use guichet::service::Console;
use guichet::service::import::{ImportOptions, SourceFile};

use crate::house::{House, code, counts, csv, extensions, import, import_with, run, user};

const OWN: &str = "un mot de passe bien à moi";

/// An administrator of one site with some resources.
fn administrator(house: &House, console: &mut Console, site: &str, resources: &[(&str, &str)]) -> Console {
    let mut commands = vec![
        r#"{"do":"create_admin","username":"luc","first_name":"Luc","last_name":"Nord","email":"luc@example.ca"}"#
            .to_owned(),
        format!(r#"{{"do":"set_admin_site","admin":"luc","site":"{site}","value":true}}"#),
    ];
    for (resource, value) in resources {
        commands
            .push(format!(r#"{{"do":"set_admin_resource","admin":"luc","resource":"{resource}","value":"{value}"}}"#));
    }
    let commands: Vec<Command> = commands.iter().map(|text| serde_json::from_str(text).unwrap()).collect();
    let receipt = console.execute(&commands, None).unwrap();
    let temporary = receipt.answers[0].temporary_password.to_string();
    let mut luc = Console::open(house.settings.clone()).unwrap();
    luc.sign_in("luc", &temporary, 0).unwrap();
    luc.set_own_password(&temporary, OWN).unwrap();
    house.sign_in("luc", OWN)
}

#[test]
fn it_takes_manage_on_what_is_imported() {
    let house = House::new();
    let mut console = house.owner();
    let mut luc = administrator(&house, &mut console, "mtl", &[("users", "view"), ("contacts", "view")]);
    let people = extensions(&[("200", "Amélie Roy", "")]);
    assert_eq!(code(import_with(&mut luc, &people, &ImportOptions::default())).1, 3);
    assert_eq!(code(luc.import_preview(&[people], &ImportOptions::default(), &mut |_, _| true)).1, 3);
    let contacts = crate::contacts::file(&[("Ada", "ada@example.org", "")]);
    assert_eq!(code(import_with(&mut luc, &contacts, &ImportOptions::default())).1, 3);
}

#[test]
fn u_14_the_cost_of_essential_comes_with_the_phone_system_and_so_does_ones_own() {
    let house = House::new();
    let mut console = house.owner();
    let mut luc = administrator(&house, &mut console, "mtl", &[("users", "manage")]);
    let receipt = import(&mut luc, &extensions(&[("200", "Luc Nord", "luc@example.ca"), ("201", "Zoé", "")]));
    assert_eq!(receipt.import.counts, counts(|c| c.new = 2));
}

#[test]
fn s_22_people_of_another_site_are_in_use_and_nothing_is_said_of_them() {
    let house = House::with_sites(&["mtl", "qc"]);
    let mut console = house.owner();
    let options = |site: &str| ImportOptions { site: Some(site.into()), complete: true, ..ImportOptions::default() };
    import_with(&mut console, &extensions(&[("200", "Amélie Roy", ""), ("201", "Zoé Ky", "")]), &options("mtl"))
        .unwrap();
    run(&mut console, r#"{"do":"update_user","user":"201","site":"qc"}"#);
    let mut luc = administrator(&house, &mut console, "qc", &[("users", "manage")]);
    let file = extensions(&[("200", "Paul Est", ""), ("201", "Zoé Ky", ""), ("202", "Lise Sud", "")]);
    assert_eq!(code(import_with(&mut luc, &file, &ImportOptions::default())), ("import.refused".into(), 4));
    let skip = ImportOptions { skip_refused: true, ..ImportOptions::default() };
    let receipt = import_with(&mut luc, &file, &skip).unwrap();
    assert_eq!(receipt.import.counts, counts(|c| (c.new, c.unchanged, c.refused) = (1, 1, 1)));
    assert_eq!(receipt.import.refused[0].code(), "import.key_in_use");
    assert!(!format!("{:?}", receipt.import).contains("Amélie"));
    assert_eq!(user(&luc, "202").site.map(|site| site.0), Some(2), "the only site within reach");
    assert_eq!(user(&console, "200").display_name, "Amélie Roy");
    // Who is out of reach does not vanish either, and is in no count.
    let complete = ImportOptions { complete: true, ..ImportOptions::default() };
    let receipt = import_with(&mut luc, &extensions(&[("202", "Lise Sud", "")]), &complete).unwrap();
    assert_eq!(receipt.import.counts, counts(|c| (c.unchanged, c.vanished) = (1, 1)));
    assert_eq!((user(&console, "200").status, user(&console, "201").status), (Status::Active, Status::Disabled));
    assert_eq!(code(import_with(&mut luc, &file, &options("mtl"))), ("record.not_found".into(), 5));
}

/// Users of our own export with another address each.
fn addressed(people: &[(i64, &str, &str)]) -> SourceFile {
    let rows = people.iter().map(|(number, name, email)| format!("user:{number},{name},{email},essential,none\r\n"));
    csv(&format!("id,display_name,email,access_type,supervisor_level\r\n{}", rows.collect::<String>()))
}

#[test]
fn u_50_no_import_ties_a_record_to_who_imports_or_unties_it() {
    let house = House::new();
    let mut console = house.owner();
    let people = [("200", "Luc Nord", "luc@example.ca"), ("201", "Zoé Ky", "zoe@example.org"), ("202", "Lise Sud", "")];
    import(&mut console, &extensions(&people));
    run(&mut console, r#"{"do":"set_permission","user":"201","permission":"web_access","value":true}"#);
    run(&mut console, r#"{"do":"set_access_type","user":"202","value":"professional"}"#);
    let mut luc = administrator(&house, &mut console, "mtl", &[("users", "manage")]);
    let email = |luc: &Console, extension: &str| user(luc, extension).email;

    // Away from his own record, which he could raise then, and onto one that holds rights already.
    for (file, extension) in [
        (addressed(&[(1, "Luc Nord", "away@example.ca")]), "200"),
        (addressed(&[(1, "Luc Nord", "")]), "200"),
        (addressed(&[(2, "Zoé Ky", "luc@example.ca")]), "201"),
        (addressed(&[(3, "Lise Sud", "luc@example.ca")]), "202"),
        (extensions(&[("202", "Lise Sud", "Luc@example.ca")]), "202"),
    ] {
        let before = email(&luc, extension);
        import(&mut luc, &file);
        assert_eq!(email(&luc, extension), before, "{extension}");
    }
    // A record that holds nothing may become his: he gives it nothing from then on.
    run(&mut console, r#"{"do":"set_access_type","user":"202","value":"essential"}"#);
    import(&mut luc, &addressed(&[(3, "Lise Sud", "luc@example.ca")]));
    assert_eq!(email(&luc, "202").as_deref(), Some("luc@example.ca"));
    // For everybody else's import it is an address like any other.
    import(&mut console, &addressed(&[(1, "Luc Nord", "away@example.ca")]));
    assert_eq!(email(&console, "200").as_deref(), Some("away@example.ca"));
}
