//! What an agreement may lack, and how a query asks for it: the agreement is called `a`, what the model means of its kind `k`;
//! `hears` and `theme` are the model's groups and themes, see `list`.

/// A group that is to be heard has not been.
macro_rules! lacks_hearing {
    () => {
        "(a.edition = 0 AND a.state IN ('hearing', 'dialogue', 'submitted', 'returned') AND EXISTS (
            SELECT 1 FROM hears w WHERE w.kind = a.kind AND NOT EXISTS (
                SELECT 1 FROM agreement_hearing h WHERE h.municipality_id = $1 AND h.agreement_id = a.id AND h.heard = w.heard)))"
    };
}
pub(super) use lacks_hearing;

/// A theme of its years has no answer.
macro_rules! lacks_theme {
    () => {
        "(a.state NOT IN ('closed', 'withdrawn') AND EXISTS (
            SELECT 1 FROM theme w WHERE w.kind = a.kind AND w.from_year <= a.to_year AND w.to_year >= a.from_year AND NOT EXISTS (
                SELECT 1 FROM agreement_theme t WHERE t.municipality_id = $1 AND t.agreement_id = a.id AND t.theme = w.theme)))"
    };
}
pub(super) use lacks_theme;

/// It has no goals.
macro_rules! lacks_goals {
    () => {
        "(a.state NOT IN ('closed', 'withdrawn') AND NOT EXISTS (
            SELECT 1 FROM agreement_goal g WHERE g.municipality_id = $1 AND g.agreement_id = a.id))"
    };
}
pub(super) use lacks_goals;

/// How many parties have signed the text of the agreement `a`.
macro_rules! signed {
    () => {
        "(SELECT count(*) FROM agreement_signature s WHERE s.municipality_id = $1 AND s.agreement_id = a.id AND s.seal = a.seal
            AND (s.unit_id = a.principal_id OR s.unit_id IN (
                SELECT g.unit_id FROM agreement_agent g WHERE g.municipality_id = $1 AND g.agreement_id = a.id)))"
    };
}
pub(super) use signed;

/// How many parties have signed the edition of the agreement `a` that is in force: what those read who do not see the next.
macro_rules! signed_in_force {
    () => {
        "(SELECT count(*) FROM agreement_edition ed JOIN agreement_signature s
              ON s.municipality_id = $1 AND s.agreement_id = ed.agreement_id AND s.seal = ed.seal
          WHERE ed.municipality_id = $1 AND ed.agreement_id = a.id AND ed.edition = a.edition
            AND (s.unit_id = a.principal_id OR s.unit_id IN (
                SELECT g.unit_id FROM agreement_agent g WHERE g.municipality_id = $1 AND g.agreement_id = a.id)))"
    };
}
pub(super) use signed_in_force;

/// How many parties the agreement `a` has.
macro_rules! signers {
    () => {
        "(SELECT count(*) + 1 FROM agreement_agent g WHERE g.municipality_id = $1 AND g.agreement_id = a.id)"
    };
}
pub(super) use signers;

/// A party has not signed.
macro_rules! lacks_signature {
    () => {
        concat!(
            "(a.state IN ('submitted', 'approved', 'reported') AND ",
            $crate::agreements::missing::signed!(),
            " < ",
            $crate::agreements::missing::signers!(),
            ")"
        )
    };
}
pub(super) use lacks_signature;

/// A counter-proposal is not answered.
macro_rules! lacks_answer {
    () => {
        "EXISTS (
            SELECT 1 FROM agreement_counter t WHERE t.municipality_id = $1 AND t.agreement_id = a.id AND t.state = 'open')"
    };
}
pub(super) use lacks_answer;

/// It should have been approved by now.
macro_rules! lacks_approval {
    () => {
        "(a.edition = 0 AND a.state <> 'withdrawn' AND coalesce(a.from_year <= k.late_year, FALSE))"
    };
}
pub(super) use lacks_approval;

/// What an agreement may lack. Only what is being written, submitted or in force lacks anything.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Missing {
    /// A group that the model wants heard has not been, and it is no longer a mere draft. Asked of the first edition alone.
    Hearing,
    /// A theme of its years has no answer.
    Theme,
    /// It has no goals.
    Goals,
    /// A party has not signed the text that is submitted or approved.
    Signature,
    /// A counter-proposal is not answered.
    Answer,
    /// It should have been approved by now, and never was.
    Deadline,
}

impl Missing {
    /// Every one, as people are shown them.
    pub const ALL: [Self; 6] = [Self::Hearing, Self::Theme, Self::Goals, Self::Signature, Self::Answer, Self::Deadline];

    /// As it is spelled in addresses and at the end of catalogue keys.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Hearing => "hearing",
            Self::Theme => "theme",
            Self::Goals => "goals",
            Self::Signature => "signature",
            Self::Answer => "answer",
            Self::Deadline => "deadline",
        }
    }

    /// Reads what [`Missing::as_str`] writes.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|missing| missing.as_str() == text)
    }

    /// The condition under which the agreement `a` of the kind `k` lacks it.
    pub(super) const fn condition(self) -> &'static str {
        match self {
            Self::Hearing => lacks_hearing!(),
            Self::Theme => lacks_theme!(),
            Self::Goals => lacks_goals!(),
            Self::Signature => lacks_signature!(),
            Self::Answer => lacks_answer!(),
            Self::Deadline => lacks_approval!(),
        }
    }
}
