//! A part of the screen to draw on. Only a [`Shown`] can be drawn (S-80).

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::text::Shown;

use super::theme::{Look, Tone};

/// A rectangle of the screen with its own origin; what does not fit is cut, never wrapped around.
pub struct Canvas<'a> {
    buffer: &'a mut Buffer,
    area: Rect,
    cursor: &'a mut Option<Position>,
    /// The reader's language and looks.
    pub look: &'a Look,
}

impl<'a> Canvas<'a> {
    /// Creates a canvas over a whole buffer; `cursor` receives where the cursor is shown, if it is.
    pub fn new(buffer: &'a mut Buffer, cursor: &'a mut Option<Position>, look: &'a Look) -> Self {
        let area = buffer.area;
        Self { buffer, area, cursor, look }
    }

    /// Returns the number of columns.
    pub fn width(&self) -> u16 {
        self.area.width
    }

    /// Returns the number of rows.
    pub fn height(&self) -> u16 {
        self.area.height
    }

    /// Returns a part, cut to what is there.
    pub fn part(&mut self, x: u16, y: u16, width: u16, height: u16) -> Canvas<'_> {
        let x = x.min(self.area.width);
        let y = y.min(self.area.height);
        let area = Rect {
            x: self.area.x + x,
            y: self.area.y + y,
            width: width.min(self.area.width - x),
            height: height.min(self.area.height - y),
        };
        Canvas { buffer: self.buffer, area, cursor: self.cursor, look: self.look }
    }

    /// Returns one row.
    pub fn row(&mut self, y: u16) -> Canvas<'_> {
        self.part(0, y, u16::MAX, 1)
    }

    /// Returns everything from a row on.
    pub fn below(&mut self, y: u16) -> Canvas<'_> {
        self.part(0, y, u16::MAX, u16::MAX)
    }

    /// Writes a text of one line and returns the column after it. What is wider than the canvas is cut.
    pub fn text(&mut self, x: u16, y: u16, text: &Shown, tone: Tone) -> u16 {
        if y >= self.area.height || x >= self.area.width {
            return x;
        }
        let room = usize::from(self.area.width - x);
        let style = self.look.theme.style(tone);
        let (end, _) = self.buffer.set_stringn(self.area.x + x, self.area.y + y, text.as_str(), room, style);
        end - self.area.x
    }

    /// Returns the part of it in that area, counted from its own corner.
    pub fn at(&mut self, area: Rect) -> Canvas<'_> {
        self.part(area.x, area.y, area.width, area.height)
    }

    /// Writes a text cut to a width with an ellipsis, and returns the column after the width.
    pub fn cell(&mut self, x: u16, y: u16, width: u16, text: &Shown, tone: Tone) -> u16 {
        let room = width.min(self.area.width.saturating_sub(x));
        self.text(x, y, &self.look.fit(text, room), tone);
        x.saturating_add(width)
    }

    /// Writes a text against the right end of a width, and returns the column after the width.
    pub fn cell_right(&mut self, x: u16, y: u16, width: u16, text: &Shown, tone: Tone) -> u16 {
        let text = self.look.fit(text, width);
        let start = x.saturating_add(width.saturating_sub(columns(&text)));
        self.text(start, y, &text, tone);
        x.saturating_add(width)
    }

    /// Writes a text over as many lines as it takes, from a row on, and returns the row after it.
    pub fn paragraph(&mut self, y: u16, text: &Shown, tone: Tone) -> u16 {
        let mut y = y;
        for line in text.wrap(usize::from(self.area.width)) {
            self.text(0, y, &line, tone);
            y = y.saturating_add(1);
        }
        y
    }

    /// Draws a line from edge to edge.
    pub fn rule(&mut self, y: u16) {
        let line = self.look.pick("─", "-").repeat(usize::from(self.area.width));
        self.text(0, y, &line, Tone::Edge);
    }

    /// Draws a line from top to bottom.
    pub fn pillar(&mut self, x: u16) {
        let bar = self.look.pick("│", "|");
        for y in 0..self.area.height {
            self.text(x, y, &bar, Tone::Edge);
        }
    }

    /// Blanks the canvas.
    pub fn clear(&mut self) {
        for position in self.area.intersection(self.buffer.area).positions() {
            self.buffer[position].reset();
        }
    }

    /// Puts the cursor into a cell.
    pub fn set_cursor(&mut self, x: u16, y: u16) {
        if x < self.area.width && y < self.area.height {
            *self.cursor = Some(Position { x: self.area.x + x, y: self.area.y + y });
        }
    }

    /// Shows no cursor.
    pub fn hide_cursor(&mut self) {
        *self.cursor = None;
    }

    /// Blanks a box of at most this size in the middle, frames it with a title, and returns its inside.
    pub fn popup(&mut self, width: u16, height: u16, title: &Shown) -> Canvas<'_> {
        let width = width.saturating_add(4).min(self.area.width);
        let height = height.saturating_add(2).min(self.area.height);
        let mut popup = self.part((self.area.width - width) / 2, (self.area.height - height) / 2, width, height);
        popup.clear();
        popup.frame(title);
        let area = Rect {
            x: popup.area.x + 2.min(width),
            y: popup.area.y + 1.min(height),
            width: width.saturating_sub(4),
            height: height.saturating_sub(2),
        };
        *self.cursor = None;
        Canvas { buffer: self.buffer, area, cursor: self.cursor, look: self.look }
    }

    fn frame(&mut self, title: &Shown) {
        let (width, height) = (self.area.width, self.area.height);
        if width < 2 || height < 2 {
            return;
        }
        let dash = self.look.pick("─", "-").repeat(usize::from(width - 2));
        for (y, left, right) in [(0, ("┌", "+"), ("┐", "+")), (height - 1, ("└", "+"), ("┘", "+"))] {
            self.text(0, y, &self.look.pick(left.0, left.1), Tone::Edge);
            self.text(1, y, &dash, Tone::Edge);
            self.text(width - 1, y, &self.look.pick(right.0, right.1), Tone::Edge);
        }
        let bar = self.look.pick("│", "|");
        for y in 1..height - 1 {
            self.text(0, y, &bar, Tone::Edge);
            self.text(width - 1, y, &bar, Tone::Edge);
        }
        let titled = self.look.fit(title, width.saturating_sub(6));
        if !titled.is_empty() {
            let end = self.text(3, 0, &titled, Tone::Title);
            self.text(2, 0, &Shown::fixed(" "), Tone::Plain);
            self.text(end, 0, &Shown::fixed(" "), Tone::Plain);
        }
    }
}

