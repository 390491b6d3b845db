//! `keys.toml` in the user's configuration directory.

use std::io::ErrorKind;

use directories::ProjectDirs;

use super::failure::{Done, Failure};
use super::run::Run;
use crate::tui::action::KeyFile;

/// Reads it; the table counts where there is none. Not in a kiosk, whose caller chooses what that directory is.
pub fn read(run: &Run<'_>) -> Done<KeyFile> {
    let place = ProjectDirs::from("", "", "guichet").map(|dirs| dirs.config_dir().join("keys.toml"));
    let Some(path) = place.filter(|_| !run.common.kiosk) else { return Ok(KeyFile::default()) };
    let named = || path.to_string_lossy().into_owned();
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(KeyFile::default()),
        Err(_) => return Err(Failure::own(4, "file.unreadable").with("file", named())),
    };
    KeyFile::parse(&text).map_err(|error| {
        let why = error.shown(run.texts).to_string();
        Failure::own(4, "keys.invalid").with("why", why).with("file", named())
    })
}
