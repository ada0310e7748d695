//! Reminders: what waits for somebody, sent to them by mail while there is still time.
//!
//! What there is to do is computed by other subjects; here stands what one person wants to be told ([`Choices`]), which mails
//! are due at an instant (`due`), and the life of a mail in the outbox (`outbox`). A mail has a key: person, kind, and the week
//! or the deadline it is about. There is never more than one of a key.

pub mod due;
pub mod outbox;

use jiff::civil::Weekday;
use pejl_kernel::PersonId;

use crate::chain::spelled;
use crate::sentence::{Refused, Sentence};

pub use due::{DIGEST_HOUR, Run, Week, When};
pub use outbox::{Failure, MAIL_TRANSITIONS, Mail, MailState, MailVerb, mail_leads_to};

/// What one person wants to be reminded of. Whoever has not chosen gets [`Choices::default`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Choices {
    /// The day of the week on which a digest comes; `None` for no digest.
    pub weekly: Option<DigestDay>,
    /// How many days before a deadline a mail comes; `None` for none.
    pub before: Option<DaysBefore>,
    /// The language the mails are in.
    pub language: MailLanguage,
}

impl Default for Choices {
    /// A digest on Mondays and a mail three days before a deadline, in the language of one's pages.
    fn default() -> Self {
        Self { weekly: Some(DigestDay::Monday), before: Some(DaysBefore(3)), language: MailLanguage::AsPages }
    }
}

impl Choices {
    /// No mail at all: what unsubscribing chooses. The language is kept.
    #[must_use]
    pub const fn without_mail(self) -> Self {
        Self { weekly: None, before: None, ..self }
    }

    /// Whether no mail ever comes.
    pub const fn is_silent(self) -> bool {
        self.weekly.is_none() && self.before.is_none()
    }
}

/// A day on which a digest can come: a working day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs)]
pub enum DigestDay {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
}

spelled!(DigestDay:
    Monday = "monday", Tuesday = "tuesday", Wednesday = "wednesday", Thursday = "thursday", Friday = "friday",
);

impl DigestDay {
    /// As the calendar knows it.
    pub const fn weekday(self) -> Weekday {
        match self {
            Self::Monday => Weekday::Monday,
            Self::Tuesday => Weekday::Tuesday,
            Self::Wednesday => Weekday::Wednesday,
            Self::Thursday => Weekday::Thursday,
            Self::Friday => Weekday::Friday,
        }
    }
}

/// So many days before a deadline, from 1 to 30.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct DaysBefore(u8);

impl DaysBefore {
    /// The most.
    pub const MOST: u8 = 30;

    /// So many days.
    ///
    /// # Errors
    /// Refused beside the field `before` where it is not between 1 and [`DaysBefore::MOST`].
    pub fn new(days: u8) -> Result<Self, Refused> {
        if (1..=Self::MOST).contains(&days) {
            Ok(Self(days))
        } else {
            Err(Refused::at("before", Sentence::new("refused-reminders-before").count("most", usize::from(Self::MOST))))
        }
    }

    /// How many.
    pub const fn days(self) -> u8 {
        self.0
    }
}

/// The language of somebody's mails.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum MailLanguage {
    /// The one chosen for the pages.
    AsPages,
    /// Danish.
    Danish,
    /// English.
    English,
}

spelled!(MailLanguage: AsPages = "pages", Danish = "da", English = "en");

/// The kinds of mail.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum MailKind {
    /// Everything that waits, once a week.
    Weekly,
    /// What has its last day on one date, some days before.
    Deadline,
}

spelled!(MailKind: Weekly = "weekly", Deadline = "deadline");

/// What makes two mails the same mail: it is sent once however often it is asked for.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct MailKey {
    /// To whom.
    pub person: PersonId,
    /// What kind.
    pub kind: MailKind,
    /// The week (`2020-W53`) or the deadline (`2020-02-29`) it is about.
    pub period: String,
}

impl MailKey {
    /// The part of a Message-ID before the `@`: the same for the same mail, for good.
    pub fn message(&self) -> String {
        format!("{}.{}.{}", self.kind.as_str(), self.period, self.person.0.simple())
    }
}
