//! One entry of a directory: what is read of it, by attribute.

/// Attributes that are read; the values of all others are dropped while parsing.
const READ: &[&str] = &[
    "objectclass",
    "cn",
    "displayname",
    "givenname",
    "sn",
    "mail",
    "rfc822mailbox",
    "proxyaddresses",
    "userprincipalname",
    "telephonenumber",
    "othertelephone",
    "ipphone",
    "msrtcsip-line",
    "msrtcsip-lineuri",
    "mobile",
    "cellphone",
    "homephone",
    "facsimiletelephonenumber",
    "fax",
    "pager",
    "title",
    "department",
    "ou",
    "departmentnumber",
    "company",
    "o",
    "physicaldeliveryofficename",
    "roomnumber",
    "l",
    "postaladdress",
    "street",
    "streetaddress",
    "st",
    "postalcode",
    "c",
    "co",
    "employeenumber",
    "uid",
    "samaccountname",
    "memberof",
    "useraccountcontrol",
    "nsaccountlock",
    "entryuuid",
    "nsuniqueid",
    "objectguid",
    "member",
    "uniquemember",
    "memberuid",
    "mozillasecondemail",
    "mozillahomestreet",
    "mozillahomestreet2",
    "mozillahomelocalityname",
    "mozillahomestate",
    "mozillahomepostalcode",
    "mozillahomecountryname",
    "mozillaworkstreet2",
    "description",
];

/// The attribute of that name, in lower case and without options, where its values are read.
pub(super) fn known(name: &str) -> Option<&'static str> {
    READ.iter().find(|known| **known == name).copied()
}

/// What kind of record an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum EntryKind {
    Person,
    Group,
    Other,
}

/// A value with the name of its attribute.
pub(super) struct Attribute {
    pub name: &'static str,
    /// Whether the name came with an option, such as a language.
    pub optioned: bool,
    pub value: String,
}

/// What a text takes beside its own bytes, about.
const ALLOCATED: usize = 16;

/// One entry.
#[derive(Default)]
pub(super) struct Entry {
    pub file: usize,
    pub line: u64,
    pub dn: String,
    pub attributes: Vec<Attribute>,
}

impl Entry {
    /// Bytes of memory that it takes, about.
    pub fn held(&self) -> usize {
        let each = |a: &Attribute| size_of::<Attribute>() + ALLOCATED + a.value.len();
        size_of::<Self>() + ALLOCATED + self.dn.len() + self.attributes.iter().map(each).sum::<usize>()
    }

    /// Returns the values of an attribute: the plain ones, else those with an option.
    pub fn all(&self, name: &str) -> Vec<&str> {
        let values = |optioned| {
            let named = self.attributes.iter().filter(move |a| a.name == name && a.optioned == optioned);
            named.map(|attribute| attribute.value.as_str()).collect::<Vec<_>>()
        };
        let plain = values(false);
        if plain.is_empty() { values(true) } else { plain }
    }

    /// Returns the first value of the first attribute that has one.
    pub fn first(&self, names: &[&str]) -> Option<&str> {
        names.iter().find_map(|name| self.all(name).into_iter().find(|value| !value.trim().is_empty()))
    }

    /// Tells what the entry is, by its object classes.
    pub fn kind(&self) -> EntryKind {
        let classes: Vec<String> = self.all("objectclass").iter().map(|class| class.trim().to_lowercase()).collect();
        let is = |names: &[&str]| classes.iter().any(|class| names.contains(&class.as_str()));
        if is(&["groupofnames", "groupofuniquenames", "group", "posixgroup"]) {
            EntryKind::Group
        } else if is(&["computer"]) {
            EntryKind::Other
        } else if is(&[
            "person",
            "inetorgperson",
            "organizationalperson",
            "user",
            "openldapperson",
            "mozillaabpersonalpha",
        ]) {
            EntryKind::Person
        } else {
            EntryKind::Other
        }
    }
}
