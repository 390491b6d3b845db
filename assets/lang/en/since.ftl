### After signing in: what happened meanwhile

since-last = Since your last sign-in, { $at }
since-first = This is your first sign-in
since-failures = Failed tries
since-changes = Changes by others
since-many = 1,000 and more
since-here = Also here now
since-draft = Staged in your draft
since-backup = Last backup
since-days =
    { $days ->
        [0] today
        [1] yesterday
       *[other] { $days } days ago
    }
since-never = never
since-backup-do = guichet backup FILE makes one
