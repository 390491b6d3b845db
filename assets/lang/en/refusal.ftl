### Why a change is refused or a cell locked; the ids are the codes with hyphens for dots and underscores.
###
### The first sentence is the reason, the rest is what to do. Where a code comes with and without an argument,
### `…-with-NAME` is the sentence for the refusal that has it.

## What a sentence can stand behind

refusal-of-field = { $field }: { $reason }
refusal-on-line = Line { $line }: { $reason }

## Not done, or not here

refusal-command-not-available = guichet does not do this yet. Nothing was changed.
refusal-command-not-here = This cannot be part of something else. Do it by itself.

## Rights of the administrator

refusal-access-needs-view = Needs View on { $resource }; your own grant is { $held }. Ask an administrator above you.
refusal-access-needs-manage = Needs Manage on { $resource }; your own grant is { $held }. Ask an administrator above you.
refusal-access-needs-manage-with-permission = { $permission } costs more: needs Manage on { $resource } (yours: { $held }). Ask an administrator above you.
refusal-access-needs-manage-may-ask = Needs Manage on { $resource }; your own grant is { $held }. You can send a request.
refusal-access-owner-only = Only the owner may do this. Ask the owner.
refusal-access-needs-all-sites = Needs all sites, and you do not hold them all. Ask an administrator who does.
refusal-access-needs-all-sites-with-contact = { $contact } is in a communication order, which needs all sites. Ask an administrator who holds them.
refusal-access-own-email = A user record ties this e-mail to your own account. Another administrator has to change it.
refusal-access-site-not-held = Outside the sites you hold. Choose one of yours, or ask an administrator who holds it.
refusal-access-not-held = You cannot give more than you hold: your own grant of { $resource } is { $held }.
refusal-access-not-oneself = Nobody does this to their own record. Ask an administrator above you.
refusal-access-grant-needs = Giving { $permission } needs more on { $resource } than your own grant. Ask an administrator above you.
refusal-user-self-elevation = This user has your own e-mail. Another administrator has to give { $permission }.
refusal-user-billable-needed = { $permission } costs more: needs Manage on { $resource } (yours: { $held }). You can send a request.

## Records and fields

refusal-record-not-found = No { $kind } “{ $name }” within your reach. Check the spelling.
refusal-record-ambiguous = “{ $name }” fits { $first } and { $second }. Write the id of the one you mean.
refusal-record-in-use = “{ $value }” is in use already. Check whether it is the same, or choose another.
refusal-record-hangs-on = Something still hangs on this record. Move or remove that first.
refusal-record-hangs-on-with-contact_count = { $name } still has users: { $user_count }, contacts: { $contact_count }, tickets: { $ticket_count }. Move them first.
refusal-record-hangs-on-with-user_count = { $name }: users who still have it: { $user_count }. Take it away from them first.
refusal-record-hangs-on-with-ticket_count = { $name } stands in tickets ({ $ticket_count }), which stay. Disable the record instead.
refusal-record-hangs-on-with-name = Something still hangs on { $name }. Move or remove that first.
refusal-record-reference-gone = What { $name } belonged to is gone: { $kind }. Bring that back first.
refusal-record-was-active = Was active before, so the record stays. Disable it instead.
refusal-field-one-record = Name exactly one record. Take the others out.
refusal-field-required = This is required. Fill it in.
refusal-field-invalid = This value cannot be here. Choose one of those offered.
refusal-field-invalid-with-why = { $why }
refusal-field-out-of-range = Write a number from { $min } to { $max }.
refusal-field-name-character = This name cannot have { $character }. Take it out.

## Changed meanwhile, undo and redo

refusal-plan-stale = Changed by someone since you looked. Look at it again, then apply it.
refusal-plan-stale-with-what = { $what } was changed since you looked. Look at it again, then apply it.
refusal-undo-changed-since = { $name } was changed after entry #{ $entry }. Take the later change back first, or leave it out.
refusal-undo-changed-since-with-path = { $name }, { $path }: changed after entry #{ $entry }. Take the later change back first, or leave it out.
refusal-undo-still-used = { $name }, created by entry #{ $entry }, is in use. Take it out of use first.
refusal-undo-already = Entry #{ $entry } was undone by entry #{ $by }. Redo brings it back.
refusal-undo-nothing = Nothing of yours is left to undo. The journal lists every change.
refusal-undo-not-undoable = Entry #{ $entry } has no change to take back. Choose another entry of the journal.
refusal-draft-unknown = Your draft was staged by another version of guichet, and is left as it is. Apply it there, or drop it with W.
refusal-undo-role-gone = A deleted role does not come back. Create a new one; the journal keeps what it was.
refusal-redo-nothing = Nothing to redo. Undo something first.

## To know before it is done

refusal-note-warning = { $permission }: { $warning }.
refusal-note-user-disabled = { $user } is disabled. What changes now counts once they are enabled again.
refusal-note-order-empty = Nobody is left in the order “{ $list }”. Add someone to it.
refusal-note-role-users = { $role }: users who have this role: { $users }. It gives them nothing in guichet.

## Permissions and licences of users

