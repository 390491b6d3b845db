//! E-mail addresses in cells: several in one, and those that cannot serve to sign in.

use super::message::Caution;
use super::value::quoted;

/// The addresses of one cell and what there is to say about them.
#[derive(Default)]
pub(super) struct Emails {
    pub addresses: Vec<String>,
    pub cautions: Vec<Caution>,
}

/// Splits a cleaned cell into addresses; what is no address is left out.
pub(super) fn read(cell: &str) -> Emails {
    let mut emails = Emails::default();
    // An internal address of Exchange may hold commas and blanks.
    if cell.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("/o=")) {
        emails.cautions.push(Caution::EmailExchange);
        return emails;
    }
    for part in cell.split([';', ',']).map(str::trim).filter(|part| !part.is_empty()) {
        match address(part) {
            Some(address) => emails.addresses.push(address),
            None if !emails.cautions.contains(&Caution::EmailNotAnAddress) => {
                emails.cautions.push(Caution::EmailNotAnAddress);
            }
            None => {}
        }
    }
    emails
}

/// Splits a cell of a record that has one address: the others are only named.
pub(super) fn read_one(cell: &str) -> (Option<String>, Vec<Caution>) {
    let Emails { addresses, mut cautions } = read(cell);
    let mut addresses = addresses.into_iter();
    let kept = addresses.next();
    let others: Vec<String> = addresses.collect();
    if let Some(kept) = &kept {
        if !can_sign_in(kept) {
            cautions.push(Caution::EmailUnusable { value: quoted(kept) });
        }
        if !others.is_empty() {
            cautions.push(Caution::EmailsSeveral { kept: quoted(kept), others: quoted(&others.join(", ")) });
        }
    }
    (kept, cautions)
}

/// Tells whether an address can serve to sign in: a dot in the domain, and no placeholder.
#[must_use]
pub fn can_sign_in(address: &str) -> bool {
    let Some((_, domain)) = address.rsplit_once('@') else {
        return false;
    };
    let labels: Vec<&str> = domain.split('.').collect();
    labels.len() > 1 && labels.iter().all(|label| !label.is_empty()) && !labels.contains(&"placeholder")
}

/// Takes one address out of `Name <local@domain>` or `local@domain`, domain in lower case.
fn address(part: &str) -> Option<String> {
    let bare = match (part.rfind('<'), part.ends_with('>')) {
        (Some(open), true) => part[open + 1..part.len() - 1].trim(),
        _ => part,
    };
    let (local, domain) = bare.rsplit_once('@')?;
    let sound = !local.is_empty()
        && !domain.is_empty()
        && !local.contains('@')
        && !bare.contains(|c: char| c.is_whitespace() || matches!(c, '<' | '>'));
    sound.then(|| format!("{local}@{}", domain.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_address_is_kept_and_the_others_named() {
        let (kept, cautions) = read_one("Jo.Doe@Example.ORG; x@y.org");
        assert_eq!(kept.as_deref(), Some("Jo.Doe@example.org"));
        assert!(matches!(&cautions[..], [Caution::EmailsSeveral { others, .. }] if others == "x@y.org"));
        assert_eq!(read_one("Jo <jo@example.org>").0.as_deref(), Some("jo@example.org"));
    }

    #[test]
    fn what_is_no_address_is_left_out_unquoted() {
        for cell in ["1234", "a@", "@b.org", "a b@c.org", "a@b@c.org"] {
            assert_eq!(read_one(cell), (None, vec![Caution::EmailNotAnAddress]), "{cell}");
        }
        assert_eq!(read_one("/O=ORG/OU=X/CN=a, b").1, vec![Caution::EmailExchange]);
        assert_eq!(read_one("/é").1, vec![Caution::EmailNotAnAddress]);
    }

    #[test]
    fn some_addresses_cannot_sign_in() {
        for address in ["root@localhost", "a@placeholder.org", "a@b.", "a@.b"] {
            assert!(!can_sign_in(address), "{address}");
        }
        assert!(can_sign_in("a@example.org"));
    }
}
