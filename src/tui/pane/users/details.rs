//! What a user is called and how to reach them; what the phone system says is read-only (U-08 to U-19).

use super::super::super::desk::Desk;
use super::super::super::widget::sheet::SheetRow;
use super::super::Item;
use crate::domain::record::{Role, Site, User};
use crate::domain::value::Source;
use crate::service::Result;
use crate::text::{Here, minute, show};

/// A plain field; a dash where there is nothing.
pub fn field(desk: &Desk, name: &str, value: Option<&str>) -> SheetRow<Item> {
    let texts = &desk.look.texts;
    SheetRow::detail(None, texts.field(name), value.map_or_else(|| texts.nothing(), show))
}

/// The rows of the section.
pub fn rows(desk: &Desk, user: &User) -> Result<Vec<SheetRow<Item>>> {
    let texts = &desk.look.texts;
    let site: Option<Site> = user.site.map(|id| desk.console.record(id.0)).transpose()?;
    let role: Option<Role> = user.role.map(|id| desk.console.record(id.0)).transpose()?;
    let mut state = SheetRow::detail(None, texts.field("status"), texts.label(user.status));
    if let Some(since) = user.absent_since {
        state.remark = texts.with("user-absent", &[("at", minute(since, &Here).into())]);
    }
    let mut source = SheetRow::detail(None, texts.field("source"), texts.label(user.source));
    if user.source == Source::Manual {
        source.remark = texts.get("user-manual");
    }
    let mut email = field(desk, "email", user.email.as_deref());
    email.remark = texts.get("user-email");
    let mut extension = field(desk, "extension", user.extension.as_deref());
    extension.remark = texts.get("user-read-only");
    let mut rows = vec![
        field(desk, "display_name", Some(&user.display_name)),
        field(desk, "first_name", user.first_name.as_deref()),
        field(desk, "last_name", user.last_name.as_deref()),
        field(desk, "position", user.position.as_deref()),
        email,
        field(desk, "login", user.login.as_deref()),
        extension,
        field(desk, "mobile", user.mobile.as_deref()),
        field(desk, "department", user.department.as_deref()),
        field(desk, "language", user.language.as_deref()),
        field(desk, "site", site.as_ref().map(|s| s.name.as_str())),
        state,
        source,
        field(desk, "role", role.as_ref().map(|r| r.name.as_str())),
    ];
    for (feed, link) in &user.feed {
        rows.push(field(desk, "feed", Some(&format!("{feed}: {}", link.key))));
    }
    for queue in &user.queues {
        rows.push(field(desk, "queues", Some(queue)));
    }
    rows.extend(super::super::note::row(desk, user.note.as_deref()));
    Ok(rows)
}
