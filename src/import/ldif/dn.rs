//! Distinguished names, made comparable.

use sha2::{Digest, Sha256};

/// The longest name that is a key as it is, in bytes.
const LONGEST: usize = 180;

/// Normalises a name: blanks round its commas and equal signs off, letter case folded.
pub(super) fn normal(dn: &str) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut part = String::new();
    let mut escaped = false;
    for character in dn.chars() {
        if character == ',' && !escaped {
            parts.push(std::mem::take(&mut part));
        } else {
            part.push(character);
        }
        escaped = character == '\\' && !escaped;
    }
    parts.push(part);
    let tidy = |part: &String| match part.split_once('=') {
        Some((name, value)) => format!("{}={}", name.trim(), value.trim()),
        None => part.trim().to_owned(),
    };
    parts.iter().map(tidy).collect::<Vec<_>>().join(",").to_lowercase()
}

/// Makes a key of a normalised name: a long one by its hash.
pub(super) fn key(normal: &str) -> String {
    if normal.len() <= LONGEST {
        return normal.to_owned();
    }
    super::super::hex(&Sha256::digest(normal.as_bytes())[..16])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_and_case_say_nothing() {
        assert_eq!(normal("UID=a, ou=X ,dc = b"), normal("uid=A,ou=x,dc=b"));
        assert_eq!(normal(r"cn=Roy\, Am,dc=b"), r"cn=roy\, am,dc=b");
        assert_eq!(key(&"x".repeat(500)).len(), 32);
    }
}
