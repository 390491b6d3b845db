//! What an administrator is called, where they stand in the tree, and how to reach them.

use super::super::super::desk::Desk;
use super::super::super::widget::sheet::SheetRow;
use super::super::Item;
use super::super::users::field;
use crate::domain::record::{Admin, Record, Role};
use crate::domain::value::Status;
use crate::service::Result;
use crate::text::{Here, Shown, minute, show};

/// How many of those below are named here; the tree shows them all.
const BELOW: usize = 20;

/// The rows of the section.
pub fn rows(desk: &Desk, admin: &Admin) -> Result<Vec<SheetRow<Item>>> {
    let mut rows = vec![field(desk, "username", Some(&admin.username))];
    rows.extend(account(desk, admin)?);
    rows.extend(place(desk, admin)?);
    rows.push(SheetRow::heading(desk.look.texts.get("group-contact")));
    rows.extend([
        field(desk, "first_name", Some(&admin.first_name)),
        field(desk, "middle_name", admin.middle_name.as_deref()),
        field(desk, "last_name", Some(&admin.last_name)),
        field(desk, "email", Some(&admin.email)),
        field(desk, "work_phone", admin.work_phone.as_deref()),
        field(desk, "fax", admin.fax.as_deref()),
        field(desk, "mobile", admin.mobile.as_deref()),
        field(desk, "landline", admin.landline.as_deref()),
    ]);
    let address = &admin.address;
    rows.push(SheetRow::heading(desk.look.texts.field("address")));
    rows.extend([
        field(desk, "street", address.street.as_deref()),
        field(desk, "town", address.town.as_deref()),
        field(desk, "region", address.region.as_deref()),
        field(desk, "postcode", address.postcode.as_deref()),
        field(desk, "country", address.country.as_deref()),
    ]);
    rows.extend(super::super::note::row(desk, admin.note.as_deref()));
    Ok(rows)
}

/// The state, the sign-ins, the role.
fn account(desk: &Desk, admin: &Admin) -> Result<Vec<SheetRow<Item>>> {
    let texts = &desk.look.texts;
    let when = |at| minute(at, &Here);
    let standing = desk.console.standing(admin.id)?;
    let mut state = SheetRow::detail(None, texts.field("status"), texts.label(admin.status));
    if let Some(by) = standing.must_change_by.filter(|_| admin.status != Status::Disabled) {
        state.remark = texts.with("admin-password-by", &[("at", when(by).into())]);
    }
    let last = standing.last_sign_in_at.map_or_else(|| texts.get("admin-never"), when);
    let mut signed_in = SheetRow::detail(None, texts.field("last_sign_in_at"), last);
    if standing.failures > 0 {
        signed_in.remark = texts.with("desk-failures", &[("count", standing.failures.into())]);
    }
    let role: Option<Role> = admin.role.map(|id| desk.console.record(id.0)).transpose()?;
    let role = match role {
        Some(role) => {
            let link = desk.sees("roles").then(|| Item::Record(role.subject()));
            SheetRow::detail(link, texts.field("role"), show(&role.name))
        }
        None => field(desk, "role", None),
    };
    Ok(vec![state, signed_in, role])
}

/// Who is above, as a link where that one may be seen, and who is right below.
fn place(desk: &Desk, admin: &Admin) -> Result<Vec<SheetRow<Item>>> {
    let texts = &desk.look.texts;
    let mut rows = Vec::new();
    match admin.parent {
        None => rows.push(SheetRow::detail(None, texts.field("parent"), texts.get("admin-owner"))),
        Some(parent) => {
            // One's own parent is named, and nothing more of it.
            let seen = desk.console.record::<Admin>(parent.0).is_ok();
            let name = desk.console.username_of(parent)?.as_deref().map(show).unwrap_or_default();
            rows.push(SheetRow::detail(seen.then(|| Item::Record(parent.subject())), texts.field("parent"), name));
        }
    }
    let below = desk.console.below(&admin.username, None, BELOW + 1)?;
    let label = || texts.field("children");
    if below.is_empty() {
        rows.push(SheetRow::detail(None, label(), texts.nothing()));
    }
    for (at, (_, row)) in below.iter().take(BELOW).enumerate() {
        let label = if at == 0 { label() } else { Shown::default() };
        let mut line = SheetRow::detail(Some(Item::Record(row.id.subject())), label, show(&row.username));
        line.remark = show(format!("{} {}", row.first_name, row.last_name).trim());
        rows.push(line);
    }
    if below.len() > BELOW {
        rows.push(SheetRow::detail(None, Shown::default(), texts.get("admin-more-below")));
    }
    Ok(rows)
}
