//! Which passwords are refused, and why. No rule of composition: length counts, and not being anyone's first guess.

mod guess;

use zeroize::Zeroizing;

use super::{NormError, chars, fold, fold::nfkc};

/// The least length that a setting may ask for, in characters.
pub const MIN_LEN_FLOOR: usize = 8;
/// The greatest length, in characters.
pub const MAX_LEN: usize = 128;
/// The greatest length in bytes of UTF-8, once normalised.
pub const MAX_BYTES: usize = 1024;

/// Returns the form of a password that is hashed and compared: NFKC, so that every keyboard gives the same bytes.
pub fn normalise(password: &str) -> Zeroizing<String> {
    Zeroizing::new(nfkc(password))
}

/// Checks a new password and returns the form to hash.
///
/// `min_len` is the setting of the site, in characters; less than [`MIN_LEN_FLOOR`] counts as the floor. `names` are
/// those of the user, the sites and the program: a password made of nothing else (repeated, or with digits) is
/// refused, a phrase that contains one is fine.
///
/// # Errors
/// Too short or too long, a control character, a password everyone uses, nothing but names, or a pattern.
pub fn check(password: &str, min_len: usize, names: &[&str]) -> Result<Zeroizing<String>, NormError> {
    let normal = normalise(password);
    let length = normal.chars().count();
    let min = min_len.max(MIN_LEN_FLOOR);
    if length < min {
        return Err(NormError::PasswordTooShort { min });
    }
    if length > MAX_LEN || normal.len() > MAX_BYTES {
        return Err(NormError::PasswordTooLong { max: MAX_LEN });
    }
    if normal.chars().any(chars::is_control) {
        return Err(NormError::PasswordControlCharacter);
    }
    let folded = Zeroizing::new(fold(&normal));
    if guess::is_pattern(&folded) {
        Err(NormError::PasswordPattern)
    } else if guess::is_made_of_names(&folded, names) {
        Err(NormError::PasswordName)
    } else if guess::is_common(&folded) {
        Err(NormError::PasswordCommon)
    } else {
        Ok(normal)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [&str; 4] = ["zoe.roy", "Montréal", "Site-2 Laval", "guichet"];

    fn code(password: &str) -> &'static str {
        check(password, 15, &NAMES).map_or_else(|error| error.code(), |_| "accepted")
    }

    #[test]
    fn s_11_the_length_counts_characters_after_nfkc() {
        assert_eq!(check("trop court", 15, &[]), Err(NormError::PasswordTooShort { min: 15 }));
        assert_eq!(check("court", 1, &[]), Err(NormError::PasswordTooShort { min: 8 }));
        assert_eq!(code(&format!("{}lanterne", "éàçù ".repeat(24))), "accepted");
        assert_eq!(code(&"é fg".repeat(33)), "password.too_long");
        assert_eq!(*check("ｌａｎｔｅｒｎｅ verte et vive", 15, &[]).unwrap(), "lanterne verte et vive");
        assert_eq!(*check(" lanterne verte et vive ", 15, &[]).unwrap(), " lanterne verte et vive ");
    }

    #[test]
    fn s_11_a_control_character_is_refused() {
        assert_eq!(code("lanterne\tverte et vive"), "password.control_character");
    }

    #[test]
    fn s_11_common_passwords_and_their_obvious_extensions_are_refused() {
        for password in [
            "Password12345678!",
            "P@ssw0rd2026!!!!",
            "motdepasse2026!!",
            "MotDePasse1234567",
            "2026-administrator",
            "bienvenuebienvenue",
            "soleilprintemps1",
            "welcomewelcome!!",
        ] {
            assert_eq!(code(password), "password.common", "{password}");
        }
        assert_eq!(check("p4ssw0rd!", 8, &[]), Err(NormError::PasswordCommon));
    }

    #[test]
    fn s_11_nothing_but_names_is_refused() {
        for password in
            ["zoe.roy.zoe.roy!", "Montreal20262026", "guichet-montréal", "LavalSite22222222", "guichetguichet1"]
        {
            assert_eq!(code(password), "password.name", "{password}");
        }
    }

    #[test]
    fn s_11_repeats_and_walks_are_refused() {
        for password in [
            "aaaaaaaaaaaaaaaa",
            "abababababababab",
            "lapinlapinlapin",
            "passwordpassword",
            "1234567890123456",
            "abcdefghijklmnop",
            "9876543210987654",
            "qwertyuiopasdfgh",
            "azertyuiopqsdfgh",
            "1qaz2wsx3edc4rfv",
            "qwerty1234567890",
            "11112222333344445555",
        ] {
            assert_eq!(code(password), "password.pattern", "{password}");
        }
    }

    #[test]
    fn s_11_a_phrase_is_fine_even_with_such_a_name() {
        for password in [
            "the desk in Montréal is blue",
            "copper lantern orbit flute",
            "zoe.roy aime les lanternes",
            "my password is not yours",
            "k7#vQ2!mZ9@xL4$",
        ] {
            assert_eq!(code(password), "accepted", "{password}");
        }
    }
}
