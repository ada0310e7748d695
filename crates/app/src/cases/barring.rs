//! What is put before a body is decided on its own page too, or by a list of many. Whoever is disqualified from the case that
//! names it keeps out of it there as well.

use pejl_domain::agreements::Agreement;
use pejl_domain::cases::Adopts;
use pejl_domain::cases::deeds::fit_to_decide;
use pejl_domain::chain::Element;
use pejl_kernel::{AgreementId, ElementId, Prose};
use pejl_store::cases;

use crate::chain::DecisionGiven;
use crate::desk::Desk;
use crate::ending::Ending;
use crate::{agreements, chain};

async fn keep_out(desk: &mut Desk, things: &[Adopts]) -> Result<(), Ending> {
    let municipality = desk.municipality();
    let bars = match desk.actor.person() {
        Some(person) => cases::bars(&mut desk.tx, municipality, person).await?,
        None => Vec::new(),
    };
    Ok(fit_to_decide(&bars, things)?)
}

/// [`chain::adopt_element`], for who is not disqualified from it.
///
/// # Errors
/// Refused by [`fit_to_decide`]; and as there.
pub async fn adopt_element(desk: &mut Desk, id: ElementId, version: i64, given: DecisionGiven) -> Result<Element, Ending> {
    keep_out(desk, &[Adopts::Element(id)]).await?;
    chain::adopt_element(desk, id, version, given).await
}

/// [`chain::return_element`], for who is not disqualified from it.
///
/// # Errors
/// Refused by [`fit_to_decide`]; and as there.
pub async fn return_element(desk: &mut Desk, id: ElementId, version: i64, note: Prose) -> Result<Element, Ending> {
    keep_out(desk, &[Adopts::Element(id)]).await?;
    chain::return_element(desk, id, version, note).await
}

/// [`agreements::approve`], for who is not disqualified from it.
///
/// # Errors
/// Refused by [`fit_to_decide`]; and as there.
pub async fn approve(desk: &mut Desk, id: AgreementId, version: i64, given: Option<DecisionGiven>) -> Result<Agreement, Ending> {
    keep_out(desk, &[Adopts::Agreement(id)]).await?;
    agreements::approve(desk, id, version, given).await
}

/// [`agreements::return_agreement`], for who is not disqualified from it.
///
/// # Errors
/// Refused by [`fit_to_decide`]; and as there.
pub async fn return_agreement(desk: &mut Desk, id: AgreementId, version: i64, note: Prose) -> Result<Agreement, Ending> {
    keep_out(desk, &[Adopts::Agreement(id)]).await?;
    agreements::return_agreement(desk, id, version, note).await
}

/// [`agreements::approve_many`], for who is disqualified from none of it.
///
/// # Errors
/// Refused by [`fit_to_decide`]; and as there.
pub async fn approve_many(
    desk: &mut Desk,
    agreements: Vec<(AgreementId, i64)>,
    goals: Vec<(ElementId, i64)>,
    given: DecisionGiven,
) -> Result<(usize, usize), Ending> {
    let agreed = agreements.iter().map(|(id, _)| Adopts::Agreement(*id));
    let things: Vec<Adopts> = agreed.chain(goals.iter().map(|(id, _)| Adopts::Element(*id))).collect();
    keep_out(desk, &things).await?;
    crate::agreements::approve_many(desk, agreements, goals, given).await
}
