//! How the session is drawn: the files, the counts, the choices, the lines, and what the selected line says.

use super::super::super::canvas::Canvas;
use super::super::super::theme::Tone;
use super::super::super::widget::{chart, hints, plan};
use super::rows::{self, Kind};
use super::{ImportLayer, options};
use crate::service::import::{FileReport, ImportPlan};
use crate::text::{Arg, Shown, show};

/// How many files are named one by one above the lines; each has a line of its own among these.
const FILES: usize = 4;
/// What a kind takes of a line.
const KIND: u16 = 14;
/// What the number of a line takes.
const NUMBER: u16 = 7;

impl ImportLayer {
    pub(super) fn draw_session(&mut self, canvas: &mut Canvas<'_>) {
        if let Some(screen) = &mut self.mapping {
            let look = canvas.look;
            let value = |id: &str, value: Shown| {
                let label = look.texts.word("import-choice", id);
                look.texts.with("import-choice", &[("label", label.into()), ("value", value.into())])
            };
            let shown = (self.options.encoding, self.options.delimiter);
            let encoding =
                shown.0.map_or_else(|| look.texts.get("import-recognised"), |encoding| show(encoding.name()));
            let delimiter = options::delimiter(&look.texts, shown.1.unwrap_or_else(|| screen.delimiter()));
            screen.draw(canvas, &value("encoding", encoding), &value("delimiter", delimiter));
            return;
        }
        let texts = &canvas.look.texts;
        let title = texts.get("import-title");
        let (width, height) = (canvas.width().saturating_sub(4), canvas.height().saturating_sub(4));
        let mut popup = canvas.popup(width, height, &title);
        let mut y = self.head(&mut popup);
        let said = self.said.iter().map(|(said, tone)| (said, *tone));
        let kept = self.kept.iter().map(|kept| (kept, Tone::Warning));
        for (said, tone) in said.chain(kept).chain(self.note.iter().map(|note| (note, Tone::Refused))) {
            y = popup.paragraph(y, said, tone);
        }
        if self.worker.is_busy() {
            self.progress(&mut popup.below(y));
        } else {
            self.list_lines(&mut popup.below(y + 1));
        }
        self.draw_over(canvas);
    }

    /// What is open over the session.
    fn draw_over(&mut self, canvas: &mut Canvas<'_>) {
        let texts = &canvas.look.texts;
        let (width, height) = (canvas.width().saturating_sub(12), canvas.height().saturating_sub(6));
        if let Some(choice) = &mut self.choosing {
            let title = texts.with("import-choose", &[("folder", show(&self.folder.to_string_lossy()).into())]);
            choice.draw(&mut canvas.popup(width, height, &title), &texts.get("import-no-file-here"));
        }
        if let Some(choice) = &mut self.removing {
            let title = texts.get("import-remove-title");
            choice.draw(&mut canvas.popup(width, height, &title), &texts.get("import-no-file-here"));
        }
        if let Some(choice) = &mut self.siting {
            let title = texts.get("import-site-title");
            let rows = u16::try_from(self.sites.len()).unwrap_or(u16::MAX).saturating_add(2);
            choice.draw(&mut canvas.popup(width.min(60), height.min(rows), &title), &texts.get("choice-none"));
        }
        if let Some(confirm) = &mut self.confirm {
            confirm.draw(canvas);
        }
    }

    /// The files with what was recognised, the counts, and the choices; returns the row below.
    fn head(&self, popup: &mut Canvas<'_>) -> u16 {
        let look = popup.look;
        let texts = &look.texts;
        let mut y = 0;
        let reports = self.plan.as_ref().map(|plan| plan.reports.as_slice()).unwrap_or_default();
        let files: Vec<Shown> = if reports.is_empty() {
            self.files.iter().map(|file| show(&file.to_string_lossy())).collect()
        } else {
            reports.iter().map(|report| file_line(report, popup)).collect()
        };
        for file in files.iter().take(FILES) {
            y = popup.paragraph(y, file, Tone::Plain);
        }
        if let Some(more) = files.len().checked_sub(FILES).filter(|more| *more > 0) {
            y = popup.paragraph(y, &texts.with("import-more-files", &[("count", more.into())]), Tone::Dim);
        }
        if let Some(import) = &self.plan {
            y = counts(popup, y, import);
            let seats: Vec<Shown> = plan::seats(&import.seats, texts).map(|(said, _)| said).collect();
            if !seats.is_empty() {
                y = popup.paragraph(y, &Shown::join(&seats, &Shown::fixed("   ")), Tone::Plain);
            }
        }
        if self.applied.is_none() { hints::flow_from(popup, y, &self.choices(look)) } else { y }
    }

