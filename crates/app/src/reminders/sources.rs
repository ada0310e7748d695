//! Where tasks come from. **A subject that has tasks is named here, twice**: in [`mine`], which reads them for one person, and in
//! [`everybody`], which reads them for all in a number of statements that does not grow with the people. A test holds the two
//! together: what everybody is dealt is what each of them is shown.

use jiff::civil::Date;
use pejl_domain::models::Model;
use pejl_kernel::PersonId;
use pejl_policy::{Actor, Sight};
use pejl_store::{Fault, Tx, agreements, overview};

use super::asks::{agreement_ask, chain_ask};
use super::dealing::Crowd;
use super::to_do::{ToDo, agreement_to_do, chain_to_do, letter_to_do, meeting_to_do, round_to_do, step_to_do};
use crate::{letters, meetings, rounds, wheel};

/// What somebody has to do.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Mine {
    /// What, late first, then by last day, and what has none at the end.
    pub to_dos: Vec<ToDo>,
    /// How many more there are of kinds that there are very many of.
    pub left_out: usize,
}

/// Everything that waits for somebody. At most `most` of each kind.
///
/// # Errors
/// A fault of the database.
pub async fn mine(tx: &mut Tx, sight: &Sight, actor: &Actor, model: &Model, most: usize) -> Result<Mine, Fault> {
    let limit = i64::try_from(most).unwrap_or(i64::MAX);
    let mut mine = Mine::default();
    let mut total = 0;

    let (tasks, totals) = overview::chain_tasks(tx, sight, &chain_ask(actor, model, None, limit)).await?;
    mine.to_dos.extend(tasks.iter().map(|task| chain_to_do(task, model, actor)));
    total += totals.iter().map(|(_, of_kind)| of_kind).sum::<usize>();

    let promised = agreements::agreement_tasks(tx, sight, &agreement_ask(actor, model, limit)).await?;
    mine.to_dos.extend(promised.tasks.iter().map(agreement_to_do));
    total += promised.totals.iter().map(|(_, of_kind)| of_kind).sum::<usize>();

    let asked = rounds::tasks(tx, sight, actor, most).await?;
    mine.to_dos.extend(asked.tasks.iter().map(|task| round_to_do(task, model)));
    total += asked.totals.iter().map(|(_, of_kind)| of_kind).sum::<usize>();

    let own = std::slice::from_ref(actor);
    let steps = wheel::tasks_of_all(tx, sight, model, own).await?;
    let meetings = meetings::tasks_of_all(tx, sight, own).await?;
    let letters = letters::tasks(tx, sight, actor).await?;
    let before = mine.to_dos.len();
    mine.to_dos.extend(steps.iter().flatten().map(|task| step_to_do(task, model)));
    mine.to_dos.extend(meetings.iter().flatten().map(meeting_to_do));
    mine.to_dos.extend(letters.iter().map(letter_to_do));
    total += mine.to_dos.len() - before;

    mine.left_out = total - mine.to_dos.len();
    sort(&mut mine.to_dos, sight.on());
    Ok(mine)
}

/// Everything that waits for each of these people, in their order; whoever has nothing to do has an empty list. The sight is
/// that of whoever reads for all of them, and sees everything.
///
/// # Errors
/// A fault of the database.
pub async fn everybody(tx: &mut Tx, sight: &Sight, crowd: &Crowd, model: &Model) -> Result<Vec<(PersonId, Vec<ToDo>)>, Fault> {
    let mut hands: Vec<Vec<ToDo>> = vec![Vec::new(); crowd.actors().len()];

    for (task, whose) in crowd.deal_chain(tx, sight, model).await? {
        for (at, actor) in whose {
            hands[at].push(chain_to_do(&task, model, actor));
        }
    }
    for (task, whose) in crowd.deal_agreements(tx, sight, model).await? {
        for at in whose {
            hands[at].push(agreement_to_do(&task));
        }
    }
    let asked = rounds::tasks_of_all(tx, sight, crowd.actors(), usize::MAX).await?;
    for (hand, tasks) in hands.iter_mut().zip(&asked) {
        hand.extend(tasks.tasks.iter().map(|task| round_to_do(task, model)));
    }
    let steps = wheel::tasks_of_all(tx, sight, model, crowd.actors()).await?;
    for (hand, tasks) in hands.iter_mut().zip(&steps) {
        hand.extend(tasks.iter().map(|task| step_to_do(task, model)));
    }
    let meetings = meetings::tasks_of_all(tx, sight, crowd.actors()).await?;
    for (hand, tasks) in hands.iter_mut().zip(&meetings) {
        hand.extend(tasks.iter().map(meeting_to_do));
    }
    let letters = letters::tasks_of_all(tx, sight, crowd.actors()).await?;
    for (hand, tasks) in hands.iter_mut().zip(&letters) {
        hand.extend(tasks.iter().map(letter_to_do));
    }

    let dealt = crowd.actors().iter().zip(hands).filter_map(|(actor, mut hand)| {
        sort(&mut hand, sight.on());
        Some((actor.person()?, hand))
    });
    Ok(dealt.collect())
}

/// Late first, then by last day, and what has none at the end; beside that in the order of the sources.
fn sort(to_dos: &mut [ToDo], today: Date) {
    to_dos.sort_by_key(|to_do| (to_do.when(today), to_do.due));
}
