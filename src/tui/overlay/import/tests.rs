use super::super::super::testing::{EN, FR, screen};
use super::super::testing::{desk, keys, typed};
use super::worker::Outcome;
use super::*;
use crate::service::ServiceError;

const CSV: &str = "extension,name,tech,dial,voicemail_email,secret\n200,Zoé Martin,pjsip,PJSIP/200,zoe@example.org,hush\n\
                   201,Jean Roy,pjsip,PJSIP/201,,hush\n,Nobody,pjsip,,,hush\n";

/// A session over a store whose import folder holds one file.
fn session(kind: (crate::text::Lang, crate::text::Glyphs)) -> (tempfile::TempDir, Desk, ImportLayer) {
    let (dir, desk) = desk(kind);
    std::fs::create_dir(dir.path().join("import")).unwrap();
    std::fs::write(dir.path().join("import/extensions.csv"), CSV).unwrap();
    let mut layer = open(&desk).unwrap();
    layer.root = Root { folder: dir.path().join("import"), walled: true };
    layer.choosing = Some(layer.root.choice(&layer.root.folder, &layer.look));
    (dir, desk, layer)
}

fn wait(layer: &mut ImportLayer) {
    let outcome = layer.worker.wait().unwrap();
    layer.take(outcome);
}

fn lines(layer: &mut ImportLayer) -> String {
    screen(EN, 100, 30, |canvas| layer.draw(canvas)).join("\n")
}

#[test]
fn s_72_a_file_is_chosen_planned_and_applied_all_or_nothing() {
    let (_dir, desk, mut layer) = session(EN);
    assert_eq!(layer.place(), Place::Choice);
    keys(&mut layer, &format!("{} Enter", typed("ext")));
    wait(&mut layer);
    let seen = lines(&mut layer);
    assert!(seen.contains("New users need") && seen.contains("Site of new users"), "there are two: {seen}");
    assert!(!layer.worker.is_busy());
    keys(&mut layer, "m t l Enter");
    wait(&mut layer);
    let seen = lines(&mut layer);
    assert!(seen.contains("freepbx-extensions") && seen.contains("UTF-8"), "{seen}");
    assert!(seen.contains("1 refused, 2 new") && seen.contains("All lines: 4") && !seen.contains("hush"), "{seen}");
    keys(&mut layer, "w");
    assert!(!layer.worker.is_busy(), "a refused row refuses all");
    assert!(lines(&mut layer).contains("Nothing is imported: one row is refused. i leaves it out"));
    keys(&mut layer, "i");
    wait(&mut layer);
    keys(&mut layer, "w");
    wait(&mut layer);
    let Some(Some(entry)) = layer.applied else { panic!("imported") };
    assert!(lines(&mut layer).contains("u takes all of it back"), "{}", lines(&mut layer));
    let query = Query { list: List::Users, filter: Filter::default(), sort: Sort::Name, descending: false };
    assert_eq!(desk.console.public_page(&query, &From::Start, 10).unwrap().len(), 2);
    assert!(!layer.offers(Action::Apply) && layer.offers(Action::Undo));
    assert_eq!(keys(&mut layer, "u"), Answer::CloseWith(Message::Undo(entry)));
    assert_eq!(keys(&mut layer, "Esc"), Answer::Close);
}

#[test]
fn lines_are_filtered_by_kind_and_say_what_differs() {
    let (dir, _desk, mut layer) = session(EN);
    layer.options.site = Some("mtl".into());
    layer.options.skip_refused = true;
    keys(&mut layer, &format!("{} Enter", typed("ext")));
    wait(&mut layer);
    keys(&mut layer, "w");
    wait(&mut layer);
    std::fs::write(dir.path().join("import/extensions.csv"), CSV.replace("PJSIP/201", "PJSIP/999")).unwrap();
    layer.applied = None;
    layer.read();
    wait(&mut layer);
    keys(&mut layer, "f");
    assert_eq!(layer.only, Some(Kind::Refused));
    keys(&mut layer, "f");
    assert_eq!(layer.only, Some(Kind::Row(crate::service::import::RowKind::Changed)));
    let seen = lines(&mut layer);
    assert!(seen.contains("Jean Roy") && seen.contains("PJSIP/999"), "{seen}");
}

#[test]
fn s_78_esc_stops_planning_and_applying_and_nothing_of_it_stays() {
    let (_dir, desk, mut layer) = session(FR);
    let mut text = String::from("extension,name,tech,dial\n");
    (0..20_000).for_each(|n| text.push_str(&format!("{},Personne {n},pjsip,PJSIP/{n}\n", 10_000 + n)));
    let file = layer.root.folder.join("extensions.csv");
    std::fs::write(&file, text).unwrap();
    layer.options.site = Some("mtl".into());
    layer.files = vec![file];
    layer.choosing = None;
    let head = desk.console.journal_head().unwrap();
    let jobs: [fn(Vec<PathBuf>, ImportOptions) -> Job; 2] = [Job::Preview, Job::Apply];
    for job in jobs {
        layer.worker.ask(job(layer.files.clone(), layer.options.clone()));
        assert_eq!(keys(&mut layer, "Esc"), Answer::Used);
        let outcome = layer.worker.wait().unwrap();
        assert!(matches!(outcome, Outcome::Failed(ServiceError::Stopped)));
        layer.take(outcome);
        assert!(!layer.worker.is_busy() && layer.applied.is_none());
        assert_eq!(desk.console.journal_head().unwrap(), head);
    }
    let query = Query { list: List::Users, filter: Filter::default(), sort: Sort::Name, descending: false };
    assert!(desk.console.public_page(&query, &From::Start, 10).unwrap().is_empty());
    assert_eq!(keys(&mut layer, "Esc"), Answer::Close, "what does not run is left");
}

