//! The door with a real store: what is asked is decided, applied, journalled, undone, and proved.

#![expect(clippy::unwrap_used, reason = "a helper that fails is a test that fails")]

#[path = "door/admins.rs"]
mod admins;
#[path = "door/bypass.rs"]
mod bypass;
#[path = "door/lists.rs"]
mod lists;
#[path = "door/noted.rs"]
mod noted;
#[path = "door/questions.rs"]
mod questions;

use guichet::domain::command::{Command, Ref, SetPermission};
use guichet::domain::id::{Kind, Subject};
use guichet::domain::record::User;
use guichet::domain::time::Time;
use guichet::domain::value::{Formula, SupervisorLevel};
use guichet::service::bulk::Marked;
use guichet::service::clock::Clock;
use guichet::service::view::{Filter, From, List, Query, Sort, Tally, UserRow};
use guichet::service::{Console, Founding, Opening, ServiceError, Settings, Turn, found};

const PASSWORD: &str = "les sanglots longs des violons";

struct Place {
    _folder: tempfile::TempDir,
    settings: Settings,
}

fn place() -> Place {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.guichet");
    let clock = Clock::frozen(Time(1_700_000_000_000));
    let founding = Founding {
        organisation: "Atelier Nord".into(),
        plan: Formula::Enterprise,
        sites: vec![("mtl".into(), "Montréal".into()), ("qc".into(), "Québec".into())],
        owner: "marie".into(),
        email: "marie@example.ca".into(),
    };
    found(&path, Opening::default(), &clock, &founding, PASSWORD).unwrap();
    let settings = Settings { clock, ..Settings::new(path) };
    Place { _folder: folder, settings }
}

impl Place {
    fn console(&self) -> Console {
        let mut console = Console::open(self.settings.clone()).unwrap();
        console.sign_in("marie", PASSWORD, 0).unwrap();
        console
    }
}

fn commands(text: &str) -> Vec<Command> {
    text.lines().filter(|l| !l.trim().is_empty()).map(|l| serde_json::from_str(l).unwrap()).collect()
}

fn code(error: ServiceError) -> String {
    error.code()
}

fn users() -> Query {
    Query { list: List::Users, filter: Filter::default(), sort: Sort::Name, descending: false }
}

const AMELIE: &str = r#"{"do":"create_user","display_name":"Amélie Roy","email":"amelie.roy@example.ca","site":"mtl"}"#;
const LEVEL: &str = r#"{"do":"set_supervisor_level","user":"amelie.roy@example.ca","value":"reports"}"#;

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
fn a_batch_is_all_or_nothing_and_a_dry_run_writes_nothing() {
    let place = place();
    let mut console = place.console();
    let head = console.journal_head().unwrap();
    let batch = format!("{AMELIE}\n{}", LEVEL.replace("reports", "analytics"));
    assert_eq!(console.preview(&commands(&batch)).unwrap().changes.len(), 1, "one record made, whole");
    assert_eq!(console.journal_head().unwrap(), head);
    let bad = format!(
        "{AMELIE}\n{}",
        r#"{"do":"set_permission","user":"amelie.roy@example.ca","permission":"webhooks_administrator","value":true}"#
    );
    let error = console.execute(&commands(&bad), None).err().unwrap();
    let ServiceError::Refused(refusal) = &error else { panic!("{error:?}") };
    assert_eq!((refusal.code(), refusal.line), ("user.web_access_required", Some(2)), "U-41");
    assert_eq!(console.count(&users(), 100).unwrap(), Tally::Exactly(0));
    assert_ne!(console.journal_head().unwrap(), head, "S-50: the refused attempt is written down");
}

#[test]
fn what_changes_nothing_writes_no_entry() {
    let place = place();
    let mut console = place.console();
    console.execute(&commands(AMELIE), None).unwrap();
    console.execute(&commands(LEVEL), None).unwrap();
    let head = console.journal_head().unwrap();
    assert_eq!(console.execute(&commands(LEVEL), None).unwrap().entry, None);
    assert_eq!(console.journal_head().unwrap(), head);
}

