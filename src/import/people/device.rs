//! The device of a user of whom the file tells a protocol or a hardware address.

use super::super::device::mac;
use super::super::record::DeviceRecord;
use super::row::Person;

/// Lists the device of a person, if the file tells of one.
pub(super) fn list(person: &Person) -> Vec<DeviceRecord> {
    let Some(extension) = &person.extension else { return Vec::new() };
    let address = person.mac.as_deref().and_then(mac);
    let protocol = person.protocol.as_deref().map(str::to_lowercase);
    if protocol.is_none() && address.is_none() {
        return Vec::new();
    }
    let webrtc = protocol.as_deref() == Some("webrtc");
    // A browser registers over SIP.
    let tech = match protocol.as_deref() {
        Some("sccp") => "sccp",
        None | Some("sip" | "webrtc") => "sip",
        Some(_) => "custom",
    };
    let id = format!("{}/{extension}", tech.to_ascii_uppercase());
    let tech = person.model.clone().unwrap_or_else(|| tech.to_owned());
    vec![DeviceRecord { id, tech, mac: address, webrtc }]
}
