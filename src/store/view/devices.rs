//! Devices in their order, each with its user: along the index of their names, which needs no look at the user where
//! nothing is asked of one.

use std::collections::HashSet;

use rusqlite::Connection;
use rusqlite::types::Value;

use super::chosen::few as listed;
use super::cursor::{Cursor, Window};
use super::look::Look;
use super::packed::DEVICE_KEYS;
use super::part::{Part, array};
use super::question::Question;
use crate::domain::norm::fold;
use crate::store::convert::all;
use crate::store::error::Result;

/// Up to how many users are looked at one by one, whatever the order.
const FEW: usize = 2000;

const SELECT: &str = "SELECT d.device, d.user_id, d.position FROM user_device d";

/// Reads the keys of a window.
pub(super) fn keys_of(conn: &Connection, question: &Question, window: Window<'_>) -> Result<Vec<Cursor>> {
    let bare = Question { words: Vec::new(), ..question.clone() };
    let mut sieve = Sieve {
        words: &question.words,
        found: found(conn, question)?,
        by_words: Look::at(conn, question)?,
        bare: (!bare.all().is_empty()).then(|| Look::at(conn, &bare)).transpose()?,
    };
    if let Some(users) = few(conn, &bare)? {
        return among(conn, &users, &mut sieve, window);
    }
    let mut sql = SELECT.to_owned();
    let mut values = Vec::new();
    if let Some(side) = window.side {
        sql.push_str(&[" WHERE (d.device, d.user_id, d.position)", side.operator(), "(?, ?, ?)"].concat());
        values.extend(side.cursor.0.iter().map(super::cursor::Part::value));
    }
    sql.push_str(if window.descending { " ORDER BY 1 DESC, 2 DESC, 3 DESC" } else { " ORDER BY 1, 2, 3" });
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query(rusqlite::params_from_iter(values))?;
    let mut keys = Vec::with_capacity(window.limit.min(256));
    while keys.len() < window.limit
        && let Some(row) = rows.next()?
    {
        if sieve.lets(row.get_ref(0)?.as_str().unwrap_or_default(), row.get(1)?)? {
            keys.push(Cursor::read(row, DEVICE_KEYS.len())?);
        }
    }
    Ok(keys)
}

/// Counts devices, up to a limit.
pub(super) fn count(conn: &Connection, question: &Question, most: i64) -> Result<i64> {
    let limit = usize::try_from(most).unwrap_or(usize::MAX);
    let window = Window { side: None, descending: false, limit };
    Ok(i64::try_from(keys_of(conn, question, window)?.len()).unwrap_or(i64::MAX))
}

/// What a device and its user have to meet: the words stand in the device's name, or the user has them.
struct Sieve<'a> {
    words: &'a [String],
    /// The users who have the words, where they are few.
    found: Option<HashSet<i64>>,
    by_words: Look<'a>,
    /// What is asked besides the words; none where nothing is.
    bare: Option<Look<'a>>,
}

impl Sieve<'_> {
    fn lets(&mut self, device: &str, user: i64) -> Result<bool> {
        if !self.has_words(device, user)? {
            return Ok(false);
        }
        self.bare.as_mut().map_or(Ok(true), |look| look.has(user))
    }

    fn has_words(&mut self, device: &str, user: i64) -> Result<bool> {
        if self.words.is_empty() {
            return Ok(true);
        }
        let folded = fold(device);
        if self.words.iter().all(|word| folded.contains(word.as_str())) {
            return Ok(true);
        }
        match &self.found {
            Some(found) => Ok(found.contains(&user)),
            None => self.by_words.has(user),
        }
    }
}

/// The users who have the words, if they are few.
fn found(conn: &Connection, question: &Question) -> Result<Option<HashSet<i64>>> {
    let Some(expression) = question.match_expression().filter(|_| !question.words.is_empty()) else { return Ok(None) };
    let sql = "SELECT p.user_id FROM user_search f CROSS JOIN user_place p ON p.place = f.rowid
        WHERE user_search MATCH ?";
    let Some(listed) = listed(conn, &Part::new(sql, [Value::Text(expression)]), FEW)? else { return Ok(None) };
    // The index finds parts of words: whether they make up the words is seen in the text.
    let mut look = Look::at(conn, question)?;
    let mut users = HashSet::with_capacity(listed.len());
    for user in listed {
        if look.has(user)? {
            users.insert(user);
        }
    }
    Ok(Some(users))
}

/// The users whom the sites and terms leave, if they are few.
fn few(conn: &Connection, bare: &Question) -> Result<Option<Vec<i64>>> {
    if let Some(source) = bare.lists.first() {
        return listed(conn, source, FEW);
    }
    let Some(sites) = &bare.reach.sites else { return Ok(None) };
    let sql = "SELECT x.id FROM user x WHERE x.site_id IN (SELECT value FROM json_each(?))";
    listed(conn, &Part::new(sql, [array(sites)]), FEW)
}

/// The devices of these users, sorted here.
fn among(conn: &Connection, users: &[i64], sieve: &mut Sieve<'_>, window: Window<'_>) -> Result<Vec<Cursor>> {
    let sql = [SELECT, " WHERE d.user_id = ?1"].concat();
    let mut keys = Vec::new();
    for user in users {
        for key in all(conn, &sql, [user], |row| Cursor::read(row, DEVICE_KEYS.len()))? {
            let device = match key.0.first() {
                Some(super::cursor::Part::Text(device)) => device.as_str(),
                _ => "",
            };
            if sieve.lets(device, *user)? && window.side.is_none_or(|side| side.has(&key)) {
                keys.push(key);
            }
        }
    }
    keys.sort_unstable();
    if window.descending {
        keys.reverse();
    }
    keys.truncate(window.limit);
    Ok(keys)
}
