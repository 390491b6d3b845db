//! Rows of CSV (RFC 4180) that are safe to show, and safe to open in a spreadsheet.

use super::{Shown, show_multiline};

/// Returns a row with its line end. With `protect`, a cell that a spreadsheet would take for a formula gets a `'` in
/// front, which our own import takes off again (S-76).
pub fn csv_row(cells: &[String], protect: bool) -> Shown {
    let mut row = String::new();
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            row.push(',');
        }
        let guard = if protect && looks_like_formula(cell) { "'" } else { "" };
        // What must not reach a terminal must not reach a pipe either; line ends stay inside quotes.
        let shown = show_multiline(cell);
        let quoted = shown.as_str().contains([',', '"', '\n', '\r']) || shown.as_str() != shown.as_str().trim();
        if quoted {
            row.push('"');
            row.push_str(guard);
            row.push_str(&shown.as_str().replace('"', "\"\""));
            row.push('"');
        } else {
            row.push_str(guard);
            row.push_str(shown.as_str());
        }
    }
    row.push_str("\r\n");
    Shown::trusted(row)
}

/// Tells whether a spreadsheet may take a cell for a formula: `=`, `+`, `-`, `@`, a tab or a line end, after blanks and
/// quotes, in their full-width forms too.
fn looks_like_formula(cell: &str) -> bool {
    let start = cell
        .trim_start_matches(|c: char| (c.is_whitespace() && !matches!(c, '\t' | '\r' | '\n')) || "'\"＇＂".contains(c));
    start.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &[&str], protect: bool) -> String {
        csv_row(&cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>(), protect).to_string()
    }

    #[test]
    fn cells_are_quoted_where_they_have_to_be() {
        assert_eq!(row(&["a", "b,c", "d\"e", "f\ng", "", " h"], true), "a,\"b,c\",\"d\"\"e\",\"f\ng\",,\" h\"\r\n");
    }

    #[test]
    fn s_76_no_cell_is_a_formula() {
        for cell in ["=1", "+1", "-1", "@a", " =1", "\"=1", "'=1", "＝1", "\t=1", "\n=1", "''@x"] {
            assert!(row(&[cell], true).trim_start_matches('"').starts_with('\''), "{cell:?}");
            assert!(!row(&[cell], false).starts_with('\'') || cell.starts_with('\''), "{cell:?}");
        }
        assert_eq!(row(&["a=1", "O'Brien", "'tis", "2-3"], true), "a=1,O'Brien,'tis,2-3\r\n");
    }

    #[test]
    fn s_80_nothing_in_a_cell_acts_on_a_terminal() {
        assert_eq!(row(&["a\u{1b}[2J"], true), "a<U+001B>[2J\r\n");
    }
}
