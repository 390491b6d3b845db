//! Reads a window of a list: from a key, so many rows, in either direction.

use rusqlite::types::{ToSqlOutput, Value, ValueRef};
use rusqlite::{Connection, ToSql, params_from_iter};

use super::spec::{Sort, columns, id_column, keys, table};
use super::{Filter, List, Scope, Term};
use crate::store::Tables;
use crate::store::error::{Result, StoreError};

/// A part of a key.
#[derive(Clone, Debug, PartialEq)]
enum Part {
    Number(i64),
    Text(String),
    Bytes(Vec<u8>),
}

impl ToSql for Part {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Number(number) => ToSqlOutput::from(*number),
            Self::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
            Self::Bytes(bytes) => ToSqlOutput::Borrowed(ValueRef::Blob(bytes)),
        })
    }
}

/// Where a row stands in its list: it keeps its place even if the row goes.
#[derive(Clone, Debug, PartialEq)]
pub struct Cursor(Vec<Part>);

/// From where a window is read.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum From {
    /// The first rows.
    #[default]
    Start,
    /// The last rows.
    End,
    /// The rows after that place.
    After(Cursor),
    /// The rows before it.
    Before(Cursor),
    /// The row at that place, or where it would be, and those after it.
    At(Cursor),
}

/// What is asked of a list.
#[derive(Clone, Debug)]
pub struct Query {
    /// Which list.
    pub list: List,
    /// What to show of it.
    pub filter: Filter,
    /// By what it is sorted.
    pub sort: Sort,
    /// Whether the order is turned round.
    pub descending: bool,
}

/// A row that knows how it is read.
pub trait Row: Sized {
    /// Reads it.
    ///
    /// # Errors
    /// Where a value is not of its kind.
    fn read(row: &rusqlite::Row<'_>) -> Result<Self>;
}

/// A count that may have stopped early.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tally {
    /// So many.
    Exactly(u64),
    /// At least so many.
    AtLeast(u64),
}

/// Up to how many matches of a filter are fetched and sorted; above that the list is walked in its order, which then
/// finds a page soon.
const FEW_MATCHES: i64 = 1000;

/// The SQL of a question, and its values in order.
#[derive(Default)]
struct Question {
    from: String,
    conditions: Vec<&'static str>,
    values: Vec<Value>,
}

impl Question {
    fn condition(&mut self, sql: &'static str, values: impl IntoIterator<Item = Value>) {
        self.conditions.push(sql);
        self.values.extend(values);
    }

    fn text(&mut self, sql: &'static str, value: &str) {
        self.condition(sql, [Value::Text(value.to_owned())]);
    }

    fn where_sql(&self) -> String {
        let mut sql = self.from.clone();
        for (at, condition) in self.conditions.iter().enumerate() {
            sql.push_str(if at == 0 { " WHERE " } else { " AND " });
            sql.push_str(condition);
        }
        sql
    }
}

/// Reads a window of a list.
///
/// # Errors
/// Where SQLite refuses, or was interrupted.
pub fn window<R: Row>(
    tables: Tables<'_>,
    scope: &Scope,
    query: &Query,
    from: &From,
    limit: usize,
) -> Result<Vec<(Cursor, R)>> {
    read_window(tables.connection(), scope, query, from, limit, columns(query.list), R::read)
}

/// Reads the numbers of a window of a list.
///
/// # Errors
/// Where SQLite refuses, or was interrupted.
pub fn ids(tables: Tables<'_>, scope: &Scope, query: &Query, from: &From, limit: usize) -> Result<Vec<(Cursor, i64)>> {
    let column = id_column(query.list);
    read_window(tables.connection(), scope, query, from, limit, column, |row| Ok(row.get(0)?))
}

/// Where the row of that number stands in a list.
///
/// # Errors
/// Where SQLite refuses.
pub fn cursor_of(tables: Tables<'_>, scope: &Scope, query: &Query, number: i64) -> Result<Option<Cursor>> {
    let conn = tables.connection();
    let keys = keys(query.list, query.sort);
    let mut question = ask(conn, scope, &Query { filter: Filter::default(), ..query.clone() })?;
    let own = if query.list == List::Journal { "t.number = ?" } else { "t.id = ?" };
    question.condition(own, [Value::Integer(number)]);
    let sql = ["SELECT ", &keys.join(", "), " FROM ", &question.where_sql()].concat();
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query(params_from_iter(&question.values))?;
    rows.next()?.map(|row| cursor(row, 0, keys.len())).transpose()
}

