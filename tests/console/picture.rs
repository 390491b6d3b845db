//! The pictures of the README are made by the program itself: `GUICHET_PICTURES=assets/pictures cargo test --test
//! console` draws them anew from its real screens. Without it, the stored picture must be of the screen of now.

use std::fmt::Write as _;
use std::path::Path;
use std::time::Duration;

use super::support::pty::Program;

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
            let (start, look) = (column, style(column));
            let mut text = String::new();
            while column < columns && style(column) == look {
                let cell = screen.cell(row, column).map(|c| c.contents().to_owned()).unwrap_or_default();
                text.push_str(if cell.is_empty() { " " } else { &cell });
                column += 1;
            }
            if text.trim().is_empty() {
                continue;
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

#[test]
fn the_picture_of_the_users_is_of_the_screen_of_now() {
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
    program.send("2");
    program.wait_for("1,200", LIMIT);
    program.send("/roy");
    program.wait_for("Beaulieu-Roy", LIMIT);
    program.send("\rj\r");
    // The last thing that is drawn: the record has the focus, and the hints are its own.
    program.wait_until(
        |screen| {
            let text = screen.contents();
            text.contains("> Essential") && text.contains("Space toggle") && text.contains("Gaétan Beaulieu-Roy  phone")
        },
        LIMIT,
    );
    let drawn = program.look(svg);
    let stored = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/pictures/users.svg");
    if std::env::var_os("GUICHET_PICTURES").is_some() {
        std::fs::write(&stored, &drawn).unwrap();
    }
    let kept = std::fs::read_to_string(&stored).unwrap();
    assert_eq!(kept, drawn, "draw it anew: GUICHET_PICTURES=1 cargo test --test console");
    program.send("Q");
    program.wait_exit(LIMIT);
}
