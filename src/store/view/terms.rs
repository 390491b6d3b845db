//! `field:value` terms as SQL. A plus keeps SQLite from looking rows up by a term and sorting what it found: lists are
//! walked in their order.

use rusqlite::types::Value;

use super::part::Part;
use super::{List, Sort, Term};
use crate::domain::record::Service;
use crate::store::search::token;
use crate::store::table::extension_key;

/// What a term asks.
pub(super) enum Condition {
    /// A condition on the row.
    Plain(Part),
    /// The search index knows it too, as this token.
    Told(String, Part),
    /// Its users are listed by an index of their own: `SELECT x.user_id … WHERE …`.
    Listed(Part),
}

/// A client of the softphone has no device.
const WITHOUT_DEVICE: &str = "EXISTS (SELECT 1 FROM user_softphone p WHERE p.user_id = t.id AND p.device IS NULL)";
/// Somebody else has the e-mail.
const SHARED_EMAIL: &str = "EXISTS (SELECT 1 FROM user o WHERE o.email_key = t.email_key AND o.id <> t.id)";

fn plain(sql: &str) -> Condition {
    Condition::Plain(Part::new(sql, []))
}

fn text(sql: &str, value: &str) -> Condition {
    Condition::Plain(Part::new(sql, [Value::Text(value.to_owned())]))
}

fn told(field: &str, value: &str, sql: &str) -> Condition {
    Condition::Told(token::term(field, value), Part::new(sql, [Value::Text(value.to_owned())]))
}

fn listed(sql: &str, value: &str) -> Condition {
    Condition::Listed(Part::new(sql, [Value::Text(value.to_owned())]))
}

/// The condition of a term; one that no row meets where the list does not know the field.
pub(super) fn condition(list: List, term: &Term, sort: Sort) -> Condition {
    let value = term.value.as_str();
    match list {
        list if list.is_about_users() => of_users(&term.field, value),
        List::Contacts => of_contacts(&term.field, value),
        List::Tickets => of_tickets(&term.field, value, sort),
        List::Journal => of_entries(&term.field, value),
        List::Admins => of_admins(&term.field, value),
        List::Roles if term.field == "licence" => text("t.licence = ?", value),
        _ => none(),
    }
}

fn none() -> Condition {
    Condition::Plain(Part::new("0", []))
}

fn of_users(field: &str, value: &str) -> Condition {
    match field {
        "status" => told(field, value, "t.status = ?"),
        "source" => told(field, value, "t.source = ?"),
        "access" => told(field, value, "t.access_type = ?"),
        "level" => told(field, value, "t.supervisor_level = ?"),
        "has" => has(value),
        "is" => is(value),
        "service" => Service::parse(value)
            .map_or_else(none, |service| Condition::Told(token_of(service), Part::new(has_service(service), []))),
        "role" => listed(
            "SELECT x.user_id FROM (SELECT u.id AS user_id FROM role r CROSS JOIN user u ON u.role_id = r.id
                WHERE r.name_fold = ?) x WHERE 1",
            value,
        ),
        "group" => listed(
            "SELECT x.user_id FROM user_group g CROSS JOIN user_member x ON x.group_id = g.id WHERE g.name_fold = ?",
            value,
        ),
        "workspace" => listed(
            "SELECT x.user_id FROM workspace w CROSS JOIN user_workspace x ON x.workspace_id = w.id
                WHERE w.name_fold = ?",
            value,
        ),
        "email" => listed(&by_key("email_key"), value),
        "extension" => listed(&by_key("extension_key"), &extension_key(Some(value))),
        _ => none(),
    }
}

