//! Mail over SMTP.

use lettre::{
    Address, AsyncSmtpTransport, AsyncTransport, Tokio1Executor,
    message::{
        Mailbox, Message as Letter, MultiPart, SinglePart,
        header::{ContentTransferEncoding, ContentType, Header, HeaderName, HeaderValue},
    },
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
    /// Never will be: the recipient or the message is refused.
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

    /// Whether the server serves us at all. One that greets with a refusal uses the codes of a refused mail.
    async fn is_served(&self) -> bool {
        matches!(self.transport.test_connection().await, Ok(true))
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
            // An address alone: a list or a display name in it is refused.
            .to(Mailbox::new(None, message.to.parse::<Address>()?))
            .subject(subject)
            .message_id(Some(format!("<{}@{}>", message.id, self.host)))
            .header(ContentLanguage(message.lang.to_owned()))
            .header(AutoSubmitted("auto-generated".to_owned()))
            .multipart(
                MultiPart::alternative()
                    .singlepart(part(SinglePart::builder().header(ContentType::TEXT_PLAIN), &message.text))
                    .singlepart(part(SinglePart::builder().header(ContentType::TEXT_HTML), &message.html)),
            )?)
    }
}

/// A header of one word.
macro_rules! word_header {
    ($type:ident, $name:literal) => {
        #[derive(Clone)]
        struct $type(String);

        impl Header for $type {
            fn name() -> HeaderName {
                HeaderName::new_from_ascii_str($name)
            }

            fn parse(text: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
                Ok(Self(text.to_owned()))
            }

            fn display(&self) -> HeaderValue {
                HeaderValue::new(Self::name(), self.0.clone())
            }
        }
    };
}

word_header!(ContentLanguage, "Content-Language");
// Tells absence notices not to answer.
word_header!(AutoSubmitted, "Auto-Submitted");

#[async_trait::async_trait]
impl Mailer for SmtpMailer {
    async fn send(&self, message: &Message) -> Result<(), MailError> {
        let letter = self.letter(message).map_err(MailError::Permanent)?;
        match self.transport.send(letter).await {
            Ok(_) => Ok(()),
            Err(error) if is_about_the_mail(&error) && self.is_served().await => {
                Err(MailError::Permanent(Box::new(error)))
            }
            Err(error) => Err(MailError::Transient(Box::new(error))),
        }
    }
}

/// Whether a refusal is about the recipient or the message, by its code: there is no such mailbox, it takes no mail, or
/// not this one. All others are about us or the server, and pass once somebody has seen to it: who may send (530, 534,
/// 535, 538), a server that is closed (421, 521), one that doesn't follow.
fn is_about_the_mail(error: &lettre::transport::smtp::Error) -> bool {
    let code = error.status().map(u16::from);
    error.is_permanent() && matches!(code, Some(501 | 510..=515 | 541 | 550..=556 | 571))
}

#[cfg(test)]
mod tests {
    use super::*;
    use mail_parser::MessageParser;

    fn message(to: &str) -> Message {
        Message {
            to: to.into(),
            subject: "上海\r\nBcc: thief@example.com\r\n\r\nbody".into(),
            text: "one\n.\r\n.\r.\nMAIL FROM:<x@example.com>\n".into(),
            html: "<p>one</p>\n.\n<p>中文</p>".into(),
            id: "0192".into(),
            lang: "zh-CN",
        }
    }

    fn mailer() -> SmtpMailer {
        SmtpMailer::new("smtp://localhost:1025", "Gangway <no-reply@pay.example>").unwrap()
    }

    #[tokio::test]
    async fn i05_a_hostile_mail_stays_one_mail() {
        let bytes = mailer().letter(&message("ada@example.com")).unwrap().formatted();
        let raw = String::from_utf8(bytes.clone()).unwrap();
        assert!(raw.split("\r\n").all(|line| line != "." && !line.contains(['\r', '\n'])));
        assert!(!raw.contains("MAIL FROM"));
        let parsed = MessageParser::default().parse(&bytes).unwrap();
        assert!(parsed.bcc().is_none());
        assert_eq!(parsed.subject().unwrap(), "上海Bcc: thief@example.combody");
        assert_eq!(parsed.message_id().unwrap(), "0192@pay.example");
        assert_eq!(
            parsed.body_text(0).unwrap().replace("\r\n", "\n"),
            "one\n.\n.\n.\nMAIL FROM:<x@example.com>\n"
        );
        assert!(parsed.body_html(0).unwrap().contains("<p>中文</p>"));
        assert!(raw.contains("Content-Language: zh-CN\r\n"));
    }

    #[tokio::test]
    async fn i05_an_address_is_one_address() {
        for wrong in
            ["a@example.com, b@example.com", "Ada <a@example.com>", "a@example.com\r\nBcc: b@x.cn", ""]
        {
            assert!(mailer().letter(&message(wrong)).is_err(), "{wrong}");
        }
    }
}
