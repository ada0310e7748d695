//! What an actor may see. A list query demands one, so the unscoped list cannot be spelled.

use jiff::civil::Date;
use pejl_kernel::{MunicipalityId, PersonId};

use crate::actor::{Actor, Who};

/// What somebody may see in one municipality. What is adopted, all who are logged in see. What is drafted, its own unit
/// and those who work above it see; what is proposed, the elected above it see too. Those who work for the whole
/// municipality see all of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sight {
    municipality: MunicipalityId,
    person: Option<PersonId>,
    on: Date,
    everything: bool,
}

impl Sight {
    /// What this actor may see.
    pub fn of(actor: &Actor) -> Self {
        Self {
            municipality: actor.municipality,
            person: actor.person(),
            on: actor.on,
            everything: actor.who == Who::Operator || actor.posts.iter().any(|p| p.role.sees_everything()),
        }
    }

    /// In which municipality.
    pub fn municipality(&self) -> MunicipalityId {
        self.municipality
    }

    /// Whose sight it is; `None` for the operator.
    pub fn person(&self) -> Option<PersonId> {
        self.person
    }

    /// On which day.
    pub fn on(&self) -> Date {
        self.on
    }

    /// Whether all of the municipality is seen.
    pub fn sees_everything(&self) -> bool {
        self.everything
    }
}
