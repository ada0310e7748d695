//! Going round: every municipality's day once, then every mail whose time has come.

use std::sync::Arc;
use std::time::Duration;

use pejl_app::reminders::Secret;
use pejl_app::{Ending, Fault, Office, Place};
use pejl_domain::reminders::Failure;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::post::{Post, Unsent};
use crate::words::{InWords, written};

/// How many mails a node takes at once: few enough that a slow mail server has answered for all of them before the lease ends.
const AT_ONCE: usize = 5;
/// How long it rests between two rounds.
const REST: Duration = Duration::from_secs(60);
/// How long a stop waits for the mails that are under way.
const LONGEST_GOODBYE: Duration = Duration::from_secs(10);

/// What one round did.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Round {
    /// Mails written.
    pub made: u64,
    /// Mails that the mail server took.
    pub sent: u64,
    /// Mails that are tried again later.
    pub waiting: u64,
    /// Mails that were given up.
    pub given_up: u64,
}

/// The reminders of an installation.
#[derive(Clone)]
pub struct Reminding {
    office: Office,
    post: Arc<Post>,
    in_words: InWords,
}

impl Reminding {
    /// With what they need: where deeds are done, the mail server, and the words of the rules.
    pub fn new(office: Office, post: Post, in_words: InWords) -> Self {
        Self { office, post: Arc::new(post), in_words }
    }

    /// One round. A municipality whose day cannot be gone through is told of in the log, and does not keep the others waiting.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn once(&self) -> Result<Round, Fault> {
        let mut round = Round::default();
        for place in self.office.places().await? {
            match self.write(&place).await {
                Ok(made) => round.made += made,
                Err(ending) => {
                    tracing::error!(municipality = place.municipality.slug, ?ending, "the day's reminders were not written");
                }
            }
        }
        self.send_all(&mut round).await?;
        if round != Round::default() {
            let Round { made, sent, waiting, given_up } = round;
            tracing::info!(made, sent, waiting, given_up, "reminders");
        }
        Ok(round)
    }

    /// Writes a municipality's mails of the day, where nobody has yet. How many.
    async fn write(&self, place: &Place) -> Result<u64, Ending> {
        let Some(digests) = self.office.due_digests(place).await? else { return Ok(0) };
        let today = digests.run.day;
        let in_words = |digest| written(place, today, digest, Secret::fresh(self.office.mint()), self.post.base(), self.in_words);
        let made = digests.due.iter().map(in_words).collect();
        self.office.keep_digests(place, digests.run, made).await
    }

    /// Sends what there is to send, until there is no more, or the mail server does not answer.
    async fn send_all(&self, round: &mut Round) -> Result<(), Fault> {
        loop {
            let mails = self.office.take_mails(AT_ONCE).await?;
            if mails.is_empty() {
                return Ok(());
            }
            // A server that does not answer one mail answers none: the others are not kept waiting for it one by one.
            let mut silence: Option<Failure> = None;
            for mail in &mails {
                let outcome = match &silence {
                    Some(failure) => Err(failure.clone()),
                    None => self.post.send(mail, self.office.clock().now()).await.map_err(|unsent| match unsent {
                        Unsent::Refused(failure) => failure,
                        Unsent::Silence(failure) => silence.insert(failure).clone(),
                    }),
                };
                match outcome {
                    Ok(()) => {
                        self.office.mail_sent(mail).await?;
                        round.sent += 1;
                    }
                    Err(failure) => {
                        let again = self.office.mail_failed(mail, &failure).await?;
                        tracing::warn!(mail = %mail.key.message(), attempt = mail.life.attempts, again, said = failure.said(), "a reminder was not sent");
                        if again { round.waiting += 1 } else { round.given_up += 1 }
                    }
                }
            }
            if silence.is_some() {
                return Ok(());
            }
        }
    }
}

/// A going round that goes on until it is ended.
pub struct Running {
    stop: watch::Sender<bool>,
    task: JoinHandle<()>,
}

/// Goes round, now and then every minute.
pub fn begin(reminding: Reminding) -> Running {
    let (stop, mut stopped) = watch::channel(false);
    let task = tokio::spawn(async move {
        loop {
            if let Err(fault) = reminding.once().await {
                tracing::error!(fault = &fault as &dyn std::error::Error, "going round with reminders");
            }
            let rest = tokio::time::timeout(REST, stopped.wait_for(|stop| *stop)).await;
            if rest.is_ok() {
                return;
            }
        }
    });
    Running { stop, task }
}

impl Running {
    /// Ends it: the mails under way are sent, unless that takes too long; then their lease runs out and another round sends them.
    pub async fn end(mut self) {
        let _ = self.stop.send(true);
        if tokio::time::timeout(LONGEST_GOODBYE, &mut self.task).await.is_err() {
            self.task.abort();
        }
    }
}