/// Counts the rows of a list, up to a limit.
///
/// # Errors
/// Where SQLite refuses, or was interrupted.
pub fn count(tables: Tables<'_>, scope: &Scope, query: &Query, up_to: u64) -> Result<Tally> {
    let conn = tables.connection();
    if query.list == List::Users && query.filter.is_empty() {
        return Ok(Tally::Exactly(count_users(conn, scope)?));
    }
    let mut question = ask(conn, scope, query)?;
    let sql = ["SELECT count(*) FROM (SELECT 1 FROM ", &question.where_sql(), " LIMIT ?)"].concat();
    let limit = i64::try_from(up_to).unwrap_or(i64::MAX).saturating_add(1);
    question.values.push(Value::Integer(limit));
    let found: i64 = conn.prepare_cached(&sql)?.query_row(params_from_iter(&question.values), |row| row.get(0))?;
    let found = u64::try_from(found).unwrap_or(0);
    Ok(if found > up_to { Tally::AtLeast(up_to) } else { Tally::Exactly(found) })
}

/// Users are counted with their sites.
fn count_users(conn: &Connection, scope: &Scope) -> Result<u64> {
    let number = match &scope.sites {
        None => conn
            .prepare_cached(
                "SELECT (SELECT ifnull(sum(users), 0) FROM site) + (SELECT count(*) FROM user WHERE site_id IS NULL)",
            )?
            .query_row([], |row| row.get::<_, i64>(0))?,
        Some(sites) => {
            let mut statement = conn.prepare_cached("SELECT users FROM site WHERE id = ?1")?;
            let mut sum = 0;
            for site in sites {
                sum += statement.query_row([site], |row| row.get::<_, i64>(0)).unwrap_or(0);
            }
            sum
        }
    };
    Ok(u64::try_from(number).unwrap_or(0))
}

