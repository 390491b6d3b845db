//! What the readers say: stable codes with named arguments, worded by the text layer.
//!
//! The sentence of a code is the Fluent message whose id is the code with `.` turned into `-`. Arguments never hold a
//! secret: a value is quoted only when its column is one that is imported.

use std::fmt;

/// Declares an enum whose variants each have a code, and whose fields are the arguments of the sentence.
macro_rules! messages {
    ($(#[$meta:meta])* enum $name:ident {
        $( $(#[$vmeta:meta])* $variant:ident $({ $($field:ident : $ty:ty),+ $(,)? })? => $code:literal, )+
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum $name {
            $( $(#[$vmeta])* $variant $({ $(#[doc = concat!("Argument `", stringify!($field), "` of the sentence.")] $field: $ty),+ })?, )+
        }

        impl $name {
            /// Every code of this enum with the names of its arguments.
            pub const CODES: &'static [(&'static str, &'static [&'static str])] =
                &[ $( ($code, &[ $($(stringify!($field)),+)? ]) ),+ ];

            /// Returns the stable, language-free code.
            #[must_use]
            pub fn code(&self) -> &'static str {
                match self { $( Self::$variant { .. } => $code ),+ }
            }

            /// Returns the named arguments of the sentence.
            #[must_use]
            pub fn args(&self) -> Vec<(&'static str, String)> {
                match self {
                    $( Self::$variant $({ $($field),+ })? => vec![ $($((stringify!($field), $field.to_string())),+)? ], )+
                }
            }
        }
    };
}

messages! {
    /// Why a whole import is refused; nothing of it is read.
    enum ReadError {
        /// No file was given.
        NoFile => "import.no_file",
        /// The person stopped the reading.
        Stopped => "import.stopped",
        /// The file is larger than the limit, in MiB.
        FileTooLarge { file: String, limit: usize } => "import.file_too_large",
        /// The file and those before it have to be held whole, and are larger than the limit, in MiB.
        TextsTooLarge { file: String, limit: usize } => "import.texts_too_large",
        /// So many records are refused that nobody would look at each.
        TooManyRefused { limit: usize } => "import.too_many_refused",
        /// The file cannot be read to its end.
        FileUnreadable { file: String, reason: String } => "import.file_unreadable",
        /// Somebody wrote to the file while it was read.
        FileChanged { file: String } => "import.file_changed",
        /// The file holds no text at all.
        FileEmpty { file: String } => "import.file_empty",
        /// The file is a workbook or a document archive.
        FileSpreadsheet { file: String } => "import.file_spreadsheet",
        /// The file is compressed.
        FileCompressed { file: String } => "import.file_compressed",
        /// The file is not text.
        FileBinary { file: String } => "import.file_binary",
        /// Bytes mean nothing in the encoding; the offset is that of the first, from 0.
        Undecodable { file: String, encoding: &'static str, offset: usize, count: usize } => "import.undecodable",
        /// A quote is never closed; the line is the one where it opens.
        UnterminatedQuote { file: String, line: u64 } => "import.quote_unterminated",
        /// The header resembles no known format.
        HeaderUnknown { file: String } => "import.header_unknown",
        /// The header is nearly that of a known format.
        HeaderIncomplete { file: String, format: &'static str, missing: String } => "import.header_incomplete",
        /// A column that a mapping names is not there, or holds secrets.
        MappingUnfit { file: String, missing: String } => "import.mapping_unfit",
        /// A column name holds a control character.
        HeaderControl { file: String, column: usize } => "import.header_control",
        /// JSON or XML of an unknown kind.
        ContentUnknown { file: String, kind: &'static str } => "import.content_unknown",
        /// A known format that has no reader.
        NotRead { file: String, format: &'static str } => "import.format_not_read",
        /// Inbound routes, not people.
        InboundRoutes { file: String } => "import.inbound_routes",
        /// Trunks, not people.
        TrunkList { file: String } => "import.trunk_list",
        /// A template for creating accounts, with their first passwords.
        PasswordTemplate { file: String } => "import.password_template",
        /// More records than the limit.
        TooManyRecords { file: String, limit: u64 } => "import.too_many_records",
        /// More columns than the limit.
        TooManyColumns { file: String, count: usize, limit: usize } => "import.too_many_columns",
        /// A record longer than the limit, in KiB.
        RecordTooLong { file: String, line: u64, limit: usize } => "import.record_too_long",
        /// A field longer than the limit, in KiB.
        FieldTooLong { file: String, line: u64, column: String, limit: usize } => "import.field_too_long",
        /// XML or JSON that is not well formed.
        Malformed { file: String, line: u64, kind: &'static str } => "import.malformed",
        /// XML with a document type, which could make anything of its entities.
        Doctype { file: String } => "import.doctype",
        /// Elements or values inside one another beyond the limit.
        TooDeep { file: String, line: u64, limit: usize } => "import.too_deep",
        /// A key that stands twice in one JSON object.
        JsonKeyTwice { file: String, line: u64, path: String } => "import.json_key_twice",
        /// JSON whose values are not of the kind that the format has; `path` says where.
        JsonShape { file: String, path: String } => "import.json_shape",
        /// Realms of several kinds in one import.
        SeveralRealms { file: String, realms: String } => "import.several_realms",
        /// An LDIF file that changes a directory instead of describing it.
        LdifChanges { file: String, line: u64 } => "import.ldif_changes",
        /// An LDIF value that stands in another place, which is never opened.
        LdifUrl { file: String, line: u64 } => "import.ldif_url",
        /// The rows cannot be set aside, such as on a full disk.
        NotSetAside { reason: String } => "import.not_set_aside",
        /// A record that cannot be split into fields.
        RecordUnreadable { file: String, line: u64 } => "import.record_unreadable",
    }
}

messages! {
    /// Why one record is refused.
    enum Refusal {
        /// A control character; the argument is its code point, such as `U+001B`.
        ControlCharacter { character: String } => "import.control_character",
        /// A character that turns the writing direction.
        DirectionControl { character: String } => "import.direction_control",
        /// The record has no extension.
        ExtensionMissing => "import.extension_missing",
        /// The extension is not made of digits.
        ExtensionNotNumeric { value: String } => "import.extension_not_numeric",
        /// The extension was turned into scientific notation by a spreadsheet.
        ExtensionScientific { value: String } => "import.extension_scientific",
        /// The extension is a feature code.
        ExtensionFeatureCode { value: String } => "import.extension_feature_code",
        /// The extension has more digits than the limit.
        ExtensionTooLong { value: String, limit: usize } => "import.extension_too_long",
        /// The record has no name.
        NameMissing => "import.name_missing",
        /// The contact has neither name, organisation, e-mail nor phone.
        ContactNameless => "import.contact_nameless",
        /// An earlier record has the same key.
        DuplicateKey { key: String, first_file: String, first_line: u64 } => "import.key_duplicate",
        /// The values stand under the wrong columns.
        RowShifted { found: usize, expected: usize } => "import.row_shifted",
        /// An Asterisk section inherits from more lines than the limit.
        SectionTooLarge { section: String, limit: usize } => "import.section_too_large",
        /// A value has more characters than its field holds.
        ValueTooLong { limit: usize } => "import.value_too_long",
        /// A value has a character that is not seen, or nothing that is.
        ValueNotVisible => "import.value_not_visible",
        /// A ticket without a subject.
        TicketUntitled => "import.ticket_untitled",
        /// A card that begins and does not end.
        CardUnclosed => "import.card_unclosed",
        /// A record without what it is known by.
        KeyMissing => "import.key_missing",
        /// A list that is not written as our own export writes it.
        NotAsExported => "import.not_as_exported",
        /// The key belongs to a record that the person does not reach.
        KeyInUse { key: String } => "import.key_in_use",
    }
}

messages! {
    /// What deserves attention without refusing anything.
    enum Caution {
        /// Two columns have one name; the first is read.
        HeaderDuplicate => "import.header_duplicate",
        /// A record has more fields than the header; they were joined to the last column.
        FieldsJoined { extra: usize } => "import.fields_joined",
        /// Invisible characters were dropped.
        InvisibleDropped { count: u64 } => "import.invisible_dropped",
        /// The file has a header and no record.
        NoRecord => "import.no_record",
        /// The technology of a device is unknown and kept as `custom`.
        TechUnknown { value: String } => "import.tech_unknown",
        /// A value in an e-mail column is no address and was left out; it is not quoted, for it may be a PIN.
        EmailNotAnAddress => "import.email_not_an_address",
        /// The address is kept but cannot serve to sign in.
        EmailUnusable { value: String } => "import.email_unusable",
        /// Several records have one address.
        EmailShared { value: String, lines: String } => "import.email_shared",
        /// A user who is there already has the address.
        EmailTaken { value: String } => "import.email_taken",
        /// A cell holds several addresses; the first is kept.
        EmailsSeveral { kept: String, others: String } => "import.emails_several",
        /// An internal address of Exchange, left out.
        EmailExchange => "import.email_exchange",
        /// A name begins like a formula.
        NameFormula { value: String } => "import.name_formula",
        /// A phone number turned into scientific notation by a spreadsheet, left out.
        PhoneScientific { value: String } => "import.phone_scientific",
        /// A phone number with letters, kept.
        PhoneLetters { value: String } => "import.phone_letters",
        /// Two mailboxes have one number; neither sets an extension.
        ExtensionShared { value: String } => "import.extension_shared",
        /// A telephone names a mailbox that no file holds.
        MailboxNotFound { mailbox: String, context: String, user: String } => "import.mailbox_not_found",
        /// A mailbox that no telephone names.
        MailboxUnlinked { mailbox: String, context: String } => "import.mailbox_unlinked",
        /// A queue names a member that no file holds.
        QueueMemberUnknown { queue: String, member: String } => "import.queue_member_unknown",
        /// A trunk is not a user.
        TrunkSkipped { section: String } => "import.trunk_skipped",
        /// Neither clearly a user nor clearly a trunk.
        SectionDoubtful { section: String } => "import.section_doubtful",
        /// No name anywhere: the name of the section serves.
        NameFromSection { section: String } => "import.name_from_section",
        /// Another file is included and is not among those given.
        IncludeNotRead { path: String } => "import.include_not_read",
        /// A command is included; it is never run.
        ExecNotRun => "import.exec_not_run",
        /// A section inherits from a template that no file holds.
        TemplateMissing { section: String, template: String } => "import.template_missing",
        /// Templates inherit from each other.
        TemplateCycle { section: String } => "import.template_cycle",
        /// A section is to be appended to one that no file holds.
        AppendMissing { section: String } => "import.append_missing",
        /// A block comment is never closed; the line is the one where it opens.
        CommentUnterminated => "import.comment_unterminated",
        /// A line that is neither a section nor a setting.
        LineUnreadable => "import.line_unreadable",
        /// A dial plan holds no user.
        DialplanNotRead => "import.dialplan_not_read",
        /// Rows that describe the columns and hold no data.
        TemplateOnly { count: u64 } => "import.template_only",
        /// The address is the account name, for want of another.
        EmailFromAccount { value: String } => "import.email_from_account",
        /// A row that asks for a user to be deleted; nobody is.
        MarkedForDeletion => "import.marked_for_deletion",
        /// Members of groups whom no file holds.
        MembersUnknown { group: String, count: usize } => "import.members_unknown",
        /// Entries that are neither people nor groups.
        EntriesSkipped { count: u64 } => "import.entries_skipped",
        /// Pointers to users whom no file holds.
        PointersUnknown { count: u64 } => "import.pointers_unknown",
        /// The encoding of a value is not told and was guessed.
        EncodingGuessed => "import.encoding_guessed",
        /// Dates that are none in the order of the file; left out.
        DateUnreadable { value: String } => "import.date_unreadable",
        /// Tickets without a number: the same file changes nothing, and a newer one makes them again.
        TicketUnnumbered { count: u64 } => "import.ticket_unnumbered",
        /// A configuration file without a live user section.
        NoLiveUser => "import.no_live_user",
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl std::error::Error for ReadError {}
