//! The tab Site: overview, organisation, sites, groups, workspaces, applications.

use super::super::action::Action;
use super::super::canvas::Canvas;
use super::super::desk::Desk;
use super::super::event::Event;
use super::super::place::{Place, Tab};
use super::super::theme::Tone;
use super::super::widget::field::TextField;
use super::super::widget::sheet::{Sheet, SheetRow};
use super::users::{field, seat_rows};
use super::{Focus, Item, Pane, overview, places};
use crate::domain::id::{Kind as RecordKind, Subject};
use crate::domain::record::Seat;
use crate::service::Result;
use crate::service::view::{Filter, List, Query, Sort, Tally, terms_of};
use crate::text::{Shown, Texts, show};

/// The rooms of the tab.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Room {
    Overview,
    Organisation,
    Sites,
    Groups,
    Workspaces,
    Applications,
}

const ROOMS: [Room; 6] =
    [Room::Overview, Room::Organisation, Room::Sites, Room::Groups, Room::Workspaces, Room::Applications];

impl Room {
    fn title(self, texts: &Texts) -> Shown {
        match self {
            Self::Overview => texts.get("room-overview"),
            Self::Organisation => texts.get("room-organisation"),
            Self::Sites => texts.get("room-sites"),
            Self::Groups => texts.get("room-groups"),
            Self::Workspaces => texts.get("room-workspaces"),
            Self::Applications => texts.get("room-applications"),
        }
    }

    const fn resource(self) -> &'static str {
        match self {
            Self::Overview => "dashboard",
            Self::Organisation => "profile",
            _ => "site",
        }
    }

    const fn list(self) -> Option<(List, RecordKind)> {
        match self {
            Self::Overview | Self::Organisation => None,
            Self::Sites => Some((List::Sites, RecordKind::Site)),
            Self::Groups => Some((List::Groups, RecordKind::Group)),
            Self::Workspaces => Some((List::Workspaces, RecordKind::Workspace)),
            Self::Applications => Some((List::Applications, RecordKind::Application)),
        }
    }
}

/// How wide the rooms stand on a screen.
fn rooms(width: u16) -> u16 {
    24.min(width / 3)
}

/// How wide the open room is beside them.
fn inside(width: u16) -> u16 {
    width.saturating_sub(rooms(width) + 2)
}

/// The tab.
#[derive(Default)]
pub struct SitePane {
    rooms: Sheet<Room>,
    inside: Sheet<Item>,
    record: bool,
    read: Option<(Room, u16)>,
    wanted: Option<Subject>,
    filter: Option<TextField>,
    /// What the places of the open room are filtered by.
    typed: String,
}

impl SitePane {
    fn room(&self) -> Room {
        self.rooms.selected().and_then(|row| row.of).unwrap_or(Room::Overview)
    }

    fn filter_by(&mut self, typed: &str) {
        typed.clone_into(&mut self.typed);
        self.inside.select(0);
        self.read = None;
    }

    /// The rooms in the language of now; the one that is open stays so.
    fn name_rooms(&mut self, desk: &Desk) {
        let row = |room: Room| SheetRow::detail(Some(room), room.title(&desk.look.texts), Shown::default());
        self.rooms.set(ROOMS.map(row).into());
    }

    fn rows(&self, desk: &Desk, room: Room, width: u16) -> Result<Vec<SheetRow<Item>>> {
        if !desk.sees(room.resource()) {
            let resource = desk.look.texts.key_label(&desk.catalogue, room.resource());
            let text = desk.look.texts.with("room-not-held", &[("resource", resource.into())]);
            return Ok(vec![SheetRow::detail(None, text, Shown::default())]);
        }
        match room {
            Room::Overview => overview::rows(desk, width),
            Room::Organisation => organisation(desk),
            room => match room.list() {
                Some((list, kind)) => places::rows(desk, list, kind, &self.typed),
                None => Ok(Vec::new()),
            },
        }
    }
}

fn organisation(desk: &Desk) -> Result<Vec<SheetRow<Item>>> {
    let texts = &desk.look.texts;
    let org = desk.console.organisation()?;
    let row = |name: &str, value: Shown| SheetRow::detail(None, texts.field(name), value);
    let mut rows = vec![
        field(desk, "name", Some(&org.name)),
        row("plan", texts.label(org.plan)),
        row("voip", texts.on_off(org.voip)),
        row("four_eyes", texts.label(org.four_eyes)),
        row("seat_limit", texts.label(org.seat_limit)),
        row("password_min_length", texts.number(i64::from(org.password_min_length))),
        row("idle_lock_minutes", texts.number(i64::from(org.idle_lock_minutes))),
        field(desk, "help_general", org.help_general.as_deref()),
        field(desk, "help_technical", org.help_technical.as_deref()),
        // U-18, U-72: the provider decides; read-only, with who to ask.
        SheetRow {
            of: Some(Item::Asked),
            remark: super::users::by_provider(desk, Tab::Site),
            ..row("agent_addon_automatic", texts.on_off(org.agent_addon_automatic))
        },
    ];
    rows.extend(super::note::row(desk, org.note.as_deref()));
    rows.extend(seat_rows(desk, &Seat::ALL)?);
    Ok(rows)
}

impl Pane for SitePane {
    fn place(&self) -> Place {
        match (&self.filter, self.record) {
            (Some(_), _) => Place::Filter,
            (None, true) => Place::Record(Tab::Site),
            (None, false) => Place::List(Tab::Site),
        }
    }

