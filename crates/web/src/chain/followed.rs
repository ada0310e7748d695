//! How an element goes, and where it is agreed: its marks over the rounds, the marks below it, and the agreements it stands in.

use pejl_app::{agreements, rounds};
use pejl_domain::agreements::GoalPlace;
use pejl_domain::chain::Element;
use pejl_domain::models::ElementKind;
use pejl_domain::rounds::{Mark, Spread};

use crate::ending::Stop;
use crate::inside::Inside;
use crate::marks::{BarPart, MarkShown, bar, mark};

/// The most rounds that are shown.
const ROUNDS: i64 = 6;

/// What an element's page shows of it.
#[derive(Default)]
pub(crate) struct Followed {
    pub marks: Vec<MarkRow>,
    pub spreads: Vec<SpreadRow>,
    pub agreements: Vec<AgreementLine>,
}

/// A mark in a round.
pub(crate) struct MarkRow {
    pub round: String,
    pub href: String,
    pub mark: MarkShown,
    /// Where it is heading, or why: "" where nothing is said.
    pub more: String,
}

/// The marks of what is below, in a round.
pub(crate) struct SpreadRow {
    pub round: String,
    pub href: String,
    pub bar: Vec<BarPart>,
    pub label: String,
}

/// An agreement that the element stands in.
pub(crate) struct AgreementLine {
    pub title: String,
    pub href: String,
    pub meta: String,
}

/// Reads it. At most three statements.
pub(crate) async fn followed(inside: &mut Inside, element: &Element) -> Result<Followed, Stop> {
    let mut shown = Followed::default();
    match element.kind {
        ElementKind::Goal => {
            let read = rounds::marks_of_goal(&mut inside.tx, &inside.visit.sight, element.id).await?;
            let most = usize::try_from(ROUNDS).unwrap_or(usize::MAX);
            let kept = read.into_iter().filter(|row| !row.is_outside).take(most);
            shown.marks = kept.map(|row| of_goal(inside, element, &row)).collect();
        }
        ElementKind::Objective | ElementKind::Policy | ElementKind::Guidepost | ElementKind::FocusArea => {
            let judged = rounds::judgements_of(&mut inside.tx, &inside.visit.sight, element.id).await?;
            shown.marks = judged
                .into_iter()
                .map(|(round, judgement)| row(inside, &round, "", Some(judgement.mark), judgement.grounds.to_string()))
                .collect();
            let spreads = rounds::spreads_of_element(&mut inside.tx, &inside.visit.sight, element.id, ROUNDS).await?;
            let any = |spread: &Spread| spread.all() > 0;
            shown.spreads =
                spreads.iter().filter(|(_, spread)| any(spread)).map(|(round, spread)| below(inside, round, *spread)).collect();
        }
        ElementKind::Action | ElementKind::ValueMarker | ElementKind::Source => {}
    }
    if matches!(element.kind, ElementKind::Goal | ElementKind::Action) {
        let read = agreements::agreements_of_element(&mut inside.tx, &inside.visit.sight, element.id).await?;
        shown.agreements = read.iter().map(|(mention, place)| agreed(inside, mention, *place)).collect();
    }
    Ok(shown)
}

fn of_goal(inside: &Inside, element: &Element, row_of: &rounds::GoalMark) -> MarkRow {
    let more = row_of.outlook.map(|outlook| inside.t().say(&format!("outlook-{}", outlook.as_str()))).unwrap_or_default();
    row(inside, &row_of.round, &format!("/indberetning/{}", element.number), row_of.mark, more)
}

fn row(inside: &Inside, round: &rounds::RoundMention, rest: &str, of: Option<Mark>, more: String) -> MarkRow {
    let (round, href) = named(inside, round, rest);
    MarkRow { round, href, mark: mark(inside, of), more }
}

fn below(inside: &Inside, round: &rounds::RoundMention, spread: Spread) -> SpreadRow {
    let (round, href) = named(inside, round, "");
    SpreadRow { round, href, bar: bar(inside, spread), label: inside.t().n("chain-followed-goals", spread.all()) }
}

/// A round's name with its year, and its address.
fn named(inside: &Inside, round: &rounds::RoundMention, rest: &str) -> (String, String) {
    let href = inside.href(&format!("opfoelgning/{}/{}{rest}", round.year, round.spec));
    (inside.voice.round(&round.spec, round.year), href)
}

fn agreed(inside: &Inside, mention: &agreements::AgreementMention, place: Option<GoalPlace>) -> AgreementLine {
    let t = inside.t();
    let place = place.map(|place| t.say(&format!("goal-place-{}", place.as_str()))).unwrap_or_default();
    let agents = mention.agents.iter().map(|agent| agent.name.as_str());
    AgreementLine {
        title: inside.voice.agreement_line(&mention.kind, mention.period, agents),
        href: inside.href(&format!("aftale/{}", mention.number)),
        meta: [mention.number.to_string(), place].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "),
    }
}
