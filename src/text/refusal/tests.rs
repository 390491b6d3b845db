//! Every code has its sentence in both languages, with the arguments that the rules really give.

use super::*;
use crate::domain::catalogue::Key;
use crate::domain::norm::NormError;
use crate::domain::time::Time;
use crate::domain::value::Level;
use crate::text::Lang;

fn key(word: &str) -> Key {
    Key::new(word)
}

fn held(code: Code) -> Refusal {
    Refusal::new(code).key("resource", &key("users")).arg("held", refusal::Arg::Level(Level::View))
}

fn billable(code: Code) -> Refusal {
    let refusal = Refusal::new(code).key("resource", &key("billable_items")).key("permission", &key("agent_addon"));
    refusal.arg("held", refusal::Arg::Level(Level::View))
}

fn ticket(code: Code) -> Refusal {
    Refusal::new(code).number("ticket", 1204)
}

/// Returns refusals of a code, one for each set of arguments with which the rules make it.
fn samples(code: Code) -> Vec<Refusal> {
    use Code as C;
    let new = || Refusal::new(code);
    let permission = || new().key("permission", &key("recording_playback"));
    let minimum = refusal::Arg::Level(Level::View);
    vec![match code {
        C::NeedsView | C::NeedsManageMayAsk | C::NotHeld => held(code),
        C::NeedsManage => return vec![held(code), billable(code)],
        C::BillableNeeded => billable(code),
        C::SiteNotHeld => return vec![new().field("site"), new().field("site").number("site", 3)],
        C::CommandNotAvailable => return vec![new(), new().text("command", "delete_site")],
        C::SelfElevation | C::WebAccessRequired | C::PortalOnly | C::Warning => permission(),
        C::GrantNeeds => permission().key("resource", &key("billable_items")),
        C::NotFound => Refusal::not_found(Kind::Application, "Devis"),
        C::EntryNotFound => new().text("name", "12"),
        C::Ambiguous => new().text("name", "roy").text("first", "Amélie (user:3)").text("second", "Zoé (user:4)"),
        C::InUse => new().field("username").text("value", "amelie"),
        C::Required => new().field("reason"),
        C::Invalid => return vec![new().field("kind"), Refusal::text_fault("email", NormError::Email)],
        C::OutOfRange => new().field("idle_lock_minutes").number("min", 1).number("max", 15),
        C::NameCharacter => new().field("name").text("character", '/'),
        C::UserDisabled | C::NotInvited => new().text("user", "Zoé Roy"),
        C::EmailRequired => new().field("email").text("user", "Zoé Roy"),
        C::UnknownPermission => new().field("permission").text("value", "x"),
        C::Requires => {
            let sample =
                |other: &str| permission().key("other", &key(other)).arg("value", refusal::Arg::Value(key(other), 2));
            return vec![sample("access_type"), sample("crm_addon")];
        }
        C::WebAccessHeldBy => permission().key("other", &key("uc_client")),
        C::SettingOff => permission().text("setting", "voip"),
        C::LastHolder => permission().text("name", "Zoé Roy"),
        C::EmailShared => {
            let sample = new().field("email").text("email", "a@example.ca");
            let two = sample.clone().text("other", "Zoé Roy, Luc Roy").number("others", 2);
            return vec![sample.text("other", "Zoé Roy").number("others", 1), two];
        }
        C::Namesake => new().text("value", "a@example.ca").text("other", "Zoé Roy").text("extension", "2104"),
        C::DeviceUnknown | C::DeviceNotWebrtc => new().field("device").text("device", "PJSIP/200"),
        C::PrimaryGroupNotMember => return vec![new().text("group", "Sales"), new().number("group", 3)],
        C::SeatsExceeded => new().text("seat", "agent_addon").number("used", 1204).number("bought", 1200),
        C::ViewOnly => new().field("application").text("application", "Devis"),
        C::RightUnknown => new().field("right").text("application", "Devis").text("right", "write"),
        C::LicenceCell => {
            new().key("resource", &key("reports")).arg("minimum", minimum).text("licence", "administrator")
        }
        C::LicenceOverride => {
            let sample = new().key("resource", &key("reports"));
            return vec![sample.clone(), sample.arg("minimum", minimum)];
        }
        C::OwnerHolds => new().text("admin", "lea"),
        C::OwnerRole | C::StandardRole => new().text("role", "Owner"),
        C::RoleHeld => new().number("active", 3).number("invited", 1),
        C::RoleUsers => new().text("role", "Desk").number("users", 12),
        C::FormulaGate => new().text("needed", "enterprise").text("current", "standard"),
        C::ConfirmVanished => new().field("confirm_vanished").number("vanished", 12),
        C::ImportRefused => new().number("refused", 3),
        C::SessionNotFound => new().field("session").text("name", "3f9a"),
        C::NeedsAllSites => return vec![new(), new().text("contact", "Zoé Roy")],
        C::HangsOn => {
            let tickets = new().number("ticket_count", 12);
            let users = new().number("user_count", 1204);
            let site = new().number("contact_count", 12).number("user_count", 1204).number("ticket_count", 3);
            return [new(), users, tickets, site].map(|sample| sample.text("name", "Montréal")).into();
        }
        C::ReferenceGone => new().text("name", "Zoé Roy").arg("kind", refusal::Arg::Kind(Kind::Group)),
        C::OrderEmpty => new().text("list", "technical"),
        C::NotActive | C::Circle => new().text("name", "zoe"),
        C::TooDeep => new().number("max", 8),
        C::TwiceInOrder => new().field("contacts").text("name", "Zoé Roy"),
        C::InOrder => new().field("communications").text("name", "Zoé Roy").text("list", "technical"),
        C::Stale => return vec![new().text("what", ""), new().text("what", "Zoé Roy")],
        C::ChangedSince => {
            let sample = new().number("entry", 1204).text("name", "Zoé Roy");
            let sample = |path: &str| sample.clone().text("path", path).arg("kind", refusal::Arg::Kind(Kind::User));
            return vec![sample(""), sample("permissions.web_access")];
        }
        C::StillUsed => {
            let sample = new().number("entry", 1204).text("name", "Zoé Roy");
            sample.text("path", "").arg("kind", refusal::Arg::Kind(Kind::User))
        }
        C::AlreadyUndone => new().number("entry", 1204).number("by", 1205),
        C::NotUndoable => new().number("entry", 1204),
        C::TicketDecided => ticket(code).text("status", "done"),
        C::TicketCarries => {
            let command = new().field("commands").text("command", "create_role").text("kind", "change_rights");
            return vec![ticket(code), command, new()];
        }
        C::TicketEmailTaken => new().field("email").text("email", "a@example.ca"),
        C::TicketAssignee => ticket(code).field("assignee").text("name", "lea.roy"),
        C::TicketDuplicate
        | C::TicketInProgress
        | C::FourEyes
        | C::TicketChanged
        | C::RequesterGone
        | C::NotRequester
        | C::TicketImported => ticket(code),
        // The rest of the codes have no argument.
        _ => new(),
    }]
}

