//! What a seminar asks committees for, and what becomes of the objectives and value markers in force.

use pejl_domain::models::ElementKind;
use pejl_domain::seminars::{Commission, CommissionContent, Route, Standing, Verdict, policy_spec};
use pejl_domain::{Event, Refused, Sentence};
use pejl_kernel::{CommissionId, ElementId, SeminarId};
use pejl_policy::Permit;
use pejl_store::{chain, orgs, seminars};

use crate::desk::Desk;
use crate::ending::Ending;

use super::taking::{Taken, keeper, take, unchanged};

/// Asks committees for a policy. The chosen objectives it is for take route A by that.
///
/// # Errors
/// Not found, denied, refused by [`Commission::ask`] or where its lead cannot own a policy, or a fault.
pub async fn ask_commission(desk: &mut Desk, seminar: SeminarId, content: CommissionContent) -> Result<Commission, Ending> {
    let model = desk.model();
    let taken = take(desk, seminar).await?;
    let permit = keeper(desk)?;
    possible(desk, &content).await?;
    let id = CommissionId::new(desk.mint());
    let (commission, event) = Commission::ask(id, &model, &taken.workspace, content)?;
    save(desk, &permit, &taken, commission, event).await
}

/// Asks for it otherwise.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Commission::change`] or where its lead cannot own a policy, or a fault.
pub async fn change_commission(
    desk: &mut Desk,
    seminar: SeminarId,
    id: CommissionId,
    version: i64,
    content: CommissionContent,
) -> Result<Commission, Ending> {
    let model = desk.model();
    let taken = take(desk, seminar).await?;
    let permit = keeper(desk)?;
    let commission = taken.commission(id)?;
    unchanged(commission.version, version)?;
    possible(desk, &content).await?;
    let (commission, event) = commission.change(&model, &taken.workspace, content)?;
    save(desk, &permit, &taken, commission, event).await
}

/// Asks for it no more. The objectives it was for keep their route, and wait for another commission.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Commission::drop_it`], or a fault.
pub async fn drop_commission(desk: &mut Desk, seminar: SeminarId, id: CommissionId, version: i64) -> Result<(), Ending> {
    let model = desk.model();
    let taken = take(desk, seminar).await?;
    let permit = keeper(desk)?;
    let commission = taken.commission(id)?;
    unchanged(commission.version, version)?;
    let ((), event) = commission.drop_it(&taken.workspace.seminar, &model)?;
    seminars::remove_commission(&mut desk.tx, &permit, desk.at, &commission, &event).await?;
    desk.tell(event);
    Ok(())
}

async fn save(
    desk: &mut Desk,
    permit: &Permit,
    taken: &Taken,
    mut commission: Commission,
    event: Event,
) -> Result<Commission, Ending> {
    let model = desk.model();
    seminars::save_commission(&mut desk.tx, permit, desk.at, &commission, &event).await?;
    commission.version += 1;
    desk.tell(event);
    let served = commission.content.serves.iter().filter_map(|id| taken.workspace.proposal(*id));
    for proposal in served.filter(|proposal| proposal.route.is_none()) {
        let (proposal, event) = proposal.clone().take_route(&taken.workspace.seminar, &model, Route::Policy)?;
        seminars::save_proposal(&mut desk.tx, permit, desk.at, &proposal, &event).await?;
        desk.tell(event);
    }
    Ok(commission)
}

/// Whether there are such units and such elements: the lead, or a unit above it, can own a policy; the others are open; the
/// policy there is, is one; and what is taken in is a goal.
async fn possible(desk: &mut Desk, content: &CommissionContent) -> Result<(), Ending> {
    let (model, municipality, today) = (desk.model(), desk.municipality(), desk.today());
    let lead = orgs::unit(&mut desk.tx, municipality, content.lead).await?;
    let line = orgs::line(&mut desk.tx, municipality, lead.id).await?;
    let can_own = line.iter().any(|unit| policy_spec(&model, &unit.level).is_some());
    if !can_own || !lead.is_open(today) {
        let sentence = Sentence::new("refused-commission-lead").text("unit", lead.content.name.as_str());
        return Err(Refused::at("lead", sentence).into());
    }
    let open = orgs::unit_options(&mut desk.tx, &desk.sight).await?;
    if !content.others.iter().all(|other| open.iter().any(|unit| unit.id == *other)) {
        return Err(Ending::NotFound);
    }
    if let Some(existing) = content.existing {
        let policy = chain::element_seen(&mut desk.tx, &desk.sight, existing).await?;
        if policy.kind != ElementKind::Policy || !policy.state.is_live() {
            let sentence = policy.sentence(&model, "refused-commission-existing-is-no-policy");
            return Err(Refused::at("existing", sentence).into());
        }
    }
    let goals = chain::elements(&mut desk.tx, municipality, &content.takes_in).await?;
    let are_goals = goals.len() == content.takes_in.len() && goals.iter().all(|goal| goal.kind == ElementKind::Goal);
    if are_goals { Ok(()) } else { Err(Ending::NotFound) }
}

/// Says what an objective or a value marker in force is to become. `version` is 0 while nobody has said anything.
///
/// # Errors
/// Not found, also for what is not in force; denied, in conflict, refused by [`Standing::weigh`], or a fault.
pub async fn weigh_standing(
    desk: &mut Desk,
    seminar: SeminarId,
    element: ElementId,
    version: i64,
    verdict: Verdict,
) -> Result<Standing, Ending> {
    let model = desk.model();
    let taken = take(desk, seminar).await?;
    let permit = keeper(desk)?;
    let row = taken.standing.iter().find(|row| row.element.id == element).ok_or(Ending::NotFound)?;
    unchanged(row.standing.version, version)?;
    let (mut standing, event) = row.standing.clone().weigh(&taken.workspace.seminar, &model, &row.element, verdict)?;
    seminars::save_standing(&mut desk.tx, &permit, desk.at, seminar, &standing, &event).await?;
    standing.version += 1;
    desk.tell(event);
    Ok(standing)
}
