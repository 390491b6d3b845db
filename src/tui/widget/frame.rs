//! What is around the panes: the head, the tabs, the status line and the hints.

use super::super::canvas::{Canvas, columns};
use super::super::place::Tab;
use super::super::theme::Tone;
use super::bar;
use crate::text::{Shown, show};

/// The smallest screen that is drawn.
pub const LEAST: (u16, u16) = (60, 16);

/// What the head says.
#[derive(Clone, Debug, Default)]
pub struct Head {
    /// The name of the organisation.
    pub organisation: Shown,
    /// Who is signed in, such as `marie, owner`.
    pub person: Shown,
    /// How many requests wait; none where they may not be seen.
    pub requests: Option<u64>,
    /// How many edits are staged.
    pub draft: usize,
}

impl Head {
    /// Draws the head on one row.
    pub fn draw(&self, canvas: &mut Canvas<'_>) {
        let texts = &canvas.look.texts;
        let mut right = vec![(self.person.clone(), Tone::Plain)];
        if let Some(requests) = self.requests.filter(|requests| *requests > 0) {
            right.push((texts.with("count-requests", &[("count", requests.into())]), Tone::Warning));
        }
        if self.draft > 0 {
            right.push((texts.with("head-draft", &[("count", self.draft.into())]), Tone::Staged));
        }
        let gap = 4;
        let wide: u16 = right.iter().map(|(text, _)| columns(text) + gap).sum();
        let mut x = canvas.width().saturating_sub(wide.saturating_sub(gap) + 1);
        let end = canvas.text(1, 0, &Shown::fixed("guichet"), Tone::Title) + 3;
        canvas.cell(end, 0, x.saturating_sub(end + 2), &self.organisation, Tone::Plain);
        for (text, tone) in right {
            x = canvas.text(x, 0, &text, tone) + gap;
        }
    }
}

/// Draws the tabs that may be seen; `waiting` is the number beside Tickets.
pub fn tabs(canvas: &mut Canvas<'_>, shown: &[Tab], open: Tab, waiting: u64) {
    let title = |tab: &Tab| {
        let mut title = Shown::digits(tab.digit());
        title.push(&Shown::fixed(" "));
        title.push(&canvas.look.texts.get(tab.title()));
        if *tab == Tab::Tickets && waiting > 0 {
            title.push(&Shown::fixed(" "));
            title.push(&canvas.look.texts.number(i64::try_from(waiting).unwrap_or(i64::MAX)));
        }
        title
    };
    let titles: Vec<Shown> = shown.iter().map(title).collect();
    let open = shown.iter().position(|tab| *tab == open).unwrap_or(0);
    bar::draw(canvas, &titles, open);
}

/// What the status line says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// Nothing.
    #[default]
    Quiet,
    /// What was done, or where one is.
    Said(Shown),
    /// What is done and kept.
    Done(Shown),
    /// Why something is refused or locked.
    Refused(Shown),
}

impl Status {
    /// Draws the line.
    pub fn draw(&self, canvas: &mut Canvas<'_>) {
        let (text, tone) = match self {
            Self::Quiet => return,
            Self::Said(text) => (text, Tone::Plain),
            Self::Done(text) => (text, Tone::Good),
            Self::Refused(text) => (text, Tone::Refused),
        };
        let width = canvas.width().saturating_sub(2);
        canvas.cell(1, 0, width, text, tone);
    }
}

/// Whether a screen of that size is too small for anything.
pub const fn is_too_small((width, height): (u16, u16)) -> bool {
    width < LEAST.0 || height < LEAST.1
}

/// Draws the one line of a screen that is too small, with how it is left; says whether it is.
pub fn too_small(canvas: &mut Canvas<'_>, leaving: &Shown) -> bool {
    let (width, height) = (canvas.width(), canvas.height());
    if !is_too_small((width, height)) {
        return false;
    }
    let size = |width: u16, height: u16| show(&format!("{width}x{height}"));
    let args = [("least", size(LEAST.0, LEAST.1).into()), ("now", size(width, height).into())];
    let line = canvas.look.texts.with("too-small", &args);
    canvas.clear();
    let end = canvas.text(0, 0, &line, Tone::Plain) + 2;
    canvas.text(end, 0, leaving, Tone::Dim);
    true
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{EN, FR, screen};
    use super::*;

    #[test]
    fn the_head_says_who_and_what_waits() {
        let head =
            Head { organisation: show("Atelier Nord"), person: show("marie, owner"), requests: Some(3), draft: 2 };
        assert_eq!(
            screen(EN, 80, 1, |canvas| head.draw(canvas)),
            [" guichet   Atelier Nord                  marie, owner    3 requests    draft: 2"]
        );
        let quiet = Head { requests: Some(0), draft: 0, ..head };
        assert_eq!(screen(FR, 40, 1, |canvas| quiet.draw(canvas)), [" guichet   Atelier Nord    marie, owner"]);
    }

    #[test]
    fn only_the_tabs_that_may_be_seen_are_drawn() {
        let line = screen(EN, 80, 1, |canvas| tabs(canvas, &Tab::ALL, Tab::Users, 3)).remove(0);
        assert_eq!(line, " 1 Admins [2 Users] 3 Roles  4 Contacts  5 Tickets 3  6 Journal  7 Site");
        let few = screen(FR, 80, 1, |canvas| tabs(canvas, &[Tab::Users, Tab::Tickets], Tab::Tickets, 0)).remove(0);
        assert_eq!(few, " 2 Utilisateurs [5 Tickets]");
    }

    /// S-85: a screen that is too small says so, whatever its size.
    #[test]
    fn s_85_a_small_screen_says_so() {
        assert_eq!(
            screen(EN, 52, 12, |canvas| assert!(too_small(canvas, &show("Q quit"))))[..2],
            ["guichet needs 60x16 (now 52x12)  Q quit", ""]
        );
        assert!(screen(FR, 52, 12, |canvas| assert!(too_small(canvas, &show("Q"))))[0].contains("60x16 (ici 52x12)"));
        screen(EN, 60, 16, |canvas| assert!(!too_small(canvas, &show("Q"))));
        screen(EN, 0, 0, |canvas| assert!(too_small(canvas, &show("Q"))));
    }

    #[test]
    fn a_status_is_one_line() {
        let status = Status::Refused(show("Web access stays as long as there is Supervisor level"));
        assert_eq!(screen(EN, 30, 1, |canvas| status.draw(canvas)), [" Web access stays as long as…"]);
    }
}
