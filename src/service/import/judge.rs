//! Judges every record on one state of the store, then who vanished, and makes the plan.

use std::collections::BTreeMap;

use super::intake::{Intake, Told, reading_error};
use super::progress::Progress;
use super::taken::{self, Fault, Taken};
use super::{Difference, ImportCounts, ImportOptions, ImportPlan, ImportRow, Parts, RowKind, Rows, Unmatched, made};
use crate::domain::command::Ref;
use crate::domain::decide::import::{Feed, Judged, Verdict};
use crate::domain::decide::{Context, Deciding, find};
use crate::domain::id::{Kind, SiteId, UserId};
use crate::domain::plan::{Plan, SeatUse};
use crate::domain::policy::Allowance;
use crate::domain::record::Seat;
use crate::domain::refusal::{Code, Decided, Refusal};
use crate::import::{Caution, Nature, Place, Refused, Warning};
use crate::service::error::{Result, ServiceError};
use crate::store::Tables;

/// Up to so many may vanish without a question,
const FEW: u64 = 5;
/// and up to one in so many.
const SHARE: u64 = 5;

/// After so many records what was decided is given away.
const PART: usize = 1000;

/// Takes what was decided so far.
pub(super) type Give<'g> = &'g mut dyn FnMut(&Plan) -> Result<()>;

/// Makes the plan of an import, part after part.
pub(super) fn judge(
    parts: &Parts<'_>,
    cx: Context<'_>,
    intake: &mut Intake,
    options: &ImportOptions,
    progress: &Progress<'_>,
    give: Give<'_>,
) -> Result<ImportPlan> {
    let mut judging = Judging {
        progress,
        give,
        counts: ImportCounts::default(),
        changes: 0,
        seats: BTreeMap::new(),
        rows: Rows::new(&intake.aside),
        refused: Vec::new(),
        warnings: Vec::new(),
        first_file: 0,
        undelivered: 0,
        looked_at: intake.looked_at,
    };
    let mut guard = None;
    for (place, told) in intake.readings.iter_mut().enumerate() {
        judging.take_problems(told);
        // Those of the second family may speak of users whom the first one made.
        let tables = if place == 0 { parts.before } else { parts.written };
        let vanished = judging.judge(tables, cx, told, options)?;
        guard = vanished.map(|count| count + guard.unwrap_or_default()).or(guard);
    }
    let Judging { mut counts, changes, seats, rows, mut refused, mut warnings, .. } = judging;
    refused.sort_by_key(|refused| (refused.place.file, refused.place.line));
    warnings.sort_by_key(|warning| (warning.place.file, warning.place.line));
    counts.refused = refused.len() as u64;
    counts.skipped = intake.readings.iter().map(|told| told.reading.skipped).sum();
    let blocked = blocked(&counts, guard, options);
    let feeds = intake.readings.iter().map(|told| told.feed.clone()).collect();
    let reports = intake.readings.iter().flat_map(|told| told.reading.files.iter().cloned()).collect();
    Ok(ImportPlan { feeds, changes, seats, counts, reports, refused, warnings, rows, blocked })
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
    /// What it brings where it is new, if somebody looks.
    brings: Vec<Difference>,
}

/// What was judged so far.
struct Judging<'p, 't, 'g> {
    progress: &'p Progress<'t>,
    give: Give<'g>,
    counts: ImportCounts,
    changes: u64,
    seats: BTreeMap<Seat, SeatUse>,
    rows: Rows,
    refused: Vec<Refused>,
    warnings: Vec<Warning>,
    /// The place of the first file of the family among all.
    first_file: usize,
    /// Records judged since something was given away.
    undelivered: usize,
    /// Whether somebody looks at the rows.
    looked_at: bool,
}

