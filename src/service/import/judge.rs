//! Judges every record on one state of the store, then who vanished, and makes the plan.

use std::collections::HashSet;

use super::intake::Intake;
use super::progress::Progress;
use super::taken::{self, Fault, Taken};
use super::{ImportCounts, ImportOptions, ImportPlan, ImportRow, RowKind, Unmatched};
use crate::domain::command::Ref;
use crate::domain::decide::import::{Feed, Judged, Verdict};
use crate::domain::decide::{Context, Deciding, find};
use crate::domain::id::{Kind, SiteId, UserId};
use crate::domain::policy::Allowance;
use crate::domain::refusal::{Code, Decided, Refusal};
use crate::import::{Caution, Nature, PersonRecord, Place, Refused, Warning};
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
    let Intake { feed, reading } = intake;
    let nature = reading.family.nature();
    deciding.may_import(match nature {
        Nature::Telephones | Nature::Directory => Kind::User,
        Nature::Contacts => Kind::Contact,
        Nature::Tickets => Kind::Ticket,
    })?;
    if nature == Nature::Directory && options.matching.unmatched == Unmatched::Contact {
        deciding.may_import(Kind::Contact)?;
    }
    let site = match &options.site {
        Some(code) => Some(SiteId(find(&tables, cx.actor, Kind::Site, &Ref::new(code))?)),
        None => deciding.only_site()?,
    };
    let into = Feed { name: &feed, site };
    let mut judging = Judging {
        progress,
        counts: ImportCounts::default(),
        rows: Vec::new(),
        refused: reading.refused,
        warnings: reading.warnings,
    };
    let complete = options.complete && nature == Nature::Telephones;
    let mut keys = HashSet::new();
    for record in reading.users {
        if complete {
            keys.insert(record.key.clone());
        }
        let place = (record.file, record.line);
        if let Some((said, shown)) = judging.taken(place, taken::user(*record)) {
            let email = said.email.clone();
            let head = Head { place, key: said.key.clone(), name: said.display_name.clone(), email, shown };
            judging.note(head, deciding.import_user(&into, said))?;
        }
    }
    for record in reading.contacts {
        let place = (record.file, record.line);
        if let Some((said, shown)) = judging.taken(place, taken::contact(record)) {
            let head = Head { place, key: said.key.clone(), name: said.contact.name.clone(), email: None, shown };
            judging.note(head, deciding.import_contact(&into, said))?;
        }
    }
    let own = own_emails(&reading.people);
    for record in reading.people {
        let place = (record.file, record.line);
        let own_email = record.email.as_deref().is_some_and(|email| own.contains(&email.to_lowercase()));
        if let Some((said, shown)) = judging.taken(place, taken::person(record, own_email)) {
            let head = Head { place, key: said.key.clone(), name: said.name.clone(), email: said.email.clone(), shown };
            judging.note(head, deciding.import_person(&into, said, options.matching))?;
        }
    }
    for record in reading.tickets {
        let place = (record.file, record.line);
        if let Some((said, shown)) = judging.taken(place, taken::ticket(record)) {
            let head = Head { place, key: said.key.clone(), name: said.title.clone(), email: None, shown };
            judging.note(head, deciding.import_ticket(&into, said))?;
        }
    }
    let guard = if complete { judging.vanish(tables, &mut deciding, cx, &feed, &keys)? } else { None };
    let Judging { mut counts, rows, mut refused, mut warnings, .. } = judging;
    refused.sort_by_key(|refused| (refused.place.file, refused.place.line));
    warnings.sort_by_key(|warning| (warning.place.file, warning.place.line));
    counts.refused = refused.len() as u64;
    counts.skipped = reading.skipped;
    let blocked = blocked(&counts, guard, options);
    Ok(ImportPlan { plan: deciding.finish()?, feed, counts, reports: reading.files, refused, warnings, rows, blocked })
}

/// The addresses, in lower case, that one person of the files alone has.
fn own_emails(people: &[PersonRecord]) -> HashSet<String> {
    let (mut own, mut shared) = (HashSet::new(), HashSet::new());
    for email in people.iter().filter_map(|person| person.email.as_deref()) {
        let email = email.to_lowercase();
        if !own.insert(email.clone()) {
            shared.insert(email);
        }
    }
    own.retain(|email| !shared.contains(email));
    own
}

