//! The columns of a list that nobody knows, each to be matched to a field, with a value of the file beside it.

mod draw;

use super::super::super::action::Action;
use super::super::super::event::Event;
use super::super::super::place::Place;
use super::super::super::theme::{Look, Tone};
use super::super::super::widget::choice::{Choice, Chosen, Item};
use super::super::super::widget::field::TextField;
use super::super::super::widget::scroll::Scroll;
use crate::service::import::{FIELDS, Mapping, Nature, Outline, usual_field};
use crate::text::{Shown, show};

/// The name of a field.
type Field = &'static str;

/// The screen of a mapping.
pub struct MappingScreen {
    file: Shown,
    outline: Outline,
    /// Whether the first line is a record, no header.
    headless: bool,
    nature: Nature,
    /// The field of each column.
    fields: Vec<Option<Field>>,
    /// What earlier imports kept.
    saved: Vec<Mapping>,
    name: TextField,
    is_naming: bool,
    picking: Option<Choice<Option<Field>>>,
    loading: Option<Choice<usize>>,
    scroll: Scroll,
    said: Option<(Shown, Tone)>,
}

/// What came of an event.
#[derive(Debug, PartialEq)]
pub enum Mapped {
    /// The screen goes on.
    Used,
    /// The event is for somebody else.
    Passed,
    /// It is left.
    Closed,
    /// The mapping is made.
    Done(Mapping),
    /// The file is to be read again: with its first line as a record or not, or in another way.
    Again {
        /// Whether the first line is a record.
        headless: bool,
        /// Whether encoding or delimiter change, by their action.
        action: Option<Action>,
    },
}

impl MappingScreen {
    /// Shows the columns of a file: as in a mapping that was kept and fits it, else by their names. `why` it is shown.
    pub fn new(
        look: &Look,
        file: &str,
        outline: Outline,
        headless: bool,
        saved: Vec<Mapping>,
        why: Option<Shown>,
    ) -> Self {
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        let name: String = stem.chars().map(|c| if matches!(c, ':' | '.') { '-' } else { c }).collect();
        let mut screen = Self {
            file: show(file),
            fields: vec![None; outline.columns.len()],
            outline,
            headless,
            nature: Nature::Telephones,
            name: TextField::new(&name),
            is_naming: false,
            saved,
            picking: None,
            loading: None,
            scroll: Scroll::default(),
            said: why.map(|why| (why, Tone::Warning)),
        };
        match screen.saved.iter().position(|kept| screen.fits(kept)) {
            Some(at) => screen.take(look, at),
            None => screen.guess(),
        }
        screen
    }

    /// Where its keys are looked up.
    pub const fn place(&self) -> Place {
        if self.is_naming {
            Place::Confirm
        } else if self.picking.is_some() || self.loading.is_some() {
            Place::Choice
        } else {
            Place::Mapping
        }
    }

    /// The delimiter that the columns are parted by.
    pub const fn delimiter(&self) -> u8 {
        self.outline.delimiter
    }

    /// Whether an action does something here.
    pub fn offers(&self, action: Action) -> bool {
        !matches!(action, Action::MapSaved) || !self.saved.is_empty()
    }

    fn fits(&self, kept: &Mapping) -> bool {
        let has = |column: &str| self.place_of(column).is_some();
        kept.is_headless() == self.headless && kept.columns.iter().all(|(_, column)| has(column))
    }

    /// Where a column stands, by its name as a header has it.
    fn place_of(&self, column: &str) -> Option<usize> {
        let column = column.trim().to_lowercase();
        self.outline.columns.iter().position(|known| known.name.to_lowercase() == column && !known.secret)
    }

    fn guess(&mut self) {
        for at in 0..self.fields.len() {
            let column = &self.outline.columns[at];
            let field = usual_field(&column.name).filter(|field| !self.fields.contains(&Some(field)));
            self.fields[at] = field.filter(|_| !column.secret);
        }
        // Whoever has no extension is of no telephone system.
        if !self.fields.contains(&Some("extension")) && !self.headless {
            self.nature = Nature::Directory;
        }
    }

    /// Takes what an earlier import kept.
    fn take(&mut self, look: &Look, at: usize) {
        let kept = self.saved[at].clone();
        self.fields.fill(None);
        let mut missing = Vec::new();
        for (field, column) in &kept.columns {
            match self.place_of(column) {
                Some(at) => self.fields[at] = Some(field),
                None => missing.push(show(column)),
            }
        }
        self.nature = kept.nature;
        self.name = TextField::new(&kept.name);
        let name = ("name", show(&kept.name).into());
        self.said = Some(if missing.is_empty() {
            (look.texts.with("mapping-as-kept", &[name]), Tone::Good)
        } else {
            let list = Shown::join(&missing, &Shown::fixed(", "));
            (look.texts.with("mapping-lacks", &[name, ("list", list.into())]), Tone::Warning)
        });
    }

