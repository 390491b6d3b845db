//! The keys that records are found by.

/// By what a record can be looked up; the words are compared by their folded key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lookup {
    /// An administrator's user name.
    Username,
    /// An e-mail address.
    Email,
    /// A user's extension.
    Extension,
    /// A user's login.
    Login,
    /// The name shown.
    Name,
    /// A site's code.
    Code,
    /// A key of a feed, as `feed:key`.
    Feed,
}
