//! What each list is made of: its table, its columns, its sorts with their indexes, its filter terms.

use super::List;

/// By what a list is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sort {
    /// By name, as the language expects.
    Name,
    /// By extension, shorter first.
    Extension,
    /// By status, then name.
    Status,
    /// By the last change.
    Changed,
    /// Waiting first, then the most urgent, then the oldest.
    Queue,
    /// By age.
    Age,
    /// By number.
    Number,
    /// By kind; what is waited for first.
    Kind,
    /// By what it is about, as the language expects.
    Subject,
    /// By who sent it; what is waited for first.
    Requester,
    /// By who works on it; what is waited for first.
    Assignee,
}

impl Sort {
    /// Every sort.
    pub const ALL: [Self; 11] = [
        Self::Name,
        Self::Extension,
        Self::Status,
        Self::Changed,
        Self::Queue,
        Self::Age,
        Self::Number,
        Self::Kind,
        Self::Subject,
        Self::Requester,
        Self::Assignee,
    ];

    /// The word on the command line and in the texts.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Extension => "extension",
            Self::Status => "status",
            Self::Changed => "changed",
            Self::Queue => "queue",
            Self::Age => "age",
            Self::Number => "number",
            Self::Kind => "kind",
            Self::Subject => "subject",
            Self::Requester => "requester",
            Self::Assignee => "assignee",
        }
    }
}

/// The sorts that a list has, the usual one first.
pub const fn sorts_of(list: List) -> &'static [Sort] {
    match list {
        List::Users => &[Sort::Name, Sort::Extension, Sort::Status, Sort::Changed],
        List::Contacts => &[Sort::Name, Sort::Changed],
        List::Tickets => &[
            Sort::Queue,
            Sort::Age,
            Sort::Changed,
            Sort::Number,
            Sort::Kind,
            Sort::Subject,
            Sort::Requester,
            Sort::Assignee,
            Sort::Status,
        ],
        List::Journal => &[Sort::Number],
        List::Admins | List::Roles | List::Sites | List::Groups | List::Workspaces | List::Applications => {
            &[Sort::Name]
        }
    }
}

/// The `field:value` terms that a list knows.
pub const fn terms_of(list: List) -> &'static [&'static str] {
    match list {
        List::Users => &[
            "site",
            "status",
            "source",
            "access",
            "level",
            "role",
            "group",
            "has",
            "right",
            "workspace",
            "email",
            "extension",
        ],
        List::Contacts => &["site", "has", "order"],
        List::Tickets => &["status", "kind", "priority", "requester", "assignee", "site", "user"],
        List::Journal => &["actor", "kind", "ticket", "user", "admin", "role", "contact", "site"],
        List::Admins => &["status", "role", "parent"],
        List::Roles => &["licence"],
        List::Sites | List::Groups | List::Workspaces | List::Applications => &[],
    }
}

/// The table of a list; its alias is `t`.
pub(super) const fn table(list: List) -> &'static str {
    match list {
        List::Users => "user t",
        List::Admins => "admin t",
        List::Roles => "role t",
        List::Contacts => "contact t",
        List::Tickets => "ticket t",
        List::Journal => "journal_entry t",
        List::Sites => "site t",
        List::Groups => "user_group t",
        List::Workspaces => "workspace t",
        List::Applications => "application t",
    }
}

/// The column of a row's number.
pub(super) const fn id_column(list: List) -> &'static str {
    match list {
        List::Journal => "t.number",
        _ => "t.id",
    }
}

/// The text that words are looked for in.
pub(super) const fn text_column(list: List) -> &'static str {
    match list {
        List::Users | List::Admins | List::Contacts | List::Tickets => "t.search",
        List::Sites => "t.name_fold || ' ' || t.code",
        List::Roles | List::Groups | List::Workspaces | List::Applications => "t.name_fold",
        List::Journal => "''",
    }
}

