//! The organisation and its settings.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Lookup;
use super::{Home, Record};
use crate::domain::id::{EntryNo, Kind};
use crate::domain::value::{AccessType, Formula, FourEyes, SeatLimit, SupervisorLevel};

/// A kind of seat that can be bought.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is named after the licence value it counts")]
pub enum Seat {
    Essential,
    Professional,
    AgentAddon,
    CrmAddon,
    Reports,
    Analytics,
    LiveAnalytics,
    ContactCentre,
}

impl Seat {
    /// Every kind of seat.
    pub const ALL: [Self; 8] = [
        Self::Essential,
        Self::Professional,
        Self::AgentAddon,
        Self::CrmAddon,
        Self::Reports,
        Self::Analytics,
        Self::LiveAnalytics,
        Self::ContactCentre,
    ];

    /// The word used in JSON and in the store.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Essential => "essential",
            Self::Professional => "professional",
            Self::AgentAddon => "agent_addon",
            Self::CrmAddon => "crm_addon",
            Self::Reports => "reports",
            Self::Analytics => "analytics",
            Self::LiveAnalytics => "live_analytics",
            Self::ContactCentre => "contact_centre",
        }
    }

    /// The seat that an access type takes.
    pub const fn of_access(access: AccessType) -> Option<Self> {
        match access {
            AccessType::None => None,
            AccessType::Essential => Some(Self::Essential),
            AccessType::Professional => Some(Self::Professional),
        }
    }

    /// The seat that a supervisor level takes (U-21).
    pub const fn of_level(level: SupervisorLevel) -> Option<Self> {
        match level {
            SupervisorLevel::None => None,
            SupervisorLevel::Reports => Some(Self::Reports),
            SupervisorLevel::Analytics => Some(Self::Analytics),
            SupervisorLevel::LiveAnalytics => Some(Self::LiveAnalytics),
            SupervisorLevel::ContactCentre => Some(Self::ContactCentre),
        }
    }
}

/// The organisation: one per store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// The entry that last changed it.
    #[serde(skip)]
    pub version: EntryNo,
    /// Its name.
    pub name: String,
    /// What it subscribed to; gates the roles.
    pub plan: Formula,
    /// Whether it has the VoIP service (C-16).
    pub voip: bool,
    /// Whether a requester may approve their own ticket (T-22).
    pub four_eyes: FourEyes,
    /// Seats bought; a kind that is absent has no number.
    pub seats: BTreeMap<Seat, u32>,
    /// What a plan beyond the seats does.
    pub seat_limit: SeatLimit,
    /// Shortest password, in code points, 8 to 64 (S-11).
    pub password_min_length: u32,
    /// Minutes without a key before the console locks, 1 to 15 (S-30).
    pub idle_lock_minutes: u32,
    /// Whom to ask about general matters (C-30).
    pub help_general: Option<String>,
    /// Whom to ask about technical matters (C-30).
    pub help_technical: Option<String>,
    /// Whether the phone system gives the agent add-on; read-only (U-18).
    pub agent_addon_automatic: bool,
    /// What administrators note about it.
    pub note: Option<String>,
}

impl Default for Organisation {
    fn default() -> Self {
        Self {
            version: 0,
            name: String::new(),
            plan: Formula::Standard,
            voip: true,
            four_eyes: FourEyes::Auto,
            seats: BTreeMap::new(),
            seat_limit: SeatLimit::Warn,
            password_min_length: 15,
            idle_lock_minutes: 10,
            help_general: None,
            help_technical: None,
            agent_addon_automatic: false,
            note: None,
        }
    }
}

impl Organisation {
    /// Whether the setting of that name, as the catalogue's `locked_unless` writes it, is on.
    pub fn setting(&self, name: &str) -> bool {
        match name {
            "voip" => self.voip,
            "agent_addon_automatic" => self.agent_addon_automatic,
            _ => false,
        }
    }
}

impl Record for Organisation {
    const KIND: Kind = Kind::Organisation;

    fn number(&self) -> i64 {
        1
    }

    fn version(&self) -> EntryNo {
        self.version
    }

    fn identify(&mut self, _number: i64, version: EntryNo) {
        self.version = version;
    }

    fn label(&self) -> String {
        self.name.clone()
    }

    fn home(&self) -> Home {
        Home::Organisation
    }

    fn keys(&self) -> Vec<(Lookup, String)> {
        Vec::new()
    }
}
