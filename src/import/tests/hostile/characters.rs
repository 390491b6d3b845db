//! Each character that could act on a terminal, in a name: all are refused, none is dropped without a word (S-71).

use super::Verdict::Rows;
use super::{Case, row};

/// C0 but TAB, LF and CR, which have cases of their own; DEL; some of C1; what turns the writing direction.
const CONTROL: [char; 33] = [
    '\u{1}', '\u{2}', '\u{3}', '\u{4}', '\u{5}', '\u{6}', '\u{7}', '\u{8}', '\u{B}', '\u{C}', '\u{E}', '\u{F}',
    '\u{10}', '\u{11}', '\u{12}', '\u{13}', '\u{14}', '\u{15}', '\u{16}', '\u{17}', '\u{18}', '\u{19}', '\u{1A}',
    '\u{1B}', '\u{1C}', '\u{1D}', '\u{1E}', '\u{1F}', '\u{7F}', '\u{80}', '\u{84}', '\u{90}', '\u{9F}',
];
const DIRECTION: [char; 9] =
    ['\u{202A}', '\u{202B}', '\u{202C}', '\u{202D}', '\u{202E}', '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'];

pub(super) fn cases() -> Vec<Case> {
    let case = |character: &char| row(&format!("a{character}b"));
    let control = CONTROL.iter().map(|character| {
        let refused = Rows(&[(2, "name", "import.control_character")]);
        ("a control character", case(character), refused)
    });
    let direction = DIRECTION.iter().map(|character| {
        let refused = Rows(&[(2, "name", "import.direction_control")]);
        ("what turns the writing direction", case(character), refused)
    });
    control.chain(direction).collect()
}
