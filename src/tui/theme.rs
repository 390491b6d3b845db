//! Looks: the 16 colours of the terminal, or none; Unicode, or ASCII.
//!
//! Text is the truth and colour only repeats it: each tone differs from the plain one without colour too, unless what
//! it is given to says it in words.

use ratatui::style::{Color, Modifier, Style};

use crate::text::{Glyphs, Lang, Shown, Texts};

use super::action::{Action, Keymap};
use super::place::Place;

/// What a piece of text is, for the eye.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Nothing special.
    Plain,
    /// Of less weight: remarks, ages, what is locked.
    Dim,
    /// Of more weight: the row in question, the value to read first.
    Strong,
    /// A title, a header.
    Title,
    /// The marker of the selected row, the open section, the field with the focus.
    Chosen,
    /// What is staged.
    Staged,
    /// What a filter matched.
    Match,
    /// A refusal.
    Refused,
    /// What is done or allowed.
    Good,
    /// What to be careful with.
    Warning,
    /// What may destroy.
    Danger,
    /// Lines and edges.
    Edge,
    /// A key in the hint line.
    Key,
}

/// How the console draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    colour: bool,
    glyphs: Glyphs,
}

impl Theme {
    /// Creates a theme.
    pub const fn new(colour: bool, glyphs: Glyphs) -> Self {
        Self { colour, glyphs }
    }

    /// Chooses from the variables of the environment: no colour with `NO_COLOR`, on a VT or without a `TERM`.
    pub fn from_env(var: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name: &str| var(name).is_some_and(|value| !value.is_empty());
        let plain = var("TERM").is_none_or(|term| term.is_empty() || term == "dumb" || term.starts_with("vt"));
        Self::new(!set("NO_COLOR") && !plain, Glyphs::from_env(&var))
    }

    /// Returns what the terminal can draw.
    pub const fn glyphs(self) -> Glyphs {
        self.glyphs
    }

    /// Says whether colours are used.
    pub const fn colour(self) -> bool {
        self.colour
    }

    /// Returns the style of a tone.
    pub fn style(self, tone: Tone) -> Style {
        let (colour, modifier) = match tone {
            Tone::Plain => (None, Modifier::empty()),
            Tone::Dim => (None, Modifier::DIM),
            Tone::Edge => (Some(Color::DarkGray), Modifier::empty()),
            Tone::Strong | Tone::Title => (None, Modifier::BOLD),
            Tone::Chosen => (Some(Color::Cyan), Modifier::BOLD),
            Tone::Staged | Tone::Warning => (Some(Color::Yellow), Modifier::BOLD),
            Tone::Match => (Some(Color::Cyan), Modifier::UNDERLINED),
            Tone::Refused => (None, Modifier::REVERSED),
            Tone::Good => (Some(Color::Green), Modifier::empty()),
            Tone::Danger => (Some(Color::Red), Modifier::BOLD),
            Tone::Key => (Some(Color::Cyan), Modifier::BOLD),
        };
        let style = Style::default().add_modifier(modifier);
        colour.filter(|_| self.colour).map_or(style, |colour| style.fg(colour))
    }
}

/// What every drawing needs to know of the reader.
pub struct Look {
    /// The sentences, in the reader's language.
    pub texts: Texts,
    /// Colours and glyphs.
    pub theme: Theme,
    /// The keys, for the hints.
    pub keymap: Keymap,
}

impl Look {
    /// Creates the looks of a session.
    pub fn new(lang: Lang, theme: Theme, keymap: Keymap) -> Self {
        Self { texts: Texts::new(lang), theme, keymap }
    }

    /// Returns the text cut to a width.
    pub fn fit(&self, text: &Shown, columns: u16) -> Shown {
        text.fit(usize::from(columns), self.theme.glyphs)
    }

    /// Returns the key of an action at a place as it is called; empty where it has none.
    pub fn key(&self, action: Action, place: Place) -> Shown {
        self.keymap.keys(action, place).next().map(|keys| keys.shown(&self.texts)).unwrap_or_default()
    }

    /// Returns the first drawing where Unicode can be drawn, the second elsewhere.
    pub const fn pick(&self, unicode: &'static str, ascii: &'static str) -> Shown {
        Shown::fixed(match self.theme.glyphs {
            Glyphs::Unicode => unicode,
            Glyphs::Ascii => ascii,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TONES: [Tone; 13] = [
        Tone::Plain,
        Tone::Dim,
        Tone::Strong,
        Tone::Title,
        Tone::Chosen,
        Tone::Staged,
        Tone::Match,
        Tone::Refused,
        Tone::Good,
        Tone::Warning,
        Tone::Danger,
        Tone::Edge,
        Tone::Key,
    ];

    #[test]
    fn without_colour_there_is_none() {
        let mono = Theme::new(false, Glyphs::Unicode);
        assert!(TONES.iter().all(|tone| mono.style(*tone).fg.is_none()));
        assert!(mono.style(Tone::Staged).add_modifier.contains(Modifier::BOLD), "staged is bold");
        assert!(mono.style(Tone::Dim).add_modifier.contains(Modifier::DIM), "locked is dim");
        assert!(mono.style(Tone::Refused).add_modifier.contains(Modifier::REVERSED), "refusals are reverse");
    }

    #[test]
    fn the_environment_decides() {
        let theme = |set: &[(&str, &str)]| {
            let set: Vec<(String, String)> = set.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
            Theme::from_env(|name| set.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone()))
        };
        assert_eq!(theme(&[("TERM", "xterm"), ("LANG", "fr_CA.UTF-8")]), Theme::new(true, Glyphs::Unicode));
        assert_eq!(theme(&[("TERM", "xterm"), ("NO_COLOR", "1")]), Theme::new(false, Glyphs::Ascii));
        assert_eq!(theme(&[("TERM", "xterm"), ("NO_COLOR", "")]), Theme::new(true, Glyphs::Ascii));
        assert!(!theme(&[("TERM", "vt220")]).colour());
        assert!(!theme(&[]).colour());
    }
}
