//! vCard 2.1, 3.0 and 4.0, one file with many cards.
//!
//! Read by hand: cards say by property in which charset they are, are refused one by one with the line where they
//! begin, and lose pictures and keys while they are read; no parser at hand does these three.

mod card;
mod properties;
mod property;
mod text;

use std::collections::BTreeSet;

use super::encoding::Encoding;
use super::limits;
use super::lines::Lines;
use super::message::{Caution, ReadError, Refusal};
use super::place::{Place, Refused};
use super::reading::Reading;
use super::value::Cleaner;
use card::Card;
use properties::{Line, Properties};

/// Reads every card of a file into the reading.
pub(super) fn read(
    file: usize,
    text: Lines<'_>,
    reading: &mut Reading,
    stop: &dyn Fn() -> bool,
) -> Result<(), ReadError> {
    let name = text.file().to_owned();
    let wide = [Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be].contains(&reading.files[file].encoding);
    let mut cleaner = Cleaner::new();
    let mut properties = Properties::new(text);
    let mut open: Option<Card> = None;
    let (mut cards, mut nested, mut agent) = (0_u64, 0_u32, false);
    let mut ignored = BTreeSet::new();
    while let Some(line) = properties.next()? {
        let property = match line {
            Line::Property(property) => property,
            Line::Unreadable(at) => {
                reading.warn(Place::line(file, at), Caution::LineUnreadable);
                continue;
            }
        };
        let is_card = property.value.trim().eq_ignore_ascii_case("vcard");
        match (property.name.as_str(), &mut open) {
            // A card inside a card is somebody else's: left out whole.
            ("begin", Some(_)) if is_card && (agent || nested > 0) => nested += 1,
            ("begin", previous) if is_card => {
                cards += 1;
                if cards > limits::RECORDS {
                    return Err(ReadError::TooManyRecords { file: name.clone(), limit: limits::RECORDS });
                }
                if cards.is_multiple_of(256) && stop() {
                    return Err(ReadError::Stopped);
                }
                if let Some(unclosed) = previous.replace(Card::open(property.line)) {
                    let place = Place::line(file, unclosed.line);
                    reading.refused.push(Refused { place, reason: Refusal::CardUnclosed });
                }
                properties.old = false;
            }
            ("end", _) if is_card && nested > 0 => nested -= 1,
            ("end", card) if is_card => {
                if let Some(card) = card.take() {
                    close(&card, file, !wide, &mut cleaner, reading)?;
                }
            }
            _ if nested > 0 => {}
            ("version", Some(card)) => {
                card.old = property.value.trim() == "2.1";
                properties.old = card.old;
            }
            ("agent", Some(_)) => {
                nested += u32::from(property.value.trim().eq_ignore_ascii_case("begin:vcard"));
                agent = property.value.trim().is_empty();
                continue;
            }
            (_, Some(card)) if property.is_read() => card.properties.push(property),
            (other, Some(_)) => drop(ignored.insert(other.to_owned())),
            _ => {}
        }
        agent = false;
    }
    if let Some(unclosed) = open {
        let place = Place::line(file, unclosed.line);
        reading.refused.push(Refused { place, reason: Refusal::CardUnclosed });
    }
    if cleaner.dropped > 0 {
        reading.warn(Place::file(file), Caution::InvisibleDropped { count: cleaner.dropped });
    }
    let report = &mut reading.files[file];
    report.records = cards;
    report.secret_columns = ignored.iter().filter(|name| *name == "key").cloned().collect();
    report.ignored_columns = ignored.into_iter().filter(|name| name != "key").collect();
    Ok(())
}

fn close(
    card: &Card,
    file: usize,
    single: bool,
    cleaner: &mut Cleaner,
    reading: &mut Reading,
) -> Result<(), ReadError> {
    if card.is_group() {
        reading.skipped += 1;
        return Ok(());
    }
    let contact = card.contact(file, single, cleaner, reading);
    reading.contact(contact)
}