    /// Takes an event.
    pub fn on(&mut self, event: Event<'_>, look: &Look) -> Mapped {
        if self.is_naming {
            return self.on_name(event);
        }
        if let Some(choice) = self.picking.take() {
            self.on_field(choice, event);
            return Mapped::Used;
        }
        if let Some(choice) = self.loading.take() {
            self.on_saved(choice, event, look);
            return Mapped::Used;
        }
        let Event::Action(action) = event else { return Mapped::Used };
        match action {
            Action::Back => return Mapped::Closed,
            Action::Quit | Action::Palette | Action::Help | Action::Lock => return Mapped::Passed,
            Action::MapColumn => self.pick(look),
            Action::MapUse => self.ask_name(look),
            Action::MapNature if self.nature == Nature::Telephones => self.nature = Nature::Directory,
            Action::MapNature => self.nature = Nature::Telephones,
            Action::MapHeader => return Mapped::Again { headless: !self.headless, action: None },
            Action::ImportEncoding | Action::ImportDelimiter => {
                return Mapped::Again { headless: self.headless, action: Some(action) };
            }
            Action::MapSaved if self.saved.is_empty() => {
                self.said = Some((look.texts.get("mapping-none-kept"), Tone::Warning));
            }
            Action::MapSaved => {
                let item = |(at, kept): (usize, &Mapping)| {
                    let columns = kept.columns.iter().map(|(_, column)| show(column));
                    let remark = Shown::join(&columns.collect::<Vec<_>>(), &Shown::fixed(", "));
                    Item::new(at, show(&kept.name)).remark(remark)
                };
                self.loading = Some(Choice::new(self.saved.iter().enumerate().map(item).collect()));
            }
            action => drop(self.scroll.on(action, self.fields.len())),
        }
        Mapped::Used
    }

    /// Offers the fields for the selected column.
    fn pick(&mut self, look: &Look) {
        let Some(column) = self.outline.columns.get(self.scroll.row) else { return };
        if column.secret {
            self.said = Some((look.texts.get("mapping-secret"), Tone::Refused));
            return;
        }
        let none = Item::new(None, look.texts.get("mapping-nothing"));
        let fields = FIELDS.into_iter().map(|field| {
            let other = self.fields.iter().position(|known| *known == Some(field));
            let remark = other.map(|at| show(&self.outline.columns[at].name)).unwrap_or_default();
            Item::new(Some(field), look.texts.field(field)).remark(remark)
        });
        self.picking = Some(Choice::new(fields.chain([none]).collect()));
    }

    fn on_field(&mut self, mut choice: Choice<Option<Field>>, event: Event<'_>) {
        match choice.on(event) {
            Chosen::Picked(field) => {
                self.said = None;
                // A field holds one column.
                if let Some(other) = self.fields.iter().position(|known| known.is_some() && *known == field) {
                    self.fields[other] = None;
                }
                self.fields[self.scroll.row] = field;
                self.scroll.on(Action::Down, self.fields.len());
            }
            Chosen::Closed => {}
            Chosen::Used | Chosen::Passed => self.picking = Some(choice),
        }
    }

    fn on_saved(&mut self, mut choice: Choice<usize>, event: Event<'_>, look: &Look) {
        match choice.on(event) {
            Chosen::Picked(at) => self.take(look, at),
            Chosen::Closed => {}
            Chosen::Used | Chosen::Passed => self.loading = Some(choice),
        }
    }

    /// Asks for the name, where there is enough to read people with.
    fn ask_name(&mut self, look: &Look) {
        let is_identified = self.fields.iter().any(|field| matches!(field, Some("extension" | "key")));
        let lacks = if !self.mapping().names_people() {
            Some(look.texts.get("mapping-needs-name"))
        } else if self.nature == Nature::Telephones && !is_identified {
            Some(look.texts.get("mapping-needs-extension"))
        } else {
            None
        };
        self.is_naming = lacks.is_none();
        self.said = lacks.map(|lacks| (lacks, Tone::Refused));
    }

    fn on_name(&mut self, event: Event<'_>) -> Mapped {
        match event {
            Event::Action(Action::Back) => self.is_naming = false,
            Event::Action(Action::Accept) if self.name.value().trim().is_empty() => {}
            Event::Action(Action::Accept) => return Mapped::Done(self.mapping()),
            event => drop(self.name.on(event)),
        }
        Mapped::Used
    }

    fn mapping(&self) -> Mapping {
        let columns = self.fields.iter().zip(&self.outline.columns);
        let columns = columns.filter_map(|(field, column)| Some(((*field)?, column.name.clone())));
        Mapping { name: self.name.value().trim().to_owned(), nature: self.nature, columns: columns.collect() }
    }
}
