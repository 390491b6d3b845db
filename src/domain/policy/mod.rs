//! Who may: first on the Command, then on every change of its plan. The same function serves the door and the cells.

mod along;
mod change;
mod command;
mod following;
mod given;
mod oneself;
mod sensitive;

pub use change::{Allowance, authorise_plan};
pub use command::{authorise_command, can_be_asked, needs};
pub use oneself::would_change_own;
pub use sensitive::is_sensitive;

use super::catalogue::Key;
use super::engine::Actor;
use super::refusal::{Arg, Code, Refusal};
use super::value::Level;

/// Asks for a level of a resource; the refusal says whether it may be asked for with a ticket.
///
/// # Errors
/// Where the actor holds less.
pub fn require(actor: &Actor, resource: &str, level: Level) -> Result<(), Refusal> {
    let held = actor.level(resource);
    if held >= level {
        return Ok(());
    }
    let code = match (level, held) {
        (Level::Manage, Level::View) if actor.level("tickets") >= Level::View => Code::NeedsManageMayAsk,
        (Level::Manage, _) => Code::NeedsManage,
        _ => Code::NeedsView,
    };
    Err(Refusal::new(code).key("resource", &Key::new(resource)).arg("held", Arg::Level(held)))
}

/// Asks for all sites.
///
/// # Errors
/// Where the actor does not hold them.
pub fn require_all_sites(actor: &Actor) -> Result<(), Refusal> {
    if actor.all_sites() { Ok(()) } else { Err(Refusal::new(Code::NeedsAllSites)) }
}

/// Asks for the owner.
///
/// # Errors
/// Where the actor is somebody else.
pub fn require_owner(actor: &Actor) -> Result<(), Refusal> {
    if actor.owner { Ok(()) } else { Err(Refusal::new(Code::OwnerOnly)) }
}
