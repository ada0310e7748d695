//! What comes back down: feedback to one unit or to several at once, and what follows for a unit.

use axum::Form;
use axum::extract::{Path, Query};
use axum::response::Response;
use pejl_app::rounds::FeedbackTo;
use pejl_app::{Ending, chain, rounds};
use pejl_domain::Sentence;
use pejl_domain::models::Key;
use pejl_domain::rounds::frozen::{GoalSeen, RoundPage, UnitSeen};
use pejl_domain::rounds::{FeedbackKind, Round};
use pejl_kernel::{ElementId, Number, UnitId};
use pejl_policy::Action;

use super::loading::{Looked, form_about, href_of, looked_at, must, speaks_for, the_round, unit_href};
use crate::chain::field::{Fields, Input, beside_fields};
use crate::ending::Stop;
use crate::forms::{Choice, Faults, Reader, Typed};
use crate::inside::{Inside, deed};
use crate::small_form::SmallForm;

type At = Path<(String, String, String)>;
type Asked = Query<Vec<(String, String)>>;
type Sent = Form<Vec<(String, String)>>;

/// Who answers whom: a unit those right below it, or a receiver the unit that is looked at.
pub(super) struct Giving {
    pub from: UnitId,
    pub from_name: String,
    pub to: Vec<UnitSeen>,
    /// The goals it may be about; only where one unit is answered.
    pub goals: Vec<GoalSeen>,
}

/// Who the reader may answer, looking at a unit; `None` for nobody.
pub(super) fn giving(inside: &Inside, looked: &Looked, page: Option<&RoundPage>) -> Option<Giving> {
    let page = page?;
    if speaks_for(inside, looked.unit.id) && !page.below.is_empty() {
        return Some(Giving {
            from: looked.unit.id,
            from_name: looked.unit.name.clone(),
            to: page.below.iter().map(|line| line.unit.clone()).collect(),
            goals: Vec::new(),
        });
    }
    let receives = |above: &&pejl_app::shown::UnitInLine| looked.facts.bodies.contains(&above.id) && speaks_for(inside, above.id);
    let receiver = looked.above.iter().find(receives)?;
    let mut goals = page.own.clone();
    goals.extend(page.deviations.iter().filter(|goal| !page.own.iter().any(|own| own.id == goal.id)).cloned());
    Some(Giving { from: receiver.id, from_name: receiver.name.clone(), to: vec![page.unit.clone()], goals })
}

pub(super) async fn page_of_unit(inside: &mut Inside, round: &Round, looked: &Looked) -> Result<Option<RoundPage>, Stop> {
    let (sight, place) = (inside.visit.sight, inside.visit.place.clone());
    match rounds::round_page(&mut inside.tx, &sight, &place, round, looked.unit.id).await {
        Ok(page) => Ok(Some(page)),
        Err(Ending::NotFound) => Ok(None),
        Err(ending) => Err(ending.into()),
    }
}

fn give_form(inside: &Inside, round: &Round, looked: &Looked, giving: &Giving, typed: &Typed, faults: &Faults) -> SmallForm {
    let t = inside.t();
    let make = Fields { t, typed, faults };
    let chosen: Vec<&str> = typed.all("to").collect();
    let to = |unit: &UnitSeen| {
        let number = format!("E-{}", unit.serial);
        let is_chosen = chosen.contains(&number.as_str()) || giving.to.len() == 1;
        Choice::new(number, unit.name.clone(), is_chosen)
    };
    let mut fields = Vec::new();
    if giving.to.len() > 1 {
        let units = giving.to.iter().map(to).collect();
        fields.push(make.named("to", "rounds-feedback-units", Input::Boxes(units)).required());
    }
    if !giving.goals.is_empty() {
        fields.push(make.named("goal", "rounds-feedback-about", Input::Select(goal_choices(inside, &giving.goals, typed))));
    }
    let kinds = make.choices("kind", "feedback-kind", FeedbackKind::ALL.iter().map(|kind| kind.as_str()));
    fields.push(make.named("kind", "rounds-feedback-kind", Input::Radios(kinds)).required());
    fields.push(make.named("text", "rounds-feedback-text", Input::Area).hint(t.say("rounds-feedback-text-hint")));
    let title = match giving.to.as_slice() {
        [one] => t.a("rounds-feedback-to", "unit", &one.name),
        _ => t.say("rounds-feedback-give"),
    };
    SmallForm {
        lead: t.a("rounds-feedback-lead", "from", &giving.from_name),
        submit: t.say("rounds-feedback-send"),
        back: unit_href(&href_of(inside, round), looked.unit.serial),
        ..form_about(inside, round, title, fields, faults)
    }
}

