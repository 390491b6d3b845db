//! `guichet export`: whole lists and the register of rights, as CSV, as JSON, or as a page to print.

use super::args::{Export, ExportWhat};
use super::failure::{Done, Failure};
use super::run::Run;
use crate::service::export::{Exported, Piece};
use crate::text::export::{Format, Writing};

/// Exports.
pub fn run(mut run: Run<'_>, args: &Export) -> Done {
    let mut console = run.signed_in()?;
    let format = match (run.common.json, args.print) {
        (true, _) => Format::Json,
        (false, true) => Format::Page,
        (false, false) => Format::Csv { raw: args.raw },
    };
    let now = console.clock().now();
    let (what, mut writing) = match args.what {
        ExportWhat::List(list) => {
            let filter = args.filter.as_deref().unwrap_or_default();
            (Exported::list(list, filter), Writing::list(run.texts, format, now))
        }
        ExportWhat::Rights => (Exported::Rights, Writing::rights(run.texts, format, now)),
    };
    console.export::<Failure>(&what, |piece| {
        run.out.part(&match piece {
            Piece::Begun(head) => writing.begun(&head.to_string()),
            Piece::Kind(kind) => writing.kind(kind),
            Piece::Record(record) => writing.record(&record),
        })
    })?;
    run.out.part(&writing.end())?;
    run.out.flush()
}
