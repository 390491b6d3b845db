//! The columns that a person chose to see of each list: housekeeping, no change of the model.

use super::console::Console;
use super::error::{Result, ServiceError, SignInFault};
use crate::store::house;
use crate::store::view::List;

impl Console {
    /// The columns that the person chose: the word of a list with the ids of its columns, blanks between them.
    ///
    /// # Errors
    /// The store.
    pub fn chosen_columns(&self) -> Result<Vec<(String, String)>> {
        let Some(admin) = self.admin else { return Ok(Vec::new()) };
        Ok(house::chosen_columns(self.reader.tables(), admin)?)
    }

    /// Keeps the columns of a list that the person chose; none: the usual ones again.
    ///
    /// # Errors
    /// Signed out, or the store.
    pub fn choose_columns(&mut self, list: List, columns: Option<&[String]>) -> Result<()> {
        let admin = self.admin.ok_or(ServiceError::SignIn(SignInFault::SignedOut))?;
        let house = self.writer()?.begin_housekeeping()?;
        house.choose_columns(admin, list.as_str(), columns.map(|ids| ids.join(" ")).as_deref())?;
        Ok(house.commit()?)
    }
}
