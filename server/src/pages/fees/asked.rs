//! What an address of the comparison asks for.

use super::super::query::{Pairs, given};
use app::{pages::fees::words, ui::FormState};
use domain::{
    applications::kinds::iso_date,
    fees::{
        Count, Minor, Rate, Segment, dimensions,
        ranking::Weights,
        sales::{Preset, Sales},
        stored::Stored,
        typed::{self, Wrong},
    },
    money::Currency,
};
use services::fees::{Question, mixes::Head};
use time::Date;

/// The fields, with what they hold where nothing was asked for.
const FIELDS: [(&str, &str); 22] = [
    ("country", "CN"),
    ("subject", "enterprise"),
    ("industry", ""),
    ("product", ""),
    ("means", ""),
    ("currency", "CNY"),
    ("payments", ""),
    ("ticket", ""),
    ("abroad", "0"),
    ("foreign", "0"),
    ("refunds", "0"),
    ("disputes", "0"),
    ("failed", "0"),
    ("waiting", "0"),
    ("on", ""),
    ("shown", ""),
    ("w_fees", "5"),
    ("w_support", "1"),
    ("w_user_base", "1"),
    ("w_brand", "1"),
    ("w_coverage", "1"),
    ("w_data_safety", "1"),
];

/// The fields that tell what is sold, with what they hold where a stored mix tells it.
const SALES: [(&str, &str); 7] = [
    ("payments", "1"),
    ("ticket", "0"),
    ("abroad", "0"),
    ("foreign", "0"),
    ("refunds", "0"),
    ("disputes", "0"),
    ("failed", "0"),
];
/// The weights of the ranking among them: an address that says nothing of one means what the form begins with.
const WEIGHTS: [&str; 6] = ["w_fees", "w_support", "w_user_base", "w_brand", "w_coverage", "w_data_safety"];

/// A question that can be answered.
pub(super) struct Asked {
    pub(super) sales: Sales,
    /// The currency of the answer.
    pub(super) shown: String,
    pub(super) weights: Weights,
    pub(super) waiting: Rate,
    /// The day on which prices and currencies count; none: today.
    pub(super) on: Option<Date>,
    pub(super) with_unverified: bool,
}

/// The form as it begins where nothing is known of the merchant.
pub(super) fn begin() -> FormState {
    FIELDS.iter().fold(FormState::default(), |state, (name, otherwise)| state.with(*name, *otherwise))
}

impl Asked {
    /// The question to the services, on a stored mix where there is one.
    pub(super) fn question(&self, stored: Option<&Stored>) -> Question {
        Question {
            mix: stored.map_or_else(|| self.sales.mix(), |stored| stored.segments(&self.sales.common)),
            currency: self.shown.clone(),
            annual_rate: self.waiting,
            weights: self.weights,
            on: self.on,
            with_unverified: self.with_unverified,
        }
    }
}

/// The form as it was asked, or as it begins: on a stored mix with the mix's own currency. An address that names a kind
/// of business alone is filled in by it.
pub(super) fn form(pairs: &Pairs, begin: &FormState, stored: Option<&Head>) -> FormState {
    let begun = is_begun(pairs);
    let alone = stored.is_none() && !pairs.iter().any(|(name, _)| name == "payments");
    if let Some(kind) = given(pairs, "preset").and_then(Preset::get).filter(|_| alone) {
        // Whatever else the address says is about the same kind of business.
        let begin = all(pairs, begin.clone());
        return all(pairs, preset(kind, &begin));
    }
    let state = FIELDS.iter().fold(FormState::default(), |state, (name, otherwise)| {
        // An address that tells the payments alone is whole as well, and so is one that says nothing of weights.
        let empty = begun && stored.is_none() && !WEIGHTS.contains(name);
        let otherwise = if begun { *otherwise } else { begin.value(name) };
        state.with(*name, given(pairs, name).unwrap_or(if empty { "" } else { otherwise }))
    });
    let state = state.with("verified", given(pairs, "verified").unwrap_or_default());
    let Some(stored) = stored else { return state };
    let own = stored.currencies.first();
    let state =
        if begun { state } else { own.into_iter().fold(state, |state, own| state.with("currency", own)) };
    // What is sold is told by the mix.
    SALES.iter().fold(state, |state, (name, nothing)| state.with(*name, *nothing))
}

/// The form with whatever an address says.
fn all(pairs: &Pairs, form: FormState) -> FormState {
    let names = FIELDS.iter().map(|(name, _)| *name).chain(["verified"]);
    names.fold(form, |form, name| match given(pairs, name) {
        Some(value) => form.with(name, value),
        None => form,
    })
}

/// Whether anything was asked but on which stored mix.
fn is_begun(pairs: &Pairs) -> bool {
    pairs.iter().any(|(name, _)| name != "stored")
}

/// A form's fields as they stand in an address.
pub(super) fn pairs(form: &FormState) -> Vec<(&'static str, String)> {
    FIELDS.iter().map(|(name, _)| (*name, form.value(name).to_owned())).collect()
}