/// Returns the width of a text in columns.
pub fn columns(text: &Shown) -> u16 {
    u16::try_from(text.width()).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{EN, screen};
    use super::*;
    use crate::text::show;

    #[test]
    fn what_does_not_fit_is_cut_inside_the_part() {
        let lines = screen(EN, 12, 3, |canvas| {
            canvas.part(2, 1, 5, 1).text(1, 0, &show("abcdefgh"), Tone::Plain);
            canvas.part(8, 2, 50, 50).cell(0, 0, 9, &show("Amélie"), Tone::Plain);
            canvas.part(20, 20, 5, 5).text(0, 0, &show("no"), Tone::Plain);
            canvas.cell_right(0, 0, 6, &show("12"), Tone::Plain);
        });
        assert_eq!(lines, ["    12", "   abcd", "        Amé…"]);
    }

    #[test]
    fn a_popup_hides_what_is_under_it() {
        let lines = screen(EN, 16, 5, |canvas| {
            (0..5).for_each(|y| _ = canvas.text(0, y, &show("xxxxxxxxxxxxxxxx"), Tone::Plain));
            canvas.popup(6, 1, &show("Why")).text(0, 0, &show("because"), Tone::Plain);
        });
        assert_eq!(lines[1..4], ["xxx┌─ Why ──┐xxx", "xxx│ becaus │xxx", "xxx└────────┘xxx"]);
    }

    /// S-85: any size, no panic.
    #[test]
    fn s_85_any_size_is_survived() {
        for (width, height) in [(0, 0), (1, 1), (2, 2), (3, 200), (500, 1)] {
            screen(EN, width, height, |canvas| {
                canvas.rule(1);
                canvas.pillar(1);
                canvas.paragraph(0, &show("words and words"), Tone::Plain);
                canvas.set_cursor(3, 3);
                let mut inside = canvas.popup(20, 5, &show("A title"));
                inside.text(0, 0, &show("中文"), Tone::Plain);
                inside.row(1).cell_right(0, 0, 4, &show("中文"), Tone::Plain);
            });
        }
    }
}
