//! Who is acting.

use jiff::civil::Date;
use pejl_domain::orgs::Role;
use pejl_kernel::{MunicipalityId, PersonId, PositionId, UnitId};

/// Who somebody is, here and today. Always in one municipality.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Actor {
    /// The person, or whoever has the machine's command line.
    pub who: Who,
    /// In which municipality.
    pub municipality: MunicipalityId,
    /// The day on which the posts are held.
    pub on: Date,
    /// The positions held that day, and those stood in for.
    pub posts: Vec<Post>,
}

/// A person, or the operator of the machine.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Who {
    /// Logged in.
    Person(PersonId),
    /// At the command line of the machine Pejl runs on: sets up municipalities, logins and organisation data.
    Operator,
}

/// One position somebody acts from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Post {
    /// The position.
    pub position: PositionId,
    /// Its unit.
    pub unit: UnitId,
    /// Its role.
    pub role: Role,
    /// The holder, where somebody else acts in their place.
    pub standing_in_for: Option<PersonId>,
}

impl Actor {
    /// The operator at the command line.
    pub fn operator(municipality: MunicipalityId, on: Date) -> Self {
        Self { who: Who::Operator, municipality, on, posts: Vec::new() }
    }

    /// The person, where it is one.
    pub fn person(&self) -> Option<PersonId> {
        match self.who {
            Who::Person(person) => Some(person),
            Who::Operator => None,
        }
    }

    /// Whether one of the posts has this role.
    pub fn is(&self, role: Role) -> bool {
        self.posts.iter().any(|p| p.role == role)
    }
}
