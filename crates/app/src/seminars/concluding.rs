//! Concluding a seminar: what was chosen is drafted and proposed, policies are drafted with whoever leads them, and goals of
//! route B with whoever writes them, all by the chain's own deeds and all in one transaction.

use std::collections::BTreeMap;

use pejl_domain::chain::{Content, Element};
use pejl_domain::models::{ElementSpec, Key};
use pejl_domain::seminars::{
    Commission, Proposal, ProposalKind, Route, Seminar, SeminarState, Workspace, goal_spec, policy_spec, spec_of,
};
use pejl_domain::{Refused, Sentence};
use pejl_kernel::{CommissionId, ElementId, ProposalId, Prose, SeminarId, UnitId, Years};
use pejl_store::{orgs, seminars};

use crate::chain::{self, Draft};
use crate::desk::Desk;
use crate::ending::Ending;

use super::taking::{keeper, take, unchanged};

/// What came of a seminar and is there already: it is noted instead of drafted anew. For content that is entered from a file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Known {
    /// Objectives and value markers, by their proposals.
    pub(crate) made: BTreeMap<ProposalId, ElementId>,
    /// Goals of route B, by their proposals.
    pub(crate) goals: BTreeMap<ProposalId, ElementId>,
    /// Policies, by their commissions.
    pub(crate) policies: BTreeMap<CommissionId, ElementId>,
}

/// Concludes a seminar: its objectives are proposed, or wait as drafts where the model asks for more than the seminar said.
/// `turns` is how many turns the seminar had taken when somebody saw what would come of it; `despite` says that they saw that
/// the number is not the one meant. Concluding what is concluded gives it back as it stands.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Workspace::conclude`] or by the chain, or a fault.
pub async fn conclude_seminar(desk: &mut Desk, id: SeminarId, turns: i64, despite: bool) -> Result<Seminar, Ending> {
    conclude_with(desk, id, turns, despite, &Known::default()).await
}

/// As [`conclude_seminar`], noting what is there already.
pub(crate) async fn conclude_with(
    desk: &mut Desk,
    id: SeminarId,
    turns: i64,
    despite: bool,
    known: &Known,
) -> Result<Seminar, Ending> {
    let (model, today) = (desk.model(), desk.today());
    let workspace = take(desk, id).await?.workspace;
    let permit = keeper(desk)?;
    if workspace.seminar.state == SeminarState::Concluded {
        return Ok(workspace.seminar);
    }
    unchanged(workspace.seminar.turns, turns)?;
    let (mut seminar, event) = workspace.conclude(&model, today, despite)?;

    let mut made: BTreeMap<ProposalId, ElementId> = BTreeMap::new();
    for kind in ProposalKind::ALL {
        for proposal in workspace.chosen(*kind) {
            let element = match known.made.get(&proposal.id) {
                Some(there) => *there,
                None => propose(desk, &workspace, proposal).await?,
            };
            made.insert(proposal.id, element);
        }
    }
    let mut goals: BTreeMap<ProposalId, ElementId> = BTreeMap::new();
    for proposal in workspace.chosen(ProposalKind::Objective) {
        let Some(objective) = made.get(&proposal.id).copied() else { continue };
        let goal = match (known.goals.get(&proposal.id), &proposal.route) {
            (Some(there), _) => Some(*there),
            (None, Some(Route::Goal(_))) => draft_goal(desk, &workspace, proposal, objective).await?,
            (None, Some(Route::Policy) | None) => None,
        };
        goals.extend(goal.map(|goal| (proposal.id, goal)));
    }
    for commission in &workspace.commissions {
        let policy = match known.policies.get(&commission.id) {
            Some(there) => *there,
            None => commissioned(desk, &workspace, commission, &made).await?,
        };
        seminars::save_policy(&mut desk.tx, &permit, commission.id, policy).await?;
    }
    for (proposal, element) in made {
        seminars::save_made(&mut desk.tx, &permit, proposal, element, goals.get(&proposal).copied()).await?;
    }
    seminars::freeze_standing(&mut desk.tx, &permit, seminar.id).await?;
    seminars::save_seminar(&mut desk.tx, &permit, desk.at, &seminar, &event).await?;
    seminar.version += 1;
    seminar.turns += 1;
    desk.tell(event);
    Ok(seminar)
}

