//! The merchant's page: which way the transfer goes, what they are to send, how much came.

use crate::{
    Frame, Page,
    pages::applications::{Head, back_to_status},
    ui::{Banner, Button, Choice, Form, FormState, SummaryList, Tone, format, layout},
};
use domain::transfers::{Outcome, ProofKind, Way};
use leptos::prelude::*;
use time::OffsetDateTime;

/// What the merchant is to send, and where to.
#[derive(Clone, Debug)]
pub struct Given {
    /// In minor units.
    pub amount: i64,
    /// Whose account it goes to.
    pub holder: String,
    /// At which bank.
    pub bank: String,
    /// The account's number.
    pub number: String,
}

/// The page.
#[derive(Clone, Debug)]
pub struct Model {
    /// Which application.
    pub head: Head,
    /// Where the proof stands; nothing before it has begun.
    pub state: Option<ProofKind>,
    /// The ways open to them.
    pub ways: Vec<Way>,
    /// Whose account is to be proven, and the end of its number.
    pub account: (String, String),
    /// How often the amount may still be told.
    pub tries_left: u8,
    /// What they are to send, where they chose to.
    pub given: Option<Given>,
    /// What stands with the transfer.
    pub reference: String,
    /// The currency of what is sent.
    pub currency: String,
    /// What was otherwise about their last transfer.
    pub misfit: Option<Outcome>,
    /// By when.
    pub until: Option<OffsetDateTime>,
    /// What was typed or chosen.
    pub form: FormState,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let form = Form::new(frame, &model.form);
    let title = frame.t("transfers-own-title");
    Page::new(form.title(&title), || {
        let until = model.until.map(|at| {
            let when = [("when", format::instant(frame, at))];
            view! { <p class="ball"><strong>{frame.ta("transfers-own-until", &when)}</strong></p> }
        });
        layout::merchant(
            frame,
            view! {
                {form.summary()}
                {back_to_status(frame, &model.head)}
                {model.head.caption(frame)}
                <h1>{title}</h1>
                <p>{frame.t("transfers-own-text")}</p>
                {until}
                {model.state.map(|_| account(frame, model))}
                {part(frame, model, &form)}
            },
        )
    })
}

fn account(frame: &Frame, model: &Model) -> AnyView {
    SummaryList::new(frame)
        .row(frame.t("transfers-holder"), model.account.0.clone())
        .row(frame.t("transfers-number"), model.account.1.clone())
        .view()
}

fn part(frame: &Frame, model: &Model, form: &Form<'_>) -> AnyView {
    match model.state {
        Some(ProofKind::Choosing) => choice(frame, model, form),
        Some(ProofKind::Sent) => amount(frame, model, form),
        Some(ProofKind::Awaited) => given(frame, model),
        Some(ProofKind::Ordered) => waiting(frame, model, "transfers-own-ordered"),
        _ => waiting(frame, model, "transfers-own-preparing"),
    }
}

fn waiting(frame: &Frame, model: &Model, key: &str) -> AnyView {
    let again = Button::secondary(frame.t("transfers-own-look")).link(model.head.at(frame, "/account"));
    view! {
        <p>{frame.t(key)}</p>
        <p>{again}</p>
    }
    .into_any()
}

fn choice(frame: &Frame, model: &Model, form: &Form<'_>) -> AnyView {
    let ways = model
        .ways
        .iter()
        .map(|way| {
            Choice::new(way.word(), frame.t(&format!("transfers-way-{}", way.word())))
                .hint(frame.t(&format!("transfers-way-{}-hint", way.word())))
        })
        .collect();
    view! {
        <form method="post" class="form" action=model.head.at(frame, "/account/way")>
            {form.radios("way", frame.t("transfers-way"), ways)}
            {Button::primary(frame.t("transfers-way-submit"))}
        </form>
    }
    .into_any()
}

fn amount(frame: &Frame, model: &Model, form: &Form<'_>) -> AnyView {
    let reference = [("reference", model.reference.clone())];
    let tries = frame.tn("transfers-own-tries", model.tries_left.into(), &[]);
    view! {
        <p>{frame.ta("transfers-own-sent", &reference)}</p>
        <p>{tries}</p>
        <form method="post" class="form" action=model.head.at(frame, "/account")>
            {form.money("amount", frame.t("transfers-own-amount"), model.currency.clone())
                .hint(frame.t("transfers-own-amount-hint"))}
            {Button::primary(frame.t("transfers-own-submit"))}
        </form>
    }
    .into_any()
}

fn given(frame: &Frame, model: &Model) -> AnyView {
    let Some(given) = &model.given else { return waiting(frame, model, "transfers-own-no-account") };
    let misfit = model.misfit.map(|outcome| {
        Banner::new(Tone::Wrong, frame.t("transfers-misfit"))
            .text(frame.t(&format!("transfers-misfit-{}", outcome.word())))
            .view()
    });
    let sum = format::money(frame.lang, given.amount.into(), &model.currency);
    let send = SummaryList::new(frame)
        .row(frame.t("transfers-amount"), sum)
        .row(frame.t("transfers-to-holder"), given.holder.clone())
        .row(frame.t("transfers-to-bank"), given.bank.clone())
        .row(frame.t("transfers-to-number"), given.number.clone())
        .row(frame.t("transfers-reference"), model.reference.clone());
    let otherwise = Button::quiet(frame.t("transfers-own-otherwise"))
        .post(model.head.at(frame, "/account/way"))
        .with("way", Way::Ours.word());
    view! {
        {misfit}
        <h2>{frame.t("transfers-own-send")}</h2>
        <p>{frame.t("transfers-own-send-text")}</p>
        {send.view()}
        {waiting(frame, model, "transfers-own-awaited")}
        <p>{frame.t("transfers-own-otherwise-text")}</p>
        {otherwise.view()}
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Lang;
    use uuid::Uuid;

    fn model(state: Option<ProofKind>) -> Model {
        Model {
            head: Head { id: Uuid::from_u128(1), number: "GW-1".into(), name: "海曼".into() },
            state,
            ways: Way::ALL.to_vec(),
            account: ("海曼（上海）有限公司".into(), "••••5678".into()),
            tries_left: 2,
            given: Some(Given {
                amount: 137,
                holder: "Harbour Pay".into(),
                bank: "Bank of Harbour".into(),
                number: "DE89".into(),
            }),
            reference: "V-7K2M9QX4D".into(),
            currency: "CNY".into(),
            misfit: Some(Outcome::Payer),
            until: None,
            form: FormState::default(),
        }
    }

    fn shown(state: Option<ProofKind>) -> String {
        page(&Frame::bare(Lang::En), &model(state)).body
    }

    #[test]
    fn each_state_has_its_one_thing_to_do() {
        let waiting = shown(None);
        assert!(waiting.contains("Look again") && !waiting.contains("action=\"/applications/"), "{waiting}");
        assert!(shown(Some(ProofKind::Choosing)).contains("name=\"way\""));
        assert!(!shown(Some(ProofKind::Ordered)).contains("name=\"amount\""));
        let sent = shown(Some(ProofKind::Sent));
        assert!(sent.contains("name=\"amount\"") && sent.contains("V-7K2M9QX4D"), "{sent}");
        assert!(!sent.contains("1.37"), "what we sent is for them to tell");
        let awaited = shown(Some(ProofKind::Awaited));
        assert!(awaited.contains("1.37") && awaited.contains("DE89"), "{awaited}");
    }
}
