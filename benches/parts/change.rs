//! What a change costs, durable: through the door, and the disk below it.

use std::time::{Duration, Instant};

use criterion::{Criterion, SamplingMode};
use guichet::domain::command::Command;
use guichet::service::Console;

use super::bare;
use super::stores;

/// How many users a large plan is about, where the store has so many.
const MANY: usize = 10_000;

/// One permission through the door with its entry, and one bare transaction beside it, each synchronised.
pub fn door(criterion: &mut Criterion, console: &mut Console, size: u64) {
    let bare = stores::bare();
    criterion.bench_function(&format!("door/{size}/a bare transaction"), |bencher| {
        bencher.iter(|| bare.execute("UPDATE t SET n = n + 1", []).expect("a transaction"));
    });
    let commands: Vec<Vec<Command>> = [true, false].map(|on| vec![stores::set_permission(console, on)]).to_vec();
    criterion.bench_function(&format!("door/{size}/one permission"), |bencher| {
        let mut turn = commands.iter().cycle();
        bencher.iter(|| turn.next().map(|commands| console.execute(commands, None).expect("a change").entry));
    });
}

/// One permission of many users as one plan, and the bare updates of the same rows with the same rows of the journal.
pub fn plan(criterion: &mut Criterion, size: u64) {
    let mut group = criterion.benchmark_group("plan");
    group.sample_size(10).sampling_mode(SamplingMode::Flat).warm_up_time(Duration::from_nanos(1));
    let commands = stores::set_permissions(&stores::console(size), MANY);
    group.bench_function(format!("{size}/{} users", commands.len()), |bencher| {
        bencher.iter_custom(|times| {
            let once = |_| {
                let copy = stores::Copy::of(size);
                let mut console = copy.console();
                let start = Instant::now();
                console.execute(&commands, None).expect("a change");
                start.elapsed()
            };
            (0..times).map(once).sum()
        });
    });
    let changes = {
        let copy = stores::Copy::of(size);
        copy.console().execute(&commands, None).expect("a change");
        bare::Changes::of(copy.path())
    };
    group.bench_function(format!("{size}/{} users, bare updates", commands.len()), |bencher| {
        bencher.iter_custom(|times| (0..times).map(|_| changes.write(stores::Copy::of(size).path())).sum());
    });
    group.finish();
}
