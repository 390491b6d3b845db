//! From telephone sections to users: which devices are one person's.

use std::collections::HashMap;

use super::super::email;
use super::super::message::{Caution, ReadError, Refusal};
use super::super::number::is_digits;
use super::super::place::{Place, Refused, Warning};
use super::super::record::{Field, FieldSet, UserRecord};
use super::super::value::{Cleaner, quoted};
use super::caller;
use super::set::{Driver, Set, Telephone};
use super::setting::Key;
use super::telephone::{Verdict, devices, judge, mailbox, names, number};

/// A user in the making.
pub(super) struct Draft {
    pub user: UserRecord,
    /// Mailboxes named by the telephone: number and context.
    pub mailboxes: Vec<(String, String)>,
    /// Drivers whose sections were merged: a second section of one is a duplicate.
    drivers: Vec<Driver>,
}

impl Draft {
    /// Makes a draft of a user without telephone.
    pub fn without_telephone(user: UserRecord) -> Self {
        Self { user, mailboxes: Vec::new(), drivers: Vec::new() }
    }
}

/// The users of a set in the making.
pub(super) struct People<'c> {
    pub drafts: Vec<Draft>,
    pub cleaner: &'c mut Cleaner,
    pub warnings: Vec<Warning>,
    pub refused: Vec<Refused>,
    pub skipped: u64,
    /// Names of the files, for messages.
    pub files: Vec<String>,
    by_key: HashMap<String, usize>,
    by_extension: HashMap<String, usize>,
}

impl<'c> People<'c> {
    pub fn new(cleaner: &'c mut Cleaner, files: Vec<String>) -> Self {
        Self {
            drafts: Vec::new(),
            cleaner,
            warnings: Vec::new(),
            refused: Vec::new(),
            skipped: 0,
            files,
            by_key: HashMap::new(),
            by_extension: HashMap::new(),
        }
    }

    /// Makes a user of every telephone section that is one.
    pub fn gather(&mut self, set: &Set<'_>, stop: &dyn Fn() -> bool) -> Result<(), ReadError> {
        // A section named by a number is a person; one named otherwise may be a further device of that person.
        let (numbered, named): (Vec<_>, Vec<_>) = set.telephones.iter().partition(|t| is_digits(t.section.name));
        for (count, telephone) in numbered.into_iter().chain(named).enumerate() {
            if count % 256 == 0 && stop() {
                return Err(ReadError::Stopped);
            }
            let section = &telephone.section;
            let caution = match judge(telephone, set) {
                Verdict::User => {
                    match self.draft(telephone, set) {
                        Ok(draft) => self.add(draft),
                        Err(refused) => self.refused.push(refused),
                    }
                    continue;
                }
                Verdict::Trunk => Caution::TrunkSkipped { section: section.name.to_owned() },
                Verdict::Doubtful => Caution::SectionDoubtful { section: section.name.to_owned() },
            };
            self.skipped += 1;
            self.warn(section.file, section.line, caution);
        }
        self.drafts.sort_by_key(|draft| (draft.user.file, draft.user.line));
        Ok(())
    }

    pub fn warn(&mut self, file: usize, line: u64, caution: Caution) {
        self.warnings.push(Warning { place: Place::line(file, line), caution });
    }

    /// Cleans a value of a section; one that would act on a terminal refuses the record.
    pub fn clean(
        &mut self,
        value: Option<&str>,
        file: usize,
        line: u64,
        column: &str,
    ) -> Result<Option<String>, Refused> {
        let cleaned = self.cleaner.line(value.unwrap_or_default());
        cleaned
            .map(|value| value.map(std::borrow::Cow::into_owned))
            .map_err(|reason| Refused { place: Place::line(file, line).column(column), reason })
    }

    /// Reads the address of a record and warns about what is odd in it.
    pub fn email(&mut self, value: Option<&str>, file: usize, line: u64) -> Result<Option<String>, Refused> {
        let Some(cell) = self.clean(value, file, line, "email")? else {
            return Ok(None);
        };
        let (kept, cautions) = email::read_one(&cell);
        for caution in cautions {
            self.warnings.push(Warning { place: Place::line(file, line).column("email"), caution });
        }
        Ok(kept)
    }

