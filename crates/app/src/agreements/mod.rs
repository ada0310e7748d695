//! Deeds on agreements, each in five beats: load, ask, decide, save, tell; and what their pages read.
//!
//! `drafting` is what the parties write; `talking` what is said before it is made: hearing and negotiation; `deciding` where
//! it is submitted, approved, signed, reported on and ended; `renewing` the turn of the year. `parties` says which side
//! somebody is on and what they may do; `taking` is how every deed takes an agreement up and puts it down; `reads` what the
//! pages of one agreement show, `waiting` what bodies are to decide. A goal that moves with its agreement gets its own line in the trail.
//!
//! Whoever may not see an agreement is told that there is none. A deed on a version that is no longer the newest is a
//! conflict, and is told so before any rule is asked.

mod deciding;
mod drafting;
mod parties;
mod reads;
mod renewing;
mod taking;
mod talking;
mod waiting;

pub use deciding::{
    approve, approve_many, close_agreement, hand_over_agreements, report_agreement, return_agreement, return_report, sign, submit,
};
pub use drafting::{AgreementDraft, amend, draft_agreement, drop_amendment, edit_agreement, hear, open_dialogue, withdraw};
pub use parties::{Parties, action_for};
pub use pejl_domain::agreements::Reply;
pub use pejl_store::agreements::{
    ActionHere, AgreementAsk, AgreementCount, AgreementEdition, AgreementMention, AgreementPage as Shown, AgreementRow,
    AgreementTask, AgreementTaskOf, AgreementTasks, AgreementTasksAsk, Choice, ChoiceOf, CounterRow, EditionRow, FrozenText,
    GoalHere, GoalInSight, HearingRow, LineOfSight, Meant, Missing, Party, PutBeforeAgent, Serves, SignatureRow, ThemeCoverage,
    Within, agreement_counts, agreement_editions, agreement_mentions, agreement_tasks, agreement_years, agreements,
    agreements_of_element, agreements_of_unit, choices, line_of_sight, theme_coverage,
};
pub use reads::{
    AgreementPage, EditionPage, Pair, Verified, agreement_page, difference, edition_page, is_seen, missing_themes, pairs, verify,
};
pub use renewing::{RenewalLine, RenewalPreview, RenewedMany, renew, renew_all, renewable, renewal_preview};
pub use talking::{CounterGiven, HearingGiven, answer_counter, counter, give_hearing, take_back_counter};
pub use waiting::{Waiting, waiting};
