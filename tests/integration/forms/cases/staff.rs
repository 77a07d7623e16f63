//! What is judged at the desk, set in the console and done on the platform.

use super::{Case, Wrong, case, wrong};
use crate::{forms::scene::Scene, routes::actors::Who};
use domain::ApplicationId;

#[expect(clippy::too_many_lines, reason = "a table")]
pub(super) fn desk(scene: &Scene<'_>) -> Vec<Case> {
    const ADVICE: &[Wrong] = &[
        wrong(&[("verdict", "")], &["verdict"]),
        wrong(&[("verdict", "reject"), ("note", "Look again")], &["reasons"]),
        wrong(&[("verdict", "approve"), ("words", "Welcome")], &["words"]),
        wrong(&[("verdict", "approve"), ("reasons", "names_differ")], &["reasons"]),
    ];
    const DECISION: &[Wrong] = &[
        wrong(&[("decision", ""), ("note", "Look again")], &["decision"]),
        wrong(&[("decision", "return")], &["note"]),
        wrong(&[("decision", "reject")], &["reasons"]),
    ];
    const JUDGEMENT: &[Wrong] = &[
        wrong(&[("mark", "sent_back"), ("redo", ""), ("words", "Look again")], &["redo"]),
        wrong(&[("mark", "sent_back"), ("redo", "other"), ("words", "")], &["words"]),
        wrong(&[("mark", "rejected"), ("ground", "")], &["ground"]),
    ];
    const HIT: &[Wrong] = &[
        wrong(&[("verdict", ""), ("reason", "Another birthday")], &["verdict"]),
        wrong(&[("verdict", "other"), ("reason", " ")], &["reason"]),
        wrong(&[("verdict", "other"), ("reason", "Another birthday"), ("months", "")], &["months"]),
    ];
    const WAIVER: &[Wrong] = &[wrong(&[("reason", " ")], &["reason"])];
    const REVEAL: &[Wrong] = &[
        wrong(&[("reason", "look_up"), ("words", "The bank wants it spelled out")], &["fields"]),
        wrong(&[("fields", "account_number"), ("words", "The bank wants it spelled out")], &["reason"]),
        wrong(&[("fields", "account_number"), ("reason", "look_up"), ("words", " ")], &["words"]),
    ];
    const NOTE: &[Wrong] = &[wrong(&[("text", "")], &["text"])];
    const REOPENING: &[Wrong] = &[wrong(&[("reason", "")], &["reason"])];
    const LONG: &str = "海风贸易有限公司海风贸易有限公司海风贸易有限公司海风贸易有限公司海风贸易有限公司海风贸易有限公司海风贸易有限公司海风贸易有限公司海风贸易有限公司海风贸易有限公司海风贸易有限公司海风贸易有限公司海风贸易有限公司";
    const SEARCH: &[Wrong] = &[wrong(&[("q", LONG)], &["q"])];
    const SNOOZE: &[Wrong] = &[
        wrong(&[("until_year", "2026"), ("until_month", "13"), ("until_day", "1")], &["until"]),
        wrong(&[("until_year", "2020")], &["until"]),
        wrong(&[("until_year", "2031")], &["until"]),
    ];
    const ESCALATE: &[Wrong] = &[wrong(&[("reason", " ")], &["reason"])];
    const HAND_BACK: &[Wrong] = &[wrong(&[("answer", "")], &["answer"])];
    const GIVE: &[Wrong] = &[wrong(&[("to", "")], &["to"])];
    let at = |id: ApplicationId| scene.stage.harbour.at(&format!("/desk/cases/{id}"));
    let item = format!("{}/items/field:business:uscc", at(scene.claimed.id));
    let page = |id: ApplicationId, act: &str| format!("{}/{act}", at(id));
    let reviewer = scene.stage.reviewer.id.to_string();
    vec![
        case(
            Who::Reviewer,
            item.clone(),
            "/t/{slug}/desk/cases/{id}/items/{item}",
            JUDGEMENT,
            &[("mark", "sent_back"), ("redo", "number_differs"), ("words", "See the licence")],
        ),
        case(
            Who::Reviewer,
            page(scene.stage.approved.id, &format!("hits/{}", scene.stage.hit)),
            "/t/{slug}/desk/cases/{id}/hits/{hit}",
            HIT,
            &[("verdict", "other"), ("reason", "Another birthday"), ("months", "12")],
        ),
        case(
            Who::Reviewer,
            item,
            "/t/{slug}/desk/cases/{id}/items/{item}/waive",
            WAIVER,
            &[("reason", "The register is searched by name")],
        ),
        case(
            Who::Reviewer,
            at(scene.claimed.id),
            "/t/{slug}/desk/cases/{id}/notes",
            NOTE,
            &[("text", "Called the merchant")],
        ),
        case(
            Who::Reviewer,
            page(scene.claimed.id, "reveal/bank"),
            "/t/{slug}/desk/cases/{id}/reveal/{code}",
            REVEAL,
            &[
                ("fields", "account_number"),
                ("reason", "look_up"),
                ("words", "The bank wants it spelled out"),
            ],
        ),
        case(
            Who::Senior,
            format!("{}/reopen", at(scene.closed.id)),
            "/t/{slug}/desk/cases/{id}/reopen",
            REOPENING,
            &[("reason", "The bank confirmed the account after all")],
        ),
        case(
            Who::Reviewer,
            scene.stage.harbour.at("/desk?state=mine"),
            "/t/{slug}/desk/search",
            SEARCH,
            &[("q", "海风")],
        ),
        case(Who::Reviewer, page(scene.busy.id, "snooze"), "/t/{slug}/desk/cases/{id}/snooze", SNOOZE, &[]),
        case(
            Who::Reviewer,
            page(scene.odd.id, "escalate"),
            "/t/{slug}/desk/cases/{id}/escalate",
            ESCALATE,
            &[("reason", "The seal looks odd")],
        ),
        case(
            Who::Senior,
            page(scene.raised.id, "hand-back"),
            "/t/{slug}/desk/cases/{id}/hand-back",
            HAND_BACK,
            &[("answer", "It is the old seal")],
        ),
        case(
            Who::Senior,
            page(scene.raised.id, "assign"),
            "/t/{slug}/desk/cases/{id}/assign",
            GIVE,
            &[("to", &reviewer)],
        ),
        case(
            Who::Senior,
            scene.stage.harbour.at("/desk?state=open"),
            "/t/{slug}/desk/assign",
            GIVE,
            &[("to", &reviewer), ("case", &scene.stage.case.id.to_string())],
        ),
        case(
            Who::Reviewer,
            at(scene.claimed.id),
            "/t/{slug}/desk/cases/{id}/recommend",
            ADVICE,
            &[("verdict", "reject"), ("reasons", "names_differ")],
        ),
        case(
            Who::Senior,
            at(scene.recommended.id),
            "/t/{slug}/desk/cases/{id}/decide",
            DECISION,
            &[("decision", "approve")],
        ),
    ]
}

