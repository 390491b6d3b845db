//! `guichet journal`: verified, and its newest entry.

use serde_json::json;

use super::args::{Journal, JournalSub, Verify};
use super::failure::{Done, Failure};
use super::run::{Run, needs_no_account};
use crate::service::view::List;
use crate::service::{Console, Hash, Head, ServiceError, Verified, finding};
use crate::text::{Arg, Shown};
use crate::text_id;

/// Verifies the journal, or says its newest entry.
pub fn run(mut run: Run<'_>, args: &Journal) -> Done {
    let console = if needs_no_account(&run.common, &args.sub) {
        Console::open(run.settings_at(run.store()?))?
    } else {
        let console = run.signed_in()?;
        console.require_list(List::Journal)?;
        console
    };
    match &args.sub {
        JournalSub::Verify(args) => verify(&mut run, &console, args)?,
        JournalSub::Head => {
            let head = written(console.journal_head()?);
            if run.common.json {
                run.json(&json!({"head": head.as_str()}))?;
            } else {
                run.out.line(&head)?;
            }
        }
    }
    run.out.flush()
}

fn verify(run: &mut Run<'_>, console: &Console, args: &Verify) -> Done {
    let since = args.since.as_deref().map(anchor).transpose()?;
    let known = args.head.as_deref().map(anchor).transpose()?;
    let verified = sound(console.verify_journal(since, &mut |_| true)?)?;
    if let Some(known) = known {
        // The chain was right up to its end; the anchor must be one of its links.
        sound(console.verify_journal(Some(known), &mut |_| true)?)?;
    }
    let head = written(verified.head);
    if run.common.json {
        return run.json(&json!({"entries": verified.entries, "head": head.as_str(), "fault": null}));
    }
    let args: [(&str, Arg); 2] = [("count", verified.entries.into()), ("head", head.into())];
    run.out.line(&run.texts.with(text_id!("journal-sound"), &args))
}

fn sound(verified: Verified) -> Done<Verified> {
    match &verified.fault {
        None => Ok(verified),
        Some(fault) => Err(ServiceError::Unsound(vec![finding(fault)]).into()),
    }
}

/// An anchor as it was written down: `sequence:hash` (S-52).
fn anchor(text: &str) -> Done<Head> {
    let read = || {
        let (number, hash) = text.split_once(':')?;
        let bytes: Option<Vec<u8>> = hash
            .as_bytes()
            .chunks(2)
            .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok())
            .collect();
        Some(Head { number: number.parse().ok()?, hash: Hash::from_slice(&bytes?)? })
    };
    read().ok_or_else(|| Failure::usage("usage.anchor").with("value", text))
}

fn written(head: Head) -> Shown {
    crate::text::show(&head.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s_52_an_anchor_reads_as_it_is_written() {
        let head = Head { number: 12, hash: Hash([0xab; 32]) };
        assert_eq!(anchor(written(head).as_str()).unwrap(), head);
        for wrong in ["", "12", "12:", "x:00", "12:abc", "12:zz"] {
            assert_eq!(anchor(wrong).unwrap_err().exit_code(), 2, "{wrong}");
        }
    }
}
