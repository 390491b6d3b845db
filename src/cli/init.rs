//! `guichet init`: makes a store and its owner, without the console.

use serde_json::json;

use super::args::Init;
use super::failure::Done;
use super::run::Run;
use super::secret;
use crate::service::clock::Clock;
use crate::service::{Founding, Opening, found};
use crate::text::Arg;
use crate::text_id;

/// Makes the store.
pub fn run(mut run: Run<'_>, args: &Init) -> Done {
    run.no_dry_run()?;
    let store = run.store()?;
    let founding = Founding {
        organisation: args.organisation.clone(),
        plan: args.plan,
        sites: args.sites.clone(),
        owner: args.owner.clone(),
        email: args.email.clone(),
    };
    let password = secret::new(run.texts, run.common.password_file.as_deref())?;
    found(&store, Opening::default(), &Clock::System, &founding, &password)?;
    let store = store.to_string_lossy();
    if run.common.json {
        run.json(&json!({"store": store, "owner": args.owner}))?;
    } else {
        let args: [(&str, Arg); 2] = [("store", store.as_ref().into()), ("owner", (&args.owner).into())];
        run.out.line(&run.texts.with(text_id!("init-done"), &args))?;
    }
    run.out.flush()
}
