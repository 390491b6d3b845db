//! Caller ids: `"Name" <number>` with either part missing.

use super::super::number::is_digits;

/// The two parts of a caller id.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Caller<'v> {
    pub name: Option<&'v str>,
    pub number: Option<&'v str>,
}

/// Splits a caller id; the name `device`, which FreePBX writes for every telephone, is none.
pub(super) fn parse(value: &str) -> Caller<'_> {
    let value = value.trim();
    let (name, number) = match value.rsplit_once('<') {
        Some((name, number)) => (name, number.trim_end_matches('>').trim()),
        None if is_digits(value) => ("", value),
        None => (value, ""),
    };
    let name = name.trim().trim_matches('"').trim();
    Caller {
        name: Some(name).filter(|name| !name.is_empty() && *name != "device"),
        number: Some(number).filter(|number| !number.is_empty()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn either_part_may_be_missing() {
        for (value, name, number) in [
            ("Ada Byron <1107>", Some("Ada Byron"), Some("1107")),
            ("\"Ada <the> Byron\" <1107>", Some("Ada <the> Byron"), Some("1107")),
            ("<1107>", None, Some("1107")),
            ("1107", None, Some("1107")),
            ("Ada", Some("Ada"), None),
            ("device <1107>", None, Some("1107")),
            ("Ada <>", Some("Ada"), None),
            ("", None, None),
        ] {
            assert_eq!(parse(value), Caller { name, number }, "{value}");
        }
    }
}
