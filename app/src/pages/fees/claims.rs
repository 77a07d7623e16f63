//! A channel's published claims: each with what it is about, its figures, how well it is attested and where it was read.

use super::{figures, words};
use crate::{
    Frame,
    ui::{Button, Empty, Icon, disclosure, format},
};
use domain::fees::{
    Claim,
    published::{Beside, Published, Standing},
};
use domain::permissions::Act;
use leptos::prelude::*;
use time::Date;

/// So many lines of business are named in a line.
const FEW: usize = 6;

/// The day on which they have to hold, and for how many days each is current.
pub type Judged = (Date, u16);

/// Claims that hold or will, and apart those that have ended.
pub fn section(frame: &Frame, claims: &[Published], judged: Judged) -> AnyView {
    if claims.is_empty() {
        let text = frame.t("fees-no-claims-text");
        return Empty::new(Icon::Card, frame.t("fees-no-claims")).text(text).view();
    }
    let mut sorted: Vec<_> = claims.iter().collect();
    sorted.sort_by_key(|claim| claim.standing(judged.0, judged.1));
    let (ended, holding): (Vec<_>, Vec<_>) =
        sorted.into_iter().partition(|claim| claim.standing(judged.0, judged.1) == Standing::Ended);
    let one = |claim: &&Published| line(frame, claim, judged);
    let past = (!ended.is_empty()).then(|| {
        let rows: Vec<_> = ended.iter().map(one).collect();
        disclosure(frame.t("fees-ended"), false, view! { <ul class="plain claims">{rows}</ul> })
    });
    view! {
        <ul class="plain claims">{holding.iter().map(one).collect::<Vec<_>>()}</ul>
        {past}
    }
    .into_any()
}

/// One claim.
fn line(frame: &Frame, claim: &Published, judged: Judged) -> AnyView {
    let standing = figures::standing(frame, claim, claim.standing(judged.0, judged.1));
    let note = claim.note.as_ref().map(|note| view! { <p>{note.get(frame.lang).to_owned()}</p> });
    let many = (claim.claim.industry.len() > FEW).then(|| {
        let title = frame.t("fees-industries-title");
        view! { <p>{title}{frame.t("common-colon")}{industries(frame, &claim.claim)}</p> }
    });
    let more = view! {
        {figures::list(frame, claim)}
        {many}
        {note}
        {words::source(frame, &claim.source, claim.as_of, Some(figures::evidence(frame, claim.tag)))}
        {claim.also.iter().map(|one| beside(frame, one)).collect::<Vec<_>>()}
    };
    let staff = frame.reader.as_ref().map(|reader| reader.staff.as_slice()).unwrap_or_default();
    let own = staff.iter().any(|role| role.may(Act::ManageFees)).then(|| {
        let href = frame.at(&format!("/console/fees/claims/new?from={}", claim.claim.id));
        let name = claim.name.get(frame.lang).to_owned();
        Button::secondary(frame.t("fees-own-from-this")).link(href).about(name).small().view()
    });
    view! {
        <li class="card flow" id=claim.claim.id.clone()>
            <h3>{claim.name.get(frame.lang).to_owned()}</h3>
            <p class="cluster">
                <strong class="figure">{figures::short(frame, claim)}</strong>
                {standing}
            </p>
            <p class="hint">{about(frame, claim)}</p>
            {disclosure(frame.t("fees-figures"), false, more)}
            {own}
        </li>
    }
    .into_any()
}

/// Another source, and the figures that it alone tells.
fn beside(frame: &Frame, one: &Beside) -> AnyView {
    let names: Vec<_> = one.figures.iter().map(|name| figures::called(frame, name)).collect();
    let only = (!names.is_empty())
        .then(|| frame.ta("fees-source-only", &[("figures", names.join(&frame.t("fees-comma")))]));
    words::source(frame, &one.source, one.as_of, only)
}

/// What it is only about: country, product, means, kind of merchant, lines of business, currency, days.
fn about(frame: &Frame, published: &Published) -> String {
    let claim = &published.claim;
    let industries = match claim.industry.len() {
        0 => None,
        1..=FEW => Some(frame.ta("fees-industries", &[("industries", industries(frame, claim))])),
        many => Some(frame.ta("fees-industries-many", &[("count", many.to_string())])),
    };
    let days = match (published.from, published.to) {
        (Some(from), Some(to)) => {
            let words = [("from", format::date(frame.lang, from)), ("to", format::date(frame.lang, to))];
            Some(frame.ta("fees-from-to", &words))
        }
        (Some(from), None) => Some(frame.ta("fees-from", &[("from", format::date(frame.lang, from))])),
        (None, Some(to)) => Some(frame.ta("fees-to", &[("to", format::date(frame.lang, to))])),
        (None, None) => None,
    };
    let parts = [
        claim.country.as_ref().map(|code| words::country(frame, code)),
        claim.product.as_ref().map(|word| words::product(frame, word)),
        claim.card_class.as_ref().map(|word| words::means(frame, word)),
        claim.subject.as_ref().map(|word| words::subject(frame, word)),
        Some(claim.currency.clone()),
        industries,
        days,
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn industries(frame: &Frame, claim: &Claim) -> String {
    let names: Vec<_> = claim.industry.iter().map(|code| words::industry(frame, code)).collect();
    names.join(&frame.t("fees-comma"))
}
