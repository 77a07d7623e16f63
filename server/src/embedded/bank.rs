//! The embedded run's bank: takes orders, sends nothing, and shows what it would have sent.

use domain::transfers::Order;
use services::ports::{Bank, BankError};
use std::{
    fs::OpenOptions,
    io::{self, Write as _},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

/// A bank that keeps its orders in a file of a folder, one a line.
#[derive(Clone, Debug)]
pub struct SimulatedBank(Arc<Kept>);

#[derive(Debug)]
struct Kept {
    file: PathBuf,
    writing: Mutex<()>,
}

impl SimulatedBank {
    /// The bank in this folder, which must exist.
    pub fn at(folder: &Path) -> Self {
        Self(Arc::new(Kept { file: folder.join("orders.jsonl"), writing: Mutex::default() }))
    }

    /// What was sent, the newest first.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn sent(&self) -> io::Result<Vec<Order>> {
        let text = match std::fs::read_to_string(&self.0.file) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(vec![]),
            Err(error) => return Err(error),
        };
        // A line that was cut short was never taken.
        Ok(text.lines().rev().filter_map(|line| serde_json::from_str(line).ok()).collect())
    }

    fn keep(&self, order: &Order) -> io::Result<()> {
        let _one_at_a_time = self.0.writing.lock().unwrap_or_else(PoisonError::into_inner);
        if self.sent()?.iter().any(|sent| sent.id == order.id) {
            return Ok(());
        }
        let mut file = OpenOptions::new().create(true).append(true).open(&self.0.file)?;
        writeln!(file, "{}", serde_json::to_string(order)?)?;
        file.sync_all()
    }
}

#[async_trait::async_trait]
impl Bank for SimulatedBank {
    async fn order(&self, order: &Order) -> Result<(), BankError> {
        self.keep(order).map_err(|error| BankError(Box::new(error)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::embedded::scratch::Scratch;
    use uuid::Uuid;

    #[tokio::test]
    async fn an_order_that_comes_twice_is_sent_once() {
        let scratch = Scratch::new("bank");
        let bank = SimulatedBank::at(scratch.path());
        assert_eq!(bank.sent().unwrap(), []);
        let order = |id| Order {
            id: Uuid::from_u128(id),
            payee: "海曼".into(),
            account: "6222".into(),
            bank: String::new(),
            bank_code: String::new(),
            amount: 137,
            currency: "CNY".into(),
            reference: "V-1".into(),
        };
        for id in [1, 2, 1] {
            bank.order(&order(id)).await.unwrap();
        }
        assert_eq!(bank.sent().unwrap(), [order(2), order(1)]);
    }
}
