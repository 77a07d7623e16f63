//! Our component kit: each part once, with every state on one page that development builds serve.
//!
//! A part is a small builder that stands in a `view!` as it is: `{Button::primary(frame.t("common-save"))}`;
//! where a value is needed, `.view()` gives it. Words arrive already in the reader's language. No part needs
//! JavaScript.
//!
//! A form page takes a [`FormState`] beside its model and binds it once:
//!
//! ```ignore
//! let form = Form::new(frame, &model.form);
//! Page::new(form.title(&frame.t("accounts-sign-in-title")), || layout::merchant(frame, view! {
//!     {form.summary()}
//!     <h1>{frame.t("accounts-sign-in-title")}</h1>
//!     <form method="post" class="form">
//!         {form.text("email", frame.t("accounts-email")).email()}
//!         {form.password("password", frame.t("accounts-password")).autocomplete("current-password")}
//!         {Button::primary(frame.t("accounts-sign-in-submit"))}
//!     </form>
//! }))
//! ```

/// Lets a builder stand in a `view!` as it is.
macro_rules! part {
    ($($part:ty),+ $(,)?) => {$(
        impl leptos::prelude::IntoRender for $part {
            type Output = leptos::prelude::AnyView;

            fn into_render(self) -> Self::Output {
                self.view()
            }
        }
    )+};
}

pub mod button;
pub mod form;
pub mod icon;
pub mod layout;
pub mod notice;

pub use button::Button;
pub use form::{Choice, FieldError, Form, FormState};
pub use icon::{Icon, icon};
