//! Extensions exported by the Bulk Handler of FreePBX: 80 to 125 columns in any order, read by name.

use super::cells::Cells;
use super::device::{self, Settings};
use super::header::{Column, Header};
use super::message::{Caution, ReadError, Refusal};
use super::place::Refused;
use super::reading::Reading;
use super::record::{Field, FieldSet, UserRecord};
use super::table::Table;
use super::value::{Cleaner, looks_like_formula, quoted};
use super::{email, number};

/// Digits from which an outside number of the follow-me list may be a mobile.
const MOBILE_DIGITS: usize = 8;

/// Columns shown and not stored.
const SHOWN: [&str; 7] =
    ["outboundcid", "emergency_cid", "callerid", "context", "max_contacts", "voicemail_pager", "pager"];

struct Columns {
    /// What the older module asks for: `add`, `edit` or `del`.
    action: Option<Column>,
    extension: Option<Column>,
    name: Option<Column>,
    description: Option<Column>,
    email: Option<Column>,
    language: Option<Column>,
    follow_me: Option<Column>,
    groups: [Option<Column>; 2],
    shown: Vec<Column>,
    device: DeviceColumns,
    fields: FieldSet,
}

struct DeviceColumns {
    tech: Option<Column>,
    dial: Option<Column>,
    id: Option<Column>,
    data: Option<Column>,
    webrtc: Option<Column>,
    avpf: Option<Column>,
    ice: Option<Column>,
    encryption: Option<Column>,
    force_avp: Option<Column>,
    rtcp_mux: Option<Column>,
}

impl Columns {
    fn find(header: &mut Header) -> Self {
        let device = DeviceColumns {
            tech: header.column("tech"),
            dial: header.column("dial").or_else(|| header.column("devinfo_dial")),
            id: header.column("id").or_else(|| header.column("deviceid")),
            data: header.column("devicedata"),
            webrtc: header.column("webrtc"),
            avpf: header.column("avpf"),
            ice: header.column("icesupport"),
            encryption: header.column("media_encryption"),
            force_avp: header.column("force_avp"),
            rtcp_mux: header.column("rtcp_mux"),
        };
        // The older module of the versions before 13 has names of its own.
        let email = header.column("voicemail_email").or_else(|| header.column("email"));
        let language = header.column("languages_language").or_else(|| header.column("langcode"));
        let follow_me = header.column("findmefollow_grplist").or_else(|| header.column("grplist"));
        let groups = ["namedcallgroup", "namedpickupgroup"].map(|name| header.column(name));
        let fields = FieldSet::default()
            .with(Field::DisplayName)
            .with(Field::Extension)
            .with_if(Field::Email, email.is_some())
            .with_if(Field::Language, language.is_some())
            .with_if(Field::Mobiles, follow_me.is_some())
            .with_if(Field::Groups, groups.iter().any(Option::is_some))
            .with_if(Field::Devices, device.tech.is_some() || device.dial.is_some());
        Self {
            action: header.column("action"),
            extension: header.column("extension"),
            name: header.column("name"),
            description: header.column("description"),
            shown: SHOWN.iter().filter_map(|name| header.column(name)).collect(),
            email,
            language,
            follow_me,
            groups,
            device,
            fields,
        }
    }
}

/// Reads every row of the table into the reading.
pub(super) fn read(
    table: &mut Table<'_>,
    file: usize,
    cleaner: &mut Cleaner,
    reading: &mut Reading,
    stop: &dyn Fn() -> bool,
) -> Result<(), ReadError> {
    let columns = Columns::find(&mut table.header);
    while let Some((line, row)) = table.next_row(stop)? {
        let mut cells = Cells { row, file, line, cleaner, warnings: Vec::new() };
        if cells.raw(columns.action).trim().eq_ignore_ascii_case("del") {
            cells.warn(columns.action, Caution::MarkedForDeletion);
            reading.warnings.append(&mut cells.warnings);
            reading.skipped += 1;
            continue;
        }
        let user = user(&mut cells, &columns);
        reading.warnings.append(&mut cells.warnings);
        reading.user(user)?;
    }
    Ok(())
}

