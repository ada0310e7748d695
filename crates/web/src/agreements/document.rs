//! An agreement as a document: what the parties read and sign, with what stands around each goal where the reader is on its
//! page.

use std::collections::BTreeMap;

use pejl_app::agreements::{AgreementPage, GoalHere};
use pejl_app::orgs;
use pejl_domain::agreements::frozen::{FrozenGoal, FrozenTheme};
use pejl_domain::agreements::{AgreementVerb, Frozen, GoalPlace};
use pejl_domain::chain::{Content, Criterion, StateName};
use pejl_domain::models::{ElementKind, Noun};
use pejl_kernel::{Number, PositionId};
use pejl_lang::{Args, Speech};

use super::loading::{agreement_href, deed_href, letter_link};
use crate::chain::said::{baseline, wanted};
use crate::chain::{Positions, element_href};
use crate::ending::Stop;
use crate::inside::Inside;
use crate::voice::{Voice, capital};

/// The text of an agreement, ready to be shown.
pub(super) struct Doc {
    pub principal: Named,
    pub agents: Vec<Named>,
    pub years: String,
    pub reason: String,
    pub sections: Vec<(String, String)>,
    pub themes: Vec<ThemeDoc>,
    pub goals_word: String,
    pub no_goals: String,
    pub places: Vec<PlaceDoc>,
    pub actions_word: String,
    pub actions: Vec<GoalDoc>,
    pub frame: Option<(String, String)>,
    pub follow_up: String,
    pub reporting: String,
    pub rules: Vec<RuleDoc>,
    pub heard: Vec<HeardDoc>,
}

/// Something with a name that may have a page.
pub(super) struct Named {
    pub name: String,
    pub href: String,
}

pub(super) struct ThemeDoc {
    pub name: String,
    pub question: String,
    pub answer: String,
    /// The strategy letter that asks it: words and address; none where the model does.
    pub letter: Option<(String, String)>,
}

/// The goals that came in the same way.
pub(super) struct PlaceDoc {
    pub word: String,
    pub goals: Vec<GoalDoc>,
}

/// A goal or an action in the text.
#[derive(Default)]
pub(super) struct GoalDoc {
    pub number: String,
    pub title: String,
    pub href: String,
    pub owner: String,
    pub text: String,
    pub note: String,
    /// Label and text of what else it says.
    pub says: Vec<(String, String)>,
    pub criteria_word: String,
    pub criteria: Vec<String>,
    /// Where it stands now; "" where the reader reads an edition.
    pub state: &'static str,
    pub state_word: String,
    /// What it serves upwards, nearest first: kind, title, address.
    pub serves: Vec<(String, Named)>,
    pub also: Vec<Named>,
    pub also_more: String,
    /// Counter-proposals about it that wait for an answer.
    pub open: Option<String>,
    /// Where this reader proposes something else.
    pub counter_href: Option<String>,
}

pub(super) struct RuleDoc {
    pub subject: String,
    pub latitude: String,
    pub rule: String,
}

pub(super) struct HeardDoc {
    pub group: String,
    pub from: String,
    pub on: String,
    pub text: String,
}

/// The document as its page shows it: with where each goal stands, what it serves, and where it is talked about.
pub(super) async fn of_page(inside: &mut Inside, found: &AgreementPage) -> Result<Doc, Stop> {
    let titles = titles(inside, &found.text).await?;
    let mut doc = text(inside, &found.text, &titles);
    let unit = |unit: &pejl_app::overview::UnitMention| inside.href(&format!("enhed/E-{}", unit.serial));
    doc.principal.href = unit(&found.shown.principal.unit);
    for agent in &mut doc.agents {
        let party = found.shown.agents.iter().find(|party| party.unit.name == agent.name);
        agent.href = party.map(|party| unit(&party.unit)).unwrap_or_default();
    }
    let here: BTreeMap<String, &GoalHere> = found.shown.goals.iter().map(|g| (g.element.number.to_string(), g)).collect();
    for goal in doc.places.iter_mut().flat_map(|place| &mut place.goals) {
        if let Some(known) = here.get(&goal.number) {
            around(inside, found, known, goal);
        }
    }
    Ok(doc)
}

