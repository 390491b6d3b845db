//! Why, who can, and what has happened: the three questions about a record or a permission, as notices.

use super::super::desk::Desk;
use super::super::theme::Tone;
use super::super::widget::notice::Line;
use super::ask::NoticeLayer;
use super::name_of;
use crate::domain::catalogue::{Family, Key};
use crate::domain::cell::State;
use crate::domain::change::Change;
use crate::domain::id::Subject;

use crate::domain::value::Level;
use crate::domain::why::Why;
use crate::service::view::From;
use crate::service::{Holder, Result};
use crate::text::{Shown, show};

/// How many holders are listed; the command line lists them all.
const HOLDERS: usize = 100;

/// How many changes of a record are listed, the newest first.
const CHANGES: i64 = 200;

/// Says why a record has a permission or not, with the draft on top. `key` is as in
/// [`Console::why`](crate::service::Console::why).
///
/// # Errors
/// Not found, unknown permission, not allowed, signed out, or the store.
pub fn why(desk: &Desk, subject: Subject, key: &Key) -> Result<NoticeLayer> {
    let texts = &desk.look.texts;
    let why = desk.console.why(subject, key.as_str(), &desk.staged)?;
    let said = texts.why(&desk.catalogue, &why);
    let mut lines: Vec<Line> =
        said.steps.into_iter().map(|step| Line::Step(step.what, step.value, step.remark)).collect();
    lines.push(Line::Text(said.change, Tone::Plain));
    let args = [
        ("what", label(desk, key).into()),
        ("value", texts.why_value(&desk.catalogue, &why).into()),
        ("name", name_of(desk, subject)?.into()),
    ];
    Ok(NoticeLayer::new(texts.with("why-asked", &args), lines))
}

/// Lists who has a permission, and through what; for a resource the roles that give it as well.
///
/// # Errors
/// Unknown permission, not allowed, signed out, or the store.
pub fn who(desk: &Desk, key: &Key) -> Result<NoticeLayer> {
    let texts = &desk.look.texts;
    let mut holders = desk.console.who(key.as_str(), &From::Start, HOLDERS + 1)?;
    let more = holders.len() > HOLDERS;
    holders.truncate(HOLDERS);
    let mut lines = Vec::new();
    if desk.catalogue.of(Family::Resource, key.as_str()).is_some() && desk.sees("roles") {
        for (role, level) in desk.console.roles_with(key.as_str())? {
            lines.push(Line::Step(show(&role.name), texts.label(level), texts.get("who-role")));
        }
    }
    lines.extend(holders.into_iter().map(|(_, holder)| held(desk, key, holder)));
    if lines.is_empty() {
        lines.push(Line::Text(texts.get("who-nobody"), Tone::Dim));
    }
    if more {
        let more = texts.with("who-more", &[("count", HOLDERS.into()), ("key", key.as_str().into())]);
        lines.push(Line::Text(more, Tone::Dim));
    }
    Ok(NoticeLayer::new(texts.with("who-title", &[("what", label(desk, key).into())]), lines))
}

/// A holder on one line: who, how far, and the steps that give it.
fn held(desk: &Desk, key: &Key, holder: Holder) -> Line {
    let texts = &desk.look.texts;
    let rank = match desk.catalogue.get(key.as_str()) {
        Some(entry) => entry.rank_of(&holder.value),
        None => Level::parse(&holder.value).map(|level| level as u8),
    };
    // Only what gives it: what it needs or costs is for "why".
    let steps = holder.steps.into_iter().filter(|step| gives(step.what)).collect();
    let why = Why { key: key.clone(), rank: rank.unwrap_or(1), steps, state: State::Free };
    let value = texts.why_value(&desk.catalogue, &why);
    let steps = texts.why(&desk.catalogue, &why).steps;
    let through = Shown::join(steps.iter().map(|step| &step.what), &Shown::fixed(", "));
    Line::Step(show(&holder.name), value, through)
}

