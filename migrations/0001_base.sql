-- The whole model. Columns that end in _fold and _key are computed by the program (accents and case folded, sort keys of
-- the root collation), never by SQL, so that any SQLite can open the file. Times are milliseconds since 1970, UTC.
-- version: the journal entry that last changed the record.

CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE organisation (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    version INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    plan TEXT NOT NULL CHECK (plan IN ('standard', 'professional', 'enterprise')),
    voip INTEGER NOT NULL CHECK (voip IN (0, 1)),
    four_eyes TEXT NOT NULL CHECK (four_eyes IN ('auto', 'on', 'off')),
    seat_limit TEXT NOT NULL CHECK (seat_limit IN ('warn', 'refuse')),
    password_min_length INTEGER NOT NULL CHECK (password_min_length BETWEEN 8 AND 64),
    idle_lock_minutes INTEGER NOT NULL CHECK (idle_lock_minutes BETWEEN 1 AND 15),
    help_general TEXT CHECK (length(help_general) <= 4000),
    help_technical TEXT CHECK (length(help_technical) <= 4000),
    agent_addon_automatic INTEGER NOT NULL CHECK (agent_addon_automatic IN (0, 1)),
    note TEXT CHECK (length(note) <= 4000),
    modified_at INTEGER NOT NULL
) STRICT;

