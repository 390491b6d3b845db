//! What a filter costs as it is typed: the page after each letter of many words, in every order, and how that spreads.

use std::hint::black_box;
use std::time::{Duration, Instant};

use guichet::service::Console;
use guichet::service::view::{Filter, From, List, Query, Sort, UserRow, sorts_of, terms_of};

use super::stores;

/// The rows of a screen.
pub const PAGE: usize = 40;
/// Of each word so many letters are typed.
const LETTERS: usize = 8;
/// What is typed: first and last names, French and English, parts of them, two words, extensions, telephone numbers,
/// addresses, terms, and what nobody is called; frequent and rare.
const TYPED: [&str; 76] = [
    "tremblay",
    "gagnon",
    "côté",
    "bouchard",
    "lefèvre",
    "bélanger",
    "lévesque",
    "pelletier",
    "gauthier",
    "morin",
    "thériault",
    "boisvert",
    "d'amours",
    "l'heureux",
    "saint-pierre",
    "lecœur",
    "vaillancourt",
    "grandmaison",
    "quesnel",
    "zampini",
    "o'neil",
    "o'connor",
    "macdonald",
    "mcallister",
    "smith",
    "thompson",
    "whitfield",
    "kensington",
    "nguyen",
    "ibáñez",
    "schäfer",
    "sørensen",
    "van der berg",
    "zoé",
    "maëlle",
    "marie-ève",
    "jean-françois",
    "étienne",
    "françois",
    "geneviève",
    "xavier",
    "yannick",
    "charlotte",
    "begoña",
    "wendy",
    "katherine",
    "john-paul",
    "blay",
    "hieu",
    "onne",
    "ette",
    "field",
    "worth",
    "zoe tremblay",
    "tremblay zoe",
    "marie tr",
    "jean xavier",
    "jo sm",
    "a b",
    "2104",
    "20310",
    "99999",
    "555-01",
    "+1 514",
    "0142",
    "accueil12",
    "zoe.tremblay",
    "roy@atelier",
    "@atelier-nord",
    ".example",
    "qwxyz",
    "zzz",
    "aeiou",
    "status:disabled roy",
    "has:softphone ma",
    "has:agent_addon tre",
];

pub fn query(sort: Sort, descending: bool, typed: &str) -> Query {
    Query { list: List::Users, filter: Filter::parse(typed, terms_of(List::Users)), sort, descending }
}

pub fn page(console: &Console, query: &Query) -> usize {
    console.window::<UserRow>(query, &From::Start, PAGE).expect("a page").len()
}

/// What stands in the filter after each letter; a term is there at once.
pub fn typed() -> impl Iterator<Item = (usize, &'static str)> {
    TYPED.iter().flat_map(|text| {
        let start = text.rfind(':').map_or(0, |colon| text[colon..].find(' ').map_or(0, |blank| colon + blank + 1));
        let ends = text[start..].char_indices().map(move |(at, c)| start + at + c.len_utf8());
        ends.take(LETTERS).enumerate().map(|(at, end)| (at + 1, &text[..end]))
    })
}

/// The percentiles of the page after each letter, for each order and for each number of letters; of the owner and of
/// who has some sites, up and down.
pub fn percentiles(owner: &Console, size: u64) {
    let sub = stores::somebody_with_some_sites(owner);
    for sort in sorts_of(List::Users) {
        let mut all: Vec<(Duration, String)> = Vec::new();
        let mut by_letters: Vec<Vec<(Duration, String)>> = vec![Vec::new(); LETTERS];
        for (who, console) in [("owner", owner), ("some sites", &sub)] {
            for descending in [false, true] {
                for (letters, text) in typed() {
                    let start = Instant::now();
                    black_box(page(console, &query(*sort, descending, text)));
                    let taken = start.elapsed();
                    let what = format!("{text:?} {who}{}", if descending { " down" } else { "" });
                    by_letters[letters - 1].push((taken, what.clone()));
                    all.push((taken, what));
                }
            }
        }
        for (at, times) in by_letters.into_iter().enumerate() {
            stores::say_percentiles(&format!("filter {size} by {}, letter {}", sort.as_str(), at + 1), times);
        }
        stores::say_percentiles(&format!("filter {size} by {}, all", sort.as_str()), all);
    }
}