/// The columns of a sort's key, ending in the row's number; each sort has an index of just these.
pub(super) const fn keys(list: List, sort: Sort) -> &'static [&'static str] {
    match (list, sort) {
        (List::Users, Sort::Extension) => &["t.extension_key", "t.id"],
        (List::Users, Sort::Status) => &["t.status", "t.sort_key", "t.id"],
        (List::Users | List::Contacts | List::Tickets, Sort::Changed) => &["t.modified_at", "t.id"],
        (List::Tickets, Sort::Age) => &["t.opened_at", "t.id"],
        (List::Tickets, Sort::Number) => &["t.id"],
        (List::Tickets, Sort::Kind) => &["t.kind", "t.queue_key", "t.id"],
        (List::Tickets, Sort::Subject) => &["t.sort_key", "t.id"],
        (List::Tickets, Sort::Requester) => &["t.requester_name", "t.queue_key", "t.id"],
        (List::Tickets, Sort::Assignee) => &["t.assignee_name", "t.queue_key", "t.id"],
        (List::Tickets, Sort::Status) => &["t.status", "t.queue_key", "t.id"],
        (List::Tickets, _) => &["t.queue_key", "t.id"],
        (List::Journal, _) => &["t.number"],
        _ => &["t.sort_key", "t.id"],
    }
}

/// What a row is made of.
pub(super) const fn columns(list: List) -> &'static str {
    match list {
        List::Users => {
            "t.id, t.version, t.display_name, t.extension, t.email, t.source, t.status, t.absent_since, t.access_type,
             t.supervisor_level, t.modified_at, (SELECT code FROM site s WHERE s.id = t.site_id) AS site,
             EXISTS (SELECT 1 FROM user_permission p WHERE p.user_id = t.id AND p.permission = 'web_access') AS web"
        }
        List::Admins => {
            "t.id, t.version, t.username, t.first_name, t.last_name, t.email, t.parent_id, t.status, t.all_sites,
             (SELECT p.username FROM admin p WHERE p.id = t.parent_id) AS parent,
             (SELECT r.name FROM role r WHERE r.id = t.role_id) AS role,
             (SELECT s.last_at FROM sign_in s WHERE s.admin_id = t.id) AS last_at,
             (SELECT s.temporary FROM sign_in s WHERE s.admin_id = t.id) AS temporary"
        }
        List::Roles => {
            "t.id, t.version, t.name, t.standard, t.licence, t.description, t.active_holders, t.invited_holders,
             t.created_at, t.modified_at"
        }
        List::Contacts => {
            "t.id, t.version, t.name, (SELECT code FROM site s WHERE s.id = t.site_id) AS site,
             (SELECT email FROM contact_email e WHERE e.contact_id = t.id ORDER BY position LIMIT 1) AS email,
             (SELECT number FROM contact_phone f WHERE f.contact_id = t.id ORDER BY position LIMIT 1) AS phone,
             (SELECT group_concat(permission, ' ') FROM contact_permission p WHERE p.contact_id = t.id) AS permissions,
             (SELECT position FROM order_member o WHERE o.order_id = 1 AND o.contact_id = t.id) AS technical,
             (SELECT position FROM order_member o WHERE o.order_id = 2 AND o.contact_id = t.id) AS financial"
        }
        List::Tickets => {
            "t.id, t.version, t.kind, t.title, t.status, t.priority, t.opened_at, t.modified_at,
             nullif(t.requester_name, '') AS requester, nullif(t.assignee_name, '') AS assignee"
        }
        List::Journal => {
            "t.number AS id, t.number AS version, t.at, t.kind, t.actor, t.ticket, t.changes, t.result, t.reverses,
             (SELECT c.name FROM journal_change c WHERE c.entry = t.number ORDER BY position LIMIT 1) AS first_name,
             (SELECT c.field FROM journal_change c WHERE c.entry = t.number ORDER BY position LIMIT 1) AS first_field,
             (SELECT c.kind FROM journal_change c WHERE c.entry = t.number ORDER BY position LIMIT 1) AS first_kind"
        }
        List::Sites => "t.id, t.version, t.name, t.code AS code, 0 AS view_only",
        List::Groups | List::Workspaces => "t.id, t.version, t.name, NULL AS code, 0 AS view_only",
        List::Applications => "t.id, t.version, t.name, NULL AS code, t.view_only AS view_only",
    }
}