impl Judging<'_, '_, '_> {
    /// Takes over what was refused and warned about while the files of a family were read.
    fn take_problems(&mut self, told: &mut Told) {
        self.first_file = told.first_file;
        let (refused, warnings) = (&mut told.reading.refused, &mut told.reading.warnings);
        refused.iter_mut().for_each(|refused| refused.place.file += told.first_file);
        warnings.iter_mut().for_each(|warning| warning.place.file += told.first_file);
        self.refused.append(refused);
        self.warnings.append(warnings);
    }

    /// Judges what one family of files says; answers how many vanished, where that has to be confirmed.
    fn judge(
        &mut self,
        tables: Tables<'_>,
        cx: Context<'_>,
        told: &Told,
        options: &ImportOptions,
    ) -> Result<Option<u64>> {
        let (progress, reading) = (self.progress, &told.reading);
        let stop = || progress.stops();
        let allowance = Allowance { import: true, ..cx.allowance };
        let mut deciding = Deciding::new(&tables, Context { allowance, ..cx }).watched(&stop);
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
        let complete = options.complete && nature == Nature::Telephones;
        let lacks = |key: &str| !reading.users.has_key(key);
        let into = Feed { name: &told.feed, site, lacks: if complete { Some(&lacks) } else { None } };
        for record in reading.users.iter() {
            let record = record.map_err(reading_error)?;
            let place = (record.file, record.line);
            let own_email = record.email.as_deref().is_some_and(|email| !reading.users.is_shared(email));
            if let Some((said, shown)) = self.taken(place, taken::user(record, own_email)) {
                let email = said.email.clone();
                let brings = if self.looked_at { made::user(&said) } else { Vec::new() };
                let (key, name) = (said.key.clone(), said.display_name.clone());
                let head = Head { place, key, name, email, shown, brings };
                let judged = deciding.import_user(&into, said, options.matching);
                self.note(head, judged)?;
            }
            self.deliver(&mut deciding, PART)?;
        }
        for record in reading.contacts.iter() {
            let record = record.map_err(reading_error)?;
            let place = (record.file, record.line);
            if let Some((said, shown)) = self.taken(place, taken::contact(record)) {
                let brings = if self.looked_at { made::contact(&said) } else { Vec::new() };
                let (key, name) = (said.key.clone(), said.contact.name.clone());
                let head = Head { place, key, name, email: None, shown, brings };
                let judged = deciding.import_contact(&into, said);
                self.note(head, judged)?;
            }
            self.deliver(&mut deciding, PART)?;
        }
        for record in reading.people() {
            let record = record.map_err(reading_error)?;
            let place = (record.file, record.line);
            let own_email = record.email.as_deref().is_some_and(|email| !reading.people.is_shared(email));
            if let Some((said, shown)) = self.taken(place, taken::person(record, own_email)) {
                let (key, name, email) = (said.key.clone(), said.name.clone(), said.email.clone());
                let brings = if self.looked_at { made::person(&said) } else { Vec::new() };
                let judged = deciding.import_person(&into, said, options.matching);
                self.note(Head { place, key, name, email, shown, brings }, judged)?;
            }
            self.deliver(&mut deciding, PART)?;
        }
        for record in reading.tickets.iter() {
            let record = record.map_err(reading_error)?;
            let place = (record.file, record.line);
            if let Some((said, shown)) = self.taken(place, taken::ticket(record)) {
                let (key, name) = (said.key.clone(), said.title.clone());
                let head = Head { place, key, name, email: None, shown, brings: Vec::new() };
                let judged = deciding.import_ticket(&into, said);
                self.note(head, judged)?;
            }
            self.deliver(&mut deciding, PART)?;
        }
        let guard = if complete { self.vanish(tables, &mut deciding, cx, told)? } else { None };
        self.deliver(&mut deciding, 1)?;
        Ok(guard)
    }

    /// Gives away what was decided, once it is so much.
    fn deliver(&mut self, deciding: &mut Deciding<'_>, from: usize) -> Result<()> {
        self.undelivered += 1;
        if self.undelivered < from {
            return Ok(());
        }
        self.undelivered = 0;
        let part = deciding.finish_part()?;
        self.changes += (part.changes.len() + part.newcomers.people.len()) as u64;
        for (seat, used) in &part.seats {
            self.seats.entry(*seat).or_insert(*used).after = used.after;
        }
        (self.give)(&part)
    }

    /// What a record says, unless one of its values cannot be kept.
    fn taken<T>(&mut self, (file, line): (usize, u64), read: std::result::Result<Taken<T>, Fault>) -> Option<Taken<T>> {
        match read {
            Ok(taken) => Some(taken),
            Err((column, reason)) => {
                let file = self.first_file + file;
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
        let Head { place: (file, line), key, name, email, mut shown, brings } = head;
        let file = self.first_file + file;
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
            Verdict::New => (&mut counts.new, RowKind::New, brings, None),
            Verdict::Changed(differences) => (&mut counts.changed, RowKind::Changed, differences, None),
            Verdict::Renamed(differences) => (&mut counts.renamed, RowKind::Renamed, differences, None),
            Verdict::Unmatched => (&mut counts.unmatched, RowKind::Unmatched, brings, None),
            Verdict::Likely { user, by } => {
                shown.push(("match".to_owned(), by.to_owned()));
                (&mut counts.likely, RowKind::Likely, brings, Some(user))
            }
            Verdict::Moved { was, differences } => (&mut counts.moved, RowKind::Moved, differences, Some(was)),
            Verdict::Reassigned(was) => (&mut counts.reassigned, RowKind::Reassigned, brings, Some(was)),
        };
        *count += 1;
        let (file, line) = (Some(file), Some(line));
        Ok(self.rows.push(&ImportRow { kind, key, name, file, line, was, differences, shown })?)
    }

    /// Disables whom the files no longer have; answers the number that has to be confirmed, if it has to be.
    fn vanish(
        &mut self,
        tables: Tables<'_>,
        deciding: &mut Deciding<'_>,
        cx: Context<'_>,
        told: &Told,
    ) -> Result<Option<u64>> {
        let users = &told.reading.users;
        let mut present = 0;
        let mut gone: Vec<UserId> = Vec::new();
        tables.each_present(&told.feed, |key, user, site| {
            if cx.actor.reaches_site(site) {
                present += 1;
                if !users.has_key(key) {
                    gone.push(user);
                }
            }
            !self.progress.stops()
        })?;
        // Who has another number now is not gone.
        gone.retain(|user| !deciding.is_matched(*user));
        let vanished = gone.len() as u64;
        for user in gone {
            if self.progress.stops() {
                return Err(ServiceError::Stopped);
            }
            let Some((key, name)) = deciding.import_vanished(&told.feed, user)? else { continue };
            let (kind, differences, shown) = (RowKind::Vanished, Vec::new(), Vec::new());
            self.rows.push(&ImportRow { kind, key, name, file: None, line: None, was: None, differences, shown })?;
            self.deliver(deciding, PART)?;
        }
        self.counts.vanished += vanished;
        // An empty file, or rows that nobody could read, may be a broken export.
        let many = vanished > FEW && vanished * SHARE > present;
        let doubtful = vanished > 0 && (many || !self.refused.is_empty() || users.is_empty());
        Ok(doubtful.then_some(vanished))
    }
}
