//! The rules of the table: no key twice, every word in both languages, every key reachable on every keyboard.

use super::super::key::{Code, Key};
use super::super::place::{Place, Tab};
use super::rebind::unsent;
use super::*;
use crate::text::{Lang, Texts};

fn key(name: &str) -> Key {
    name.parse().unwrap()
}

fn resolve(keys: &str, place: Place) -> Resolved {
    let keymap = Keymap::default();
    let mut prefix = None;
    let mut last = Resolved::Unknown;
    for name in keys.split(' ') {
        last = keymap.resolve(prefix, key(name), place);
        prefix = (last == Resolved::Prefix).then(|| key(name));
    }
    last
}

#[test]
fn every_key_of_the_table_can_be_read() {
    for entry in Action::table() {
        assert_eq!(entry.action.entry().id, entry.id);
        assert_eq!(Action::parse(entry.id), Some(entry.action), "two actions are called {}", entry.id);
        for name in entry.keys {
            assert!(name.parse::<Sequence>().is_ok_and(|keys| keys.to_string() == *name), "{}: {name}", entry.id);
        }
    }
}

#[test]
fn no_key_means_two_things_at_one_place() {
    let conflict = Keymap::default().conflict();
    assert!(conflict.is_none(), "{conflict:?}");
}

#[test]
fn every_action_has_its_words_in_both_languages() {
    for lang in Lang::ALL {
        let texts = Texts::new(lang);
        for entry in Action::table() {
            for word in [entry.action.label(&texts), entry.action.help(&texts)] {
                assert!(!word.as_str().starts_with('['), "{lang}: {word}");
            }
            assert!(entry.action.label(&texts).width() <= 24, "{lang}: {} is long for a hint", entry.id);
        }
    }
}

#[test]
fn no_key_needs_alt_gr_or_is_taken_by_terminals() {
    for entry in Action::table() {
        let typed: Vec<Sequence> = entry.keys.iter().map(|keys| keys.parse().unwrap()).collect();
        for key in typed.iter().flat_map(|keys| [Some(keys.first), keys.second]).flatten() {
            assert!(!unsent(key), "{}", entry.id);
            assert!(![key_ctrl('s'), key_ctrl('q')].contains(&key), "{}: flow control", entry.id);
        }
        for name in entry.keys {
            for eaten in ["Ctrl-j", "Ctrl-m", "Ctrl-i", "Ctrl-h"] {
                assert!(!name.contains(eaten), "{}: {name}", entry.id);
            }
        }
        let hard = |keys: &Sequence| {
            let alt_gr =
                |key: Key| matches!(key.code, Code::Char('[' | ']' | '{' | '}' | '|' | '\\' | '@' | '#' | '~'));
            let alias =
                |key: Key| key.alt || matches!(key.code, Code::F(_)) || [key_ctrl('a'), key_ctrl('b')].contains(&key);
            [Some(keys.first), keys.second].into_iter().flatten().any(|key| alt_gr(key) || alias(key))
        };
        // Save has its button as well.
        let other_way = typed.is_empty() || entry.action == Action::Save;
        assert!(other_way || !typed.iter().all(hard), "{}: no plain key", entry.id);
    }
}

fn key_ctrl(character: char) -> Key {
    Key::ctrl(character)
}

#[test]
fn a_key_means_what_its_place_says() {
    use Resolved::{Action as Run, Prefix, Text, Unknown};
    for (keys, place, meaning) in [
        ("j", Place::List(Tab::Users), Run(Action::Down)),
        ("j", Place::Form, Text('j')),
        ("Down", Place::Choice, Run(Action::Down)),
        ("g", Place::List(Tab::Users), Prefix),
        ("g g", Place::List(Tab::Users), Run(Action::First)),
        ("g c", Place::Record(Tab::Users), Run(Action::GoContacts)),
        ("g z", Place::List(Tab::Users), Unknown),
        ("g J", Place::Order, Run(Action::MoveLast)),
        ("Space", Place::List(Tab::Users), Run(Action::Mark)),
        ("Space", Place::Record(Tab::Users), Run(Action::Toggle)),
        ("Space", Place::Form, Text(' ')),
        ("c", Place::List(Tab::Roles), Run(Action::Clone)),
        ("c", Place::List(Tab::Tickets), Run(Action::Comment)),
        ("c", Place::List(Tab::Users), Run(Action::CopyRights)),
        ("c", Place::List(Tab::Contacts), Unknown),
        ("d", Place::Order, Run(Action::TakeOut)),
        ("d", Place::Record(Tab::Tickets), Run(Action::CancelTicket)),
        ("w", Place::Review, Run(Action::Apply)),
        ("w", Place::List(Tab::Admins), Run(Action::Review)),
        ("p", Place::List(Tab::Contacts), Run(Action::ToggleFromList)),
        ("Tab", Place::Form, Run(Action::NextField)),
        ("Tab", Place::List(Tab::Site), Run(Action::NextTab)),
        ("3", Place::Carry, Text('3')),
        ("3", Place::Order, Unknown),
        ("2", Place::Matrix, Run(Action::SetManage)),
        ("q", Place::Confirm, Text('q')),
        ("Esc", Place::Confirm, Run(Action::Back)),
        ("Ctrl-r", Place::List(Tab::Users), Run(Action::Redo)),
        ("Ctrl-r", Place::Form, Run(Action::RedoTyping)),
    ] {
        assert_eq!(resolve(keys, place), meaning, "{keys} in {place:?}");
    }
}

