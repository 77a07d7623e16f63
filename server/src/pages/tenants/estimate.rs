//! `/t/{slug}/estimate`: what taking payments would cost, for whoever asks. The question stands in the address.

use super::super::query::{Pairs, given};
use crate::web::{Fault, PageResult, Visit};
use app::{
    pages::{
        fees::{compare::CURRENCIES, words},
        tenants::estimate::{self, Model, Way, fault_key},
    },
    ui::FormState,
};
use axum::{extract::Query, http::StatusCode};
use domain::{
    Actor,
    applications::lists,
    channels::catalogue::{self, Product},
    fees::{
        dimensions,
        offer::{Price, board},
    },
    money::Currency,
};
use live::estimate::Figures;
use services::{
    applications::today,
    fees::{prices, rates},
};

/// `GET /t/{slug}/estimate`
pub(super) async fn show(visit: Visit, Query(pairs): Query<Pairs>) -> PageResult {
    let mut form = if pairs.is_empty() { begin("CN") } else { asked(&pairs) };
    let status = if judge(&mut form) { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let model = model(&visit, form).await?;
    Ok(visit.page_with(status, estimate::page(&visit.frame, &model)))
}

/// The estimate as it begins, for a merchant of a country.
pub(super) fn begin(country: &str) -> FormState {
    let country = if dimensions::countries().any(|known| known == country) { country } else { "CN" };
    // A tea shop's QR code, or a web shop: what most visitors there mean.
    let (sold, product, currency, volume, ticket) = if country == "CN" {
        ("5814", "qr", "CNY", "200000", "80")
    } else {
        ("5691", "web", "USD", "30000", "40")
    };
    FormState::default()
        .with("merchant_country", country)
        .with("sold", sold)
        .with("product", product)
        .with("currency", currency)
        .with("volume", volume)
        .with("ticket", ticket)
        .with("abroad", "0")
}

/// The estimate's model: what the tenant's price list says to everybody.
pub(super) async fn model(visit: &Visit, form: FormState) -> Result<Model, Fault> {
    let (services, tenant) = (&visit.app.services, visit.tenant()?.id);
    let prices = prices::for_visitor(services, tenant).await?;
    let exchange = rates::exchange(services, &Actor::Visitor { tenant }, today("CN", services.now())).await?;
    let ways = catalogue::all().iter().flat_map(|channel| board::ways(&prices, channel));
    let ways = ways.filter_map(|(channel, through)| way(visit, &prices, channel, through)).collect();
    Ok(Model { form, ways, exchange })
}

/// A way to take payments. Wallets are told of also where their price is on request; who only carries them is not.
fn way(visit: &Visit, prices: &[Price], channel: &str, through: Option<&str>) -> Option<Way> {
    let asked = through.unwrap_or(channel);
    let of = prices.iter().filter(|price| price.channel == asked);
    let of: Vec<_> = of.map(|price| price.claim.clone()).collect();
    let name = words::channel(&visit.frame, channel, through);
    let told = !of.is_empty() || catalogue::wallets().any(|wallet| wallet.code == channel);
    told.then(|| Way { name, href: visit.frame.at(&format!("/channels/{channel}")), prices: of })
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
    let chosen = [
        ("merchant_country", dimensions::countries().any(|known| known == figures.country)),
        ("sold", figures.sold.is_empty() || mcc(&figures.sold)),
        ("product", figures.product.is_empty() || Product::from_word(&figures.product).is_some()),
        ("currency", CURRENCIES.contains(&figures.currency.as_str())),
    ];
    let unknown = chosen.into_iter().filter(|(_, known)| !known).map(|(name, _)| (name, "error-choose"));
    let places = Currency::get(&figures.currency).map_or(2, Currency::places);
    let faults = figures.read(places).err().unwrap_or_default();
    let wrong: Vec<_> =
        unknown.chain(faults.into_iter().map(|(name, fault)| (name, fault_key(fault)))).collect();
    for (name, key) in &wrong {
        form.refuse(*name, *key);
    }
    wrong.is_empty()
}