pub(super) fn channels(scene: &Scene<'_>) -> Vec<Case> {
    const ANSWER: &[Wrong] = &[
        wrong(
            &[("answer", ""), ("state", ""), ("on_day", "40"), ("on_month", "1"), ("on_year", "2026")],
            &["answer", "on", "state"],
        ),
        wrong(
            &[
                ("answer", "objections"),
                ("state", "REJECTED"),
                ("on_day", "20"),
                ("on_month", "11"),
                ("on_year", "2026"),
            ],
            &["items", "reason"],
        ),
    ];
    const REASON: &[Wrong] = &[wrong(&[("reason", "")], &["reason"])];
    let at = |path: &str| scene.stage.harbour.at(path);
    let day = [("on_day", "20"), ("on_month", "11"), ("on_year", "2026")];
    let right = [&[("answer", "verified"), ("state", "VERIFIED"), ("words", "通过")], &day[..]].concat();
    vec![
        case(
            Who::Reviewer,
            at(&format!("/desk/cases/{}/channels/alipay/test", scene.stage.approved.id)),
            "/t/{slug}/desk/cases/{id}/channels/{channel}/{environment}",
            ANSWER,
            &right,
        ),
        case(
            Who::Admin,
            at(&format!("/console/credentials/{}/revoke", scene.spare_key)),
            "/t/{slug}/console/credentials/{id}/revoke",
            REASON,
            &[("reason", "leaked")],
        ),
    ]
}

