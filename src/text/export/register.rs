//! The register of rights: who holds what, at a moment of the journal.

use serde_json::{Value, json};

use super::Format;
use crate::domain::time::Time;
use crate::text::{Arg, Here, Shown, Texts, csv_row, json as json_text, minute, show};
use crate::text_id;

/// What of a record is held, besides its objects of rights.
const HELD: [&str; 6] = ["role", "access_type", "agent_addon", "supervisor_level", "uc_client", "crm_addon"];

/// The objects of rights.
const RIGHTS: [&str; 5] = ["resources", "permissions", "softphone", "workspaces", "applications"];

/// The register on its way out, holder by holder.
#[derive(Debug)]
pub struct Register {
    format: Format,
    date: Value,
    head: String,
    kind: &'static str,
    first: bool,
}

impl Register {
    /// Begins a register that is dated and says how far the journal was (S-52); with what goes before the first holder.
    pub fn begin(texts: &Texts, format: Format, now: Time, head: &str) -> (Self, Shown) {
        let date = serde_json::to_value(now).unwrap_or_default();
        let before = match format {
            Format::Json => Shown::join(
                &[
                    Shown::fixed("{\"as_of\":"),
                    json_text(&date),
                    Shown::fixed(",\"journal_head\":"),
                    json_text(&head.into()),
                    Shown::fixed(",\"holders\":["),
                ],
                &Shown::default(),
            ),
            Format::Page => {
                let args: [(&str, Arg); 2] = [("date", minute(now, &Here).into()), ("head", show(head).into())];
                let lines = [
                    texts.get(text_id!("export-register-title")),
                    texts.with(text_id!("export-register-dated"), &args),
                    Shown::default(),
                ];
                Shown::join(&lines, &Shown::fixed("\n"))
            }
            Format::Csv { .. } => {
                let columns = ["kind", "id", "name", "site", "status", "right", "value", "as_of", "journal_head"];
                csv_row(&columns.map(str::to_owned), false)
            }
        };
        (Self { format, date, head: head.to_owned(), kind: "", first: true }, before)
    }

    /// Goes on with the holders of a kind: `admin`, `user` or `contact`.
    pub fn kind(&mut self, texts: &Texts, kind: &'static str) -> Shown {
        self.kind = kind;
        if self.format != Format::Page {
            return Shown::default();
        }
        let title = texts.get(&format!("export-register-{kind}s"));
        Shown::join(&[Shown::default(), title, Shown::default()], &Shown::fixed("\n"))
    }

    /// The text of one more holder; nothing of who holds nothing.
    pub fn record(&mut self, record: &Value) -> Shown {
        let rights = held(record);
        if rights.is_empty() {
            return Shown::default();
        }
        let text = |name: &str| record.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        let name = ["display_name", "username", "name"].iter().map(|n| text(n)).find(|n| !n.is_empty());
        let name = name.unwrap_or_default();
        match self.format {
            Format::Json => {
                let rights: serde_json::Map<String, Value> = rights.into_iter().collect();
                let holder = json!({"kind": self.kind, "id": text("id"), "name": name, "site": record.get("site"),
                                    "status": record.get("status"), "rights": rights});
                let mut line = Shown::fixed(if self.first { "\n" } else { ",\n" });
                self.first = false;
                line.push(&json_text(&holder));
                line
            }
            Format::Page => {
                let mut line = show(&name);
                line.push(&Shown::fixed(": "));
                let each = rights.iter().map(|(right, value)| match value {
                    Value::Bool(true) => show(right),
                    value => show(&format!("{right} = {}", value.as_str().unwrap_or_default())),
                });
                line.push(&Shown::join(&each.collect::<Vec<_>>(), &Shown::fixed(", ")));
                line.push(&Shown::fixed("\n"));
                line
            }
            Format::Csv { raw } => {
                let mut lines = Shown::default();
                for (right, value) in rights {
                    let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                    let date = self.date.as_str().unwrap_or_default().to_owned();
                    let cells = [
                        self.kind.to_owned(),
                        text("id"),
                        name.clone(),
                        text("site"),
                        text("status"),
                        right,
                        value,
                        date,
                        self.head.clone(),
                    ];
                    lines.push(&csv_row(&cells, !raw));
                }
                lines
            }
        }
    }

    /// What goes after the last holder.
    pub const fn end(&self) -> Shown {
        match self.format {
            Format::Json => Shown::fixed("\n]}\n"),
            Format::Csv { .. } | Format::Page => Shown::fixed(""),
        }
    }
}

/// Everything that a record holds: the name of the right, and how far.
fn held(record: &Value) -> Vec<(String, Value)> {
    let mut rights = Vec::new();
    for name in HELD {
        rights.extend(record.get(name).filter(|value| is_held(value)).map(|value| (name.to_owned(), value.clone())));
    }
    for family in RIGHTS {
        gather(family, record.get(family).unwrap_or(&Value::Null), &mut rights);
    }
    rights
}

fn gather(path: &str, value: &Value, rights: &mut Vec<(String, Value)>) {
    match value {
        // A client of the softphone is held whatever its device.
        Value::Object(client) if path.starts_with("softphone.") => {
            let device = client.get("device").filter(|device| !device.is_null());
            rights.push((path.to_owned(), device.cloned().unwrap_or(Value::Bool(true))));
        }
        Value::Object(members) => {
            members.iter().for_each(|(name, value)| gather(&format!("{path}.{name}"), value, rights));
        }
        value if is_held(value) => rights.push((path.to_owned(), value.clone())),
        _ => {}
    }
}

fn is_held(value: &Value) -> bool {
    match value {
        Value::Bool(held) => *held,
        Value::String(word) => word != "none",
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_register_says_what_is_held_and_nothing_else() {
        let record = json!({
            "role": null, "access_type": "essential", "supervisor_level": "none", "uc_client": true, "crm_addon": false,
            "permissions": {"web_access": true, "rest_api_administrator": false},
            "softphone": {"desktop": {"device": null}, "crm": null}, "applications": {"CRM": {"read": true}},
            "workspaces": {"Ventes": "manage", "Nuit": "none"},
        });
        let names: Vec<_> = held(&record).into_iter().map(|(name, value)| (name, value.to_string())).collect();
        let expected = [
            ("access_type", "\"essential\""),
            ("uc_client", "true"),
            ("permissions.web_access", "true"),
            ("softphone.desktop", "true"),
            ("workspaces.Ventes", "\"manage\""),
            ("applications.CRM.read", "true"),
        ];
        assert_eq!(names, expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
    }
}