#[test]
fn a_stale_plan_is_refused_and_names_what_moved() {
    let place = place();
    let (mut one, mut other) = (place.console(), place.console());
    one.execute(&commands(AMELIE), None).unwrap();
    let plan = one.preview(&commands(LEVEL)).unwrap();
    let rename = r#"{"do":"update_user","user":"amelie.roy@example.ca","position":"Chef"}"#;
    other.execute(&commands(rename), None).unwrap();
    let error = one.execute(&commands(LEVEL), Some(&plan)).err().unwrap();
    let ServiceError::Refused(refusal) = &error else { panic!("{error:?}") };
    assert_eq!(refusal.code(), "plan.stale");
    assert!(format!("{refusal:?}").contains("Amélie Roy"));
    assert_eq!(error.exit_code(), 5);
}

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
fn a_ticket_is_opened_and_approved_and_the_user_changes() {
    let place = place();
    let mut console = place.console();
    console.execute(&commands(AMELIE), None).unwrap();
    let ticket = format!(r#"{{"do":"open_ticket","kind":"change_rights","reason":"devis","commands":[{LEVEL}]}}"#);
    console.execute(&commands(&ticket), None).unwrap();
    let again = console.execute(&commands(&ticket), None).err().unwrap();
    assert_eq!(code(again), "ticket.duplicate", "T-23");
    let receipt = console.execute(&commands(r#"{"do":"approve_ticket","ticket":"1"}"#), None).unwrap();
    assert_eq!(receipt.plan.tickets, [1]);
    let user = console.find(Kind::User, "amelie roy").unwrap();
    assert_eq!(console.record::<User>(user.id).unwrap().supervisor_level, SupervisorLevel::Reports);
    let decided = console.execute(&commands(r#"{"do":"approve_ticket","ticket":"1"}"#), None).err().unwrap();
    assert_eq!(code(decided), "ticket.decided");
    console.turn(Turn::Undo, None, false, None).unwrap();
    assert_eq!(console.record::<User>(user.id).unwrap().supervisor_level, SupervisorLevel::None);
}

#[test]
fn a_filter_finds_without_accents_and_case() {
    let place = place();
    let mut console = place.console();
    for name in ["Amélie Roy", "Benoît Leroy", "Œuvre Noël", "Zoé O'Neil"] {
        let command = format!(r#"{{"do":"create_user","display_name":"{name}"}}"#);
        console.execute(&commands(&command), None).unwrap();
    }
    let found = |text: &str| -> Vec<String> {
        let query = Query { filter: Filter::parse(text, &["site", "status"]), ..users() };
        let rows = console.window::<UserRow>(&query, &From::Start, 10).unwrap();
        assert_eq!(console.count(&query, 100).unwrap(), Tally::Exactly(rows.len() as u64), "{text}");
        rows.into_iter().map(|(_, row)| row.display_name).collect()
    };
    assert_eq!(found("ROY"), ["Amélie Roy", "Benoît Leroy"]);
    assert_eq!(found("oeuvre"), ["Œuvre Noël"]);
    assert_eq!(found("am"), ["Amélie Roy"]);
    assert_eq!(found("zo o'n"), ["Zoé O'Neil"]);
    assert_eq!(found("roy status:disabled"), Vec::<String>::new());
    assert_eq!(found("xyzzy"), Vec::<String>::new());
    assert_eq!(found("%"), Vec::<String>::new(), "S-77");
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
fn what_is_left_of_a_draft_is_kept_with_what_is_applied_of_it() {
    let place = place();
    let mut console = place.console();
    console.execute(&commands(AMELIE), None).unwrap();
    let note = r#"{"do":"update_user","user":"amelie.roy@example.ca","position":"Accueil"}"#;
    let draft = console.stage(commands(&format!("{LEVEL}\n{note}"))).unwrap();
    let left = draft.only(&[1]);
    let plan = console.preview(&draft.commands()[..1]).unwrap();

    let refused = commands(r#"{"do":"update_user","user":"nobody","position":"x"}"#);
    assert!(console.execute_staged(&refused, None, &left).is_err());
    assert_eq!(console.draft().unwrap(), draft, "a refusal leaves the draft as it is");
    console.execute_staged(&draft.commands()[..1], Some(&plan), &left).unwrap();
    assert_eq!(place.console().draft().unwrap(), left);

    let nothing = console.execute_staged(&draft.commands()[..1], None, &Default::default()).unwrap();
    assert_eq!(nothing.entry, None);
    assert!(console.draft().unwrap().is_empty(), "what changes nothing is done with as well");
}

#[test]
fn one_act_on_many_leaves_out_those_who_may_not_and_is_one_entry() {
    let place = place();
    let mut console = place.console();
    let people: String = (0..20)
        .map(|n| {
            let email = if n % 5 == 0 { String::new() } else { format!(r#","email":"p{n}@example.ca""#) };
            format!("{{\"do\":\"create_user\",\"display_name\":\"Person {n:02}\",\"site\":\"mtl\"{email}}}\n")
        })
        .collect();
    console.execute(&commands(&people), None).unwrap();
    let marked = Marked::AllBut(Box::new(users()), [2].into());
    let numbers = console.marked(&marked).unwrap();
    assert_eq!(numbers.len(), 19);
    let give = |subject: Subject| {
        let reference = Ref::pinned(subject.to_string(), subject.id);
        vec![SetPermission { user: reference, permission: "web_access".into(), value: true }.into()]
    };
    let mut steps = 0;
    let bulk = console.bulk_preview(Kind::User, &numbers, &give, &mut |_, of| {
        steps += 1;
        of == 19
    });
    let bulk = bulk.unwrap();
    assert_eq!((steps, bulk.allowed, bulk.refused.len()), (19, 15, 4));
    let why = bulk.refused[0].refused.as_ref().unwrap();
    assert_eq!((bulk.refused[0].name.as_str(), why.code()), ("Person 00", "user.email_required"));
    let entry = console.bulk(&bulk, &mut |_, _| true).unwrap().entry.unwrap();
    let having = |console: &Console| {
        let filter = Filter::parse("has:web_access", &["has"]);
        console.count(&Query { filter, ..users() }, 100).unwrap()
    };
    assert_eq!(having(&console), Tally::Exactly(15));
    console.turn(Turn::Undo, Some(entry), false, None).unwrap();
    assert_eq!(having(&console), Tally::Exactly(0));
    assert!(console.bulk_preview(Kind::User, &numbers, &give, &mut |at, _| at < 3).is_err(), "stopped");
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

/// S-41: the data, its version, what undoes it and the journal are one change: where the last of them fails, none is there.
#[test]
fn s_41_a_change_and_its_entry_are_one() {
    let place = place();
    let mut console = place.console();
    let head = console.journal_head().unwrap();
    let other = rusqlite::Connection::open(&place.settings.path).unwrap();
    for table in ["journal_change", "journal_entry", "journal_site"] {
        let trigger = format!("CREATE TRIGGER spoils BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'no'); END");
        other.execute_batch(&trigger).unwrap();
        assert!(matches!(console.execute(&commands(AMELIE), None).err(), Some(ServiceError::Store(_))), "{table}");
        other.execute_batch("DROP TRIGGER spoils").unwrap();
        assert!(console.find(Kind::User, "amelie.roy@example.ca").is_err(), "{table}: nothing half-written");
        assert_eq!(console.journal_head().unwrap(), head, "{table}");
    }
    let entry = console.execute(&commands(AMELIE), None).unwrap().entry.unwrap();
    let user: User = console.record(console.find(Kind::User, "amelie.roy@example.ca").unwrap().id).unwrap();
    let (found, changes) = console.entry(entry, 0, 10).unwrap();
    assert_eq!((user.version, found.changes, changes.len()), (entry, 1, 1));
    assert!(changes[0].makes() && found.head.commands.contains("create_user"));
    assert_eq!(console.verify_journal(None, &mut |_| true).unwrap().fault, None);
}
