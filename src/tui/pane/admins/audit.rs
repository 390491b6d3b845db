//! What somebody should look at among the administrators, before it becomes a hole: the findings, and the record of the
//! selected one.

use super::super::super::action::Action;
use super::super::super::canvas::Canvas;
use super::super::super::desk::Desk;
use super::super::super::event::Event;
use super::super::super::place::{Place, Tab};
use super::super::super::theme::Tone;
use super::super::super::widget::scroll::Scroll;
use super::super::super::widget::table::{Column, Row, Table};
use super::super::layout::{Layout, layout, parts};
use super::super::list::is_staged;
use super::super::search::Searched;
use super::super::{Focus, Inside, Item, Pane, Search};
use super::Admins;
use crate::domain::id::{Kind as RecordKind, Subject};
use crate::domain::norm::fold;
use crate::service::view::Tally;
use crate::service::{AccessFault, AccessFinding, Result};
use crate::text::{Here, Shown, Texts, day, show};

/// The findings and the record of the one that is selected.
#[derive(Default)]
pub struct Audit {
    findings: Vec<AccessFinding>,
    /// The places of those that fit what is searched for.
    fitting: Vec<usize>,
    rows: Scroll,
    search: Search,
    inside: Inside<Admins>,
    wanted: Option<i64>,
    /// The version of the store that was looked over.
    seen: Option<i64>,
    said: Option<Shown>,
    size: (u16, u16),
}

impl Audit {
    fn selected(&self) -> Option<&AccessFinding> {
        self.fitting.get(self.rows.row).and_then(|at| self.findings.get(*at))
    }

    /// The number of the administrator that the selected finding is about.
    fn number(&self) -> Option<i64> {
        self.selected().map(|finding| finding.subject).filter(|of| of.kind == RecordKind::Admin).map(|of| of.id)
    }

    fn record_is_seen(&self) -> bool {
        layout(self.size) != Layout::Over || self.inside.focus
    }

    /// Looks the administrators over again, where the store has moved; the selection stays at its finding.
    fn look_over(&mut self, desk: &Desk) -> Result<()> {
        let version = desk.console.data_version()?;
        if self.seen == Some(version) {
            return Ok(());
        }
        let kept = self.kept();
        self.findings = desk.console.check_access()?;
        self.fit(&desk.look.texts, kept);
        self.seen = Some(version);
        Ok(())
    }

    /// What the selected finding is.
    fn kept(&self) -> Option<(AccessFault, Subject)> {
        self.selected().map(|finding| (finding.fault, finding.subject))
    }

    /// Shows the findings that have the words that are searched for, that one selected if it is still there.
    fn fit(&mut self, texts: &Texts, kept: Option<(AccessFault, Subject)>) {
        let words = fold(self.search.words());
        let fits = |finding: &AccessFinding| {
            let text = fold(&format!("{} {}", finding.name, label(texts, finding.fault)));
            words.split(' ').all(|word| text.contains(word))
        };
        self.fitting = (0..self.findings.len()).filter(|at| fits(&self.findings[*at])).collect();
        self.rows.row = self.rows.row.min(self.fitting.len().saturating_sub(1));
        self.go(|finding| kept == Some((finding.fault, finding.subject)));
    }

    fn search_again(&mut self, desk: &Desk) {
        let kept = self.kept();
        self.fit(&desk.look.texts, kept);
    }

    fn go(&mut self, to: impl Fn(&AccessFinding) -> bool) {
        if let Some(row) = self.fitting.iter().position(|at| to(&self.findings[*at])) {
            self.rows.row = row;
        }
    }

    fn draw_list(&mut self, canvas: &mut Canvas<'_>, desk: &Desk) {
        let texts = &desk.look.texts;
        let count = i64::try_from(self.fitting.len()).unwrap_or(i64::MAX);
        let found = texts.with("audit-count", &[("count", count.into())]);
        self.search.draw(&mut canvas.row(0), &texts.get("audit-intro"), &found);
        let columns = [
            Column::words(texts.get("col-finding"), 12, 26, 0),
            Column::words(texts.get("col-about"), 12, 24, 0),
            Column::words(texts.get("col-since"), 10, 48, 1),
        ];
        let height = canvas.height().saturating_sub(1);
        let seen = self.rows.seen(self.fitting.len(), Table::rows_in(height));
        let rows: Vec<Row> = self.fitting[seen.clone()].iter().map(|at| row(desk, &self.findings[*at])).collect();
        let words: Vec<String> = fold(self.search.words()).split_whitespace().map(str::to_owned).collect();
        let empty = if self.findings.is_empty() { texts.get("access-nothing") } else { texts.get("pane-no-match") };
        let selected = self.rows.row.checked_sub(seen.start);
        let table = Table { columns: &columns, sorted: None, rows: &rows, selected, words: &words, empty: &empty };
        table.draw(&mut canvas.part(0, 1, u16::MAX, height));
    }
}

