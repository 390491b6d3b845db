//! Which Commands delete a record.

use super::{Command, Ref};
use crate::domain::id::{Kind, Subject};

impl Command {
    /// Returns the record that it deletes, where the id of that is kept with its REF.
    pub fn removes(&self) -> Option<Subject> {
        let (kind, name): (Kind, &Ref) = match self {
            Self::DeleteSite(c) => (Kind::Site, &c.site),
            Self::DeleteGroup(c) => (Kind::Group, &c.group),
            Self::DeleteWorkspace(c) => (Kind::Workspace, &c.workspace),
            Self::DeleteApplication(c) => (Kind::Application, &c.application),
            Self::DeleteAdmin(c) => (Kind::Admin, &c.admin),
            Self::DeleteRole(c) => (Kind::Role, &c.role),
            Self::DeleteUser(c) => (Kind::User, &c.user),
            Self::DeleteContact(c) => (Kind::Contact, &c.contact),
            _ => return None,
        };
        Some(Subject::new(kind, name.number()?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every Command that deletes says what; one that is added must be named here.
    #[test]
    fn every_deletion_names_its_record() {
        for name in Command::NAMES.iter().filter(|name| name.starts_with("delete_")) {
            let field = name.trim_start_matches("delete_");
            let mut command: Command = serde_json::from_value(serde_json::json!({ "do": *name, field: "x" })).unwrap();
            assert_eq!(command.removes(), None, "{name}: nobody knows which");
            command.references(&mut |_, reference| reference.pin(7));
            assert_eq!(command.removes().map(|subject| subject.to_string()), Some(format!("{field}:7")));
        }
        let kept: Command = serde_json::from_str(r#"{"do":"set_uc_client","user":"a","value":true}"#).unwrap();
        assert_eq!(kept.removes(), None);
    }
}
