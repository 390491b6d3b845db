//! The settings that are kept; every other one is dropped while parsing.

use super::super::secret::is_secret;

/// A kept setting, under one name for the several spellings of the channel drivers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Key {
    Type,
    CallerId,
    FullName,
    CidNumber,
    Email,
    Mailbox,
    Auth,
    Aors,
    OutboundAuth,
    Host,
    Transport,
    WebRtc,
    Avpf,
    Ice,
    Encryption,
    Dtls,
    Group,
    Contact,
    Username,
    Endpoint,
    Member,
    Strategy,
    HasSip,
    HasIax,
    HasVoicemail,
    Mac,
    Language,
    SendsRegistrations,
    RemoteHosts,
    TrunkName,
}

/// What becomes of a setting.
pub(super) enum Fate {
    Keep(Key),
    Secret,
    Ignore,
}

/// Decides by the lower-case name of a setting.
pub(super) fn fate(name: &str) -> Fate {
    if is_secret(name) {
        return Fate::Secret;
    }
    // A wizard writes the settings of the objects it makes as `endpoint/callerid`.
    let bare = name.rsplit_once('/').map_or(name, |(_, bare)| bare);
    let key = match bare {
        "type" => Key::Type,
        "callerid" => Key::CallerId,
        "fullname" => Key::FullName,
        "cid_number" => Key::CidNumber,
        "email" => Key::Email,
        "mailbox" | "mailboxes" => Key::Mailbox,
        "auth" => Key::Auth,
        "aors" => Key::Aors,
        "outbound_auth" => Key::OutboundAuth,
        "host" => Key::Host,
        "transport" => Key::Transport,
        "webrtc" => Key::WebRtc,
        "use_avpf" | "avpf" => Key::Avpf,
        "ice_support" | "icesupport" => Key::Ice,
        "media_encryption" | "encryption" => Key::Encryption,
        "dtlsenable" => Key::Dtls,
        "named_call_group" | "namedcallgroup" | "named_pickup_group" | "namedpickupgroup" | "call_group"
        | "callgroup" => Key::Group,
        "contact" => Key::Contact,
        "username" => Key::Username,
        "endpoint" => Key::Endpoint,
        "member" => Key::Member,
        "strategy" => Key::Strategy,
        "hassip" => Key::HasSip,
        "hasiax" => Key::HasIax,
        "hasvoicemail" => Key::HasVoicemail,
        "macaddress" => Key::Mac,
        "language" => Key::Language,
        "sends_registrations" => Key::SendsRegistrations,
        "remote_hosts" => Key::RemoteHosts,
        "trunkname" => Key::TrunkName,
        _ => return Fate::Ignore,
    };
    Fate::Keep(key)
}

/// Tells whether only the other driver, IAX2, knows a setting.
pub(super) fn is_iax(name: &str) -> bool {
    matches!(
        name,
        "requirecalltoken"
            | "calltokenoptional"
            | "maxcallnumbers"
            | "iaxthreadcount"
            | "iaxcompat"
            | "trunkfreq"
            | "autokill"
            | "adsi"
    )
}
