### The panes: columns, sections, what an empty list says.

## Columns

col-name = Name
col-username = User name
col-extension = Ext
col-access = Access
col-level = Level
col-web = Web
col-status = Status
col-site = Site
col-email = E-mail
col-parent = Parent
col-sites = Sites
col-resources = Rights
col-type = Type
col-licence = Licence
col-active = Active
col-invited = Invited
col-changed = Changed
col-description = Description
col-permissions = Marks
col-technical = Tech
col-financial = Fin
col-phone = Phone
col-number = No
col-kind = Kind
col-for = For
col-from = From
col-assignee = With
col-age = Age
col-priority = Priority
col-when = When
col-who = Who
col-what = What
col-record = Record
col-changes = Changes

## Sections of a record

section-access = Access
section-supervisor = Supervisor
section-clients = Clients
section-groups = Groups
section-workspaces = Workspaces
section-permissions = Permissions
section-details = Details
section-applications = Applications
section-resources = Resources
section-sites = Sites
section-orders = Orders
section-request = Request
section-comments = Comments
section-changes = Changes
section-proof = Proof

## Lists

pane-count = { $count }
pane-count-more = { $count }+
places-first = The first { $count } are shown; guichet list shows them all.
pane-sorted = Sorted by { $by }. S turns the order round.
pane-no-match = Nothing matches this filter. Esc clears it.
pane-no-toggle = There is nothing to toggle on this line.
sort-name = name
sort-extension = extension
sort-status = status
sort-changed = last change
sort-queue = priority and age
sort-age = age
sort-number = number
sort-kind = kind
sort-subject = subject
sort-requester = requester
sort-assignee = assignee
empty-users = No users yet. They come from the phone system: I imports its files. n makes one by hand.
empty-admins = No administrators yet. n makes the first one.
empty-roles = No roles yet.
empty-contacts = No contacts yet. n makes the first one.
empty-tickets = No requests. They appear here as soon as one is sent.
empty-journal = Nothing within your reach was changed yet.
empty-places = Nothing here yet. n makes the first one.

## Administrators

admin-owner = owner
admin-must-change = must change
admin-all-sites = All sites, those made later too
admin-site-held-back = held back by the parent
site-coded = { $name } ({ $code })

## Contacts

contact-at-once = Changes take effect at once.
order-needs-all-sites = The orders are for holders of all sites.
order-needs-row = Select a contact in one of the two orders first.
order-exception = Maintenance notices and invoices do not follow the order.

## Tickets

ticket-title = #{ $number }  { $kind }
ticket-for = For
ticket-from = Asked by
ticket-asked = Asked for
ticket-if-approved = If approved now
ticket-same = The same as when it was asked.
ticket-differs = Not what was asked for: then it would have been
ticket-cannot = Cannot be approved now
ticket-no-comment = No comment yet. c writes one.
change-arrow = { $before } > { $after }

## Journal

journal-entry = Entry { $number }
journal-more =
    { $count ->
        [one] and { $count } change more
       *[other] and { $count } changes more
    }
journal-refused = Nothing was changed: it was refused (code { $code }).
entry-init = founded
entry-demo = demonstration
entry-apply = change
entry-undo = undo
entry-redo = redo
entry-import = import
entry-sign_in = sign-in
entry-password = password
entry-refused = refused
entry-lock = lock
entry-export = export
entry-backup = backup
entry-restore = restore
entry-clock = clock put back
entry-recovery = recovery
proof-hash = Hash
proof-previous = Before it
proof-commands = Commands
proof-reverses = Reverses
proof-ticket = Ticket
proof-peer = From

## Site

room-overview = Overview
room-organisation = Organisation
room-sites = Sites
room-groups = Groups
room-workspaces = Workspaces
room-applications = Applications
room-not-held = This needs View on { $resource }.
overview-seats = Seats
overview-of = { $used } of { $bought }
application-view-only = managed elsewhere

## The desk

desk-staged =
    { $count ->
        [one] Staged. w reviews the draft ({ $count } change), u takes this one back.
       *[other] Staged. w reviews the draft ({ $count } changes), u takes this one back.
    }
desk-welcome = Welcome, { $name }. ? shows the keys, q goes back, Q leaves.
desk-last = Last sign-in { $at }.
desk-failures =
    { $count ->
        [one] { $count } failed try since.
       *[other] { $count } failed tries since.
    }
desk-since =
    { $count ->
        [one] { $count } entry in the journal since then.
       *[other] { $count } entries in the journal since then.
    }
desk-draft-kept =
    { $count ->
        [one] A draft of { $count } change is still here: w reviews it.
       *[other] A draft of { $count } changes is still here: w reviews it.
    }
