//! A question turned into SQL: what is reached, what is asked, and what the search index can tell of it.

use rusqlite::Connection;
use rusqlite::types::Value;

use super::part::Part;
use super::reach::Reach;
use super::spec::{Sort, keys, table, text_column};
use super::terms::{self, Condition};
use super::{List, Query, Scope};
use super::{named, reach};
use crate::domain::id::Kind;
use crate::store::convert::first;
use crate::store::error::Result;
use crate::store::search::token;

/// The kinds of record by which the journal is filtered.
const KINDS: [Kind; 6] = [Kind::User, Kind::Admin, Kind::Role, Kind::Contact, Kind::Site, Kind::Ticket];

/// A question.
#[derive(Clone, Debug)]
pub(super) struct Question {
    pub list: List,
    pub sort: Sort,
    pub reach: Reach,
    /// The words that each row has.
    pub words: Vec<String>,
    /// Terms as the search index is asked, and as conditions.
    pub told: Vec<(String, Part)>,
    /// Terms of which the search index knows nothing.
    pub conditions: Vec<Part>,
    /// Those of them that list the users they are true of, in case these are few.
    pub lists: Vec<Part>,
    /// The one status that is asked for.
    pub status: Option<String>,
    /// The one service that is asked for, by service.
    pub service: Option<String>,
}

impl Question {
    /// Asks for what is within reach and passes the filter.
    pub fn new(conn: &Connection, scope: &Scope, query: &Query) -> Result<Self> {
        let list = query.list;
        let mut question = Self {
            list,
            sort: query.sort,
            reach: Reach::default(),
            words: query.filter.words.clone(),
            told: Vec::new(),
            conditions: Vec::new(),
            lists: Vec::new(),
            status: None,
            service: None,
        };
        if list == List::ByNumber {
            // With a plus where another order is walked: SQLite is not to look numbers up and sort what it found.
            let numbered =
                if query.sort == Sort::Extension { "t.extension_key < '~'" } else { "+t.extension_key < '~'" };
            question.conditions.push(Part::new(numbered, []));
        }
        let mut site = None;
        for term in &query.filter.terms {
            if list == List::ByService && term.field == "service" {
                question.service = Some(term.value.clone());
                continue;
            }
            if term.field == "site" && (list.is_about_users() || list == List::Contacts) {
                let sql = "SELECT id FROM site WHERE code = ?1";
                site = Some(first(conn, sql, [&term.value], |row| Ok(row.get(0)?))?.unwrap_or(0));
                continue;
            }
            if list.is_about_users() && term.field == "status" {
                question.status = Some(term.value.clone());
            }
            if list == List::Journal
                && let Some(kind) = KINDS.into_iter().find(|kind| kind.as_str() == term.field)
            {
                question.conditions.push(named::entries_about(conn, kind, &term.value)?);
                continue;
            }
            let condition = match (list, term.field.as_str()) {
                (List::Users, "right") => Condition::Listed(named::holders(conn, &term.value)?),
                _ => terms::condition(list, term, query.sort),
            };
            match condition {
                Condition::Plain(part) => question.conditions.push(part),
                Condition::Told(token, part) => question.told.push((token, part)),
                Condition::Listed(listed) => {
                    let sql = ["EXISTS (", &listed.sql, " AND x.user_id = t.id)"].concat();
                    question.conditions.push(Part::new(sql, listed.values.clone()));
                    question.lists.push(listed);
                }
            }
        }
        if list == List::Tickets {
            // One number alone is that of a ticket, as people call it; words stand in its text.
            let alone = question.words.len() == 1;
            question.words.retain(|word| match terms::ticket_number(word, alone) {
                Some(number) => {
                    question.conditions.push(Part::new("t.id = ?", [Value::Integer(number)]));
                    false
                }
                None => true,
            });
        }
        question.reach = reach::of(list, query.sort, scope, site);
        if list == List::Journal {
            // An entry has no text of its own: its words are those of what it changed.
            question.conditions.extend(std::mem::take(&mut question.words).iter().map(|w| terms::entry_has(w)));
        }
        Ok(question)
    }

    /// Whether it asks for nothing but what is within reach, or at some sites of that.
    pub const fn is_for_all(&self) -> bool {
        self.words.is_empty() && self.told.is_empty() && self.conditions.is_empty()
    }

    /// What the search index is asked, where there is anything that it tells.
    pub fn match_expression(&self) -> Option<String> {
        if !self.list.is_about_users() || (self.words.is_empty() && self.told.is_empty()) {
            return None;
        }
        let words = token::all_of(&token::wanted(&self.words));
        let told = self.told.iter().map(|(token, _)| token::all_of(std::slice::from_ref(token)));
        let all = std::iter::once(words).chain(told).chain(self.reach.token.clone());
        Some(all.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" AND "))
    }

    /// What has to be looked at in each row that the search index finds.
    pub fn untold(&self) -> Vec<&Part> {
        let reach = self.reach.token.is_none().then_some(&self.reach.condition);
        reach.into_iter().chain(&self.conditions).filter(|part| !part.sql.is_empty()).collect()
    }

    /// What has to be looked at in each row that was listed otherwise.
    pub fn all(&self) -> Vec<&Part> {
        let told = self.told.iter().map(|(_, part)| part);
        std::iter::once(&self.reach.condition)
            .chain(told)
            .chain(&self.conditions)
            .filter(|part| !part.sql.is_empty())
            .collect()
    }

    /// What has to be looked at in each row of a branch.
    pub fn of_branch<'a>(&'a self, branch: &'a Part) -> Vec<&'a Part> {
        let told = self.told.iter().map(|(_, part)| part);
        std::iter::once(branch).chain(told).chain(&self.conditions).filter(|part| !part.sql.is_empty()).collect()
    }

    /// Whether a row's text has all words.
    pub fn has_words(&self, text: &str) -> bool {
        self.words.iter().all(|word| token::has(text, word))
    }

    /// The column that words are looked for in.
    pub const fn text(&self) -> &'static str {
        text_column(self.list)
    }

    /// The table.
    pub const fn table(&self) -> &'static str {
        match self.list {
            // Of a device it is the user that is asked about.
            List::ByDevice => table(List::Users),
            list => table(list),
        }
    }

    /// The columns of the key that a row is read with.
    pub const fn keys(&self) -> &'static [&'static str] {
        match self.list {
            List::ByDevice | List::ByService => keys(List::Users, Sort::Name),
            list => keys(list, self.sort),
        }
    }
}
