//! Registering, signing in, links from mails, and one's own account.

use super::{Case, Wrong, answered_at_once, case, wrong};
use crate::{forms::scene::Scene, routes::actors::Who};
use tests::builders::PASSWORD;

/// Another password than everybody's.
const OTHER: &str = "slow heron over seven canals";

const ADDRESS: &[Wrong] = &[wrong(&[("email", "")], &["email"]), wrong(&[("email", "ada@")], &["email"])];
const CHOSEN_PASSWORD: &[Wrong] =
    &[wrong(&[("password", "")], &["password"]), wrong(&[("password", "too short")], &["password"])];

pub(super) fn entering(scene: &Scene<'_>) -> Vec<Case> {
    const REGISTER: &[Wrong] = &[
        wrong(&[("email", "ada@"), ("password", "too short")], &["email", "password"]),
        wrong(&[("email", "ada@haven.example"), ("password", "passwordpassword")], &["password"]),
    ];
    // Which of the two is wrong is nobody's business.
    const SIGN_IN: &[Wrong] =
        &[wrong(&[("email", "owner@merchant.example"), ("password", "wrong words")], &[])];
    let (anonymous, links) = (Who::Anonymous, &scene.stage.links);
    let owner = [("email", "owner@merchant.example"), ("password", PASSWORD)];
    vec![
        case(
            anonymous,
            "/t/harbour/register",
            "/t/{slug}/register",
            REGISTER,
            &[("email", "ada@haven.example"), ("password", PASSWORD)],
        ),
        case(anonymous, "/account/sign-in", "/account/sign-in", SIGN_IN, &owner),
        case(anonymous, "/account/confirm", "/account/confirm", ADDRESS, &[("email", "ada@haven.example")]),
        case(
            anonymous,
            "/account/forgotten",
            "/account/forgotten",
            ADDRESS,
            &[("email", "ada@haven.example")],
        ),
        case(anonymous, &links.reset, "/account/reset/{token}", CHOSEN_PASSWORD, &[("password", OTHER)]),
        case(
            anonymous,
            &links.invitation,
            "/t/{slug}/invitation/{token}",
            CHOSEN_PASSWORD,
            &[("password", PASSWORD)],
        ),
    ]
}

pub(super) fn own_account(scene: &Scene<'_>) -> Vec<Case> {
    const PASSWORDS: &[Wrong] = &[
        wrong(&[("current_password", "wrong words"), ("password", OTHER)], &["current_password"]),
        wrong(&[("current_password", PASSWORD), ("password", "too short")], &["password"]),
    ];
    const EMAIL: &[Wrong] = &[
        wrong(&[("email", "ada@"), ("current_password", PASSWORD)], &["email"]),
        wrong(&[("email", "next@haven.example"), ("current_password", "wrong words")], &["current_password"]),
    ];
    const CODES: &[Wrong] = &[wrong(&[("code", "")], &["code"]), wrong(&[("code", "12 34")], &["code"])];
    const NAMES: &[Wrong] = &[wrong(&[("name", "  ")], &["name"])];
    vec![
        // Only an app shows the right code.
        Case {
            status: 422,
            ..case(Who::Other, "/account/totp", "/account/totp", CODES, &[("code", "000000")])
        },
        // A plain form has no passkey: the page comes back for the script.
        answered_at_once(case(
            Who::Owner,
            "/account/factors",
            "/account/passkeys",
            &[],
            &[("name", "Blue key")],
        )),
        case(
            Who::Owner,
            format!("/account/passkeys/{}/name", scene.stage.passkey),
            "/account/passkeys/{passkey}/name",
            NAMES,
            &[("name", "Blue key")],
        ),
        case(
            Who::Nobody,
            "/account/email",
            "/account/email",
            EMAIL,
            &[("email", "next@haven.example"), ("current_password", PASSWORD)],
        ),
        case(
            Who::Nobody,
            "/account/password",
            "/account/password",
            PASSWORDS,
            &[("current_password", PASSWORD), ("password", OTHER)],
        ),
    ]
}
