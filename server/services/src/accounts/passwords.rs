//! Argon2id on the blocking pool, behind a semaphore: two hashes at once, a short queue, then "try again".

use crate::error::{Result, ServiceError};
use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use secrecy::{ExposeSecret, SecretString};
use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};
use store::ports::{Random, bytes};
use tokio::sync::Semaphore;

/// OWASP's floor: 19 MiB, two passes, one lane.
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;

const AT_ONCE: usize = 2;
const QUEUE: usize = 64;
const WAIT: Duration = Duration::from_secs(2);

/// Hashes and verifies passwords.
#[derive(Clone)]
pub struct Passwords {
    running: Arc<Semaphore>,
    queued: Arc<Semaphore>,
    random: Arc<dyn Random>,
    /// What is verified against where there is no account, so that the work is the same.
    decoy: Arc<str>,
    done: Arc<AtomicU64>,
}

fn argon2() -> Result<Argon2<'static>> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).map_err(internal)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn internal(error: impl std::fmt::Display) -> ServiceError {
    ServiceError::Internal(error.to_string().into())
}

fn hash_now(password: &str, salt: &[u8; 16]) -> Result<String> {
    Ok(argon2()?.hash_password_with_salt(password.as_bytes(), salt).map_err(internal)?.to_string())
}

impl Passwords {
    /// Makes the decoy hash, once.
    pub fn new(random: Arc<dyn Random>) -> Result<Self> {
        let decoy = hash_now(&hex::encode(bytes::<16>(&*random)), &bytes(&*random))?.into();
        Ok(Self {
            running: Arc::new(Semaphore::new(AT_ONCE)),
            queued: Arc::new(Semaphore::new(QUEUE)),
            random,
            decoy,
            done: Arc::default(),
        })
    }

    /// How many hashes were made since the start: every way through signing in costs the same number.
    pub fn hashes(&self) -> u64 {
        self.done.load(Ordering::Relaxed)
    }

    /// Hashes a password to a PHC string.
    pub async fn hash(&self, password: SecretString) -> Result<String> {
        let salt = bytes(&*self.random);
        self.work(move || hash_now(password.expose_secret(), &salt)).await
    }

    /// Whether the password is the hashed one. Without a hash the same work is done and the answer is no.
    pub async fn verify(&self, password: SecretString, hash: Option<String>) -> Result<bool> {
        let known = hash.is_some();
        let hash = hash.unwrap_or_else(|| self.decoy.to_string());
        let right = self
            .work(move || {
                let hash = PasswordHash::new(&hash).map_err(internal)?;
                Ok(argon2()?.verify_password(password.expose_secret().as_bytes(), &hash).is_ok())
            })
            .await?;
        Ok(known && right)
    }

    /// Whether a hash was made with less than today's figures and should be made again at the next sign-in.
    pub fn is_outdated(hash: &str) -> bool {
        !hash.starts_with(&format!("$argon2id$v=19$m={MEMORY_KIB},t={PASSES},p={LANES}$"))
    }

    /// The permits move into the blocking task: a caller that goes away frees nothing early.
    async fn work<T: Send + 'static>(&self, work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
        let busy = || ServiceError::Unavailable { what: "hashing", source: None };
        let place = Arc::clone(&self.queued).try_acquire_owned().map_err(|_| busy())?;
        let running = tokio::time::timeout(WAIT, Arc::clone(&self.running).acquire_owned())
            .await
            .map_err(|_| busy())?
            .map_err(|_| busy())?;
        drop(place);
        self.done.fetch_add(1, Ordering::Relaxed);
        tokio::task::spawn_blocking(move || {
            let _held = running;
            work()
        })
        .await
        .map_err(internal)?
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ports::OsRandom;

    #[tokio::test]
    async fn a03_hashes_are_salted_and_verified() {
        let passwords = Passwords::new(Arc::new(OsRandom)).unwrap();
        let hash = passwords.hash("正确的 horse battery".into()).await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert_ne!(hash, passwords.hash("正确的 horse battery".into()).await.unwrap());
        assert!(passwords.verify("正确的 horse battery".into(), Some(hash.clone())).await.unwrap());
        assert!(!passwords.verify("正确的 horse battery ".into(), Some(hash.clone())).await.unwrap());
        assert!(!passwords.verify("anything".into(), None).await.unwrap());
        assert!(!Passwords::is_outdated(&hash));
        assert!(Passwords::is_outdated("$argon2id$v=19$m=4096,t=3,p=1$x$y"));
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn a06_an_aborted_hash_keeps_its_permit_until_it_is_done() {
        let passwords = Passwords::new(Arc::new(OsRandom)).unwrap();
        let held = passwords.clone();
        let (started, wait) = std::sync::mpsc::channel();
        let (release, gate) = std::sync::mpsc::channel::<()>();
        let caller = tokio::spawn(async move {
            held.work(move || {
                started.send(()).unwrap();
                gate.recv().unwrap();
                Ok(())
            })
            .await
        });
        tokio::task::spawn_blocking(move || wait.recv().unwrap()).await.unwrap();
        caller.abort();
        let _ = caller.await;
        assert_eq!(passwords.running.available_permits(), AT_ONCE - 1);
        release.send(()).unwrap();
        while passwords.running.available_permits() < AT_ONCE {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    }
}
