//! Cells of a line: what each says, and what is wrong with it.

use super::LineFault;
use domain::fees::{
    Claim, Days, DisputeStep, Minor, Rate, Refund, Rounding, Tier, Tiers, claim::TierKind, own::Terms,
};
use std::collections::BTreeMap;
use time::{Date, format_description::well_known::Iso8601};

/// The columns, in the order in which they are written.
pub(super) const COLUMNS: [&str; 32] = [
    "channel",
    "product",
    "country",
    "subject",
    "industry",
    "card_class",
    "currency",
    "contract",
    "page",
    "address",
    "read_on",
    "from",
    "to",
    "note",
    "percent",
    "fixed",
    "attempt_fee",
    "min",
    "max",
    "cross_border",
    "fx",
    "refund_fee",
    "returns_percent",
    "returns_fixed",
    "dispute",
    "monthly_fee",
    "monthly_minimum",
    "tiers_kind",
    "tiers",
    "tax",
    "delay_days",
    "rounding",
];

/// The columns without which nothing can be said.
pub(super) const NEEDED: [&str; 7] =
    ["channel", "currency", "contract", "page", "read_on", "from", "percent"];

const NULL: &str = "null";

/// With what a spreadsheet begins to reckon.
pub(super) fn is_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// The cells of a line, by their columns.
pub(super) struct Cells<'a> {
    pub(super) line: u64,
    pub(super) cells: BTreeMap<&'a str, String>,
    pub(super) faults: Vec<LineFault>,
}

impl Cells<'_> {
    fn wrong(&mut self, column: &str, key: &'static str) {
        self.faults.push(LineFault::new(self.line, column, key));
    }

    fn cell(&self, column: &str) -> String {
        self.cells.get(column).map(|cell| cell.trim().to_owned()).unwrap_or_default()
    }

    fn some(&self, column: &str) -> Option<String> {
        Some(self.cell(column)).filter(|cell| !cell.is_empty())
    }

    /// A whole number within its bounds; zero where the cell is empty, nothing where it isn't known.
    fn number<T: Default>(&mut self, column: &str, new: impl Fn(u64) -> Option<T>) -> Option<T> {
        match self.cell(column).as_str() {
            "" if column == "percent" => {
                self.wrong(column, "fees-import-error-required");
                None
            }
            "" => Some(T::default()),
            NULL => None,
            digits => self.whole(column, digits, new),
        }
    }

    /// A bound: none where the cell is empty.
    fn bound(&mut self, column: &str) -> Option<Minor> {
        let cell = self.some(column).filter(|cell| cell != NULL)?;
        self.whole(column, &cell, Minor::new)
    }

    fn whole<T>(&mut self, column: &str, digits: &str, new: impl Fn(u64) -> Option<T>) -> Option<T> {
        let number = whole(digits).and_then(new);
        if number.is_none() {
            self.wrong(column, "fees-import-error-number");
        }
        number
    }

    fn answer(&mut self, column: &str) -> Option<bool> {
        match self.cell(column).as_str() {
            "" | "false" => Some(false),
            "true" => Some(true),
            NULL => None,
            _ => {
                self.wrong(column, "fees-import-error-answer");
                None
            }
        }
    }

    fn rounding(&mut self) -> Option<Rounding> {
        match self.cell("rounding").as_str() {
            "" => Some(Rounding::HalfUp),
            NULL => None,
            word => {
                let rule = Rounding::from_word(word);
                if rule.is_none() {
                    self.wrong("rounding", "fees-own-error-unknown");
                }
                rule
            }
        }
    }

    /// `9999:1500 null:2000`: up to where, and the figure.
    fn steps<L, F>(
        &mut self,
        column: &str,
        limit: impl Fn(u64) -> Option<L>,
        figure: impl Fn(u64) -> Option<F>,
    ) -> Vec<(Option<L>, Option<F>)> {
        let cell = self.cell(column);
        let mut steps = Vec::new();
        for word in cell.split_whitespace() {
            let read = word
                .split_once(':')
                .and_then(|(up_to, one)| Some((part(up_to, &limit).ok()?, part(one, &figure).ok()?)));
            let Some(step) = read else {
                self.wrong(column, "fees-import-error-steps");
                return Vec::new();
            };
            steps.push(step);
        }
        steps
    }

    fn tiers(&mut self) -> Option<Tiers> {
        let steps = self.steps("tiers", Minor::new, Rate::new);
        let steps: Vec<_> = steps.into_iter().map(|(up_to, percent)| Tier { up_to, percent }).collect();
        let word = self.cell("tiers_kind");
        match (TierKind::from_word(&word), steps.is_empty()) {
            (Some(kind), false) => Some(Tiers { kind, steps }),
            (None, true) if word.is_empty() => None,
            _ => {
                self.wrong("tiers_kind", "fees-import-error-tiers");
                None
            }
        }
    }

    fn day(&mut self, column: &str) -> Option<Date> {
        let cell = self.some(column)?;
        let day = Date::parse(&cell, &Iso8601::DATE).ok();
        if day.is_none() {
            self.wrong(column, "fees-import-error-date");
        }
        day
    }

    fn needed_day(&mut self, column: &str) -> Option<Date> {
        if self.some(column).is_none() {
            self.wrong(column, "fees-import-error-required");
        }
        self.day(column)
    }

    /// What the line says; nothing where something can't be used, which its faults then say.
    pub(super) fn terms(&mut self) -> Option<Terms> {
        let claim = self.claim();
        let (from, read_on, to) = (self.needed_day("from"), self.needed_day("read_on"), self.day("to"));
        let terms = Terms {
            claim,
            from: from?,
            to,
            contract: self.cell("contract"),
            page: self.cell("page"),
            address: self.some("address"),
            read_on: read_on?,
            note: self.some("note"),
        };
        self.faults.is_empty().then(|| terms.in_order())
    }

    fn claim(&mut self) -> Claim {
        let dispute = self.steps("dispute", Rate::new, Minor::new);
        let dispute: Vec<_> = dispute.into_iter().map(|(up_to, fee)| DisputeStep { up_to, fee }).collect();
        Claim {
            id: String::new(),
            channel: self.some("channel"),
            currency: self.cell("currency"),
            product: self.some("product"),
            card_class: self.some("card_class"),
            country: self.some("country"),
            subject: self.some("subject"),
            industry: self.cell("industry").split_whitespace().map(str::to_owned).collect(),
            percent: self.number("percent", Rate::new),
            fixed: self.number("fixed", Minor::new),
            attempt_fee: self.number("attempt_fee", Minor::new),
            min: self.bound("min"),
            max: self.bound("max"),
            cross_border: self.number("cross_border", Rate::new),
            fx: self.number("fx", Rate::new),
            refund: Some(Refund {
                fee: self.number("refund_fee", Minor::new),
                returns_percent: self.answer("returns_percent"),
                returns_fixed: self.answer("returns_fixed"),
            }),
            dispute: (!dispute.is_empty()).then_some(dispute),
            monthly_fee: self.number("monthly_fee", Minor::new),
            monthly_minimum: self.number("monthly_minimum", Minor::new),
            tiers: self.tiers(),
            tax: self.number("tax", Rate::new),
            delay_days: self.number("delay_days", Days::new),
            rounding: self.rounding(),
        }
    }
}

