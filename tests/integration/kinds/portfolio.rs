//! What one merchant of each kind answers, section after section, and which papers that calls for. The walks in a
//! browser read the same file.

use serde::Deserialize;
use std::sync::LazyLock;

/// Fields by name.
pub(crate) type Fields = Vec<(&'static str, &'static str)>;

/// A merchant of a kind.
#[derive(Deserialize)]
pub(crate) struct Portfolio {
    /// The kind's code.
    pub(crate) kind: &'static str,
    /// The answers, in the order in which sections come to be asked.
    #[serde(borrow)]
    pub(crate) sections: Vec<(&'static str, Fields)>,
    /// The papers that these answers call for, those that may be left out apart.
    pub(crate) papers: Vec<&'static str>,
    /// What is sealed, as it is kept: it stands on no page.
    pub(crate) sealed: Vec<&'static str>,
}

impl Portfolio {
    pub(crate) fn of(kind: &str) -> Self {
        let all: Vec<Self> = serde_json::from_str(include_str!("../../merchants.json")).expect("merchants");
        all.into_iter().find(|one| one.kind == kind).unwrap_or_else(|| panic!("no {kind}"))
    }

    /// What is answered in a section.
    pub(crate) fn fields(&self, section: &str) -> &[(&'static str, &'static str)] {
        let found = self.sections.iter().find(|(code, _)| *code == section);
        &found.unwrap_or_else(|| panic!("no section {section}")).1
    }
}

/// A company whose agent applies; two people stand behind it, one of them abroad.
pub(super) static ENTERPRISE: LazyLock<Portfolio> = LazyLock::new(|| Portfolio::of("cn-enterprise"));

/// An individual business whose operator applies, with an account of their own.
pub(super) static INDIVIDUAL: LazyLock<Portfolio> = LazyLock::new(|| Portfolio::of("cn-individual"));

/// An American company with one owner and somebody else who runs it.
pub(super) static LLC: LazyLock<Portfolio> = LazyLock::new(|| Portfolio::of("us-llc"));

/// A museum of mainland China, whose agent applies.
pub(super) static INSTITUTION: LazyLock<Portfolio> = LazyLock::new(|| Portfolio::of("cn-institution"));

/// Somebody who sells on the road and online without a licence.
pub(super) static MICRO: LazyLock<Portfolio> = LazyLock::new(|| Portfolio::of("cn-micro"));

/// A company of Hong Kong with one owner and a director beside.
pub(super) static HONG_KONG: LazyLock<Portfolio> = LazyLock::new(|| Portfolio::of("hk-company"));

/// A company of Singapore that is held through another, whose agent applies.
pub(super) static SINGAPORE: LazyLock<Portfolio> = LazyLock::new(|| Portfolio::of("sg-company"));

/// A German company whose only owner runs it and applies.
pub(super) static GMBH: LazyLock<Portfolio> = LazyLock::new(|| Portfolio::of("de-gmbh"));

/// A British company that trades under another name.
pub(super) static LIMITED: LazyLock<Portfolio> = LazyLock::new(|| Portfolio::of("gb-limited"));

/// An American corporation that is run from abroad.
pub(super) static CORPORATION: LazyLock<Portfolio> = LazyLock::new(|| Portfolio::of("us-corporation"));
