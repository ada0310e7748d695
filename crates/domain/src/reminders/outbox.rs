//! The life of a mail in the outbox: it waits, a node takes it for a while, the mail server takes it or does not.
//!
//! A mail server that answers late may have taken a mail without our knowing it; then it is sent once more. Between a program
//! and a mail server nobody can promise *exactly once*. What is promised is: the same mail has the same Message-ID every time,
//! so that mail programs show it once, and no mail is made twice.

use jiff::{SignedDuration, Timestamp};

use crate::chain::spelled;

/// Where a mail stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum MailState {
    /// Waits for its time.
    Waiting,
    /// A node is sending it, until its lease runs out.
    Leased,
    /// The mail server took it.
    Sent,
    /// It is not sent: too old, refused for good, or unwanted.
    GivenUp,
}

spelled!(MailState: Waiting = "waiting", Leased = "leased", Sent = "sent", GivenUp = "given-up");

/// What happens to a mail.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum MailVerb {
    /// A node takes it; also one whose lease ran out, because the node that had it is gone.
    Lease,
    /// The mail server took it.
    Send,
    /// It went wrong, and is tried again later.
    Fail,
    /// It is given up.
    GiveUp,
}

spelled!(MailVerb: Lease = "lease", Send = "send", Fail = "fail", GiveUp = "give-up");

/// Everything that can happen to a mail. What was sent or given up stays so. A mail that is back among the waiting can turn out
/// to have been sent, where the node that had it was only slow.
pub const MAIL_TRANSITIONS: &[(MailState, MailVerb, MailState)] = &[
    (MailState::Waiting, MailVerb::Lease, MailState::Leased),
    (MailState::Leased, MailVerb::Lease, MailState::Leased),
    (MailState::Leased, MailVerb::Send, MailState::Sent),
    (MailState::Leased, MailVerb::Fail, MailState::Waiting),
    (MailState::Waiting, MailVerb::Send, MailState::Sent),
    (MailState::Waiting, MailVerb::GiveUp, MailState::GivenUp),
    (MailState::Leased, MailVerb::GiveUp, MailState::GivenUp),
];

/// The state something leads a mail to; `None` where the table does not allow it.
pub fn mail_leads_to(state: MailState, verb: MailVerb) -> Option<MailState> {
    MAIL_TRANSITIONS.iter().find(|(from, by, _)| *from == state && *by == verb).map(|(_, _, to)| *to)
}

/// How long a node may take over a mail before another takes it up. Longer than sending may take, see `jobs`.
pub const LEASE: SignedDuration = SignedDuration::from_mins(5);
/// How many times a mail is tried at most.
pub const MOST_ATTEMPTS: u32 = 12;
/// How long after each attempt in vain the next one comes; the last holds for all after it.
const BACK_OFF: [SignedDuration; 6] = [
    SignedDuration::from_mins(1),
    SignedDuration::from_mins(5),
    SignedDuration::from_mins(15),
    SignedDuration::from_hours(1),
    SignedDuration::from_hours(4),
    SignedDuration::from_hours(8),
];

/// How long after the attempt with this number (from 1) the next one comes.
pub fn back_off(attempt: u32) -> SignedDuration {
    let at = usize::try_from(attempt.saturating_sub(1)).unwrap_or(usize::MAX).min(BACK_OFF.len() - 1);
    BACK_OFF.get(at).copied().unwrap_or(SignedDuration::from_hours(8))
}

/// Why a mail was not sent.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Failure {
    /// The mail server did not answer, or asked to be tried later.
    Passing(String),
    /// The mail server will never take this mail: there is no such address.
    Lasting(String),
}

impl Failure {
    /// What was said, cut to what the outbox keeps.
    pub fn said(&self) -> String {
        let (Self::Passing(said) | Self::Lasting(said)) = self;
        said.chars().filter(|c| !c.is_control()).take(300).collect()
    }
}

/// A mail in the outbox, as far as its life goes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mail {
    /// Where it stands.
    pub state: MailState,
    /// How many times a node took it.
    pub attempts: u32,
    /// When it is tried next, while it waits.
    pub next_at: Timestamp,
    /// Until when a node has it; only while it is leased.
    pub lease_until: Option<Timestamp>,
    /// From when it is too old.
    pub give_up_at: Timestamp,
    /// What went wrong last; empty where nothing did.
    pub last_error: String,
}

impl Mail {
    /// A new one, to be tried at once.
    pub fn new(now: Timestamp, give_up_at: Timestamp) -> Self {
        Self { state: MailState::Waiting, attempts: 0, next_at: now, lease_until: None, give_up_at, last_error: String::new() }
    }

    /// Whether it is too old to be sent.
    pub fn is_stale(&self, now: Timestamp) -> bool {
        self.give_up_at <= now
    }

    /// Taken by a node. `None` where it is not its time, another node has it, or it is done with.
    pub fn lease(self, now: Timestamp) -> Option<Self> {
        let is_free = match self.state {
            MailState::Waiting => self.next_at <= now,
            MailState::Leased => self.lease_until.is_some_and(|until| until <= now),
            MailState::Sent | MailState::GivenUp => false,
        };
        let state = mail_leads_to(self.state, MailVerb::Lease).filter(|_| is_free && !self.is_stale(now))?;
        Some(Self { state, attempts: self.attempts.saturating_add(1), lease_until: now.checked_add(LEASE).ok(), ..self })
    }

    /// Taken by the mail server. `None` where it is done with already.
    pub fn send(self) -> Option<Self> {
        let state = mail_leads_to(self.state, MailVerb::Send)?;
        Some(Self { state, lease_until: None, last_error: String::new(), ..self })
    }

    /// Not taken: back among the waiting, later each time, or given up where it will never be taken, was tried often enough or
    /// would be too old by then. `None` where no node has it.
    pub fn fail(self, now: Timestamp, failure: &Failure) -> Option<Self> {
        let next_at = now.checked_add(back_off(self.attempts)).unwrap_or(Timestamp::MAX);
        let is_over = matches!(failure, Failure::Lasting(_)) || self.attempts >= MOST_ATTEMPTS || next_at >= self.give_up_at;
        let failed = Self { last_error: failure.said(), ..self };
        if is_over {
            return (failed.state == MailState::Leased).then(|| failed.give_up()).flatten();
        }
        let state = mail_leads_to(failed.state, MailVerb::Fail)?;
        Some(Self { state, lease_until: None, next_at, ..failed })
    }

    /// Given up. `None` where it is done with already.
    pub fn give_up(self) -> Option<Self> {
        let state = mail_leads_to(self.state, MailVerb::GiveUp)?;
        Some(Self { state, lease_until: None, ..self })
    }
}
