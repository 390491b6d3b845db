//! A plan, and what became of it: in sentences, or as JSON.

use serde_json::{Value, json};

use super::failure::Done;
use super::run::Run;
use crate::domain::change::Change;
use crate::domain::plan::Plan;
use crate::service::{Console, Receipt};
use crate::text::{Arg, ChangeText, Shown, show};
use crate::text_id;

/// Writes changes, one a line; the fields of a record that is made or removed stand under it.
pub fn changes(run: &mut Run<'_>, changes: &[Change]) -> Done {
    for change in changes {
        let text = run.texts.change(run.catalogue(), change);
        let line = sentence(run, &text, change);
        run.out.line(&line)?;
        for field in run.texts.change_fields(run.catalogue(), change) {
            let value = if change.removes() { field.before } else { field.after };
            let args: [(&str, Arg); 2] = [("what", field.what.into()), ("value", value.into())];
            let line = run.texts.with(text_id!("cli-plan-field"), &args);
            run.out.part(&Shown::fixed("    "))?;
            run.out.line(&line)?;
        }
    }
    Ok(())
}

fn sentence(run: &Run<'_>, text: &ChangeText, change: &Change) -> Shown {
    let arrow = Shown::fixed(run.texts.glyphs().pick("→", "->"));
    let args: [(&str, Arg); 5] = [
        ("who", (&text.who).into()),
        ("what", (&text.what).into()),
        ("before", (&text.before).into()),
        ("after", (&text.after).into()),
        ("arrow", arrow.into()),
    ];
    let id = if change.makes() || change.removes() { text_id!("cli-plan-record") } else { text_id!("cli-plan-change") };
    let said = run.texts.with(id, &args);
    match &text.because {
        Some(because) => {
            let args: [(&str, Arg); 2] = [("change", said.into()), ("because", because.into())];
            run.texts.with(text_id!("cli-plan-because"), &args)
        }
        None => said,
    }
}

/// Writes a plan that is not applied.
pub fn dry(mut run: Run<'_>, console: &Console, plan: &Plan) -> Done {
    if run.common.json {
        let mut value = json!({"plan": console.public_changes(&plan.changes)?});
        add_notes(&run, plan, &mut value);
        run.json(&value)?;
        return run.out.flush();
    }
    body(&mut run, plan)?;
    let end = if plan.is_empty() { text_id!("cli-plan-nothing") } else { text_id!("cli-plan-dry") };
    run.out.line(&run.texts.get(end))?;
    run.out.flush()
}

/// Writes what was applied.
pub fn done(mut run: Run<'_>, console: &Console, receipt: &Receipt) -> Done {
    if run.common.json {
        let changes = console.public_changes(&receipt.plan.changes)?;
        let mut value = json!({"applied": receipt.entry, "changes": changes});
        if !receipt.answers.is_empty() {
            value["answers"] = receipt.answers.iter().map(answer).collect();
        }
        add_notes(&run, &receipt.plan, &mut value);
        run.json(&value)?;
        return run.out.flush();
    }
    body(&mut run, &receipt.plan)?;
    for answer in &receipt.answers {
        let args: [(&str, Arg); 2] =
            [("admin", (&answer.admin).into()), ("password", answer.temporary_password.as_str().into())];
        run.out.line(&run.texts.with(text_id!("cli-plan-password"), &args))?;
    }
    let end = match receipt.entry {
        Some(entry) => run.texts.with(text_id!("cli-plan-applied"), &[("entry", Shown::digits(entry).into())]),
        None => run.texts.get(text_id!("cli-plan-nothing")),
    };
    run.out.line(&end)?;
    run.out.flush()
}

fn body(run: &mut Run<'_>, plan: &Plan) -> Done {
    changes(run, &plan.changes)?;
    for (seat, used) in &plan.seats {
        if !used.whole {
            let args: [(&str, Arg); 2] =
                [("seat", run.texts.label(*seat).into()), ("by", show(&used.difference()).into())];
            run.out.line(&run.texts.with(text_id!("plan-seats-by"), &args))?;
            continue;
        }
        let args: [(&str, Arg); 4] = [
            ("seat", run.texts.label(*seat).into()),
            ("before", used.before.into()),
            ("after", used.after.into()),
            ("arrow", Shown::fixed(run.texts.glyphs().pick("→", "->")).into()),
        ];
        run.out.line(&run.texts.with(text_id!("cli-plan-seats"), &args))?;
    }
    for note in &plan.notes {
        let note = run.texts.refusal(run.catalogue(), note);
        run.out.line(&run.texts.with(text_id!("cli-plan-note"), &[("note", note.into())]))?;
    }
    Ok(())
}

/// Warnings stand beside the changes, where there are any.
fn add_notes(run: &Run<'_>, plan: &Plan, value: &mut Value) {
    let note = |note| json!({"code": refusal_code(note), "message": run.texts.refusal(run.catalogue(), note).as_str()});
    if !plan.notes.is_empty() {
        value["notes"] = plan.notes.iter().map(note).collect();
    }
}

fn refusal_code(refusal: &crate::domain::refusal::Refusal) -> &'static str {
    refusal.code()
}

fn answer(answer: &crate::service::Answer) -> Value {
    json!({
        "command": answer.command,
        "admin": answer.admin,
        "temporary_password": answer.temporary_password.as_str(),
    })
}