fn read_window<T>(
    conn: &Connection,
    scope: &Scope,
    query: &Query,
    from: &From,
    limit: usize,
    columns: &str,
    read: impl Fn(&rusqlite::Row<'_>) -> Result<T>,
) -> Result<Vec<(Cursor, T)>> {
    let keys = keys(query.list, query.sort);
    let mut question = ask(conn, scope, query)?;
    let backwards = matches!(from, From::End | From::Before(_));
    let descending = query.descending != backwards;
    let mut sql = ["SELECT ", columns, ", ", &keys.join(", "), " FROM ", &question.where_sql()].concat();
    if let From::After(cursor) | From::Before(cursor) | From::At(cursor) = from {
        sql.push_str(if question.conditions.is_empty() { " WHERE " } else { " AND " });
        let operator = match (descending, matches!(from, From::At(_))) {
            (false, false) => ") > (",
            (false, true) => ") >= (",
            (true, false) => ") < (",
            (true, true) => ") <= (",
        };
        let places = vec!["?"; keys.len()].join(", ");
        sql.push_str(&["(", &keys.join(", "), operator, &places, ")"].concat());
        question.values.extend(cursor.0.iter().map(|part| match part {
            Part::Number(number) => Value::Integer(*number),
            Part::Text(text) => Value::Text(text.clone()),
            Part::Bytes(bytes) => Value::Blob(bytes.clone()),
        }));
    }
    sql.push_str(" ORDER BY ");
    let direction = if descending { " DESC" } else { "" };
    for (at, key) in keys.iter().enumerate() {
        sql.push_str(if at == 0 { "" } else { ", " });
        sql.push_str(key);
        sql.push_str(direction);
    }
    sql.push_str(" LIMIT ?");
    question.values.push(Value::Integer(i64::try_from(limit).unwrap_or(i64::MAX)));
    let mut statement = conn.prepare_cached(&sql)?;
    let first_key = statement.column_count() - keys.len();
    let mut rows = statement.query(params_from_iter(&question.values))?;
    let mut found = Vec::with_capacity(limit.min(256));
    while let Some(row) = rows.next()? {
        found.push((cursor(row, first_key, keys.len())?, read(row)?));
    }
    if backwards {
        found.reverse();
    }
    Ok(found)
}

fn cursor(row: &rusqlite::Row<'_>, from: usize, count: usize) -> Result<Cursor> {
    let part = |at: usize| -> Result<Part> {
        Ok(match row.get_ref(at)? {
            ValueRef::Integer(number) => Part::Number(number),
            ValueRef::Text(text) => Part::Text(String::from_utf8_lossy(text).into_owned()),
            ValueRef::Blob(bytes) => Part::Bytes(bytes.to_vec()),
            ValueRef::Null | ValueRef::Real(_) => return Err(StoreError::Value { column: "key" }),
        })
    };
    Ok(Cursor((from..from + count).map(part).collect::<Result<_>>()?))
}

/// Turns scope and filter into SQL.
fn ask(conn: &Connection, scope: &Scope, query: &Query) -> Result<Question> {
    let mut question = Question { from: table(query.list).to_owned(), ..Question::default() };
    words(conn, query, &mut question)?;
    scoped(scope, query.list, &mut question);
    for term in &query.filter.terms {
        term_condition(query.list, term, &mut question);
    }
    Ok(question)
}

/// A filter that matches few users fetches these; one that matches many walks the list in its order.
fn words(conn: &Connection, query: &Query, question: &mut Question) -> Result<()> {
    let words = &query.filter.words;
    if words.is_empty() {
        return Ok(());
    }
    if query.list == List::Users {
        let (long, short): (Vec<&String>, Vec<&String>) = words.iter().partition(|w| w.chars().count() >= 3);
        let parts: Vec<String> = long.iter().flat_map(|w| trigrams(w)).map(|t| quoted(&t)).collect();
        let starts: Vec<String> =
            short.iter().filter(|w| w.chars().all(char::is_alphanumeric)).map(|w| quoted(w) + "*").collect();
        let few = |sql: &str, expression: &str| -> Result<bool> {
            let found: i64 = conn
                .prepare_cached(sql)?
                .query_row(rusqlite::params![expression, FEW_MATCHES + 1], |row| row.get(0))?;
            Ok(found <= FEW_MATCHES)
        };
        let (parts, starts) = (parts.join(" AND "), starts.join(" AND "));
        if !parts.is_empty()
            && few("SELECT count(*) FROM (SELECT 1 FROM user_part WHERE user_part MATCH ?1 LIMIT ?2)", &parts)?
        {
            question.from =
                "(SELECT rowid AS found FROM user_part WHERE user_part MATCH ?) CROSS JOIN user t ON t.id = found"
                    .into();
            question.values.push(Value::Text(parts));
        } else if !starts.is_empty()
            && few("SELECT count(*) FROM (SELECT 1 FROM user_word WHERE user_word MATCH ?1 LIMIT ?2)", &starts)?
        {
            question.from =
                "(SELECT rowid AS found FROM user_word WHERE user_word MATCH ?) CROSS JOIN user t ON t.id = found"
                    .into();
            question.values.push(Value::Text(starts));
        }
    }
    for word in words {
        let short = word.chars().count() < 3;
        match query.list {
            List::Users | List::Contacts if short => {
                question.condition("instr(' ' || t.search, ?) > 0", [Value::Text([" ", word].concat())]);
            }
            List::Users | List::Contacts | List::Admins | List::Tickets => {
                question.text("instr(t.search, ?) > 0", word);
            }
            List::Sites => {
                let value = Value::Text(word.clone());
                question.condition("(instr(t.name_fold, ?) > 0 OR instr(t.code, ?) > 0)", [value.clone(), value]);
            }
            List::Roles | List::Groups | List::Workspaces | List::Applications => {
                question.text("instr(t.name_fold, ?) > 0", word);
            }
            List::Journal => {
                let value = Value::Text(word.clone());
                question.condition(
                    "(instr(lower(ifnull(t.actor, '')), ?) > 0 OR EXISTS (SELECT 1 FROM journal_change c
                        WHERE c.entry = t.number AND instr(lower(c.name), ?) > 0))",
                    [value.clone(), value],
                );
            }
        }
    }
    Ok(())
}

