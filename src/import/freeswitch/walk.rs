//! Walks one XML file and picks out users and groups. No entity is expanded, no file is followed, nothing is run.

use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use super::super::limits;
use super::super::message::ReadError;
use super::super::secret::is_secret;
use super::found::{Found, FoundUser, Pointer};

/// What is open around the current place.
struct Walk<'f> {
    file: usize,
    line: u64,
    found: &'f mut Found,
    path: Vec<String>,
    domain: Option<String>,
    group: Option<String>,
    user: Option<FoundUser>,
    /// Whether the domain lets browsers in.
    verto: bool,
}

/// Walks a file.
pub(super) fn walk(
    file: usize,
    name: &str,
    text: &str,
    found: &mut Found,
    stop: &dyn Fn() -> bool,
) -> Result<(), ReadError> {
    let mut reader = Reader::from_str(text);
    let mut walk = Walk { file, line: 1, found, path: Vec::new(), domain: None, group: None, user: None, verto: false };
    let mut counted = 0;
    let mut seen = 0_u64;
    loop {
        let malformed = |line| ReadError::Malformed { file: name.to_owned(), line, kind: "XML" };
        let event = reader.read_event().map_err(|_| malformed(walk.line))?;
        // The line is that of the beginning of the event.
        seen += 1;
        if seen.is_multiple_of(1024) && stop() {
            return Err(ReadError::Stopped);
        }
        match event {
            Event::Start(tag) => walk.open(name, &tag)?,
            Event::Empty(tag) => {
                walk.open(name, &tag)?;
                walk.close();
            }
            Event::End(_) => walk.close(),
            Event::DocType(_) => return Err(ReadError::Doctype { file: name.to_owned() }),
            Event::Eof if walk.path.is_empty() => return Ok(()),
            Event::Eof => return Err(malformed(walk.line)),
            _ => {}
        }
        let position = usize::try_from(reader.buffer_position()).unwrap_or(text.len()).min(text.len());
        walk.line += text.as_bytes()[counted..position].iter().filter(|b| **b == b'\n').count() as u64;
        counted = position;
        if walk.found.users.len() as u64 > limits::RECORDS {
            return Err(ReadError::TooManyRecords { file: name.to_owned(), limit: limits::RECORDS });
        }
    }
}

impl Walk<'_> {
    fn open(&mut self, file: &str, tag: &BytesStart<'_>) -> Result<(), ReadError> {
        if self.path.len() >= limits::DEPTH {
            return Err(ReadError::TooDeep { file: file.to_owned(), line: self.line, limit: limits::DEPTH });
        }
        let malformed = || ReadError::Malformed { file: file.to_owned(), line: self.line, kind: "XML" };
        let mut pairs = Vec::new();
        // The check for attributes that stand twice takes the square of their number; the first one wins here.
        for attribute in tag.attributes().with_checks(false) {
            let attribute = attribute.map_err(|_| malformed())?;
            let key = attribute.key.0.to_lowercase();
            let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).map_err(|_| malformed())?;
            pairs.push((key, value.into_owned()));
        }
        let get = |wanted: &str| pairs.iter().find(|(key, _)| key == wanted).map(|(_, value)| value.clone());
        let name = tag.name().0.to_owned();
        match name.as_str() {
            "domain" => self.domain = get("name"),
            "group" => self.group = get("name"),
            "user" => self.open_user(&get),
            "param" | "variable" => self.setting(&name, get("name"), get("value")),
            "X-PRE-PROCESS" | "x-pre-process" => match get("cmd").as_deref() {
                Some("include") => {
                    self.found.includes.push((self.file, self.line, get("data").unwrap_or_default()));
                }
                Some("exec" | "exec-set") => self.found.commands.push((self.file, self.line)),
                _ => {}
            },
            _ => {}
        }
        self.path.push(name);
        Ok(())
    }

    fn open_user(&mut self, get: &dyn Fn(&str) -> Option<String>) {
        let id = get("id").unwrap_or_default();
        if get("type").as_deref() == Some("pointer") {
            if let Some(group) = self.group.clone() {
                self.found.pointers.push(Pointer { file: self.file, user: id, group });
            }
            return;
        }
        self.user = Some(FoundUser {
            file: self.file,
            line: self.line,
            id,
            alias: get("number-alias").or_else(|| get("mailbox")),
            domain: self.domain.clone(),
            groups: self.group.clone().into_iter().collect(),
            verto: self.verto,
            ..FoundUser::default()
        });
    }

    /// Reads a setting that stands directly in a user or a domain; those of gateways are somebody else's.
    fn setting(&mut self, tag: &str, name: Option<String>, value: Option<String>) {
        let (Some(name), Some(value)) = (name.map(|name| name.to_lowercase()), value) else { return };
        if is_secret(&name) {
            self.found.secrets.insert(name);
            return;
        }
        let depth = self.path.len();
        let owner = depth.checked_sub(2).and_then(|at| self.path.get(at)).map(String::as_str);
        let verto = tag == "param" && name == "jsonrpc-allowed-methods" && value.contains("verto");
        match (owner, &mut self.user) {
            (Some("user"), Some(user)) => {
                let slot = match (tag, name.as_str()) {
                    ("param", "vm-mailto" | "vm-notify-mailto" | "email-addr") => &mut user.email,
                    ("variable", "effective_caller_id_name") => &mut user.name,
                    ("variable", "effective_caller_id_number") => &mut user.number,
                    ("variable", "user_context") => &mut user.context,
                    ("variable", "mac") => &mut user.mac,
                    ("variable", "callgroup") => {
                        user.groups.extend(value.split(',').map(|group| group.trim().to_owned()));
                        return;
                    }
                    _ => {
                        user.verto |= verto;
                        return;
                    }
                };
                slot.get_or_insert(value);
            }
            (Some("domain"), None) => self.verto |= verto,
            _ => {}
        }
    }

    fn close(&mut self) {
        match self.path.pop().as_deref() {
            Some("user") => self.found.users.extend(self.user.take()),
            Some("group") => self.group = None,
            Some("domain") => (self.domain, self.verto) = (None, false),
            _ => {}
        }
    }
}
