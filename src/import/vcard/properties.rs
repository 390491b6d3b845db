//! Splits a text into properties: folded lines joined, soft breaks of quoted-printable followed, pictures left out.

use super::super::limits;
use super::super::lines::Lines;
use super::super::message::ReadError;
use super::property::Property;

/// The properties of a text, in order.
pub(super) struct Properties<'t> {
    lines: Lines<'t>,
    /// Whether the card is of version 2.1, where a fold stands for a blank.
    pub old: bool,
}

/// What a line is.
pub(super) enum Line {
    Property(Property),
    /// Neither a property nor blank.
    Unreadable(u64),
}

impl<'t> Properties<'t> {
    pub fn new(lines: Lines<'t>) -> Self {
        Self { lines, old: false }
    }

    /// Returns the next line that is not blank.
    pub fn next(&mut self) -> Result<Option<Line>, ReadError> {
        while let Some((number, text)) = self.lines.next()? {
            if text.trim().is_empty() {
                continue;
            }
            // The head may be folded as well; no real head is.
            let Some(property) = Property::open(number, &text) else { return Ok(Some(Line::Unreadable(number))) };
            return self.whole(property).map(|property| Some(Line::Property(property)));
        }
        Ok(None)
    }

    /// Joins the lines that a property goes on with.
    fn whole(&mut self, mut property: Property) -> Result<Property, ReadError> {
        let keep = property.is_read();
        let mut soft = property.quoted_printable && property.value.ends_with('=');
        if !keep {
            property.value.clear();
        }
        while let Some(next) = self.lines.peek()? {
            let folded = next.starts_with([' ', '\t']);
            let goes_on = soft || (folded && !next.trim().is_empty());
            if !goes_on {
                break;
            }
            let Some((_, next)) = self.lines.next()? else { break };
            if soft {
                property.value.pop();
                if next.trim().is_empty() {
                    break;
                }
            }
            let rest = if folded { &next[1..] } else { &next[..] };
            if keep {
                if self.old && folded && !soft {
                    property.value.push(' ');
                }
                property.value.push_str(rest);
                self.check_length(&property)?;
            }
            soft = property.quoted_printable && rest.ends_with('=');
        }
        self.check_length(&property)?;
        Ok(property)
    }

    fn check_length(&self, property: &Property) -> Result<(), ReadError> {
        if property.value.len() <= limits::FIELD {
            return Ok(());
        }
        Err(ReadError::FieldTooLong {
            file: self.lines.file().to_owned(),
            line: property.line,
            column: property.name.clone(),
            limit: limits::FIELD / limits::KIB,
        })
    }
}
