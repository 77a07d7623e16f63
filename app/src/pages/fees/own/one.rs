//! One claim: its figures and source, what it would change, the second person's word, the history of its series with
//! what changed, and what of other series stands beside it.

use super::{
    super::{
        figures::{self, told},
        rooms::rooms,
    },
    Line, list, words,
};
use crate::{
    Frame, Page,
    pages::credentials::rights::person,
    ui::{
        Banner, Button, Column, Form, FormState, SummaryList, Table, Tone, back_link_to, external_link,
        format, layout,
    },
};
use domain::fees::{
    channel::{Bill, NoBill},
    own::{Own, Place},
    published::Published,
    rehearsal::{Margins, Rehearsed},
    shelf::Found,
};
use leptos::prelude::*;

/// The page.
#[derive(Clone, Debug)]
pub struct Model {
    /// The claim.
    pub line: Line,
    /// Every claim of its series, the newest first, itself as well.
    pub series: Vec<Line>,
    /// Claims of other series that are about the same on the same days.
    pub beside: Vec<Line>,
    /// Published claims that are about the same on the same days.
    pub published: Vec<Published>,
    /// What it would change, while it waits.
    pub rehearsed: Vec<Rehearsed>,
    /// Which margins of price lines it would change.
    pub margins: Vec<Margins>,
    /// Whether the reader proposes claims.
    pub manages: bool,
    /// Why it is declined, as typed; what is wrong with its file.
    pub form: FormState,
    /// Why nothing was done, after it was tried; a message key.
    pub trouble: Option<String>,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let claim = &model.line.own.terms.claim;
    let words =
        [("channel", words::channel(frame, claim)), ("contract", model.line.own.terms.contract.clone())];
    let title = frame.ta("fees-own-one-title", &words);
    let form = Form::new(frame, &model.form);
    Page::new(form.title(&title), || {
        let acts = acts(frame, model, &form);
        layout::console(
            frame,
            view! {
                {form.summary()}
                {list::trouble(frame, model.trouble.as_deref())}
                {rooms(frame, "/console/fees/claims")}
                {back_link_to(frame.at("/console/fees/claims"), frame.t("fees-own-title"))}
                <h1>{title}</h1>
                <p class="cluster">
                    <strong class="figure">{figures::short_of(frame, claim)}</strong>
                    {words::place(frame, &model.line)}
                </p>
                {conflict(frame, model)}
                {acts}
                {rehearsal(frame, model)}
                {margins(frame, model)}
                {source(frame, model)}
                {all_figures(frame, &model.line.own)}
                {history(frame, model)}
                {beside(frame, model)}
            },
        )
    })
}

/// Something of another source is about the same.
fn conflict(frame: &Frame, model: &Model) -> Option<AnyView> {
    let count = model.beside.len() + model.published.len();
    (count > 0).then(|| {
        let way = view! { <p><a href="#beside">{frame.t("fees-own-beside")}</a></p> };
        Banner::new(Tone::Info, frame.tn("fees-own-beside-some", list::counted(count), &[])).more(way).view()
    })
}

