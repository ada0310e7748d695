//! The parts of a unit's follow-up, each as the page shows it.

use pejl_app::rounds::SheetGoal;
use pejl_domain::rounds::deadlines::days_late;
use pejl_domain::rounds::frozen::{AreaSeen, AssessmentSeen, ElementSeen, UnitLine};
use pejl_domain::rounds::{Round, RoundState};
use pejl_kernel::Number;
use pejl_lang::Args;

use super::loading::{level_of, unit_href};
use crate::chain::element_href;
use crate::inside::Inside;
use crate::marks::{BarPart, LampShown, MarkShown, bar, lamp, mark};

/// A unit right below, with how far it has come.
pub(super) struct UnitLineRow {
    pub name: String,
    pub href: String,
    pub level: String,
    pub lamp: LampShown,
    pub submitted: String,
    pub accepted: String,
    /// How long it is over its deadline; empty where it is not.
    pub late: String,
    pub due: String,
    pub returned: String,
    pub is_assessed: bool,
    pub is_answered: bool,
}

/// The units right below.
pub(super) fn unit_rows(inside: &Inside, round: &Round, href: &str, below: &[UnitLine]) -> Vec<UnitLineRow> {
    let t = inside.t();
    let today = inside.visit.actor.on;
    let of = |part: u32, whole: u32| t.say_with("rounds-of", &Args::new().count("part", part).count("whole", whole));
    let row = |line: &UnitLine| {
        let over = line
            .due
            .filter(|due| *due < today && line.submitted < line.asked && round.state != RoundState::Closed)
            .map(|due| t.n("rounds-days-late", days_late(due, today)));
        UnitLineRow {
            name: line.unit.name.clone(),
            href: unit_href(href, line.unit.serial),
            level: level_of(inside, &line.unit),
            lamp: lamp(inside, line.lamp),
            submitted: of(line.submitted, line.asked),
            accepted: of(line.accepted, line.asked),
            late: over.unwrap_or_default(),
            due: line.due.map(|due| t.date_medium(due)).unwrap_or_default(),
            returned: if line.returned > 0 { t.n("rounds-returned-count", line.returned) } else { String::new() },
            is_assessed: line.is_assessed,
            is_answered: line.is_answered,
        }
    };
    below.iter().map(row).collect()
}

/// A report that waits to be accepted or sent back.
pub(super) struct ToJudge {
    pub number: String,
    /// The goal and the version that was read.
    pub chosen: String,
    pub title: String,
    pub href: String,
    pub unit: String,
    pub mark: MarkShown,
    pub suggested: Option<MarkShown>,
    pub words: String,
}

/// A report that waits.
pub(super) fn to_judge(inside: &Inside, href: &str, goal: &SheetGoal) -> ToJudge {
    let (asked, content) = (&goal.asked, &goal.asked.report.content);
    let words = [&content.cause, &content.effect, &content.done, &content.not_relevant_because];
    ToJudge {
        number: asked.number.to_string(),
        chosen: format!("{}:{}", asked.report.goal, asked.report.version),
        title: asked.content.title.to_string(),
        href: format!("{href}/indberetning/{}", asked.number),
        unit: goal.unit.name.clone(),
        mark: mark(inside, content.mark),
        suggested: asked.suggested.filter(|of| Some(*of) != content.mark).map(|of| mark(inside, Some(of))),
        words: words.into_iter().find(|text| !text.is_empty()).map(ToString::to_string).unwrap_or_default(),
    }
}

/// An element of the unit's own with the marks below it.
pub(super) struct ElementRow {
    pub number: String,
    pub title: String,
    pub href: String,
    pub bar: Vec<BarPart>,
    pub bar_label: String,
    pub mark: Option<MarkShown>,
    pub grounds: String,
    /// Where it is judged, for whoever may.
    pub judge_href: String,
}

/// The unit's own elements.
pub(super) fn element_rows(inside: &Inside, href: &str, elements: &[ElementSeen], may_judge: bool) -> Vec<ElementRow> {
    let t = inside.t();
    let row = |element: &ElementSeen| ElementRow {
        number: element.number.clone(),
        title: element.title.clone(),
        href: element.number.parse::<Number>().map(|number| element_href(inside, &number)).unwrap_or_default(),
        bar: bar(inside, element.spread),
        bar_label: t.n("rounds-goals-below", element.spread.all()),
        mark: element.mark.map(|of| mark(inside, Some(of))),
        grounds: element.grounds.clone(),
        judge_href: if may_judge { format!("{href}/bedoem/{}", element.number) } else { String::new() },
    };
    elements.iter().map(row).collect()
}

/// A policy area with its lamp.
pub(super) struct AreaRow {
    pub name: String,
    pub lamp: LampShown,
    pub met: u32,
    pub partly: u32,
    pub not_met: u32,
    pub rest: u32,
}

/// The policy areas.
pub(super) fn area_rows(inside: &Inside, areas: &[AreaSeen]) -> Vec<AreaRow> {
    let row = |area: &AreaSeen| AreaRow {
        name: area.name.clone(),
        lamp: lamp(inside, area.lamp),
        met: area.spread.met,
        partly: area.spread.partly,
        not_met: area.spread.not_met,
        rest: area.spread.not_yet.saturating_add(area.spread.silent),
    };
    areas.iter().map(row).collect()
}

/// A unit's own assessment.
pub(super) struct Said {
    pub text: String,
    pub asked: String,
    pub by: String,
}

/// An assessment with who wrote it.
pub(super) fn assessment(inside: &Inside, said: &AssessmentSeen) -> Said {
    let t = inside.t();
    let by = Args::new().text("name", &said.by).text("at", t.date_time(said.at));
    Said { text: said.text.clone(), asked: said.asked.clone(), by: t.say_with("rounds-by-at", &by) }
}

/// What a unit below asks.
pub(super) struct Ask {
    pub unit: String,
    pub href: String,
    pub text: String,
    pub asked: String,
}

/// What units below assess and ask.
pub(super) fn asks(href: &str, below: &[AssessmentSeen]) -> Vec<Ask> {
    let ask = |said: &AssessmentSeen| Ask {
        unit: said.unit.name.clone(),
        href: unit_href(href, said.unit.serial),
        text: said.text.clone(),
        asked: said.asked.clone(),
    };
    below.iter().map(ask).collect()
}
