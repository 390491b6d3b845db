//! Services in their order, each with the users who have it, by name: one question to the search index for each service.

use rusqlite::Connection;

use super::cursor::{Cursor, Part as KeyPart, Window};
use super::found::found;
use super::question::Question;
use super::terms::token_of;
use crate::domain::record::Service;
use crate::store::error::Result;
use crate::store::search::token;

/// The services that a question asks for, each with its place from 1 and what the search index is asked for it.
pub(super) fn expressions(question: &Question) -> Vec<(i64, String)> {
    let whole = question.match_expression();
    let wanted = |service: &Service| question.service.as_deref().is_none_or(|word| service.as_str() == word);
    let of = |service: Service| {
        let own = token::all_of(&[token_of(service)]);
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
