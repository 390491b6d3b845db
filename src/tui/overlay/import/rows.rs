//! What the plan of an import shows: one line for each record that changes something, is refused, or needs attention.

use super::super::super::theme::{Look, Tone};
use crate::service::import::{Difference, FileReport, ImportPlan, Place, RowKind};
use crate::text::{Shown, Texts, show};
use crate::text_id;

/// A key of so many characters is a number that stands before the name.
const NUMBER: usize = 8;
/// How long the keys are that are made up of what a contact or a ticket says.
const HASH: usize = 32;

/// What lines are of, for the filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Row(RowKind),
    Refused,
    Warning,
    File,
}

impl Kind {
    /// Every kind, in the order of the filter.
    pub const ALL: [Self; 11] = [
        Self::Refused,
        Self::Row(RowKind::Reassigned),
        Self::Row(RowKind::Moved),
        Self::Row(RowKind::Renamed),
        Self::Row(RowKind::Vanished),
        Self::Row(RowKind::Likely),
        Self::Row(RowKind::Changed),
        Self::Row(RowKind::New),
        Self::Row(RowKind::Unmatched),
        Self::Warning,
        Self::File,
    ];

    /// The id of its word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Row(RowKind::New) => text_id!("import-kind-new"),
            Self::Row(RowKind::Changed) => text_id!("import-kind-changed"),
            Self::Row(RowKind::Moved) => text_id!("import-kind-moved"),
            Self::Row(RowKind::Renamed) => text_id!("import-kind-renamed"),
            Self::Row(RowKind::Reassigned) => text_id!("import-kind-reassigned"),
            Self::Row(RowKind::Vanished) => text_id!("import-kind-vanished"),
            Self::Row(RowKind::Unmatched) => text_id!("import-kind-unmatched"),
            Self::Row(RowKind::Likely) => text_id!("import-kind-likely"),
            Self::Refused => text_id!("import-kind-refused"),
            Self::Warning => text_id!("import-kind-warning"),
            Self::File => text_id!("import-kind-file"),
        }
    }

    /// The id of the text that counts them; files are not counted.
    pub const fn counted(self) -> Option<&'static str> {
        Some(match self {
            Self::Row(RowKind::New) => text_id!("import-n-new"),
            Self::Row(RowKind::Changed) => text_id!("import-n-changed"),
            Self::Row(RowKind::Moved) => text_id!("import-n-moved"),
            Self::Row(RowKind::Renamed) => text_id!("import-n-renamed"),
            Self::Row(RowKind::Reassigned) => text_id!("import-n-reassigned"),
            Self::Row(RowKind::Vanished) => text_id!("import-n-vanished"),
            Self::Row(RowKind::Unmatched) => text_id!("import-n-unmatched"),
            Self::Row(RowKind::Likely) => text_id!("import-n-likely"),
            Self::Refused => text_id!("import-n-refused"),
            Self::Warning => text_id!("import-n-warning"),
            Self::File => return None,
        })
    }

    /// How many there are.
    pub fn count(self, plan: &ImportPlan) -> u64 {
        let counts = &plan.counts;
        match self {
            Self::Row(RowKind::New) => counts.new,
            Self::Row(RowKind::Changed) => counts.changed,
            Self::Row(RowKind::Moved) => counts.moved,
            Self::Row(RowKind::Renamed) => counts.renamed,
            Self::Row(RowKind::Reassigned) => counts.reassigned,
            Self::Row(RowKind::Vanished) => counts.vanished,
            Self::Row(RowKind::Unmatched) => counts.unmatched,
            Self::Row(RowKind::Likely) => counts.likely,
            Self::Refused => counts.refused,
            Self::Warning => plan.warnings.len() as u64,
            Self::File => plan.reports.len() as u64,
        }
    }

    /// How it is drawn.
    pub const fn tone(self) -> Tone {
        match self {
            Self::Refused => Tone::Refused,
            Self::Warning | Self::Row(RowKind::Moved | RowKind::Reassigned | RowKind::Vanished | RowKind::Likely) => {
                Tone::Warning
            }
            Self::Row(_) => Tone::Plain,
            Self::File => Tone::Dim,
        }
    }
}

/// One line, by its place in the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    pub kind: Kind,
    index: usize,
}

/// The lines of a kind, or of all kinds: refused ones first, then what changes, warnings, and the files.
pub fn lines(plan: &ImportPlan, only: Option<Kind>) -> Vec<Line> {
    let refused = (0..plan.refused.len()).map(|index| Line { kind: Kind::Refused, index });
    let rows = plan.rows.kinds().iter().enumerate().map(|(index, kind)| Line { kind: Kind::Row(*kind), index });
    let warnings = (0..plan.warnings.len()).map(|index| Line { kind: Kind::Warning, index });
    let files = (0..plan.reports.len()).map(|index| Line { kind: Kind::File, index });
    refused.chain(rows).chain(warnings).chain(files).filter(|line| only.is_none_or(|only| only == line.kind)).collect()
}

impl Line {
    /// Where it stands: the line of the file.
    pub fn place(self, plan: &ImportPlan) -> Shown {
        let line = match self.kind {
            Kind::Row(_) => plan.rows.get(self.index).and_then(|row| row.line),
            Kind::Refused => plan.refused[self.index].place.line,
            Kind::Warning => plan.warnings[self.index].place.line,
            Kind::File => None,
        };
        line.map(Shown::digits).unwrap_or_default()
    }

