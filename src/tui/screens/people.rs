//! What is done about administrators and roles, from the key to what the store has.

use super::scene::{MINUTES, palette};
use super::{EN, FR, Scene, reviewed};

/// S-29: what is sensitive asks for the password again; a wrong one does nothing.
#[test]
fn s_29_the_password_is_asked_again() {
    reviewed("password-again", |scene| {
        scene.later(MINUTES);
        scene.keys("1 / n o e Enter Enter j Space w w");
        scene.types("not this one at all");
        scene.keys("Enter");
    });
    let mut scene = Scene::open("demo", EN, (80, 24));
    scene.later(MINUTES);
    scene.keys("1 / n o e Enter Enter j Space w w");
    scene.types("guichet-demo");
    scene.keys("Enter");
    assert!(scene.shows(&["Applied as entry"]), "{:#?}", scene.lines());
    scene.keys("u w");
    assert!(scene.shows(&["Undone by entry"]), "it holds for five minutes: {:#?}", scene.lines());
}

/// A-20: moved under another one by a picker, with what the branch gains and loses.
#[test]
fn a_20_an_administrator_is_moved() {
    reviewed("admins-move", |scene| {
        scene.keys("1 / j o h n Enter");
        let name = if scene.shows(&["demo, owner"]) { "move in" } else { "déplacer" };
        palette(scene, name);
        scene.types("lea");
        scene.keys("Enter");
        assert!(scene.shows(&["john.oneil", "marie.cote > lea.roy"]), "{:#?}", scene.lines());
    });
}

/// R-37: ownership is handed over to the one whose name is typed.
#[test]
fn r_37_ownership_is_handed_over() {
    reviewed("ownership", |scene| {
        scene.keys("1 / m a r i e Enter");
        let name = if scene.shows(&["demo, owner"]) { "pass owner" } else { "céder" };
        palette(scene, name);
        scene.types("marie.cote");
    });
}

/// R-31, R-32: a clone is a form with what the role gives; nothing is stored before it is saved.
#[test]
fn r_31_a_role_is_cloned() {
    reviewed("roles-clone", |scene| scene.keys("3 / v e r i f Enter c"));
    let mut scene = Scene::open("demo", FR, (160, 50));
    scene.keys("3 / v e r i f Enter c F2 w Esc / c o p i e");
    assert!(scene.shows(&["Vérification (copie)"]), "{:#?}", scene.lines());
    scene.keys("Enter Enter");
    assert!(scene.shows(&["[x] [ ]", "Utilisateurs"]), "{:#?}", scene.lines());
}

#[test]
fn r_23_two_roles_are_compared() {
    reviewed("roles-compare", |scene| {
        scene.keys("3 / a n a l y s t Enter =");
        scene.types("verif");
        scene.keys("Enter");
    });
}

#[test]
fn a_16_two_administrators_are_compared() {
    reviewed("admins-compare", |scene| {
        scene.keys("1 / l e a Enter =");
        scene.types("john");
        scene.keys("Enter");
    });
}

/// R-33 to R-35: a role goes only when nobody holds it, after its name is typed; the refusal gives the counts.
#[test]
fn r_34_a_role_that_is_held_stays() {
    reviewed("roles-delete", |scene| {
        scene.keys("3 / s e r v i c e Enter d");
        assert!(scene.shows(&["marie.cote"]), "the holders: {:#?}", scene.lines());
    });
    let mut scene = Scene::open("demo", EN, (80, 24));
    scene.runs(r#"[{"do":"create_role","name":"Night desk","licence":"analyst"}]"#);
    scene.keys("3 / n i g h t Enter d");
    scene.types("night desk");
    scene.keys("Enter w");
    assert!(!scene.shows(&["Night desk", "custom"]), "{:#?}", scene.lines());
}

/// A-24: the temporary password is shown once.
#[test]
fn a_24_a_password_is_reset() {
    let mut scene = Scene::open("demo", EN, (80, 24));
    scene.keys("1 / n o e Enter");
    palette(&mut scene, "reset");
    assert!(scene.shows(&["noe.francoeur gets a temporary password, shown once."]), "{:#?}", scene.lines());
    scene.keys("w");
    assert!(scene.shows(&["Temporary password of noe.francoeur"]), "{:#?}", scene.lines());
    scene.keys("Esc");
    assert!(!scene.shows(&["Temporary password"]));
}
