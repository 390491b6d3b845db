### What the console says.

## Tabs

tab-admins = Admins
tab-users = Users
tab-roles = Roles
tab-contacts = Contacts
tab-tickets = Tickets
tab-journal = Journal
tab-site = Site

## Keys

key-space = Space
key-enter = Enter
key-esc = Esc
key-tab = Tab
key-backspace = Backspace
key-delete = Delete
key-insert = Insert
key-up = Up
key-down = Down
key-left = Left
key-right = Right
key-home = Home
key-end = End
key-page-up = PgUp
key-page-down = PgDn
key-ctrl = Ctrl
key-alt = Alt
key-shift = Shift

## Other keys, from keys.toml; the keys of the table are used until it is corrected

keys-form = keys.toml cannot be read: { $why }. Correct it and start again.
keys-action = keys.toml: no action is called “{ $name }”. Correct it and start again.
keys-key = keys.toml: “{ $name }” is the name of no key. Correct it and start again.
keys-unsafe = keys.toml: terminals keep { $name } for themselves. Choose another key.
keys-needed = keys.toml: “{ $name }” cannot be without a key. Give it one.
keys-conflict = keys.toml: { $key } would mean both “{ $one }” and “{ $other }”. Give one of them another key.
keys-invalid = { $why } (in { $file })

## Actions: the name in the hint line and the palette

act-down = down
act-up = up
act-first = first row
act-last = last row
act-page-down = page down
act-page-up = page up
act-half-down = half a page down
act-half-up = half a page up
act-go-admins = to Admins
act-go-users = to Users
act-go-roles = to Roles
act-go-contacts = to Contacts
act-go-tickets = to Tickets
act-go-journal = to Journal
act-go-site = to Site
act-next-tab = next tab
act-previous-tab = previous tab
act-my-account = my account
act-open = open
act-next-section = next section
act-previous-section = previous section
act-next-column = next column
act-previous-column = previous column
act-show-password = show the password
act-accept = accept
act-next-field = next field
act-previous-field = previous field
act-save = save
act-back = back
act-filter = filter
act-views = views
act-sort = sort
act-reverse-sort = reverse order
act-mark = mark
act-mark-range = mark a range
act-mark-all = mark all
act-mark-none = no marks
act-toggle = toggle
act-raise = raise
act-lower = lower
act-set-none = none
act-set-view = view
act-set-manage = manage
act-toggle-from-list = permission
act-new = new
act-edit = edit
act-delete = delete
act-disable = disable, enable
act-note = note
act-copy = copy
act-import = import
act-import-file = add files
act-import-kind = one kind
act-import-encoding = encoding
act-import-delimiter = delimiter
act-import-site = site
act-import-skip = skip refused
act-import-complete = complete
act-import-matches = likely
act-import-unmatched = unmatched
act-import-remove = take one out
act-import-mapping = map columns
act-map-column = match
act-map-use = use it
act-map-nature = kind of people
act-map-header = first line
act-map-saved = kept mappings
act-export = export
act-edit-order = communication order
act-move-down = move down
act-move-up = move up
act-move-last = to the end
act-move-first = to the top
act-pick-up = pick up, drop
act-add-to-order = add
act-take-out = take out
act-review = review
act-apply = apply
act-send-request = send as a request
act-leave-out = leave out
act-drop = drop the draft
act-undo = undo
act-redo = redo
act-why = why
act-who-can = who can
act-history = history
act-compare = compare
act-clone = clone
act-matrix = all side by side
act-take-ticket = take
act-approve = approve
act-reject = reject
act-comment = comment
act-assign = assign
act-raise-priority = more urgent
act-lower-priority = less urgent
act-cancel-ticket = withdraw
act-mark-active = mark as active
act-reset-password = reset the password
act-unlock = unlock
act-move-admin = move in the tree
act-transfer-ownership = pass ownership on
act-sessions = sessions
act-language = other language
act-palette = palette
act-help = help
act-redraw = redraw
act-lock = lock
act-quit = quit
act-suspend = suspend
act-cursor-left = left
act-cursor-right = right
act-word-left = word left
act-word-right = word right
act-line-start = start
act-line-end = end
act-rub-left = rub out
act-rub-right = rub out right
act-rub-word = rub out the word
act-rub-line = rub out all
act-rub-tail = rub out the rest
act-undo-typing = undo typing
act-redo-typing = redo typing

## Actions: the sentence of the help screen

