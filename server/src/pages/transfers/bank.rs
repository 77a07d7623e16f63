//! `/bank`: what the embedded run's bank was told to send.

use crate::web::{PageResult, Visit};
use app::pages::transfers::bank::{self as page, Line};
use services::ServiceError;

/// `GET /bank`
pub(super) async fn show(visit: Visit) -> PageResult {
    let bank = visit.app.bank.clone().ok_or(ServiceError::NotFound)?;
    let sent = bank.sent().map_err(|error| ServiceError::Internal(Box::new(error)))?;
    let line = |order: domain::transfers::Order| Line {
        payee: order.payee,
        account: order.account,
        amount: order.amount,
        currency: order.currency,
        reference: order.reference,
    };
    let lines: Vec<_> = sent.into_iter().map(line).collect();
    Ok(visit.page(page::page(&visit.frame, &lines)))
}
