//! What the console does about what a layer says.

use super::super::overlay::Message;
use super::{App, Flow};
use crate::service::Turn;

impl App {
    /// Does what a layer says, once.
    pub(super) fn obey(&mut self, message: Message) -> Flow {
        match message {
            Message::Act(action) => return self.act(action),
            Message::Filter(filter) => {
                if let Some(pane) = self.pane() {
                    pane.narrow(&filter);
                }
            }
            Message::TurnTo(list) => {
                if let Some(pane) = self.pane() {
                    pane.turn_to(list);
                }
            }
            Message::Saved(saving) => return self.save_filter(saving),
            Message::Columns(list, columns) => return self.keep_columns(list, columns.as_deref()),
            Message::Show(subject) => self.show(subject),
            Message::CopyRights { from, to } => return self.copy_from(from, to),
            Message::Stage { commands, review } => self.stage(commands, review),
            Message::Replace { commands } => self.replace(commands),
            Message::Run(commands) => return self.run(&commands),
            Message::Apply(pending) => return self.accept(pending),
            Message::Without(without) => self.review_again(&without),
            Message::Request { without } => return self.ask_for(&without),
            Message::Ask(kind) => return self.ask(kind),
            Message::Send { commands, sent } => return self.send_requests(&commands, &sent),
            Message::Proved { proof, then } => return self.proved(proof, *then),
            Message::PasswordChanged { proof, ended } => self.password_changed(proof, ended),
            Message::Compare(one, other) => return self.compare(one, other),
            Message::Undo(entry) => self.preview_turn(Turn::Undo, Some(entry)),
            Message::TurnRest(turn, entry) => self.preview(turn, entry, true),
            Message::Bulk(deed) => return self.bulk(&deed),
            Message::Export(wish) => return self.export(*wish),
            Message::Drop => self.drop_draft(),
            Message::Quit => return Flow::Quit,
            Message::Enter => {}
        }
        Flow::On
    }
}
