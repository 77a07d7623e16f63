//! What a person proves themselves with beside the password: getting it, being asked for it, giving it up.

pub mod enrol;
pub mod list;
pub mod prove;
pub mod recovery;
pub mod rename;
pub mod second;

use crate::{Frame, ui::Button};
use leptos::prelude::*;

/// Where a browser asks for the challenge of a passkey that is to be used.
const USE: &str = "/account/passkeys/challenge";
/// Where it asks for that of a new one.
const NEW: &str = "/account/passkeys/new-challenge";

/// The part of a form that a passkey fills in. It is shown where the browser knows passkeys, and needs the script for it:
/// `navigator.credentials` is reached by nothing else.
fn key_part(frame: &Frame, prefix: &str, address: &'static str, label: String) -> AnyView {
    let button = Button::secondary(label);
    view! {
        <div class="passkey" data-passkey=address data-prefix=prefix.to_owned() hidden>
            <input type="hidden" name=format!("{prefix}challenge")/>
            <input type="hidden" name=format!("{prefix}credential")/>
            {button.wide().view()}
            <p class="field-error" role="alert" hidden>{frame.t("factors-passkey-failed")}</p>
        </div>
    }
    .into_any()
}

/// What is said where the browser knows no passkeys, or runs no scripts.
fn key_absent(frame: &Frame) -> AnyView {
    view! { <p class="hint passkey-absent">{frame.t("factors-passkey-absent")}</p> }.into_any()
}

/// A form that a passkey alone fills in: signing in without a password, and the second step.
pub(super) fn key_form(frame: &Frame, to: &str, label: String) -> AnyView {
    view! {
        <form method="post" action="/account/sign-in/passkey" class="form">
            <input type="hidden" name="to" value=to.to_owned()/>
            {key_part(frame, "", USE, label)}
        </form>
    }
    .into_any()
}
