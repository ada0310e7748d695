//! A unit's follow-up in a round: how it goes there and below, what is off course, and what is to be done about it.

use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use pejl_app::Ending;
use pejl_app::rounds::{self, LateUnit};
use pejl_domain::models::RoundMode;
use pejl_domain::rounds::frozen::RoundPage;
use pejl_domain::rounds::{Mark, Round, RoundState, RoundVerb};
use pejl_kernel::UnitId;
use pejl_lang::Args;
use pejl_policy::Action;

use super::goal_rows::{ConsequenceShown, FeedbackShown, GoalRow, consequence_shown, feedback_shown, goal_row};
use super::loading::{Looked, href_of, looked_at, may, name_of, page_of, round_sign, round_word, speaks_for, the_round, unit_href};
use super::overview_view::{
    AreaRow, Ask, ElementRow, Said, ToJudge, UnitLineRow, area_rows, asks, assessment, element_rows, to_judge, unit_rows,
};
use crate::ending::Stop;
use crate::forms::Typed;
use crate::inside::{Inside, may as may_in_all};
use crate::marks::{BarPart, LampShown, bar, lamp, mark};
use crate::page::{Page, show};

type At = Path<(String, String, String)>;
type Asked = Query<Vec<(String, String)>>;

/// The most reports that wait for an answer on one page.
const TO_JUDGE: usize = 200;

#[derive(Template)]
#[template(path = "rounds/overview.html")]
struct Overview {
    page: Page,
    round: String,
    round_href: String,
    state: &'static str,
    state_word: String,
    unit: String,
    unit_number: String,
    /// Those above, the top first: name and address.
    above: Vec<(String, String)>,
    about: String,
    steps: Vec<Step>,
    links: Vec<(String, String)>,
    seen: Option<Seen>,
    /// Why nothing is shown.
    empty: (String, String),
}

/// What whoever keeps the round can do with it: the next step first.
struct Step {
    label: String,
    /// Where a form of its own is; empty where the button alone does it.
    href: String,
    post: String,
    version: i64,
    is_first: bool,
}

/// What there is to see of a unit.
struct Seen {
    lamp: LampShown,
    bar: Vec<BarPart>,
    bar_label: String,
    before: Vec<BarPart>,
    before_label: String,
    not_relevant: String,
    is_deviations: bool,
    others: String,
    deviations: Vec<GoalRow>,
    deviations_more: String,
    own: Vec<GoalRow>,
    units: Vec<UnitLineRow>,
    to_judge: Vec<ToJudge>,
    changed: Vec<GoalRow>,
    changed_more: String,
    against: Vec<GoalRow>,
    elements: Vec<ElementRow>,
    areas: Vec<AreaRow>,
    area_word: String,
    /// The words for green, yellow and red.
    colours: Vec<String>,
    late: Vec<(String, String)>,
    late_total: usize,
    assessment: Option<Said>,
    assess: Option<(String, String)>,
    asks: Vec<Ask>,
    feedback: Vec<FeedbackShown>,
    give_href: Option<String>,
    consequences: Vec<ConsequenceShown>,
    consequence_href: Option<String>,
}

/// `GET …?enhed=E-3`
pub(crate) async fn overview(mut inside: Inside, Path((_, year, key)): At, Query(query): Asked) -> Result<Response, Stop> {
    let round = the_round(&mut inside, &year, &key).await?;
    let looked = looked_at(&mut inside, &Typed(query)).await?;
    let (sight, place) = (inside.visit.sight, inside.visit.place.clone());
    let page = match rounds::round_page(&mut inside.tx, &sight, &place, &round, looked.unit.id).await {
        Ok(page) => Some(page),
        Err(Ending::NotFound) => None,
        Err(ending) => return Err(ending.into()),
    };
    let seen = match page.filter(|_| round.state != RoundState::Planned) {
        Some(page) => Some(seen(&mut inside, &round, &looked, &page).await?),
        None => None,
    };
    let t = inside.t();
    let href = href_of(&inside, &round);
    let empty = match round.state {
        RoundState::Planned => ("rounds-empty-planned-title", "rounds-empty-planned-text"),
        RoundState::Open | RoundState::Consolidating | RoundState::Closed => ("rounds-empty-unit-title", "rounds-empty-unit-text"),
    };
    let mut above: Vec<(String, String)> =
        looked.above.iter().map(|unit| (unit.name.clone(), unit_href(&href, unit.serial))).collect();
    above.reverse();
    Ok(show(&Overview {
        page: page_of(&inside, &round, looked.unit.name.clone()),
        round: name_of(&inside, &round),
        round_href: href.clone(),
        state: round_sign(round.state),
        state_word: round_word(&inside, round.state),
        unit_number: looked.number(),
        above,
        about: about(&inside, &round, &looked),
        steps: steps(&inside, &round, &href),
        links: links(&inside, &round, &href, &looked),
        seen,
        empty: (t.say(empty.0), t.a(empty.1, "unit", &looked.unit.name)),
        unit: looked.unit.name,
    }))
}

