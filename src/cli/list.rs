//! `guichet list`: any number of rows, a page at a time.

use serde_json::Value;

use super::args::ListArgs;
use super::failure::{Done, Failure};
use super::run::Run;
use super::table::Table;
use super::words::Words;
use crate::service::public::kind_of;
use crate::service::terms::Advice;
use crate::service::view::{Filter, From, List, Query, Sort, sorts_of, terms_of};
use crate::text::{Shown, json};

/// Rows read at a time.
const PAGE: usize = 200;

/// The columns that people read, by their names in JSON.
const fn columns(list: List) -> &'static [&'static str] {
    match list {
        List::Admins => &["id", "username", "first_name", "last_name", "email", "status", "role", "parent"],
        List::Users => {
            &["id", "extension", "display_name", "email", "site", "status", "access_type", "supervisor_level"]
        }
        List::Roles => &["id", "name", "kind", "licence", "active_holders", "invited_holders", "description"],
        List::Contacts => &["id", "name", "organisation", "email", "site", "technical_rank", "financial_rank"],
        List::Tickets => &["number", "kind", "status", "priority", "requester", "assignee", "opened_at", "title"],
        List::Journal => &["entry", "at", "kind", "actor", "changes", "result", "reverses"],
        List::Sites => &["id", "code", "name", "address"],
        List::Groups => &["id", "name", "members"],
        List::Workspaces => &["id", "name"],
        List::Applications => &["id", "name", "view_only", "rights"],
        List::ByNumber => &["extension", "user", "device", "site", "status"],
        List::ByDevice => &["device", "model", "user", "extension", "site"],
        List::ByService => &["service", "user", "extension", "site", "status"],
        List::ByUser => &["user", "extension", "devices", "services", "site"],
    }
}

/// Lists.
pub fn run(mut run: Run<'_>, args: &ListArgs) -> Done {
    let query = query(args)?;
    let console = run.signed_in()?;
    if let Some(advice) = console.filter_advice(args.what, args.filter.as_deref().unwrap_or_default())? {
        return Err(not_understood(advice));
    }
    let mut from = match &args.after {
        Some(after) => {
            let number = console.public_number(args.what, after)?;
            console.cursor_of(&query, number)?.map_or(From::Start, From::After)
        }
        None => From::Start,
    };
    let words = Words { texts: run.texts, catalogue: run.catalogue(), kind: kind_of(args.what) };
    let mut writing = Writing { words, columns: columns(args.what), as_json: run.common.json, table: None, rows: 0 };
    let mut left = args.limit.map_or(usize::MAX, |limit| usize::try_from(limit).unwrap_or(usize::MAX));
    loop {
        let wanted = left.min(PAGE);
        let page = if wanted == 0 { Vec::new() } else { console.public_page(&query, &from, wanted)? };
        left -= page.len().min(left);
        let more = page.len() == wanted && left > 0;
        let last = page.last().map(|(cursor, _)| cursor.clone());
        writing.page(&mut run, page.into_iter().map(|(_, row)| row).collect())?;
        match last {
            Some(cursor) if more => from = From::After(cursor),
            _ => break,
        }
    }
    writing.end(&mut run)
}

/// A list under way.
struct Writing<'a> {
    words: Words<'a>,
    columns: &'static [&'static str],
    as_json: bool,
    table: Option<Table>,
    rows: u64,
}

impl Writing<'_> {
    fn page(&mut self, run: &mut Run<'_>, rows: Vec<Value>) -> Done {
        if self.as_json {
            for row in rows {
                run.out.part(&Shown::fixed(if self.rows == 0 { "[\n" } else { ",\n" }))?;
                run.out.part(&json(&row))?;
                self.rows += 1;
            }
            return Ok(());
        }
        let cells: Vec<Vec<Shown>> = rows.iter().map(|row| self.cells(row)).collect();
        if self.table.is_none() && !cells.is_empty() {
            let header: Vec<Shown> = self.columns.iter().map(|column| self.words.label(column)).collect();
            let table = Table::sized(&header, &cells);
            table.row(&mut run.out, &header)?;
            self.table = Some(table);
        }
        let Some(table) = &self.table else { return Ok(()) };
        cells.iter().try_for_each(|row| table.row(&mut run.out, row))
    }

    fn cells(&self, row: &Value) -> Vec<Shown> {
        let cell =
            |column: &&str| row.get(*column).map_or_else(Shown::default, |value| self.words.value(column, value));
        self.columns.iter().map(cell).collect()
    }

    fn end(self, run: &mut Run<'_>) -> Done {
        if self.as_json {
            run.out.line(&Shown::fixed(if self.rows == 0 { "[]" } else { "\n]" }))?;
        }
        run.out.flush()
    }
}

/// A term that the list does not know; nothing is completed here.
fn not_understood(advice: Advice) -> Failure {
    match advice {
        Advice::Field { field, known } => {
            Failure::usage("usage.filter_field").with("field", field).with("known", known.join(", "))
        }
        Advice::Value { field, value, known } => Failure::usage("usage.filter_value")
            .with("field", field)
            .with("value", value)
            .with("known", known.join(", ")),
        Advice::Offers { field, value, known } => not_understood(Advice::Value { field, value, known }),
    }
}

fn query(args: &ListArgs) -> Done<Query> {
    let list = args.what;
    let filter = Filter::parse(args.filter.as_deref().unwrap_or_default(), terms_of(list));
    let usual = sorts_of(list).first().copied().unwrap_or(Sort::Name);
    let (sort, descending) = match args.sort.as_deref() {
        Some(text) => sort(list, text).ok_or_else(|| {
            let known: Vec<&str> = sorts_of(list).iter().map(|sort| sort.as_str()).collect();
            Failure::usage("usage.sort").with("column", text).with("known", known.join(", "))
        })?,
        // The newest entry is what one looks for.
        None => (usual, list == List::Journal),
    };
    Ok(Query { list, filter, sort, descending })
}

/// A sort by its own word, or by the name of the column in JSON.
fn sort(list: List, text: &str) -> Option<(Sort, bool)> {
    let (column, descending) = match text.split_once(':') {
        Some((column, "desc")) => (column, true),
        Some((column, "asc")) => (column, false),
        Some(_) => return None,
        None => (text, false),
    };
    let word = match column {
        "display_name" | "username" | "last_name" | "code" => "name",
        "entry" => "number",
        "changed_at" | "modified_at" => "changed",
        "opened_at" => "age",
        "title" => "subject",
        "priority" => "queue",
        word => word,
    };
    let sort = sorts_of(list).iter().copied().find(|sort| sort.as_str() == word)?;
    Some((sort, descending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_has_an_index_is_sorted_by() {
        assert_eq!(sort(List::Users, "extension:desc"), Some((Sort::Extension, true)));
        assert_eq!(sort(List::Users, "display_name"), Some((Sort::Name, false)));
        assert_eq!(sort(List::Users, "email"), None);
        assert_eq!(sort(List::Users, "name:up"), None);
        assert_eq!(sort(List::Tickets, "opened_at"), Some((Sort::Age, false)));
    }
}
