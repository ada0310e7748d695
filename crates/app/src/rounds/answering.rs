//! A unit's own assessment, a parent's own mark, and what comes back down (K4, K5).

use pejl_domain::chain::Element;
use pejl_domain::models::Key;
use pejl_domain::rounds::{Assessment, ConsequenceGiven, Feedback, FeedbackKind, Judgement, Mark, Round};
use pejl_kernel::{ConsequenceId, ElementId, FeedbackId, Prose, RoundId, UnitId};
use pejl_policy::Action;
use pejl_store::{chain, orgs, queue_writers, rounds};

use crate::desk::Desk;
use crate::ending::Ending;

use super::taking::{feedback_facts, is_under, person, stamp, take_round, unchanged, unit_facts};

/// Writes a unit's own assessment of what is below it, and what it asks of its receiver. `version` is the one the form was
/// opened on, 0 where there was none.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Assessment::write`], or a fault.
pub async fn assess(
    desk: &mut Desk,
    round: RoundId,
    unit: UnitId,
    version: i64,
    text: Prose,
    asked: Prose,
) -> Result<Assessment, Ending> {
    let (model, municipality) = (desk.model(), desk.municipality());
    queue_writers(&mut desk.tx, municipality).await?;
    let round = take_round(desk, round).await?;
    let unit = orgs::unit(&mut desk.tx, municipality, unit).await?;
    let facts = desk.facts_of(unit.id).await?;
    let permit = desk.ask(Action::Assess, &facts)?;
    let stands = rounds::assessment(&mut desk.tx, municipality, round.id, unit.id).await?;
    unchanged(stands.map_or(0, |a| a.version), version)?;
    let assessment = Assessment { round: round.id, unit: unit.id, text, asked, stamp: stamp(desk, &permit)?, version };
    let (mut assessment, event) = assessment.write(&model, &round, unit.content.name.as_str())?;
    rounds::save_assessment(&mut desk.tx, &permit, desk.at, &assessment, &event).await?;
    assessment.version += 1;
    desk.tell(event);
    Ok(assessment)
}

/// Judges an objective, a policy, a guidepost or a focus area, with the marks below beside. `version` is the one the form was
/// opened on, 0 where it was not judged before.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Judgement::write`], or a fault.
pub async fn judge(
    desk: &mut Desk,
    round: RoundId,
    element: ElementId,
    version: i64,
    mark: Mark,
    grounds: Prose,
) -> Result<Judgement, Ending> {
    let (model, municipality) = (desk.model(), desk.municipality());
    queue_writers(&mut desk.tx, municipality).await?;
    let round = take_round(desk, round).await?;
    let element = chain::element_seen(&mut desk.tx, &desk.sight, element).await?;
    let facts = desk.facts_of(element.owner).await?;
    let permit = desk.ask(Action::Assess, &facts)?;
    let stands = rounds::judgement(&mut desk.tx, municipality, round.id, element.id).await?;
    unchanged(stands.map_or(0, |j| j.version), version)?;
    let judgement = Judgement { round: round.id, element: element.id, mark, grounds, stamp: stamp(desk, &permit)?, version };
    let (mut judgement, event) = judgement.write(&model, &round, &element)?;
    rounds::save_judgement(&mut desk.tx, &permit, desk.at, &judgement, &event).await?;
    judgement.version += 1;
    desk.tell(event);
    Ok(judgement)
}

/// Whose follow-up is answered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FeedbackTo {
    /// The unit.
    pub unit: UnitId,
    /// The goal it is about; `None` where it is about all of it.
    pub goal: Option<ElementId>,
}