/// As of which day, and by when this unit's level has reported.
fn about(inside: &Inside, round: &Round, looked: &Looked) -> String {
    let t = inside.t();
    let args = Args::new().text("cutoff", t.date(round.cut_off));
    match round.due(&looked.unit.level) {
        Some(due) => t.say_with("rounds-cut-off-due", &args.text("due", t.date(due))),
        None => t.say_with("rounds-cut-off", &args),
    }
}

fn steps(inside: &Inside, round: &Round, href: &str) -> Vec<Step> {
    if !may_in_all(inside, Action::KeepRound) {
        return Vec::new();
    }
    let t = inside.t();
    let step = |verb: RoundVerb| {
        let (link, post) = match verb {
            RoundVerb::Reschedule => (format!("{href}/plan"), String::new()),
            RoundVerb::Close => (format!("{href}/luk"), String::new()),
            RoundVerb::Open => (String::new(), format!("{href}/aabn")),
            RoundVerb::Consolidate => (String::new(), format!("{href}/saml")),
            RoundVerb::Reopen => (String::new(), format!("{href}/genaabn")),
        };
        let label = t.say(&format!("rounds-do-{}", verb.as_str()));
        let is_first = matches!(verb, RoundVerb::Open | RoundVerb::Consolidate | RoundVerb::Close);
        Step { label, href: link, post, version: round.version, is_first }
    };
    let mut steps: Vec<Step> = round.open_verbs().map(step).collect();
    steps.sort_by_key(|step| !step.is_first);
    steps
}

/// Where more of the round is.
fn links(inside: &Inside, round: &Round, href: &str, looked: &Looked) -> Vec<(String, String)> {
    let (t, unit) = (inside.t(), looked.number());
    let at = |rest: &str| format!("{href}/{rest}?enhed={unit}");
    let mut links = vec![(t.say("rounds-summary"), at("resume")), (t.say("rounds-answers"), at("tilbagemeldinger"))];
    let has_deadline = round.due(&looked.unit.level).is_some();
    if round.state == RoundState::Open && has_deadline && may(inside, Action::WriteReport, &looked.facts) {
        links.insert(0, (t.a("rounds-write-unit", "unit", &looked.unit.name), at("min")));
    }
    match round.state {
        RoundState::Closed => links.push((t.say("rounds-sealed"), at("frosset"))),
        RoundState::Open | RoundState::Consolidating => links.push((t.say("rounds-late"), format!("{href}/mangler"))),
        RoundState::Planned => return Vec::new(),
    }
    links.push((t.say("rounds-compare"), at("sammenlign")));
    links
}

