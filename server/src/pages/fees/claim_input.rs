//! A claim as a form's fields tell it, and a form's fields as a claim fills them in.
//!
//! A figure that is left empty is one that nobody published. Whatever can't be used is said at its field.

use app::{
    pages::fees::words,
    ui::{FieldError, FormState},
};
use domain::{
    fees::{
        Claim, DisputeStep, Minor, Rate, Refund, Rounding, Tier, Tiers,
        claim::TierKind,
        dimensions,
        typed::{self, Wrong},
    },
    money::Currency,
};
use std::fmt::Display;

/// What stands in a line of steps for a figure that isn't known.
const UNKNOWN: &str = "?";

/// The figures that a new form has: nothing costs anything.
pub(super) fn fresh(form: FormState) -> FormState {
    fill(form, &Claim::of("", "", Some(Rate::ZERO))).with("percent", "")
}

/// A claim whole; nothing where something can't be used, which the form then says.
pub(super) fn read(form: &mut FormState) -> Option<Claim> {
    let about = dimensions(form);
    let currency = form.value("currency").to_owned();
    let claim = figures(form, about.clone().unwrap_or_else(|| Claim::of("", currency, None)));
    about.and(claim)
}

/// What it is about; every figure is still to come.
pub(super) fn dimensions(form: &mut FormState) -> Option<Claim> {
    let word = |form: &FormState, name: &str| {
        Some(form.value(name).trim().to_owned()).filter(|word| !word.is_empty())
    };
    let mut industry: Vec<String> = form
        .value("industry")
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '，' | '、'))
        .filter(|code| !code.is_empty())
        .map(str::to_owned)
        .collect();
    industry.sort_unstable();
    industry.dedup();
    let claim = Claim {
        channel: word(form, "channel"),
        product: word(form, "product"),
        card_class: word(form, "card_class"),
        country: word(form, "country"),
        subject: word(form, "subject"),
        industry,
        ..Claim::of("", form.value("currency"), None)
    };
    let unknown = dimensions::unknown(&claim);
    for name in &unknown {
        form.refuse(*name, if *name == "industry" { "fees-claim-error-industry" } else { "error-choose" });
    }
    unknown.is_empty().then_some(claim)
}

/// The figures, put into a claim of which the rest stands: its currency says how many decimals amounts have.
pub(super) fn figures(form: &mut FormState, claim: Claim) -> Option<Claim> {
    let places = Currency::get(&claim.currency).map_or(2, Currency::places);
    let mut reader = Reader { form, sound: true, places };
    let read = Claim {
        percent: reader.rate("percent"),
        fixed: reader.amount("fixed"),
        attempt_fee: reader.amount("attempt_fee"),
        min: reader.amount("min"),
        max: reader.amount("max"),
        cross_border: reader.rate("cross_border"),
        fx: reader.rate("fx"),
        refund: Some(Refund {
            fee: reader.amount("refund_fee"),
            returns_percent: reader.answer("returns_percent"),
            returns_fixed: reader.answer("returns_fixed"),
        }),
        dispute: reader.dispute(),
        monthly_fee: reader.amount("monthly_fee"),
        monthly_minimum: reader.amount("monthly_minimum"),
        tiers: reader.tiers(),
        tax: reader.rate("tax"),
        delay_days: reader.figure("delay_days", typed::days),
        rounding: reader.rounding(),
        ..claim
    };
    reader.contradictions(&read);
    reader.sound.then_some(read)
}

struct Reader<'a> {
    form: &'a mut FormState,
    sound: bool,
    places: u8,
}

