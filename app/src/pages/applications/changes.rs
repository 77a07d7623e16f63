//! What the desk asked for, at one glance: each thing with its reason, where to change it, and where to explain that
//! nothing is to be changed.

use super::{Head, words};
use crate::{
    Frame, Page,
    pages::{documents::words::redo_hint, review::case::items},
    ui::{Banner, Button, Form, FormState, SummaryList, Tone, badge, disclosure, format, layout},
};
use domain::{
    applications::{Fault, Item, RuleSet, Values},
    review::Reply,
};
use leptos::prelude::*;
use time::OffsetDateTime;

/// What the page shows.
#[derive(Clone, Debug)]
pub struct Model {
    /// Which application.
    pub head: Head,
    /// Its rules.
    pub rules: RuleSet,
    /// In the order in which it was asked for.
    pub requests: Vec<Request>,
    /// When it runs out.
    pub until: OffsetDateTime,
    /// Whether the reader hands in.
    pub submit: bool,
    /// The explanations as they were typed: `explanation.{token}`.
    pub form: FormState,
}

/// One thing that is to be changed.
#[derive(Clone, Debug)]
pub struct Request {
    /// What, why, and in what words.
    pub item: Item,
    /// What was done about it.
    pub reply: Reply,
    /// The explanation that stands.
    pub explanation: Option<String>,
    /// The section's answers; sealed ones masked.
    pub values: Option<Values>,
    /// Whether answering it is the reader's.
    pub mine: bool,
}

impl Model {
    fn is_answered(&self) -> bool {
        self.requests.iter().all(|request| request.reply.is_answer())
    }
}

/// The name of an explanation's field.
pub fn explanation_field(what: &Fault) -> String {
    format!("explanation.{}", what.token())
}

/// What helps with putting it right: what belongs to the reason, and what a good picture or answer looks like.
pub fn hint(frame: &Frame, rules: &RuleSet, item: &Item) -> Option<String> {
    let of_file = !matches!(item.what, Fault::Field(..));
    let reason = of_file.then(|| redo_hint(frame, item.reason)).flatten();
    let own = match &item.what {
        Fault::Field(section, field) => {
            rules.field(&format!("{section}.{field}")).and_then(|field| field.hint.as_ref())
        }
        Fault::Paper(paper) | Fault::Document(paper, _) => rules.paper(paper).map(|paper| &paper.hint),
    };
    let own = own.map(|key| frame.t(key));
    match (reason, own) {
        (Some(reason), Some(own)) => {
            Some(frame.ta("applications-changes-hints", &[("first", reason), ("second", own)]))
        }
        (reason, own) => reason.or(own),
    }
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let form = Form::new(frame, &model.form);
    let title = frame.t("applications-changes-title");
    Page::new(form.title(&title), || {
        let until = [("when", format::instant(frame, model.until))];
        let all: Vec<_> =
            model.requests.iter().map(|request| self::request(frame, model, &form, request)).collect();
        let count = u64::try_from(model.requests.len()).unwrap_or(u64::MAX);
        layout::merchant(
            frame,
            view! {
                {super::back_home(frame)}
                {form.summary()}
                {model.head.caption(frame)}
                <h1>{title}</h1>
                <p>{frame.tn("applications-changes-intro", count, &until)}</p>
                {all}
                {hand_in(frame, model)}
                <p><a href=model.head.at(frame, "/status")>{frame.t("applications-changes-status")}</a></p>
            },
        )
    })
}

fn request(frame: &Frame, model: &Model, form: &Form<'_>, request: &Request) -> AnyView {
    let item = &request.item;
    let label = items::label(frame, &model.rules, &item.what);
    let id = items::anchor(&item.what);
    let heading = format!("{id}-heading");
    let (tone, reply) = match request.reply {
        Reply::Open => (Tone::NeedsYou, "open"),
        Reply::Changed => (Tone::Good, "changed"),
        Reply::Explained => (Tone::Good, "explained"),
        Reply::Waived => (Tone::Good, "waived"),
    };
    let own = (!item.words.is_empty()).then(|| view! { <p class="typed">{item.words.clone()}</p> });
    let hint = hint(frame, &model.rules, item).map(|hint| view! { <p class="hint">{hint}</p> });
    let answer = if request.mine {
        answering(frame, model, form, request, &label)
    } else {
        view! { <p class="hint">{frame.t("applications-tasks-others")}</p> }.into_any()
    };
    view! {
        <section class="card flow request" id=id aria-labelledby=heading.clone()>
            <div class="request-head">
                <h2 id=heading.clone()>{label.clone()}</h2>
                {badge(tone, frame.t(&format!("applications-reply-{reply}")))}
            </div>
            <p><strong>{items::redo(frame, &item.what, item.reason)}</strong></p>
            {own}
            {hint}
            {(request.reply != Reply::Waived).then_some(answer)}
        </section>
    }
    .into_any()
}

/// The answer as it stands, the way to change it, and the form for explaining that nothing is to be changed.
fn answering(frame: &Frame, model: &Model, form: &Form<'_>, request: &Request, label: &str) -> AnyView {
    let what = &request.item.what;
    let (now, href, act) = match what {
        Fault::Field(section, code) => {
            let field = model.rules.field(&format!("{section}.{code}"));
            let input = field.and_then(|field| field.inputs().into_iter().next()).unwrap_or_default();
            let now = field.zip(request.values.as_ref()).map(|(field, values)| {
                let shown = words::answer(frame, field, values);
                SummaryList::new(frame).row(frame.t("applications-changes-now"), shown).view()
            });
            (now, format!("/sections/{section}#{input}"), "applications-changes-answer")
        }
        Fault::Paper(paper) | Fault::Document(paper, _) => {
            (None, format!("/papers#{paper}"), "applications-changes-file")
        }
    };
    let name = explanation_field(what);
    let explained = request.explanation.clone().map(|text| {
        view! {
            <p class="hint">{frame.t("applications-explanation-standing")}</p>
            <blockquote class="typed">{text}</blockquote>
        }
    });
    let change = Button::secondary(frame.t(act)).about(label.to_owned()).link(model.head.at(frame, &href));
    let explain = view! {
        <form method="post" class="form">
            <input type="hidden" name="what" value=what.token()/>
            {form
                .textarea(&name, frame.ta("applications-explanation-label", &[("what", label.to_owned())]))
                .hint(frame.t("applications-explanation-hint"))
                .rows(3)
                .maxlength(1000)
                .optional()}
            {Button::secondary(frame.t("applications-explanation-submit")).about(label.to_owned())}
        </form>
    };
    let open = model.form.error_of(&name).is_some();
    view! {
        {now}
        {explained}
        <p>{change}</p>
        {disclosure(frame.t("applications-explanation-title"), open, explain)}
    }
    .into_any()
}

fn hand_in(frame: &Frame, model: &Model) -> AnyView {
    if !model.submit {
        return view! { <p>{frame.t("applications-tasks-check-owner")}</p> }.into_any();
    }
    if !model.is_answered() {
        let open = model.requests.iter().filter(|request| !request.reply.is_answer());
        let open = u64::try_from(open.count()).unwrap_or(u64::MAX);
        return Banner::new(Tone::NeedsYou, frame.tn("applications-changes-open", open, &[])).view();
    }
    view! { <p>{Button::primary(frame.t("applications-changes-check")).link(model.head.at(frame, "/check"))}</p> }
        .into_any()
}
