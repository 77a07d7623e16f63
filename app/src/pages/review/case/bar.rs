//! Above the panes what the case is, below them what can be done.

use super::{
    super::{due::due, queue},
    Holder, Model,
};
use crate::{
    Frame,
    ui::{Button, Menu, SummaryList, format, layout, name},
};
use leptos::prelude::*;

/// Number, name and where it stands.
pub(super) fn head(frame: &Frame, model: &Model, title: &str) -> AnyView {
    let mut facts = SummaryList::new(frame).row(frame.t("review-case-kind"), frame.t(&model.rules.label));
    if let Some((at, round)) = model.submitted {
        let args = [("at", format::instant(frame, at)), ("round", round.to_string())];
        facts = facts.row(frame.t("review-queue-column-submitted"), frame.ta("review-case-round", &args));
    }
    if !model.state.is_closed() {
        facts = facts.row_of(frame.t("review-queue-column-due"), due(frame, model.due));
    }
    if let Some(number) = &model.merchant_number {
        facts = facts.row(frame.t("applications-merchant-number"), number.clone());
    }
    let channels = model.merchant_number.is_some().then(|| {
        let href = format!("{}/channels", model.path);
        view! { <p><a href=href>{frame.t("review-case-enrolments")}</a></p> }
    });
    view! {
        <div class="case-head">
            <h1>{name(frame, &model.name)}</h1>
            <p class="cluster"><span class="code">{title.to_owned()}</span>{queue::state(frame, model.state)}</p>
            {facts}
            {channels}
        </div>
    }
    .into_any()
}

/// Who holds the case, and the acts that are open to the reader.
pub(super) fn bar(frame: &Frame, model: &Model) -> AnyView {
    let at = |act: &str| format!("{}/{act}", model.path);
    let claim = model
        .acts
        .claim
        .then(|| Button::primary(frame.t("review-case-claim")).post(at("claim")).key(frame, "c").view());
    let judge = model.acts.recommend.then_some("review-recommend-title");
    let judge = judge.or(model.acts.decide.then_some("review-decide-title"));
    // One primary button: what goes back goes first.
    let first = model.acts.judge && model.sent_back() > 0;
    let jump = judge.map(|key| {
        let words = frame.t(key);
        let button = if first { Button::secondary(words) } else { Button::primary(words) };
        button.link("#judge").view()
    });
    let back = model.sent_back();
    let send = (model.acts.judge && back > 0).then(|| {
        let words = frame.tn("review-changes-open", u64::try_from(back).unwrap_or(u64::MAX), &[]);
        Button::primary(words).link(at("changes")).key(frame, "s").view()
    });
    let reopen = model
        .acts
        .reopen
        .then(|| Button::secondary(frame.t("review-reopen-submit")).link(at("reopen")).view());
    let resume =
        model.acts.resume.then(|| Button::primary(frame.t("review-resume")).post(at("resume")).view());
    let hand_back = model
        .acts
        .hand_back
        .then(|| Button::secondary(frame.t("review-hand-back")).link(at("hand-back")).view());
    layout::decision_bar(
        frame.t("review-queue-column-act"),
        view! {
            <div class="decision-words"><p>{words(frame, model)}</p>{more(frame, model)}</div>
            <div class="cluster">{reopen}{hand_back}{resume}{claim}{send}{jump}</div>
        },
    )
}

/// What can be done with the case beside judging it, behind one button: the bar stays low.
fn more(frame: &Frame, model: &Model) -> Option<AnyView> {
    let acts = &model.acts;
    let pages = [("assign", acts.assign), ("snooze", acts.snooze), ("escalate", acts.escalate)];
    let menu = pages
        .into_iter()
        .filter(|(_, open)| *open)
        .fold(Menu::new(frame.t("review-case-more")), |menu, (word, _)| {
            menu.link(frame.t(&format!("review-{word}")), format!("{}/{word}", model.path))
        });
    let menu = if acts.release {
        menu.post(frame.t("review-case-release"), format!("{}/release", model.path), Vec::new())
    } else {
        menu
    };
    (acts.release || pages.iter().any(|(_, open)| *open)).then(|| menu.view())
}

fn words(frame: &Frame, model: &Model) -> String {
    if model.state.is_closed() {
        return frame.t("review-closed");
    }
    let holder = match &model.holder {
        Holder::Nobody => frame.t("review-case-claimed-by-nobody"),
        Holder::You => frame.t("review-case-claimed-by-you"),
        Holder::Other(email) => frame.ta("review-case-claimed-by", &[("email", email.clone())]),
    };
    let put_off =
        model.until.map(|until| frame.ta("review-desk-snoozed", &[("until", format::instant(frame, until))]));
    let up = model.escalated.then(|| frame.t("review-desk-escalated"));
    let holder = [put_off, up]
        .into_iter()
        .flatten()
        .fold(holder, |first, second| frame.ta("review-sentences", &[("first", first), ("second", second)]));
    match &model.acts.why_not {
        Some(key) if !model.acts.claim => {
            let why = frame.ta("review-not-yours", &[("why", frame.t(key))]);
            frame.ta("review-sentences", &[("first", holder), ("second", why)])
        }
        _ => holder,
    }
}
