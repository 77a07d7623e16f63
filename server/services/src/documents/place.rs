//! Where a version's sealed bytes lie, and under which key.

use crate::papers::seal::{Part, Place};
use domain::{DocumentId, TenantId, VersionId};
use store::keys::{DossierKey, Key};

/// The key in the blob store of a version's original.
pub(super) fn original(tenant: TenantId, document: DocumentId, version: VersionId) -> String {
    format!("{tenant}/{document}/{version}")
}

/// The key in the blob store of our picture of a page, counted from 1.
pub(super) fn picture(original: &str, page: u16) -> String {
    format!("{original}-{page}")
}

/// The version's place that an object belongs to, and the page where it is a picture: the reverse of the two above.
pub(super) fn parse(key: &str) -> Option<(&str, Option<u16>)> {
    let (folder, name) = key.rsplit_once('/')?;
    // Ids have five groups; a sixth is a page.
    match name.match_indices('-').nth(4) {
        None => Some((key, None)),
        Some((at, _)) => {
            let page = name.get(at + 1..)?.parse().ok().filter(|page| *page > 0)?;
            Some((key.get(..folder.len() + 1 + at)?, Some(page)))
        }
    }
}

/// What a sealed object is bound to.
pub(super) const fn seal(tenant: TenantId, document: DocumentId, version: VersionId, part: Part) -> Place {
    Place { tenant, document, version, part }
}

/// The key that seals an object: each has its own, drawn from its application's.
pub(super) fn key(dossier: &DossierKey, object: &str) -> Key {
    dossier.file_key(object)
}

#[cfg(test)]
mod tests {
    use super::{original, parse, picture};
    use domain::{DocumentId, TenantId, VersionId};
    use uuid::Uuid;

    #[test]
    fn places_read_back() {
        let id = Uuid::from_u128;
        let key = original(TenantId(id(1)), DocumentId(id(2)), VersionId(id(3)));
        assert_eq!(parse(&key), Some((key.as_str(), None)));
        assert_eq!(parse(&picture(&key, 1)), Some((key.as_str(), Some(1))));
        assert_eq!(parse(&picture(&key, 30)), Some((key.as_str(), Some(30))));
        assert_eq!(parse(&format!("{key}-x")), None);
        assert_eq!(parse(&format!("{key}-0")), None);
        assert_eq!(parse("nothing"), None);
    }
}
