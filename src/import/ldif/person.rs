//! From an entry to a person of the directory.

use super::super::message::{Caution, Refusal};
use super::super::place::{Place, Refused};
use super::super::reading::Reading;
use super::super::record::{AddressRecord, Field, FieldSet, PersonRecord, PhoneKind};
use super::super::value::{Cleaner, looks_like_formula, quoted};
use super::super::{email, number};
use super::dn;
use super::entry::Entry;

/// Bit of `userAccountControl` that says that the account is disabled.
const DISABLED: u32 = 2;

/// Reads a person; `groups` are those that name them.
pub(super) fn read(
    entry: &Entry,
    groups: Vec<String>,
    cleaner: &mut Cleaner,
    reading: &mut Reading,
) -> Result<PersonRecord, Refused> {
    let mut values = Values { entry, cleaner };
    let first_name = values.line(&["givenname"])?;
    let last_name = values.line(&["sn"])?;
    let parts: Vec<&str> = [&first_name, &last_name].into_iter().flatten().map(String::as_str).collect();
    let joined = Some(parts.join(" ")).filter(|name| !name.is_empty());
    let name = values.line(&["displayname", "cn"])?.or(joined);
    let place = || Place::line(entry.file, entry.line);
    let display_name = name.ok_or_else(|| Refused { place: place().column("cn"), reason: Refusal::NameMissing })?;
    if looks_like_formula(&display_name) {
        reading.warn(place().column("cn"), Caution::NameFormula { value: quoted(&display_name) });
    }
    let mut shown = Vec::new();
    for name in ["physicaldeliveryofficename", "roomnumber", "l", "employeenumber", "uid", "samaccountname"] {
        shown.extend(values.line(&[name])?.map(|value| (name.to_owned(), value)));
    }
    let mut clean_groups = Vec::new();
    for group in groups {
        clean_groups.extend(values.clean(&group, "memberof")?);
    }
    shown.extend(clean_groups.into_iter().map(|group| ("groups".to_owned(), group)));
    let control = entry.first(&["useraccountcontrol"]).and_then(|text| text.parse::<u32>().ok()).unwrap_or(0);
    let locked = entry.first(&["nsaccountlock"]).is_some_and(|value| value.eq_ignore_ascii_case("true"));
    if control & DISABLED != 0 || locked {
        shown.push(("disabled".to_owned(), "1".to_owned()));
    }
    let email = address(&mut values, reading)?;
    let phones = phones(&mut values, reading)?;
    let mut numbers: Vec<String> = Vec::new();
    for name in ["ipphone", "msrtcsip-line", "msrtcsip-lineuri"] {
        numbers.extend(values.line(&[name])?.map(|value| candidate(&value)));
    }
    let desk = phones.iter().filter(|(kind, _)| *kind == PhoneKind::Work);
    numbers.extend(desk.map(|(_, number)| number::comparable(number)));
    numbers.retain(|number| !number.is_empty());
    let address = AddressRecord {
        street: values.street()?,
        town: values.line(&["l"])?,
        region: values.line(&["st"])?,
        postcode: values.line(&["postalcode"])?,
        country: values.line(&["co", "c"])?,
    };
    let identity = values.line(&["entryuuid", "nsuniqueid", "objectguid"])?;
    let mut key = identity.unwrap_or_else(|| dn::key(&dn::normal(&entry.dn)));
    key = values.clean(&key, "dn")?.ok_or_else(|| Refused { place: place(), reason: Refusal::KeyMissing })?;
    Ok(PersonRecord {
        key,
        file: entry.file,
        line: entry.line,
        display_name,
        first_name,
        last_name,
        email,
        mobile: phones.iter().find(|(kind, _)| *kind == PhoneKind::Mobile).map(|(_, number)| number.clone()),
        department: values.line(&["department", "ou", "departmentnumber"])?,
        position: values.line(&["title"])?,
        organisation: values.line(&["company", "o"])?,
        extension: None,
        own: false,
        numbers,
        phones,
        addresses: if address == AddressRecord::default() { Vec::new() } else { vec![address] },
        shown,
        columns: [Field::Email, Field::FirstName, Field::LastName, Field::Position, Field::Mobile, Field::Department]
            .into_iter()
            .fold(FieldSet::default(), FieldSet::with),
    })
}

