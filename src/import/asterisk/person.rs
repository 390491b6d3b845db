//! From telephone sections to users: who is a user, who is a trunk, and which devices are one person's.

use std::collections::HashMap;

use super::super::message::{Caution, ReadError, Refusal};
use super::super::number::is_digits;
use super::super::record::{DeviceRecord, Field, FieldSet, Place, Refused, UserRecord, Warning};
use super::super::value::{Cleaner, quoted};
use super::super::{device, email, limits};
use super::caller;
use super::set::{Driver, Set, Telephone};
use super::setting::Key;
use super::template::Resolved;

/// A user in the making.
pub(super) struct Draft {
    pub user: UserRecord,
    /// Mailboxes named by the telephone: number and context.
    pub mailboxes: Vec<(String, String)>,
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

/// What a telephone section is.
enum Verdict {
    User,
    Trunk,
    Doubtful,
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
        let (numbered, named): (Vec<_>, Vec<_>) = set
            .telephones
            .iter()
            .partition(|t| is_digits(t.section.name));
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
                Verdict::Trunk => Caution::TrunkSkipped {
                    section: section.name.to_owned(),
                },
                Verdict::Doubtful => Caution::SectionDoubtful {
                    section: section.name.to_owned(),
                },
            };
            self.skipped += 1;
            self.warn(section.file, section.line, caution);
        }
        self.drafts
            .sort_by_key(|draft| (draft.user.file, draft.user.line));
        Ok(())
    }

    pub fn warn(&mut self, file: usize, line: u64, caution: Caution) {
        self.warnings.push(Warning {
            place: Place::line(file, line),
            caution,
        });
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
            .map_err(|reason| Refused {
                place: Place::line(file, line).column(column),
                reason,
            })
    }

    /// Reads the address of a record and warns about what is odd in it.
    pub fn email(
        &mut self,
        value: Option<&str>,
        file: usize,
        line: u64,
    ) -> Result<Option<String>, Refused> {
        let Some(cell) = self.clean(value, file, line, "email")? else {
            return Ok(None);
        };
        let (kept, cautions) = email::read_one(&cell);
        for caution in cautions {
            self.warnings.push(Warning {
                place: Place::line(file, line).column("email"),
                caution,
            });
        }
        Ok(kept)
    }

    fn draft(&mut self, telephone: &Telephone<'_>, set: &Set<'_>) -> Result<Draft, Refused> {
        let section = &telephone.section;
        let (file, line) = (section.file, section.line);
        let caller = caller::parse(section.get(Key::CallerId).unwrap_or_default());
        let name = self.clean(
            section.get(Key::FullName).or(caller.name),
            file,
            line,
            "callerid",
        )?;
        let mut groups = Vec::new();
        for value in section.all(Key::Group).flat_map(|value| value.split(',')) {
            groups.extend(
                self.clean(Some(value), file, line, "callgroup")?
                    .filter(|group| !groups.contains(group)),
            );
        }
        let user = UserRecord {
            key: section.name.to_owned(),
            file,
            line,
            // An empty name is filled in from the mailbox, else from the section.
            display_name: name.unwrap_or_default(),
            first_name: None,
            last_name: None,
            email: self.email(section.get(Key::Email), file, line)?,
            extension: number(section).map(str::to_owned),
            mobile: None,
            department: None,
            language: self.clean(section.get(Key::Language), file, line, "language")?,
            devices: devices(telephone, set),
            queues: Vec::new(),
            groups_proposed: groups,
            mobiles_proposed: Vec::new(),
            shown: Vec::new(),
            columns: FieldSet::default()
                .with(Field::DisplayName)
                .with(Field::Extension)
                .with(Field::Devices),
        };
        let aors = names(section, Key::Aors).filter_map(|name| set.aors.get(name));
        let mailboxes = std::iter::once(section)
            .chain(aors)
            .flat_map(|section| names(section, Key::Mailbox));
        Ok(Draft {
            user,
            mailboxes: mailboxes.map(mailbox).collect(),
        })
    }

    /// Adds a user, or the devices of one already there.
    fn add(&mut self, mut draft: Draft) {
        let known = self.by_key.get(&draft.user.key).copied();
        if let Some(index) = known {
            let first = &self.drafts[index].user;
            if first
                .devices
                .iter()
                .any(|device| draft.user.devices.contains(device))
            {
                let reason = Refusal::DuplicateKey {
                    key: quoted(&draft.user.key),
                    first_file: self.files[first.file].clone(),
                    first_line: first.line,
                };
                self.refused.push(Refused {
                    place: Place::line(draft.user.file, draft.user.line),
                    reason,
                });
            } else {
                self.merge(index, draft);
            }
            return;
        }
        if let Some(extension) = &draft.user.extension {
            if let Some(&index) = self.by_extension.get(extension) {
                let same = draft.user.display_name.is_empty()
                    || draft.user.display_name.to_lowercase()
                        == self.drafts[index].user.display_name.to_lowercase();
                if same {
                    self.merge(index, draft);
                    return;
                }
                let caution = Caution::ExtensionShared {
                    value: extension.clone(),
                };
                self.warn(draft.user.file, draft.user.line, caution);
                draft.user.extension = None;
            } else {
                self.by_extension
                    .insert(extension.clone(), self.drafts.len());
            }
        }
        self.by_key
            .insert(draft.user.key.clone(), self.drafts.len());
        self.drafts.push(draft);
    }

    fn merge(&mut self, index: usize, draft: Draft) {
        let known = &mut self.drafts[index];
        if known.user.display_name.is_empty() {
            known.user.display_name = draft.user.display_name;
        }
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

fn judge(telephone: &Telephone<'_>, set: &Set<'_>) -> Verdict {
    let section = &telephone.section;
    let fixed_host = section
        .get(Key::Host)
        .is_some_and(|host| !host.eq_ignore_ascii_case("dynamic"));
    let (trunk, telephone) = match telephone.driver {
        Driver::Pjsip => {
            let aors: Vec<_> = names(section, Key::Aors)
                .filter_map(|name| set.aors.get(name))
                .collect();
            let fixed = aors.iter().any(|aor| aor.has(Key::Contact));
            let dynamic = !fixed && (!aors.is_empty() || set.aors.is_empty());
            let pointed = set.trunks.contains(section.name);
            (
                section.has(Key::OutboundAuth) || pointed || fixed,
                section.has(Key::Auth) || dynamic,
            )
        }
        Driver::Wizard => (
            section.yes(Key::SendsRegistrations)
                || section.has(Key::RemoteHosts)
                || section.has(Key::OutboundAuth),
            true,
        ),
        Driver::Sip | Driver::Iax => {
            let peer = section.kind() == "peer" && fixed_host && !section.has(Key::Mailbox);
            (peer, section.authenticated || !fixed_host)
        }
        Driver::Users => (section.has(Key::TrunkName), true),
    };
    match (trunk, telephone && number(section).is_some()) {
        (true, _) => Verdict::Trunk,
        (false, true) => Verdict::User,
        (false, false) => Verdict::Doubtful,
    }
}

/// Returns the extension: the name of the section, else its caller id.
fn number<'s>(section: &Resolved<'s>) -> Option<&'s str> {
    let caller = section
        .get(Key::CallerId)
        .and_then(|value| caller::parse(value).number);
    let candidates = [Some(section.name), section.get(Key::CidNumber), caller];
    candidates
        .into_iter()
        .flatten()
        .find(|value| is_digits(value) && value.len() <= limits::EXTENSION)
}

