//! The plain records a reading yields.

mod contact;
mod person;
mod ticket;
mod user;

pub use contact::{AddressRecord, ContactRecord, PhoneKind};
pub use person::PersonRecord;
pub use ticket::{TicketRecord, TicketState, Urgency};
pub use user::{DeviceRecord, Field, FieldSet, UserRecord};
