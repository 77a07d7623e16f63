//! What a merchant fills in.

use super::{Case, Wrong, answered_at_once, case, wrong};
use crate::{forms::scene::Scene, routes::actors::Who};
use domain::transfers::amount;
use tests::builders::ANSWERS;

/// Longer than an explanation may be.
const LONG: &str = match std::str::from_utf8(&[b'x'; 1001]) {
    Ok(text) => text,
    Err(_) => "",
};

pub(super) fn sections(scene: &Scene<'_>) -> Vec<Case> {
    const BUSINESS: &[Wrong] = &[
        wrong(
            &[("legal_name", ""), ("uscc", "91440300708461136X"), ("licence_from_month", "13")],
            &["legal_name", "uscc", "licence_from"],
        ),
        wrong(&[("scope", "")], &["scope"]),
    ];
    const REPRESENTATIVE: &[Wrong] = &[wrong(
        &[("name", "买买提·艾力"), ("id_number", "110105194912310021"), ("phone", "12")],
        &["id_number", "phone"],
    )];
    // A wrong number of a branch is only doubted: it is kept, and the next page says so.
    const BANK: &[Wrong] = &[wrong(
        &[("bank_name", ""), ("account_number", "12"), ("cnaps", "1")],
        &["bank_name", "account_number"],
    )];
    const CHANNELS: &[Wrong] = &[wrong(&[("wanted", "")], &["wanted"])];
    const AGREEMENT: &[Wrong] = &[wrong(&[("accepted", "")], &["accepted"])];
    const OWNER: &[Wrong] = &[
        wrong(&[("who", ""), ("basis", ""), ("share", "12")], &["who", "basis", "share"]),
        wrong(
            &[("who", "other")],
            &["name", "id_kind", "id_number", "id_validity_from", "id_validity_until"],
        ),
    ];
    const APPLICANT: &[Wrong] = &[wrong(&[("is", ""), ("email", "office")], &["is", "email"])];
    const SCENES: &[Wrong] = &[wrong(
        &[("short_name", ""), ("mcc", ""), ("goods", ""), ("kinds", "")],
        &["short_name", "mcc", "goods", "kinds"],
    )];
    const SITE: &[Wrong] = &[wrong(&[("url", "ftp://shop.haifeng.example")], &["url"])];
    const CONSENTS: &[Wrong] = &[wrong(&[("sensitive", "")], &["sensitive"])];
    let wrongs = |section: &str| match section {
        "business" => BUSINESS,
        "representative" => REPRESENTATIVE,
        "beneficial_owner.1" => OWNER,
        "applicant" => APPLICANT,
        "scenes" => SCENES,
        "scene_site" => SITE,
        "consents" => CONSENTS,
        "bank" => BANK,
        "channels" => CHANNELS,
        "agreement" => AGREEMENT,
        other => panic!("nobody fills in {other} wrongly"),
    };
    ANSWERS
        .iter()
        .map(|&(section, answers)| {
            let page = scene.stage.draft.at(&format!("/sections/{section}"));
            let route = "/t/{slug}/applications/{id}/sections/{code}";
            case(Who::Owner, page, route, wrongs(section), answers)
        })
        .collect()
}

pub(super) fn others(scene: &Scene<'_>) -> Vec<Case> {
    const SIGN: &[Wrong] = &[wrong(&[("agreed", "")], &["agreed"])];
    const START: &[Wrong] = &[wrong(&[("kind", "")], &["kind"])];
    const MEMBER: &[Wrong] = &[
        wrong(&[("email", "x"), ("roles", "")], &["email", "roles"]),
        wrong(&[("email", "member@merchant.example"), ("roles", "papers")], &["email"]),
        wrong(&[("email", "colleague@merchant.example"), ("roles", "papers")], &["email"]),
    ];
    const ROLES: &[Wrong] = &[wrong(&[("roles", "")], &["roles"])];
    const EXPLANATION: &[Wrong] =
        &[wrong(&[("explanation.field:business:scope", LONG)], &["explanation.field:business:scope"])];
    const KEY: &[Wrong] = &[
        wrong(
            &[("label", " "), ("expires_year", "2020"), ("expires_month", "1"), ("expires_day", "1")],
            &["label", "expires"],
        ),
        wrong(&[("label", "Till"), ("networks", "203.0.113.7/24")], &["networks"]),
    ];
    const OVERLAP: &[Wrong] = &[wrong(&[("overlap", "")], &["overlap"])];
    const NETWORKS: &[Wrong] = &[
        wrong(&[("networks", "somewhere")], &["networks"]),
        wrong(&[("networks", "0.0.0.0/0")], &["networks"]),
    ];
    const WAY: &[Wrong] = &[wrong(&[("way", "")], &["way"])];
    // What is no amount costs no try, another amount one.
    const AMOUNT: &[Wrong] =
        &[wrong(&[("amount", "a lot")], &["amount"]), wrong(&[("amount", "99.99")], &["amount"])];
    let tenant = scene.stage.harbour;
    let sent = scene.world.bank.sent().expect("the bank's orders");
    let amount = sent.first().map(|order| amount::written(order.amount)).expect("an amount was sent");
    vec![
        case(
            Who::Anonymous,
            scene.stage.links.sign.clone(),
            "/t/{slug}/sign/{token}",
            SIGN,
            &[("agreed", "yes")],
        ),
        case(
            Who::Owner,
            scene.stage.verifying.at("/account"),
            "/t/{slug}/applications/{id}/account/way",
            WAY,
            &[("way", "ours")],
        ),
        case(
            Who::Owner,
            scene.stage.telling.at("/account"),
            "/t/{slug}/applications/{id}/account",
            AMOUNT,
            &[("amount", &amount)],
        ),
        case(
            Who::Owner,
            scene.asked.at("/changes"),
            "/t/{slug}/applications/{id}/changes",
            EXPLANATION,
            &[("explanation.field:business:scope", "It is what the licence says")],
        ),
        case(
            Who::Other,
            tenant.at("/applications/start"),
            "/t/{slug}/applications/start",
            START,
            &[("kind", "cn-enterprise"), ("merchant", "")],
        ),
        case(
            Who::Other,
            tenant.at("/credentials/new"),
            "/t/{slug}/credentials/new",
            KEY,
            &[("label", "Till")],
        ),
        case(
            Who::Owner,
            tenant.at(&format!("/members/{}/invite", scene.merchant)),
            "/t/{slug}/members/{merchant}/invite",
            MEMBER,
            &[("email", "new@merchant.example"), ("roles", "finance"), ("lang", "zh-CN")],
        ),
        case(
            Who::Owner,
            tenant.at(&format!("/members/{}/people/{}", scene.merchant, scene.stage.member.id)),
            "/t/{slug}/members/{merchant}/people/{person}",
            ROLES,
            &[("roles", "finance")],
        ),
        case(
            Who::Owner,
            tenant.at(&format!("/credentials/{}/networks", scene.key)),
            "/t/{slug}/credentials/{id}/networks",
            NETWORKS,
            &[("networks", "203.0.113.0/24\n2001:db8::/32")],
        ),
        answered_at_once(case(
            Who::Owner,
            tenant.at(&format!("/credentials/{}/rotate", scene.key)),
            "/t/{slug}/credentials/{id}/rotate",
            OVERLAP,
            &[("overlap", "hour")],
        )),
    ]
}