    /// What it is about: key and name, or column and reason.
    pub fn name(self, plan: &ImportPlan, look: &Look) -> Shown {
        match self.kind {
            Kind::Row(_) => {
                let row = plan.rows.get(self.index);
                row.map(|row| named(&row.key, &row.name)).unwrap_or_default()
            }
            Kind::Refused | Kind::Warning => {
                let column = self.problem(plan).and_then(|place| place.column.as_deref()).map(show);
                let parts: Vec<Shown> = column.into_iter().chain([self.reason(plan, &look.texts)]).collect();
                Shown::join(&parts, &Shown::fixed("  "))
            }
            Kind::File => show(&plan.reports[self.index].name),
        }
    }

    /// The place of what is refused or deserves attention.
    fn problem(self, plan: &ImportPlan) -> Option<&Place> {
        match self.kind {
            Kind::Refused => Some(&plan.refused[self.index].place),
            Kind::Warning => Some(&plan.warnings[self.index].place),
            Kind::Row(_) | Kind::File => None,
        }
    }

    /// Why it is refused, or deserves attention.
    fn reason(self, plan: &ImportPlan, texts: &Texts) -> Shown {
        let (code, args) = match self.kind {
            Kind::Refused => (plan.refused[self.index].code(), plan.refused[self.index].args()),
            Kind::Warning => (plan.warnings[self.index].code(), plan.warnings[self.index].args()),
            Kind::Row(_) | Kind::File => return Shown::default(),
        };
        texts.code(code, args.into_iter().map(|(name, text)| (name, text.into())))
    }

    /// Everything there is to say of it, line by line.
    pub fn details(self, plan: &ImportPlan, look: &Look) -> Vec<(Shown, Tone)> {
        let texts = &look.texts;
        match self.kind {
            Kind::Refused | Kind::Warning => {
                let place = self.problem(plan);
                let file = place.and_then(|place| plan.reports.get(place.file)).filter(|_| plan.reports.len() > 1);
                let file = file.map(|file| (show(&file.name), Tone::Dim));
                file.into_iter().chain([(self.reason(plan, texts), self.kind.tone())]).collect()
            }
            Kind::File => columns(&plan.reports[self.index], texts),
            Kind::Row(kind) => {
                let Some(row) = plan.rows.get(self.index) else { return Vec::new() };
                let mut lines = Vec::new();
                if let Some(was) = &row.was {
                    let id = match kind {
                        RowKind::Likely => "import-likely-user",
                        RowKind::Moved => "import-was-number",
                        _ => "import-was",
                    };
                    lines.push((texts.with(id, &[("name", was.as_str().into())]), Tone::Warning));
                }
                lines.extend(row.differences.iter().map(|difference| differs(difference, look)));
                let shown = row.shown.iter().map(|(name, value)| show(&format!("{name}: {value}")));
                let shown: Vec<Shown> = shown.collect();
                if !shown.is_empty() {
                    let list = Shown::join(&shown, &Shown::fixed("  "));
                    lines.push((texts.with("import-shown", &[("list", list.into())]), Tone::Dim));
                }
                lines
            }
        }
    }
}

/// A record by its number and name; by its name and key where that is long, and by its name where the key is made up.
fn named(key: &str, name: &str) -> Shown {
    if key.chars().count() <= NUMBER {
        show(&format!("{key}  {name}"))
    } else if key.len() == HASH && key.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        show(name)
    } else {
        show(&format!("{name}  {key}"))
    }
}

/// A value in words: of what is made of several, what it is known by.
fn told(value: &serde_json::Value, look: &Look) -> Shown {
    use serde_json::Value;
    let list = |values: Vec<Shown>| Shown::join(&values, &Shown::fixed(", "));
    match value {
        Value::String(text) => show(text),
        Value::Bool(on) => look.texts.on_off(*on),
        Value::Array(values) => list(values.iter().map(|value| told(value, look)).collect()),
        Value::Object(fields) => match fields.get("id").or_else(|| fields.get("number")) {
            Some(known_by) => told(known_by, look),
            None => list(fields.values().filter(|value| !value.is_null()).map(|value| told(value, look)).collect()),
        },
        other => crate::text::json(other),
    }
}

/// What the format of a file is called: its id, which the command line has too.
pub fn format_name(report: &FileReport, texts: &Texts) -> Shown {
    match report.format {
        "mapped" | "mapped-people" => texts.get("import-format-mapped"),
        id => Shown::fixed(id),
    }
}

/// The columns of a file that are left out, by name.
fn columns(report: &FileReport, texts: &Texts) -> Vec<(Shown, Tone)> {
    let named = |names: &[String]| {
        let names: Vec<Shown> = names.iter().map(|name| show(name)).collect();
        [("count", names.len().into()), ("list", Shown::join(&names, &Shown::fixed(", ")).into())]
    };
    let mut lines = Vec::new();
    if !report.secret_columns.is_empty() {
        lines.push((texts.with("import-secret-columns", &named(&report.secret_columns)), Tone::Plain));
    }
    if !report.ignored_columns.is_empty() {
        lines.push((texts.with("import-ignored-columns", &named(&report.ignored_columns)), Tone::Dim));
    }
    if lines.is_empty() {
        lines.push((texts.get("import-all-columns"), Tone::Dim));
    }
    lines
}

fn differs(difference: &Difference, look: &Look) -> (Shown, Tone) {
    let value = |value: &serde_json::Value| match value {
        serde_json::Value::Null => look.texts.get("import-nothing"),
        value => told(value, look),
    };
    let args = [
        ("field", look.texts.field(&difference.field).into()),
        ("before", value(&difference.before).into()),
        ("after", value(&difference.after).into()),
    ];
    match difference.kept {
        false if difference.before.is_null() => (look.texts.with("import-brings", &args), Tone::Plain),
        true => (look.texts.with("import-kept", &args), Tone::Dim),
        false => (look.texts.with("import-differs", &args), Tone::Strong),
    }
}
