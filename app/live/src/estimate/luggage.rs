//! What a page hands to the browser to reckon with, as lines of text: they weigh least in a browser, both the lines and what reads them.

use super::answer::{Coin, Reckoner, Words};
use domain::fees::{
    Exchange,
    exchange::Quote,
    packed::{pack, unpack},
};

/// The lines of a reckoner.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Luggage {
    /// For each way its prices, with [`BETWEEN`] between them.
    pub ways: Vec<String>,
    /// For each currency with a worth: code, digits of the minor unit, worth.
    pub worths: Vec<String>,
    /// For each currency of the form: code, digits of the minor unit, symbol.
    pub coins: Vec<String>,
    /// The words in their order.
    pub words: Vec<String>,
}

const BETWEEN: &str = ";";

impl Luggage {
    /// Packs a reckoner.
    pub fn pack(reckoner: &Reckoner) -> Self {
        let worth =
            |(code, quote): (&str, Quote)| format!("{code}{BETWEEN}{}{BETWEEN}{}", quote.places, quote.worth);
        let coin = |coin: &Coin| format!("{}{BETWEEN}{}{BETWEEN}{}", coin.code, coin.places, coin.symbol);
        let Words { on_request, unusable, payments } = reckoner.words.clone();
        let way = |prices: &Vec<_>| prices.iter().map(pack).collect::<Vec<_>>().join(BETWEEN);
        Self {
            ways: reckoner.ways.iter().map(way).collect(),
            worths: reckoner.exchange.lines().map(worth).collect(),
            coins: reckoner.coins.iter().map(coin).collect(),
            words: [on_request, unusable].into_iter().chain(payments).collect(),
        }
    }

    /// Unpacks it.
    pub fn unpack(&self) -> Reckoner {
        let way = |line: &String| {
            let prices = line.split(BETWEEN).enumerate();
            prices.filter_map(|(place, price)| unpack(place.to_string(), price)).collect()
        };
        let mut words = self.words.iter().cloned();
        let mut word = || words.next().unwrap_or_default();
        Reckoner {
            ways: self.ways.iter().map(way).collect(),
            exchange: Exchange::new(self.worths.iter().filter_map(|line| worth(line))),
            coins: self.coins.iter().filter_map(|line| coin(line)).collect(),
            words: Words { on_request: word(), unusable: word(), payments: [word(), word(), word()] },
        }
    }
}

fn worth(line: &str) -> Option<(String, Quote)> {
    let mut values = line.split(BETWEEN);
    let (code, places, worth) = (values.next()?, values.next()?, values.next()?);
    Some((code.to_owned(), Quote::new(places.parse().ok()?, worth.parse().ok()?)?))
}

fn coin(line: &str) -> Option<Coin> {
    let mut values = line.split(BETWEEN);
    let (code, places, symbol) = (values.next()?, values.next()?, values.next()?);
    Some(Coin { code: code.to_owned(), places: places.parse().ok()?, symbol: symbol.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::fees::{Claim, Minor, Rate};

    #[test]
    fn a_reckoner_comes_out_as_it_went_in() {
        let claim = |id: &str| Claim { fixed: Minor::new(49), ..Claim::of(id, "USD", Rate::new(34_900)) };
        let coin = Coin { code: "USD".into(), places: 2, symbol: "US$".into() };
        let words = Words {
            on_request: "a".into(),
            unusable: "b; c".into(),
            payments: [String::new(), " d ".into(), "e".into()],
        };
        let worth = ("JPY".to_owned(), Quote::new(0, 47_500).unwrap());
        let reckoner = Reckoner {
            ways: vec![vec![], vec![claim("0"), claim("1")]],
            exchange: Exchange::new([worth]),
            coins: vec![coin],
            words,
        };
        let there = Luggage::pack(&reckoner).unpack();
        assert_eq!(
            (&there.ways, &there.exchange, &there.coins, &there.words),
            (&reckoner.ways, &reckoner.exchange, &reckoner.coins, &reckoner.words)
        );
    }
}
