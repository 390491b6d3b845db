//! `guichet show`: one record, whole.

use super::args::{Show, What};
use super::failure::{Done, Failure};
use super::run::Run;
use super::words::Words;
use super::{plan, table};
use crate::domain::id::Kind;
use crate::service::public::kind_of;
use crate::service::view::List;

/// Shows a record.
pub fn run(mut run: Run<'_>, args: &Show) -> Done {
    let reference = args.reference.as_deref();
    let (list, reference) = match (args.what, reference) {
        (What::Organisation, _) => (None, ""),
        (What::List(list), Some(reference)) => (Some(list), reference),
        (What::List(_), None) => return Err(Failure::usage("usage.missing").with("what", "REF")),
    };
    let console = run.signed_in()?;
    let mut record = match list {
        None => console.public_organisation()?,
        Some(list) => console.public_record(list, reference)?,
    };
    if run.common.json {
        run.json(&record)?;
        return run.out.flush();
    }
    let kind = list.map_or(Some(Kind::Organisation), kind_of);
    let words = Words { texts: run.texts, catalogue: run.catalogue(), kind };
    // The changes of an entry are told in sentences, under its fields.
    let changes = match list {
        Some(List::Journal) => {
            let number = console.public_number(List::Journal, reference)?;
            record["changes"] = record["changes"].as_array().map_or(0, Vec::len).into();
            console.entry(number, 0, i64::MAX)?.1
        }
        _ => Vec::new(),
    };
    table::pairs(&mut run.out, &words.record(&record))?;
    plan::changes(&mut run, &changes)?;
    run.out.flush()
}
