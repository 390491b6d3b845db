//! Column names of Outlook and Thunderbird, in English and in French.

use super::super::record::PhoneKind::{self, *};

/// Part of a postal address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Street,
    Town,
    Region,
    Postcode,
    Country,
}

/// Which of the addresses a column belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Work,
    Home,
    Elsewhere,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    Name,
    First,
    Last,
    Organisation,
    Position,
    Email,
    Phone(PhoneKind),
    Address(Place, Part),
    Groups,
    Note,
}

use Part::{Country, Postcode, Region, Street, Town};
use Place::{Elsewhere, Home as AtHome, Work as AtWork};
use Target::{Address, Email, First, Groups, Last, Name, Note, Organisation, Phone, Position};

/// Columns of Outlook; the webmail exports that imitate it have their own spellings.
#[rustfmt::skip]
pub(super) const OUTLOOK: &[(&str, Target)] = &[
    ("display name", Name), ("nom complet", Name),
    ("first name", First), ("prénom", First),
    ("last name", Last), ("nom", Last),
    ("company", Organisation), ("société", Organisation),
    ("job title", Position),
    ("e-mail address", Email), ("e-mail 2 address", Email), ("e-mail 3 address", Email),
    ("adresse de messagerie", Email), ("adresse de messagerie 2", Email), ("adresse de messagerie 3", Email),
    ("email work", Email), ("email home", Email), ("email other", Email),
    ("business phone", Phone(Work)), ("business phone 2", Phone(Work)),
    ("téléphone (bureau)", Phone(Work)), ("téléphone 2 (bureau)", Phone(Work)),
    ("mobile phone", Phone(Mobile)), ("tél. mobile", Phone(Mobile)), ("home mobile", Phone(Mobile)),
    ("home phone", Phone(Home)), ("home phone 2", Phone(Home)),
    ("téléphone (domicile)", Phone(Home)), ("téléphone 2 (domicile)", Phone(Home)),
    ("company main phone", Phone(Main)), ("téléphone société", Phone(Main)),
    ("primary phone", Phone(Main)), ("téléphone principal", Phone(Main)),
    ("business fax", Phone(FaxWork)), ("télécopie (bureau)", Phone(FaxWork)),
    ("home fax", Phone(FaxHome)), ("télécopie (domicile)", Phone(FaxHome)),
    ("pager", Phone(Pager)), ("récepteur de radiomessagerie", Phone(Pager)),
    ("other phone", Phone(Other)), ("téléphone (autre)", Phone(Other)),
    ("other fax", Phone(Other)), ("télécopie (autre)", Phone(Other)),
    ("car phone", Phone(Other)), ("téléphone (voiture)", Phone(Other)),
    ("phone video", Phone(Other)),
    ("business street", Address(AtWork, Street)), ("rue (bureau)", Address(AtWork, Street)),
    ("business street 2", Address(AtWork, Street)), ("rue (bureau) 2", Address(AtWork, Street)),
    ("business street 3", Address(AtWork, Street)), ("rue (bureau) 3", Address(AtWork, Street)),
    ("business city", Address(AtWork, Town)), ("work city", Address(AtWork, Town)), ("ville (bureau)", Address(AtWork, Town)),
    ("business state", Address(AtWork, Region)), ("work state", Address(AtWork, Region)),
    ("dép/région (bureau)", Address(AtWork, Region)),
    ("business postal code", Address(AtWork, Postcode)), ("work zip", Address(AtWork, Postcode)),
    ("code postal (bureau)", Address(AtWork, Postcode)),
    ("business country/region", Address(AtWork, Country)), ("business country", Address(AtWork, Country)),
    ("work country", Address(AtWork, Country)), ("pays/région (bureau)", Address(AtWork, Country)),
    ("home street", Address(AtHome, Street)), ("rue (domicile)", Address(AtHome, Street)),
    ("home street 2", Address(AtHome, Street)), ("home street 3", Address(AtHome, Street)),
    ("home city", Address(AtHome, Town)), ("ville (domicile)", Address(AtHome, Town)),
    ("home state", Address(AtHome, Region)), ("dép/région (domicile)", Address(AtHome, Region)),
    ("home postal code", Address(AtHome, Postcode)), ("home zip", Address(AtHome, Postcode)),
    ("code postal (domicile)", Address(AtHome, Postcode)),
    ("home country/region", Address(AtHome, Country)), ("home country", Address(AtHome, Country)),
    ("pays/région (domicile)", Address(AtHome, Country)),
    ("other street", Address(Elsewhere, Street)), ("rue (autre)", Address(Elsewhere, Street)),
    ("other city", Address(Elsewhere, Town)), ("ville (autre)", Address(Elsewhere, Town)),
    ("other state", Address(Elsewhere, Region)), ("dép/région (autre)", Address(Elsewhere, Region)),
    ("other postal code", Address(Elsewhere, Postcode)), ("code postal (autre)", Address(Elsewhere, Postcode)),
    ("other country/region", Address(Elsewhere, Country)), ("pays/région (autre)", Address(Elsewhere, Country)),
    ("categories", Groups), ("catégories", Groups),
    ("notes", Note),
];

