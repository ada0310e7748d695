//! Testby's chain, and the questions asked of it.

use jiff::civil::{Date, date};
use pejl_domain::chain::{Element, Measure, Scope, Stance, ties};
use pejl_domain::orgs::Role;
use pejl_kernel::StanceId;
use pejl_policy::{Action, Sight};
use pejl_store::overview::{ListAsk, MapAsk, Mention, Narrow, Shape, list};
use pejl_store::{Tx, chain};
use pejl_testkit::Town;
use pejl_testkit::town::{all_tied, key, line};

/// Testby's chain: one objective, a policy under it, a goal in each committee, what the children's branch does about it.
pub struct Chain {
    pub objective: Element,
    pub policy: Element,
    /// Children's committee; due long ago; under the policy.
    pub children: Element,
    /// Culture committee; under the policy; nothing serves it.
    pub culture: Element,
    /// The children's department; under both committees' goals, so it cuts across.
    pub department: Element,
    /// The school's own draft; under the department's goal. Under both stands an action of the school's.
    pub school: Element,
    /// The nursery's, proposed; under nothing.
    pub nursery: Element,
    pub marker: Element,
}

impl Chain {
    pub async fn enter(town: &Town, tx: &mut Tx) -> Self {
        let objective = town.adopted(tx, "maalsaetning", "byraad", "Flere børn trives").await;
        let policy = town.adopted(tx, "politik", "byraad", "Børnepolitik").await;
        let children = due(town, tx, "udvalgsmaal", "boerneudvalg", "Alle læser", date(2018, 3, 1)).await;
        let culture = town.adopted(tx, "udvalgsmaal", "kulturudvalg", "Ældre låner bøger").await;
        let department = town.adopted(tx, "afdelingsmaal", "boerneafdeling", "Læsebånd hver dag").await;
        let school = town.draft(tx, "institutionsmaal", "skole", "Tyve minutters læsning").await;
        let nursery = town.proposed(tx, "institutionsmaal", "boernehave", "Dialogisk oplæsning").await;
        let action = town.adopted(tx, "handling", "skole", "Køb af bøger").await;
        let marker = town.adopted(tx, "vaerdimarkoer", "byraad", "Åbenhed").await;
        for (child, parent) in [
            (&policy, &objective),
            (&children, &policy),
            (&culture, &policy),
            (&department, &children),
            (&department, &culture),
            (&school, &department),
            (&action, &school),
            (&action, &department),
        ] {
            town.tie(tx, child, parent).await;
        }
        let mark = town.permit(Action::TieElement);
        let marked = ties::marked(&town.model, &department, &marker);
        chain::accompany(tx, &mark, town.at(), department.id, marker.id, &marked).await.unwrap();
        Self { objective, policy, children, culture, department, school, nursery, marker }
    }
}

/// An adopted goal with a date, a measure and a responsible position.
pub async fn due(town: &Town, tx: &mut Tx, spec: &str, owner: &str, title: &str, on: Date) -> Element {
    let goal = town.draft(tx, spec, owner, title).await;
    let mut content = goal.content.clone();
    content.goal.due = Some(on);
    content.goal.measure = Some(Measure::Effect);
    content.goal.scope = Some(Scope::Specific);
    content.goal.responsible = Some(town.position_at(Role::CommitteeChair, owner));
    content.tags = vec![line("læsning")];
    let (goal, edited) = goal.edit(&town.model, content).unwrap();
    let goal = town.save(tx, &goal, &edited).await;
    let (goal, proposed) = goal.propose(&town.model, &all_tied()).unwrap();
    let goal = town.save(tx, &goal, &proposed).await;
    let decision = town.decision(tx, goal.owner, &key("byraad")).await;
    let (goal, adopted) = goal.adopt(&town.model, &decision).unwrap();
    town.save(tx, &goal, &adopted).await
}

pub async fn put_before(town: &Town, tx: &mut Tx, goal: &Element, unit: &str) -> Stance {
    let ask = town.permit(Action::AskStance);
    let (stance, asked) = Stance::ask(&town.model, StanceId::new(&town.mint), goal, town.unit(unit), unit).unwrap();
    chain::save_stance(tx, &ask, town.at(), &stance, &asked).await.unwrap();
    stance
}

pub fn map_of(town: &Town) -> MapAsk {
    MapAsk { shape: Shape::of(&town.model), narrow: Narrow::default(), chosen: None, most: 40 }
}

pub fn list_of(town: &Town) -> ListAsk {
    ListAsk { shape: Shape::of(&town.model), most: 100, ..ListAsk::default() }
}

pub fn titles<'a>(mentions: impl IntoIterator<Item = &'a Mention>) -> Vec<&'a str> {
    mentions.into_iter().map(|m| m.title.as_str()).collect()
}

pub async fn listed(tx: &mut Tx, sight: &Sight, ask: &ListAsk) -> Vec<String> {
    let (rows, total) = list(tx, sight, ask).await.unwrap();
    assert_eq!(rows.len(), total, "everything fits on the page");
    rows.into_iter().map(|r| r.element.title).collect()
}
