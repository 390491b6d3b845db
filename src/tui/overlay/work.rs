//! Work that takes its time, shown over the panes: how far it is, and how to stop it.

use std::sync::Arc;
use std::time::{Duration, Instant};

use super::super::action::Action;
use super::super::canvas::Canvas;
use super::super::event::Event;
use super::super::layer::{Answer, Layer};
use super::super::place::Place;
use super::super::theme::Tone;
use super::super::work::Progress;
use super::Message;
use crate::text::Shown;

/// What ends sooner is not worth a window that comes and goes.
const SHORT: Duration = Duration::from_millis(150);

/// Work under way; Esc stops it.
pub struct WorkLayer {
    title: Shown,
    progress: Arc<Progress>,
    since: Instant,
}

impl WorkLayer {
    /// Shows how far that is.
    pub fn new(title: Shown, progress: Arc<Progress>) -> Self {
        Self { title, progress, since: Instant::now() }
    }
}

impl Layer<Message> for WorkLayer {
    fn place(&self) -> Place {
        Place::Notice
    }

    fn on(&mut self, event: Event<'_>) -> Answer<Message> {
        match event {
            Event::Action(Action::Back) => self.progress.stop(),
            Event::Action(Action::Lock | Action::Quit) => return Answer::Passed,
            _ => {}
        }
        Answer::Used
    }

    fn draw(&mut self, canvas: &mut Canvas<'_>) {
        if self.since.elapsed() < SHORT {
            return;
        }
        let texts = &canvas.look.texts;
        let (done, total) = self.progress.steps();
        let number = |n: u64| texts.number(i64::try_from(n).unwrap_or(i64::MAX));
        let text = match total {
            _ if self.progress.is_stopped() => texts.get("work-stopping"),
            0 => texts.with("work-done", &[("done", number(done).into())]),
            _ => texts.with("work-done-of", &[("done", number(done).into()), ("total", number(total).into())]),
        };
        let foot = texts.get("work-keys");
        let width = canvas.width().saturating_sub(8).min(60);
        let mut popup = canvas.popup(width, 4, &self.title);
        popup.cell(0, 0, width, &text, Tone::Plain);
        if let Some(filled) = (u64::from(width) * done.min(total)).checked_div(total) {
            let filled = usize::try_from(filled).unwrap_or(0);
            let mut bar = popup.look.pick("█", "#").repeat(filled);
            bar.push(&popup.look.pick("░", ".").repeat(usize::from(width) - filled));
            popup.text(0, 1, &bar, Tone::Plain);
        }
        popup.cell(0, 3, width, &foot, Tone::Dim);
    }
}
