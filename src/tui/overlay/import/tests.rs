use super::super::super::testing::{EN, FR, screen};
use super::super::testing::{desk, keys, typed};
use super::*;

const CSV: &str = "extension,name,tech,dial,voicemail_email,secret\n200,Zoé Martin,pjsip,PJSIP/200,zoe@example.org,hush\n\
                   201,Jean Roy,pjsip,PJSIP/201,,hush\n,Nobody,pjsip,,,hush\n";

/// A session over a store whose import folder holds one file.
fn session(kind: (crate::text::Lang, crate::text::Glyphs)) -> (tempfile::TempDir, Desk, ImportLayer) {
    let (dir, desk) = desk(kind);
    std::fs::create_dir(dir.path().join("import")).unwrap();
    std::fs::write(dir.path().join("import/extensions.csv"), CSV).unwrap();
    let mut layer = open(&desk).unwrap();
    layer.root = Root { folder: dir.path().join("import"), walled: true };
    layer.choosing = Some(layer.root.choice(&layer.root.folder));
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
    assert!(lines(&mut layer).contains("New users need a site."), "there are two");
    keys(&mut layer, "s");
    assert!(lines(&mut layer).contains("Site of new users"), "a choice, and nothing is read yet");
    assert!(!layer.worker.is_busy());
    keys(&mut layer, "m t l Enter");
    wait(&mut layer);
    let seen = lines(&mut layer);
    assert!(seen.contains("freepbx-extensions") && seen.contains("UTF-8"), "{seen}");
    assert!(seen.contains("2 new") && seen.contains("All lines: 3") && !seen.contains("hush"), "{seen}");
    keys(&mut layer, "w");
    assert!(!layer.worker.is_busy(), "a refused row refuses all");
    keys(&mut layer, "i");
    wait(&mut layer);
    keys(&mut layer, "w");
    wait(&mut layer);
    assert!(layer.applied);
    let query = Query { list: List::Users, filter: Filter::default(), sort: Sort::Name, descending: false };
    assert_eq!(desk.console.public_page(&query, &From::Start, 10).unwrap().len(), 2);
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
    layer.applied = false;
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
        assert!(!layer.worker.is_busy() && !layer.applied);
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
    assert!(!layer.applied && lines(&mut layer).contains("Changed by someone"), "{}", lines(&mut layer));
    let query = Query { list: List::Users, filter: Filter::default(), sort: Sort::Name, descending: false };
    assert_eq!(desk.console.public_page(&query, &From::Start, 10).unwrap().len(), 0);
}
