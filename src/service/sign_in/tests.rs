use super::*;
use crate::domain::command::Command;
use crate::domain::value::Formula;
use crate::service::clock::Clock;
use crate::service::{Founding, Opening, Settings, found};
use crate::store::house::{Name, Tries};
use crate::store::journal;

const PASSWORD: &str = "les sanglots longs des violons";
const OWN: &str = "un autre mot de passe";
const LEA: AdminId = AdminId(2);

/// A store whose owner, marie, has made lea; with the temporary password of lea.
struct Place {
    _folder: tempfile::TempDir,
    settings: Settings,
    temporary: String,
}

impl Place {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Clock::frozen(Time(1_700_000_000_000));
        let founding = Founding {
            organisation: "Atelier Nord".into(),
            plan: Formula::Enterprise,
            sites: vec![("mtl".into(), "Montréal".into())],
            owner: "marie".into(),
            email: "marie@example.ca".into(),
        };
        let path = folder.path().join("store.guichet");
        found(&path, Opening::default(), &clock, &founding, PASSWORD).unwrap();
        let mut place =
            Self { _folder: folder, settings: Settings { clock, ..Settings::new(path) }, temporary: String::new() };
        place.temporary = place
            .reset(r#"{"do":"create_admin","username":"lea","first_name":"L","last_name":"R","email":"l@example.ca"}"#);
        place
    }

    fn console(&self) -> Console {
        Console::open(self.settings.clone()).unwrap()
    }

    /// As the owner.
    fn run(&self, command: &str) -> crate::service::Receipt {
        let mut owner = self.console();
        owner.stand_in(AdminId(1));
        let command: Command = serde_json::from_str(command).unwrap();
        owner.execute(&[command], None).unwrap()
    }

    /// The temporary password that a Command gives.
    fn reset(&self, command: &str) -> String {
        self.run(command).answers.remove(0).temporary_password.to_string()
    }

    /// lea, with a password of her own.
    fn lea(&self) -> Console {
        let mut lea = self.console();
        lea.sign_in("lea", &self.temporary, 0).unwrap();
        lea.set_own_password(&self.temporary, OWN).unwrap();
        lea
    }

    fn status(&self) -> Status {
        let admin: Admin = self.console().reader.tables().read(LEA.0).unwrap().unwrap();
        admin.status
    }

    /// Puts the failures of an administrator at a number.
    fn fail(&self, admin: AdminId, failures: i64) {
        let mut console = self.console();
        let house = console.writer().unwrap().begin_housekeeping().unwrap();
        house.count(Name::Known(admin), Tries { failures, next_at: Time(0) }).unwrap();
        house.commit().unwrap();
    }

    fn failures(&self) -> i64 {
        house::sign_in(self.console().reader.tables(), LEA).unwrap().unwrap().failures
    }

    /// The kind of each entry, oldest first.
    fn kinds(&self) -> Vec<String> {
        let console = self.console();
        let tables = console.reader.tables();
        let entries = 1..=journal::last_number(tables).unwrap();
        entries.map(|number| journal::entry(tables, number).unwrap().unwrap().head.kind).collect()
    }
}

fn code<T>(answer: Result<T>) -> String {
    answer.map_or_else(|error| error.code(), |_| "ok".to_owned())
}

const DISABLE: &str = r#"{"do":"set_admin_enabled","admin":"lea","value":false}"#;
const REKEY: &str = r#"{"do":"reset_admin_password","admin":"lea"}"#;
const DELETE: &str = r#"{"do":"delete_admin","admin":"lea"}"#;

#[test]
fn s_16_what_happens_while_a_password_is_looked_at_counts() {
    for meanwhile in [DISABLE, REKEY] {
        let place = Place::new();
        let mut lea = place.lea();
        let account = lea.try_password("lea", OWN, 0).unwrap();
        place.run(meanwhile);
        assert_eq!(code(lea.welcome(account, true)), "sign_in.refused", "{meanwhile}");
    }
}

