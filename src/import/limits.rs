//! Limits checked while reading; a file beyond one is refused, never cut.

/// Size of a file, in bytes.
pub const FILE: usize = 64 * MIB;
/// Size of all texts of a set that are held whole while they are read (JSON, XML, the configuration of Asterisk), in
/// bytes: what is read row by row or line by line is not held.
pub const WHOLE: usize = 24 * MIB;
/// What is held of the entries of a directory, in bytes: groups name people of any place, so all are held.
pub const ENTRIES: usize = 40 * MIB;
/// What is held of the sections of a configuration, in bytes: what is made of them takes several times as much.
pub const SECTIONS: usize = 16 * MIB;
/// Records of a set of files.
pub const RECORDS: u64 = 500_000;
/// Records of one family of files that may be refused: beyond that it is the files, and not the records.
pub const REFUSED: usize = 100_000;
/// Columns of a header.
pub const COLUMNS: usize = 512;
/// Length of a record or line, in bytes.
pub const RECORD: usize = MIB;
/// Length of a field, in bytes.
pub const FIELD: usize = 64 * KIB;
/// Settings of one configuration section once its templates are applied.
pub const SECTION: usize = 4096;
/// Elements of XML, or arrays and objects of JSON, inside one another.
pub const DEPTH: usize = 16;
/// Digits of an extension.
pub const EXTENSION: usize = 15;

/// Bytes in one KiB.
pub const KIB: usize = 1024;
/// Bytes in one MiB.
pub const MIB: usize = 1024 * KIB;
