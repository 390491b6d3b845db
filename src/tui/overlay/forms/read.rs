//! Reads what was typed into a form, for the fields of Commands.

use super::super::super::widget::form::{Form, Value};
use crate::domain::command::{Given, Ref};
use crate::domain::record::{Phone, PostalAddress};

/// What a form holds, as Commands want it.
pub(super) struct Read<'f>(pub &'f Form);

impl Read<'_> {
    fn changed(&self, id: &str) -> Option<Value> {
        self.0.changed().find_map(|(field, value)| (field == id).then_some(value))
    }

    /// Whether anything at all was changed among these fields.
    pub fn any(&self, ids: &[&str]) -> bool {
        self.0.changed().any(|(field, _)| ids.contains(&field))
    }

    /// The text of a field.
    pub fn text(&self, id: &str) -> String {
        self.0.text(id)
    }

    /// The text of a field, none where it is blank.
    pub fn some(&self, id: &str) -> Option<String> {
        Some(self.text(id)).filter(|text| !text.trim().is_empty())
    }

    /// The text of a field that was changed.
    pub fn new_text(&self, id: &str) -> Option<String> {
        self.changed(id).map(|_| self.text(id))
    }

    /// The text of a field that was changed; cleared where it is blank now.
    pub fn given(&self, id: &str) -> Given<String> {
        self.changed(id).map(|_| self.some(id))
    }

    /// The record that was picked in a field that was changed.
    pub fn picked(&self, id: &str) -> Given<Ref> {
        self.given(id).map(|name| name.map(Ref::new))
    }

    /// A switch that was turned.
    pub fn turned(&self, id: &str) -> Option<bool> {
        match self.changed(id) {
            Some(Value::On(on)) => Some(on),
            _ => None,
        }
    }

    /// A word that was picked in a field that was changed.
    pub fn word<W: std::str::FromStr>(&self, id: &str) -> Option<W> {
        self.new_text(id).and_then(|word| word.parse().ok())
    }

    /// The number of a field that was changed; cleared where it is blank now.
    pub fn number(&self, id: &str) -> Given<u32> {
        self.given(id).map(|text| text.and_then(|text| text.trim().parse().ok()))
    }

    /// What is picked among several.
    pub fn many(&self, id: &str) -> Vec<String> {
        let value = self.0.values().find_map(|(field, value)| (field == id).then_some(value));
        match value {
            Some(Value::Many(picked)) => picked,
            _ => Vec::new(),
        }
    }

    /// The same, where it was changed.
    pub fn new_many(&self, id: &str) -> Option<Vec<String>> {
        self.changed(id).map(|_| self.many(id))
    }

    /// The lines of a text that was changed, without those that are blank.
    pub fn new_lines(&self, id: &str) -> Option<Vec<String>> {
        self.new_text(id).map(|text| filled(&text).map(str::to_owned).collect())
    }

    /// The telephone numbers of a text that was changed.
    pub fn new_phones(&self, id: &str) -> Option<Vec<Phone>> {
        self.new_text(id).map(|text| phones(&text))
    }

    /// The postal addresses of a text that was changed; `known` are those that it began with.
    pub fn new_addresses(&self, id: &str, known: &[PostalAddress]) -> Option<Vec<PostalAddress>> {
        self.new_text(id).map(|text| addresses(&text, known))
    }
}

fn filled(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

/// Reads `kind: number` lines; a line without a kind is a number at work.
pub(super) fn phones(text: &str) -> Vec<Phone> {
    let phone = |line: &str| {
        let (kind, number) = line.split_once(':').unwrap_or(("work", line));
        Phone { kind: kind.trim().to_owned(), number: number.trim().to_owned() }
    };
    filled(text).map(phone).collect()
}

/// Writes an address on one line, its parts behind semicolons; parts that are missing at the end are left out.
pub(super) fn address_line(address: &PostalAddress) -> String {
    let parts = [&address.street, &address.town, &address.region, &address.postcode, &address.country];
    let words = parts.map(|part| part.as_deref().unwrap_or_default().replace('\n', ", "));
    words.join("; ").trim_end_matches([';', ' ']).to_owned()
}

/// Reads one address on each line; a line that stands as it stood keeps the address it was made of.
pub(super) fn addresses(text: &str, known: &[PostalAddress]) -> Vec<PostalAddress> {
    let read = |line: &str| {
        let mut parts = line.splitn(5, ';').map(|part| Some(part.trim().to_owned()).filter(|part| !part.is_empty()));
        let mut next = || parts.next().flatten();
        PostalAddress { street: next(), town: next(), region: next(), postcode: next(), country: next() }
    };
    let same = |line: &str| known.iter().find(|address| address_line(address) == line).cloned();
    filled(text).map(|line| same(line).unwrap_or_else(|| read(line))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_line_and_stays_as_it_was_where_it_is_not_touched() {
        let word = |text: &str| Some(text.to_owned());
        let two = PostalAddress { street: word("1 rue A\nBureau 2"), town: word("Laval"), ..PostalAddress::default() };
        assert_eq!(address_line(&two), "1 rue A, Bureau 2; Laval");
        let read = addresses("1 rue A, Bureau 2; Laval\n\n5 rue B;;QC; H2X 1Y4;Canada", std::slice::from_ref(&two));
        let other = PostalAddress {
            street: word("5 rue B"),
            region: word("QC"),
            postcode: word("H2X 1Y4"),
            country: word("Canada"),
            ..PostalAddress::default()
        };
        assert_eq!(read, [two, other]);
    }

    #[test]
    fn a_line_without_a_kind_is_a_number_at_work() {
        let read: Vec<_> =
            phones("mobile: 514 555 0199\n\n 514 555 0100 ").into_iter().map(|p| (p.kind, p.number)).collect();
        assert_eq!(read, [("mobile".into(), "514 555 0199".into()), ("work".into(), "514 555 0100".into())]);
    }
}
