//! The book of published fee claims: every data file, read and checked when the server starts.

mod attested;
mod faults;

use super::{Claim, Minor, Rate};
use crate::{
    channels::{Source, catalogue},
    files::FileError,
    lang::Told,
    words::words,
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use time::{Date, Duration};

const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/fees.rs"));

/// The figures that can carry a tag or a source of their own, or the lower end of a range.
const FIGURES: &[&str] = &[
    "percent",
    "fixed",
    "attempt_fee",
    "min",
    "max",
    "cross_border",
    "fx",
    "refund",
    "dispute",
    "tiers",
    "tax",
    "delay_days",
];

words! {
    /// How well a figure is attested.
    Evidence {
        /// The provider's own document.
        Provider = "P",
        /// A dated transcription of it.
        Transcribed = "T",
        /// A transcription that was generated rather than harvested; counts as one.
        Generated = "T-",
        /// A blog, reseller or forum: unverified.
        Secondary = "S",
    }
}

/// Another source of a claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Beside {
    /// Where it was read.
    pub source: Source,
    /// The day that is printed on it.
    pub as_of: Option<Date>,
    /// The figures that it alone tells; none named: it was read beside the claim's own source.
    pub figures: Vec<String>,
}

/// What comes on top of a network's own fees, which the claim doesn't name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Markup {
    /// Added to the interchange's share.
    pub percent: Option<Rate>,
    /// Added for each payment.
    pub fixed: Option<Minor>,
}

words! {
    /// How far a claim can be gone by on a day.
    Standing {
        /// It holds, and was read not long ago.
        Current = "current",
        /// It holds as far as is known, but was read long ago.
        Aged = "aged",
        /// Nobody who has to know has said so.
        Unverified = "unverified",
        /// It begins later.
        Coming = "coming",
        /// It has ended.
        Ended = "ended",
    }
}

/// A published claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Published {
    /// What it is about, and its figures.
    pub claim: Claim,
    /// What the channel calls what it is about.
    pub name: Told,
    /// Where it was read.
    pub source: Source,
    /// Where else: beside it, or single figures alone.
    pub also: Vec<Beside>,
    /// The day that is printed on the source.
    pub as_of: Option<Date>,
    /// The first day it holds; none: none is known.
    pub from: Option<Date>,
    /// The last day it holds; none: still.
    pub to: Option<Date>,
    /// How well it is attested.
    pub tag: Evidence,
    /// Figures that are attested otherwise.
    pub tags: BTreeMap<String, Evidence>,
    /// The lower ends of figures told as a range; the claim has the higher ones.
    pub low: BTreeMap<String, u64>,
    /// The delay as it was told, in business days.
    pub business_days: Option<u16>,
    /// Of Interchange++: what comes on top of the interchange.
    pub interchange_plus: Option<Markup>,
    /// What else is to be known.
    pub note: Option<Told>,
    /// The claim without the figures that nobody has attested, where it has some.
    #[serde(skip)]
    pub attested: Option<Box<Claim>>,
}

