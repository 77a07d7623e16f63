//! A clock that is moved by hand and randomness that repeats.

use sha2::{Digest, Sha256};
use std::sync::{
    Arc, Mutex, PoisonError,
    atomic::{AtomicU64, Ordering},
};
use store::ports::{Clock, Ports, Random};
use time::{Duration, OffsetDateTime, macros::datetime};

/// A clock that stands still until it is moved.
#[derive(Clone)]
pub struct FixedClock(Arc<Mutex<OffsetDateTime>>);

impl Default for FixedClock {
    /// Monday, 30 November 2026, ten in the morning in Shanghai: a day of the newest rules.
    fn default() -> Self {
        Self(Arc::new(Mutex::new(datetime!(2026-11-30 02:00:00 UTC))))
    }
}

impl FixedClock {
    /// Moves it on.
    pub fn advance(&self, by: Duration) {
        let mut now = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *now += by;
    }

    /// Sets it.
    pub fn set(&self, instant: OffsetDateTime) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = instant;
    }
}

impl Clock for FixedClock {
    fn now(&self) -> OffsetDateTime {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Bytes that look random and are the same in every run: SHA-256 over a seed and a counter.
pub struct SeededRandom {
    seed: u64,
    drawn: AtomicU64,
}

impl SeededRandom {
    /// From a seed.
    pub const fn new(seed: u64) -> Self {
        Self { seed, drawn: AtomicU64::new(0) }
    }
}

impl Random for SeededRandom {
    fn fill(&self, buffer: &mut [u8]) {
        for chunk in buffer.chunks_mut(32) {
            let mut hasher = Sha256::new();
            hasher.update(self.seed.to_le_bytes());
            hasher.update(self.drawn.fetch_add(1, Ordering::Relaxed).to_le_bytes());
            for (to, from) in chunk.iter_mut().zip(hasher.finalize()) {
                *to = from;
            }
        }
    }
}

/// The two, as the program takes them.
pub fn fixed(clock: &FixedClock, seed: u64) -> Ports {
    Ports { clock: Arc::new(clock.clone()), random: Arc::new(SeededRandom::new(seed)) }
}