    fn progress(&self, area: &mut Canvas<'_>) {
        let look = area.look;
        let (done, total) = self.worker.progress();
        let text = match (done * 100).checked_div(total) {
            None => look.texts.get("import-reading"),
            Some(percent) => look.texts.with("import-progress", &[("percent", percent.into())]),
        };
        let y = area.paragraph(1, &text, Tone::Strong);
        if total > 0 {
            let room = usize::from(area.width().saturating_sub(2));
            area.text(0, y, &chart::gauge(look, done.min(total), total, room), Tone::Plain);
        }
    }

    fn list_lines(&mut self, area: &mut Canvas<'_>) {
        let Some(plan) = &self.plan else { return };
        let look = area.look;
        let texts = &look.texts;
        let only = self.only.map_or_else(|| texts.get("import-kind-all"), |kind| texts.get(kind.word()));
        let count = texts.with("import-lines", &[("kind", only.into()), ("count", self.lines.len().into())]);
        area.text(0, 0, &count, Tone::Title);
        // The lower third says everything of the selected line.
        let below = (area.height() / 3).max(3).min(area.height().saturating_sub(3));
        let rows = area.height().saturating_sub(below + 2);
        let seen = self.scroll.seen(self.lines.len(), rows);
        for (y, at) in (1..).zip(seen) {
            let line = self.lines[at];
            let mark = Shown::fixed(if at == self.scroll.row { "> " } else { "  " });
            let tone = if at == self.scroll.row { Tone::Chosen } else { line.kind.tone() };
            let x = area.text(0, y, &mark, tone);
            let x = area.cell(x, y, KIND, &texts.get(line.kind.word()), tone);
            let x = area.cell_right(x, y, NUMBER, &line.place(plan), Tone::Dim) + 2;
            area.cell(x, y, area.width().saturating_sub(x), &line.name(plan, look), tone);
        }
        let Some(line) = self.lines.get(self.scroll.row) else { return };
        area.rule(rows + 1);
        let mut details = area.below(rows + 2);
        let mut y = 0;
        for (text, tone) in line.details(plan, look) {
            y = details.paragraph(y, &text, tone);
        }
        if y > details.height() {
            // What is below does not fit here.
            let (x, y) = (details.width().saturating_sub(1), details.height().saturating_sub(1));
            details.text(x, y, &look.pick("…", "~"), Tone::Dim);
        }
    }
}

/// What was recognised of a file.
fn file_line(report: &FileReport, canvas: &Canvas<'_>) -> Shown {
    let texts = &canvas.look.texts;
    let id = if report.encoding_guessed { "import-encoding-guess" } else { "import-encoding-sure" };
    let encoding = texts.with(id, &[("name", report.encoding.name().into())]);
    let delimiter = report.delimiter.map(|byte| options::delimiter(texts, byte));
    let how = Shown::join(&[Some(encoding), delimiter].into_iter().flatten().collect::<Vec<_>>(), &Shown::fixed(" "));
    let args: [(&str, Arg); 4] = [
        ("file", (&report.name).into()),
        ("format", rows::format_name(report, texts).into()),
        ("how", how.into()),
        ("records", report.records.into()),
    ];
    texts.with("import-file", &args)
}

/// How many lines came to what; of what there is none of, nothing.
fn counts(popup: &mut Canvas<'_>, y: u16, plan: &ImportPlan) -> u16 {
    let texts = &popup.look.texts;
    let kinds = Kind::ALL.into_iter().filter_map(|kind| Some((kind.counted()?, kind.count(plan))));
    let others = [("import-n-unchanged", plan.counts.unchanged), ("import-n-skipped", plan.counts.skipped)];
    let counted: Vec<Shown> = kinds
        .chain(others)
        .filter(|(_, count)| *count > 0)
        .map(|(id, count)| texts.with(id, &[("count", count.into())]))
        .collect();
    if counted.is_empty() {
        return popup.paragraph(y, &texts.get("import-n-none"), Tone::Strong);
    }
    popup.paragraph(y, &Shown::join(&counted, &Shown::fixed(", ")), Tone::Strong)
}
