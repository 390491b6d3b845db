//! The numbers of rows that are no records: a device of a user, a service of a user.

/// The key of a device: its name, then the user and the place among the user's devices.
pub(super) const DEVICE_KEYS: &[&str] = &["d.device", "d.user_id", "d.position"];
/// The one device of a row's number.
pub(super) const DEVICE_OWN: &str = "d.user_id = ?1 >> 16 AND d.position = ?1 & 65535";

/// The number of a row: the user, and which of the user's devices.
pub(super) const fn device(user: i64, position: i64) -> i64 {
    (user << 16) | (position & 0xFFFF)
}

/// The key of a service of a user: which service, then the user's name.
pub(super) const SERVICE_KEYS: &[&str] = &["?1 >> 40", "t.sort_key", "t.id"];
/// The user of a row's number.
pub(super) const SERVICE_OWN: &str = "t.id = ?1 & 1099511627775";

/// The number of a row: which service, from 1, and the user.
pub(super) const fn service(service: i64, user: i64) -> i64 {
    (service << 40) | (user & 0xFF_FFFF_FFFF)
}