impl Reader<'_> {
    fn wrong(&mut self, error: FieldError) {
        self.sound = false;
        self.form.add(error);
    }

    fn wrong_line(&mut self, name: &str, key: &str, line: impl Display) {
        self.wrong(FieldError::new(name, key).arg("line", line.to_string()));
    }

    fn figure<T>(&mut self, name: &str, read: impl Fn(&str) -> Result<T, Wrong>) -> Option<T> {
        let value = self.form.value(name).trim().to_owned();
        if value.is_empty() {
            return None;
        }
        read(&value).map_err(|wrong| self.wrong(FieldError::new(name, words::no_figure(wrong)))).ok()
    }

    fn rate(&mut self, name: &str) -> Option<Rate> {
        self.figure(name, typed::percent)
    }

    fn amount(&mut self, name: &str) -> Option<Minor> {
        let places = self.places;
        self.figure(name, |text| typed::amount(text, places))
    }

    fn answer(&mut self, name: &str) -> Option<bool> {
        match self.form.value(name) {
            "" => None,
            "yes" => Some(true),
            "no" => Some(false),
            _ => {
                self.wrong(FieldError::new(name, "error-choose"));
                None
            }
        }
    }

    fn rounding(&mut self) -> Option<Rounding> {
        let word = self.form.value("rounding").to_owned();
        let rule = Rounding::from_word(&word);
        if rule.is_none() && !word.is_empty() {
            self.wrong(FieldError::new("rounding", "error-choose"));
        }
        rule
    }

    /// The lines of a field, each an optional limit and a figure, with the number that a reader counts it by.
    fn lines<L, F>(
        &mut self,
        name: &str,
        limit: impl Fn(&str) -> Result<L, Wrong>,
        figure: impl Fn(&str) -> Result<F, Wrong>,
    ) -> Vec<(Option<L>, Option<F>)> {
        let text = self.form.value(name).to_owned();
        let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
        let mut steps = Vec::new();
        for (index, line) in lines {
            let words: Vec<&str> = line.split_whitespace().collect();
            let read = match *words.as_slice() {
                [last] => known(last, &figure).map(|last| (None, last)),
                [up_to, one] => limit(up_to).and_then(|up_to| Ok((Some(up_to), known(one, &figure)?))),
                _ => Err(Wrong::NoNumber),
            };
            match read {
                Ok(step) => steps.push(step),
                Err(_) => self.wrong_line(name, "fees-claim-error-line", index + 1),
            }
        }
        steps
    }

    fn dispute(&mut self) -> Option<Vec<DisputeStep>> {
        let places = self.places;
        let steps = self.lines("dispute", typed::percent, |text| typed::amount(text, places));
        let steps: Vec<_> = steps.into_iter().map(|(up_to, fee)| DisputeStep { up_to, fee }).collect();
        (!steps.is_empty()).then_some(steps)
    }

    fn tiers(&mut self) -> Option<Tiers> {
        let places = self.places;
        let steps = self.lines("tiers", |text| typed::amount(text, places), typed::percent);
        let steps: Vec<_> = steps.into_iter().map(|(up_to, percent)| Tier { up_to, percent }).collect();
        let word = self.form.value("tiers_kind").to_owned();
        match (TierKind::from_word(&word), steps.is_empty()) {
            (Some(kind), false) => Some(Tiers { kind, steps }),
            (None, true) if word.is_empty() => None,
            // A field of lines of which none could be read has said so.
            (Some(_), true) => {
                if self.sound {
                    self.wrong(FieldError::new("tiers", "fees-claim-error-tiers"));
                }
                None
            }
            (None, _) => {
                self.wrong(FieldError::new("tiers_kind", "fees-claim-error-tiers-kind"));
                None
            }
        }
    }

    /// What contradicts itself, at the field that holds it.
    fn contradictions(&mut self, claim: &Claim) {
        for fault in claim.faults("claim") {
            let path = fault.path.trim_start_matches("claim.");
            let step = path.split(['[', ']']).nth(1).and_then(|index| index.parse::<usize>().ok());
            let name = path.split(['.', '[']).next().unwrap_or_default();
            match step {
                Some(step) => self.wrong_line(name, "fees-claim-error-steps", step + 1),
                None if name == "min" => self.wrong(FieldError::new("min", "fees-claim-error-min")),
                None => self.wrong(FieldError::new(name, "fees-claim-error-many")),
            }
        }
    }
}

