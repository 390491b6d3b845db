//! The register of rights: who holds what, at a moment of the journal.

use serde_json::{Value, json};

use super::{Run, each};
use crate::cli::args::Export;
use crate::cli::failure::Done;
use crate::domain::refusal::{Code, Refusal};
use crate::service::Console;
use crate::service::view::List;
use crate::text::{Arg, Here, Shown, csv_row, json as json_text, minute, show};
use crate::text_id;

/// Whose rights stand in it, in this order.
const HOLDERS: [(List, &str); 3] = [(List::Admins, "admin"), (List::Users, "user"), (List::Contacts, "contact")];

/// What of a record is held, besides its objects of rights.
const HELD: [&str; 6] = ["role", "access_type", "agent_addon", "supervisor_level", "uc_client", "crm_addon"];

/// The objects of rights.
const RIGHTS: [&str; 5] = ["resources", "permissions", "softphone", "workspaces", "applications"];

/// Writes the register.
pub fn write(run: &mut Run<'_>, console: &Console, args: &Export) -> Done {
    HOLDERS.iter().try_for_each(|(list, _)| console.require_list(*list))?;
    let (head, now) = (console.journal_head()?, console.clock().now());
    let head_text = head.to_string();
    let date = serde_json::to_value(now).unwrap_or_default();
    if run.common.json {
        run.out.part(&Shown::fixed("{\"as_of\":"))?;
        run.out.part(&json_text(&date))?;
        run.out.part(&Shown::fixed(",\"journal_head\":"))?;
        run.out.part(&json_text(&head_text.as_str().into()))?;
        run.out.part(&Shown::fixed(",\"holders\":["))?;
    } else if args.print {
        let args: [(&str, Arg); 2] = [("date", minute(now, &Here).into()), ("head", show(&head_text).into())];
        run.out.line(&run.texts.get(text_id!("export-register-title")))?;
        run.out.line(&run.texts.with(text_id!("export-register-dated"), &args))?;
    } else {
        let columns = ["kind", "id", "name", "site", "status", "right", "value", "as_of", "journal_head"];
        run.out.part(&csv_row(&columns.map(str::to_owned), false))?;
    }
    let mut first = true;
    for (list, kind) in HOLDERS {
        if args.print && !run.common.json {
            run.out.line(&Shown::default())?;
            run.out.line(&run.texts.get(&format!("export-register-{kind}s")))?;
        }
        each(console, list, None, |record| {
            let rights = held(&record);
            if rights.is_empty() {
                return Ok(());
            }
            let text = |name: &str| record.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
            let name = ["display_name", "username", "name"].iter().map(|n| text(n)).find(|n| !n.is_empty());
            let name = name.unwrap_or_default();
            if run.common.json {
                let rights: serde_json::Map<String, Value> = rights.into_iter().collect();
                let holder = json!({"kind": kind, "id": text("id"), "name": name, "site": record.get("site"),
                                    "status": record.get("status"), "rights": rights});
                run.out.part(&Shown::fixed(if first { "\n" } else { ",\n" }))?;
                first = false;
                return run.out.part(&json_text(&holder));
            }
            if args.print {
                let mut line = show(&name);
                line.push(&Shown::fixed(": "));
                let each = rights.iter().map(|(right, value)| match value {
                    Value::Bool(true) => show(right),
                    value => show(&format!("{right} = {}", value.as_str().unwrap_or_default())),
                });
                line.push(&Shown::join(&each.collect::<Vec<_>>(), &Shown::fixed(", ")));
                return run.out.line(&line);
            }
            for (right, value) in rights {
                let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                let date = date.as_str().unwrap_or_default().to_owned();
                let cells = [
                    kind.to_owned(),
                    text("id"),
                    name.clone(),
                    text("site"),
                    text("status"),
                    right,
                    value,
                    date,
                    head_text.clone(),
                ];
                run.out.part(&csv_row(&cells, !args.raw))?;
            }
            Ok(())
        })?;
    }
    if run.common.json {
        run.out.line(&Shown::fixed("\n]}"))?;
    }
    run.out.flush()?;
    // What was changed meanwhile may stand in one half of the register and not in the other.
    if console.journal_head()? == head { Ok(()) } else { Err(Refusal::new(Code::Stale).into()) }
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