    fn draft(&mut self, telephone: &Telephone<'_>, set: &Set<'_>) -> Result<Draft, Refused> {
        let section = &telephone.section;
        let (file, line) = (section.file, section.line);
        let caller = caller::parse(section.get(Key::CallerId).unwrap_or_default());
        let name = self.clean(section.get(Key::FullName).or(caller.name), file, line, "callerid")?;
        let mut groups = Vec::new();
        for value in section.all(Key::Group).flat_map(|value| value.split(',')) {
            groups.extend(self.clean(Some(value), file, line, "callgroup")?.filter(|group| !groups.contains(group)));
        }
        let user = UserRecord {
            key: section.name.to_owned(),
            file,
            line,
            // An empty name is filled in from the mailbox, else from the section.
            display_name: name.unwrap_or_default(),
            email: self.email(section.get(Key::Email), file, line)?,
            extension: number(section).map(str::to_owned),
            language: self.clean(section.get(Key::Language), file, line, "language")?,
            devices: devices(telephone, set),
            groups_proposed: groups,
            columns: FieldSet::default().with(Field::DisplayName).with(Field::Extension).with(Field::Devices),
            ..UserRecord::default()
        };
        let aors = names(section, Key::Aors).filter_map(|name| set.aors.get(name));
        let mailboxes = std::iter::once(section).chain(aors).flat_map(|section| names(section, Key::Mailbox));
        Ok(Draft { user, mailboxes: mailboxes.map(mailbox).collect(), drivers: vec![telephone.driver] })
    }

    /// Adds a user, or the devices of one already there.
    fn add(&mut self, mut draft: Draft) {
        let known = self.by_key.get(&draft.user.key).copied();
        if let Some(index) = known {
            let Draft { user: first, drivers, .. } = &self.drafts[index];
            if draft.drivers.iter().any(|driver| drivers.contains(driver)) {
                let reason = Refusal::DuplicateKey {
                    key: quoted(&draft.user.key),
                    first_file: self.files[first.file].clone(),
                    first_line: first.line,
                };
                self.refused.push(Refused { place: Place::line(draft.user.file, draft.user.line), reason });
            } else {
                self.merge(index, draft);
            }
            return;
        }
        if let Some(extension) = &draft.user.extension {
            if let Some(&index) = self.by_extension.get(extension) {
                let same = draft.user.display_name.is_empty()
                    || draft.user.display_name.to_lowercase() == self.drafts[index].user.display_name.to_lowercase();
                if same {
                    self.merge(index, draft);
                    return;
                }
                let caution = Caution::ExtensionShared { value: extension.clone() };
                self.warn(draft.user.file, draft.user.line, caution);
                draft.user.extension = None;
            } else {
                self.by_extension.insert(extension.clone(), self.drafts.len());
            }
        }
        self.by_key.insert(draft.user.key.clone(), self.drafts.len());
        self.drafts.push(draft);
    }

    fn merge(&mut self, index: usize, draft: Draft) {
        let known = &mut self.drafts[index];
        if known.user.display_name.is_empty() {
            known.user.display_name = draft.user.display_name;
        }
        known.drivers.extend(draft.drivers);
        known.user.email = known.user.email.take().or(draft.user.email);
        known.user.language = known.user.language.take().or(draft.user.language);
        for group in draft.user.groups_proposed {
            if !known.user.groups_proposed.contains(&group) {
                known.user.groups_proposed.push(group);
            }
        }
        for device in draft.user.devices {
            if !known.user.devices.iter().any(|other| other.id == device.id) {
                known.user.devices.push(device);
            }
        }
        for mailbox in draft.mailboxes {
            if !known.mailboxes.contains(&mailbox) {
                known.mailboxes.push(mailbox);
            }
        }
    }
}
