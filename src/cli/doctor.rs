//! `guichet doctor`: what is worth a look before somebody asks for help.

use serde_json::json;

use super::failure::Done;
use super::run::Run;
use crate::domain::told::Told;
use crate::service::doctor;
use crate::text::Shown;
use crate::text_id;

/// Says what it looked at, and what to do where something is not as it should be. Outside the kiosk it needs no account.
pub fn run(mut run: Run<'_>) -> Done {
    let settings = run.settings_at(run.store()?);
    if run.common.kiosk {
        drop(run.signed_in()?);
    }
    let remarks = doctor::examine(&settings)?;
    let marks = [run.texts.get(text_id!("doctor-attention")), run.texts.get(text_id!("doctor-fine"))];
    let mut all = Vec::new();
    for remark in &remarks {
        let code =
            if remark.fine { format!("doctor.{}", remark.about) } else { format!("doctor.{}.not", remark.about) };
        let said = run.texts.told(run.catalogue(), &Told::Fault { code, args: remark.args.clone() });
        if run.common.json {
            all.push(json!({"about": remark.about, "fine": remark.fine, "message": said.as_str()}));
        } else {
            run.out.line(&Shown::join(&[marks[usize::from(remark.fine)].clone(), said], &Shown::fixed("  ")))?;
        }
    }
    if run.common.json {
        run.json(&json!(all))?;
    }
    run.out.flush()
}
