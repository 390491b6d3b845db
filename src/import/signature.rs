//! Signatures of CSV formats: which column names give a format away.

use super::format::Format::{self, *};

/// What a header must have to be of a format.
pub(super) struct Signature {
    pub format: Format,
    /// Each group must be present by at least one of its names.
    all: &'static [&'static [&'static str]],
    /// At least one of these, when there are any.
    any: &'static [&'static str],
    /// None of these.
    none: &'static [&'static str],
}

const fn signature(
    format: Format,
    all: &'static [&'static [&'static str]],
    any: &'static [&'static str],
    none: &'static [&'static str],
) -> Signature {
    Signature { format, all, any, none }
}

/// The signatures, in the order they are tried: the first match wins.
#[rustfmt::skip]
const SIGNATURES: &[Signature] = &[
    signature(GuichetUsers, &[&["id"], &["display_name"], &["access_type"], &["supervisor_level"]], &[], &[]),
    signature(GuichetContacts, &[&["id"], &["name"], &["emails"], &["phones"], &["communications"]], &[], &[]),
    signature(Csvde, &[&["dn"], &["objectclass"]], &[], &[]),
    signature(FreepbxBulkext, &[&["action"], &["extension"], &["name"]], &["devinfo_secret", "deviceid", "devicetype"], &[]),
    signature(FreepbxDids, &[&["cidnum"], &["destination"]], &[], &["tech"]),
    signature(FreepbxTrunks, &[&["trunk_name"], &["sip_server"]], &[], &[]),
    signature(FreepbxExtensions, &[&["extension"], &["name"]],
        &["tech", "dial", "sipdriver", "voicemail", "findmefollow_enabled", "voicemail_enable"], &["action"]),
    signature(FreepbxUserman, &[&["username"], &["default_extension"]], &[], &[]),
    signature(FreepbxGroups, &[&["groupname"], &["users"]], &[], &["grouptype"]),
    signature(FreepbxContacts, &[&["groupname"], &["grouptype"], &["displayname"]], &[], &[]),
    signature(ThreeCx, &[&["number"], &["firstname"], &["lastname"], &["emailaddress"]], &[], &[]),
    signature(WazoUsers, &[&["firstname"]], &["line_protocol", "exten", "provisioning_code"], &["number"]),
    signature(FusionPbx, &[&["extension"]], &["effective_caller_id_name", "directory_first_name"], &["tech"]),
    signature(Switchvox, &[&["ext"], &["fname"], &["lname"]], &[], &[]),
    signature(CucmPhones, &[&["device name"], &["directory number 1"]], &[], &[]),
    signature(CucmUsers, &[&["user id"], &["last name"]],
        &["telephone number", "manager user id", "controlled device 1", "mail id"], &["first name [required]"]),
    signature(BroadWorks, &[&["operation"]], &["userid", "groupid", "serviceuserid"], &[]),
    signature(EntraUsers, &[&["userprincipalname"], &["displayname"]], &["objectid", "id", "usertype"], &[]),
    signature(M365Export, &[&["user principal name"], &["display name"]], &["licenses", "block credential", "object id"], &[]),
    signature(M365Template, &[&["user name"], &["display name"], &["first name"]], &[], &[]),
    signature(GoogleWorkspace, &[&["email address [required]"]], &[], &[]),
    signature(GoogleWorkspace, &[&["email address"], &["org unit path", "org unit path [required]"]], &[], &[]),
    signature(GoogleContacts, &[&["given name"], &["group membership"]], &["e-mail 1 - value", "phone 1 - value"], &[]),
    signature(GoogleContacts, &[&["first name"], &["labels"]], &["e-mail 1 - value", "phone 1 - value"], &[]),
    signature(OutlookContacts, &[&["e-mail address", "adresse de messagerie"]], &[], &[]),
    signature(OutlookContacts, &[&["business phone", "téléphone (bureau)"], &["first name", "prénom"]], &[], &[]),
    signature(ThunderbirdContacts, &[&["primary email", "adresse électronique principale"]], &[], &[]),
    signature(GlpiTickets, &[&["id"], &["titre", "title"], &["statut", "status"]],
        &["date d'ouverture", "opening date", "demandeur - demandeur", "requester - requester"], &[]),
    signature(OsTicket, &[&["ticket number"], &["subject"]], &["date created", "current status"], &[]),
    signature(RtTickets, &[&["id"], &["subject"], &["queue"]], &["requestors", "owner"], &[]),
    signature(RedmineIssues, &[&["#", "subject", "sujet"], &["status", "statut"]], &["tracker", "priority", "priorité"], &["titre"]),
    signature(RedmineIssues, &[&["subject", "sujet"], &["start", "start_date", "début"], &["due", "due_date", "échéance", "echéance"]], &[], &["titre"]),
    signature(RedmineUsers, &[&["login"], &["mail"], &["firstname"], &["lastname"]], &[], &[]),
];

