//! Decides what changes the tree of administrators: moving, deleting, passing ownership on.

use super::Deciding;
use crate::domain::change::Cause;
use crate::domain::command::{DeleteAdmin, SetAdminParent, TransferOwnership};
use crate::domain::engine::{MAX_DEPTH, handed_over, is_below};
use crate::domain::facts::{Facts, Get};
use crate::domain::record::Admin;
use crate::domain::refusal::{Code, Decided, Refusal};
use crate::domain::value::Status;

impl Deciding<'_> {
    /// under another parent, with the branch; the policy asks for an ancestor of both, the invariants for a tree.
    pub(super) fn set_admin_parent(&mut self, c: &SetAdminParent) -> Decided<()> {
        let mut admin: Admin = self.resolve(&c.admin)?;
        let parent: Admin = self.resolve(&c.parent)?;
        if admin.is_owner() {
            return Err(Refusal::new(Code::OwnerStays).into());
        }
        if parent.id == admin.id || is_below(&self.world, parent.id, admin.id)? {
            return Err(Refusal::new(Code::Circle).field("parent").text("name", admin.username).into());
        }
        admin.parent = Some(parent.id);
        Ok(self.world.put(admin)?)
    }

    /// only one who never signed in and whom nothing names; the invariants see to both.
    pub(super) fn delete_admin(&mut self, c: &DeleteAdmin) -> Decided<()> {
        let admin: Admin = self.resolve(&c.admin)?;
        if !self.world.children(admin.id)?.is_empty() {
            return Err(Refusal::new(Code::HangsOn).text("name", admin.username).into());
        }
        Ok(self.world.remove::<Admin>(admin.id.0)?)
    }

    /// an active administrator becomes the root; the old owner becomes their child, with the branch.
    pub(super) fn transfer_ownership(&mut self, c: &TransferOwnership) -> Decided<()> {
        let heir: Admin = self.resolve(&c.admin)?;
        if heir.status != Status::Active {
            return Err(Refusal::new(Code::NotActive).field("admin").text("name", heir.username).into());
        }
        let Some(owner) = self.owner_above(&heir)? else { return Ok(()) };
        let (root, child) = handed_over(self.cx.catalogue, &heir, &owner);
        for change in crate::domain::change::compare(Some(&owner), Some(&child)) {
            self.world.because(owner.id, change.field, Cause::word("ownership"));
        }
        self.world.put(root)?;
        Ok(self.world.put(child)?)
    }

    /// The owner, above an administrator; none where that is the owner.
    fn owner_above(&self, admin: &Admin) -> Decided<Option<Admin>> {
        let mut owner = None;
        let mut next = admin.parent;
        for _ in 0..2 * MAX_DEPTH {
            let Some(parent) = next else { break };
            owner = Get::<Admin>::get(&self.world, parent.0)?;
            next = owner.as_ref().and_then(|a| a.parent);
        }
        Ok(owner)
    }
}
