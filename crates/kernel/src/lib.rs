//! The ground floor: what everything else is counted and named in.
//!
//! Here live ids, the short numbers people say aloud, checked text, figures, money, periods, and the two sources that
//! must never be ambient: the clock and fresh ids. Nothing here does IO, and nothing here knows what Pejl is for.

pub mod clock;
pub mod figure;
pub mod ids;
pub mod money;
pub mod number;
pub mod period;
pub mod text;

pub use clock::{Clock, FixedClock, SystemClock};
pub use figure::Figure;
pub use ids::{
    AccountId, AgreementId, BriefingId, CalendarId, CaseId, CommissionId, ConsequenceId, ContributionId, CounterId, CriterionId,
    DecisionId, DraftId, ElementId, EvidenceId, FeedbackId, HearingId, ImportId, LetterCommentId, LetterId, LetterInputId, MailId,
    MeetingId, Mint, ModelVersionId, MunicipalityId, PersonId, PositionId, ProposalId, RoundId, SeminarId, SequenceMint, StanceId,
    StandInId, StepId, TimeMint, UnitId,
};
pub use money::Ore;
pub use number::{Number, NumberPrefix};
pub use period::{Period, Slice, Span, Years};
pub use text::{Line, Prose, TextFault};
