use proptest::prelude::*;

use super::*;

fn decode(chunks: &[&[u8]]) -> Vec<Input> {
    let mut decoder = Decoder::default();
    let mut out = Vec::new();
    chunks.iter().for_each(|chunk| decoder.feed(chunk, &mut out));
    out
}

fn names(bytes: &[u8]) -> String {
    let shown = |input: &Input| match input {
        Input::Key(key) => key.to_string(),
        other => format!("{other:?}"),
    };
    decode(&[bytes]).iter().map(shown).collect::<Vec<_>>().join(" ")
}

#[test]
fn keys_of_the_usual_terminals_are_read() {
    assert_eq!(names("jG é界".as_bytes()), "j G Space é 界");
    assert_eq!(names(b"\x01\x04\x1a\x00\x1f"), "Ctrl-a Ctrl-d Ctrl-z Ctrl-Space Ctrl-_");
    assert_eq!(names(b"\r\n\t\x08\x7f"), "Enter Enter Tab Backspace Backspace");
    assert_eq!(
        names(b"\x1b[A\x1bOB\x1b[H\x1bOF\x1b[5~\x1b[6~\x1b[3~\x1b[Z"),
        "Up Down Home End PgUp PgDn Delete Shift-Tab"
    );
    assert_eq!(names(b"\x1b[1;3A\x1b[1;5C\x1b[3;2~\x1b[1;6D"), "Alt-Up Ctrl-Right Shift-Delete Ctrl-Shift-Left");
    assert_eq!(names(b"\x1bOP\x1b[11~\x1b[[B\x1b[15~\x1b[17~\x1b[24~"), "F1 F1 F2 F5 F6 F12");
    assert_eq!(names("\x1bx\x1b\r\x1bé".as_bytes()), "Alt-x Alt-Enter Alt-é");
    assert_eq!(names(b"\x1b[97;5u\x1b[27;5;105~\x1b[104;5u"), "Ctrl-a Tab Backspace");
}

#[test]
fn what_is_not_understood_is_dropped_whole() {
    assert_eq!(names(b"\x1b[?1;2cj"), "j");
    assert_eq!(names(b"\x1b[<0;3;4Mj"), "j");
    assert_eq!(names(b"\x1b[12\x1b[Bj"), "Down j");
    assert_eq!(names(b"\xff\xc3j"), "j");
    assert_eq!(names("\u{9b}j".as_bytes()), "j");
}

/// The network cuts anywhere: the keys are the same.
#[test]
fn a_cut_anywhere_changes_nothing() {
    let bytes = "a\x1b[A\x1bOPé\x1b[1;5C\x1b[200~p\x1b[31mq\r\x1b[201~z".as_bytes();
    let whole = decode(&[bytes]);
    assert_eq!(whole.len(), 7);
    for cut in 0..bytes.len() {
        assert_eq!(decode(&[&bytes[..cut], &bytes[cut..]]), whole, "cut at {cut}");
    }
    let single: Vec<_> = bytes.chunks(1).collect();
    assert_eq!(decode(&single), whole);
}

#[test]
fn an_escape_alone_waits_a_moment() {
    let mut decoder = Decoder::default();
    let mut out = Vec::new();
    decoder.feed(b"\x1b", &mut out);
    assert_eq!((out.len(), decoder.patience()), (0, Some(ESCAPE_PATIENCE)));
    decoder.settle(&mut out);
    assert_eq!(out, [Input::Key(Key::new(Code::Esc))]);
    assert_eq!(decoder.patience(), None);
}

#[test]
fn two_escapes_are_two_keys() {
    let mut decoder = Decoder::default();
    let mut out = Vec::new();
    decoder.feed(b"\x1b\x1b", &mut out);
    decoder.settle(&mut out);
    assert_eq!(out, [Input::Key(Key::new(Code::Esc)), Input::Key(Key::new(Code::Esc))]);
}

/// S-91: half a paste never runs as keys, however long the rest takes.
#[test]
fn a_paste_without_its_end_types_nothing() {
    let mut decoder = Decoder::default();
    let mut out = Vec::new();
    decoder.feed(b"\x1b[200~dd\r", &mut out);
    decoder.settle(&mut out);
    assert_eq!((out.as_slice(), decoder.patience()), (&[][..], None));
    decoder.feed(b"x\x1b[201~", &mut out);
    assert_eq!(out, [Input::Paste("dd\nx".into())]);
}

#[test]
fn a_huge_paste_is_cut_and_its_end_is_seen() {
    let mut bytes = b"\x1b[200~".to_vec();
    bytes.resize(paste::LIMIT * 2, b'x');
    bytes.extend_from_slice(b"\x1b[201~j");
    let chunks: Vec<_> = bytes.chunks(4096).collect();
    let out = decode(&chunks);
    assert!(matches!(&out[0], Input::Paste(text) if text.len() == paste::LIMIT));
    assert_eq!(out[1..], [Input::Key(Key::char('j'))]);
}

proptest! {
    /// Whatever arrives, decoding ends and keeps little.
    #[test]
    fn any_bytes_are_survived(chunks in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..40), 0..8)) {
        let mut decoder = Decoder::default();
        let mut out = Vec::new();
        for chunk in &chunks {
            decoder.feed(chunk, &mut out);
            prop_assert!(decoder.pending.len() <= LONGEST + 2);
        }
        decoder.settle(&mut out);
    }
}