#[test]
fn unshifted_azerty_digits_go_to_tabs_in_lists() {
    for (digit, typed) in ('1'..='7').zip("&é\"'(-è".chars()) {
        let place = Place::List(Tab::Journal);
        let keymap = Keymap::default();
        assert_eq!(keymap.resolve(None, Key::char(typed), place), keymap.resolve(None, Key::char(digit), place));
    }
    assert_eq!(resolve("-", Place::Record(Tab::Users)), Resolved::Action(Action::Lower));
    assert_eq!(resolve("é", Place::Matrix), Resolved::Action(Action::SetManage));
    assert_eq!(resolve("é", Place::Form), Resolved::Text('é'));
}

/// S-85: whatever has the focus, there is a key that leaves, and help.
#[test]
fn every_place_has_a_way_out() {
    for place in Place::all() {
        assert_eq!(resolve("Esc", place), Resolved::Action(Action::Back), "{place:?}");
        assert_eq!(resolve("Ctrl-l", place), Resolved::Action(Action::Redraw), "{place:?}");
        if place != Place::Choice {
            assert_eq!(resolve("F1", place), Resolved::Action(Action::Help), "{place:?}");
        }
    }
}

#[test]
fn keys_toml_gives_other_keys() {
    let keymap = Keymap::parse("[keys]\nfilter = ['Ctrl-t', '/']\nlast = 'g e'\nexport = []").unwrap();
    let place = Place::List(Tab::Users);
    assert_eq!(keymap.resolve(None, key("Ctrl-t"), place), Resolved::Action(Action::Filter));
    assert_eq!(keymap.resolve(Some(key("g")), key("e"), place), Resolved::Action(Action::Last));
    assert_eq!(keymap.resolve(None, key("G"), place), Resolved::Unknown);
    assert_eq!(keymap.resolve(None, key("E"), place), Resolved::Unknown);
    assert_eq!(keymap.keys(Action::Filter, place).next().unwrap().to_string(), "Ctrl-t");
}

#[test]
fn a_faulty_keys_toml_is_refused_whole() {
    let conflict = |key: &str, one, other| RebindError::Conflict { key: key.to_owned(), one, other };
    for (text, error) in [
        ("[keys]\nfly = 'z'", RebindError::Action("fly".into())),
        ("[keys]\nnew = 'Hyper-n'", RebindError::Key("Hyper-n".into())),
        ("[keys]\nnew = 'Ctrl-h'", RebindError::Unsafe("Ctrl-h".into())),
        ("[keys]\nnew = 'Ctrl-S'", RebindError::Unsafe("Ctrl-S".into())),
        ("[keys]\nnew = 'Ctrl-1'", RebindError::Unsafe("Ctrl-1".into())),
        ("[keys]\nback = []", RebindError::Needed("back")),
        ("[keys]\nnew = 'e'", conflict("e", "edit", "new")),
        ("[keys]\nnew = 'g'", conflict("g", "first", "new")),
    ] {
        assert_eq!(Keymap::parse(text).unwrap_err(), error, "{text}");
        for lang in Lang::ALL {
            assert!(!error.shown(&Texts::new(lang)).as_str().starts_with('['), "{error}");
        }
    }
    for text in ["keys = 3", "[key]\n", "[keys]\nnew = 3", "[["] {
        assert!(matches!(Keymap::parse(text), Err(RebindError::Form(_))), "{text}");
    }
}