async fn seen(inside: &mut Inside, round: &Round, looked: &Looked, page: &RoundPage) -> Result<Seen, Stop> {
    let (sight, actor) = (inside.visit.sight, inside.visit.actor.clone());
    let children: Vec<UnitId> = page.below.iter().map(|line| line.unit.id).collect();
    let waiting = rounds::to_judge(&mut inside.tx, &sight, &actor, round, &looked.facts.line, &children).await?;
    let late = match round.state {
        RoundState::Open | RoundState::Consolidating => rounds::late(&mut inside.tx, &sight, round).await?,
        RoundState::Planned | RoundState::Closed => Vec::new(),
    };
    // What came after the closing is not in the kept page; it stands beside it.
    let (feedback, consequences) = match round.state {
        RoundState::Closed => {
            let rows = rounds::feedback_to(&mut inside.tx, &sight, round.id, looked.unit.id).await?;
            let followed = rounds::consequences_of(&mut inside.tx, &sight, round.id, looked.unit.id).await?;
            (rows.into_iter().map(|row| row.seen).collect(), followed)
        }
        RoundState::Planned | RoundState::Open | RoundState::Consolidating => (page.feedback.clone(), page.consequences.clone()),
    };
    let inside = &*inside;
    let t = inside.t();
    let href = href_of(inside, round);
    let unit = looked.number();
    let rows = |goals: &[pejl_domain::rounds::frozen::GoalSeen]| -> Vec<GoalRow> {
        goals.iter().map(|goal| goal_row(inside, &href, goal)).collect()
    };
    let more = |all: u32, shown: usize| {
        let rest = usize::try_from(all).unwrap_or_default().saturating_sub(shown);
        if rest > 0 { t.n("rounds-and-more", rest) } else { String::new() }
    };
    let answers = speaks_for(inside, looked.unit.id) && !page.below.is_empty();
    let answers_this = looked.above.iter().any(|above| looked.facts.bodies.contains(&above.id) && speaks_for(inside, above.id));
    let begun = round.state != RoundState::Planned;
    let may_answer = may(inside, Action::AnswerFeedback, &looked.facts);
    let late_here = here_and_below(&late, looked.unit.id);
    let is_deviations = round.mode == RoundMode::Deviations;
    let not_relevant = page.spread.not_relevant;
    Ok(Seen {
        lamp: lamp(inside, page.lamp),
        bar: bar(inside, page.spread),
        bar_label: t.n("rounds-goals", page.spread.all()),
        before: page.before.map(|before| bar(inside, before)).unwrap_or_default(),
        before_label: page.before.map(|before| t.n("rounds-goals-before", before.all())).unwrap_or_default(),
        not_relevant: if not_relevant > 0 { t.n("rounds-not-relevant", not_relevant) } else { String::new() },
        is_deviations,
        others: match page.spread.all().saturating_sub(page.deviations_in_all) {
            0 => String::new(),
            others => t.n("rounds-others", others),
        },
        deviations: rows(&page.deviations),
        deviations_more: more(page.deviations_in_all, page.deviations.len()),
        own: if is_deviations { Vec::new() } else { rows(&page.own) },
        units: unit_rows(inside, round, &href, &page.below),
        to_judge: waiting.iter().take(TO_JUDGE).map(|goal| to_judge(inside, &href, goal)).collect(),
        changed: rows(&page.changed),
        changed_more: more(page.changed_in_all, page.changed.len()),
        against: rows(&page.against_figures),
        elements: element_rows(
            inside,
            &href,
            &page.elements,
            round.state.takes_answers() && may(inside, Action::Assess, &looked.facts),
        ),
        areas: area_rows(inside, &page.areas),
        area_word: t.say("field-policy-area"),
        colours: [Mark::Met, Mark::Partly, Mark::NotMet].map(|of| mark(inside, Some(of)).word).into(),
        late: late_here.iter().take(5).map(|late| (late.unit.name.clone(), unit_href(&href, late.unit.serial))).collect(),
        late_total: late_here.len(),
        assessment: page.assessment.as_ref().map(|said| assessment(inside, said)),
        assess: (round.state.takes_answers() && may(inside, Action::Assess, &looked.facts)).then(|| {
            let key = if page.assessment.is_some() { "rounds-assess-edit" } else { "rounds-assess-write" };
            (t.say(key), format!("{href}/vurdering?enhed={unit}"))
        }),
        asks: asks(&href, &page.assessments_below),
        feedback: feedback.iter().map(|seen| feedback_shown(inside, &href, seen, may_answer)).collect(),
        give_href: (begun && (answers || answers_this)).then(|| format!("{href}/tilbagemelding?enhed={unit}")),
        consequences: consequences.iter().map(|seen| consequence_shown(inside, &href, seen)).collect(),
        consequence_href: (begun
            && !inside.voice.model.consequences.is_empty()
            && may(inside, Action::GiveConsequence, &looked.facts))
        .then(|| format!("{href}/konsekvens?enhed={unit}")),
    })
}

/// The late units in a unit and below it.
fn here_and_below(late: &[LateUnit], unit: UnitId) -> Vec<&LateUnit> {
    late.iter().filter(|late| late.unit.id == unit || late.above.iter().any(|above| above.id == unit)).collect()
}
