//! Drafts: kept in the store, seen by every console of the same person, lost by none.

use guichet::domain::id::Kind;
use guichet::domain::record::User;
use guichet::domain::value::SupervisorLevel;
use guichet::service::Console;

use crate::{AMELIE, LEVEL, Place, code, commands, place};

#[test]
fn a_draft_is_kept_in_the_store_and_seen_by_a_second_console() {
    let place = place();
    let (mut one, other) = (place.console(), place.console());
    one.execute(&commands(AMELIE), None).unwrap();
    one.stage(commands(LEVEL)).unwrap();
    drop(one);
    let draft = other.draft().unwrap();
    assert_eq!(draft.staged.len(), 1);
    assert!(other.moved_since(&draft).unwrap().is_empty());
    let user = other.find(Kind::User, "amelie roy").unwrap();
    let (staged, _) = other.user_cells(guichet::domain::id::UserId(user.id), &draft.commands()).unwrap();
    assert_eq!(staged.supervisor_level, SupervisorLevel::Reports, "as the draft leaves it");
    assert_eq!(other.record::<User>(user.id).unwrap().supervisor_level, SupervisorLevel::None);
}

#[test]
fn what_is_left_of_a_draft_is_kept_with_what_is_applied_of_it() {
    let place = place();
    let mut console = place.console();
    console.execute(&commands(AMELIE), None).unwrap();
    let note = r#"{"do":"update_user","user":"amelie.roy@example.ca","position":"Accueil"}"#;
    let draft = console.stage(commands(&format!("{LEVEL}\n{note}"))).unwrap();
    let (staged, left) = (draft.only(&[0]), draft.only(&[1]));
    let plan = console.preview(&draft.commands()[..1]).unwrap();

    let refused = commands(r#"{"do":"update_user","user":"nobody","position":"x"}"#);
    assert!(console.execute_staged(&refused, None, &staged).is_err());
    assert_eq!(console.draft().unwrap(), draft, "a refusal leaves the draft as it is");
    console.execute_staged(&draft.commands()[..1], Some(&plan), &staged).unwrap();
    assert_eq!(place.console().draft().unwrap(), left);

    let nothing = console.execute_staged(&draft.commands()[..1], None, &left).unwrap();
    assert_eq!(nothing.entry, None);
    assert!(console.draft().unwrap().is_empty(), "what changes nothing is done with as well");
}

const NOTE: &str = r#"{"do":"update_user","user":"amelie.roy@example.ca","position":"Accueil"}"#;

#[test]
fn what_one_console_stages_is_lost_by_no_other_of_the_same_person() {
    let place = place();
    let (mut one, mut other) = (place.console(), place.console());
    one.execute(&commands(AMELIE), None).unwrap();
    let seen = one.stage(commands(LEVEL)).unwrap();
    assert_eq!(other.stage(commands(NOTE)).unwrap().staged.len(), 2, "staged on what the first one has");

    // The first console applies what it shows, and knows nothing of what came since.
    let receipt = one.execute_staged(&seen.commands(), None, &seen).unwrap();
    assert!(receipt.entry.is_some());
    assert_eq!(one.draft().unwrap().commands(), pinned(&mut other, NOTE));

    // Both at once: each edit is made on the one before.
    let threads: Vec<_> = ["login", "department", "first_name", "last_name"]
        .map(|field| {
            let mut console = place.console();
            std::thread::spawn(move || {
                let command = NOTE.replace("position", field);
                console.stage(commands(&command)).unwrap();
            })
        })
        .into();
    threads.into_iter().for_each(|thread| thread.join().unwrap());
    assert_eq!(one.draft().unwrap().staged.len(), 5);
}

/// The Command as a draft keeps it.
fn pinned(console: &mut Console, command: &str) -> Vec<guichet::domain::command::Command> {
    console.drop_draft().unwrap();
    console.stage(commands(command)).unwrap().commands()
}

#[test]
fn a_draft_of_another_version_is_left_alone_until_its_person_drops_it() {
    let place = place();
    let mut console = place.console();
    console.execute(&commands(AMELIE), None).unwrap();
    console.stage(commands(LEVEL)).unwrap();
    let unknown = r#"{"staged":[{"command":{"do":"set_colour","user":"1"},"versions":[]}]}"#;
    write_draft(&place, unknown);

    assert!(console.draft().unwrap().is_empty() && console.has_draft().unwrap());
    assert_eq!(code(console.stage(commands(NOTE)).unwrap_err()), "draft.unknown");
    assert_eq!(code(console.unstage().unwrap_err()), "draft.unknown");
    console.execute(&commands(NOTE), None).unwrap();
    assert_eq!(read_draft(&place), unknown);

    console.drop_draft().unwrap();
    assert!(!console.has_draft().unwrap());
    assert_eq!(console.stage(commands(LEVEL)).unwrap().staged.len(), 1);
}

fn write_draft(place: &Place, text: &str) {
    let store = rusqlite::Connection::open(&place.settings.path).unwrap();
    assert_eq!(store.execute("UPDATE draft SET commands = ?1", [text]).unwrap(), 1);
}

fn read_draft(place: &Place) -> String {
    let store = rusqlite::Connection::open(&place.settings.path).unwrap();
    store.query_row("SELECT commands FROM draft", [], |row| row.get(0)).unwrap()
}
