//! `guichet sessions`: who is signed in.

use serde_json::Value;

use super::failure::Done;
use super::run::Run;
use super::table::Table;
use super::words::Words;
use crate::text::Shown;
use crate::text_id;

const COLUMNS: [&str; 5] = ["id", "admin", "peer", "started_at", "last_seen_at"];

/// Lists the sessions that run now.
pub fn run(mut run: Run<'_>) -> Done {
    let console = run.signed_in()?;
    let sessions = console.public_sessions()?;
    if run.common.json {
        run.json(&Value::Array(sessions))?;
        return run.out.flush();
    }
    if sessions.is_empty() {
        run.out.line(&run.texts.get(text_id!("sessions-none")))?;
        return run.out.flush();
    }
    let words = Words { texts: run.texts, catalogue: run.catalogue(), kind: None };
    let header: Vec<Shown> = COLUMNS.iter().map(|column| words.label(column)).collect();
    let row = |session: &Value| COLUMNS.iter().map(|column| words.value(column, &session[*column])).collect();
    let rows: Vec<Vec<Shown>> = sessions.iter().map(row).collect();
    let table = Table::sized(&header, &rows);
    table.row(&mut run.out, &header)?;
    rows.iter().try_for_each(|row| table.row(&mut run.out, row))?;
    run.out.flush()
}