fn user(cells: &mut Cells<'_, '_>, columns: &Columns) -> Result<UserRecord, Refused> {
    check_shape(cells, columns)?;
    let Some(extension) = cells.line(columns.extension)? else {
        return Err(cells.refuse(columns.extension, Refusal::ExtensionMissing));
    };
    let extension = number::extension(&extension).map_err(|reason| cells.refuse(columns.extension, reason))?;
    let display_name = match cells.line(columns.name)? {
        Some(name) => name,
        None => cells.line(columns.description)?.ok_or_else(|| cells.refuse(columns.name, Refusal::NameMissing))?,
    };
    if looks_like_formula(&display_name) {
        cells.warn(columns.name, Caution::NameFormula { value: quoted(&display_name) });
    }
    let email = match cells.line(columns.email)? {
        Some(cell) => {
            let (kept, cautions) = email::read_one(&cell);
            cautions.into_iter().for_each(|caution| cells.warn(columns.email, caution));
            kept
        }
        None => None,
    };
    Ok(UserRecord {
        key: extension.clone(),
        file: cells.file,
        line: cells.line,
        devices: devices(cells, &columns.device, &extension)?,
        display_name,
        email,
        extension: Some(extension),
        language: cells.line(columns.language)?,
        groups_proposed: groups(cells, columns.groups)?,
        mobiles_proposed: mobiles(cells, columns.follow_me)?,
        shown: shown(cells, &columns.shown)?,
        columns: columns.fields,
        ..UserRecord::default()
    })
}

/// Refuses a row of another width whose values do not fit their columns: a secret may have slid under another header.
fn check_shape(cells: &mut Cells<'_, '_>, columns: &Columns) -> Result<(), Refused> {
    let (found, expected) = cells.row.widths();
    let surplus = cells.row.surplus();
    if found == expected || (found > expected && surplus == 0) {
        return Ok(());
    }
    let tech = cells.raw(columns.device.tech);
    let dial = cells.raw(columns.device.dial);
    let email = cells.raw(columns.email);
    let fits = number::is_digits(cells.raw(columns.extension).trim())
        && device::is_known(tech.trim())
        && (dial.trim().is_empty() || dial.split('&').all(device::is_dial))
        && (email.trim().is_empty() || email.contains('@'));
    let last = cells.row.header().names().last();
    if !fits || (surplus > 0 && last.is_none_or(String::is_empty)) {
        return Err(cells.refuse(None, Refusal::RowShifted { found, expected }));
    }
    if surplus > 0 {
        cells.warn(None, Caution::FieldsJoined { extra: surplus });
    }
    Ok(())
}

fn devices(
    cells: &mut Cells<'_, '_>,
    columns: &DeviceColumns,
    extension: &str,
) -> Result<Vec<super::DeviceRecord>, Refused> {
    let yes = |column| cells.raw(column).trim().eq_ignore_ascii_case("yes");
    // A real file has browsers with `webrtc = no` and the other settings on: `no` alone proves nothing.
    let encrypted = cells.raw(columns.encryption).trim().eq_ignore_ascii_case("dtls");
    let webrtc = yes(columns.webrtc)
        || (yes(columns.avpf) && yes(columns.ice) && (encrypted || yes(columns.force_avp) || yes(columns.rtcp_mux)));
    let mut tech = cells.line(columns.tech)?.unwrap_or_default().to_lowercase();
    if !device::is_known(&tech) {
        cells.warn(columns.tech, Caution::TechUnknown { value: quoted(&tech) });
        "custom".clone_into(&mut tech);
    }
    let dial = cells.line(columns.dial)?;
    let id = cells.line(columns.id)?;
    let data = cells.line(columns.data)?;
    Ok(device::list(&Settings {
        tech: &tech,
        dial: dial.as_deref().unwrap_or_default(),
        id: id.as_deref().unwrap_or(extension),
        data: data.as_deref().unwrap_or_default(),
        webrtc,
    }))
}

fn groups(cells: &mut Cells<'_, '_>, columns: [Option<Column>; 2]) -> Result<Vec<String>, Refused> {
    let mut groups: Vec<String> = Vec::new();
    for column in columns {
        let Some(cell) = cells.line(column)? else {
            continue;
        };
        for name in cell.split(',').map(str::trim).filter(|name| !name.is_empty()) {
            if !groups.iter().any(|known| known == name) {
                groups.push(name.to_owned());
            }
        }
    }
    Ok(groups)
}

/// Takes the outside numbers, which end in `#`, out of a follow-me list such as `416-0612345678#`.
fn mobiles(cells: &mut Cells<'_, '_>, column: Option<Column>) -> Result<Vec<String>, Refused> {
    let Some(list) = cells.line(column)? else {
        return Ok(Vec::new());
    };
    let outside = list.split('-').filter_map(|entry| entry.trim().strip_suffix('#'));
    Ok(outside
        .filter(|number| number.len() >= MOBILE_DIGITS && number::is_digits(number.trim_start_matches('+')))
        .map(str::to_owned)
        .collect())
}

fn shown(cells: &mut Cells<'_, '_>, columns: &[Column]) -> Result<Vec<(String, String)>, Refused> {
    let mut shown = Vec::new();
    for &column in columns {
        let Some(value) = cells.line(Some(column))? else {
            continue;
        };
        let name = cells.row.header().name(column);
        if !(name == "callerid" && value.starts_with("device ")) {
            shown.push((name.to_owned(), value));
        }
    }
    Ok(shown)
}
