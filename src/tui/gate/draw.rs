//! How the gate is drawn.

use super::super::action::Action;
use super::super::canvas::Canvas;
use super::super::place::Place;
use super::super::theme::Tone;
use super::super::widget::{frame, hints};
use super::Gate;
use crate::text::Shown;

impl Gate {
    /// Draws the screen.
    pub fn draw(&mut self, canvas: &mut Canvas<'_>) {
        let look = canvas.look;
        let asks = self.leaving.then(|| look.texts.get("gate-leave"));
        let hints = asks.clone().unwrap_or_else(|| {
            let leave = Shown::join(
                &[look.key(Action::Back, Place::SignIn), look.texts.get("gate-leaves")],
                &Shown::fixed(" "),
            );
            if self.entrance.asks() { look.texts.get("form-leave") } else { leave }
        });
        self.small = frame::too_small(canvas, &hints);
        if self.small {
            return;
        }
        self.entrance.draw(canvas);
        let y = canvas.height().saturating_sub(1);
        let mut foot = canvas.part(1, y, canvas.width().saturating_sub(2), 1);
        if self.work.is_some() {
            foot.text(0, 0, &look.texts.get("gate-checking"), Tone::Dim);
        } else if let Some(asks) = asks {
            foot.cell(0, 0, u16::MAX, &asks, Tone::Warning);
        } else {
            let hint = |action: Action, label: Shown| (look.key(action, Place::SignIn), label);
            let next = Action::NextField.label(&look.texts);
            hints::line(
                &mut foot,
                &[
                    hint(Action::Accept, look.texts.get("gate-goes-on")),
                    hint(Action::NextField, next),
                    hint(Action::ShowPassword, Action::ShowPassword.label(&look.texts)),
                    hint(Action::Back, look.texts.get("gate-leaves")),
                ],
                1,
            );
        }
    }
}
