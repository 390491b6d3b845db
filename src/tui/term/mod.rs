//! The terminal: everything between the console and the wire.
//!
//! [`Terminal`] takes the terminal and gives it back on every way out; [`Screen`] turns frames into few bytes;
//! [`Reader`] is the one place the main loop waits; [`Ending`], [`watch_signals`] and [`install_fault_hook`] end the
//! process in order when the loop cannot; [`StoreWatch`] tells that the store changed. Only ANSI sequences that every
//! terminal since the VT102 knows are written: no OSC, no title, no question to the terminal (S-81).
//!
//! A main loop:
//!
//! ```no_run
//! use std::os::fd::AsFd;
//! use guichet::tui::term::*;
//! use ratatui::widgets::{Paragraph, Widget};
//!
//! fn run(store: &std::path::Path) -> Result<(), Box<dyn std::error::Error>> {
//!     let ending = Ending::new(|_reason| { /* close the session row */ });
//!     let directory = store.parent().unwrap_or(store).to_owned();
//!     let notice = "guichet stopped on a fault of its own.".to_owned();
//!     install_fault_hook(FaultReport { directory, notice }, ending.clone());
//!     watch_signals(ending.clone())?;
//!     let terminal = Terminal::enter(true)?;
//!     let mut screen = Screen::new(Tty, terminal.size(), Palette::from_env());
//!     let mut watch = StoreWatch::new(store)?;
//!     let mut reader = Reader::new(Waker::new()?)?; // clones of the waker go to the worker threads
//!     let mut pressed = String::new();
//!     let mut dirty = true;
//!     loop {
//!         if dirty {
//!             let drawn = screen.draw(|buffer| {
//!                 Paragraph::new(pressed.as_str()).render(buffer.area, buffer);
//!                 None
//!             });
//!             dirty = match drawn { Ok(Drawn::Shown(_)) => false, Ok(Drawn::Busy) => true, Err(_) => ending.end(EndReason::HangUp) };
//!         }
//!         let fds = [watch.as_fd()];
//!         let batch = reader.next_batch(Wait { fds: &fds, writable: dirty, timeout: None })?;
//!         dirty |= !batch.is_empty();
//!         for input in batch {
//!             match input {
//!                 Input::Key(key) if key == Key::char('q') => return Ok(()),
//!                 Input::Key(key) if key == Key::ctrl('z') => { if terminal.stop() == Stop::Continued { screen.invalidate() } }
//!                 Input::Key(key) => pressed = key.to_string(),
//!                 Input::Paste(_) | Input::Woken => {}
//!                 Input::Ready(_) => { watch.drain(); }
//!                 Input::Resize(width, height) => screen.resize((width, height)),
//!                 Input::Resumed => screen.invalidate(),
//!                 Input::Gone => ending.end(EndReason::HangUp),
//!             }
//!         }
//!     }
//! }
//! ```

mod decode;
mod ending;
mod fault;
mod guard;
mod input;
pub mod key;
mod paint;
mod paste;
mod signal;
mod stdout;
mod wake;
mod watch;

pub use decode::Input;
pub use ending::{EndReason, Ending};
pub use fault::{FaultReport, install_fault_hook};
pub use guard::{Stop, TermError, Terminal};
pub use input::{Reader, Wait};
pub use key::{Code, Key, UnknownKey};
pub use paint::{Drawn, Output, Palette, Screen, Tty};
pub use signal::watch_signals;
pub use wake::Waker;
pub use watch::StoreWatch;
