//! The rows of the lists: what is drawn, and nothing else.

use crate::domain::catalogue::Key;
use crate::domain::id::{AdminId, ContactId, EntryNo, Kind, RoleId, TicketId, UserId};
use crate::domain::time::Time;
use crate::domain::value::{AccessType, Licence, Priority, Source, Status, SupervisorLevel, TicketKind, TicketStatus};
use crate::store::convert::word;
use crate::store::error::{Result, StoreError};

/// A row that knows how it is read.
pub trait Row: Sized {
    /// Reads it.
    ///
    /// # Errors
    /// Where a value is not of its kind.
    fn read(row: &rusqlite::Row<'_>) -> Result<Self>;
}

/// A user in the list (U-01).
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "each field is the record's field of that name")]
pub struct UserRow {
    pub id: UserId,
    pub version: EntryNo,
    pub display_name: String,
    pub extension: Option<String>,
    pub email: Option<String>,
    pub site: Option<String>,
    pub source: Source,
    pub status: Status,
    pub absent_since: Option<Time>,
    pub access_type: AccessType,
    pub supervisor_level: SupervisorLevel,
    pub web_access: bool,
    pub modified_at: Time,
    pub agent_addon: bool,
    pub uc_client: bool,
    pub department: Option<String>,
    pub login: Option<String>,
    pub role: Option<String>,
    /// A client of the softphone has no device (U-57).
    pub without_device: bool,
    /// Somebody else has the e-mail (U-12).
    pub shared_email: bool,
}

impl Row for UserRow {
    fn read(row: &rusqlite::Row<'_>) -> Result<Self> {
        Ok(Self {
            id: UserId(row.get("id")?),
            version: row.get("version")?,
            display_name: row.get("display_name")?,
            extension: row.get("extension")?,
            email: row.get("email")?,
            site: row.get("site")?,
            source: word(row, "source")?,
            status: word(row, "status")?,
            absent_since: row.get::<_, Option<i64>>("absent_since")?.map(Time),
            access_type: word(row, "access_type")?,
            supervisor_level: word(row, "supervisor_level")?,
            web_access: row.get("web")?,
            modified_at: Time(row.get("modified_at")?),
            agent_addon: row.get("agent_addon")?,
            uc_client: row.get("uc_client")?,
            department: row.get("department")?,
            login: row.get("login")?,
            role: row.get("role")?,
            without_device: row.get("without_device")?,
            shared_email: row.get("shared_email")?,
        })
    }
}

/// An administrator in the list; how many sites and resources are effective is computed by the service.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "each field is the record's field of that name")]
pub struct AdminRow {
    pub id: AdminId,
    pub version: EntryNo,
    pub username: String,
    pub first_name: String,
    pub last_name: String,
    pub email: String,
    pub parent_id: Option<AdminId>,
    pub parent: Option<String>,
    pub status: Status,
    pub role: Option<String>,
    pub all_sites: bool,
    pub last_sign_in_at: Option<Time>,
    pub must_change_password: bool,
    /// Effective sites; none stands for all.
    pub sites: Option<usize>,
    /// Resources effectively held.
    pub resources: usize,
}

impl Row for AdminRow {
    fn read(row: &rusqlite::Row<'_>) -> Result<Self> {
        Ok(Self {
            id: AdminId(row.get("id")?),
            version: row.get("version")?,
            username: row.get("username")?,
            first_name: row.get("first_name")?,
            last_name: row.get("last_name")?,
            email: row.get("email")?,
            parent_id: row.get::<_, Option<i64>>("parent_id")?.map(AdminId),
            parent: row.get("parent")?,
            status: word(row, "status")?,
            role: row.get("role")?,
            all_sites: row.get("all_sites")?,
            last_sign_in_at: row.get::<_, Option<i64>>("last_at")?.map(Time),
            must_change_password: row.get::<_, Option<bool>>("temporary")?.unwrap_or(false),
            sites: None,
            resources: 0,
        })
    }
}

/// A role in the list.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "each field is the record's field of that name")]
pub struct RoleRow {
    pub id: RoleId,
    pub version: EntryNo,
    pub name: String,
    pub standard: bool,
    pub licence: Licence,
    pub description: Option<String>,
    pub active_holders: i64,
    pub invited_holders: i64,
    pub created_at: Time,
    pub modified_at: Time,
}

