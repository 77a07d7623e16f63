//! What channels cost on a mix, beside one another: a plain form whose state stands in the address, and what came of
//! it.

mod formula;
mod outcome;
pub mod ranking;
mod tickets;
mod told;

use super::{
    claim_form,
    mixes::{self, Home, Line},
    rooms::rooms,
    words,
};
use crate::{
    Frame, Page,
    ui::{Button, Chips, Choice, Form, FormState, back_link_to, disclosure, layout, live},
};
use domain::{
    fees::{
        Exchange, Segment, Shelf,
        board::Row,
        dimensions,
        estimate::stops,
        pair::Pair,
        ranking::{Ranking, Weights},
        tickets::Tickets,
    },
    money::Currency,
};
use leptos::prelude::*;
use std::{collections::BTreeMap, sync::Arc};
use time::Date;

/// Where the tenant's comparison stands.
pub const PATH: &str = "/console/fees";
/// Where a merchant's own comparison stands.
pub const OWN: &str = "/prices/compare";
/// Currencies to begin with, before any other is kept.
pub const CURRENCIES: [&str; 7] = ["CNY", "USD", "EUR", "GBP", "HKD", "JPY", "TWD"];

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
    /// The currencies that can be asked about.
    pub currencies: Vec<String>,
}

/// Whose comparison it is.
#[derive(Clone, Debug)]
pub enum Face {
    /// The tenant's: what channels cost it.
    Console,
    /// A merchant's: what it pays, and nothing of what that costs the tenant.
    Merchant {
        /// The id of the one that is compared for.
        merchant: String,
        /// The reader's merchants: name, address, whether it is on.
        merchants: Vec<(String, String, bool)>,
        /// The ids of the prices that are of its own accepted offer.
        agreed: Vec<String>,
    },
}

impl Face {
    /// Where its past payments are kept.
    fn home(&self) -> Home {
        match self {
            Self::Console => Home::Console,
            Self::Merchant { merchant, .. } => Home::Merchant(merchant.clone()),
        }
    }

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
    /// The day on which prices and currencies counted.
    pub on: Date,
    /// What currencies were worth.
    pub exchange: Exchange,
    /// The payments that some channel has no price for, by their places in the mix.
    pub unpriced: BTreeMap<usize, Segment>,
    /// Days for which a claim is current.
    pub current_days: u16,
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
                <p><a href=model.face.home().list(frame)>{frame.t("mixes-own-link")}</a></p>
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
        <div id="presets">{presets(frame, model)}</div>
        {live::sliders(questions(frame, model, form))}
        <p class="visually-hidden" role="status" data-answered=""></p>
        <div id="answer" class="flow">
            {model.board.as_ref().map(|board| told::question(frame, form, board, model.stored.is_some()))}
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
    let countries = dimensions::countries().map(|code| Choice::new(code, words::country(frame, code)));
    let currencies = model.currencies.iter().map(|code| {
        let name = Currency::get(code).map_or(code.as_str(), |known| known.name(frame.lang));
        Choice::new(code, format!("{code} {name}"))
    });
    let shown = std::iter::once(Choice::new("", frame.t("compare-shown-same"))).chain(currencies.clone());
    let optional = |name: &str, key: &str, choices: Vec<Choice>| {
        form.select(name, frame.t(key), choices).empty(frame.t("compare-any"))
    };
    view! {
        <form method="get" action=frame.at(model.face.path()) class="form compare-form not-printed">
            {model.stored.as_ref().map(|mix| mixes::chosen(frame, &model.face.home(), mix))}
            <fieldset class="columns">
                <legend class="visually-hidden">{frame.t("compare-who")}</legend>
                {form.select("country", frame.t("compare-country"), countries.collect())}
                {optional("subject", "compare-subject", claim_form::subjects(frame))}
                {optional("industry", "compare-industry", claim_form::lines_of_business(frame))}
                {optional("product", "compare-product", claim_form::products(frame))}
                {optional("means", "compare-means", claim_form::means(frame))}
                {form.select("currency", frame.t("compare-currency"), currencies.clone().collect())}
                {form.select("shown", frame.t("compare-shown"), shown.collect())}
            </fieldset>
            {model.stored.is_none().then(|| moved(frame, form))}
            {more(frame, model, form)}
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

/// What most questions leave as it is; shown where this one doesn't.
fn more(frame: &Frame, model: &Model, form: &Form<'_>) -> AnyView {
    let names = ["foreign", "refunds", "disputes", "failed", "waiting", "on"];
    let open = names.iter().any(|name| !matches!(form.value(name), "" | "0") || form.is_refused(name));
    let fields = view! {
        <fieldset class="columns">
            <legend class="visually-hidden">{frame.t("compare-mix")}</legend>
            {model.stored.is_none().then(|| sold(frame, form))}
            {share(frame, form, "waiting", "compare-waiting")}
            {form.text("on", frame.t("compare-on")).hint(frame.t("compare-on-hint")).code().short().optional()}
        </fieldset>
    };
    disclosure(frame.t("compare-more-figures"), open, fields)
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
