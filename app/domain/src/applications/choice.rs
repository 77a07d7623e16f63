//! What a visitor chooses before giving an address: country, kind of business and channels. It stands in the address of
//! the front page, goes with them through registration, and fills in what they then begin.

use super::kinds::RuleSet;

/// A choice among what is offered; never more than that.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// The country, ISO 3166-1 alpha-2; empty where none is chosen.
    pub country: String,
    /// The kind's code (`cn-enterprise`), where one is chosen.
    pub kind: Option<String>,
    /// The codes of the channels wanted, in the catalogue's order; only those open to the kind.
    pub channels: Vec<String>,
}

impl Choice {
    /// Reads an address's `country`, `kind` and `channel` (which may repeat). What isn't offered is left out; of a
    /// country and a kind that don't belong together the country counts. Where there is but one, it is chosen.
    pub fn read(pairs: &[(String, String)], offered: &[&RuleSet]) -> Self {
        let first = |name: &str| pairs.iter().find(|(known, _)| known == name).map(|(_, value)| value.trim());
        let by_code = |code: &str| offered.iter().find(|set| set.code() == code);
        let country = first("country").filter(|country| offered.iter().any(|set| set.country == *country));
        let mut kind = first("kind").and_then(by_code);
        kind = kind.filter(|set| country.is_none_or(|country| set.country == country));
        let country = country.map(str::to_owned).or_else(|| kind.map(|set| set.country.clone()));
        let country = country.or_else(|| only_country(offered)).unwrap_or_default();
        if kind.is_none() {
            kind = only_kind(offered, &country);
        }
        let words = pairs.iter().filter(|(name, _)| name == "channel").map(|(_, value)| value.as_str());
        let channels = kind.map(|set| open(set, words)).unwrap_or_default();
        Self { country, kind: kind.map(|set| set.code()), channels }
    }

    /// The rules of the kind that is chosen.
    pub fn rules<'a>(&self, offered: &[&'a RuleSet]) -> Option<&'a RuleSet> {
        let kind = self.kind.as_ref()?;
        offered.iter().copied().find(|set| set.code() == *kind)
    }

    /// The choice as an address's query, with its question mark; empty where no kind is chosen. Its words are plain:
    /// nothing needs escaping.
    pub fn query(&self) -> String {
        let Some(kind) = &self.kind else { return String::new() };
        let add = |query, wallet: &String| format!("{query}&channel={wallet}");
        self.channels.iter().fold(format!("?kind={kind}"), add)
    }

    /// The choice as one word, for a cookie: `cn-enterprise.alipay.wechat_pay`.
    pub fn word(&self) -> Option<String> {
        let kind = self.kind.as_ref()?;
        Some(self.channels.iter().fold(kind.clone(), |word, wallet| format!("{word}.{wallet}")))
    }

    /// Reads such a word, again only what is offered.
    pub fn from_word(word: &str, offered: &[&RuleSet]) -> Self {
        let mut parts = word.split('.');
        let kind = ("kind".to_owned(), parts.next().unwrap_or_default().to_owned());
        let channels = parts.map(|part| ("channel".to_owned(), part.to_owned()));
        let pairs: Vec<_> = std::iter::once(kind).chain(channels).collect();
        Self::read(&pairs, offered)
    }
}

/// Of these wallets those that are open to the kind, each once, in the catalogue's order.
pub fn open<'w>(set: &RuleSet, wanted: impl Iterator<Item = &'w str>) -> Vec<String> {
    let wanted: Vec<&str> = wanted.map(str::trim).collect();
    set.open().filter(|wallet| wanted.contains(wallet)).map(str::to_owned).collect()
}

fn only_country(offered: &[&RuleSet]) -> Option<String> {
    let first = offered.first()?;
    offered.iter().all(|set| set.country == first.country).then(|| first.country.clone())
}

fn only_kind<'a, 'b>(offered: &'b [&'a RuleSet], country: &str) -> Option<&'b &'a RuleSet> {
    let mut there = offered.iter().filter(|set| set.country == country);
    there.next().filter(|_| there.next().is_none())
}

#[cfg(test)]
#[cfg(feature = "data")]
mod tests {
    use super::Choice;
    use crate::applications::{RuleSet, check::tests::rules};

    fn read(query: &[(&str, &str)], offered: &[&RuleSet]) -> Choice {
        let pairs: Vec<_> = query.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
        Choice::read(&pairs, offered)
    }

    /// Three kinds in two countries.
    fn kinds() -> Vec<RuleSet> {
        let kind =
            |country: &str, kind: &str| RuleSet { country: country.into(), kind: kind.into(), ..rules() };
        vec![kind("CN", "enterprise"), kind("CN", "individual_business"), kind("US", "llc")]
    }

    #[test]
    fn nothing_but_what_is_offered_is_chosen() {
        let kinds = kinds();
        let offered: Vec<&RuleSet> = kinds.iter().collect();
        let choice = read(
            &[
                ("kind", "cn-enterprise"),
                ("channel", "wechat_pay"),
                ("channel", "google_pay"),
                ("channel", "alipay"),
                ("channel", "alipay"),
                ("channel", "<script>"),
            ],
            &offered,
        );
        assert_eq!(choice.country, "CN");
        assert_eq!(choice.channels, ["alipay", "wechat_pay"], "Google Pay isn't open to it");
        assert_eq!(choice.query(), "?kind=cn-enterprise&channel=alipay&channel=wechat_pay");
        assert_eq!(read(&[("kind", "cn-unknown"), ("channel", "alipay")], &offered), Choice::default());
        assert_eq!(read(&[], &offered).query(), "");
    }

    #[test]
    fn the_country_counts_and_what_there_is_once_is_chosen() {
        let kinds = kinds();
        let offered: Vec<&RuleSet> = kinds.iter().collect();
        let moved = read(&[("country", "US"), ("kind", "cn-enterprise"), ("channel", "paypal")], &offered);
        assert_eq!((moved.country.as_str(), moved.kind.as_deref()), ("US", Some("us-llc")));
        let open = read(&[("country", "CN")], &offered);
        assert_eq!((open.country.as_str(), open.kind), ("CN", None));
        let one = read(&[], &offered[..1]);
        assert_eq!((one.country.as_str(), one.kind.as_deref()), ("CN", Some("cn-enterprise")));
        assert_eq!(read(&[("country", "FR")], &offered), Choice::default());
    }

    #[test]
    fn a_choice_survives_as_one_word() {
        let kinds = kinds();
        let offered: Vec<&RuleSet> = kinds.iter().collect();
        let choice = read(&[("kind", "cn-individual-business"), ("channel", "paypal")], &offered);
        let word = choice.word().unwrap();
        assert_eq!(word, "cn-individual-business.paypal");
        assert_eq!(Choice::from_word(&word, &offered), choice);
        assert_eq!(Choice::from_word("../../x; Path=/", &offered), Choice::default());
        assert_eq!(Choice::default().word(), None);
    }
}
