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

pub mod badge;
pub mod banner;
pub mod button;
pub mod card;
pub mod chart;
pub mod chips;
pub mod copy_field;
pub mod dialog;
pub mod empty;
pub mod form;
pub mod format;
pub mod icon;
pub mod layout;
pub mod link;
pub mod live;
pub mod menu;
pub mod name;
pub mod notice;
pub mod pager;
pub mod progress;
pub mod skeleton;
pub mod steps;
pub mod summary_list;
pub mod table;
pub mod tabs;
pub mod task_list;
pub mod timeline;
pub mod tone;

pub use badge::badge;
pub use banner::Banner;
pub use button::Button;
pub use card::card;
pub use chart::{Chart, Curves, Point, share, spark};
pub use chips::Chips;
pub use copy_field::copy_field;
pub use dialog::{Dialog, disclosure};
pub use empty::Empty;
pub use form::{Choice, FieldError, FieldNote, Form, FormState};
pub use icon::{Icon, icon};
pub use link::{back_link, back_link_by_key, back_link_to, external_link};
pub use menu::Menu;
pub use name::{name, named};
pub use pager::Pager;
pub use progress::{busy, progress};
pub use skeleton::skeleton;
pub use steps::steps;
pub use summary_list::SummaryList;
pub use table::{Column, Sorted, Table};
pub use tabs::Tabs;
pub use task_list::TaskList;
pub use timeline::Timeline;
pub use tone::Tone;
