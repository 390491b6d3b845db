//! Decides the one note that each record can have.

use super::Deciding;
use super::resolve::paragraph;
use crate::domain::command::{Ref, SetNote};
use crate::domain::facts::{Facts, Get};
use crate::domain::overlay::Touch;
use crate::domain::record::{Admin, Application, Contact, Group, Organisation, Role, Site, User, Workspace};
use crate::domain::refusal::{Code, Decided, Refusal};

/// A record with a note of its own; a ticket's note is its requester's, and set when it is sent.
trait Noted: Touch {
    fn note(&mut self) -> &mut Option<String>;
}

macro_rules! noted {
    ($($type:ty),*) => {
        $(impl Noted for $type {
            fn note(&mut self) -> &mut Option<String> {
                &mut self.note
            }
        })*
    };
}

noted!(Organisation, Admin, Role, User, Contact, Site, Group, Workspace, Application);

impl<'a> Deciding<'a> {
    /// Writes the note of the one record that is named.
    pub(super) fn set_note(&mut self, c: &SetNote) -> Decided<()> {
        let note = paragraph("note", c.note.as_deref())?;
        let named =
            [&c.organisation, &c.admin, &c.role, &c.user, &c.contact, &c.site, &c.group, &c.workspace, &c.application];
        if named.into_iter().flatten().count() != 1 {
            return Err(Refusal::new(Code::OneRecord).into());
        }
        self.note_on::<Organisation>(c.organisation.as_ref(), note.as_ref())?;
        self.note_on::<Admin>(c.admin.as_ref(), note.as_ref())?;
        self.note_on::<Role>(c.role.as_ref(), note.as_ref())?;
        self.note_on::<User>(c.user.as_ref(), note.as_ref())?;
        self.note_on::<Contact>(c.contact.as_ref(), note.as_ref())?;
        self.note_on::<Site>(c.site.as_ref(), note.as_ref())?;
        self.note_on::<Group>(c.group.as_ref(), note.as_ref())?;
        self.note_on::<Workspace>(c.workspace.as_ref(), note.as_ref())?;
        self.note_on::<Application>(c.application.as_ref(), note.as_ref())
    }

    fn note_on<T: Noted>(&mut self, record: Option<&Ref>, note: Option<&String>) -> Decided<()>
    where
        dyn Facts + 'a: Get<T>,
    {
        let Some(reference) = record else { return Ok(()) };
        let mut record: T = self.resolve(reference)?;
        *record.note() = note.cloned();
        Ok(self.world.put(record)?)
    }
}
