//! Families of formats: the files of one import are all of one.

/// What the records of a family become.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nature {
    /// A telephone system: its users are made.
    Telephones,
    /// A directory: users who are there are enriched.
    Directory,
    /// Contacts.
    Contacts,
    /// Tickets.
    Tickets,
}

macro_rules! families {
    ($($(#[$meta:meta])* $variant:ident => $key:literal $nature:ident,)+) => {
        /// A family of formats; the files of one import are all of one family.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Family { $($(#[$meta])* $variant),+ }

        impl Family {
            /// Every family.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Returns the stable name, which is also the default name of a feed.
            #[must_use]
            pub fn key(self) -> &'static str {
                match self { $(Self::$variant => $key),+ }
            }

            /// Returns what its records become.
            #[must_use]
            pub fn nature(self) -> Nature {
                match self { $(Self::$variant => Nature::$nature),+ }
            }
        }
    };
}

families! {
    /// FreePBX Bulk Handler exports.
    Freepbx => "freepbx" Telephones,
    /// Asterisk configuration files, read as one set.
    Asterisk => "asterisk" Telephones,
    /// Wazo and XiVO.
    Wazo => "wazo" Telephones,
    /// Switchvox.
    Switchvox => "switchvox" Telephones,
    /// FreeSWITCH directory files, read as one set.
    FreeSwitch => "freeswitch" Telephones,
    /// FusionPBX.
    FusionPbx => "fusionpbx" Telephones,
    /// 3CX.
    ThreeCx => "3cx" Telephones,
    /// BroadWorks bulk sheets.
    BroadWorks => "broadworks" Telephones,
    /// FreePBX User Manager: the directory of a telephone system.
    FreepbxUsers => "freepbx-users" Directory,
    /// LDAP directories, Active Directory included.
    Ldap => "ldap" Directory,
    /// Keycloak realms.
    Keycloak => "keycloak" Directory,
    /// Microsoft 365 and Entra ID.
    Microsoft => "microsoft" Directory,
    /// Google Workspace.
    Google => "google" Directory,
    /// The users of Redmine.
    RedmineUsers => "redmine-users" Directory,
    /// Our own export of users.
    Guichet => "guichet" Directory,
    /// Users of a telephone system, mapped by hand.
    Mapped => "mapped" Telephones,
    /// People of a directory, mapped by hand.
    MappedPeople => "mapped-people" Directory,
    /// Our own export of contacts.
    GuichetContacts => "guichet-contacts" Contacts,
    /// Contacts of mail programs, telephones and address books.
    Contacts => "contacts" Contacts,
    /// GLPI.
    Glpi => "glpi" Tickets,
    /// Redmine.
    Redmine => "redmine" Tickets,
    /// django-helpdesk.
    Helpdesk => "helpdesk" Tickets,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_family_is_the_name_of_a_feed() {
        let mut keys: Vec<_> = Family::ALL.iter().map(|family| family.key()).collect();
        assert!(keys.iter().all(|key| !key.contains([':', '.', ' '])));
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), Family::ALL.len());
    }
}
