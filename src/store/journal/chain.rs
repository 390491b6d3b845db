//! The hash of an entry: SHA-256 over a length-prefixed encoding of the hash before and every field (S-50).

use sha2::{Digest, Sha256};

/// The hash of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hash(pub [u8; 32]);

impl Hash {
    /// What the first entry chains to.
    pub const START: Self = Self([0; 32]);

    /// Reads a stored hash; anything of another length is no hash.
    pub fn from_slice(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }
}

impl std::fmt::Display for Hash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// A hash under way. Every field is written with its length, so that no two sequences of fields look alike.
pub struct Chain(Sha256);

impl Chain {
    /// Begins after the hash before.
    pub fn after(previous: Hash) -> Self {
        let mut chain = Self(Sha256::new());
        chain.bytes(&previous.0);
        chain
    }

    /// Adds bytes.
    pub fn bytes(&mut self, bytes: &[u8]) {
        self.0.update((bytes.len() as u64).to_be_bytes());
        self.0.update(bytes);
    }

    /// Adds text.
    pub fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    /// Adds a number.
    pub fn number(&mut self, number: i64) {
        self.bytes(&number.to_be_bytes());
    }

    /// Adds text that may be missing; missing and empty differ.
    pub fn maybe_text(&mut self, text: Option<&str>) {
        match text {
            Some(text) => {
                self.bytes(&[1]);
                self.text(text);
            }
            None => self.bytes(&[0]),
        }
    }

    /// Adds a number that may be missing.
    pub fn maybe_number(&mut self, number: Option<i64>) {
        match number {
            Some(number) => {
                self.bytes(&[1]);
                self.number(number);
            }
            None => self.bytes(&[0]),
        }
    }

    /// Ends it.
    pub fn finish(self) -> Hash {
        Hash(self.0.finalize().into())
    }
}