fn source(frame: &Frame, model: &Model) -> AnyView {
    let (line, terms) = (&model.line, &model.line.own.terms);
    let link = |own: &Own, id: &str| {
        let other = model.series.iter().find(|one| one.own.id.to_string() == id).map_or(own, |one| &one.own);
        view! { <a href=frame.at(&format!("/console/fees/claims/{id}"))>{words::days(frame, other)}</a> }
            .into_any()
    };
    let mut list = SummaryList::new(frame)
        .heading(frame.t("fees-own-where"))
        .row(frame.t("fees-claim-about"), words::about(frame, &terms.claim))
        .row(frame.t("fees-own-days"), words::days(frame, &line.own))
        .row(frame.t("fees-own-contract"), words::source(frame, &line.own))
        .row(frame.t("fees-own-read-on"), format::date(frame.lang, terms.read_on));
    if let Some(address) = &terms.address {
        list =
            list.row_of(frame.t("fees-own-address"), external_link(frame, address.clone(), address.clone()));
    }
    if let Some(note) = &terms.note {
        list = list.row(frame.t("fees-own-note"), note.clone());
    }
    if let Some((kind, size)) = &line.file {
        let href = frame.at(&format!("/console/fees/claims/{}/file", line.own.id));
        let words = [("kind", kind.to_uppercase()), ("size", format::size(*size))];
        let text = frame.ta("fees-own-file-open", &words);
        list = list.row_of(frame.t("fees-own-file"), view! { <a href=href>{text}</a> });
    }
    list = list.row_of(frame.t("fees-own-proposed-by"), person(frame, &line.proposed.0, line.proposed.1));
    if let Some((by, at)) = &line.answered {
        list = list.row_of(frame.t("fees-own-answered-by"), person(frame, by, *at));
    }
    if let Some(reason) = &line.reason {
        list = list.row(frame.t("fees-own-reason"), reason.clone());
    }
    if let Some(old) = line.own.supersedes {
        list = list.row_of(frame.t("fees-own-supersedes"), link(&line.own, &old.to_string()));
    }
    if let Some((new, _)) = line.own.superseded {
        list = list.row_of(frame.t("fees-own-superseded-by"), link(&line.own, &new.to_string()));
    }
    list.view()
}

fn all_figures(frame: &Frame, own: &Own) -> AnyView {
    let list = SummaryList::new(frame).heading(frame.t("fees-own-figures"));
    let row = |list: SummaryList, (key, text): (&str, String)| list.row(frame.t(key), text);
    told(frame, &own.terms.claim).into_iter().fold(list, row).view()
}

fn acts(frame: &Frame, model: &Model, form: &Form<'_>) -> AnyView {
    let at = |act: &str| frame.at(&format!("/console/fees/claims/{}/{act}", model.line.own.id));
    let successor = model.manages && model.line.own.counts() && model.line.own.superseded.is_none();
    let successor = successor.then(|| {
        let href = frame.at(&format!("/console/fees/claims/new?after={}", model.line.own.id));
        Button::secondary(frame.t("fees-own-successor-act")).link(href).view()
    });
    if model.line.place != Place::Waiting {
        return view! { {successor} }.into_any();
    }
    let file = (model.manages && model.line.file.is_none()).then(|| {
        view! {
            <form method="post" action=at("file") enctype="multipart/form-data" class="form">
                {form
                    .file("file", frame.t("fees-own-file"))
                    .hint(frame.t("fees-own-file-hint"))
                    .accept("application/pdf,image/jpeg,image/png")}
                {Button::secondary(frame.t("fees-own-file-add"))}
            </form>
        }
    });
    let answer = match model.line.why_not {
        Some(key) => view! { <p class="hint">{frame.t(key)}</p> }.into_any(),
        None => view! {
            <div class="flow">
                {Button::primary(frame.t("fees-own-approve")).post(at("approve"))}
                <form method="post" action=at("decline") class="form">
                    {form.text("reason", frame.t("fees-own-reason")).maxlength(500)}
                    {Button::danger(frame.t("fees-own-decline"))}
                </form>
            </div>
        }
        .into_any(),
    };
    view! {
        <section class="flow" aria-labelledby="answer">
            <h2 id="answer">{frame.t("fees-own-answer")}</h2>
            {file}
            {answer}
        </section>
    }
    .into_any()
}

