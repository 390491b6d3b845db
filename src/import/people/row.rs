//! One row of a list of people.

use super::super::cells::Cells;
use super::super::header::Column;
use super::super::message::{Caution, Refusal};
use super::super::place::Refused;
use super::super::record::{FieldSet, PhoneKind};
use super::super::value::{looks_like_formula, quoted};
use super::super::{email, number};
use super::plan::Plan;

/// What a row is.
pub(super) enum Found {
    Person(Box<Person>),
    /// Somebody of another organisation.
    Guest,
}

/// A person as the row tells them.
#[derive(Default)]
pub(super) struct Person {
    pub file: usize,
    pub line: u64,
    pub key: Option<String>,
    pub name: Option<String>,
    pub first: Option<String>,
    pub last: Option<String>,
    pub fallback: Option<String>,
    pub extension: Option<String>,
    pub context: Option<String>,
    /// Whether the format has users without telephone.
    pub may_lack_extension: bool,
    pub email: Option<String>,
    pub account: Option<String>,
    pub mobile: Option<String>,
    pub phones: Vec<(PhoneKind, String)>,
    pub department: Option<String>,
    pub position: Option<String>,
    pub organisation: Option<String>,
    pub language: Option<String>,
    pub groups: Vec<String>,
    pub disabled: bool,
    pub protocol: Option<String>,
    pub mac: Option<String>,
    pub model: Option<String>,
    pub shown: Vec<(String, String)>,
    pub columns: FieldSet,
    /// Whether the row is of our own export, whose key is the id of the user.
    pub own: bool,
}

/// Tells whether a row describes the types of its columns, as the bulk sheets of BroadWorks do.
pub(super) fn is_template(cells: &Cells<'_, '_>) -> bool {
    cells.row.any(|cell| cell.trim() == "string" || cell.trim_start().starts_with("none |"))
}

/// Refuses a row with surplus fields whose address or extension does not fit: a secret may have slid.
pub(super) fn check_shape(cells: &mut Cells<'_, '_>, plan: &Plan) -> Result<(), Refused> {
    let (found, expected) = cells.row.widths();
    let surplus = cells.row.surplus();
    if found == expected || (found > expected && surplus == 0) {
        return Ok(());
    }
    let number = |column: &Column| {
        let cell = cells.raw(Some(*column));
        cell.trim().is_empty() || cell.trim() == "none" || number::is_digits(cell.trim())
    };
    let address = |column: &Column| {
        let cell = cells.raw(Some(*column));
        cell.trim().is_empty() || cell.contains('@')
    };
    let fits = plan.extensions.first().is_none_or(number)
        && plan.emails.iter().chain(&plan.account).all(address)
        && cells.row.header().names().last().is_some_and(|last| surplus == 0 || !last.is_empty());
    if !fits {
        return Err(cells.refuse(None, Refusal::RowShifted { found, expected }));
    }
    if surplus > 0 {
        cells.warn(None, Caution::FieldsJoined { extra: surplus });
    }
    Ok(())
}

/// Reads the cells of a person.
pub(super) fn read(cells: &mut Cells<'_, '_>, plan: &Plan) -> Result<Found, Refused> {
    if cells.raw(plan.guest).trim().eq_ignore_ascii_case("guest") {
        return Ok(Found::Guest);
    }
    let first = cells.line(plan.first)?;
    let last = cells.line(plan.last)?;
    let parts: Vec<&str> = [&first, &last].into_iter().flatten().map(String::as_str).collect();
    let joined = Some(parts.join(" ")).filter(|name| !name.is_empty());
    let name = cells.line(plan.name)?.or(joined);
    let fallback = first_of(cells, &plan.fallbacks)?;
    if let Some(name) = name.as_ref().or(fallback.as_ref()).filter(|name| looks_like_formula(name)) {
        cells.warn(plan.name.or(plan.first), Caution::NameFormula { value: quoted(name) });
    }
    let account = cells.line(plan.account)?.map(|account| account.to_lowercase());
    let email = address(cells, plan, account.as_deref())?;
    let phones = phones(cells, plan)?;
    let mobile = phones.iter().find(|(kind, _)| *kind == PhoneKind::Mobile).map(|(_, number)| number.clone());
    let key = first_of(cells, &plan.keys)?;
    if key.is_none() && account.is_none() && email.is_none() && plan.extensions.is_empty() {
        return Err(cells.refuse(plan.keys.first().copied(), Refusal::KeyMissing));
    }
    let named = name.is_some() || fallback.is_some() || email.is_some();
    if !named {
        return Err(cells.refuse(plan.name.or(plan.first), Refusal::NameMissing));
    }
    Ok(Found::Person(Box::new(Person {
        file: cells.file,
        line: cells.line,
        extension: extension(cells, plan)?,
        context: cells.line(plan.context)?,
        may_lack_extension: plan.context.is_some() || plan.protocol.is_some() || !plan.keys.is_empty(),
        department: first_of(cells, &plan.departments)?.map(|text| text.trim_start_matches('/').to_owned()),
        position: cells.line(plan.position)?,
        organisation: cells.line(plan.organisation)?,
        language: cells.line(plan.language)?,
        groups: groups(cells, plan.groups)?,
        disabled: is_disabled(cells, plan),
        protocol: cells.line(plan.protocol)?,
        mac: cells.line(plan.mac)?,
        model: cells.line(plan.model)?,
        shown: shown(cells, plan)?,
        columns: plan.fields,
        own: cells.row.header().protected,
        key: key.or_else(|| email.clone().filter(|_| plan.extensions.is_empty()).map(|e| e.to_lowercase())),
        name,
        first,
        last,
        fallback,
        email,
        account,
        mobile,
        phones,
    })))
}