/// The document alone, as an edition or as what is about to be signed.
pub(super) async fn of_text(inside: &mut Inside, frozen: &Frozen) -> Result<Doc, Stop> {
    let titles = titles(inside, frozen).await?;
    Ok(text(inside, frozen, &titles))
}

/// The titles of the positions that goals name.
async fn titles(inside: &mut Inside, frozen: &Frozen) -> Result<Positions, Stop> {
    let ids: Vec<PositionId> = frozen.goals.iter().filter_map(|goal| goal.content.goal.responsible).collect();
    if ids.is_empty() {
        return Ok(Positions::new());
    }
    let sight = inside.visit.sight;
    Ok(orgs::position_titles(&mut inside.tx, &sight, &ids).await?.into_iter().collect())
}

fn text(inside: &Inside, frozen: &Frozen, titles: &Positions) -> Doc {
    let (t, voice) = (inside.t(), &inside.voice);
    let alone = |name: &String| Named { name: name.clone(), href: String::new() };
    let heard = frozen.heard.iter().map(|(group, from, on, text)| HeardDoc {
        group: capital(&t.say(&format!("heard-{group}"))),
        from: from.clone(),
        on: t.date(on),
        text: text.clone(),
    });
    Doc {
        principal: alone(&frozen.principal),
        agents: frozen.agents.iter().map(alone).collect(),
        years: t.years(frozen.period),
        reason: frozen.reason.clone(),
        sections: frozen.sections.clone(),
        themes: frozen.themes.iter().map(|theme| theme_doc(inside, theme)).collect(),
        goals_word: capital(&voice.noun(Noun::Goal).plural),
        no_goals: if frozen.goals.is_empty() { voice.about("agreement-no-goals", voice.noun(Noun::Goal)) } else { String::new() },
        places: places(inside, frozen, titles),
        actions_word: capital(&voice.noun(Noun::Action).plural),
        actions: frozen.actions.iter().map(|action| goal_doc(inside, action, titles)).collect(),
        frame: frozen.frame.as_ref().map(|(amount, source)| (t.kroner(amount), source.clone())),
        follow_up: frozen.follow_up.clone(),
        reporting: frozen.reporting.clone(),
        rules: frozen.rules.iter().map(|rule| rule_doc(t, rule)).collect(),
        heard: heard.collect(),
    }
}

fn rule_doc(t: Speech, (subject, latitude, rule): &(String, String, String)) -> RuleDoc {
    RuleDoc { subject: subject.clone(), latitude: t.say(&format!("latitude-{latitude}")), rule: rule.clone() }
}

/// Themes in the reader's language where the model still has them; what was signed is the Danish.
fn theme_doc(inside: &Inside, theme: &FrozenTheme) -> ThemeDoc {
    let known = inside.voice.model.themes.iter().find(|known| known.key.as_str() == theme.key && known.name.da == theme.name);
    ThemeDoc {
        name: known.map_or_else(|| theme.name.clone(), |known| inside.voice.text(&known.name).to_owned()),
        question: known.map_or_else(|| theme.question.clone(), |known| inside.voice.text(&known.question).to_owned()),
        answer: theme.answer.clone(),
        letter: known.and_then(|known| letter_link(inside, known.letter)),
    }
}

fn places(inside: &Inside, frozen: &Frozen, titles: &Positions) -> Vec<PlaceDoc> {
    let of = |place: &GoalPlace| {
        let goals = frozen.goals.iter().filter(|goal| goal.place == Some(*place));
        PlaceDoc {
            word: inside.t().say(&format!("goal-place-{}", place.as_str())),
            goals: goals.map(|goal| goal_doc(inside, goal, titles)).collect(),
        }
    };
    GoalPlace::ALL.iter().map(of).filter(|place| !place.goals.is_empty()).collect()
}

fn goal_doc(inside: &Inside, goal: &FrozenGoal, titles: &Positions) -> GoalDoc {
    let t = inside.t();
    let content = &goal.content;
    GoalDoc {
        number: goal.number.clone(),
        title: content.title.to_string(),
        href: goal.number.parse::<Number>().map(|number| element_href(inside, &number)).unwrap_or_default(),
        owner: goal.owner.clone(),
        text: content.text.to_string(),
        note: goal.note.clone(),
        says: says(inside, content, titles),
        criteria_word: capital(&inside.voice.noun(Noun::Criterion).plural),
        criteria: content.goal.criteria.iter().map(|criterion| criterion_said(t, criterion)).collect(),
        ..GoalDoc::default()
    }
}

