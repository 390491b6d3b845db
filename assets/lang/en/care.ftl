### Looking after a store: check, backup, restore, doctor

backup-done = Backed up to { $file } ({ $size } KiB). Write this head down elsewhere: { $head }
file-exists = { $file } is there already; nothing was written. Name another file.
file-no_directory = There is no such directory. Make it first, or name another.
store-not_a_backup = This file is a store in use, with changes beside it, and not a backup. Make one with: guichet backup FILE
restore-plan =
    { $count ->
        [0] The backup is sound, head { $head }. Nothing would be lost.
        [one] The backup is sound, head { $head }. { $count } entry of the store is not in it and would be lost.
       *[other] The backup is sound, head { $head }. { $count } entries of the store are not in it and would be lost.
    }
restore-unrelated = This backup is not of this store: the two have no entry in common.
restore-done =
    { $count ->
        [0] Restored, head { $head }. Nothing was lost.
        [one] Restored, head { $head }. { $count } entry of the store before is not in it.
       *[other] Restored, head { $head }. { $count } entries of the store before are not in it.
    }
restore-aside = The store before is kept at { $file }
restore-passwords = Passwords are those of the backup again.

sign_in-full = Too many consoles are open at this store. Wait until somebody leaves, then sign in again.
store-full-released = The disk is full. Room that was kept for this is free now: make more, then try again. Nothing was lost.

kiosk-name = A file is named here by letters, digits, dots, dashes and underscores, 64 at most; it is kept beside the store.
kiosk-no_file = There is no such file to import. It has to be put into the directory imports beside the store first.
kiosk-full = There is no more room for exported files. Ask whoever keeps the machine to take some away.

journal-head-left = Journal head { $head }

check-sound = Sound: pages, references, rules and journal are as they should be.
check-page = The file is damaged: { $what }. Restore a backup.
check-reference = A record names another that is not there: { $what }. Restore a backup.
check-owner = There is not exactly one active owner with every site: { $what }. Restore a backup, or run guichet recover.
check-tree = { $what } does not stand below the owner, or too deep. Restore a backup.
check-web_access = { $what } has Web access without an e-mail of their own. Change the e-mail, or take Web access away.
check-count = A count that is kept is wrong: { $what }. Restore a backup.
check-order = A communication order names a contact that is not there: { $what }. Restore a backup.

doctor-fine = ok
doctor-attention = !!
doctor-store = The store is at { $store }, { $size } KiB, schema { $schema }.
doctor-sqlite = SQLite { $version }.
doctor-pages = The pages of the file are whole.
doctor-pages-not = The file is damaged: { $what }. Restore a backup.
doctor-room = { $size } MiB are free beside the store.
doctor-room-not = Only { $size } MiB are free beside the store. Make room, or nothing can be saved.
doctor-clock = It is { $now }.
doctor-clock-not = It is { $now } here, but entry #{ $entry } was written at { $at }. Set the clock.
doctor-sessions =
    { $count ->
        [0] Nobody is signed in at a console.
        [one] One console is open.
       *[other] { $count } consoles are open.
    }
doctor-sessions-not =
    { $dead ->
        [one] One console ended without saying so; it is closed at the next sign-in.
       *[other] { $dead } consoles ended without saying so; they are closed at the next sign-in.
    }
doctor-backup = The last backup was made { $at }.
doctor-backup-not = The last backup was made { $at }, more than a week ago. Make one with: guichet backup FILE
doctor-no-backup = There is a backup.
doctor-no-backup-not = No backup was ever made. Make one with: guichet backup FILE

cli-help-arg-backup = The backup
cli-help-arg-access = Says which administrators deserve a look: never signed in, unused, holding more than their role
