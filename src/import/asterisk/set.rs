//! Sorts the live sections of a set by what they are.

use std::collections::{HashMap, HashSet};

use super::super::message::ReadError;
use super::super::place::Refused;
use super::resolved::Resolved;
use super::section::{MailboxLine, Section};
use super::setting::Key;
use super::template::Book;

/// The driver a telephone section belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Driver {
    Pjsip,
    /// An object maker of PJSIP, with the settings of several objects in one section.
    Wizard,
    Sip,
    Iax,
    /// A person of `users.conf`, with telephones of several drivers.
    Users,
}

/// A telephone section.
pub(super) struct Telephone<'s> {
    pub driver: Driver,
    pub section: Resolved<'s>,
}

/// A queue and the interfaces of its members.
pub(super) struct Queue<'s> {
    pub section: Resolved<'s>,
}

/// A mailbox in its context.
pub(super) struct Mailbox<'s> {
    pub file: usize,
    pub context: &'s str,
    pub line: &'s MailboxLine,
}

/// The live sections of a set.
#[derive(Default)]
pub(super) struct Set<'s> {
    pub telephones: Vec<Telephone<'s>>,
    pub aors: HashMap<&'s str, Resolved<'s>>,
    pub auths: HashMap<&'s str, Resolved<'s>>,
    /// Endpoints that a registration or an address rule points at.
    pub trunks: HashSet<&'s str>,
    pub queues: Vec<Queue<'s>>,
    pub mailboxes: Vec<Mailbox<'s>>,
    pub refused: Vec<Refused>,
    /// Templates and sections that are never a user.
    pub skipped: u64,
}

impl<'s> Set<'s> {
    /// Sorts every section; `iax` tells, file by file, whether its settings are those of IAX2.
    pub fn sort(
        sections: &'s [Section],
        book: &mut Book<'s>,
        iax: &[bool],
        stop: &dyn Fn() -> bool,
    ) -> Result<Self, ReadError> {
        let mut set = Self::default();
        // Defaults of `users.conf` stand in its general section.
        let mut defaults: HashMap<usize, Vec<(Key, &'s str)>> = HashMap::new();
        for (index, section) in sections.iter().enumerate() {
            if index % 256 == 0 && stop() {
                return Err(ReadError::Stopped);
            }
            if section.template {
                set.skipped += 1;
            } else if section.name.eq_ignore_ascii_case("general") {
                let resolved = book.resolve(index).ok();
                let flags =
                    [Key::HasSip, Key::HasIax].map(|key| resolved.as_ref().and_then(|r| Some((key, r.get(key)?))));
                defaults.entry(section.file).or_default().extend(flags.into_iter().flatten());
            } else if !section.append && !is_reserved(&section.name) {
                match book.resolve(index) {
                    Ok(mut resolved) => {
                        resolved.add_defaults(defaults.get(&section.file).map_or(&[][..], Vec::as_slice));
                        set.place(section, resolved, iax[section.file]);
                    }
                    Err(refused) => set.refused.push(refused),
                }
            }
        }
        Ok(set)
    }

    fn place(&mut self, section: &'s Section, resolved: Resolved<'s>, iax: bool) {
        let kind = resolved.kind();
        match kind.as_str() {
            "endpoint" => self.telephone(Driver::Pjsip, resolved),
            "wizard" => self.telephone(Driver::Wizard, resolved),
            "friend" | "peer" | "user" => self.telephone(if iax { Driver::Iax } else { Driver::Sip }, resolved),
            "aor" => _ = self.aors.insert(resolved.name, resolved),
            "auth" => _ = self.auths.insert(resolved.name, resolved),
            "identify" | "registration" => {
                self.trunks.extend(resolved.get(Key::Endpoint));
                self.trunks.extend((kind == "registration").then_some(resolved.name));
                self.skipped += 1;
            }
            "" => self.place_untyped(section, resolved),
            _ => self.skipped += 1,
        }
    }

    fn place_untyped(&mut self, section: &'s Section, resolved: Resolved<'s>) {
        let context = section.name.as_str();
        self.mailboxes.extend(section.mailboxes.iter().map(|line| Mailbox { file: section.file, context, line }));
        let user_keys = [Key::FullName, Key::HasVoicemail, Key::CidNumber, Key::TrunkName, Key::Mac];
        if resolved.has(Key::Member) || resolved.has(Key::Strategy) {
            self.queues.push(Queue { section: resolved });
        } else if user_keys.iter().any(|key| resolved.has(*key)) || resolved.own_flag() {
            self.telephone(Driver::Users, resolved);
        }
    }

    fn telephone(&mut self, driver: Driver, section: Resolved<'s>) {
        self.telephones.push(Telephone { driver, section });
    }
}

/// Tells whether a name is never that of a user, a queue or a mailbox context; a section without a name is unreadable.
fn is_reserved(name: &str) -> bool {
    matches!(name.to_ascii_lowercase().as_str(), "" | "global" | "globals" | "zonemessages" | "authentication" | "acl")
}
