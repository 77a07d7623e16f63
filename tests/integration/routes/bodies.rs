//! What each form is sent with: right for whoever may send it, so that nothing but who they are stands in the way.

use super::stage::{LIST, Stage};
use domain::{applications::Fault, credentials::Environment};
use reqwest::{Method, multipart};
use services::{channels, review};
use store::tenants;
use tests::{
    browser::{Answer, Browser},
    builders::{PASSWORD, answers_of, pdf},
};

/// Fields by name.
type Fields = Vec<(String, String)>;

/// Posts the form of a route to a path.
pub(super) async fn post(stage: &Stage<'_>, browser: &Browser, route: &str, path: &str) -> Answer {
    browser.send(request(stage, browser, route, path).await).await
}

/// The form of a route, about to be posted to a path.
pub(super) async fn request(
    stage: &Stage<'_>,
    browser: &Browser,
    route: &str,
    path: &str,
) -> reqwest::RequestBuilder {
    let request = browser.request(Method::POST, path);
    if route.ends_with("/papers") {
        let file = multipart::Part::bytes(pdf("Another licence")).file_name("licence.pdf");
        let form = multipart::Form::new().text("paper", "business_licence");
        let form = form.part("file.business_licence", file);
        return request.multipart(form);
    }
    if route.ends_with("/phone/{token}") {
        let file = multipart::Part::bytes(pdf("A licence by phone")).file_name("photo.pdf");
        return request.multipart(multipart::Form::new().part("file.business_licence", file));
    }
    if route.ends_with("/claims/import") {
        let list = LIST.replace("AL-1", "AL-2");
        let file = multipart::Part::bytes(list.into_bytes()).file_name("claims.csv");
        return request.multipart(multipart::Form::new().part("file", file));
    }
    if route.ends_with("/mixes") {
        let file = multipart::Part::bytes(&b"amount\n12.50\n"[..]).file_name("october.csv");
        let form = multipart::Form::new().text("name", "October").text("column_amount", "amount");
        return request.multipart(form.text("currency", "USD").part("file", file));
    }
    if route.ends_with("/console/transfers") {
        let csv = &b"date,amount,payer,account,reference\n2026-11-20,1.05,Somebody,6222,Rent\n"[..];
        let file = multipart::Part::bytes(csv).file_name("bank.csv");
        return request.multipart(multipart::Form::new().part("file", file));
    }
    if route.ends_with("/console/screening") {
        let file = multipart::Part::bytes(&b"name\nOtto Niemand\n"[..]).file_name("list.csv");
        let form =
            multipart::Form::new().text("source", "own").text("name", "Watch").text("dated", "2026-11-20");
        return request.multipart(form.part("file", file));
    }
    if route.ends_with("/file") {
        let file = multipart::Part::bytes(pdf("The channel's letter")).file_name("letter.pdf");
        return request.multipart(multipart::Form::new().part("file", file));
    }
    if route == "/api/reports" {
        return request.header("content-type", "application/reports+json").body("[]");
    }
    request.form(&fields(stage, route).await)
}

/// A channel's answer that changes nothing, as of the capability's version now.
async fn answer(stage: &Stage<'_>) -> Fields {
    let services = &stage.harbour.world.services;
    let (actor, at) = (stage.reviewer.actor().await, ("alipay", Environment::Test));
    let form = channels::form(services, &actor, stage.approved.id, at).await.expect("the form");
    let (version, today) = (form.held.version.to_string(), services.now().date());
    let day = [today.year().to_string(), u8::from(today.month()).to_string(), today.day().to_string()];
    of(&[
        ("version", &version),
        ("answer", "working"),
        ("state", "AUDITING"),
        ("on_year", &day[0]),
        ("on_month", &day[1]),
        ("on_day", &day[2]),
    ])
}