fn known<F>(text: &str, figure: impl Fn(&str) -> Result<F, Wrong>) -> Result<Option<F>, Wrong> {
    if text == UNKNOWN { Ok(None) } else { figure(text).map(Some) }
}

/// A form filled in with a claim.
pub(super) fn fill(form: FormState, claim: &Claim) -> FormState {
    let places = Currency::get(&claim.currency).map_or(2, Currency::places);
    let amount =
        |minor: Option<Minor>| minor.map(|minor| typed::written(minor.get(), places)).unwrap_or_default();
    let share = |rate: Option<Rate>| rate.map(typed::written_percent).unwrap_or_default();
    let answer = |given: Option<bool>| given.map_or("", |yes| if yes { "yes" } else { "no" });
    let word = |word: &Option<String>| word.clone().unwrap_or_default();
    let refund = claim.refund.unwrap_or(Refund::UNKNOWN);
    form.with("channel", word(&claim.channel))
        .with("product", word(&claim.product))
        .with("country", word(&claim.country))
        .with("subject", word(&claim.subject))
        .with("card_class", word(&claim.card_class))
        .with("industry", claim.industry.join(" "))
        .with("currency", claim.currency.clone())
        .with("percent", share(claim.percent))
        .with("fixed", amount(claim.fixed))
        .with("attempt_fee", amount(claim.attempt_fee))
        .with("min", amount(claim.min))
        .with("max", amount(claim.max))
        .with("cross_border", share(claim.cross_border))
        .with("fx", share(claim.fx))
        .with("refund_fee", amount(refund.fee))
        .with("returns_percent", answer(refund.returns_percent))
        .with("returns_fixed", answer(refund.returns_fixed))
        .with("dispute", dispute_lines(claim, amount))
        .with("monthly_fee", amount(claim.monthly_fee))
        .with("monthly_minimum", amount(claim.monthly_minimum))
        .with("tiers_kind", claim.tiers.as_ref().map_or("", |tiers| tiers.kind.word()))
        .with("tiers", tier_lines(claim, amount))
        .with("tax", share(claim.tax))
        .with("delay_days", claim.delay_days.map(|days| days.get().to_string()).unwrap_or_default())
        .with("rounding", claim.rounding.map_or("", Rounding::word))
}

fn dispute_lines(claim: &Claim, amount: impl Fn(Option<Minor>) -> String) -> String {
    let steps = claim.dispute.iter().flatten();
    lines(steps.map(|step| (step.up_to.map(typed::written_percent), step.fee.map(|fee| amount(Some(fee))))))
}

fn tier_lines(claim: &Claim, amount: impl Fn(Option<Minor>) -> String) -> String {
    let steps = claim.tiers.iter().flat_map(|tiers| &tiers.steps);
    lines(
        steps.map(|step| {
            (step.up_to.map(|up_to| amount(Some(up_to))), step.percent.map(typed::written_percent))
        }),
    )
}

