//! How the session is drawn: the files, the counts, the choices, the lines, and what the selected line says.

use super::super::super::canvas::Canvas;
use super::super::super::theme::Tone;
use super::ImportLayer;
use crate::service::import::Unmatched;
use crate::text::{Arg, Shown, show};

impl ImportLayer {
    pub(super) fn draw_session(&mut self, canvas: &mut Canvas<'_>) {
        let texts = &canvas.look.texts;
        let title = texts.get("import-title");
        let (width, height) = (canvas.width().saturating_sub(4), canvas.height().saturating_sub(4));
        let mut popup = canvas.popup(width, height, &title);
        let mut y = self.head(&mut popup);
        if let Some((said, tone)) = &self.said {
            for line in said.wrap(usize::from(popup.width())) {
                popup.text(0, y, &line, *tone);
                y += 1;
            }
        }
        if let Some(kept) = &self.kept {
            for line in kept.wrap(usize::from(popup.width())) {
                popup.text(0, y, &line, Tone::Warning);
                y += 1;
            }
        }
        if self.worker.is_busy() {
            self.progress(&mut popup.below(y));
        } else {
            self.list_lines(&mut popup.below(y + 1));
        }
        if let Some(choice) = &mut self.choosing {
            let texts = &canvas.look.texts;
            let title = texts.with("import-choose", &[("folder", show(&self.root.folder.to_string_lossy()).into())]);
            let none = texts.get("import-no-file-here");
            let (width, height) = (canvas.width().saturating_sub(12), canvas.height().saturating_sub(6));
            choice.draw(&mut canvas.popup(width, height, &title), &none);
        }
        if let Some(choice) = &mut self.siting {
            let texts = &canvas.look.texts;
            let (title, none) = (texts.get("import-site-title"), texts.get("choice-none"));
            let (width, height) =
                (canvas.width().saturating_sub(12).min(60), canvas.height().saturating_sub(6).min(16));
            choice.draw(&mut canvas.popup(width, height, &title), &none);
        }
        if let Some(confirm) = &mut self.confirm {
            confirm.draw(canvas);
        }
    }

    /// The files with what was recognised, the counts, and the choices; returns the row below.
    fn head(&self, popup: &mut Canvas<'_>) -> u16 {
        let texts = &popup.look.texts;
        let mut y = 0;
        let reports = self.plan.as_ref().map(|plan| plan.reports.as_slice()).unwrap_or_default();
        if reports.is_empty() {
            for file in &self.files {
                popup.text(0, y, &show(&file.to_string_lossy()), Tone::Plain);
                y += 1;
            }
        }
        for report in reports.iter().take(4) {
            let delimiter = match report.delimiter {
                None => Shown::default(),
                Some(b'\t') => Shown::fixed("TAB"),
                Some(byte) => show(&format!("“{}”", char::from(byte))),
            };
            let args: [(&str, Arg); 6] = [
                ("file", (&report.name).into()),
                ("format", report.format.into()),
                ("encoding", report.encoding.name().into()),
                ("delimiter", delimiter.into()),
                ("records", report.records.into()),
                ("secrets", report.secret_columns.len().into()),
            ];
            let id = if report.encoding_guessed { "import-file-guessed" } else { "import-file" };
            popup.cell(0, y, popup.width(), &texts.with(id, &args), Tone::Plain);
            y += 1;
        }
        if let Some(plan) = &self.plan {
            let c = &plan.counts;
            let args: [(&str, Arg); 11] = [
                ("new", c.new.into()),
                ("changed", c.changed.into()),
                ("renamed", c.renamed.into()),
                ("moved", c.moved.into()),
                ("reassigned", c.reassigned.into()),
                ("vanished", c.vanished.into()),
                ("unchanged", c.unchanged.into()),
                ("likely", c.likely.into()),
                ("unmatched", c.unmatched.into()),
                ("refused", c.refused.into()),
                ("skipped", c.skipped.into()),
            ];
            for line in texts.with("import-counts", &args).wrap(usize::from(popup.width())) {
                popup.text(0, y, &line, Tone::Strong);
                y += 1;
            }
        }
        for line in self.choices(popup).wrap(usize::from(popup.width())) {
            popup.text(0, y, &line, Tone::Dim);
            y += 1;
        }
        y
    }

    fn choices(&self, popup: &Canvas<'_>) -> Shown {
        let texts = &popup.look.texts;
        let yes = |on: bool| texts.get(if on { "import-yes" } else { "import-no" });
        let own = |text: Option<String>| text.map_or_else(|| texts.get("import-recognised"), |text| show(&text));
        let options = &self.options;
        let delimiter = options.delimiter.map(|byte| match byte {
            b'\t' => "TAB".to_owned(),
            byte => char::from(byte).to_string(),
        });
        let unmatched = match options.matching.unmatched {
            Unmatched::Leave => texts.get("import-unmatched-leave"),
            Unmatched::Manual => texts.get("import-unmatched-manual"),
            Unmatched::Contact => texts.get("import-unmatched-contact"),
        };
        let args: [(&str, Arg); 7] = [
            ("encoding", own(options.encoding.map(|encoding| encoding.to_string())).into()),
            ("delimiter", own(delimiter).into()),
            ("site", options.site.as_deref().map_or_else(|| Shown::fixed("-"), show).into()),
            ("skip", yes(options.skip_refused).into()),
            ("complete", yes(options.complete).into()),
            ("matches", yes(options.matching.accept_likely).into()),
            ("unmatched", unmatched.into()),
        ];
        texts.with("import-choices", &args)
    }

    fn progress(&self, area: &mut Canvas<'_>) {
        let texts = &area.look.texts;
        let (done, total) = self.worker.progress();
        let text = match (done * 100).checked_div(total) {
            None => texts.get("import-reading"),
            Some(percent) => texts.with("import-progress", &[("percent", percent.into())]),
        };
        area.text(0, 1, &text, Tone::Strong);
        let room = u64::from(area.width().saturating_sub(2));
        if let Some(filled) = (room * done.min(total)).checked_div(total) {
            let filled = usize::try_from(filled).unwrap_or(0);
            let rest = usize::try_from(room).unwrap_or(0).saturating_sub(filled);
            let mut bar = Shown::fixed("#").repeat(filled);
            bar.push(&Shown::fixed(".").repeat(rest));
            area.text(0, 2, &bar, Tone::Plain);
        }
    }

    fn list_lines(&mut self, area: &mut Canvas<'_>) {
        let Some(plan) = &self.plan else { return };
        let texts = &area.look.texts;
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
            let x = x + area.cell(x, y, 12, &texts.get(line.kind.word()), tone).max(12) + 1;
            area.cell(x, y, 7, &line.place(plan), Tone::Dim);
            area.cell(x + 8, y, area.width().saturating_sub(x + 8), &line.name(plan), tone);
        }
        let Some(line) = self.lines.get(self.scroll.row) else { return };
        area.rule(rows + 1);
        let mut y = rows + 2;
        for (text, tone) in line.details(plan, area.look) {
            for part in text.wrap(usize::from(area.width())) {
                area.text(0, y, &part, tone);
                y += 1;
            }
        }
    }
}
