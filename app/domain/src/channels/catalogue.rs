//! The catalogue of channels: one data file each, read and checked when the server starts.

use super::{Offered, Source};
use crate::{Lang, lang::Told, words::words};
use serde::{Deserialize, Serialize};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};
use time::Date;

const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/channels.rs"));

words! {
    /// What a channel is to a merchant.
    Role {
        /// What a payer pays with; merchants apply for it through us.
        Wallet = "wallet",
        /// Who takes payments in, with cards and wallets riding on it.
        Acquirer = "acquirer",
    }
}

words! {
    /// What a fact is about.
    Topic {
        /// Where merchants can be taken on.
        Regions = "regions",
        /// In what it charges and settles.
        Currencies = "currencies",
        /// Where it can be paid with.
        Products = "products",
        /// On whom it rides.
        RidesOn = "rides_on",
        /// When the money arrives.
        Settlement = "settlement",
        /// How its engineers are reached.
        Support = "support",
        /// How many use it.
        UserBase = "user_base",
        /// How well it is known.
        Brand = "brand",
        /// In how many markets.
        Coverage = "coverage",
        /// Certificates, tokens, where data lies.
        DataSafety = "data_safety",
        /// Prices that aren't of single payments.
        Price = "price",
        /// Which merchants it takes.
        Merchants = "merchants",
    }
}

words! {
    /// Where a payer pays.
    Product {
        /// A code that is scanned.
        Qr = "qr",
        /// Inside an app.
        InApp = "in_app",
        /// On a web page.
        Web = "web",
        /// Inside a wallet's own mini-program.
        MiniProgram = "mini_program",
        /// At a counter, with a card or a phone held to a reader.
        InPerson = "in_person",
    }
}

/// What a fact says, for those who reckon with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(untagged)]
pub enum Value {
    /// How many.
    Number(u64),
    /// Which.
    Words(Vec<String>),
}

/// Something that is known of a channel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Fact {
    /// What it is about.
    pub topic: Topic,
    /// What it says, in words.
    pub text: Told,
    /// What it says, to reckon with.
    pub value: Option<Value>,
    /// Where it was read.
    pub source: Source,
    /// The day that is printed on the source.
    pub as_of: Option<Date>,
}

/// A channel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Channel {
    /// `wechat_pay`.
    pub code: String,
    /// What it is called.
    pub name: Told,
    /// What it is to a merchant.
    pub role: Role,
    /// What is known of it, topic by topic.
    pub facts: Vec<Fact>,
    /// Its place among the others.
    #[serde(skip)]
    place: u8,
    #[serde(skip)]
    open_to: Vec<OpenTo>,
    #[serde(skip)]
    sources: BTreeMap<String, Source>,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct OpenTo {
    country: String,
    kind: String,
    open: bool,
    note: Option<Told>,
    source: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    code: String,
    name: Told,
    role: Role,
    place: u8,
    sources: BTreeMap<String, Source>,
    #[serde(default)]
    open_to: Vec<OpenTo>,
    facts: Vec<Line>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    topic: Topic,
    source: String,
    as_of: Option<Date>,
    value: Option<Value>,
    text: Told,
}

static CATALOGUE: LazyLock<Result<Vec<Channel>, String>> = LazyLock::new(|| load(FILES));

/// What is wrong with the catalogue, if anything; asked at start-up.
pub fn fault() -> Option<&'static str> {
    CATALOGUE.as_ref().err().map(String::as_str)
}

/// All channels, wallets first.
pub fn all() -> &'static [Channel] {
    CATALOGUE.as_ref().map_or(&[], Vec::as_slice)
}

/// The wallets that merchants apply for, in the order in which they are shown.
pub fn wallets() -> impl Iterator<Item = &'static Channel> {
    all().iter().filter(|channel| channel.role == Role::Wallet)
}

/// A channel by its code.
pub fn get(code: &str) -> Option<&'static Channel> {
    all().iter().find(|channel| channel.code == code)
}

/// Whether a word is a wallet's code.
pub fn is_wallet(code: &str) -> bool {
    wallets().any(|wallet| wallet.code == code)
}

