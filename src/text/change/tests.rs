//! Changes are read in both languages, and no field or value is left in the words of JSON.

use serde_json::json;

use super::*;
use crate::domain::catalogue::Key;
use crate::domain::change::{Reads, compare};
use crate::domain::id::{ContactId, UserId};
use crate::domain::record::{Application, CommunicationOrder, SoftphoneClient, User};
use crate::domain::value::{Client, OrderList};
use crate::text::{Glyphs, Lang};

mod coverage;

fn change(kind: Kind, field: &str, before: Value, after: Value) -> Change {
    Change {
        subject: Subject::new(kind, 3),
        name: "Zoé".into(),
        field: field.into(),
        before,
        after,
        cause: None,
        effect: false,
        reads: None,
    }
}

fn read(lang: Lang, change: &Change) -> String {
    let text = Texts::new(lang).change(Catalogue::builtin(), change);
    format!("{} | {} | {} | {}", text.who, text.what, text.before, text.after)
}

/// Rows of `kind field before -> after = what | before | after`; returns what is read of the left and the right.
fn table(lang: Lang, rows: &str) -> Vec<(String, String)> {
    let row = |row: &str| {
        let (given, expected) = row.split_once(" = ").unwrap();
        let mut parts = given.splitn(3, ' ');
        let kind = Kind::parse(parts.next().unwrap()).unwrap();
        let field = parts.next().unwrap();
        let (before, after) = parts.next().unwrap().split_once(" -> ").unwrap();
        let json = |text: &str| serde_json::from_str(text).unwrap();
        let words = read(lang, &change(kind, field, json(before), json(after)));
        // Unbreakable blanks are plain ones in the table.
        (words.replace(['\u{a0}', '\u{202f}'], " "), format!("Zoé | {expected}"))
    };
    rows.lines().map(str::trim).filter(|line| !line.is_empty()).map(row).collect()
}

#[test]
fn fields_and_values_are_worded() {
    let rows = r#"
        user permissions.web_access null -> true = Web access | off | on
        user access_type "none" -> "essential" = Access type | None | Essential
        user supervisor_level "reports" -> "live_analytics" = Supervisor level | Reports | Live Analytics
        user agent_addon false -> true = Agent add-on | off | on
        user softphone.desktop null -> {"device": "PJSIP/200"} = Softphone: desktop | – | PJSIP/200
        user softphone.crm {"device": "a"} -> {"device": null} = Softphone: CRM | a | no device
        user status "invited" -> "active" = Status | invited | active
        user source "manual" -> "pbx" = Source | manual | phone system
        user queues null -> ["sales", "support"] = Queues | – | sales, support
        user devices [] -> [{"id": "PJSIP/200", "model": null, "webrtc": true}] = Devices | – | PJSIP/200
        user feed.asterisk null -> {"key": "200", "last": {"a": 1}} = Feed: asterisk | – | 200
        user later_field 1 -> {"a": [true, null]} = later_field | 1 | a: yes, –
        contact permissions.billing true -> null = Billing | on | off
        contact communications.technical null -> true = Communications: Technical | no | yes
        contact phones null -> [{"kind": "work", "number": "514"}] = Phones | – | 514 (work)
        contact phones null -> [{"kind": "boat", "number": "514"}] = Phones | – | 514 (boat)
        contact addresses null -> [{"street": "1, rue A\nB", "town": "Laval"}] = Addresses | – | 1, rue A B, Laval
        admin overrides.contacts null -> "view" = Contacts (set by hand) | – | View
        admin resources.users "manage" -> "none" = Users | Manage | None
        admin effective_sites "all" -> ["mtl", "qc"] = Effective sites | all | mtl, qc
        admin all_sites false -> true = All sites | no | yes
        admin address.town null -> "Laval" = Address: Town | – | Laval
        role added.numbers "view" -> "manage" = Numbers | View | Manage
        role licence "analyst" -> "owner" = Licence | Analyst | Owner
        organisation plan "standard" -> "enterprise" = Plan | Standard | Enterprise
        organisation four_eyes "auto" -> "on" = Approval by another | automatic | on
        organisation seats.crm_addon null -> 1204 = Seats: CRM add-on | – | 1,204
        organisation voip true -> false = VoIP | on | off
        ticket status "open" -> "done" = Status | open | done
        ticket comments null -> [{"at": "x", "by": "bob", "text": "a\nb"}] = Comments | – | bob: a b
        ticket asked null -> [{}, {}] = Asked for | – | 2 changes
    "#;
    for (found, expected) in table(Lang::En, rows) {
        assert_eq!(found, expected);
    }
}

