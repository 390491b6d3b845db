//! Where a row stands in its list.

use rusqlite::types::{ToSqlOutput, Value, ValueRef};
use rusqlite::{Row, ToSql};

use super::{List, packed};
use crate::store::error::{Result, StoreError};

/// A part of a key. Parts of one column are of one kind, and compare as the store compares them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    Number(i64),
    Text(String),
    Bytes(Vec<u8>),
}

impl Part {
    /// The part as a value to bind.
    pub fn value(&self) -> Value {
        match self {
            Self::Number(number) => Value::Integer(*number),
            Self::Text(text) => Value::Text(text.clone()),
            Self::Bytes(bytes) => Value::Blob(bytes.clone()),
        }
    }
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
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cursor(pub(super) Vec<Part>);

impl Cursor {
    /// Reads a key that stands in the first columns of a row.
    pub(super) fn read(row: &Row<'_>, columns: usize) -> Result<Self> {
        let part = |at: usize| -> Result<Part> {
            Ok(match row.get_ref(at)? {
                ValueRef::Integer(number) => Part::Number(number),
                ValueRef::Text(text) => Part::Text(String::from_utf8_lossy(text).into_owned()),
                ValueRef::Blob(bytes) => Part::Bytes(bytes.to_vec()),
                ValueRef::Null | ValueRef::Real(_) => return Err(StoreError::Value { column: "key" }),
            })
        };
        Ok(Self((0..columns).map(part).collect::<Result<_>>()?))
    }

    /// The number of the row: what its key ends with, and of which device or service it is.
    pub(super) fn number(&self, list: List) -> i64 {
        match (list, self.0.as_slice()) {
            (List::ByDevice, [_, Part::Number(user), Part::Number(position)]) => packed::device(*user, *position),
            (List::ByService, [Part::Number(service), .., Part::Number(user)]) => packed::service(*service, *user),
            (_, [.., Part::Number(number)]) => *number,
            _ => 0,
        }
    }
}

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

/// A side of a place in the order of keys, the smallest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Side<'a> {
    /// The place.
    pub cursor: &'a Cursor,
    /// The greater keys, or the smaller ones.
    pub above: bool,
    /// With the place itself.
    pub with: bool,
}

impl Side<'_> {
    /// Whether a key is on this side.
    pub fn has(&self, key: &Cursor) -> bool {
        match key.cmp(self.cursor) {
            std::cmp::Ordering::Equal => self.with,
            other => (other == std::cmp::Ordering::Greater) == self.above,
        }
    }

    /// The comparison in SQL.
    pub const fn operator(&self) -> &'static str {
        match (self.above, self.with) {
            (true, false) => " > ",
            (true, true) => " >= ",
            (false, false) => " < ",
            (false, true) => " <= ",
        }
    }
}

impl From {
    /// Whether it is read from its end towards its start.
    pub(super) const fn is_backwards(&self) -> bool {
        matches!(self, Self::End | Self::Before(_))
    }

    /// The side of a place that is read, where the list is sorted down or up.
    pub(super) const fn side(&self, descending: bool) -> Option<Side<'_>> {
        match self {
            Self::Start | Self::End => None,
            Self::After(cursor) => Some(Side { cursor, above: !descending, with: false }),
            Self::At(cursor) => Some(Side { cursor, above: !descending, with: true }),
            Self::Before(cursor) => Some(Side { cursor, above: descending, with: false }),
        }
    }
}

/// A window: so many keys on a side of a place, in the order of the list, up or down.
#[derive(Clone, Copy)]
pub(super) struct Window<'a> {
    pub side: Option<Side<'a>>,
    pub descending: bool,
    pub limit: usize,
}