/// What a channel is called; a code that isn't known stays as it is.
pub fn name(code: &str, lang: Lang) -> &str {
    get(code).map_or(code, |channel| channel.name.get(lang))
}

/// Every wallet as a kind of merchant finds it; one that says nothing of the kind isn't among them.
pub fn offered(country: &str, kind: &str) -> Vec<Offered> {
    wallets().filter_map(|wallet| wallet.offered(country, kind)).collect()
}

fn load(files: &[(&str, &str)]) -> Result<Vec<Channel>, String> {
    let mut channels = Vec::with_capacity(files.len());
    for (name, text) in files {
        let file: File = serde_json::from_str(text).map_err(|error| format!("{name}: {error}"))?;
        if *name != format!("{}.json", file.code) {
            return Err(format!("{name}: should be called {}.json", file.code));
        }
        channels.push(file.channel().map_err(|what| format!("{name}: {what}"))?);
    }
    channels.sort_by_key(|channel| (channel.role, channel.place));
    let mut places = BTreeSet::new();
    if let Some(twice) = channels.iter().find(|channel| !places.insert((channel.role, channel.place))) {
        return Err(format!("{}: its place is another's", twice.code));
    }
    let known = |code: &String| channels.iter().any(|channel| channel.code == *code);
    let stranger = channels.iter().find_map(|channel| {
        let Some(Value::Words(acquirers)) = &channel.fact(Topic::RidesOn)?.value else { return None };
        acquirers.iter().find(|code| !known(code)).map(|code| format!("{}: no channel {code}", channel.code))
    });
    stranger.map_or(Ok(channels), Err)
}

impl File {
    fn channel(self) -> Result<Channel, String> {
        let mut facts = Vec::with_capacity(self.facts.len());
        for line in self.facts {
            facts.push(line.fact(&self.sources)?);
        }
        facts.sort_by_key(|fact| fact.topic);
        let channel = Channel {
            code: self.code,
            name: self.name,
            role: self.role,
            facts,
            place: self.place,
            open_to: self.open_to,
            sources: self.sources,
        };
        match channel.fault() {
            Some(what) => Err(what),
            None => Ok(channel),
        }
    }
}

impl Line {
    fn fact(self, sources: &BTreeMap<String, Source>) -> Result<Fact, String> {
        let topic = self.topic;
        let source = sources
            .get(&self.source)
            .cloned()
            .ok_or_else(|| format!("{topic}: no source {}", self.source))?;
        if !self.text.is_whole() {
            return Err(format!("{topic}: not told in both languages"));
        }
        let numbered = matches!(topic, Topic::Settlement | Topic::UserBase | Topic::Coverage);
        let shaped = match &self.value {
            None => true,
            Some(Value::Number(_)) => numbered,
            Some(Value::Words(words)) => !numbered && !words.is_empty(),
        };
        if !shaped {
            return Err(format!("{topic}: its value is of another shape"));
        }
        Ok(Fact { topic, text: self.text, value: self.value, source, as_of: self.as_of })
    }
}