fn lines(steps: impl Iterator<Item = (Option<String>, Option<String>)>) -> String {
    let line = |(up_to, figure): (Option<String>, Option<String>)| {
        let figure = figure.unwrap_or_else(|| UNKNOWN.to_owned());
        up_to.map(|up_to| format!("{up_to} {figure}")).unwrap_or(figure)
    };
    steps.map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::fees::{Days, published};

    fn typed(changes: &[(&str, &str)]) -> FormState {
        let sound = [("channel", "stripe"), ("currency", "CNY"), ("percent", "0.6"), ("fixed", "0")];
        let form = fresh(FormState::default());
        sound.iter().chain(changes).fold(form, |form, (name, value)| form.with(*name, *value))
    }

    fn refused(changes: &[(&str, &str)]) -> Vec<(String, String)> {
        let mut form = typed(changes);
        assert_eq!(read(&mut form), None, "{changes:?}");
        form.errors().iter().map(|error| (error.field.clone(), error.key.clone())).collect()
    }

    #[test]
    fn every_published_claim_goes_through_the_form_unchanged() {
        for one in published::load_all().unwrap().all() {
            let mut form = fill(FormState::default(), &one.claim);
            let mut industry = one.claim.industry.clone();
            industry.sort_unstable();
            let refund = one.claim.refund.or(Some(Refund::UNKNOWN));
            let same = Claim { id: String::new(), industry, refund, ..one.claim.clone() };
            assert_eq!(read(&mut form), Some(same), "{}: {:?}", one.claim.id, form.errors());
        }
    }

    #[test]
    fn empty_is_unknown_and_nothing_costs_nothing() {
        let claim = read(&mut typed(&[("fx", ""), ("delay_days", "3"), ("max", "12.5")])).unwrap();
        assert_eq!((claim.percent, claim.fixed, claim.fx), (Rate::new(6_000), Some(Minor::ZERO), None));
        assert_eq!((claim.delay_days, claim.max, claim.min), (Days::new(3), Minor::new(1_250), None));
        assert_eq!((claim.refund, claim.dispute, claim.tiers), (Some(Refund::NONE), None, None));
    }

    #[test]
    fn steps_stand_in_lines_of_a_limit_and_a_figure() {
        let steps =
            [("tiers_kind", "whole"), ("tiers", "50000 3.49\r\n\r\n2.99"), ("dispute", "0.9999 15\n?")];
        let claim = read(&mut typed(&steps)).unwrap();
        let tiers = claim.tiers.unwrap();
        assert_eq!(tiers.steps[0], Tier { up_to: Minor::new(5_000_000), percent: Rate::new(34_900) });
        assert_eq!(tiers.steps[1], Tier { up_to: None, percent: Rate::new(29_900) });
        let dispute = claim.dispute.unwrap();
        assert_eq!(dispute[0], DisputeStep { up_to: Rate::new(9_999), fee: Minor::new(1_500) });
        assert_eq!(dispute[1], DisputeStep { up_to: None, fee: None });
    }

    #[test]
    fn what_cannot_be_used_is_said_at_its_field() {
        for (changes, field, key) in [
            (&[("percent", "-1")][..], "percent", "compare-error-number"),
            (&[("percent", "100.1")], "percent", "compare-error-too-large"),
            (&[("fixed", "0.005")], "fixed", "compare-error-decimals"),
            (&[("min", "2"), ("max", "1")], "min", "fees-claim-error-min"),
            (&[("dispute", "1 15\n0.5 20\n30")], "dispute", "fees-claim-error-steps"),
            (&[("dispute", "1 15")], "dispute", "fees-claim-error-steps"),
            (&[("dispute", "1 15 3")], "dispute", "fees-claim-error-line"),
            (&[("tiers", "3")], "tiers_kind", "fees-claim-error-tiers-kind"),
            (&[("tiers_kind", "whole")], "tiers", "fees-claim-error-tiers"),
            (&[("tiers_kind", "half"), ("tiers", "3")], "tiers_kind", "fees-claim-error-tiers-kind"),
            (&[("returns_fixed", "maybe")], "returns_fixed", "error-choose"),
            (&[("rounding", "never")], "rounding", "error-choose"),
            (&[("delay_days", "10001")], "delay_days", "compare-error-too-large"),
            (&[("channel", "venmo")], "channel", "error-choose"),
            (&[("currency", "RMB")], "currency", "error-choose"),
            (&[("industry", "5814, 0000")], "industry", "fees-claim-error-industry"),
        ] {
            assert_eq!(refused(changes), [(field.to_owned(), key.to_owned())], "{changes:?}");
        }
        let many = "1 1\n".repeat(101);
        assert_eq!(refused(&[("dispute", &many)])[0].1, "fees-claim-error-many");
    }
}
