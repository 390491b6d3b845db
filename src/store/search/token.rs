//! What the search index is asked for: parts of words, starts of words, and `field:value` terms, each one token.

/// Letters from which a word is found anywhere; shorter ones at the start of a word only.
const PART: usize = 3;
/// Parts of the words of one filter that the index is asked for; what is beyond is compared with the text alone.
const MOST_PARTS: usize = 48;

/// A letter as it stands in a token: marks become private letters, for the index takes them as ends of words.
const fn letter(c: char) -> char {
    if !c.is_ascii() || c.is_ascii_alphanumeric() {
        return c;
    }
    match char::from_u32(0xE000 + c as u32) {
        Some(private) => private,
        None => c,
    }
}

/// Whether a word starts at a letter, with the one before it.
fn starts(before: Option<char>, c: char) -> bool {
    c != ' ' && before.is_none_or(|b| b == ' ' || (c.is_alphanumeric() && !b.is_alphanumeric()))
}

/// The tokens of one user.
#[derive(Debug, Default)]
pub struct Tokens {
    list: String,
    /// The text as its letters stand in tokens, and each of these letters; kept to be used again.
    text: String,
    letters: Vec<Letter>,
}

/// A letter of a text.
#[derive(Clone, Copy, Debug)]
struct Letter {
    /// Where it stands, and where the next one does.
    from: usize,
    to: usize,
    starts: bool,
    blank: bool,
}

impl Tokens {
    /// Begins anew.
    pub fn clear(&mut self) {
        self.list.clear();
    }

    /// Adds a folded text: its parts of three letters, and the first and the first two letters of its words.
    pub fn text(&mut self, text: &str) {
        self.text.clear();
        self.letters.clear();
        let mut before = None;
        for c in text.chars() {
            let from = self.text.len();
            self.text.push(letter(c));
            self.letters.push(Letter { from, to: self.text.len(), starts: starts(before, c), blank: c == ' ' });
            before = Some(c);
        }
        for (at, first) in self.letters.iter().enumerate() {
            let rest = self.letters[at..].iter().take(PART).take_while(|letter| !letter.blank);
            for (count, last) in (1..).zip(rest) {
                if first.starts || count == PART {
                    self.list.push_str(&self.text[first.from..last.to]);
                    self.list.push(' ');
                }
            }
        }
    }

    /// Adds a term.
    pub fn term(&mut self, field: &str, value: &str) {
        push_term(&mut self.list, field, value);
        self.list.push(' ');
    }

    /// Adds tokens that were made before.
    pub fn list(&mut self, made: &str) {
        self.list.push_str(made);
    }

    /// The text to index.
    pub fn as_str(&self) -> &str {
        &self.list
    }
}

/// The token of a `field:value` term. No text has one like it: it is longer than a part.
pub fn term(field: &str, value: &str) -> String {
    let mut token = String::new();
    push_term(&mut token, field, value);
    token
}

fn push_term(list: &mut String, field: &str, value: &str) {
    let letters = field.chars().chain([':']).chain(value.chars());
    list.extend(letters.map(|c| if c == ' ' { '_' } else { letter(c) }));
}

/// The tokens of what is typed, all of which a match has.
pub fn wanted(words: &[String]) -> Vec<String> {
    let mut tokens = Vec::new();
    for word in words {
        let letters: Vec<char> = word.chars().map(letter).collect();
        if letters.len() < PART {
            tokens.push(letters.iter().collect());
        }
        tokens.extend(letters.windows(PART).map(|part| part.iter().collect::<String>()));
    }
    tokens.truncate(MOST_PARTS);
    tokens
}

/// Whether rows with the tokens of a word may still be without the word.
pub fn is_rough(words: &[String]) -> bool {
    let long = |word: &String| word.chars().count() > PART;
    words.iter().any(long) || words.iter().map(String::len).sum::<usize>() > MOST_PARTS
}

/// Whether a folded text has a word: three letters and more anywhere, one and two at the start of a word.
pub fn has(text: &str, word: &str) -> bool {
    if word.chars().count() >= PART {
        return text.contains(word);
    }
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        word.chars().next().is_some_and(|c| starts(before, c))
    })
}

/// All of these tokens, as the index is asked.
pub fn all_of(tokens: &[String]) -> String {
    tokens.iter().map(|token| quoted(token)).collect::<Vec<_>>().join(" AND ")
}

/// One of these tokens, as the index is asked.
pub fn one_of(tokens: &[String]) -> String {
    let list = tokens.iter().map(|token| quoted(token)).collect::<Vec<_>>().join(" OR ");
    ["(", &list, ")"].concat()
}

/// A token as the index takes it literally (S-77): none has a quotation mark left.
fn quoted(token: &str) -> String {
    ["\"", token, "\""].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> Vec<String> {
        let mut tokens = Tokens::default();
        tokens.text(text);
        tokens.as_str().split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn a_text_gives_parts_and_starts() {
        assert_eq!(
            tokens("anne-eve li"),
            ["a", "an", "ann", "nne", "ne\u{e02d}", "e\u{e02d}e", "\u{e02d}ev", "e", "ev", "eve", "l", "li"]
        );
    }

    #[test]
    fn what_is_wanted_is_what_the_text_gives() {
        let (text, given) = (
            "zoe o'neil zoe.oneil@exemple.ca +1 514 555-0199",
            tokens("zoe o'neil zoe.oneil@exemple.ca +1 514 555-0199"),
        );
        for word in ["z", "zo", "zoe", "nei", "neil", "one", "oneil@ex", "+1", "01", "0199", "ca"] {
            let found = wanted(&[word.to_owned()]).iter().all(|token| given.contains(token));
            assert!(found && has(text, word), "{word}");
        }
        for word in ["oe", "eil@x", "19", "@"] {
            let found = wanted(&[word.to_owned()]).iter().all(|token| given.contains(token));
            assert!(!found && !has(text, word), "{word}");
        }
    }

    #[test]
    fn s_77_nothing_typed_is_syntax() {
        assert_eq!(all_of(&wanted(&["a\"b".into(), "or".into()])), "\"a\u{e022}b\" AND \"or\"");
    }

    #[test]
    fn only_long_words_are_rough() {
        assert!(!is_rough(&["zoe".into(), "tr".into()]));
        assert!(is_rough(&["zoes".into()]));
    }

    #[test]
    fn a_long_text_asks_for_so_many_parts_only() {
        assert_eq!(wanted(&["x".repeat(4000)]).len(), MOST_PARTS);
        assert!(is_rough(&(0..40).map(|n| format!("{n:02}")).collect::<Vec<_>>()));
    }
}
