//! What the desk does with a case beside judging it, each on a page of its own: giving it to somebody, putting it off,
//! handing it up, handing it back.

use crate::{
    Frame, Page,
    ui::{Banner, Button, Choice, Form, FormState, Tone, back_link_to, format, layout},
};
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
        }
    }
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let form = Form::new(frame, &model.form);
    let word = model.ask.word();
    let title = frame.ta(&format!("review-{word}-title"), &[("number", model.number.clone())]);
    Page::new(form.title(&title), || {
        let fields = fields(frame, &model.ask, &form);
        layout::desk(
            frame,
            view! {
                {form.summary()}
                {back_link_to(model.path.clone(), frame.ta("review-case-title", &[("number", model.number.clone())]))}
                <h1>{title}</h1>
                <p>{model.name.clone()}</p>
                <p class="measure">{frame.t(&format!("review-{word}-text"))}</p>
                {raised(frame, &model.ask)}
                <form method="post" action=format!("{}/{word}", model.path) class="form">
                    {fields}
                    <div class="cluster">
                        {Button::primary(frame.t(&format!("review-{word}-submit")))}
                        {Button::quiet(frame.t("common-cancel")).link(model.path.clone())}
                    </div>
                </form>
            },
        )
    })
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

    #[test]
    fn each_act_has_its_page_in_both_languages() {
        let raised = Raised {
            by: "rui@harbour.example".into(),
            at: datetime!(2026-11-23 02:00 UTC),
            reason: "<b>The seal</b> looks odd".into(),
        };
        let people = vec![("p1".to_owned(), "rui@harbour.example".to_owned())];
        for lang in Lang::ALL {
            for ask in
                [Ask::Assign(people.clone()), Ask::Snooze, Ask::Escalate, Ask::HandBack(Some(raised.clone()))]
            {
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
