//! The rules of the catalogue's vocabulary, and those outside it, one function each, named after their feature.

use crate::domain::catalogue::{Catalogue, Condition, Entry, Family, Key};
use crate::domain::change::Cause;
use crate::domain::facts::{Facts, Lookup};
use crate::domain::id::Kind;
use crate::domain::norm::email_key;
use crate::domain::record::{Contact, Organisation, User};
use crate::domain::refusal::{Code, Decided, Refusal};
use crate::domain::value::{AccessType, Client, Source, SupervisorLevel};

use super::authority::Actor;

fn met(catalogue: &Catalogue, condition: &Condition, rank: impl Fn(&str) -> u8) -> bool {
    rank(condition.entry.as_str()) >= catalogue.threshold(condition)
}

fn needs(catalogue: &Catalogue, entry: &Entry, condition: &Condition) -> Refusal {
    if condition.entry.as_str() == "web_access" {
        return Refusal::new(Code::WebAccessRequired).field("permission").key("permission", &entry.key);
    }
    let value = crate::domain::refusal::Arg::Value(condition.entry.clone(), catalogue.threshold(condition));
    Refusal::new(Code::Requires).key("permission", &entry.key).key("other", &condition.entry).arg("value", value)
}

/// The rules that need nothing but the subject's own values and the settings: requirements, settings, what holds it.
fn check_own(
    catalogue: &Catalogue,
    organisation: &Organisation,
    entry: &Entry,
    rank: &dyn Fn(&str) -> u8,
    to: u8,
) -> Result<(), Refusal> {
    if to > rank(entry.key.as_str()) {
        if let Some(condition) = entry.requires.iter().find(|c| !met(catalogue, c, rank)) {
            return Err(needs(catalogue, entry, condition));
        }
        if let Some(setting) = entry.locked_unless.as_deref().filter(|s| !organisation.setting(s)) {
            return Err(Refusal::new(Code::SettingOff).key("permission", &entry.key).text("setting", setting));
        }
    }
    let holder = entry.granted_by.iter().find(|c| to == 0 && met(catalogue, c, rank));
    if let Some(holder) = holder {
        return Err(Refusal::new(Code::WebAccessHeldBy).key("permission", &entry.key).key("other", &holder.entry));
    }
    Ok(())
}

/// Whether an entry of a user may take a rank, whoever asks.
///
/// # Errors
/// The reason why not, or where the store cannot answer.
pub fn check_user(
    facts: &dyn Facts,
    catalogue: &Catalogue,
    actor: &Actor,
    user: &User,
    entry: &Entry,
    to: u8,
) -> Decided<()> {
    let organisation = organisation(facts)?;
    let raises = to > user.rank(entry.key.as_str());
    u07_portal_only(user, entry, to)?;
    u15_essential_is_locked(user, entry, to)?;
    check_own(catalogue, &organisation, entry, &|key| user.rank(key), to)?;
    if raises && entry.key.as_str() == "web_access" {
        u11_email_of_ones_own(facts, actor, user)?;
    }
    Ok(())
}

/// Whether an entry of a contact may take a rank, whoever asks.
///
/// # Errors
/// The reason why not, or where the store cannot answer.
pub fn check_contact(
    facts: &dyn Facts,
    catalogue: &Catalogue,
    contact: &Contact,
    entry: &Entry,
    to: u8,
) -> Decided<()> {
    let organisation = organisation(facts)?;
    check_own(catalogue, &organisation, entry, &|key| contact.rank(key), to)?;
    if to == 0 && contact.rank(entry.key.as_str()) > 0 {
        c02_last_holder(facts, contact, entry)?;
    }
    Ok(())
}

fn organisation(facts: &dyn Facts) -> Decided<Organisation> {
    Ok(facts.get(1)?.unwrap_or_default())
}

/// U-07: what a portal-only user cannot have.
fn u07_portal_only(user: &User, entry: &Entry, to: u8) -> Result<(), Refusal> {
    let phone_only = ["access_type", "agent_addon", "uc_client", "softphone"].contains(&entry.key.as_str());
    if to > 0 && user.is_portal_only() && phone_only {
        return Err(Refusal::new(Code::PortalOnly).key("permission", &entry.key));
    }
    Ok(())
}

