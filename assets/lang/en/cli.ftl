### What the command line says.

## The store

store-missing = There is no store here. Make one with “guichet init”, or name another with --store.
store-exists = There is a store here already; nothing was changed. Name another place with --store.
store-foreign = This file is not a store of guichet; it was not touched. Name another with --store.
store-newer = This store was made by a later version of guichet (schema { $version }); it was not touched. Install that version.
store-schema = The schema of this store has something that guichet did not make (“{ $object }”). Restore a backup, or take it out.
store-unsafe =
    { $fault ->
        [directory_writable] Others can write in the directory of the store. Repair it: { $repair }.
        [directory_owner] The directory of the store belongs to somebody else. Repair it: { $repair }.
        [file_writable] Others can write to the store. Repair it: { $repair }.
        [file_owner] The store belongs to somebody else. Repair it: { $repair }.
        [symbolic_link] The store, or a file beside it, is a symbolic link. Name the file itself with --store. Look: { $repair }.
        [not_a_file] The store, or a file beside it, is not a plain file. Look: { $repair }.
        [hard_link] The store has a second name on this disk. Remove it; this finds it: { $repair }.
        [file_system] This file system does not lock files reliably. Move the store to a local disk. Look: { $repair }.
       *[other] The place of the store is not safe. Look: { $repair }.
    }
store-damaged = The store is damaged; nothing was changed. Restore a backup.
store-busy = Somebody else is saving; nothing was changed. Try again.
store-read_only = The store, or its directory, cannot be written; nothing was changed. Make it writable for your account.
store-full = The disk is full; nothing was changed. Free some space, then try again.
store-io = The system could not read or write the store; nothing was changed. Look at the disk, then try again.
store-sqlite_version = The SQLite inside is too old to be safe. Install a newer guichet.
store-value = The store has a value that cannot be. Restore a backup.
store-sql = The store refused an operation; nothing was changed. Try again, and report it if it stays.
store-unclaimed = Nobody owns this store yet. Finish it with “guichet init”.

## Signing in

sign_in-refused = The user name or the password is wrong, or the account is disabled or locked. Try again, or ask an administrator above you.
sign_in-wait = Too many failures: the next try counts after { $until }. Wait, then try again.
sign_in-must_change = This is a temporary password. Change it first with “guichet passwd”.
sign_in-expired = This temporary password is void. Ask for a new one.
sign_in-prove_again = This asks for your password again. Type it, then repeat the change.
sign_in-signed_out = You are not signed in any more. Sign in again.
password-current = Password:{ " " }
password-new = New password:{ " " }
password-again = The same again:{ " " }
password-differs = The two are not the same; nothing was changed. Try again.
passwd-done = The password is changed.

## Whatever else goes wrong

demo-not_a_demonstration = This store was not made by “guichet demo”; it was not touched. Name another place with --store.
stopped = Stopped as you asked; nothing was changed.
system = The system refused something. Try again, and look at its limits if it stays.
fault = guichet made a mistake and stopped; what was not saved is lost. Please report it.
kiosk-command = The kiosk runs no command that a client sends. Connect without one.
kiosk-not_here = The kiosk does not do this. Do it on the machine itself.
file-unreadable = “{ $file }” cannot be read. Check the name and the permissions.
file-too_large = “{ $file }” is larger than 64 MiB. Split it.

## Wrong usage

usage-unknown = “{ $what }” is not known here. “guichet --help” lists what is.
usage-value = “{ $value }” cannot stand for { $what }. “--help” says what can.
usage-missing = { $what } is missing. “--help” says what is needed.
usage-conflict = { $what } does not go with the rest. “--help” says what does.
usage-invalid = This cannot be read. “guichet --help” says how to write it.
usage-sort = This list cannot be sorted by “{ $column }”. It can by: { $known }.
usage-who = Say who you are: --as USERNAME, and --password-file FILE or the prompt.
usage-password = There is no terminal to ask for the password. Name a file with --password-file.
usage-kiosk_store = The kiosk has to be told where its store is. Name the place with --store in the command that starts it.
usage-store = There is no data directory to keep a store in. Name a place with --store.
usage-no_terminal = The console needs a terminal for input and output. “guichet --help” lists what runs without one.
usage-dry_run = --dry-run is not for this: it would write all the same. Leave it out.
usage-anchor = “{ $value }” is not an anchor. Write it as NUMBER:HASH, as “guichet journal head” does.

## Commands read from a file