/// The end of a relationship, a hold, and an erasure.
pub(super) fn retention(scene: &Scene<'_>) -> Vec<Case> {
    const END: &[Wrong] = &[
        wrong(&[("on", "30.11."), ("end_reason", "ceased")], &["on"]),
        wrong(&[("on", "2020-01-01"), ("end_reason", "ceased")], &["on"]),
        wrong(&[("on", "2026-11-30"), ("end_reason", "")], &["end_reason"]),
    ];
    const HOLD: &[Wrong] = &[wrong(&[("hold_reason", " ")], &["hold_reason"])];
    const ERASE: &[Wrong] = &[wrong(&[("number", "GW-1")], &["number"])];
    let page = scene.stage.harbour.at(&format!("/console/retention/{}", scene.stage.ending.id));
    let today = scene.world.services.now().date().to_string();
    let number = scene.ending_number.as_str();
    vec![
        case(
            Who::Admin,
            page.clone(),
            "/t/{slug}/console/retention/{application}/end",
            END,
            &[("on", &today), ("end_reason", "ceased")],
        ),
        case(
            Who::Admin,
            page.clone(),
            "/t/{slug}/console/retention/{application}/holds",
            HOLD,
            &[("hold_reason", "An order of the court")],
        ),
        case(
            Who::Admin,
            page,
            "/t/{slug}/console/retention/{application}/erase",
            ERASE,
            &[("number", number)],
        ),
    ]
}

/// The tenant's own fee claims.
fn claims(scene: &Scene<'_>) -> Vec<Case> {
    const LIMIT: &[Wrong] = &[wrong(&[("days", "0")], &["days"]), wrong(&[("days", "soon")], &["days"])];
    const CLAIM: &[Wrong] = &[
        wrong(
            &[("percent", "-1"), ("fixed", "0.005"), ("currency", "CNY")],
            &["channel", "percent", "fixed", "from", "read_on", "contract", "page"],
        ),
        wrong(
            &[
                ("channel", "alipay"),
                ("currency", "CNY"),
                ("tiers", "3"),
                ("dispute", "1 15\n0.5 20\n30"),
                ("contract", "HB-1"),
                ("page", "4"),
                ("from_year", "2026"),
                ("from_month", "13"),
                ("from_day", "1"),
                ("read_on_year", "2026"),
                ("read_on_month", "1"),
                ("read_on_day", "1"),
            ],
            &["tiers_kind", "dispute", "from"],
        ),
        wrong(
            &[
                ("channel", "alipay"),
                ("currency", "CNY"),
                ("percent", "0.38"),
                ("contract", "HB-1"),
                ("page", "4"),
                ("address", "ftp://haven.example"),
                ("from_year", "1999"),
                ("from_month", "1"),
                ("from_day", "1"),
                ("read_on_year", "2099"),
                ("read_on_month", "1"),
                ("read_on_day", "1"),
            ],
            &["from", "read_on", "address"],
        ),
    ];
    const REASON: &[Wrong] = &[wrong(&[("reason", " ")], &["reason"])];
    let at = |path: &str| scene.stage.harbour.at(&format!("/console/fees/claims{path}"));
    vec![
        case(Who::Admin, at(""), "/t/{slug}/console/fees/claims/limit", LIMIT, &[("days", "90")]),
        case(
            Who::Admin,
            at("/new"),
            "/t/{slug}/console/fees/claims/new",
            CLAIM,
            &[
                ("channel", "alipay"),
                ("currency", "CNY"),
                ("percent", "0.38"),
                ("dispute", "0.5 15\n20"),
                ("contract", "HB-2026-021"),
                ("page", "4"),
                ("from_year", "2026"),
                ("from_month", "1"),
                ("from_day", "1"),
                ("read_on_year", "2026"),
                ("read_on_month", "1"),
                ("read_on_day", "1"),
            ],
        ),
        case(
            Who::Senior,
            at(&format!("/{}", scene.stage.claim)),
            "/t/{slug}/console/fees/claims/{claim}/decline",
            REASON,
            &[("reason", "Another page says otherwise")],
        ),
    ]
}

