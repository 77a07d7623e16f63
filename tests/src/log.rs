//! What the program writes into its log while a test runs it in its own process.

use std::{
    io::Write,
    sync::{Arc, Mutex, PoisonError},
};
use tracing_subscriber::util::SubscriberInitExt as _;

/// Everything that is logged from its beginning on.
#[derive(Clone, Default)]
pub struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    /// Listens from here on to what these directives let through; each test is a process of its own.
    pub fn listen(directives: &str) -> Self {
        let log = Self::default();
        let writer = log.clone();
        let all = tracing_subscriber::fmt::Subscriber::builder()
            .with_env_filter(directives)
            .with_writer(move || writer.clone())
            .finish();
        all.try_init().expect("nobody else listens");
        log
    }

    /// What was logged.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().unwrap_or_else(PoisonError::into_inner)).into_owned()
    }
}

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
