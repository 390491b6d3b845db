//! Configuration files of Asterisk, read as one set: telephones, mailboxes and queues name each other across files.

mod caller;
mod comment;
mod person;
mod queue;
mod resolved;
mod section;
mod set;
mod setting;
mod syntax;
mod telephone;
mod template;
mod voicemail;

use std::collections::HashSet;

use super::limits;
use super::message::{Caution, ReadError};
use super::place::{Place, Warning};
use super::reading::Reading;
use super::record::Field;
use super::value::{Cleaner, looks_like_formula, quoted};
use person::{Draft, People};
use section::Conf;
use set::Set;
use setting::Key;
use telephone::names;
use template::Book;

/// Reads the files of the set, in the order of the reading, into it.
pub(super) fn read(texts: &[&str], reading: &mut Reading, stop: &dyn Fn() -> bool) -> Result<(), ReadError> {
    let files: Vec<String> = reading.files.iter().map(|file| file.name.clone()).collect();
    let mut confs = Vec::with_capacity(texts.len());
    let mut room = limits::SECTIONS;
    for (file, text) in texts.iter().enumerate() {
        let conf = syntax::parse(file, &files[file], text, room, stop)?;
        room = room.saturating_sub(conf.held);
        confs.push(conf);
    }
    let mut sections = Vec::new();
    confs.iter_mut().for_each(|conf| sections.append(&mut conf.sections));
    let iax: Vec<bool> = confs.iter().map(|conf| conf.iax).collect();
    let mut book = Book::new(&sections);
    let set = Set::sort(&sections, &mut book, &iax, stop)?;
    let mut cleaner = Cleaner::new();
    let mut people = People::new(&mut cleaner, files);
    people.gather(&set, stop)?;
    voicemail::link(&mut people, &set);
    queue::assign(&mut people, &set);

    report_files(confs, &set, reading);
    reading.skipped += set.skipped + people.skipped + unused(&set, &people.drafts);
    reading.warnings.append(&mut book.warnings);
    finish(people, reading)?;
    reading.refused.extend(set.refused);
    if cleaner.dropped > 0 {
        let caution = Caution::InvisibleDropped { count: cleaner.dropped };
        reading.warnings.push(Warning { place: Place::file(0), caution });
    }
    Ok(())
}

/// Says of each file what was left out of it, and warns of one that holds nothing to import.
fn report_files(confs: Vec<Conf>, set: &Set<'_>, reading: &mut Reading) {
    let mut records = vec![0; confs.len()];
    set.telephones.iter().for_each(|telephone| records[telephone.section.file] += 1);
    set.mailboxes.iter().for_each(|mailbox| records[mailbox.file] += 1);
    set.queues.iter().for_each(|queue| records[queue.section.file] += 1);
    let parts: HashSet<usize> = set.aors.values().chain(set.auths.values()).map(|section| section.file).collect();
    let given: HashSet<String> = reading.files.iter().map(|file| base_name(&file.name).to_owned()).collect();
    for (file, conf) in confs.into_iter().enumerate() {
        reading.warnings.extend(conf.warnings);
        let unread = conf.includes.iter().filter(|(path, _)| !given.contains(base_name(path)));
        reading.warnings.extend(unread.map(|(path, line)| Warning {
            place: Place::line(file, *line),
            caution: Caution::IncludeNotRead { path: quoted(path) },
        }));
        if records[file] == 0 && !parts.contains(&file) {
            let caution = if conf.dialplan { Caution::DialplanNotRead } else { Caution::NoLiveUser };
            reading.warnings.push(Warning { place: Place::file(file), caution });
        }
        let report = &mut reading.files[file];
        report.records = records[file];
        report.secret_columns = conf.secrets.into_iter().collect();
        if !conf.dialplan {
            report.ignored_columns = conf.ignored.into_iter().collect();
        }
    }
}

fn base_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// Counts the parts of telephones that no user has.
fn unused(set: &Set<'_>, drafts: &[Draft]) -> u64 {
    let owners: HashSet<&str> = drafts
        .iter()
        .flat_map(|draft| &draft.user.devices)
        .filter_map(|device| Some(device.id.split_once('/')?.1))
        .collect();
    let of_users =
        || set.telephones.iter().map(|telephone| &telephone.section).filter(|section| owners.contains(section.name));
    let aors: HashSet<&str> = of_users().flat_map(|section| names(section, Key::Aors)).collect();
    let auths: HashSet<&str> = of_users().flat_map(|section| names(section, Key::Auth)).collect();
    let unused_aors = set.aors.keys().filter(|name| !aors.contains(*name)).count();
    let unused_auths = set.auths.keys().filter(|name| !auths.contains(*name)).count();
    (unused_aors + unused_auths) as u64
}

/// Moves the users into the reading, each with a name.
fn finish(people: People<'_>, reading: &mut Reading) -> Result<(), ReadError> {
    let groups = people.drafts.iter().any(|draft| !draft.user.groups_proposed.is_empty());
    let language = people.drafts.iter().any(|draft| draft.user.language.is_some());
    let email = people.drafts.iter().any(|draft| draft.user.email.is_some());
    reading.warnings.extend(people.warnings);
    reading.refused.extend(people.refused);
    for Draft { mut user, .. } in people.drafts {
        let place = Place::line(user.file, user.line);
        if user.display_name.is_empty() {
            user.display_name.clone_from(&user.key);
            let caution = Caution::NameFromSection { section: user.key.clone() };
            reading.warnings.push(Warning { place: place.clone(), caution });
        }
        if looks_like_formula(&user.display_name) {
            let caution = Caution::NameFormula { value: quoted(&user.display_name) };
            reading.warnings.push(Warning { place, caution });
        }
        user.columns =
            user.columns.with_if(Field::Groups, groups).with_if(Field::Language, language).with_if(Field::Email, email);
        reading.user(Ok(user))?;
    }
    Ok(())
}
