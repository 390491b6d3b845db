//! Realms exported by Keycloak. Only what is named here is taken out of the file; credentials and clients are never read.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde_json::value::RawValue;

use super::email;
use super::json::{self, Lines};
use super::message::{Caution, ReadError, Refusal};
use super::number;
use super::place::{Place, Refused};
use super::reading::Reading;
use super::record::{Field, FieldSet, PersonRecord, PhoneKind};
use super::value::{Cleaner, looks_like_formula, quoted};

/// Roles that Keycloak makes for itself.
const TECHNICAL: [&str; 2] = ["offline_access", "uma_authorization"];
/// Clients whose roles are its own.
const OWN_CLIENTS: [&str; 5] = ["account", "broker", "realm-management", "security-admin-console", "admin-cli"];

#[derive(Deserialize)]
struct Realm<'t> {
    realm: Option<String>,
    #[serde(borrow, default)]
    users: Vec<&'t RawValue>,
    #[serde(default)]
    groups: Vec<Group>,
    roles: Option<Roles>,
}

#[derive(Deserialize, Default)]
struct Roles {
    #[serde(default)]
    realm: Vec<Role>,
}

#[derive(Deserialize)]
struct Role {
    name: String,
    composites: Option<Composites>,
}

#[derive(Deserialize)]
struct Composites {
    #[serde(default)]
    realm: Vec<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Group {
    path: Option<String>,
    name: String,
    #[serde(default)]
    realm_roles: Vec<String>,
    #[serde(default)]
    sub_groups: Vec<Group>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct User {
    id: Option<String>,
    username: Option<String>,
    enabled: Option<bool>,
    first_name: Option<String>,
    last_name: Option<String>,
    email: Option<String>,
    #[serde(default)]
    attributes: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    realm_roles: Vec<String>,
    #[serde(default)]
    client_roles: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    groups: Vec<String>,
    service_account_client_id: Option<String>,
}

/// What all files of a realm say together.
#[derive(Default)]
struct World {
    composites: BTreeMap<String, Vec<String>>,
    group_roles: BTreeMap<String, Vec<String>>,
}

/// Reads the files of one realm, in the order of the reading, into it.
pub(super) fn read(texts: &[&str], reading: &mut Reading, stop: &dyn Fn() -> bool) -> Result<(), ReadError> {
    let mut world = World::default();
    let mut found: Vec<(usize, &str, Vec<&RawValue>)> = Vec::new();
    let mut realms = BTreeSet::new();
    for (file, text) in texts.iter().enumerate() {
        let name = reading.files[file].name.clone();
        json::check(&name, text)?;
        let parts: Vec<Realm<'_>> = if text.trim_start().starts_with('[') {
            json::outside(&name, text)?
        } else {
            vec![json::outside(&name, text)?]
        };
        for part in parts {
            realms.extend(part.realm);
            if realms.len() > 1 {
                let realms = realms.into_iter().collect::<Vec<_>>().join(", ");
                return Err(ReadError::SeveralRealms { file: name, realms });
            }
            for role in part.roles.unwrap_or_default().realm {
                world.composites.insert(role.name, role.composites.map(|c| c.realm).unwrap_or_default());
            }
            part.groups.iter().for_each(|group| world.add_group("", group));
            found.push((file, text, part.users));
        }
    }
    let mut cleaner = Cleaner::new();
    for (file, text, users) in found {
        let name = reading.files[file].name.clone();
        let mut lines = Lines::new(text);
        reading.files[file].records += users.len() as u64;
        for (index, raw) in users.into_iter().enumerate() {
            if index.is_multiple_of(1024) && stop() {
                return Err(ReadError::Stopped);
            }
            let user: User = json::parse(&name, &format!("/users/{index}"), raw)?;
            let service = user.username.as_deref().is_some_and(|name| name.starts_with("service-account-"));
            if service || user.service_account_client_id.is_some() {
                reading.skipped += 1;
                continue;
            }
            let mut reader = Reader { place: Place::line(file, lines.of(raw)), cleaner: &mut cleaner, reading };
            let person = reader.person(user, &world, file);
            reading.person(person)?;
        }
        reading.files[file].secret_columns = vec!["credentials".to_owned(), "clients".to_owned()];
    }
    Ok(())
}

impl World {
    fn add_group(&mut self, above: &str, group: &Group) {
        let path = group.path.clone().unwrap_or_else(|| format!("{above}/{}", group.name));
        group.sub_groups.iter().for_each(|below| self.add_group(&path, below));
        self.group_roles.insert(path, group.realm_roles.clone());
    }

    /// The roles of a user with those that they contain, each once; a circle ends.
    fn roles(&self, user: &User) -> BTreeSet<String> {
        let of_groups = user.groups.iter().filter_map(|group| self.group_roles.get(group)).flatten();
        let mut left: Vec<&String> = user.realm_roles.iter().chain(of_groups).collect();
        let mut roles: BTreeSet<String> = BTreeSet::new();
        while let Some(role) = left.pop() {
            if roles.insert(role.clone()) {
                left.extend(self.composites.get(role).into_iter().flatten());
            }
        }
        roles.retain(|role| !TECHNICAL.contains(&role.as_str()) && !role.starts_with("default-roles-"));
        for (client, held) in user.client_roles.iter().filter(|(client, _)| !OWN_CLIENTS.contains(&client.as_str())) {
            roles.extend(held.iter().map(|role| format!("{client}/{role}")));
        }
        roles
    }
}

struct Reader<'r> {
    place: Place,
    cleaner: &'r mut Cleaner,
    reading: &'r mut Reading,
}

impl Reader<'_> {
    fn clean(&mut self, value: Option<&str>, column: &str) -> Result<Option<String>, Refused> {
        let cleaned = self.cleaner.line(value.unwrap_or_default());
        cleaned
            .map(|value| value.map(std::borrow::Cow::into_owned))
            .map_err(|reason| Refused { place: self.place.clone().column(column), reason })
    }

