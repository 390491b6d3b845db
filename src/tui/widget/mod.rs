//! What the panes and layers are made of. Each is a value that takes events and draws itself.

pub mod bar;
pub mod cells;
pub mod choice;
pub mod field;
pub mod form;
pub mod highlight;
pub mod mark;
pub mod scroll;
pub mod secret;
pub mod sheet;
pub mod table;
