//! One card: what its properties say of a contact.

use super::super::contacts::{contact_key, kind_of_label};
use super::super::message::{Caution, Refusal};
use super::super::place::{Place, Refused};
use super::super::reading::Reading;
use super::super::record::{AddressRecord, ContactRecord, PhoneKind};
use super::super::value::{Cleaner, looks_like_formula, quoted};
use super::super::{email, number};
use super::property::Property;
use super::text::{components, decode, split, unescape};

/// A card under way.
pub(super) struct Card {
    pub line: u64,
    /// Whether it is of version 2.1.
    pub old: bool,
    pub properties: Vec<Property>,
}

impl Card {
    pub fn open(line: u64) -> Self {
        Self { line, old: false, properties: Vec::new() }
    }

    /// Whether the card is a list of others.
    pub fn is_group(&self) -> bool {
        let kind = |p: &&Property| matches!(p.name.as_str(), "kind" | "x-addressbookserver-kind");
        self.properties.iter().filter(kind).any(|p| p.value.trim().eq_ignore_ascii_case("group"))
    }

    /// Makes a contact of the card.
    pub fn contact(
        &self,
        file: usize,
        single: bool,
        cleaner: &mut Cleaner,
        reading: &mut Reading,
    ) -> Result<ContactRecord, Refused> {
        let mut contact = ContactRecord { file, line: self.line, ..ContactRecord::default() };
        let mut filling = Filling { card: self, file, cleaner, reading, notes: Vec::new(), phones: Vec::new() };
        let mut emails = Vec::new();
        for property in &self.properties {
            let decoded = decode(property, single);
            if decoded.guessed {
                filling.warn(property, Caution::EncodingGuessed);
            }
            filling.take(property, &decoded.text, &mut contact, &mut emails)?;
        }
        emails.sort_by_key(|(preferred, _)| !preferred);
        contact.emails = emails.into_iter().map(|(_, address)| address).collect();
        let Filling { mut phones, notes, .. } = filling;
        phones.sort_by_key(|(preferred, _, _)| !preferred);
        contact.phones = phones.into_iter().map(|(_, kind, number)| (kind, number)).collect();
        contact.note = Some(notes.join("\n")).filter(|note| !note.is_empty());
        if contact.name.is_empty() {
            contact.name = name_of(&contact)
                .ok_or_else(|| Refused { place: Place::line(file, self.line), reason: Refusal::ContactNameless })?;
        }
        if looks_like_formula(&contact.name) && !contact.phones.iter().any(|(_, phone)| *phone == contact.name) {
            reading.warn(Place::line(file, self.line), Caution::NameFormula { value: quoted(&contact.name) });
        }
        if contact.key.is_empty() {
            let phone = contact.phones.first().map(|(_, phone)| phone);
            contact.key = contact_key(&contact.name, contact.emails.first(), phone);
        }
        Ok(contact)
    }
}

/// Names a contact by what there is.
fn name_of(contact: &ContactRecord) -> Option<String> {
    let person: Vec<&str> =
        [&contact.first_name, &contact.last_name].into_iter().flatten().map(String::as_str).collect();
    let person = Some(person.join(" ")).filter(|name| !name.is_empty());
    let address = || contact.emails.first().cloned();
    let phone = || contact.phones.first().map(|(_, phone)| phone.clone());
    person.or_else(|| contact.organisation.clone()).or_else(address).or_else(phone)
}

/// A contact that is being filled.
struct Filling<'a> {
    card: &'a Card,
    file: usize,
    cleaner: &'a mut Cleaner,
    reading: &'a mut Reading,
    notes: Vec<String>,
    phones: Vec<(bool, PhoneKind, String)>,
}

