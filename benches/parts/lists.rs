//! What is read to draw: pages of lists, matches of a filter, the cells of a record.

use std::hint::black_box;

use criterion::Criterion;
use guichet::domain::id::UserId;
use guichet::service::Console;
use guichet::service::view::{From, List, UserRow, sorts_of};

use super::stores;
use super::typing::{PAGE, page, query, typed};

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

/// A filter letter by letter, as it is typed: the page after each.
pub fn filter(criterion: &mut Criterion, owner: &Console, size: u64) {
    for sort in sorts_of(List::Users) {
        criterion.bench_function(&format!("filter/{size}/{}/a letter", sort.as_str()), |bencher| {
            let texts: Vec<&str> = typed().map(|(_, text)| text).collect();
            let mut texts = texts.iter().cycle();
            bencher.iter(|| black_box(page(owner, &query(*sort, false, texts.next().copied().unwrap_or_default()))));
        });
    }
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
