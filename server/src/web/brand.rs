//! A tenant's colours as a style sheet of their own: corrected for both themes, named by what they hold, so that it
//! may be kept for ever. The sheet follows from its name alone; no tenant is asked for it.

use domain::tenants::accent::{Accent, Theme};
use sha2::{Digest, Sha256};

/// The name of a tenant without an accent of its own: the house's colours stand.
const HOUSE: &str = "house";

/// The sheet of an accent.
pub(crate) fn sheet(accent: Accent) -> String {
    let (light, dark) = (accent.corrected(Theme::Light), accent.corrected(Theme::Dark));
    let (on_light, on_dark) = (light.text_on(), dark.text_on());
    format!(
        ":root{{--accent:light-dark({light},{dark});--accent-ink:light-dark({on_light},{on_dark});\
         --accent-text:light-dark({light},{dark})}}"
    )
}

/// `0b5394-3fa2c1d8`: the colour and what became of it.
fn name(accent: Accent) -> String {
    let digest = hex::encode(Sha256::digest(sheet(accent)));
    let colour = accent.to_string();
    format!("{}-{}", colour.trim_start_matches('#'), digest.get(..8).unwrap_or_default())
}

/// The address of a tenant's sheet.
pub(crate) fn address(slug: &str, accent: Option<&str>) -> String {
    let name = accent.and_then(|accent| accent.parse().ok()).map_or_else(|| HOUSE.to_owned(), name);
    format!("/t/{slug}/brand-{name}.css")
}

/// The sheet of a name; nothing where it is none of ours.
pub(crate) fn by_name(file: &str) -> Option<String> {
    let wanted = file.strip_suffix(".css")?;
    if wanted == HOUSE {
        return Some(String::new());
    }
    let (colour, _) = wanted.split_once('-')?;
    let accent: Accent = format!("#{colour}").parse().ok()?;
    (name(accent) == wanted).then(|| sheet(accent))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_is_found_by_its_name_and_by_no_other() {
        let address = address("harbour", Some("#ffd400"));
        let file = address.strip_prefix("/t/harbour/brand-").unwrap();
        let found = by_name(file).unwrap();
        assert!(
            found.starts_with(":root{--accent:light-dark(#") && found.contains("--accent-text"),
            "{found}"
        );
        for wrong in
            ["ffd400-00000000.css", "ffd400.css", "FFD400-x.css", "house", "../x.css", "-.css", ".css"]
        {
            assert_eq!(by_name(wrong), None, "{wrong}");
        }
        assert_eq!(by_name(&file.to_uppercase()), None);
    }

    #[test]
    fn without_an_accent_the_house_stands() {
        assert_eq!(address("harbour", None), "/t/harbour/brand-house.css");
        assert_eq!(address("harbour", Some("blue")), "/t/harbour/brand-house.css");
        assert_eq!(by_name("house.css").as_deref(), Some(""));
    }

    #[test]
    fn a_pale_accent_is_corrected_for_light_and_kept_for_dark() {
        let found = sheet("#ffd400".parse().unwrap());
        assert!(found.contains(",#ffd400)") && !found.contains("(#ffd400"), "{found}");
    }
}