fn trigrams(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    letters.windows(3).map(|three| three.iter().collect()).collect()
}

/// A word as FTS5 takes it literally (S-77).
fn quoted(word: &str) -> String {
    ["\"", &word.replace('"', "\"\""), "\""].concat()
}

/// Numbers as a JSON array, for `json_each`.
pub(super) fn array(numbers: &[i64]) -> Value {
    let list: Vec<String> = numbers.iter().map(i64::to_string).collect();
    Value::Text(["[", &list.join(","), "]"].concat())
}

fn scoped(scope: &Scope, list: List, question: &mut Question) {
    let sites = scope.sites.as_deref().map(array);
    let admin = scope.admin.map_or(Value::Null, |a| Value::Integer(a.0));
    match (list, sites) {
        (List::Users | List::Contacts, Some(sites)) => match scope.sites.as_deref() {
            Some([one]) => question.condition("t.site_id = ?", [Value::Integer(*one)]),
            _ => question.condition("t.site_id IN (SELECT value FROM json_each(?))", [sites]),
        },
        (List::Sites, Some(sites)) => question.condition("t.id IN (SELECT value FROM json_each(?))", [sites]),
        // T-02: who only asks follows their own.
        (List::Tickets, _) if !scope.triages => question.condition("t.requester_id = ?", [admin]),
        (List::Tickets, Some(sites)) => {
            question.condition("(t.requester_id = ? OR t.site_id IN (SELECT value FROM json_each(?)))", [admin, sites]);
        }
        (List::Journal, sites) if !scope.whole_tree && scope.admin.is_some() => {
            question.condition(
                "(t.actor_id = ? OR (NOT EXISTS (SELECT 1 FROM journal_admin j WHERE j.entry = t.number AND j.admin_id
                    NOT IN (WITH RECURSIVE below (id) AS (SELECT ? UNION SELECT a.id FROM admin a JOIN below b
                        ON a.parent_id = b.id) SELECT id FROM below))
                  AND (? IS NULL OR NOT EXISTS (SELECT 1 FROM journal_site j WHERE j.entry = t.number AND j.site_id
                    NOT IN (SELECT value FROM json_each(?))))))",
                [admin.clone(), admin, sites.clone().unwrap_or(Value::Null), sites.unwrap_or(Value::Text("[]".into()))],
            );
        }
        (List::Admins, _) if !scope.whole_tree && scope.admin.is_some() => question.condition(
            "t.id IN (WITH RECURSIVE below (id) AS (SELECT ? UNION SELECT a.id FROM admin a JOIN below b
                ON a.parent_id = b.id) SELECT id FROM below)",
            [admin],
        ),
        _ => {}
    }
}

