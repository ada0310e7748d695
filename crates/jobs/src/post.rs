//! The way to the mail server.

use std::time::{Duration, SystemTime};

use jiff::Timestamp;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::transport::smtp::Error as SmtpError;
use lettre::transport::smtp::response::Severity;
use lettre::{Address, AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor};
use pejl_app::reminders::LeasedMail;
use pejl_domain::reminders::Failure;
use thiserror::Error;

/// How long the mail server may take over one answer.
const ONE_ANSWER: Duration = Duration::from_secs(20);
/// How long it may take over a whole mail. The mails that are taken at once, each so long, end before their lease does.
const ONE_MAIL: Duration = Duration::from_secs(45);

/// What an installation chooses about its mail.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PostSettings {
    /// The mail server: `smtps://user:password@mail.example.dk`, or `smtp://…`. May hold a password: never shown.
    pub smtp: String,
    /// Who the mails are from: `Pejl <pejl@example.dk>`.
    pub from: String,
    /// What the addresses in the mails begin with: `https://pejl.example.dk`.
    pub base: String,
}

/// Why mails cannot be sent from these settings.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum PostFault {
    /// The mail server's address.
    #[error("is no address of a mail server. Right would be smtps://USER:PASSWORD@HOST, or smtp://HOST:PORT on one's own machine")]
    Smtp,
    /// The sender.
    #[error("is no sender. Right would be an address with or without a name, such as Pejl <pejl@example.dk>")]
    From,
    /// The address of the pages.
    #[error("is no address that pages begin with. Right would be https:// and a host, such as https://pejl.example.dk")]
    Base,
}

/// Why a mail was not taken.
#[derive(Clone, Debug)]
pub enum Unsent {
    /// The mail server answered no to this mail, or it is no mail: others may fare better.
    Refused(Failure),
    /// The mail server did not answer: it will not answer the next one either.
    Silence(Failure),
}

/// The mail server. Each mail has a connection of its own: on one that is used again, an answer too many or too late is taken
/// for the answer to the next mail, which is then noted as sent and never was.
pub struct Post {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    base: String,
    /// The host of the pages, behind the @ of every Message-ID.
    host: String,
    /// How long the mail server may take over a whole mail.
    patience: Duration,
}

impl Post {
    /// Reads the settings. Nothing is sent yet; a mail server that is not there is found out when there is a mail for it.
    ///
    /// # Errors
    /// The first setting that is wrong.
    pub fn open(settings: &PostSettings) -> Result<Self, PostFault> {
        let base = settings.base.trim_end_matches('/').to_owned();
        let rest = base.strip_prefix("https://").or_else(|| base.strip_prefix("http://")).ok_or(PostFault::Base)?;
        let host = rest.split(['/', ':']).next().unwrap_or_default().to_owned();
        if host.is_empty() || base.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\"?#".contains(c)) {
            return Err(PostFault::Base);
        }
        let from: Mailbox = settings.from.parse().map_err(|_| PostFault::From)?;
        if !settings.smtp.starts_with("smtp://") && !settings.smtp.starts_with("smtps://") {
            return Err(PostFault::Smtp);
        }
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(&settings.smtp)
            .map_err(|_| PostFault::Smtp)?
            .timeout(Some(ONE_ANSWER))
            .build();
        Ok(Self { transport, from, base, host, patience: ONE_MAIL })
    }

    /// With another patience: how long the mail server may take over a whole mail.
    #[must_use]
    pub fn with_patience(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    /// What the addresses in the mails begin with.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// Hands a mail to the mail server.
    ///
    /// # Errors
    /// Why it was not taken.
    pub async fn send(&self, mail: &LeasedMail, now: Timestamp) -> Result<(), Unsent> {
        let message = self.message(mail, now).map_err(Unsent::Refused)?;
        match tokio::time::timeout(self.patience, self.transport.send(message)).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) if error.status().is_some() => Err(Unsent::Refused(failure(&error))),
            Ok(Err(error)) => Err(Unsent::Silence(failure(&error))),
            Err(_) => Err(Unsent::Silence(Failure::Passing(format!("no answer within {:?}", self.patience)))),
        }
    }

    fn message(&self, mail: &LeasedMail, now: Timestamp) -> Result<Message, Failure> {
        let content = &mail.content;
        let address: Address = mail.recipient.parse().map_err(|_| Failure::Lasting("no mail address".to_owned()))?;
        let header = |name: &'static str, value: String| HeaderValue::new(HeaderName::new_from_ascii_str(name), value);
        Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(Some(content.name.clone()), address))
            .subject(content.subject.clone())
            .date(SystemTime::from(now))
            .message_id(Some(format!("<{}@{}>", mail.key.message(), self.host)))
            .raw_header(header("List-Unsubscribe", format!("<{}>", content.unsubscribe)))
            .raw_header(header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned()))
            .raw_header(header("Auto-Submitted", "auto-generated".to_owned()))
            .raw_header(header("Content-Language", content.language.clone()))
            .multipart(MultiPart::alternative_plain_html(content.text.clone(), content.html.clone()))
            .map_err(|error| Failure::Lasting(error.to_string()))
    }
}

/// A mail server that refuses the recipient for good refuses them tomorrow too. Everything else may be put right: a full mailbox,
/// a wrong password, a machine that is down.
fn failure(error: &SmtpError) -> Failure {
    let said = std::error::Error::source(error).map_or_else(|| error.to_string(), |cause| format!("{error}: {cause}"));
    let refuses_recipient = error.status().is_some_and(|code| {
        matches!(code.severity, Severity::PermanentNegativeCompletion) && ["550", "551", "553"].contains(&code.to_string().as_str())
    });
    if refuses_recipient { Failure::Lasting(said) } else { Failure::Passing(said) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(smtp: &str, from: &str, base: &str) -> PostSettings {
        PostSettings { smtp: smtp.to_owned(), from: from.to_owned(), base: base.to_owned() }
    }

    #[tokio::test]
    async fn each_setting_that_is_wrong_is_named() {
        let open = |smtp, from, base| Post::open(&settings(smtp, from, base)).map(|post| post.base().to_owned());
        let (smtp, from) = ("smtp://127.0.0.1:2525", "Pejl <pejl@example.dk>");
        assert_eq!(open(smtp, from, "https://pejl.example.dk/"), Ok("https://pejl.example.dk".to_owned()));
        assert_eq!(open("mail.example.dk", from, "https://pejl.example.dk"), Err(PostFault::Smtp));
        assert_eq!(open(smtp, "Pejl", "https://pejl.example.dk"), Err(PostFault::From));
        assert_eq!(open(smtp, from, "pejl.example.dk"), Err(PostFault::Base));
        assert_eq!(open(smtp, from, "https://"), Err(PostFault::Base));
    }
}
