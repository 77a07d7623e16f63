//! What the forms of accounts send. None of these can be printed: they hold passwords and addresses.

use crate::error::{FieldError, Refusal, Result, ServiceError};
use domain::accounts::{EmailAddress, EmailFault};
use secrecy::SecretString;
use serde::Deserialize;
use std::net::IpAddr;
use validator::{Validate, ValidationError};

/// Where a request comes from.
#[derive(Clone, Copy)]
pub struct Client<'a> {
    /// The client's address.
    pub address: IpAddr,
    /// The browser's account of itself.
    pub agent: &'a str,
}

/// Registering.
#[derive(Deserialize, Validate)]
#[serde(deny_unknown_fields)]
pub struct Registration {
    /// A mail address.
    #[validate(custom(function = "email_form"))]
    pub email: String,
    /// The password chosen.
    pub password: SecretString,
}

/// Signing in.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    /// A mail address.
    pub email: String,
    /// The password.
    pub password: SecretString,
    /// A path to go on to.
    #[serde(default)]
    pub to: String,
}

/// Asking for a link: to confirm an address, or to set a new password.
#[derive(Deserialize, Validate)]
#[serde(deny_unknown_fields)]
pub struct LinkRequest {
    /// A mail address.
    #[validate(custom(function = "email_form"))]
    pub email: String,
}

/// Setting a new password by a link.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewPassword {
    /// The password chosen.
    pub password: SecretString,
}

/// Changing the password in a session.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PasswordChange {
    /// The password used so far.
    pub current_password: SecretString,
    /// The password chosen.
    pub password: SecretString,
}

/// Changing the address in a session.
#[derive(Deserialize, Validate)]
#[serde(deny_unknown_fields)]
pub struct EmailChange {
    /// The new address.
    #[validate(custom(function = "email_form"))]
    pub email: String,
    /// The password, once more.
    pub current_password: SecretString,
}

const fn email_key(fault: EmailFault) -> &'static str {
    match fault {
        EmailFault::Empty => "form-error-required",
        EmailFault::TooLong => "accounts-error-email-long",
        EmailFault::Form => "form-error-email",
    }
}

fn email_form(typed: &str) -> std::result::Result<(), ValidationError> {
    EmailAddress::parse(typed)
        .map(drop)
        .map_err(|fault| ValidationError::new("email").with_message(email_key(fault).into()))
}

/// The address typed into `email`.
pub(super) fn email(typed: &str) -> Result<EmailAddress> {
    EmailAddress::parse(typed).map_err(|fault| ServiceError::Refused(Refusal::at("email", email_key(fault))))
}

/// What is wrong with the other fields, and with the password.
pub(super) fn all_faults(input: &impl Validate, password: Option<FieldError>) -> Result<()> {
    let mut refusal = match input.validate().map_err(ServiceError::from) {
        Err(ServiceError::Refused(refusal)) => refusal,
        Err(other) => return Err(other),
        Ok(()) => Refusal::default(),
    };
    refusal.fields.extend(password);
    refusal.or_ok()
}
