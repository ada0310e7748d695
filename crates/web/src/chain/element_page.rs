//! An element, read like a page of a good report: what, why, when it is met, who; its line up and its branch down.

use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use pejl_app::Ending;
use pejl_app::chain::{self, ElementPage};
use pejl_domain::cases::Adopts;
use pejl_domain::chain::quality::{Quality, QualityFacts};
use pejl_domain::chain::readiness::horizon_advice;
use pejl_domain::chain::wording::wording_advice;
use pejl_domain::chain::{AnswerName, Coverage, Direction, Documentation, StateName};
use pejl_domain::models::{ElementKind, Noun};
use pejl_kernel::Number;
use pejl_lang::Args;

use crate::chain::around::{Branch, Count, branch, counts, line_up};
use crate::chain::came_up::{CameUp, came_up};
use crate::chain::element_facts::{Fact, facts};
use crate::chain::followed::{Followed, followed};
use crate::chain::loading::{about, chain_page};
use crate::chain::origin::{OriginShown, origins};
use crate::chain::said::{Dated, Named, baseline, named, targets, wanted};
use crate::chain::seminar_origins::{SeminarOrigin, seminar_origins};
use crate::chain::steps::{Steps, steps};
use crate::chain::{deed_href, element_href, slug};
use crate::ending::Stop;
use crate::history::{HistoryEntry, entries};
use crate::inside::Inside;
use crate::page::{Page, show};
use crate::voice::{Voice, capital};

/// How much of the history stands open.
const LATEST: usize = 6;

#[derive(Template)]
#[template(path = "chain/element.html")]
struct ElementView {
    page: Page,
    word: String,
    explanation: String,
    number: String,
    state: &'static str,
    state_word: String,
    version: i64,
    steps: Steps,
    notices: Vec<Notice>,
    texts: Vec<Text>,
    ways: Vec<Text>,
    criteria: Vec<CriterionShown>,
    criteria_word: String,
    criteria_explanation: String,
    criteria_direction: String,
    has_targets: bool,
    milestones: Vec<(String, String)>,
    /// What it serves, step by step from the top down to itself.
    line: Vec<Vec<Named>>,
    line_more: Option<String>,
    branch: Vec<Branch>,
    branch_title: String,
    branch_empty: String,
    branch_rest: Option<String>,
    counts: Vec<Count>,
    map_href: String,
    actions: Vec<Branch>,
    actions_more: Option<String>,
    facts: Vec<Fact>,
    followed: Followed,
    /// The goal seminars it came from, or that weighed it.
    weighed: Vec<SeminarOrigin>,
    /// The cases it came up in.
    cases: Vec<CameUp>,
    origins: Vec<OriginShown>,
    beside: Vec<Named>,
    pointing: Vec<Named>,
    pointing_total: String,
    coverage: String,
    ask_again_href: String,
    stances: Vec<StanceShown>,
    quality: String,
    advice: Vec<Advice>,
    editions_href: Option<String>,
    editions: String,
    history: Vec<HistoryEntry>,
    /// What happened longer ago, folded away.
    earlier: Vec<HistoryEntry>,
    earlier_word: String,
}

/// Something the reader must know before reading on.
struct Notice {
    kind: &'static str,
    title: String,
    text: String,
    link: Option<(String, String)>,
}

/// A heading with what people wrote under it.
struct Text {
    label: String,
    text: String,
}

struct CriterionShown {
    text: String,
    baseline: Option<Dated>,
    targets: Vec<Dated>,
    wanted: String,
}

struct StanceShown {
    unit: String,
    href: String,
    answer: String,
    reason: String,
    on: String,
    /// Where the reader may answer for the unit.
    answer_href: Option<String>,
    /// The unit's number, where it may be asked anew.
    again: Option<String>,
}

struct Advice {
    text: String,
}

