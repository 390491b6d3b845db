//! Exports: who may, what is asked for before, the record in the journal, and the records one after the other.

use std::fs::{File, OpenOptions};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::console::Console;
use super::error::{Result, ServiceError};
use super::shelf::Shelf;
use crate::domain::policy::require;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::value::Level;
use crate::store::journal::{EntryHead, Head};
use crate::store::view::{Filter, From, List, Query, Tally, sorts_of};

/// Records read at a time.
const PAGE: usize = 200;
/// Up to how many records of a list are counted.
const COUNTED: u64 = 10_000_000;
/// Whose rights stand in the register, in this order.
const HOLDERS: [(List, &str); 3] = [(List::Admins, "admin"), (List::Users, "user"), (List::Contacts, "contact")];

/// What is exported.
#[derive(Clone, Debug, PartialEq)]
pub enum Exported {
    /// The records of a list that a filter finds, in their order; the filter as it was typed.
    List(Box<Query>, String),
    /// The register of rights.
    Rights,
}

/// A part of what is exported.
#[derive(Debug)]
pub enum Piece {
    /// The head of the journal, which the register names.
    Begun(Head),
    /// The holders of a kind follow.
    Kind(&'static str),
    /// A record.
    Record(Value),
}

impl Exported {
    /// Every record of a list, or those that a filter finds, in the usual order.
    pub fn list(list: List, filter: &str) -> Self {
        let parsed = Filter::parse(filter, crate::store::view::terms_of(list));
        let query = Query { list, filter: parsed, sort: sorts_of(list)[0], descending: false };
        Self::List(Box::new(query), filter.to_owned())
    }

    /// The word of it, in the journal and in names of files.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::List(query, _) => query.list.as_str(),
            Self::Rights => "rights",
        }
    }

    /// S-29: whether it is everything of its kind, or the journal, for which the password is asked.
    fn is_everything(&self) -> bool {
        match self {
            Self::List(query, _) => query.list == List::Journal || query.filter.is_empty(),
            Self::Rights => true,
        }
    }
}

impl Console {
    /// Refuses whoever may not export that, and asks for the password where it is everything (S-29).
    ///
    /// # Errors
    /// Not allowed, the password has to be typed again, signed out, or the store.
    pub fn may_export(&self, what: &Exported) -> Result<()> {
        require(&self.actor()?, "reports", Level::View)?;
        match what {
            Exported::List(query, _) => drop(self.may_list(query.list)?),
            Exported::Rights => HOLDERS.iter().try_for_each(|(list, _)| self.may_list(*list).map(drop))?,
        }
        if what.is_everything() { self.must_be_proved() } else { Ok(()) }
    }

    /// Whether the register of rights may be exported at all.
    pub fn may_export_rights(&self) -> bool {
        HOLDERS.iter().all(|(list, _)| self.may_list(*list).is_ok())
    }

    /// Exports: writes it down first, for what cannot be recorded is not handed out (S-50), then hands on one piece after
    /// the other; answers how many records there were.
    ///
    /// # Errors
    /// Not allowed, what `take` answers, the register where something was changed meanwhile, or the store.
    pub fn export<E: std::convert::From<ServiceError>>(
        &mut self,
        what: &Exported,
        mut take: impl FnMut(Piece) -> std::result::Result<(), E>,
    ) -> std::result::Result<u64, E> {
        self.may_export(what)?;
        let head = self.record_export(what)?;
        take(Piece::Begun(head))?;
        let mut records = 0;
        let mut hand = |piece| {
            records += u64::from(matches!(piece, Piece::Record(_)));
            take(piece)
        };
        match what {
            Exported::List(query, _) => self.each(query, &mut hand)?,
            Exported::Rights => {
                for (list, kind) in HOLDERS {
                    hand(Piece::Kind(kind))?;
                    let Exported::List(query, _) = Exported::list(list, "") else { continue };
                    self.each(&query, &mut hand)?;
                }
                // What was changed meanwhile may stand in one half of the register and not in the other.
                if self.journal_head()? != head {
                    return Err(ServiceError::from(Refusal::new(Code::Stale)).into());
                }
            }
        }
        Ok(records)
    }