fn devices(telephone: &Telephone<'_>, set: &Set<'_>) -> Vec<DeviceRecord> {
    let section = &telephone.section;
    let techs: &[&str] = match telephone.driver {
        Driver::Pjsip | Driver::Wizard => &["pjsip"],
        Driver::Sip => &["sip"],
        Driver::Iax => &["iax2"],
        Driver::Users => match (section.yes(Key::HasSip), section.yes(Key::HasIax)) {
            (true, true) => &["sip", "iax2"],
            (true, false) => &["sip"],
            (false, true) => &["iax2"],
            (false, false) => &[],
        },
    };
    let auth = names(section, Key::Auth).find_map(|name| set.auths.get(name)?.get(Key::Username));
    let mac = auth
        .or(section.get(Key::Username))
        .or(section.get(Key::Mac))
        .and_then(device::mac);
    let device = |tech: &&str| DeviceRecord {
        id: format!("{}/{}", tech.to_ascii_uppercase(), section.name),
        tech: (*tech).to_owned(),
        mac: mac.clone(),
        webrtc: is_webrtc(section),
    };
    techs.iter().map(device).collect()
}

fn is_webrtc(section: &Resolved<'_>) -> bool {
    let dtls = section
        .get(Key::Encryption)
        .is_some_and(|value| value.eq_ignore_ascii_case("dtls"))
        || section.yes(Key::Encryption)
        || section.yes(Key::Dtls);
    let web_socket = section.get(Key::Transport).is_some_and(|transport| {
        let mut words = transport.split(|c: char| !c.is_ascii_alphanumeric());
        words.any(|word| word.eq_ignore_ascii_case("ws") || word.eq_ignore_ascii_case("wss"))
    });
    section.yes(Key::WebRtc)
        || web_socket
        || (section.yes(Key::Avpf) && section.yes(Key::Ice) && dtls)
}

/// Returns the names of a list such as `aors = 1107, 1107-web`.
pub(super) fn names<'s>(section: &Resolved<'s>, key: Key) -> impl Iterator<Item = &'s str> {
    section
        .all(key)
        .flat_map(|value| value.split([',', '&']))
        .map(str::trim)
        .filter(|name| !name.is_empty())
}

/// Splits `1107@context`; FreePBX writes the context `device` for the default one.
fn mailbox(value: &str) -> (String, String) {
    let (number, context) = value.split_once('@').unwrap_or((value, "default"));
    let context = if context == "device" {
        "default"
    } else {
        context
    };
    (number.to_owned(), context.to_owned())
}