pub(super) fn console(scene: &Scene<'_>) -> Vec<Case> {
    const BRANDING: &[Wrong] = &[
        wrong(&[("name_en", ""), ("accent", "blue")], &["name_en", "accent"]),
        wrong(&[("act", "try"), ("accent", "#12345")], &["accent"]),
    ];
    const OWN_ACCOUNT: &[Wrong] = &[wrong(&[("holder", ""), ("number", "")], &["holder", "number"])];
    const SETTINGS: &[Wrong] = &[
        wrong(
            &[("draft_days", "7"), ("changes_days", "soon"), ("sla_hours", "0")],
            &["draft_days", "changes_days", "sla_hours"],
        ),
        wrong(&[("draft_days", "366"), ("changes_days", "181")], &["draft_days", "changes_days"]),
    ];
    const INVITE: &[Wrong] = &[
        wrong(&[("email", "x"), ("roles", "")], &["email", "roles"]),
        wrong(&[("email", "auditor@harbour.example"), ("roles", "reviewer")], &["email"]),
    ];
    const ROLES: &[Wrong] = &[wrong(&[("roles", "")], &["roles"])];
    const RATES: &[Wrong] = &[
        wrong(
            &[("on", "23.11."), ("worth_USD", "much"), ("worth_EUR", "0"), ("worth_JPY", "0.0000001")],
            &["on", "worth_USD", "worth_EUR", "worth_JPY"],
        ),
        wrong(
            &[("on", "1999-12-31"), ("worth_HKD", "1000000.1"), ("other", "XXX"), ("other_worth", "1")],
            &["on", "worth_HKD", "other"],
        ),
        wrong(&[("on", "2099-01-01"), ("other", "CNY"), ("other_worth", "1")], &["on", "other"]),
        wrong(&[("worth_USD", "7"), ("other", "USD"), ("other_worth", "7")], &["other_worth"]),
        wrong(&[("other", "KRW")], &["other_worth"]),
    ];
    let (admin, tenant) = (Who::Admin, scene.stage.harbour);
    let mut all = claims(scene);
    all.extend(vec![
        case(
            admin,
            tenant.at("/console/branding"),
            "/t/{slug}/console/branding",
            BRANDING,
            &[("name_zh", "海湾支付"), ("accent", "#0b5394")],
        ),
        case(
            admin,
            tenant.at("/console/settings"),
            "/t/{slug}/console/settings",
            SETTINGS,
            &[("draft_days", "60"), ("changes_days", "20"), ("sla_hours", "16")],
        ),
        case(
            admin,
            tenant.at("/console/settings"),
            "/t/{slug}/console/settings/account",
            OWN_ACCOUNT,
            &[("holder", "Harbour Pay"), ("bank", "Bank of Harbour"), ("number", "62220000")],
        ),
        case(
            admin,
            tenant.at("/console/fees/rates"),
            "/t/{slug}/console/fees/rates",
            RATES,
            &[("worth_USD", "7.12"), ("other", "krw"), ("other_worth", "0.0051")],
        ),
        case(
            admin,
            tenant.at("/console/staff/invite"),
            "/t/{slug}/console/staff/invite",
            INVITE,
            &[("email", "late@harbour.example"), ("roles", "reviewer"), ("lang", "zh-CN")],
        ),
        case(
            admin,
            tenant.at(&format!("/console/staff/{}", scene.stage.leaver.id)),
            "/t/{slug}/console/staff/{person}",
            ROLES,
            &[("roles", "auditor")],
        ),
    ]);
    all
}

pub(super) fn operator() -> Vec<Case> {
    const NEW: &[Wrong] = &[
        wrong(
            &[
                ("slug", "X!"),
                ("name_en", ""),
                ("name_zh", ""),
                ("time_zone", "Mars/Base"),
                ("currency", "RMB!"),
                ("sla_hours", "0"),
                ("staff_limit", "-1"),
                ("storage_gib", "1.5"),
                ("admin_email", "nobody"),
            ],
            &[
                "slug",
                "name_en",
                "name_zh",
                "time_zone",
                "currency",
                "sla_hours",
                "staff_limit",
                "storage_gib",
                "admin_email",
            ],
        ),
        wrong(
            &[
                ("slug", "harbour"),
                ("name_en", "Harbour"),
                ("name_zh", "海湾"),
                ("admin_email", "admin@cove.example"),
            ],
            &["slug"],
        ),
    ];
    const LIMITS: &[Wrong] =
        &[wrong(&[("staff_limit", "many"), ("storage_gib", "0")], &["staff_limit", "storage_gib"])];
    // Nobody administers a tenant that was just made.
    const INVITE: &[Wrong] = &[wrong(&[("email", "nobody")], &["email"])];
    let new = [
        ("slug", "cove"),
        ("name_en", "Cove Pay"),
        ("name_zh", "小湾支付"),
        ("admin_email", "admin@cove.example"),
    ];
    vec![
        case(Who::Operator, "/operator/new", "/operator/new", NEW, &new),
        case(
            Who::Operator,
            "/operator/tenants/haven",
            "/operator/tenants/{tenant}/limits",
            LIMITS,
            &[("staff_limit", "30"), ("storage_gib", "20")],
        ),
        case(
            Who::Operator,
            "/operator/tenants/shut",
            "/operator/tenants/{tenant}/invite",
            INVITE,
            &[("email", "admin@shut.example")],
        ),
    ]
}
