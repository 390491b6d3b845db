//! Identities: typed numbers, and the textual form `user:12` that every JSON record carries as `id`.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A kind of record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The one organisation of the store.
    Organisation,
    /// A site.
    Site,
    /// A user group.
    Group,
    /// A workspace.
    Workspace,
    /// An application with its rights.
    Application,
    /// An administrator of the console.
    Admin,
    /// A role.
    Role,
    /// A user of the phone system or the portal.
    User,
    /// A contact of the organisation.
    Contact,
    /// A communication order (1 technical, 2 financial).
    Order,
    /// A request.
    Ticket,
}

impl Kind {
    /// Every kind, in the order in which a plan applies them: what others refer to comes first.
    pub const ALL: [Self; 11] = [
        Self::Organisation,
        Self::Site,
        Self::Group,
        Self::Workspace,
        Self::Application,
        Self::Role,
        Self::Admin,
        Self::User,
        Self::Contact,
        Self::Order,
        Self::Ticket,
    ];

    /// The word used in JSON, in ids and on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::Site => "site",
            Self::Group => "group",
            Self::Workspace => "workspace",
            Self::Application => "application",
            Self::Admin => "admin",
            Self::Role => "role",
            Self::User => "user",
            Self::Contact => "contact",
            Self::Order => "order",
            Self::Ticket => "ticket",
        }
    }

    /// The kind of that word, singular or plural.
    pub fn parse(word: &str) -> Option<Self> {
        let word = word.strip_suffix('s').unwrap_or(word);
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// One record, whatever its kind: written `user:12`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Subject {
    /// The kind of record.
    pub kind: Kind,
    /// Its number within the kind, never given twice.
    pub id: i64,
}

impl Subject {
    /// Names a record.
    pub const fn new(kind: Kind, id: i64) -> Self {
        Self { kind, id }
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.kind, self.id)
    }
}

/// The text is not of the form `kind:number`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotASubject;

impl FromStr for Subject {
    type Err = NotASubject;

    fn from_str(text: &str) -> Result<Self, NotASubject> {
        let (kind, id) = text.split_once(':').ok_or(NotASubject)?;
        let kind = Kind::ALL.into_iter().find(|k| k.as_str() == kind).ok_or(NotASubject)?;
        let id = id.parse().map_err(|_| NotASubject)?;
        Ok(Self { kind, id })
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident => $kind:ident,)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl $name {
            /// The same record with its kind.
            pub const fn subject(self) -> Subject {
                Subject::new(Kind::$kind, self.0)
            }

            /// The id of that number.
            pub const fn from_number(number: i64) -> Self {
                Self(number)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = std::num::ParseIntError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }

        impl From<$name> for Subject {
            fn from(id: $name) -> Self {
                id.subject()
            }
        }
    )*};
}

ids! {
    /// The number of a site.
    SiteId => Site,
    /// The number of a group.
    GroupId => Group,
    /// The number of a workspace.
    WorkspaceId => Workspace,
    /// The number of an application.
    ApplicationId => Application,
    /// The number of an administrator.
    AdminId => Admin,
    /// The number of a role.
    RoleId => Role,
    /// The number of a user.
    UserId => User,
    /// The number of a contact.
    ContactId => Contact,
    /// The number of a ticket.
    TicketId => Ticket,
}

/// The number of a journal entry; as a record's version, the entry that last changed it (0: none yet).
pub type EntryNo = i64;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn subjects_go_through_text_and_back() {
        for kind in Kind::ALL {
            let subject = Subject::new(kind, 12);
            assert_eq!(subject.to_string().parse(), Ok(subject));
        }
        assert_eq!("user".parse::<Subject>(), Err(NotASubject));
        assert_eq!("user:x".parse::<Subject>(), Err(NotASubject));
    }
}
