//! What a file of a phone system says of one user, and how it differs from what was said the last time.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::domain::record::{Device, User};

/// The fields that a file has a column for; the name always is one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// E-mail address.
    pub email: bool,
    /// Extension.
    pub extension: bool,
    /// Language.
    pub language: bool,
    /// Devices.
    pub devices: bool,
    /// Queues.
    pub queues: bool,
    /// Whether the user is disabled there.
    pub disabled: bool,
}

/// The fields that few phone systems tell apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the field of the user")]
pub struct Details {
    pub first_name: Option<String>,
    pub last_name: Option<String>,
    pub position: Option<String>,
    pub mobile: Option<String>,
    pub department: Option<String>,
}

impl Details {
    /// Each field with its value.
    pub fn each(&self) -> [(&'static str, Option<&str>); 5] {
        [
            ("first_name", self.first_name.as_deref()),
            ("last_name", self.last_name.as_deref()),
            ("position", self.position.as_deref()),
            ("mobile", self.mobile.as_deref()),
            ("department", self.department.as_deref()),
        ]
    }
}

/// The place of a text of a user by the name of its field.
pub(in crate::domain) fn slot<'u>(user: &'u mut User, field: &str) -> Option<&'u mut Option<String>> {
    Some(match field {
        "first_name" => &mut user.first_name,
        "last_name" => &mut user.last_name,
        "position" => &mut user.position,
        "mobile" => &mut user.mobile,
        "department" => &mut user.department,
        "language" => &mut user.language,
        "email" => &mut user.email,
        _ => return None,
    })
}

/// What a file says of one user.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Said {
    /// The key in the feed.
    pub key: String,
    /// The name shown.
    pub display_name: String,
    /// E-mail address.
    pub email: Option<String>,
    /// Whether the address is one person's own, so that it can tell who somebody is.
    pub email_identifies: bool,
    /// Extension number.
    pub extension: Option<String>,
    /// Language.
    pub language: Option<String>,
    /// Devices.
    pub devices: Vec<Device>,
    /// Queues.
    pub queues: Vec<String>,
    /// Names, position, mobile and department, where the file tells any: most do not, and they may be a hundred thousand.
    pub details: Option<Box<Details>>,
    /// Whether the user is disabled there.
    pub disabled: bool,
    /// What the file has a column for: the rest leaves the store alone.
    pub columns: Columns,
}

/// Field to value, as last imported.
pub(in crate::domain) type Last = BTreeMap<String, Value>;

/// The fields that say something else than the last time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::domain) struct Differs {
    pub display_name: bool,
    pub email: bool,
    pub extension: bool,
    pub texts: bool,
    pub devices: bool,
    pub queues: bool,
    pub disabled: bool,
}

/// The text that a field had the last time.
pub(in crate::domain) fn text<'l>(last: &'l Last, field: &str) -> Option<&'l str> {
    last.get(field).and_then(Value::as_str)
}

/// Whether the feed said that the user is disabled.
pub(in crate::domain) fn is_disabled(last: &Last) -> bool {
    last.get("disabled").and_then(Value::as_bool).unwrap_or_default()
}

/// A list as it is kept.
pub(in crate::domain) fn list<T: serde::Serialize>(items: &[T]) -> Value {
    serde_json::to_value(items).unwrap_or_default()
}

impl Said {
    /// Compares with the last time, column by column. An empty cell takes away only what belongs to the feed alone.
    pub(in crate::domain) fn differs(&self, last: &Last) -> Differs {
        let columns = self.columns;
        let items = |field: &str| last.get(field).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        let is = |value: &Value, text: &str| value.as_str() == Some(text);
        let same_queues = || {
            let was = items("queues");
            was.len() == self.queues.len() && was.iter().zip(&self.queues).all(|(was, now)| is(was, now))
        };
        let same_device = |was: &Value, now: &Device| {
            is(&was["id"], &now.id) && was["model"].as_str() == now.model.as_deref() && was["webrtc"] == now.webrtc
        };
        let same_devices = || {
            let was = items("devices");
            was.len() == self.devices.len() && was.iter().zip(&self.devices).all(|(was, now)| same_device(was, now))
        };
        Differs {
            display_name: text(last, "display_name") != Some(&self.display_name),
            email: columns.email && self.email.is_some() && text(last, "email") != self.email.as_deref(),
            extension: columns.extension && text(last, "extension") != self.extension.as_deref(),
            texts: self.texts().any(|(field, value)| text(last, field) != Some(value)),
            disabled: columns.disabled && self.disabled != is_disabled(last),
            devices: columns.devices && !same_devices(),
            queues: columns.queues && !same_queues(),
        }
    }

    /// The texts that are said, by field: language and details.
    pub(in crate::domain) fn texts(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let language = [("language", self.language.as_deref())];
        let details = self.details.iter().flat_map(|details| details.each());
        language.into_iter().chain(details).filter_map(|(field, value)| Some((field, value?)))
    }

    /// The values said, by field; nothing for what is empty.
    pub(in crate::domain) fn values(&self) -> Last {
        let mut values = Last::new();
        values.insert("display_name".to_owned(), self.display_name.as_str().into());
        for (field, text) in [("email", &self.email), ("extension", &self.extension)] {
            if let Some(text) = text {
                values.insert(field.to_owned(), text.as_str().into());
            }
        }
        values.extend(self.texts().map(|(field, text)| (field.to_owned(), text.into())));
        if self.disabled {
            values.insert("disabled".to_owned(), true.into());
        }
        if !self.devices.is_empty() {
            values.insert("devices".to_owned(), list(&self.devices));
        }
        if !self.queues.is_empty() {
            values.insert("queues".to_owned(), list(&self.queues));
        }
        values
    }

    /// What is known of the feed once this was said: what the file has no column for, or leaves empty, stays.
    pub(in crate::domain) fn after(&self, mut last: Last) -> Last {
        let columns = self.columns;
        let owned = [
            ("extension", columns.extension),
            ("devices", columns.devices),
            ("queues", columns.queues),
            ("disabled", columns.disabled),
        ];
        for (field, _) in owned.iter().filter(|(_, here)| *here) {
            last.remove(*field);
        }
        last.extend(self.values());
        last
    }
}
