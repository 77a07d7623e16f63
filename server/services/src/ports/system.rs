//! The system's clock and randomness: the one place that reads them.

use rand::{TryRng, rngs::SysRng};
use std::sync::Arc;
use store::ports::{Clock, Ports, Random};
use time::OffsetDateTime;

/// The system's clock, cut to the microsecond that Postgres keeps.
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one clock")]
    fn now(&self) -> OffsetDateTime {
        let now = OffsetDateTime::now_utc();
        now.replace_microsecond(now.microsecond()).unwrap_or(now)
    }
}

/// The operating system's randomness.
pub struct OsRandom;

impl Random for OsRandom {
    #[expect(clippy::expect_used, reason = "without randomness nothing may go on")]
    fn fill(&self, buffer: &mut [u8]) {
        SysRng.try_fill_bytes(buffer).expect("the operating system gives randomness");
    }
}

/// The real clock and randomness.
pub fn system_ports() -> Ports {
    Ports { clock: Arc::new(SystemClock), random: Arc::new(OsRandom) }
}
