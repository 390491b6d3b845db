//! The assignment views: by number, by device, by service, by user.

use std::marker::PhantomData;

use super::super::super::desk::Desk;
use super::super::super::place::Tab;
use super::super::super::theme::Tone;
use super::super::super::widget::sheet::SheetRow;
use super::super::super::widget::table::Column;
use super::super::{Item, Kind, Opened, Source};
use crate::domain::id::Kind as RecordKind;
use crate::domain::record::{Service, Site, User};
use crate::domain::value::{Client, Status};
use crate::service::Result;
use crate::service::view::{AssignedRow, Cursor, Filter, From, List, Query, Sort};
use crate::text::{Shown, Texts, show};

/// One of the views.
pub trait View: 'static {
    /// Which list.
    const LIST: List;
    /// What is sorted by besides the user's name, number and status; the first column is of it.
    const COLUMNS: &'static [What];
}

/// What a column shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The number.
    Extension,
    /// The user's name.
    User,
    /// The device; by number and by user the first one, and how many more there are.
    Device,
    /// Its model.
    Model,
    /// Whether it is a WebRTC one.
    WebRtc,
    /// The clients of the softphone that register as it.
    Clients,
    /// The service.
    Service,
    /// Everything that the user is given.
    Services,
    /// The site.
    Site,
    /// The status.
    Status,
}

macro_rules! views {
    ($($name:ident: $about:literal, [$($what:ident),*];)*) => {
        $(#[doc = $about]
        pub struct $name;

        impl View for $name {
            const LIST: List = List::$name;
            const COLUMNS: &'static [What] = &[$(What::$what),*];
        })*
    };
}

views! {
    ByNumber: "Numbers.", [Extension, User, Device, Site, Status];
    ByDevice: "Devices.", [Device, User, Extension, WebRtc, Clients, Model, Site];
    ByService: "Services.", [Service, User, Extension, Site, Status];
    ByUser: "Users.", [User, Extension, Services, Device, Site];
}

/// A view as a list.
pub struct Assigned<V>(PhantomData<V>);

impl<V: View> Source for Assigned<V> {
    type Row = AssignedRow;
    const LIST: List = V::LIST;

    fn fetch(desk: &Desk, query: &Query, from: &From, limit: usize) -> Result<Vec<(Cursor, AssignedRow)>> {
        desk.console.window(query, from, limit)
    }

    fn number(row: &AssignedRow) -> i64 {
        row.number
    }

    fn record(row: &AssignedRow) -> i64 {
        row.user.0
    }
}

impl<V: View> Kind for Assigned<V> {
    const TAB: Tab = Tab::Users;
    const RECORD: RecordKind = RecordKind::User;

    fn columns(texts: &Texts) -> Vec<Column> {
        V::COLUMNS.iter().enumerate().map(|(at, what)| column(texts, *what, at == 0)).collect()
    }

    fn sorted(sort: Sort) -> Option<usize> {
        let what = match sort {
            Sort::Extension => What::Extension,
            Sort::Name => What::User,
            Sort::Status => What::Status,
            Sort::Device => What::Device,
            Sort::Service => What::Service,
            _ => return None,
        };
        V::COLUMNS.iter().position(|column| *column == what)
    }

    fn view(desk: &Desk, _filter: &Filter) -> Shown {
        desk.look.texts.word("users-view", V::LIST.as_str())
    }

    fn cells(desk: &Desk, row: &AssignedRow) -> Vec<(Shown, Tone)> {
        let tone = if row.status == Status::Disabled { Tone::Dim } else { Tone::Plain };
        V::COLUMNS.iter().map(|what| (cell(desk, V::LIST, row, *what), tone)).collect()
    }

    fn sections(texts: &Texts) -> Vec<Shown> {
        vec![texts.get("section-assignments")]
    }

    fn open(desk: &Desk, number: i64, _at: usize) -> Result<Opened> {
        let user: User = desk.console.record(number)?;
        Ok(Opened {
            title: show(&user.display_name),
            remark: desk.look.texts.label(user.status),
            rows: rows(desk, &user)?,
        })
    }

    fn empty(texts: &Texts) -> Shown {
        texts.word("empty", V::LIST.as_str())
    }
}