fn of(pairs: &[(&str, &str)]) -> Fields {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

async fn fields(stage: &Stage<'_>, route: &str) -> Fields {
    match route.trim_start_matches("/t/{slug}") {
        "/preferences" => of(&[("lang", "en"), ("to", "/")]),
        "/register" => of(&[("email", "somebody@merchant.example"), ("password", PASSWORD)]),
        path if path.starts_with("/account") => account(path),
        "/applications/start" => of(&[("kind", "cn-enterprise"), ("merchant", "")]),
        "/applications/{id}/sections/{code}" => section(),
        "/applications/{id}/consents" => of(&[("kind", "agreement")]),
        "/applications/{id}/papers/phone" => of(&[("paper", "business_licence")]),
        "/applications/{id}/signing" => of(&[("by", "picture")]),
        "/sign/{token}" => of(&[("answer", "confirmed"), ("agreed", "yes")]),
        "/applications/{id}/account" => of(&[("amount", "1.05")]),
        "/applications/{id}/account/way" => of(&[("way", "theirs")]),
        "/applications/{id}/papers/remove" => of(&[("document", &stage.spare.to_string())]),
        "/applications/{id}/check" => of(&[("version", &stage.draft.row().await.version.to_string())]),
        "/credentials/new" => {
            let merchant = stage.approved.merchant().await.to_string();
            of(&[("merchant", &merchant), ("environment", "test"), ("label", "Till")])
        }
        "/applications/{id}/changes" => of(&[("what", "field:business:uscc")]),
        "/desk/search" => of(&[("q", "海风"), ("state", "mine")]),
        "/desk/assign" => of(&[("case", &stage.case.id.to_string()), ("to", &stage.senior.id.to_string())]),
        "/credentials/{id}/rotate" => of(&[("overlap", "day")]),
        "/credentials/{id}/networks" => of(&[("networks", "203.0.113.0/24")]),
        "/console/credentials/{id}/revoke" => of(&[("reason", "leaked")]),
        "/desk/cases/{id}/channels/{channel}/{environment}" => answer(stage).await,
        "/desk/cases/{id}/assign" => of(&[("to", &stage.reviewer.id.to_string())]),
        "/desk/cases/{id}/snooze" => {
            let day = (stage.harbour.world.services.now() + time::Duration::days(2)).date();
            let (year, month) = (day.year().to_string(), u8::from(day.month()).to_string());
            let day = day.day().to_string();
            of(&[("until_year", &year), ("until_month", &month), ("until_day", &day), ("hour", "9")])
        }
        "/desk/cases/{id}/hits/{hit}" => {
            of(&[("verdict", "other"), ("reason", "Another birthday"), ("months", "12")])
        }
        "/desk/cases/{id}/escalate" => of(&[("reason", "The seal looks odd")]),
        "/desk/cases/{id}/hand-back" => of(&[("answer", "It is the old seal")]),
        path if path.starts_with("/desk/cases/{id}/") => desk(stage, path).await,
        "/members/{merchant}/invite" => {
            of(&[("email", "new@merchant.example"), ("roles", "finance"), ("lang", "en")])
        }
        "/members/{merchant}/people/{person}" => of(&[("roles", "papers"), ("roles", "finance")]),
        "/invitation/{token}" => of(&[("password", PASSWORD)]),
        path if path.starts_with("/console/fees/prices") || path.contains("/offers/") => {
            prices(stage, path).await
        }
        path if path.starts_with("/console") => console(stage, path).await,
        path if path.starts_with("/operator") => operator(stage, path).await,
        // A button alone.
        _ => Vec::new(),
    }
}

async fn desk(stage: &Stage<'_>, path: &str) -> Fields {
    let actor = stage.reviewer.actor().await;
    let services = &stage.harbour.world.services;
    let view = review::case(services, &actor, stage.case.id).await.expect("the case");
    let item = |what: &str| {
        let what = Fault::from_token(what).expect("an item");
        view.items.find(&what).expect("the item").token()
    };
    match path.trim_start_matches("/desk/cases/{id}") {
        "/items" => of(&[("item", &item("field:business:uscc"))]),
        "/items/{item}" => of(&[("item", &item("field:business:uscc")), ("mark", "accepted")]),
        "/items/{item}/waive" => of(&[("reason", "The register is searched by name")]),
        "/accept" => {
            let tokens: Vec<String> = view.items.all.iter().map(review::Item::token).collect();
            let items = tokens.iter().map(|token| ("item", token.as_str()));
            of(&items.chain([("part", "business")]).collect::<Vec<_>>())
        }
        "/notes" => of(&[("text", "Called the merchant")]),
        "/reveal/{code}" => of(&[
            ("fields", "account_number"),
            ("reason", "look_up"),
            ("words", "The bank wants it spelled out"),
        ]),
        "/reopen" => of(&[("reason", "The bank confirmed the account after all")]),
        "/waivers/{waiver}" => of(&[("answer", "decline")]),
        "/recommend" => {
            // What is approved was accepted before, by whoever holds the case.
            if view.acts.judge {
                tests::desk::accept_all(services, &actor, stage.case.id).await;
            }
            of(&[("seen", &stage.case.seen_by(&stage.reviewer).await), ("verdict", "approve")])
        }
        "/decide" => of(&[("seen", &stage.case.seen_by(&stage.senior).await), ("decision", "approve")]),
        _ => Vec::new(),
    }
}

fn account(path: &str) -> Fields {
    match path {
        // To one's own account with a wrong password: it is looked at, and nobody is locked in or out.
        "/account/sign-in" => of(&[("email", "never@merchant.example"), ("password", "wrong"), ("to", "")]),
        "/account/password" => of(&[("current_password", "wrong"), ("password", "seven slow canal herons")]),
        "/account/email" => of(&[("email", "next@merchant.example"), ("current_password", "wrong")]),
        "/account/confirm" | "/account/forgotten" => of(&[("email", "never@merchant.example")]),
        "/account/factor" => of(&[("code", "123456"), ("to", "")]),
        "/account/totp" => of(&[("offer", "none"), ("code", "123456"), ("to", "")]),
        "/account/sign-in/passkey" => of(&[("challenge", ""), ("credential", "{}"), ("to", "")]),
        "/account/passkeys" => {
            of(&[("name", "Blue key"), ("challenge", ""), ("credential", "{}"), ("to", "")])
        }
        "/account/passkeys/{passkey}/name" => of(&[("name", "Blue key")]),
        "/account/prove" => of(&[("to", "/account")]),
        "/account/reset/{token}" => of(&[("password", "seven slow canal herons")]),
        _ => Vec::new(),
    }
}

fn section() -> Fields {
    let mut fields = of(answers_of("business"));
    fields.retain(|(name, _)| name != "scope");
    fields.extend(of(&[("scope", "茶叶"), ("version", "1")]));
    fields
}

async fn console(stage: &Stage<'_>, path: &str) -> Fields {
    match path {
        "/console/branding" => {
            let version = version(stage, stage.harbour.slug).await;
            let names = [("name_en", "Harbour"), ("name_zh", "海湾"), ("default_lang", "en")];
            of(&[&names[..], &[("accent", "#0b5394"), ("version", &version)]].concat())
        }
        "/console/settings" => {
            let version = version(stage, stage.harbour.slug).await;
            let terms = [("draft_days", "60"), ("changes_days", "20"), ("sla_hours", "16")];
            of(&[&terms[..], &[("test_credentials", "yes"), ("version", &version)]].concat())
        }
        "/console/settings/account" => {
            of(&[("holder", "Harbour Pay"), ("bank", "Bank of Harbour"), ("number", "62220000")])
        }
        "/console/fees/rates" => {
            let today = stage.harbour.world.services.now().date().to_string();
            of(&[("on", &today), ("worth_USD", "7.12")])
        }
        "/console/retention/{application}/end" => {
            let today = stage.harbour.world.services.now().date().to_string();
            of(&[("on", &today), ("end_reason", "ceased")])
        }
        "/console/retention/{application}/holds" => of(&[("hold_reason", "An order of the court")]),
        "/console/retention/{application}/erase" => {
            let number = stage.ending.number().await;
            of(&[("number", &number)])
        }
        "/console/screening/lists/{list}" => of(&[("meaning", "two_people")]),
        "/console/fees/claims/limit" => {
            let version = version(stage, stage.harbour.slug).await;
            of(&[("days", "180"), ("version", &version)])
        }
        "/console/fees/claims/new" => {
            let about =
                [("channel", "alipay"), ("currency", "CNY"), ("contract", "HB-2026-019"), ("page", "1")];
            let from = [("from_year", "2026"), ("from_month", "1"), ("from_day", "1")];
            let read = [("read_on_year", "2026"), ("read_on_month", "1"), ("read_on_day", "1")];
            of(&[&about[..], &from[..], &read[..]].concat())
        }
        "/console/fees/claims/{claim}/decline" => of(&[("reason", "Another page says otherwise")]),
        "/console/staff/invite" => {
            of(&[("email", "late@harbour.example"), ("roles", "reviewer"), ("lang", "en")])
        }
        "/console/staff/{person}" => of(&[("roles", "reviewer")]),
        _ => Vec::new(),
    }
}

async fn operator(stage: &Stage<'_>, path: &str) -> Fields {
    match path {
        "/operator/new" => of(&[
            ("slug", "cove"),
            ("name_en", "Cove Pay"),
            ("name_zh", "小湾支付"),
            ("default_lang", "en"),
            ("time_zone", "Asia/Shanghai"),
            ("currency", "CNY"),
            ("calendar", "cn"),
            ("sla_hours", "24"),
            ("staff_limit", "5"),
            ("storage_gib", "1"),
            ("admin_email", "admin@cove.example"),
            ("admin_lang", "en"),
        ]),
        "/operator/tenants/{tenant}/invite" => of(&[("email", "admin.three@haven.example"), ("lang", "en")]),
        "/operator/tenants/{tenant}/limits" => {
            let version = version(stage, "haven").await;
            of(&[("staff_limit", "30"), ("storage_gib", "20"), ("version", &version)])
        }
        _ => Vec::new(),
    }
}

async fn version(stage: &Stage<'_>, slug: &str) -> String {
    let tenant = tenants::by_slug(&stage.harbour.world.services.db, slug).await.expect("a look");
    tenant.expect("the tenant").version.to_string()
}

/// A price that is sound and about other payments than the stage's, or an answer to one that somebody proposed.
async fn prices(stage: &Stage<'_>, path: &str) -> Fields {
    let line = [
        ("channel", "wechat_pay"),
        ("currency", "CNY"),
        ("percent", "1"),
        ("beneath", "wechat-cn-716"),
        ("from_year", "2027"),
        ("from_month", "1"),
        ("from_day", "1"),
        ("returns_percent", "no"),
        ("returns_fixed", "no"),
        ("rounding", "half_up"),
    ];
    let nothing = [
        "fixed",
        "attempt_fee",
        "cross_border",
        "fx",
        "refund_fee",
        "monthly_fee",
        "monthly_minimum",
        "tax",
        "delay_days",
    ];
    let line = [&line[..], &nothing.map(|name| (name, "0"))].concat();
    match path {
        "/console/fees/prices/new" => of(&line),
        "/console/fees/offers/new" => {
            let merchant = stage.approved.merchant().await;
            let actor = stage.approved.owner.actor().await;
            let services = &stage.harbour.world.services;
            let mine = services::fees::offers::mine(services, &actor).await.expect("the merchants");
            let number = mine
                .iter()
                .find(|one| one.merchant.id == merchant)
                .and_then(|one| one.merchant.number.clone());
            of(&[&line[..], &[("number", &number.expect("its number"))]].concat())
        }
        "/offers/{id}/accept" => of(&[("version", "1")]),
        _ => of(&[("reason", "A big name")]),
    }
}
