//! No secret of a file reaches the store, its log, the plan or the refusals.

use std::path::Path;

use guichet::service::import::{ImportOptions, SourceFile};

use crate::house::{House, bytes, code, import_with};
use crate::samples::samples;

fn skip() -> ImportOptions {
    ImportOptions { skip_refused: true, ..ImportOptions::default() }
}

fn assert_absent(bytes: &[u8], needles: &[&str], what: &str) {
    for needle in needles {
        let found = bytes.windows(needle.len()).any(|window| window == needle.as_bytes());
        assert!(!found, "{needle} in {what}");
    }
}

fn check(files: &[SourceFile], needles: &[&str]) {
    let house = House::new();
    let mut console = house.owner();
    let whole = console.import(files, &ImportOptions::default(), &mut |_, _| true);
    if whole.is_err() {
        assert_eq!(code(whole), ("import.refused".into(), 4));
    }
    let plan = console.import_preview(files, &skip(), &mut |_, _| true).unwrap();
    console.import(files, &skip(), &mut |_, _| true).unwrap();
    assert_absent(&house.bytes(), needles, "the store");
    assert_absent(format!("{plan:?}").as_bytes(), needles, "the plan");
    // The words are looked for where they are: a needle that is in no file proves nothing.
    for needle in needles {
        let held = files.iter().any(|f| bytes(f).windows(needle.len()).any(|window| window == needle.as_bytes()));
        assert!(held, "{needle} is in none of the files");
    }
}

#[test]
fn s_61_secrets_of_our_own_files_are_nowhere_in_the_store() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import");
    let file = |name: &&str| SourceFile::new(*name, std::fs::read(folder.join(name)).unwrap());
    for name in ["freepbx.csv", "freepbx-shifted.csv"] {
        check(&[file(&name)], &["hush-1", "hush-2"]);
    }
    let set: Vec<_> =
        ["pjsip.conf", "voicemail.conf", "queues.conf", "users.conf", "sip.conf"].iter().map(file).collect();
    check(&set, &["hush"]);
}

#[test]
fn s_61_secrets_of_the_samples_are_nowhere_in_the_store() {
    let cases: [(&[&str], &[&str]); 6] = [
        (&["freepbx/extensions-v16-webrtc.csv"], &["opensesame00!"]),
        (&["freepbx/extensions-utest-uppercase.csv"], &["a35fe7f7fe8217b4369a0af4244d1fca"]),
        (&["freepbx/bulkhandler-sample.csv"], &["terces"]),
        (&["freepbx/bulk-extension-sample.csv"], &["terces"]),
        (&["freepbx/bulk13ext-500.csv"], &["d69d2acb5ef8b2691c840c33220fa4d6"]),
        (
            &["asterisk/basic-pbx/pjsip.conf", "asterisk/basic-pbx/voicemail.conf"],
            &["4webrEtHupHewu4", "sPeFaChe7ruxarE"],
        ),
    ];
    for (names, needles) in cases {
        if let Some(files) = samples(names) {
            check(&files, needles);
        }
    }
}

#[test]
fn a_file_is_kept_by_its_hash_alone() {
    let house = House::new();
    let mut console = house.owner();
    let text = "extension,name,tech,secret,ringtimer\n200,Amélie Roy,pjsip,tr3s-s3cr3t,4711-4711\n";
    import_with(&mut console, &crate::house::csv(text), &ImportOptions::default()).unwrap();
    assert_absent(&house.bytes(), &["tr3s-s3cr3t", "4711-4711", "ringtimer"], "the store");
}
