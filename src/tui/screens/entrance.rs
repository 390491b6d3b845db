//! Before the console: nobody does anything without signing in, and every failure sounds the same.

use std::path::Path;
use std::time::{Duration, Instant};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::super::canvas::Canvas;
use super::super::ends::Left;
use super::super::gate::{Gate, Passed};
use super::super::key::Key;
use super::super::term::Waker;
use super::super::testing::{lines, look};
use super::scene::{Held, held};
use super::{EN, FR};
use crate::service::view::{Filter, From, List, Query, Sort, UserRow};
use crate::service::{Console, Settings, SignInFault};
use crate::text::{Glyphs, Lang};

/// Somebody at the sign-in of a demonstration store.
struct Stranger {
    gate: Gate,
    kind: (Lang, Glyphs),
    held: Held,
}

impl Stranger {
    fn new(kind: (Lang, Glyphs)) -> Self {
        let held = held();
        let gate = Gate::sign_in(held.settings(), None, &look(kind), Waker::new().unwrap()).unwrap();
        Self { gate, kind, held }
    }

    /// Presses keys; none of them leads in.
    fn keys(&mut self, keys: &str) {
        for name in keys.split_whitespace() {
            let key: Key = name.parse().unwrap();
            assert!(matches!(self.gate.key(key, &look(self.kind)), Passed::No), "{name}");
        }
    }

    fn types(&mut self, text: &str) {
        text.chars().for_each(|c| drop(self.gate.key(Key::char(c), &look(self.kind))));
    }

    /// Gives name and password and waits for the answer.
    fn enters(&mut self, username: &str, password: &str) -> Passed {
        self.types(username);
        self.keys("Tab");
        self.types(password);
        self.answered()
    }

    /// Presses Enter and waits for the answer.
    fn answered(&mut self) -> Passed {
        self.gate.key("Enter".parse().unwrap(), &look(self.kind));
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(30) {
            match self.gate.look_up(&look(self.kind)) {
                Passed::No if self.screen().contains(&self.word("gate-checking")) => std::thread::yield_now(),
                passed => return passed,
            }
        }
        panic!("no answer: {}", self.screen());
    }

    fn presses(&mut self, name: &str) -> Passed {
        self.gate.key(name.parse().unwrap(), &look(self.kind))
    }

    fn word(&self, id: &str) -> String {
        look(self.kind).texts.get(id).to_string()
    }

    fn screen(&mut self) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 100, 30));
        let (mut cursor, look) = (None, look(self.kind));
        self.gate.draw(&mut Canvas::new(&mut buffer, &mut cursor, &look));
        lines(&buffer).join("\n")
    }
}

/// nothing but the sign-in is there until it succeeds; keys of the console are text there.
#[test]
fn a_05_signing_in_comes_before_anything() {
    for kind in [EN, FR] {
        let mut stranger = Stranger::new(kind);
        stranger.keys("1 : n d w F2 Ctrl-p g a");
        let screen = stranger.screen();
        assert!(screen.contains(&stranger.word("entrance-username")) && screen.contains("1:ndwga"), "{screen}");
        assert!(!screen.contains("lea.roy") && !screen.contains(&stranger.word("tab-users")), "{screen}");
        let mut stranger = Stranger::new(kind);
        assert!(matches!(stranger.enters("demo", "guichet-demo"), Passed::In(..)), "{}", stranger.screen());
    }
    let held = held();
    let mut console = Console::open(held.settings()).unwrap();
    let query = Query { list: List::Users, filter: Filter::default(), sort: Sort::Name, descending: false };
    let nobody = [
        console.window::<UserRow>(&query, &From::Start, 1).err().unwrap(),
        console.count(&query, 1).err().unwrap(),
        console.preview(&[]).err().unwrap(),
        console.execute(&[], None).err().unwrap(),
        console.draft().err().unwrap(),
        console.check_access().err().unwrap(),
    ];
    assert!(nobody.iter().all(|error| error.code() == "sign_in.signed_out"), "{nobody:?}");
}

/// who is disabled, who is unknown and who types a wrong password read the same, and each try is recorded. X-01:
/// administrators come in by their user name, not by an e-mail, which is what the users of the portal have.
#[test]
fn x_01_x_02_refused_sign_ins_all_read_the_same_and_are_recorded() {
    let mut said = Vec::new();
    for (username, password, known) in [
        ("demo", "not the password", true),
        ("guy.dufresne", "guichet-demo", true),
        ("nobody.at.all", "guichet-demo", false),
        ("lea.roy@atelier-nord.example", "guichet-demo", false),
    ] {
        let mut stranger = Stranger::new(EN);
        assert!(matches!(stranger.enters(username, password), Passed::No), "{username}");
        said.push(stranger.screen().replace(username, ""));
        let mut other = Console::open(stranger.held.settings()).unwrap();
        if known {
            stranger.held.later(2_000);
            other.sign_in("lea.roy", "guichet-demo", 0).unwrap();
            let mut owner = Console::open(stranger.held.settings()).unwrap();
            owner.sign_in("demo", "guichet-demo", 0).unwrap();
            let heads = (1..=owner.journal_head().unwrap().number).map(|n| owner.entry(n, 0, 0).unwrap().0.head);
            let failed: Vec<_> = heads.filter(|head| head.result == "sign_in.refused").collect();
            assert_eq!(failed.len(), 1, "{username}");
            assert_eq!(failed[0].actor.as_ref().unwrap().1, username);
        } else {
            // A name that nobody has is counted as well, never written down.
            assert_eq!(other.sign_in(username, "x", 0).unwrap_err().code(), "sign_in.wait");
        }
    }
    assert!(said.iter().all(|screen| *screen == said[0]), "{said:#?}");
    assert!(said[0].contains("The user name or the password is wrong"), "{}", said[0]);
}