command-unknown = Line { $line }: “{ $name }” is no Command. “guichet apply --schema” lists them all.
command-missing_field = Line { $line }: “{ $field }” is missing. “guichet apply --schema” has the form of each Command.
command-unknown_field = Line { $line }: there is no “{ $field }” here. “guichet apply --schema” has the form of each Command.
command-duplicate_field = Line { $line }: “{ $field }” stands there twice. Keep one.
command-not_json = Line { $line }, column { $column }: not JSON. Write one object on each line.
command-invalid = Line { $line }: a value is not of its kind ({ $detail }). “guichet apply --schema” has the form of each.
command-not_utf8 = Line { $line } is not UTF-8. Save the file as UTF-8.

## Plans, and what became of them

cli-plan-change = { $who }: { $what }: { $before } { $arrow } { $after }
cli-plan-record = { $who }: { $what } { $after }
cli-plan-because = { $change } ({ $because })
cli-plan-field = { $what }: { $value }
cli-plan-seats = Seats used, { $seat }: { $before } { $arrow } { $after }
cli-plan-note = To know: { $note }
cli-plan-password = Temporary password of { $admin }, shown this once and void after 72 hours: { $password }
cli-plan-applied = Applied as entry #{ $entry }.
cli-plan-nothing = Nothing changes; nothing was written.
cli-plan-dry = Dry run: nothing was written.

## What subcommands answer

init-done = The store is at { $store }; { $owner } owns it.
demo-done = The demonstration is at { $store }; sign in as demo with the password guichet-demo.
about =
    guichet { $version }: who may do what at this site
    Licence: { $licence }
    Store: { $store }
sessions-none = Nobody is signed in at a console.
journal-sound =
    { $count ->
        [one] Sound: { $count } entry, head { $head }
       *[other] Sound: { $count } entries, head { $head }
    }
journal-gap = The journal is not sound: entry #{ $entry } is missing or out of order. Compare with a backup.
journal-link = The journal is not sound: entry #{ $entry } does not chain to the one before, or is not the anchor given. Compare with a backup.
journal-row = The journal is not sound: entry #{ $entry } or one of its rows is not what was written. Compare with a backup.
journal-orphan = The journal is not sound: rows stand under entry #{ $entry }, which does not exist. Compare with a backup.
journal-version = The journal is not sound: record { $entry } was changed without an entry. Compare with a backup.

## Why, step by step

step-owner = The owner holds everything.
step-no-role = No role: nothing comes from one.
step-role-licence = The { $licence } licence of the role “{ $role }” gives { $value }.
step-role-added = The role “{ $role }” gives { $value }.
step-by-hand = Set by hand: { $value }.
step-not-by-hand = Nothing is set by hand.
step-held-back = Held back by { $parent }, the parent, who holds { $value }.
step-allowed = The parent { $parent } allows { $value }.
step-held = Given.
step-not-held = Not given.
step-granted-by = Comes with { $other }, and stays as long as that is there.
step-would-be-granted-by = Would come by itself with { $other }.
step-requires-met = Needs { $other } ({ $needed }), which is there.
step-requires-unmet = Needs { $other } ({ $needed }), which is not there.
step-billable = Giving it costs: needs Manage on billable items.
step-setting = Needs the setting { $setting }.
step-keep-one = At least one contact keeps it.
step-therefore = Therefore: { $value }.
step-free = You can change it now.
step-ask = You can ask for it. { $reason }
step-value = Value
step-steps = Why
who-nobody-at-all = Nobody within your reach has it.

## Kinds of entries


## Fields that only lists and records have

field-id = Id
field-number = Number
field-children = Administrators below
field-created_at = Created
field-modified_at = Changed
field-changed_at = Changed
field-last_sign_in_at = Last sign-in
field-locked = Fixed by the licence
field-active_holders = Active holders
field-invited_holders = Invited holders
field-technical_rank = Technical rank
field-financial_rank = Financial rank
field-members = Members
field-seats_used = Seats used
field-entry = Entry
field-at = When
field-actor = Who
field-peer = From
field-changes = Changes
field-result = Result
field-reverses = Reverses
field-previous_hash = Hash before
field-hash = Hash
field-started_at = Since
field-last_seen_at = Last seen

## Help

