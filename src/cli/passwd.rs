//! `guichet passwd`: one's own password.

use serde_json::json;

use super::args::Passwd;
use super::failure::Done;
use super::run::Run;
use super::secret;
use crate::text_id;

/// Changes one's own password; a temporary one is changed by this alone.
pub fn run(mut run: Run<'_>, args: &Passwd) -> Done {
    run.no_dry_run()?;
    let mut current = None;
    let (mut console, _) = run.prove(|| {
        let password = secret::current(run.texts, &run.common)?;
        current = Some(password.clone());
        Ok(password)
    })?;
    let current = current.unwrap_or_default();
    let new = secret::new(run.texts, args.new_password_file.as_deref())?;
    console.set_own_password(&current, &new)?;
    if run.common.json {
        run.json(&json!({"changed": true}))?;
    } else {
        run.out.line(&run.texts.get(text_id!("passwd-done")))?;
    }
    run.out.flush()
}
