//! The records that a plan touches, as they were and as they are now.

use std::collections::BTreeMap;

use crate::domain::change::{Change, compare};
use crate::domain::id::{EntryNo, Subject};
use crate::domain::record::{
    Admin, Application, CommunicationOrder, Contact, Group, Names, Organisation, Record, Role, Site, Ticket, User,
    Workspace,
};

/// One touched record: as it was and as it is now.
#[derive(Clone, Debug)]
pub struct Slot<T> {
    /// As the store has it; none where the plan makes it.
    pub before: Option<T>,
    /// As the plan leaves it; none where the plan removes it.
    pub after: Option<T>,
}

/// Those of one kind, by number.
pub(super) type Slots<T> = BTreeMap<i64, Slot<T>>;

/// Every record that a plan touched.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "one map for each kind, named after it")]
pub struct Touched {
    pub organisation: Slots<Organisation>,
    pub sites: Slots<Site>,
    pub groups: Slots<Group>,
    pub workspaces: Slots<Workspace>,
    pub applications: Slots<Application>,
    pub admins: Slots<Admin>,
    pub roles: Slots<Role>,
    pub users: Slots<User>,
    pub contacts: Slots<Contact>,
    pub orders: Slots<CommunicationOrder>,
    pub tickets: Slots<Ticket>,
}

/// The touched records of one kind.
pub trait Touch: Record + Names {
    /// Reads them.
    fn slots(touched: &Touched) -> &Slots<Self>;
    /// Changes them.
    fn slots_mut(touched: &mut Touched) -> &mut Slots<Self>;
}

/// Calls a macro with the type of each kind of record and its place in [`Touched`], in the order in which changes can be
/// applied.
macro_rules! each_kind {
    ($then:ident) => {
        $then! {
            Organisation => organisation,
            Site => sites,
            Group => groups,
            Workspace => workspaces,
            Application => applications,
            Role => roles,
            Admin => admins,
            User => users,
            Contact => contacts,
            CommunicationOrder => orders,
            Ticket => tickets,
        }
    };
}

pub(super) use each_kind;

macro_rules! touch {
    ($($type:ty => $field:ident,)*) => {
        $(impl Touch for $type {
            fn slots(touched: &Touched) -> &Slots<Self> {
                &touched.$field
            }
            fn slots_mut(touched: &mut Touched) -> &mut Slots<Self> {
                &mut touched.$field
            }
        })*

        impl Touched {
            /// The version that a touched record had; 0 where the plan makes it.
            pub fn version(&self, subject: Subject) -> EntryNo {
                let number = subject.id;
                match subject.kind {
                    $(<$type as Record>::KIND => {
                        self.$field.get(&number).and_then(|s| s.before.as_ref()).map_or(0, Record::version)
                    })*
                }
            }

            /// Whether the plan makes the record.
            pub fn made(&self, subject: Subject) -> bool {
                let number = subject.id;
                match subject.kind {
                    $(<$type as Record>::KIND => self.$field.get(&number).is_some_and(|s| s.before.is_none()),)*
                }
            }

            /// Whether the plan removes the record.
            pub fn removed(&self, subject: Subject) -> bool {
                let number = subject.id;
                match subject.kind {
                    $(<$type as Record>::KIND => self.$field.get(&number).is_some_and(|s| s.after.is_none()),)*
                }
            }

            /// Leaves a record as it was.
            pub(super) fn restore(&mut self, subject: Subject) {
                let number = subject.id;
                match subject.kind {
                    $(<$type as Record>::KIND => {
                        self.$field.get_mut(&number).into_iter().for_each(|slot| slot.after = slot.before.clone());
                    })*
                }
            }

            /// The changes of all touched records, in the order in which they can be applied.
            pub fn changes(&self) -> Vec<Change> {
                let mut changes = Vec::new();
                $(changes.extend(self.$field.values().flat_map(|s| compare(s.before.as_ref(), s.after.as_ref())));)*
                changes
            }
        }
    };
}

each_kind!(touch);
