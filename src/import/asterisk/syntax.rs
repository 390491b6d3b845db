//! Syntax of configuration files: sections, settings, includes. Secrets are dropped here, before anything else sees them.

use std::collections::BTreeSet;

use super::super::device;
use super::super::limits;
use super::super::message::{Caution, ReadError};
use super::super::number::is_digits;
use super::super::place::{Place, Warning};
use super::comment::Comments;
use super::section::{Conf, Entry, MailboxLine, Section};
use super::setting::{Fate, Key, fate, is_iax};

/// Names kept to say what was ignored, and unreadable lines named, per file.
const NAMED: usize = 200;

/// Parses one file; `room` is what its sections may take.
pub(super) fn parse(
    file: usize,
    name: &str,
    text: &str,
    room: usize,
    stop: &dyn Fn() -> bool,
) -> Result<Conf, ReadError> {
    let mut conf = Conf::default();
    let mut comments = Comments::default();
    let mut unreadable = 0;
    for (number, raw) in (1..).zip(text.split('\n')) {
        if number % 1024 == 0 && stop() {
            return Err(ReadError::Stopped);
        }
        if raw.len() > limits::RECORD {
            let limit = limits::RECORD / limits::KIB;
            return Err(ReadError::RecordTooLong { file: name.to_owned(), line: number, limit });
        }
        let stripped = comments.strip(raw, number);
        let line = stripped.trim();
        let read = match line.as_bytes().first() {
            None => true,
            Some(b'#') => directive(&mut conf, file, line, number),
            Some(b'[') => header(&mut conf, file, line, number),
            Some(_) => setting(&mut conf, name, line, number)?,
        };
        if !read && unreadable < NAMED {
            unreadable += 1;
            conf.warnings.push(Warning { place: Place::line(file, number), caution: Caution::LineUnreadable });
        }
        if conf.held > room {
            let limit = limits::SECTIONS / limits::MIB;
            return Err(ReadError::TextsTooLarge { file: name.to_owned(), limit });
        }
    }
    if let Some(line) = comments.open_since() {
        conf.warnings.push(Warning { place: Place::line(file, line), caution: Caution::CommentUnterminated });
    }
    Ok(conf)
}

/// Reads `#include`, which is reported, and `#exec`, which is never run nor quoted: commands carry passwords.
fn directive(conf: &mut Conf, file: usize, line: &str, number: u64) -> bool {
    let (word, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    match word.to_ascii_lowercase().as_str() {
        "#include" | "#tryinclude" => {
            let path = rest.trim().trim_matches(['"', '<', '>', '\'']);
            conf.includes.push((path.to_owned(), number));
            true
        }
        "#exec" => {
            conf.warnings.push(Warning { place: Place::line(file, number), caution: Caution::ExecNotRun });
            true
        }
        _ => false,
    }
}

/// Reads `[name](options)`.
fn header(conf: &mut Conf, file: usize, line: &str, number: u64) -> bool {
    let mut section = Section { file, line: number, ..Section::default() };
    let parts = line[1..].split_once(']').map(|(name, rest)| (name.trim(), rest.trim()));
    let sound = match parts {
        Some((name, _)) if name.is_empty() || name.contains(char::is_control) => false,
        Some((name, rest)) => {
            name.clone_into(&mut section.name);
            options(&mut section, rest)
        }
        None => false,
    };
    // Settings below an unreadable header belong to a section without a name, which is nothing.
    if !sound {
        section.name.clear();
    }
    conf.begin(section);
    sound
}

fn options(section: &mut Section, rest: &str) -> bool {
    if rest.is_empty() {
        return true;
    }
    let Some(inside) = rest.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) else {
        return false;
    };
    for option in inside.split(',').map(str::trim).filter(|option| !option.is_empty()) {
        match option {
            "!" => section.template = true,
            option if option.starts_with('+') => section.append = true,
            option => section.inherits.push(option.to_owned()),
        }
    }
    true
}

