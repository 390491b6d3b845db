//! Where list and record stand: the record has no room of its own on a small screen, and opens over the list.

use ratatui::layout::Rect;

use super::super::canvas::Canvas;

/// Columns from which the record stands beside the list.
const WIDE: u16 = 100;
/// Columns that a record makes use of beside a list.
const RECORD: u16 = 84;
/// Rows from which, on a narrow screen, it stands below it.
const TALL: u16 = 40;

/// Where the record stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layout {
    /// Beside a list of so many columns.
    Beside(u16),
    /// Below a list of so many rows.
    Below(u16),
    /// Over the list, once it is opened.
    Over,
}

/// Where the record stands on a pane of that size.
pub(super) fn layout((width, height): (u16, u16)) -> Layout {
    if width >= WIDE {
        Layout::Beside((width * 11 / 20).max(width.saturating_sub(RECORD)).min(width.saturating_sub(54)))
    } else if height >= TALL - 6 {
        Layout::Below(height / 2)
    } else {
        Layout::Over
    }
}

/// The parts of a pane for the list and for the record, with a line drawn between them. `open`: the record has the focus.
pub(super) fn parts(canvas: &mut Canvas<'_>, open: bool) -> (Option<Rect>, Option<Rect>) {
    let (width, height) = (canvas.width(), canvas.height());
    match layout((width, height)) {
        Layout::Beside(list) => {
            canvas.part(list, 0, 1, height).pillar(0);
            let record = Rect::new(list + 2, 0, width.saturating_sub(list + 2), height);
            (Some(Rect::new(0, 0, list.saturating_sub(1), height)), Some(record))
        }
        Layout::Below(list) => {
            canvas.rule(list);
            let record = Rect::new(1, list + 1, width.saturating_sub(2), height.saturating_sub(list + 1));
            (Some(Rect::new(0, 0, width, list)), Some(record))
        }
        Layout::Over if open => (None, Some(Rect::new(1, 0, width.saturating_sub(2), height))),
        Layout::Over => (Some(Rect::new(0, 0, width, height)), None),
    }
}
