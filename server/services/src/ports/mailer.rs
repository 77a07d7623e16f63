//! Mail over SMTP.

use lettre::{
    AsyncSmtpTransport, AsyncTransport, Tokio1Executor,
    message::{Mailbox, Message as Letter, MultiPart, SinglePart, header::ContentTransferEncoding},
};
use std::{str::FromStr, time::Duration};

/// A mail to one person, in both forms.
#[derive(Clone, Debug)]
pub struct Message {
    /// To whom.
    pub to: String,
    /// Subject, one line.
    pub subject: String,
    /// The text form.
    pub text: String,
    /// The HTML form.
    pub html: String,
    /// Stable over attempts: the job's id.
    pub id: String,
    /// `en` or `zh-CN`.
    pub lang: &'static str,
}

/// Why a mail was not sent.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// Never will be: the address or the message can't be.
    #[error("the mail can't be sent as it is")]
    Permanent(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// Not now.
    #[error("the mail server didn't take it")]
    Transient(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// Sends mail; only jobs call it.
#[async_trait::async_trait]
pub trait Mailer: Send + Sync {
    /// Hands a mail over.
    async fn send(&self, message: &Message) -> Result<(), MailError>;
}

/// A pooled SMTP connection.
pub struct SmtpMailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    host: String,
}

impl SmtpMailer {
    /// From an address such as `smtp://localhost:1025` or `smtps://user:password@mail.example`, and the sender.
    pub fn new(url: &str, from: &str) -> Result<Self, MailError> {
        let permanent = |error: &dyn std::error::Error| MailError::Permanent(error.to_string().into());
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .map_err(|error| permanent(&error))?
            .timeout(Some(Duration::from_secs(10)))
            .build();
        let from = Mailbox::from_str(from).map_err(|error| permanent(&error))?;
        let host = from.email.domain().to_owned();
        Ok(Self { transport, from, host })
    }

    fn letter(&self, message: &Message) -> Result<Letter, Box<dyn std::error::Error + Send + Sync>> {
        // Base64 throughout, line ends made plain: no line of ours can end an SMTP conversation early.
        let part = |single: lettre::message::SinglePartBuilder, body: &str| {
            single
                .header(ContentTransferEncoding::Base64)
                .body(body.replace("\r\n", "\n").replace('\r', "\n"))
        };
        let subject: String = message.subject.chars().filter(|c| !c.is_control()).collect();
        Ok(Letter::builder()
            .from(self.from.clone())
            .to(Mailbox::from_str(&message.to)?)
            .subject(subject)
            .message_id(Some(format!("<{}@{}>", message.id, self.host)))
            .multipart(
                MultiPart::alternative()
                    .singlepart(part(
                        SinglePart::builder().header(lettre::message::header::ContentType::TEXT_PLAIN),
                        &message.text,
                    ))
                    .singlepart(part(
                        SinglePart::builder().header(lettre::message::header::ContentType::TEXT_HTML),
                        &message.html,
                    )),
            )?)
    }
}

#[async_trait::async_trait]
impl Mailer for SmtpMailer {
    async fn send(&self, message: &Message) -> Result<(), MailError> {
        let letter = self.letter(message).map_err(MailError::Permanent)?;
        match self.transport.send(letter).await {
            Ok(_) => Ok(()),
            Err(error) if error.is_permanent() => Err(MailError::Permanent(Box::new(error))),
            Err(error) => Err(MailError::Transient(Box::new(error))),
        }
    }
}
