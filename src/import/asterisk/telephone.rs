//! What a telephone section says: user or trunk, extension, devices.

use super::super::number::is_digits;
use super::super::record::DeviceRecord;
use super::super::{device, limits};
use super::caller;
use super::resolved::Resolved;
use super::set::{Driver, Set, Telephone};
use super::setting::Key;

/// What a telephone section is.
pub(super) enum Verdict {
    User,
    Trunk,
    Doubtful,
}

/// Tells a user from a trunk.
pub(super) fn judge(telephone: &Telephone<'_>, set: &Set<'_>) -> Verdict {
    let section = &telephone.section;
    let fixed_host = section.get(Key::Host).is_some_and(|host| !host.eq_ignore_ascii_case("dynamic"));
    let (trunk, telephone) = match telephone.driver {
        Driver::Pjsip => {
            let aors: Vec<_> = names(section, Key::Aors).filter_map(|name| set.aors.get(name)).collect();
            let fixed = aors.iter().any(|aor| aor.has(Key::Contact));
            let dynamic = !fixed && (!aors.is_empty() || set.aors.is_empty());
            let pointed = set.trunks.contains(section.name);
            (section.has(Key::OutboundAuth) || pointed || fixed, section.has(Key::Auth) || dynamic)
        }
        Driver::Wizard => (
            section.yes(Key::SendsRegistrations) || section.has(Key::RemoteHosts) || section.has(Key::OutboundAuth),
            true,
        ),
        Driver::Sip | Driver::Iax => {
            let peer = section.kind() == "peer" && fixed_host && !section.has(Key::Mailbox);
            (peer, section.authenticated || !fixed_host)
        }
        Driver::Users => (section.has(Key::TrunkName), true),
    };
    match (trunk, telephone && number(section).is_some()) {
        (true, _) => Verdict::Trunk,
        (false, true) => Verdict::User,
        (false, false) => Verdict::Doubtful,
    }
}

/// Returns the extension: the name of the section, else its caller id.
pub(super) fn number<'s>(section: &Resolved<'s>) -> Option<&'s str> {
    let caller = section.get(Key::CallerId).and_then(|value| caller::parse(value).number);
    let candidates = [Some(section.name), section.get(Key::CidNumber), caller];
    candidates.into_iter().flatten().find(|value| is_digits(value) && value.len() <= limits::EXTENSION)
}

/// Returns the devices of a telephone section, one for each driver.
pub(super) fn devices(telephone: &Telephone<'_>, set: &Set<'_>) -> Vec<DeviceRecord> {
    let section = &telephone.section;
    let techs: &[&str] = match telephone.driver {
        Driver::Pjsip | Driver::Wizard => &["pjsip"],
        Driver::Sip => &["sip"],
        Driver::Iax => &["iax2"],
        Driver::Users => match (section.yes(Key::HasSip), section.yes(Key::HasIax)) {
            (true, true) => &["sip", "iax2"],
            (true, false) => &["sip"],
            (false, true) => &["iax2"],
            (false, false) => &[],
        },
    };
    let auth = names(section, Key::Auth).find_map(|name| set.auths.get(name)?.get(Key::Username));
    let mac = auth.or(section.get(Key::Username)).or(section.get(Key::Mac)).and_then(device::mac);
    let device = |tech: &&str| DeviceRecord {
        id: format!("{}/{}", tech.to_ascii_uppercase(), section.name),
        tech: (*tech).to_owned(),
        mac: mac.clone(),
        webrtc: is_webrtc(section),
    };
    techs.iter().map(device).collect()
}

fn is_webrtc(section: &Resolved<'_>) -> bool {
    let dtls = section.get(Key::Encryption).is_some_and(|value| value.eq_ignore_ascii_case("dtls"))
        || section.yes(Key::Encryption)
        || section.yes(Key::Dtls);
    let web_socket = section.get(Key::Transport).is_some_and(|transport| {
        let mut words = transport.split(|c: char| !c.is_ascii_alphanumeric());
        words.any(|word| word.eq_ignore_ascii_case("ws") || word.eq_ignore_ascii_case("wss"))
    });
    section.yes(Key::WebRtc) || web_socket || (section.yes(Key::Avpf) && section.yes(Key::Ice) && dtls)
}

/// Returns the names of a list such as `aors = 1107, 1107-web`.
pub(super) fn names<'s>(section: &Resolved<'s>, key: Key) -> impl Iterator<Item = &'s str> {
    section.all(key).flat_map(|value| value.split([',', '&'])).map(str::trim).filter(|name| !name.is_empty())
}

/// Splits `1107@context`; FreePBX writes the context `device` for the default one.
pub(super) fn mailbox(value: &str) -> (String, String) {
    let (number, context) = value.split_once('@').unwrap_or((value, "default"));
    let context = if context == "device" { "default" } else { context };
    (number.to_owned(), context.to_owned())
}
