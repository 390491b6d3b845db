//! The new users of an import. They can be a hundred thousand: kept as what the file said, made while they are written.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::Said;
use crate::domain::id::{SiteId, UserId};
use crate::domain::record::{Device, FeedLink, User};
use crate::domain::refusal::FactsError;
use crate::domain::value::{AccessType, Source, Status, SupervisorLevel};

/// The new users of an import, with what they share.
#[derive(Clone, Debug, Default)]
pub struct Newcomers {
    /// The name of the feed.
    pub feed: String,
    /// The code of each site that one of them gets.
    pub codes: BTreeMap<SiteId, String>,
    /// Them, in the order of their numbers.
    pub people: Vec<Newcomer>,
}

/// One new user.
#[derive(Clone, Debug)]
pub struct Newcomer {
    /// The number.
    pub id: UserId,
    /// The site.
    pub site: SiteId,
    /// What the file says.
    pub said: Said,
}

impl Newcomer {
    /// U-02, U-15: a new user of the phone system is active, has Essential, and no right.
    pub fn user(&self, feed: &str) -> User {
        let said = &self.said;
        let link = FeedLink { key: said.key.clone(), last: said.values() };
        let details = said.details.as_deref().cloned().unwrap_or_default();
        User {
            id: self.id,
            display_name: said.display_name.clone(),
            first_name: details.first_name,
            last_name: details.last_name,
            position: details.position,
            mobile: details.mobile,
            department: details.department,
            email: said.email.clone(),
            extension: said.extension.clone(),
            language: said.language.clone(),
            site: Some(self.site),
            source: Source::Pbx,
            feed: BTreeMap::from([(feed.to_owned(), link)]),
            status: if said.disabled { Status::Disabled } else { Status::Active },
            queues: said.queues.clone(),
            access_type: AccessType::Essential,
            devices: said.devices.clone(),
            ..User::default()
        }
    }
}

/// The fields of a newcomer as a change of the journal has them.
#[derive(Serialize)]
struct Fields<'a> {
    display_name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    first_name: &'a Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_name: &'a Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    position: &'a Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: &'a Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    extension: &'a Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mobile: &'a Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    department: &'a Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: &'a Option<String>,
    site: Option<SiteId>,
    source: Source,
    feed: &'a BTreeMap<String, FeedLink>,
    status: Status,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    queues: &'a [String],
    access_type: AccessType,
    agent_addon: bool,
    supervisor_level: SupervisorLevel,
    uc_client: bool,
    crm_addon: bool,
    #[serde(skip_serializing_if = "<[Device]>::is_empty")]
    devices: &'a [Device],
}

fn fields(user: &User) -> Fields<'_> {
    Fields {
        display_name: &user.display_name,
        first_name: &user.first_name,
        last_name: &user.last_name,
        position: &user.position,
        email: &user.email,
        extension: &user.extension,
        mobile: &user.mobile,
        department: &user.department,
        language: &user.language,
        site: user.site,
        source: user.source,
        feed: &user.feed,
        status: user.status,
        queues: &user.queues,
        access_type: user.access_type,
        agent_addon: user.agent_addon,
        supervisor_level: user.supervisor_level,
        uc_client: user.uc_client,
        crm_addon: user.crm_addon,
        devices: &user.devices,
    }
}

impl Newcomers {
    /// The sites that they get.
    pub fn sites(&self) -> impl Iterator<Item = SiteId> {
        let sites: BTreeSet<SiteId> = self.people.iter().map(|newcomer| newcomer.site).collect();
        sites.into_iter()
    }

    /// The making of one of them as JSON text, and the fields that people read otherwise: what `compare` and the naming
    /// of a plan give, without a tree of values for each.
    ///
    /// # Errors
    /// Where a value cannot be written down.
    pub fn written(&self, user: &User) -> Result<(String, String), FactsError> {
        let json = |result: serde_json::Result<String>| result.map_err(|error| FactsError(Box::new(error)));
        let code = user.site.and_then(|site| self.codes.get(&site)).map_or("", String::as_str);
        let reads = BTreeMap::from([("site", code)]);
        Ok((json(serde_json::to_string(&fields(user)))?, json(serde_json::to_string(&reads))?))
    }
}

#[cfg(test)]
mod tests {
    use super::super::Details;
    use super::*;
    use crate::domain::change::compare;
    use serde_json::{Value, json};

    #[test]
    fn a_newcomer_is_written_as_any_record_that_is_made() {
        let device = Device { id: "PJSIP/200".into(), model: Some("pjsip".into()), webrtc: true };
        let bare = Said { key: "200".into(), display_name: "Zoé".into(), ..Said::default() };
        let full = Said {
            email: Some("z@example.org".into()),
            extension: Some("200".into()),
            language: Some("fr".into()),
            details: Some(Box::new(Details {
                first_name: Some("Zoé".into()),
                last_name: Some("Roy".into()),
                position: Some("Chef".into()),
                mobile: Some("06".into()),
                department: Some("Accueil".into()),
            })),
            disabled: true,
            devices: vec![device],
            queues: vec!["sales".into()],
            ..bare.clone()
        };
        for said in [bare, full] {
            let newcomer = Newcomer { id: UserId(7), site: SiteId(3), said };
            let codes = BTreeMap::from([(SiteId(3), "mtl".to_owned())]);
            let newcomers = Newcomers { feed: "freepbx".into(), codes, people: vec![newcomer.clone()] };
            let user = newcomer.user("freepbx");
            let (fields, reads) = newcomers.written(&user).unwrap();
            let change = compare(None, Some(&user)).remove(0);
            assert_eq!(serde_json::from_str::<Value>(&fields).unwrap(), change.after);
            assert_eq!(serde_json::from_str::<Value>(&reads).unwrap(), json!({"site": "mtl"}));
        }
    }
}