/// Every published claim.
#[derive(Clone, Debug)]
pub struct FeeBook {
    /// Sorted by id.
    claims: Vec<Published>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    channel: String,
    sources: BTreeMap<String, Source>,
    claims: Vec<Line>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    name: Told,
    source: String,
    #[serde(default)]
    also: Vec<AlsoLine>,
    as_of: Option<Date>,
    from: Option<Date>,
    to: Option<Date>,
    tag: Evidence,
    #[serde(default)]
    tags: BTreeMap<String, Evidence>,
    #[serde(default)]
    low: BTreeMap<String, u64>,
    business_days: Option<u16>,
    interchange_plus: Option<Markup>,
    note: Option<Told>,
    claim: Claim,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AlsoLine {
    source: String,
    as_of: Option<Date>,
    #[serde(default)]
    figures: Vec<String>,
}

/// Reads and checks every file.
///
/// # Errors
/// The first file that is out of shape or contradicts itself.
pub fn load_all() -> Result<FeeBook, FileError> {
    load(FILES)
}

fn load(files: &[(&str, &str)]) -> Result<FeeBook, FileError> {
    let mut claims = Vec::new();
    let mut ids = BTreeSet::new();
    for (name, text) in files {
        let file: File =
            serde_json::from_str(text).map_err(|source| FileError::Shape { file: (*name).into(), source })?;
        let wrong = |what: String| FileError::Content { file: (*name).into(), what };
        if catalogue::get(&file.channel).is_none() {
            return Err(wrong(format!("{} is no channel of the catalogue", file.channel)));
        }
        if *name != format!("{}.json", file.channel) {
            return Err(wrong(format!("should be called {}.json", file.channel)));
        }
        let read: Vec<Published> = file
            .claims
            .into_iter()
            .map(|line| line.published(&file.channel, &file.sources))
            .collect::<Result<_, _>>()
            .map_err(wrong)?;
        if let Some(twice) = read.iter().find(|one| !ids.insert(one.claim.id.clone())) {
            return Err(wrong(format!("{} stands twice", twice.claim.id)));
        }
        if let Some(what) = overlap(&read) {
            return Err(wrong(what));
        }
        claims.extend(read);
    }
    claims.sort_by(|a, b| a.claim.id.cmp(&b.claim.id));
    Ok(FeeBook { claims })
}

impl Line {
    fn published(self, channel: &str, sources: &BTreeMap<String, Source>) -> Result<Published, String> {
        let id = self.claim.id.clone();
        let known = |name: &str| sources.get(name).cloned().ok_or_else(|| format!("{id}: no source {name}"));
        let source = known(&self.source)?;
        let beside = |one: AlsoLine| {
            let AlsoLine { source, as_of, figures } = one;
            known(&source).map(|source| Beside { source, as_of, figures })
        };
        let also = self.also.into_iter().map(beside).collect::<Result<_, _>>()?;
        let published = Published {
            claim: Claim { channel: Some(channel.to_owned()), ..self.claim },
            name: self.name,
            source,
            also,
            as_of: self.as_of,
            from: self.from,
            to: self.to,
            tag: self.tag,
            tags: self.tags,
            low: self.low,
            business_days: self.business_days,
            interchange_plus: self.interchange_plus,
            note: self.note,
            attested: None,
        };
        let published = Published { attested: published.attested(), ..published };
        match published.fault() {
            Some(what) => Err(format!("{id}: {what}")),
            None => Ok(published),
        }
    }
}

/// Days for which a claim is current, where a tenant hasn't said otherwise.
pub const CURRENT_DAYS: u16 = 180;

impl FeeBook {
    /// A channel's claims, sorted by id.
    pub fn of<'a>(&'a self, channel: &'a str) -> impl Iterator<Item = &'a Published> {
        self.claims.iter().filter(move |one| one.claim.channel.as_deref() == Some(channel))
    }

    /// A claim by its id.
    pub fn get(&self, id: &str) -> Option<&Published> {
        let index = self.claims.binary_search_by(|one| one.claim.id.as_str().cmp(id)).ok()?;
        self.claims.get(index)
    }

    /// All of them, sorted by id.
    pub fn all(&self) -> &[Published] {
        &self.claims
    }
}

impl Published {
    /// The other source that alone tells a figure, where there is one.
    pub fn teller(&self, figure: &str) -> Option<&Beside> {
        self.also.iter().find(|one| one.figures.iter().any(|name| name == figure))
    }

    /// Whether it holds on a day.
    pub fn is_in_force(&self, on: Date) -> bool {
        self.from.is_none_or(|from| from <= on) && self.to.is_none_or(|to| on <= to)
    }

    /// The day it is known by: the source's own, else the day it was read.
    pub fn known_of(&self) -> Date {
        self.as_of.unwrap_or(self.source.read_on)
    }

    /// How far it can be gone by on a day, where claims are current for so many days.
    pub fn standing(&self, on: Date, current_days: u16) -> Standing {
        if self.to.is_some_and(|to| to < on) {
            Standing::Ended
        } else if self.from.is_some_and(|from| from > on) {
            Standing::Coming
        } else if self.tag == Evidence::Secondary {
            Standing::Unverified
        } else if on - self.known_of() > Duration::days(current_days.into()) {
            Standing::Aged
        } else {
            Standing::Current
        }
    }

