//! The queue, with its filters in the address. What is searched for is posted: it stands in no address but sealed.

use super::{super::query::Pairs, asked::Asked};
use crate::web::{
    Fault, PageResult, Visit,
    csv::{self, Holds},
    forms,
};
use app::{
    pages::review::{
        Due,
        queue::{Case, Filter, Filters, Holder, Model, page},
    },
    pages::sheets::CASES,
    ui::FormState,
};
use axum::{Form, extract::Query, http::StatusCode, response::Response};
use domain::{
    PersonId,
    permissions::Act,
    review::{Desk, search::Sought},
    text::mask,
};
use services::review::{self, Search, WorkTime};
use store::{
    review::{Case as Row, Hands, Order},
    tenants::staff::Member,
};
use time::OffsetDateTime;

/// Characters of a person's number that are shown again.
const SHOWN: usize = 4;

/// `GET /t/{slug}/desk`
pub(super) async fn show(visit: Visit, Query(pairs): Query<Pairs>) -> PageResult {
    visit.signed_in()?;
    listed(&visit, &pairs, &Forms::default(), StatusCode::OK).await
}

/// `GET /t/{slug}/desk.csv`: the same cases as a file.
pub(super) async fn csv(visit: Visit, Query(pairs): Query<Pairs>) -> PageResult {
    visit.signed_in()?;
    csv::file(visit, &CASES, Holds::Persons, move |visit, after| {
        let wanted = review::Wanted { after, ..Asked::read(&pairs).wanted() };
        async move {
            let me = visit.signed_in()?.id;
            let found = review::queue(&visit.app.services, &visit.actor, &wanted).await?;
            let due = |at| Due { at, minutes: 0 };
            let cases = found.cases.into_iter().map(|case| row(&visit, case, me, |_| false, due));
            Ok((cases.collect(), found.next))
        }
    })
    .await
}

