//! The plan on screen: what is asked, what comes by itself and why, seats, and what it needs.

use super::super::action::Action;
use super::super::canvas::{Canvas, columns};
use super::super::place::Place;
use super::super::theme::Tone;
use super::hints;
use super::scroll::Scroll;
use crate::text::{Shown, Texts};

/// One change of the plan, worded.
#[derive(Clone, Debug, Default)]
pub struct ReviewRow {
    /// Which staged Command it comes from, for leaving it out.
    pub command: Option<usize>,
    /// Whose record.
    pub who: Shown,
    /// The field.
    pub what: Shown,
    /// The value before.
    pub before: Shown,
    /// The value after.
    pub after: Shown,
    /// Why it comes by itself; empty where it was asked for.
    pub because: Shown,
    /// Whether it comes by itself on another record than the one that was asked about, which is then named.
    pub for_another: bool,
    /// What it costs, or what is refused about it.
    pub remark: Shown,
    /// Whether it is one field of the record that is made or removed above it.
    pub part: bool,
    /// Whether it is refused.
    pub refused: bool,
}

impl ReviewRow {
    /// Whether it stands under the name of its record.
    fn asked(&self) -> bool {
        self.because.is_empty() && !self.for_another && !self.part
    }

    /// What stands at the left of a row that was not asked for: whose it is, or, on the same record, why.
    const fn left(&self) -> &Shown {
        if self.for_another { &self.who } else { &self.because }
    }

    fn is_change(&self) -> bool {
        !(self.before.is_empty() && self.after.is_empty())
    }

    /// The values before and after.
    fn change(&self) -> Shown {
        if self.before.is_empty() || self.after.is_empty() {
            return Shown::join([&self.before, &self.after], &Shown::default());
        }
        Shown::join([&self.before, &self.after], &Shown::fixed(" > "))
    }

    /// What is remarked at the right.
    fn said(&self) -> Shown {
        if self.for_another && !self.because.is_empty() { self.because.clone() } else { self.remark.clone() }
    }
}

/// The review of a plan.
#[derive(Clone, Debug, Default)]
pub struct Review {
    rows: Vec<ReviewRow>,
    out: Vec<usize>,
    notes: Vec<(Shown, Tone)>,
    scroll: Scroll,
    whole: bool,
}

/// What came of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reviewed {
    /// The review goes on.
    Used,
    /// Apply what is not left out.
    Apply,
    /// Send what is not left out as a request.
    SendRequest,
    /// These Commands are left out now: make the plan again without them, and answer with [`Review::set`].
    LeftOut(Vec<usize>),
    /// Back to the draft.
    Back,
    /// The event is for somebody else.
    Passed,
}

impl Review {
    /// Creates a review; `notes` are the seats, what the plan needs and what to know.
    pub fn new(rows: Vec<ReviewRow>, notes: Vec<(Shown, Tone)>) -> Self {
        Self { rows, notes, ..Self::default() }
    }

    /// Creates a review of what is done as a whole or not at all: nothing of it is left out, or sent as a request.
    pub fn of_whole(rows: Vec<ReviewRow>, notes: Vec<(Shown, Tone)>) -> Self {
        Self { whole: true, ..Self::new(rows, notes) }
    }

    /// Replaces the plan by the one made without what is left out; the rows left out stay, struck.
    pub fn set(&mut self, rows: Vec<ReviewRow>, notes: Vec<(Shown, Tone)>) {
        let (out, old) = (&self.out, std::mem::take(&mut self.rows));
        let kept = old.into_iter().filter(|row| row.command.is_some_and(|command| out.contains(&command)));
        let kept = kept.filter(|row| row.because.is_empty() && !row.part);
        let mut all: Vec<ReviewRow> = rows.into_iter().chain(kept).collect();
        all.sort_by_key(|row| row.command.unwrap_or(usize::MAX));
        (self.rows, self.notes) = (all, notes);
    }

    /// Returns the Commands that are left out.
    pub fn left_out(&self) -> &[usize] {
        &self.out
    }

    /// Returns the row that is selected.
    pub fn selected(&self) -> Option<&ReviewRow> {
        self.rows.get(self.scroll.row)
    }

    /// Returns the title: how many changes are asked, how many come by themselves.
    pub fn title(&self, texts: &Texts) -> Shown {
        let live = self.rows.iter().filter(|row| !row.refused && !row.part && !self.is_out(row));
        let (own, asked): (Vec<_>, Vec<_>) = live.partition(|row| !row.because.is_empty());
        let asked = ("asked", asked.len().into());
        if own.is_empty() {
            texts.with("review-title", &[asked])
        } else {
            texts.with("review-title-more", &[asked, ("more", own.len().into())])
        }
    }

