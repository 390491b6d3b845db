//! Ticket lists as CSV.

use sha2::{Digest, Sha256};

use super::super::cells::Cells;
use super::super::format::Format;
use super::super::header::{Column, Header};
use super::super::message::{Caution, ReadError, Refusal};
use super::super::place::{Place, Refused};
use super::super::reading::Reading;
use super::super::record::TicketRecord;
use super::super::table::Table;
use super::super::value::{Cleaner, quoted};
use super::columns::{self, Target};
use super::date::{self, Order};
use super::words;

/// A date as the file writes it, to be read once the order of the whole file is known.
struct Written {
    ticket: usize,
    target: Target,
    column: String,
    text: String,
}

/// Reads every row of the table into the reading.
pub(in super::super) fn read(
    format: Format,
    table: &mut Table<'_>,
    file: usize,
    cleaner: &mut Cleaner,
    reading: &mut Reading,
    stop: &dyn Fn() -> bool,
) -> Result<(), ReadError> {
    let plan = plan(format, &mut table.header);
    let mut written = Vec::new();
    // Their dates are known once all rows are.
    let mut tickets: Vec<TicketRecord> = Vec::new();
    let mut unnumbered = 0;
    while let Some((line, row)) = table.next_row(stop)? {
        let mut cells = Cells { row, file, line, cleaner, warnings: Vec::new() };
        let before = written.len();
        match ticket(&mut cells, &plan, format, tickets.len(), &mut written) {
            Ok(ticket) => {
                unnumbered += u64::from(ticket.number.is_none());
                tickets.push(ticket);
            }
            Err(refused) => {
                written.truncate(before);
                reading.refused.push(refused);
            }
        }
        reading.warnings.append(&mut cells.warnings);
    }
    let order = match format {
        Format::GlpiTickets => date::order(written.iter().map(|date| date.text.as_str())),
        _ => Order::DayFirst,
    };
    for Written { ticket, target, column, text } in written {
        let (parsed, line) = (date::parse(&text, order), tickets[ticket].line);
        if parsed.is_none() {
            let place = Place::line(file, line).column(column);
            reading.warn(place, Caution::DateUnreadable { value: quoted(&text) });
        }
        let ticket = &mut tickets[ticket];
        match target {
            Target::Created => ticket.created = ticket.created.or(parsed),
            Target::Updated => ticket.updated = ticket.updated.or(parsed),
            Target::Due => ticket.due = ticket.due.or(parsed),
            Target::Closed => ticket.closed = ticket.closed.or(parsed),
            _ => {}
        }
    }
    if unnumbered > 0 {
        tickets.iter_mut().filter(|ticket| ticket.number.is_none()).for_each(key_by_content);
        reading.warn(Place::file(file), Caution::TicketUnnumbered { count: unnumbered });
    }
    tickets.into_iter().try_for_each(|ticket| reading.ticket(Ok(ticket)))
}

fn plan(format: Format, header: &mut Header) -> Vec<(Target, Column)> {
    let columns = columns::of(format).iter();
    columns.filter_map(|&(name, target)| Some((target, header.column(name)?))).collect()
}

fn ticket(
    cells: &mut Cells<'_, '_>,
    plan: &[(Target, Column)],
    format: Format,
    index: usize,
    written: &mut Vec<Written>,
) -> Result<TicketRecord, Refused> {
    let (found, expected) = cells.row.widths();
    if cells.row.surplus() > 0 {
        return Err(cells.refuse(None, Refusal::RowShifted { found, expected }));
    }
    let mut ticket = TicketRecord { file: cells.file, line: cells.line, ..TicketRecord::default() };
    for &(target, column) in plan {
        let column = Some(column);
        match target {
            Target::Description => ticket.description = ticket.description.take().or(cells.text(column)?),
            Target::Created | Target::Updated | Target::Due | Target::Closed | Target::Aside => {
                let Some(text) = value(cells, column, format)? else { continue };
                // A column that may hold anything is looked at only where it holds what looks like a date.
                if target != Target::Aside || text.split(['/', '-', '.']).count() == 3 {
                    let name = plan_name(cells, column);
                    written.push(Written { ticket: index, target, column: name, text });
                }
            }
            _ => {
                let value = value(cells, column, format)?;
                let slot = match target {
                    Target::Number => &mut ticket.number,
                    Target::Status => &mut ticket.status,
                    Target::Priority => &mut ticket.priority,
                    Target::Requester => &mut ticket.requester,
                    Target::Assignee => &mut ticket.assignee,
                    Target::Category => &mut ticket.category,
                    Target::Queue => &mut ticket.queue,
                    _ => {
                        ticket.title = value.unwrap_or_default();
                        continue;
                    }
                };
                *slot = slot.take().or(value);
            }
        }
    }
    if ticket.title.is_empty() {
        return Err(cells.refuse(None, Refusal::TicketUntitled));
    }
    // Digits may be grouped by blanks.
    let number = ticket.number.take().map(|number| number.split_whitespace().collect::<String>());
    ticket.number = number.map(|number| number.trim_start_matches('#').to_owned()).filter(|number| !number.is_empty());
    ticket.key = ticket.number.clone().unwrap_or_default();
    ticket.state = ticket.status.as_deref().and_then(words::state);
    ticket.urgency = ticket.priority.as_deref().and_then(words::urgency);
    Ok(ticket)
}

fn plan_name(cells: &Cells<'_, '_>, column: Option<Column>) -> String {
    column.map(|column| cells.row.header().name(column).to_owned()).unwrap_or_default()
}

/// A value of one line; several people in one cell stand on lines of their own.
fn value(cells: &mut Cells<'_, '_>, column: Option<Column>, format: Format) -> Result<Option<String>, Refused> {
    let Some(text) = cells.text(column)? else { return Ok(None) };
    if text == "-" && format == Format::RedmineIssues {
        return Ok(None);
    }
    let lines: Vec<&str> = text.split(['\n', '\t']).map(str::trim).filter(|line| !line.is_empty()).collect();
    Ok(Some(lines.join(", ")).filter(|line| !line.is_empty()))
}

/// Knows a ticket without a number by what it says: the same file changes nothing.
fn key_by_content(ticket: &mut TicketRecord) {
    let words = [Some(&ticket.title), ticket.description.as_ref(), ticket.queue.as_ref(), ticket.category.as_ref()];
    let text: Vec<&str> = words.into_iter().flatten().map(String::as_str).collect();
    ticket.key = super::super::hex(&Sha256::digest(text.join("\n"))[..16]);
}
