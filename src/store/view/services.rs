//! Services in their order, each with the users who have it, by name: one question to the search index for each service.

use rusqlite::Connection;

use super::cursor::{Cursor, Part as KeyPart};
use super::question::Question;
use super::read::{Window, found};
use crate::domain::record::Service;
use crate::store::error::Result;
use crate::store::search::token;

/// The key of a service of a user: which service, then the user's name.
pub(super) const KEYS: &[&str] = &["?1 >> 40", "t.sort_key", "t.id"];
/// The user of a row's number.
pub(super) const OWN: &str = "t.id = ?1 & 1099511627775";

/// The number of a row: which service, from 1, and the user.
pub(super) const fn number(service: i64, user: i64) -> i64 {
    (service << 40) | (user & 0xFF_FFFF_FFFF)
}

/// The token that the search index has of the users of a service.
pub(super) fn asked(service: Service) -> String {
    let word = service.as_str();
    match service {
        Service::Essential | Service::Professional => token::term("access", word),
        Service::AgentAddon | Service::UcClient | Service::Softphone | Service::CrmAddon => token::term("has", word),
        Service::Reports | Service::Analytics | Service::LiveAnalytics | Service::ContactCentre => {
            token::term("level", word)
        }
    }
}

/// The same as a condition on the user.
pub(super) const fn condition(service: Service) -> &'static str {
    match service {
        Service::Essential => "t.access_type = 'essential'",
        Service::Professional => "t.access_type = 'professional'",
        Service::AgentAddon => "t.agent_addon = 1",
        Service::UcClient => "t.uc_client = 1",
        Service::Softphone => "EXISTS (SELECT 1 FROM user_softphone p WHERE p.user_id = t.id)",
        Service::CrmAddon => "t.crm_addon = 1",
        Service::Reports => "t.supervisor_level = 'reports'",
        Service::Analytics => "t.supervisor_level = 'analytics'",
        Service::LiveAnalytics => "t.supervisor_level = 'live_analytics'",
        Service::ContactCentre => "t.supervisor_level = 'contact_centre'",
    }
}

/// The services that a question asks for, each with its place from 1 and what the search index is asked for it.
pub(super) fn expressions(question: &Question) -> Vec<(i64, String)> {
    let whole = question.match_expression();
    let wanted = |service: &Service| question.service.as_deref().is_none_or(|word| service.as_str() == word);
    let of = |service: Service| {
        let own = token::all_of(&[asked(service)]);
        match whole.as_ref().or(question.reach.token.as_ref()) {
            Some(whole) => [whole.as_str(), &own].join(" AND "),
            None => own,
        }
    };
    let services = (1..).zip(Service::ALL).filter(|(_, service)| wanted(service));
    services.map(|(place, service)| (place, of(service))).collect()
}

/// Reads the keys of a window.
pub(super) fn keys_of(conn: &Connection, question: &Question, window: Window<'_>) -> Result<Vec<Cursor>> {
    let mut services = expressions(question);
    if window.descending {
        services.reverse();
    }
    let (at, place) = match window.side.map(|side| (side.cursor.0.first(), side)) {
        Some((Some(KeyPart::Number(at)), side)) => (Some(*at), Some(side)),
        _ => (None, None),
    };
    let mut keys: Vec<Cursor> = Vec::new();
    for (service, expression) in services {
        // What lies before the place is not read at all.
        if at.is_some_and(|at| (service < at) != window.descending && service != at) {
            continue;
        }
        let side = place.filter(|_| at == Some(service));
        let own = Window { side, limit: window.limit - keys.len(), ..window };
        for mut key in found(conn, question, own, &expression)? {
            key.0.insert(0, KeyPart::Number(service));
            keys.push(key);
        }
        if keys.len() >= window.limit {
            break;
        }
    }
    Ok(keys)
}
