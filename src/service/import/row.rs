//! What each record of an import comes to: set aside as well, for there may be half a million.

use std::borrow::Cow;
use std::io;

use serde_json::Value;

use super::Difference;
use crate::import::{Aside, Pack, Spool, pack_enum, pack_struct};

/// What one record comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is described at its count")]
pub enum RowKind {
    New,
    Changed,
    Renamed,
    Moved,
    Reassigned,
    Vanished,
    Unmatched,
    Likely,
}

impl RowKind {
    /// The word used in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Changed => "changed",
            Self::Renamed => "renamed",
            Self::Moved => "moved",
            Self::Reassigned => "reassigned",
            Self::Vanished => "vanished",
            Self::Unmatched => "unmatched",
            Self::Likely => "likely",
        }
    }
}

/// One record of an import that changes something.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportRow {
    /// What it comes to.
    pub kind: RowKind,
    /// The key in the feed.
    pub key: String,
    /// The name in the file; of who vanished, the name in the store.
    pub name: String,
    /// The index of the file; none for who vanished.
    pub file: Option<usize>,
    /// The line in that file, from 1; none for who vanished.
    pub line: Option<u64>,
    /// Who had the number before, where it was reassigned; the user whom a person of a directory likely is; the number
    /// that a person had who has another one now.
    pub was: Option<String>,
    /// What differs from the last time.
    pub differences: Vec<Difference>,
    /// What the file says besides, by column: shown, never stored. Proposed groups are `groups`, mobiles `mobile`.
    pub shown: Vec<(String, String)>,
}

pack_enum!(RowKind { New, Changed, Renamed, Moved, Reassigned, Vanished, Unmatched, Likely });
pack_struct!(ImportRow { kind, key, name, file, line, was, differences, shown });

impl Pack for Difference {
    fn pack(&self, out: &mut Vec<u8>) {
        let Self { field, before, after, kept } = self;
        field.to_string().pack(out);
        before.to_string().pack(out);
        after.to_string().pack(out);
        kept.pack(out);
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        let field = Cow::Owned(String::unpack(from)?);
        let mut value = || serde_json::from_str::<Value>(&String::unpack(from)?).ok();
        let (before, after) = (value()?, value()?);
        Some(Self { field, before, after, kept: bool::unpack(from)? })
    }
}

/// The records of an import that change something.
#[derive(Debug)]
pub struct Rows {
    kinds: Vec<RowKind>,
    spool: Spool<ImportRow>,
}

impl Rows {
    pub(super) fn new(aside: &Aside) -> Self {
        Self { kinds: Vec::new(), spool: Spool::new(aside) }
    }

    pub(super) fn push(&mut self, row: &ImportRow) -> io::Result<()> {
        self.kinds.push(row.kind);
        self.spool.push(row)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.kinds.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.kinds.is_empty()
    }

    /// What each comes to, in order.
    pub fn kinds(&self) -> &[RowKind] {
        &self.kinds
    }

    /// The row at a place; none where there is none, or it cannot be read back.
    pub fn get(&self, index: usize) -> Option<ImportRow> {
        self.spool.get(index).ok()
    }

    /// All of them, in order.
    ///
    /// # Errors
    /// Where one cannot be read back.
    pub fn iter(&self) -> impl Iterator<Item = io::Result<ImportRow>> {
        self.spool.iter()
    }

    /// Bytes held in memory.
    pub fn held(&self) -> usize {
        self.kinds.capacity() * size_of::<RowKind>() + self.spool.held()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_row_set_aside_comes_back_as_it_was() {
        let mut rows = Rows::new(&Aside::default());
        let devices = json!([{"id": "PJSIP/1", "model": null, "webrtc": true}]);
        let difference = Difference { field: "devices".into(), before: Value::Null, after: devices, kept: true };
        let row = ImportRow {
            kind: RowKind::Likely,
            key: "200".into(),
            name: "Zoé".into(),
            file: Some(3),
            line: None,
            was: Some("Jean".into()),
            differences: vec![difference],
            shown: vec![("context".into(), "x".into())],
        };
        rows.push(&row).unwrap();
        assert_eq!((rows.get(0), rows.get(1), rows.kinds()), (Some(row), None, &[RowKind::Likely][..]));
    }
}
