//! What the parts of a key press cost, at a thousand, a hundred thousand and a million users, so that growth shows.
//!
//! `GUICHET_BENCH_MAX=100000 cargo bench` leaves the larger stores out.

mod stores;
fn main() {
    for size in stores::sizes() {
        drop(stores::console(size));
    }
}
