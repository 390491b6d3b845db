//! Finds the band of whole lines that only moved up or down.

use super::glyph::Glyph;
use super::painter::{Painter, changed_cells};

/// Cells a shift must save: moving a band costs about twenty bytes.
const WORTH_MOVING: i64 = 32;

/// A band of lines that moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shift {
    /// First row of the band.
    top: usize,
    /// One past its last row.
    bottom: usize,
    /// How many rows the content went up; down when negative.
    up: isize,
}

/// Looks for the shift that leaves the fewest cells to write, in rows of `width` cells.
pub(super) fn find(shown: &[Glyph], wanted: &[Glyph], width: usize) -> Option<Shift> {
    let shown: Vec<&[Glyph]> = shown.chunks_exact(width).collect();
    let wanted: Vec<&[Glyph]> = wanted.chunks_exact(width).collect();
    if shown.iter().zip(&wanted).filter(|(shown, wanted)| shown != wanted).count() < 3 {
        return None;
    }
    let changed: Vec<i64> = shown.iter().zip(&wanted).map(|(a, b)| changed_cells(a, b) as i64).collect();
    let up = likely_distance(&shown, &wanted, &changed)?;
    best_band(&shown, &wanted, &changed, up)
}

impl Shift {
    /// Appends the sequence that moves the band and applies the same to `shown`, in rows of `width` cells.
    ///
    /// Deleting lines at one edge and inserting as many at the other is understood by every terminal since the VT102,
    /// needs no scroll region (nothing to undo if the program dies half way), and leaves the cursor on the first line
    /// that must be written.
    pub(super) fn apply(self, painter: &mut Painter, out: &mut Vec<u8>, shown: &mut [Glyph], width: usize) {
        let height = shown.len() / width;
        let by = self.up.unsigned_abs();
        let band = &mut shown[self.top * width..self.bottom * width];
        // Rows and counts come from a buffer whose sides are u16.
        let row = |y: usize| y as u16;
        let (gone, fresh) = if self.up > 0 {
            band.rotate_left(by * width);
            (self.top, self.bottom - by)
        } else {
            band.rotate_right(by * width);
            (self.bottom - by, self.top)
        };
        let to_the_end = self.bottom == height;
        if self.up > 0 || !to_the_end {
            painter.lines(out, row(gone), row(by), b'M');
        }
        if self.up < 0 || !to_the_end {
            painter.lines(out, row(fresh), row(by), b'L');
        }
        shown[fresh * width..(fresh + by) * width].fill(Glyph::ERASED);
    }
}

/// Returns the distance at which most changed rows find their new text on the screen.
fn likely_distance(shown: &[&[Glyph]], wanted: &[&[Glyph]], changed: &[i64]) -> Option<isize> {
    let hashes = |rows: &[&[Glyph]]| -> Vec<Option<u64>> { rows.iter().map(|row| hash(row)).collect() };
    let (shown, wanted) = (hashes(shown), hashes(wanted));
    let height = shown.len() as isize;
    (1 - height..height)
        .filter(|up| *up != 0)
        .map(|up| {
            let found = (0..height).filter(|y| {
                let from = y + up;
                (0..height).contains(&from)
                    && changed[*y as usize] > 0
                    && wanted[*y as usize].is_some()
                    && wanted[*y as usize] == shown[from as usize]
            });
            (found.count(), up)
        })
        .filter(|(found, _)| *found >= 2)
        .max_by_key(|(found, up)| (*found, -up.abs()))
        .map(|(_, up)| up)
}

/// Hashes the text of a row, without its colours; blank rows match everywhere and say nothing.
fn hash(row: &[Glyph]) -> Option<u64> {
    if row.iter().all(|glyph| *glyph == Glyph::ERASED) {
        return None;
    }
    // FNV-1a by symbols: a false match costs a bad guess at the distance, no more.
    let numbers = row.iter().map(|glyph| u64::from(glyph.symbol.number()));
    Some(numbers.fold(0xcbf2_9ce4_8422_2325, |hash, number| (hash ^ number).wrapping_mul(0x0100_0000_01b3)))
}

/// Returns the band for which a shift by `up` saves most, when it saves enough.
fn best_band(shown: &[&[Glyph]], wanted: &[&[Glyph]], changed: &[i64], up: isize) -> Option<Shift> {
    let height = shown.len();
    let by = up.unsigned_abs();
    // What each row saves when it receives the row `up` below it, and when it is left blank.
    let mut moved = vec![0; height + 1];
    let mut blank = vec![0; height + 1];
    for y in 0..height {
        let kept = match y.checked_add_signed(up).filter(|from| *from < height) {
            Some(from) => changed[y] - changed_cells(shown[from], wanted[y]) as i64,
            None => 0,
        };
        let written = wanted[y].iter().filter(|glyph| **glyph != Glyph::ERASED).count() as i64;
        moved[y + 1] = moved[y] + kept;
        blank[y + 1] = blank[y] + changed[y] - written;
    }
    let saved = |top: usize, bottom: usize| {
        if up > 0 {
            moved[bottom - by] - moved[top] + blank[bottom] - blank[bottom - by]
        } else {
            moved[bottom] - moved[top + by] + blank[top + by] - blank[top]
        }
    };
    let bands = (0..height).flat_map(|top| (top + by + 1..=height).map(move |bottom| (top, bottom)));
    let (saving, (top, bottom)) =
        bands.map(|(top, bottom)| (saved(top, bottom), (top, bottom))).max_by_key(|band| {
            // Among equals the smaller band moves less on the screen.
            (band.0, band.1.0, std::cmp::Reverse(band.1.1))
        })?;
    (saving >= WORTH_MOVING).then_some(Shift { top, bottom, up })
}