    /// Returns whether an action has a use here: what is done as a whole has no parts that could be left out.
    pub const fn offers(&self, action: Action) -> bool {
        !self.whole || !matches!(action, Action::SendRequest | Action::LeaveOut | Action::Drop)
    }

    /// Takes an action.
    pub fn on(&mut self, action: Action) -> Reviewed {
        match action {
            Action::Apply => Reviewed::Apply,
            Action::SendRequest => Reviewed::SendRequest,
            Action::Back => Reviewed::Back,
            Action::LeaveOut => {
                let Some(command) = self.selected().and_then(|row| row.command) else { return Reviewed::Used };
                match self.out.iter().position(|out| *out == command) {
                    Some(at) => drop(self.out.remove(at)),
                    None => self.out.push(command),
                }
                Reviewed::LeftOut(self.out.clone())
            }
            action if self.scroll.on(action, self.rows.len()) => Reviewed::Used,
            _ => Reviewed::Passed,
        }
    }

    fn is_out(&self, row: &ReviewRow) -> bool {
        row.command.is_some_and(|command| self.out.contains(&command))
    }

    /// Draws the plan in a popup.
    pub fn draw(&mut self, canvas: &mut Canvas<'_>) {
        let width = canvas.width().saturating_sub(6).min(120);
        let notes: Vec<(Shown, Tone)> = self.wrapped_notes(width);
        let rows = u16::try_from(self.rows.len()).unwrap_or(u16::MAX);
        let whole = self.room_for_whole(width, canvas.height() / 3);
        let height = rows.saturating_add(u16::try_from(notes.len()).unwrap_or(u16::MAX)).saturating_add(whole + 2);
        let title = self.title(&canvas.look.texts);
        let mut popup = canvas.popup(width, height.min(canvas.height().saturating_sub(2)), &title);
        // The notes take what the rows leave, and half of it where both are many.
        let left = popup.height().saturating_sub(rows.saturating_add(whole + 2)).max(popup.height() / 2);
        let foot = u16::try_from(notes.len()).unwrap_or(u16::MAX).min(left);
        let list = popup.height().saturating_sub(foot + u16::from(foot > 0) + whole + 1);
        self.rows(&mut popup.part(0, 0, u16::MAX, list));
        for (y, line) in (list..list + whole).zip(self.whole(width)) {
            popup.text(2, y, &line, Tone::Strong);
        }
        let first = popup.height().saturating_sub(foot + 1);
        for (y, (note, tone)) in (first..).zip(notes.iter().take(usize::from(foot))) {
            popup.text(0, y, note, *tone);
        }
        let bottom = popup.height().saturating_sub(1);
        hints::draw(&mut popup.row(bottom), Place::Review, |action| self.offers(action));
    }

    /// The change of a row in as many lines as it takes, where it is too long to stand in its row.
    fn lines(row: &ReviewRow, width: u16) -> Vec<Shown> {
        let change = row.change();
        if columns(&change) <= width / 3 { Vec::new() } else { change.wrap(usize::from(width.saturating_sub(4))) }
    }

    /// How many lines the longest change takes, with a blank one above, so that nothing moves as rows are selected.
    fn room_for_whole(&self, width: u16, most: u16) -> u16 {
        let longest = self.rows.iter().map(|row| Self::lines(row, width).len()).max().unwrap_or(0);
        if longest == 0 { 0 } else { u16::try_from(longest + 1).unwrap_or(u16::MAX).min(most) }
    }

    /// The change of the selected row whole, below a blank line.
    fn whole(&self, width: u16) -> Vec<Shown> {
        let lines = self.selected().map(|row| Self::lines(row, width)).unwrap_or_default();
        std::iter::once(Shown::default()).chain(lines).collect()
    }

    fn wrapped_notes(&self, width: u16) -> Vec<(Shown, Tone)> {
        let wrap = |(note, tone): &(Shown, Tone)| {
            let tone = *tone;
            note.wrap(usize::from(width)).into_iter().map(move |line| (line, tone)).collect::<Vec<_>>()
        };
        self.notes.iter().flat_map(wrap).collect()
    }

