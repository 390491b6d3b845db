//! The painter against a terminal: whatever was on the screen, the next frame is what shows.

use std::num::NonZeroU16;

use proptest::prelude::*;
use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier, Style};

use super::{Drawn, Screen};
use crate::tui::term::paint::pen::ON_BLANKS;
use crate::tui::term::paint::{Output, Palette};

/// A terminal in memory that can refuse frames.
struct Memory {
    parser: vt100::Parser,
    busy: bool,
    sent: Vec<u8>,
}

impl Memory {
    fn new((width, height): (u16, u16)) -> Self {
        let side = |n: u16| NonZeroU16::new(n.max(1)).unwrap();
        Self { parser: vt100::Parser::new(side(height), side(width), 0), busy: false, sent: Vec::new() }
    }
}

impl Output for Memory {
    fn ready(&mut self) -> bool {
        !self.busy
    }

    fn write_all(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        self.parser.process(bytes);
        self.sent = bytes.to_vec();
        Ok(())
    }
}

fn screen(size: (u16, u16)) -> Screen<Memory> {
    Screen::new(Memory::new(size), size, Palette::Ansi)
}

/// Compares every cell of the terminal with what the frame asked for.
fn check(screen: &Screen<Memory>, cursor: Option<Position>) -> Result<(), TestCaseError> {
    let terminal = screen.output.parser.screen();
    let area = screen.area();
    for y in 0..area.height {
        // Columns that a wide character on the left covers.
        let mut covered = 0;
        for x in 0..area.width {
            let cell = &screen.frame[(x, y)];
            let is = terminal.cell(y, x).unwrap();
            let at = format!("({x},{y}) wanted {:?}, is {:?}", cell.symbol(), is.contents());
            if covered > 0 {
                covered -= 1;
                prop_assert!(is.is_wide_continuation(), "{at}");
                continue;
            }
            let width = cell.cell_width();
            let symbol = if width == 0 || x + width > area.width { " " } else { cell.symbol() };
            covered = if symbol == " " { 0 } else { width - 1 };
            let text = if is.has_contents() { is.contents() } else { " " };
            prop_assert_eq!(text, symbol, "{}", &at);
            prop_assert_eq!(is.bgcolor(), colour(cell.bg), "{}", &at);
            prop_assert_eq!(is.inverse(), cell.modifier.contains(Modifier::REVERSED), "{}", &at);
            prop_assert_eq!(is.underline(), cell.modifier.contains(Modifier::UNDERLINED), "{}", &at);
            if symbol != " " || cell.modifier.intersects(ON_BLANKS) {
                prop_assert_eq!(is.fgcolor(), colour(cell.fg), "{}", &at);
                prop_assert_eq!(is.bold(), cell.modifier.contains(Modifier::BOLD), "{}", &at);
                prop_assert_eq!(is.italic(), cell.modifier.contains(Modifier::ITALIC), "{}", &at);
            }
        }
    }
    if let Some(Position { x, y }) = cursor {
        prop_assert!(!terminal.hide_cursor());
        prop_assert_eq!(terminal.cursor_position(), (y, x));
    }
    Ok(())
}

fn colour(colour: Color) -> vt100::Color {
    match colour {
        Color::Reset => vt100::Color::Default,
        Color::Indexed(index) => vt100::Color::Idx(index),
        Color::Cyan => vt100::Color::Idx(6),
        Color::DarkGray => vt100::Color::Idx(8),
        other => panic!("no test draws in {other:?}"),
    }
}

/// One change to a frame.
#[derive(Clone, Debug)]
enum Change {
    Text(u16, u16, String, Style),
    Paint(Rect, Style),
    Blank(Rect),
    Shift(usize, usize, isize),
    Lines(String),
}

impl Change {
    fn apply(&self, buffer: &mut Buffer) {
        let area = buffer.area;
        let width = usize::from(area.width);
        match self {
            Self::Text(x, y, text, style) => {
                if area.contains(Position::new(*x, *y)) {
                    buffer.set_string(*x, *y, text, *style);
                }
            }
            Self::Paint(rect, style) => buffer.set_style(rect.intersection(area), *style),
            Self::Blank(rect) => {
                for position in rect.intersection(area).positions() {
                    buffer[position].reset();
                }
            }
            Self::Shift(top, bottom, up) => {
                let (top, bottom) = (*top.min(bottom), (*top.max(bottom)).min(usize::from(area.height)));
                if top < bottom {
                    let by = up.unsigned_abs() % (bottom - top);
                    let band = &mut buffer.content[top * width..bottom * width];
                    if *up > 0 { band.rotate_left(by * width) } else { band.rotate_right(by * width) }
                }
            }
            Self::Lines(text) => {
                for y in 0..area.height {
                    buffer.set_string(0, y, format!("{y:03} {text} {}", u32::from(y) * 7919 % 1000), Style::new());
                }
            }
        }
    }
}