impl Row for RoleRow {
    fn read(row: &rusqlite::Row<'_>) -> Result<Self> {
        Ok(Self {
            id: RoleId(row.get("id")?),
            version: row.get("version")?,
            name: row.get("name")?,
            standard: row.get("standard")?,
            licence: word(row, "licence")?,
            description: row.get("description")?,
            active_holders: row.get("active_holders")?,
            invited_holders: row.get("invited_holders")?,
            created_at: Time(row.get("created_at")?),
            modified_at: Time(row.get("modified_at")?),
        })
    }
}

/// A contact in the list (C-04).
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "each field is the record's field of that name")]
pub struct ContactRow {
    pub id: ContactId,
    pub version: EntryNo,
    pub name: String,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub site: Option<String>,
    pub permissions: Vec<Key>,
    pub technical_rank: Option<i64>,
    pub financial_rank: Option<i64>,
}

impl Row for ContactRow {
    fn read(row: &rusqlite::Row<'_>) -> Result<Self> {
        let permissions: Option<String> = row.get("permissions")?;
        Ok(Self {
            id: ContactId(row.get("id")?),
            version: row.get("version")?,
            name: row.get("name")?,
            email: row.get("email")?,
            phone: row.get("phone")?,
            site: row.get("site")?,
            permissions: permissions.as_deref().unwrap_or_default().split_whitespace().map(Key::new).collect(),
            technical_rank: row.get("technical")?,
            financial_rank: row.get("financial")?,
        })
    }
}

/// A ticket in the queue.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "each field is the record's field of that name")]
pub struct TicketRow {
    pub id: TicketId,
    pub version: EntryNo,
    pub kind: TicketKind,
    pub title: String,
    pub status: TicketStatus,
    pub priority: Priority,
    pub requester: Option<String>,
    pub assignee: Option<String>,
    pub opened_at: Time,
    pub changed_at: Time,
}

impl Row for TicketRow {
    fn read(row: &rusqlite::Row<'_>) -> Result<Self> {
        let priority: u32 = row.get("priority")?;
        Ok(Self {
            id: TicketId(row.get("id")?),
            version: row.get("version")?,
            kind: word(row, "kind")?,
            title: row.get("title")?,
            status: word(row, "status")?,
            priority: Priority::ALL.get(priority as usize).copied().ok_or(StoreError::Value { column: "priority" })?,
            requester: row.get("requester")?,
            assignee: row.get("assignee")?,
            opened_at: Time(row.get("opened_at")?),
            changed_at: Time(row.get("modified_at")?),
        })
    }
}

/// An entry in the journal's list, with what it changed first.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "each field is the record's field of that name")]
pub struct EntryRow {
    pub number: EntryNo,
    pub at: Time,
    pub kind: String,
    pub actor: Option<String>,
    pub ticket: Option<i64>,
    pub changes: i64,
    pub result: String,
    pub reverses: Option<EntryNo>,
    pub first_kind: Option<Kind>,
    pub first_name: Option<String>,
    pub first_field: Option<String>,
}

impl Row for EntryRow {
    fn read(row: &rusqlite::Row<'_>) -> Result<Self> {
        let kind: Option<String> = row.get("first_kind")?;
        Ok(Self {
            number: row.get("id")?,
            at: Time(row.get("at")?),
            kind: row.get("kind")?,
            actor: row.get("actor")?,
            ticket: row.get("ticket")?,
            changes: row.get("changes")?,
            result: row.get("result")?,
            reverses: row.get("reverses")?,
            first_kind: kind.as_deref().and_then(Kind::parse),
            first_name: row.get("first_name")?,
            first_field: row.get("first_field")?,
        })
    }
}

/// A site, group, workspace or application in its list.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "each field is the record's field of that name")]
pub struct PlaceRow {
    pub id: i64,
    pub version: EntryNo,
    pub name: String,
    pub code: Option<String>,
    pub view_only: bool,
}

impl Row for PlaceRow {
    fn read(row: &rusqlite::Row<'_>) -> Result<Self> {
        Ok(Self {
            id: row.get("id")?,
            version: row.get("version")?,
            name: row.get("name")?,
            code: row.get("code")?,
            view_only: row.get("view_only")?,
        })
    }
}
