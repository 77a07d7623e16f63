//! What an invitation's link opens.

use super::roles;
use crate::ui::{Banner, Button, Form, FormState, SummaryList, Tone, format, layout, name, named};
use crate::{Frame, Page};
use domain::permissions::Role;
use leptos::prelude::*;
use time::OffsetDateTime;

/// What is open to whoever holds the link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Signed in with the invited address: accept.
    Accept,
    /// Signed in with another: sign out first.
    SignOut,
    /// The address has a login: sign in first.
    SignIn,
    /// Nobody has this address yet: choose a password.
    Join,
    /// Signed in with the invited address, which judged an application of this very merchant.
    Judged,
    /// Accepted, withdrawn or run out.
    Closed,
}

/// The invitation.
#[derive(Clone, Debug)]
pub struct Model {
    /// The address of this page.
    pub path: String,
    /// To whom.
    pub email: String,
    /// As what.
    pub roles: Vec<Role>,
    /// To which merchant, by its name (empty where it has none yet); none where it is to the staff.
    pub merchant: Option<String>,
    /// Until when.
    pub expires_at: OffsetDateTime,
    /// The way on.
    pub way: Way,
    /// Whether the reader belongs to a merchant here.
    pub at_merchant: bool,
    /// Whether the reader works on cases here.
    pub judges: bool,
    /// What is wrong with what was sent.
    pub form: FormState,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let form = Form::new(frame, &model.form);
    let brand = frame.brand.as_ref().map(|brand| brand.name.clone()).unwrap_or_default();
    let title = match (model.way, &model.merchant) {
        (Way::Closed, _) => frame.t("invitation-closed-title"),
        (Way::Judged, _) => frame.t("invitation-judged-title"),
        (_, Some(merchant)) => frame.ta("invitation-member-title", &[("merchant", named(frame, merchant))]),
        (_, None) => frame.ta("invitation-title", &[("brand", brand)]),
    };
    Page::new(form.title(&title), || {
        layout::merchant(frame, view! { {form.summary()} <h1>{title}</h1> {content(frame, model, &form)} })
    })
}

fn content(frame: &Frame, model: &Model, form: &Form<'_>) -> AnyView {
    match model.way {
        Way::Closed => return view! { <p>{frame.t("invitation-closed-text")}</p> }.into_any(),
        Way::Judged => return view! { <p>{frame.t("invitation-judged-text")}</p> }.into_any(),
        _ => {}
    }
    let mut summary = SummaryList::new(frame);
    if let Some(merchant) = &model.merchant {
        summary = summary.row_of(frame.t("invitation-business"), name(frame, merchant));
    }
    let summary = summary
        .row(frame.t("invitation-for"), model.email.clone())
        .row(frame.t("staff-roles"), roles::names(frame, &model.roles))
        .row_of(frame.t("staff-until"), format::time(frame, model.expires_at));
    let judges = model.roles.iter().any(|role| matches!(role, Role::Reviewer | Role::SeniorReviewer));
    let both = (judges && model.at_merchant).then(|| {
        Banner::new(Tone::Info, frame.t("staff-at-merchant")).text(frame.t("invitation-at-merchant")).view()
    });
    let gives_up = (model.judges && model.merchant.is_some()).then(|| {
        Banner::new(Tone::NeedsYou, frame.t("staff-at-merchant")).text(frame.t("invitation-judge")).view()
    });
    view! { {summary} {both} {gives_up} {way(frame, model, form)} }.into_any()
}

fn way(frame: &Frame, model: &Model, form: &Form<'_>) -> AnyView {
    match model.way {
        Way::Accept => Button::primary(frame.t("invitation-accept")).post(model.path.clone()).view(),
        Way::SignIn => {
            let href = format!("/account/sign-in?to={}", model.path);
            view! {
                <p>{frame.t("invitation-sign-in-text")}</p>
                {Button::primary(frame.t("invitation-sign-in")).link(href)}
            }
            .into_any()
        }
        Way::SignOut => view! {
            <p>{frame.ta("invitation-sign-out-text", &[("email", model.email.clone())])}</p>
            {Button::primary(frame.t("layout-sign-out")).post("/account/sign-out")}
        }
        .into_any(),
        Way::Join => view! {
            <p>{frame.t("invitation-join-text")}</p>
            <form method="post" action=model.path.clone() class="form">
                {form.password("password", frame.t("invitation-password"))
                    .hint(frame.t("invitation-password-hint"))
                    .autocomplete("new-password")}
                {Button::primary(frame.t("invitation-join"))}
            </form>
        }
        .into_any(),
        Way::Judged | Way::Closed => ().into_any(),
    }
}
