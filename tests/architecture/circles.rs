//! No circle inside a room: of two files of a folder that need each other, what both need stands in a third one.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::{code, files, source};

/// A module by the names on the way to it.
type Module = Vec<String>;

/// In each folder, which of its modules imports which.
type Folders = BTreeMap<Module, BTreeMap<String, BTreeSet<String>>>;

/// The module that a file is.
fn module(path: &Path) -> Module {
    let place = path.strip_prefix(source()).unwrap().with_extension("");
    let mut names: Module = place.iter().map(|name| name.to_str().unwrap().to_owned()).collect();
    if names.last().is_some_and(|name| ["mod", "lib", "main"].contains(&name.as_str())) {
        names.pop();
    }
    names
}

/// The paths that a text of imports begins with: `a::{b, c::d}` gives `a::b` and `a::c::d`.
fn paths(text: &str) -> Vec<Module> {
    fn tree<'t>(mut text: &'t str, mut path: Module, found: &mut Vec<Module>) -> &'t str {
        loop {
            text = text.trim_start();
            if let Some(mut rest) = text.strip_prefix('{') {
                while !rest.trim_start().starts_with('}') {
                    let before = rest.len();
                    rest = tree(rest, path.clone(), found).trim_start().trim_start_matches(',');
                    if rest.len() == before {
                        return rest;
                    }
                }
                return &rest.trim_start()[1..];
            }
            let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
            let (name, rest) = text.split_at(end);
            path.extend((!name.is_empty()).then(|| name.to_owned()));
            match rest.strip_prefix("::") {
                Some(rest) => text = rest,
                None => {
                    found.push(path);
                    return rest;
                }
            }
        }
    }
    let mut found = Vec::new();
    tree(text, Vec::new(), &mut found);
    found
}

/// What a module names by `super::` or `crate::`, from the top.
fn named(own: &Module, text: &str) -> Vec<Module> {
    let lines: Vec<&str> = code(text).collect();
    let text = lines.join("\n");
    let mut found = Vec::new();
    for (at, _) in text.match_indices("crate::") {
        found.extend(paths(&text[at + "crate::".len()..]));
    }
    let mut rest = text.as_str();
    while let Some(at) = rest.find("super::") {
        rest = &rest[at..];
        let mut up = 0;
        while let Some(next) = rest.strip_prefix("super::") {
            (rest, up) = (next, up + 1);
        }
        if let Some(base) = own.len().checked_sub(up) {
            found.extend(paths(rest).into_iter().map(|path| [&own[..base], &path].concat()));
        }
    }
    found
}

/// Who imports whom, in the folder that both stand in.
fn folders() -> Folders {
    let files: Vec<(Module, String)> = files(&source())
        .into_iter()
        .map(|(path, text)| (module(&path), text))
        .filter(|(own, _)| !own.iter().any(|name| name.starts_with("test")))
        .collect();
    let modules: BTreeSet<&Module> = files.iter().map(|(own, _)| own).collect();
    let mut folders = Folders::new();
    for (own, text) in &files {
        for mut path in named(own, text) {
            while !path.is_empty() && !modules.contains(&path) {
                path.pop();
            }
            let common = own.iter().zip(&path).take_while(|(one, other)| one == other).count();
            if common < own.len() && common < path.len() {
                let folder = folders.entry(own[..common].to_vec()).or_default();
                folder.entry(own[common].clone()).or_default().insert(path[common].clone());
            }
        }
    }
    folders
}

#[test]
fn no_module_reaches_itself_through_its_neighbours() {
    let folders = folders();
    assert!(folders.len() > 20, "imports are found: {}", folders.len());
    for (folder, imports) in &folders {
        for start in imports.keys() {
            let mut reached = BTreeSet::new();
            let mut next: Vec<&String> = imports[start].iter().collect();
            while let Some(other) = next.pop() {
                if reached.insert(other) {
                    next.extend(imports.get(other).into_iter().flatten());
                }
            }
            assert!(!reached.contains(start), "{}: {start} reaches itself: {imports:?}", folder.join("::"));
        }
    }
}

#[test]
fn imports_are_read_with_their_braces() {
    let own = ["tui", "pane", "list"].map(String::from).to_vec();
    let text = "use super::super::{key::Key, place::{Place, Tab}};\nuse super::Item;\nlet a = crate::text::show(b);";
    let found: BTreeSet<String> = named(&own, text).iter().map(|path| path.join("::")).collect();
    let wanted = ["tui::key::Key", "tui::place::Place", "tui::place::Tab", "tui::pane::Item", "text::show"];
    assert_eq!(found, wanted.map(String::from).into());
}
