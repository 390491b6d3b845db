//! `guichet keys`: every key of the console, from the table that binds them.

use serde_json::{Value, json};

use super::failure::Done;
use super::run::Run;
use crate::text::Shown;
use crate::tui::action::{Action, Sequence};

/// The column in which what a key does begins.
const COLUMN: usize = 24;

/// Writes the actions that have a key, in the order of the help screen.
pub fn run(mut run: Run<'_>) -> Done {
    let keymap = super::key_file::read(&run)?.keymap;
    let keyed = Action::table().iter().map(|entry| entry.action).filter_map(|action| {
        let keys: Vec<Sequence> = keymap.sequences(action).collect();
        (!keys.is_empty()).then_some((action, keys))
    });
    if run.common.json {
        let object = |(action, keys): (Action, Vec<Sequence>)| {
            let keys: Vec<String> = keys.iter().map(ToString::to_string).collect();
            json!({"action": action.entry().id, "keys": keys, "does": action.help(run.texts).as_str()})
        };
        let value = Value::Array(keyed.map(object).collect());
        run.json(&value)?;
        return run.out.flush();
    }
    for (action, keys) in keyed {
        let keys: Vec<Shown> = keys.into_iter().map(|keys| keys.shown(run.texts)).collect();
        let keys = Shown::join(&keys, &Shown::fixed(" ")).pad_right(COLUMN);
        let line: Shown = [keys, action.help(run.texts)].iter().collect();
        run.out.line(&line)?;
    }
    run.out.flush()
}
