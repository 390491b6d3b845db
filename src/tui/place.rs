//! Where a key is pressed: tabs, places, and sets of places.

use crate::text_id;

/// A tab of the console, in the order of its digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tab {
    /// 1: administrators.
    Admins,
    /// 2: users.
    Users,
    /// 3: roles.
    Roles,
    /// 4: contacts and the communication orders.
    Contacts,
    /// 5: tickets.
    Tickets,
    /// 6: the journal.
    Journal,
    /// 7: overview, organisation, sites, groups, workspaces, applications.
    Site,
}

impl Tab {
    /// Every tab, in order.
    pub const ALL: [Self; 7] =
        [Self::Admins, Self::Users, Self::Roles, Self::Contacts, Self::Tickets, Self::Journal, Self::Site];

    /// Returns the digit of the tab, from 1.
    pub const fn digit(self) -> u8 {
        self as u8 + 1
    }

    /// Returns the id of its title.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Admins => text_id!("tab-admins"),
            Self::Users => text_id!("tab-users"),
            Self::Roles => text_id!("tab-roles"),
            Self::Contacts => text_id!("tab-contacts"),
            Self::Tickets => text_id!("tab-tickets"),
            Self::Journal => text_id!("tab-journal"),
            Self::Site => text_id!("tab-site"),
        }
    }
}

/// What has the focus, which decides what a key means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// The list of a tab.
    List(Tab),
    /// The record of a tab.
    Record(Tab),
    /// The tree of administrators.
    Tree,
    /// What somebody should look at among the administrators.
    Audit,
    /// All roles side by side.
    Matrix,
    /// A communication order.
    Order,
    /// The members of a group.
    Members,
    /// A communication order with a row picked up: digits are its rank.
    Carry,
    /// The plan that waits for its second `w`.
    Review,
    /// A form.
    Form,
    /// The filter line of a list.
    Filter,
    /// A choice that typing filters: picker, palette, help, menu.
    Choice,
    /// A question that is answered by typing.
    Confirm,
    /// Something to read.
    Notice,
    /// The plan of an import.
    Import,
    /// The columns of a list, to be matched to fields.
    Mapping,
    /// Signing in, the first set-up, a locked console.
    SignIn,
    /// A console without any tab, of somebody who may see none.
    NoTab,
}

impl Place {
    /// Every place.
    pub fn all() -> impl Iterator<Item = Self> {
        let tabs = Tab::ALL.into_iter().flat_map(|tab| [Self::List(tab), Self::Record(tab)]);
        tabs.chain([
            Self::Tree,
            Self::Audit,
            Self::Matrix,
            Self::Order,
            Self::Members,
            Self::Carry,
            Self::Review,
            Self::Form,
            Self::Filter,
            Self::Choice,
            Self::Confirm,
            Self::Notice,
            Self::Import,
            Self::Mapping,
            Self::SignIn,
            Self::NoTab,
        ])
    }

    /// Says whether a character is text here rather than a key.
    pub fn types(self, character: char) -> bool {
        match self {
            Self::Form | Self::Filter | Self::Choice | Self::Confirm | Self::SignIn => true,
            Self::Carry => digit(character).is_some(),
            _ => false,
        }
    }

    const fn bit(self) -> u32 {
        let number = match self {
            Self::List(tab) => tab as u32,
            Self::Record(tab) => 7 + tab as u32,
            Self::Matrix => 14,
            Self::Order => 15,
            Self::Carry => 16,
            Self::Review => 17,
            Self::Form => 18,
            Self::Filter => 19,
            Self::Choice => 20,
            Self::Confirm => 21,
            Self::Notice => 22,
            Self::SignIn => 23,
            Self::Tree => 24,
            Self::Import => 25,
            Self::Members => 26,
            Self::Audit => 27,
            Self::Mapping => 28,
            Self::NoTab => 29,
        };
        1 << number
    }
}

/// Reads a digit, also as the unshifted key of the top row of AZERTY.
pub fn digit(character: char) -> Option<u8> {
    const AZERTY: [char; 10] = ['à', '&', 'é', '"', '\'', '(', '-', 'è', '_', 'ç'];
    let plain = character.to_digit(10).and_then(|digit| u8::try_from(digit).ok());
    plain.or_else(|| (0..).zip(AZERTY).find_map(|(digit, key)| (key == character).then_some(digit)))
}

/// A set of places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scope(u32);

impl Scope {
    /// The lists of all tabs.
    pub const LISTS: Self = Self(0b111_1111);
    /// The records of all tabs.
    pub const RECORDS: Self = Self(0b111_1111 << 7);
    /// Both communication order places: with and without a row picked up.
    pub const ORDERS: Self = Self::of(Place::Order).and(Self::of(Place::Carry));
    /// Where a text is typed.
    pub const TEXTS: Self = Self::of(Place::Form)
        .and(Self::of(Place::Filter))
        .and(Self::of(Place::Choice))
        .and(Self::of(Place::Confirm))
        .and(Self::of(Place::SignIn));
    /// The panes: lists, tree, audit, records, matrix, order, members.
    pub const PANES: Self = Self::LISTS
        .and(Self::of(Place::Tree))
        .and(Self::of(Place::Audit))
        .and(Self::RECORDS)
        .and(Self::of(Place::Matrix))
        .and(Self::of(Place::Order))
        .and(Self::of(Place::Members));
    /// Everywhere.
    pub const ALL: Self = Self((1 << 30) - 1);

    /// Returns how many places there are in it.
    pub const fn places(self) -> u32 {
        self.0.count_ones()
    }

    /// Returns the set of one place.
    pub const fn of(place: Place) -> Self {
        Self(place.bit())
    }

    /// Returns the list and the record of a tab, and its other views.
    pub const fn tab(tab: Tab) -> Self {
        let both = Self::of(Place::List(tab)).and(Self::of(Place::Record(tab)));
        let views = Self::of(Place::Tree).and(Self::of(Place::Audit));
        if matches!(tab, Tab::Admins) { both.and(views) } else { both }
    }

    /// Returns the places of both sets.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Returns the places of this set that are not in the other.
    #[must_use]
    pub const fn but(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Says whether the place belongs to the set.
    pub const fn has(self, place: Place) -> bool {
        self.0 & place.bit() != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_place_has_a_bit_of_its_own() {
        let bits = Place::all().fold(0, |seen, place| {
            assert_eq!(seen & place.bit(), 0, "{place:?}");
            seen | place.bit()
        });
        assert_eq!(Scope(bits), Scope::ALL);
    }

    #[test]
    fn digits_are_read_from_both_keyboards() {
        assert_eq!(
            "&é\"'(-èàz".chars().map(digit).collect::<Vec<_>>(),
            "12345670x".chars().map(digit).collect::<Vec<_>>()
        );
    }
}
