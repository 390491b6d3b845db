//! What an actor reaches of each list, as SQL (S-22).

use rusqlite::types::Value;

use super::part::{Part, array};
use super::{List, Scope, Sort};
use crate::store::search::token;

/// Up to how many sites are asked of the search index; more are compared row by row.
const SITES_ASKED: usize = 16;
/// Up to how many sites have their rows merged; more are compared row by row.
const SITES_MERGED: usize = 100;

/// Administrators of one's branch, and oneself.
const BRANCH: &str = "+t.id IN (WITH RECURSIVE below (id) AS (SELECT ? UNION SELECT a.id FROM admin a JOIN below b
    ON a.parent_id = b.id) SELECT id FROM below)";

/// One's own entries, and those all of whose administrators and sites one reaches.
const TOUCHED: &str = "(t.actor_id = ? OR (NOT EXISTS (SELECT 1 FROM journal_admin j WHERE j.entry = t.number
        AND j.admin_id NOT IN (WITH RECURSIVE below (id) AS (SELECT ? UNION SELECT a.id FROM admin a JOIN below b
            ON a.parent_id = b.id) SELECT id FROM below))
    AND (? IS NULL OR NOT EXISTS (SELECT 1 FROM journal_site j WHERE j.entry = t.number AND j.site_id
        NOT IN (SELECT value FROM json_each(?))))))";

/// What an actor reaches of a list.
#[derive(Clone, Debug, Default)]
pub(super) struct Reach {
    /// Rows of one of these only, each with its index in every order; no row is of two. One without SQL stands for all.
    pub branches: Vec<Part>,
    /// The same as one condition.
    pub condition: Part,
    /// The same as the search index is asked.
    pub token: Option<String>,
    /// The sites, of a list that belongs to sites; none stands for all.
    pub sites: Option<Vec<i64>>,
}

/// What is reached of a list, and of one site only where that is asked.
pub(super) fn of(list: List, sort: Sort, scope: &Scope, site: Option<i64>) -> Reach {
    let admin = scope.admin.map_or(Value::Null, |a| Value::Integer(a.0));
    let sites: Option<Vec<i64>> = match (&scope.sites, site) {
        (None, site) => site.map(|site| vec![site]),
        (Some(sites), site) => Some(sites.iter().copied().filter(|s| site.is_none_or(|site| *s == site)).collect()),
    };
    let whole = scope.whole_tree || scope.admin.is_none();
    match (list, sites) {
        (list, Some(sites)) if list.is_about_users() || list == List::Contacts => {
            Reach { sites: Some(sites.clone()), ..of_sites(list, &sites) }
        }
        // T-02: who only asks follows their own.
        (List::Tickets, _) if !scope.triages && !merged(sort) => one(Part::new("+t.requester_id = ?", [admin])),
        (List::Tickets, _) if !scope.triages => one(Part::new("t.requester_id = ?", [admin])),
        (List::Tickets, Some(sites)) if !merged(sort) => {
            let sql = "(+t.requester_id = ? OR +t.site_id IN (SELECT value FROM json_each(?)))";
            one(Part::new(sql, [admin, array(&sites)]))
        }
        (List::Tickets, Some(sites)) => tickets(&sites, &admin),
        (List::Sites, Some(sites)) => one(Part::new("+t.id IN (SELECT value FROM json_each(?))", [array(&sites)])),
        (List::Journal, sites) if !whole => {
            let sites = sites.as_deref().map(array);
            let none = || Value::Text("[]".into());
            let asked = sites.clone().unwrap_or(Value::Null);
            one(Part::new(TOUCHED, [admin.clone(), admin, asked, sites.unwrap_or_else(none)]))
        }
        (List::Admins, _) if !whole => one(Part::new(BRANCH, [admin])),
        _ => one(Part::default()),
    }
}

/// A list that is walked as one.
fn one(condition: Part) -> Reach {
    Reach { branches: vec![condition.clone()], condition, ..Reach::default() }
}

fn of_sites(list: List, sites: &[i64]) -> Reach {
    // With a plus, for else SQLite would look the sites up one by one and sort what it found.
    let condition = Part::new("+t.site_id IN (SELECT value FROM json_each(?))", [array(sites)]);
    if sites.is_empty() || sites.len() > SITES_MERGED {
        return one(condition);
    }
    let tokens: Vec<String> = sites.iter().map(|site| token::term("site", &site.to_string())).collect();
    let told = list.is_about_users() && sites.len() <= SITES_ASKED;
    Reach {
        branches: sites.iter().map(|site| Part::new("t.site_id = ?", [Value::Integer(*site)])).collect(),
        condition,
        token: told.then(|| token::one_of(&tokens)),
        sites: None,
    }
}

/// Whether an order of the tickets has an index for each site and sender; the others look at each row.
const fn merged(sort: Sort) -> bool {
    matches!(sort, Sort::Queue | Sort::Age | Sort::Changed | Sort::Number)
}

/// One's own requests, and those of the sites.
fn tickets(sites: &[i64], admin: &Value) -> Reach {
    let sql = "(t.requester_id = ? OR t.site_id IN (SELECT value FROM json_each(?)))";
    let condition = Part::new(sql, [admin.clone(), array(sites)]);
    if sites.len() > SITES_MERGED {
        return one(condition);
    }
    let of_site =
        |site: &i64| Part::new("t.site_id = ? AND t.requester_id IS NOT ?", [Value::Integer(*site), admin.clone()]);
    let own = Part::new("t.requester_id = ?", [admin.clone()]);
    Reach { branches: std::iter::once(own).chain(sites.iter().map(of_site)).collect(), condition, ..Reach::default() }
}
