//! Contacts: permissions by marks, the communication orders, details.

use super::super::desk::Desk;
use super::super::place::Tab;
use super::super::theme::Tone;
use super::super::widget::cells::{Held, rows};
use super::super::widget::sheet::SheetRow;
use super::super::widget::table::Column;
use super::list::with_draft;
use super::users::field;
use super::{Item, Kind, Opened, Source, as_item};
use crate::domain::catalogue::{Family, Key};
use crate::domain::cell::contact_command;
use crate::domain::command::Command;
use crate::domain::id::{ContactId, Kind as RecordKind, Subject};
use crate::domain::record::{Contact, Site};
use crate::domain::value::OrderList;
use crate::service::Result;
use crate::service::view::{ContactRow, Cursor, From, List, Query, Sort};
use crate::text::{Shown, Texts, show};

/// The tab of contacts.
pub struct Contacts;

impl Source for Contacts {
    type Row = ContactRow;
    const LIST: List = List::Contacts;

    fn fetch(desk: &Desk, query: &Query, from: &From, limit: usize) -> Result<Vec<(Cursor, ContactRow)>> {
        let rows = desk.console.contacts(query, from, limit)?;
        with_draft(desk, rows, Self::number, |row, contact: Contact| {
            row.name = contact.name;
            row.permissions = contact.permissions.into_iter().collect();
        })
    }

    fn number(row: &ContactRow) -> i64 {
        row.id.0
    }
}

impl Kind for Contacts {
    const TAB: Tab = Tab::Contacts;
    const RECORD: RecordKind = RecordKind::Contact;
    const MARKS: bool = true;

    fn columns(texts: &Texts) -> Vec<Column> {
        vec![
            Column::words(texts.get("col-name"), 14, 26, 0),
            Column::words(texts.get("col-permissions"), 7, 7, 1).chosen_as("permissions"),
            Column::numbers(texts.get("col-technical"), 4, 2).chosen_as("technical"),
            Column::numbers(texts.get("col-financial"), 4, 2).chosen_as("financial"),
            Column::words(texts.get("col-phone"), 15, 16, 3).chosen_as("phone"),
            Column::words(texts.get("col-email"), 12, 34, 6).chosen_as("email"),
        ]
    }

    fn sorted(sort: Sort) -> Option<usize> {
        (sort != Sort::Changed).then_some(0)
    }

    fn cells(desk: &Desk, row: &ContactRow) -> Vec<(Shown, Tone)> {
        let texts = &desk.look.texts;
        let maybe = |text: &Option<String>| text.as_deref().map_or_else(|| texts.nothing(), show);
        let rank = |rank: Option<i64>| rank.map_or_else(|| texts.nothing(), |n| texts.number(n));
        let marks: String = desk
            .catalogue
            .family(Family::Contact)
            .map(|entry| if row.permissions.contains(&entry.key) { entry.mark.unwrap_or('x') } else { '.' })
            .collect();
        [
            show(&row.name),
            show(&marks),
            rank(row.technical_rank),
            rank(row.financial_rank),
            maybe(&row.phone),
            maybe(&row.email),
        ]
        .map(|text| (text, Tone::Plain))
        .into()
    }

    fn sections(texts: &Texts) -> Vec<Shown> {
        vec![texts.get("section-permissions"), texts.get("section-orders"), texts.get("section-details")]
    }

    fn open(desk: &Desk, number: i64, at: usize) -> Result<Opened> {
        let texts = &desk.look.texts;
        let (contact, cells) = desk.console.contact_cells(ContactId(number), &desk.staged)?;
        let rows = match at {
            0 => {
                let mark = |key: &Key| desk.catalogue.get(key.as_str()).and_then(|entry| entry.mark);
                let stored: Contact = desk.console.record(number)?;
                let held: Vec<Held> =
                    cells.into_iter().map(|cell| Held { stored: stored.rank(cell.key.as_str()), cell }).collect();
                let mut rows: Vec<_> = rows(&held, &desk.catalogue, &desk.look).into_iter().map(as_item).collect();
                // C-10: the legend of the marks in the list.
                for row in &mut rows {
                    if let Some(Item::Cell(key)) = &row.of
                        && let Some(letter) = mark(key)
                    {
                        row.label = Shown::join(&[show(&letter.to_string()), row.label.clone()], &Shown::fixed("  "));
                    }
                }
                rows.push(SheetRow::heading(texts.get("contact-at-once")));
                rows
            }
            1 => orders(desk)?,
            _ => details(desk, &contact)?,
        };
        let remark = contact.organisation.as_deref().map(show).unwrap_or_default();
        Ok(Opened { title: show(&contact.name), remark, rows })
    }