    /// Claims that only differ in their days and figures are of one series.
    fn is_of_series(&self, other: &Self) -> bool {
        let dimensions = |one: &Self| {
            let claim = one.claim.clone();
            (
                (claim.channel, claim.product, claim.country, claim.subject, claim.industry),
                (claim.card_class, claim.currency, one.source.clone()),
            )
        };
        dimensions(self) == dimensions(other)
    }

    fn overlaps(&self, other: &Self) -> bool {
        let before = |a: &Self, b: &Self| a.to.zip(b.from).is_some_and(|(to, from)| to < from);
        !before(self, other) && !before(other, self)
    }
}

/// Two claims of one series that hold on one day.
fn overlap(claims: &[Published]) -> Option<String> {
    claims.iter().enumerate().find_map(|(index, one)| {
        let other = claims.iter().take(index).find(|other| one.is_of_series(other) && one.overlaps(other))?;
        Some(format!("{} and {} hold on one day", other.claim.id, one.claim.id))
    })
}

#[cfg(test)]
mod golden;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fees::Days;
    use time::macros::date;

    fn file(changes: &[(&str, &str)]) -> Result<FeeBook, FileError> {
        let (name, whole) = *FILES.iter().find(|(name, _)| *name == "paypal.json").unwrap();
        let mut text = whole.to_owned();
        for (from, to) in changes {
            assert!(text.contains(from), "{from} is in the file");
            text = text.replacen(from, to, 1);
        }
        load(&[(name, &text)])
    }

    fn refused(from: &str, to: &str) -> String {
        file(&[(from, to)]).unwrap_err().to_string()
    }

    #[test]
    fn every_file_loads() {
        let book = load_all().unwrap();
        assert!(book.all().len() >= 75, "{}", book.all().len());
        let claim = book.get("stripe-us-card").unwrap();
        assert_eq!(claim.claim.channel.as_deref(), Some("stripe"));
        assert_eq!((claim.claim.percent, claim.claim.fixed), (Rate::new(29_000), Minor::new(30)));
        assert!(book.get("stripe").is_none());
    }

    #[test]
    fn a_claim_holds_from_its_first_to_its_last_day() {
        let book = load_all().unwrap();
        let promo = book.get("paypal-cn-receipt-promo-2023").unwrap();
        let days =
            [date!(2023 - 03 - 31), date!(2023 - 04 - 01), date!(2024 - 09 - 30), date!(2024 - 10 - 01)];
        assert_eq!(days.map(|day| promo.is_in_force(day)), [false, true, true, false]);
        let undated = book.get("stripe-hk-usd").unwrap();
        assert!(undated.is_in_force(date!(2000 - 01 - 01)));
    }

    #[test]
    fn a_claim_ages_and_what_nobody_attests_is_never_current() {
        let book = load_all().unwrap();
        let on = |id, day| book.get(id).unwrap().standing(day, CURRENT_DAYS);
        assert_eq!(on("stripe-us-card", date!(2026 - 09 - 20)), Standing::Current);
        assert_eq!(on("stripe-us-card", date!(2027 - 03 - 19)), Standing::Current, "180 days");
        assert_eq!(on("stripe-us-card", date!(2027 - 03 - 20)), Standing::Aged);
        assert_eq!(on("stripe-us-card", date!(2026 - 09 - 19)), Standing::Coming);
        assert_eq!(on("paypal-cn-receipt-promo-2023", date!(2026 - 11 - 27)), Standing::Ended);
        assert_eq!(on("wechat-cn-716", date!(2026 - 11 - 27)), Standing::Unverified);
        assert_eq!(on("paypal-cn-receipt", date!(2026 - 11 - 27)), Standing::Aged, "a page of 2024");
    }

