### What imports say; the ids are the codes with hyphens for dots.

## Whole imports that are refused

import-no_file = No file was given: choose at least one.
import-stopped = The reading was stopped: nothing was imported.
import-file_too_large = { $file } is larger than { $limit } MiB: export it in several parts.
import-texts_too_large = { $file }: a file of this kind, or a directory, is held in memory while it is read, and with the files before it that is more than { $limit } MiB. Export it in several parts, and import one after the other.
import-file_unreadable = { $file } cannot be read ({ $reason }): check the file and the rights on it.
import-file_changed = { $file } was written to while it was read: import it again once it is whole.
import-file_empty = { $file } is empty: export it again.
import-file_spreadsheet = { $file } is a workbook or a document: save it as CSV first.
import-file_compressed = { $file } is compressed: unpack it first.
import-file_binary = { $file } is not a text file: export it as text or CSV.
import-undecodable = { $file } has bytes that mean nothing in { $encoding } ({ $count } in all, the first at offset { $offset }): choose another encoding.
import-quote_unterminated = { $file }: the quote that opens on line { $line } is never closed. Close it, or export the file again.
import-header_unknown = { $file }: the first line is not the header of a known format. Export the file with its header, choose another delimiter, or map its columns by hand (in the console, or with --mapping).
import-header_incomplete = { $file } is nearly a { $format } file, without: { $missing }. Export it with these columns.
import-mapping_unfit = { $file } has no column { $missing } that can be read, which the mapping names: map its columns anew.
import-header_control = { $file }: the name of column { $column } has a control character. Take it out of the header.
import-content_unknown = { $file } is { $kind } of an unknown kind: export another format.
import-format_not_read = { $file } is recognised as { $format }, which is not read yet: export another format.
import-inbound_routes = { $file } lists inbound routes, not people: export the extensions instead.
import-trunk_list = { $file } lists trunks, not people: export the extensions instead.
import-password_template = { $file } is a template for creating accounts and holds first passwords: export the list of users instead, and delete this file.
import-too_many_records = { $file } has more than { $limit } records: split it.
import-too_many_refused = More than { $limit } records cannot be taken as they are: check encoding, delimiter and columns, or export the files again.
import-too_many_columns = { $file } has { $count } columns and the limit is { $limit }: export fewer, or choose another delimiter.
import-record_too_long = { $file }: the record on line { $line } is longer than { $limit } KiB. Look for a missing quote or line end.
import-field_too_long = { $file }: on line { $line }, “{ $column }” is longer than { $limit } KiB. Shorten it, or look for a missing quote.
import-malformed = { $file }: line { $line } is not well-formed { $kind }. Export the file again.
import-doctype = { $file } has a document type, which is not read: take the DOCTYPE out, or export the file again.
import-too_deep = { $file }: on line { $line } more than { $limit } levels stand inside one another. Export another format.
import-json_key_twice = { $file }: on line { $line } the key { $path } stands twice. Keep one of the two.
import-json_shape = { $file }: the value at { $path } is not of the kind that the format has. Export the file again.
import-several_realms = { $file }: these files hold several realms ({ $realms }). Import one realm at a time.
import-ldif_changes = { $file }: line { $line } asks for a change of the directory. Export its entries instead.
import-ldif_url = { $file }: the value on line { $line } stands in another file, which is never opened. Export the values themselves.
import-record_unreadable = { $file }: the record on line { $line } cannot be split into fields. Export the file again.
import-not_set_aside = The rows cannot be set aside beside the store ({ $reason }): make room there, and import again.

## Records that are refused

import-control_character = Control character { $character }: take it out of the value.
import-direction_control = { $character } turns the writing direction: take it out of the value.
import-extension_missing = The extension is missing: fill it in, or skip this record.
import-extension_not_numeric = “{ $value }” is not an extension: write digits only.
import-extension_scientific = “{ $value }” was an extension before a spreadsheet changed it: export the file again and do not open it there.
import-extension_feature_code = “{ $value }” is a feature code, not the extension of a person: take this record out.
import-extension_too_long = “{ $value }” has more than { $limit } digits: correct the extension.
import-name_missing = The name is missing: fill it in, or skip this record.
import-contact_nameless = This contact has no name, organisation, address or number: fill one in, or skip this record.
import-key_duplicate = “{ $key }” is already on line { $first_line } of { $first_file }: keep one of the two.
import-row_shifted = This row has { $found } fields instead of { $expected } and its values do not fit their columns: quote the value that holds a delimiter.
import-section_too_large = { "[" }{ $section }] has more than { $limit } settings or too many templates: simplify it.
import-value_too_long = More than { $limit } characters: shorten the value.
import-value_not_visible = The value has characters that cannot be seen: type it again.
import-ticket_untitled = The ticket has no subject: fill it in, or skip this record.
import-card_unclosed = This card begins here and does not end: export it again, or skip it.
import-key_missing = This record has nothing that it could be known by: fill in an identity or an address, or skip it.
import-not_as_exported = The list is not written as guichet exports it: its items are joined by “;”, and a “;” or “\” within one has a “\” before it. Export it again, and change less.
import-key_in_use = “{ $key }” is already in use: ask somebody who manages all sites.

