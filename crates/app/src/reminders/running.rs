//! Makes the mails of a day, and tells what became of each.
//!
//! A day of a municipality is gone through by one node: whoever notes the day first makes its mails, in the same transaction.
//! The reading comes before it, outside, so that nobody waits for it.

use std::collections::{BTreeMap, HashSet};

use jiff::{SignedDuration, Timestamp};
use pejl_domain::reminders::{Failure, Mail, MailKey, MailKind, Run};
use pejl_kernel::clock::danish_instant;
use pejl_kernel::{MailId, PersonId};
use pejl_policy::{Action, Actor, Facts, Permit, Sight, decide};
use pejl_store::models::Municipality;
use pejl_store::reminders::{self, LeasedMail, MailContent, NewMail, Recipient};
use pejl_store::{Fault, models};

use super::choosing::Secret;
use super::dealing::Crowd;
use super::sources::everybody;
use super::to_do::ToDo;
use crate::ending::Ending;
use crate::office::{Office, Place};

/// How long the outbox remembers a mail that is done with, and so the address by which it is unsubscribed from.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(400 * 24);
/// How far back a mail of the same key may have been made: a deadline is told of at most thirty days before.
const SAME_KEY: SignedDuration = SignedDuration::from_hours(40 * 24);

/// The mails that are due in a municipality.
#[derive(Clone, Debug)]
pub struct Digests {
    /// The days gone through.
    pub run: Run,
    /// One a mail.
    pub due: Vec<Digest>,
}

/// One mail that is due.
#[derive(Clone, Debug)]
pub struct Digest {
    /// What makes it the same mail.
    pub key: MailKey,
    /// To whom.
    pub to: Recipient,
    /// What waits: everything in a weekly digest, what is due on its day in a mail about a deadline. Never empty.
    pub to_dos: Vec<ToDo>,
}

/// A mail in words.
#[derive(Clone, Debug)]
pub struct MadeMail {
    /// What makes it the same mail.
    pub key: MailKey,
    /// At which address.
    pub recipient: String,
    /// What it says.
    pub content: MailContent,
    /// The secret in the address by which it is unsubscribed from.
    pub secret: Secret,
}

/// Noon on the day a municipality stands on; `None` where it follows the calendar.
fn noon_where_it_stands(municipality: &Municipality) -> Option<Timestamp> {
    danish_instant(municipality.stands_on?.at(12, 0, 0, 0))
}

impl Office {
    fn sends(&self, place: &Place) -> Result<(Actor, Permit), Ending> {
        let actor = Actor::operator(place.municipality.id, self.today_in(&place.municipality));
        let permit = decide(&actor, Action::SendReminders, &Facts::municipality())?;
        Ok((actor, permit))
    }

