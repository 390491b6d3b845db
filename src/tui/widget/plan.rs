//! A plan in words: the rows and the notes of a review.

use std::collections::BTreeMap;

use super::super::theme::{Look, Tone};
use super::ranks;
use super::review::ReviewRow;
use crate::domain::catalogue::Catalogue;
use crate::domain::change::Change;
use crate::domain::plan::{Plan, SeatUse};
use crate::domain::record::Seat;
use crate::text::{Shown, Texts, show};
use crate::text_id;

/// Words the changes of a plan; `command` says which Command of the draft a change comes from.
pub fn rows(
    plan: &Plan,
    catalogue: &Catalogue,
    look: &Look,
    command: impl Fn(&Change) -> Option<usize>,
) -> Vec<ReviewRow> {
    told(plan.changes.iter(), catalogue, look, command)
}

/// Words some changes of a plan.
pub fn told<'c>(
    changes: impl Iterator<Item = &'c Change>,
    catalogue: &Catalogue,
    look: &Look,
    command: impl Fn(&Change) -> Option<usize>,
) -> Vec<ReviewRow> {
    let mut asked = None;
    let row = |change: &Change| {
        let command = command(change);
        if let Some(moves) = ranks::rows(change, look, command) {
            asked = Some(change.subject);
            return moves;
        }
        let words = look.texts.change(catalogue, change);
        let by_itself = words.because.is_some() || change.effect;
        if !by_itself {
            asked = Some(change.subject);
        }
        let for_another = by_itself && asked != Some(change.subject);
        let remark = if change.effect { look.texts.get("plan-effect") } else { Shown::default() };
        let row = ReviewRow {
            command,
            who: words.who,
            what: words.what,
            before: words.before,
            after: words.after,
            because: words.because.unwrap_or_default(),
            for_another,
            remark,
            part: false,
            refused: false,
        };
        std::iter::once(row).chain(parts(change, catalogue, look, command)).collect()
    };
    changes.flat_map(row).collect()
}

/// The fields that a record is made with, those that say something.
fn parts(change: &Change, catalogue: &Catalogue, look: &Look, command: Option<usize>) -> Vec<ReviewRow> {
    if !change.makes() {
        return Vec::new();
    }
    let nothing = [Shown::default(), look.texts.nothing(), look.texts.on_off(false)];
    let fields = look.texts.change_fields(catalogue, change);
    let told = fields.into_iter().filter(|field| !nothing.contains(&field.after));
    told.map(|field| ReviewRow { command, what: field.what, after: field.after, part: true, ..ReviewRow::default() })
        .collect()
}

/// Words the seats whose use changes.
pub fn seats<'a>(seats: &'a BTreeMap<Seat, SeatUse>, texts: &'a Texts) -> impl Iterator<Item = (Shown, Tone)> + 'a {
    seats.iter().filter(|(_, used)| used.before != used.after).map(move |(seat, used)| {
        let args = [("seat", texts.label(*seat).into()), ("before", used.before.into()), ("after", used.after.into())];
        let said = match used.bought {
            _ if !used.whole => {
                let by = [("seat", texts.label(*seat).into()), ("by", show(&used.difference()).into())];
                texts.with(text_id!("plan-seats-by"), &by)
            }
            None => texts.with(text_id!("plan-seats"), &args),
            Some(bought) => {
                let all: Vec<_> = args.into_iter().chain([("bought", bought.into())]).collect();
                texts.with(text_id!("plan-seats-of"), &all)
            }
        };
        let beyond = used.bought.is_some_and(|bought| used.after > i64::from(bought));
        (said, if beyond { Tone::Warning } else { Tone::Plain })
    })
}

/// Words what goes with a plan: seats whose use changes, passwords to be made, and what to know.
pub fn notes(plan: &Plan, catalogue: &Catalogue, look: &Look) -> Vec<(Shown, Tone)> {
    let texts = &look.texts;
    let seats = seats(&plan.seats, texts);
    let passwords = plan
        .passwords
        .iter()
        .map(|password| (texts.with("plan-password", &[("username", show(&password.username).into())]), Tone::Plain));
    let known = plan.notes.iter().map(|note| (texts.reason(catalogue, note), Tone::Warning));
    seats.chain(passwords).chain(known).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::super::testing::{EN, FR, look, screen};
    use super::super::review::Review;
    use super::*;
    use crate::domain::catalogue::Key;
    use crate::domain::change::Cause;
    use crate::domain::id::UserId;
    use crate::domain::plan::{SeatUse, TemporaryPassword};
    use crate::domain::record::Seat;
    use crate::text::{Glyphs, Lang};

    fn plan() -> Plan {
        let change = |field: &str, before, after, cause| Change {
            subject: UserId(3).subject(),
            name: "Benoît Roy".into(),
            field: field.into(),
            before,
            after,
            cause,
            effect: false,
            reads: None,
        };
        let mut plan = Plan {
            changes: vec![
                change("supervisor_level", json!("none"), json!("reports"), None),
                change(
                    "permissions.web_access",
                    json!(null),
                    json!(true),
                    Some(Cause::entry(&Key::new("supervisor_level"))),
                ),
            ],
            ..Plan::default()
        };
        plan.seats.insert(Seat::Reports, SeatUse { before: 40, after: 41, bought: Some(50), whole: true });
        plan.passwords.push(TemporaryPassword {
            command: 1,
            admin: crate::domain::id::AdminId(4),
            username: "lea.roy".into(),
        });
        plan
    }

    fn reviewed(kind: (Lang, Glyphs)) -> Vec<String> {
        let (look, plan, catalogue) = (look(kind), plan(), Catalogue::builtin());
        let mut review = Review::new(rows(&plan, catalogue, &look, |_| Some(0)), notes(&plan, catalogue, &look));
        screen(kind, 80, 24, |canvas| review.draw(canvas))
    }

    #[test]
    fn a_plan_is_worded_in_both_languages() {
        let shows = |kind, text: &str| {
            let lines = reviewed(kind);
            assert!(lines.iter().any(|line| line.contains(text)), "{text} in {lines:#?}");
        };
        shows(EN, "Review: 1 change asked, 1 comes by itself");
        shows(EN, "> Benoît Roy");
        shows(EN, "None > Reports");
        shows(EN, "Reports: 40 > 41 seats of 50");
        shows(EN, "lea.roy gets a temporary password, shown once.");
        shows(FR, "Aucun > Rapports");
        shows(FR, "Rapports : 40 > 41 places sur 50");
    }

    #[test]
    fn seats_beyond_those_bought_are_a_warning() {
        let (look, mut plan) = (look(EN), plan());
        plan.seats.insert(Seat::Reports, SeatUse { before: 50, after: 51, bought: Some(50), whole: true });
        assert_eq!(notes(&plan, Catalogue::builtin(), &look)[0].1, Tone::Warning);
        plan.seats.insert(Seat::Reports, SeatUse { before: 50, after: 50, bought: None, whole: true });
        assert_eq!(notes(&plan, Catalogue::builtin(), &look).len(), 1, "what does not change is not said");
        plan.seats.insert(Seat::Reports, SeatUse { before: 40, after: 41, bought: Some(50), whole: false });
        let said = notes(&plan, Catalogue::builtin(), &look).remove(0).0;
        assert_eq!(said.as_str(), "Reports: +1 seats", "S-22: of all sites nothing is said");
    }
}