    fn on(&mut self, action: Action, _desk: &mut Desk) -> Result<bool> {
        if self.filter.is_some() {
            match action {
                Action::Accept => self.filter = None,
                Action::Back => {
                    self.filter = None;
                    self.filter_by("");
                }
                moved => return Ok(self.inside.on(moved)),
            }
            return Ok(true);
        }
        match action {
            Action::Open => self.record = true,
            Action::Filter | Action::Search if self.room().list().is_some() => {
                self.record = true;
                self.filter = Some(TextField::new(&self.typed));
            }
            Action::Back if self.record && !self.typed.is_empty() => self.filter_by(""),
            Action::Back | Action::PreviousSection if self.record => self.record = false,
            moved if self.record => return Ok(self.inside.on(moved)),
            moved => {
                let room = self.room();
                let used = self.rooms.on(moved);
                if self.room() != room {
                    self.filter_by("");
                }
                return Ok(used);
            }
        }
        Ok(true)
    }

    fn typed(&mut self, event: Event<'_>, _desk: &mut Desk) {
        let Some(field) = &mut self.filter else { return };
        if field.on(event) && field.value() != self.typed {
            let typed = field.value().to_owned();
            self.filter_by(&typed);
        }
    }

    fn read(&mut self, desk: &mut Desk, (width, _): (u16, u16), rest: bool) -> Result<()> {
        self.name_rooms(desk);
        let room = self.room();
        if self.read != Some((room, width)) && rest {
            let rows = self.rows(desk, room, inside(width))?;
            self.inside.set(rows);
            self.read = Some((room, width));
            if let Some(wanted) = self.wanted.take() {
                let at = self.inside.rows().iter().position(|row| row.of == Some(Item::Record(wanted)));
                self.inside.select(at.unwrap_or(0));
            }
        }
        Ok(())
    }

    fn draw(&mut self, canvas: &mut Canvas<'_>, desk: &Desk) {
        let (width, height) = (canvas.width(), canvas.height());
        let left = rooms(width);
        self.rooms.draw(&mut canvas.part(0, 1, left, height), !self.record);
        canvas.part(left, 0, 1, height).pillar(0);
        let inside = inside(width);
        let mut right = canvas.part(left + 2, 0, inside, height);
        right.text(0, 0, &self.room().title(&desk.look.texts), Tone::Strong);
        let mut line = right.part(0, 1, inside, 1);
        match &self.filter {
            Some(field) => {
                line.text(0, 0, &Shown::fixed("/"), Tone::Chosen);
                field.draw(&mut line.part(2, 0, inside.saturating_sub(2), 1), true);
            }
            None if !self.typed.is_empty() => {
                line.text(0, 0, &Shown::fixed("/"), Tone::Dim);
                line.cell(2, 0, inside.saturating_sub(2), &show(&self.typed), Tone::Plain);
            }
            None => {}
        }
        self.inside.draw(&mut right.part(0, 2, inside, height.saturating_sub(2)), self.record);
    }

    fn spoil(&mut self) {
        self.read = None;
    }

    fn tallied(&mut self, _question: u64, _tally: Tally) {}

    fn focus(&self) -> Focus {
        let item = if self.record { self.inside.selected().and_then(|row| row.of.clone()) } else { None };
        let subject = match &item {
            Some(Item::Record(subject)) => Some(*subject),
            _ if self.room() == Room::Organisation => Some(Subject::new(RecordKind::Organisation, 1)),
            _ => None,
        };
        Focus { subject, item, kind: self.room().list().map(|(_, kind)| kind), ..Focus::default() }
    }

    fn offers(&self, action: Action) -> bool {
        match action {
            Action::New => self.room().list().is_some(),
            Action::Back => self.record,
            Action::Filter | Action::Search => self.room().list().is_some(),
            // The rows of a room have one order and no sections.
            Action::NextSection | Action::Sort | Action::ReverseSort => false,
            Action::Columns | Action::Views => false,
            _ => true,
        }
    }

    fn query(&self) -> Option<(Query, String)> {
        let (list, _) = self.room().list()?;
        let filter = Filter::parse(&self.typed, terms_of(list));
        Some((Query { list, filter, sort: Sort::Name, descending: false }, self.typed.clone()))
    }

    fn select(&mut self, _desk: &mut Desk, _number: i64) -> Result<()> {
        Ok(())
    }

    fn reveal(&mut self, desk: &mut Desk, subject: Subject) -> Result<()> {
        let room = ROOMS.iter().position(|room| match room {
            Room::Organisation => subject.kind == RecordKind::Organisation,
            room => room.list().is_some_and(|(_, kind)| kind == subject.kind),
        });
        if let Some(room) = room {
            self.name_rooms(desk);
            self.rooms.select(room);
            self.typed.clear();
            self.wanted = Some(subject);
            (self.record, self.read) = (true, None);
        }
        Ok(())
    }

    fn remark(&self) -> Option<Shown> {
        // The bars of the overview say nothing more than its numbers.
        let row = if self.record && self.room() != Room::Overview { self.inside.selected() } else { None };
        row.map(|row| row.remark.clone()).filter(|remark| !remark.is_empty())
    }

    fn waits(&self) -> bool {
        self.read.map(|(room, _)| room) != Some(self.room())
    }
}
