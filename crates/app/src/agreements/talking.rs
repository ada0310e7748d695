//! What is said about an agreement before it is made: the groups that are heard, and the negotiation about a goal.

use pejl_domain::agreements::{AgreementVerb, Answering, Counter, Hearing, Proposal, Proposing, Reply, Side};
use pejl_domain::chain::Element;
use pejl_domain::models::Heard;
use pejl_kernel::{AgreementId, CounterId, ElementId, HearingId, Line, PersonId, Prose};
use pejl_policy::{Action, Permit};
use pejl_store::{agreements, chain, queue_writers};

use crate::chain::taking as elements;
use crate::desk::Desk;
use crate::ending::Ending;

use super::taking::{Taken, denied, signer, take_up};

/// What a group said, as somebody writes it down.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HearingGiven {
    /// Which group.
    pub group: Heard,
    /// Who spoke for it.
    pub from: Line<200>,
    /// What was said.
    pub text: Prose,
}

/// A counter-proposal, as somebody makes it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CounterGiven {
    /// The goal.
    pub goal: ElementId,
    /// What is proposed instead.
    pub proposal: Proposal,
    /// Why.
    pub because: Prose,
}

/// Writes down what a group said, today. The same words written down by the same person the same day are those that stand:
/// pressing twice does no harm.
///
/// # Errors
/// Not found, denied, refused by [`Hearing::give`], or a fault.
pub async fn give_hearing(desk: &mut Desk, id: AgreementId, given: HearingGiven) -> Result<Hearing, Ending> {
    let model = desk.model();
    let municipality = desk.municipality();
    queue_writers(&mut desk.tx, municipality).await?;
    let Taken { agreement, parties } = take_up(desk, id).await?;
    let permit = parties.decide(&desk.actor, AgreementVerb::GiveInput)?;
    let hearing = Hearing {
        id: HearingId::new(desk.mint()),
        agreement: agreement.id,
        group: given.group,
        from: given.from,
        text: given.text,
        by: signer(&permit)?,
        on: desk.today(),
    };
    let (hearing, event) = hearing.give(&model, &agreement, desk.today())?;
    let stand = agreements::hearings(&mut desk.tx, municipality, id).await?;
    if let Some(stands) = stand.into_iter().find(|stands| Hearing { id: stands.id, ..hearing.clone() } == *stands) {
        return Ok(stands);
    }
    agreements::save_hearing(&mut desk.tx, &permit, desk.at, &hearing, &event).await?;
    desk.tell(event);
    Ok(hearing)
}

/// Somebody who negotiates, with what they do it on.
struct Seat {
    taken: Taken,
    goal: Element,
    side: Side,
    by: PersonId,
    permit: Permit,
}

/// Seats somebody at the negotiation about a goal. The goal is the agreement's to show: who sees the one negotiates the other.
async fn sit_down(desk: &mut Desk, id: AgreementId, goal: ElementId) -> Result<Seat, Ending> {
    let municipality = desk.municipality();
    queue_writers(&mut desk.tx, municipality).await?;
    let taken = take_up(desk, id).await?;
    let permit = taken.parties.decide(&desk.actor, AgreementVerb::Negotiate)?;
    let side = taken.parties.side_of(&desk.actor).ok_or_else(|| denied(Action::NegotiateAgreement))?;
    let goal = chain::element(&mut desk.tx, municipality, goal).await?;
    let by = signer(&permit)?;
    Ok(Seat { taken, goal, side, by, permit })
}

/// Proposes another text, target or deadline of a goal. The side follows from who acts.
///
/// # Errors
/// Not found (also where the agreement does not hold the goal), denied, refused by [`Counter::propose`], or a fault.
pub async fn counter(desk: &mut Desk, id: AgreementId, given: CounterGiven) -> Result<Counter, Ending> {
    let model = desk.model();
    let municipality = desk.municipality();
    let seat = sit_down(desk, id, given.goal).await?;
    if !seat.taken.agreement.content.goals.iter().any(|line| line.goal == given.goal) {
        return Err(Ending::NotFound);
    }
    let others = agreements::open_counters(&mut desk.tx, municipality, id).await?;
    let proposing = Proposing {
        id: CounterId::new(desk.mint()),
        side: seat.side,
        by: seat.by,
        at: desk.at,
        proposal: given.proposal,
        because: given.because,
    };
    let (counter, event) = Counter::propose(&model, &seat.taken.agreement, &seat.goal, proposing, &others)?;
    save(desk, &seat.permit, counter, event).await
}

/// Answers a counter-proposal of the other side. What is accepted changes the goal at once. `version` is the
/// counter-proposal's.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Counter::answer`] or by [`Element::edit`], or a fault.
pub async fn answer_counter(
    desk: &mut Desk,
    id: AgreementId,
    counter: CounterId,
    version: i64,
    reply: Reply,
) -> Result<Counter, Ending> {
    let model = desk.model();
    let counter = taken_counter(desk, id, counter).await?;
    let seat = sit_down(desk, id, counter.goal).await?;
    unchanged(&counter, version)?;
    let answering = Answering { side: seat.side, by: seat.by, at: desk.at, reply };
    let answered = counter.answer(&model, &seat.taken.agreement, &seat.goal, answering)?;
    if let Some(content) = answered.content {
        let (goal, event) = seat.goal.edit(&model, content)?;
        elements::save(desk, &seat.permit, goal, event).await?;
    }
    save(desk, &seat.permit, answered.counter, answered.event).await
}

/// Takes a counter-proposal of one's own side back. `version` is the counter-proposal's.
///
/// # Errors
/// Not found, denied, in conflict, refused by [`Counter::take_back`], or a fault.
pub async fn take_back_counter(desk: &mut Desk, id: AgreementId, counter: CounterId, version: i64) -> Result<Counter, Ending> {
    let model = desk.model();
    let counter = taken_counter(desk, id, counter).await?;
    let seat = sit_down(desk, id, counter.goal).await?;
    unchanged(&counter, version)?;
    let at = desk.at;
    let (counter, event) = counter.take_back(&model, &seat.taken.agreement, &seat.goal, seat.side, seat.by, at)?;
    save(desk, &seat.permit, counter, event).await
}

async fn taken_counter(desk: &mut Desk, agreement: AgreementId, id: CounterId) -> Result<Counter, Ending> {
    let municipality = desk.municipality();
    queue_writers(&mut desk.tx, municipality).await?;
    let counter = agreements::counter(&mut desk.tx, municipality, id).await?;
    if counter.agreement == agreement { Ok(counter) } else { Err(Ending::NotFound) }
}

fn unchanged(counter: &Counter, version: i64) -> Result<(), Ending> {
    if counter.version == version { Ok(()) } else { Err(Ending::Conflict) }
}

async fn save(desk: &mut Desk, permit: &Permit, mut counter: Counter, event: pejl_domain::Event) -> Result<Counter, Ending> {
    agreements::save_counter(&mut desk.tx, permit, desk.at, &counter, &event).await?;
    counter.version += 1;
    desk.tell(event);
    Ok(counter)
}