/// All of it, or one goal.
fn goal_choices(inside: &Inside, goals: &[GoalSeen], typed: &Typed) -> Vec<Choice> {
    let chosen = typed.get("goal");
    let mut choices = vec![Choice::new("", inside.t().say("rounds-about-all"), chosen.is_empty())];
    choices.extend(goals.iter().map(|goal| {
        let label = format!("{} {}", goal.number, goal.title);
        Choice::new(goal.number.clone(), label, chosen == goal.number)
    }));
    choices
}

/// Who may answer, or who may be told that they may not.
async fn giver(inside: &mut Inside, round: &Round, query: &Typed) -> Result<(Looked, Giving), Stop> {
    let looked = looked_at(inside, query).await?;
    let page = page_of_unit(inside, round, &looked).await?;
    match giving(inside, &looked, page.as_ref()) {
        Some(giving) => Ok((looked, giving)),
        None => {
            must(inside, Action::GiveFeedback, &looked.facts)?;
            Err(Stop(Ending::NotFound))
        }
    }
}

/// `GET …/tilbagemelding?enhed=E-3`
pub(crate) async fn give_page(mut inside: Inside, Path((_, year, key)): At, Query(query): Asked) -> Result<Response, Stop> {
    let (round, query) = (the_round(&mut inside, &year, &key).await?, Typed(query));
    let (looked, giving) = giver(&mut inside, &round, &query).await?;
    Ok(give_form(&inside, &round, &looked, &giving, &query, &Faults::default()).show())
}

/// `POST …/tilbagemelding?enhed=E-3`
pub(crate) async fn give(
    mut inside: Inside,
    Path((_, year, key)): At,
    Query(query): Asked,
    Form(typed): Sent,
) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let round = the_round(&mut inside, &year, &key).await?;
    let (looked, giving) = giver(&mut inside, &round, &Typed(query)).await?;
    let mut reader = Reader::new(&typed, inside.t(), inside.visit.actor.on);
    let kind = reader.chosen("kind", FeedbackKind::parse);
    let text = reader.prose("text");
    let chosen: Vec<&str> = typed.all("to").collect();
    let meant = |unit: &&UnitSeen| giving.to.len() == 1 || chosen.contains(&format!("E-{}", unit.serial).as_str());
    let goal = giving.goals.iter().find(|goal| goal.number == typed.get("goal")).map(|goal| goal.id);
    let to: Vec<FeedbackTo> = giving.to.iter().filter(meant).map(|unit| FeedbackTo { unit: unit.id, goal }).collect();
    if to.is_empty() {
        reader.fault("to", inside.t().say("rounds-feedback-nobody"));
    }
    let faults = reader.faults;
    let (Some(kind), true) = (kind, faults.is_empty()) else {
        return Ok(give_form(&inside, &round, &looked, &giving, &typed, &faults).show());
    };
    match deed!(inside, desk => rounds::give_feedback(&mut desk, round.id, giving.from, &to, kind, text)) {
        Ok(given) => {
            let word = Sentence::new("rounds-feedback-given").count("count", given.len());
            let href = href_of(&inside, &round);
            let back = match typed.get("fra") {
                "resume" => format!("{href}/resume?enhed={}", looked.number()),
                _ => unit_href(&href, looked.unit.serial),
            };
            Ok(inside.done(&word, &back).await)
        }
        Err(Ending::Refused(refused)) => {
            let faults = beside_fields(inside.reasons(&refused));
            Ok(give_form(&inside, &round, &looked, &giving, &typed, &faults).show())
        }
        Err(ending) => Err(ending.into()),
    }
}

