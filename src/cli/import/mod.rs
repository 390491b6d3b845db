//! `guichet import`: files of other systems, as one plan.

mod report;

use std::path::Path;

use super::args::Import;
use super::failure::{Done, Failure};
use super::progress::Progress;
use super::run::Run;
use crate::import::{Encoding, SourceFile};
use crate::service::import::{ImportOptions, Mapping, Matching, Unmatched, read_source};
use crate::service::{Console, ServiceError, Shelf};
use report::{keep_problems, problems, report, say_kept};

/// Imports, or shows the plan of that.
pub fn run(mut run: Run<'_>, args: &Import) -> Done {
    let shelf = Shelf::of(&run.store()?, run.common.kiosk);
    let files = args.files.iter().map(|path| read(&shelf.input(path)?)).collect::<Done<Vec<_>>>()?;
    let options = options(args)?;
    let mut console = run.signed_in()?;
    let options = remembered(&console, args, &files, options)?;
    let mut progress = Progress::new();
    if run.common.dry_run {
        let plan = console.import_preview(&files, &options, &mut |done, total| progress.tell(done, total));
        progress.clear();
        let plan = plan?;
        let kept = keep_problems(&run, &console, &plan)?;
        report(run, &plan, None, true, kept.as_deref())?;
        // A dry run is refused for what the import would be refused for, once all of it was said.
        return plan.blocked.map_or(Ok(()), |refusal| Err(ServiceError::from(refusal).into()));
    }
    let receipt = console.import(&files, &options, &mut |done, total| progress.tell(done, total));
    progress.clear();
    match receipt {
        Ok(receipt) => {
            let kept = keep_problems(&run, &console, &receipt.import)?;
            report(run, &receipt.import, receipt.entry, false, kept.as_deref())
        }
        Err(error) => {
            // What stands in the way is in the plan; it is shown before the refusal.
            if !run.common.json
                && let Ok(plan) = console.import_preview(&files, &options, &mut |_, _| true)
            {
                problems(&mut run, &plan)?;
                let kept = keep_problems(&run, &console, &plan)?;
                say_kept(&mut run, &plan, kept.as_deref())?;
                run.out.flush()?;
            }
            Err(error.into())
        }
    }
}

fn read(path: &Path) -> Done<SourceFile> {
    read_source(path, true).map_err(|_| Failure::own(4, "file.unreadable").with("file", path.to_string_lossy()))
}

fn options(args: &Import) -> Done<ImportOptions> {
    let encoding = match &args.encoding {
        None => None,
        Some(name) => {
            let known = Encoding::ALL.into_iter().find(|e| e.name().eq_ignore_ascii_case(name));
            Some(known.ok_or_else(|| Failure::usage("usage.value").with("value", name))?)
        }
    };
    let delimiter = match args.delimiter.as_deref() {
        None => None,
        Some("\\t" | "tab") => Some(b'\t'),
        Some(text) => match text.as_bytes() {
            [byte] => Some(*byte),
            _ => return Err(Failure::usage("usage.value").with("value", text)),
        },
    };
    Ok(ImportOptions {
        site: args.site.clone(),
        feed: args.feed.clone(),
        complete: args.complete,
        confirm_vanished: args.confirm_vanished,
        skip_refused: args.skip_refused,
        matching: Matching {
            accept_likely: args.accept_matches,
            unmatched: match args.unmatched.as_deref() {
                None => Unmatched::Leave,
                Some("manual") => Unmatched::Manual,
                Some("contact") => Unmatched::Contact,
                Some(other) => return Err(Failure::usage("usage.value").with("value", other)),
            },
        },
        encoding,
        delimiter,
        ..ImportOptions::default()
    })
}

/// The options with what was chosen for these files the last time, where nothing is said now; and the mapping by name.
fn remembered(console: &Console, args: &Import, files: &[SourceFile], given: ImportOptions) -> Done<ImportOptions> {
    let names: Vec<String> = files.iter().map(|file| file.name.clone()).collect();
    let last = console.remembered_import(&names)?.unwrap_or_default();
    let mapping = match args.mapping.as_deref() {
        None => last.mapping,
        Some(text) if text.contains(':') => {
            Some(Mapping::parse(text).ok_or_else(|| Failure::usage("usage.value").with("value", text))?)
        }
        Some(name) => {
            let known = console.remembered_mapping(name)?;
            Some(known.ok_or_else(|| Failure::usage("usage.value").with("value", name))?)
        }
    };
    let unmatched = if args.unmatched.is_some() { given.matching.unmatched } else { last.matching.unmatched };
    Ok(ImportOptions {
        site: given.site.or(last.site),
        remembered: if given.feed.is_some() { None } else { last.remembered },
        feed: given.feed.or(last.feed),
        encoding: given.encoding.or(last.encoding),
        delimiter: given.delimiter.or(last.delimiter),
        matching: Matching { unmatched, ..given.matching },
        mapping,
        ..given
    })
}
