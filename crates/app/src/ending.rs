//! The ways a deed can end other than done.

use pejl_domain::Refused;
use pejl_policy::Denied;
use pejl_store::{Fault, Miss};

/// Why a deed was not done. With *done* these are the six endings; `web` turns each into a page in one place.
#[derive(Debug)]
pub enum Ending {
    /// There is no such thing, or this actor may not see it.
    NotFound,
    /// The actor sees it but may not do this to it.
    Denied(Denied),
    /// A rule says no, and says what would be right.
    Refused(Refused),
    /// Somebody else saved it in the meantime; nothing of either text is lost.
    Conflict,
    /// Something is broken on our side.
    Fault(Fault),
}

impl From<Denied> for Ending {
    fn from(denied: Denied) -> Self {
        Self::Denied(denied)
    }
}

impl From<Refused> for Ending {
    fn from(refused: Refused) -> Self {
        Self::Refused(refused)
    }
}

impl From<Fault> for Ending {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl From<Miss> for Ending {
    fn from(miss: Miss) -> Self {
        match miss {
            Miss::NotFound => Self::NotFound,
            Miss::Stale => Self::Conflict,
            Miss::Fault(fault) => Self::Fault(fault),
        }
    }
}
