//! The head of the overview: what happened since one was last here.

use super::super::desk::Desk;
use super::super::widget::sheet::SheetRow;
use super::Item;
use crate::service::doctor::BACKUP_IS_OLD;
use crate::text::{Here, Shown, minute, show};

/// A day, in milliseconds.
const DAY: i64 = 24 * 3_600_000;

/// What a person is told after signing in.
pub fn rows(desk: &Desk) -> Vec<SheetRow<Item>> {
    let (texts, since) = (&desk.look.texts, &desk.since);
    let mut rows = vec![match since.last_sign_in_at {
        Some(at) => SheetRow::heading(texts.with("since-last", &[("at", minute(at, &Here).into())])),
        None => SheetRow::heading(texts.get("since-first")),
    }];
    let mut add = |label: Shown, value: Shown| rows.push(SheetRow::detail(None, label, value));
    let number = |n: u64| texts.number(i64::try_from(n).unwrap_or(i64::MAX));
    if since.failures > 0 {
        add(texts.get("since-failures"), number(since.failures));
    }
    if let Some(changes) = since.changes {
        let many = if changes >= 1_000 { texts.get("since-many") } else { number(changes) };
        add(texts.get("since-changes"), many);
    }
    if !since.here.is_empty() {
        let names: Vec<Shown> = since.here.iter().map(|name| show(name)).collect();
        add(texts.get("since-here"), Shown::join(&names, &Shown::fixed(", ")));
    }
    if !desk.staged.is_empty() {
        add(texts.get("since-draft"), number(desk.staged.len() as u64));
    }
    if let Some(backup) = since.backed_up_at {
        let now = desk.console.clock().now();
        let days = backup.map(|at| now.since(at) / DAY);
        let said = match days {
            Some(days) => texts.with("since-days", &[("days", days.max(0).into())]),
            None => texts.get("since-never"),
        };
        rows.push(SheetRow::detail(None, texts.get("since-backup"), said));
        if backup.is_none_or(|at| now.since(at) > BACKUP_IS_OLD) {
            rows.push(SheetRow::detail(None, texts.get("since-backup-do"), Shown::default()));
        }
    }
    rows
}