/// Effect, deadline, who answers, and of an action when and who.
fn says(inside: &Inside, content: &Content, titles: &Positions) -> Vec<(String, String)> {
    let (t, goal) = (inside.t(), &content.goal);
    let day = |day: Option<jiff::civil::Date>| day.map(|day| t.date(day)).unwrap_or_default();
    let effect = inside.voice.about("chain-expected-effect", inside.voice.noun(Noun::Effect));
    let responsible = goal.responsible.map(|id| titles.get(&id).cloned().unwrap_or_else(|| t.say("chain-position-elsewhere")));
    let mut says = vec![
        (effect, goal.expected_effect.to_string()),
        (t.say("field-due"), day(goal.due)),
        (t.say("field-responsible"), responsible.unwrap_or_default()),
        (t.say("field-follow-up"), goal.follow_up.to_string()),
    ];
    if let Some(action) = &content.action {
        says.push((t.say("field-from"), day(action.from)));
        says.push((t.say("field-to"), day(action.to)));
        says.push((t.say("field-who"), action.who.to_string()));
        says.push((t.say("field-cost"), action.cost.map(|cost| t.kroner(cost)).unwrap_or_default()));
    }
    says.retain(|(_, text)| !text.is_empty());
    says
}

/// `Andel der læser: mindst 90 % (udgangspunkt 85 %, 31. dec. 2017)`.
fn criterion_said(t: Speech, criterion: &Criterion) -> String {
    let mut marks = vec![wanted(t, criterion)];
    marks.extend(baseline(t, criterion).map(|began| {
        let label = t.say("field-baseline").to_lowercase();
        let parts = [label, began.figure, began.on];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }));
    marks.retain(|mark| !mark.is_empty());
    if marks.is_empty() {
        return criterion.text.to_string();
    }
    t.say_with("chain-criterion-said", &Args::new().text("text", &criterion.text).text("marks", marks.join("; ")))
}

/// Where a goal stands, what it serves, where else it is agreed, and what is being said about it.
fn around(inside: &Inside, found: &AgreementPage, here: &GoalHere, goal: &mut GoalDoc) {
    let (t, voice, element) = (inside.t(), &inside.voice, &here.element);
    let state = element.state.name();
    goal.state = Voice::sign(state, None);
    goal.state_word = voice.state(element.kind, &element.level, state, None);
    goal.serves = here
        .serves
        .iter()
        .filter(|serves| is_above(serves.element.kind))
        .map(|serves| {
            let of = &serves.element;
            let word = capital(&voice.element(of.kind, &of.level).singular);
            (word, Named { name: of.title.clone(), href: element_href(inside, &of.number) })
        })
        .collect();
    goal.also = here
        .also_in
        .iter()
        .map(|other| {
            let agents: Vec<&str> = other.agents.iter().map(|agent| agent.name.as_str()).collect();
            Named { name: format!("{} {}", agents.join(", "), t.years(other.period)), href: agreement_href(inside, &other.number) }
        })
        .collect();
    let more = here.also_in_total.saturating_sub(here.also_in.len());
    goal.also_more = if more > 0 { t.n("agreement-also-more", more) } else { String::new() };
    let open = found.shown.counters.iter().filter(|row| row.counter.goal == element.id && row.counter.is_open()).count();
    goal.open = (open > 0).then(|| t.n("agreement-counters-open", open));
    let is_open_to_talk = matches!(state, StateName::Draft | StateName::Returned);
    if is_open_to_talk && found.may.contains(&AgreementVerb::Negotiate) {
        let number = &found.shown.agreement.number;
        goal.counter_href = Some(format!("{}?maal={}", deed_href(inside, number, "modforslag"), element.number));
    }
}

/// What belongs to the line of sight: what is decided above, not what goes beside.
const fn is_above(kind: ElementKind) -> bool {
    match kind {
        ElementKind::Objective | ElementKind::Policy | ElementKind::Guidepost | ElementKind::FocusArea | ElementKind::Goal => true,
        ElementKind::Action | ElementKind::ValueMarker | ElementKind::Source => false,
    }
}
