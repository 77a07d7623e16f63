//! What channels cost on a mix, beside one another: a plain form whose state stands in the address, and what came of
//! it.

mod formula;
mod outcome;
pub mod ranking;
mod tickets;
mod told;

use super::{
    mixes::{self, Line},
    rooms::rooms,
    words,
};
use crate::{
    Frame, Page,
    ui::{Button, Chips, Choice, Form, FormState, back_link_to, layout, live},
};
use domain::{
    applications::lists,
    channels::catalogue::Product,
    fees::{
        Shelf,
        board::Row,
        estimate::stops,
        pair::Pair,
        ranking::{Ranking, Weights},
        tickets::Tickets,
    },
    money::Currency,
};
use leptos::prelude::*;
use std::sync::Arc;

/// Where the tenant's comparison stands.
pub const PATH: &str = "/console/fees";
/// Where a merchant's own comparison stands.
pub const OWN: &str = "/prices/compare";
/// The countries of merchants that claims are about.
pub const COUNTRIES: [&str; 9] = ["CN", "US", "DE", "FR", "GB", "HK", "LU", "SG", "TW"];
/// The currencies that claims are in.
pub const CURRENCIES: [&str; 7] = ["CNY", "USD", "EUR", "GBP", "HKD", "JPY", "TWD"];
/// The kinds of merchants that claims are about.
pub const SUBJECTS: [&str; 3] = ["enterprise", "individual", "micro"];
/// The means that claims are about and that a mix may have.
pub const MEANS: [&str; 5] = ["standard", "premium", "commercial", "amex", "international"];

/// The columns of the comparison as CSV, in their order: amounts are decimals of the answer's currency, `effective_rate`
/// is in percent, `claims` are ids.
pub const COLUMNS: [&str; 26] = [
    "channel",
    "through",
    "state",
    "reason",
    "currency",
    "volume",
    "month",
    "year",
    "difference",
    "effective_rate",
    "percent",
    "cross_border",
    "fx",
    "fixed",
    "clamp",
    "attempts",
    "refund_fees",
    "refund_credits",
    "disputes",
    "monthly",
    "top_up",
    "tax",
    "waiting",
    "rank",
    "points",
    "claims",
];

/// The page.
#[derive(Clone, Debug)]
pub struct Model {
    /// Whose comparison it is.
    pub face: Face,
    /// What was asked for.
    pub form: FormState,
    /// Kinds of business to begin from: code, address, whether it is on.
    pub presets: Vec<(&'static str, String, bool)>,
    /// The past payments that tell what is sold, in place of figures.
    pub stored: Option<Line>,
    /// What came of it, where something was asked for that could be answered.
    pub board: Option<Board>,
    /// Where claims' names and sources stand.
    pub shelf: Arc<Shelf>,
}

/// Whose comparison it is.
#[derive(Clone, Debug)]
pub enum Face {
    /// The tenant's: what channels cost it.
    Console,
    /// A merchant's: what it pays, and nothing of what that costs the tenant.
    Merchant {
        /// The reader's merchants: name, address, whether it is on.
        merchants: Vec<(String, String, bool)>,
        /// The ids of the prices that are of its own accepted offer.
        agreed: Vec<String>,
    },
}

impl Face {
    /// Where it stands, below the tenant's address.
    pub const fn path(&self) -> &'static str {
        match self {
            Self::Console => PATH,
            Self::Merchant { .. } => OWN,
        }
    }
}

/// What came of it.
#[derive(Clone, Debug)]
pub struct Board {
    /// The currency of every number.
    pub currency: String,
    /// Those with a bill first, the cheapest first.
    pub rows: Vec<Row>,
    /// The effective rate over the ticket.
    pub tickets: Option<Tickets>,
    /// By which the channels are ranked.
    pub weights: Weights,
    /// Their order.
    pub ranking: Ranking,
    /// The best pair of them.
    pub pair: Option<Pair>,
    /// Whether everything is opened, for paper.
    pub printed: bool,
    /// The address of the same numbers as CSV.
    pub file: String,
    /// The address at which everything is opened.
    pub paper: String,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let title = match model.face {
        Face::Console => frame.t("compare-title"),
        Face::Merchant { .. } => frame.t("compare-own-title"),
    };
    let form = Form::new(frame, &model.form);
    Page::new(form.title(&title), || match &model.face {
        Face::Console => layout::console(
            frame,
            view! {
                {form.summary()}
                {rooms(frame, PATH)}
                <h1>{title}</h1>
                <p class="measure">{frame.t("compare-text")}</p>
                {below(frame, model, &form)}
            },
        ),
        Face::Merchant { merchants, .. } => layout::desk(
            frame,
            view! {
                {form.summary()}
                {back_link_to(frame.at("/prices"), frame.t("compare-own-back"))}
                <h1>{title}</h1>
                {whose(frame, merchants)}
                {below(frame, model, &form)}
            },
        ),
    })
}

/// For whom it is reckoned; whoever stands for several merchants chooses.
fn whose(frame: &Frame, merchants: &[(String, String, bool)]) -> AnyView {
    let name = merchants.iter().find(|(.., on)| *on).map(|(name, ..)| name.clone()).unwrap_or_default();
    let chips = (merchants.len() > 1).then(|| {
        let chips = Chips::new(frame, frame.t("compare-own-whose"));
        let chip = |chips: Chips, (name, href, on): &(String, String, bool)| {
            chips.chip(name.clone(), href.clone(), *on)
        };
        merchants.iter().fold(chips, chip).view()
    });
    view! { {chips}<p class="measure">{frame.ta("compare-own-text", &[("name", name)])}</p> }.into_any()
}

