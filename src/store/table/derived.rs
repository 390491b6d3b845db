//! What the store keeps of a user beside the user: folded columns, keys, and what a filter looks in.

use crate::domain::norm::{email_key, fold, sort_key};
use crate::domain::record::User;

/// What is computed of a user and stored with them; who makes a great many can do so on another thread.
#[derive(Debug)]
pub struct Derived {
    pub(super) name_fold: String,
    pub(super) sort_key: Vec<u8>,
    pub(super) email_key: Option<String>,
    pub(super) login_fold: Option<String>,
    pub(super) extension_key: String,
    pub(super) search: String,
}

impl Derived {
    /// Computes it.
    pub fn of(user: &User) -> Self {
        let name_fold = fold(&user.display_name);
        let login_fold = user.login.as_deref().map(fold);
        Self {
            sort_key: sort_key(&user.display_name),
            email_key: user.email.as_deref().map(email_key),
            extension_key: extension_key(user.extension.as_deref()),
            search: search_text(user, &name_fold, login_fold.as_deref()),
            name_fold,
            login_fold,
        }
    }
}

/// What a filter looks in: name, e-mail, extension, login, mobile.
fn search_text(user: &User, name: &str, login: Option<&str>) -> String {
    let folded = |part: &Option<String>| part.as_deref().map(fold);
    let mut text = name.to_owned();
    let (email, extension, mobile) = (folded(&user.email), folded(&user.extension), folded(&user.mobile));
    for part in [email.as_deref(), extension.as_deref(), login, mobile.as_deref()].into_iter().flatten() {
        text.push(' ');
        text.push_str(part);
    }
    text
}

/// The key by which extensions sort: by length first, so that 200 comes before 1000; without one, last.
pub fn extension_key(extension: Option<&str>) -> String {
    extension.map_or_else(|| "~".to_owned(), |e| format!("{:02}{e}", e.len()))
}

/// Whether a filter would find a changed user otherwise than before: by other tokens, or at another place.
pub fn is_found_anew(before: &User, after: &User) -> bool {
    let told = |u: &User| {
        let licences = (u.access_type, u.supervisor_level, u.agent_addon, u.uc_client, u.crm_addon);
        (u.site, u.status, u.source, licences, u.softphone.is_empty(), u.applications.is_empty())
    };
    told(before) != told(after)
        || before.display_name != after.display_name
        || (&before.email, &before.extension) != (&after.email, &after.extension)
        || (&before.login, &before.mobile) != (&after.login, &after.mobile)
}