impl Channel {
    /// The fact on a topic, where there is one.
    pub fn fact(&self, topic: Topic) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.topic == topic)
    }

    /// The words of the fact on a topic; none where nothing is known.
    pub fn words(&self, topic: Topic) -> &[String] {
        match self.fact(topic).and_then(|fact| fact.value.as_ref()) {
            Some(Value::Words(words)) => words,
            _ => &[],
        }
    }

    /// The number of the fact on a topic, where there is one.
    pub fn number(&self, topic: Topic) -> Option<u64> {
        match self.fact(topic)?.value {
            Some(Value::Number(number)) => Some(number),
            _ => None,
        }
    }

    /// How a kind of merchant finds it; nothing where it says nothing of the kind.
    pub fn offered(&self, country: &str, kind: &str) -> Option<Offered> {
        let one = self.open_to.iter().find(|one| one.country == country && one.kind == kind)?;
        Some(Offered {
            wallet: self.code.clone(),
            open: one.open,
            note: one.note.clone(),
            source: one.source.as_ref().and_then(|key| self.sources.get(key)).cloned(),
        })
    }

    /// What contradicts itself, if anything.
    fn fault(&self) -> Option<String> {
        if !self.name.is_whole() {
            return Some("no name in both languages".into());
        }
        let mut kinds = BTreeSet::new();
        self.open_to.iter().find_map(|one| {
            let at = format!("{}-{}", one.country, one.kind);
            let missing = one.source.as_ref().is_some_and(|key| !self.sources.contains_key(key));
            if missing {
                return Some(format!("{at}: no such source"));
            }
            if !one.open && (one.note.is_none() || one.source.is_none()) {
                return Some(format!("{at}: closed without a reason or source"));
            }
            if one.note.as_ref().is_some_and(|note| !note.is_whole()) {
                return Some(format!("{at}: not told in both languages"));
            }
            (!kinds.insert((&one.country, &one.kind))).then(|| format!("{at} stands twice"))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(from: &str, to: &str) -> String {
        let (name, whole) = *FILES.iter().find(|(name, _)| *name == "google_pay.json").unwrap();
        assert!(whole.contains(from), "{from} is in the file");
        load(&[(name, &whole.replacen(from, to, 1))]).unwrap_err()
    }

    #[test]
    fn the_five_wallets_come_first_and_in_their_order() {
        assert_eq!(fault(), None);
        let codes: Vec<_> = wallets().map(|wallet| wallet.code.as_str()).collect();
        assert_eq!(codes, ["alipay", "wechat_pay", "apple_pay", "google_pay", "paypal"]);
        assert!(all().iter().take(5).all(|channel| channel.role == Role::Wallet));
        assert!(is_wallet("paypal") && !is_wallet("stripe") && !is_wallet("Paypal"));
        assert_eq!((name("alipay", Lang::ZhCn), name("venmo", Lang::En)), ("支付宝", "venmo"));
    }

    #[test]
    fn each_kind_finds_every_wallet_open_or_with_a_reason_and_source() {
        let china = ["enterprise", "individual", "institution", "micro"].map(|kind| ("CN", kind));
        let abroad = [
            ("US", "llc"),
            ("US", "corporation"),
            ("HK", "company"),
            ("SG", "company"),
            ("DE", "gmbh"),
            ("GB", "limited"),
        ];
        for (country, kind) in china.into_iter().chain(abroad) {
            let offered = offered(country, kind);
            assert_eq!(offered.len(), 5, "{country}-{kind}");
            assert!(offered.iter().all(|one| one.open || (one.note.is_some() && one.source.is_some())));
            let shut = offered.iter().find(|one| one.wallet == "google_pay" && !one.open);
            assert_eq!(shut.is_some(), country == "CN", "{country}-{kind}");
        }
        for (kind, wallet) in [("micro", "apple_pay"), ("institution", "paypal")] {
            let unknown = get(wallet).unwrap().offered("CN", kind).unwrap();
            assert!(
                !unknown.open && unknown.note.unwrap().get(Lang::En).starts_with("Not known"),
                "{wallet}"
            );
        }
        let google = get("google_pay").unwrap();
        assert!(!google.offered("CN", "enterprise").unwrap().open);
        assert!(google.offered("US", "llc").unwrap().open);
        assert_eq!(google.offered("FR", "sas"), None);
    }

    #[test]
    fn contradictions_are_found_at_start_up() {
        assert!(broken("\"code\": \"google_pay\"", "\"code\": \"gpay\"").contains("should be called"));
        assert!(broken("\"zh-CN\": \"Google Pay\"", "\"zh-CN\": \"\"").contains("no name"));
        assert!(broken("\"kind\": \"individual\"", "\"kind\": \"enterprise\"").contains("stands twice"));
        assert!(
            broken("\"open\": false, \"source\": \"antom\"", "\"open\": false, \"source\": \"ant\"")
                .contains("no such source")
        );
        assert!(
            broken("\"open\": false, \"source\": \"antom\"", "\"open\": false")
                .contains("without a reason or source")
        );
    }
}
