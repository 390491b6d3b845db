### Exports from the console, and work that takes its time.

work-done = { $done } done
work-done-of = { $done } of { $total }
work-stopping = Stopping…
work-keys = Esc stops it: nothing of it stays.

export-title = Export
export-what = What
export-what-shown = the list as it is filtered
export-what-all = the whole list
export-what-rights = the register of rights: who holds what
export-format = As
export-format-csv = CSV, safe in a spreadsheet
export-format-raw = CSV as it is, for machines
export-format-json = JSON
export-format-page = a page to print (the register)
export-file = File
export-go = Export
export-about = A new file, for you alone; nothing is overwritten. A name alone is put into { $folder }.
export-about-kiosk = A new file in the directory for exports: a name of letters, digits, “.”, “_” and “-”. Nothing is overwritten.
export-under-way = Export under way
export-done =
    { $count ->
        [one] { $count } record was written to { $file }.
       *[other] { $count } records were written to { $file }.
    }
