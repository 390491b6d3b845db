//! The table itself. Labels are the texts `act-ID`, the sentences of the help `does-ID`.

use super::super::place::{Place, Scope, Tab};
use super::Entry;

macro_rules! actions {
    ($($name:ident $id:literal $($hint:literal)? $(!$danger:ident)? [$($key:literal),*] $scope:expr;)*) => {
        /// Something that can be done with a key, from the palette, or both.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Action {
            $(#[doc = concat!("`", $id, "`: the text `does-", $id, "` says what it does.")] $name,)*
        }

        const TABLE: &[Entry] = &[$(Entry {
            action: Action::$name,
            id: $id,
            keys: &[$($key),*],
            scope: $scope,
            hint: actions!(@hint $($hint)?),
            danger: actions!(@danger $($danger)?),
        },)*];
    };
    (@hint) => { None };
    (@hint $hint:literal) => { Some($hint) };
    (@danger) => { false };
    (@danger danger) => { true };
}

const LISTS: Scope = Scope::LISTS;
const RECORDS: Scope = Scope::RECORDS;
const PANES: Scope = Scope::PANES;
const TREE: Scope = Scope::of(Place::Tree);
const AUDIT: Scope = Scope::of(Place::Audit);
const VIEWS: Scope = LISTS.and(TREE).and(AUDIT);
const BOTH: Scope = VIEWS.and(RECORDS);
const MATRIX: Scope = Scope::of(Place::Matrix);
const ORDER: Scope = Scope::of(Place::Order);
const ORDERS: Scope = Scope::ORDERS.and(Scope::of(Place::Record(Tab::Contacts)));
const MEMBERS: Scope = Scope::of(Place::Members);
const CARRY: Scope = Scope::of(Place::Carry);
const REVIEW: Scope = Scope::of(Place::Review);
const NOTICE: Scope = Scope::of(Place::Notice);
const CONFIRM: Scope = Scope::of(Place::Confirm);
const CHOICE: Scope = Scope::of(Place::Choice);
const FORM: Scope = Scope::of(Place::Form);
const FILTER: Scope = Scope::of(Place::Filter);
const SIGN_IN: Scope = Scope::of(Place::SignIn);
const IMPORT: Scope = Scope::of(Place::Import);
const MAPPING: Scope = Scope::of(Place::Mapping);
const NO_TAB: Scope = Scope::of(Place::NoTab);
const TEXTS: Scope = Scope::TEXTS;
const NO_TEXT: Scope = Scope::ALL.but(TEXTS);
const ROWS: Scope = PANES.and(CARRY).and(REVIEW).and(NOTICE).and(IMPORT).and(MAPPING);
const FIELDS: Scope = FORM.and(SIGN_IN);
const MODEL: Scope = BOTH.but(Scope::tab(Tab::Journal));
const EDITED: Scope = MODEL.but(Scope::tab(Tab::Tickets));
const PEOPLE: Scope = Scope::tab(Tab::Admins).and(Scope::tab(Tab::Users));
const ADMINS: Scope = Scope::tab(Tab::Admins);
const USERS: Scope = Scope::tab(Tab::Users);
const ROLES: Scope = Scope::tab(Tab::Roles);
const CONTACTS: Scope = Scope::tab(Tab::Contacts);
const TICKETS: Scope = Scope::tab(Tab::Tickets);
const CONTACT_LIST: Scope = Scope::of(Place::List(Tab::Contacts));
const MARKED: Scope = LISTS.but(ROLES).but(Scope::tab(Tab::Journal)).but(Scope::tab(Tab::Site));
const IMPORTS: Scope = USERS.and(CONTACTS).and(TICKETS);