/// U-15: Essential is the locked base of every user of the phone system.
fn u15_essential_is_locked(user: &User, entry: &Entry, to: u8) -> Result<(), Refusal> {
    if entry.key.as_str() == "access_type" && user.source == Source::Pbx && to == 0 {
        return Err(Refusal::new(Code::EssentialLocked));
    }
    Ok(())
}

/// U-11, U-12: Web access needs an e-mail that no other user has.
fn u11_email_of_ones_own(facts: &dyn Facts, actor: &Actor, user: &User) -> Decided<()> {
    let Some(email) = user.email.as_deref() else {
        return Err(Refusal::new(Code::EmailRequired).field("email").text("user", user.display_name.clone()).into());
    };
    not_shared(facts, actor, user, email, |_| true)
}

/// Of how many users who share an e-mail the names are said.
const NAMED: usize = 5;

/// Refuses an e-mail that others have with whom it clashes; names those of them whom the actor sees (S-22).
fn not_shared(
    facts: &dyn Facts,
    actor: &Actor,
    user: &User,
    email: &str,
    clash: impl Fn(&User) -> bool,
) -> Decided<()> {
    let mut shared = false;
    let mut seen = Vec::new();
    for number in facts.lookup(Kind::User, Lookup::Email, &email_key(email))? {
        let other: Option<User> = if number == user.id.0 { None } else { facts.get(number)? };
        let Some(other) = other.filter(&clash) else { continue };
        shared = true;
        seen.extend(actor.reaches_site(other.site).then_some(other.display_name));
        if seen.len() == NAMED {
            break;
        }
    }
    match (shared, i64::try_from(seen.len()).unwrap_or(i64::MAX)) {
        (false, _) => Ok(()),
        (true, 0) => Err(Refusal::new(Code::InUse).field("email").text("value", email).into()),
        (true, others) => {
            let refusal = Refusal::new(Code::EmailShared).field("email").text("email", email);
            Err(refusal.text("other", seen.join(", ")).number("others", others).into())
        }
    }
}

/// C-02: the last contact with a permission that has to be held keeps it.
fn c02_last_holder(facts: &dyn Facts, contact: &Contact, entry: &Entry) -> Decided<()> {
    if entry.keep_at_least_one && facts.contacts_with(&entry.key)?.iter().all(|other| *other == contact.id.0) {
        return Err(Refusal::new(Code::LastHolder).key("permission", &entry.key).text("name", &contact.name).into());
    }
    Ok(())
}

/// Writes a rank into a user, without any rule. The softphone has its own Command: here it can only be taken away.
fn write_rank(user: &mut User, key: &Key, rank: u8) {
    let at = usize::from(rank);
    match key.as_str() {
        "access_type" => user.access_type = AccessType::ALL.get(at).copied().unwrap_or_default(),
        "agent_addon" => user.agent_addon = rank > 0,
        "supervisor_level" => user.supervisor_level = SupervisorLevel::ALL.get(at).copied().unwrap_or_default(),
        "uc_client" => user.uc_client = rank > 0,
        "crm_addon" => user.crm_addon = rank > 0,
        "softphone" if rank == 0 => user.softphone.clear(),
        "softphone" => {}
        _ if rank > 0 => drop(user.permissions.insert(key.clone())),
        _ => drop(user.permissions.remove(key)),
    }
}

