//! What an import comes to, written out: as lines for people, as one object for programs, as a file for what is too much.

use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};

use crate::cli::failure::Done;
use crate::cli::run::Run;
use crate::service::import::{ImportPlan, Problem, SHOWN};
use crate::service::{Console, ServiceError};
use crate::text::{self, Arg, Shown, show};
use crate::text_id;

/// What was recognised, the counts, what was refused and what deserves attention.
pub(super) fn report(mut run: Run<'_>, plan: &ImportPlan, entry: Option<i64>, dry: bool, kept: Option<&Path>) -> Done {
    if run.common.json {
        json_report(&mut run, plan, entry, dry)?;
        return run.out.flush();
    }
    problems(&mut run, plan)?;
    say_kept(&mut run, plan, kept)?;
    let counts = &plan.counts;
    for (id, count) in [
        (text_id!("import-count-new"), counts.new),
        (text_id!("import-count-changed"), counts.changed),
        (text_id!("import-count-renamed"), counts.renamed),
        (text_id!("import-count-moved"), counts.moved),
        (text_id!("import-count-reassigned"), counts.reassigned),
        (text_id!("import-count-vanished"), counts.vanished),
        (text_id!("import-count-unchanged"), counts.unchanged),
        (text_id!("import-count-likely"), counts.likely),
        (text_id!("import-count-unmatched"), counts.unmatched),
        (text_id!("import-count-refused"), counts.refused),
        (text_id!("import-count-skipped"), counts.skipped),
    ] {
        let line = run.texts.with(id, &[("count", count.into())]);
        run.out.line(&line)?;
    }
    let end = match (dry, entry) {
        (true, _) => run.texts.get("cli-plan-dry"),
        (false, Some(entry)) => run.texts.with("import-applied", &[("entry", entry.into())]),
        (false, None) => run.texts.get("cli-plan-nothing"),
    };
    run.out.line(&end)?;
    run.out.flush()
}

pub(super) fn problems(run: &mut Run<'_>, plan: &ImportPlan) -> Done {
    for report in &plan.reports {
        let secrets = report.secret_columns.len();
        let args: [(&str, Arg); 5] = [
            ("file", (&report.name).into()),
            ("format", report.format.into()),
            ("encoding", report.encoding.name().into()),
            ("records", report.records.into()),
            ("secrets", secrets.into()),
        ];
        let line = run.texts.with("import-read", &args);
        run.out.line(&line)?;
    }
    for refused in plan.refused.iter().take(SHOWN) {
        let said = run.texts.code(refused.code(), refused.args().into_iter().map(|(name, text)| (name, text.into())));
        let args: [(&str, Arg); 2] = [("line", place(&refused.args()).into()), ("why", said.into())];
        let line = run.texts.with("import-refused-row", &args);
        run.out.line(&line)?;
    }
    for warning in plan.warnings.iter().take(SHOWN) {
        let said = run.texts.code(warning.code(), warning.args().into_iter().map(|(name, text)| (name, text.into())));
        let args: [(&str, Arg); 2] = [("line", place(&warning.args()).into()), ("why", said.into())];
        let line = run.texts.with("import-warning", &args);
        run.out.line(&line)?;
    }
    Ok(())
}

/// Writes all problems to a file where they are more than are shown; JSON has them all.
pub(super) fn keep_problems(run: &Run<'_>, console: &Console, plan: &ImportPlan) -> Done<Option<PathBuf>> {
    if run.common.json || !plan.has_more_problems_than_shown() {
        return Ok(None);
    }
    let header = text::csv_row(&Problem::COLUMNS.map(str::to_owned), true);
    let rows = plan.problems().map(|problem| {
        let args = problem.args.iter().map(|(name, text)| (*name, text.as_str().into()));
        let message = run.texts.code(problem.code, args);
        text::csv_row(&problem.cells(message.as_str()), true).as_str().to_owned()
    });
    Ok(Some(console.write_problems(std::iter::once(header.as_str().to_owned()).chain(rows))?))
}