/// What the channel costs the usual kinds of business, before and after.
fn rehearsal(frame: &Frame, model: &Model) -> Option<AnyView> {
    if model.rehearsed.is_empty() {
        return None;
    }
    let currency = &model.line.own.terms.claim.currency;
    let money = |minor: i128| format::money(frame.lang, minor, currency);
    let cell = |bill: &Result<Bill, NoBill>| match bill {
        Ok(bill) => {
            let words = [("amount", money(bill.total)), ("rate", format::rate(bill.effective_rate))];
            frame.ta("fees-own-rehearsal-cell", &words)
        }
        Err(NoBill::Missing(..)) => frame.t("fees-own-rehearsal-unknown"),
        Err(_) => frame.t("fees-own-rehearsal-none"),
    };
    let mut table = Table::new(frame.t("fees-own-rehearsal"))
        .column(Column::new(frame.t("fees-own-rehearsal-business")).wide())
        .column(Column::new(frame.t("fees-own-before")).numeric())
        .column(Column::new(frame.t("fees-own-after")).numeric())
        .column(Column::new(frame.t("fees-own-difference")).numeric());
    for one in &model.rehearsed {
        let difference = match (&one.before, &one.after) {
            (Ok(before), Ok(after)) => signed(frame, after.total - before.total, currency),
            _ => "–".to_owned(),
        };
        table = table.row(vec![
            frame.t(&format!("compare-preset-{}", one.preset)).into_any(),
            cell(&one.before).into_any(),
            cell(&one.after).into_any(),
            difference.into_any(),
        ]);
    }
    Some(
        view! {
            <section class="flow" aria-labelledby="rehearsal">
                <h2 id="rehearsal">{frame.t("fees-own-rehearsal")}</h2>
                <p class="measure">{frame.t("fees-own-rehearsal-text")}</p>
                {table.view()}
            </section>
        }
        .into_any(),
    )
}

/// What price lines leave, before and after.
fn margins(frame: &Frame, model: &Model) -> Option<AnyView> {
    if model.rehearsed.is_empty() {
        return None;
    }
    if model.margins.is_empty() {
        return Some(view! { <p class="hint">{frame.t("fees-own-margins-none")}</p> }.into_any());
    }
    let mut table = Table::new(frame.t("fees-own-margins"))
        .column(Column::new(frame.t("fees-own-margins-line")).wide())
        .column(Column::new(frame.t("fees-own-rehearsal-business")))
        .column(Column::new(frame.t("fees-own-before")).numeric())
        .column(Column::new(frame.t("fees-own-after")).numeric())
        .column(Column::new(frame.t("fees-own-difference")).numeric());
    for one in &model.margins {
        let currency = &one.line.currency;
        let amount = |margin: Option<i128>| {
            let money = |minor| format::money(frame.lang, minor, currency);
            margin.map_or_else(|| frame.t("fees-own-rehearsal-unknown"), money)
        };
        for (preset, before, after) in &one.mixes {
            let difference =
                before.zip(*after).map(|(before, after)| signed(frame, after - before, currency));
            table = table.row(vec![
                words::about(frame, &one.line).into_any(),
                frame.t(&format!("compare-preset-{preset}")).into_any(),
                amount(*before).into_any(),
                amount(*after).into_any(),
                difference.unwrap_or_else(|| "–".to_owned()).into_any(),
            ]);
        }
    }
    let section = view! {
        <section class="flow" aria-labelledby="margins">
            <h2 id="margins">{frame.t("fees-own-margins")}</h2>
            <p class="measure">{frame.t("fees-own-margins-text")}</p>
            {table.view()}
        </section>
    };
    Some(section.into_any())
}

/// An amount with its sign, also where it is more.
fn signed(frame: &Frame, minor: i128, currency: &str) -> String {
    let money = format::money(frame.lang, minor, currency);
    if minor > 0 { format!("+{money}") } else { money }
}

/// The series, the newest first, each with what it changed.
fn history(frame: &Frame, model: &Model) -> AnyView {
    let changes = model.series.iter().enumerate().map(|(index, line)| {
        // What waits is compared with what it is to follow: the next one down that isn't waiting.
        let older = model.series.iter().skip(index + 1).find(|one| one.place != Place::Waiting);
        entry(frame, line, older, line.own.id == model.line.own.id)
    });
    view! {
        <section class="flow" aria-labelledby="history">
            <h2 id="history">{frame.t("fees-own-history")}</h2>
            <ol class="plain flow">{changes.collect::<Vec<_>>()}</ol>
        </section>
    }
    .into_any()
}

