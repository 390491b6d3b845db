//! Every sentence in French and English, and data made safe to show.
//!
//! Whatever reaches a screen, a log or a pipe is a [`Shown`]. Data becomes one through [`show`] alone, sentences of ours
//! come from [`Texts`], and numbers and dates from the functions beside it.

mod change;
mod csv;
mod dates;
mod entry;
mod here;
mod json;
mod lang;
mod layout;
mod numbers;
mod refusal;
mod shown;
mod step;
mod texts;
mod told;
mod why;
mod words;

pub use change::ChangeText;
pub use csv::csv_row;
pub use dates::{day, minute, second, weeks};
pub use here::Here;
pub use json::json;
pub use lang::{Glyphs, Lang, UnknownLang};
pub use shown::{Shown, show, show_multiline};
pub use texts::{Arg, Texts};
pub use why::{StepText, WhyText};
pub use words::Worded;

/// Marks a literal as the id of a text, for the test that checks that every id used exists.
#[macro_export]
macro_rules! text_id {
    ($id:literal) => {
        $id
    };
}
