//! Two people at one record, and names that look like marks of the program.

use super::{EN, Scene};
use crate::domain::id::Kind;
use crate::domain::record::User;

/// S-45: what somebody else saved meanwhile and what is staged here stand side by side, field by field, before it is
/// applied; the list shows theirs at once, and keeps its selection.
#[test]
fn s_45_theirs_and_mine_stand_side_by_side() {
    let mut scene = Scene::open("demo", EN, (120, 40));
    scene.runs(
        r#"[{"do":"create_user","display_name":"Ann One","email":"ann@example.ca","position":"Clerk","site":"mtl"}]"#,
    );
    scene.keys("2 /");
    scene.types("ann one");
    scene.keys("Enter e");
    for _ in 0..20 {
        if !scene.shows(&["> Position"]) {
            scene.keys("Tab");
        }
    }
    scene.keys("End Ctrl-u");
    scene.types("Mine");
    scene.keys("F2 Esc");
    assert!(scene.shows(&["draft: 1"]), "{:#?}", scene.lines());
    scene.runs(r#"[{"do":"update_user","user":"Ann One","position":"Theirs","mobile":"514 555 0101"}]"#);
    assert!(scene.shows(&[">", "Ann One"]), "still selected: {:#?}", scene.lines());
    scene.keys("w");
    assert!(scene.shows(&["Position", "Theirs > Mine"]), "{:#?}", scene.lines());
    let moved = scene.app.desk.look.texts.with("desk-moved", &[("names", "Ann One".into())]).to_string();
    assert!(scene.shows(&[&moved[..20]]), "{moved}: {:#?}", scene.lines());
    scene.keys("w Enter");
    let console = &scene.app.desk.console;
    let ann: User = console.record(console.find(Kind::User, "Ann One").unwrap().id).unwrap();
    assert_eq!(
        (ann.position.as_deref(), ann.mobile.as_deref()),
        (Some("Mine"), Some("514 555 0101")),
        "neither is lost"
    );
}

/// S-84: a name that looks like a mark stays in the column of names; what is asked before an administrator is changed
/// shows the user name, which has no room for marks.
#[test]
fn s_84_no_name_imitates_a_mark_of_the_program() {
    let mut scene = Scene::open("demo", EN, (140, 40));
    let imitation = "(x) Ann    Pro   Reports  [x]  disabled";
    scene.runs(&format!(r#"[{{"do":"create_user","display_name":"{imitation}","site":"mtl"}}]"#));
    scene.keys("2 /");
    scene.types("ann pro");
    scene.keys("Enter");
    let lines = scene.lines();
    let heads = lines.iter().find(|line| line.contains("Status")).unwrap().clone();
    let left = lines.iter().filter_map(|line| line.split_once('│')).map(|(list, _)| list);
    let row = left.into_iter().find(|list| list.contains("(x) Ann")).unwrap_or_else(|| panic!("{lines:#?}")).to_owned();
    let column = |name: &str| {
        let at = heads.chars().count() - heads.split_once(name).unwrap().1.chars().count() - name.chars().count();
        row.chars().skip(at).collect::<String>()
    };
    assert!(column("Web").starts_with("[ ]"), "{row}");
    assert!(column("Status").starts_with("invited"), "{row}");
    for name in ["demo, owner", "lea.roy (active)", "[x]lea", "lea roy"] {
        let make = format!(
            r#"[{{"do":"create_admin","username":"{name}","first_name":"A","last_name":"B","email":"a@example.ca"}}]"#
        );
        let refused = scene.app.desk.console.preview(&serde_json::from_str::<Vec<_>>(&make).unwrap()).unwrap_err();
        assert!(refused.code().starts_with("username."), "{name}: {}", refused.code());
    }
    scene.keys("1 / n o e Enter D");
    assert!(scene.shows(&["Disable", "noe.francoeur"]), "{:#?}", scene.lines());
}