/// Answers units' follow-up in the same words, all of them or none. What was said already about the same in the same words is
/// said: pressing twice does no harm.
///
/// # Errors
/// Not found (also a goal that was not asked of the unit or below it), denied (also where `from` does not receive a unit's
/// follow-up), refused by [`Feedback::give`], or a fault.
pub async fn give_feedback(
    desk: &mut Desk,
    round: RoundId,
    from: UnitId,
    to: &[FeedbackTo],
    kind: FeedbackKind,
    text: Prose,
) -> Result<Vec<FeedbackId>, Ending> {
    let (model, municipality) = (desk.model(), desk.municipality());
    queue_writers(&mut desk.tx, municipality).await?;
    let round = take_round(desk, round).await?;
    let said = rounds::feedback_from(&mut desk.tx, &desk.sight, round.id, from).await?;
    let mut given = Vec::with_capacity(to.len());
    for to in to {
        let unit = orgs::unit(&mut desk.tx, municipality, to.unit).await?;
        let facts = feedback_facts(&mut desk.tx, &desk.sight, &desk.place, from, unit.id).await?;
        let permit = desk.ask(Action::GiveFeedback, &facts)?;
        let goal = goal_asked(desk, &round, unit.id, to.goal).await?;
        let feedback = Feedback {
            id: FeedbackId::new(desk.mint()),
            round: round.id,
            from,
            to: unit.id,
            goal: to.goal,
            kind,
            text: text.clone(),
            stamp: stamp(desk, &permit)?,
            answer: Prose::default(),
            answered: None,
            version: 0,
        };
        let (feedback, event) = feedback.give(&model, &round, unit.content.name.as_str(), goal.as_ref())?;
        let is_said = |row: &&rounds::FeedbackRow| {
            let seen = &row.seen;
            (seen.to.id, row.goal, seen.kind, seen.text.as_str()) == (unit.id, feedback.goal, kind, feedback.text.as_str())
        };
        if let Some(stands) = said.iter().find(is_said) {
            given.push(stands.seen.id);
            continue;
        }
        rounds::save_feedback(&mut desk.tx, &permit, desk.at, &feedback, &event).await?;
        desk.tell(event);
        given.push(feedback.id);
    }
    Ok(given)
}

/// A goal that was asked of a unit, or below it.
async fn goal_asked(desk: &mut Desk, round: &Round, unit: UnitId, goal: Option<ElementId>) -> Result<Option<Element>, Ending> {
    let municipality = desk.municipality();
    let Some(goal) = goal else { return Ok(None) };
    let asked = rounds::report(&mut desk.tx, municipality, round.id, goal).await?;
    if !is_under(&mut desk.tx, municipality, asked.report.unit, unit).await? {
        return Err(Ending::NotFound);
    }
    Ok(Some(chain::element(&mut desk.tx, municipality, goal).await?))
}

/// Answers a question or a request for the unit.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Feedback::answer`], or a fault.
pub async fn answer_feedback(desk: &mut Desk, id: FeedbackId, version: i64, answer: Prose) -> Result<Feedback, Ending> {
    let (model, municipality) = (desk.model(), desk.municipality());
    queue_writers(&mut desk.tx, municipality).await?;
    let feedback = rounds::feedback(&mut desk.tx, municipality, id).await?;
    let round = take_round(desk, feedback.round).await?;
    let unit = orgs::unit(&mut desk.tx, municipality, feedback.to).await?;
    let mut facts = desk.facts_of(unit.id).await?;
    if let Some(goal) = feedback.goal {
        let asked = rounds::report(&mut desk.tx, municipality, round.id, goal).await?;
        facts.answers = asked.responsible.into_iter().collect();
    }
    let permit = desk.ask(Action::AnswerFeedback, &facts)?;
    unchanged(feedback.version, version)?;
    let (mut feedback, event) = feedback.answer(&model, &round, unit.content.name.as_str(), answer, person(&permit)?, desk.at)?;
    rounds::save_feedback(&mut desk.tx, &permit, desk.at, &feedback, &event).await?;
    feedback.version += 1;
    desk.tell(event);
    Ok(feedback)
}

/// Records what followed for a unit, from the model's list; once, however often the button is pressed.
///
/// # Errors
/// Not found (also a goal that was not asked of the unit or below it), denied, refused by [`ConsequenceGiven::give`], or a
/// fault.
pub async fn give_consequence(
    desk: &mut Desk,
    round: RoundId,
    unit: UnitId,
    goal: Option<ElementId>,
    consequence: &Key,
    grounds: Prose,
) -> Result<ConsequenceId, Ending> {
    let (model, municipality) = (desk.model(), desk.municipality());
    queue_writers(&mut desk.tx, municipality).await?;
    let round = take_round(desk, round).await?;
    let unit = orgs::unit(&mut desk.tx, municipality, unit).await?;
    let facts = unit_facts(&mut desk.tx, &desk.sight, &desk.place, unit.id).await?;
    let permit = desk.ask(Action::GiveConsequence, &facts)?;
    let about = goal_asked(desk, &round, unit.id, goal).await?;
    let given = ConsequenceGiven {
        id: ConsequenceId::new(desk.mint()),
        round: round.id,
        unit: unit.id,
        goal,
        consequence: consequence.clone(),
        grounds,
        stamp: stamp(desk, &permit)?,
    };
    let (given, event) = given.give(&model, &round, unit.content.name.as_str(), about.as_ref())?;
    if let Some(stands) = rounds::same_consequence(&mut desk.tx, municipality, &given).await? {
        return Ok(stands);
    }
    rounds::save_consequence(&mut desk.tx, &permit, desk.at, &given, &event).await?;
    desk.tell(event);
    Ok(given.id)
}