fn column(texts: &Texts, what: What, first: bool) -> Column {
    let rank = |rank: u8| if first { 0 } else { rank };
    match what {
        What::Extension => Column::numbers(texts.get("col-extension"), 7, rank(1)),
        What::User => Column::words(texts.get("col-name"), 14, 30, rank(0)),
        What::Device => Column::words(texts.get("col-device"), 14, 20, rank(3)),
        What::Model => Column::words(texts.get("col-model"), 6, 16, rank(7)),
        What::WebRtc => Column::words(texts.get("device-webrtc"), 6, 6, rank(5)),
        What::Clients => Column::words(texts.get("col-clients"), 7, 16, rank(6)),
        What::Service => Column::words(texts.get("col-service"), 14, 16, rank(0)),
        What::Services => Column::words(texts.get("col-services"), 14, 40, rank(2)),
        What::Site => Column::words(texts.get("col-site"), 4, 8, rank(4)),
        What::Status => Column::words(texts.get("col-status"), 8, 9, rank(5)),
    }
}

fn cell(desk: &Desk, list: List, row: &AssignedRow, what: What) -> Shown {
    let texts = &desk.look.texts;
    let maybe = |text: &Option<String>| text.as_deref().map_or_else(|| texts.nothing(), show);
    match what {
        What::Extension => maybe(&row.extension),
        What::User => show(&row.display_name),
        What::Device if list != List::ByDevice && row.devices > 1 => {
            texts.with("device-more", &[("device", maybe(&row.device).into()), ("more", (row.devices - 1).into())])
        }
        What::Device => maybe(&row.device),
        What::Model => maybe(&row.model),
        What::WebRtc => Shown::fixed(if row.webrtc { "[x]" } else { "[ ]" }),
        What::Clients if row.clients.is_empty() => texts.nothing(),
        What::Clients => {
            let clients: Vec<Shown> = row.clients.iter().map(|client| texts.word("client", client)).collect();
            Shown::join(&clients, &Shown::fixed(", "))
        }
        What::Service => row.service.map_or_else(|| texts.nothing(), |service| texts.label(service)),
        What::Services if row.services.is_empty() => texts.nothing(),
        What::Services => {
            let services: Vec<Shown> = row.services.iter().map(|service| texts.label(*service)).collect();
            Shown::join(&services, &Shown::fixed(", "))
        }
        What::Site => maybe(&row.site),
        What::Status => texts.label(row.status),
    }
}

/// Everything that is assigned to a user, read-only; Enter on the name opens the user, for who may see users.
fn rows(desk: &Desk, user: &User) -> Result<Vec<SheetRow<Item>>> {
    let texts = &desk.look.texts;
    let site: Option<Site> = user.site.map(|id| desk.console.record(id.0)).transpose()?;
    let opens = desk.sees("users").then(|| Item::Record(user.id.subject()));
    let mut rows = vec![
        SheetRow::detail(opens, texts.field("user"), show(&user.display_name)),
        super::field(desk, "extension", user.extension.as_deref()),
        super::field(desk, "site", site.as_ref().map(|site| site.name.as_str())),
        SheetRow::heading(texts.field("devices")),
    ];
    for device in &user.devices {
        let uses = |client: &&Client| {
            user.softphone.get(client).is_some_and(|held| held.device.as_deref() == Some(device.id.as_str()))
        };
        let clients: Vec<Shown> = Client::ALL.iter().filter(uses).map(|client| texts.label(*client)).collect();
        let webrtc = if device.webrtc { texts.get("device-webrtc") } else { texts.nothing() };
        let mut row = SheetRow::detail(None, show(&device.id), webrtc);
        let model = device.model.as_deref().map(show).unwrap_or_default();
        row.remark = Shown::join(
            [model, Shown::join(&clients, &Shown::fixed(", "))].iter().filter(|s| !s.is_empty()),
            &Shown::fixed("  "),
        );
        rows.push(row);
    }
    if user.devices.is_empty() {
        rows.push(SheetRow::detail(None, texts.get("device-none"), Shown::default()));
    }
    rows.push(SheetRow::heading(texts.get("assigned-services")));
    let services = services(user);
    rows.extend(services.iter().map(|service| SheetRow::detail(None, texts.label(*service), Shown::default())));
    if services.is_empty() {
        rows.push(SheetRow::detail(None, texts.get("assigned-none"), Shown::default()));
    }
    Ok(rows)
}

/// The services of a user.
fn services(user: &User) -> Vec<Service> {
    let words = [user.access_type.as_str(), user.supervisor_level.as_str()];
    let mut services: Vec<Service> = words.into_iter().filter_map(Service::parse).collect();
    for (service, is_given) in [
        (Service::AgentAddon, user.agent_addon),
        (Service::UcClient, user.uc_client),
        (Service::Softphone, !user.softphone.is_empty()),
        (Service::CrmAddon, user.crm_addon),
    ] {
        services.extend(is_given.then_some(service));
    }
    services.sort_unstable();
    services
}