/// Sets an entry of a user with what comes and goes by itself; each of these with its cause.
///
/// # Errors
/// The reason why one of them is refused, or where the store cannot answer.
pub fn set_user_entry(
    facts: &dyn Facts,
    catalogue: &Catalogue,
    actor: &Actor,
    user: &mut User,
    entry: &Entry,
    to: u8,
) -> Decided<Vec<(Key, Cause)>> {
    check_user(facts, catalogue, actor, user, entry, to)?;
    write_rank(user, &entry.key, to);
    let mut came = Vec::new();
    let others = || catalogue.family(Family::Portal).chain(catalogue.family(Family::Licence));
    // What this brings (U-42), and what that brings.
    let mut brings = vec![entry.key.clone()];
    while let Some(key) = brings.pop() {
        for other in others() {
            let brought = user.rank(other.key.as_str()) == 0
                && other.granted_by.iter().any(|c| c.entry == key && met(catalogue, c, |k| user.rank(k)));
            if brought {
                check_user(facts, catalogue, actor, user, other, 1)?;
                write_rank(user, &other.key, 1);
                came.push((other.key.clone(), Cause::entry(&key)));
                brings.push(other.key.clone());
            }
        }
    }
    // What cannot be without this (U-41, U-55), and what cannot be without that.
    let mut gone = vec![entry.key.clone()];
    while let Some(key) = gone.pop() {
        for other in others() {
            let falls = user.rank(other.key.as_str()) > 0
                && other.requires.iter().any(|c| c.entry == key && !met(catalogue, c, |k| user.rank(k)));
            if falls {
                write_rank(user, &other.key, 0);
                came.push((other.key.clone(), Cause::entry(&key)));
                gone.push(other.key.clone());
            }
        }
    }
    Ok(came)
}

/// The invariants that a user must meet after any change, whatever made it.
///
/// # Errors
/// The first one that is broken, or where the store cannot answer.
pub fn invariants_of_user(
    facts: &dyn Facts,
    catalogue: &Catalogue,
    actor: &Actor,
    before: Option<&User>,
    user: &User,
    imported: bool,
) -> Decided<()> {
    let rank = |key: &str| user.rank(key);
    for entry in catalogue.family(Family::Portal).chain(catalogue.family(Family::Licence)) {
        if rank(entry.key.as_str()) > 0 {
            u07_portal_only(user, entry, 1)?;
            if let Some(condition) = entry.requires.iter().find(|c| !met(catalogue, c, rank)) {
                return Err(needs(catalogue, entry, condition).into());
            }
        } else {
            u15_essential_is_locked(user, entry, 0)?;
            if let Some(holder) = entry.granted_by.iter().find(|c| met(catalogue, c, rank)) {
                let held =
                    Refusal::new(Code::WebAccessHeldBy).key("permission", &entry.key).key("other", &holder.entry);
                return Err(held.into());
            }
        }
    }
    u12_no_shared_email(facts, actor, before, user, imported)?;
    u58_crm_device_is_webrtc(user)?;
    if let Some(primary) = user.primary_group.filter(|g| !user.groups.contains(g)) {
        return Err(Refusal::new(Code::PrimaryGroupNotMember).number("group", primary.0).into());
    }
    Ok(())
}

/// U-12: whoever has Web access shares the address with nobody; an import may bring a duplicate without Web access.
fn u12_no_shared_email(
    facts: &dyn Facts,
    actor: &Actor,
    before: Option<&User>,
    user: &User,
    imported: bool,
) -> Decided<()> {
    let open = |u: &User| u.rank("web_access") > 0;
    let Some(email) = user.email.as_deref() else {
        if open(user) {
            return Err(Refusal::new(Code::EmailRequired).field("email").text("user", &user.display_name).into());
        }
        return Ok(());
    };
    if imported && !open(user) {
        return Ok(());
    }
    let moved = before.is_none_or(|b| b.email != user.email || open(b) != open(user));
    if !moved {
        return Ok(());
    }
    not_shared(
        facts,
        actor,
        user,
        email,
        |other| {
            if imported { open(user) && open(other) } else { open(user) || open(other) }
        },
    )
}

/// U-58: the CRM softphone registers as a WebRTC device; U-57: every client as a device of the user.
fn u58_crm_device_is_webrtc(user: &User) -> Result<(), Refusal> {
    for (client, held) in &user.softphone {
        let Some(id) = &held.device else { continue };
        let Some(device) = user.devices.iter().find(|d| d.id == *id) else {
            return Err(Refusal::new(Code::DeviceUnknown).field("device").text("device", id));
        };
        if *client == Client::Crm && !device.webrtc {
            return Err(Refusal::new(Code::DeviceNotWebrtc).field("device").text("device", id));
        }
    }
    Ok(())
}
