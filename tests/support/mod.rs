//! What the integration tests share.
#![allow(dead_code, unused_imports, reason = "each test binary uses its own part")]
#![expect(clippy::unwrap_used, reason = "a helper that fails is a test that fails")]

pub mod keys;
pub mod process;
pub mod program;
pub mod pty;
