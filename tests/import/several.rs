//! Files of several systems in one import: who is made by one is enriched by another, all or nothing, undone at once.

use guichet::domain::id::Kind;
use guichet::service::Turn;
use guichet::service::import::{ImportOptions, ImportReceipt, ImportRow, RowKind, SourceFile};
use guichet::service::view::List;

use crate::house::{House, code, counts, extensions, rows, tally, user, users};

fn files() -> Vec<SourceFile> {
    let contacts = "Display Name,Primary Email\nAtelier Sud,sud@example.org\n";
    let people = "username,description,default_extension,password,fname,lname,title,department,email,cell\n\
                  amelie,,200,hush,Amélie,Roy,Cheffe,Accueil,amelie@example.org,0612345678\n";
    let groups = "groupname,description,users\nDirection,,\"amelie,nobody\"\n";
    let tickets = "\"ID\";\"Titre\";\"Statut\";\"Date d'ouverture\";\"Demandeur - Demandeur\"\n\
                   \"5 732\";\"Poste muet\";\"Nouveau\";\"2026-03-01 10:00\";\"Amélie Roy\"\n";
    vec![
        SourceFile::new("glpi.csv", tickets),
        SourceFile::new("carnet.csv", contacts),
        SourceFile::new("userman.csv", people),
        SourceFile::new("groups.csv", groups),
        SourceFile {
            name: "extensions.csv".into(),
            ..extensions(&[("200", "Amélie Roy", ""), ("201", "Jean Ky", "")])
        },
    ]
}

#[test]
fn s_72_files_of_several_systems_are_one_plan_and_one_undo() {
    let house = House::new();
    let mut console = house.owner();
    let before = console.journal_head().unwrap();
    let plan = console.import_preview(&files(), &ImportOptions::default(), &mut |_, _| true).unwrap();
    assert_eq!(console.journal_head().unwrap(), before, "a plan writes nothing");
    let ImportReceipt { entry, import } =
        console.import(&files(), &ImportOptions::default(), &mut |_, _| true).unwrap();
    assert_eq!(import.counts, counts(|c| (c.new, c.changed) = (4, 1)), "two users, a contact, a ticket; one enriched");
    let shown = rows(&plan);
    let brings = |key: &str| shown.iter().find(|row| row.key == key).map(|row| row.differences.len());
    assert_eq!((brings("200"), brings("amelie")), (Some(2), Some(7)), "what is new is shown field by field");
    // Once it is done nobody looks at what is new any more.
    let told = |mut row: ImportRow| {
        if row.kind == RowKind::New {
            row.differences.clear();
        }
        row
    };
    let shown: Vec<ImportRow> = shown.into_iter().map(told).collect();
    assert_eq!((plan.counts, shown), (import.counts, rows(&import)), "the plan is what is done");
    assert_eq!(import.feeds, ["freepbx", "freepbx-users", "contacts", "glpi"]);
    let amelie = user(&console, "200");
    assert_eq!((amelie.email.as_deref(), amelie.department.as_deref()), (Some("amelie@example.org"), Some("Accueil")));
    assert!(amelie.permissions.is_empty() && amelie.feed.len() == 2);
    let enriched = rows(&import).into_iter().find(|row| row.key == "amelie").unwrap();
    assert_eq!(import.reports[enriched.file.unwrap()].name, "userman.csv");
    assert!(enriched.shown.contains(&("groups".to_owned(), "Direction".to_owned())));
    assert!(import.warnings.iter().any(|w| import.reports[w.place.file].name == "groups.csv"), "nobody is in no file");
    assert_eq!((tally(&console, List::Contacts), tally(&console, List::Tickets)), (1, 1));
    let again = console.import(&files(), &ImportOptions::default(), &mut |_, _| true).unwrap();
    assert_eq!((again.entry, again.import.counts), (None, counts(|c| c.unchanged = 5)));
    console.turn(Turn::Undo, entry, false, None).unwrap();
    assert_eq!((users(&console), tally(&console, List::Contacts), tally(&console, List::Tickets)), (0, 0, 0));
}

#[test]
fn s_72_what_one_file_refuses_refuses_them_all() {
    let house = House::new();
    let mut console = house.owner();
    let mut files = files();
    files[0] = SourceFile::new("glpi.csv", "ID;Titre;Statut;Date d'ouverture\n1;;Nouveau;2026-03-01 10:00\n");
    let nowhere = ImportOptions { site: Some("nowhere".into()), ..ImportOptions::default() };
    let head = console.journal_head().unwrap();
    assert_eq!(code(console.import_preview(&files, &nowhere, &mut |_, _| true)), ("record.not_found".into(), 5));
    assert_eq!(console.journal_head().unwrap(), head, "what is only looked at is no refused attempt");
    let refused = console.import(&files, &ImportOptions::default(), &mut |_, _| true);
    assert_eq!(code(refused), ("import.refused".into(), 4));
    assert_eq!((users(&console), tally(&console, List::Contacts)), (0, 0));
    let skip = ImportOptions { skip_refused: true, ..ImportOptions::default() };
    let receipt = console.import(&files, &skip, &mut |_, _| true).unwrap();
    assert_eq!((receipt.import.counts.refused, receipt.import.counts.new, users(&console)), (1, 3, 2));
    assert_eq!(receipt.import.reports[receipt.import.refused[0].place.file].name, "glpi.csv");
    assert!(console.find(Kind::Contact, "Atelier Sud").is_ok());
}
