//! Time zones by their IANA names.

use jiff::tz::TimeZone;

/// The zone's own spelling; nothing where there is no such zone.
pub(super) fn known(name: &str) -> Option<String> {
    TimeZone::get(name.trim()).ok()?.iana_name().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::known;

    #[test]
    fn zones_are_known_by_their_names() {
        assert_eq!(known(" asia/shanghai").as_deref(), Some("Asia/Shanghai"));
        assert_eq!(known("UTC").as_deref(), Some("UTC"));
        assert_eq!(known("Asia/Peking"), None);
        assert_eq!(known("+08:00"), None);
        assert_eq!(known(""), None);
    }
}
