//! The codes of refusals: stable, for scripts depend on them.

/// What a refusal means for the caller; decides the exit code of the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// The actor may not (exit 3).
    NotAllowed,
    /// The actor may not, but may ask for it with a ticket (exit 3).
    MayAsk,
    /// A rule refuses it, or the input is invalid (exit 4).
    Rule,
    /// There is no such record within reach (exit 5).
    NotFound,
    /// Something was changed meanwhile (exit 5).
    Changed,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $code:literal $class:ident,)*) => {
        /// The stable, language-free code of a refusal.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Code { $($(#[$doc])* $name,)* }

        impl Code {
            /// Every code, so that a test can check that each has its sentences.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The code, as in JSON.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }

            /// What it means for the caller.
            pub const fn class(self) -> Class {
                match self { $(Self::$name => Class::$class,)* }
            }
        }
    };
}

codes! {
    /// The Command exists and is not made to work yet.
    CommandNotAvailable = "command.not_available" Rule,
    /// A Command of this kind may not stand here.
    CommandNotHere = "command.not_here" Rule,
    /// The actor lacks `view` on a resource.
    NeedsView = "access.needs_view" NotAllowed,
    /// The actor lacks `manage` on a resource.
    NeedsManage = "access.needs_manage" NotAllowed,
    /// The same, and the actor may ask for it.
    NeedsManageMayAsk = "access.needs_manage_may_ask" MayAsk,
    /// Only the owner may.
    OwnerOnly = "access.owner_only" NotAllowed,
    /// The actor does not hold all sites.
    NeedsAllSites = "access.needs_all_sites" NotAllowed,
    /// The actor does not hold the site.
    SiteNotHeld = "access.site_not_held" NotAllowed,
    /// The actor does not hold what would be given.
    NotHeld = "access.not_held" NotAllowed,
    /// Nobody acts on their own rights (S-21).
    NotOneself = "access.not_oneself" NotAllowed,
    /// Nobody raises the user record with their own e-mail (U-50).
    SelfElevation = "user.self_elevation" NotAllowed,
    /// A change that costs needs `billable_items: manage` (U-45).
    BillableNeeded = "user.billable_needed" MayAsk,
    /// Giving this needs a resource (U-48).
    GrantNeeds = "access.grant_needs" NotAllowed,
    /// No such record within reach.
    NotFound = "record.not_found" NotFound,
    /// No such session that the actor may end (S-31).
    SessionNotFound = "session.not_found" NotFound,
    /// No such journal entry within reach.
    EntryNotFound = "journal.not_found" NotFound,
    /// The REF fits two records.
    Ambiguous = "record.ambiguous" Rule,
    /// The value is taken.
    InUse = "record.in_use" Rule,
    /// The record was changed since the plan was made.
    Stale = "plan.stale" Changed,
    /// Undo: the field no longer has the value that the entry left.
    ChangedSince = "undo.changed_since" Changed,
    /// Undo: the record made by the entry is used by something else.
    StillUsed = "undo.still_used" Changed,
    /// Undo: the entry is undone already.
    AlreadyUndone = "undo.already" Rule,
    /// Undo: nothing of one's own to undo.
    NothingToUndo = "undo.nothing" Rule,
    /// Redo: nothing to redo.
    NothingToRedo = "redo.nothing" Rule,
    /// Undo: the entry is no change of the model.
    NotUndoable = "undo.not_undoable" Rule,
    /// A required field is empty.
    Required = "field.required" Rule,
    /// A field has a value that cannot be.
    Invalid = "field.invalid" Rule,
    /// A number is out of its range.
    OutOfRange = "field.out_of_range" Rule,
    /// A character that such names do not have.
    NameCharacter = "field.name_character" Rule,
    /// To know: what the catalogue warns of when this is given (U-40).
    Warning = "note.warning" Rule,
    /// To know: the user is disabled.
    UserDisabled = "note.user_disabled" Rule,
    /// To know: a communication order is left empty (C-08).
    OrderEmpty = "note.order_empty" Rule,
    /// The new password is the old one.
    PasswordSame = "password.same" Rule,
    /// The key is not in the catalogue for this kind of record.
    UnknownPermission = "permission.unknown" Rule,
    /// Needs another entry of the catalogue first.
    Requires = "permission.requires" Rule,
    /// Every portal permission needs Web access (U-41).
    WebAccessRequired = "user.web_access_required" Rule,
    /// Web access stays while a level or client is there (U-43).
    WebAccessHeldBy = "user.web_access_held_by" Rule,
    /// Web access needs an e-mail (U-11).
    EmailRequired = "user.email_required" Rule,
    /// Web access needs an e-mail of one's own (U-12).
    EmailShared = "user.email_shared" Rule,
    /// A user of the phone system has that name or e-mail too (U-05).
    Namesake = "user.namesake" Rule,
    /// The user is portal-only (U-07).
    PortalOnly = "user.portal_only" Rule,
    /// Essential belongs to every user of the phone system (U-15).
    EssentialLocked = "user.essential_locked" Rule,
    /// What is held needs the access licence (U-51, U-55).
    AccessTypeHeldBy = "user.access_type_held_by" Rule,
    /// The device is not one of the user's (U-57).
    DeviceUnknown = "user.device_unknown" Rule,
    /// The CRM softphone needs a WebRTC device (U-58).
    DeviceNotWebrtc = "user.device_not_webrtc" Rule,
    /// The primary group is one of the user's groups (U-63).
    PrimaryGroupNotMember = "user.primary_group_not_member" Rule,
    /// Only a manual user who was invited can be marked active.
    NotInvited = "user.not_invited" Rule,
    /// The seats bought do not suffice.
    SeatsExceeded = "seats.exceeded" Rule,
    /// A setting of the organisation is off (C-16).
    SettingOff = "permission.setting_off" Rule,
    /// The last holder keeps it (C-02).
    LastHolder = "permission.last_holder" Rule,
    /// The right is managed elsewhere (T-13).
    ViewOnly = "application.view_only" Rule,
    /// The application has no such right.
    RightUnknown = "application.right_unknown" Rule,
    /// A cell that the licence fixes.
    LicenceCell = "role.licence_cell" Rule,
    /// What the role's licence fixes cannot be overridden downwards.
    LicenceOverride = "admin.licence_override" Rule,
    /// The Owner role has no free cell.
    OwnerRole = "role.owner" Rule,
    /// A standard role keeps its name and licence, and is not deleted.
    StandardRole = "role.standard" Rule,
    /// Somebody holds the role.
    RoleHeld = "role.held" Rule,
    /// The draft was staged by another version, whose Commands this one does not know.
    DraftUnknown = "draft.unknown" Rule,
    /// Undo: a deleted role does not come back.
    RoleGone = "undo.role_gone" Rule,
    /// To know: users hold a changed role.
    RoleUsers = "note.role_users" Rule,
    /// The plan of the organisation does not allow it.
    FormulaGate = "role.formula" Rule,
    /// `roles: manage` belongs to the owner licence alone.
    RolesManage = "role.roles_manage" Rule,
    /// Only the owner holds a role of the owner licence.
    OwnerLicence = "role.owner_licence" Rule,
    /// The owner cannot be disabled.
    OwnerStays = "admin.owner_stays" Rule,
    /// The owner holds everything and all sites: nothing of it is set by hand.
    OwnerHolds = "admin.owner" Rule,
    /// Ownership passes to an active administrator only.
    NotActive = "admin.not_active" Rule,
    /// Nobody stands below themselves (S-21).
    Circle = "admin.circle" Rule,
    /// The tree would be deeper than 8.
    TooDeep = "admin.too_deep" Rule,
    /// A contact is in the list twice (C-26).
    TwiceInOrder = "order.twice" Rule,
    /// The contact stands in that order (C-18).
    InOrder = "contact.in_order" Rule,
    /// The ticket is decided already.
    TicketDecided = "ticket.decided" Rule,
    /// The same request waits already (T-23).
    TicketDuplicate = "ticket.duplicate" Rule,
    /// A request without a difference (T-14).
    TicketNoDifference = "ticket.no_difference" Rule,
    /// Deactivating needs a reason (T-16).
    TicketReason = "ticket.reason_required" Rule,
    /// Requester and approver must differ (T-22).
    FourEyes = "ticket.four_eyes" Rule,
    /// The plan is no longer the one asked for.
    TicketChanged = "ticket.changed" Changed,
    /// The requester may no longer ask for this (S-28).
    RequesterGone = "ticket.requester_gone" Rule,
    /// The ticket carries what its kind does not (T-12).
    TicketCarries = "ticket.carries" Rule,
    /// Only who sent a ticket withdraws it.
    NotRequester = "ticket.not_requester" Rule,
    /// A request is withdrawn while it is open, not once somebody works on it (T-20).
    TicketInProgress = "ticket.in_progress" Rule,
    /// Who is given a ticket must be able to decide it.
    TicketAssignee = "ticket.assignee" Rule,
    /// A new user is asked for with at least one application (T-10).
    TicketApplication = "ticket.application_required" Rule,
    /// An imported ticket can only be commented.
    TicketImported = "ticket.imported" Rule,
    /// The e-mail belongs to a listed user (T-26).
    TicketEmailTaken = "ticket.email_taken" Rule,
    /// A Command on any record names exactly one.
    OneRecord = "field.one_record" Rule,
    /// What the record belonged to is gone.
    ReferenceGone = "record.reference_gone" Changed,
    /// A user record has the e-mail by which an administrator is kept from raising it (U-50).
    OwnEmail = "access.own_email" NotAllowed,
    /// Something still hangs on the record.
    HangsOn = "record.hangs_on" Rule,
    /// Only what never was active can be deleted.
    WasActive = "record.was_active" Rule,
    /// Vanished users beyond the guard have to be confirmed.
    ConfirmVanished = "import.confirm_vanished" Rule,
    /// Rows of an import were refused.
    ImportRefused = "import.refused" Rule,
    /// An import needs to know the site of new users.
    ImportSite = "import.site_needed" Rule,
}
