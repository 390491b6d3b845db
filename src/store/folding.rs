//! The one function that SQL borrows: names are compared as the domain folds them, without case and accents.

use rusqlite::Connection;
use rusqlite::functions::FunctionFlags;

use super::error::Result;
use crate::domain::norm::fold;

/// Makes `folded(text)` known to a connection; no schema may use it.
pub(super) fn lend(conn: &Connection) -> Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_DIRECTONLY;
    Ok(conn.create_scalar_function("folded", 1, flags, |context| Ok(fold(context.get_raw(0).as_str()?)))?)
}
