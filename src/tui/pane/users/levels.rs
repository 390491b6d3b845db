//! The supervisor level, with the table of what each level opens (U-20 to U-28).

use super::super::super::desk::Desk;
use super::super::super::widget::mark::{Lock, Standing};
use super::super::super::widget::sheet::SheetRow;
use super::super::Item;
use super::{held, seat_rows};
use crate::domain::cell::State;
use crate::domain::command::{Command, Ref, SetSupervisorLevel};
use crate::domain::record::{Seat, User};
use crate::domain::value::SupervisorLevel;
use crate::service::Result;
use crate::text::{Shown, Texts};

/// What a level can open, each from the level on that first does; what varies with the level is marked.
const CAPABILITIES: [(&str, SupervisorLevel, bool); 3] = [
    ("capability-history", SupervisorLevel::Reports, false),
    ("capability-dashboards", SupervisorLevel::Analytics, true),
    ("capability-wallboards", SupervisorLevel::Analytics, true),
];

/// The rows of the section: the level, the table of all five, what it costs in seats.
pub fn rows(desk: &Desk, user: &User) -> Result<Vec<SheetRow<Item>>> {
    let texts = &desk.look.texts;
    let mut rows = held::rows(desk, user, &["supervisor_level"])?;
    let titles = CAPABILITIES.map(|(id, ..)| texts.word("capability", id.trim_start_matches("capability-")));
    rows.push(SheetRow::detail(None, texts.get("capability-title"), in_columns(&titles, &titles)));
    for cell in desk.console.level_cells(user.id, &desk.staged)? {
        let before = (cell.rank != cell.stored).then_some(cell.stored);
        let standing = Standing { now: cell.rank, before, lock: Lock::from(&cell.state) };
        let marks = CAPABILITIES.map(|(_, from, varies)| capability(texts, cell.of, from, varies));
        let remark = match &cell.state {
            State::Free => texts.word("level-about", cell.of.as_str()),
            State::Ask(reason) | State::Locked(reason) => texts.reason(&desk.catalogue, reason),
        };
        let mark = (standing.switch(), standing.tone());
        let mut row = SheetRow::toggle(Item::Level(cell.of), mark, texts.label(cell.of), remark);
        row.value = in_columns(&titles, &marks);
        rows.push(row);
    }
    rows.push(SheetRow::detail(None, texts.get("capability-varies"), Shown::default()));
    rows.extend(seat_rows(desk, &[Seat::Reports, Seat::Analytics, Seat::LiveAnalytics, Seat::ContactCentre])?);
    Ok(rows)
}

fn capability(texts: &Texts, level: SupervisorLevel, from: SupervisorLevel, varies: bool) -> Shown {
    let opened = texts.yes_no(level >= from);
    if varies && level >= from { texts.with("capability-some", &[("yes", opened.into())]) } else { opened }
}

/// Words under titles.
fn in_columns(titles: &[Shown], words: &[Shown]) -> Shown {
    let cells: Vec<Shown> = titles.iter().zip(words).map(|(title, word)| word.pad_right(title.width())).collect();
    Shown::join(&cells, &Shown::fixed("  "))
}

/// The Command that gives a level.
pub fn give(user: &User, level: SupervisorLevel) -> Command {
    let name = Ref::pinned(user.display_name.clone(), user.id.0);
    SetSupervisorLevel { user: name, value: Some(level) }.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    /// U-23 None, U-24 Reports, U-25 Analytics, U-26 Live Analytics, U-27 Contact Centre: the table of the seed, in
    /// words.
    #[test]
    fn u_23_u_24_u_25_u_26_u_27_the_table_is_that_of_the_seed() {
        let texts = Texts::new(Lang::En);
        let table = SupervisorLevel::ALL.iter().map(|level| {
            let cells = CAPABILITIES.map(|(_, from, varies)| String::from(capability(&texts, *level, from, varies)));
            cells.join(", ")
        });
        let all = "yes, yes (1), yes (1)";
        assert_eq!(table.collect::<Vec<_>>(), ["no, no, no", "yes, no, no", all, all, all]);
    }
}
