//! Sections with what they inherit: templates in order, then their own settings.

use std::collections::{HashMap, HashSet};

use super::super::limits;
use super::super::message::{Caution, Refusal};
use super::super::place::{Place, Refused, Warning};
use super::resolved::Resolved;
use super::section::Section;

/// Templates that inherit from templates, at most so deep.
const DEPTH: usize = 16;

/// Sections that one section may be made of.
const TEMPLATES: usize = 64;

/// Indices of sections by name, in ascending order.
type Names<'s> = HashMap<&'s str, Vec<usize>>;

/// All the sections of a set, by name; those of one file stand together.
pub(super) struct Book<'s> {
    sections: &'s [Section],
    templates: Names<'s>,
    plain: Names<'s>,
    appended: HashMap<usize, Vec<usize>>,
    warned: HashSet<(usize, &'s str)>,
    pub warnings: Vec<Warning>,
}

impl<'s> Book<'s> {
    pub fn new(sections: &'s [Section]) -> Self {
        let mut book = Self {
            sections,
            templates: Names::new(),
            plain: Names::new(),
            appended: HashMap::new(),
            warned: HashSet::new(),
            warnings: Vec::new(),
        };
        for (index, section) in sections.iter().enumerate().filter(|(_, section)| !section.append) {
            let names = if section.template { &mut book.templates } else { &mut book.plain };
            names.entry(&section.name).or_default().push(index);
        }
        for (index, section) in sections.iter().enumerate().filter(|(_, section)| section.append) {
            match book.find(&section.name, index, [&book.plain, &book.templates]) {
                Some(target) => book.appended.entry(target).or_default().push(index),
                None => book.warn(index, &section.name, Caution::AppendMissing { section: section.name.clone() }),
            }
        }
        book
    }

    /// Applies the templates of a section.
    pub fn resolve(&mut self, index: usize) -> Result<Resolved<'s>, Refused> {
        let section = &self.sections[index];
        let (name, file, line) = (section.name.as_str(), section.file, section.line);
        let mut resolved = Resolved { name, file, line, authenticated: false, own_flag: false, entries: Vec::new() };
        let mut trail = Trail::default();
        self.collect(index, &mut resolved, &mut trail);
        if resolved.entries.len() > limits::SECTION || trail.seen.len() > TEMPLATES {
            let reason = Refusal::SectionTooLarge { section: section.name.clone(), limit: limits::SECTION };
            return Err(Refused { place: Place::line(file, line), reason });
        }
        Ok(resolved)
    }

    /// Adds what a section inherits and then what it says; each template counts once, so that cost stays bounded.
    fn collect(&mut self, index: usize, resolved: &mut Resolved<'s>, trail: &mut Trail) {
        let sections = self.sections;
        let section = &sections[index];
        trail.path.push(index);
        trail.seen.push(index);
        for parent in &section.inherits {
            match self.find(parent, index, [&self.templates, &self.plain]) {
                _ if trail.seen.len() > TEMPLATES => break,
                None => {
                    let caution = Caution::TemplateMissing { section: section.name.clone(), template: parent.clone() };
                    self.warn(index, parent, caution);
                }
                Some(found) if trail.path.contains(&found) || trail.path.len() > DEPTH => {
                    self.warn(index, parent, Caution::TemplateCycle { section: section.name.clone() });
                }
                Some(found) if trail.seen.contains(&found) => {}
                Some(found) => self.collect(found, resolved, trail),
            }
        }
        trail.path.pop();
        let additions = self.appended.get(&index).map_or(&[][..], Vec::as_slice);
        for part in std::iter::once(index).chain(additions.iter().copied()).map(|part| &sections[part]) {
            resolved.authenticated |= part.authenticated;
            // One more than the limit is enough to refuse.
            let room = (limits::SECTION + 1).saturating_sub(resolved.entries.len());
            resolved.entries.extend(part.entries.iter().take(room).map(|entry| (entry.key, entry.value.as_str())));
        }
    }

    /// Finds the section that a name means at some place: the last before it in its file, else the last of another file.
    fn find(&self, name: &str, at: usize, order: [&Names<'s>; 2]) -> Option<usize> {
        let file = self.sections[at].file;
        let lists = order.map(|names| names.get(name).map_or(&[][..], Vec::as_slice));
        let before = |list: &[usize]| list[..list.partition_point(|&index| index < at)].last().copied();
        let same_file = lists.iter().filter_map(|list| before(list)).find(|&index| self.sections[index].file == file);
        let elsewhere = |list: &[usize]| {
            let last = list.last().copied().filter(|&index| self.sections[index].file != file);
            last.or_else(|| list[..list.partition_point(|&index| self.sections[index].file < file)].last().copied())
        };
        same_file.or_else(|| lists.iter().find_map(|list| elsewhere(list)))
    }

    fn warn(&mut self, index: usize, name: &'s str, caution: Caution) {
        if self.warned.insert((index, name)) {
            let section = &self.sections[index];
            self.warnings.push(Warning { place: Place::line(section.file, section.line), caution });
        }
    }
}