fn style() -> impl Strategy<Value = Style> {
    let colour = || prop_oneof![3 => Just(Color::Reset), 1 => (0u8..16).prop_map(Color::Indexed)];
    let modifier = prop_oneof![
        4 => Just(Modifier::empty()),
        1 => Just(Modifier::BOLD),
        1 => Just(Modifier::REVERSED),
        1 => Just(Modifier::UNDERLINED | Modifier::ITALIC),
        1 => Just(Modifier::BOLD | Modifier::REVERSED),
    ];
    (colour(), colour(), modifier).prop_map(|(fg, bg, modifier)| Style::new().fg(fg).bg(bg).add_modifier(modifier))
}

fn rect() -> impl Strategy<Value = Rect> {
    (0u16..30, 0u16..14, 1u16..30, 1u16..6).prop_map(|(x, y, width, height)| Rect { x, y, width, height })
}

fn change() -> impl Strategy<Value = Change> {
    let text =
        prop::collection::vec(prop::sample::select(vec!["a", "b ", "   ", "é", "e\u{301}", "界", "漢字", "─"]), 1..12)
            .prop_map(|parts| parts.concat());
    prop_oneof![
        4 => (0u16..30, 0u16..14, text.clone(), style()).prop_map(|(x, y, text, style)| Change::Text(x, y, text, style)),
        2 => (rect(), style()).prop_map(|(rect, style)| Change::Paint(rect, style)),
        2 => rect().prop_map(Change::Blank),
        3 => (0usize..14, 0usize..14, -4isize..5).prop_map(|(a, b, up)| Change::Shift(a, b, up)),
        1 => text.prop_map(Change::Lines),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    /// The screen of the terminal is the frame, whatever came before.
    #[test]
    fn the_terminal_shows_the_frame(
        size in (1u16..30, 1u16..14),
        frames in prop::collection::vec((prop::collection::vec(change(), 0..6), prop::option::of((0u16..30, 0u16..14)), any::<bool>()), 1..10),
    ) {
        let mut screen = screen(size);
        for (changes, cursor, redraw) in frames {
            if redraw {
                screen.invalidate();
            }
            let cursor = cursor.map(|(x, y)| Position::new(x % size.0, y % size.1));
            screen.amend(|buffer| {
                changes.iter().for_each(|change| change.apply(buffer));
                cursor
            }).unwrap();
            check(&screen, cursor)?;
        }
    }
}

const SIZE: (u16, u16) = (120, 40);

/// A list with a header and a footer; the marker stands at `selected`, the first line shows record `first`.
fn list(buffer: &mut Buffer, first: u16, selected: u16) -> Option<Position> {
    buffer.set_string(0, 0, " People   Groups   Roles   Tickets", Style::new().add_modifier(Modifier::BOLD));
    buffer.set_string(2, 1, "Name                      User        Phone   Roles", Style::new().fg(Color::DarkGray));
    for line in 0..36 {
        let record = first + line;
        let marker = if record == selected { "▌" } else { " " };
        buffer.set_string(0, 2 + line, marker, Style::new().fg(Color::Cyan));
        let text = format!(
            "{:<25} {:<11} {:<7} reader, operator {}",
            name(record),
            format!("user{record}"),
            4000 + record,
            record % 7
        );
        buffer.set_string(2, 2 + line, text, Style::new());
    }
    buffer.set_string(0, 39, format!(" {selected} of 1 000 000"), Style::new());
    buffer.set_string(60, 39, "j k move   / filter   ? help", Style::new().fg(Color::DarkGray));
    None
}

fn name(record: u16) -> String {
    const FAMILY: [&str; 7] = ["Tremblay", "Gagnon", "Roy", "Côté", "Bouchard", "Gauthier", "Morin"];
    const GIVEN: [&str; 5] = ["Anne", "Béatrice", "Chloé", "Denis", "Émile"];
    format!("{} {}", GIVEN[usize::from(record) % 5], FAMILY[usize::from(record) % 7])
}

fn sent(drawn: Drawn) -> usize {
    match drawn {
        Drawn::Shown(bytes) => bytes,
        Drawn::Busy => panic!("the terminal is never busy here"),
    }
}

/// A key inside the page: 50 bytes at most, and these are exact.
#[test]
fn a_marker_moves_for_a_few_bytes() {
    let mut screen = screen(SIZE);
    screen.draw(|buffer| list(buffer, 0, 10)).unwrap();
    let bytes: Vec<_> = (11..15).map(|row| sent(screen.draw(|buffer| list(buffer, 0, row)).unwrap())).collect();
    check(&screen, None).unwrap();
    assert_eq!(bytes, [27; 4]);
}

/// A key that scrolls: 210 bytes at most.
#[test]
fn a_list_scrolls_for_the_bytes_of_one_line() {
    let mut screen = screen(SIZE);
    screen.draw(|buffer| list(buffer, 0, 35)).unwrap();
    let down: Vec<_> = (1..4).map(|by| sent(screen.draw(|buffer| list(buffer, by, 35 + by)).unwrap())).collect();
    check(&screen, None).unwrap();
    screen.draw(|buffer| list(buffer, 3, 3)).unwrap();
    let up: Vec<_> = (0..3).rev().map(|top| sent(screen.draw(|buffer| list(buffer, top, top)).unwrap())).collect();
    check(&screen, None).unwrap();
    assert_eq!((down, up), (vec![97, 91, 93], vec![86, 92, 89]));
}

/// A whole screen costs its text, not its blanks.
#[test]
fn a_whole_screen_costs_its_text() {
    let mut screen = screen(SIZE);
    let whole = sent(screen.draw(|buffer| list(buffer, 0, 10)).unwrap());
    let page = sent(screen.draw(|buffer| list(buffer, 36, 46)).unwrap());
    check(&screen, None).unwrap();
    let symbols = screen.frame.content.iter().map(Cell::symbol).filter(|symbol| *symbol != " ");
    let text: usize = symbols.map(str::len).sum();
    assert_eq!((whole, page, text), (2282, 1405, 1455));
}

#[test]
fn a_frame_without_change_sends_nothing() {
    let mut screen = screen(SIZE);
    screen.draw(|buffer| list(buffer, 0, 10)).unwrap();
    assert_eq!(screen.draw(|buffer| list(buffer, 0, 10)).unwrap(), Drawn::Shown(0));
    assert_eq!(screen.amend(|_| None).unwrap(), Drawn::Shown(0));
}

/// Frames are skipped, not queued: the next one shows the newest state.
#[test]
fn a_busy_terminal_skips_frames() {
    let mut screen = screen((20, 2));
    screen.output.busy = true;
    assert_eq!(screen.draw(|_| panic!("a skipped frame is not built")).unwrap(), Drawn::Busy);
    screen.output.busy = false;
    screen
        .draw(|buffer| {
            buffer.set_string(0, 0, "new", Style::new());
            None
        })
        .unwrap();
    check(&screen, None).unwrap();
}

/// S-85: any size, none included.
#[test]
fn any_size_is_drawn() {
    for size in [(0, 0), (0, 5), (5, 0), (1, 1), (500, 200)] {
        let mut screen = screen((80, 24));
        screen.resize(size);
        screen
            .draw(|buffer| {
                buffer.content.fill(Cell::new("x"));
                Some(Position::ORIGIN)
            })
            .unwrap();
    }
}

#[test]
fn the_cursor_shows_only_where_asked() {
    let mut screen = screen((20, 2));
    screen.output.parser.process(b"\x1b[?25l");
    let at = Some(Position::new(3, 1));
    screen.draw(|_| at).unwrap();
    check(&screen, at).unwrap();
    screen.amend(|_| None).unwrap();
    assert!(screen.output.parser.screen().hide_cursor());
    assert_eq!(screen.output.sent, b"\x1b[?25l");
}

/// S-30: the lock leaves nothing behind, and the next frame is whole.
#[test]
fn a_wiped_screen_is_empty() {
    let mut screen = screen(SIZE);
    screen.draw(|buffer| list(buffer, 0, 10)).unwrap();
    screen.wipe().unwrap();
    assert_eq!(screen.output.parser.screen().contents().trim(), "");
    screen.draw(|buffer| list(buffer, 0, 10)).unwrap();
    check(&screen, None).unwrap();
}

/// No question to the terminal and no OSC in anything that is drawn (S-81).
#[test]
fn frames_hold_no_query_and_no_osc() {
    let mut screen = screen(SIZE);
    for selected in 0..40 {
        screen.draw(|buffer| list(buffer, selected / 2, selected)).unwrap();
        let text = String::from_utf8(screen.output.sent.clone()).unwrap();
        assert!(!text.contains("\x1b]") && !text.contains("\x1bP"));
        assert!(text.split("\x1b[").skip(1).all(|part| !matches!(
            part.trim_start_matches(|c: char| !c.is_alphabetic()).chars().next(),
            Some('n' | 'c')
        )));
    }
}