refusal-permission-unknown = “{ $value }” is not in the catalogue for this kind of record. Check the key.
refusal-permission-requires = { $permission } needs { $other }. Give that first.
refusal-permission-requires-with-value = { $permission } needs { $other }: at least { $value }. Give that first.
refusal-permission-setting-off = { $permission } needs { $setting }, which is off in the settings. Turn it on there first.
refusal-permission-last-holder = { $name } is the last contact with { $permission }. Give it to another one first.
refusal-user-web-access-required = Needs Web access. Give that first.
refusal-user-web-access-required-with-permission = { $permission } needs Web access. Give that first.
refusal-user-web-access-held-by = { $other } needs { $permission }. Take { $other } away first.
refusal-user-email-required = { $user } has no e-mail, which Web access needs. Add one first.
refusal-user-email-shared =
    { $others ->
        [one] { $other } has { $email } too, and Web access needs one’s own. Change one of the two.
       *[other] { $other } have { $email } too, and Web access needs one’s own. Change all but one.
    }
refusal-user-namesake = { $other }, extension { $extension } of the phone system, has “{ $value }” too. If it is the same person, edit that user instead.
refusal-user-portal-only = Not for a portal-only user. Add the person to the phone system first.
refusal-user-portal-only-with-permission = { $permission } is not for a portal-only user. Add the person to the phone system first.
refusal-user-essential-locked = Every user of the phone system has Essential. Disable the user instead.
refusal-user-access-type-held-by = Something this user holds needs the access licence. Take that away first.
refusal-user-device-unknown = { $device } is no device of this user. Choose one of theirs.
refusal-user-device-not-webrtc = { $device } has no WebRTC, which the CRM client needs. Choose another device.
refusal-user-primary-group-not-member = The user is not in { $group }. Put them in that group first.
refusal-user-not-invited = { $user } is not invited. Only an invited user can be marked active.
refusal-seats-exceeded = { $seat }: { $used } seats used, { $bought } bought. Free some, or buy more.
refusal-application-view-only = The rights of { $application } are managed elsewhere. Change them there.
refusal-application-right-unknown = { $application } has no right “{ $right }”. Choose one of its rights.

## Roles and administrators

refusal-role-licence-cell = Part of the { $licence } licence: { $resource } cannot go below { $minimum }.
refusal-role-owner = { $role } is the owner’s role and always holds everything. There is nothing to set.
refusal-role-standard = { $role } is a standard role: it stays, with its name and licence. Only its description and free cells change.
refusal-role-held = Nobody may hold a role that is deleted: { $active } active, { $invited } invited. Give them another role first.
refusal-role-formula = Needs the { $needed } plan; yours is { $current }. The owner can change it.
refusal-role-roles-manage = Manage on Roles is the owner’s alone. Choose View or None.
refusal-role-owner-licence = A role with the Owner licence is the owner’s alone. Choose another role.
refusal-admin-licence-override = The licence of the role fixes { $resource }. Give another role first.
refusal-admin-licence-override-with-minimum = The licence of the role fixes { $resource } at { $minimum } or above. Give another role first.
refusal-admin-owner = { $admin } is the owner, who holds everything and all sites. There is nothing to set.
refusal-admin-owner-stays = The owner stays, and stays active. Pass ownership on first.
refusal-admin-not-active = { $name } is not active. Pass ownership to an active administrator.
refusal-admin-circle = { $name } cannot stand below itself. Choose a parent outside that branch.
refusal-session-not-found = There is no open session { $name } that you may end. The list of sessions shows them.
refusal-admin-too-deep = Administrators stand at most { $max } deep. Choose a parent higher up.

## Contacts and their orders

refusal-order-twice = { $name } is in the order twice. Take one of them out.
refusal-contact-in-order = { $name } is in the order “{ $list }”. Take them out of it first.

## Tickets

refusal-ticket-decided = Ticket #{ $ticket } is decided already: { $status }. Send a new request.
refusal-ticket-duplicate = Ticket #{ $ticket } asks for this already. Comment on that one.
refusal-ticket-no-difference = This asks for nothing new. Change something first.
refusal-ticket-reason-required = A deactivation needs a reason. Write it.
refusal-ticket-four-eyes = Ticket #{ $ticket } is your own. Another administrator has to approve it.
refusal-ticket-changed = Ticket #{ $ticket } would now do something else than was asked. Look again, and approve it as of now.
refusal-ticket-requester-gone = Whoever sent ticket #{ $ticket } may no longer ask for this. Reject it.
refusal-ticket-carries = A request cannot carry this. Take it out.
refusal-ticket-carries-with-command = A request of the kind “{ $kind }” cannot carry { $command }. Take it out, or choose another kind.
refusal-ticket-carries-with-ticket = Ticket #{ $ticket } asks for something this version does not know. Reject it, and ask again.
refusal-ticket-not-requester = Only the sender of ticket #{ $ticket } withdraws it. Reject it instead.
refusal-ticket-in-progress = Ticket #{ $ticket } is being worked on. Comment on it to have it rejected.
refusal-ticket-assignee = { $name } cannot decide ticket #{ $ticket }. Choose an active administrator who manages tickets at its site.
refusal-ticket-application-required = A new user is asked for with at least one application. Choose one.
refusal-ticket-imported = Ticket #{ $ticket } is an imported copy. It can only be commented on.
refusal-ticket-email-taken = A user has { $email } already. Ask for a change of rights instead.

## Imports

refusal-import-confirm-vanished = Users who would vanish: { $vanished }. Check the file, then confirm this number.
refusal-import-refused = Rows refused: { $refused }. Correct the file, or leave them out.
refusal-import-site-needed = New users need a site. Name the site of this file.
refusal-journal-not-found = There is no journal entry { $name } within your reach. The journal’s list shows those you may see.
refusal-password-same = The new password is the old one. Choose another.