/// Columns of Thunderbird.
#[rustfmt::skip]
pub(super) const THUNDERBIRD: &[(&str, Target)] = &[
    ("display name", Name), ("nom à afficher", Name),
    ("first name", First), ("prénom", First),
    ("last name", Last), ("nom", Last), ("nom de famille", Last),
    ("organization", Organisation), ("société", Organisation), ("organisation", Organisation),
    ("job title", Position), ("fonction", Position), ("titre", Position), ("profession", Position),
    ("primary email", Email), ("secondary email", Email),
    ("adresse électronique principale", Email), ("adresse électronique secondaire", Email),
    ("work phone", Phone(Work)), ("tél. professionnel", Phone(Work)), ("téléphone professionnel", Phone(Work)),
    ("mobile number", Phone(Mobile)), ("portable", Phone(Mobile)), ("numéro de portable", Phone(Mobile)),
    ("home phone", Phone(Home)), ("tél. personnel", Phone(Home)), ("téléphone personnel", Phone(Home)),
    ("tél. domicile", Phone(Home)),
    ("fax number", Phone(FaxWork)), ("fax", Phone(FaxWork)), ("numéro de fax", Phone(FaxWork)), ("télécopie", Phone(FaxWork)),
    ("pager number", Phone(Pager)), ("pager", Phone(Pager)), ("numéro de pager", Phone(Pager)),
    ("work address", Address(AtWork, Street)), ("work address 2", Address(AtWork, Street)),
    ("adresse professionnelle", Address(AtWork, Street)), ("adresse professionnelle 2", Address(AtWork, Street)),
    ("work city", Address(AtWork, Town)), ("ville (bureau)", Address(AtWork, Town)),
    ("work state", Address(AtWork, Region)),
    ("work zipcode", Address(AtWork, Postcode)),
    ("work country", Address(AtWork, Country)),
    ("home address", Address(AtHome, Street)), ("home address 2", Address(AtHome, Street)),
    ("adresse personnelle", Address(AtHome, Street)), ("adresse personnelle 2", Address(AtHome, Street)),
    ("adresse privée", Address(AtHome, Street)), ("adresse privée 2", Address(AtHome, Street)),
    ("home city", Address(AtHome, Town)),
    ("home state", Address(AtHome, Region)),
    ("home zipcode", Address(AtHome, Postcode)),
    ("home country", Address(AtHome, Country)),
    ("notes", Note),
];

/// Columns that the French Thunderbird writes twice under one name: first home, then work.
pub(super) const THUNDERBIRD_TWICE: &[(&str, Part)] =
    &[("ville", Town), ("région", Region), ("état", Region), ("code postal", Postcode), ("pays", Country)];