/// The values of an entry, cleaned; one that would act on a terminal refuses it.
pub(super) struct Values<'e, 'c> {
    pub entry: &'e Entry,
    pub cleaner: &'c mut Cleaner,
}

impl Values<'_, '_> {
    /// Returns the first value of the first attribute that has one.
    pub fn line(&mut self, names: &[&str]) -> Result<Option<String>, Refused> {
        for name in names {
            for value in self.entry.all(name) {
                if let Some(value) = self.clean(value, name)? {
                    return Ok(Some(value));
                }
            }
        }
        Ok(None)
    }

    /// Cleans a value of one line.
    pub fn clean(&mut self, value: &str, name: &str) -> Result<Option<String>, Refused> {
        let place = Place::line(self.entry.file, self.entry.line);
        let cleaned = self.cleaner.line(value.trim_matches(['\n', '\t']));
        cleaned
            .map(|value| value.map(std::borrow::Cow::into_owned))
            .map_err(|reason| Refused { place: place.column(name), reason })
    }

    /// Cleans a value of several lines.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, Refused> {
        let Some(value) = self.entry.first(&[name]) else { return Ok(None) };
        let place = Place::line(self.entry.file, self.entry.line);
        let cleaned = self.cleaner.text(value);
        cleaned
            .map(|value| value.map(std::borrow::Cow::into_owned))
            .map_err(|reason| Refused { place: place.column(name), reason })
    }

    /// The street: its own attribute, else the postal address, whose lines are parted by ` $ `.
    fn street(&mut self) -> Result<Option<String>, Refused> {
        if let Some(street) = self.line(&["streetaddress", "street"])? {
            return Ok(Some(street));
        }
        let postal = self.line(&["postaladdress"])?;
        Ok(postal.map(|lines| lines.split('$').map(str::trim).collect::<Vec<_>>().join("\n")))
    }
}

/// The address: `mail`, else the primary one of several, else the account name where it is one.
fn address(values: &mut Values<'_, '_>, reading: &mut Reading) -> Result<Option<String>, Refused> {
    let place = |name: &str| Place::line(values.entry.file, values.entry.line).column(name);
    let primary = values.entry.all("proxyaddresses").into_iter().find_map(|proxy| proxy.trim().strip_prefix("SMTP:"));
    let candidates = [
        ("mail", values.entry.first(&["mail", "rfc822mailbox"]).or(primary).map(str::to_owned)),
        ("userprincipalname", values.entry.first(&["userprincipalname"]).map(str::to_owned)),
    ];
    for (name, cell) in candidates {
        let Some(cell) = cell else { continue };
        let place = place(name);
        let Some(cell) = values.clean(&cell, name)? else { continue };
        let (kept, cautions) = email::read_one(&cell);
        cautions.into_iter().for_each(|caution| reading.warn(place.clone(), caution));
        if let Some(kept) = kept {
            if name == "userprincipalname" {
                reading.warn(place, Caution::EmailFromAccount { value: quoted(&kept) });
            }
            return Ok(Some(kept));
        }
    }
    Ok(None)
}

/// Every phone number with its kind.
pub(super) fn phones(values: &mut Values<'_, '_>, reading: &mut Reading) -> Result<Vec<(PhoneKind, String)>, Refused> {
    let mut phones = Vec::new();
    for (name, kind) in [
        ("telephonenumber", PhoneKind::Work),
        ("othertelephone", PhoneKind::Work),
        ("mobile", PhoneKind::Mobile),
        ("cellphone", PhoneKind::Mobile),
        ("homephone", PhoneKind::Home),
        ("facsimiletelephonenumber", PhoneKind::FaxWork),
        ("fax", PhoneKind::FaxWork),
        ("pager", PhoneKind::Pager),
    ] {
        for value in values.entry.all(name) {
            let Some(cell) = values.clean(value, name)? else { continue };
            let (phone, caution) = number::phone(&cell);
            let place = Place::line(values.entry.file, values.entry.line).column(name);
            caution.into_iter().for_each(|caution| reading.warn(place.clone(), caution));
            phones.extend(phone.map(|phone| (kind, phone)));
        }
    }
    Ok(phones)
}

/// The extension that a line URI gives, `tel:+33123;ext=1234`, or the number itself.
fn candidate(value: &str) -> String {
    match value.split_once(";ext=") {
        Some((_, extension)) => number::comparable(extension),
        None => number::comparable(value.trim_start_matches("tel:")),
    }
}