/// Whether a step says where a value comes from, rather than what it needs or costs.
fn gives(step: &str) -> bool {
    matches!(step, "owner" | "role-licence" | "role-added" | "by-hand" | "held-back" | "held" | "granted-by")
}

/// Lists what has happened to a record, the newest first.
///
/// # Errors
/// Not allowed, signed out, or the store.
pub fn history(desk: &Desk, subject: Subject) -> Result<NoticeLayer> {
    let texts = &desk.look.texts;
    let changes = desk.console.history(subject, CHANGES)?;
    let mut lines = Vec::new();
    let mut entry = None;
    for (number, change) in changes {
        if entry != Some(number) {
            lines.push(Line::Text(desk.entry_line(number), Tone::Strong));
            entry = Some(number);
        }
        lines.push(changed(desk, &change));
    }
    if lines.is_empty() {
        lines.push(Line::Text(texts.get("history-none"), Tone::Dim));
    }
    let title = texts.with("history-title", &[("name", name_of(desk, subject)?.into())]);
    Ok(NoticeLayer::new(title, lines))
}

fn changed(desk: &Desk, change: &Change) -> Line {
    let texts = &desk.look.texts;
    let said = texts.change(&desk.catalogue, change);
    let values = texts.with("change-arrow", &[("before", said.before.into()), ("after", said.after.into())]);
    Line::Step(said.what, values, said.because.unwrap_or_default())
}

/// A permission as people call it; what is no key of the catalogue shows itself.
fn label(desk: &Desk, key: &Key) -> Shown {
    desk.look.texts.key_label(&desk.catalogue, key.as_str())
}

#[cfg(test)]
mod tests {
    use super::super::super::layer::Layer;
    use super::super::super::testing::{EN, FR, screen};
    use super::super::testing::{desk, run};
    use super::*;
    use crate::domain::id::Kind;

    const PEOPLE: &str = r#"[
        {"do":"create_user","display_name":"Amélie Roy","email":"amelie@example.ca","site":"mtl"},
        {"do":"create_contact","name":"Bob Côté","emails":["bob@example.ca"]},
        {"do":"set_contact_permission","contact":"bob@example.ca","permission":"billing","value":true}
    ]"#;

    fn lines(mut layer: NoticeLayer) -> String {
        screen(EN, 80, 24, |canvas| layer.draw(canvas)).join("\n")
    }

    #[test]
    fn why_says_the_steps_and_what_could_be_done() {
        let (_dir, mut desk) = desk(EN);
        run(&mut desk, PEOPLE);
        let said = lines(why(&desk, Subject::new(Kind::User, 1), &Key::new("web_access")).unwrap());
        assert!(said.contains("Why “Web access” is off for Amélie Roy"), "{said}");
        assert!(said.contains("comes with Supervisor level") && said.contains("You may change it."), "{said}");
        assert!(why(&desk, Subject::new(Kind::User, 9), &Key::new("web_access")).is_err());
    }

    #[test]
    fn who_names_the_roles_and_the_people() {
        let (_dir, mut desk) = desk(FR);
        run(&mut desk, PEOPLE);
        let said = lines(who(&desk, &Key::new("contacts")).unwrap());
        assert!(said.contains("Owner") && said.contains("marie") && said.contains("propriétaire"), "{said}");
        let none = lines(who(&desk, &Key::new("rest_api_administrator")).unwrap());
        assert!(none.contains("Personne à votre portée."), "{none}");
    }

    #[test]
    fn history_is_told_entry_by_entry() {
        let (_dir, mut desk) = desk(EN);
        run(&mut desk, PEOPLE);
        run(&mut desk, r#"[{"do":"update_user","user":"amelie@example.ca","position":"Analyst"}]"#);
        let said = lines(history(&desk, Subject::new(Kind::User, 1)).unwrap());
        let changed = said.find("Position").unwrap();
        assert!(changed < said.find("created").unwrap(), "the newest comes first: {said}");
        assert!(said.contains("Entry 3, ") && said.contains(", marie"), "{said}");
    }
}
