//! What the desk does with a case beside judging it, each on a page of its own: giving it to somebody, putting it off,
//! handing it up, handing it back, opening it again.

use crate::{
    Frame, Page,
    ui::{Banner, Button, Choice, Form, FormState, Tone, back_link_to, format, layout, name},
};
use domain::applications::StateKind;
use leptos::prelude::*;
use time::OffsetDateTime;

/// The page.
#[derive(Clone, Debug)]
pub struct Model {
    /// The case's own address.
    pub path: String,
    /// What people call it.
    pub number: String,
    /// The business's name as declared.
    pub name: String,
    /// What is asked.
    pub ask: Ask,
    /// What was typed, and what is wrong with it.
    pub form: FormState,
}

/// What is asked.
#[derive(Clone, Debug)]
pub enum Ask {
    /// Who is to get it: id and address of everybody who can.
    Assign(Vec<(String, String)>),
    /// Until when it is put off.
    Snooze,
    /// Why it is handed up.
    Escalate,
    /// What the seniors say: to what they answer.
    HandBack(Option<Raised>),
    /// Why the closed application is opened again: where it stands, and the message key of why it can't be.
    Reopen(StateKind, Option<String>),
}

/// What was handed up.
#[derive(Clone, Debug)]
pub struct Raised {
    /// The address of whoever did.
    pub by: String,
    /// When.
    pub at: OffsetDateTime,
    /// Why.
    pub reason: String,
}

impl Ask {
    const fn word(&self) -> &'static str {
        match self {
            Self::Assign(_) => "assign",
            Self::Snooze => "snooze",
            Self::Escalate => "escalate",
            Self::HandBack(_) => "hand-back",
            Self::Reopen(..) => "reopen",
        }
    }

    /// What becomes of the case, as a message key.
    fn text(&self) -> String {
        match self {
            Self::Reopen(StateKind::Withdrawn | StateKind::Expired, _) => "review-reopen-to-merchant".into(),
            Self::Reopen(StateKind::Approved, _) => "review-reopen-approved".into(),
            Self::Reopen(..) => "review-reopen-to-desk".into(),
            other => format!("review-{}-text", other.word()),
        }
    }

    fn why_not(&self) -> Option<&String> {
        match self {
            Self::Reopen(_, why_not) => why_not.as_ref(),
            _ => None,
        }
    }
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let form = Form::new(frame, &model.form);
    let word = model.ask.word();
    let title = frame.ta(&format!("review-{word}-title"), &[("number", model.number.clone())]);
    Page::new(form.title(&title), || {
        let body = match model.ask.why_not() {
            Some(key) => Banner::new(Tone::Wrong, frame.t("review-refused-title")).text(frame.t(key)).view(),
            None => asking(frame, model, &form),
        };
        layout::desk(
            frame,
            view! {
                {form.summary()}
                {back_link_to(model.path.clone(), frame.ta("review-case-title", &[("number", model.number.clone())]))}
                <h1>{title}</h1>
                <p>{name(frame, &model.name)}</p>
                {body}
            },
        )
    })
}

fn asking(frame: &Frame, model: &Model, form: &Form<'_>) -> AnyView {
    let word = model.ask.word();
    view! {
        <p class="measure">{frame.t(&model.ask.text())}</p>
        {raised(frame, &model.ask)}
        <form method="post" action=format!("{}/{word}", model.path) class="form">
            {fields(frame, &model.ask, form)}
            <div class="cluster">
                {Button::primary(frame.t(&format!("review-{word}-submit")))}
                {Button::quiet(frame.t("common-cancel")).link(model.path.clone())}
            </div>
        </form>
    }
    .into_any()
}

fn fields(frame: &Frame, ask: &Ask, form: &Form<'_>) -> AnyView {
    match ask {
        Ask::Assign(colleagues) => {
            let choices = colleagues.iter().map(|(id, email)| Choice::new(id, email)).collect();
            form.select("to", frame.t("review-give-to"), choices).empty(frame.t("review-give-nobody")).view()
        }
        Ask::Snooze => {
            let hours =
                (0..24).map(|hour: u8| Choice::new(hour.to_string(), format!("{hour:02}:00"))).collect();
            view! {
                {form.date("until", frame.t("review-snooze-until"))}
                {form
                    .select("hour", frame.t("review-snooze-hour"), hours)
                    .hint(frame.ta("review-snooze-zone", &[("zone", frame.zone.clone())]))
                    .short()}
            }
            .into_any()
        }
        Ask::Escalate => form
            .textarea("reason", frame.t("review-escalate-reason"))
            .hint(frame.t("review-note-hint"))
            .maxlength(1000)
            .view(),
        Ask::HandBack(_) => form
            .textarea("answer", frame.t("review-hand-back-answer"))
            .hint(frame.t("review-note-hint"))
            .maxlength(1000)
            .view(),
        Ask::Reopen(..) => form
            .textarea("reason", frame.t("review-reopen-reason"))
            .hint(frame.t("review-note-hint"))
            .maxlength(4000)
            .view(),
    }
}

fn raised(frame: &Frame, ask: &Ask) -> AnyView {
    let Ask::HandBack(Some(raised)) = ask else { return ().into_any() };
    let args = [("email", raised.by.clone()), ("at", format::instant(frame, raised.at))];
    Banner::new(Tone::NeedsYou, frame.ta("review-escalated-by", &args)).text(raised.reason.clone()).view()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Lang;
    use time::macros::datetime;

    fn asks(people: &[(String, String)], raised: &Raised) -> Vec<Ask> {
        let reopened = [StateKind::Rejected, StateKind::Withdrawn, StateKind::Expired, StateKind::Approved];
        [Ask::Assign(people.to_vec()), Ask::Snooze, Ask::Escalate, Ask::HandBack(Some(raised.clone()))]
            .into_iter()
            .chain(reopened.map(|state| Ask::Reopen(state, None)))
            .collect()
    }

    #[test]
    fn each_act_has_its_page_in_both_languages() {
        let raised = Raised {
            by: "rui@harbour.example".into(),
            at: datetime!(2026-11-23 02:00 UTC),
            reason: "<b>The seal</b> looks odd".into(),
        };
        let people = vec![("p1".to_owned(), "rui@harbour.example".to_owned())];
        for lang in Lang::ALL {
            for ask in asks(&people, &raised) {
                let word = ask.word();
                let model = Model {
                    path: "/t/harbour/desk/cases/c1".into(),
                    number: "GW-7K2M9QX4D".into(),
                    name: "海曼（上海）有限公司".into(),
                    ask,
                    form: FormState::default(),
                };
                let body = page(&Frame::bare(lang), &model).body;
                assert!(body.contains(&format!("action=\"/t/harbour/desk/cases/c1/{word}\"")), "{body}");
                assert!(!body.contains("review-") && !body.contains("<b>The seal"), "{body}");
            }
        }
    }
}
