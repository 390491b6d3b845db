//! Which fields name other records.

use crate::domain::id::Kind;

/// Where a field names another record: by its value, by the key after the dot, or by the items of its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    /// The value is a number of that kind.
    Value(Kind),
    /// The member's key is a number of that kind (`workspaces.3`), perhaps with `/` and more.
    Member(Kind),
    /// The list holds numbers of that kind.
    Items(Kind),
}

/// How a field of a kind of record names other records, if it does.
pub fn naming(kind: Kind, field: &str) -> Option<Naming> {
    let root = field.split('.').next().unwrap_or(field);
    Some(match (kind, root) {
        (Kind::User | Kind::Contact | Kind::Ticket, "site") => Naming::Value(Kind::Site),
        (Kind::User | Kind::Admin, "role") => Naming::Value(Kind::Role),
        (Kind::User, "primary_group") => Naming::Value(Kind::Group),
        (Kind::Admin, "parent") | (Kind::Ticket, "requester" | "assignee") => Naming::Value(Kind::Admin),
        (Kind::Ticket, "user") => Naming::Value(Kind::User),
        (Kind::User, "groups") => Naming::Member(Kind::Group),
        (Kind::User, "workspaces") => Naming::Member(Kind::Workspace),
        (Kind::User, "applications") => Naming::Member(Kind::Application),
        (Kind::Admin, "sites") => Naming::Member(Kind::Site),
        (Kind::Order, "contacts") => Naming::Items(Kind::Contact),
        _ => return None,
    })
}
