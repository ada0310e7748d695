//! A unit's line of sight: what it is part of, what it has promised, and what is expected of it (T3). Everybody reads it.

use askama::Template;
use axum::extract::Query;
use axum::response::Response;
use pejl_app::agreements::{self, GoalInSight, LineOfSight, PutBeforeAgent};
use pejl_app::overview::Mention;
use pejl_app::shown::UnitInLine;
use pejl_app::{Ending, orgs};
use pejl_domain::agreements::themes_asked;
use pejl_domain::chain::AnswerName;
use pejl_domain::models::{ElementKind, Noun};

use super::loading::{Mentioned, agreement_href, mentioned, room};
use crate::chain::element_href;
use crate::ending::Stop;
use crate::forms::Typed;
use crate::inside::Inside;
use crate::orgs::unit_serial;
use crate::page::{Page, show};
use crate::voice::{Voice, capital};

#[derive(Template)]
#[template(path = "agreements/sight.html")]
struct Sight {
    page: Page,
    unit: String,
    unit_href: String,
    agreements: Vec<Mentioned>,
    /// What is above the unit's goals, by kind from the top.
    above: Vec<Above>,
    goals_word: String,
    goals: Vec<Goal>,
    themes: Vec<(String, String)>,
    put_before: Vec<Put>,
    is_empty: bool,
}

struct Above {
    word: String,
    explanation: String,
    items: Vec<Item>,
}

struct Item {
    title: String,
    number: String,
    owner: String,
    href: String,
    /// How many of the unit's goals serve it.
    served: String,
}

struct Goal {
    title: String,
    number: String,
    href: String,
    place: String,
    state: &'static str,
    state_word: String,
    /// The agreements it stands in: number and address.
    agreements: Vec<(String, String)>,
    serves: Vec<(String, String)>,
}

struct Put {
    word: String,
    title: String,
    number: String,
    href: String,
    answer: String,
    reason: String,
    on: String,
}

/// The kinds that stand above, from the top.
const ABOVE: [ElementKind; 5] =
    [ElementKind::Objective, ElementKind::Policy, ElementKind::Guidepost, ElementKind::FocusArea, ElementKind::Goal];

/// `GET /{m}/aftaler/sigtelinje?enhed=E-12`; without a unit, the reader's own.
pub(super) async fn line_of_sight(mut inside: Inside, Query(query): Query<Vec<(String, String)>>) -> Result<Response, Stop> {
    let sight = inside.visit.sight;
    let units = orgs::unit_options(&mut inside.tx, &sight).await?;
    let query = Typed(query);
    let unit = match query.get("enhed") {
        "" => own(&inside, &units),
        text => unit_serial(text).and_then(|serial| units.iter().find(|unit| unit.serial == serial)),
    };
    let unit = unit.cloned().ok_or(Stop(Ending::NotFound))?;
    let line = agreements::line_of_sight(&mut inside.tx, &sight, unit.id).await?;
    Ok(show(&view(&inside, &unit, &line)))
}

fn own<'u>(inside: &Inside, units: &'u [UnitInLine]) -> Option<&'u UnitInLine> {
    let posts = &inside.visit.actor.posts;
    posts.iter().find_map(|post| units.iter().find(|unit| unit.id == post.unit)).or(units.first())
}

fn view(inside: &Inside, unit: &UnitInLine, line: &LineOfSight) -> Sight {
    let t = inside.t();
    let title = t.a("agreements-sight-title", "unit", &unit.name);
    let unit_href = inside.href(&format!("enhed/E-{}", unit.serial));
    Sight {
        page: room(inside, title.clone()).crumb(unit.name.clone(), unit_href.clone()).here(t.say("agreements-sight")),
        unit: unit.name.clone(),
        unit_href,
        agreements: line.agreements.iter().map(|one| mentioned(inside, one)).collect(),
        above: above(inside, line),
        goals_word: capital(&inside.voice.noun(Noun::Goal).plural),
        goals: once(line).into_iter().map(|goal| goal_shown(inside, line, goal)).collect(),
        themes: themes(inside, line),
        put_before: line.put_before.iter().map(|put| put_shown(inside, put)).collect(),
        is_empty: line.agreements.is_empty() && line.put_before.is_empty(),
    }
}