impl Filling<'_> {
    fn take(
        &mut self,
        property: &Property,
        value: &str,
        contact: &mut ContactRecord,
        emails: &mut Vec<(bool, String)>,
    ) -> Result<(), Refused> {
        let old = self.card.old;
        match property.name.as_str() {
            "fn" if contact.name.is_empty() => {
                contact.name = self.line(property, &unescape(value, old))?.unwrap_or_default();
            }
            "n" => {
                let mut parts = components(value, old).into_iter();
                contact.last_name = self.line(property, &parts.next().unwrap_or_default())?;
                contact.first_name = self.line(property, &parts.next().unwrap_or_default())?;
            }
            "org" => {
                let parts: Vec<String> = components(value, old).into_iter().filter(|part| !part.is_empty()).collect();
                let organisation = self.line(property, parts.first().map_or("", String::as_str))?;
                match &contact.organisation {
                    None => contact.organisation = organisation,
                    Some(_) => self.notes.extend(organisation),
                }
            }
            "title" if contact.position.is_none() => {
                contact.position = self.line(property, &unescape(value, old))?;
            }
            "email" => {
                let Some(cell) = self.line(property, &unescape(value, old))? else { return Ok(()) };
                let found = email::read(&cell);
                found.cautions.into_iter().for_each(|caution| self.warn(property, caution));
                for address in found.addresses {
                    if !emails.iter().any(|(_, known)| known.eq_ignore_ascii_case(&address)) {
                        emails.push((property.preferred, address));
                    }
                }
            }
            "tel" => self.phone(property, &unescape(value, old))?,
            "adr" => contact.addresses.extend(self.address(property, value)?),
            "note" | "url" => {
                let note = self.text(property, &unescape(value, old))?;
                self.notes.extend(note);
            }
            "categories" => {
                for name in split(value, ',') {
                    let group = self.line(property, &unescape(name, old))?;
                    contact.groups.extend(group.filter(|group| !contact.groups.contains(group)));
                }
            }
            "uid" => {
                let uid = self.line(property, value)?.unwrap_or_default();
                contact.key = if uid.len() > 180 { contact_key(&uid, None, None) } else { uid };
            }
            _ => {}
        }
        Ok(())
    }

    fn phone(&mut self, property: &Property, value: &str) -> Result<(), Refused> {
        let Some(cell) = self.line(property, value)? else { return Ok(()) };
        // A number as a link: `tel:+1-418-656-9254;ext=102`.
        let (number, extension) = match cell.strip_prefix("tel:").unwrap_or(&cell).split_once(";ext=") {
            Some((number, extension)) => (number.to_owned(), Some(extension.to_owned())),
            None => (cell.strip_prefix("tel:").unwrap_or(&cell).to_owned(), None),
        };
        let whole = extension.map_or_else(|| number.clone(), |extension| format!("{number} ext {extension}"));
        let (phone, caution) = number::phone(&whole);
        caution.into_iter().for_each(|caution| self.warn(property, caution));
        let kind = self.kind(property);
        self.phones.extend(phone.map(|phone| (property.preferred, kind, phone)));
        Ok(())
    }

    fn kind(&self, property: &Property) -> PhoneKind {
        let is = |word| property.is(word);
        let label = || {
            let labels = self.card.properties.iter().filter(|other| other.name == "x-ablabel");
            let mut own = labels.filter(|other| other.group.is_some() && other.group == property.group);
            own.next()
                .map_or(PhoneKind::Other, |label| kind_of_label(label.value.trim_matches(|c| "_$!<>".contains(c))))
        };
        match () {
            () if is("fax") && is("home") => PhoneKind::FaxHome,
            () if is("fax") => PhoneKind::FaxWork,
            () if is("cell") => PhoneKind::Mobile,
            () if is("pager") => PhoneKind::Pager,
            () if is("main") => PhoneKind::Main,
            () if is("home") => PhoneKind::Home,
            () if is("work") => PhoneKind::Work,
            () => label(),
        }
    }

    fn address(&mut self, property: &Property, value: &str) -> Result<Option<AddressRecord>, Refused> {
        let mut parts = components(value, self.card.old).into_iter();
        let street: Vec<String> = parts.by_ref().take(3).filter(|part| !part.is_empty()).collect();
        let mut next = || parts.next().unwrap_or_default();
        let (town, region, postcode, country) = (next(), next(), next(), next());
        let address = AddressRecord {
            street: self.text(property, &street.join("\n"))?,
            town: self.line(property, &town)?,
            region: self.line(property, &region)?,
            postcode: self.line(property, &postcode)?,
            country: self.line(property, &country)?,
        };
        Ok(Some(address).filter(|address| *address != AddressRecord::default()))
    }

    fn line(&mut self, property: &Property, value: &str) -> Result<Option<String>, Refused> {
        let one = value.split('\n').map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ");
        let cleaned = self.cleaner.line(&one).map(|value| value.map(std::borrow::Cow::into_owned));
        cleaned.map_err(|reason| self.refuse(property, reason))
    }

    fn text(&mut self, property: &Property, value: &str) -> Result<Option<String>, Refused> {
        let cleaned = self.cleaner.text(value).map(|value| value.map(std::borrow::Cow::into_owned));
        cleaned.map_err(|reason| self.refuse(property, reason))
    }

    fn refuse(&self, property: &Property, reason: Refusal) -> Refused {
        Refused { place: Place::line(self.file, property.line).column(property.name.as_str()), reason }
    }

    fn warn(&mut self, property: &Property, caution: Caution) {
        self.reading.warn(Place::line(self.file, property.line).column(property.name.as_str()), caution);
    }
}
