//! Ways round the ceiling by `apply`, `import` and `undo`: each ends with its reason, and stands in the journal.

use guichet::domain::command::Command;
use guichet::service::Console;
use serde_json::{Value, json};

use super::place::{Place, Said};

/// A store of marie's; lea below her manages administrators, users and tickets of one site; max and zoe are lea's.
struct Tree {
    place: Place,
    marie: Console,
}

fn give(admin: &str, resource: &str, value: &str) -> String {
    format!(r#"{{"do":"set_admin_resource","admin":"{admin}","resource":"{resource}","value":"{value}"}}"#)
}

fn tree() -> Tree {
    let place = Place::new();
    let lea = ["administrators", "users", "tickets", "orders"].map(|key| give("lea", key, "manage"));
    place.administrator("lea", &lea.join("\n"));
    let mut tree = Tree { marie: place.console("marie"), place };
    tree.marie_does(
        r#"{"do":"create_role","name":"Desk","licence":"analyst"}
{"do":"set_role_resource","role":"Desk","resource":"contacts","value":"manage"}"#,
    );
    let make = ["max", "zoe"].map(|name| {
        format!(
            r#"{{"do":"create_admin","username":"{name}","first_name":"A","last_name":"B","email":"{name}@example.ca","sites":["mtl"]}}"#
        )
    });
    assert_eq!(tree.lea(&make.join("\n")).code, 0);
    tree
}

impl Tree {
    /// What the owner does beside, in this process.
    fn marie_does(&mut self, lines: &str) {
        let commands: Vec<Command> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        self.marie.execute(&commands, None).unwrap();
    }

    /// What lea sends to `guichet apply`.
    fn lea(&self, lines: &str) -> Said {
        self.place.apply_as("lea", lines, &["--json"])
    }

    /// Checks that the newest entry is the attempt of lea that was refused so.
    #[track_caller]
    fn written(&self, reason: &str) {
        let (entry, changes) = self.marie.entry(self.marie.journal_head().unwrap().number, 0, 10).unwrap();
        assert_eq!((entry.head.kind.as_str(), entry.head.result.as_str()), ("refused", reason));
        assert_eq!((entry.head.actor.unwrap().1.as_str(), changes.len()), ("lea", 0));
    }

    /// Sends lines as lea: the exit code, the code of the reason, one sentence, and an entry that says so.
    #[track_caller]
    fn refused(&self, lines: &str, exit: i32, reason: &str) {
        let before = self.marie.journal_head().unwrap().number;
        let error = self.lea(lines).error(exit);
        assert_eq!(error["code"], reason, "{lines}");
        assert!(self.marie.journal_head().unwrap().number > before, "S-50: it is written down");
        self.written(reason);
    }

    /// A record, as the owner sees it on the command line.
    fn shown(&self, what: &str, name: &str) -> Value {
        self.place.marie(&["show", what, name, "--json"]).json()
    }
}

#[test]
fn a_09_r_38_a_role_gives_nothing_by_apply_that_its_giver_lacks() {
    let tree = tree();
    tree.refused(r#"{"do":"set_admin_role","admin":"max","value":"Desk"}"#, 3, "access.not_held");
    tree.refused(r#"{"do":"set_admin_role","admin":"max","value":"Owner"}"#, 3, "access.not_held");
    tree.refused(r#"{"do":"set_user_role","user":"user:1","value":"Owner"}"#, 3, "access.owner_only");
    tree.refused(r#"{"do":"transfer_ownership","admin":"max"}"#, 3, "access.owner_only");
    tree.place.assert_sound();
}

#[test]
fn a_09_a_batch_by_apply_does_not_use_what_its_first_half_gives() {
    let tree = tree();
    let manage = |admin, key| give(admin, key, "manage");
    tree.refused(&[manage("lea", "contacts"), manage("max", "contacts")].join("\n"), 3, "access.not_oneself");
    tree.refused(&[manage("max", "orders"), manage("max", "contacts")].join("\n"), 3, "access.not_held");
    assert_eq!(tree.shown("admin", "max")["overrides"], json!({}), "all or nothing: the first half is not kept either");
    let above = r#"{"do":"set_admin_parent","admin":"lea","parent":"max"}"#.to_owned();
    tree.refused(&[above, manage("max", "contacts")].join("\n"), 4, "admin.circle");
}

/// A-55, A-09: a file of administrators that were there before, as a store is filled: whoever sends it gives no more
/// than they hold, and the excess is named.
#[test]
fn a_55_a_file_of_administrators_that_gives_too_much_is_refused_with_the_excess_named() {
    let tree = tree();
    let make = |name: &str, resource: &str| {
        let create = format!(
            r#"{{"do":"create_admin","username":"{name}","first_name":"A","last_name":"B","email":"{name}@example.ca","sites":["mtl"]}}"#
        );
        [create, give(name, resource, "view")].join("\n")
    };
    let said = tree.lea(&[make("ann", "orders"), make("bob", "billable_items")].join("\n"));
    let message = said.error(3)["message"].to_string();
    assert!(message.contains("Billable items"), "{message}");
    tree.written("access.not_held");
    let equal = [make("ann", "orders"), make("bob", "orders")].join("\n");
    assert_eq!(tree.lea(&equal).code, 0, "as much as the giver has, or less, and none of the first file is there");
    let listed = tree.place.marie(&["list", "admins", "--json"]).json();
    let names: Vec<&str> = listed.as_array().unwrap().iter().filter_map(|admin| admin["username"].as_str()).collect();
    assert_eq!(names, ["ann", "bob", "lea", "marie", "max", "zoe"]);
}

#[test]
fn s_73_a_rename_by_apply_takes_no_name_in_another_case_or_form() {
    let tree = tree();
    let rename = |name: &str| format!(r#"{{"do":"update_admin","admin":"max","username":"{name}"}}"#);
    for (name, reason) in [
        ("ZOE", "record.in_use"),
        ("ｚｏｅ", "record.in_use"),
        ("Marie", "record.in_use"),
        ("zоe", "username.mixed_scripts"),
    ] {
        tree.refused(&rename(name), 4, reason);
    }
}

#[test]
fn s_23_a_stronger_password_is_not_reset_by_apply() {
    let tree = tree();
    let reset = |name: &str| format!(r#"{{"do":"reset_admin_password","admin":"{name}"}}"#);
    tree.refused(&reset("marie"), 5, "record.not_found");
    tree.refused(&reset("no-such-name"), 5, "record.not_found");
    tree.refused(&reset("lea"), 3, "access.not_oneself");
    tree.refused(r#"{"do":"set_admin_enabled","admin":"marie","value":false}"#, 5, "record.not_found");
    assert_eq!(tree.lea(&reset("max")).json()["answers"][0]["admin"], "max", "of one below, it is");
}

#[test]
fn s_26_an_undo_by_command_gives_back_nothing_that_is_no_longer_held() {
    let mut tree = tree();
    assert_eq!(tree.lea(&give("max", "orders", "manage")).code, 0);
    let taken = tree.lea(&give("max", "orders", "none")).json()["applied"].to_string();
    tree.marie_does(&give("lea", "orders", "view"));
    let error = tree.place.run_as("lea", &["undo", &taken, "--json"]).error(3);
    assert_eq!(error["code"], "access.not_held");
    tree.written("access.not_held");
}

#[test]
fn s_25_s_28_no_ticket_carries_rights_past_the_door() {
    let mut tree = tree();
    tree.marie_does(r#"{"do":"set_organisation","four_eyes":"off"}"#);
    let open = |carried: &str| format!(r#"{{"do":"open_ticket","kind":"other","commands":[{carried}]}}"#);
    let role = r#"{"do":"set_admin_role","admin":"max","value":"Owner"}"#;
    tree.refused(&open(role), 4, "ticket.carries");
    tree.refused(&open(r#"{"do":"transfer_ownership","admin":"max"}"#), 4, "ticket.carries");
    tree.refused(&open(r#"{"do":"reset_admin_password","admin":"max"}"#), 4, "ticket.carries");
    tree.refused(&open(&give("max", "contacts", "manage")), 3, "access.not_held");
    // What could be asked for then, and could not be done now.
    assert_eq!(tree.lea(&open(&give("max", "orders", "manage"))).code, 0);
    tree.marie_does(&give("lea", "orders", "view"));
    tree.refused(r#"{"do":"approve_ticket","ticket":"1","as_of_now":true}"#, 4, "ticket.requester_gone");
    assert_eq!(tree.shown("ticket", "1")["status"], "open");
}

#[test]
fn s_25_an_import_gives_no_right_and_is_refused_to_who_may_not() {
    let mut tree = tree();
    let import = |tree: &Tree, file: &std::path::Path| {
        tree.place.run_as("lea", &["import", file.to_str().unwrap(), "--site", "mtl", "--json"])
    };
    let phones = "extension,name,tech,dial,voicemail_email\n2101,Zoé Roy,pjsip,PJSIP/2101,zoe.roy@example.ca\n";
    assert_eq!(import(&tree, &tree.place.file("ext.csv", phones)).json()["new"], 1);
    let ours = "id,display_name,first_name,last_name,position,email,extension,mobile,department,access_type,\
                supervisor_level,permissions.web_access,role\r\n\
                user:1,Zoé Roy-Nord,,,,zoe.roy@example.ca,2101,,,professional,contact_centre,true,Owner\r\n";
    assert_eq!(import(&tree, &tree.place.file("users.csv", ours)).json()["changed"], 1);
    let user = tree.shown("user", "2101");
    assert_eq!((user["permissions"]["web_access"].clone(), user["role"].clone()), (json!(false), Value::Null));
    assert_eq!((user["supervisor_level"].as_str(), user["access_type"].as_str()), (Some("none"), Some("essential")));
    tree.marie_does(&give("lea", "users", "view"));
    let error = import(&tree, &tree.place.file("ext.csv", &phones.replace("2101", "2102"))).error(3);
    tree.written(error["code"].as_str().unwrap());
}