/// `/{m}/{kind}/{number}`. A number under another kind's word finds its own page.
pub(crate) async fn element(mut inside: Inside, Path((_, typed)): Path<(String, String)>) -> Result<Response, Stop> {
    let number = typed.parse::<Number>().map_err(|_| Ending::NotFound)?;
    let asked = inside.path.split(['/', '?']).nth(2).unwrap_or_default();
    if asked != slug(&number) || typed != number.to_string() {
        return Ok(Redirect::to(&element_href(&inside, &number)).into_response());
    }
    let visit = &inside.visit;
    let found = chain::element_page(&mut inside.tx, &visit.sight, &visit.place, number).await?;
    let followed = followed(&mut inside, &found.element).await?;
    let origins = origins(&mut inside, &found.element).await?;
    let weighed = seminar_origins(&mut inside, &found.element).await?;
    let cases = came_up(&mut inside, Adopts::Element(found.element.id)).await?;
    Ok(show(&ElementView { weighed, cases, ..view(&inside, &found, followed, origins) }))
}

fn view(inside: &Inside, found: &ElementPage, followed: Followed, origins: Vec<OriginShown>) -> ElementView {
    let (t, element, around) = (inside.t(), &found.element, &found.around);
    let forms = inside.voice.element(element.kind, &element.level);
    let criterion = inside.voice.noun(Noun::Criterion);
    let title = element.content.title.to_string();
    let number = element.number.to_string();
    let map_href = inside.href(&format!("kaeden?valgt={number}"));
    let (line, line_goes_on) = line_up(inside, around);
    let (quality, advice) = advice(inside, found);
    let criteria: Vec<CriterionShown> = element.content.goal.criteria.iter().map(|c| criterion_shown(inside, c)).collect();
    let state = element.state.name();
    let progress = element.content.action.as_ref().map(|a| a.progress);
    let mut history = entries(&inside.voice, &found.history);
    let earlier = history.split_off(history.len().min(LATEST));
    ElementView {
        page: chain_page(inside, title.clone()).here(number.clone()),
        word: capital(&forms.singular),
        explanation: forms.explanation.clone(),
        state: Voice::sign(state, progress),
        state_word: inside.voice.state(element.kind, &element.level, state, progress),
        version: element.version,
        steps: steps(inside, found),
        notices: notices(inside, found),
        texts: texts(inside, found),
        ways: ways(inside, found),
        has_targets: criteria.iter().any(|c| !c.targets.is_empty()),
        criteria,
        criteria_word: capital(&criterion.plural),
        criteria_explanation: criterion.explanation.clone(),
        criteria_direction: direction(inside, element.content.goal.direction),
        milestones: element.content.goal.milestones.iter().map(|m| (t.date(m.on), m.text.to_string())).collect(),
        line,
        line_more: line_goes_on.then(|| map_href.clone()),
        branch: branch(inside, around),
        branch_title: about(inside, "chain-branch-title", element),
        branch_empty: if element.state.is_live() && is_served(inside, found) {
            about(inside, "chain-branch-empty", element)
        } else {
            String::new()
        },
        branch_rest: (around.rest > 0).then(|| t.n("chain-branch-rest", around.rest)),
        counts: counts(inside, around),
        map_href,
        actions: open_actions(inside, found),
        actions_more: (around.open_actions_total > around.open_actions.len())
            .then(|| t.n("chain-actions-more", around.open_actions_total - around.open_actions.len())),
        facts: facts(inside, found),
        followed,
        origins,
        weighed: Vec::new(),
        cases: Vec::new(),
        beside: around.beside.iter().map(|m| named(inside, m)).collect(),
        pointing: around.pointing.iter().map(|m| named(inside, m)).collect(),
        pointing_total: t.n("chain-pointing", around.pointing_total),
        coverage: coverage(inside, around.coverage),
        ask_again_href: deed_href(inside, &element.number, "spoerg-igen"),
        stances: stances(inside, found),
        quality,
        advice,
        editions_href: (!found.editions.is_empty()).then(|| deed_href(inside, &element.number, "udgaver")),
        editions: t.n("chain-editions-count", found.editions.len()),
        history,
        earlier_word: t.n("chain-history-earlier", earlier.len()),
        earlier,
        number,
    }
}