    fn toggle(desk: &Desk, number: i64, item: &Item, _step: Option<i8>) -> Result<Option<Vec<Command>>> {
        let Item::Cell(key) = item else { return Ok(None) };
        let (contact, _) = desk.console.contact_cells(ContactId(number), &desk.staged)?;
        Ok(Some(vec![contact_command(&contact, key, contact.rank(key.as_str()) == 0)]))
    }

    fn empty(texts: &Texts) -> Shown {
        texts.get("empty-contacts")
    }
}

/// C-21: both orders, numbered from 1; C-20 and C-30 below them.
fn orders(desk: &Desk) -> Result<Vec<SheetRow<Item>>> {
    let texts = &desk.look.texts;
    let organisation = desk.console.organisation()?;
    let mut rows = vec![
        field(desk, "help_general", organisation.help_general.as_deref()),
        field(desk, "help_technical", organisation.help_technical.as_deref()),
        SheetRow::heading(texts.get("order-exception")),
    ];
    if !desk.actor.all_sites() {
        rows.push(SheetRow::heading(texts.get("order-needs-all-sites")));
        return Ok(rows);
    }
    for list in OrderList::ALL {
        let order = Item::Record(Subject::new(RecordKind::Order, list.id()));
        rows.push(SheetRow { of: Some(order), ..SheetRow::heading(texts.label(*list)) });
        for (rank, contact) in (1_i64..).zip(desk.console.order(*list, &desk.staged)?) {
            let phone = contact.phones.first().map(|p| show(&p.number)).unwrap_or_default();
            let label = Shown::join(&[texts.number(rank).pad_left(3), show(&contact.name)], &Shown::fixed("  "));
            rows.push(SheetRow::detail(Some(Item::Ranked(*list, contact.id)), label, phone));
        }
    }
    Ok(rows)
}

fn details(desk: &Desk, contact: &Contact) -> Result<Vec<SheetRow<Item>>> {
    let texts = &desk.look.texts;
    let site: Option<Site> = contact.site.map(|id| desk.console.record(id.0)).transpose()?;
    let mut rows = vec![
        field(desk, "name", Some(&contact.name)),
        field(desk, "first_name", contact.first_name.as_deref()),
        field(desk, "last_name", contact.last_name.as_deref()),
        field(desk, "organisation", contact.organisation.as_deref()),
        field(desk, "position", contact.position.as_deref()),
        field(desk, "site", site.as_ref().map(|s| s.name.as_str())),
    ];
    rows.extend(contact.emails.iter().map(|email| field(desk, "email", Some(email))));
    for phone in &contact.phones {
        rows.push(SheetRow::detail(None, texts.phone_kind(&phone.kind), show(&phone.number)));
    }
    for address in &contact.addresses {
        let parts = [&address.street, &address.town, &address.region, &address.postcode, &address.country];
        let words: Vec<&str> = parts.into_iter().flatten().flat_map(|part| part.lines()).collect();
        rows.push(field(desk, "address", Some(&words.join(", "))));
    }
    let types = contact.communications.iter().map(|list| texts.label(*list));
    let types = Shown::join(types.collect::<Vec<_>>().iter(), &Shown::fixed(", "));
    let types = if types.is_empty() { texts.nothing() } else { types };
    rows.push(SheetRow::detail(None, texts.field("communications"), types));
    rows.push(field(desk, "note", contact.note.as_deref()));
    Ok(rows)
}
