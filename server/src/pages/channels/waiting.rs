//! Who waits for a channel, with the channel in the address.

use super::super::query::{Pairs, address, given};
use crate::web::{
    PageResult, Visit,
    csv::{self, Holds},
};
use app::pages::{
    channels::waiting::{self as page, Line, Model},
    sheets::CHANNELS,
};
use axum::extract::Query;
use domain::{MerchantId, channels::catalogue};
use services::channels::{self, Key, Waiting};
use time::OffsetDateTime;

/// `GET /t/{slug}/desk/channels`
pub(super) async fn list(visit: Visit, Query(pairs): Query<Pairs>) -> PageResult {
    visit.signed_in()?;
    let channel = given(&pairs, "channel").filter(|word| catalogue::is_wallet(word));
    let after = given(&pairs, "after").and_then(key);
    let (found, next) = channels::waiting(&visit.app.services, &visit.actor, channel, after.as_ref()).await?;
    let path = visit.frame.at("/desk/channels");
    let link = |channel: &str, after: &str| {
        let all = [("channel", channel), ("after", after)];
        address(&path, &all.into_iter().filter(|(_, value)| !value.is_empty()).collect::<Vec<_>>())
    };
    let chosen = channel.unwrap_or_default();
    let words = std::iter::once("").chain(catalogue::wallets().map(|wallet| wallet.code.as_str()));
    let model = Model {
        channels: words.map(|word| (word.to_owned(), link(word, ""), word == chosen)).collect(),
        lines: found.into_iter().map(|waiting| line(&visit, waiting)).collect(),
        first: after.map(|_| link(chosen, "")),
        next: next.map(|key| link(chosen, &written(&key))),
        now: Some(visit.app.services.now()),
    };
    Ok(visit.page(page::page(&visit.frame, &model)))
}

fn line(visit: &Visit, waiting: Waiting) -> Line {
    Line {
        href: visit.frame.at(&format!("/desk/cases/{}/channels", waiting.application)),
        merchant: waiting.name,
        number: waiting.number.unwrap_or_default(),
        channel: waiting.channel,
        state: waiting.state,
        since: waiting.since,
    }
}

/// `GET /t/{slug}/desk/channels.csv`: the same as a file.
pub(super) async fn csv(visit: Visit, Query(pairs): Query<Pairs>) -> PageResult {
    visit.signed_in()?;
    csv::file(visit, &CHANNELS, Holds::Persons, move |visit, after: Option<Key>| {
        let channel = given(&pairs, "channel").filter(|word| catalogue::is_wallet(word)).map(str::to_owned);
        async move {
            let (services, actor) = (&visit.app.services, &visit.actor);
            let (found, next) =
                channels::waiting(services, actor, channel.as_deref(), after.as_ref()).await?;
            Ok((found.into_iter().map(|waiting| line(&visit, waiting)).collect(), next))
        }
    })
    .await
}

/// A key as it stands in the address: microseconds, merchant and channel.
fn written(key: &Key) -> String {
    format!("{}.{}.{}", key.since.unix_timestamp_nanos() / 1000, key.merchant, key.channel)
}

fn key(text: &str) -> Option<Key> {
    let mut parts = text.splitn(3, '.');
    let micros: i128 = parts.next()?.parse().ok()?;
    let since = OffsetDateTime::from_unix_timestamp_nanos(micros.checked_mul(1000)?).ok()?;
    let merchant: MerchantId = parts.next()?.parse().ok()?;
    let channel = parts.next().filter(|word| catalogue::is_wallet(word))?;
    Some(Key { since, merchant, channel: channel.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::datetime;

    #[test]
    fn keys_read_back_and_nothing_else_does() {
        let merchant = MerchantId(uuid::Uuid::from_u128(7));
        let one =
            Key { since: datetime!(2026-11-27 02:00:00.000001 UTC), merchant, channel: "wechat_pay".into() };
        assert_eq!(key(&written(&one)), Some(one));
        for wrong in ["", "1", "1.x.alipay", "9.00000000-0000-0000-0000-000000000007.else"] {
            assert_eq!(key(wrong), None, "{wrong}");
        }
    }
}