/// The form as a kind of business fills it in, for a country and currency.
pub(super) fn preset(preset: &Preset, form: &FormState) -> FormState {
    let state = WEIGHTS.iter().fold(FormState::default(), |state, name| state.with(*name, form.value(name)));
    let own = |name: &str, otherwise: &str| {
        Some(form.value(name)).filter(|value| !value.is_empty()).unwrap_or(otherwise).to_owned()
    };
    let currency = own("currency", "CNY");
    let places = Currency::get(&currency).map_or(2, Currency::places);
    state
        .with("country", own("country", "CN"))
        .with("subject", own("subject", "enterprise"))
        .with("industry", preset.industry)
        .with("product", preset.product)
        .with("means", form.value("means"))
        .with("payments", preset.payments.to_string())
        .with("ticket", typed::written(preset.ticket(&currency).into(), places))
        .with("currency", currency)
        .with("abroad", typed::written(preset.abroad.into(), 4))
        .with("foreign", "0")
        .with("refunds", "0")
        .with("disputes", "0")
        .with("failed", "0")
        .with("waiting", own("waiting", "0"))
        .with("on", form.value("on"))
        .with("shown", form.value("shown"))
}

/// What is asked for; nothing where something can't be used, which the form then says.
pub(super) fn read(form: &mut FormState) -> Option<Asked> {
    let mut reader = Reader { form, sound: true };
    let currency = reader.word("currency", |word| Currency::get(word).is_some())?;
    let places = Currency::get(&currency).map_or(2, Currency::places);
    let country = reader.word("country", |word| dimensions::countries().any(|country| country == word));
    let subject = reader.word("subject", |word| dimensions::SUBJECTS.contains(&word));
    let industry = reader.word("industry", dimensions::is_industry);
    let product = reader.word("product", |word| dimensions::PRODUCTS.contains(&word));
    let card_class = reader.word("means", |word| dimensions::CARD_CLASSES.contains(&word));
    let payments = reader.figure("payments", typed::count);
    let ticket = reader.figure("ticket", |text| typed::amount(text, places));
    let [abroad, foreign, refunds, disputes, failed, waiting] =
        ["abroad", "foreign", "refunds", "disputes", "failed", "waiting"]
            .map(|name| reader.figure(name, typed::percent));
    let on = reader.day("on");
    let shown = reader.word("shown", |word| Currency::get(word).is_some());
    let weights = reader.weights();
    if payments == Some(Count::ZERO) {
        reader.wrong("payments", "compare-error-no-payment");
    }
    if !reader.sound {
        return None;
    }
    let common = Segment {
        product,
        card_class,
        country,
        subject,
        industry,
        currency: Some(currency.clone()),
        ..Segment::of(Count::ZERO, Minor::ZERO)
    };
    let sales = Sales {
        payments: payments?,
        ticket: ticket?,
        abroad: abroad?,
        foreign: foreign?,
        refunds: refunds?,
        disputes: disputes?,
        failed: failed?,
        common,
    };
    let with_unverified = form.value("verified").is_empty();
    let shown = shown.unwrap_or(currency);
    Some(Asked { sales, shown, weights: weights?, waiting: waiting?, on, with_unverified })
}

struct Reader<'a> {
    form: &'a mut FormState,
    sound: bool,
}

impl Reader<'_> {
    fn wrong(&mut self, name: &str, key: &str) {
        self.sound = false;
        self.form.refuse(name, key);
    }

    /// A word of a list; nothing where it is empty.
    fn word(&mut self, name: &str, known: impl Fn(&str) -> bool) -> Option<String> {
        let value = self.form.value(name).to_owned();
        if value.is_empty() {
            return None;
        }
        if !known(&value) {
            self.wrong(name, "error-choose");
        }
        Some(value)
    }

    /// The weights of the ranking, of which one at least weighs something.
    fn weights(&mut self) -> Option<Weights> {
        let read = WEIGHTS.map(|name| {
            let weight = self.form.value(name).parse().ok().filter(|weight| *weight <= Weights::MOST);
            if weight.is_none() {
                self.wrong(name, "ranking-error-weight");
            }
            weight
        });
        let read: Vec<u8> = read.into_iter().collect::<Option<_>>()?;
        let weights = Weights::new(read.try_into().ok()?);
        if weights.is_none() {
            self.wrong("w_fees", "ranking-error-none");
        }
        weights
    }

    /// A day; nothing where it is empty.
    fn day(&mut self, name: &str) -> Option<Date> {
        let value = self.form.value(name).to_owned();
        let day = iso_date::parse(&value);
        if day.is_none() && !value.is_empty() {
            self.wrong(name, "audit-error-date");
        }
        day
    }

    fn figure<T>(&mut self, name: &str, read: impl Fn(&str) -> Result<T, Wrong>) -> Option<T> {
        match read(self.form.value(name)) {
            Ok(figure) => Some(figure),
            Err(wrong) => {
                self.wrong(name, words::no_figure(wrong));
                None
            }
        }
    }
}
