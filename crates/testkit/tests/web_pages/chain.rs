//! Testby's chain for the pages: one of everything that a page could be about, in the state that its deeds ask for.

use jiff::civil::date;
use pejl_domain::chain::{Element, Stance, ties};
use pejl_kernel::StanceId;
use pejl_policy::Action;
use pejl_store::{Tx, chain};
use pejl_testkit::pages::House;
use pejl_testkit::town::{Town, line, prose};

/// The elements a test can speak of.
pub struct Chain {
    pub objective: Element,
    pub policy: Element,
    /// The children's committee's, with a date that has passed.
    pub committee: Element,
    /// The culture committee's: nothing stands under it, so it is a break.
    pub alone: Element,
    pub department: Element,
    /// The school's own, adopted.
    pub school: Element,
    /// The school's draft.
    pub draft: Element,
    /// The school's proposal.
    pub proposed: Element,
    /// The school's, under nothing: an orphan.
    pub orphan: Element,
    pub action: Element,
    pub marker: Element,
    pub source: Element,
}

impl Chain {
    /// Enters the chain in the house and commits it.
    pub async fn enter(house: &House) -> Self {
        let mut tx = house.office.db().write().await.unwrap();
        let chain = Self::write(&house.town, &mut tx).await;
        tx.commit().await.unwrap();
        chain
    }

    async fn write(town: &Town, tx: &mut Tx) -> Self {
        let chain = Self {
            objective: town.adopted(tx, "maalsaetning", "byraad", "Flere børn trives").await,
            policy: town.adopted(tx, "politik", "byraad", "Børnepolitik").await,
            committee: due(town, tx).await,
            alone: town.adopted(tx, "udvalgsmaal", "kulturudvalg", "Ældre låner bøger").await,
            department: town.adopted(tx, "afdelingsmaal", "boerneafdeling", "Læsebånd hver dag").await,
            school: town.adopted(tx, "institutionsmaal", "skole", "Tyve minutters læsning").await,
            draft: town.draft(tx, "institutionsmaal", "skole", "Øvelse gør mester").await,
            proposed: town.proposed(tx, "institutionsmaal", "skole", "Åben skole på ådalen").await,
            orphan: town.proposed(tx, "institutionsmaal", "skole", "Et mål uden for kæden").await,
            action: town.adopted(tx, "handling", "skole", "Køb af bøger").await,
            marker: town.adopted(tx, "vaerdimarkoer", "byraad", "Åbenhed").await,
            source: town.adopted(tx, "kilde", "byraad", "Budgetaftale 2018").await,
        };
        for (child, parent) in [
            (&chain.policy, &chain.objective),
            (&chain.committee, &chain.policy),
            (&chain.alone, &chain.policy),
            (&chain.department, &chain.committee),
            (&chain.school, &chain.department),
            (&chain.draft, &chain.department),
            (&chain.proposed, &chain.department),
            (&chain.action, &chain.school),
        ] {
            town.tie(tx, child, parent).await;
        }
        let permit = town.permit(Action::TieElement);
        for beside in [&chain.marker, &chain.source] {
            let told = ties::marked(&town.model, &chain.department, beside);
            chain::accompany(tx, &permit, town.at(), chain.department.id, beside.id, &told).await.unwrap();
        }
        ask(town, tx, &chain.committee, "boerneafdeling").await;
        ask(town, tx, &chain.department, "skole").await;
        chain
    }
}

/// An adopted committee goal whose date has passed.
async fn due(town: &Town, tx: &mut Tx) -> Element {
    let goal = town.draft(tx, "udvalgsmaal", "boerneudvalg", "Alle læser").await;
    let mut content = goal.content.clone();
    content.goal.due = Some(date(2018, 3, 1));
    content.goal.vision = prose("Alle børn i Testby har en yndlingsbog.");
    content.tags = vec![line("læsning")];
    let (goal, edited) = goal.edit(&town.model, content).unwrap();
    let goal = town.save(tx, &goal, &edited).await;
    let (goal, proposed) = goal.propose(&town.model, &pejl_testkit::town::all_tied()).unwrap();
    let goal = town.save(tx, &goal, &proposed).await;
    let decision = town.decision(tx, goal.owner, &pejl_testkit::town::key("byraad")).await;
    let (goal, adopted) = goal.adopt(&town.model, &decision).unwrap();
    let goal = town.save(tx, &goal, &adopted).await;
    let permit = town.permit(Action::AdoptElement);
    chain::save_edition(tx, &permit, town.at(), &goal, &prose("")).await.unwrap();
    goal
}

/// Puts a goal before a unit, which has not answered.
async fn ask(town: &Town, tx: &mut Tx, goal: &Element, unit: &str) {
    let permit = town.permit(Action::AskStance);
    let (stance, asked) = Stance::ask(&town.model, StanceId::new(&town.mint), goal, town.unit(unit), unit).unwrap();
    chain::save_stance(tx, &permit, town.at(), &stance, &asked).await.unwrap();
}
