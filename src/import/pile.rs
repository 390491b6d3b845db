//! The records of one kind that a reading found, set aside, with just enough in memory to tell them apart.

use std::collections::HashSet;
use std::hash::{BuildHasher, RandomState};

use super::message::ReadError;
use super::pack::Pack;
use super::record::{ContactRecord, PersonRecord, TicketRecord, UserRecord};
use super::spool::{Aside, Spool};

/// A record that is known by a key.
pub trait Piled: Pack {
    /// The key inside its feed.
    fn key(&self) -> &str;
    /// What a message calls it.
    fn label(&self) -> &str;
    /// Index of the file, and the line there.
    fn place(&self) -> (usize, u64);
    /// The address that tells who it is, where it tells that.
    fn email(&self) -> Option<&str>;
}

macro_rules! piled {
    ($($record:ty: $label:ident $(, $email:ident)?;)+) => {
        $(impl Piled for $record {
            fn key(&self) -> &str {
                &self.key
            }

            fn label(&self) -> &str {
                &self.$label
            }

            fn place(&self) -> (usize, u64) {
                (self.file, self.line)
            }

            fn email(&self) -> Option<&str> {
                None$(.or(self.$email.as_deref()))?
            }
        })+
    };
}

piled! {
    UserRecord: key, email;
    PersonRecord: key, email;
    ContactRecord: name;
    TicketRecord: title;
}

/// The place of a record among those that were put in.
type Index = u32;

/// Records set aside, without those whose key an earlier one has.
#[derive(Debug)]
pub struct Pile<T> {
    spool: Spool<T>,
    seed: RandomState,
    /// A hash for each key; in order once settled.
    keys: Vec<u64>,
    /// A hash for each address, with whose it is.
    emails: Vec<(u64, Index)>,
    /// Those left out, in order.
    out: Vec<Index>,
    /// Addresses that several have.
    shared: HashSet<u64>,
}

/// A record whose key an earlier one has.
pub(super) struct Double<T> {
    pub record: T,
    /// Where the earlier one stands.
    pub first: (usize, u64),
}

impl<T: Piled> Pile<T> {
    pub(super) fn new(aside: &Aside) -> Self {
        Self {
            spool: Spool::new(aside),
            seed: RandomState::new(),
            keys: Vec::new(),
            emails: Vec::new(),
            out: Vec::new(),
            shared: HashSet::new(),
        }
    }

    /// Sets a record aside.
    pub(super) fn push(&mut self, record: &T) -> Result<(), ReadError> {
        let index = self.keys.len() as Index;
        self.keys.push(self.seed.hash_one(record.key()));
        self.emails.extend(record.email().map(|email| (self.hash_of_email(email), index)));
        self.spool.push(record).map_err(|error| failed(&error))
    }

