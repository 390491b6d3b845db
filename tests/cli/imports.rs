//! Imports from the command line: our own export comes back, and nothing that is refused is lost.

use std::fs;

use super::place::Place;

const CONTACTS: &str = r#"{"do":"create_contact","name":"Zoé Hébert","first_name":"Zoé","last_name":"Hébert","organisation":"Atelier; Nord","position":"-","emails":["zoe@example.ca","z.h@example.ca"],"phones":[{"kind":"work","number":"+33 1 40 00 00 00"},{"kind":"fax_home","number":"514 555 0100"}],"addresses":[{"street":"1, rue \"Haute\"\n2e étage","town":"Québec","postcode":"G1K"}],"note":"=1+1\nà rappeler; \\ ici","site":"mtl"}
{"do":"create_contact","name":"=Formule","site":"qc"}
{"do":"create_contact","name":"Éloïse, « l’autre »","emails":["eloise@example.ca"]}
{"do":"set_contact_permission","contact":"Zoé Hébert","permission":"administrator","value":true}
{"do":"set_communication_order","list":"technical","contacts":["Zoé Hébert"]}"#;

fn filled() -> Place {
    let place = Place::new();
    place.apply(CONTACTS);
    place
}

#[test]
fn s_76_our_own_export_of_contacts_comes_back_and_is_written_again_byte_for_byte() {
    let place = filled();
    let first = place.marie(&["export", "contacts"]).out;
    let file = place.file("contacts.csv", &first);
    let file = file.to_str().unwrap();
    let said = place.marie(&["import", file, "--site", "mtl", "--json"]).json();
    let files = &said["files"][0];
    assert_eq!((files["format"].as_str(), &said["refused"]), (Some("guichet-contacts"), &0.into()), "{said}");
    assert_eq!((said["unchanged"].as_u64(), said["applied"].is_null()), (Some(3), true), "{said}");
    assert_eq!(place.marie(&["export", "contacts"]).out, first);
    // An edit there is an edit by hand; rights in the file are shown, not taken.
    let edited = first.replace("G1K", "G1R").replace("514 555 0100", "514 555 0199").replace(",true,", ",false,");
    assert_ne!(edited, first);
    place.file("contacts.csv", &edited);
    let said = place.marie(&["import", file, "--site", "mtl", "--json"]).json();
    assert_eq!((said["changed"].as_u64(), said["unchanged"].as_u64()), (Some(1), Some(2)), "{said}");
    let third = place.marie(&["export", "contacts"]).out;
    assert_eq!(third, first.replace("G1K", "G1R").replace("514 555 0100", "514 555 0199"));
}

#[test]
fn s_76_contacts_of_another_store_are_made_with_all_they_have() {
    let (here, there) = (filled(), Place::new());
    let file = there.file("contacts.csv", &here.marie(&["export", "contacts"]).out);
    let said = there.marie(&["import", file.to_str().unwrap(), "--site", "mtl", "--json"]).json();
    assert_eq!(said["new"].as_u64(), Some(3), "{said}");
    let show = |place: &Place| {
        let mut record = place.marie(&["show", "contact", "zoe@example.ca", "--json"]).json();
        for own in ["id", "site", "communications", "permissions", "technical_rank"] {
            record.as_object_mut().unwrap().remove(own);
        }
        record
    };
    assert_eq!(show(&there), show(&here));
    let again = there.marie(&["import", file.to_str().unwrap(), "--site", "mtl", "--json"]).json();
    assert_eq!((again["unchanged"].as_u64(), again["applied"].is_null()), (Some(3), true), "{again}");
}

#[test]
fn s_72_more_problems_than_are_shown_are_all_in_a_file() {
    let place = Place::new();
    let mut text = String::from("extension,name,tech\n");
    (0..150).for_each(|row| text.push_str(&format!("x{row},Personne,pjsip\n")));
    let file = place.file("extensions.csv", &text);
    let mut program = place.named("marie", &["import", file.to_str().unwrap(), "--site", "mtl"]);
    let said = program.current_dir(place.folder.path()).output().unwrap();
    assert_eq!(said.status.code(), Some(4));
    let out = String::from_utf8(said.stdout).unwrap();
    let shown = out.lines().filter(|line| line.contains("extension")).count();
    let named = out.lines().find(|line| line.contains("import-problems-")).unwrap();
    let name = named.split_whitespace().find(|word| word.contains("import-problems-")).unwrap();
    let kept = place.folder.path().join(name.trim_end_matches('.'));
    let kept = fs::read_to_string(&kept).unwrap_or_else(|error| panic!("{}: {error}", kept.display()));
    assert!(shown < 130, "{shown}");
    let rows: Vec<&str> = kept.lines().collect();
    assert_eq!((rows.len(), rows[0]), (151, "file,line,column,refused,code,message"));
    assert!(rows[150].starts_with("extensions.csv,151,extension,true,import.extension_not_numeric,"), "{}", rows[150]);
}

#[test]
fn s_72_a_dry_run_is_refused_for_what_the_import_would_be_refused_for() {
    let place = Place::new();
    place.write("ext.csv", b"extension,name,tech,dial\n200,Ada Roy,pjsip,PJSIP/200\n,Nobody,pjsip,\n");
    let file = place.folder.path().join("ext.csv");
    let import = ["import", "--site", "mtl", "--json", file.to_str().unwrap()];
    let dry = place.marie(&[&import[..], &["--dry-run"]].concat());
    assert_eq!((dry.code, place.marie(&import).code), (4, 4), "{}", dry.err);
    let plan: serde_json::Value = serde_json::from_str(&dry.out).unwrap();
    assert_eq!(
        (plan["new"].as_u64(), plan["refused"].as_u64()),
        (Some(1), Some(1)),
        "what it found is said all the same"
    );
    assert!(dry.err.contains("import.refused"), "{}", dry.err);
    assert_eq!(place.marie(&[&import[..], &["--dry-run", "--skip-refused"]].concat()).code, 0);
}
