use super::*;

/// Every code with the arguments it always has; a line and a column are not always known.
fn codes() -> impl Iterator<Item = (&'static str, &'static [&'static str])> {
    ReadError::CODES.iter().chain(Refusal::CODES).chain(Caution::CODES).copied()
}

/// The messages of a Fluent file whose values stand on one line.
fn messages(source: &str) -> Vec<(&str, &str)> {
    source.lines().filter_map(|line| line.split_once(" = ")).collect()
}

fn variables(sentence: &str) -> Vec<&str> {
    let tail = sentence.split('$').skip(1);
    tail.map(|rest| rest.split(|c: char| !(c.is_alphanumeric() || c == '_')).next().unwrap()).collect()
}

#[test]
fn every_code_has_its_sentence_in_both_languages() {
    let sources =
        [include_str!("../../../assets/lang/en/import.ftl"), include_str!("../../../assets/lang/fr/import.ftl")];
    for source in sources {
        let messages = messages(source);
        for (code, args) in codes() {
            let id = code.replace('.', "-");
            let found: Vec<_> = messages.iter().filter(|(known, _)| *known == id).collect();
            assert_eq!(found.len(), 1, "{id}");
            for variable in variables(found[0].1) {
                assert!(args.contains(&variable), "{id} has no argument {variable}");
            }
        }
    }
}

#[test]
fn codes_are_unique() {
    let mut all: Vec<_> = codes().map(|(code, _)| code).collect();
    let count = all.len();
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), count);
}

#[test]
fn arguments_are_named_after_the_fields() {
    let error = ReadError::UnterminatedQuote { file: "f".to_owned(), line: 3 };
    assert_eq!(error.code(), "import.quote_unterminated");
    assert_eq!(error.args(), [("file", "f".to_owned()), ("line", "3".to_owned())]);
    let refused = Refused { place: Place::line(0, 2).column("name"), reason: Refusal::NameMissing };
    assert_eq!(refused.args(), [("line", "2".to_owned()), ("column", "name".to_owned())]);
}