fn term_condition(list: List, term: &Term, question: &mut Question) {
    let value = term.value.as_str();
    match (list, term.field.as_str()) {
        (List::Users | List::Contacts | List::Tickets, "site") => {
            question.text("t.site_id = (SELECT s.id FROM site s WHERE s.code = ?)", value);
        }
        (List::Tickets, "status") if value == "waiting" => question.condition("t.queue_key < '1'", []),
        (List::Tickets, "status") if value == "decided" => question.condition("t.queue_key >= '1'", []),
        (List::Users | List::Admins | List::Tickets, "status") => question.text("t.status = ?", value),
        (List::Users, "source") => question.text("t.source = ?", value),
        (List::Users, "access") => question.text("t.access_type = ?", value),
        (List::Users, "level") => question.text("t.supervisor_level = ?", value),
        (List::Users | List::Admins, "role") => {
            question.text("t.role_id = (SELECT r.id FROM role r WHERE r.name_fold = ?)", value);
        }
        (List::Users, "group") => question.text(
            "EXISTS (SELECT 1 FROM user_member m JOIN user_group g ON g.id = m.group_id
                WHERE m.user_id = t.id AND g.name_fold = ?)",
            value,
        ),
        (List::Users, "has") => match value {
            "access_type" => question.condition("t.access_type <> 'none'", []),
            "agent_addon" => question.condition("t.agent_addon = 1", []),
            "supervisor_level" => question.condition("t.supervisor_level <> 'none'", []),
            "uc_client" => question.condition("t.uc_client = 1", []),
            "crm_addon" => question.condition("t.crm_addon = 1", []),
            "softphone" => question.condition("EXISTS (SELECT 1 FROM user_softphone p WHERE p.user_id = t.id)", []),
            "application" => question.condition("EXISTS (SELECT 1 FROM user_right p WHERE p.user_id = t.id)", []),
            permission => question.text(
                "EXISTS (SELECT 1 FROM user_permission p WHERE p.user_id = t.id AND p.permission = ?)",
                permission,
            ),
        },
        (List::Users, "right") => {
            let (application, right) = value.split_once('/').unwrap_or((value, ""));
            question.condition(
                "EXISTS (SELECT 1 FROM user_right p JOIN application a ON a.id = p.application_id
                    WHERE p.user_id = t.id AND a.name_fold = ? AND lower(p.right_name) = ?)",
                [Value::Text(application.to_owned()), Value::Text(right.to_owned())],
            );
        }
        (List::Users, "workspace") => question.text(
            "EXISTS (SELECT 1 FROM user_workspace p JOIN workspace w ON w.id = p.workspace_id
                WHERE p.user_id = t.id AND w.name_fold = ?)",
            value,
        ),
        (List::Users, "email") => question.text("t.email_key = ?", value),
        (List::Users, "extension") => question.text("t.extension = ?", value),
        (List::Contacts, "has") => question
            .text("EXISTS (SELECT 1 FROM contact_permission p WHERE p.contact_id = t.id AND p.permission = ?)", value),
        (List::Contacts, "order") => question.text(
            "EXISTS (SELECT 1 FROM order_member o WHERE o.contact_id = t.id
                AND o.order_id = CASE ? WHEN 'technical' THEN 1 WHEN 'financial' THEN 2 END)",
            value,
        ),
        (List::Tickets | List::Journal, "kind") => question.text("t.kind = ?", value),
        (List::Tickets, "priority") => question.text(
            "t.priority = CASE ? WHEN 'low' THEN 0 WHEN 'normal' THEN 1 WHEN 'high' THEN 2 WHEN 'urgent' THEN 3 END",
            value,
        ),
        (List::Tickets, "requester") => question.text("+t.requester_name = ?", value),
        // Who works on nothing yet is nobody.
        (List::Tickets, "assignee") if value == "none" => question.condition("+t.assignee_name = ''", []),
        (List::Tickets, "assignee") => question.text("+t.assignee_name = ?", value),
        (List::Tickets, "user") => question.text("t.user_id IN (SELECT u.id FROM user u WHERE u.name_fold = ?)", value),
        (List::Journal, "actor") => question.text("t.actor = ?", value),
        (List::Journal, "ticket") => question.text("t.ticket = CAST(? AS INTEGER)", value),
        (List::Journal, "user") => history_of("user", value, question),
        (List::Journal, "admin") => history_of("admin", value, question),
        (List::Journal, "role") => history_of("role", value, question),
        (List::Journal, "contact") => history_of("contact", value, question),
        (List::Journal, "site") => history_of("site", value, question),
        (List::Admins, "parent") => {
            question.text("t.parent_id = (SELECT a.id FROM admin a WHERE a.username = ?)", value);
        }
        (List::Roles, "licence") => question.text("t.licence = ?", value),
        _ => question.condition("0", []),
    }
}

/// The entries that changed a record: by its number, else by the name it had.
fn history_of(kind: &'static str, value: &str, question: &mut Question) {
    let number = value.rsplit(':').next().unwrap_or(value).parse().unwrap_or(0);
    question.condition(
        "t.number IN (SELECT c.entry FROM journal_change c WHERE c.kind = ? AND (c.subject_id = ? OR lower(c.name) = ?))",
        [Value::Text(kind.to_owned()), Value::Integer(number), Value::Text(value.to_owned())],
    );
}
