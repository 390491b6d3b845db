//! The pictures of the README are made by the program itself: `GUICHET_PICTURES=assets/pictures cargo test --test
//! console` draws them anew from its real screens. Without it, the stored picture must be of the screen of now.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;
use std::time::Duration;

use super::support::pty::{Program, Pty};

const LIMIT: Duration = Duration::from_secs(60);

/// Draws a screen as SVG: one text for each run of cells that look the same.
fn svg(screen: &vt100::Screen) -> String {
    let (rows, columns) = (screen.size().0.get(), screen.size().1.get());
    let (width, height) = (f32::from(columns) * 8.4 + 16.0, f32::from(rows) * 17.0 + 16.0);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" font-family=\"monospace\" \
         font-size=\"14\"><rect width=\"100%\" height=\"100%\" rx=\"6\" fill=\"#16181d\"/>\n"
    );
    for row in 0..rows {
        let mut column = 0;
        while column < columns {
            let style =
                |c: u16| screen.cell(row, c).map(|x| (x.fgcolor(), x.bold(), x.dim(), x.inverse(), x.underline()));
            let content = |c: u16| screen.cell(row, c).map(|c| c.contents().to_owned()).unwrap_or_default();
            // How a blank looks depends on what stood there before: it goes with the text around it.
            let blank = |c: u16| content(c).trim().is_empty();
            if blank(column) {
                column += 1;
                continue;
            }
            let (start, look) = (column, style(column));
            let mut text = String::new();
            while column < columns && (blank(column) || style(column) == look) {
                text.push_str(if blank(column) { " " } else { screen.cell(row, column).map_or("", |c| c.contents()) });
                column += 1;
            }
            let escaped = text.trim_end().replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
            let (colour, bold, dim, _, underline) = look.unwrap_or((vt100::Color::Default, false, false, false, false));
            let fill = match (colour, dim) {
                (vt100::Color::Idx(6), _) => "#56b6c2",
                (vt100::Color::Idx(3), _) => "#e5c07b",
                (vt100::Color::Idx(2), _) => "#98c379",
                (vt100::Color::Idx(1), _) => "#e06c75",
                (vt100::Color::Idx(8), _) => "#5c6370",
                (_, true) => "#8b929e",
                _ => "#d7dae0",
            };
            let weight = if bold { " font-weight=\"bold\"" } else { "" };
            let line = if underline { " text-decoration=\"underline\"" } else { "" };
            let (x, y) = (f32::from(start) * 8.4 + 8.0, f32::from(row) * 17.0 + 21.0);
            let wide = f32::from(u16::try_from(text.trim_end().chars().count()).unwrap()) * 8.4;
            writeln!(
                out,
                "<text x=\"{x:.1}\" y=\"{y:.1}\" fill=\"{fill}\"{weight}{line} textLength=\"{wide:.1}\" \
                 xml:space=\"preserve\">{escaped}</text>"
            )
            .unwrap();
        }
    }
    out + "</svg>\n"
}

/// The demonstration is always of the last noon: its pictures have the day on which the first one was drawn.
fn dated(drawn: &str) -> String {
    let is_day = |text: &str| {
        let mut parts = text.split('-').map(|part| (part.len(), part.bytes().all(|byte| byte.is_ascii_digit())));
        [4, 2, 2].into_iter().all(|digits| parts.next() == Some((digits, true)))
    };
    let days: BTreeSet<&str> = (0..drawn.len()).filter_map(|at| drawn.get(at..at + 10)).filter(|t| is_day(t)).collect();
    days.into_iter().fold(drawn.to_owned(), |drawn, day| drawn.replace(day, "2026-06-01"))
}

/// Walks to a screen of the demonstration and compares it with the picture of that name; `seen` says whether the last
/// thing of it is drawn.
#[track_caller]
fn is_of_now(name: &str, walk: impl FnOnce(&Pty), seen: impl Fn(&str) -> bool) {
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("demo.guichet");
    let mut program = Program::new(env!("CARGO_BIN_EXE_guichet"))
        .args(["--lang", "en", "--store", store.to_str().unwrap(), "demo"])
        .env("LANG", "en_US.UTF-8")
        .env("TERM", "xterm-256color")
        .env("TZ", "UTC")
        .size(120, 30)
        .spawn();
    program.wait_for("2 Users", LIMIT);
    walk(&program);
    program.wait_until(|screen| seen(&screen.contents()), LIMIT);
    let drawn = dated(&program.look(svg));
    let stored = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/pictures").join(format!("{name}.svg"));
    if std::env::var_os("GUICHET_PICTURES").is_some() {
        std::fs::write(&stored, &drawn).unwrap();
    }
    let kept = std::fs::read_to_string(&stored).unwrap();
    assert_eq!(kept, drawn, "draw it anew: GUICHET_PICTURES=1 cargo test --test console");
    program.send("Q");
    program.wait_exit(LIMIT);
}

#[test]
fn the_picture_of_the_users_is_of_the_screen_of_now() {
    let walk = |program: &Pty| {
        program.send("2");
        program.wait_for("1,200", LIMIT);
        program.send("/roy");
        program.wait_for("Beaulieu-Roy", LIMIT);
        program.send("\rj\r");
    };
    // The last thing that is drawn: the record has the focus, and the hints are its own.
    is_of_now("users", walk, |text| {
        text.contains("> Essential") && text.contains("Space toggle") && text.contains("Gaétan Beaulieu-Roy  phone")
    });
}

#[test]
fn the_picture_of_the_tree_is_of_the_screen_of_now() {
    let walk = |program: &Pty| {
        program.send("1");
        program.wait_for("Claire Lefèvre (claire.lefevre)", LIMIT);
        program.send("/lea\r");
        program.wait_for("Léa Roy (lea.roy)", LIMIT);
        program.send("t");
    };
    is_of_now("tree", walk, |text| {
        text.contains("Nobody passes on more") && text.contains("marie.cote") && text.contains("Léa Roy (lea.roy)")
    });
}

#[test]
fn the_picture_of_the_matrix_is_of_the_screen_of_now() {
    let walk = |program: &Pty| {
        program.send("3");
        program.wait_for("Service desk lead", LIMIT);
        program.send("m");
    };
    is_of_now("matrix", walk, |text| text.contains("differences only: off") && text.contains("Right next column"));
}

#[test]
fn the_picture_of_a_why_is_of_the_screen_of_now() {
    let walk = |program: &Pty| {
        program.send("1");
        program.wait_for("Claire Lefèvre (claire.lefevre)", LIMIT);
        program.send("/john\r");
        program.wait_for("John O'Neil (john.oneil)", LIMIT);
        program.send("\rjjj");
        program.wait_for("> view", LIMIT);
        program.send("x");
    };
    // The count of the filtered list comes when it is known.
    let counted = |text: &str| text.lines().any(|line| line.starts_with("/ john") && line.contains(" 1  │"));
    is_of_now("why", walk, |text| text.contains("Why “Contacts” is") && counted(text));
}