fn read(lang: Lang, refusal: &Refusal) -> String {
    Texts::new(lang).refusal(Catalogue::builtin(), refusal).into()
}

#[test]
fn every_code_has_a_sentence_in_both_languages() {
    for lang in Lang::ALL {
        for code in Code::ALL {
            for sample in samples(*code) {
                // A variable that is missing fails inside `with`.
                let sentence = read(lang, &sample);
                assert!(!sentence.contains(['[', '{', '}']) && !sentence.contains("$"), "{lang} {code:?}: {sentence}");
                assert!(sentence.ends_with('.'), "{lang} {code:?}: {sentence}");
                // What to do may follow; the reason alone has to fit the status line.
                let reason = sentence.split(". ").next().unwrap_or_default();
                let room = if lang == Lang::En { 80 } else { 100 };
                let fits = code == &Code::Warning || show(reason).width() <= room;
                assert!(fits, "{lang} {code:?}: {sentence}");
            }
        }
    }
}

#[test]
fn no_sentence_is_left_of_a_code_that_is_gone() {
    let codes: Vec<String> =
        Code::ALL.iter().map(|code| format!("refusal-{}", code.as_str().replace(['.', '_'], "-"))).collect();
    let ours = include_str!("../../../assets/lang/en/refusal.ftl").lines();
    let ids = ours.filter_map(|line| line.split_once(" = ")).map(|(id, _)| id).filter(|id| !id.starts_with('#'));
    for id in ids.filter(|id| !["refusal-of-field", "refusal-on-line"].contains(id)) {
        let code = id.split_once("-with-").map_or(id, |(code, _)| code);
        assert!(codes.iter().any(|known| known == code), "{id}");
    }
}