    #[test]
    fn contradictions_are_found_at_start_up() {
        assert!(refused("\"2024-10-01\", \"tag\"", "\"2024-09-30\", \"tag\"").contains("hold on one day"));
        assert!(refused("\"to\": \"2024-09-30\"", "\"to\": \"2022-09-30\"").contains("ends before"));
        assert!(refused("\"CNY\"", "\"RMB\"").contains("no currency RMB"));
        assert!(refused("\"source\": \"us\"", "\"source\": \"usa\"").contains("no source usa"));
        assert!(refused("\"fx\": 30000", "\"fx\": 40000").contains("range"));
        assert!(refused("\"tags\": {\"fx\"", "\"tags\": {\"exchange\"").contains("no figure"));
        assert!(refused("\"figures\": [\"fx\"]", "\"figures\": [\"exchange\"]").contains("no figure"));
        assert!(refused("{\"source\": \"fee-calc\"", "{\"source\": \"fee\"").contains("no source fee"));
        assert!(refused("{\"source\": \"fee-calc\"", "{\"source\": \"us\"").contains("named twice"));
        assert!(refused("\"zh-CN\": \"二维码\"", "\"zh-CN\": \"\"").contains("both languages"));
        assert!(refused("\"paypal-us-qr\"", "\"paypal-us-checkout\"").contains("twice"));
        assert!(refused("\"channel\": \"paypal\"", "\"channel\": \"pal\"").contains("no channel"));
        assert!(refused("\"channel\": \"paypal\"", "\"channel\": \"stripe\"").contains("should be called"));
        assert!(refused("\"tag\": \"T\"", "\"tag\": \"U\"").contains("unknown variant"));
        let markup = refused(
            "\"card_class\": \"card_interchange\", \"currency\": \"USD\", \"percent\": null",
            "\"card_class\": \"card_interchange\", \"currency\": \"USD\", \"percent\": 1",
        );
        assert!(markup.contains("Interchange++"), "{markup}");
    }

    #[test]
    fn each_claim_names_every_source_and_which_figures_one_tells_alone() {
        let book = load_all().unwrap();
        let addresses = |id: &str| {
            let one = book.get(id).unwrap();
            let all = std::iter::once(&one.source).chain(one.also.iter().map(|beside| &beside.source));
            all.map(|source| source.address.as_str()).collect::<Vec<_>>()
        };
        assert_eq!(addresses("wechat-cn-719").len(), 3);
        for rule in ["703", "717", "721", "722", "730", "790"] {
            assert_eq!(addresses(&format!("wechat-cn-{rule}")).len(), 2, "{rule}");
        }
        let disputes = book.get("airwallex-hk-card").unwrap().teller("dispute").unwrap();
        assert_eq!(disputes.as_of, Some(date!(2023 - 12 - 08)));
        assert!(book.get("airwallex-hk-card").unwrap().teller("fx").is_none());
        let exchange = book.get("paypal-us-checkout").unwrap().teller("fx").unwrap();
        assert_eq!(exchange.source.address, "https://fee-calc.com/paypal-fee-calculator");
        for one in book.all() {
            for address in addresses(&one.claim.id) {
                let path = address.splitn(4, '/').nth(3).unwrap_or_default();
                assert!(address.starts_with("https://") && !path.is_empty(), "{}: {address}", one.claim.id);
            }
        }
    }

    #[test]
    fn business_days_are_seven_for_five_and_a_started_one_counts() {
        let book = load_all().unwrap();
        let days = |id| book.get(id).unwrap().claim.delay_days.map(Days::get);
        assert_eq!(days("mollie-amex"), Some(6), "4 business days");
        assert_eq!(days("airwallex-hk-card"), Some(5), "T+3");
        assert_eq!(days("wechat-cn-713"), Some(7), "T+7, which nobody calls business days");
        assert_eq!(days("wechat-cn-716"), Some(1), "T+1");
        let (name, whole) = *FILES.iter().find(|(name, _)| *name == "mollie.json").unwrap();
        let text = whole.replacen("\"delay_days\": 6", "\"delay_days\": 4", 1);
        assert!(load(&[(name, &text)]).unwrap_err().to_string().contains("4 business days are 6 days"));
    }
}
