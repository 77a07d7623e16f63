//! `/t/{slug}/console/fees/rates`: the tenant's table of currencies.

use super::super::query::{Pairs, address, given};
use crate::web::{
    PageResult, Visit,
    csv::{self, Holds},
    forms,
};
use app::{
    pages::fees::{
        compare,
        rates::{self as page, Line, Model, PATH},
    },
    pages::sheets::RATES,
    ui::FormState,
};
use axum::{Form, extract::Query, http::StatusCode};
use services::fees::rates::{self, Entered, Input, Table};
use std::collections::BTreeSet;

/// `GET /t/{slug}/console/fees/rates`
pub(super) async fn show(visit: Visit, Query(pairs): Query<Pairs>) -> PageResult {
    visit.signed_in()?;
    let of = given(&pairs, "of");
    let before = given(&pairs, "before").and_then(|place| place.parse().ok());
    let table = rates::table(&visit.app.services, &visit.actor, of, before).await?;
    let begun = FormState::default().with("on", table.today.to_string());
    let model = model(&visit, table, begun, &pairs);
    Ok(visit.page(page::page(&visit.frame, &model)))
}

/// `GET /t/{slug}/console/fees/rates.csv`: what was entered, as a file.
pub(super) async fn csv(visit: Visit, Query(pairs): Query<Pairs>) -> PageResult {
    visit.signed_in()?;
    csv::file(visit, &RATES, Holds::Persons, move |visit, before| {
        let of = given(&pairs, "of").map(str::to_owned);
        async move {
            let table = rates::table(&visit.app.services, &visit.actor, of.as_deref(), before).await?;
            Ok((table.history.into_iter().map(line).collect(), table.next))
        }
    })
    .await
}

/// `POST /t/{slug}/console/fees/rates`
pub(super) async fn enter(visit: Visit, Form(pairs): Form<Pairs>) -> PageResult {
    visit.signed_in()?;
    let worths = pairs.iter().filter_map(|(name, typed)| {
        let code = name.strip_prefix("worth_")?;
        Some((code.to_owned(), typed.clone()))
    });
    let input = Input {
        on: given(&pairs, "on").unwrap_or_default().to_owned(),
        worths: worths.collect(),
        other: given(&pairs, "other").unwrap_or_default().to_owned(),
        other_worth: given(&pairs, "other_worth").unwrap_or_default().to_owned(),
        sure: given(&pairs, "sure") == Some("yes"),
    };
    let done = rates::enter(&visit.app.services, &visit.actor, &input).await;
    match forms::again(done, FormState::sent(pairs))? {
        Ok(()) => Ok(visit.see_other_saying(&visit.frame.at(PATH), "saved")),
        Err(form) => {
            let table = rates::table(&visit.app.services, &visit.actor, None, None).await?;
            let model = model(&visit, table, form, &[]);
            Ok(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, page::page(&visit.frame, &model)))
        }
    }
}

fn model(visit: &Visit, table: Table, form: FormState, pairs: &[(String, String)]) -> Model {
    let path = visit.frame.at(PATH);
    let of = given(pairs, "of");
    let kept: BTreeSet<String> = table.current.iter().map(|line| line.currency.clone()).collect();
    let known = compare::CURRENCIES.iter().map(|code| (*code).to_owned());
    let fields: BTreeSet<String> =
        known.chain(kept.iter().cloned()).filter(|code| *code != table.base).collect();
    let all = std::iter::once((String::new(), path.clone(), of.is_none()));
    let each =
        kept.iter().map(|code| (code.clone(), address(&path, &[("of", code)]), of == Some(code.as_str())));
    let here: Vec<(&str, &str)> = of.iter().map(|code| ("of", *code)).collect();
    let next = table.next.map(|place| {
        let place = place.to_string();
        address(&path, &[&here[..], &[("before", place.as_str())]].concat())
    });
    Model {
        chips: all.chain(each).collect(),
        first: given(pairs, "before").map(|_| address(&path, &here)),
        next,
        today: table.today,
        current: table.current.into_iter().map(line).collect(),
        history: table.history.into_iter().map(line).collect(),
        form: table.may_enter.then_some(form),
        fields: fields.into_iter().collect(),
        base: table.base,
    }
}

fn line(one: Entered) -> Line {
    Line {
        currency: one.currency,
        from: one.from,
        worth: one.worth,
        by: one.by,
        at: one.at,
        corrected: one.corrected,
    }
}