/// The questions, and what came of them.
fn below(frame: &Frame, model: &Model, form: &Form<'_>) -> AnyView {
    view! {
        {presets(frame, model)}
        {live::sliders(questions(frame, model, form))}
        <div id="answer" class="flow">
            {model.board.is_some().then(|| told::question(frame, form, model.stored.is_some()))}
            {model.board.as_ref().map(|board| outcome::section(frame, model, board))}
        </div>
    }
    .into_any()
}

fn presets(frame: &Frame, model: &Model) -> AnyView {
    let chips = Chips::new(frame, frame.t("compare-presets"));
    let chip = |chips: Chips, (code, href, on): &(&'static str, String, bool)| {
        chips.chip(frame.t(&format!("compare-preset-{code}")), href.clone(), *on)
    };
    model.presets.iter().fold(chips, chip).view()
}

fn questions(frame: &Frame, model: &Model, form: &Form<'_>) -> AnyView {
    let console = matches!(model.face, Face::Console);
    let any = || Choice::new("", frame.t("compare-any"));
    let option = |text: String| words::option(&text);
    let countries = COUNTRIES.iter().map(|code| Choice::new(*code, words::country(frame, code)));
    let currencies = CURRENCIES.iter().map(|code| {
        let name = Currency::get(code).map_or(*code, |known| known.name(frame.lang));
        Choice::new(*code, format!("{code} {name}"))
    });
    let shown = std::iter::once(Choice::new("", frame.t("compare-shown-same"))).chain(currencies.clone());
    let products =
        Product::ALL.iter().map(|one| Choice::new(one.word(), option(words::product(frame, one.word()))));
    let subjects = SUBJECTS.iter().map(|word| Choice::new(*word, option(words::subject(frame, word))));
    let means = MEANS.iter().map(|word| Choice::new(*word, option(words::means(frame, word))));
    let industries = lists::get("mcc").into_iter().flat_map(|list| &list.entries);
    let industries = industries
        .map(|entry| Choice::new(entry.code(), format!("{} {}", entry.code(), entry.name(frame.lang))));
    let optional = |choices: &mut dyn Iterator<Item = Choice>| -> Vec<Choice> {
        std::iter::once(any()).chain(choices).collect()
    };
    view! {
        <form method="get" action=frame.at(model.face.path()) class="form compare-form not-printed">
            {model.stored.as_ref().map(|mix| mixes::chosen(frame, mix))}
            <fieldset class="columns">
                <legend class="visually-hidden">{frame.t("compare-who")}</legend>
                {form.select("country", frame.t("compare-country"), countries.collect())}
                {form.select("subject", frame.t("compare-subject"), optional(&mut subjects.into_iter()))}
                {form.select("industry", frame.t("compare-industry"), optional(&mut industries.into_iter()))}
                {form.select("product", frame.t("compare-product"), optional(&mut products.into_iter()))}
                {form.select("means", frame.t("compare-means"), optional(&mut means.into_iter()))}
                {form.select("currency", frame.t("compare-currency"), currencies.clone().collect())}
                {form.select("shown", frame.t("compare-shown"), shown.collect())}
            </fieldset>
            {model.stored.is_none().then(|| moved(frame, form))}
            <fieldset class="columns">
                <legend class="visually-hidden">{frame.t("compare-mix")}</legend>
                {model.stored.is_none().then(|| sold(frame, form))}
                {share(frame, form, "waiting", "compare-waiting")}
                {form.text("on", frame.t("compare-on")).hint(frame.t("compare-on-hint")).code().short().optional()}
            </fieldset>
            {ranking::weights(frame, form)}
            {(!form.value("merchant").is_empty()).then(|| form.hidden("merchant"))}
            {console.then(|| {
                view! {
                    <p class="hint">{frame.t("compare-few")}</p>
                    {form.checkbox("verified", frame.t("compare-verified"))}
                }
            })}
            {Button::primary(frame.t("compare-submit"))}
        </form>
    }
    .into_any()
}

/// What is sold in a month, in the figures that sliders move.
fn moved(frame: &Frame, form: &Form<'_>) -> AnyView {
    view! {
        <fieldset class="columns">
            <legend class="visually-hidden">{frame.t("compare-sold")}</legend>
            <div data-stops=written(&stops(1, 5))>
                {form.text("payments", frame.t("compare-payments")).inputmode("numeric").short()}
            </div>
            <div data-stops=written(&stops(1, 5))>
                {form.text("ticket", frame.t("compare-ticket")).inputmode("decimal").short()}
            </div>
            <div data-stops=shares()>{share(frame, form, "abroad", "compare-abroad")}</div>
        </fieldset>
    }
    .into_any()
}

/// Where a slider of amounts may stand.
pub(crate) fn written(stops: &[u64]) -> String {
    stops.iter().map(u64::to_string).collect::<Vec<_>>().join(" ")
}

/// Where a slider of shares may stand: at every twentieth.
pub(crate) fn shares() -> String {
    written(&(0..=20).map(|step| step * 5).collect::<Vec<_>>())
}

/// What else is to be said of it.
fn sold(frame: &Frame, form: &Form<'_>) -> AnyView {
    let share = |name, key| share(frame, form, name, key);
    view! {
        {share("foreign", "compare-foreign")}
        {share("refunds", "compare-refunds")}
        {share("disputes", "compare-disputes")}
        {share("failed", "compare-failed")}
    }
    .into_any()
}

fn share(frame: &Frame, form: &Form<'_>, name: &str, key: &str) -> AnyView {
    form.text(name, frame.t(key)).inputmode("decimal").short().suffix("%").view()
}
