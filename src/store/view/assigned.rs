//! The rows of the assignment views: a number, a device or a service with whom it is assigned to, a user with all of it.

use super::rows::Row;
use crate::domain::id::{EntryNo, UserId};
use crate::domain::record::Service;
use crate::domain::value::{AccessType, Status, SupervisorLevel};
use crate::store::convert::word;
use crate::store::error::Result;

/// What every view says of the user.
macro_rules! user {
    ($rest:literal) => {
        concat!(
            "?1 AS id, t.id AS user, t.version, t.display_name, t.extension, t.status, t.access_type, t.agent_addon,
             t.uc_client, t.crm_addon, t.supervisor_level, (SELECT code FROM site s WHERE s.id = t.site_id) AS site,
             EXISTS (SELECT 1 FROM user_softphone p WHERE p.user_id = t.id) AS softphone,
             (SELECT count(*) FROM user_device o WHERE o.user_id = t.id) AS devices, ",
            $rest
        )
    };
}

/// A user, or a user's number, with the first device.
pub(super) const TO_USER: &str = user!(
    "(SELECT device FROM user_device o WHERE o.user_id = t.id ORDER BY position LIMIT 1) AS device,
     NULL AS model, 0 AS webrtc, NULL AS clients, 0 AS service"
);
/// A device of a user, with the clients that register as it.
pub(super) const DEVICE: &str = user!(
    "d.device, d.model, d.webrtc,
     (SELECT group_concat(client, ' ') FROM user_softphone p WHERE p.user_id = d.user_id AND p.device = d.device)
         AS clients, 0 AS service"
);
/// A service of a user.
pub(super) const SERVICE: &str =
    user!("NULL AS device, NULL AS model, 0 AS webrtc, NULL AS clients, ?1 >> 40 AS service");

/// A row of an assignment view.
#[derive(Clone, Debug, PartialEq)]
pub struct AssignedRow {
    /// The number of the row.
    pub number: i64,
    /// To whom it is assigned.
    pub user: UserId,
    /// The entry that last changed the user.
    pub version: EntryNo,
    /// What the user is called.
    pub display_name: String,
    /// The user's number.
    pub extension: Option<String>,
    /// The code of the user's site.
    pub site: Option<String>,
    /// The user's status.
    pub status: Status,
    /// The device; by number and by user the first one.
    pub device: Option<String>,
    /// How many devices the user has.
    pub devices: i64,
    /// The model of the device.
    pub model: Option<String>,
    /// Whether the device is a WebRTC one.
    pub webrtc: bool,
    /// The clients of the softphone that register as the device.
    pub clients: Vec<String>,
    /// The service, by service.
    pub service: Option<Service>,
    /// Everything that the user is given.
    pub services: Vec<Service>,
}

impl Row for AssignedRow {
    fn read(row: &rusqlite::Row<'_>) -> Result<Self> {
        let clients: Option<String> = row.get("clients")?;
        let service = usize::try_from(row.get::<_, i64>("service")?).unwrap_or(0);
        Ok(Self {
            number: row.get("id")?,
            user: UserId(row.get("user")?),
            version: row.get("version")?,
            display_name: row.get("display_name")?,
            extension: row.get("extension")?,
            site: row.get("site")?,
            status: word(row, "status")?,
            device: row.get("device")?,
            devices: row.get("devices")?,
            model: row.get("model")?,
            webrtc: row.get("webrtc")?,
            clients: clients.unwrap_or_default().split_whitespace().map(str::to_owned).collect(),
            service: service.checked_sub(1).and_then(|at| Service::ALL.get(at).copied()),
            services: services(row)?,
        })
    }
}

fn services(row: &rusqlite::Row<'_>) -> Result<Vec<Service>> {
    let access: AccessType = word(row, "access_type")?;
    let level: SupervisorLevel = word(row, "supervisor_level")?;
    let mut services: Vec<Service> = [access.as_str(), level.as_str()].into_iter().filter_map(Service::parse).collect();
    for service in [Service::AgentAddon, Service::UcClient, Service::Softphone, Service::CrmAddon] {
        if row.get(service.as_str())? {
            services.push(service);
        }
    }
    services.sort_unstable();
    Ok(services)
}