fn entry(frame: &Frame, line: &Line, older: Option<&Line>, here: bool) -> AnyView {
    let days = words::days(frame, &line.own);
    let head = if here {
        view! { <strong>{days}</strong> }.into_any()
    } else {
        view! { <a href=words::address(frame, &line.own)>{days}</a> }.into_any()
    };
    let changes = match older {
        None => view! { <p class="hint">{frame.t("fees-own-first")}</p> }.into_any(),
        Some(older) => diff(frame, &older.own, &line.own),
    };
    view! { <li class="card flow"><p class="cluster">{head}{words::place(frame, line)}</p>{changes}</li> }
        .into_any()
}

/// Which figures changed, old and new.
fn diff(frame: &Frame, old: &Own, new: &Own) -> AnyView {
    let before = told(frame, &old.terms.claim);
    let of = |key: &str| before.iter().find(|(known, _)| *known == key).map(|(_, text)| text.clone());
    let changed: Vec<_> = told(frame, &new.terms.claim)
        .into_iter()
        .filter(|(key, text)| of(key).as_ref() != Some(text))
        .map(|(key, text)| {
            let old = of(key).unwrap_or_else(|| frame.t("fees-none"));
            let words = [("figure", frame.t(key)), ("old", old), ("new", text)];
            view! { <li>{frame.ta("fees-own-change", &words)}</li> }
        })
        .collect();
    if changed.is_empty() {
        return view! { <p class="hint">{frame.t("fees-own-no-change")}</p> }.into_any();
    }
    view! { <ul>{changed}</ul> }.into_any()
}

/// The claim, those of other series and the published ones, figure by figure; a row in which something differs is
/// marked.
fn beside(frame: &Frame, model: &Model) -> Option<AnyView> {
    let own = model.beside.iter().map(|line| Found::Own(&line.own));
    let others: Vec<_> = own.chain(model.published.iter().map(Found::Published)).collect();
    if others.is_empty() {
        return None;
    }
    let mut table = Table::new(frame.t("fees-own-beside"))
        .column(Column::new(frame.t("fees-own-figures")).wide())
        .column(Column::new(frame.t("fees-own-this")).wide());
    for found in &others {
        table = table.column(Column::new(figures::name(frame, *found)).wide());
    }
    let ways = others.iter().map(|found| {
        let href = figures::address(frame, *found);
        view! { <a href=href>{frame.t("fees-own-look")}</a> }.into_any()
    });
    let here = words::source(frame, &model.line.own);
    table =
        table.row([frame.t("fees-own-where").into_any(), here.into_any()].into_iter().chain(ways).collect());
    let columns: Vec<_> = others
        .iter()
        .map(|found| match found {
            Found::Own(own) => told(frame, &own.terms.claim),
            Found::Published(one) => told(frame, &one.claim),
        })
        .collect();
    for (key, text) in told(frame, &model.line.own.terms.claim) {
        let of = |column: &Vec<(&'static str, String)>| {
            let found = column.iter().find(|(known, _)| *known == key).map(|(_, text)| text.clone());
            found.unwrap_or_else(|| "–".to_owned())
        };
        let texts: Vec<_> = columns.iter().map(of).collect();
        let differs = texts.iter().any(|other| *other != text);
        let label =
            if differs { frame.ta("fees-own-differs", &[("figure", frame.t(key))]) } else { frame.t(key) };
        let cells = std::iter::once(label).chain([text]).chain(texts).map(IntoAny::into_any).collect();
        table = if differs { table.marked_row(cells) } else { table.row(cells) };
    }
    let section = view! {
        <section class="flow" aria-labelledby="beside">
            <h2 id="beside">{frame.t("fees-own-beside")}</h2>
            <p class="measure">{frame.t("fees-own-beside-text")}</p>
            {table.view()}
        </section>
    };
    Some(section.into_any())
}
