use proptest::prelude::*;

use super::*;

/// Openings that lead random bytes into every reader.
const OPENINGS: &[&str] = &[
    "",
    "\u{FEFF}",
    "extension,name,tech,dial,secret,voicemail_email\n",
    "sep=;\nextension;name;tech;devicedata;findmefollow_grplist\n",
    "[a](!)\ntype=endpoint\n[12](a)\nauth=12\n",
    "[general]\n[x]\n12 => ",
    "; x\n[q]\nmember => ",
    "First Name,Labels,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Notes\n",
    "Prénom;Nom;Société;Titre;Adresse de messagerie;Téléphone (bureau)\n",
    "Primary Email\tHome Address\n",
    "{\"realm\":",
    "BEGIN:VCARD\n",
];

fn opening() -> impl Strategy<Value = &'static str> {
    proptest::sample::select(OPENINGS)
}

fn judge(bytes: Vec<u8>, options: &ReadOptions) {
    if let Ok(reading) = read(&[file("f", bytes)], options, &|| false) {
        for user in &reading.users {
            assert!(!user.key.is_empty() && !user.display_name.contains('\u{1B}'));
        }
    }
}

proptest! {
    #[test]
    fn random_bytes_never_panic(start in opening(), rest in proptest::collection::vec(any::<u8>(), 0..300)) {
        judge([start.as_bytes(), &rest].concat(), &ReadOptions::default());
    }

    #[test]
    fn random_text_never_panics(start in opening(), rest in "[a-f0-9,;|\"\t\n\r=<>@&#*()\\[\\]!+:-]{0,300}") {
        judge([start.as_bytes(), rest.as_bytes()].concat(), &ReadOptions::default());
    }

    #[test]
    fn random_choices_never_panic(
        start in opening(),
        rest in any::<String>(),
        encoding in proptest::sample::select(&Encoding::ALL[..]),
        delimiter in any::<u8>(),
    ) {
        let options = ReadOptions { encoding: Some(encoding), delimiter: Some(delimiter), mapping: None, aside: Aside::default() };
        judge([start.as_bytes(), rest.as_bytes()].concat(), &options);
    }
}