/// What refuses the import as it stands.
fn blocked(counts: &ImportCounts, guard: Option<u64>, options: &ImportOptions) -> Option<Refusal> {
    let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
    if counts.refused > 0 && !options.skip_refused {
        return Some(Refusal::new(Code::ImportRefused).number("refused", number(counts.refused)));
    }
    let vanished = guard.filter(|vanished| options.confirm_vanished != Some(*vanished))?;
    Some(Refusal::new(Code::ConfirmVanished).field("confirm_vanished").number("vanished", number(vanished)))
}

/// What a row is known by, kept while the record itself goes its way.
struct Head {
    place: (usize, u64),
    key: String,
    name: String,
    email: Option<String>,
    shown: Vec<(String, String)>,
}

/// What was judged so far.
struct Judging<'p, 't> {
    progress: &'p Progress<'t>,
    counts: ImportCounts,
    rows: Vec<ImportRow>,
    refused: Vec<Refused>,
    warnings: Vec<Warning>,
}

impl Judging<'_, '_> {
    /// What a record says, unless one of its values cannot be kept.
    fn taken<T>(&mut self, (file, line): (usize, u64), read: std::result::Result<Taken<T>, Fault>) -> Option<Taken<T>> {
        match read {
            Ok(taken) => Some(taken),
            Err((column, reason)) => {
                let place = Place { file, line: Some(line), column: Some(column.to_owned()) };
                self.refused.push(Refused { place, reason });
                None
            }
        }
    }

    fn note(&mut self, head: Head, judged: Decided<Judged>) -> Result<()> {
        let Judged { verdict, email_taken } = judged?;
        if self.progress.step() {
            return Err(ServiceError::Stopped);
        }
        let Head { place: (file, line), key, name, email, mut shown } = head;
        let place = |column: Option<&str>| Place { file, line: Some(line), column: column.map(str::to_owned) };
        if let Some(value) = email.filter(|_| email_taken) {
            self.warnings.push(Warning { place: place(Some("email")), caution: Caution::EmailTaken { value } });
        }
        let counts = &mut self.counts;
        let (count, kind, differences, was) = match verdict {
            Verdict::Unchanged => {
                counts.unchanged += 1;
                return Ok(());
            }
            Verdict::Taken => {
                let reason = crate::import::Refusal::KeyInUse { key };
                self.refused.push(Refused { place: place(None), reason });
                return Ok(());
            }
            Verdict::New => (&mut counts.new, RowKind::New, Vec::new(), None),
            Verdict::Changed(differences) => (&mut counts.changed, RowKind::Changed, differences, None),
            Verdict::Renamed(differences) => (&mut counts.renamed, RowKind::Renamed, differences, None),
            Verdict::Unmatched => (&mut counts.unmatched, RowKind::Unmatched, Vec::new(), None),
            Verdict::Likely { user, by } => {
                shown.push(("match".to_owned(), by.to_owned()));
                (&mut counts.likely, RowKind::Likely, Vec::new(), Some(user))
            }
            Verdict::Reassigned(was) => (&mut counts.reassigned, RowKind::Reassigned, Vec::new(), Some(was)),
        };
        *count += 1;
        self.rows.push(ImportRow { kind, key, name, file: Some(file), line: Some(line), was, differences, shown });
        Ok(())
    }

    /// Disables whom the files no longer have; answers the number that has to be confirmed, if it has to be.
    fn vanish(
        &mut self,
        tables: Tables<'_>,
        deciding: &mut Deciding<'_>,
        cx: Context<'_>,
        feed: &str,
        keys: &HashSet<String>,
    ) -> Result<Option<u64>> {
        let mut present = 0;
        let mut gone: Vec<(String, UserId)> = Vec::new();
        tables.each_present(feed, |key, user, site| {
            if cx.actor.reaches_site(site) {
                present += 1;
                if !keys.contains(key) {
                    gone.push((key.to_owned(), user));
                }
            }
            !self.progress.stops()
        })?;
        let vanished = gone.len() as u64;
        for (key, user) in gone {
            if self.progress.stops() {
                return Err(ServiceError::Stopped);
            }
            let Some(name) = deciding.import_vanished(user)? else { continue };
            let (kind, differences, shown) = (RowKind::Vanished, Vec::new(), Vec::new());
            self.rows.push(ImportRow { kind, key, name, file: None, line: None, was: None, differences, shown });
        }
        self.counts.vanished = vanished;
        // An empty file, or rows that nobody could read, may be a broken export.
        let many = vanished > FEW && vanished * SHARE > present;
        let doubtful = vanished > 0 && (many || !self.refused.is_empty() || keys.is_empty());
        Ok(doubtful.then_some(vanished))
    }
}
