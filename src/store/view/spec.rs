//! What each list is made of: its table, its columns, its sorts with their indexes, its filter terms.

use super::{List, assigned, packed};

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
    /// By device, then user.
    Device,
    /// By service, then name.
    Service,
}

impl Sort {
    /// Every sort.
    pub const ALL: [Self; 13] = [
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
        Self::Device,
        Self::Service,
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
            Self::Device => "device",
            Self::Service => "service",
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
        List::ByNumber => &[Sort::Extension, Sort::Name, Sort::Status],
        List::ByDevice => &[Sort::Device],
        List::ByService => &[Sort::Service],
        List::ByUser => &[Sort::Name, Sort::Extension, Sort::Status],
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
            "is",
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
        List::ByNumber | List::ByUser => &["service", "site", "status", "source", "extension"],
        List::ByService => &["service", "site", "status", "extension"],
        List::ByDevice => &["site", "status", "extension"],
        List::Sites | List::Groups | List::Workspaces | List::Applications => &[],
    }
}

/// The table of a list; its alias is `t`.
pub(super) const fn table(list: List) -> &'static str {
    match list {
        List::Users | List::ByNumber | List::ByService | List::ByUser => "user t",
        List::ByDevice => "user_device d CROSS JOIN user t ON t.id = d.user_id",
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

/// The condition of the one row of a number, which stands in it once.
pub(super) const fn own(list: List) -> &'static str {
    match list {
        List::Journal => "t.number = ?1",
        List::ByDevice => packed::DEVICE_OWN,
        List::ByService => packed::SERVICE_OWN,
        _ => "t.id = ?1",
    }
}

/// The text that words are looked for in.
pub(super) const fn text_column(list: List) -> &'static str {
    match list {
        List::Users | List::Admins | List::Contacts | List::Tickets => "t.search",
        List::ByNumber | List::ByDevice | List::ByService | List::ByUser => "t.search",
        List::Sites => "t.name_fold || ' ' || t.code",
        List::Roles | List::Groups | List::Workspaces | List::Applications => "t.name_fold",
        List::Journal => "''",
    }
}

/// The columns of a sort's key, ending in the row's number; each sort has an index of just these.
pub(super) const fn keys(list: List, sort: Sort) -> &'static [&'static str] {
    match (list, sort) {
        (List::ByDevice, _) => packed::DEVICE_KEYS,
        (List::ByService, _) => packed::SERVICE_KEYS,
        (List::Users | List::ByNumber | List::ByUser, Sort::Extension) => &["t.extension_key", "t.id"],
        (List::Users | List::ByNumber | List::ByUser, Sort::Status) => &["t.status", "t.sort_key", "t.id"],
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
             t.supervisor_level, t.modified_at, t.agent_addon, t.uc_client, t.department, t.login,
             (SELECT name FROM role r WHERE r.id = t.role_id) AS role,
             EXISTS (SELECT 1 FROM user_softphone p WHERE p.user_id = t.id AND p.device IS NULL) AS without_device,
             EXISTS (SELECT 1 FROM user o WHERE o.email_key = t.email_key AND o.id <> t.id) AS shared_email, (SELECT code FROM site s WHERE s.id = t.site_id) AS site,
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
        List::ByNumber | List::ByUser => assigned::TO_USER,
        List::ByDevice => assigned::DEVICE,
        List::ByService => assigned::SERVICE,
        List::Sites => "t.id, t.version, t.name, t.code AS code, 0 AS view_only",
        List::Groups | List::Workspaces => "t.id, t.version, t.name, NULL AS code, 0 AS view_only",
        List::Applications => "t.id, t.version, t.name, NULL AS code, t.view_only AS view_only",
    }
}