#[test]
fn a_file_that_was_changed_since_its_plan_was_shown_is_not_imported() {
    let (dir, desk, mut layer) = session(EN);
    layer.options.site = Some("mtl".into());
    layer.options.skip_refused = true;
    keys(&mut layer, &format!("{} Enter", typed("ext")));
    wait(&mut layer);
    let file = layer.files[0].clone();
    assert!(file.starts_with(dir.path()));
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, text.replace("Jean Roy", "Jean Leroy")).unwrap();
    keys(&mut layer, "w");
    wait(&mut layer);
    assert!(layer.applied.is_none());
    assert!(layer.note.as_ref().is_some_and(|note| note.as_str().contains("Changed by someone")), "{:?}", layer.note);
    wait(&mut layer);
    keys(&mut layer, "f f");
    assert!(lines(&mut layer).contains("Jean Leroy"), "what it holds now is shown: {}", lines(&mut layer));
    let query = Query { list: List::Users, filter: Filter::default(), sort: Sort::Name, descending: false };
    assert_eq!(desk.console.public_page(&query, &From::Start, 10).unwrap().len(), 0);
}

/// A list that nobody knows: its columns are matched once, and the same file next month is read at once.
#[test]
fn the_columns_of_an_unknown_list_are_matched_and_kept() {
    let (dir, _desk, mut layer) = session(EN);
    let csv = "Poste;Nom;Equipe;Password\n200;Zoé Martin;Accueil;hush\n201;Jean Roy;;hush\n";
    std::fs::write(dir.path().join("import/liste.csv"), csv).unwrap();
    layer.options.site = Some("mtl".into());
    keys(&mut layer, &format!("{} Enter", typed("liste")));
    wait(&mut layer);
    wait(&mut layer);
    assert_eq!(layer.place(), Place::Mapping);
    let seen = lines(&mut layer);
    assert!(seen.contains("not the header of a known format") && seen.contains("Zoé Martin"), "{seen}");
    assert!(seen.contains("holds secrets, never read") && !seen.contains("hush"), "{seen}");
    assert!(seen.contains("Matched: 2 of 4"), "by their names: {seen}");
    keys(&mut layer, "G Enter");
    assert_eq!(layer.place(), Place::Mapping, "secrets are not matched");
    keys(&mut layer, "g g j j Enter");
    assert_eq!(layer.place(), Place::Choice);
    keys(&mut layer, &format!("{} Enter w", typed("groups")));
    assert_eq!(layer.place(), Place::Confirm, "a name for it");
    keys(&mut layer, "Enter");
    wait(&mut layer);
    let seen = lines(&mut layer);
    assert!(seen.contains("2 new") && seen.contains("mapped by hand"), "{seen}");
    keys(&mut layer, "w");
    wait(&mut layer);
    assert!(layer.applied.is_some());

    let other = dir.path().join("import/other.csv");
    std::fs::write(&other, csv.replace("Jean Roy", "Jean Leroy")).unwrap();
    (layer.files, layer.applied, layer.options.mapping) = (vec![other], None, None);
    layer.read();
    wait(&mut layer);
    wait(&mut layer);
    let seen = lines(&mut layer);
    assert!(seen.contains("Matched as kept under “liste”") && seen.contains("Matched: 3 of 4"), "{seen}");
}

#[test]
fn a_list_without_header_is_matched_by_number() {
    let (dir, _desk, mut layer) = session(FR);
    std::fs::write(dir.path().join("import/sans.csv"), "200,Zoé Martin\n201,Jean Roy\n").unwrap();
    layer.options.site = Some("mtl".into());
    keys(&mut layer, &format!("{} Enter", typed("sans")));
    (0..3).for_each(|_| wait(&mut layer));
    assert!(lines(&mut layer).contains("first line: somebody"), "{}", lines(&mut layer));
    keys(&mut layer, "w");
    assert!(lines(&mut layer).contains("Associer d’abord un nom"), "{}", lines(&mut layer));
    keys(&mut layer, &format!("Enter {} Enter", typed("poste")));
    keys(&mut layer, &format!("Enter {} Enter w Enter", typed("nom affich")));
    wait(&mut layer);
    assert!(lines(&mut layer).contains("2 new"), "the first line is somebody too: {}", lines(&mut layer));
}

#[test]
fn w_on_a_file_without_a_plan_says_why_and_reads_it_again() {
    let (dir, _desk, mut layer) = session(EN);
    let file = dir.path().join("import/trunks.csv");
    std::fs::write(&file, "trunk_name,sip_server\na,b\n").unwrap();
    layer.options.site = Some("mtl".into());
    keys(&mut layer, &format!("{} Enter", typed("trunks")));
    wait(&mut layer);
    assert!(lines(&mut layer).contains("lists trunks, not people"));
    std::fs::write(&file, CSV).unwrap();
    keys(&mut layer, "w");
    assert!(layer.note.as_ref().is_some_and(|note| note.as_str().contains("Nothing is imported")));
    wait(&mut layer);
    assert!(layer.applied.is_none() && lines(&mut layer).contains("2 new"), "{}", lines(&mut layer));
}
