//! JSON, looked through before it is read: a key that stands twice, or nesting beyond the limit, refuses the file (S-75).

use std::cell::RefCell;
use std::collections::HashSet;
use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeOwned, DeserializeSeed, Error, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::limits;
use super::message::ReadError;

/// Checks a whole document: well formed, nothing behind it, no key twice, not too deep.
pub(super) fn check(file: &str, text: &str) -> Result<(), ReadError> {
    let path = RefCell::new(Vec::new());
    let fault = RefCell::new(None);
    let mut parser = serde_json::Deserializer::from_str(text);
    let walk = Walk { path: &path, fault: &fault };
    let result = walk.deserialize(&mut parser).and_then(|()| parser.end());
    let Err(error) = result else { return Ok(()) };
    let (file, line) = (file.to_owned(), error.line() as u64);
    Err(match fault.into_inner() {
        Some(Fault::Deep) => ReadError::TooDeep { file, line, limit: limits::DEPTH },
        Some(Fault::Twice(path)) => ReadError::JsonKeyTwice { file, line, path },
        None => ReadError::Malformed { file, line, kind: "JSON" },
    })
}

/// Reads a value of a document that was checked; its place is named where it is not of the kind expected.
pub(super) fn parse<T: DeserializeOwned>(file: &str, place: &str, raw: &RawValue) -> Result<T, ReadError> {
    serde_json::from_str(raw.get()).map_err(|_| ReadError::JsonShape { file: file.to_owned(), path: place.to_owned() })
}

/// Reads the outside of a document, whose parts stay text.
pub(super) fn outside<'t, T: Deserialize<'t>>(file: &str, text: &'t str) -> Result<T, ReadError> {
    let shape = |_| ReadError::JsonShape { file: file.to_owned(), path: "/".to_owned() };
    serde_json::from_str(text).map_err(shape)
}

/// Finds the lines of parts of a document, one after the other.
pub(super) struct Lines<'t> {
    text: &'t str,
    at: usize,
    line: u64,
}

impl<'t> Lines<'t> {
    pub fn new(text: &'t str) -> Self {
        Self { text, at: 0, line: 1 }
    }

    /// The line where a part begins, from 1.
    pub fn of(&mut self, part: &RawValue) -> u64 {
        let start = self.text.as_ptr() as usize;
        let at = (part.get().as_ptr() as usize).saturating_sub(start).min(self.text.len());
        if at < self.at {
            (self.at, self.line) = (0, 1);
        }
        self.line += self.text.as_bytes()[self.at..at].iter().filter(|b| **b == b'\n').count() as u64;
        self.at = at;
        self.line
    }
}

enum Fault {
    Deep,
    Twice(String),
}

struct Walk<'w> {
    path: &'w RefCell<Vec<String>>,
    fault: &'w RefCell<Option<Fault>>,
}

impl Walk<'_> {
    fn enter<E: Error>(&self, name: String) -> Result<(), E> {
        let mut path = self.path.borrow_mut();
        path.push(name);
        if path.len() > limits::DEPTH {
            *self.fault.borrow_mut() = Some(Fault::Deep);
            return Err(E::custom("too deep"));
        }
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for Walk<'_> {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Walk<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let mut index = 0;
        loop {
            self.enter(index.to_string())?;
            let more = items.next_element_seed(Walk { ..self })?;
            self.path.borrow_mut().pop();
            if more.is_none() {
                return Ok(());
            }
            index += 1;
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        let mut seen = HashSet::new();
        while let Some(key) = entries.next_key::<String>()? {
            self.enter(key.clone())?;
            if !seen.insert(key) {
                *self.fault.borrow_mut() = Some(Fault::Twice(format!("/{}", self.path.borrow().join("/"))));
                return Err(A::Error::custom("twice"));
            }
            entries.next_value_seed(Walk { ..self })?;
            self.path.borrow_mut().pop();
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s75_json_is_checked_before_it_is_read() {
        let code = |text: &str| check("f", text).map_err(|error| error.code());
        assert_eq!(code("[{\"a\": [1, -2.5, null, true, \"\\u00e9\"]}]"), Ok(()));
        for (text, expected) in [
            ("{\"a\":1,\"a\":2}", "import.json_key_twice"),
            ("[1] [2]", "import.malformed"),
            ("{\"a\":\"\\ud800\"}", "import.malformed"),
            ("{\"a\":1e999}", "import.malformed"),
            (&"[".repeat(17), "import.too_deep"),
            (&"{\"a\":".repeat(17), "import.too_deep"),
            ("{\"a\":1,}", "import.malformed"),
        ] {
            assert_eq!(code(text), Err(expected), "{text}");
        }
        let twice = check("f", "{\"u\":[{},{\"a\":1,\n\"a\":2}]}").unwrap_err();
        assert!(matches!(twice, ReadError::JsonKeyTwice { line: 2, path, .. } if path == "/u/1/a"));
    }
}
