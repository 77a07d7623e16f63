//! The bank that sends our small transfers.

use domain::transfers::Order;

/// Why the bank didn't take an order.
#[derive(Debug, thiserror::Error)]
#[error("the bank didn't take the order")]
pub struct BankError(#[source] pub Box<dyn std::error::Error + Send + Sync>);

/// A bank that takes orders one by one. Where there is none, staff hand it files of orders.
#[async_trait::async_trait]
pub trait Bank: Send + Sync {
    /// Hands an order over. One of the same id is the same transfer and is made once.
    async fn order(&self, order: &Order) -> Result<(), BankError>;
}
