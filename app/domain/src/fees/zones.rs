//! Areas that a claim may name in a country's place.

/// The members of the European Economic Area, by ISO 3166-1 alpha-2.
pub(super) const EEA: [&str; 30] = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT",
    "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
];

/// Whether a country is the one, or of the area, that a claim names.
pub(super) fn covers(named: &str, country: &str) -> bool {
    named == country || (named == "EEA" && EEA.contains(&country))
}

#[cfg(test)]
mod tests {
    use super::covers;

    #[test]
    fn an_area_covers_its_members_and_a_country_itself() {
        assert!(covers("EEA", "DE") && covers("EEA", "EEA") && covers("CN", "CN"));
        assert!(!covers("EEA", "GB") && !covers("EEA", "CH") && !covers("DE", "EEA") && !covers("CN", "US"));
    }
}
