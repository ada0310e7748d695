//! The organisation: units, people, and the positions that join them.
//!
//! Vacant positions, several positions per person, stand-ins and reorganisations in mid-year are ordinary. A closed unit
//! keeps its history and may name a successor. What a role may *do* is the policy floor's business.

pub mod import;
mod position;
mod unit;

pub use position::{Person, PersonContent, Position, PositionContent, StandIn};
pub use unit::{Closing, Unit, UnitContent, UnitFunction};

use crate::sentence::{Arg, Sentence};

/// What a position is: decides, with its unit's place in the tree, what its holder sees and may do.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Role {
    /// Sits in the council.
    CouncilMember,
    /// Sits in a committee.
    CommitteeMember,
    /// Chairs the council or a committee.
    CommitteeChair,
    /// Heads the administration.
    ChiefExecutive,
    /// A director in the executive board.
    Director,
    /// Heads a department.
    DepartmentHead,
    /// Heads an institution.
    InstitutionLeader,
    /// Sits on a user or parent board.
    BoardMember,
    /// Works in the unit.
    Employee,
    /// Represents employees in the works council.
    WorksCouncilMember,
    /// Runs the governance model: prepares committees, keeps the chain in order.
    Consultant,
    /// Follows the money.
    Controller,
    /// Keeps organisation, people and logins.
    Administrator,
}

impl Role {
    /// Every role there is.
    pub const ALL: [Self; 13] = [
        Self::CouncilMember,
        Self::CommitteeMember,
        Self::CommitteeChair,
        Self::ChiefExecutive,
        Self::Director,
        Self::DepartmentHead,
        Self::InstitutionLeader,
        Self::BoardMember,
        Self::Employee,
        Self::WorksCouncilMember,
        Self::Consultant,
        Self::Controller,
        Self::Administrator,
    ];

    /// How it is stored and written in files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::CouncilMember => "council-member",
            Self::CommitteeMember => "committee-member",
            Self::CommitteeChair => "committee-chair",
            Self::ChiefExecutive => "chief-executive",
            Self::Director => "director",
            Self::DepartmentHead => "department-head",
            Self::InstitutionLeader => "institution-leader",
            Self::BoardMember => "board-member",
            Self::Employee => "employee",
            Self::WorksCouncilMember => "works-council-member",
            Self::Consultant => "consultant",
            Self::Controller => "controller",
            Self::Administrator => "administrator",
        }
    }

    /// Reads what [`Role::as_str`] writes.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|r| r.as_str() == text)
    }

    /// Its word in the catalogues.
    pub fn word(self) -> String {
        format!("role-{}", self.as_str())
    }

    /// Whether the holder leads the unit: the person a goal's responsibility falls on.
    pub const fn leads(self) -> bool {
        matches!(
            self,
            Self::CommitteeChair | Self::ChiefExecutive | Self::Director | Self::DepartmentHead | Self::InstitutionLeader
        )
    }

    /// Whether the holder is elected: sees what is proposed to the body, not what the administration drafts.
    pub const fn is_political(self) -> bool {
        matches!(self, Self::CouncilMember | Self::CommitteeMember | Self::CommitteeChair)
    }

    /// Whether the holder works for the whole municipality and sees all of it.
    pub const fn sees_everything(self) -> bool {
        matches!(self, Self::ChiefExecutive | Self::Director | Self::Consultant | Self::Controller | Self::Administrator)
    }
}

/// The role as an argument of a sentence.
impl From<Role> for Arg {
    fn from(role: Role) -> Self {
        Self::Word(role.word())
    }
}

fn refused(key: &str) -> Sentence {
    Sentence::new(key)
}