/// What was found, in a word or two.
fn label(texts: &Texts, fault: AccessFault) -> Shown {
    match fault {
        AccessFault::NeverSignedIn => texts.get("audit-never-signed-in"),
        AccessFault::Unused => texts.get("audit-unused"),
        AccessFault::BeyondRole => texts.get("audit-beyond-role"),
        AccessFault::TemporaryPassword => texts.get("audit-temporary-password"),
        AccessFault::NobodyForSite => texts.get("audit-nobody-for-site"),
    }
}

fn row(desk: &Desk, finding: &AccessFinding) -> Row {
    let texts = &desk.look.texts;
    let resources = finding.resources.iter().map(|key| texts.key_label(&desk.catalogue, key.as_str()));
    let resources: Vec<Shown> = resources.collect();
    let more = match (finding.fault, finding.since) {
        (AccessFault::NobodyForSite, _) => texts.get("audit-owner-only"),
        (_, Some(at)) => texts.with("audit-since", &[("at", day(at, &Here).into())]),
        (_, None) => Shown::join(&resources, &Shown::fixed(", ")),
    };
    let cells = vec![(label(texts, finding.fault), Tone::Plain), (show(&finding.name), Tone::Plain), (more, Tone::Dim)];
    Row { cells, marked: false, staged: is_staged(desk, finding.subject) }
}

impl Pane for Audit {
    fn place(&self) -> Place {
        match (self.search.types() || self.inside.searches(), self.inside.focus) {
            (true, _) => Place::Filter,
            (false, true) => Place::Record(Tab::Admins),
            (false, false) => Place::Audit,
        }
    }

    fn on(&mut self, action: Action, desk: &mut Desk) -> Result<bool> {
        if self.inside.focus {
            return self.inside.on(action, desk, self.number());
        }
        match self.search.on(action) {
            Searched::Used => return Ok(true),
            Searched::Changed => self.search_again(desk),
            // What is no administrator opens elsewhere.
            Searched::Passed if action == Action::Open && self.number().is_some() => self.inside.focus = true,
            Searched::Passed => return Ok(self.rows.on(action, self.fitting.len())),
        }
        Ok(true)
    }

    fn typed(&mut self, event: Event<'_>, desk: &mut Desk) {
        if self.inside.focus {
            self.inside.typed(event);
        } else if self.search.typed(event) == Searched::Changed {
            self.search_again(desk);
        }
    }

    fn read(&mut self, desk: &mut Desk, size: (u16, u16), rest: bool) -> Result<()> {
        self.size = size;
        self.look_over(desk)?;
        if let Some(wanted) = self.wanted.take() {
            self.go(|finding| finding.subject == Subject::new(RecordKind::Admin, wanted));
        }
        self.said = self.selected().map(|finding| desk.look.texts.told(&desk.catalogue, &finding.told()));
        let number = self.number();
        if self.record_is_seen() && rest && !self.inside.shows(number) {
            self.inside.read(desk, number)?;
        }
        Ok(())
    }

    fn draw(&mut self, canvas: &mut Canvas<'_>, desk: &Desk) {
        let number = self.number();
        let (list, record) = parts(canvas, self.inside.focus);
        if let Some(area) = list {
            self.draw_list(&mut canvas.at(area), desk);
        }
        if let Some(area) = record {
            self.inside.draw(&mut canvas.at(area), desk, number);
        }
    }

    fn spoil(&mut self) {
        self.seen = None;
        self.inside.spoil();
    }

    fn tallied(&mut self, _question: u64, _tally: Tally) {}

    fn focus(&self) -> Focus {
        let subject = self.selected().map(|finding| finding.subject);
        let item = if self.inside.focus { self.inside.item() } else { subject.map(Item::Record) };
        Focus { subject, item, ..Focus::default() }
    }

    fn select(&mut self, _desk: &mut Desk, number: i64) -> Result<()> {
        self.inside.focus = false;
        self.wanted = Some(number);
        Ok(())
    }

    fn has(&self, subject: Subject) -> bool {
        // Before the first look nobody knows.
        self.seen.is_none() || self.findings.iter().any(|finding| finding.subject == subject)
    }

    fn remark(&self) -> Option<Shown> {
        if self.inside.focus { self.inside.remark() } else { self.said.clone() }
    }

    fn waits(&self) -> bool {
        let number = self.number();
        self.record_is_seen() && number.is_some() && !self.inside.shows(number)
    }
}
