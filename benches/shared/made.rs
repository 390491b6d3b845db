//! The stores that are measured: made once, kept beside the build.

use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::time::Instant;

use guichet::service::clock::Clock;
use guichet::service::{Opening, demo};
use guichet::store::Reader;

/// How many users the stores have.
const SIZES: [u64; 3] = [1_000, 100_000, 1_000_000];
/// The largest store that is measured, if not all of them.
const MAX: &str = "GUICHET_BENCH_MAX";

/// The sizes to measure.
pub fn sizes() -> Vec<u64> {
    let max = std::env::var(MAX).ok().and_then(|max| max.replace('_', "").parse().ok()).unwrap_or(u64::MAX);
    SIZES.into_iter().filter(|size| *size <= max).collect()
}

/// Where they are kept.
pub fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/bench-stores");
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(&folder).expect("a folder for the stores");
    folder
}

/// The store of that size, which is made if there is none.
pub fn store(users: u64) -> PathBuf {
    let path = folder().join(format!("{users}.guichet"));
    if Reader::open(&path, Opening::default()).is_err() {
        guichet::store::discard(&path);
        let start = Instant::now();
        demo::create(&path, Opening::default(), &Clock::System, users, &mut |_, _| true).expect("the store is made");
        let seconds = start.elapsed().as_secs_f64();
        let size = std::fs::metadata(&path).map_or(0, |file| file.len()) / (1 << 20);
        #[expect(clippy::print_stderr, reason = "a bench says what it made")]
        let () = eprintln!("made {users} users in {seconds:.2} s, {:.0} a second, {size} MiB", users as f64 / seconds);
    }
    path
}
