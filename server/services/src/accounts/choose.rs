//! Choosing a password.

use super::strength;
use crate::{
    Result, ServiceError,
    error::{FieldError, Refusal},
};
use domain::accounts::EmailAddress;
use secrecy::{ExposeSecret, SecretString};

/// What is wrong with a password typed into `field`, if anything is. The estimate takes milliseconds of computing, so
/// it is made on the blocking pool.
pub(super) async fn fault(
    field: &'static str,
    typed: &SecretString,
    known: Vec<String>,
) -> Result<Option<FieldError>> {
    let typed = typed.clone();
    tokio::task::spawn_blocking(move || strength::judge(field, typed.expose_secret(), &known))
        .await
        .map_err(|error| ServiceError::Internal(error.into()))
}

/// Refuses a password that may not be chosen by the person of this address.
pub(crate) async fn check(field: &'static str, typed: &SecretString, email: &str) -> Result<()> {
    let known = EmailAddress::parse(email).map(|email| email.words()).unwrap_or_default();
    let fields = fault(field, typed, known).await?.into_iter().collect();
    Refusal { whole: None, fields }.or_ok()
}
