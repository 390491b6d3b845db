//! The password asked for again before what is sensitive (S-29).

use super::console::Console;
use super::error::{Result, ServiceError, SignInFault};
use super::proof::Proof;
use super::sign_in::still_open;
use crate::domain::id::AdminId;
use crate::domain::plan::Plan;
use crate::domain::policy::is_sensitive;
use crate::domain::record::Admin;
use crate::domain::time::Time;

impl Console {
    /// Whether a plan can be applied only once the password is typed again: it is sensitive, and the last proof is old.
    pub fn needs_proof(&self, plan: &Plan) -> bool {
        is_sensitive(plan) && !self.is_proved()
    }

    /// Whether the password was typed within the last five minutes.
    pub fn is_proved(&self) -> bool {
        self.proof.is_some_and(|proof| proof.holds(self.admin, self.settings.clock.now()))
    }

    /// Refuses where the password was not typed within the last five minutes.
    ///
    /// # Errors
    /// It has to be typed again.
    pub fn must_be_proved(&self) -> Result<()> {
        if self.is_proved() { Ok(()) } else { Err(ServiceError::SignIn(SignInFault::ProveAgain)) }
    }

    /// Proves one's password again: counted and throttled as a sign-in is. It takes as long as a hash does: a worker does
    /// it on a console of its own ([`Console::again`]) and gives the proof to [`Console::accept`].
    ///
    /// # Errors
    /// Refused, to wait, signed out, or the store.
    pub fn prove_again(&mut self, password: &str) -> Result<Proof> {
        let id = self.admin.ok_or(ServiceError::SignIn(SignInFault::SignedOut))?;
        let admin: Option<Admin> = self.reader.tables().read(id.0)?;
        let admin = admin.ok_or(ServiceError::SignIn(SignInFault::SignedOut))?;
        let account = self.try_password(&admin.username, password, 1_000)?;
        let house = self.writer()?.begin_housekeeping()?;
        still_open(house.tables(), id, &account.state.hash)?;
        house.forgive(id, account.state.failures)?;
        house.commit()?;
        let proof = Proof::new(id, self.settings.clock.now());
        self.accept(proof);
        Ok(proof)
    }

    /// Takes a proof that a worker's console made.
    pub const fn accept(&mut self, proof: Proof) {
        self.proof = Some(proof);
    }

    /// The last proof.
    pub const fn proof(&self) -> Option<Proof> {
        self.proof
    }

    /// The password was typed at the sign-in, or with a new one.
    pub(super) const fn proved(&mut self, admin: AdminId, at: Time) {
        self.accept(Proof::new(admin, at));
    }
}