does-down = Goes to the next row.
does-up = Goes to the row before.
does-first = Goes to the first row.
does-last = Goes to the last row.
does-page-down = Goes down a page.
does-page-up = Goes up a page.
does-half-down = Goes down half a page.
does-half-up = Goes up half a page.
does-go-admins = Goes to the administrators.
does-go-users = Goes to the users.
does-go-roles = Goes to the roles.
does-go-contacts = Goes to the contacts.
does-go-tickets = Goes to the tickets.
does-go-journal = Goes to the journal.
does-go-site = Goes to the site: overview, organisation, groups, applications.
does-next-tab = Goes to the next tab.
does-previous-tab = Goes to the tab before.
does-my-account = Opens the menu of your own account.
does-open = Goes into the record beside the list.
does-next-section = Goes to the next section of the record.
does-previous-section = Goes to the section before; from the first one, back to the list.
does-next-column = Goes to the next role, or to the other order.
does-previous-column = Goes to the role before, or to the other order.
does-show-password = Shows the password that is being typed, or hides it again.
does-accept = Takes what is chosen or typed.
does-next-field = Goes to the next field.
does-previous-field = Goes to the field before.
does-save = Stages the form and opens the review.
does-back = Goes back; asks only if something typed would be lost.
does-filter = Filters the list as you type; Esc clears the filter.
does-views = Chooses a view or a saved filter.
does-sort = Sorts by a column: its key follows.
does-reverse-sort = Reverses the order of the list.
does-mark = Marks the row, or takes its mark away.
does-mark-range = Marks from here to the row where it is pressed again.
does-mark-all = Marks all that match, shown or not.
does-mark-none = Takes all marks away.
does-toggle = Changes the permission: on, off, or the next value. Staged until you apply it.
does-raise = Raises the value by one.
does-lower = Lowers the value by one.
does-set-none = Sets None.
does-set-view = Sets View.
does-set-manage = Sets Manage.
does-toggle-from-list = Toggles a permission from the list: its mark follows.
does-new = Creates a record of this tab.
does-edit = Edits the record in a form.
does-delete = Deletes the record, after its plan was shown.
does-disable = Disables, with a reason, or enables again.
does-note = Writes the note of the record.
does-copy = Copies the value to the clipboard of the terminal, where that is allowed.
does-import = Imports files of another system.
does-import-file = Adds a file to the import.
does-import-kind = Shows one kind of line only: refused, reassigned, new and so on.
does-import-encoding = Reads the files again in the next encoding.
does-import-delimiter = Reads the files again with the next delimiter.
does-import-site = Chooses the site of new users.
does-import-skip = Leaves refused rows out, or lets them refuse the whole import.
does-import-complete = Takes whoever is not in the files as gone, or nobody.
does-import-matches = Takes matches that are only likely, or leaves them.
does-import-unmatched = Makes portal users or contacts of people who match nobody, or leaves them out.
does-import-remove = Takes a file out of the import.
does-import-mapping = Says which column of an unknown list is which field.
does-map-column = Chooses the field that the column holds.
does-map-use = Keeps the mapping under a name and reads the file with it.
does-map-nature = Makes users of the telephone system, or people of a directory.
does-map-header = Takes the first line as the names of the columns, or as a record.
does-map-saved = Takes a mapping that an earlier import kept.
does-export = Exports what the list shows.
does-edit-order = Edits the communication orders, technical and financial: who is called, and when.
does-move-down = Moves the row down.
does-move-up = Moves the row up.
does-move-last = Moves the row to the end.
does-move-first = Moves the row to the top.
does-pick-up = Picks the row up, or drops it here; a number and Enter send it to that rank.
does-add-to-order = Adds a contact at the end, or a member.
does-take-out = Takes the contact out of the order, or the member out of the group.
does-review = Shows all that is staged, as one plan.
does-apply = Applies the plan, all or nothing.
does-send-request = Sends it as a request instead of applying it.
does-leave-out = Leaves this one out, or takes it back in.
does-drop = Drops all that is staged, after asking.
does-undo = Takes back the last staged edit, else your last applied plan.
does-redo = Does again what was undone.
does-why = Says step by step why it is as it is, and what would have to change.
does-who-can = Lists everyone who has it, and through what.
does-history = Shows what has happened to this record.
does-compare = Compares roles: only the differences, or everything.
does-clone = Creates a role with the values of this one.
does-matrix = Shows all roles side by side.
does-take-ticket = Takes the ticket to work on it.
does-approve = Approves the ticket: its plan is applied.
does-reject = Rejects the ticket, with a reason.
does-comment = Adds a comment to the ticket.
does-assign = Gives the ticket to an administrator.
does-raise-priority = Makes the ticket more urgent.
does-lower-priority = Makes the ticket less urgent.
does-cancel-ticket = Withdraws a ticket of your own.
does-mark-active = Marks an invited user as active.
does-reset-password = Gives the administrator a temporary password, shown once.
does-unlock = Lets the administrator sign in again after too many failures.
does-move-admin = Moves the administrator under another one.
does-transfer-ownership = Makes an active administrator the owner in your place.
does-sessions = Shows who is signed in.
does-language = Changes to French, or back to English.
does-palette = Finds every action and every record by name; :w and :q as well.
does-help = Shows the keys that work here; typing filters them.
does-redraw = Draws the screen again.
does-lock = Locks the console until you sign in again.
does-quit = Leaves guichet; what is staged stays as a draft.
does-suspend = Goes back to the shell until it calls guichet again.
does-cursor-left = Moves the cursor left.
does-cursor-right = Moves the cursor right.
does-word-left = Moves the cursor to the word before.
does-word-right = Moves the cursor to the next word.
does-line-start = Moves the cursor to the start.
does-line-end = Moves the cursor to the end.
does-rub-left = Rubs out the character before the cursor.
does-rub-right = Rubs out the character at the cursor.
does-rub-word = Rubs out the word before the cursor.
does-rub-line = Rubs out the whole line.
does-rub-tail = Rubs out from the cursor to the end.
does-undo-typing = Takes back the last thing typed.
does-redo-typing = Types it again.

