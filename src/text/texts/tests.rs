//! Both languages say the same things, and every id that is used exists.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::*;
use crate::domain::norm::NormError;

/// Returns the ids of a language with the variables of each.
fn entries(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
    let mut entries = BTreeMap::new();
    let mut current = String::new();
    for line in sources(lang).iter().flat_map(|source| source.lines()) {
        if line.starts_with('#') {
            continue;
        }
        if let Some((id, _)) = line.split_once(" =")
            && id.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-')
        {
            current = id.to_owned();
            assert!(!entries.contains_key(id), "{lang}: {id} is there twice");
            entries.insert(current.clone(), BTreeSet::new());
        }
        for (place, _) in line.match_indices('$') {
            let name = line[place + 1..].chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'));
            entries.entry(current.clone()).or_default().insert(name.collect());
        }
    }
    entries
}

#[test]
fn both_languages_have_the_same_ids_and_variables() {
    let (en, fr) = (entries(Lang::En), entries(Lang::Fr));
    let missing = |a: &BTreeMap<String, _>, b: &BTreeMap<String, _>| -> Vec<String> {
        a.keys().filter(|id| !b.contains_key(*id)).cloned().collect()
    };
    assert_eq!(missing(&en, &fr), [""; 0], "not in French");
    assert_eq!(missing(&fr, &en), [""; 0], "not in English");
    for (id, variables) in &en {
        assert_eq!(Some(variables), fr.get(id), "variables of {id}");
    }
}

#[test]
fn every_file_is_read_without_error() {
    for lang in Lang::ALL {
        for source in sources(lang) {
            if let Err((_, errors)) = FluentResource::try_new((*source).to_owned()) {
                panic!("{lang}: {errors:?} in {}", source.lines().next().unwrap_or_default());
            }
        }
        let texts = Texts::new(lang);
        for id in entries(lang).keys().filter(|id| !id.starts_with('-')) {
            assert!(texts.has(id), "{lang}: {id}");
        }
    }
}

#[test]
fn texts_hold_no_hidden_character() {
    for lang in Lang::ALL {
        for line in sources(lang).iter().flat_map(|source| source.lines()) {
            assert_eq!(show(line).as_str(), line);
        }
    }
}

#[test]
fn every_id_used_in_the_source_exists() {
    let texts = Texts::new(Lang::En);
    let mut unknown = Vec::new();
    let mut seen = 0;
    visit(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut |path, source| {
        for id in used_ids(source) {
            seen += 1;
            if !texts.has(&id) {
                unknown.push(format!("{}: {id}", path.display()));
            }
        }
    });
    assert!(seen >= 5, "the scan finds nothing any more");
    assert_eq!(unknown, [""; 0]);
}

#[test]
fn the_scan_finds_ids_however_the_call_is_written() {
    let source = "texts.get(\"a\") self.texts\n  .with(\n \"b\", &[]) ui.texts().get(\"c\") map.get(\"no\") text_id!(\"d\") texts.get(id)";
    assert_eq!(used_ids(source), ["a", "b", "c", "d"]);
}

fn visit(folder: &Path, each: &mut impl FnMut(&Path, &str)) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            visit(&path, each);
        } else if path.extension().is_some_and(|ext| ext == "rs") && !path.ends_with("texts/tests.rs") {
            each(&path, &fs::read_to_string(&path).unwrap());
        }
    }
}

/// Returns the literals that follow `texts.get(`, `texts.with(` (also `texts()`) and `text_id!(`.
fn used_ids(source: &str) -> Vec<String> {
    let source: String = source.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let mut found = Vec::new();
    for call in [".get(", ".with(", "text_id!("] {
        for (place, _) in source.match_indices(call) {
            let receiver = source[..place].trim_end().trim_end_matches("()");
            let argument = source[place + call.len()..].trim_start();
            if let Some(rest) = argument.strip_prefix('"')
                && (call == "text_id!(" || receiver.ends_with("texts"))
                && let Some((id, _)) = rest.split_once('"')
            {
                found.push((place, id.to_owned()));
            }
        }
    }
    found.sort();
    found.into_iter().map(|(_, id)| id).collect()
}

#[test]
fn every_fault_of_a_text_has_its_sentence() {
    let (character, line, column) = ('\u{1b}', 1, 2);
    let errors = [
        NormError::Empty,
        NormError::TooLong { max: 80 },
        NormError::ControlCharacter { character, line, column },
        NormError::HiddenCharacter { character, line, column },
        NormError::NothingVisible,
        NormError::UsernameLength,
        NormError::UsernameStart,
        NormError::UsernameCharacter { character },
        NormError::UsernameMixedScripts,
        NormError::Email,
        NormError::Extension,
        NormError::Phone,
        NormError::Code,
        NormError::PasswordTooShort { min: 15 },
        NormError::PasswordTooLong { max: 128 },
        NormError::PasswordControlCharacter,
        NormError::PasswordCommon,
        NormError::PasswordName,
        NormError::PasswordPattern,
    ];
    for lang in Lang::ALL {
        let texts = Texts::new(lang);
        for error in &errors {
            let sentence = texts.norm(error);
            assert!(!sentence.as_str().starts_with('['), "{lang}: {sentence}");
            assert!(sentence.as_str().ends_with('.'), "{lang}: {sentence}");
        }
    }
}

#[test]
fn counts_choose_the_plural_and_have_groups() {
    let say = |lang, count: i64| String::from(Texts::new(lang).with("count-users", &[("count", count.into())]));
    assert_eq!(say(Lang::En, 0), "0 users");
    assert_eq!(say(Lang::En, 1), "1 user");
    assert_eq!(say(Lang::En, 1204), "1,204 users");
    assert_eq!(say(Lang::Fr, 0), "0 utilisateur");
    assert_eq!(say(Lang::Fr, 1), "1 utilisateur");
    assert_eq!(say(Lang::Fr, 2), "2 utilisateurs");
    assert_eq!(say(Lang::Fr, 1204), "1\u{202f}204 utilisateurs");
}

#[test]
fn s_80_data_in_a_sentence_is_made_safe() {
    let texts = Texts::new(Lang::En);
    let shown = texts.with("person", &[("name", "A\u{202e}\u{1b}".into()), ("username", "a".into())]);
    assert_eq!(shown.as_str(), "A<U+202E><U+001B> (a)");
}

#[test]
fn an_unknown_id_shows_itself() {
    assert_eq!(Texts::new(Lang::Fr).get("no-such\u{1b}").as_str(), "[no-such<U+001B>]");
}

#[test]
fn texts_cross_threads() {
    fn check<T: Send + Sync>() {}
    check::<Texts>();
}
