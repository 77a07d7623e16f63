//! What merchants pay: proposed, and answered by another person.

use super::{Case, Wrong, case, wrong};
use crate::{forms::scene::Scene, routes::actors::Who};

pub(super) fn all(scene: &Scene<'_>) -> Vec<Case> {
    const LINE: &[Wrong] = &[
        wrong(
            &[("channel", ""), ("percent", "dear"), ("fixed", "0.005"), ("from_month", "13")],
            &["channel", "currency", "percent", "fixed", "from"],
        ),
        wrong(
            &[
                ("channel", "wechat_pay"),
                ("currency", "CNY"),
                ("percent", ""),
                ("fx", ""),
                ("industry", "5814 5812"),
                ("beneath", "stripe-us-card"),
                ("to_year", "2020"),
                ("to_month", "1"),
                ("to_day", "1"),
            ],
            &["percent", "fx", "industry", "beneath", "to"],
        ),
    ];
    const OFFER: &[Wrong] = &[
        wrong(&[("channel", ""), ("percent", "dear")], &["number", "channel", "currency", "percent"]),
        wrong(
            &[
                ("number", "M-0"),
                ("channel", "alipay"),
                ("currency", "CNY"),
                ("percent", "1"),
                ("beneath", ""),
            ],
            &["number", "beneath"],
        ),
    ];
    const REASON: &[Wrong] = &[wrong(&[("reason", " ")], &["reason"])];
    let at = |path: &str| scene.stage.harbour.at(path);
    let line = [
        ("channel", "wechat_pay"),
        ("currency", "CNY"),
        ("percent", "1"),
        ("beneath", "wechat-cn-716"),
        ("from_year", "2027"),
        ("from_month", "1"),
        ("from_day", "1"),
    ];
    let reason = [("reason", "A big name")];
    let offered = [&line[..], &[("number", scene.spare_number.as_str())]].concat();
    vec![
        case(Who::Admin, at("/console/fees/prices/new"), "/t/{slug}/console/fees/prices/new", LINE, &line),
        case(
            Who::Admin,
            at("/console/fees/offers/new"),
            "/t/{slug}/console/fees/offers/new",
            OFFER,
            &offered,
        ),
        case(
            Who::Senior,
            at(&format!("/console/fees/prices/{}", scene.stage.price)),
            "/t/{slug}/console/fees/prices/{id}/approve",
            REASON,
            &reason,
        ),
        case(
            Who::Senior,
            at(&format!("/console/fees/offers/{}", scene.stage.offer)),
            "/t/{slug}/console/fees/offers/{id}/approve",
            REASON,
            &reason,
        ),
    ]
}