-- Seats bought and, kept with every change, seats used.
CREATE TABLE seat (
    seat TEXT PRIMARY KEY CHECK (seat IN ('essential', 'professional', 'agent_addon', 'crm_addon', 'reports', 'analytics',
        'live_analytics', 'contact_centre')),
    bought INTEGER CHECK (bought >= 0),
    used INTEGER NOT NULL DEFAULT 0 CHECK (used >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE site (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL,
    code TEXT NOT NULL UNIQUE CHECK (length(code) BETWEEN 1 AND 16),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    name_fold TEXT NOT NULL,
    sort_key BLOB NOT NULL,
    address TEXT CHECK (length(address) <= 200),
    users INTEGER NOT NULL DEFAULT 0 CHECK (users >= 0),
    note TEXT CHECK (length(note) <= 4000),
    created_at INTEGER NOT NULL,
    modified_at INTEGER NOT NULL
) STRICT;
CREATE INDEX site_by_name ON site (sort_key, id);

CREATE TABLE user_group (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    name_fold TEXT NOT NULL UNIQUE,
    sort_key BLOB NOT NULL,
    note TEXT CHECK (length(note) <= 4000),
    created_at INTEGER NOT NULL,
    modified_at INTEGER NOT NULL
) STRICT;
CREATE INDEX user_group_by_name ON user_group (sort_key, id);

CREATE TABLE workspace (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    name_fold TEXT NOT NULL UNIQUE,
    sort_key BLOB NOT NULL,
    note TEXT CHECK (length(note) <= 4000),
    created_at INTEGER NOT NULL,
    modified_at INTEGER NOT NULL
) STRICT;
CREATE INDEX workspace_by_name ON workspace (sort_key, id);

CREATE TABLE application (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    name_fold TEXT NOT NULL UNIQUE,
    sort_key BLOB NOT NULL,
    view_only INTEGER NOT NULL CHECK (view_only IN (0, 1)),
    note TEXT CHECK (length(note) <= 4000),
    created_at INTEGER NOT NULL,
    modified_at INTEGER NOT NULL
) STRICT;
CREATE INDEX application_by_name ON application (sort_key, id);

CREATE TABLE application_right (
    application_id INTEGER NOT NULL REFERENCES application (id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    PRIMARY KEY (application_id, position),
    UNIQUE (application_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE role (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    name_fold TEXT NOT NULL UNIQUE,
    sort_key BLOB NOT NULL,
    standard INTEGER NOT NULL CHECK (standard IN (0, 1)),
    licence TEXT NOT NULL CHECK (licence IN ('analyst', 'administrator', 'owner')),
    description TEXT CHECK (length(description) <= 200),
    -- Holders, kept with every change.
    active_holders INTEGER NOT NULL DEFAULT 0 CHECK (active_holders >= 0),
    invited_holders INTEGER NOT NULL DEFAULT 0 CHECK (invited_holders >= 0),
    note TEXT CHECK (length(note) <= 4000),
    created_at INTEGER NOT NULL,
    modified_at INTEGER NOT NULL
) STRICT;
CREATE INDEX role_by_name ON role (sort_key, id);

CREATE TABLE role_resource (
    role_id INTEGER NOT NULL REFERENCES role (id),
    resource TEXT NOT NULL,
    level TEXT NOT NULL CHECK (level IN ('none', 'view', 'manage')),
    PRIMARY KEY (role_id, resource)
) STRICT, WITHOUT ROWID;

CREATE TABLE admin (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL,
    username TEXT NOT NULL UNIQUE CHECK (length(username) BETWEEN 2 AND 32),
    parent_id INTEGER REFERENCES admin (id) CHECK (parent_id <> id),
    status TEXT NOT NULL CHECK (status IN ('invited', 'active', 'disabled')),
    role_id INTEGER REFERENCES role (id),
    all_sites INTEGER NOT NULL CHECK (all_sites IN (0, 1)),
    first_name TEXT NOT NULL CHECK (length(first_name) <= 200),
    middle_name TEXT CHECK (length(middle_name) <= 200),
    last_name TEXT NOT NULL CHECK (length(last_name) <= 200),
    email TEXT NOT NULL CHECK (length(email) <= 320),
    work_phone TEXT CHECK (length(work_phone) <= 64),
    fax TEXT CHECK (length(fax) <= 64),
    mobile TEXT CHECK (length(mobile) <= 64),
    landline TEXT CHECK (length(landline) <= 64),
    address_street TEXT CHECK (length(address_street) <= 4000),
    address_town TEXT CHECK (length(address_town) <= 200),
    address_region TEXT CHECK (length(address_region) <= 200),
    address_postcode TEXT CHECK (length(address_postcode) <= 200),
    address_country TEXT CHECK (length(address_country) <= 200),
    sort_key BLOB NOT NULL,
    search TEXT NOT NULL,
    note TEXT CHECK (length(note) <= 4000),
    created_at INTEGER NOT NULL,
    modified_at INTEGER NOT NULL
) STRICT;
-- Exactly one owner: the administrator without a parent (R-37).
CREATE UNIQUE INDEX admin_owner ON admin (ifnull(parent_id, 0)) WHERE parent_id IS NULL;
CREATE INDEX admin_by_name ON admin (sort_key, id);
CREATE INDEX admin_by_parent ON admin (parent_id, id);
CREATE INDEX admin_by_role ON admin (role_id, id);

CREATE TABLE admin_override (
    admin_id INTEGER NOT NULL REFERENCES admin (id),
    resource TEXT NOT NULL,
    level TEXT NOT NULL CHECK (level IN ('none', 'view', 'manage')),
    PRIMARY KEY (admin_id, resource)
) STRICT, WITHOUT ROWID;

CREATE TABLE admin_site (
    admin_id INTEGER NOT NULL REFERENCES admin (id),
    site_id INTEGER NOT NULL REFERENCES site (id),
    PRIMARY KEY (admin_id, site_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX admin_site_by_site ON admin_site (site_id, admin_id);

-- Housekeeping, not the model: how an administrator signs in.
CREATE TABLE sign_in (
    admin_id INTEGER PRIMARY KEY REFERENCES admin (id) ON DELETE CASCADE,
    hash TEXT NOT NULL CHECK (length(hash) BETWEEN 32 AND 512),
    temporary INTEGER NOT NULL CHECK (temporary IN (0, 1)),
    expires_at INTEGER,
    failures INTEGER NOT NULL DEFAULT 0,
    last_failure_at INTEGER,
    next_try_at INTEGER NOT NULL DEFAULT 0,
    first_at INTEGER,
    last_at INTEGER,
    seen_entry INTEGER NOT NULL DEFAULT 0,
    changed_at INTEGER NOT NULL
) STRICT;

-- Words are checked with OR, not IN: for each row that is written, SQLite builds a table of a list of three and more.
CREATE TABLE user (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL,
    display_name TEXT NOT NULL CHECK (length(display_name) BETWEEN 1 AND 200),
    name_fold TEXT NOT NULL,
    sort_key BLOB NOT NULL,
    first_name TEXT CHECK (length(first_name) <= 200),
    last_name TEXT CHECK (length(last_name) <= 200),
    position TEXT CHECK (length(position) <= 200),
    email TEXT CHECK (length(email) <= 320),
    email_key TEXT,
    login TEXT CHECK (length(login) <= 200),
    login_fold TEXT,
    extension TEXT CHECK (length(extension) BETWEEN 1 AND 15),
    -- Length before digits, so that 200 comes before 1000; '~' where there is none.
    extension_key TEXT NOT NULL,
    mobile TEXT CHECK (length(mobile) <= 64),
    department TEXT CHECK (length(department) <= 200),
    language TEXT CHECK (length(language) <= 35),
    site_id INTEGER REFERENCES site (id),
    source TEXT NOT NULL CHECK (source IN ('pbx', 'manual')),
    status TEXT NOT NULL CHECK (status = 'invited' OR status = 'active' OR status = 'disabled'),
    -- A user made by hand comes back to this once enabled; those of the phone system are active anyhow.
    was_active INTEGER NOT NULL DEFAULT 0 CHECK (was_active IN (0, 1)),
    absent_since INTEGER,
    role_id INTEGER REFERENCES role (id),
    access_type TEXT NOT NULL
        CHECK (access_type = 'none' OR access_type = 'essential' OR access_type = 'professional'),
    agent_addon INTEGER NOT NULL CHECK (agent_addon IN (0, 1)),
    supervisor_level TEXT NOT NULL CHECK (supervisor_level = 'none' OR supervisor_level = 'reports'
        OR supervisor_level = 'analytics' OR supervisor_level = 'live_analytics' OR supervisor_level = 'contact_centre'),
    uc_client INTEGER NOT NULL CHECK (uc_client IN (0, 1)),
    crm_addon INTEGER NOT NULL CHECK (crm_addon IN (0, 1)),
    primary_group_id INTEGER REFERENCES user_group (id),
    search TEXT NOT NULL,
    note TEXT CHECK (length(note) <= 4000),
    created_at INTEGER NOT NULL,
    modified_at INTEGER NOT NULL,
    -- U-15, U-07: Essential belongs to the phone system's users, and to nobody else.
    CHECK ((source = 'pbx') = (access_type <> 'none'))
) STRICT;
-- Each sort of the list, for all sites and for some of them, whose rows are merged.
CREATE INDEX user_by_name ON user (sort_key, id);
CREATE INDEX user_by_extension ON user (extension_key, id);
CREATE INDEX user_by_status ON user (status, sort_key, id);
CREATE INDEX user_by_change ON user (modified_at, id);
CREATE INDEX user_by_site ON user (site_id, sort_key, id);
CREATE INDEX user_by_site_extension ON user (site_id, extension_key, id);
CREATE INDEX user_by_site_status ON user (site_id, status, sort_key, id);
CREATE INDEX user_by_site_change ON user (site_id, modified_at, id);
CREATE INDEX user_by_email ON user (email_key) WHERE email_key IS NOT NULL;
CREATE INDEX user_by_login ON user (login_fold) WHERE login_fold IS NOT NULL;
CREATE INDEX user_by_folded_name ON user (name_fold);
CREATE INDEX user_by_role ON user (role_id, id) WHERE role_id IS NOT NULL;
CREATE INDEX user_by_primary_group ON user (primary_group_id) WHERE primary_group_id IS NOT NULL;

CREATE TABLE user_permission (
    user_id INTEGER NOT NULL REFERENCES user (id),
    permission TEXT NOT NULL,
    PRIMARY KEY (user_id, permission)
) STRICT, WITHOUT ROWID;
CREATE INDEX user_permission_by_key ON user_permission (permission, user_id);

CREATE TABLE user_workspace (
    user_id INTEGER NOT NULL REFERENCES user (id),
    workspace_id INTEGER NOT NULL REFERENCES workspace (id),
    level TEXT NOT NULL CHECK (level IN ('view', 'manage')),
    PRIMARY KEY (user_id, workspace_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX user_workspace_by_workspace ON user_workspace (workspace_id, user_id);

CREATE TABLE user_right (
    user_id INTEGER NOT NULL REFERENCES user (id),
    application_id INTEGER NOT NULL REFERENCES application (id),
    right_name TEXT NOT NULL,
    PRIMARY KEY (user_id, application_id, right_name)
) STRICT, WITHOUT ROWID;
CREATE INDEX user_right_by_application ON user_right (application_id, right_name, user_id);

CREATE TABLE user_member (
    user_id INTEGER NOT NULL REFERENCES user (id),
    group_id INTEGER NOT NULL REFERENCES user_group (id),
    PRIMARY KEY (user_id, group_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX user_member_by_group ON user_member (group_id, user_id);

CREATE TABLE user_device (
    user_id INTEGER NOT NULL REFERENCES user (id),
    position INTEGER NOT NULL,
    device TEXT NOT NULL CHECK (length(device) <= 200),
    model TEXT CHECK (length(model) <= 200),
    webrtc INTEGER NOT NULL CHECK (webrtc IN (0, 1)),
    PRIMARY KEY (user_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX user_device_by_name ON user_device (device, user_id);

CREATE TABLE user_softphone (
    user_id INTEGER NOT NULL REFERENCES user (id),
    client TEXT NOT NULL CHECK (client = 'desktop' OR client = 'mobile' OR client = 'crm'),
    device TEXT,
    PRIMARY KEY (user_id, client)
) STRICT, WITHOUT ROWID;

CREATE TABLE user_queue (
    user_id INTEGER NOT NULL REFERENCES user (id),
    position INTEGER NOT NULL,
    queue TEXT NOT NULL CHECK (length(queue) <= 200),
    PRIMARY KEY (user_id, position)
) STRICT, WITHOUT ROWID;

-- What each feed last said of a user; a file is compared with these.
CREATE TABLE user_feed (
    feed TEXT NOT NULL,
    key TEXT NOT NULL,
    user_id INTEGER NOT NULL REFERENCES user (id),
    last TEXT NOT NULL,
    PRIMARY KEY (feed, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX user_feed_by_user ON user_feed (user_id);

-- Users in the order of their names: places grow with the names, with room left between them. The text that words are
-- looked for in stands here again: matches of a filter are neighbours here, and anywhere among the users.
CREATE TABLE user_place (
    place INTEGER PRIMARY KEY,
    user_id INTEGER NOT NULL REFERENCES user (id),
    search TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX user_place_by_user ON user_place (user_id);
-- What a filter finds, numbered by place: matches are read in the order of names. The tokens are made by the program.
CREATE VIRTUAL TABLE user_search USING fts5 (tokens, content='', contentless_delete=1, detail='none', tokenize='ascii');

CREATE TABLE contact (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    name_fold TEXT NOT NULL,
    sort_key BLOB NOT NULL,
    first_name TEXT CHECK (length(first_name) <= 200),
    last_name TEXT CHECK (length(last_name) <= 200),
    organisation TEXT CHECK (length(organisation) <= 200),
    position TEXT CHECK (length(position) <= 200),
    note TEXT CHECK (length(note) <= 4000),
    site_id INTEGER REFERENCES site (id),
    feed_key TEXT UNIQUE,
    -- What a contact file last said; the next one is compared with it.
    feed_last TEXT NOT NULL,
    search TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    modified_at INTEGER NOT NULL
) STRICT;
CREATE INDEX contact_by_name ON contact (sort_key, id, search);
CREATE INDEX contact_by_folded_name ON contact (name_fold);
CREATE INDEX contact_by_change ON contact (modified_at, id);
CREATE INDEX contact_by_site ON contact (site_id, sort_key, id, search);
CREATE INDEX contact_by_site_change ON contact (site_id, modified_at, id);

CREATE TABLE contact_email (
    contact_id INTEGER NOT NULL REFERENCES contact (id),
    position INTEGER NOT NULL,
    email TEXT NOT NULL CHECK (length(email) <= 320),
    email_key TEXT NOT NULL,
    PRIMARY KEY (contact_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX contact_email_by_key ON contact_email (email_key, contact_id);

CREATE TABLE contact_phone (
    contact_id INTEGER NOT NULL REFERENCES contact (id),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (length(kind) <= 200),
    number TEXT NOT NULL CHECK (length(number) <= 64),
    PRIMARY KEY (contact_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE contact_address (
    contact_id INTEGER NOT NULL REFERENCES contact (id),
    position INTEGER NOT NULL,
    street TEXT CHECK (length(street) <= 4000),
    town TEXT CHECK (length(town) <= 200),
    region TEXT CHECK (length(region) <= 200),
    postcode TEXT CHECK (length(postcode) <= 200),
    country TEXT CHECK (length(country) <= 200),
    PRIMARY KEY (contact_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE contact_permission (
    contact_id INTEGER NOT NULL REFERENCES contact (id),
    permission TEXT NOT NULL,
    PRIMARY KEY (contact_id, permission)
) STRICT, WITHOUT ROWID;
CREATE INDEX contact_permission_by_key ON contact_permission (permission, contact_id);

CREATE TABLE contact_communication (
    contact_id INTEGER NOT NULL REFERENCES contact (id),
    list TEXT NOT NULL CHECK (list IN ('technical', 'financial')),
    PRIMARY KEY (contact_id, list)
) STRICT, WITHOUT ROWID;

CREATE TABLE communication_order (
    id INTEGER PRIMARY KEY CHECK (id IN (1, 2)),
    version INTEGER NOT NULL,
    modified_at INTEGER NOT NULL
) STRICT;

CREATE TABLE order_member (
    order_id INTEGER NOT NULL REFERENCES communication_order (id),
    position INTEGER NOT NULL CHECK (position >= 1),
    contact_id INTEGER NOT NULL REFERENCES contact (id),
    PRIMARY KEY (order_id, position),
    UNIQUE (order_id, contact_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX order_member_by_contact ON order_member (contact_id, order_id);

CREATE TABLE ticket (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    version INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('new_user', 'change_rights', 'deactivate', 'other')),
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    status TEXT NOT NULL CHECK (status IN ('open', 'in_progress', 'done', 'rejected', 'cancelled')),
    waiting INTEGER NOT NULL CHECK (waiting = (status IN ('open', 'in_progress'))),
    -- Waiting first, then the most urgent, then the oldest.
    queue_key TEXT NOT NULL,
    sort_key BLOB NOT NULL,
    -- By whom the queue is sorted; kept with the user names, empty where there is nobody.
    requester_name TEXT NOT NULL,
    assignee_name TEXT NOT NULL,
    user_id INTEGER REFERENCES user (id),
    site_id INTEGER REFERENCES site (id),
    reason TEXT CHECK (length(reason) <= 4000),
    note TEXT CHECK (length(note) <= 4000),
    priority INTEGER NOT NULL CHECK (priority BETWEEN 0 AND 3),
    requester_id INTEGER REFERENCES admin (id),
    assignee_id INTEGER REFERENCES admin (id),
    opened_at INTEGER NOT NULL,
    modified_at INTEGER NOT NULL,
    commands TEXT NOT NULL,
    asked TEXT NOT NULL,
    -- When it was approved, rejected or cancelled here; a copy of another system's ticket never was.
    decided_at INTEGER CHECK (decided_at IS NULL OR waiting = 0),
    -- The e-mail of the new user that is waited for: a second request for it is the same one.
    email_asked TEXT,
    origin TEXT,
    search TEXT NOT NULL
) STRICT;
CREATE INDEX ticket_queue ON ticket (queue_key, id);
CREATE INDEX ticket_by_age ON ticket (opened_at, id);
CREATE INDEX ticket_by_change ON ticket (modified_at, id);
CREATE INDEX ticket_by_kind ON ticket (kind, queue_key, id);
CREATE INDEX ticket_by_subject ON ticket (sort_key, id);
CREATE INDEX ticket_by_status ON ticket (status, queue_key, id);
CREATE INDEX ticket_by_sender ON ticket (requester_name, queue_key, id);
CREATE INDEX ticket_by_assignee ON ticket (assignee_name, queue_key, id);
CREATE INDEX ticket_by_requester ON ticket (requester_id, id);
CREATE INDEX ticket_by_requester_queue ON ticket (requester_id, queue_key, id);
CREATE INDEX ticket_by_requester_age ON ticket (requester_id, opened_at, id);
CREATE INDEX ticket_by_requester_change ON ticket (requester_id, modified_at, id);
CREATE INDEX ticket_by_user ON ticket (user_id, waiting) WHERE user_id IS NOT NULL;
-- A copy of another system's ticket is found again by the key that it has there.
CREATE UNIQUE INDEX ticket_by_origin ON ticket (origin ->> 'feed', origin ->> 'key');
CREATE INDEX ticket_by_site ON ticket (site_id, id);
CREATE INDEX ticket_by_site_queue ON ticket (site_id, queue_key, id);
CREATE INDEX ticket_by_site_age ON ticket (site_id, opened_at, id);
CREATE INDEX ticket_by_site_change ON ticket (site_id, modified_at, id);
-- What the overview counts: what waits, by kind and age, and what was decided since a day.
CREATE INDEX ticket_waiting ON ticket (kind, opened_at, site_id, requester_id) WHERE waiting = 1;
CREATE INDEX ticket_by_decision ON ticket (decided_at, status, opened_at, site_id, requester_id)
    WHERE decided_at IS NOT NULL;
CREATE INDEX ticket_by_email ON ticket (email_asked, id) WHERE email_asked IS NOT NULL;

CREATE TABLE ticket_comment (
    ticket_id INTEGER NOT NULL REFERENCES ticket (id),
    position INTEGER NOT NULL,
    at INTEGER NOT NULL,
    author TEXT NOT NULL CHECK (length(author) <= 200),
    body TEXT NOT NULL CHECK (length(body) <= 4000),
    PRIMARY KEY (ticket_id, position)
) STRICT, WITHOUT ROWID;

-- Housekeeping: one draft for each administrator, with the versions it was staged on.
CREATE TABLE draft (
    admin_id INTEGER PRIMARY KEY REFERENCES admin (id) ON DELETE CASCADE,
    commands TEXT NOT NULL,
    modified_at INTEGER NOT NULL
) STRICT;

-- Housekeeping: who is signed in; a row of a dead process is recognised by boot, process and start.
CREATE TABLE session (
    id TEXT PRIMARY KEY,
    admin_id INTEGER NOT NULL REFERENCES admin (id) ON DELETE CASCADE,
    boot TEXT NOT NULL,
    process INTEGER NOT NULL,
    process_started INTEGER NOT NULL,
    peer TEXT CHECK (length(peer) <= 200),
    started_at INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL,
    ended_at INTEGER,
    end_reason TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX session_open ON session (admin_id) WHERE ended_at IS NULL;

-- Housekeeping: one's own saved filters.
CREATE TABLE saved_view (
    admin_id INTEGER NOT NULL REFERENCES admin (id) ON DELETE CASCADE,
    place TEXT NOT NULL,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    filter TEXT NOT NULL,
    PRIMARY KEY (admin_id, place, name)
) STRICT, WITHOUT ROWID;

-- Housekeeping: the columns of a list that an administrator chose.
CREATE TABLE chosen_column (
    admin_id INTEGER NOT NULL REFERENCES admin (id) ON DELETE CASCADE,
    list TEXT NOT NULL,
    columns TEXT NOT NULL CHECK (length(columns) <= 1000),
    PRIMARY KEY (admin_id, list)
) STRICT, WITHOUT ROWID;

-- Sign-in attempts with names that nobody has: a count, never the text.
CREATE TABLE unknown_sign_in (
    id INTEGER PRIMARY KEY CHECK (id BETWEEN 0 AND 65535),
    failures INTEGER NOT NULL,
    last_failure_at INTEGER,
    next_try_at INTEGER NOT NULL
) STRICT;

CREATE TABLE journal_entry (
    number INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    actor_id INTEGER,
    actor TEXT,
    session TEXT,
    peer TEXT,
    ticket INTEGER,
    commands TEXT NOT NULL,
    changes INTEGER NOT NULL,
    result TEXT NOT NULL,
    reverses INTEGER,
    previous_hash BLOB NOT NULL CHECK (length(previous_hash) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE INDEX journal_by_actor ON journal_entry (actor_id, number);
CREATE INDEX journal_by_reversed ON journal_entry (reverses) WHERE reverses IS NOT NULL;

-- With a rowid: a row of more than a quarter of a page would take a page of its own in a key's order.
CREATE TABLE journal_change (
    entry INTEGER NOT NULL REFERENCES journal_entry (number) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    subject_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    field TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    cause TEXT,
    effect INTEGER NOT NULL CHECK (effect IN (0, 1)),
    reads TEXT,
    PRIMARY KEY (entry, position)
) STRICT;
CREATE INDEX journal_change_by_subject ON journal_change (kind, subject_id, entry);

-- Which sites (0: records without one) and administrators an entry touched: who reaches all of these sees it.
CREATE TABLE journal_site (
    entry INTEGER NOT NULL,
    site_id INTEGER NOT NULL,
    PRIMARY KEY (entry, site_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE journal_admin (
    entry INTEGER NOT NULL,
    admin_id INTEGER NOT NULL,
    PRIMARY KEY (entry, admin_id)
) STRICT, WITHOUT ROWID;

-- The journal only grows (S-50).
CREATE TRIGGER journal_entry_update BEFORE UPDATE ON journal_entry BEGIN SELECT raise(ABORT, 'the journal only grows'); END;
CREATE TRIGGER journal_entry_delete BEFORE DELETE ON journal_entry BEGIN SELECT raise(ABORT, 'the journal only grows'); END;
CREATE TRIGGER journal_change_update BEFORE UPDATE ON journal_change BEGIN SELECT raise(ABORT, 'the journal only grows'); END;
CREATE TRIGGER journal_change_delete BEFORE DELETE ON journal_change BEGIN SELECT raise(ABORT, 'the journal only grows'); END;
CREATE TRIGGER journal_site_update BEFORE UPDATE ON journal_site BEGIN SELECT raise(ABORT, 'the journal only grows'); END;
CREATE TRIGGER journal_site_delete BEFORE DELETE ON journal_site BEGIN SELECT raise(ABORT, 'the journal only grows'); END;
CREATE TRIGGER journal_admin_update BEFORE UPDATE ON journal_admin BEGIN SELECT raise(ABORT, 'the journal only grows'); END;
CREATE TRIGGER journal_admin_delete BEFORE DELETE ON journal_admin BEGIN SELECT raise(ABORT, 'the journal only grows'); END;
