//! What documents a report: put beside it, and taken away again.

use pejl_domain::rounds::{Evidence, EvidenceKind};
use pejl_kernel::{ElementId, EvidenceId, Line, RoundId};
use pejl_policy::{Action, Actor, Sight};
use pejl_store::{queue_writers, rounds};

use crate::desk::Desk;
use crate::ending::Ending;

use super::taking::{person, take_report, take_round};

/// What somebody puts beside a report, as it came.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Attached {
    /// An address on the web.
    Link(String),
    /// A figure in words.
    Figure(Line<200>),
    /// A file: what it is called, and its bytes. It is what its bytes are, whatever it is called.
    File {
        /// Its name.
        name: String,
        /// Its bytes.
        bytes: Vec<u8>,
    },
}

impl Attached {
    fn judged(&self) -> Result<EvidenceKind, pejl_domain::Refused> {
        match self {
            Self::Link(address) => EvidenceKind::link(address),
            Self::Figure(figure) => Ok(EvidenceKind::Figure(figure.clone())),
            Self::File { name, bytes } => EvidenceKind::file(name, bytes),
        }
    }

    fn bytes(&self) -> Option<&[u8]> {
        match self {
            Self::Link(_) | Self::Figure(_) => None,
            Self::File { bytes, .. } => Some(bytes),
        }
    }
}

/// Puts a piece of evidence beside a report. The same piece under the same title, put there by the same person, is the one that
/// stands there: pressing twice does no harm.
///
/// # Errors
/// Not found, denied, refused where it is not what it says or by [`Evidence::attach`], or a fault.
pub async fn attach_evidence(
    desk: &mut Desk,
    round: RoundId,
    goal: ElementId,
    title: Line<200>,
    attached: Attached,
) -> Result<EvidenceId, Ending> {
    let (model, municipality) = (desk.model(), desk.municipality());
    queue_writers(&mut desk.tx, municipality).await?;
    let round = take_round(desk, round).await?;
    let taken = take_report(desk, &round, goal).await?;
    let permit = desk.ask(Action::WriteReport, &taken.facts)?;
    let kind = attached.judged()?;
    let piece =
        Evidence { id: EvidenceId::new(desk.mint()), round: round.id, goal, title, kind, by: person(&permit)?, at: desk.at };
    let whole = Sight::of(&Actor::operator(municipality, desk.today()));
    let is_same = |stands: &Evidence| Evidence { id: stands.id, at: stands.at, ..piece.clone() } == *stands;
    if let Some(stands) = rounds::evidence_of(&mut desk.tx, &whole, round.id, &[goal]).await?.into_iter().find(is_same) {
        return Ok(stands.id);
    }
    let (piece, event) = piece.attach(&taken.about(&model, &round), taken.report())?;
    rounds::save_evidence(&mut desk.tx, &permit, desk.at, &piece, attached.bytes(), &event).await?;
    desk.tell(event);
    Ok(piece.id)
}

/// Takes a piece of evidence away.
///
/// # Errors
/// Not found (also where it never was in this round), denied, in conflict, refused by [`Evidence::remove`], or a fault.
pub async fn remove_evidence(desk: &mut Desk, round: RoundId, id: EvidenceId) -> Result<(), Ending> {
    let (model, municipality) = (desk.model(), desk.municipality());
    queue_writers(&mut desk.tx, municipality).await?;
    let round = take_round(desk, round).await?;
    let piece = rounds::evidence(&mut desk.tx, municipality, id).await?;
    if piece.round != round.id {
        return Err(Ending::NotFound);
    }
    let taken = take_report(desk, &round, piece.goal).await?;
    let permit = desk.ask(Action::WriteReport, &taken.facts)?;
    let (piece, event) = piece.remove(&taken.about(&model, &round), taken.report())?;
    rounds::remove_evidence(&mut desk.tx, &permit, desk.at, &piece, &event).await?;
    desk.tell(event);
    Ok(())
}