/// The token that the search index has of the users of a service.
pub(super) fn token_of(service: Service) -> String {
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
const fn has_service(service: Service) -> &'static str {
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

/// The users that have a key, by the index of that key.
fn by_key(column: &str) -> String {
    ["SELECT x.user_id FROM (SELECT id AS user_id, ", column, " FROM user) x WHERE x.", column, " = ?"].concat()
}

/// What is missing of a user.
fn is(value: &str) -> Condition {
    let sql = match value {
        "without-site" => "t.site_id IS NULL",
        "without-device" => WITHOUT_DEVICE,
        "shared-email" => SHARED_EMAIL,
        "incomplete" => {
            let any = ["(t.site_id IS NULL OR ", WITHOUT_DEVICE, " OR ", SHARED_EMAIL, ")"].concat();
            return Condition::Told(token::term("is", value), Part::new(any, []));
        }
        _ => return none(),
    };
    Condition::Told(token::term("is", value), Part::new(sql, []))
}

fn has(value: &str) -> Condition {
    let licence = |sql: &str| Condition::Told(token::term("has", value), Part::new(sql, []));
    match value {
        "access_type" => licence("t.access_type <> 'none'"),
        "supervisor_level" => licence("t.supervisor_level <> 'none'"),
        "agent_addon" => licence("t.agent_addon = 1"),
        "uc_client" => licence("t.uc_client = 1"),
        "crm_addon" => licence("t.crm_addon = 1"),
        "softphone" => licence("EXISTS (SELECT 1 FROM user_softphone p WHERE p.user_id = t.id)"),
        "application" => licence("EXISTS (SELECT 1 FROM user_right p WHERE p.user_id = t.id)"),
        permission => listed("SELECT x.user_id FROM user_permission x WHERE x.permission = ?", permission),
    }
}

fn of_contacts(field: &str, value: &str) -> Condition {
    match field {
        "has" => {
            text("EXISTS (SELECT 1 FROM contact_permission p WHERE p.contact_id = t.id AND p.permission = ?)", value)
        }
        "order" => text(
            "EXISTS (SELECT 1 FROM order_member o WHERE o.contact_id = t.id
                AND o.order_id = CASE ? WHEN 'technical' THEN 1 WHEN 'financial' THEN 2 END)",
            value,
        ),
        _ => none(),
    }
}

/// Reads the number of a ticket: `#26`, and `26` where it stands alone.
pub(super) fn ticket_number(word: &str, alone: bool) -> Option<i64> {
    let digits = match word.strip_prefix('#') {
        Some(digits) => digits,
        None if alone => word,
        None => return None,
    };
    let is_number = (1..=9).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { digits.parse().ok() } else { None }
}

fn of_tickets(field: &str, value: &str, sort: Sort) -> Condition {
    match field {
        "site" => text("+t.site_id = (SELECT s.id FROM site s WHERE s.code = ?)", value),
        // The queue begins with what waits: its own order stops there, the others look at each row.
        "status" if value == "waiting" && sort == Sort::Queue => plain("t.queue_key < '1'"),
        "status" if value == "waiting" => plain("+t.queue_key < '1'"),
        "status" if value == "decided" && sort == Sort::Queue => plain("t.queue_key >= '1'"),
        "status" if value == "decided" => plain("+t.queue_key >= '1'"),
        "status" => text("+t.status = ?", value),
        "kind" => text("+t.kind = ?", value),
        "priority" => text(
            "t.priority = CASE ? WHEN 'low' THEN 0 WHEN 'normal' THEN 1 WHEN 'high' THEN 2 WHEN 'urgent' THEN 3 END",
            value,
        ),
        "requester" => text("+t.requester_name = ?", value),
        // Who works on nothing yet is nobody.
        "assignee" if value == "none" => plain("+t.assignee_name = ''"),
        "assignee" => text("+t.assignee_name = ?", value),
        "user" => text("+t.user_id IN (SELECT u.id FROM user u WHERE u.name_fold = ?)", value),
        _ => none(),
    }
}

fn of_admins(field: &str, value: &str) -> Condition {
    match field {
        "status" => text("t.status = ?", value),
        "role" => text("+t.role_id = (SELECT r.id FROM role r WHERE r.name_fold = ?)", value),
        "parent" => text("+t.parent_id = (SELECT a.id FROM admin a WHERE a.username = ?)", value),
        _ => none(),
    }
}

fn of_entries(field: &str, value: &str) -> Condition {
    match field {
        "kind" => text("t.kind = ?", value),
        "actor" => text("t.actor = ?", value),
        _ => none(),
    }
}

/// So many changes of an entry are looked through for a word: an import may have a million, whose records `user:` finds.
const LOOKED_THROUGH: i64 = 5_000;

/// An entry of whose author or of one of whose first records a word is part of the name.
pub(super) fn entry_has(word: &str) -> Part {
    let value = Value::Text(word.to_owned());
    let sql = "(instr(folded(ifnull(t.actor, '')), ?) > 0 OR EXISTS (SELECT 1 FROM journal_change c
        WHERE c.entry = t.number AND c.position < ? AND instr(folded(c.name), ?) > 0))";
    Part::new(sql, [value.clone(), Value::Integer(LOOKED_THROUGH), value])
}