## Marks of a value in a list or a matrix, as short as a column

mark-view = view
mark-manage = MANAGE

## Cells: why a value is as it is

cell-staged = staged
cell-from-role = from the role
cell-by-hand = set by hand; the role gives { $role }
cell-held-back = held back by the parent: { $own } without it

## Forms and choices

form-required = This is needed.
form-leave = What you typed would be lost. Esc again leaves, any other key stays.
form-unsaved = Not saved yet:
form-discard = Discard
form-stay = Stay
form-save = Save
form-stage = Stage only
form-cancel = Cancel
choice-ticks = Enter or Space ticks, Esc: done.
form-more = { $count } more below
choice-none = Nothing fits. Rub out a letter, or Esc.

## Communication orders

order-edited = edited, not applied
order-carried = picked up, to rank { $rank }
order-was = was { $rank }
order-new = new
order-empty = Nobody is called yet. { $key } adds the first contact.

## Review of a plan

review-title =
    { $asked ->
        [one] Review: { $asked } change asked
       *[other] Review: { $asked } changes asked
    }
review-title-more =
    { $asked ->
        [one] Review: { $asked } change asked
       *[other] Review: { $asked } changes asked
    }, { $more ->
        [one] { $more } comes by itself
       *[other] { $more } come by themselves
    }
review-nothing = Nothing is left to apply.

## Around the panes

head-draft = draft: { $count }
too-small = guichet needs { $least } (now { $now })
notice-lines = { $first } to { $last } of { $all }

## Questions

confirm-keys = Enter yes   Esc no
confirm-type = Type { $name } to confirm:
confirm-wrong = That is not the name. Type it again, or Esc.

## Palette and help

palette-position = { $at } of { $of }
palette-title = Actions and records
help-title = Keys that work here

## Before the console

entrance-username = User name
entrance-password = Password
entrance-enter = Sign in
entrance-locked-title = Locked
entrance-locked = The console of { $username } is locked. What is open stays open behind it.
entrance-new-title = New password
entrance-new = New password
entrance-again = The same again
entrance-differs = The two differ.
setup-title = A new store
setup-intro = This store is new. Fill in what it needs; everything can be changed later. The password has at least { $least } characters; a sentence is fine.
setup-organisation = Organisation
setup-plan = Plan
setup-site-code = Code of the first site
setup-site-name = Name of that site
setup-username = Your user name
setup-email = Your e-mail
setup-go = Create the store

## Plans

plan-effect = for others
plan-seats-by = { $seat }: { $by } seats
plan-seats = { $seat }: { $before } > { $after } seats
plan-seats-of = { $seat }: { $before } > { $after } seats of { $bought }
plan-password = { $username } gets a temporary password, shown once.

## Forms of the records

form-edit-role = Edit role
form-edit-group = Rename group
form-edit-workspace = Rename workspace
form-edit-application = Edit application
form-enable = Enable { $name }
form-new-ticket = New request, in words
form-new-ticket-intro = Rights are asked for where they are shown: stage them, then r in the review. This is for all else.
form-number = Write a whole number.
form-seats = Seats: { $seat }

## The editor of the communication orders

orders-foot = Technical and financial matters follow the orders; maintenance notices and invoices do not.
orders-add = Add to { $list }: type a name
orders-none = No contact fits. A new one is made with n in Contacts.
