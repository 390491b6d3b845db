//! What is read to draw: pages of lists, matches of a filter, the cells of a record.

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::Criterion;
use guichet::domain::id::UserId;
use guichet::service::Console;
use guichet::service::view::{Filter, From, List, Query, Sort, UserRow, sorts_of, terms_of};

use super::stores;

/// The rows of a screen.
const PAGE: usize = 40;
/// What is typed, letter by letter: parts of first names, last names, numbers and addresses, frequent and rare, a term,
/// and what nobody is called.
const TYPED: [&str; 10] =
    ["tremblay", "zoe", "marie", "jean xavier", "2104", "555-01", "o'n", "accueil12", "qwxyz", "status:disabled roy"];

fn query(sort: Sort, descending: bool, typed: &str) -> Query {
    Query { list: List::Users, filter: Filter::parse(typed, terms_of(List::Users)), sort, descending }
}

/// A page at the start, at the end, and in the middle, in every order; for the owner and for who has some sites.
pub fn pages(criterion: &mut Criterion, owner: &Console, size: u64) {
    let sub = stores::somebody_with_some_sites(owner);
    for (who, console) in [("owner", owner), ("some sites", &sub)] {
        for sort in sorts_of(List::Users) {
            let query = query(*sort, false, "");
            let middle = console.window::<UserRow>(&query, &From::Start, 500).expect("a page").pop();
            let middle = middle.map_or(From::Start, |(cursor, _)| From::After(cursor));
            for (place, from) in [("start", From::Start), ("end", From::End), ("middle", middle)] {
                let name = format!("page/{size}/{who}/{}/{place}", sort.as_str());
                criterion.bench_function(&name, |bencher| {
                    bencher.iter(|| black_box(console.window::<UserRow>(&query, &from, PAGE).expect("a page")));
                });
            }
        }
    }
}

/// A filter letter by letter: the page after each. The percentiles are over all letters, orders and both actors.
pub fn filter(criterion: &mut Criterion, owner: &Console, size: u64) {
    let sub = stores::somebody_with_some_sites(owner);
    for sort in sorts_of(List::Users) {
        let mut times: Vec<(Duration, String)> = Vec::new();
        for console in [owner, &sub] {
            for descending in [false, true] {
                for letters in prefixes() {
                    let start = Instant::now();
                    black_box(page(console, &query(*sort, descending, letters)));
                    times.push((start.elapsed(), letters.to_owned()));
                }
            }
        }
        stores::say_percentiles(&format!("filter {size} by {}", sort.as_str()), times);
        criterion.bench_function(&format!("filter/{size}/{}/a letter", sort.as_str()), |bencher| {
            let mut letters = prefixes().into_iter().cycle();
            bencher.iter(|| black_box(page(owner, &query(*sort, false, letters.next().unwrap_or_default()))));
        });
    }
}

fn page(console: &Console, query: &Query) -> usize {
    console.window::<UserRow>(query, &From::Start, PAGE).expect("a page").len()
}

fn prefixes() -> Vec<&'static str> {
    TYPED.iter().flat_map(|word| word.char_indices().map(|(at, c)| &word[..at + c.len_utf8()])).collect()
}

/// All cells of a user, as the record beside the list shows them.
pub fn cells(criterion: &mut Criterion, console: &Console, size: u64) {
    criterion.bench_function(&format!("cells/{size}/a user"), |bencher| {
        let mut users = (1..=i64::try_from(size).unwrap_or(i64::MAX)).step_by(97).cycle();
        bencher.iter(|| {
            let user = UserId(users.next().unwrap_or(1));
            black_box(console.user_cells(user, &[]).expect("a user"))
        });
    });
}
