//! Which columns hold secrets: their values are discarded while parsing.

/// Parts of a name that give a secret away.
const PARTS: &[&str] = &[
    "secret",
    "passw",
    "pwd",
    "passphrase",
    "privatekey",
    "private key",
    "private_key",
    "certificate",
    "credential",
    "hash",
    "token",
    "otp",
    "digest",
    "authid",
    "mot de passe",
    "mot_de_passe",
    "motdepasse",
];

/// Whole names that the parts do not catch.
const NAMES: &[&str] = &[
    "pin",
    "pinless",
    "pinset",
    "md5_cred",
    "sip_username",
    "auth id",
    "auth_id",
    "deskphonewebpass",
    "webmeetingprivateroom",
    "xmpp_pass",
    "authentication string",
    "provisioning_code",
    "userpkcs12",
];

/// Beginnings of names, for directory attributes.
const STARTS: &[&str] = &["krb", "shadow"];

/// Whether an account may be used, for all that its name says.
const HARMLESS: &str = "block credential";

/// Tells whether a normalised column or setting name holds a secret.
pub(super) fn is_secret(name: &str) -> bool {
    if name == HARMLESS {
        return false;
    }
    PARTS.iter().any(|part| name.contains(part))
        || name.ends_with("pin")
        || NAMES.contains(&name)
        || STARTS.iter().any(|start| name.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_known_by_their_names() {
        for name in [
            "secret",
            "devinfo_secret",
            "sip_secret",
            "password",
            "voicemail_vmpwd",
            "voicmail_vmpwd",
            "vmpwd",
            "vmsecret",
            "md5_cred",
            "md5secret",
            "remotesecret",
            "pin",
            "vmnopin",
            "pinset",
            "pinless",
            "authid",
            "authpassword",
            "deskphonewebpass",
            "srvcaccesspwd",
            "webmeetingprivateroom",
            "xmpp_pass",
            "jabber_password",
            "secure shell password",
            "authentication string",
            "digest user",
            "userpassword",
            "unicodepwd",
            "sambantpassword",
            "krbprincipalkey",
            "shadowlastchange",
            "a1-hash",
            "refresh_token",
            "password hash function [upload only]",
            "mot de passe",
        ] {
            assert!(is_secret(name), "{name}");
        }
    }

    #[test]
    fn the_columns_we_read_are_not_secrets() {
        for name in
            ["name", "extension", "dial", "id", "user", "voicemail", "voicemail_email", "description", "notes", "keys"]
        {
            assert!(!is_secret(name), "{name}");
        }
    }
}