## What deserves attention

import-header_duplicate = Two columns have this name: the first is read. Check that it is the right one.
import-fields_joined = Fields beyond the header: { $extra }, joined to the last column. Check this row.
import-invisible_dropped = Invisible characters dropped: { $count }. Nothing to do.
import-no_record = The file has a header and no record: check the export.
import-tech_unknown = Technology “{ $value }” is unknown: the device is kept as custom. Check it.
import-email_not_an_address = This value is not an e-mail address and is left out: correct it in the phone system or the address book.
import-email_unusable = { $value } is kept but cannot serve to sign in: give a full address before portal access.
import-email_shared = { $value } is shared by several users (lines { $lines }): portal access needs an address of one’s own.
import-email_taken = { $value } is already the address of another user: portal access needs an address of one’s own.
import-emails_several = { $kept } is kept of several addresses, without { $others }: change it by hand if it is the wrong one.
import-email_exchange = An internal Exchange address is left out: export the contact with its e-mail address.
import-name_formula = The name “{ $value }” begins like a formula: it is kept as text. Check it.
import-phone_scientific = “{ $value }” was a phone number before a spreadsheet changed it, and is left out: export the file again.
import-phone_letters = “{ $value }” has letters: it is kept as typed. Check it.
import-extension_shared = { $value } is already the extension of someone else: this user is imported without extension. Give one by hand.
import-mailbox_not_found = Mailbox { $mailbox } of { $user } is not in context “{ $context }”: correct the number, or add voicemail.conf to the import.
import-mailbox_unlinked = Mailbox { $mailbox } of context “{ $context }” belongs to no telephone: it is not imported. Nothing to do if nobody uses it.
import-queue_member_unknown = Queue { $queue } names { $member }, who is in no file: add the file that holds this telephone.
import-trunk_skipped = { "[" }{ $section }] is a trunk, not a user: it is not imported. Nothing to do.
import-section_doubtful = { "[" }{ $section }] has no extension and is not imported: create the user by hand if it is a person.
import-name_from_section = No name is written for { $section }: the section name is used. Give one in the phone system.
import-include_not_read = { $path } is included and was not read: add it to the import if it holds users.
import-exec_not_run = A command stands here and was not run: add its result to the import as a file if it holds users.
import-template_missing = { "[" }{ $section }] inherits from [{ $template }], which is in no file before it: add the file that holds it.
import-template_cycle = { "[" }{ $section }] inherits from templates in a circle or too deep: the rest is ignored. Correct the templates.
import-append_missing = { "[" }{ $section }](+) adds to a section that is in no file: add the file that holds it.
import-comment_unterminated = The comment that opens here with ;-- is never closed: the rest of the file was not read. Close it with --;
import-line_unreadable = This line is neither a section nor a setting and was ignored: correct it.
import-dialplan_not_read = The file is a dial plan and holds no user: nothing was read from it.
import-template_only = Rows that describe the columns and hold nobody: { $count }. Nothing to do.
import-email_from_account = { $value } is the account name: it is taken as the address for want of another. Check it.
import-marked_for_deletion = This row asks for a deletion: nobody is deleted. Disable the user by hand if they have left.
import-members_unknown = Group { $group } names people who are in no file ({ $count }): add the file that holds them.
import-entries_skipped = Entries that are neither people nor groups: { $count }. Nothing to do.
import-pointers_unknown = Groups name users who are in no file ({ $count }): add the files that hold them.
import-encoding_guessed = The encoding of this value is not told and was guessed: check its letters.
import-date_unreadable = “{ $value }” is no date in the order of this file: it is left out. Correct it there.
import-ticket_unnumbered = Tickets without a number: { $count }. They are made once; a newer file makes them again.
import-no_live_user = The file has no live user section: check that it is the right one.