fn whole(digits: &str) -> Option<u64> {
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}

/// A part of a step: a figure, `null`, or neither.
fn part<T>(word: &str, new: impl Fn(u64) -> Option<T>) -> Result<Option<T>, Unread> {
    if word == NULL { Ok(None) } else { whole(word).and_then(new).map(Some).ok_or(Unread) }
}

/// What is no figure.
struct Unread;

/// A claim as a line of cells, in the order of [`COLUMNS`].
pub(super) fn write(terms: &Terms) -> [String; 32] {
    let claim = &terms.claim;
    let word = |word: &Option<String>| word.clone().unwrap_or_default();
    let refund = claim.refund.unwrap_or(Refund::UNKNOWN);
    let answer = |given: Option<bool>| given.map_or_else(|| NULL.to_owned(), |yes| yes.to_string());
    let dispute =
        claim.dispute.iter().flatten().map(|step| (step.up_to.map(Rate::get), step.fee.map(Minor::get)));
    let tiers = claim.tiers.iter().flat_map(|tiers| &tiers.steps);
    let tiers = tiers.map(|step| (step.up_to.map(Minor::get), step.percent.map(Rate::get)));
    [
        word(&claim.channel),
        word(&claim.product),
        word(&claim.country),
        word(&claim.subject),
        claim.industry.join(" "),
        word(&claim.card_class),
        claim.currency.clone(),
        terms.contract.clone(),
        terms.page.clone(),
        word(&terms.address),
        terms.read_on.to_string(),
        terms.from.to_string(),
        terms.to.map(|to| to.to_string()).unwrap_or_default(),
        word(&terms.note),
        known(claim.percent.map(Rate::get)),
        known(claim.fixed.map(Minor::get)),
        known(claim.attempt_fee.map(Minor::get)),
        claim.min.map(|min| min.get().to_string()).unwrap_or_default(),
        claim.max.map(|max| max.get().to_string()).unwrap_or_default(),
        known(claim.cross_border.map(Rate::get)),
        known(claim.fx.map(Rate::get)),
        known(refund.fee.map(Minor::get)),
        answer(refund.returns_percent),
        answer(refund.returns_fixed),
        steps(dispute),
        known(claim.monthly_fee.map(Minor::get)),
        known(claim.monthly_minimum.map(Minor::get)),
        claim.tiers.as_ref().map(|tiers| tiers.kind.word().to_owned()).unwrap_or_default(),
        steps(tiers),
        known(claim.tax.map(Rate::get)),
        known(claim.delay_days.map(Days::get)),
        claim.rounding.map_or(NULL, Rounding::word).to_owned(),
    ]
}

fn known(figure: Option<i128>) -> String {
    figure.map_or_else(|| NULL.to_owned(), |figure| figure.to_string())
}

fn steps(steps: impl Iterator<Item = (Option<i128>, Option<i128>)>) -> String {
    steps.map(|(up_to, figure)| format!("{}:{}", known(up_to), known(figure))).collect::<Vec<_>>().join(" ")
}
