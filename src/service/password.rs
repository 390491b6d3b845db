//! Password hashes: argon2id, a PHC string, one at a time in a process (S-10).

use std::sync::Mutex;

use argon2::password_hash::PasswordHasher;
use argon2::{Algorithm, Argon2, Params, PasswordVerifier, Version};
use zeroize::Zeroizing;

use super::error::Result;
use crate::domain::norm::password::normalise;

/// Memory in KiB, passes, lanes: S-10's floor.
const COST: (u32, u32, u32) = (19 * 1024, 2, 1);

/// How long a temporary password is good for, in milliseconds: 72 hours (S-15).
pub(super) const TEMPORARY: i64 = 72 * 3_600_000;

/// One hash at a time: two would need twice the memory.
static ONE: Mutex<()> = Mutex::new(());

fn hasher() -> Argon2<'static> {
    let params = Params::new(COST.0, COST.1, COST.2, Some(32)).unwrap_or_default();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

fn random<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|e| std::io::Error::other(e.to_string()))?;
    Ok(bytes)
}

/// Hashes a password with a salt of its own.
///
/// # Errors
/// Where the system has no randomness or memory.
pub fn hash(password: &str) -> Result<String> {
    let salt: [u8; 16] = random()?;
    let normal = normalise(password);
    let _one = ONE.lock();
    let hash = hasher().hash_password_with_salt(normal.as_bytes(), &salt);
    Ok(hash.map_err(|e| std::io::Error::other(e.to_string()))?.to_string())
}

/// Whether a password fits a hash.
pub fn fits(password: &str, hash: &str) -> bool {
    let normal = normalise(password);
    let _one = ONE.lock();
    hasher().verify_password(normal.as_bytes(), hash).is_ok()
}

/// The same work as [`fits`], for names that nobody has (S-12).
pub fn fits_nobody(password: &str) {
    let normal = normalise(password);
    let _one = ONE.lock();
    let _ = hasher().hash_password_with_salt(normal.as_bytes(), &[0; 16]);
}

/// A temporary password of 100 random bits, in letters and digits that nobody mistakes for another (S-15).
///
/// # Errors
/// Where the system has no randomness.
pub fn temporary() -> Result<Zeroizing<String>> {
    const LETTERS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz23456789+";
    let bytes: [u8; 20] = random()?;
    let mut text = Zeroizing::new(String::with_capacity(24));
    for (at, byte) in bytes.iter().enumerate() {
        if at > 0 && at % 5 == 0 {
            text.push('-');
        }
        text.push(char::from(LETTERS[usize::from(byte & 31)]));
    }
    Ok(text)
}

/// A random id for a session.
///
/// # Errors
/// Where the system has no randomness.
pub fn session_id() -> Result<String> {
    let bytes: [u8; 16] = random()?;
    Ok(bytes.iter().map(|b| char::from(b"0123456789abcdefghijklmnopqrstuv"[usize::from(b & 31)])).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s_10_a_hash_fits_its_password_alone() {
        let stored = hash("un mot de passe assez long").unwrap();
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{stored}");
        assert!(fits("un mot de passe assez long", &stored));
        assert!(!fits("un mot de passe assez lonG", &stored));
        assert!(!fits("x", "not a hash"));
    }

    #[test]
    fn s_15_temporary_passwords_differ() {
        assert_ne!(temporary().unwrap().as_str(), temporary().unwrap().as_str());
        assert_eq!(temporary().unwrap().len(), 23);
    }
}
