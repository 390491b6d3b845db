//! The organisation and its settings.

use serde_json::{Map, Value, json};

use super::Public;
use super::names::id;
use crate::domain::facts::Facts;
use crate::domain::record::{Organisation, Seat};
use crate::service::error::Result;

impl Public<'_> {
    /// The organisation; seats used are counted over all sites, so only holders of all sites read them.
    pub(super) fn organisation(&self) -> Result<Value> {
        let organisation: Organisation = self.tables.read(1)?.unwrap_or_default();
        let used = if self.actor.all_sites() { Some(self.tables.seats_used()?) } else { None };
        let used = |seat: Seat| used.as_ref().map(|used| used.get(&seat).copied().unwrap_or_default());
        let seats = |count: &dyn Fn(Seat) -> Value| -> Map<String, Value> {
            Seat::ALL.into_iter().map(|seat| (seat.as_str().to_owned(), count(seat))).collect()
        };
        let value = json!({
            "id": id(&organisation),
            "name": organisation.name,
            "plan": organisation.plan,
            "voip": organisation.voip,
            "four_eyes": organisation.four_eyes,
            "seats": seats(&|seat| organisation.seats.get(&seat).copied().into()),
            "seats_used": seats(&|seat| used(seat).into()),
            "seat_limit": organisation.seat_limit,
            "password_min_length": organisation.password_min_length,
            "idle_lock_minutes": organisation.idle_lock_minutes,
            "help_general": organisation.help_general,
            "help_technical": organisation.help_technical,
            "agent_addon_automatic": organisation.agent_addon_automatic,
        });
        Ok(self.with_note(organisation.note.as_deref(), value))
    }
}
