//! The SQLite file: opening it safely, reading windows and records, applying plans, and the journal's rows.
//!
//! Two kinds of handle: a [`Reader`], which cannot write, and a [`Writer`], which only [`crate::service`] makes. Every
//! function takes an open connection and contains SQL only; the rules stand in [`crate::domain`].

pub mod about;
mod apply;
pub mod backup;
mod bulk;
pub mod check;
mod convert;
mod counts;
mod error;
mod facts;
mod folding;
pub mod house;
pub mod journal;
mod migrate;
mod open;
pub mod reserve;
mod safety;
mod search;
pub mod table;
pub mod view;
mod writer;

pub use apply::{Applier, ApplyError};
pub use bulk::Awaited;
pub use error::StoreError;
pub use facts::Tables;
pub use migrate::SCHEMA_VERSION;
pub use open::{Interrupt, Opening, Reader, create, discard, sqlite_version};
pub use safety::make_directory;
pub use table::Stamp;
pub use writer::{Change, Writer};
