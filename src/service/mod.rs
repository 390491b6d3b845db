//! The door for every change, and what the two faces hold.
