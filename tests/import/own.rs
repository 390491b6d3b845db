//! Our own export comes back in, sources are remembered, and columns are mapped by hand.

use guichet::service::import::{ImportOptions, Mapping, SourceFile};

use crate::house::{House, code, counts, csv, extensions, import, import_with, run, user, users};

const PEOPLE: [(&str, &str, &str); 2] = [("200", "Zoé Martin", "zoe@example.org"), ("201", "=1+1", "")];

/// Two users as our own export writes them, in spreadsheet mode.
fn own(zoe: &str, formula: &str) -> SourceFile {
    csv(&format!(
        "id,display_name,first_name,last_name,position,email,extension,mobile,department,access_type,supervisor_level,permissions.web_access\r\n\
         user:1,{zoe},,,,zoe@example.org,200,,,essential,contact_centre,true\r\n\
         user:2,{formula},,,,,201,,,essential,none,false\r\n"
    ))
}

#[test]
fn s_76_our_own_export_changes_nothing_and_gives_no_right() {
    let house = House::new();
    let mut console = house.owner();
    import(&mut console, &extensions(&PEOPLE));
    let receipt = import(&mut console, &own("Zoé Martin", "'=1+1"));
    assert_eq!((receipt.import.counts, receipt.entry), (counts(|c| c.unchanged = 2), None));
    let receipt = import(&mut console, &own("Zoé Martin-Roy", "'=1+1"));
    assert_eq!(receipt.import.counts, counts(|c| (c.changed, c.unchanged) = (1, 1)));
    let zoe = user(&console, "200");
    assert_eq!(
        (zoe.display_name.as_str(), zoe.permissions.len()),
        ("Zoé Martin-Roy", 0),
        "rights are shown, not taken"
    );
    assert!(!zoe.feed.contains_key("guichet"), "the next export is the same");
    assert_eq!(import(&mut console, &own("Zoé Martin-Roy", "'=1+1")).entry, None);
}

#[test]
fn a_number_that_is_somebody_else_here_is_not_taken() {
    let house = House::new();
    let mut console = house.owner();
    import(&mut console, &extensions(&[("300", "Somebody Else", "")]));
    let receipt = import(&mut console, &own("Zoé Martin", "'=1+1"));
    assert_eq!(receipt.import.counts, counts(|c| c.unmatched = 2));
}

#[test]
fn u_02_a_source_is_remembered_by_its_file() {
    let house = House::with_sites(&["mtl", "qc"]);
    let mut console = house.owner();
    let options = ImportOptions { site: Some("qc".into()), feed: Some("siège".into()), ..ImportOptions::default() };
    import_with(&mut console, &extensions(&PEOPLE), &options).unwrap();
    let last = console.remembered_import(&["people.csv".to_owned()]).unwrap().unwrap();
    assert_eq!((last.site.as_deref(), last.feed.as_deref(), last.complete), (Some("qc"), Some("siège"), false));
    let receipt = import_with(&mut console, &extensions(&PEOPLE), &last).unwrap();
    assert_eq!((receipt.import.feeds[0].as_str(), receipt.import.counts.unchanged), ("siège", 2));
    assert_eq!(console.remembered_import(&["other.csv".to_owned()]).unwrap(), None);
    // Contacts under the same file name are another source.
    let contacts = csv("Display Name,Primary Email\nAda,ada@example.org\n");
    let receipt = import_with(&mut console, &contacts, &last).unwrap();
    assert_eq!(receipt.import.feeds[0], "contacts");
}

#[test]
fn columns_are_mapped_by_hand_and_the_mapping_is_kept() {
    let house = House::new();
    let mut console = house.owner();
    let file = csv("Poste;Nom;Courriel;Mot de passe;Password\n200;Zoé Martin;zoe@example.org;x;hush\n");
    assert_eq!(code(import_with(&mut console, &file, &ImportOptions::default())).0, "import.header_unknown");
    let mapped = |text: &str| ImportOptions { mapping: Mapping::parse(text), ..ImportOptions::default() };
    let options = mapped("alcatel:users:extension=Poste,display_name=Nom,email=Courriel");
    let receipt = import_with(&mut console, &file, &options).unwrap();
    assert_eq!((receipt.import.feeds[0].as_str(), receipt.import.counts), ("alcatel", counts(|c| c.new = 1)));
    assert_eq!((user(&console, "200").email.as_deref(), users(&console)), (Some("zoe@example.org"), 1));
    assert_eq!(console.remembered_mapping("alcatel").unwrap(), options.mapping);
    let secret = mapped("a:users:extension=Poste,display_name=Password");
    assert_eq!(code(import_with(&mut console, &file, &secret)).0, "import.mapping_unfit", "a secret cannot be mapped");
    run(&mut console, r#"{"do":"update_user","user":"200","department":"Accueil"}"#);
    assert_eq!(import_with(&mut console, &file, &options).unwrap().entry, None);
}
