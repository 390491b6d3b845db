//! The values that can be granted: levels, licences, and the statuses of records.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

macro_rules! word_enum {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$vdoc])* $variant,)* }

        impl $name {
            /// Every value, lowest first.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The word used in JSON and in the store.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }

            /// The value of that word.
            pub fn parse(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)* _ => None }
            }
        }

        impl std::str::FromStr for $name {
            type Err = ();

            fn from_str(word: &str) -> Result<Self, ()> {
                Self::parse(word).ok_or(())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

word_enum! {
    /// How far a resource or a workspace is held: none < view < manage (R-28: the higher implies the lower).
    Level {
        /// Nothing.
        #[default] None = "none",
        /// May be seen.
        View = "view",
        /// May be changed.
        Manage = "manage",
    }
}

word_enum! {
    /// The user access licence (U-13).
    AccessType {
        /// No access licence: a portal-only user.
        #[default] None = "none",
        /// Essential, the locked base of every user of the phone system (U-15).
        Essential = "essential",
        /// Professional, on top of Essential.
        Professional = "professional",
    }
}

word_enum! {
    /// The supervisor level, each including the one before (U-20).
    SupervisorLevel {
        /// No content (U-23).
        #[default] None = "none",
        /// Historical reports (U-24).
        Reports = "reports",
        /// Plus dashboards and wallboards (U-25).
        Analytics = "analytics",
        /// Plus calls in progress (U-26).
        LiveAnalytics = "live_analytics",
        /// Plus agents and queues (U-27).
        ContactCentre = "contact_centre",
    }
}

word_enum! {
    /// Whether a person may act: invited until first active, disabled by hand or because they vanished.
    Status {
        /// Not yet active.
        #[default] Invited = "invited",
        /// Active.
        Active = "active",
        /// Disabled; everything held is kept.
        Disabled = "disabled",
    }
}

word_enum! {
    /// Where a user comes from.
    Source {
        /// Made by hand: portal only (U-07).
        #[default] Manual = "manual",
        /// From the phone system (U-02).
        Pbx = "pbx",
    }
}

word_enum! {
    /// The licence of a role, which fixes its minimum.
    Licence {
        /// View on reports.
        #[default] Analyst = "analyst",
        /// Manage on numbers, audio, users, integrations; view on reports.
        Administrator = "administrator",
        /// Manage on everything.
        Owner = "owner",
    }
}

word_enum! {
    /// What the organisation subscribed to, which gates the roles.
    Formula {
        /// The three standard roles as they are.
        #[default] Standard = "standard",
        /// Roles can be modified.
        Professional = "professional",
        /// Custom roles can be created.
        Enterprise = "enterprise",
    }
}

word_enum! {
    /// When a requester may not approve their own ticket (T-22).
    FourEyes {
        /// Where another active administrator may triage it.
        #[default] Auto = "auto",
        /// Always.
        On = "on",
        /// Never.
        Off = "off",
    }
}

word_enum! {
    /// What a plan beyond the seats bought does.
    SeatLimit {
        /// Says so.
        #[default] Warn = "warn",
        /// Is refused.
        Refuse = "refuse",
    }
}

word_enum! {
    /// A client of the softphone (U-56).
    Client {
        /// The desktop client.
        #[default] Desktop = "desktop",
        /// The mobile client.
        Mobile = "mobile",
        /// The CRM client, which needs a WebRTC device (U-58).
        Crm = "crm",
    }
}

word_enum! {
    /// A communication order (C-21).
    OrderList {
        /// Who is called for a technical reason.
        #[default] Technical = "technical",
        /// Who is called for a billing reason.
        Financial = "financial",
    }
}

impl OrderList {
    /// The number of the order's record.
    pub const fn id(self) -> i64 {
        match self {
            Self::Technical => 1,
            Self::Financial => 2,
        }
    }

    /// The order of that record number.
    pub const fn from_id(id: i64) -> Option<Self> {
        match id {
            1 => Some(Self::Technical),
            2 => Some(Self::Financial),
            _ => None,
        }
    }
}

word_enum! {
    /// What a ticket asks for.
    TicketKind {
        /// A new user (T-09).
        NewUser = "new_user",
        /// Rights of one user (T-12).
        ChangeRights = "change_rights",
        /// A deactivation (T-15).
        Deactivate = "deactivate",
        /// Anything else.
        #[default] Other = "other",
    }
}

word_enum! {
    /// How urgent a ticket is.
    Priority {
        /// Can wait.
        Low = "low",
        /// As usual.
        #[default] Normal = "normal",
        /// Before the others.
        High = "high",
        /// At once.
        Urgent = "urgent",
    }
}

word_enum! {
    /// Where a ticket stands (T-20).
    TicketStatus {
        /// Waiting.
        #[default] Open = "open",
        /// Taken by an operator.
        InProgress = "in_progress",
        /// Approved and applied.
        Done = "done",
        /// Refused, with the reason.
        Rejected = "rejected",
        /// Withdrawn by the requester.
        Cancelled = "cancelled",
    }
}

impl TicketStatus {
    /// Whether the ticket still waits for a decision.
    pub const fn is_waiting(self) -> bool {
        matches!(self, Self::Open | Self::InProgress)
    }
}