/// Somebody at the first set-up of a store at that place, everything filled in but the password.
fn founder(kind: (Lang, Glyphs), path: &Path) -> Stranger {
    let gate = Gate::set_up(Settings::new(path), &look(kind), Waker::new().unwrap());
    let mut founder = Stranger { gate, kind, held: held() };
    for text in ["Atelier Nord", "", "mtl", "Montréal", "marie", "marie@example.ca"] {
        founder.types(text);
        founder.keys("Tab");
    }
    founder
}

/// S-11: what is refused at the set-up is said beside its field, once, and the set-up goes on; the rule stands there
/// before anything is typed.
#[test]
fn s_11_a_refused_set_up_goes_on() {
    let dir = tempfile::tempdir().unwrap();
    for (kind, rule) in [(EN, "at least 15 characters"), (FR, "au moins 15 caractères")] {
        let mut founder = founder(kind, &dir.path().join("store.guichet"));
        assert!(founder.screen().contains(rule), "{}", founder.screen());
        founder.types("abc");
        founder.keys("Tab");
        founder.types("abc");
        assert!(matches!(founder.answered(), Passed::No));
        let screen = founder.screen();
        assert!(!screen.contains(&founder.word("gate-checking")), "{screen}");
        assert_eq!(screen.matches("15").count(), 2, "the rule, and once more beside the field: {screen}");
        // What was typed is there, and the way out asks.
        assert!(screen.contains("marie@example.ca"), "{screen}");
        assert!(matches!(founder.presses("Esc"), Passed::No));
        assert!(founder.screen().contains(&founder.word("form-leave")), "{}", founder.screen());
        assert!(matches!(founder.presses("Esc"), Passed::Out(Left::Unused)));
    }
}

/// A place where no store can be made is said so, as often as it is tried.
#[test]
fn a_set_up_where_nothing_can_be_written_goes_on() {
    let mut founder = founder(EN, Path::new("/proc/x.guichet"));
    founder.types("une grenouille bien verte");
    founder.keys("Tab");
    founder.types("une grenouille bien verte");
    assert!(matches!(founder.answered(), Passed::No), "{}", founder.screen());
    assert!(!founder.screen().contains(&founder.word("gate-checking")), "{}", founder.screen());
    assert!(matches!(founder.presses("Ctrl-c"), Passed::No), "asks");
    assert!(matches!(founder.presses("Ctrl-c"), Passed::Out(Left::Unused)));
}

/// One Esc at the lock loses nothing: it asks, and any other key stays.
#[test]
fn the_lock_asks_before_it_lets_go() {
    for kind in [EN, FR] {
        let held = held();
        let mut console = Console::open(held.settings()).unwrap();
        console.sign_in("demo", "guichet-demo", 0).unwrap();
        let gate = Gate::lock(console, "demo", &look(kind), Waker::new().unwrap());
        let mut locked = Stranger { gate, kind, held };
        assert!(matches!(locked.presses("Esc"), Passed::No));
        assert!(locked.screen().contains(&locked.word("gate-leave")), "{}", locked.screen());
        assert!(matches!(locked.presses("a"), Passed::No));
        assert!(!locked.screen().contains(&locked.word("gate-leave")), "{}", locked.screen());
        assert!(matches!(locked.presses("Esc"), Passed::No));
        assert!(matches!(locked.presses("Esc"), Passed::Out(Left::Unused)));
    }
}

/// Who leaves without a try was not kept out; the keys are on screen.
#[test]
fn leaving_the_sign_in_untried_is_no_failure() {
    let mut stranger = Stranger::new(EN);
    assert!(stranger.screen().contains("Esc leave"), "{}", stranger.screen());
    assert!(matches!(stranger.presses("Esc"), Passed::Out(Left::Unused)));
    let mut stranger = Stranger::new(EN);
    assert!(matches!(stranger.enters("demo", "not the password"), Passed::No));
    stranger.presses("Esc");
    assert!(matches!(stranger.presses("Esc"), Passed::Out(Left::Outside(SignInFault::Refused))));
}
