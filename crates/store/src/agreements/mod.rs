//! Agreements in the database: the working copy with its agents, goals, actions and themes read out beside it, the approved
//! editions, signatures, what groups said, counter-proposals; and what the pages about agreements read.
//!
//! Who sees which agreement, and who sees what is being written in it, are two questions with one answer each, in `sight`;
//! every list here asks them. What a model says of agreements comes in as a [`Meant`].

mod agreement;
mod choices;
mod coverage;
mod editions;
mod goals;
mod list;
mod made;
mod meant;
mod mention;
mod missing;
mod page;
mod readout;
mod related;
mod sight;
mod signatures;
mod talks;
mod tasks;

pub use agreement::{
    FrozenText, Overlap, SeenAgreement, agreement, agreement_by_number, agreement_seen, frozen_text, live_agreements_of_unit,
    next_agreement_number, overlapping, save_agreement,
};
pub use choices::{Choice, ChoiceOf, choices};
pub use coverage::{ThemeCoverage, theme_coverage};
pub use editions::{AgreementEdition, EditionRow, agreement_edition, agreement_editions, save_agreement_edition};
pub use goals::{GoalInSight, LineOfSight, PutBeforeAgent, Serves, elements_of, line_of_sight};
pub use list::{AgreementAsk, AgreementCount, AgreementRow, Within, agreement_counts, agreement_years, agreements};
pub use made::{MadeIn, made_in};
pub use meant::{KindMeant, Meant, ThemeMeant};
pub use mention::{AgreementMention, agreement_mentions};
pub use missing::Missing;
pub use page::{ActionHere, AgreementPage, GoalHere, Party, agreement_page};
pub use related::{agreements_of_element, agreements_of_unit, without_successor};
pub use signatures::{SignatureRow, save_signature, signatures, signed_units};
pub use talks::{CounterRow, HearingRow, counter, hearings, open_counters, save_counter, save_hearing};
pub use tasks::{AgreementTask, AgreementTaskOf, AgreementTasks, AgreementTasksAsk, agreement_tasks};
