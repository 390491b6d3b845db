//! `guichet export`: whole lists and the register of rights, as CSV, as JSON, or as a page to print.

mod flat;
mod register;

use serde_json::Value;

use super::args::{Export, ExportWhat};
use super::failure::Done;
use super::run::Run;
use crate::service::Console;
use crate::service::view::{Filter, From, List, Query, Sort, sorts_of, terms_of};
use crate::text::{Shown, csv_row, json};

/// Rows read at a time.
const PAGE: usize = 200;

/// Exports.
pub fn run(mut run: Run<'_>, args: &Export) -> Done {
    let console = run.signed_in()?;
    let part = matches!(args.what, ExportWhat::List(list) if list != List::Journal) && args.filter.is_some();
    console.require_export(!part)?;
    match args.what {
        ExportWhat::Rights => register::write(&mut run, &console, args),
        ExportWhat::List(list) if run.common.json => {
            let mut first = true;
            each(&console, list, args.filter.as_deref(), |row| {
                run.out.part(&Shown::fixed(if first { "[\n" } else { ",\n" }))?;
                first = false;
                run.out.part(&json(&row))
            })?;
            run.out.line(&Shown::fixed(if first { "[]" } else { "\n]" }))?;
            run.out.flush()
        }
        ExportWhat::List(list) => {
            let mut header: Option<Vec<String>> = None;
            each(&console, list, args.filter.as_deref(), |row| {
                let columns = match &header {
                    Some(columns) => columns,
                    None => {
                        let columns = header.insert(flat::columns(&row));
                        run.out.part(&csv_row(columns, false))?;
                        columns
                    }
                };
                run.out.part(&csv_row(&flat::cells(&row, columns), !args.raw))
            })?;
            run.out.flush()
        }
    }
}

/// Hands on every record of a list that a filter finds, a page at a time.
fn each(console: &Console, list: List, filter: Option<&str>, mut take: impl FnMut(Value) -> Done) -> Done {
    let filter = Filter::parse(filter.unwrap_or_default(), terms_of(list));
    let sort = sorts_of(list).first().copied().unwrap_or(Sort::Name);
    let query = Query { list, filter, sort, descending: false };
    let mut from = From::Start;
    loop {
        let page = console.public_page(&query, &from, PAGE)?;
        let last = page.len() < PAGE;
        for (cursor, row) in page {
            take(row)?;
            from = From::After(cursor);
        }
        if last {
            return Ok(());
        }
    }
}
