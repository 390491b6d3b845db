//! What an import costs: recognised, checked, planned, applied, journalled, found by a filter; and beside it what the same
//! rows cost as bare inserts.

use std::time::{Duration, Instant};

use criterion::{Criterion, SamplingMode, Throughput};
use guichet::service::import::{ImportOptions, SourceFile};

use super::bare::Rows;
use super::stores;

/// How many rows the file has.
const ROWS: u64 = 100_000;

/// An import of new users into a copy of the store.
pub fn rows(criterion: &mut Criterion, size: u64) {
    let file = stores::extensions(ROWS);
    let options = ImportOptions { site: stores::first_site(size), ..ImportOptions::default() };
    let mut group = criterion.benchmark_group("import");
    group.sample_size(10).sampling_mode(SamplingMode::Flat).warm_up_time(Duration::from_nanos(1));
    group.throughput(Throughput::Elements(ROWS));
    group.bench_function(format!("{size}/{ROWS} rows"), |bencher| {
        bencher.iter_custom(|times| {
            let mut taken = Duration::ZERO;
            for _ in 0..times {
                let copy = stores::Copy::of(size);
                let mut console = copy.console();
                let start = Instant::now();
                let receipt =
                    console.import(std::slice::from_ref(&file), &options, &mut |_, _| true).expect("an import");
                taken += start.elapsed();
                assert_eq!(receipt.import.counts.new, ROWS);
            }
            taken
        });
    });
    let rows = imported(size, &file, &options);
    group.bench_function(format!("{size}/{ROWS} rows, bare inserts"), |bencher| {
        bencher.iter_custom(|times| (0..times).map(|_| rows.insert(stores::Copy::of(size).path())).sum())
    });
    group.finish();
}

/// The rows that the import writes.
fn imported(size: u64, file: &SourceFile, options: &ImportOptions) -> Rows {
    let copy = stores::Copy::of(size);
    let mut console = copy.console();
    console.import(std::slice::from_ref(file), options, &mut |_, _| true).expect("an import");
    drop(console);
    Rows::between(&stores::store(size), copy.path())
}
