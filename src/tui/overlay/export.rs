//! What is exported, how, and to which file.

use std::path::{Path, PathBuf};

use super::super::desk::Desk;
use super::super::widget::choice::Item;
use super::super::widget::form::{Button, Field, Form, Value};
use super::Message;
use super::form::FormLayer;
use crate::service::Shelf;
use crate::service::export::Exported;
use crate::service::view::{Filter, Query};
use crate::text::export::Format;
use crate::text::{Here, Shown, day, show};

/// An export as it is wished for.
#[derive(Clone, Debug, PartialEq)]
pub struct Wish {
    /// What.
    pub what: Exported,
    /// How it is written.
    pub format: Format,
    /// To which file; in the kiosk a name.
    pub file: PathBuf,
}

/// Asks what is exported of a list as it is shown, and of the register of rights where that may be.
pub fn choose(desk: &Desk, list: Option<(Query, String)>) -> Option<FormLayer> {
    let texts = &desk.look.texts;
    let mut whats: Vec<(&str, Exported)> = Vec::new();
    if let Some((query, typed)) = list {
        let all = Query { filter: Filter::default(), ..query.clone() };
        if !query.filter.is_empty() {
            whats.push(("shown", Exported::List(Box::new(query), typed)));
        }
        whats.push(("all", Exported::List(Box::new(all), String::new())));
    }
    if desk.console.may_export_rights() {
        whats.push(("rights", Exported::Rights));
    }
    let first = whats.first()?;
    let item = |family: &str, word: &str| Item::new(word.to_owned(), texts.word(family, word));
    let formats = ["csv", "raw", "json", "page"];
    let name = format!("{}-{}", first.1.word(), String::from(day(desk.console.clock().now(), &Here)));
    let fields = vec![
        Field::one(
            "what",
            texts.get("export-what"),
            whats.iter().map(|(w, _)| item("export-what", w)).collect(),
            Some(first.0),
        )
        .required(),
        Field::one("format", texts.get("export-format"), formats.map(|f| item("export-format", f)).into(), Some("csv"))
            .required(),
        Field::text("file", texts.get("export-file"), &name).required(),
    ];
    let buttons = vec![(Button::Save, texts.get("export-go")), (Button::Cancel, texts.get("form-cancel"))];
    let intro = match desk.console.shelf() {
        Shelf::Kiosk(_) => texts.get("export-about-kiosk"),
        Shelf::Open => {
            let folder = std::env::current_dir().unwrap_or_default();
            texts.with("export-about", &[("folder", show(&folder.to_string_lossy()).into())])
        }
    };
    let title = texts.get("export-title");
    let layer =
        FormLayer::asking(desk, title, fields, buttons, move |form, _| Message::Export(Box::new(wish(form, &whats))));
    Some(layer.intro(intro))
}

fn wish(form: &Form, whats: &[(&str, Exported)]) -> Wish {
    let picked = |id: &str| {
        form.values().find_map(|(own, value)| match value {
            Value::One(picked) if own == id => picked,
            _ => None,
        })
    };
    let word = picked("what").unwrap_or_default();
    let what = whats.iter().find(|(own, _)| *own == word).map_or(Exported::Rights, |(_, what)| what.clone());
    let format = match picked("format").as_deref() {
        Some("raw") => Format::Csv { raw: true },
        Some("json") => Format::Json,
        // A list has no page of its own.
        Some("page") if matches!(what, Exported::Rights) => Format::Page,
        _ => Format::Csv { raw: false },
    };
    Wish { file: file(form.text("file").trim(), format), what, format }
}

/// A file as it was typed: `~` is one's own folder, and a name without an end gets that of the format.
fn file(typed: &str, format: Format) -> PathBuf {
    let home = std::env::var_os("HOME").filter(|home| !home.is_empty());
    let path = match (typed.strip_prefix("~/"), home) {
        (Some(rest), Some(home)) => Path::new(&home).join(rest),
        _ => PathBuf::from(typed),
    };
    if path.extension().is_some() { path } else { path.with_extension(format.extension()) }
}

/// What was written, and where.
pub fn done(desk: &Desk, path: &Path, records: u64) -> Shown {
    let texts = &desk.look.texts;
    let count = ("count", i64::try_from(records).unwrap_or(i64::MAX).into());
    texts.with("export-done", &[count, ("file", show(&path.to_string_lossy()).into())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_without_an_end_gets_that_of_the_format() {
        assert_eq!(file("users-2026-01-01", Format::Json), Path::new("users-2026-01-01.json"));
        assert_eq!(file("a/b.txt", Format::Csv { raw: true }), Path::new("a/b.txt"));
        assert_eq!(file("rights", Format::Page), Path::new("rights.txt"));
    }
}