actions! {
    Down "down" ["j", "Down"] ROWS.and(CHOICE).and(FILTER);
    Up "up" ["k", "Up"] ROWS.and(CHOICE).and(FILTER);
    First "first" ["g g", "Home"] ROWS;
    Last "last" ["G", "End"] ROWS;
    PageDown "page-down" ["PgDn", "Ctrl-f"] ROWS.and(CHOICE);
    PageUp "page-up" ["PgUp", "Ctrl-b"] ROWS.and(CHOICE);
    HalfDown "half-down" ["Ctrl-d"] ROWS;
    HalfUp "half-up" ["Ctrl-u"] ROWS;

    GoAdmins "go-admins" ["1", "g a"] BOTH;
    GoUsers "go-users" ["2", "g u"] BOTH;
    GoRoles "go-roles" ["3", "g r"] BOTH;
    GoContacts "go-contacts" ["4", "g c"] BOTH;
    GoTickets "go-tickets" ["5", "g t"] BOTH;
    GoJournal "go-journal" ["6", "g j"] BOTH;
    GoSite "go-site" ["7", "g s"] BOTH;
    NextTab "next-tab" ["Tab"] BOTH;
    PreviousTab "previous-tab" ["Shift-Tab"] BOTH;
    MyAccount "my-account" ["g m"] BOTH.and(NO_TAB);

    Open "open" 20 ["Enter", "Right"] VIEWS;
    Unfold "unfold" 21 ["Space"] TREE;
    ToParent "to-parent" 22 ["Left"] TREE;
    NextSection "next-section" 40 ["Right"] RECORDS;
    PreviousSection "previous-section" ["Left"] RECORDS;
    NextColumn "next-column" 10 ["Right"] MATRIX.and(ORDER);
    PreviousColumn "previous-column" ["Left"] MATRIX.and(ORDER);
    Follow "follow" 4 ["Enter"] RECORDS;
    Accept "accept" 12 ["Enter"] TEXTS.and(NOTICE).and(CARRY);
    NextField "next-field" 10 ["Tab", "Down"] FIELDS;
    PreviousField "previous-field" ["Shift-Tab", "Up"] FIELDS;
    Save "save" 20 ["F2"] FORM;
    Back "back" 90 ["Esc", "q", "Ctrl-c"] Scope::ALL;

    Filter "filter" 30 ["/"] VIEWS;
    Search "search" 48 ["/"] RECORDS;
    Complete "complete" ["Tab"] FILTER;
    Views "views" 36 ["f"] VIEWS;
    Sort "sort" ["s"] LISTS;
    ReverseSort "reverse-sort" ["S"] LISTS;
    Columns "columns" ["C"] LISTS;
    Mark "mark" 32 ["Space"] MARKED;
    MarkRange "mark-range" ["v"] MARKED;
    MarkAll "mark-all" ["*"] MARKED;
    MarkNone "mark-none" ["V"] MARKED;

    Toggle "toggle" 5 ["Space"] RECORDS.and(MATRIX).and(MEMBERS);
    Raise "raise" ["+"] RECORDS.and(MATRIX);
    Lower "lower" ["-"] RECORDS.and(MATRIX);
    SetNone "set-none" 20 ["0"] MATRIX;
    SetView "set-view" 21 ["1"] MATRIX;
    SetManage "set-manage" 22 ["2"] MATRIX;
    ToggleFromList "toggle-from-list" 35 ["p"] CONTACT_LIST;

    New "new" 60 ["n"] MODEL;
    Edit "edit" 45 ["e"] EDITED;
    Delete "delete" !danger ["d"] EDITED;
    Disable "disable" !danger ["D"] PEOPLE;
    Note "note" ["N"] MODEL;
    Copy "copy" ["y"] BOTH;
    Import "import" ["I"] IMPORTS;
    Export "export" ["E"] BOTH;

    ImportFile "import-file" 20 ["a"] IMPORT;
    ImportRemove "import-remove" 25 ["r"] IMPORT;
    ImportKind "import-kind" 30 ["f"] IMPORT;
    ImportMapping "import-mapping" 15 ["M"] IMPORT;
    ImportEncoding "import-encoding" ["e"] IMPORT.and(MAPPING);
    ImportDelimiter "import-delimiter" ["d"] IMPORT.and(MAPPING);
    ImportSite "import-site" ["s"] IMPORT;
    ImportSkip "import-skip" ["i"] IMPORT;
    ImportComplete "import-complete" ["c"] IMPORT;
    ImportMatches "import-matches" ["m"] IMPORT;
    ImportUnmatched "import-unmatched" ["p"] IMPORT;

    MapColumn "map-column" 5 ["Enter", "Space"] MAPPING;
    MapUse "map-use" 10 ["w", "F2"] MAPPING;
    MapNature "map-nature" ["t"] MAPPING;
    MapHeader "map-header" ["h"] MAPPING;
    MapSaved "map-saved" ["l"] MAPPING;

    EditOrder "edit-order" 31 ["o"] CONTACTS;
    MoveDown "move-down" 11 ["J", "Alt-Down"] ORDERS;
    MoveUp "move-up" 12 ["K", "Alt-Up"] ORDERS;
    MoveLast "move-last" ["g J"] ORDERS;
    MoveFirst "move-first" ["g K"] ORDERS;
    PickUp "pick-up" 8 ["m"] ORDERS;
    AddToOrder "add-to-order" 6 ["a"] ORDERS.but(CARRY).and(MEMBERS);
    TakeOut "take-out" 7 ["d"] ORDER.and(MEMBERS);

    Review "review" 15 ["w"] PANES;
    Apply "apply" 10 ["w", "Enter"] REVIEW.and(IMPORT);
    SendRequest "send-request" 20 ["r"] REVIEW;
    LeaveOut "leave-out" 30 ["Space"] REVIEW;
    Drop "drop" 60 !danger ["W"] PANES.and(REVIEW);
    Undo "undo" ["u"] PANES.and(IMPORT);
    Redo "redo" ["Ctrl-r"] PANES;

    Why "why" 31 ["x"] PANES.and(REVIEW);
    WhoCan "who-can" 32 ["X"] PANES;
    History "history" 33 ["H"] BOTH;
    CopyRights "copy-rights" ["c"] USERS;
    Compare "compare" 52 ["="] ADMINS.and(ROLES).and(MATRIX);
    Clone "clone" 51 ["c"] ROLES.and(MATRIX);
    Matrix "matrix" 53 ["m"] ROLES.and(MATRIX);

    TakeTicket "take-ticket" 1 ["t"] TICKETS;
    Approve "approve" 2 ["a"] TICKETS;
    Reject "reject" 3 ["r"] TICKETS;
    Comment "comment" 4 ["c"] TICKETS;
    Assign "assign" ["A"] TICKETS;
    RaisePriority "raise-priority" [">"] TICKETS;
    LowerPriority "lower-priority" ["<"] TICKETS;
    CancelTicket "cancel-ticket" !danger ["d"] TICKETS;

    Tree "tree" 54 ["t"] ADMINS;
    Audit "audit" [] BOTH;
    MarkActive "mark-active" [] USERS;
    ResetPassword "reset-password" !danger [] ADMINS;
    Unlock "unlock" [] ADMINS;
    MoveAdmin "move-admin" [] ADMINS;
    TransferOwnership "transfer-ownership" !danger [] ADMINS;
    MyDetails "my-details" [] PANES;
    OwnPassword "own-password" [] PANES;
    Sessions "sessions" [] PANES;
    Language "language" [] PANES.and(SIGN_IN);

    Palette "palette" 80 [":", "Ctrl-p"] NO_TEXT;
    Help "help" 99 ["?", "F1"] Scope::ALL.but(CHOICE);
    ShowPassword "show-password" 50 ["Ctrl-t"] FIELDS.and(CONFIRM);
    Redraw "redraw" ["Ctrl-l"] Scope::ALL;
    Lock "lock" ["L"] PANES.and(REVIEW);
    Quit "quit" ["Q"] NO_TEXT;
    Suspend "suspend" ["Ctrl-z"] Scope::ALL;

    CursorLeft "cursor-left" ["Left"] TEXTS;
    CursorRight "cursor-right" ["Right"] TEXTS;
    WordLeft "word-left" ["Ctrl-Left", "Alt-b"] TEXTS;
    WordRight "word-right" ["Ctrl-Right", "Alt-f"] TEXTS;
    LineStart "line-start" ["Home", "Ctrl-a"] TEXTS;
    LineEnd "line-end" ["End", "Ctrl-e"] TEXTS;
    RubLeft "rub-left" ["Backspace"] TEXTS;
    RubRight "rub-right" ["Delete", "Ctrl-d"] TEXTS;
    RubWord "rub-word" ["Ctrl-w", "Alt-Backspace"] TEXTS;
    RubLine "rub-line" ["Ctrl-u"] TEXTS;
    RubTail "rub-tail" ["Ctrl-k"] TEXTS;
    UndoTyping "undo-typing" ["Ctrl-_", "Alt-u"] TEXTS;
    RedoTyping "redo-typing" ["Ctrl-r", "Alt-r"] TEXTS;
}

impl Action {
    /// Returns the whole table, in the order of the help screen.
    pub const fn table() -> &'static [Entry] {
        TABLE
    }

    /// Returns what the table says of the action.
    pub const fn entry(self) -> &'static Entry {
        // Both are written by the same macro, in the same order.
        &TABLE[self as usize]
    }

    /// Returns the action of that id.
    pub fn parse(id: &str) -> Option<Self> {
        TABLE.iter().find(|entry| entry.id == id).map(|entry| entry.action)
    }

    /// Returns the tab that the action goes to, if it does.
    pub const fn tab(self) -> Option<Tab> {
        Some(match self {
            Self::GoAdmins => Tab::Admins,
            Self::GoUsers => Tab::Users,
            Self::GoRoles => Tab::Roles,
            Self::GoContacts => Tab::Contacts,
            Self::GoTickets => Tab::Tickets,
            Self::GoJournal => Tab::Journal,
            Self::GoSite => Tab::Site,
            _ => return None,
        })
    }
}
