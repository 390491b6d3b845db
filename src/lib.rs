//! guichet: a terminal console for the people who answer one question all day, **who may do what at this site?**
//!
//! One crate, one SQLite file, one door for every change. The layers, in import order (an import never goes up; the
//! test `tests/architecture.rs` fails on one that does):
//!
//! | module | what it is | may use |
//! |---|---|---|
//! | [`domain`] | records, catalogue, engine, Commands, rules: pure code, no SQL, no terminal, no clock | nothing of ours |
//! | [`import`] | reads files of other systems into plain records | `domain` |
//! | [`store`] | the SQLite file: opening, windows, search, applying a plan, the journal's rows | `domain` |
//! | [`service`] | the door, sessions, sign-in, undo, import, verification: what the two faces hold | `domain`, `import`, `store` |
//! | [`text`] | every sentence in French and English; data made safe to show | `domain` |
//! | [`cli`] | the command line | `domain`, `service`, `text`, and `tui` to open the console |
//! | [`tui`] | the console | `domain`, `service`, `text` |
//!
//! One key press travels `tui` → [`service`] (the door) → [`domain`] (authorise, decide) → [`store`] (apply), and the
//! pane reads its window again.

pub mod cli;
pub mod domain;
pub mod import;
pub mod service;
pub mod store;
pub mod text;
pub mod tui;