#[test]
fn fields_and_values_are_worded_in_french() {
    let rows = r#"
        user permissions.web_access null -> true = Accès au site Web | non | oui
        user access_type "none" -> "essential" = Type d’accès | Aucun | Essentiel
        user softphone.crm {"device": "a"} -> {"device": null} = Téléphone logiciel : CRM | a | aucun appareil
        user status "invited" -> "active" = État | invité | actif
        contact communications.technical null -> true = Communications : Technique | non | oui
        contact phones null -> [{"kind": "work", "number": "514"}] = Téléphones | – | 514 (bureau)
        admin overrides.contacts null -> "view" = Contacts (réglé à la main) | – | Consultation
        admin effective_sites "all" -> [] = Sites effectifs | tous | –
        organisation seats.crm_addon null -> 1204 = Places : Module complémentaire CRM | – | 1 204
        ticket status "open" -> "done" = État | ouvert | traité
        ticket asked null -> [{}, {}] = Demandé | – | 2 modifications
    "#;
    for (found, expected) in table(Lang::Fr, rows) {
        assert_eq!(found, expected);
    }
}

#[test]
fn names_stand_in_place_of_numbers() {
    for (field, named, before, after, en) in [
        ("workspaces.3", "workspaces.Support", json!(null), json!("view"), "Workspace: Support | None | View"),
        (
            "applications.4/write",
            "applications.Devis/write",
            json!(true),
            json!(null),
            "Application: Devis/write | on | off",
        ),
        ("groups.2", "groups.Sales", json!(null), json!(true), "Group: Sales | no | yes"),
        ("sites.1", "sites.mtl", json!(null), json!(true), "Site: mtl | no | yes"),
        ("primary_group", "primary_group", json!(null), json!("Sales"), "Primary group | – | Sales"),
    ] {
        let mut change = change(Kind::User, field, json!(9), json!(9));
        change.reads = Some(Reads { field: named.into(), before, after });
        assert_eq!(read(Lang::En, &change), format!("Zoé | {en}"));
    }
}

#[test]
fn a_record_made_or_removed_is_one_line_with_its_fields_apart() {
    let mut user = User { id: UserId(3), display_name: "Zoé".into(), ..User::default() };
    user.permissions.insert(Key::new("web_access"));
    user.softphone.insert(Client::Mobile, SoftphoneClient::default());
    let made = compare(None, Some(&user)).remove(0);
    assert_eq!(read(Lang::En, &made), "Zoé | user | – | created");
    let removed = compare(Some(&user), None).remove(0);
    assert_eq!(read(Lang::Fr, &removed), "Zoé | utilisateur | en place | supprimé");
    let application = compare(None, Some(&Application { name: "Devis".into(), ..Application::default() })).remove(0);
    assert_eq!(read(Lang::Fr, &application), "Devis | application | – | créée");

    let texts = Texts::new(Lang::En);
    let lines = |change: &Change| -> Vec<String> {
        let fields = texts.change_fields(Catalogue::builtin(), change);
        fields.into_iter().map(|line| format!("{} | {} | {}", line.what, line.before, line.after)).collect()
    };
    assert!(lines(&made).contains(&"Display name | – | Zoé".to_owned()), "{:?}", lines(&made));
    assert!(lines(&made).contains(&"Web access | off | on".to_owned()));
    assert!(lines(&removed).contains(&"Softphone: mobile | no device | –".to_owned()));
    assert_eq!(lines(&change(Kind::User, "email", json!(null), json!("a"))), [""; 0]);
}

#[test]
fn an_order_is_named_by_its_list() {
    let order = |contacts| CommunicationOrder { list: OrderList::Financial, version: 0, contacts };
    let mut change = compare(Some(&order(Vec::new())), Some(&order(vec![ContactId(4)]))).remove(0);
    change.reads = Some(Reads { field: "contacts".into(), before: json!(null), after: json!(["Zoé", "Bob"]) });
    assert_eq!(read(Lang::En, &change), "Communication order: Financial | Contacts | – | Zoé, Bob");
}

#[test]
fn what_a_ticket_asks_reads_the_same() {
    let asked = AskedChange {
        record: "contact:0".into(),
        name: "Zoé".into(),
        field: String::new(),
        before: json!(null),
        after: json!({"name": "Zoé"}),
    };
    let text = Texts::new(Lang::Fr).asked(Catalogue::builtin(), &asked);
    assert_eq!((text.what.as_str(), text.after.as_str(), text.because), ("contact", "créé", None));
}

#[test]
fn no_value_is_a_hyphen_where_only_ascii_is_drawn() {
    let texts = Texts::new(Lang::En).drawn_with(Glyphs::Ascii);
    let text = texts.change(Catalogue::builtin(), &change(Kind::User, "email", json!(null), json!("a")));
    assert_eq!(text.before.as_str(), "-");
}

#[test]
fn s_80_data_of_a_change_is_made_safe() {
    let mut change = change(Kind::User, "permissions.\u{1b}", json!("\u{1b}\n\u{202e}"), json!({"\u{7}": "\u{7}"}));
    change.name = "\u{1b}".into();
    assert_eq!(read(Lang::En, &change), "<U+001B> | <U+001B> | <U+001B> <U+202E> | <U+0007>: <U+0007>");
}
