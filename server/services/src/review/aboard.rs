//! Taking a merchant aboard: its number, and its capabilities as asked for.

use crate::{Result, ServiceError};
use domain::{
    audit::{Audience, Event},
    numbers::{Named, Number},
};
use store::{TenantTx, applications::Application, ports::bytes, review::aboard};

/// So many numbers are drawn before something else must be wrong.
const DRAWS: usize = 8;

/// Gives the merchant its number and notes the channels it wants, in the approval's own transaction. Nothing is
/// effective yet: each channel still has to say yes.
pub(super) async fn take(tx: &mut TenantTx, application: &Application) -> Result<()> {
    let number = draw(tx).await?;
    aboard::number(tx, application.merchant, number.as_str()).await?;
    aboard::request(tx, application.merchant, &application.channels).await?;
    tx.record(
        Event::new("merchant.taken_aboard", "merchant", application.merchant)
            .on(application.id)
            .for_audience(Audience::Merchant),
    );
    for channel in &application.channels {
        tx.record(
            Event::new("capability.requested", "merchant", application.merchant)
                .on(application.id)
                .for_audience(Audience::Merchant)
                .with("channel", channel),
        );
    }
    Ok(())
}

/// Takes back what the approval gave, as the application is open again: no channel is open to the merchant any more.
/// Its number stays its own.
pub(super) async fn give_back(tx: &mut TenantTx, application: &Application) -> Result<()> {
    aboard::close(tx, application.merchant).await?;
    tx.record(
        Event::new("merchant.put_ashore", "merchant", application.merchant)
            .on(application.id)
            .for_audience(Audience::Merchant),
    );
    Ok(())
}

/// A number that no other merchant of the tenant has.
async fn draw(tx: &mut TenantTx) -> Result<Number> {
    for _ in 0..DRAWS {
        let number = Number::draw(Named::Merchant, bytes(&*tx.random()));
        if !aboard::number_is_taken(tx, number.as_str()).await? {
            return Ok(number);
        }
    }
    Err(ServiceError::Internal("no free merchant number in several draws".into()))
}
