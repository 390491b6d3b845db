-- Sites s1 to s5; rows are spread over them by their numbers, a few belong to none.
INSERT INTO site (version, code, name, name_fold, sort_key, created_at, modified_at)
    WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5)
    SELECT 0, 's' || i, 'Site ' || i, 'site ' || i, CAST('site ' || i AS BLOB), 0, 0 FROM n;
INSERT INTO user_group (version, name, name_fold, sort_key, created_at, modified_at)
    VALUES (0, 'one', 'one', x'6f6e65', 0, 0), (0, 'two', 'two', x'74776f', 0, 0);
INSERT INTO workspace (version, name, name_fold, sort_key, created_at, modified_at)
    VALUES (0, 'one', 'one', x'6f6e65', 0, 0), (0, 'two', 'two', x'74776f', 0, 0);
INSERT INTO application (version, name, name_fold, sort_key, view_only, created_at, modified_at)
    VALUES (0, 'one', 'one', x'6f6e65', 0, 0, 0), (0, 'two', 'two', x'74776f', 0, 0, 0);
INSERT INTO role (version, name, name_fold, sort_key, standard, licence, created_at, modified_at)
    VALUES (0, 'one', 'one', x'6f6e65', 1, 'owner', 0, 0), (0, 'two', 'two', x'74776f', 1, 'analyst', 0, 0);
INSERT INTO admin (version, username, parent_id, status, role_id, all_sites, first_name, last_name, email, sort_key, search,
        created_at, modified_at)
    WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30)
    SELECT 0, 'admin' || i, CASE WHEN i > 1 THEN i / 2 END, CASE i % 3 WHEN 0 THEN 'invited' ELSE 'active' END, 1 + i % 2, 0,
        'Ada', 'Number ' || i, 'admin' || i || '@example.test', CAST('ada ' || (i * 7 % 30) AS BLOB),
        'ada number ' || i || ' admin' || i, 0, 0 FROM n;
INSERT INTO user (version, display_name, name_fold, sort_key, email, email_key, extension, extension_key, site_id, source,
        status, role_id, access_type, agent_addon, supervisor_level, uc_client, crm_addon, search, created_at, modified_at,
        was_active)
    WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 240),
        named AS (SELECT i, CASE i % 3 WHEN 0 THEN 'Ada' WHEN 1 THEN 'Bela' ELSE 'Nuala' END AS first FROM n)
    SELECT 0, first || ' Number ' || i, lower(first) || ' number ' || i,
        -- Some names sort alike: then the number decides.
        CAST(lower(first) || ' ' || (i * 37 % 100) AS BLOB), lower(first) || '.' || i || '@example.test',
        lower(first) || '.' || i || '@example.test', CAST(200 + i AS TEXT), '03' || (200 + i),
        CASE WHEN i % 11 THEN 1 + i % 5 END, CASE i % 4 WHEN 0 THEN 'manual' ELSE 'pbx' END,
        CASE i % 7 WHEN 0 THEN 'disabled' WHEN 1 THEN 'invited' ELSE 'active' END, CASE i % 9 WHEN 0 THEN 2 END,
        CASE i % 4 WHEN 0 THEN 'none' WHEN 1 THEN 'essential' ELSE 'professional' END, i % 5 = 0,
        CASE i % 6 WHEN 0 THEN 'reports' ELSE 'none' END, i % 8 = 0, 0,
        lower(first) || ' number ' || i || ' ' || lower(first) || '.' || i || '@example.test ' || (200 + i), 0, i * 53 % 120,
        i % 4 > 0
    FROM named;
INSERT INTO user_permission SELECT id, 'recording_playback' FROM user WHERE id % 5 = 1;
INSERT INTO user_member SELECT id, 1 + id % 2 FROM user;
INSERT INTO user_workspace SELECT id, 2, 'view' FROM user WHERE id % 6 = 1;
INSERT INTO user_right SELECT id, 2, 'read' FROM user WHERE id % 4 = 1;
INSERT INTO user_softphone SELECT id, 'desktop', NULL FROM user WHERE id % 10 = 3;
UPDATE site SET users = (SELECT count(*) FROM user WHERE site_id = site.id);
INSERT INTO contact (version, name, name_fold, sort_key, site_id, feed_last, search, created_at, modified_at)
    WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 90)
    SELECT 0, 'Ada Number ' || i, 'ada number ' || i, CAST('ada ' || (i * 37 % 50) AS BLOB),
        CASE WHEN i % 7 THEN 1 + i % 5 END, '', 'ada number ' || i, 0, i * 53 % 60 FROM n;
INSERT INTO contact_permission SELECT id, 'billing' FROM contact WHERE id % 3 = 1;
INSERT INTO communication_order VALUES (1, 0, 0), (2, 0, 0);
INSERT INTO order_member SELECT 1, id, id FROM contact WHERE id < 20;
INSERT INTO ticket (version, kind, title, status, waiting, queue_key, user_id, site_id, priority, requester_id, assignee_id,
        opened_at, modified_at, commands, asked, search, sort_key, requester_name, assignee_name)
    WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 120)
    SELECT 0, CASE i % 2 WHEN 0 THEN 'other' ELSE 'change_rights' END, 'Number ' || i,
        CASE i % 3 WHEN 0 THEN 'open' ELSE 'done' END, i % 3 = 0, CAST(i * 7 % 20 AS TEXT), i,
        CASE WHEN i % 7 THEN 1 + i % 5 END, i % 4, CASE WHEN i % 5 THEN 1 + i % 4 END, CASE WHEN i % 2 THEN 3 END,
        i * 31 % 80, i * 53 % 80, '', '', 'ada number ' || i, CAST('number ' || i % 40 AS BLOB),
        CASE WHEN i % 5 THEN 'admin' || (1 + i % 4) ELSE '' END, CASE WHEN i % 2 THEN 'admin3' ELSE '' END FROM n;
UPDATE ticket SET decided_at = opened_at + id % 50 WHERE waiting = 0;
INSERT INTO journal_entry
    WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60)
    SELECT i, i, 'apply', 1 + i % 4, 'admin' || (1 + i % 4), NULL, NULL, CASE WHEN i % 9 = 0 THEN 2 END, '', 1, 'done', NULL,
        zeroblob(32), zeroblob(32) FROM n;
INSERT INTO journal_change SELECT number, 0, CASE number % 2 WHEN 0 THEN 'user' ELSE 'contact' END, number, 'Ada Number ' || number,
    'position', 'null', 'null', NULL, 0, NULL FROM journal_entry;
INSERT INTO journal_site SELECT number, 1 + number % 5 FROM journal_entry;
INSERT INTO journal_admin SELECT number, 1 + number % 6 FROM journal_entry WHERE number % 5 = 0;
