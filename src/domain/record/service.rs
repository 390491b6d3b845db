//! What is assigned to users besides numbers and devices: the services of the assignment views.

/// A service that users are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each is named after the licence value it stands for")]
pub enum Service {
    Essential,
    Professional,
    AgentAddon,
    UcClient,
    Softphone,
    CrmAddon,
    Reports,
    Analytics,
    LiveAnalytics,
    ContactCentre,
}

impl Service {
    /// Every service, in the order in which they are listed.
    pub const ALL: [Self; 10] = [
        Self::Essential,
        Self::Professional,
        Self::AgentAddon,
        Self::UcClient,
        Self::Softphone,
        Self::CrmAddon,
        Self::Reports,
        Self::Analytics,
        Self::LiveAnalytics,
        Self::ContactCentre,
    ];

    /// The word in filters, in JSON and in the texts.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Essential => "essential",
            Self::Professional => "professional",
            Self::AgentAddon => "agent_addon",
            Self::UcClient => "uc_client",
            Self::Softphone => "softphone",
            Self::CrmAddon => "crm_addon",
            Self::Reports => "reports",
            Self::Analytics => "analytics",
            Self::LiveAnalytics => "live_analytics",
            Self::ContactCentre => "contact_centre",
        }
    }

    /// The service of that word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|service| service.as_str() == word)
    }
}
