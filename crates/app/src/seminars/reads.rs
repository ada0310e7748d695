//! What the pages of goal seminars show.

use jiff::civil::date;
use pejl_domain::models::{ElementKind, Key};
use pejl_domain::rounds::Judgement;
use pejl_domain::seminars::{Seminar, SeminarState, Workspace, policy_spec};
use pejl_kernel::{ElementId, UnitId};
use pejl_policy::{Action, Actor, Denied, Facts, Sight, decide};
use pejl_store::audit::{self, Line};
use pejl_store::chain::Mention;
use pejl_store::orgs::{self, UnitInLine};
use pejl_store::rounds::{self, UnitSpread};
use pejl_store::seminars::{self, Origin, ProposalRow, SeminarRow, StandingRow, WaitingGoal};
use pejl_store::{Fault, Tx};

use crate::ending::Ending;
use crate::office::Place;

use super::taking::{Taken, everything};

/// How many lines of history a page shows, and how many closed rounds are looked through for the last before a seminar.
const MOST_LINES: i64 = 60;
const MOST_ROUNDS: i64 = 24;

/// Every seminar, newest first.
///
/// # Errors
/// A fault of the database.
pub async fn seminars(tx: &mut Tx, sight: &Sight) -> Result<Vec<SeminarRow>, Fault> {
    seminars::seminars(tx, sight).await
}

/// Whether somebody keeps seminars.
pub fn may_keep(actor: &Actor) -> bool {
    decide(actor, Action::KeepSeminar, &Facts::municipality()).is_ok()
}

/// Whether somebody sees what is in a seminar: once it is concluded everybody does who is logged in; before, those who may put
/// proposals before it.
///
/// # Errors
/// [`Denied`], saying who does.
pub fn may_see(actor: &Actor, seminar: &Seminar) -> Result<(), Denied> {
    match seminar.state {
        SeminarState::Concluded => Ok(()),
        SeminarState::Collecting | SeminarState::Prioritising | SeminarState::Cancelled => {
            decide(actor, Action::GiveProposal, &Facts::municipality()).map(drop)
        }
    }
}

/// What a seminar is told beforehand: how the last closed round before it went.
#[derive(Clone, PartialEq, Debug)]
pub struct Material {
    /// The marks of everything below the body that holds the seminar.
    pub spread: UnitSpread,
    /// How the objectives themselves were judged.
    pub judgements: Vec<Judgement>,
}

/// A seminar with everything its page shows.
#[derive(Clone, PartialEq, Debug)]
pub struct SeminarPage {
    /// The seminar with everything in it.
    pub workspace: Workspace,
    /// The proposals with who they come from, in their order.
    pub proposals: Vec<ProposalRow>,
    /// The objectives and value markers in force, as they are now.
    pub standing: Vec<StandingRow>,
    /// Every open unit, for names and for choosing.
    pub units: Vec<UnitInLine>,
    /// What came of it and what it points to, as far as the reader sees it.
    pub elements: Vec<Mention>,
    /// The goals of earlier years' route B that wait for a policy, or found one.
    pub waiting: Vec<WaitingGoal>,
    /// How the last round went; `None` where none was closed before it.
    pub material: Option<Material>,
    /// Its history, newest first.
    pub history: Vec<Line>,
}

impl SeminarPage {
    /// An element as it is named; `None` where the reader does not see it.
    pub fn element(&self, id: ElementId) -> Option<&Mention> {
        self.elements.iter().find(|mention| mention.id == id)
    }

    /// A unit's name; empty where it is closed now and was never asked for by name.
    pub fn unit(&self, id: UnitId) -> Option<&UnitInLine> {
        self.units.iter().find(|unit| unit.id == id)
    }
}

