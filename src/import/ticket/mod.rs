//! Tickets of help desks: lists of GLPI and Redmine, and dumps of django-helpdesk.

mod columns;
mod date;
pub(super) mod django;
mod list;
mod words;

pub(super) use list::read;
