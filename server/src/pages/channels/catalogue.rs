//! The catalogue of channels, open to everybody.

use crate::web::{PageResult, Visit};
use app::pages::channels::catalogue::{self, Line, One};
use axum::extract::Path;
use domain::channels::catalogue::{Topic, all, get};
use services::{ServiceError, applications::today};

/// `GET /t/{slug}/channels`
pub(super) async fn list(visit: Visit) -> PageResult {
    let book = &visit.app.services.fees;
    let lines: Vec<_> =
        all().iter().map(|channel| Line { channel, prices: book.of(&channel.code).count() }).collect();
    Ok(visit.page(catalogue::list(&visit.frame, &lines)))
}

/// `GET /t/{slug}/channels/{channel}`
pub(super) async fn one(visit: Visit, Path((_, code)): Path<(String, String)>) -> PageResult {
    let channel = get(&code).ok_or(ServiceError::NotFound)?;
    let name = |code: &String| {
        let acquirer = get(code)?;
        let href = visit.frame.at(&format!("/channels/{code}"));
        Some((acquirer.name.get(visit.frame.lang).to_owned(), href))
    };
    let model = One {
        channel,
        claims: visit.app.services.fees.of(&code).cloned().collect(),
        rides_on: channel.words(Topic::RidesOn).iter().filter_map(name).collect(),
        today: today("CN", visit.app.services.now()),
        current_days: visit.tenant()?.policy.claim_days,
    };
    Ok(visit.page(catalogue::one(&visit.frame, &model)))
}
