//! What the plan of an import shows: one line for each record that changes something, is refused, or needs attention.

use super::super::super::theme::{Look, Tone};
use crate::service::import::{Difference, ImportPlan, RowKind};
use crate::text::{Shown, show};
use crate::text_id;

/// What lines are of, for the filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Row(RowKind),
    Refused,
    Warning,
}

impl Kind {
    /// Every kind, in the order of the filter.
    pub const ALL: [Self; 10] = [
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
        }
    }
}

/// One line, by its place in the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    pub kind: Kind,
    index: usize,
}

/// The lines of a kind, or of all kinds: refused ones first, then what changes, then warnings.
pub fn lines(plan: &ImportPlan, only: Option<Kind>) -> Vec<Line> {
    let refused = (0..plan.refused.len()).map(|index| Line { kind: Kind::Refused, index });
    let rows = plan.rows.kinds().iter().enumerate().map(|(index, kind)| Line { kind: Kind::Row(*kind), index });
    let warnings = (0..plan.warnings.len()).map(|index| Line { kind: Kind::Warning, index });
    refused.chain(rows).chain(warnings).filter(|line| only.is_none_or(|only| only == line.kind)).collect()
}

impl Line {
    /// Where it stands: the line of the file.
    pub fn place(self, plan: &ImportPlan) -> Shown {
        let line = match self.kind {
            Kind::Row(_) => plan.rows.get(self.index).and_then(|row| row.line),
            Kind::Refused => plan.refused[self.index].place.line,
            Kind::Warning => plan.warnings[self.index].place.line,
        };
        line.map(Shown::digits).unwrap_or_default()
    }

    /// What it is about: key and name, or column.
    pub fn name(self, plan: &ImportPlan) -> Shown {
        match self.kind {
            Kind::Row(_) => {
                let row = plan.rows.get(self.index);
                row.map(|row| show(&format!("{}  {}", row.key, row.name))).unwrap_or_default()
            }
            Kind::Refused => show(plan.refused[self.index].place.column.as_deref().unwrap_or_default()),
            Kind::Warning => show(plan.warnings[self.index].place.column.as_deref().unwrap_or_default()),
        }
    }

    /// Everything there is to say of it, line by line.
    pub fn details(self, plan: &ImportPlan, look: &Look) -> Vec<(Shown, Tone)> {
        let texts = &look.texts;
        let said = |code: &str, args: Vec<(&'static str, String)>| {
            texts.code(code, args.into_iter().map(|(name, text)| (name, text.into())))
        };
        match self.kind {
            Kind::Refused => {
                vec![(said(plan.refused[self.index].code(), plan.refused[self.index].args()), Tone::Refused)]
            }
            Kind::Warning => {
                vec![(said(plan.warnings[self.index].code(), plan.warnings[self.index].args()), Tone::Warning)]
            }
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

fn differs(difference: &Difference, look: &Look) -> (Shown, Tone) {
    let value = |value: &serde_json::Value| match value {
        serde_json::Value::Null => look.texts.get("import-nothing"),
        serde_json::Value::String(text) => show(text),
        other => crate::text::json(other),
    };
    let args = [
        ("field", look.texts.field(&difference.field).into()),
        ("before", value(&difference.before).into()),
        ("after", value(&difference.after).into()),
    ];
    match difference.kept {
        true => (look.texts.with("import-kept", &args), Tone::Dim),
        false => (look.texts.with("import-differs", &args), Tone::Strong),
    }
}
