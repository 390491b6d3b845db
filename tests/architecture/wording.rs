//! no marker of a product name is left in what people read; the program is the console, the client the UC client.

use std::path::Path;

use guichet::domain::catalogue::Catalogue;

/// What stood for a name that somebody was to fill in.
const MARKERS: [&str; 8] = ["{{", "}}", "[[", "]]", "%%", "__", "TODO", "XXX"];

/// Every text of a language, without the comments and the names of the texts.
fn texts(lang: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/lang").join(lang);
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        let said = lines.map(|line| line.split_once(" = ").map_or(line, |(_, said)| said).to_owned());
        found.extend(said.map(|said| (path.display().to_string(), said)));
    }
    assert!(found.len() > 500, "{lang}");
    found
}

#[test]
fn x_07_no_product_name_is_left_to_be_filled_in() {
    for (lang, console, client) in [("en", "console", "UC client"), ("fr", "console", "lient UC")] {
        let texts = texts(lang);
        for (place, said) in &texts {
            let marker = MARKERS.iter().find(|marker| said.contains(**marker));
            assert!(marker.is_none(), "{place}: {said}");
            let lower = said.to_lowercase();
            assert!(
                !["product name", "nom du produit", "<product", "<produit"].iter().any(|m| lower.contains(m)),
                "{said}"
            );
        }
        for word in [console, client] {
            assert!(texts.iter().any(|(_, said)| said.contains(word)), "{lang}: {word}");
        }
    }
    let entry = Catalogue::builtin().get("uc_client").unwrap();
    assert_eq!((entry.label.en.as_str(), entry.label.fr.as_str()), ("UC client", "Client UC"));
    for entry in Catalogue::builtin().entries() {
        for said in [&entry.label.en, &entry.label.fr, &entry.about.en, &entry.about.fr] {
            assert!(!MARKERS.iter().any(|marker| said.contains(marker)), "{}: {said}", entry.key);
        }
    }
}

/// S-72: what is refused of an import says what it is and, behind a colon or in a sentence of its own, what to do.
#[test]
fn s_72_what_is_refused_of_an_import_says_what_to_do() {
    for lang in ["en", "fr"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/lang").join(lang).join("import.ftl");
        let text = std::fs::read_to_string(path).unwrap();
        let sections: Vec<&str> = text.split("\n## ").collect();
        assert_eq!(sections.len(), 4, "{lang}: whole imports, records, and what deserves attention");
        let refusals =
            sections[1..3].iter().flat_map(|section| section.lines()).filter_map(|line| line.split_once(" = "));
        let mut count = 0;
        for (id, said) in refusals {
            count += 1;
            let to_do = said.strip_suffix('.').and_then(|said| said.rsplit_once([':', '.'])).map(|(_, to_do)| to_do);
            assert!(to_do.is_some_and(|to_do| to_do.split_whitespace().count() >= 2), "{lang}: {id}: {said}");
        }
        assert!(count > 45, "{lang}: {count}");
    }
}
