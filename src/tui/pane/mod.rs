//! The panes: one for each tab, a list at the left and the selected record at the right.

mod admins;
mod contacts;
mod inside;
mod journal;
mod layout;
mod list;
mod marks;
mod note;
mod overview;
mod places;
mod request;
mod roles;
mod roster;
mod search;
mod since;
mod site;
mod tickets;
mod users;
mod views;

pub use inside::Inside;
pub use list::{Kind, ListPane, Opened};
pub use roster::{Roster, Source};

use search::Search;
pub use tickets::{VIEWS as TICKET_VIEWS, of_own};
pub use users::VIEWS;
use views::Views;

use super::action::Action;
use super::canvas::Canvas;
use super::desk::Desk;
use super::event::Event;
use super::place::{Place, Tab};
use super::widget::sheet::SheetRow;
use super::widget::table::Column;
use crate::domain::catalogue::Key;
use crate::domain::id::{ContactId, EntryNo, Kind as RecordKind, SiteId, Subject};
use crate::domain::value::{Client, OrderList, SupervisorLevel};
use crate::service::Result;
use crate::service::bulk::Marked;
use crate::service::view::{List, Query, Sort, Tally};
use crate::text::{Shown, Texts};

/// What a row of a record stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// A cell of the catalogue.
    Cell(Key),
    /// A site that can be ticked.
    Site(SiteId),
    /// All sites.
    AllSites,
    /// Another record.
    Record(Subject),
    /// A supervisor level that can be given.
    Level(SupervisorLevel),
    /// A client of the softphone.
    Client(Client),
    /// A contact where it stands in an order.
    Ranked(OrderList, ContactId),
    /// What no Command changes: a request in words can ask for it.
    Asked,
}

/// Where the focus is, for what the whole console does with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Focus {
    /// The selected record.
    pub subject: Option<Subject>,
    /// The selected row of it, where the record has the focus.
    pub item: Option<Item>,
    /// The selected entry of the journal.
    pub entry: Option<EntryNo>,
    /// What a new record would be, where a tab has several kinds.
    pub kind: Option<RecordKind>,
    /// Whether rows can be marked here.
    pub marks: bool,
}

/// A tab.
pub trait Pane {
    /// Where its keys are looked up.
    fn place(&self) -> Place;

    /// Takes an action; says whether it was one of its own.
    ///
    /// # Errors
    /// The refusal, signed out, or the store.
    fn on(&mut self, action: Action, desk: &mut Desk) -> Result<bool>;

    /// Takes what is typed into its filter.
    fn typed(&mut self, event: Event<'_>, desk: &mut Desk);

    /// Reads what a canvas of that size shows. `rest`: no key waits, so that the record follows.
    ///
    /// # Errors
    /// Not allowed, signed out, or the store.
    fn read(&mut self, desk: &mut Desk, size: (u16, u16), rest: bool) -> Result<()>;

    /// Draws itself.
    fn draw(&mut self, canvas: &mut Canvas<'_>, desk: &Desk);

    /// Everything shown may have changed.
    fn spoil(&mut self);

    /// A count came in.
    fn tallied(&mut self, question: u64, tally: Tally);

    /// What has the focus.
    fn focus(&self) -> Focus;

    /// Whether an action does something here and now, as far as the pane alone can tell: the hints show no other.
    fn offers(&self, _action: Action) -> bool {
        true
    }

    /// Selects a record.
    ///
    /// # Errors
    /// Not allowed, signed out, or the store.
    fn select(&mut self, desk: &mut Desk, number: i64) -> Result<()>;

    /// Whether it shows that record at all; a view may show some only.
    fn has(&self, _subject: Subject) -> bool {
        true
    }

    /// Shows a record, of whatever kind the tab has.
    ///
    /// # Errors
    /// Not allowed, signed out, or the store.
    fn reveal(&mut self, desk: &mut Desk, subject: Subject) -> Result<()> {
        self.select(desk, subject.id)
    }

    /// Filters its list, as if that was typed.
    fn narrow(&mut self, _filter: &str) {}

    /// What the open list asks for, with the filter as it was typed.
    fn query(&self) -> Option<(Query, String)> {
        None
    }

    /// The open list with the columns of it that can be chosen, where there are some.
    fn columns(&self, _texts: &Texts) -> Option<(List, Vec<Column>)> {
        None
    }

    /// Shows another list of the tab, if it has that.
    fn turn_to(&mut self, _list: List) {}

    /// Selects a record where the list is, if it has it there: the filter stays.
    ///
    /// # Errors
    /// Not allowed, signed out, or the store.
    fn follow(&mut self, desk: &mut Desk, number: i64) -> Result<()> {
        self.select(desk, number)
    }

    /// Moves the selection in its list, wherever the focus is.
    ///
    /// # Errors
    /// Not allowed, signed out, or the store.
    fn walk(&mut self, _action: Action, _desk: &mut Desk) -> Result<()> {
        Ok(())
    }

    /// The value of the selected row of the record, where that has the focus.
    fn value(&self) -> Option<Shown> {
        None
    }

    /// What its list can be sorted by.
    fn sorts(&self) -> &'static [Sort] {
        &[]
    }

    /// Sorts its list.
    fn sort_by(&mut self, _sort: Sort) {}

    /// Whether the first section of the selected record is on screen: what is decided on can be read.
    fn is_read(&self) -> bool {
        true
    }

    /// Puts the first section of the selected record on screen.
    fn read_first(&mut self) {}

    /// What the selected row of the record says, whole, for the status line.
    fn remark(&self) -> Option<Shown>;

    /// The rows that are marked; none where no row is.
    fn marked(&self) -> Option<Marked> {
        None
    }

    /// Marks no row any more.
    fn unmark(&mut self) {}

    /// Whether the record beside the list waits for the keys to rest.
    fn waits(&self) -> bool;
}

/// The pane of a tab.
pub fn of(tab: Tab) -> Box<dyn Pane> {
    match tab {
        Tab::Admins => Box::new(admins::pane()),
        Tab::Users => Box::new(users::pane()),
        Tab::Roles => Box::new(roles::pane()),
        Tab::Contacts => Box::new(ListPane::<contacts::Contacts>::default()),
        Tab::Tickets => Box::new(ListPane::<tickets::Tickets>::default()),
        Tab::Journal => Box::new(ListPane::<journal::Journal>::default()),
        Tab::Site => Box::<site::SitePane>::default(),
    }
}

/// Whether a tab is drawn: one of its parts may be viewed.
pub fn shown(tab: Tab, desk: &Desk) -> bool {
    let resources: &[&str] = match tab {
        Tab::Admins => &["administrators"],
        Tab::Users => &["users", "assignments", "services"],
        Tab::Roles => &["roles"],
        Tab::Contacts => &["contacts"],
        Tab::Tickets => &["tickets"],
        Tab::Journal => &["journal"],
        Tab::Site => &["site", "profile", "dashboard"],
    };
    resources.iter().any(|resource| desk.sees(resource))
}

/// A row of cells as a row of a record.
fn as_item(row: SheetRow<Key>) -> SheetRow<Item> {
    SheetRow {
        of: row.of.map(Item::Cell),
        mark: row.mark,
        tone: row.tone,
        label: row.label,
        value: row.value,
        remark: row.remark,
    }
}
