//! The owner forgot the password: whoever owns the file gives them a temporary one, on the machine itself (S-19).

use zeroize::Zeroizing;

use super::console::{Console, Settings};
use super::error::Result;
use super::password;
use crate::domain::record::Admin;
use crate::domain::refusal::{Code, Refusal};
use crate::store::house;
use crate::store::journal::EntryHead;

/// What the owner signs in with next.
pub struct Recovered {
    /// The owner's user name.
    pub username: String,
    /// The temporary password, shown once.
    pub temporary_password: Zeroizing<String>,
}

/// Gives the owner a temporary password, ends their sessions and writes it down, in one transaction: the owner is told of
/// it at the next sign-in. Whether the caller may is for the caller to see.
///
/// # Errors
/// Where the store has no owner yet, or cannot be used.
pub fn recover(settings: &Settings) -> Result<Recovered> {
    let mut console = Console::open(settings.clone())?;
    let temporary_password = password::temporary()?;
    let hash = password::hash(&temporary_password)?;
    let (now, peer) = (settings.clock.now(), settings.peer.clone());
    // First: told of in vain is better than done and not told of.
    console.writer()?.set_meta(house::RECOVERED, &now.0.to_string())?;
    let house = console.writer()?.begin_housekeeping()?;
    let tables = house.tables();
    let mut owner = None;
    for (id, _, _) in house::sign_ins(tables)? {
        owner = owner.or(tables.read::<Admin>(id.0)?.filter(Admin::is_owner));
    }
    let Some(owner) = owner else { return Err(Refusal::new(Code::OwnerOnly).into()) };
    house.set_password(owner.id, &hash, Some(now.plus(password::TEMPORARY)), now)?;
    for session in house::open_sessions(tables)?.into_iter().filter(|session| session.admin == owner.id) {
        house.end_session(&session.id, "recovery", now)?;
    }
    house.record(EntryHead { peer, ..EntryHead::new("recovery", "done", now) })?;
    house.commit()?;
    Ok(Recovered { username: owner.username, temporary_password })
}