/// The sections visited while one is resolved.
#[derive(Default)]
struct Trail {
    /// From the section to the template being read.
    path: Vec<usize>,
    /// All of them.
    seen: Vec<usize>,
}

#[cfg(test)]
mod tests {
    use super::super::syntax::parse;
    use super::*;

    /// Resolves the last section of the last file.
    fn last(files: &[&str]) -> (Result<Vec<String>, &'static str>, Vec<&'static str>) {
        let mut sections = Vec::new();
        for (file, text) in files.iter().enumerate() {
            sections.append(&mut parse(file, "f", text, limits::SECTIONS, &|| false).unwrap().sections);
        }
        let mut book = Book::new(&sections);
        let resolved = book.resolve(sections.len() - 1);
        let values = resolved.map(|resolved| resolved.entries.iter().map(|(_, value)| (*value).to_owned()).collect());
        (values.map_err(|refused| refused.code()), book.warnings.iter().map(Warning::code).collect())
    }

    fn values(files: &[&str]) -> Vec<String> {
        let (values, warnings) = last(files);
        assert!(warnings.is_empty(), "{warnings:?}");
        values.unwrap()
    }

    #[test]
    fn templates_apply_in_order_and_the_section_comes_last() {
        assert_eq!(
            values(&["[a](!)\nhost=1\n[b](!,a)\nhost=2\n[c](!)\nhost=3\n[d](c,b)\nhost=4\n"]),
            ["3", "1", "2", "4"]
        );
        assert_eq!(values(&["[x](t)\nhost=2\n", "[t](!)\nhost=1\n[y](t)\nhost=3\n"]), ["1", "3"]);
    }

    #[test]
    fn a_template_of_another_file_is_found_whatever_the_order() {
        assert_eq!(values(&["[t](!)\nhost=1\n", "[y](t)\n"]), ["1"]);
        let (_, warnings) = last(&["[y](t)\n[t](!)\nhost=1\n[z](y)\n"]);
        assert_eq!(warnings, ["import.template_missing"], "in one file a template must come first");
    }

    #[test]
    fn cycles_and_floods_end() {
        assert_eq!(last(&["[a](b)\nhost=1\n", "[b](a)\nhost=2\n"]).1, ["import.template_cycle"]);
        assert_eq!(last(&["[a](a)\n"]).1, ["import.template_missing"]);
        let many: String = (0..100).map(|n| format!("[t{n}](!)\nhost={n}\n")).collect();
        let names: Vec<String> = (0..100).map(|n| format!("t{n}")).collect();
        let (values, _) = last(&[&format!("{many}[a]({})\n", names.join(","))]);
        assert_eq!(values, Err("import.section_too_large"));
        assert_eq!(last(&[&format!("[a]\n{}", "host=1\n".repeat(5000))]).0, Err("import.section_too_large"));
    }
}
