//! A line as somebody proposes it, and what is wrong with it.

use super::super::beneath::Costs;
use crate::error::{FieldError, Refusal};
use domain::{
    PriceId,
    channels::catalogue::{self, Topic},
    fees::{Claim, dimensions, offer::Line, offer::Why},
};
use time::Date;

/// A line as it was typed; of figures and days only what could be read comes here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewLine {
    /// What is paid.
    pub claim: Claim,
    /// The id of the claim beneath.
    pub beneath: String,
    /// The first day on which it holds.
    pub from: Option<Date>,
    /// The last day on which it holds.
    pub to: Option<Date>,
    /// The line in whose place it comes.
    pub replaces: Option<PriceId>,
}

/// Why an act on a price isn't open, as a message key.
pub(in crate::fees) const fn key(why: Why) -> &'static str {
    match why {
        Why::Proposer => "prices-why-proposer",
        Why::NotNow => "prices-why-not-now",
        Why::Senior => "prices-why-senior",
        Why::Reason => "prices-error-reason",
    }
}

/// The line that was typed, or everything that is wrong with it.
pub(in crate::fees) fn checked(new: &NewLine, costs: &Costs, today: Date) -> Result<Line, Refusal> {
    let line = Line {
        claim: new.claim.clone(),
        beneath: new.beneath.clone(),
        from: new.from.unwrap_or(today),
        to: new.to,
    };
    let mut fields: Vec<FieldError> = dimensions::unknown(&line.claim)
        .into_iter()
        .map(|name| FieldError::new(name, "error-choose"))
        .collect();
    if line.claim.industry.len() > 1 {
        fields.push(FieldError::new("industry", "prices-error-industries"));
    }
    fields.extend(line.open().into_iter().map(|name| FieldError::new(name, "prices-error-open")));
    fields.extend(line.claim.faults("").first().map(|_| FieldError::new("percent", "prices-error-open")));
    fields.extend(beneath_fault(&line, costs));
    fields.extend(days_fault(&line, new, today));
    if fields.is_empty() { Ok(line) } else { Err(Refusal { whole: None, fields }) }
}

/// A price stands on a claim of its own channel, or of an acquirer that the channel rides on.
fn beneath_fault(line: &Line, costs: &Costs) -> Option<FieldError> {
    let Some(cost) = costs.get(&line.beneath) else {
        return Some(FieldError::new("beneath", "prices-error-beneath"));
    };
    let channel = line.claim.channel.as_deref().unwrap_or_default();
    let below = cost.claim.channel.as_deref().unwrap_or_default();
    let rides = catalogue::get(channel)
        .is_some_and(|known| known.words(Topic::RidesOn).iter().any(|acquirer| acquirer == below));
    (below != channel && !rides).then(|| FieldError::new("beneath", "prices-error-beneath-channel"))
}

fn days_fault(line: &Line, new: &NewLine, today: Date) -> Option<FieldError> {
    if new.from.is_none() {
        Some(FieldError::new("from", "form-error-required"))
    } else if line.from < today {
        Some(FieldError::new("from", "prices-error-from-past"))
    } else if line.to.is_some_and(|to| to < line.from) {
        Some(FieldError::new("to", "prices-error-to-before"))
    } else {
        None
    }
}