cli-help-usage = Usage:
cli-help-commands = Commands
cli-help-arguments = Arguments
cli-help-options = Options
cli-help-guichet = Who may do what at this site: a console for administrators. Without a command, it opens.
cli-help-demo = Opens the console on a store of invented people
cli-help-init = Makes a store and its owner
cli-help-list = Lists records
cli-help-show = Shows one record, whole
cli-help-why = Says why (or why not) somebody has something
cli-help-who = Says who has something, and through what
cli-help-passwd = Changes your own password
cli-help-apply = Runs Commands, one JSON object a line, all or nothing
cli-help-import = Imports the files of other systems, all or nothing
cli-help-export = Writes records to standard output
cli-help-backup = Makes a backup
cli-help-restore = Puts a backup back
cli-help-check = Checks the store
cli-help-doctor = Looks for what is not as it should be
cli-help-recover = Gives the owner a one-time password, on the machine itself
cli-help-journal = Verifies the journal, or says its newest entry
cli-help-journal-verify = Verifies that the journal is as it was written
cli-help-journal-head = Says the newest entry and its hash
cli-help-undo = Takes an entry back; without a number, your newest
cli-help-redo = Does again what was undone; without a number, your newest
cli-help-sessions = Says who is signed in
cli-help-keys = Lists the keys of the console
cli-help-completions = Writes the completions of a shell
cli-help-man = Writes the manual page
cli-help-about = Says the version, and where the store is
cli-help-arg-help = Shows this help
cli-help-arg-version = Shows the version
cli-help-arg-store = The store (otherwise GUICHET_STORE, or the data directory)
cli-help-arg-username = Who you are
cli-help-arg-password-file = Your password: the first line of this file (otherwise asked for)
cli-help-arg-kiosk = For sshd: nothing that a client sends or sets counts
cli-help-arg-lang = The language: en or fr
cli-help-arg-json = Reads and errors as JSON
cli-help-arg-dry-run = Shows the plan and writes nothing
cli-help-arg-users = How many users, up to a million
cli-help-arg-create = Makes the store and opens no console
cli-help-arg-organisation = The organisation’s name
cli-help-arg-plan = standard, professional or enterprise
cli-help-arg-sites = A site, as its code and name; may be given again
cli-help-arg-owner = The owner’s user name
cli-help-arg-email = The owner’s e-mail
cli-help-arg-what = admins, users, roles, contacts, tickets, journal, sites, groups, workspaces or applications; show also takes organisation
cli-help-arg-filter = Words, and terms such as site:mtl or status:disabled
cli-help-arg-sort = A column, with :desc from the end
cli-help-arg-limit = At most so many rows
cli-help-arg-after = Goes on after this id
cli-help-arg-reference = The record: user name, extension, e-mail, code, number, name or id
cli-help-arg-permission = A key of the catalogue, app:NAME/RIGHT or workspace:NAME
cli-help-arg-new-password-file = The new password: the first line of this file (otherwise asked for)
cli-help-arg-file = The file (otherwise standard input)
cli-help-arg-schema = Writes the JSON Schema of all Commands
cli-help-arg-export-what = admins, users, roles, contacts, tickets, journal, sites, groups, workspaces, applications, or rights for the register of rights
cli-help-arg-raw = Leaves cells as they are, for machines: no protection against spreadsheets
cli-help-arg-print = The register of rights as a page to print
cli-help-arg-files = The files, all of one family
cli-help-arg-site = The site of new users
cli-help-arg-feed = The name of the feed
cli-help-arg-partial = Nobody is taken as gone (the default)
cli-help-arg-complete = Whoever is not in the files is taken as gone
cli-help-arg-confirm-vanished = Confirms that so many are gone
cli-help-arg-accept-matches = Takes matches that are only likely: of people of a directory, and of users whose number changed
cli-help-arg-unmatched = Makes portal-only users or contacts of people of a directory who match nobody
cli-help-arg-skip-refused = Leaves refused rows out
cli-help-arg-encoding = The encoding of the files
cli-help-arg-delimiter = The delimiter of the files
cli-help-arg-mapping = Which column is which field; kept under NAME, which is then enough
cli-help-arg-since = Starts after an entry known to be right
cli-help-arg-head = Also checks that this entry has this hash
cli-help-arg-entry = The entry’s number
cli-help-arg-skip-changed = Leaves out what was changed since
cli-help-arg-shell = The shell

## Import

import-read = { $file }: { $format }, { $encoding }, records { $records }, columns with secrets left out { $secrets }
import-refused-row = Refused, line { $line }: { $why }
import-warning = Note, line { $line }: { $why }
export-register-title = Register of rights
export-register-dated = As of { $date }; journal { $head }
export-register-admins = Administrators
export-register-users = Users
export-register-contacts = Contacts
import-count-new = new         { $count }
import-count-changed = changed     { $count }
import-count-renamed = renamed     { $count }
import-count-moved = moved       { $count }
import-count-reassigned = reassigned  { $count }
import-count-vanished = vanished    { $count }
import-count-unchanged = unchanged   { $count }
import-count-likely = likely      { $count }
import-count-unmatched = unmatched   { $count }
import-count-refused = refused     { $count }
import-count-skipped = skipped     { $count }
import-applied = Applied as entry { $entry }. guichet undo { $entry } takes all of it back.
