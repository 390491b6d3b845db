//! Exports from the console: asked for, proved where that is needed, written beside the drawing.

use std::io::{BufWriter, Write};
use std::path::PathBuf;

use super::super::action::Action;
use super::super::overlay::Message;
use super::super::overlay::export::{self, Wish};
use super::super::work::Teller;
use super::people::wants_proof;
use super::{App, Flow};
use crate::service::export::{Exported, Piece};
use crate::service::{Console, Result, ServiceError};
use crate::text::export::Writing;
use crate::text::{Lang, Texts};

impl App {
    /// Asks what is exported, and to which file.
    pub(super) fn ask_export(&mut self) {
        if !self.desk.sees("reports") {
            let texts = &self.desk.look.texts;
            let resource = texts.key_label(&self.desk.catalogue, "reports");
            let text = texts.with("room-not-held", &[("resource", resource.into())]);
            self.desk.refuse(text);
            return;
        }
        let list = self.pane().and_then(|pane| pane.query());
        match export::choose(&self.desk, list) {
            Some(layer) => self.stack.push(layer),
            None => self.not_here(Action::Export),
        }
    }

    /// Exports what was wished for; everything only once the password was typed again (S-29).
    pub(super) fn export(&mut self, wish: Wish) -> Flow {
        match self.desk.console.may_export(&wish.what) {
            Ok(()) => {}
            Err(error) if wants_proof(&error) => return self.prove(Message::Export(Box::new(wish))),
            Err(error) => {
                let why = self.desk.word(&error);
                self.stack.refused(None, why);
                return self.failed(&error);
            }
        }
        let lang = self.desk.look.texts.lang();
        let title = self.desk.look.texts.get("export-under-way");
        self.begin(title, move |mut console, teller| {
            let written = write(&mut console, &wish, lang, teller);
            Box::new(move |app| match written {
                Ok((path, records)) => {
                    app.stack.clear();
                    let flow = app.refresh();
                    let text = export::done(&app.desk, &path, records);
                    app.desk.say(text);
                    flow
                }
                Err(error) => {
                    // The form is still there: another name, and it is tried again.
                    let named = matches!(error, ServiceError::FileExists(_) | ServiceError::Place(_));
                    let why = app.desk.word(&error);
                    app.stack.refused(named.then_some("file"), why);
                    app.failed(&error)
                }
            })
        })
    }
}

/// Writes an export; of one that is refused or stopped nothing stays.
fn write(console: &mut Console, wish: &Wish, lang: Lang, teller: &mut Teller<'_>) -> Result<(PathBuf, u64)> {
    let total = console.count_export(&wish.what)?;
    let (path, file) = console.shelf().create(&wish.file)?;
    let texts = Texts::new(lang);
    let now = console.clock().now();
    let mut writing = match &wish.what {
        Exported::List(..) => Writing::list(&texts, wish.format, now),
        Exported::Rights => Writing::rights(&texts, wish.format, now),
    };
    let mut out = BufWriter::new(file);
    let mut done = 0;
    let mut written = console.export(&wish.what, |piece| {
        let text = match piece {
            Piece::Begun(head) => writing.begun(&head.to_string()),
            Piece::Kind(kind) => writing.kind(kind),
            Piece::Record(record) => {
                done += 1;
                if !teller.tell(done, total) {
                    return Err(ServiceError::Stopped);
                }
                writing.record(&record)
            }
        };
        Ok(out.write_all(text.as_str().as_bytes())?)
    });
    if written.is_ok() {
        let ended = out.write_all(writing.end().as_str().as_bytes()).and_then(|()| out.flush());
        written = ended.and_then(|()| out.get_ref().sync_all()).map_err(ServiceError::from).and(written);
    }
    match written {
        Ok(records) => Ok((path, records)),
        Err(error) => {
            // What is half written is of no use; that it cannot be removed changes nothing about why.
            let _ = std::fs::remove_file(&path);
            Err(error)
        }
    }
}
