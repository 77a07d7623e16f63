//! `/t/{slug}/console/fees/claims/new`: a claim is proposed: new, in a standing one's place, or from a published one.

use super::{
    super::{
        super::query::{Pairs, given},
        claim_input,
    },
    one,
};
use crate::web::{PageResult, Visit, forms};
use app::{
    pages::fees::{
        own::propose::{self as page, Model},
        words,
    },
    ui::{FieldError, FormState},
};
use axum::{Form, extract::Query, http::StatusCode};
use domain::{
    FeeClaimId,
    applications::answers::day_from_parts,
    fees::{
        Claim, Minor, Rate,
        own::Terms,
        published::{Markup, Published},
        typed,
    },
    money::Currency,
};
use services::{ServiceError, fees::claims};
use time::{Date, format_description::well_known::Iso8601};

/// `GET /t/{slug}/console/fees/claims/new`
pub(super) async fn show(visit: Visit, Query(pairs): Query<Pairs>) -> PageResult {
    visit.signed_in()?;
    claims::may_propose(&visit.actor)?;
    let form = match (given(&pairs, "after"), given(&pairs, "from")) {
        (Some(after), _) => successor(&visit, super::claim(after)?).await?,
        (None, Some(id)) => from_published(&visit, id)?,
        (None, None) => claim_input::fresh(FormState::default()),
    };
    shown(&visit, form, StatusCode::OK).await
}

async fn shown(visit: &Visit, form: FormState, status: StatusCode) -> PageResult {
    let supersedes = match predecessor(&form)? {
        Some(id) => Some(claims::of_series(&visit.app.services, &visit.actor, id).await?.own.terms.contract),
        None => None,
    };
    let estimate = markup(visit, &form).is_some();
    let model = Model { form, supersedes, estimate };
    Ok(visit.page_with(status, page::page(&visit.frame, &model)))
}

/// The claim whose place is taken, as the form has it.
fn predecessor(form: &FormState) -> Result<Option<FeeClaimId>, ServiceError> {
    let id = form.value("supersedes");
    if id.is_empty() { Ok(None) } else { super::claim(id).map(Some) }
}

/// The form as a standing claim fills it in: its figures are to be changed, and its first day is to come.
async fn successor(visit: &Visit, id: FeeClaimId) -> Result<FormState, ServiceError> {
    let terms = claims::of_series(&visit.app.services, &visit.actor, id).await?.own.terms;
    let form = claim_input::fill(FormState::default(), &terms.claim);
    Ok(form
        .with("supersedes", id.to_string())
        .with("contract", terms.contract)
        .with("page", terms.page)
        .with("address", terms.address.unwrap_or_default()))
}

/// The form as a published claim fills it in; of Interchange++ its markup stands where the share does.
fn from_published(visit: &Visit, id: &str) -> Result<FormState, ServiceError> {
    let published = visit.app.services.fees.get(id).ok_or(ServiceError::NotFound)?;
    let markup = published.interchange_plus;
    let claim = Claim {
        percent: published.claim.percent.or(markup.and_then(|markup| markup.percent)),
        fixed: published.claim.fixed.or(markup.and_then(|markup| markup.fixed)),
        ..published.claim.clone()
    };
    let form = claim_input::fill(FormState::default(), &claim);
    Ok(form.with("published", id).with("address", published.source.address.clone()))
}

/// The markup on an interchange of the published claim that the form began from.
fn markup(visit: &Visit, form: &FormState) -> Option<Markup> {
    visit.app.services.fees.get(form.value("published")).and_then(|one: &Published| one.interchange_plus)
}

/// `POST /t/{slug}/console/fees/claims/new`
pub(super) async fn take(visit: Visit, Form(pairs): Form<Vec<(String, String)>>) -> PageResult {
    visit.signed_in()?;
    claims::may_propose(&visit.actor)?;
    let mut sent = FormState::sent(pairs);
    let supersedes = predecessor(&sent)?;
    let estimated = markup(&visit, &sent).is_some();
    let Some(terms) = read(&mut sent, estimated) else {
        return shown(&visit, sent, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let done = claims::propose(&visit.app.services, &visit.actor, terms, supersedes).await;
    match forms::again(done, sent)? {
        Ok(id) => Ok(visit.see_other_saying(&one::path(&visit, id), "claim-proposed")),
        Err(form) => shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await,
    }
}

/// The terms; nothing where something can't be used, which the form then says.
fn read(form: &mut FormState, estimated: bool) -> Option<Terms> {
    let claim = claim_input::read(form);
    let from = day(form, "from", true);
    let to = day(form, "to", false);
    let read_on = day(form, "read_on", true);
    let some = |form: &FormState, name: &str| {
        Some(form.value(name).to_owned()).filter(|text| !text.trim().is_empty())
    };
    for (name, key) in [("contract", "fees-own-error-contract"), ("page", "fees-own-error-page")] {
        if some(form, name).is_none() {
            form.refuse(name, key);
        }
    }
    let (claim, note) = if estimated {
        let note = some(form, "note");
        if note.is_none() {
            form.refuse("note", "fees-own-error-estimate-source");
        }
        let estimated = estimate(form, claim?)?;
        (Some(estimated.0), note.map(|note| format!("{}: {}", estimated.1, note.trim())))
    } else {
        (claim, some(form, "note"))
    };
    let terms = Terms {
        claim: claim?,
        from: from?,
        to,
        contract: form.value("contract").to_owned(),
        page: form.value("page").to_owned(),
        address: some(form, "address"),
        read_on: read_on?,
        note,
    };
    (!form.is_refused()).then_some(terms)
}

/// A claim with an estimate of the interchange on top of its markup, and the estimate in figures.
fn estimate(form: &mut FormState, claim: Claim) -> Option<(Claim, String)> {
    let places = Currency::get(&claim.currency).map_or(2, Currency::places);
    let share = typed::percent(form.value("interchange_percent"));
    let fixed = typed::amount(form.value("interchange_fixed"), places);
    for (name, wrong) in [("interchange_percent", share.err()), ("interchange_fixed", fixed.err())] {
        if let Some(wrong) = wrong {
            form.refuse(name, words::no_figure(wrong));
        }
    }
    let (share, fixed) = (share.ok()?, fixed.ok()?);
    let sum = |one: i128, other: i128| u64::try_from(one + other).ok();
    let percent = claim.percent.and_then(|markup| sum(markup.get(), share.get())).and_then(Rate::new);
    let each = claim.fixed.and_then(|markup| sum(markup.get(), fixed.get())).and_then(Minor::new);
    for (name, known) in [("percent", percent.is_some()), ("fixed", each.is_some())] {
        if !known {
            form.add(FieldError::new(name, "fees-own-error-estimate"));
        }
    }
    let told = format!(
        "Interchange {}% + {} {}",
        typed::written_percent(share),
        typed::written(fixed.get(), places),
        claim.currency
    );
    Some((Claim { percent: Some(percent?), fixed: Some(each?), ..claim }, told))
}

/// A day in three parts; none where it may be left empty or can't be read, which the form then says.
fn day(form: &mut FormState, name: &str, needed: bool) -> Option<Date> {
    let part = |which: &str| form.value(&format!("{name}_{which}")).to_owned();
    let text = day_from_parts(&part("year"), &part("month"), &part("day"));
    let day = Date::parse(&text, &Iso8601::DATE).ok();
    if day.is_none() && (needed || !text.is_empty()) {
        form.refuse(name, "fees-own-error-day");
    }
    day
}
