//! `guichet check`: whether a store is sound.

use serde_json::json;

use super::args::Check;
use super::failure::{Done, Failure};
use super::run::Run;
use crate::domain::told::Told;
use crate::service::{self, AccessFinding, ServiceError, finding_args};
use crate::text::Shown;
use crate::text_id;

/// Looks the store over and says everything that is not as it has to be. Outside the kiosk it needs no account.
pub fn run(mut run: Run<'_>, args: &Check) -> Done {
    if args.access {
        return access(run);
    }
    let settings = run.settings_at(run.store()?);
    if run.common.kiosk {
        drop(run.signed_in()?);
    }
    let findings = service::check(&settings)?;
    let told = |finding: &service::Finding| {
        let told = Told::Fault { code: finding.code.to_owned(), args: finding_args(finding) };
        run.texts.told(run.catalogue(), &told)
    };
    let said: Vec<_> = findings.iter().map(|finding| (finding, told(finding))).collect();
    if run.common.json {
        let findings: Vec<_> =
            said.iter().map(|(f, said)| json!({"code": f.code, "what": f.what, "message": said.as_str()})).collect();
        run.json(&json!({"findings": findings}))?;
    } else if said.is_empty() {
        run.out.line(&run.texts.get(text_id!("check-sound")))?;
    } else {
        // The first of them is the error that the program ends with.
        said.iter().skip(1).try_for_each(|(_, said)| run.out.line(said))?;
    }
    run.out.flush()?;
    if findings.is_empty() { Ok(()) } else { Err(ServiceError::Unsound(findings).into()) }
}

/// Looks over who holds what: as the owner of the file, or as somebody who signs in, within their reach.
fn access(mut run: Run<'_>) -> Done {
    let findings = if run.common.kiosk || run.common.username.is_some() {
        run.signed_in()?.check_access()?
    } else {
        service::check_access(&run.settings_at(run.store()?))?
    };
    let told = |finding: &AccessFinding| run.texts.told(run.catalogue(), &finding.told());
    let said: Vec<(&AccessFinding, Shown)> = findings.iter().map(|finding| (finding, told(finding))).collect();
    if run.common.json {
        let object = |(finding, said): &(&AccessFinding, Shown)| {
            json!({
                "code": finding.fault.code(),
                "kind": finding.subject.kind,
                "id": finding.subject.to_string(),
                "name": finding.name,
                "since": finding.since,
                "resources": finding.resources,
                "message": said.as_str(),
            })
        };
        run.json(&json!({"findings": said.iter().map(object).collect::<Vec<_>>()}))?;
    } else if said.is_empty() {
        run.out.line(&run.texts.get(text_id!("access-nothing")))?;
    } else {
        said.iter().try_for_each(|(_, said)| run.out.line(said))?;
    }
    run.out.flush()?;
    match findings.len() {
        0 => Ok(()),
        count => Err(Failure::own(1, "access.findings").with("count", count.to_string())),
    }
}