    fn person(&mut self, user: User, world: &World, file: usize) -> Result<PersonRecord, Refused> {
        let roles = world.roles(&user);
        let username = self.clean(user.username.as_deref(), "username")?;
        let first_name = self.clean(user.first_name.as_deref(), "firstName")?;
        let last_name = self.clean(user.last_name.as_deref(), "lastName")?;
        let parts: Vec<&str> = [&first_name, &last_name].into_iter().flatten().map(String::as_str).collect();
        let joined = Some(parts.join(" ")).filter(|name| !name.is_empty());
        let missing = |reason| Refused { place: self.place.clone().column("username"), reason };
        let name = joined.or_else(|| username.clone()).ok_or_else(|| missing(Refusal::NameMissing))?;
        if looks_like_formula(&name) {
            self.reading.warn(self.place.clone(), Caution::NameFormula { value: quoted(&name) });
        }
        let id = self.clean(user.id.as_deref(), "id")?;
        let key = id.or_else(|| username.as_ref().map(|name| name.to_lowercase()));
        let key = key.ok_or_else(|| Refused { place: self.place.clone(), reason: Refusal::KeyMissing })?;
        let email = self.clean(user.email.as_deref(), "email")?.and_then(|cell| {
            let (kept, cautions) = email::read_one(&cell);
            for caution in cautions {
                self.reading.warn(self.place.clone().column("email"), caution);
            }
            kept
        });
        let mut person = PersonRecord {
            key,
            file,
            line: self.place.line.unwrap_or(0),
            display_name: name,
            first_name,
            last_name,
            email,
            columns: FieldSet::default().with(Field::Email).with(Field::FirstName).with(Field::LastName),
            ..PersonRecord::default()
        };
        person.shown.extend(username.map(|name| ("username".to_owned(), name)));
        for (column, values) in [("roles", roles.into_iter().collect()), ("groups", user.groups.clone())] {
            for value in values {
                person.shown.extend(self.clean(Some(&value), column)?.map(|value| (column.to_owned(), value)));
            }
        }
        if user.enabled == Some(false) {
            person.shown.push(("disabled".to_owned(), "1".to_owned()));
        }
        for (name, values) in &user.attributes {
            let Some(value) = self.clean(values.first().map(String::as_str), name)? else { continue };
            attribute(&mut person, &name.to_lowercase(), value);
        }
        Ok(person)
    }
}

/// Takes an attribute whose name says what it is; the others are not read.
fn attribute(person: &mut PersonRecord, name: &str, value: String) {
    match name {
        "department" | "service" => {
            person.department = Some(value);
            person.columns = person.columns.with(Field::Department);
        }
        "title" | "jobtitle" => {
            person.position = Some(value);
            person.columns = person.columns.with(Field::Position);
        }
        _ if name.contains("mobile") || name.contains("phone") => {
            let Some(phone) = number::phone(&value).0 else { return };
            if name.contains("mobile") {
                person.mobile = Some(phone.clone());
                person.columns = person.columns.with(Field::Mobile);
                person.phones.push((PhoneKind::Mobile, phone));
            } else {
                person.numbers.push(number::comparable(&phone));
                person.phones.push((PhoneKind::Work, phone));
            }
        }
        _ => {}
    }
}
