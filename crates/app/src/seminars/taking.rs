//! How a deed takes a seminar up with everything in it.

use pejl_domain::seminars::{Commission, Proposal, Workspace};
use pejl_kernel::{CommissionId, MunicipalityId, ProposalId, SeminarId};
use pejl_policy::{Action, Facts, Permit};
use pejl_store::seminars::{self, ProposalRow, StandingRow};
use pejl_store::{Tx, queue_writers};

use crate::desk::Desk;
use crate::ending::Ending;

/// A seminar with everything in it and the names that go with it.
pub(super) struct Taken {
    pub(super) workspace: Workspace,
    pub(super) proposals: Vec<ProposalRow>,
    pub(super) standing: Vec<StandingRow>,
}

/// Reads everything in a seminar. Four statements.
pub(super) async fn everything(
    tx: &mut Tx,
    municipality: MunicipalityId,
    seminar: pejl_domain::seminars::Seminar,
) -> Result<Taken, Ending> {
    let proposals = seminars::proposals(tx, municipality, seminar.id).await?;
    let commissions = seminars::commissions(tx, municipality, seminar.id).await?;
    let standing = seminars::standing(tx, municipality, &seminar).await?;
    let workspace = Workspace {
        seminar,
        proposals: proposals.iter().map(|row| row.proposal.clone()).collect(),
        commissions,
        standing: standing.iter().map(|row| row.standing.clone()).collect(),
    };
    Ok(Taken { workspace, proposals, standing })
}

/// Takes a seminar up for a deed that decides on what it reads.
pub(super) async fn take(desk: &mut Desk, id: SeminarId) -> Result<Taken, Ending> {
    let municipality = desk.municipality();
    queue_writers(&mut desk.tx, municipality).await?;
    let seminar = seminars::seminar(&mut desk.tx, municipality, id).await?;
    everything(&mut desk.tx, municipality, seminar).await
}

impl Taken {
    /// One proposal of it.
    pub(super) fn proposal(&self, id: ProposalId) -> Result<Proposal, Ending> {
        self.workspace.proposal(id).cloned().ok_or(Ending::NotFound)
    }

    /// One commission of it.
    pub(super) fn commission(&self, id: CommissionId) -> Result<Commission, Ending> {
        self.workspace.commissions.iter().find(|commission| commission.id == id).cloned().ok_or(Ending::NotFound)
    }
}

/// Leave to keep seminars.
pub(super) fn keeper(desk: &Desk) -> Result<Permit, Ending> {
    Ok(desk.ask(Action::KeepSeminar, &Facts::municipality())?)
}

/// The form was opened on the version that still stands. The save asks once more, for the moment in between.
pub(super) fn unchanged(stands: i64, version: i64) -> Result<(), Ending> {
    if stands == version { Ok(()) } else { Err(Ending::Conflict) }
}

/// A seminar with everything in it, as it stands at a desk.
pub(crate) async fn workspace(desk: &mut Desk, id: SeminarId) -> Result<Workspace, Ending> {
    Ok(take(desk, id).await?.workspace)
}