fn consequence_form(
    inside: &Inside,
    round: &Round,
    looked: &Looked,
    goals: &[GoalSeen],
    typed: &Typed,
    faults: &Faults,
) -> SmallForm {
    let t = inside.t();
    let make = Fields { t, typed, faults };
    let all = inside.voice.model.consequences.iter();
    let choices =
        all.map(|c| Choice::new(c.key.as_str(), inside.voice.text(&c.name), typed.get("consequence") == c.key.as_str())).collect();
    let fields = vec![
        make.named("consequence", "rounds-consequence", Input::Radios(choices)).required(),
        make.named("goal", "rounds-consequence-about", Input::Select(goal_choices(inside, goals, typed))),
        make.named("grounds", "rounds-grounds", Input::Area).required(),
    ];
    SmallForm {
        lead: t.say("rounds-consequence-lead"),
        submit: t.say("rounds-consequence-save"),
        back: unit_href(&href_of(inside, round), looked.unit.serial),
        ..form_about(inside, round, t.a("rounds-consequence-for", "unit", &looked.unit.name), fields, faults)
    }
}

async fn follower(inside: &mut Inside, round: &Round, query: &Typed) -> Result<(Looked, Vec<GoalSeen>), Stop> {
    let looked = looked_at(inside, query).await?;
    must(inside, Action::GiveConsequence, &looked.facts)?;
    let page = page_of_unit(inside, round, &looked).await?;
    Ok((looked, page.map(|page| page.own).unwrap_or_default()))
}

/// `GET …/konsekvens?enhed=E-3`
pub(crate) async fn consequence_page(mut inside: Inside, Path((_, year, key)): At, Query(query): Asked) -> Result<Response, Stop> {
    let (round, query) = (the_round(&mut inside, &year, &key).await?, Typed(query));
    let (looked, goals) = follower(&mut inside, &round, &query).await?;
    Ok(consequence_form(&inside, &round, &looked, &goals, &query, &Faults::default()).show())
}

/// `POST …/konsekvens?enhed=E-3`
pub(crate) async fn consequence(
    mut inside: Inside,
    Path((_, year, key)): At,
    Query(query): Asked,
    Form(typed): Sent,
) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let round = the_round(&mut inside, &year, &key).await?;
    let (looked, goals) = follower(&mut inside, &round, &Typed(query)).await?;
    let mut reader = Reader::new(&typed, inside.t(), inside.visit.actor.on);
    let chosen = reader.chosen("consequence", Key::parse);
    let grounds = reader.prose("grounds");
    let faults = reader.faults;
    let (Some(chosen), true) = (chosen, faults.is_empty()) else {
        return Ok(consequence_form(&inside, &round, &looked, &goals, &typed, &faults).show());
    };
    let goal = the_goal(&mut inside, typed.get("goal")).await?;
    let unit = looked.unit.id;
    match deed!(inside, desk => rounds::give_consequence(&mut desk, round.id, unit, goal, &chosen, grounds)) {
        Ok(_) => {
            let word = Sentence::new("rounds-consequence-given").text("unit", &looked.unit.name);
            Ok(inside.done(&word, &unit_href(&href_of(&inside, &round), looked.unit.serial)).await)
        }
        Err(Ending::Refused(refused)) => {
            let faults = beside_fields(inside.reasons(&refused));
            Ok(consequence_form(&inside, &round, &looked, &goals, &typed, &faults).show())
        }
        Err(ending) => Err(ending.into()),
    }
}

async fn the_goal(inside: &mut Inside, number: &str) -> Result<Option<ElementId>, Stop> {
    if number.is_empty() {
        return Ok(None);
    }
    let number = number.parse::<Number>().map_err(|_| Ending::NotFound)?;
    Ok(Some(chain::by_number(&mut inside.tx, &inside.visit.sight, number).await?.id))
}