#[test]
fn s_16_a_first_sign_in_takes_nothing_back_that_was_done_meanwhile() {
    for (meanwhile, status) in [(DISABLE, Some(Status::Disabled)), (REKEY, Some(Status::Invited)), (DELETE, None)] {
        let place = Place::new();
        let mut lea = place.console();
        lea.sign_in("lea", &place.temporary, 0).unwrap();
        let choice = lea.choose_password(&place.temporary, OWN).unwrap();
        place.run(meanwhile);
        assert_eq!(code(lea.take_choice(&choice)), "sign_in.refused", "{meanwhile}");
        if let Some(status) = status {
            assert_eq!(place.status(), status, "{meanwhile}");
        }
        assert_eq!(code(lea.actor()), "sign_in.signed_out");
    }
    // What else is changed of the record stays as well.
    let place = Place::new();
    let mut lea = place.console();
    lea.sign_in("lea", &place.temporary, 0).unwrap();
    let choice = lea.choose_password(&place.temporary, OWN).unwrap();
    place.run(r#"{"do":"set_admin_site","admin":"lea","site":"mtl","value":true}"#);
    lea.take_choice(&choice).unwrap();
    let admin: Admin = lea.reader.tables().read(LEA.0).unwrap().unwrap();
    assert_eq!((admin.status, admin.sites.len()), (Status::Active, 1));
}

#[test]
fn s_16_a_password_chosen_before_a_reset_does_not_replace_it() {
    let place = Place::new();
    let mut lea = place.lea();
    let choice = lea.choose_password(OWN, "encore un autre mot").unwrap();
    let temporary = place.reset(REKEY);
    assert_eq!(code(lea.take_choice(&choice)), "sign_in.refused");
    assert!(place.console().sign_in("lea", &temporary, 0).unwrap().must_change);
}

#[test]
fn s_13_of_many_tries_at_once_one_is_looked_at() {
    let place = Place::new();
    place.lea();
    let codes: Vec<String> = std::thread::scope(|scope| {
        let tries: Vec<_> = (0..16).map(|_| scope.spawn(|| code(place.console().sign_in("lea", "faux", 0)))).collect();
        tries.into_iter().map(|one| one.join().unwrap()).collect()
    });
    let looked_at = codes.iter().filter(|code| *code == "sign_in.refused").count();
    assert_eq!((looked_at, place.failures()), (1, 1), "{codes:?}");
    assert!(codes.iter().all(|code| code == "sign_in.refused" || code == "sign_in.wait"));
}

#[test]
fn s_13_a_hundred_failures_lock_everybody_but_the_owner() {
    let place = Place::new();
    place.lea();
    for (failures, answer) in [(99, "ok"), (100, "sign_in.refused")] {
        place.fail(LEA, failures);
        assert_eq!(code(place.console().sign_in("lea", OWN, 0)), answer, "after {failures}");
    }
    place.run(r#"{"do":"unlock_admin","admin":"lea"}"#);
    assert_eq!(code(place.console().sign_in("lea", OWN, 0)), "ok");
    place.fail(AdminId(1), 1_000);
    assert_eq!(code(place.console().sign_in("marie", PASSWORD, 0)), "ok", "S-14");
}

#[test]
fn s_50_the_failure_that_locks_is_written_down_once() {
    let place = Place::new();
    place.lea();
    place.fail(LEA, 98);
    for _ in 0..4 {
        assert_eq!(code(place.console().sign_in("lea", "faux", 900_000)), "sign_in.refused");
    }
    assert_eq!(place.kinds().iter().filter(|kind| *kind == "lock").count(), 1);
    assert_eq!(
        place.kinds().iter().filter(|kind| *kind == "sign_in").count(),
        1 + 1,
        "the first sign-in, and the 100th try"
    );
}

#[test]
fn s_12_no_count_of_tries_tells_a_name_that_somebody_has() {
    let answers = |username: &str| -> Vec<String> {
        let place = Place::new();
        place.lea();
        let mut console = place.console();
        let mut said = Vec::new();
        for failures in 1..=21 {
            said.push(code(console.sign_in(username, "faux", 0)));
            let Err(ServiceError::SignIn(SignInFault::Wait(until))) = console.sign_in(username, "faux", 0) else {
                panic!("a wait after {failures}");
            };
            let wait = until.since(place.settings.clock.now());
            said.push(wait.to_string());
            place.settings.clock.advance(wait);
        }
        said
    };
    let known = answers("lea");
    assert_eq!(known, answers("nobody"));
    assert_eq!([known[1].as_str(), &known[9], &known[19], &known[39]], ["1000", "30000", "300000", "900000"]);
    // Another unknown name waits for nobody.
    let place = Place::new();
    assert_eq!(code(place.console().sign_in("nobody", "faux", 0)), "sign_in.refused");
    assert_eq!(code(place.console().sign_in("somebody", "faux", 0)), "sign_in.refused");
}

#[test]
fn s_49_a_clock_that_was_put_back_locks_nobody_out() {
    let place = Place::new();
    place.lea();
    for username in ["marie", "nobody"] {
        assert_eq!(code(place.console().sign_in(username, "faux", 0)), "sign_in.refused");
    }
    place.settings.clock.advance(-365 * 86_400_000);
    for (username, password, answer) in [("marie", PASSWORD, "ok"), ("nobody", "faux", "sign_in.refused")] {
        assert_eq!(code(place.console().sign_in(username, password, 0)), "sign_in.wait", "no shorter either");
        assert_eq!(code(place.console().sign_in(username, password, 1_000)), answer);
    }
}

/// S-49: who signs in after the clock was put back is told so, and the journal says so once.
#[test]
fn s_49_a_clock_that_was_put_back_is_said_at_the_sign_in_and_journalled_once() {
    let mut place = Place::new();
    let before = place.settings.clock.now();
    let mut sign_in = |millis: i64, clock: &str| {
        place.settings.clock = Clock::frozen(before.plus(millis));
        let mut console = place.console();
        let welcome = match clock {
            "command" => console.sign_in_headless("marie", PASSWORD),
            _ => console.sign_in("marie", PASSWORD, 0),
        };
        (welcome.unwrap().put_back_from, place.kinds().iter().filter(|kind| *kind == "clock").count())
    };
    assert_eq!(sign_in(-120_000, "console"), (None, 0), "two minutes may be two clocks");
    assert_eq!(sign_in(3_600_000, "console"), (None, 0), "forward is the way it goes");
    assert_eq!(sign_in(0, "command"), (Some(before.plus(3_600_000)), 1), "a command says it too");
    assert_eq!(sign_in(0, "console"), (None, 1), "once");
    assert_eq!(sign_in(-86_400_000, "console"), (Some(before), 2));
}
