//! Devices: which technology, which identity, which hardware address.

use super::record::DeviceRecord;

/// Technologies a device may have; the empty one and `virtual` have no device.
const KNOWN: [&str; 7] = ["", "pjsip", "sip", "iax2", "dahdi", "virtual", "custom"];

/// Tells whether a technology is known, in any case.
pub(super) fn is_known(tech: &str) -> bool {
    KNOWN.iter().any(|known| known.eq_ignore_ascii_case(tech))
}

/// Tells whether a value is shaped like `PJSIP/200`.
pub(super) fn is_dial(value: &str) -> bool {
    value.trim().split_once('/').is_some_and(|(tech, id)| {
        !id.is_empty()
            && tech.starts_with(|c: char| c.is_ascii_alphabetic())
            && tech.bytes().all(|b| b.is_ascii_alphanumeric())
            && !id.contains(char::is_whitespace)
    })
}

/// What a row says about devices.
pub(super) struct Settings<'s> {
    /// Known technology, in lower case.
    pub tech: &'s str,
    /// `PJSIP/200`, several joined by `&`.
    pub dial: &'s str,
    /// Identity when nothing else says it.
    pub id: &'s str,
    /// Identities joined by `&`.
    pub data: &'s str,
    pub webrtc: bool,
}

/// Lists the devices of a row.
pub(super) fn list(settings: &Settings<'_>) -> Vec<DeviceRecord> {
    let mut devices: Vec<DeviceRecord> = Vec::new();
    if settings.tech == "virtual" {
        return devices;
    }
    for dial in settings.dial.split('&').map(str::trim).filter(|dial| is_dial(dial)) {
        let named = dial.split_once('/').map_or("", |(tech, _)| tech).to_ascii_lowercase();
        let tech = match settings.tech {
            "" if is_known(&named) => named,
            "" => "custom".to_owned(),
            tech => tech.to_owned(),
        };
        push(&mut devices, dial.to_owned(), tech, settings.webrtc);
    }
    if settings.tech.is_empty() {
        return devices;
    }
    let prefix = settings.tech.to_ascii_uppercase();
    for id in settings.data.split('&').map(str::trim).filter(|id| is_id(id)) {
        let known = devices.iter().any(|device| device.id.split_once('/').is_some_and(|(_, known)| known == id));
        if !known {
            push(&mut devices, format!("{prefix}/{id}"), settings.tech.to_owned(), settings.webrtc);
        }
    }
    if devices.is_empty() && is_id(settings.id) {
        push(&mut devices, format!("{prefix}/{}", settings.id), settings.tech.to_owned(), settings.webrtc);
    }
    devices
}

fn push(devices: &mut Vec<DeviceRecord>, id: String, tech: String, webrtc: bool) {
    if !devices.iter().any(|device| device.id == id) {
        devices.push(DeviceRecord { id, tech, mac: None, webrtc });
    }
}

fn is_id(value: &str) -> bool {
    (1..=40).contains(&value.len())
        && value.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.'))
}

/// Reads a hardware address of 12 hexadecimal digits, with or without separators.
pub(super) fn mac(value: &str) -> Option<String> {
    let digits: String = value.chars().filter(|c| !matches!(c, ':' | '-' | '.')).collect();
    if digits.len() != 12 || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
        return None;
    }
    let upper = digits.to_ascii_uppercase();
    let pairs: Vec<&str> = (0..12).step_by(2).map(|at| &upper[at..at + 2]).collect();
    Some(pairs.join(":"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(tech: &str, dial: &str, id: &str, data: &str) -> Vec<String> {
        list(&Settings { tech, dial, id, data, webrtc: false }).into_iter().map(|device| device.id).collect()
    }

    #[test]
    fn devices_come_from_what_the_row_says() {
        assert_eq!(ids("pjsip", "PJSIP/200", "200", "200"), ["PJSIP/200"]);
        assert_eq!(ids("sip", "", "7", "7&8"), ["SIP/7", "SIP/8"]);
        assert_eq!(ids("pjsip", "PJSIP/1&PJSIP/2", "1", ""), ["PJSIP/1", "PJSIP/2"]);
        assert_eq!(ids("", "IAX2/9", "9", ""), ["IAX2/9"]);
        assert_eq!(ids("pjsip", "12341234", "200", "no id here"), ["PJSIP/200"]);
        assert!(ids("virtual", "PJSIP/200", "200", "200").is_empty());
        assert!(ids("", "", "200", "200").is_empty());
    }

    #[test]
    fn hardware_addresses_have_twelve_digits() {
        assert_eq!(mac("0019159bf771").as_deref(), Some("00:19:15:9B:F7:71"));
        assert_eq!(mac("00:19:15:9B:F7:71").as_deref(), Some("00:19:15:9B:F7:71"));
        assert_eq!(mac("opensesame00"), None);
        assert_eq!(mac("é019159bf771"), None);
    }
}