#[test]
fn arguments_are_read_as_words() {
    for (sample, en, fr) in [
        (
            held(Code::NeedsManageMayAsk),
            "Needs Manage on Users; your own grant is View. You can send a request.",
            "Il faut Gestion sur «\u{a0}Utilisateurs\u{a0}»\u{a0}; vous avez Consultation. Vous pouvez envoyer une demande.",
        ),
        (
            samples(Code::LicenceCell).remove(0),
            "Part of the Administrator licence: Reports cannot go below View.",
            "Partie de la licence Administrateur\u{a0}: Rapports ne descend pas sous Consultation.",
        ),
        (
            samples(Code::Requires).remove(0),
            "Recording playback needs Access type: at least Professional. Give that first.",
            "Lecture des enregistrements demande Type d’accès\u{a0}: au moins Professionnel. À accorder d’abord.",
        ),
        (
            samples(Code::Requires).remove(1),
            "Recording playback needs CRM add-on. Give that first.",
            "Lecture des enregistrements demande Module complémentaire CRM. À accorder d’abord.",
        ),
        (
            samples(Code::SeatsExceeded).remove(0),
            "Agent add-on: 1,204 seats used, 1,200 bought. Free some, or buy more.",
            "Module complémentaire Agent\u{a0}: 1\u{202f}204 places occupées, 1\u{202f}200 achetées. Libérez-en, ou achetez-en.",
        ),
        (
            ticket(Code::TicketImported),
            "Ticket #1204 is an imported copy. It can only be commented on.",
            "Le ticket #1204 est une copie importée. On peut seulement le commenter.",
        ),
        (
            Refusal::new(Code::PrimaryGroupNotMember).number("group", 3),
            "The user is not in group:3. Put them in that group first.",
            "L’utilisateur n’est pas dans group:3. Mettez-le d’abord dans ce groupe.",
        ),
        (
            samples(Code::ChangedSince).remove(1),
            "Zoé Roy, Web access: changed after entry #1204. Take the later change back first, or leave it out.",
            "Zoé Roy, Accès au site Web\u{a0}: modifié après l’entrée #1204. \
             Annulez d’abord la modification suivante, ou laissez-la de côté.",
        ),
        (
            samples(Code::Stale).remove(0),
            "Changed by someone since you looked. Look at it again, then apply it.",
            "Quelqu’un a modifié cela entre-temps. Regardez de nouveau, puis appliquez.",
        ),
        (
            Refusal::not_found(Kind::Application, "Devis"),
            "No application “Devis” within your reach. Check the spelling.",
            "Introuvable à votre portée\u{a0}: application «\u{a0}Devis\u{a0}». Vérifiez l’orthographe.",
        ),
    ] {
        assert_eq!((read(Lang::En, &sample).as_str(), read(Lang::Fr, &sample).as_str()), (en, fr));
    }
}

#[test]
fn u_40_the_warning_of_the_catalogue_is_said() {
    let sentence = read(Lang::En, &samples(Code::Warning)[0]);
    assert!(sentence.starts_with("Recording playback: Also plays any conference"), "{sentence}");
}

#[test]
fn the_field_stands_before_what_does_not_name_it() {
    let required = Refusal::new(Code::Required).field("display_name");
    assert_eq!(read(Lang::En, &required), "Display name: This is required. Fill it in.");
    assert_eq!(read(Lang::Fr, &required), "Nom d’affichage\u{a0}: Obligatoire. À remplir.");
    let email = Refusal::text_fault("email", NormError::Email);
    assert_eq!(read(Lang::En, &email), "Not an e-mail address: write it like name@example.org.");
    let phone = Refusal::text_fault("mobile", NormError::Phone);
    assert!(read(Lang::En, &phone).starts_with("Mobile: Not a telephone number"), "{phone:?}");
    let texts = Texts::new(Lang::En);
    assert_eq!(texts.reason(Catalogue::builtin(), &required).as_str(), "This is required. Fill it in.");
}

#[test]
fn the_line_of_a_batch_stands_before_all() {
    let texts = Texts::new(Lang::Fr);
    let on = |line| Refusal { line, ..Refusal::new(Code::Required).field("reason") };
    let read = |line| String::from(texts.refusal_on_line(Catalogue::builtin(), &on(line)));
    assert_eq!(read(Some(3)), "Ligne 3\u{a0}: Motif\u{a0}: Obligatoire. À remplir.");
    assert_eq!(read(None), "Motif\u{a0}: Obligatoire. À remplir.");
}

#[test]
fn s_80_data_in_a_refusal_is_made_safe() {
    let sentence = read(Lang::En, &Refusal::not_found(Kind::User, "a\u{1b}]0;x\u{7}\u{202e}"));
    assert!(sentence.contains("“a<U+001B>]0;x<U+0007><U+202E>”"), "{sentence}");
    let word = Refusal::new(Code::SeatsExceeded).text("seat", "\u{1b}").number("used", 2).number("bought", 1);
    assert!(read(Lang::En, &word).starts_with("<U+001B>: "), "{word:?}");
}

#[test]
fn a_moment_is_told_to_the_minute() {
    let texts = Texts::new(Lang::En);
    let arg = texts.argument(Catalogue::builtin(), "at", &refusal::Arg::Time(Time(1_795_374_309_000)));
    let Some(Arg::Text(shown)) = arg else { panic!("a moment is a text") };
    assert_eq!(shown.width(), "2026-11-22 14:05".len());
}
