//! What names a person, a number or a place to the machine.

use icu_properties::CodePointMapData;
use icu_properties::props::Script;

use super::fold::nfkc;
use super::name::clean;
use super::{NormError, case_fold, chars, nfc};

/// Returns what two e-mail addresses are compared by: trimmed, NFC, case ignored.
pub fn email_key(text: &str) -> String {
    nfc(&case_fold(&nfc(&kept(text))))
}

/// Returns what two user names are compared by: trimmed, NFKC, case ignored.
pub fn username_key(text: &str) -> String {
    nfkc(&case_fold(&nfkc(&kept(text))))
}

/// Returns the text without blanks at its ends and without the characters that every field drops.
fn kept(text: &str) -> String {
    let kept: String = text.chars().filter(|c| !chars::is_dropped(*c)).collect();
    kept.trim().to_owned()
}

/// Checks a user name and returns its key: `[a-z0-9._-]{2,32}`, starting with a letter.
///
/// Capitals and look-alikes that NFKC knows (full-width letters) are folded; letters of another script are refused.
///
/// # Errors
/// Length, first character, a character that has no place, letters of several scripts.
pub fn check_username(text: &str) -> Result<String, NormError> {
    let name = username_key(text);
    if name.is_empty() {
        return Err(NormError::Empty);
    }
    if mixes_scripts(&name) {
        return Err(NormError::UsernameMixedScripts);
    }
    if let Some(character) = name.chars().find(|c| !matches!(c, 'a'..='z' | '0'..='9' | '.' | '_' | '-')) {
        return Err(NormError::UsernameCharacter { character });
    }
    if !(2..=32).contains(&name.len()) {
        return Err(NormError::UsernameLength);
    }
    if !name.starts_with(|c: char| c.is_ascii_lowercase()) {
        return Err(NormError::UsernameStart);
    }
    Ok(name)
}

fn mixes_scripts(name: &str) -> bool {
    let scripts = CodePointMapData::<Script>::new();
    let mut known =
        name.chars().map(|c| scripts.get(c)).filter(|script| !matches!(*script, Script::Common | Script::Inherited));
    let first = known.next();
    first.is_some_and(|first| known.any(|script| script != first))
}

/// Checks an e-mail address and returns it trimmed, in NFC, its domain in lower case.
///
/// A domain of one label is accepted: sites without a network have such mail servers.
///
/// # Errors
/// Not of the form `someone@domain`, longer than 254 characters, or with a character that cannot be seen.
pub fn check_email(text: &str) -> Result<String, NormError> {
    let text = clean(text, |_| false)?;
    let text = nfc(text.trim());
    if text.is_empty() {
        return Err(NormError::Empty);
    }
    if text.chars().count() > 254 {
        return Err(NormError::TooLong { max: 254 });
    }
    let (local, domain) = text.rsplit_once('@').ok_or(NormError::Email)?;
    let forbidden = |c: char| {
        c.is_whitespace() || matches!(c, '@' | ',' | ';' | ':' | '<' | '>' | '(' | ')' | '[' | ']' | '\\' | '"')
    };
    let label = |label: &str| {
        (1..=63).contains(&label.chars().count())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-' || chars::is_mark(c))
    };
    if local.is_empty() || local.len() > 64 || local.contains(forbidden) || !domain.split('.').all(label) {
        return Err(NormError::Email);
    }
    Ok(format!("{local}@{}", domain.to_lowercase()))
}

/// Checks an extension, kept as text: 1 to 15 of `0-9`, `*` and `#`, not starting with `*` (a feature code).
///
/// # Errors
/// Anything else.
pub fn check_extension(text: &str) -> Result<String, NormError> {
    let text = clean(text, |_| false)?;
    let text = text.trim();
    if text.is_empty() {
        return Err(NormError::Empty);
    }
    let digits = text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'*' | b'#'));
    if digits && text.len() <= 15 && !text.starts_with('*') { Ok(text.to_owned()) } else { Err(NormError::Extension) }
}

/// Checks a telephone number and returns it as typed, trimmed: `+1 (514) 555-0199 poste 12` is one.
///
/// # Errors
/// More than 40 characters, no digit, or a character that numbers do not have.
pub fn check_phone(text: &str) -> Result<String, NormError> {
    let text = clean(text, |_| false)?;
    let text = nfc(text.trim());
    if text.is_empty() {
        return Err(NormError::Empty);
    }
    if text.chars().count() > 40 {
        return Err(NormError::TooLong { max: 40 });
    }
    let known = |c: char| c.is_ascii_alphanumeric() || " +-().,;:=/*#".contains(c);
    let digit = text.contains(|c: char| c.is_ascii_digit());
    if digit && text.chars().all(known) { Ok(text) } else { Err(NormError::Phone) }
}

