//! Changes: what a plan does, field by field, with the value before and after.

mod compare;
mod naming;

pub use compare::{Mismatch, compare, from_fields, set_field};
pub use naming::{Naming, naming};

pub use super::fields::{fields_of, fields_text};

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::catalogue::Key;
use super::id::{Kind, Subject};
use super::record::AskedChange;

/// Why a change comes by itself: the key of the catalogue entry it comes with, or a word of ours (`parent`, `role`,
/// `override`, `ownership`, `phone_system`, `communication_order`, `contact_deleted`, `group_left`, `group_deleted`,
/// `site_deleted`, `workspace_deleted`, `application_deleted`, `right_removed`, `branch`, `ticket`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Cause(Cow<'static, str>);

impl Cause {
    /// A word of ours.
    pub const fn word(word: &'static str) -> Self {
        Self(Cow::Borrowed(word))
    }

    /// A catalogue entry that brings it, or takes it along.
    pub fn entry(key: &Key) -> Self {
        Self(Cow::Owned(key.as_str().to_owned()))
    }

    /// The word, as in JSON.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<String> for Cause {
    fn from(word: String) -> Self {
        Self(Cow::Owned(word))
    }
}

/// One field of one record, before and after. A record made or removed is one change of the whole, without a field.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The record.
    pub subject: Subject,
    /// What it is called (after the change, or before its removal).
    pub name: String,
    /// The field, `permissions.web_access` for a member of one; empty for the whole record.
    pub field: String,
    /// The value before; `null` where there was none.
    pub before: Value,
    /// The value after; `null` where there is none.
    pub after: Value,
    /// Why it comes by itself; none where it was asked for.
    pub cause: Option<Cause>,
    /// Computed: what others gain or lose by it; nothing to write, nothing to undo.
    pub effect: bool,
    /// How people read field and values where they name other records.
    pub reads: Option<Reads>,
}

/// The field and the values with names in place of numbers, as they were then.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reads {
    /// The field.
    pub field: String,
    /// The value before.
    pub before: Value,
    /// The value after.
    pub after: Value,
}

impl Change {
    /// The field with names in place of numbers.
    pub fn field_read(&self) -> &str {
        self.reads.as_ref().map_or(&self.field, |reads| &reads.field)
    }

    /// The value before with names in place of numbers.
    pub fn before_read(&self) -> &Value {
        self.reads.as_ref().map_or(&self.before, |reads| &reads.before)
    }

    /// The value after with names in place of numbers.
    pub fn after_read(&self) -> &Value {
        self.reads.as_ref().map_or(&self.after, |reads| &reads.after)
    }

    /// Whether the record itself is made by this change.
    pub fn makes(&self) -> bool {
        self.field.is_empty() && self.before.is_null()
    }

    /// Whether the record itself is removed by this change.
    pub fn removes(&self) -> bool {
        self.field.is_empty() && self.after.is_null()
    }
}

impl From<&AskedChange> for Change {
    /// What was asked, as the change that it was shown as.
    fn from(asked: &AskedChange) -> Self {
        Self {
            subject: asked.record.parse().unwrap_or(Subject::new(Kind::User, 0)),
            name: asked.name.clone(),
            field: asked.field.clone(),
            before: asked.before.clone(),
            after: asked.after.clone(),
            cause: None,
            effect: false,
            reads: None,
        }
    }
}
