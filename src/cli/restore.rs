//! `guichet restore`: a backup takes the place of the store.

use serde_json::json;

use super::args::FileArg;
use super::failure::{Done, Failure};
use super::run::Run;
use super::secret;
use crate::service::Restoration;
use crate::text::Arg;
use crate::text_id;

/// Proves the backup and says what would be lost; then replaces the store, which is set aside.
pub fn run(mut run: Run<'_>, args: &FileArg) -> Done {
    let settings = run.settings_at(run.store()?);
    let restoration = Restoration::prepare(&settings, &args.backup)?;
    let (backup, lost) = (restoration.backup.to_string(), restoration.lost);
    let replaced = restoration.replaced.map(|head| head.to_string());
    if run.common.dry_run {
        let related = restoration.related || replaced.is_none();
        if run.common.json {
            run.json(&json!({"backup": backup, "replaced": replaced, "lost": lost, "related": related}))?;
        } else {
            let args: [(&str, Arg); 2] = [("head", (&backup).into()), ("count", lost.into())];
            run.out.line(&run.texts.with(text_id!("restore-plan"), &args))?;
            if !related {
                run.out.line(&run.texts.get(text_id!("restore-unrelated")))?;
            }
        }
        return run.out.flush();
    }
    let username = run.common.username.clone().ok_or(Failure::usage("usage.who"))?;
    let password = secret::current(run.texts, &run.common)?;
    let restored = restoration.put_in_place(&username, &password)?;
    let aside = restored.aside.map(|path| path.to_string_lossy().into_owned());
    let head = restored.head.to_string();
    if run.common.json {
        run.json(&json!({"head": head, "lost": lost, "aside": aside}))?;
    } else {
        let args: [(&str, Arg); 2] = [("count", lost.into()), ("head", head.into())];
        run.out.line(&run.texts.with(text_id!("restore-done"), &args))?;
        if let Some(aside) = aside {
            run.out.line(&run.texts.with(text_id!("restore-aside"), &[("file", aside.into())]))?;
        }
        run.out.line(&run.texts.get(text_id!("restore-passwords")))?;
    }
    run.out.flush()
}
