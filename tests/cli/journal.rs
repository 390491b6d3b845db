//! The journal proves itself (S-51).

use rusqlite::Connection;

use super::place::{AMELIE, Place};

/// Changes a row behind the program's back, and leaves the schema as it was.
fn tamper(conn: &Connection, table: &str, change: &str) {
    let name = format!("{table}_update");
    let trigger: String =
        conn.query_row("SELECT sql FROM sqlite_schema WHERE name = ?1", [&name], |row| row.get(0)).unwrap();
    conn.execute_batch(&format!("DROP TRIGGER {name}; {change}; {trigger};")).unwrap();
}

#[test]
fn s_51_one_changed_byte_in_any_row_is_found_and_named() {
    let place = Place::new();
    place.apply(AMELIE);
    place.apply(r#"{"do":"update_user","user":"amelie.roy@example.ca","mobile":"514 555 0199"}"#);
    place.assert_sound();
    // Everything into the one file, so that each try starts from the same bytes.
    place.raw().execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
    let sound = std::fs::read(place.store()).unwrap();
    let entries = place.marie(&["list", "journal", "--json"]).json().as_array().unwrap().len();
    assert_eq!(entries, 5);
    for entry in 1..=entries {
        for (table, column) in [("journal_entry", "result"), ("journal_entry", "commands"), ("journal_change", "after")]
        {
            place.write("store", &sound);
            for companion in ["store-wal", "store-shm"] {
                let _ = std::fs::remove_file(place.folder.path().join(companion));
            }
            let conn = place.raw();
            let key = if table == "journal_entry" { "number" } else { "entry" };
            let rows: i64 = conn
                .query_row(&format!("SELECT count(*) FROM {table} WHERE {key} = {entry}"), [], |row| row.get(0))
                .unwrap();
            if rows == 0 {
                continue;
            }
            let last = format!("substr({column}, 1, length({column}) - 1) || char(unicode(substr({column}, -1)) + 1)");
            tamper(&conn, table, &format!("UPDATE {table} SET {column} = {last} WHERE {key} = {entry}"));
            drop(conn);
            let error = place.run(&["journal", "verify", "--json"]).error(1);
            assert_eq!(error["code"], "journal.row", "{table}.{column} of {entry}");
            assert!(error["message"].as_str().unwrap().contains(&format!("#{entry} ")), "{error}");
        }
    }
}

#[test]
fn s_51_a_record_changed_without_an_entry_is_found() {
    let place = Place::new();
    place.apply(AMELIE);
    place.raw().execute("UPDATE user SET version = 1", []).unwrap();
    let error = place.run(&["journal", "verify", "--json"]).error(1);
    assert_eq!(error["code"], "journal.version");
}

#[test]
fn s_52_an_anchor_tells_a_rebuilt_chain() {
    let place = Place::new();
    let anchor = place.head();
    place.apply(AMELIE);
    assert_eq!(place.run(&["journal", "verify", "--head", &anchor]).code, 0);
    let since = place.run(&["journal", "verify", "--since", &anchor, "--json"]).json();
    assert_eq!(since["entries"], 2);
    assert_eq!(since["head"], place.head());
    let wrong = format!("2:{}", "ab".repeat(32));
    assert_eq!(place.run(&["journal", "verify", "--head", &wrong, "--json"]).error(1)["code"], "journal.link");
    assert_eq!(place.run(&["journal", "verify", "--head", "12", "--json"]).error(2)["code"], "usage.anchor");
    assert_eq!(place.run(&["journal", "head", "--json"]).error(2)["code"], "usage.who");
}

#[test]
fn entries_are_found_by_what_a_record_is_called_whatever_its_accents() {
    let place = Place::new();
    place.apply(&[
        AMELIE,
        r#"{"do":"create_application","name":"CRM","rights":["Écriture"],"view_only":false}"#,
        r#"{"do":"set_application_right","user":"amelie.roy@example.ca","application":"CRM","right":"Écriture","value":true}"#,
    ]
    .join("\n"));
    let entries = |filter: &str| {
        let said = place.marie(&["list", "journal", "--filter", filter, "--json"]).json();
        said.as_array().unwrap().iter().map(|entry| entry["entry"].as_i64().unwrap()).collect::<Vec<_>>()
    };
    let made = entries("amélie");
    assert_eq!(made.len(), 1);
    for filter in ["amelie", "AMÉLIE", "user:\"Amélie Roy\"", "user:amelie.roy@example.ca", "user:user:1", "crm roy"]
    {
        assert_eq!(entries(filter), made, "{filter}");
    }
    assert_eq!(entries("user:1"), Vec::<i64>::new(), "an extension that nobody has, and no number of a record");
    let who = place.marie(&["who", "app:CRM/Écriture", "--json"]).json();
    assert_eq!(who.as_array().unwrap().len(), 1, "{who}");
    assert_eq!(place.marie(&["who", "app:crm/ecriture", "--json"]).json(), who);
    for unknown in ["app:CRM/Lecture", "workspace:Rien"] {
        assert!([4, 5].contains(&place.marie(&["who", unknown]).code), "nobody has what is not there: {unknown}");
    }
}
