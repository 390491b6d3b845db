//! Column names of ticket lists, in English and in French.

use super::super::format::Format;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    Number,
    Title,
    Status,
    Priority,
    Requester,
    Assignee,
    Category,
    Queue,
    Description,
    Created,
    Updated,
    Due,
    Closed,
    /// A date that is not taken; one that is none is warned about.
    Aside,
}

use Target::*;

type Columns = &'static [(&'static str, Target)];

/// Returns the columns of a format, by their normalised names.
pub(super) fn of(format: Format) -> Columns {
    if format == Format::GlpiTickets { GLPI } else { REDMINE }
}

#[rustfmt::skip]
const GLPI: Columns = &[
    ("id", Number), ("titre", Title), ("title", Title), ("statut", Status), ("status", Status),
    ("priorité", Priority), ("priority", Priority),
    ("demandeur - demandeur", Requester), ("requester - requester", Requester), ("demandeur", Requester), ("requester", Requester),
    ("attribué à - technicien", Assignee), ("assigned to - technician", Assignee),
    ("attribué à - groupe de techniciens", Assignee), ("assigned to - technician group", Assignee),
    ("catégorie", Category), ("category", Category), ("entité", Queue), ("entity", Queue),
    ("description", Description), ("contenu", Description),
    ("date d'ouverture", Created), ("opening date", Created),
    ("dernière modification", Updated), ("last update", Updated),
    ("ttr", Due), ("time to resolve", Due), ("date de clôture", Closed), ("closing date", Closed),
];

#[rustfmt::skip]
const REDMINE: Columns = &[
    ("#", Number), ("sujet", Title), ("subject", Title), ("statut", Status), ("status", Status),
    ("priorité", Priority), ("priority", Priority), ("auteur", Requester), ("author", Requester),
    ("assigné à", Assignee), ("assignee", Assignee), ("user", Assignee),
    ("tracker", Category), ("projet", Queue), ("project", Queue), ("description", Description),
    ("créé", Created), ("created", Created), ("mis-à-jour", Updated), ("mis à jour", Updated), ("updated", Updated),
    ("echéance", Due), ("échéance", Due), ("due date", Due), ("due_date", Due), ("due", Due),
    ("fermé", Closed), ("closed", Closed),
    ("début", Aside), ("start date", Aside), ("start_date", Aside), ("start", Aside), ("custom", Aside),
];
