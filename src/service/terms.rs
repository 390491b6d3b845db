//! The `field:value` terms of filters, explained and completed: which fields a list knows, and which values they take.

use super::console::Console;
use super::error::Result;
use crate::domain::catalogue::Family;
use crate::domain::record::Service;
use crate::domain::value::{
    AccessType, Licence, OrderList, Priority, Source, Status, SupervisorLevel, TicketKind, TicketStatus,
};
use crate::store::view::{Filter, From, List, PlaceRow, Query, RoleRow, Row, Sort, terms_of};

/// Up to how many names of a kind are offered.
const OFFERED: usize = 200;

/// What can be said of the term that is being typed, or of one that is not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Advice {
    /// The list has no such field, but these.
    Field {
        /// What was typed.
        field: String,
        /// The fields.
        known: Vec<String>,
    },
    /// The field has no such value, but these.
    Value {
        /// The field.
        field: String,
        /// What was typed.
        value: String,
        /// The values.
        known: Vec<String>,
    },
    /// The value is not there yet, and may go on as one of these.
    Offers {
        /// The field.
        field: String,
        /// What was typed.
        value: String,
        /// The values.
        known: Vec<String>,
    },
}

impl Console {
    /// The values that a field of a list takes; empty where it takes any.
    ///
    /// # Errors
    /// Signed out, or the store.
    pub fn term_values(&self, list: List, field: &str) -> Result<Vec<String>> {
        let keys = |families: &[Family]| -> Vec<String> {
            let entries = families.iter().flat_map(|family| self.catalogue().family(*family));
            entries.map(|entry| entry.key.as_str().to_owned()).collect()
        };
        Ok(match (list, field) {
            (List::Tickets, "status") => {
                let own = ["waiting", "decided"].map(str::to_owned);
                own.into_iter().chain(TicketStatus::ALL.iter().map(ToString::to_string)).collect()
            }
            (_, "status") => words(Status::ALL),
            (_, "source") => words(Source::ALL),
            (_, "access") => words(AccessType::ALL),
            (_, "level") => words(SupervisorLevel::ALL),
            (_, "licence") => words(Licence::ALL),
            (_, "priority") => words(Priority::ALL),
            (_, "order") => words(OrderList::ALL),
            (List::Tickets, "kind") => words(TicketKind::ALL),
            (List::Contacts, "has") => keys(&[Family::Contact]),
            (_, "is") => words(&["incomplete", "shared-email", "without-device", "without-site"]),
            (_, "service") => Service::ALL.iter().map(|service| service.as_str().to_owned()).collect(),
            (_, "has") => {
                let mut known = keys(&[Family::Portal, Family::Licence]);
                known.push("application".to_owned());
                known
            }
            (_, "site") if list != List::Journal => self.sites()?.into_iter().map(|site| site.code).collect(),
            (_, "group") => self.names::<PlaceRow>(List::Groups, |row| row.name),
            (_, "workspace") => self.names::<PlaceRow>(List::Workspaces, |row| row.name),
            (List::Users | List::Admins, "role") => self.names::<RoleRow>(List::Roles, |row| row.name),
            _ => Vec::new(),
        })
    }

    /// The names of a list that may be seen, folded as a filter compares them; none of one that may not.
    fn names<R: Row>(&self, list: List, name: impl Fn(R) -> String) -> Vec<String> {
        let query = Query { list, filter: Filter::default(), sort: Sort::Name, descending: false };
        let rows = self.window::<R>(&query, &From::Start, OFFERED).unwrap_or_default();
        rows.into_iter().map(|(_, row)| crate::domain::norm::fold(&name(row))).collect()
    }

    /// What there is to say of a filter as it is typed: of the first term that is not understood, else of the last.
    ///
    /// # Errors
    /// Signed out, or the store.
    pub fn filter_advice(&self, list: List, typed: &str) -> Result<Option<Advice>> {
        let terms = Filter::typed_terms(typed);
        let fields = terms_of(list);
        for (at, (field, value)) in terms.iter().enumerate() {
            if !fields.contains(&field.as_str()) {
                let known = fields.iter().map(|field| (*field).to_owned()).collect();
                return Ok(Some(Advice::Field { field: field.clone(), known }));
            }
            let known = self.term_values(list, field)?;
            let is_last = at + 1 == terms.len();
            let offers: Vec<String> = known.iter().filter(|known| known.starts_with(value.as_str())).cloned().collect();
            if known.is_empty() || known.contains(value) {
                continue;
            }
            if is_last && !offers.is_empty() {
                let (field, value) = (field.clone(), value.clone());
                return Ok(Some(Advice::Offers { field, value, known: offers }));
            }
            return Ok(Some(Advice::Value { field: field.clone(), value: value.clone(), known }));
        }
        Ok(None)
    }

    /// The filter with its last word completed as far as there is no choice, and what it may go on as.
    ///
    /// # Errors
    /// Signed out, or the store.
    pub fn complete_filter(&self, list: List, typed: &str) -> Result<(String, Vec<String>)> {
        let start = typed.rfind(char::is_whitespace).map_or(0, |at| at + 1);
        let (before, word) = typed.split_at(start);
        let (kept, part, known) = match word.split_once(':') {
            Some((field, value)) => (format!("{field}:"), value, self.term_values(list, field)?),
            None => {
                let fields = terms_of(list).iter().map(|field| format!("{field}:"));
                (String::new(), word, fields.collect())
            }
        };
        let offers: Vec<String> = known.into_iter().filter(|known| known.starts_with(part)).collect();
        let Some(common) = common_start(&offers) else { return Ok((typed.to_owned(), offers)) };
        let whole = if common.contains(' ') && offers.len() == 1 { format!("\"{common}\"") } else { common };
        Ok((format!("{before}{kept}{whole}"), offers))
    }
}

fn words<T: ToString>(all: &[T]) -> Vec<String> {
    all.iter().map(ToString::to_string).collect()
}

/// What all of these begin with; none where there are none.
fn common_start(offers: &[String]) -> Option<String> {
    let (first, rest) = offers.split_first()?;
    let same = |at: usize, c: char| rest.iter().all(|other| other.chars().nth(at) == Some(c));
    Some(first.chars().enumerate().take_while(|(at, c)| same(*at, *c)).map(|(_, c)| c).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offers_are_completed_as_far_as_they_agree() {
        let offers = |list: &[&str]| list.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>();
        assert_eq!(common_start(&offers(&["analytics", "analyst"])), Some("analy".into()));
        assert_eq!(common_start(&offers(&["québec"])), Some("québec".into()));
        assert_eq!(common_start(&[]), None);
    }
}