/// Returns the first value of several columns.
fn first_of(cells: &mut Cells<'_, '_>, columns: &[Column]) -> Result<Option<String>, Refused> {
    for &column in columns {
        if let Some(value) = cells.line(Some(column))? {
            return Ok(Some(value));
        }
    }
    Ok(None)
}

/// Reads the extension; where a further column has an alias, letters in the first are no fault.
fn extension(cells: &mut Cells<'_, '_>, plan: &Plan) -> Result<Option<String>, Refused> {
    let mut fault = None;
    for &column in &plan.extensions {
        let Some(cell) = cells.line(Some(column))?.filter(|cell| cell != "none") else { continue };
        match number::extension(&cell) {
            Ok(extension) => return Ok(Some(extension)),
            Err(reason) => fault = fault.or(Some(cells.refuse(Some(column), reason))),
        }
    }
    fault.map_or(Ok(None), Err)
}

/// The address: that of the mail column, else the primary one of several, else the account where it is one.
fn address(cells: &mut Cells<'_, '_>, plan: &Plan, account: Option<&str>) -> Result<Option<String>, Refused> {
    for &column in &plan.emails {
        let Some(cell) = cells.line(Some(column))? else { continue };
        let (kept, cautions) = email::read_one(&cell);
        cautions.into_iter().for_each(|caution| cells.warn(Some(column), caution));
        if kept.is_some() {
            return Ok(kept);
        }
    }
    if let Some(cell) = cells.line(plan.proxies)?
        && let Some(primary) = cell.split(['+', ';']).find_map(|proxy| proxy.trim().strip_prefix("SMTP:"))
    {
        return Ok(email::read_one(primary).0);
    }
    // A guest's account is built of another address and is none itself.
    let Some(account) = account.filter(|account| !account.contains("#ext#")) else { return Ok(None) };
    let (kept, cautions) = email::read_one(account);
    cautions.into_iter().for_each(|caution| cells.warn(plan.account, caution));
    if let (Some(value), false) = (&kept, plan.emails.is_empty() && plan.proxies.is_none()) {
        cells.warn(plan.account, Caution::EmailFromAccount { value: quoted(value) });
    }
    Ok(kept)
}

fn phones(cells: &mut Cells<'_, '_>, plan: &Plan) -> Result<Vec<(PhoneKind, String)>, Refused> {
    let mut phones = Vec::new();
    for &(kind, column) in &plan.phones {
        let Some(cell) = cells.line(Some(column))? else { continue };
        let (phone, caution) = number::phone(&cell);
        caution.into_iter().for_each(|caution| cells.warn(Some(column), caution));
        phones.extend(phone.map(|phone| (kind, phone)));
    }
    Ok(phones)
}

fn groups(cells: &mut Cells<'_, '_>, column: Option<Column>) -> Result<Vec<String>, Refused> {
    let cell = cells.line(column)?.unwrap_or_default();
    Ok(cell.split([',', ';']).map(str::trim).filter(|group| !group.is_empty()).map(str::to_owned).collect())
}

fn is_disabled(cells: &Cells<'_, '_>, plan: &Plan) -> bool {
    let Some((on, column)) = plan.enabled else { return false };
    let cell = cells.raw(Some(column)).trim().to_lowercase();
    let yes = matches!(cell.as_str(), "1" | "true" | "yes" | "on" | "active");
    let no = matches!(cell.as_str(), "0" | "false" | "no" | "off" | "suspended" | "archived" | "locked");
    if on { no } else { yes }
}

fn shown(cells: &mut Cells<'_, '_>, plan: &Plan) -> Result<Vec<(String, String)>, Refused> {
    let mut shown = Vec::new();
    for &column in plan.shown.iter().chain(&plan.rights) {
        let Some(value) = cells.line(Some(column))? else { continue };
        let off = matches!(value.to_lowercase().as_str(), "0" | "false" | "no");
        if !(off && plan.rights.contains(&column)) {
            shown.push((cells.row.header().name(column).to_owned(), value));
        }
    }
    Ok(shown)
}
