//! Reminders: what people chose, everybody with their posts at once, and the outbox.
//!
//! The outbox belongs to the installation: a node takes the mails of all municipalities as they come. What is *made* for a
//! municipality's people demands its permit; what happens to a mail afterwards is nobody's deed, as with sessions, and stands
//! in the outbox itself.

mod choices;
mod everybody;
mod outbox;

pub use choices::{Chosen, choices, save_choices};
pub use everybody::{Recipient, UnitInTree, posts_of_all, recipients, unit_tree};
pub use outbox::{
    LeasedMail, MailContent, NewMail, OutboxStanding, Unsubscriber, begin_run, end_mail, fail_mail, forget_mails, give_up_mails_of,
    give_up_stale, last_run, lease_mails, made_since, outbox_standing, save_mails, unsubscriber,
};