    /// How many records an export has, up to a great many; what it is of is counted once.
    ///
    /// # Errors
    /// Not allowed, signed out, or the store.
    pub fn count_export(&self, what: &Exported) -> Result<u64> {
        let lists: Vec<Query> = match what {
            Exported::List(query, _) => vec![(**query).clone()],
            Exported::Rights => {
                let query = |(list, _)| match Exported::list(list, "") {
                    Exported::List(query, _) => Some(*query),
                    Exported::Rights => None,
                };
                HOLDERS.into_iter().filter_map(query).collect()
            }
        };
        lists.iter().try_fold(0, |sum, query| {
            let (Tally::Exactly(count) | Tally::AtLeast(count)) = self.count(query, COUNTED)?;
            Ok(sum + count)
        })
    }

    /// Hands on every record of a list, a page at a time.
    fn each<E: std::convert::From<ServiceError>>(
        &self,
        query: &Query,
        hand: &mut dyn FnMut(Piece) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let mut from = From::Start;
        loop {
            let page = self.public_page(query, &from, PAGE)?;
            let last = page.len() < PAGE;
            for (cursor, record) in page {
                hand(Piece::Record(record))?;
                from = From::After(cursor);
            }
            if last {
                return Ok(());
            }
        }
    }

    /// Writes down that something is exported; returns the head of the journal with that in it.
    fn record_export(&mut self, what: &Exported) -> Result<Head> {
        let actor = self.actor()?;
        let now = self.settings.clock.now();
        let filter = match what {
            Exported::List(_, filter) if !filter.is_empty() => Some(filter),
            _ => None,
        };
        let head = EntryHead {
            actor: actor.id.map(|id| (id, actor.username.clone())),
            peer: self.settings.peer.clone(),
            session: self.session.clone(),
            commands: json!([{"export": what.word(), "filter": filter}]).to_string(),
            ..EntryHead::new("export", "done", now)
        };
        let sign_in =
            EntryHead { actor: head.actor.clone(), peer: head.peer.clone(), ..EntryHead::new("sign_in", "done", now) };
        let unwritten = self.sign_in_unwritten;
        let house = self.writer()?.begin_housekeeping()?;
        if unwritten {
            house.record(sign_in)?;
        }
        let written = house.record(head)?;
        house.commit()?;
        self.sign_in_unwritten = false;
        Ok(written)
    }
}

impl Shelf {
    /// Makes a file for an export where nothing is yet, readable by its owner alone (S-95).
    ///
    /// # Errors
    /// Not a plain name in the kiosk, there already, or the system.
    pub fn create(&self, named: &Path) -> Result<(PathBuf, File)> {
        let path = self.output(named)?;
        match OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path) {
            Ok(file) => Ok((path, file)),
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
                Err(ServiceError::FileExists(named.to_path_buf()))
            }
            Err(error) => Err(error.into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s_95_an_export_is_its_owners_alone_and_overwrites_nothing() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let named = folder.path().join("users.csv");
        let (path, _) = Shelf::Open.create(&named).unwrap();
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(Shelf::Open.create(&named).unwrap_err().code(), "file.exists");
        let link = folder.path().join("link.csv");
        std::os::unix::fs::symlink(folder.path().join("elsewhere"), &link).unwrap();
        assert_eq!(Shelf::Open.create(&link).unwrap_err().code(), "file.exists");
        let kiosk = Shelf::Kiosk(folder.path().to_path_buf());
        assert_eq!(kiosk.create(Path::new("../out.csv")).unwrap_err().code(), "kiosk.name");
        assert!(kiosk.create(Path::new("out.csv")).unwrap().0.ends_with("exports/out.csv"));
    }
}
