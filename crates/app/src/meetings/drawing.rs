//! What a briefing is assembled from: the last closed round's frozen page, the figures reported in it, units that came and
//! went, what the units say, and the meetings of the year. A fixed number of statements, also for a committee with sixty
//! units.

use jiff::ToSpan as _;
use pejl_domain::meetings::InputFrom;
use pejl_domain::meetings::briefing::{Paper, PaperFigure, PaperLine, Section, SectionKind, Source, Topic};
use pejl_domain::orgs::Unit;
use pejl_domain::rounds::frozen::{GoalSeen, RoundPage};
use pejl_domain::rounds::{Mark, Round, RoundState};
use pejl_policy::Sight;
use pejl_store::meetings::{self, FigureReported, MeetingRow, UnitMoved, Voice};
use pejl_store::{Tx, rounds};

use crate::ending::Ending;

/// Draws a briefing for a committee and a year. At most eight statements.
///
/// # Errors
/// A fault of the database.
pub(super) async fn draw(tx: &mut Tx, sight: &Sight, committee: &Unit, year: i16, at: jiff::Timestamp) -> Result<Paper, Ending> {
    let round = last_round(tx, sight).await?;
    let (page, figures) = match &round {
        Some(round) => (
            rounds::kept_round_page(tx, sight, round, committee.id).await?,
            meetings::figures_reported(tx, sight, round.id, committee.id).await?,
        ),
        None => (None, Vec::new()),
    };
    let to = sight.on();
    let from = to.checked_sub(1.year()).unwrap_or(to);
    let moved = meetings::units_moved(tx, sight, committee.id, (from, to)).await?;
    let voices = meetings::voices(tx, sight, committee.id, year).await?;
    let held = meetings::meetings(tx, sight).await?;
    let of_the_year = held.iter().filter(|row| row.year == year && row.hosts.iter().any(|host| host.id == committee.id));
    let sections = vec![
        Section::empty(SectionKind::Opening),
        goals(round.as_ref().zip(page.as_ref())),
        Section::of(SectionKind::Guideposts, page.iter().flat_map(|p| &p.elements).map(guidepost).collect()),
        Section::of(
            SectionKind::Figures,
            round.as_ref().map(|round| figures.iter().flat_map(|f| figure_lines(round, f)).collect()).unwrap_or_default(),
        ),
        changes(round.as_ref().zip(page.as_ref()), &moved),
        Section::of(SectionKind::Voices, voices.iter().flat_map(voice_lines).collect()),
        Section::of(SectionKind::Meetings, of_the_year.map(meeting_line).collect()),
    ];
    Ok(Paper { committee: committee.content.name.to_string(), drawn: Some(at), sections })
}

/// The last closed round that covered goals.
async fn last_round(tx: &mut Tx, sight: &Sight) -> Result<Option<Round>, Ending> {
    let all = rounds::rounds(tx, sight).await?;
    let closed = all.into_iter().map(|row| row.round).filter(|round| round.state == RoundState::Closed && round.covers_goals());
    Ok(closed.max_by_key(|round| round.cut_off))
}

fn report(round: &Round, number: &str) -> Source {
    Source::Report(number.to_owned(), round.spec.to_string(), round.year)
}

/// The marks in all, and what is off course with its fact, cause and what is done; else what went well.
fn goals(of: Option<(&Round, &RoundPage)>) -> Section {
    let Some((round, page)) = of else { return Section::empty(SectionKind::Goals) };
    let line = |goal: &GoalSeen| PaperLine {
        title: goal.title.clone(),
        unit: goal.unit.name.clone(),
        text: said_about(goal),
        mark: goal.mark,
        source: report(round, &goal.number),
        ..PaperLine::default()
    };
    let mut section = Section::of(SectionKind::Goals, page.deviations.iter().map(line).collect());
    section.more = page.deviations_in_all.saturating_sub(u32::try_from(section.lines.len()).unwrap_or(u32::MAX));
    section.spread = Some(page.spread);
    section
}

/// What a report says, shortest first: the fact and what is done now where it is off course, else the effect.
fn said_about(goal: &GoalSeen) -> String {
    let said: Vec<&str> = match goal.mark {
        Some(Mark::NotMet | Mark::Partly) => vec![&goal.fact, &goal.action],
        Some(Mark::Met | Mark::NotYet | Mark::NotRelevant) | None => {
            vec![if goal.effect.is_empty() { &goal.done } else { &goal.effect }]
        }
    };
    said.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n")
}

fn guidepost(element: &pejl_domain::rounds::frozen::ElementSeen) -> PaperLine {
    PaperLine {
        title: element.title.clone(),
        text: element.grounds.clone(),
        mark: element.mark,
        spread: Some(element.spread),
        source: Source::Element(element.number.clone()),
        ..PaperLine::default()
    }
}

fn figure_lines<'f>(round: &'f Round, of: &'f FigureReported) -> impl Iterator<Item = PaperLine> + 'f {
    of.report.values.iter().filter_map(move |value| {
        let criterion = of.goal.goal.criteria.get(value.criterion)?;
        Some(PaperLine {
            title: criterion.text.to_string(),
            unit: of.unit.name.clone(),
            mark: of.mark,
            figure: Some(PaperFigure {
                value: value.value,
                unit: criterion.unit.to_string(),
                comparator: criterion.comparator,
                wanted: criterion.value,
                baseline: criterion.baseline,
                from: value.source.to_string(),
            }),
            source: report(round, &of.number.to_string()),
            ..PaperLine::default()
        })
    })
}

/// Goals with another mark than last time, and units that came and went.
fn changes(of: Option<(&Round, &RoundPage)>, moved: &[UnitMoved]) -> Section {
    let mut lines = Vec::new();
    if let Some((round, page)) = of {
        lines.extend(page.changed.iter().map(|goal| PaperLine {
            title: goal.title.clone(),
            unit: goal.unit.name.clone(),
            mark: goal.mark,
            before: goal.before,
            source: report(round, &goal.number),
            ..PaperLine::default()
        }));
    }
    lines.extend(moved.iter().map(|unit| PaperLine {
        title: unit.unit.name.clone(),
        text: unit.successor.clone().unwrap_or_default(),
        opened: unit.opened,
        closed: unit.closed,
        source: Source::Unit(unit.unit.serial),
        ..PaperLine::default()
    }));
    Section::of(SectionKind::Changes, lines)
}

fn voice_lines(voice: &Voice) -> Vec<PaperLine> {
    let line = |unit: &pejl_store::chain::UnitMention, meeting: i64, topic: Topic, text: String| PaperLine {
        title: unit.name.clone(),
        text,
        topic: Some(topic),
        source: Source::Preparation(meeting, unit.serial),
        ..PaperLine::default()
    };
    match voice {
        Voice::Unit { unit, meeting, preparation } => [
            (Topic::Status, &preparation.status),
            (Topic::Conditions, &preparation.conditions),
            (Topic::Challenges, &preparation.challenges),
            (Topic::Needs, &preparation.needs),
        ]
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(topic, text)| line(unit, *meeting, topic, text.to_string()))
        .collect(),
        Voice::Group { unit, meeting, from, text } => {
            let topic = match from {
                InputFrom::Employees => Topic::Employees,
                InputFrom::Board => Topic::Board,
            };
            vec![line(unit, *meeting, topic, text.clone())]
        }
    }
}

fn meeting_line(row: &MeetingRow) -> PaperLine {
    PaperLine {
        title: row.title.clone(),
        on: row.on,
        form: Some(row.form),
        source: Source::Meeting(row.serial),
        ..PaperLine::default()
    }
}