/// Says where all problems are.
pub(super) fn say_kept(run: &mut Run<'_>, plan: &ImportPlan, kept: Option<&Path>) -> Done {
    let Some(kept) = kept else { return Ok(()) };
    let count = plan.refused.len() + plan.warnings.len();
    let file = show(&kept.to_string_lossy());
    let line = run.texts.with("import-problems-kept", &[("count", count.into()), ("file", file.into())]);
    run.out.line(&line)
}

/// Line and column, as far as they are known.
fn place(args: &[(&'static str, String)]) -> String {
    let part = |name: &str| args.iter().find(|(n, _)| *n == name).map(|(_, text)| text.as_str());
    match (part("line"), part("column")) {
        (Some(line), Some(column)) => format!("{line}, {column}"),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => "-".to_owned(),
    }
}

/// Everything as one object; the rows, which may be a great many, as a stream.
fn json_report(run: &mut Run<'_>, plan: &ImportPlan, entry: Option<i64>, dry: bool) -> Done {
    let members = members(run, plan, entry, dry);
    for (at, (name, value)) in members.iter().enumerate() {
        run.out.part(&Shown::fixed(if at == 0 { "{" } else { "," }))?;
        run.out.part(&text::json(&Value::from(name.as_str())))?;
        run.out.part(&Shown::fixed(":"))?;
        run.out.part(&text::json(value))?;
    }
    run.out.part(&Shown::fixed(",\"rows\":["))?;
    for (at, row) in plan.rows.iter().enumerate() {
        let row = row.map_err(ServiceError::from)?;
        let value = json!({"kind": row.kind.as_str(), "key": row.key, "name": row.name, "line": row.line});
        if at > 0 {
            run.out.part(&Shown::fixed(","))?;
        }
        run.out.part(&text::json(&value))?;
    }
    run.out.line(&Shown::fixed("]}"))
}

fn members(run: &Run<'_>, plan: &ImportPlan, entry: Option<i64>, dry: bool) -> Map<String, Value> {
    let said = |code: &str, args: Vec<(&'static str, String)>| {
        let place: Vec<_> = args.iter().filter(|(name, _)| ["line", "column"].contains(name)).cloned().collect();
        let message = run.texts.code(code, args.into_iter().map(|(name, text)| (name, text.into())));
        let mut value = json!({"code": code, "message": message.as_str()});
        for (name, text) in place {
            value[name] = text.into();
        }
        value
    };
    let counts = &plan.counts;
    let files: Vec<Value> = plan
        .reports
        .iter()
        .map(|file| {
            json!({"name": show(&file.name).as_str(), "format": file.format, "encoding": file.encoding.name(),
                   "records": file.records, "ignored_columns": file.ignored_columns,
                   "secret_columns": file.secret_columns})
        })
        .collect();
    let mut members = Map::new();
    let mut member = |name: &str, value: Value| drop(members.insert(name.to_owned(), value));
    member("feed", plan.feeds.first().map(String::as_str).into());
    member("feeds", plan.feeds.as_slice().into());
    for (name, count) in [
        ("new", counts.new),
        ("changed", counts.changed),
        ("renamed", counts.renamed),
        ("moved", counts.moved),
        ("reassigned", counts.reassigned),
        ("vanished", counts.vanished),
        ("unchanged", counts.unchanged),
        ("likely", counts.likely),
        ("unmatched", counts.unmatched),
        ("refused", counts.refused),
        ("skipped", counts.skipped),
    ] {
        member(name, count.into());
    }
    member("files", files.into());
    member("refusals", plan.refused.iter().map(|r| said(r.code(), r.args())).collect());
    member("warnings", plan.warnings.iter().map(|w| said(w.code(), w.args())).collect());
    if !dry {
        member("applied", entry.into());
    }
    members
}
