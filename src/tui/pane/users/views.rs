//! The views of the users: each is a filter with a name.

use crate::service::view::{Filter, List, terms_of};
use crate::text::{Shown, Texts};

/// The views: the word of the name, and the filter.
pub const VIEWS: [(&str, &str); 8] = [
    ("all", ""),
    ("portal", "has:web_access"),
    ("agents", "has:agent_addon"),
    ("cloud", "has:application"),
    ("softphone", "has:softphone"),
    ("incomplete", "is:incomplete"),
    ("disabled", "status:disabled"),
    ("invited", "status:invited"),
];

/// What the view is called whose terms a filter has; all users where it has those of none.
pub fn name(texts: &Texts, filter: &Filter) -> Shown {
    let has = |view: &&(&str, &str)| {
        let terms = Filter::parse(view.1, terms_of(List::Users)).terms;
        !terms.is_empty() && terms.iter().all(|term| filter.terms.contains(term))
    };
    let word = VIEWS.iter().find(has).map_or("all", |(word, _)| word);
    texts.word("users-view", word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn a_filter_is_called_after_the_view_whose_terms_it_has() {
        let texts = Texts::new(Lang::En);
        let named = |typed: &str| String::from(name(&texts, &Filter::parse(typed, terms_of(List::Users))));
        assert_eq!(named(""), "All users");
        assert_eq!(named("roy site:mtl"), "All users");
        assert_eq!(named("roy is:incomplete"), "Incomplete");
        for (word, filter) in VIEWS {
            assert_eq!(named(filter), String::from(texts.word("users-view", word)), "{filter}");
        }
    }
}