/// The seminar of a year. The number of statements does not depend on how much is in it.
///
/// # Errors
/// Not found, denied while it runs, or a fault.
pub async fn seminar_page(tx: &mut Tx, sight: &Sight, actor: &Actor, year: i16) -> Result<SeminarPage, Ending> {
    let municipality = sight.municipality();
    let seminar = seminars::seminar_of(tx, municipality, year).await?;
    may_see(actor, &seminar)?;
    let (id, body, held) = (seminar.id, seminar.body, seminar.frame.held_on.or(seminar.concluded_on));
    let Taken { workspace, proposals, standing } = everything(tx, municipality, seminar).await?;
    let made = workspace.proposals.iter().flat_map(|p| [p.made, p.goal]);
    let asked = workspace.commissions.iter().flat_map(|c| [c.policy, c.content.existing]);
    let taken_in = workspace.commissions.iter().flat_map(|c| c.content.takes_in.iter().chain(&c.content.objectives).copied());
    let ids: Vec<ElementId> = made.chain(asked).flatten().chain(taken_in).collect();
    let spreads = rounds::spreads_of_unit(tx, sight, body, MOST_ROUNDS).await?;
    let before = held.unwrap_or_else(|| date(year, 12, 31));
    let material = match spreads.into_iter().find(|spread| spread.round.cut_off < before) {
        Some(spread) => {
            let judgements = rounds::judgements_by_owner(tx, sight, spread.round.id, body).await?;
            Some(Material { spread, judgements })
        }
        None => None,
    };
    Ok(SeminarPage {
        elements: seminars::mentions(tx, sight, &ids).await?,
        waiting: seminars::waiting_goals(tx, sight, year).await?,
        units: orgs::unit_options(tx, sight).await?,
        history: audit::history(tx, sight, id.0, MOST_LINES).await?,
        workspace,
        proposals,
        standing,
        material,
    })
}

/// The policies in force, for saying which one a commission replaces, renews or continues.
///
/// # Errors
/// A fault of the database.
pub async fn policies_in_force(tx: &mut Tx, sight: &Sight, place: &Place) -> Result<Vec<Mention>, Fault> {
    use pejl_domain::chain::StateName;
    use pejl_store::overview::{self, ListAsk, Narrow, Shape, Sort};
    let ask = ListAsk {
        shape: Shape::only(&place.model, |spec| spec.kind == ElementKind::Policy),
        narrow: Narrow { states: vec![StateName::Adopted], ..Narrow::default() },
        sort: Sort::Column,
        most: 200,
        ..ListAsk::default()
    };
    if ask.shape.columns.is_empty() {
        return Ok(Vec::new());
    }
    let (rows, _) = overview::list(tx, sight, &ask).await?;
    Ok(rows.into_iter().map(|row| row.element).collect())
}

/// The units that can lead work on a policy, or take part in it: those that may own one, and politicians' bodies below such.
pub fn policy_homes<'u>(place: &Place, units: &'u [UnitInLine]) -> Vec<&'u UnitInLine> {
    use pejl_domain::models::BodyKind;
    let model = &place.model;
    let is_political = |unit: &UnitInLine| {
        let body = model.level(&unit.level).map(|level| level.body);
        matches!(body, Some(BodyKind::Council | BodyKind::Committee | BodyKind::FinanceCommittee))
    };
    let above = |key: &Key| model.level(key).and_then(|level| level.above.clone());
    // A model's levels run in no circle; the limit is for one that did.
    let levels = |unit: &UnitInLine| std::iter::successors(Some(unit.level.clone()), above).take(model.levels.len());
    let can_own = |unit: &UnitInLine| levels(unit).any(|level| policy_spec(model, &level).is_some());
    let owns = |unit: &UnitInLine| policy_spec(model, &unit.level).is_some();
    units.iter().filter(|unit| owns(unit) || (is_political(unit) && can_own(unit))).collect()
}

/// What concluded seminars have to do with an element.
///
/// # Errors
/// A fault of the database.
pub async fn origins(tx: &mut Tx, sight: &Sight, element: ElementId) -> Result<Vec<Origin>, Fault> {
    seminars::origins(tx, sight.municipality(), element).await
}