/// The years from the seminar to the end of its council term.
fn years(workspace: &Workspace) -> Option<Years> {
    let year = workspace.seminar.year;
    Years::new(year, Years::term_of(year).to)
}

/// A longer text of the same words: what a proposal holds always fits an element.
fn prose(text: &str) -> Prose {
    Prose::parse(text).unwrap_or_default()
}

fn gone() -> Ending {
    Refused::because(Sentence::new("refused-seminar-not-in-model")).into()
}

/// Drafts what was chosen and puts it before whoever adopts it; a value marker that nobody adopts comes in force.
async fn propose(desk: &mut Desk, workspace: &Workspace, proposal: &Proposal) -> Result<ElementId, Ending> {
    let model = desk.model();
    let spec = spec_of(&model, proposal.kind).ok_or_else(gone)?;
    let year = workspace.seminar.year;
    let element = draft(desk, workspace, spec, workspace.seminar.body, proposal.as_content(year), Vec::new()).await?;
    let is_ready = proposal.lacks(&model, year).is_empty() && !spec.tied;
    if is_ready && spec.adopts.is_some() {
        chain::propose_element(desk, element.id, element.version).await?;
    } else if is_ready {
        chain::put_in_force(desk, element.id, element.version).await?;
    }
    Ok(element.id)
}

async fn draft(
    desk: &mut Desk,
    workspace: &Workspace,
    spec: &ElementSpec,
    owner: UnitId,
    content: Content,
    under: Vec<ElementId>,
) -> Result<Element, Ending> {
    let draft = Draft { spec: spec.key.clone(), owner, year: workspace.seminar.year, content, under, beside: Vec::new() };
    chain::draft_element(desk, draft).await
}

/// Drafts the goal of route B with the unit that writes it, under its objective.
async fn draft_goal(
    desk: &mut Desk,
    workspace: &Workspace,
    proposal: &Proposal,
    objective: ElementId,
) -> Result<Option<ElementId>, Ending> {
    let (model, municipality) = (desk.model(), desk.municipality());
    let Some(wanted) = proposal.route.as_ref().and_then(Route::goal) else { return Ok(None) };
    let unit = orgs::unit(&mut desk.tx, municipality, wanted.unit).await?;
    let spec = goal_spec(&model, &unit.content.level).ok_or_else(gone)?;
    let mut content = Content::titled(wanted.title.clone());
    content.text = prose(wanted.text.as_str());
    content.goal.motivation = prose(proposal.content.why.as_str());
    content.horizon = years(workspace);
    Ok(Some(draft(desk, workspace, spec, unit.id, content, vec![objective]).await?.id))
}

/// Drafts the policy that is asked for, with whoever leads it, under what it is to make concrete; a policy there is and that is
/// renewed or goes on is put under it.
async fn commissioned(
    desk: &mut Desk,
    workspace: &Workspace,
    commission: &Commission,
    made: &BTreeMap<ProposalId, ElementId>,
) -> Result<ElementId, Ending> {
    let content = &commission.content;
    let mut under: Vec<ElementId> = workspace.served(commission).filter_map(|proposal| made.get(&proposal.id).copied()).collect();
    under.extend(&content.objectives);
    if let Some(existing) = content.existing.filter(|_| !commission.is_drafted()) {
        for objective in under {
            chain::tie_element(desk, existing, objective).await?;
        }
        return Ok(existing);
    }
    let (owner, level) = home(desk, content.lead).await?;
    let model = desk.model();
    let spec = policy_spec(&model, &level).ok_or_else(gone)?;
    let mut written = Content::titled(content.title.clone());
    written.text = prose(content.task.as_str());
    written.horizon = years(workspace);
    Ok(draft(desk, workspace, spec, owner, written, under).await?.id)
}

/// The unit that owns a policy when another leads the work: itself, else the nearest above it whose level may own one.
async fn home(desk: &mut Desk, lead: UnitId) -> Result<(UnitId, Key), Ending> {
    let (model, municipality) = (desk.model(), desk.municipality());
    let line = orgs::line(&mut desk.tx, municipality, lead).await?;
    let home = line.into_iter().find(|unit| policy_spec(&model, &unit.level).is_some());
    home.map(|unit| (unit.id, unit.level)).ok_or_else(gone)
}
