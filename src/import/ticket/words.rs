//! The words of help desks for status and priority, in English and in French; others are kept as text.

use super::super::record::{TicketState, Urgency};

/// What a status means.
pub(super) fn state(word: &str) -> Option<TicketState> {
    let word = word.to_lowercase();
    Some(match word.as_str() {
        "new" | "nouveau" | "nouvelle" | "open" | "ouvert" | "reopened" | "réouvert" => TicketState::Open,
        "processing (assigned)"
        | "processing (planned)"
        | "pending"
        | "en cours (attribué)"
        | "en cours (planifié)"
        | "en attente"
        | "assigned"
        | "in progress"
        | "en cours"
        | "feedback"
        | "commentaire"
        | "waiting"
        | "on hold" => TicketState::InProgress,
        "solved" | "resolved" | "closed" | "résolu" | "résolue" | "clos" | "close" | "fermé" | "fermée"
        | "rejected" | "rejeté" | "duplicate" => TicketState::Done,
        _ => return None,
    })
}

/// What a priority means.
pub(super) fn urgency(word: &str) -> Option<Urgency> {
    let word = word.to_lowercase();
    Some(match word.as_str() {
        "very low" | "très basse" | "low" | "basse" | "bas" | "1" | "2" => Urgency::Low,
        "medium" | "moyenne" | "normal" | "normale" | "3" => Urgency::Normal,
        "high" | "haute" | "haut" | "élevée" | "4" => Urgency::High,
        "very high" | "très haute" | "major" | "majeure" | "urgent" | "urgente" | "immediate" | "immédiat"
        | "immédiate" | "critical" | "5" | "6" => Urgency::Urgent,
        _ => return None,
    })
}
