//! Work beside the drawing: begun, shown, and what is done once it has ended.

use super::super::overlay::work::WorkLayer;
use super::super::work::{Teller, Work};
use super::{App, Flow};
use crate::service::Console;
use crate::text::Shown;

/// What is done at the console once work has ended.
pub(super) type Ended = Box<dyn FnOnce(&mut App) -> Flow + Send>;

impl App {
    /// Begins work with a console of its own; nothing else is done until it has ended or was stopped.
    pub(super) fn begin(
        &mut self,
        title: Shown,
        job: impl FnOnce(Console, &mut Teller<'_>) -> Ended + Send + 'static,
    ) -> Flow {
        let console = match self.desk.console.again() {
            Ok(console) => console,
            Err(error) => return self.failed(&error),
        };
        let work = Work::start(self.desk.counter.waker(), move |teller| job(console, teller));
        self.stack.push(WorkLayer::new(title, work.progress()));
        self.work = Some(work);
        Flow::On
    }

    /// Does what is to be done once work has ended.
    pub fn attend(&mut self) -> Flow {
        let Some(ended) = self.work.as_ref().and_then(Work::outcome) else { return Flow::On };
        self.end_work(ended)
    }

    /// Waits for the work under way, and does what is to be done then.
    #[cfg(test)]
    pub fn await_ended(&mut self) {
        if let Some(ended) = self.work.as_ref().and_then(Work::wait) {
            self.end_work(ended);
        }
    }

    fn end_work(&mut self, ended: Ended) -> Flow {
        self.work = None;
        // Nothing opens over work: it is in front.
        self.stack.pop();
        ended(self)
    }
}
