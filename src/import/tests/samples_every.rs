//! Every real sample at hand, one by one, with what its description expects of it.

use std::path::{Path, PathBuf};

use super::*;

/// What a file comes to when it is read alone.
#[derive(Debug, PartialEq)]
enum Comes {
    /// Its format; then users, people, contacts, tickets, and how many are refused and skipped.
    To(&'static str, [usize; 4], [u64; 2]),
    /// Refused whole, with this code.
    Refused(&'static str),
}

use Comes::{Refused as No, To};

#[rustfmt::skip]
const EVERY: &[(&str, Comes)] = &[
    ("asterisk/basic-pbx/extensions.conf", To("asterisk-conf", [0, 0, 0, 0], [0, 0])),
    ("asterisk/basic-pbx/pjsip.conf", To("asterisk-conf", [15, 0, 0, 0], [0, 10])),
    ("asterisk/basic-pbx/queues.conf", To("asterisk-conf", [0, 0, 0, 0], [0, 0])),
    ("asterisk/basic-pbx/voicemail.conf", To("asterisk-conf", [15, 0, 0, 0], [0, 0])),
    ("asterisk/samples-18/sip.conf", To("asterisk-conf", [0, 0, 0, 0], [0, 5])),
    ("asterisk/samples-18/users.conf", To("asterisk-conf", [0, 0, 0, 0], [0, 0])),
    ("asterisk/samples-23/voicemail.conf", To("asterisk-conf", [2, 0, 0, 0], [0, 0])),
    ("broadworks/call.center.modify.agent.list.csv", To("broadworks-bulk", [0, 0, 0, 0], [0, 1])),
    ("broadworks/group.admin.create.csv", To("broadworks-bulk", [0, 0, 0, 0], [0, 1])),
    ("broadworks/group.admin.modify.policy.csv", To("broadworks-bulk", [0, 0, 0, 0], [0, 1])),
    ("broadworks/service.provider.admin.modify.policy.csv", To("broadworks-bulk", [0, 0, 0, 0], [0, 1])),
    ("broadworks/user.create.csv", To("broadworks-bulk", [0, 0, 0, 0], [0, 1])),
    ("broadworks/user.modify.csv", To("broadworks-bulk", [0, 0, 0, 0], [0, 1])),
    ("contacts-csv/roundcube/all.csv", To("outlook-contacts", [0, 0, 1, 0], [0, 0])),
    ("contacts-csv/roundcube/gmail.csv", To("google-contacts", [0, 0, 1, 0], [0, 0])),
    ("contacts-csv/roundcube/outlook.csv", To("outlook-contacts", [0, 0, 1, 0], [0, 0])),
    ("contacts-csv/roundcube/tb_plain.csv", To("thunderbird-contacts", [0, 0, 1, 0], [0, 0])),
    ("contacts-csv/thunderbird/basic_csv_addressbook.csv", To("thunderbird-contacts", [0, 0, 2, 0], [0, 0])),
    ("contacts-csv/thunderbird/csv_no_header.csv", No("import.header_unknown")),
    ("contacts-csv/thunderbird/csv_semicolon.csv", To("thunderbird-contacts", [0, 0, 2, 0], [0, 0])),
    ("contacts-csv/thunderbird/export.csv", To("thunderbird-contacts", [0, 0, 2, 0], [0, 0])),
    ("contacts-csv/thunderbird/quote.csv", To("thunderbird-contacts", [0, 0, 1, 0], [0, 0])),
    ("contacts-csv/thunderbird/tab_comma_mixed.csv", No("import.header_unknown")),
    ("contacts-csv/thunderbird/utf16_addressbook.csv", To("thunderbird-contacts", [0, 0, 1, 0], [0, 0])),
    ("django-helpdesk/demo.json", To("django-helpdesk-dump", [0, 0, 0, 3], [0, 0])),
    ("freepbx/bulk-extension-sample.csv", To("freepbx-extensions", [2, 0, 0, 0], [0, 0])),
    ("freepbx/bulk13ext-500.csv", To("freepbx-extensions", [501, 0, 0, 0], [0, 0])),
    ("freepbx/bulkhandler-sample.csv", To("freepbx-extensions", [2, 0, 0, 0], [1, 0])),
    ("freepbx/extensions-utest-uppercase.csv", To("freepbx-extensions", [5, 0, 0, 0], [0, 0])),
    ("freepbx/extensions-v16-webrtc.csv", To("freepbx-extensions", [4, 0, 0, 0], [0, 2])),
    ("freeswitch/insideout-directory/brian.xml", To("freeswitch-directory", [1, 0, 0, 0], [0, 0])),
    ("freeswitch/vanilla-directory/default/1000.xml", To("freeswitch-directory", [1, 0, 0, 0], [0, 0])),
    ("freeswitch/vanilla-directory/default/1001.xml", To("freeswitch-directory", [1, 0, 0, 0], [0, 0])),
    ("freeswitch/vanilla-directory/default/1005.xml", To("freeswitch-directory", [1, 0, 0, 0], [0, 0])),
    ("freeswitch/vanilla-directory/default/1010.xml", To("freeswitch-directory", [1, 0, 0, 0], [0, 0])),
    ("freeswitch/vanilla-directory/default/1019.xml", To("freeswitch-directory", [1, 0, 0, 0], [0, 0])),
    ("freeswitch/vanilla-directory/default.xml", To("freeswitch-directory", [0, 0, 0, 0], [0, 0])),
    ("keycloak/default-tenant-realm.json", To("keycloak-realm", [0, 3, 0, 0], [0, 0])),
    ("keycloak/quickstart-realm-import.json", To("keycloak-realm", [0, 3, 0, 0], [0, 1])),
    ("ldif/389ds-european.ldif", To("ldif", [0, 353, 0, 0], [0, 136])),
    ("ldif/openldap-test.ldif", To("ldif", [0, 11, 0, 0], [0, 5])),
    ("ldif/planetexpress/00_people.ldif", To("ldif", [0, 0, 0, 0], [0, 1])),
    ("ldif/planetexpress/10_people_amy.ldif", To("ldif", [0, 1, 0, 0], [0, 0])),
    ("ldif/planetexpress/10_people_fry.ldif", To("ldif", [0, 1, 0, 0], [0, 0])),
    ("ldif/planetexpress/10_people_hermes.ldif", To("ldif", [0, 1, 0, 0], [0, 0])),
    ("ldif/planetexpress/30_groups_admin.ldif", To("ldif", [0, 0, 0, 0], [0, 0])),
    ("ldif/planetexpress/30_groups_crew.ldif", To("ldif", [0, 0, 0, 0], [0, 0])),
    ("ldif/thunderbird-basic.ldif", To("ldif-contacts", [0, 0, 1, 0], [0, 0])),
    ("ldif/thunderbird-export.ldif", To("ldif-contacts", [0, 0, 2, 0], [0, 0])),
    ("m365/add-multiple-users-sample.csv", To("m365-template", [0, 5, 0, 0], [0, 0])),
    ("redmine/import_crlf_with_newline_in_quoted_header.csv", No("import.header_unknown")),
    ("redmine/import_dates.csv", To("redmine-issues", [0, 0, 0, 3], [0, 0])),
    ("redmine/import_iso8859-1.csv", No("import.header_unknown")),
    ("redmine/import_issues.csv", To("redmine-issues", [0, 0, 0, 3], [0, 0])),
    ("redmine/import_issues_single_quotation.csv", To("redmine-issues", [0, 0, 0, 3], [0, 0])),
    ("redmine/import_issues_utf8_with_bom.csv", To("redmine-issues", [0, 0, 0, 3], [0, 0])),
    ("redmine/import_users.csv", To("redmine-users", [0, 3, 0, 0], [0, 0])),
    ("redmine/unclosed_quoted_field.csv", No("import.quote_unterminated")),
    ("switchvox/swvxext-400.csv", To("switchvox-extensions", [401, 0, 0, 0], [0, 0])),
    ("unknown/dial-list.csv", No("import.header_unknown")),
    ("vcard/ez-vcard/John_Doe_ANDROID.vcf", To("vcard", [0, 0, 6, 0], [0, 0])),
    ("vcard/ez-vcard/John_Doe_BLACK_BERRY.vcf", To("vcard", [0, 0, 1, 0], [0, 0])),
    ("vcard/ez-vcard/John_Doe_EVOLUTION.vcf", To("vcard", [0, 0, 1, 0], [0, 0])),
    ("vcard/ez-vcard/John_Doe_GMAIL.vcf", To("vcard", [0, 0, 1, 0], [0, 0])),
    ("vcard/ez-vcard/John_Doe_LOTUS_NOTES.vcf", To("vcard", [0, 0, 1, 0], [0, 0])),
    ("vcard/ez-vcard/John_Doe_MS_OUTLOOK.vcf", To("vcard", [0, 0, 1, 0], [0, 0])),
    ("vcard/ez-vcard/gmail-single2.vcf", To("vcard", [0, 0, 1, 0], [0, 0])),
    ("vcard/ez-vcard/outlook-2003.vcf", To("vcard", [0, 0, 1, 0], [0, 0])),
    ("vcard/ez-vcard/rfc6350-example.vcf", To("vcard", [0, 0, 1, 0], [0, 0])),
    ("vcard/roundcube/johndoe.vcf", To("vcard", [0, 0, 1, 0], [0, 0])),
    ("vcard/roundcube/thebat.vcf", To("vcard", [0, 0, 1, 0], [0, 0])),
    ("vcard/roundcube/utf-16_sample.vcf", To("vcard", [0, 0, 1, 0], [0, 0])),
    ("vcard/thunderbird/basic_vcard_addressbook.vcf", To("vcard", [0, 0, 2, 0], [0, 0])),
    ("vcard/thunderbird/dos_vcard_addressbook.vcf", To("vcard", [0, 0, 1, 0], [0, 0])),
    ("vcard/thunderbird/emptylines_vcard_addressbook.vcf", To("vcard", [0, 0, 2, 0], [0, 0])),
    ("vcard/thunderbird/export.vcf", To("vcard", [0, 0, 2, 0], [0, 0])),
    ("wazo/doc-example-1.csv", To("wazo-users", [3, 0, 0, 0], [0, 0])),
    ("wazo/doc-example-2.csv", To("wazo-users", [1, 0, 0, 0], [0, 0])),
    ("wazo/doc-example-3.csv", To("wazo-users", [1, 0, 0, 0], [0, 0])),
];

fn every(folder: &Path, below: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder.join(below)).into_iter().flatten().flatten() {
        let path = below.join(entry.file_name());
        if entry.path().is_dir() {
            every(folder, &path, found);
        } else if path.file_name().is_some_and(|name| name != "README.md") {
            found.push(path);
        }
    }
}

#[test]
fn every_sample_comes_to_what_is_expected_of_it() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/samples");
    let mut found = Vec::new();
    every(&folder, Path::new(""), &mut found);
    if found.is_empty() {
        println!("skipped: no sample in {}", folder.display());
        return;
    }
    found.sort();
    let mut wrong = Vec::new();
    for path in found {
        let name = path.to_str().unwrap();
        let expected = EVERY.iter().find(|(known, _)| *known == name).map(|(_, comes)| comes);
        let comes = match read_all(&[SourceFile::new(name, std::fs::read(folder.join(&path)).unwrap())]) {
            Ok(reading) => To(
                reading.files[0].format,
                [reading.users.len(), reading.people.len(), reading.contacts.len(), reading.tickets.len()],
                [reading.refused.len() as u64, reading.skipped],
            ),
            Err(error) => No(error.code()),
        };
        if expected != Some(&comes) {
            wrong.push(format!("    (\"{name}\", {}),", format!("{comes:?}").replacen("Refused", "No", 1)));
        }
    }
    assert!(wrong.is_empty(), "these come to something else:\n{}", wrong.join("\n"));
}
