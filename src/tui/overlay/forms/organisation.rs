//! The form of the organisation: its name, its settings, and the seats that were bought.

use std::collections::BTreeMap;

use super::super::super::desk::Desk;
use super::super::form::FormLayer;
use super::drafted;
use super::fields::Fields;
use super::read::Read;
use crate::domain::command::SetOrganisation;
use crate::domain::record::{Organisation, Seat};
use crate::domain::value::{Formula, FourEyes, SeatLimit};
use crate::service::Result;

/// The form of the organisation.
///
/// # Errors
/// Signed out, or the store.
pub fn edit(desk: &Desk) -> Result<FormLayer> {
    let org: Organisation = drafted(desk, 1)?;
    let of = Fields(desk);
    let texts = &desk.look.texts;
    let count = |id: &'static str, number| of.number(id, texts.field(id), Some(number)).required();
    let mut fields = vec![
        of.line("name", Some(&org.name)).required(),
        of.word("plan", Formula::ALL, Some(org.plan)).required(),
        of.switch("voip", org.voip),
        of.word("four_eyes", FourEyes::ALL, Some(org.four_eyes)).required(),
        of.word("seat_limit", SeatLimit::ALL, Some(org.seat_limit)).required(),
        count("password_min_length", org.password_min_length),
        count("idle_lock_minutes", org.idle_lock_minutes),
        of.note("help_general", org.help_general.as_deref()),
        of.note("help_technical", org.help_technical.as_deref()),
    ];
    fields.extend(Seat::ALL.map(|seat| {
        let label = texts.with("form-seats", &[("seat", texts.label(seat).into())]);
        of.number(seat.as_str(), label, org.seats.get(&seat).copied())
    }));
    Ok(FormLayer::staging(
        desk,
        texts.get("form-organisation"),
        fields,
        Box::new(|form| {
            let read = Read(form);
            let seats: BTreeMap<Seat, Option<u32>> =
                Seat::ALL.into_iter().filter_map(|seat| Some((seat, read.number(seat.as_str())?))).collect();
            let command = SetOrganisation {
                name: read.new_text("name"),
                plan: read.word("plan"),
                voip: read.turned("voip"),
                four_eyes: read.word("four_eyes"),
                seats: (!seats.is_empty()).then_some(seats),
                seat_limit: read.word("seat_limit"),
                password_min_length: read.number("password_min_length").flatten(),
                idle_lock_minutes: read.number("idle_lock_minutes").flatten(),
                help_general: read.given("help_general"),
                help_technical: read.given("help_technical"),
            };
            form.is_changed().then(|| command.into()).into_iter().collect()
        }),
    ))
}
