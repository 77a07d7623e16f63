//! `/t/{slug}/desk/hits` and one hit of a case.

use super::super::query::{Pairs, address, given};
use crate::web::{
    Fault, PageResult, Visit,
    csv::{self, Holds},
    forms,
};
use app::{
    pages::screening::{
        hit as page,
        hits::{self as page_of_all, PATH},
    },
    pages::sheets::HITS,
    ui::FormState,
};
use axum::{
    Form,
    extract::{Path, Query},
    http::StatusCode,
    response::Response,
};
use domain::{ApplicationId, HitId, screening::hit::Standing};
use services::{
    ServiceError,
    review::{self, Denied, HitInput},
    screening::{Hit, Open},
};

/// `GET /t/{slug}/desk/hits`
pub(super) async fn open(visit: Visit, Query(pairs): Query<Pairs>) -> PageResult {
    visit.signed_in()?;
    let after = given(&pairs, "after").and_then(|id| id.parse().ok());
    let (all, next) = review::open_hits(&visit.app.services, &visit.actor, after).await?;
    let path = visit.frame.at(PATH);
    let model = page_of_all::Model {
        lines: all.into_iter().map(|open| line(&visit, open)).collect(),
        first: after.map(|_| path.clone()),
        next: next.map(|id| address(&path, &[("after", id.to_string().as_str())])),
    };
    Ok(visit.page(page_of_all::page(&visit.frame, &model)))
}

/// `GET /t/{slug}/desk/hits.csv`: the same hits as a file.
pub(super) async fn csv(visit: Visit) -> PageResult {
    visit.signed_in()?;
    csv::file(visit, &HITS, Holds::Persons, |visit, after| async move {
        let (all, next) = review::open_hits(&visit.app.services, &visit.actor, after).await?;
        Ok((all.into_iter().map(|open| line(&visit, open)).collect(), next))
    })
    .await
}

fn line(visit: &Visit, open: Open) -> page_of_all::Line {
    page_of_all::Line {
        path: visit.frame.at(&format!("/desk/cases/{}/hits/{}", open.application, open.id)),
        number: open.case_number,
        name: open.name,
        list: (open.source, open.list_name),
        meaning: open.meaning,
        role: open.role,
        at: open.found_at,
        said: open.said,
    }
}

/// A hit as pages show it, below its case's address.
pub(crate) fn hit(case: &str, hit: &Hit) -> page::Hit {
    let details = hit.details.clone();
    page::Hit {
        path: format!("{case}/hits/{}", hit.id),
        list: (hit.source, hit.list_name.clone()),
        dated: hit.dated,
        meaning: hit.meaning,
        role: hit.role,
        declared: details.declared,
        listed: details.listed,
        names: details.names,
        reference: details.reference,
        births: details.births,
        score: details.score,
        number: details.number,
        birth: details.birth,
        at: hit.found_at,
        standing: hit.standing,
        until: hit.clear_until,
        said: hit
            .verdicts
            .iter()
            .map(|said| page::Said {
                verdict: said.verdict,
                reason: said.reason.clone(),
                by: said.email.clone(),
                at: said.at,
            })
            .collect(),
    }
}

type At = Path<(String, String, String)>;

fn named(id: &str, hit: &str) -> Result<(ApplicationId, HitId), Fault> {
    let not_found = |_| ServiceError::NotFound;
    Ok((id.parse().map_err(not_found)?, hit.parse().map_err(not_found)?))
}

/// `GET /t/{slug}/desk/cases/{id}/hits/{hit}`
pub(super) async fn show(visit: Visit, Path((_, id, hit)): At) -> PageResult {
    visit.signed_in()?;
    let form = FormState::default().with("months", "12");
    shown(&visit, named(&id, &hit)?, StatusCode::OK, (form, None)).await
}

async fn shown(
    visit: &Visit,
    (id, of): (ApplicationId, HitId),
    status: StatusCode,
    (form, trouble): (FormState, Option<String>),
) -> Result<Response, Fault> {
    let view = review::hit(&visit.app.services, &visit.actor, id, of).await?;
    let case = visit.frame.at(&format!("/desk/cases/{id}"));
    let model = page::Model {
        hit: hit(&case, &view.hit),
        number: view.application.case_number,
        case,
        form,
        why_not: view.why_not.map(str::to_owned),
        trouble,
    };
    Ok(visit.page_with(status, page::page(&visit.frame, &model)))
}

/// `POST /t/{slug}/desk/cases/{id}/hits/{hit}`
pub(super) async fn judge(visit: Visit, Path((_, id, hit)): At, Form(pairs): Form<Pairs>) -> PageResult {
    visit.signed_in()?;
    let (id, hit) = named(&id, &hit)?;
    let typed = FormState::sent(pairs);
    let value = |name: &str| typed.value(name).to_owned();
    let input = HitInput { verdict: value("verdict"), reason: value("reason"), months: value("months") };
    match review::decide_hit(&visit.app.services, &visit.actor, id, hit, &input).await {
        Ok(standing) => {
            let said = if standing == Standing::Open { "hit-said" } else { "hit-decided" };
            Ok(visit.see_other_saying(&visit.frame.at(&format!("/desk/cases/{id}")), said))
        }
        Err(Denied::Service(ServiceError::Refused(refusal))) => {
            let form = forms::refused(typed, refusal);
            shown(&visit, (id, hit), StatusCode::UNPROCESSABLE_ENTITY, (form, None)).await
        }
        Err(Denied::NotOpen(key)) => {
            shown(&visit, (id, hit), StatusCode::CONFLICT, (typed, Some(key.to_owned()))).await
        }
        Err(Denied::Moved(_)) => Err(ServiceError::Conflict("error-stale").into()),
        Err(Denied::Service(other)) => Err(other.into()),
    }
}
