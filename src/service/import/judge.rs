//! Judges every record on one state of the store, then who vanished, and makes the plan.

use std::collections::HashSet;

use super::intake::{Intake, Placed};
use super::progress::Progress;
use super::{ImportCounts, ImportOptions, ImportPlan, ImportRow, RowKind};
use crate::domain::command::Ref;
use crate::domain::decide::import::{Feed, Judged, Verdict};
use crate::domain::decide::{Context, Deciding, find};
use crate::domain::id::{Kind, SiteId, UserId};
use crate::domain::policy::Allowance;
use crate::domain::refusal::{Code, Decided, Refusal};
use crate::import::{Caution, Family, Place, Refused, Warning};
use crate::service::error::{Result, ServiceError};
use crate::store::Tables;

/// Up to so many may vanish without a question,
const FEW: u64 = 5;
/// and up to one in so many.
const SHARE: u64 = 5;

/// Makes the plan of an import.
pub(super) fn judge(
    tables: Tables<'_>,
    cx: Context<'_>,
    intake: Intake,
    options: &ImportOptions,
    progress: &Progress<'_>,
) -> Result<ImportPlan> {
    let stop = || progress.stops();
    let allowance = Allowance { import: true, ..cx.allowance };
    let mut deciding = Deciding::new(&tables, Context { allowance, ..cx }).watched(&stop);
    deciding.may_import(if intake.family == Family::Contacts { Kind::Contact } else { Kind::User })?;
    let site = match &options.site {
        Some(code) => Some(SiteId(find(&tables, cx.actor, Kind::Site, &Ref::new(code))?)),
        None => deciding.only_site()?,
    };
    let feed = Feed { name: &intake.feed, site };
    let mut judging = Judging::default();
    let keys: HashSet<String> = if options.complete && intake.family != Family::Contacts {
        intake.users.iter().map(|user| user.said.key.clone()).collect()
    } else {
        HashSet::new()
    };
    for placed in intake.users {
        let head = Head::of(&placed, &placed.said.key, &placed.said.display_name, placed.said.email.as_deref());
        judging.take(head, placed.shown, deciding.import_user(&feed, placed.said), progress)?;
    }
    for placed in intake.contacts {
        let head = Head::of(&placed, &placed.said.key, &placed.said.contact.name, None);
        judging.take(head, placed.shown, deciding.import_contact(&feed, placed.said), progress)?;
    }
    let mut guard = None;
    if options.complete && intake.family != Family::Contacts {
        let unread = !intake.refused.is_empty();
        guard = judging.vanish(tables, &mut deciding, cx, &feed, &keys, unread)?;
    }
    let mut refused = intake.refused;
    refused.append(&mut judging.refused);
    refused.sort_by_key(|refused| (refused.place.file, refused.place.line));
    let mut warnings = intake.warnings;
    warnings.append(&mut judging.warnings);
    warnings.sort_by_key(|warning| (warning.place.file, warning.place.line));
    let mut counts = judging.counts;
    counts.refused = refused.len() as u64;
    counts.skipped = intake.skipped;
    let blocked = if counts.refused > 0 && !options.skip_refused {
        Some(Refusal::new(Code::ImportRefused).number("refused", number(counts.refused)))
    } else {
        guard.filter(|vanished| options.confirm_vanished != Some(*vanished)).map(|vanished| {
            Refusal::new(Code::ConfirmVanished).field("confirm_vanished").number("vanished", number(vanished))
        })
    };
    Ok(ImportPlan {
        plan: deciding.finish()?,
        feed: intake.feed,
        counts,
        reports: intake.reports,
        refused,
        warnings,
        rows: judging.rows,
        blocked,
    })
}

fn number(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// What a row is known by, kept while the record itself goes into the store.
struct Head {
    file: usize,
    line: u64,
    key: String,
    name: String,
    email: Option<String>,
}

impl Head {
    fn of<T>(placed: &Placed<T>, key: &str, name: &str, email: Option<&str>) -> Self {
        Self {
            file: placed.file,
            line: placed.line,
            key: key.to_owned(),
            name: name.to_owned(),
            email: email.map(str::to_owned),
        }
    }
}

#[derive(Default)]
struct Judging {
    counts: ImportCounts,
    rows: Vec<ImportRow>,
    refused: Vec<Refused>,
    warnings: Vec<Warning>,
}

impl Judging {
    fn take(
        &mut self,
        head: Head,
        shown: Vec<(String, String)>,
        judged: Decided<Judged>,
        progress: &Progress<'_>,
    ) -> Result<()> {
        let Judged { verdict, email_taken } = judged?;
        if progress.step() {
            return Err(ServiceError::Stopped);
        }
        let place = |column: &str| Place { file: head.file, line: Some(head.line), column: Some(column.to_owned()) };
        if let Some(value) = head.email.filter(|_| email_taken) {
            self.warnings.push(Warning { place: place("email"), caution: Caution::EmailTaken { value } });
        }
        let counts = &mut self.counts;
        let (count, kind, differences, was) = match verdict {
            Verdict::Unchanged => {
                counts.unchanged += 1;
                return Ok(());
            }
            Verdict::Taken => {
                let reason = crate::import::Refusal::KeyInUse { key: head.key };
                let place = Place { file: head.file, line: Some(head.line), column: None };
                self.refused.push(Refused { place, reason });
                return Ok(());
            }
            Verdict::New => (&mut counts.new, RowKind::New, Vec::new(), None),
            Verdict::Changed(differences) => (&mut counts.changed, RowKind::Changed, differences, None),
            Verdict::Renamed(differences) => (&mut counts.renamed, RowKind::Renamed, differences, None),
            Verdict::Reassigned(was) => (&mut counts.reassigned, RowKind::Reassigned, Vec::new(), Some(was)),
        };
        *count += 1;
        let Head { file, line, key, name, .. } = head;
        self.rows.push(ImportRow { kind, key, name, file: Some(file), line: Some(line), was, differences, shown });
        Ok(())
    }

    /// Disables whom the files no longer have; answers the number that has to be confirmed, if it has to be.
    fn vanish(
        &mut self,
        tables: Tables<'_>,
        deciding: &mut Deciding<'_>,
        cx: Context<'_>,
        feed: &Feed<'_>,
        keys: &HashSet<String>,
        unread: bool,
    ) -> Result<Option<u64>> {
        let mut present = 0;
        let mut gone: Vec<(String, UserId)> = Vec::new();
        tables.each_present(feed.name, |key, user, site| {
            if cx.actor.reaches_site(site) {
                present += 1;
                if !keys.contains(key) {
                    gone.push((key.to_owned(), user));
                }
            }
            true
        })?;
        let vanished = gone.len() as u64;
        for (key, user) in gone {
            let Some(name) = deciding.import_vanished(user)? else { continue };
            let (kind, differences, shown) = (RowKind::Vanished, Vec::new(), Vec::new());
            self.rows.push(ImportRow { kind, key, name, file: None, line: None, was: None, differences, shown });
        }
        self.counts.vanished = vanished;
        // An empty file, or rows that nobody could read, may be a broken export.
        let many = vanished > FEW && vanished * SHARE > present;
        let doubtful = vanished > 0 && (many || unread || keys.is_empty());
        Ok(doubtful.then_some(vanished))
    }
}