/// Whether something below is expected or there, so that the branch belongs on the page.
fn is_served(inside: &Inside, found: &ElementPage) -> bool {
    let model = &inside.visit.place.model;
    let Some(spec) = model.spec(found.element.kind, &found.element.level) else { return false };
    model.elements.iter().any(|below| below.under.contains(&spec.key))
}

fn notices(inside: &Inside, found: &ElementPage) -> Vec<Notice> {
    let (t, element) = (inside.t(), &found.element);
    let note = element.note.as_str();
    let mut notices = Vec::new();
    let mut notice = |kind, title: String, text: String, link| notices.push(Notice { kind, title, text, link });
    match element.state.name() {
        StateName::Returned => notice("warning", t.say("chain-notice-returned"), note.to_owned(), None),
        StateName::Withdrawn => notice("info", t.say("chain-notice-withdrawn"), note.to_owned(), None),
        StateName::Closed => {
            let outcome = element.state.outcome().map(|o| t.say(&format!("outcome-{}", o.as_str()))).unwrap_or_default();
            notice("info", t.a("chain-notice-closed", "outcome", outcome), note.to_owned(), None);
        }
        StateName::Superseded => {
            let by = found.around.replaced_by.as_ref().map(|by| (by.title.clone(), element_href(inside, &by.number)));
            notice("info", t.say("chain-notice-superseded"), String::new(), by);
        }
        StateName::Draft | StateName::Proposed | StateName::Adopted => {}
    }
    let spec = inside.visit.place.model.spec(element.kind, &element.level);
    if element.state.is_live() && found.tied.parents == 0 && spec.is_some_and(|spec| spec.tied) {
        let link = (about(inside, "chain-do-tie", element), deed_href(inside, &element.number, "knyt"));
        let may_tie = chain::may(&inside.visit.actor, pejl_policy::Action::TieElement, &found.facts());
        notice("warning", about(inside, "chain-notice-orphan", element), String::new(), may_tie.then_some(link));
    }
    if element.state.is_live() && spec.is_none() {
        notice("warning", t.say("chain-notice-no-spec"), String::new(), None);
    }
    notices
}

/// What and why.
fn texts(inside: &Inside, found: &ElementPage) -> Vec<Text> {
    let (t, content) = (inside.t(), &found.element.content);
    let goal = &content.goal;
    let effect = inside.voice.about("chain-expected-effect", inside.voice.noun(Noun::Effect));
    let mut texts = vec![
        (String::new(), content.text.as_str()),
        (t.say("field-vision"), goal.vision.as_str()),
        (t.say("field-motivation"), goal.motivation.as_str()),
        (effect, goal.expected_effect.as_str()),
        (t.say("field-target-group"), goal.target_group.as_str()),
    ];
    if let Some(action) = &content.action {
        texts.push((t.say("field-dropped-because"), action.dropped_because.as_str()));
        texts.push((t.say("field-benefit-promised"), action.benefit_promised.as_str()));
        texts.push((t.say("field-benefit-harvested"), action.benefit_harvested.as_str()));
    }
    written(texts)
}

/// How it will be followed up and documented.
fn ways(inside: &Inside, found: &ElementPage) -> Vec<Text> {
    let (t, goal) = (inside.t(), &found.element.content.goal);
    let documentation = goal.documentation.map(Documentation::as_str).map(|d| t.say(&format!("documentation-{d}")));
    let documentation = documentation.unwrap_or_default();
    written(vec![(t.say("field-follow-up"), goal.follow_up.as_str()), (t.say("field-documentation"), &documentation)])
}

fn written(texts: Vec<(String, &str)>) -> Vec<Text> {
    let filled = texts.into_iter().filter(|(_, text)| !text.is_empty());
    filled.map(|(label, text)| Text { label, text: text.to_owned() }).collect()
}

