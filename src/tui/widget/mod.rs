//! What the panes and layers are made of. Each is a value that takes events and draws itself.

pub mod bar;
pub mod cells;
pub mod chart;
pub mod choice;
pub mod confirm;
pub mod entrance;
pub mod field;
pub mod form;
pub mod frame;
pub mod highlight;
pub mod hints;
pub mod mark;
pub mod notice;
pub mod order;
pub mod palette;
pub mod plan;
pub mod review;
pub mod scroll;
pub mod secret;
pub mod sheet;
pub mod table;
