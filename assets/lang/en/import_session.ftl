### The import session of the console.

import-title = Import
import-choose = Choose files in { $folder }
import-all-files = all { $count } files here
import-no-file-here = No such file here.
import-unreadable = { $file } cannot be read: it is no regular file, or you may not.
import-recognised = recognised
import-yes = yes
import-no = no
import-unmatched-leave = left out
import-unmatched-manual = portal users
import-unmatched-contact = contacts
import-reading = Reading the files… Esc stops it.
import-progress = { $percent } %. Esc stops it, and nothing of it stays.
import-nothing-to-do = Nothing changes: the files say what they said before.
import-lines = { $kind }: { $count }
import-kind-all = All lines
import-kind-new = new
import-kind-changed = changed
import-kind-renamed = renamed
import-kind-moved = moved
import-kind-reassigned = reassigned
import-kind-vanished = vanished
import-kind-unmatched = unmatched
import-kind-likely = likely
import-kind-refused = refused
import-kind-warning = attention
import-was = Before: { $name }, who is disabled and keeps their rights; the new user has none.
import-was-number = Had { $name } before: the same person, with the same rights.
import-likely-user = Likely { $name }: take likely matches to confirm.
import-differs = { $field }: { $before } → { $after }
import-brings = { $field }: { $after }
import-kept = { $field }: { $before } stays, the file says { $after }
import-nothing = nothing
import-shown = In the file, not taken: { $list }
import-confirm-title = So many would be disabled
import-confirm-vanished = { $count } users of this source are not in the files and would be disabled. They keep what they hold, and come back as they were.
import-problems-kept = All { $count } refused rows and warnings are in { $file }.
import-site-title = Site of new users
import-kind-file = file
import-file = { $file }  { $format }  { $how }  { $records ->
    [one] 1 record
   *[other] { $records } records
}
import-more-files = and { $count ->
    [one] one more file
   *[other] { $count } more files
}
import-encoding-sure = { $name }
import-encoding-guess = { $name } (guessed)
import-format-mapped = mapped by hand
import-delimiter = “{ $letter }”
import-choice = { $label }: { $value }
import-choice-encoding = encoding
import-choice-delimiter = delimiter
import-choice-site = site
import-choice-refused = refused rows
import-choice-complete = files are complete
import-choice-matches = likely matches taken
import-choice-unmatched = unmatched people
import-choice-mapping = mapping
import-refused-skip = left out
import-refused-all = refuse all
import-n-new = { $count } new
import-n-changed = { $count } changed
import-n-renamed = { $count } renamed
import-n-moved = { $count } moved
import-n-reassigned = { $count } reassigned
import-n-vanished = { $count } vanished
import-n-unmatched = { $count } unmatched
import-n-likely = { $count } likely
import-n-refused = { $count } refused
import-n-warning = { $count ->
    [one] 1 warning
   *[other] { $count } warnings
}
import-n-unchanged = { $count } unchanged
import-n-skipped = { $count } skipped
import-n-none = There is nobody in these files.
import-secret-columns = Never read, because they hold secrets ({ $count }): { $list }
import-ignored-columns = Columns that are not taken ({ $count }): { $list }
import-all-columns = Every column is taken.
import-done = Imported as entry { $entry }. { $key } takes all of it back.
import-not-unread = Nothing is imported: there is no plan of these files. They are read again.
import-not-refused = Nothing is imported: { $count ->
    [one] one row is refused. { $key } leaves it out, or correct the file.
   *[other] { $count } rows are refused. { $key } leaves them out, or correct the files.
}
import-not-so = Nothing is imported as long as that stands.
import-none-yet = Nothing was imported yet.
import-busy = That is still being worked on: Esc stops it.
import-is-done = This import is done: Esc leaves it.
import-remove-title = Take which file out?

## The columns of a list that nobody knows

mapping-title = Columns of { $file }
mapping-column = Column
mapping-value = First value
mapping-field = Field
mapping-pick = “{ $column }” is
mapping-nothing = not taken
mapping-nature = become: { $value }
mapping-users = users of the phone system
mapping-people = people of a directory
mapping-first = first line: { $value }
mapping-first-names = names of columns
mapping-first-record = somebody
mapping-matched = Matched: { $matched } of { $count }. What is not matched is not taken.
mapping-secret = This column holds secrets: it is never read.
mapping-secret-value = holds secrets, never read
mapping-as-kept = Matched as kept under “{ $name }”.
mapping-lacks = Matched as kept under “{ $name }”; this file has no column { $list }.
mapping-kept = Kept mappings
mapping-none-kept = No import has kept a mapping yet.
mapping-needs-name = Match a name first: nobody is taken without one.
mapping-needs-extension = Match the extension first: users of the phone system are known by it.
mapping-name-title = Keep the mapping as
mapping-name-why = Under this name it is found again next month, here and with --mapping; it is also the name of the source.
