//! What the parts of a key press cost, at a thousand, a hundred thousand and a million users, so that growth shows: a
//! page of a list, a filter letter by letter, the cells of a user, one change through the door, a large plan, an import.
//!
//! * `GUICHET_BENCH_MAX=100000 cargo bench` leaves the larger stores out.
//! * `cargo bench -- filter` runs what has that in its name.
//!
//! The stores are made once, in `target/bench-stores`, and take 2 GB at a million users; delete them when the schema
//! has changed. The door is measured on the store itself, durable, and so is the disk below it; imports are measured on
//! copies, which are removed.

mod bare;
mod change;
mod import;
mod lists;
#[path = "../shared/made.rs"]
mod made;
mod stores;
mod typing;

use std::time::Duration;

use criterion::Criterion;

fn main() {
    let criterion = Criterion::default().sample_size(30).warm_up_time(Duration::from_millis(300));
    let mut criterion = criterion.measurement_time(Duration::from_secs(1)).configure_from_args();
    for size in stores::sizes() {
        let mut console = stores::console(size);
        lists::pages(&mut criterion, &console, size);
        lists::filter(&mut criterion, &console, size);
        if is_asked("filter") {
            typing::percentiles(&console, size);
        }
        lists::cells(&mut criterion, &console, size);
        change::door(&mut criterion, &mut console, size);
        drop(console);
        if is_asked("plan") {
            change::plan(&mut criterion, size);
        }
        if is_asked("import") {
            import::rows(&mut criterion, size);
        }
    }
    criterion.final_summary();
}

/// Whether a part is measured that takes its time even where criterion leaves its benches out.
fn is_asked(part: &str) -> bool {
    std::env::args().skip(1).find(|arg| !arg.starts_with('-')).is_none_or(|name| name.contains(part))
}