fn criterion_shown(inside: &Inside, criterion: &pejl_domain::chain::Criterion) -> CriterionShown {
    let t = inside.t();
    CriterionShown {
        text: criterion.text.to_string(),
        baseline: baseline(t, criterion),
        targets: targets(t, criterion),
        wanted: wanted(t, criterion),
    }
}

fn direction(inside: &Inside, direction: Option<Direction>) -> String {
    direction.map(|d| inside.t().say(&format!("direction-{}", d.as_str()))).unwrap_or_default()
}

fn open_actions(inside: &Inside, found: &ElementPage) -> Vec<Branch> {
    let t = inside.t();
    let shown = found.around.open_actions.iter().map(|action| Branch {
        named: named(inside, &action.element),
        also: String::new(),
        due: action.due.map(|due| t.date_medium(due)).unwrap_or_default(),
        opens: false,
        closes: 0,
    });
    shown.collect()
}

fn coverage(inside: &Inside, coverage: Coverage) -> String {
    if coverage.is_unasked() {
        return String::new();
    }
    let args = Args::new()
        .count("asked", coverage.asked)
        .count("takenup", coverage.taken_up)
        .count("declined", coverage.declined)
        .count("unanswered", coverage.unanswered);
    inside.t().say_with("chain-coverage", &args)
}

fn stances(inside: &Inside, found: &ElementPage) -> Vec<StanceShown> {
    let (t, actor) = (inside.t(), &inside.visit.actor);
    let in_force = found.element.state.name() == StateName::Adopted;
    let may_ask = in_force && chain::may(actor, pejl_policy::Action::AskStance, &found.facts());
    let shown = found.stances.iter().map(|stance| {
        let name = stance.answer.name();
        let facts = pejl_policy::Facts { line: vec![stance.unit], ..pejl_policy::Facts::default() };
        let may_answer = in_force && chain::may(actor, pejl_policy::Action::AnswerStance, &facts);
        let number = format!("E-{}", stance.serial);
        let answer_href = format!("{}?enhed={number}", deed_href(inside, &found.element.number, "svar"));
        StanceShown {
            unit: stance.name.clone(),
            href: inside.href(&format!("enhed/{number}")),
            answer: t.say(&format!("answer-{}", name.as_str())),
            reason: match &stance.answer {
                pejl_domain::chain::Answer::Declined { reason } => reason.to_string(),
                pejl_domain::chain::Answer::Asked | pejl_domain::chain::Answer::TakenUp => String::new(),
            },
            on: stance.answered_on.map(|on| t.date_medium(on)).unwrap_or_default(),
            answer_href: may_answer.then_some(answer_href),
            again: (may_ask && name != AnswerName::Asked).then_some(number),
        }
    });
    shown.collect()
}

/// How good a goal is as a goal, and what would make it better. Only while something can still be done about it.
fn advice(inside: &Inside, found: &ElementPage) -> (String, Vec<Advice>) {
    let (t, element) = (inside.t(), &found.element);
    let spec = inside.visit.place.model.spec(element.kind, &element.level);
    let Some(spec) = spec.filter(|_| element.state.is_live()) else { return (String::new(), Vec::new()) };
    let mut advice = Vec::new();
    let mut summary = String::new();
    if element.kind == ElementKind::Goal {
        let facts = QualityFacts::of(&element.content, &found.tied, element.decision.is_some(), found.is_one_of_few);
        let quality = Quality::judge(spec, &facts);
        summary = t.say_with("chain-quality", &Args::new().count("met", quality.met.len()).count("asked", quality.asked()));
        advice.extend(quality.unmet.iter().map(|check| Advice { text: t.say(&format!("quality-{}-advice", check.as_str())) }));
        advice.extend(wording_advice(&element.content).map(|s| Advice { text: inside.voice.tell(&s) }));
    }
    advice.extend(horizon_advice(spec, &element.content).map(|s| Advice { text: inside.voice.tell(&s) }));
    (summary, advice)
}
