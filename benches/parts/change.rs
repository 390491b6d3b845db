//! What a change costs, durable: through the door, and the disk below it.

use criterion::Criterion;
use guichet::domain::command::Command;
use guichet::service::Console;

use super::stores;

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
