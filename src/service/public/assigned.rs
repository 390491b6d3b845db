//! The rows of the assignment views: a number, a device or a service with whom it is assigned to, a user with all of it.

use serde_json::{Map, Value, json};

use super::Public;
use crate::domain::record::Service;
use crate::service::error::Result;
use crate::store::view::{self, AssignedRow, List};

impl Public<'_> {
    /// A row of an assignment view.
    pub(super) fn assigned(&self, list: List, number: i64) -> Result<Option<Value>> {
        let Some(row) = view::row::<AssignedRow>(self.tables, list, number)? else { return Ok(None) };
        let services: Vec<&str> = row.services.iter().map(|service| service.as_str()).collect();
        let what = match list {
            List::ByDevice => json!({"device": row.device, "model": row.model, "webrtc": row.webrtc,
                                     "clients": row.clients}),
            List::ByService => json!({"service": row.service.map(Service::as_str)}),
            List::ByUser => json!({"services": services, "devices": row.devices}),
            _ => json!({"device": row.device}),
        };
        let mut value = Map::new();
        value.insert("extension".to_owned(), row.extension.into());
        value.insert("user".to_owned(), row.display_name.into());
        if let Value::Object(what) = what {
            value.extend(what);
        }
        value.insert("site".to_owned(), row.site.into());
        value.insert("status".to_owned(), row.status.as_str().into());
        Ok(Some(value.into()))
    }
}
