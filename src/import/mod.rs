//! Reads the files of other systems into plain records; grants nothing, stores nothing.
