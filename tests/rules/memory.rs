//! The facts in memory: what the store is to the program, ordered maps are to these tests.

use std::collections::{BTreeMap, BTreeSet};

use guichet::domain::catalogue::Key;
use guichet::domain::facts::{Facts, Get, Holders, Lookup};
use guichet::domain::id::{AdminId, EntryNo, Kind, RoleId, SiteId, Subject, TicketId, UserId};
use guichet::domain::overlay::{Slot, Touch, seats_of};
use guichet::domain::plan::Plan;
use guichet::domain::record::{
    Admin, Application, CommunicationOrder, Contact, Group, Names, Organisation, Record, Role, Seat, Site, Ticket,
    User, Workspace,
};
use guichet::domain::refusal::FactsError;
use guichet::domain::value::Status;

/// Records of one kind, by number.
pub type Table<T> = BTreeMap<i64, T>;

/// Every record, and the little that is no record.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Memory {
    pub organisation: Table<Organisation>,
    pub sites: Table<Site>,
    pub groups: Table<Group>,
    pub workspaces: Table<Workspace>,
    pub applications: Table<Application>,
    pub roles: Table<Role>,
    pub admins: Table<Admin>,
    pub users: Table<User>,
    pub contacts: Table<Contact>,
    pub orders: Table<CommunicationOrder>,
    pub tickets: Table<Ticket>,
    pub signed_in: BTreeSet<AdminId>,
    pub failed_tries: BTreeMap<AdminId, i64>,
    pub sessions: BTreeMap<String, AdminId>,
    /// The number of the last entry, which is the version of what it changed.
    pub entry: EntryNo,
    pub last: BTreeMap<Kind, i64>,
}

/// A kind of record that the memory has a table of.
pub trait Stored: Touch {
    fn table_mut(memory: &mut Memory) -> &mut Table<Self>;
}

macro_rules! stored {
    ($($type:ty => $field:ident,)*) => {
        $(
            impl Stored for $type {
                fn table_mut(memory: &mut Memory) -> &mut Table<Self> {
                    &mut memory.$field
                }
            }
            impl Get<$type> for Memory {
                fn get(&self, number: i64) -> Result<Option<$type>, FactsError> {
                    Ok(self.$field.get(&number).cloned())
                }
            }
        )*

        impl Memory {
            /// Writes what a plan touched, as one entry.
            pub fn apply(&mut self, plan: &Plan) {
                self.entry += 1;
                $(self.write(&plan.touched.$field);)*
            }

            fn without_versions(&self) -> Self {
                let mut copy = self.clone();
                $(copy.$field.values_mut().for_each(|record| *record = crate::turning::timeless(record));)*
                copy
            }

            fn naming(&self, to: Subject, by: Kind) -> Vec<i64> {
                match by {
                    $(<$type as Record>::KIND => naming(&self.$field, to),)*
                }
            }

            fn answering(&self, kind: Kind, by: Lookup, key: &str) -> Vec<i64> {
                match kind {
                    $(<$type as Record>::KIND => answering(&self.$field, by, key),)*
                }
            }
        }
    };
}

stored! {
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

fn answering<T: Record>(table: &Table<T>, by: Lookup, key: &str) -> Vec<i64> {
    let answers = |record: &T| record.keys().iter().any(|(way, word)| *way == by && word == key);
    table.iter().filter(|(_, record)| answers(record)).map(|(number, _)| *number).collect()
}

fn naming<T: Record + Names>(table: &Table<T>, to: Subject) -> Vec<i64> {
    table.iter().filter(|(_, record)| record.names(to)).map(|(number, _)| *number).collect()
}

impl Memory {
    /// Puts a record in, for building a world.
    pub fn put<T: Stored>(&mut self, record: T) {
        let number = record.number();
        let last = self.last.entry(T::KIND).or_default();
        *last = (*last).max(number);
        T::table_mut(self).insert(number, record);
    }

    /// The records without their versions, and nothing else.
    pub fn timeless(&self) -> Self {
        Self { entry: 0, last: BTreeMap::new(), ..self.without_versions() }
    }

    fn write<T: Stored>(&mut self, slots: &BTreeMap<i64, Slot<T>>) {
        for (number, slot) in slots.iter().filter(|(_, slot)| slot.before != slot.after) {
            match &slot.after {
                Some(record) => {
                    let mut record = record.clone();
                    record.identify(*number, self.entry);
                    self.put(record);
                }
                None => drop(T::table_mut(self).remove(number)),
            }
        }
    }
}

impl Facts for Memory {
    fn lookup(&self, kind: Kind, by: Lookup, key: &str) -> Result<Vec<i64>, FactsError> {
        Ok(self.answering(kind, by, key))
    }

    fn children(&self, admin: AdminId) -> Result<Vec<AdminId>, FactsError> {
        Ok(self.admins.values().filter(|a| a.parent == Some(admin)).map(|a| a.id).collect())
    }

    fn admins_of_role(&self, role: RoleId) -> Result<Vec<AdminId>, FactsError> {
        Ok(self.admins.values().filter(|a| a.role == Some(role)).map(|a| a.id).collect())
    }

    fn holders(&self, role: RoleId) -> Result<Holders, FactsError> {
        let mut holders = Holders::default();
        let admins = self.admins.values().filter(|a| a.role == Some(role)).map(|a| a.status);
        let users = self.users.values().filter(|u| u.role == Some(role)).map(|u| u.status);
        admins.chain(users).for_each(|status| holders.count(status, 1));
        Ok(holders)
    }

    fn contacts_with(&self, permission: &Key) -> Result<Vec<i64>, FactsError> {
        Ok(self.contacts.values().filter(|c| c.permissions.contains(permission)).map(|c| c.id.0).collect())
    }

    fn waiting_tickets(&self, user: UserId) -> Result<Vec<TicketId>, FactsError> {
        let waits = |t: &&Ticket| t.user == Some(user) && t.status.is_waiting();
        Ok(self.tickets.values().filter(waits).map(|t| t.id).collect())
    }

    fn seats_used(&self) -> Result<BTreeMap<Seat, i64>, FactsError> {
        let mut used = BTreeMap::new();
        self.users.values().flat_map(seats_of).for_each(|seat| *used.entry(seat).or_default() += 1);
        Ok(used)
    }

    fn active_admins(&self) -> Result<Vec<AdminId>, FactsError> {
        Ok(self.admins.values().filter(|a| a.status == Status::Active).map(|a| a.id).collect())
    }

    fn referring(&self, to: Subject, by: Kind) -> Result<Vec<i64>, FactsError> {
        Ok(self.naming(to, by))
    }

    fn count_referring(&self, to: Subject, by: Kind) -> Result<u64, FactsError> {
        Ok(self.naming(to, by).len() as u64)
    }

    fn has_signed_in(&self, admin: AdminId) -> Result<bool, FactsError> {
        Ok(self.signed_in.contains(&admin))
    }

    fn failed_tries(&self, admin: AdminId) -> Result<i64, FactsError> {
        Ok(self.failed_tries.get(&admin).copied().unwrap_or_default())
    }

    fn session(&self, id: &str) -> Result<Option<AdminId>, FactsError> {
        Ok(self.sessions.get(id).copied())
    }

    fn all_sites(&self) -> Result<Vec<SiteId>, FactsError> {
        Ok(self.sites.keys().map(|number| SiteId(*number)).collect())
    }

    fn last_number(&self, kind: Kind) -> Result<i64, FactsError> {
        Ok(self.last.get(&kind).copied().unwrap_or_default())
    }
}
