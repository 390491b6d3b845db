//! Users that were listed, to be remembered while an index is walked.

use std::collections::HashSet;

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use super::part::Part;
use crate::store::error::Result;

/// Numbers below this are remembered by a bit each.
const BITS: i64 = 1 << 26;

/// A set of users: a bit each, for there may be a great many.
#[derive(Debug, Default)]
pub(super) struct Chosen {
    bits: Vec<u64>,
    /// Those with a number that no store comes to by itself.
    beyond: HashSet<i64>,
}

impl Chosen {
    /// Those that each of the statements lists.
    pub fn of(conn: &Connection, sources: &[Part]) -> Result<Self> {
        let mut chosen: Option<Self> = None;
        for source in sources {
            let listed = Self::listed(conn, source)?;
            match &mut chosen {
                Some(chosen) => chosen.retain(&listed),
                None => chosen = Some(listed),
            }
        }
        Ok(chosen.unwrap_or_default())
    }

    fn listed(conn: &Connection, source: &Part) -> Result<Self> {
        let mut chosen = Self::default();
        let mut statement = conn.prepare_cached(&source.sql)?;
        let mut rows = statement.query(params_from_iter(&source.values))?;
        while let Some(row) = rows.next()? {
            chosen.insert(row.get(0)?);
        }
        Ok(chosen)
    }

    fn insert(&mut self, user: i64) {
        match place(user) {
            Some((word, bit)) => {
                if word >= self.bits.len() {
                    self.bits.resize(word + 1, 0);
                }
                self.bits[word] |= bit;
            }
            None => drop(self.beyond.insert(user)),
        }
    }

    fn retain(&mut self, others: &Self) {
        self.bits.truncate(others.bits.len());
        self.bits.iter_mut().zip(&others.bits).for_each(|(mine, theirs)| *mine &= theirs);
        self.beyond.retain(|user| others.beyond.contains(user));
    }

    /// Whether a user is one of them.
    pub fn has(&self, user: i64) -> bool {
        match place(user) {
            Some((word, bit)) => self.bits.get(word).is_some_and(|bits| bits & bit != 0),
            None => self.beyond.contains(&user),
        }
    }
}

/// Where the bit of a user stands.
fn place(user: i64) -> Option<(usize, u64)> {
    let number = usize::try_from(user).ok().filter(|_| user < BITS)?;
    Some((number / 64, 1 << (number % 64)))
}

/// The users that a statement lists, if they are no more than so many.
pub(super) fn few(conn: &Connection, source: &Part, most: usize) -> Result<Option<Vec<i64>>> {
    let mut statement = conn.prepare_cached(&[&source.sql, " LIMIT ?"].concat())?;
    let limit = Value::Integer(i64::try_from(most).unwrap_or(i64::MAX).saturating_add(1));
    let mut rows = statement.query(params_from_iter(source.values.iter().chain([&limit])))?;
    let mut users = Vec::new();
    while let Some(row) = rows.next()? {
        users.push(row.get(0)?);
    }
    if users.len() > most {
        return Ok(None);
    }
    users.sort_unstable();
    users.dedup();
    Ok(Some(users))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(conn: &Connection, users: &[i64]) -> Part {
        let values: Vec<String> = users.iter().map(|user| format!("({user})")).collect();
        let sql = ["SELECT column1 FROM (VALUES ", &values.join(", "), ")"].concat();
        conn.prepare(&sql).unwrap();
        Part::new(sql, [])
    }

    #[test]
    fn those_of_all_statements_are_chosen() {
        let conn = Connection::open_in_memory().unwrap();
        let (far, farther) = (BITS + 1, i64::MAX);
        let sources = [listed(&conn, &[1, 63, 64, 900, far, farther, -5]), listed(&conn, &[63, 64, 65, farther, -5])];
        let chosen = Chosen::of(&conn, &sources).unwrap();
        let found: Vec<i64> =
            [-5, 0, 1, 63, 64, 65, 900, far, farther].into_iter().filter(|user| chosen.has(*user)).collect();
        assert_eq!(found, [-5, 63, 64, farther]);
    }

    #[test]
    fn few_are_listed_once_each_and_many_are_not() {
        let conn = Connection::open_in_memory().unwrap();
        let source = listed(&conn, &[3, 1, 3]);
        assert_eq!(few(&conn, &source, 3).unwrap(), Some(vec![1, 3]));
        assert_eq!(few(&conn, &source, 2).unwrap(), None);
    }
}