    /// The mails that are due in a municipality now; `None` where today is gone through already, or it is too early.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn due_digests(&self, place: &Place) -> Result<Option<Digests>, Ending> {
        let (actor, permit) = self.sends(place)?;
        let sight = Sight::of(&actor);
        let mut tx = self.db.read().await?;
        let last = reminders::last_run(&mut tx, place.municipality.id).await?;
        // Where a municipality stands on a day, it is always noon there: its morning would otherwise come once and never again.
        let here = noon_where_it_stands(&place.municipality).unwrap_or_else(|| self.now_in(&place.municipality));
        let Some(run) = Run::due(last, here) else { return Ok(None) };
        let recipients = reminders::recipients(&mut tx, &permit).await?;
        let posts = reminders::posts_of_all(&mut tx, &permit, sight.on()).await?;
        let tree = reminders::unit_tree(&mut tx, &permit).await?;
        let since = self.clock().now().checked_sub(SAME_KEY).unwrap_or(Timestamp::MIN);
        let made: HashSet<MailKey> = reminders::made_since(&mut tx, &permit, since).await?.into_iter().collect();
        let people: Vec<PersonId> = recipients.iter().map(|to| to.person).collect();
        let crowd = Crowd::of(&people, posts, tree, &sight);
        let hands = everybody(&mut tx, &sight, &crowd, &place.model).await?;
        let mut due = Vec::new();
        for (to, (_, to_dos)) in recipients.into_iter().zip(hands) {
            due.extend(digests_of(run, &to, &to_dos).into_iter().filter(|digest| !made.contains(&digest.key)));
        }
        Ok(Some(Digests { run, due }))
    }

    /// Puts the mails of a run in the outbox, and notes its day as gone through. How many were put there: none where another
    /// node was first.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn keep_digests(&self, place: &Place, run: Run, made: Vec<MadeMail>) -> Result<u64, Ending> {
        let (_, permit) = self.sends(place)?;
        let (now, here) = (self.clock().now(), self.now_in(&place.municipality));
        let mut of_period: BTreeMap<(MailKind, String), Vec<MadeMail>> = BTreeMap::new();
        for mail in made {
            of_period.entry((mail.key.kind, mail.key.period.clone())).or_default().push(mail);
        }
        let mut tx = self.db.write().await?;
        if !reminders::begin_run(&mut tx, &permit, run.day).await? {
            return Ok(0);
        }
        let mut count = 0;
        for ((kind, period), mails) in of_period {
            // How long it is worth sending is told by the municipality's own day; when that is over, by the real clock.
            let fresh = mails.first().map_or(SignedDuration::ZERO, |mail| mail.key.fresh_for(here));
            let life = Mail::new(now, now.checked_add(fresh).unwrap_or(Timestamp::MAX));
            let new = |mail: MadeMail| NewMail {
                id: MailId::new(self.mint()),
                person: mail.key.person,
                recipient: mail.recipient,
                content: mail.content,
                secret_hash: mail.secret.hash(),
            };
            let mails: Vec<NewMail> = mails.into_iter().map(new).collect();
            count += reminders::save_mails(&mut tx, &permit, now, (kind, &period), &life, &mails).await?;
        }
        reminders::forget_mails(&mut tx, &permit, now.checked_sub(REMEMBERED).unwrap_or(Timestamp::MIN)).await?;
        tx.commit().await?;
        Ok(count)
    }

    /// Every municipality with its model, for going through them all.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn places(&self) -> Result<Vec<Place>, Fault> {
        let mut tx = self.db.read().await?;
        let mut places = Vec::new();
        for municipality in models::municipalities(&mut tx).await? {
            places.extend(self.place(&mut tx, &municipality.slug).await?);
        }
        Ok(places)
    }

    /// Takes so many mails whose time has come, for as long as a lease runs. What has become too old is given up first.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn take_mails(&self, most: usize) -> Result<Vec<LeasedMail>, Fault> {
        let now = self.clock().now();
        let mut tx = self.db.write().await?;
        let stale = reminders::give_up_stale(&mut tx, now).await?;
        let mails = reminders::lease_mails(&mut tx, now, i64::try_from(most).unwrap_or(i64::MAX)).await?;
        tx.commit().await?;
        if stale > 0 {
            tracing::warn!(mails = stale, "reminders became too old before a mail server took them");
        }
        Ok(mails)
    }

    /// Notes that the mail server took a mail.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn mail_sent(&self, mail: &LeasedMail) -> Result<(), Fault> {
        let mut tx = self.db.write().await?;
        reminders::end_mail(&mut tx, mail, self.clock().now()).await?;
        tx.commit().await
    }

    /// Notes that the mail server did not take a mail. `true` where it is tried again.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn mail_failed(&self, mail: &LeasedMail, failure: &Failure) -> Result<bool, Fault> {
        let now = self.clock().now();
        let Some(life) = mail.life.clone().fail(now, failure) else { return Ok(false) };
        let mut tx = self.db.write().await?;
        reminders::fail_mail(&mut tx, mail, &life, now).await?;
        tx.commit().await?;
        Ok(life.lease_until.is_none() && life.state == pejl_domain::reminders::MailState::Waiting)
    }
}

/// The mails that are due to one person. Nothing to do is no mail.
fn digests_of(run: Run, to: &Recipient, to_dos: &[ToDo]) -> Vec<Digest> {
    let mut due = Vec::new();
    if to_dos.is_empty() {
        return due;
    }
    if let Some(week) = to.choices.weekly.and_then(|on| run.weekly(on)) {
        due.push(Digest { key: MailKey::weekly(to.person, week), to: to.clone(), to_dos: to_dos.to_vec() });
    }
    let ahead = to_dos.iter().filter(|to_do| !to_do.is_late).filter_map(|to_do| to_do.due);
    for deadline in run.deadlines(to.choices, ahead) {
        let of_day = to_dos.iter().filter(|to_do| to_do.due == Some(deadline)).cloned().collect();
        due.push(Digest { key: MailKey::deadline(to.person, deadline), to: to.clone(), to_dos: of_day });
    }
    due
}
