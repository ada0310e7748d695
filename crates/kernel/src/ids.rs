//! Typed ids. Two kinds of thing never share an id type, and a fresh id always comes from a [`Mint`].

use std::sync::atomic::{AtomicU64, Ordering};

use uuid::Uuid;

/// Makes fresh ids. Production has [`TimeMint`] (UUIDv7, sortable by time), tests have [`SequenceMint`].
pub trait Mint: Send + Sync {
    /// An id nobody has had before.
    fn fresh(&self) -> Uuid;

    /// Thirty-two bytes nobody can guess, for an address that is its own key; `None` where the machine has no chance to give.
    fn secret(&self) -> Option<[u8; 32]>;
}

/// Time-ordered ids (UUIDv7).
#[derive(Debug, Clone, Copy, Default)]
pub struct TimeMint;

impl Mint for TimeMint {
    #[allow(clippy::disallowed_methods)] // the one place that may make one
    fn fresh(&self) -> Uuid {
        Uuid::now_v7()
    }

    fn secret(&self) -> Option<[u8; 32]> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).ok().map(|()| bytes)
    }
}

/// Ids 1, 2, 3 …: the same every time.
#[derive(Debug, Default)]
pub struct SequenceMint(AtomicU64);

impl SequenceMint {
    /// Starts after `last`.
    pub fn after(last: u64) -> Self {
        Self(AtomicU64::new(last))
    }
}

impl Mint for SequenceMint {
    fn fresh(&self) -> Uuid {
        let n = self.0.fetch_add(1, Ordering::Relaxed) + 1;
        Uuid::from_u128(0x7000_8000_0000_0000_0000 | u128::from(n))
    }

    fn secret(&self) -> Option<[u8; 32]> {
        let (mut bytes, half) = ([0; 32], self.fresh().into_bytes());
        bytes[16..].copy_from_slice(&half);
        Some(bytes)
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// A fresh one.
            pub fn new(mint: &dyn Mint) -> Self {
                Self(mint.fresh())
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Uuid {
                id.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(s: &str) -> Result<Self, uuid::Error> {
                s.parse().map(Self)
            }
        }
    )+ };
}

ids! {
    /// A municipality: every row in the database belongs to one.
    MunicipalityId,
    /// An installed, immutable version of a governance model.
    ModelVersionId,
    /// A unit of the organisation: a body, a department, an institution.
    UnitId,
    /// A person: employee or politician.
    PersonId,
    /// A position: a role in a unit, held by a person or vacant.
    PositionId,
    /// One person standing in for the holder of a position.
    StandInId,
    /// One import of organisation data, which can be undone.
    ImportId,
    /// A login.
    AccountId,
    /// An element of the chain: objective, policy, guidepost, focus area, goal, action; or a value marker or source beside it.
    ElementId,
    /// One success criterion of a goal.
    CriterionId,
    /// A decision by a body.
    DecisionId,
    /// A unit's answer to a goal put before it.
    StanceId,
    /// An agreement between a principal and its agents.
    AgreementId,
    /// What a group said when an agreement was heard.
    HearingId,
    /// A counter-proposal while an agreement is negotiated.
    CounterId,
    /// A follow-up round of a year.
    RoundId,
    /// Something that documents a report: a link, a figure, a file.
    EvidenceId,
    /// What a receiving body or manager answered to a follow-up.
    FeedbackId,
    /// A consequence that followed goal fulfilment.
    ConsequenceId,
    /// A calendar's secret address.
    CalendarId,
    /// A case for a body's agenda.
    CaseId,
    /// What people changed about a step of the wheel in a year.
    StepId,
    /// A dialogue meeting.
    MeetingId,
    /// Something said at a meeting.
    ContributionId,
    /// A guidepost worded at a meeting.
    DraftId,
    /// A committee's briefing.
    BriefingId,
    /// A goal seminar.
    SeminarId,
    /// A proposal put before a goal seminar.
    ProposalId,
    /// A policy that a goal seminar asks committees for.
    CommissionId,
    /// A strategy letter.
    LetterId,
    /// Input to a strategy letter.
    LetterInputId,
    /// A comment on a strategy letter.
    LetterCommentId,
    /// A mail in the outbox.
    MailId,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sequence_gives_the_same_ids_every_time_and_never_one_twice() {
        let (a, b) = (SequenceMint::default(), SequenceMint::default());
        let first: Vec<Uuid> = (0..3).map(|_| a.fresh()).collect();
        assert_eq!(first, (0..3).map(|_| b.fresh()).collect::<Vec<_>>());
        assert!(first[0] != first[1] && first[1] != first[2]);
    }
}
