//! From two screens to the fewest bytes that turn one into the other.
//!
//! [`screen`] owns what the terminal shows and what the next frame wants; [`glyph`] brings both to one form; [`scroll`]
//! looks for a band that only moved; [`painter`] writes what is left, with [`motion`] for the cursor and [`pen`] for the
//! attributes. Nothing here asks the terminal a question, and nothing reads a clock.

mod glyph;
mod motion;
mod output;
mod painter;
mod pen;
mod screen;
mod scroll;

pub use output::{Output, Tty};
pub use pen::Palette;
pub use screen::{Drawn, Screen};