impl Signature {
    fn matches(&self, names: &[String]) -> bool {
        self.unmet(names).is_empty() && !self.none.iter().any(|name| has(names, name))
    }

    /// Returns what is missing, each group as its names joined by `/`.
    fn unmet(&self, names: &[String]) -> Vec<String> {
        let groups = self.all.iter().copied().chain((!self.any.is_empty()).then_some(self.any));
        groups.filter(|group| !group.iter().any(|name| has(names, name))).map(|group| group.join(" / ")).collect()
    }

    fn groups(&self) -> usize {
        self.all.len() + usize::from(!self.any.is_empty())
    }
}

/// Returns the format of a header.
pub(super) fn find(names: &[String]) -> Option<Format> {
    SIGNATURES.iter().find(|signature| signature.matches(names)).map(|signature| signature.format)
}

/// Returns the readable format that a header nearly has, with most of what gives it away, and the columns it lacks.
pub(super) fn nearest(names: &[String]) -> Option<(Format, Vec<String>)> {
    SIGNATURES
        .iter()
        .filter(|signature| signature.format.family("").is_ok())
        .map(|signature| (signature, signature.unmet(names)))
        .filter(|(signature, unmet)| !unmet.is_empty() && 2 * unmet.len() < signature.groups())
        .min_by_key(|(_, unmet)| unmet.len())
        .map(|(signature, unmet)| (signature.format, unmet))
}

fn has(names: &[String], wanted: &str) -> bool {
    names.iter().any(|name| name == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(header: &str) -> Vec<String> {
        header.split(',').map(str::to_owned).collect()
    }

    #[test]
    fn headers_give_their_format_away() {
        for (header, id) in [
            ("action,extension,name,deviceid", "freepbx-bulkext"),
            ("cidnum,destination,extension", "freepbx-dids"),
            ("trunk_name,sip_server", "freepbx-trunks"),
            ("extension,name,tech,cidnum,destination", "freepbx-extensions"),
            ("username,default_extension", "freepbx-userman"),
            ("groupname,description,users", "freepbx-groups"),
            ("groupname,grouptype,displayname,users", "freepbx-contacts"),
            ("number,firstname,lastname,emailaddress", "3cx-extensions"),
            ("firstname,lastname,exten", "wazo-users"),
            ("extension,effective_caller_id_name", "fusionpbx-extensions"),
            ("ext,fname,lname,email", "switchvox-extensions"),
            ("device name,directory number 1", "cucm-phones"),
            ("user id,last name,mail id", "cucm-users"),
            ("operation,userid", "broadworks-bulk"),
            ("userprincipalname,displayname,id", "entra-users"),
            ("user principal name,display name,licenses", "m365-export"),
            ("user name,first name,display name", "m365-template"),
            ("first name [required],email address [required]", "google-workspace"),
            ("given name,group membership,phone 1 - value", "google-contacts"),
            ("first name,labels,e-mail 1 - value", "google-contacts"),
            ("first name,e-mail address", "outlook-contacts"),
            ("prénom,téléphone (bureau)", "outlook-contacts"),
            ("first name,primary email", "thunderbird-contacts"),
            ("id,titre,statut,date d'ouverture", "glpi-tickets"),
            ("ticket number,subject,date created", "osticket-tickets"),
            ("id,subject,queue,owner", "rt-tickets"),
            ("#,statut,priorité", "redmine-issues"),
            ("login,mail,firstname,lastname", "redmine-users"),
            ("dn,objectclass", "csvde"),
        ] {
            assert_eq!(find(&names(header)).map(Format::id), Some(id), "{header}");
        }
        assert_eq!(find(&names("destination,type,extension")), None);
    }

    #[test]
    fn the_nearest_format_says_what_is_missing() {
        let (format, missing) = nearest(&names("extension,tech,secret")).unwrap();
        assert_eq!((format.id(), missing), ("freepbx-extensions", vec!["name".to_owned()]));
        assert_eq!(nearest(&names("a,b")), None);
        assert_eq!(nearest(&names("destination,type,extension")), None, "one column of two is no likeness");
    }
}