/// Checks the code of a site and returns it in lower case: 1 to 16 of `a-z`, `0-9` and `-`.
///
/// # Errors
/// Anything else.
pub fn check_code(text: &str) -> Result<String, NormError> {
    let code = username_key(text);
    if code.is_empty() {
        return Err(NormError::Empty);
    }
    let known = code.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'));
    if known && code.len() <= 16 { Ok(code) } else { Err(NormError::Code) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn code(result: Result<String, NormError>) -> String {
        result.unwrap_or_else(|error| error.code().to_owned())
    }

    #[test]
    fn s_73_user_names_are_folded_then_checked() {
        for (typed, kept) in [
            ("Zoe.Roy", "zoe.roy"),
            (" ｊean ", "jean"),
            ("\u{212a}arl", "karl"),
            ("a-1_b", "a-1_b"),
            ("z", "username.length"),
            (&"a".repeat(33), "username.length"),
            ("1abc", "username.start"),
            (".abc", "username.start"),
            ("a b", "username.character"),
            ("zoé", "username.character"),
            ("раскер", "username.character"),
            ("p\u{430}ul", "username.mixed_scripts"),
            ("", "name.empty"),
        ] {
            assert_eq!(code(check_username(typed)), kept, "{typed:?}");
        }
        assert_eq!(username_key("ＺOE"), username_key("zoe"));
    }

    #[test]
    fn s_73_addresses_are_compared_trimmed_and_folded() {
        assert_eq!(email_key(" Zoe\u{301}@Example.ORG "), email_key("zoé@example.org"));
        assert_eq!(code(check_email(" Zoe@Example.ORG ")), "Zoe@example.org");
        assert_eq!(code(check_email("ops@pbx")), "ops@pbx");
        for bad in ["zoe", "@a.b", "a@", "a@b..c", "a b@c.d", "a@b@c", "a@-b.c", "a,b@c.d", "a@b c"] {
            assert_eq!(code(check_email(bad)), "email.format", "{bad}");
        }
        assert_eq!(code(check_email("a\u{202e}@b.c")), "name.hidden_character");
    }

    #[test]
    fn s_74_extensions_are_digits_as_text() {
        for good in ["0", "0012", "#12", "1*2", "123456789012345"] {
            assert_eq!(code(check_extension(good)), good);
        }
        for bad in ["*72", "12a", "1 2", "1234567890123456", "１２", "-1", "1e3"] {
            assert_eq!(code(check_extension(bad)), "extension.format", "{bad}");
        }
    }

    #[test]
    fn phones_stay_as_typed() {
        assert_eq!(code(check_phone(" +1\u{a0}(514) 555-0199 poste 12 ")), "+1 (514) 555-0199 poste 12");
        assert_eq!(code(check_phone("home")), "phone.format");
        assert_eq!(code(check_phone("555é")), "phone.format");
        assert_eq!(code(check_phone("5\u{1b}")), "name.control_character");
    }

    #[test]
    fn codes_are_lower_case() {
        assert_eq!(code(check_code("MTL-2")), "mtl-2");
        for bad in ["a b", "é", "a_b", "12345678901234567"] {
            assert_eq!(code(check_code(bad)), "code.format", "{bad}");
        }
    }

    proptest! {
        #[test]
        fn s_73_what_was_accepted_has_the_key_of_what_was_typed(
            name in "[ -~\u{e0}-\u{ff}\u{ff21}-\u{ff5a}\u{ad}]{0,12}",
            email in "[a-zA-Z\u{e0}-\u{ff}\u{ad}]{1,5}@[a-zA-Z\u{e0}-\u{ff}]{1,5}",
        ) {
            if let Ok(accepted) = check_username(&name) {
                prop_assert_eq!(&accepted, &username_key(&name));
                prop_assert_eq!(check_username(&accepted), Ok(accepted));
            }
            if let Ok(accepted) = check_email(&email) {
                prop_assert_eq!(email_key(&accepted), email_key(&email));
                prop_assert_eq!(check_email(&accepted), Ok(accepted));
            }
        }
    }
}
