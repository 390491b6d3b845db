//! How the columns are drawn: the name, a value of the file, and the field.

use super::super::super::super::action::Action;
use super::super::super::super::canvas::{Canvas, columns};
use super::super::super::super::place::Place;
use super::super::super::super::theme::Tone;
use super::super::super::super::widget::hints;
use super::MappingScreen;
use crate::service::import::{Nature, OutlinedColumn};
use crate::text::{Shown, show};

/// The widest that the names of columns and those of fields get.
const NAMES: u16 = 32;
/// Blanks between two columns.
const GAP: u16 = 2;

impl MappingScreen {
    /// Draws the screen over what is there.
    pub fn draw(&mut self, canvas: &mut Canvas<'_>, encoding: &Shown, delimiter: &Shown) {
        let title = canvas.look.texts.with("mapping-title", &[("file", self.file.clone().into())]);
        let (width, height) = (canvas.width().saturating_sub(4), canvas.height().saturating_sub(4));
        let mut popup = canvas.popup(width, height, &title);
        let mut y = 0;
        if let Some((said, tone)) = &self.said {
            y = popup.paragraph(y, said, *tone);
        }
        y = self.draw_choices(&mut popup, y, encoding, delimiter);
        self.draw_columns(&mut popup.below(y + 1));
        let texts = &canvas.look.texts;
        if let Some(choice) = &mut self.picking {
            let column = self.outline.columns.get(self.scroll.row).map(|column| show(&column.name)).unwrap_or_default();
            let title = texts.with("mapping-pick", &[("column", column.into())]);
            choice.draw(&mut canvas.popup(50, 15, &title), &texts.get("choice-none"));
        } else if let Some(choice) = &mut self.loading {
            let title = texts.get("mapping-kept");
            choice.draw(&mut canvas.popup(60, 12, &title), &texts.get("choice-none"));
        } else if self.is_naming {
            self.draw_name(canvas);
        }
    }

    fn draw_choices(&self, popup: &mut Canvas<'_>, y: u16, encoding: &Shown, delimiter: &Shown) -> u16 {
        let look = popup.look;
        let texts = &look.texts;
        let nature = match self.nature {
            Nature::Directory => texts.get("mapping-people"),
            _ => texts.get("mapping-users"),
        };
        let first = texts.get(if self.headless { "mapping-first-record" } else { "mapping-first-names" });
        let mut chunks = vec![
            (Action::MapNature, texts.with("mapping-nature", &[("value", nature.into())])),
            (Action::MapHeader, texts.with("mapping-first", &[("value", first.into())])),
            (Action::ImportEncoding, encoding.clone()),
            (Action::ImportDelimiter, delimiter.clone()),
        ];
        if !self.saved.is_empty() {
            chunks.push((Action::MapSaved, Action::MapSaved.label(texts)));
        }
        let key = |(action, label)| (look.key(action, Place::Mapping), label);
        let chunks: Vec<(Shown, Shown)> = chunks.into_iter().map(key).collect();
        hints::flow_from(popup, y, &chunks)
    }

    fn draw_columns(&mut self, area: &mut Canvas<'_>) {
        let texts = &area.look.texts;
        let heads = [texts.get("mapping-column"), texts.get("mapping-value"), texts.get("mapping-field")];
        let label = |field: &Option<&str>| field.map_or_else(|| texts.nothing(), |field| texts.field(field));
        let labels: Vec<Shown> = self.fields.iter().map(label).collect();
        let widest = |texts: &mut dyn Iterator<Item = u16>| texts.max().unwrap_or(0).min(NAMES);
        let names =
            widest(&mut self.outline.columns.iter().map(|c| columns(&show(&c.name))).chain([columns(&heads[0])]));
        let fields = widest(&mut labels.iter().chain([&heads[2]]).map(columns));
        let values = area.width().saturating_sub(2 + names + fields + 2 * GAP);
        let (second, third) = (2 + names + GAP, 2 + names + GAP + values + GAP);
        for (x, width, head) in [(2, names, &heads[0]), (second, values, &heads[1]), (third, fields, &heads[2])] {
            area.cell(x, 0, width, head, Tone::Title);
        }
        let secret = texts.get("mapping-secret-value");
        let rows = area.height().saturating_sub(3);
        let seen = self.scroll.seen(labels.len(), rows);
        for (y, at) in (1..).zip(seen) {
            let OutlinedColumn { name, secret: is_secret, value } = &self.outline.columns[at];
            let here = at == self.scroll.row;
            area.text(0, y, &Shown::fixed(if here { ">" } else { " " }), Tone::Chosen);
            area.cell(2, y, names, &show(name), if here { Tone::Strong } else { Tone::Plain });
            let value = if *is_secret { secret.clone() } else { show(value) };
            area.cell(second, y, values, &value, Tone::Dim);
            let tone = if self.fields[at].is_some() { Tone::Strong } else { Tone::Dim };
            area.cell(third, y, fields, &labels[at], tone);
        }
        let matched = self.fields.iter().flatten().count();
        let args = [("matched", matched.into()), ("count", labels.len().into())];
        area.text(0, area.height().saturating_sub(1), &texts.with("mapping-matched", &args), Tone::Dim);
    }

    fn draw_name(&mut self, canvas: &mut Canvas<'_>) {
        let texts = &canvas.look.texts;
        let (title, why) = (texts.get("mapping-name-title"), texts.get("mapping-name-why"));
        let width = canvas.width().saturating_sub(8).min(64);
        let rows = u16::try_from(why.wrap(usize::from(width)).len()).unwrap_or(u16::MAX);
        let mut popup = canvas.popup(width, rows.saturating_add(2), &title);
        let y = popup.paragraph(0, &why, Tone::Dim);
        popup.text(0, y + 1, &Shown::fixed("> "), Tone::Chosen);
        self.name.draw(&mut popup.part(2, y + 1, u16::MAX, 1), true);
    }
}
