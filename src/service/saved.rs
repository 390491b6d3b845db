//! The filters that a person saved under names of their own: housekeeping, no change of the model.

use super::console::Console;
use super::error::{Result, ServiceError, SignInFault};
use crate::domain::norm::{NormError, check_name};
use crate::domain::refusal::Refusal;
use crate::store::house;
use crate::store::view::List;

/// The longest name of a saved filter.
const LONGEST_NAME: usize = 60;
/// The longest filter that is saved.
const LONGEST_FILTER: usize = 400;

/// A filter of a list that a person saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedFilter {
    /// The word of the list.
    pub list: String,
    /// What the person called it.
    pub name: String,
    /// What is typed.
    pub filter: String,
}

impl Console {
    /// The filters that the person saved, by list and name.
    ///
    /// # Errors
    /// The store.
    pub fn saved_filters(&self) -> Result<Vec<SavedFilter>> {
        let Some(admin) = self.admin else { return Ok(Vec::new()) };
        let rows = house::saved_views(self.reader.tables(), admin)?;
        Ok(rows.into_iter().map(|(list, name, filter)| SavedFilter { list, name, filter }).collect())
    }

    /// Saves a filter of a list under a name; the one that had that name goes.
    ///
    /// # Errors
    /// No name or filter that can be kept, signed out, or the store.
    pub fn save_filter(&mut self, list: List, name: &str, filter: &str) -> Result<()> {
        let name = check_name(name, LONGEST_NAME).map_err(|fault| Refusal::text_fault("name", fault))?;
        let filter = match filter.trim() {
            "" => Err(NormError::Empty),
            long if long.chars().count() > LONGEST_FILTER => Err(NormError::TooLong { max: LONGEST_FILTER }),
            filter => Ok(filter),
        };
        self.keep_filter(list, &name, Some(filter.map_err(|fault| Refusal::text_fault("filter", fault))?))
    }

    /// Forgets a saved filter.
    ///
    /// # Errors
    /// Signed out, or the store.
    pub fn forget_filter(&mut self, list: List, name: &str) -> Result<()> {
        self.keep_filter(list, name, None)
    }

    fn keep_filter(&mut self, list: List, name: &str, filter: Option<&str>) -> Result<()> {
        let admin = self.admin.ok_or(ServiceError::SignIn(SignInFault::SignedOut))?;
        let house = self.writer()?.begin_housekeeping()?;
        house.save_view(admin, list.as_str(), name, filter)?;
        Ok(house.commit()?)
    }
}