desk-busy = Somebody else is saving. This is done as soon as they are; Esc gives it up.
desk-busy-stopped = Given up: nothing was changed.
desk-applied = Applied as entry { $entry }. u undoes it.
desk-undone = Undone by entry { $entry }. Ctrl-r does it again.
desk-redone = Done again by entry { $entry }.
desk-nothing = Nothing would change.
desk-empty-draft = The draft is empty: stage something first, with Space, n or e.
desk-dropped = The draft was dropped.
desk-unchanged = That is so already: nothing was staged.
desk-taken-back = Taken back. { $count } left in the draft.
desk-unknown-key = { $key } does nothing here. ? shows the keys.
tabs-none = You hold nothing here yet: ask the administrator above you.
tabs-none-for = What you hold has no tab here: { $list }. It is recorded for the systems that enforce it. For more, ask the administrator above you.
undo-rest-title = Changed since
undo-rest-question = What was changed since can be left as it is, and the rest be taken back.
desk-nothing-here = “{ $action }” does nothing here.
desk-no-way-back = There is nothing to go back to here: { $key } leaves the console.
section-last = This is the last section.
desk-not-here = “{ $action }” needs a selected record.
desk-moved = Changed by somebody else since it was staged: { $names }. Both values are below.
desk-live = Somebody else changed something; the screen follows.
desk-language = English. Ctrl-p language switches again.
desk-sent =
    { $count ->
        [one] Sent as { $count } request.
       *[other] Sent as { $count } requests.
    }
desk-left = { $count } waiting.
desk-ended = You were signed out: the account or the session was ended.
drop-title = Drop the draft?
drop-unknown = Your draft was staged by another version of guichet, which this one cannot show. Enter drops it, Esc keeps it.
drop-question =
    { $count ->
        [one] { $count } staged change would be lost. Enter drops it, Esc keeps it.
       *[other] { $count } staged changes would be lost. Enter drops them, Esc keeps them.
    }
undo-title = Undo entry { $entry }
redo-title = Redo entry { $entry }
why-title = Why: { $what }
who-title = Who has it: { $what }
who-nobody = Nobody within your reach.
who-more = The first { $count } are shown; guichet who { $key } lists them all.
history-title = What happened to { $name }
history-none = The journal has no change of it.
history-line = entry { $entry }
welcome-title = Welcome back
form-new-user = New user, by hand
form-new-user-intro = For people who are not on the phone system. A new user holds nothing until you give it.
form-edit-user = Edit user
form-new-admin = New administrator
form-edit-admin = Edit administrator
form-new-role = New role
form-new-contact = New contact
form-edit-contact = Edit contact
form-new-site = New site
form-edit-site = Edit site
form-new-group = New group
form-new-workspace = New workspace
form-new-application = New application
form-organisation = Organisation
form-reject = Reject request #{ $number }
form-comment = Comment request #{ $number }
form-disable = Disable { $name }
form-reason = Reason
form-comment-text = Comment
form-rights = Rights, joined by commas
form-go = Do it
ticket-approve-differs = Not what was asked for in request #{ $number }, which was
ticket-approve-question = Enter approves what is above, Esc leaves the request open.
ticket-read-first = This is what approving it would do. The same key again approves it.
password-once = Shown once. It is good for 72 hours, and has to be changed at the first sign-in.
password-title = Temporary password of { $name }
order-title = Communication order
picker-contact = Choose a contact
lock-wrong = That is not the password.
desk-no-tab = You may not see { $tab }.
why-needs-cell = Select a permission in a record first (Enter opens it), then ask why.
tab-person = administrator
gate-checking = Checking…
gate-must-change = This password is temporary: choose your own. At least { $least } characters; a sentence is fine.
gate-leave = Esc again leaves: the draft stays, what was being typed is lost. Any other key stays.
gate-leaves = leave
gate-goes-on = go on
run-fault = guichet stopped on a fault of its own. The trace is beside the store.
review-refused = refused
review-may-ask = You may not do all of this yourself: w asks for the reason and sends it as a request.

## Staged on a record

removed-staged = will be deleted
removed-already = This record is to be deleted: w applies that, u takes back what was staged last.
sort-only = This list has one order, by { $by }. S turns it round.
sort-none = There is nothing to sort here.
after-unknown = { $key } is not among what may follow: { $known }.

## Changed by somebody else since it was staged

moved-title = Changed meanwhile
moved-who = Somebody else has changed this since you staged it: { $names }.
moved-both = { $who }, { $what }: { $now } now, { $yours } yours
moved-more =
    { $count ->
        [one] and { $count } more value
       *[other] and { $count } more values
    }
moved-question = Enter applies yours, Esc leaves the draft as it is.

## Copying

copy-done = Copied: { $value }
copy-off = Copying is off. Write clipboard = true into keys.toml to let y copy through the terminal.
copy-nothing = There is no value to copy here.

## Not here

new-nothing = Nothing is made here: go to the list of what you want to make, then n.
note-ticket = The note of a request is its requester’s own: c adds a comment.