/// Reads `key = value` and `key => value`.
fn setting(conf: &mut Conf, name: &str, line: &str, number: u64) -> Result<bool, ReadError> {
    let Some((key, value)) = line.split_once('=') else {
        return Ok(false);
    };
    let key = key.trim().trim_end_matches('+').trim_end().to_lowercase();
    let value = value.strip_prefix('>').unwrap_or(value).trim();
    if matches!(key.as_str(), "exten" | "same") {
        conf.dialplan = true;
        return Ok(true);
    }
    conf.iax |= is_iax(&key);
    let Some(section) = conf.sections.last_mut() else {
        return Ok(false);
    };
    if is_digits(&key) && key.len() > 1 {
        conf.secrets.insert("pin".to_owned());
        let mailbox = mailbox(key, value, number);
        conf.held += mailbox.held();
        section.mailboxes.push(mailbox);
        return Ok(true);
    }
    match fate(&key) {
        Fate::Secret => {
            section.authenticated = true;
            remember(&mut conf.secrets, key);
        }
        // A user name serves only to learn a hardware address.
        Fate::Keep(Key::Username) => {
            section.entries.extend(device::mac(value).map(|value| Entry { key: Key::Username, value }))
        }
        Fate::Keep(kept) if value.len() > limits::FIELD => {
            debug_assert_ne!(kept, Key::Username);
            let (file, column, limit) = (name.to_owned(), key, limits::FIELD / limits::KIB);
            return Err(ReadError::FieldTooLong { file, line: number, column, limit });
        }
        Fate::Keep(kept) => {
            let entry = Entry { key: kept, value: value.to_owned() };
            conf.held += entry.held();
            section.entries.push(entry);
        }
        Fate::Ignore => remember(&mut conf.ignored, key),
    }
    Ok(true)
}

fn remember(names: &mut BTreeSet<String>, key: String) {
    if names.len() < NAMED && !key.contains(char::is_control) {
        names.insert(key);
    }
}

/// Reads `PIN,Name,e-mail,pager,options`; the PIN is left behind here.
fn mailbox(number: String, value: &str, line: u64) -> MailboxLine {
    let mut fields = value.split(',').skip(1);
    let mut next = || fields.next().unwrap_or_default().trim().to_owned();
    MailboxLine { number, name: next(), email: next(), line }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn conf(text: &str) -> Conf {
        parse(0, "f", text, limits::SECTIONS, &|| false).unwrap()
    }

    #[test]
    fn sections_have_options_and_settings() {
        let conf = conf("[a](!, base)\nType=endpoint\nCallerID => \"Ada\" <12> ; who\nallow += ulaw\n[a](+)\n");
        let [first, second] = &conf.sections[..] else { panic!() };
        assert!(first.template && second.append);
        assert_eq!(first.inherits, ["base"]);
        let values: Vec<_> = first.entries.iter().map(|entry| (entry.key, entry.value.as_str())).collect();
        assert_eq!(values, [(Key::Type, "endpoint"), (Key::CallerId, "\"Ada\" <12>")]);
        assert_eq!(conf.ignored.iter().collect::<Vec<_>>(), ["allow"]);
    }

    #[test]
    fn secrets_are_dropped_while_parsing() {
        let conf = conf(
            "[a]\nsecret=hush\npassword = hush\nusername=hush\nvmsecret=hush\n1107 => hush,Ada,ada@example.org,hush\n",
        );
        assert!(conf.sections[0].authenticated);
        assert!(!format!("{:?}", conf.sections).contains("hush"));
        assert_eq!(conf.secrets.iter().collect::<Vec<_>>(), ["password", "pin", "secret", "vmsecret"]);
    }

    #[test]
    fn what_cannot_be_read_is_said() {
        let conf = conf("[a\nx=1\n#exec tool -phush\n#include <x.conf>\nnonsense\n;-- open\n");
        let codes: Vec<_> = conf.warnings.iter().map(Warning::code).collect();
        assert_eq!(
            codes,
            ["import.line_unreadable", "import.exec_not_run", "import.line_unreadable", "import.comment_unterminated"]
        );
        assert_eq!(conf.includes, [("x.conf".to_owned(), 4)]);
        assert!(!format!("{:?}", conf.warnings).contains("hush"));
    }
}