/// The goals, each once, also where it stands in the agreements of several years.
fn once(line: &LineOfSight) -> Vec<&GoalInSight> {
    let mut goals: Vec<&GoalInSight> = Vec::new();
    for goal in &line.goals {
        if !goals.iter().any(|one| one.goal.id == goal.goal.id) {
            goals.push(goal);
        }
    }
    goals
}

/// Everything above the unit's goals, each once, with how many of them serve it.
fn above(inside: &Inside, line: &LineOfSight) -> Vec<Above> {
    let mut found: Vec<(&Mention, usize)> = Vec::new();
    let own: Vec<_> = line.goals.iter().map(|goal| goal.goal.id).collect();
    for serves in once(line).into_iter().flat_map(|goal| &goal.serves) {
        match found.iter_mut().find(|(of, _)| of.id == serves.element.id) {
            Some((_, count)) => *count += 1,
            None if own.contains(&serves.element.id) => {}
            None => found.push((&serves.element, 1)),
        }
    }
    let mut groups: Vec<Above> = Vec::new();
    for kind in ABOVE {
        let of_kind: Vec<_> = found.iter().filter(|(of, _)| of.kind == kind).collect();
        let mut levels: Vec<_> = of_kind.iter().map(|(of, _)| of.level.clone()).collect();
        let place = |level: &pejl_domain::models::Key| inside.voice.model.levels.iter().position(|l| l.key == *level);
        levels.sort_by_key(place);
        levels.dedup();
        for level in levels {
            let forms = inside.voice.element(kind, &level);
            let here = of_kind.iter().filter(|(of, _)| of.level == level).map(|(of, count)| item(inside, of, *count));
            let word = capital(&forms.plural);
            // Two levels may call it the same.
            match groups.iter_mut().find(|group| group.word == word) {
                Some(group) => group.items.extend(here),
                None => groups.push(Above { items: here.collect(), explanation: forms.explanation.clone(), word }),
            }
        }
    }
    groups
}

fn item(inside: &Inside, of: &Mention, count: usize) -> Item {
    Item {
        title: of.title.clone(),
        number: of.number.to_string(),
        owner: of.owner.name.clone(),
        href: element_href(inside, &of.number),
        served: inside.t().n("agreements-sight-served", count),
    }
}

fn goal_shown(inside: &Inside, line: &LineOfSight, goal: &GoalInSight) -> Goal {
    let (t, of) = (inside.t(), &goal.goal);
    let stands = line.goals.iter().filter(|one| one.goal.id == of.id);
    let agreements = stands.filter_map(|one| line.agreements.iter().find(|agreement| agreement.id == one.agreement));
    let serves = goal.serves.iter().filter(|serves| serves.far == 1 && ABOVE.contains(&serves.element.kind));
    Goal {
        title: of.title.clone(),
        number: of.number.to_string(),
        href: element_href(inside, &of.number),
        place: t.say(&format!("goal-place-{}", goal.place.as_str())),
        state: Voice::sign(of.state.name(), of.progress),
        state_word: inside.voice.state(of.kind, &of.level, of.state.name(), of.progress),
        agreements: agreements.map(|one| (one.number.to_string(), agreement_href(inside, &one.number))).collect(),
        serves: serves.map(|serves| (serves.element.title.clone(), element_href(inside, &serves.element.number))).collect(),
    }
}

/// The themes of its agreements' years: name and question.
fn themes(inside: &Inside, line: &LineOfSight) -> Vec<(String, String)> {
    let mut themes: Vec<(String, String)> = Vec::new();
    for one in &line.agreements {
        for theme in themes_asked(&inside.voice.model, &one.kind, one.period) {
            let said = (inside.voice.text(&theme.name).to_owned(), inside.voice.text(&theme.question).to_owned());
            if !themes.contains(&said) {
                themes.push(said);
            }
        }
    }
    themes
}

fn put_shown(inside: &Inside, put: &PutBeforeAgent) -> Put {
    let (t, of) = (inside.t(), &put.element);
    Put {
        word: capital(&inside.voice.element(of.kind, &of.level).singular),
        title: of.title.clone(),
        number: of.number.to_string(),
        href: element_href(inside, &of.number),
        answer: match put.answer {
            AnswerName::Asked => t.say("agreements-sight-unanswered"),
            AnswerName::TakenUp | AnswerName::Declined => t.say(&format!("answer-{}", put.answer.as_str())),
        },
        reason: put.reason.clone(),
        on: put.answered_on.map(|on| t.date_medium(on)).unwrap_or_default(),
    }
}