    fn rows(&mut self, canvas: &mut Canvas<'_>) {
        if self.rows.is_empty() {
            let nothing = canvas.look.texts.get("review-nothing");
            canvas.paragraph(0, &nothing, Tone::Dim);
            return;
        }
        let left = |row: &ReviewRow| if row.asked() { columns(&row.who) } else { columns(row.left()) + 2 };
        let widest = |of: &dyn Fn(&ReviewRow) -> u16| self.rows.iter().map(of).max().unwrap_or(0);
        let room = canvas.width().saturating_sub(6);
        let who = widest(&left).min(room / 3);
        let what = widest(&|row| columns(&row.what)).min(room / 3);
        let seen = self.scroll.seen(self.rows.len(), canvas.height());
        for (y, index) in (0..).zip(seen) {
            let row = &self.rows[index];
            let out = self.is_out(row);
            if index == self.scroll.row {
                canvas.text(0, y, &Shown::fixed(">"), Tone::Chosen);
            }
            if out {
                canvas.text(1, y, &Shown::fixed("-"), Tone::Warning);
            }
            let tone = if out { Tone::Dim } else { Tone::Plain };
            if row.asked() {
                canvas.cell(2, y, who, &row.who, if out { Tone::Dim } else { Tone::Strong });
            } else {
                canvas.cell(4, y, who.saturating_sub(2), row.left(), Tone::Dim);
            }
            let x = canvas.cell(2 + who + 2, y, what, &row.what, tone) + 2;
            let is_change = row.is_change();
            let change = row.change();
            let rest = canvas.width().saturating_sub(x);
            let said = row.said();
            let remark = columns(&said).min(if is_change { rest / 2 } else { rest });
            let end = x + columns(&canvas.look.fit(&change, rest.saturating_sub(remark + 2)));
            canvas.cell(x, y, rest.saturating_sub(remark + 2), &change, tone);
            let tone = if row.refused { Tone::Refused } else { Tone::Dim };
            let start = canvas.width().saturating_sub(remark).max(end + 2);
            canvas.cell(start, y, remark, &said, tone);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::event::Event;
    use super::super::super::testing::{EN, FR, press, screen};
    use super::*;
    use crate::text::show;

    fn row(command: usize, [who, what, before, after, because, remark]: [&str; 6]) -> ReviewRow {
        ReviewRow {
            command: Some(command),
            who: show(who),
            what: show(what),
            before: show(before),
            after: show(after),
            because: show(because),
            for_another: false,
            remark: show(remark),
            part: false,
            refused: false,
        }
    }

    fn review() -> Review {
        let rows = vec![
            row(0, ["Amélie Roy", "REST API administrator", "off", "on", "", ""]),
            row(1, ["Benoît Roy", "Supervisor level", "None", "Reports", "", "cost: Reports 40 > 41"]),
            row(1, ["Benoît Roy", "Web access", "off", "on", "because of it", ""]),
        ];
        Review::new(rows, vec![(show("Needs: users manage (you have it). Touches 2 users of Montréal."), Tone::Plain)])
    }

    fn keys(review: &mut Review, keys: &str) -> Vec<Reviewed> {
        let mut all = Vec::new();
        press(
            review,
            keys,
            |_| Place::Review,
            |review, event| {
                if let Event::Action(action) = event {
                    all.push(review.on(action));
                }
            },
        );
        all
    }

    #[test]
    fn a_plan_says_who_what_before_after_and_why() {
        let mut review = review();
        assert_eq!(
            screen(EN, 100, 11, |canvas| review.draw(canvas))[1..9],
            [
                " ┌─ Review: 2 changes asked, 1 comes by itself ───────────────────────────────────────────────────┐",
                " │ > Amélie Roy       REST API administrator  off > on                                            │",
                " │   Benoît Roy       Supervisor level        None > Reports                cost: Reports 40 > 41 │",
                " │     because of it  Web access              off > on                                            │",
                " │                                                                                                │",
                " │ Needs: users manage (you have it). Touches 2 users of Montréal.                                │",
                " │ w apply   r send as a request   Space leave out   x why   W drop the draft   Esc back   ? help │",
                " └────────────────────────────────────────────────────────────────────────────────────────────────┘",
            ]
        );
        let french = screen(FR, 80, 24, |canvas| review.draw(canvas));
        assert!(french.iter().any(|line| line.contains("Revue : 2 modifications demandées, 1 vient d’elle-même")));
    }

    #[test]
    fn one_is_left_out_and_taken_back() {
        let mut review = review();
        assert_eq!(keys(&mut review, "j Space"), [Reviewed::Used, Reviewed::LeftOut(vec![1])]);
        review.set(vec![row(0, ["Amélie Roy", "REST API administrator", "off", "on", "", ""])], Vec::new());
        let lines = screen(EN, 100, 11, |canvas| review.draw(canvas));
        assert!(lines.iter().any(|line| line.contains("Review: 1 change asked")));
        assert!(lines.iter().any(|line| line.contains(">-Benoît Roy")), "{lines:#?}");
        assert_eq!(keys(&mut review, "Space"), [Reviewed::LeftOut(Vec::new())]);
        assert_eq!(
            keys(&mut review, "w Enter r Esc"),
            [Reviewed::Apply, Reviewed::Apply, Reviewed::SendRequest, Reviewed::Back]
        );
    }

    #[test]
    fn s_85_any_size_is_survived() {
        for (width, height) in [(0, 0), (1, 1), (20, 3), (60, 4), (500, 200)] {
            screen(EN, width, height, |canvas| review().draw(canvas));
        }
        screen(EN, 80, 24, |canvas| Review::default().draw(canvas));
    }
}