    /// How many there are, without those left out.
    pub fn len(&self) -> usize {
        self.spool.len() - self.out.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All that are not left out, in the order in which they came.
    pub fn iter(&self) -> impl Iterator<Item = Result<T, ReadError>> {
        let mut out = self.out.iter().peekable();
        self.spool.iter().enumerate().filter_map(move |(index, record)| {
            let left_out = out.next_if(|next| **next as usize == index).is_some();
            (!left_out).then(|| record.map_err(|error| failed(&error)))
        })
    }

    /// Whether one has that key; known once settled.
    pub fn has_key(&self, key: &str) -> bool {
        self.keys.binary_search(&self.seed.hash_one(key)).is_ok()
    }

    /// Whether several have that address, whatever the letter case; known once settled.
    pub fn is_shared(&self, email: &str) -> bool {
        !self.shared.is_empty() && self.shared.contains(&self.hash_of_email(email))
    }

    /// Bytes held in memory.
    pub fn held(&self) -> usize {
        self.spool.held()
            + self.keys.capacity() * size_of::<u64>()
            + self.emails.capacity() * size_of::<(u64, Index)>()
            + self.out.capacity() * size_of::<Index>()
            + self.shared.capacity() * (size_of::<u64>() + 1)
    }

    /// Leaves out the second and later records of each key, and tells `told` of each.
    pub(super) fn settle_keys(
        &mut self,
        stop: &dyn Fn() -> bool,
        mut told: impl FnMut(Double<T>),
    ) -> Result<(), ReadError> {
        let mut order: Vec<Index> = (0..self.keys.len() as Index).collect();
        order.sort_unstable_by_key(|index| (self.keys[*index as usize], *index));
        for alike in order.chunk_by(|one, other| self.keys[*one as usize] == self.keys[*other as usize]) {
            // Two keys may have one hash: the records themselves decide.
            let mut firsts: Vec<(String, (usize, u64))> = Vec::new();
            for (count, index) in alike.iter().enumerate().filter(|_| alike.len() > 1) {
                if count.is_multiple_of(256) && stop() {
                    return Err(ReadError::Stopped);
                }
                let record = self.get(*index)?;
                match firsts.iter().find(|(key, _)| key == record.key()) {
                    Some((_, first)) => {
                        self.out.push(*index);
                        told(Double { first: *first, record });
                    }
                    None => firsts.push((record.key().to_owned(), record.place())),
                }
            }
        }
        self.out.sort_unstable();
        self.keys.sort_unstable();
        Ok(())
    }

    /// Finds the addresses that several have, and gives the first few records of each, in the order of the first.
    pub(super) fn settle_emails(&mut self, few: usize) -> Result<Vec<Vec<T>>, ReadError> {
        self.emails.retain(|(_, index)| self.out.binary_search(index).is_err());
        self.emails.sort_unstable();
        let alike = self.emails.chunk_by(|one, other| one.0 == other.0).filter(|alike| alike.len() > 1);
        let mut shared: Vec<&[(u64, Index)]> = alike.collect();
        shared.sort_unstable_by_key(|alike| alike[0].1);
        self.shared = shared.iter().map(|alike| alike[0].0).collect();
        let records = |alike: &&[(u64, Index)]| alike.iter().take(few).map(|(_, index)| self.get(*index)).collect();
        shared.iter().map(records).collect()
    }

    fn get(&self, index: Index) -> Result<T, ReadError> {
        self.spool.get(index as usize).map_err(|error| failed(&error))
    }

    fn hash_of_email(&self, email: &str) -> u64 {
        self.seed.hash_one(email.to_lowercase())
    }
}

/// The rows of an import cannot be set aside.
fn failed(error: &std::io::Error) -> ReadError {
    ReadError::NotSetAside { reason: error.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn user(key: &str, line: u64, email: Option<&str>) -> UserRecord {
        let email = email.map(str::to_owned);
        UserRecord { key: key.to_owned(), line, email, ..UserRecord::default() }
    }

    fn settled(users: &[UserRecord]) -> (Pile<UserRecord>, Vec<(u64, u64)>) {
        let mut pile = Pile::new(&Aside::default());
        users.iter().for_each(|user| pile.push(user).unwrap());
        let mut doubles = Vec::new();
        pile.settle_keys(&|| false, |double| doubles.push((double.record.line, double.first.1))).unwrap();
        doubles.sort_unstable();
        (pile, doubles)
    }

    #[test]
    fn the_first_of_a_key_stays() {
        let users = [user("a", 2, None), user("b", 3, None), user("a", 4, None), user("a", 5, None)];
        let (pile, doubles) = settled(&users);
        assert_eq!(doubles, [(4, 2), (5, 2)]);
        let lines: Vec<u64> = pile.iter().map(|user| user.unwrap().line).collect();
        assert_eq!((lines, pile.len()), (vec![2, 3], 2));
        assert!(pile.has_key("a") && pile.has_key("b") && !pile.has_key("c"));
    }

    #[test]
    fn addresses_are_shared_whatever_their_case_and_by_those_who_stay() {
        let users = [
            user("a", 2, Some("X@y.z")),
            user("b", 3, Some("x@Y.z")),
            user("c", 4, Some("o@y.z")),
            user("c", 5, Some("o@y.z")),
        ];
        let (mut pile, _) = settled(&users);
        let shared = pile.settle_emails(5).unwrap();
        let lines: Vec<Vec<u64>> = shared.iter().map(|users| users.iter().map(|user| user.line).collect()).collect();
        assert_eq!(lines, [[2, 3]]);
        assert!(pile.is_shared("x@y.z") && !pile.is_shared("o@y.z"));
    }

    #[test]
    fn s_78_a_record_costs_a_few_bytes_of_memory_however_wide_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let mut pile = Pile::new(&Aside { folder: Some(folder.path().to_owned()) });
        let count = 20_000;
        for number in 0..count {
            let key = number.to_string();
            let mut wide = user(&key, number, Some(&format!("{key}@example.org")));
            wide.shown = vec![("outboundcid".to_owned(), "x".repeat(2_000))];
            pile.push(&wide).unwrap();
        }
        // The most for 500 000 records, beside the fixed part of the spool, is 64 bytes each: 32 MiB.
        let each = (pile.held() - 2 * crate::import::spool::IN_MEMORY) / count as usize;
        assert!(each <= 64, "{each} bytes a record");
    }
}
