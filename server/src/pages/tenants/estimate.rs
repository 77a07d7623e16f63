//! `/t/{slug}/estimate`: what taking payments would cost, for whoever asks. The question stands in the address.

use super::super::query::{Pairs, given};
use crate::web::{PageResult, Visit};
use app::{
    islands::{Figures, Way},
    pages::{
        fees::compare::{COUNTRIES, CURRENCIES},
        tenants::estimate::{self, Model, fault_key},
    },
    ui::FormState,
};
use axum::{extract::Query, http::StatusCode};
use domain::{
    applications::lists,
    channels::catalogue::{self, Product},
    fees::Exchange,
    money::Currency,
};

/// `GET /t/{slug}/estimate`
pub(super) async fn show(visit: Visit, Query(pairs): Query<Pairs>) -> PageResult {
    let mut form = if pairs.is_empty() { begin("CN") } else { asked(&pairs) };
    let status = if judge(&mut form) { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let model = model(&visit, form);
    Ok(visit.page_with(status, estimate::page(&visit.frame, &model)))
}

/// The estimate as it begins, for a merchant of a country.
pub(super) fn begin(country: &str) -> FormState {
    let country = if COUNTRIES.contains(&country) { country } else { "CN" };
    let (currency, volume, ticket) =
        if country == "CN" { ("CNY", "200000", "80") } else { ("USD", "30000", "40") };
    FormState::default()
        .with("merchant_country", country)
        .with("sold", "")
        .with("product", "")
        .with("currency", currency)
        .with("volume", volume)
        .with("ticket", ticket)
        .with("abroad", "0")
}

/// The estimate's model: what the tenant's price list says for everybody.
pub(super) fn model(visit: &Visit, form: FormState) -> Model {
    let way = |channel: &catalogue::Channel| Way {
        name: channel.name.get(visit.frame.lang).to_owned(),
        href: visit.frame.at(&format!("/channels/{}", channel.code)),
        prices: Vec::new(),
    };
    Model { form, ways: catalogue::all().iter().map(way).collect(), exchange: Exchange::default() }
}

fn asked(pairs: &Pairs) -> FormState {
    Figures::NAMES
        .iter()
        .fold(FormState::default(), |form, name| form.with(*name, given(pairs, name).unwrap_or_default()))
}

/// Whether the form can be answered; what can't be used is said at its field.
fn judge(form: &mut FormState) -> bool {
    let figures = Figures::of(|name| form.value(name).to_owned());
    let mcc = |word: &str| lists::get("mcc").is_some_and(|list| list.entry(word).is_some());
    let words = [
        ("merchant_country", COUNTRIES.contains(&figures.country.as_str())),
        ("sold", figures.sold.is_empty() || mcc(&figures.sold)),
        ("product", figures.product.is_empty() || Product::from_word(&figures.product).is_some()),
        ("currency", CURRENCIES.contains(&figures.currency.as_str())),
    ];
    let unknown = words.into_iter().filter(|(_, known)| !known).map(|(name, _)| (name, "error-choose"));
    let places = Currency::get(&figures.currency).map_or(2, Currency::places);
    let faults = figures.read(places).err().unwrap_or_default();
    let wrong: Vec<_> =
        unknown.chain(faults.into_iter().map(|(name, fault)| (name, fault_key(fault)))).collect();
    for (name, key) in &wrong {
        form.refuse(*name, *key);
    }
    wrong.is_empty()
}