/// `POST /t/{slug}/desk/search`: on to the queue with the search sealed in the address.
pub(super) async fn search(visit: Visit, Form(pairs): Form<Pairs>) -> PageResult {
    visit.signed_in()?;
    let typed = FormState::sent(pairs.clone());
    let kept = review::keep_search(&visit.app.services, &visit.actor, typed.value("q")).await;
    match forms::again(kept, typed)? {
        Ok(token) => {
            let asked = Asked::read(&pairs);
            let to = asked.searching(&visit.frame.at("/desk"), token.as_deref());
            Ok(visit.see_other(&to))
        }
        Err(form) => {
            let forms = Forms { search: Some(form), ..Forms::default() };
            listed(&visit, &pairs, &forms, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

/// Whoever comes back to a form's own address sees the queue.
pub(super) async fn back(visit: Visit) -> PageResult {
    Ok(visit.see_other(&visit.frame.at("/desk")))
}

/// The page's forms as they were sent, where one comes back.
#[derive(Default)]
pub(super) struct Forms {
    /// The search.
    pub(super) search: Option<FormState>,
    /// Giving cases to somebody.
    pub(super) give: Option<FormState>,
}

/// The queue as the pairs ask for it, with forms as they were sent.
pub(super) async fn listed(
    visit: &Visit,
    pairs: &[(String, String)],
    forms: &Forms,
    status: StatusCode,
) -> Result<Response, Fault> {
    let services = &visit.app.services;
    let me = visit.signed_in()?.id;
    let asked = Asked::read(pairs);
    let queue = review::queue(services, &visit.actor, &asked.wanted()).await?;
    let colleagues = review::colleagues(services, &visit.actor).await?;
    let (now, work) = (services.now(), WorkTime::of(services, visit.tenant()?)?);
    let path = visit.frame.at("/desk");
    let chosen = forms.give.as_ref().map_or(&[][..], |give| give.values("case"));
    let chosen = |id: &String| asked.all || chosen.contains(id);
    let cases = queue.cases.into_iter().map(|case| {
        let due = |at| Due { at, minutes: work.minutes_until(now, at) };
        row(visit, case, me, chosen, due)
    });
    let gives = visit.actor.may(Act::AssignCases);
    let model = Model {
        cases: cases.collect(),
        shelves: asked.shelves(&path),
        shelf: asked.shelf_word(),
        search: forms.search.clone().unwrap_or_else(|| shown(&asked, &queue.search)),
        filters: filters(visit, &asked, &path, &queue.search, &colleagues),
        lost: queue.search == Search::Lost,
        any: queue.any,
        by_due: (asked.ordered(&path, Order::Due), asked.order == Order::Due),
        by_newest: (asked.ordered(&path, Order::Newest), asked.order == Order::Newest),
        first: asked.after.map(|_| asked.after(&path, None)),
        next: queue.next.map(|key| asked.after(&path, Some(key))),
        give: visit.actor.may(Act::WorkCases).then(|| {
            let form = forms.give.clone().unwrap_or_else(|| asked.form());
            (form, if gives { people(&colleagues) } else { Vec::new() })
        }),
        choose: (asked.choosing(&path), asked.all),
    };
    Ok(visit.page_with(status, page(&visit.frame, &model)))
}

/// Addresses by id, for menus.
pub(super) fn people(members: &[Member]) -> Vec<(String, String)> {
    members.iter().map(|member| (member.person.to_string(), member.email.clone())).collect()
}

/// The search's form as it is shown first: a person's number isn't put back into it.
fn shown(asked: &Asked<'_>, search: &Search) -> FormState {
    let mut form = asked.form();
    form.set("search", "");
    if let Search::For(typed) = search
        && !Sought::read(typed).is_some_and(|sought| sought.is_number())
    {
        form.set("q", typed.clone());
    }
    form
}

fn filters(visit: &Visit, asked: &Asked<'_>, path: &str, search: &Search, colleagues: &[Member]) -> Filters {
    let rules = visit.app.services.rules.offered(visit.app.services.now().date());
    let kinds: Vec<(String, String)> = rules.iter().map(|set| (set.code(), set.label.clone())).collect();
    let without = |name: &str| asked.without(path, name);
    let mut on = Vec::new();
    if let Search::For(typed) = search {
        let number = Sought::read(typed).is_some_and(|sought| sought.is_number());
        let words = if number { mask(typed, SHOWN) } else { typed.clone() };
        on.push((Filter::Search(words), without("search")));
    }
    if let Some(kind) = asked.kind {
        let label = kinds.iter().find(|(code, _)| code == kind).map(|(_, label)| label.clone());
        on.push((Filter::Kind(label.unwrap_or_else(|| "review-case-kind".into())), without("kind")));
    }
    if let Some(wallet) = asked.channel {
        on.push((Filter::Channel(wallet.to_owned()), without("channel")));
    }
    if let Some(step) = asked.step {
        on.push((Filter::Step(step), without("step")));
    }
    match asked.hands {
        Some(Hands::Nobody) => on.push((Filter::Nobody, without("holder"))),
        Some(Hands::Of(person)) => {
            let email = colleagues.iter().find(|member| member.person == person);
            let email = email.map(|member| member.email.clone()).unwrap_or_default();
            on.push((Filter::Holder(email), without("holder")));
        }
        None => {}
    }
    if let Some((word, _)) = asked.due {
        on.push((Filter::Due(word), without("due")));
    }
    Filters { form: asked.form(), kinds, colleagues: people(colleagues), on, clear: asked.bare(path) }
}

fn row(
    visit: &Visit,
    case: Row,
    me: PersonId,
    chosen: impl Fn(&String) -> bool,
    due: impl Fn(OffsetDateTime) -> Due,
) -> Case {
    let claimable = review::claimable(&visit.actor, &case);
    let holder = match case.desk.holder() {
        None => Holder::Nobody,
        Some(holder) if holder == me => Holder::You,
        Some(_) => Holder::Other(case.holder_email.unwrap_or_default()),
    };
    let id = case.id.to_string();
    Case {
        chosen: chosen(&id),
        id,
        number: case.case_number,
        name: case.name,
        state: case.state.kind(),
        desk: case.desk.kind(),
        until: case.desk.until(),
        channels: case.channels,
        submitted_at: case.submitted_at,
        due: case.due_at.map(due),
        closed_at: case.closed_at,
        claimable,
        givable: visit.actor.may(Act::AssignCases) && !matches!(case.desk, Desk::None | Desk::Closed),
        holder,
    }
}
