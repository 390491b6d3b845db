//! Figures of the requests for the overview: each is read from an index that holds nothing else, never from all tickets.

use rusqlite::params_from_iter;
use rusqlite::types::Value;

use super::part::{Part, add_where};
use super::{List, Scope, Sort, reach};
use crate::domain::time::Time;
use crate::domain::value::{TicketKind, TicketStatus};
use crate::store::Tables;
use crate::store::convert::word;
use crate::store::error::Result;

/// A request that was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decided {
    /// How.
    pub status: TicketStatus,
    /// When it was sent.
    pub opened_at: Time,
    /// When it was decided.
    pub decided_at: Time,
}

/// What is reached of the tickets, whatever their order.
fn reached(scope: &Scope) -> Part {
    reach::of(List::Tickets, Sort::Kind, scope, None).condition
}

/// Counts the requests of a kind that wait and were sent from one moment on and before another.
///
/// # Errors
/// Where SQLite refuses.
pub fn waiting_between(tables: Tables<'_>, scope: &Scope, kind: TicketKind, from: Time, to: Time) -> Result<u64> {
    let mut sql =
        "SELECT count(*) FROM ticket t WHERE t.waiting = 1 AND t.kind = ? AND t.opened_at >= ? AND t.opened_at < ?"
            .to_owned();
    let mut values = vec![Value::Text(kind.as_str().to_owned()), Value::Integer(from.0), Value::Integer(to.0)];
    within(&mut sql, &mut values, &reached(scope));
    let found: i64 = tables.connection().prepare_cached(&sql)?.query_row(params_from_iter(values), |row| row.get(0))?;
    Ok(u64::try_from(found).unwrap_or(0))
}

/// Reads the requests decided since a moment, the oldest decision first.
///
/// # Errors
/// Where SQLite refuses.
pub fn decided_since(tables: Tables<'_>, scope: &Scope, since: Time) -> Result<Vec<Decided>> {
    let mut sql = "SELECT t.status, t.opened_at, t.decided_at FROM ticket t WHERE t.decided_at >= ?".to_owned();
    let mut values = vec![Value::Integer(since.0)];
    within(&mut sql, &mut values, &reached(scope));
    sql.push_str(" ORDER BY t.decided_at");
    let mut statement = tables.connection().prepare_cached(&sql)?;
    let mut rows = statement.query(params_from_iter(values))?;
    let mut decided = Vec::new();
    while let Some(row) = rows.next()? {
        let (opened_at, decided_at) = (Time(row.get(1)?), Time(row.get(2)?));
        decided.push(Decided { status: word(row, "status")?, opened_at, decided_at });
    }
    Ok(decided)
}

fn within(sql: &mut String, values: &mut Vec<Value>, reached: &Part) {
    if !reached.sql.is_empty() {
        add_where(sql, values, " AND ", &[reached]);
    }
}
