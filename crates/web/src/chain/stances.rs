//! Putting a goal before units below, and answering for one.

use askama::Template;
use axum::Form;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use pejl_app::chain::{self, StanceAnswer};
use pejl_app::shown::{UnitFilter, UnitInLine, UnitRow};
use pejl_app::{Desk, Ending, orgs};
use pejl_domain::Sentence;
use pejl_domain::chain::{AnswerName, Element, Stance};
use pejl_domain::models::Key;
use pejl_kernel::{ElementId, UnitId};
use pejl_policy::Action;

use crate::chain::element_href;
use crate::chain::field::{Field, Fields, Input, beside_fields, summary};
use crate::chain::loading::{about, facts, must_be_given, page_of, the_element};
use crate::ending::Stop;
use crate::forms::{Choice, Faults, Reader, Typed};
use crate::inside::{Inside, deed};
use crate::orgs::unit_serial;
use crate::page::{Page, show, show_with};
use crate::voice::capital;

type Sent = Form<Vec<(String, String)>>;
type At = Path<(String, String)>;

/// How many units a page offers at a time; with more, a level or a kind is chosen first.
const MOST_UNITS: usize = 200;
/// How many are read to find them among.
const MOST_READ: i64 = 2_000;

/// The page on which a goal is put before units.
#[derive(Template)]
#[template(path = "chain/ask.html")]
struct Ask {
    page: Page,
    lead: String,
    faults: Faults,
    levels: Vec<Choice>,
    kinds: Vec<Choice>,
    units: Option<Field>,
    empty: String,
    more: String,
    submit: String,
    back: String,
}

async fn asker(inside: &mut Inside, number: &str) -> Result<Element, Stop> {
    let element = the_element(inside, number).await?;
    let facts = facts(inside, &element).await?;
    must_be_given(inside, Action::AskStance, &facts)?;
    Ok(element)
}

async fn ask_form(inside: &mut Inside, element: &Element, typed: &Typed, faults: Faults) -> Result<Ask, Stop> {
    let (sight, place) = (inside.visit.sight, inside.visit.place.clone());
    let (level, kind) = (Key::parse(typed.get("niveau")), Key::parse(typed.get("type")));
    let asked = chain::element_page(&mut inside.tx, &sight, &place, element.number).await?.stances;
    // Where no level is chosen, every one below the owner's; a unit is put before units below it, not above.
    let below = place.model.depth(&element.level);
    let is_below = |key: &Key| place.model.depth(key) > below;
    let fits = |row: &UnitRow| {
        let right_level = level.as_ref().map_or_else(|| is_below(&row.level), |l| row.level == *l);
        let right_kind = kind.as_ref().is_none_or(|k| row.kind.as_ref() == Some(k));
        right_level && right_kind && row.id != element.owner && !asked.iter().any(|s| s.unit == row.id)
    };
    let filter = UnitFilter { level: level.clone(), most: MOST_READ, ..UnitFilter::default() };
    let rows = orgs::units(&mut inside.tx, &sight, &filter).await?;
    let mut units: Vec<UnitRow> = rows.into_iter().filter(fits).collect();
    let is_more = units.len() > MOST_UNITS;
    units.truncate(MOST_UNITS);
    units.sort_by_key(|row| place.model.depth(&row.level));

    let (t, voice) = (inside.t(), &inside.voice);
    let chosen: Vec<&str> = typed.all("unit").collect();
    let choices: Vec<Choice> = units.iter().map(|row| unit_choice(inside, row, &chosen)).collect();
    let make = Fields { t, typed, faults: &faults };
    let units = (!choices.is_empty()).then(|| make.named("unit", "chain-ask-units", Input::Boxes(choices)).required());
    let mut levels = vec![Choice::new("", t.say("common-all"), level.is_none())];
    levels.extend(
        voice
            .model
            .levels
            .iter()
            .filter(|l| is_below(&l.key))
            .map(|l| Choice::new(l.key.as_str(), capital(&voice.forms(&l.word).plural), level.as_ref() == Some(&l.key))),
    );
    let mut kinds = vec![Choice::new("", t.say("common-all"), kind.is_none())];
    kinds.extend(
        voice
            .model
            .unit_kinds
            .iter()
            .map(|k| Choice::new(k.key.as_str(), capital(&voice.forms(&k.word).plural), kind.as_ref() == Some(&k.key))),
    );
    Ok(Ask {
        page: page_of(inside, element, about(inside, "chain-ask-title", element)),
        lead: about(inside, "chain-ask-lead", element),
        levels,
        kinds,
        faults: summary(t, &faults, units.iter()),
        units,
        empty: t.say("chain-ask-none"),
        more: if is_more { t.n("chain-ask-more", MOST_UNITS) } else { String::new() },
        submit: t.say("chain-ask-do"),
        back: element_href(inside, &element.number),
    })
}

fn unit_choice(inside: &Inside, row: &UnitRow, chosen: &[&str]) -> Choice {
    let number = format!("E-{}", row.serial);
    let is_chosen = chosen.contains(&number.as_str());
    let kind = row.kind.as_ref().map_or_else(|| inside.voice.level(&row.level), |kind| inside.voice.unit_kind(kind));
    let mut choice = Choice::new(number, row.name.clone(), is_chosen);
    choice.hint = capital(&kind);
    choice
}

/// `GET …/stil-til?niveau=institution&type=skole`
pub(crate) async fn ask_page(
    mut inside: Inside,
    Path((_, number)): At,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Stop> {
    let element = asker(&mut inside, &number).await?;
    Ok(show(&ask_form(&mut inside, &element, &Typed(query), Faults::default()).await?))
}

/// `POST …/stil-til`
pub(crate) async fn ask(mut inside: Inside, Path((_, number)): At, Form(typed): Sent) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let element = asker(&mut inside, &number).await?;
    let all = orgs::unit_options(&mut inside.tx, &inside.visit.sight).await?;
    let units: Vec<UnitId> = typed.all("unit").filter_map(|number| unit_of(&all, number)).map(|u| u.id).collect();
    if units.is_empty() {
        let faults = Faults(vec![("unit".to_owned(), inside.t().say("chain-ask-nobody"))]);
        let form = ask_form(&mut inside, &element, &typed, faults).await?;
        return Ok(show_with(StatusCode::UNPROCESSABLE_ENTITY, &form));
    }
    match deed!(inside, desk => ask_all(&mut desk, element.id, &units)) {
        Ok(()) => {
            let word = element.sentence(&inside.visit.place.model, "chain-asked").count("count", units.len());
            Ok(inside.done(&word, &format!("{}#svar", element_href(&inside, &element.number))).await)
        }
        Err(Ending::Refused(refused)) => {
            let faults = beside_fields(inside.reasons(&refused));
            let form = ask_form(&mut inside, &element, &typed, faults).await?;
            Ok(show_with(StatusCode::UNPROCESSABLE_ENTITY, &form))
        }
        Err(ending) => Err(ending.into()),
    }
}

/// Every unit chosen, or none.
async fn ask_all(desk: &mut Desk, element: ElementId, units: &[UnitId]) -> Result<(), Ending> {
    for unit in units {
        chain::ask_stance(desk, element, *unit).await?;
    }
    Ok(())
}

/// `POST …/spoerg-igen`
pub(crate) async fn ask_again(mut inside: Inside, Path((_, number)): At, Form(typed): Sent) -> Result<Response, Stop> {
    let element = asker(&mut inside, &number).await?;
    let unit = the_unit(&mut inside, Typed(typed).get("unit")).await?;
    deed!(inside, desk => chain::ask_stance(&mut desk, element.id, unit.id))?;
    let word = Sentence::new("chain-asked-again").text("unit", unit.name);
    Ok(inside.done(&word, &format!("{}#svar", element_href(&inside, &element.number))).await)
}

async fn the_unit(inside: &mut Inside, number: &str) -> Result<UnitInLine, Stop> {
    let all = orgs::unit_options(&mut inside.tx, &inside.visit.sight).await?;
    Ok(unit_of(&all, number).cloned().ok_or(Ending::NotFound)?)
}

fn unit_of<'u>(all: &'u [UnitInLine], number: &str) -> Option<&'u UnitInLine> {
    let serial = unit_serial(number)?;
    all.iter().find(|u| u.serial == serial)
}

/// The form in which a unit answers.
#[derive(Template)]
#[template(path = "chain/answer.html")]
struct AnswerForm {
    page: Page,
    lead: String,
    title: String,
    text: String,
    href: String,
    faults: Faults,
    fields: Vec<Field>,
    unit: String,
    submit: String,
}

fn answer_form(inside: &Inside, element: &Element, unit: &UnitInLine, typed: &Typed, faults: Faults) -> AnswerForm {
    let t = inside.t();
    let make = Fields { t, typed, faults: &faults };
    let chosen = typed.get("answer");
    let choices = [AnswerName::TakenUp, AnswerName::Declined]
        .map(|answer| Choice::new(answer.as_str(), t.say(&format!("chain-answer-{}", answer.as_str())), chosen == answer.as_str()));
    let fields = vec![
        make.named("answer", "chain-answer-legend", Input::Radios(choices.into())).required(),
        make.named("reason", "field-reason", Input::Area).hint(t.say("chain-answer-reason-hint")),
    ];
    AnswerForm {
        page: page_of(inside, element, t.a("chain-answer-title", "unit", &unit.name)),
        lead: about(inside, "chain-answer-lead", element),
        title: element.content.title.to_string(),
        text: element.content.text.to_string(),
        href: element_href(inside, &element.number),
        faults: summary(t, &faults, fields.iter()),
        fields,
        unit: format!("E-{}", unit.serial),
        submit: t.say("chain-answer-do"),
    }
}

/// The goal, the unit that answers, and what it answered before.
async fn put_before(inside: &mut Inside, number: &str, unit: &str) -> Result<(Element, UnitInLine, Stance), Stop> {
    let element = the_element(inside, number).await?;
    let unit = the_unit(inside, unit).await?;
    let facts = chain::facts_of_unit(&mut inside.tx, &inside.visit.sight, unit.id).await?;
    must_be_given(inside, Action::AnswerStance, &facts)?;
    let stance = chain::stance_of(&mut inside.tx, &inside.visit.sight, element.id, unit.id).await?;
    Ok((element, unit, stance.ok_or(Ending::NotFound)?))
}

/// `GET …/svar?enhed=E-12`
pub(crate) async fn answer_page(
    mut inside: Inside,
    Path((_, number)): At,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Stop> {
    let (element, unit, stance) = put_before(&mut inside, &number, Typed(query).get("enhed")).await?;
    let reason = match &stance.answer {
        pejl_domain::chain::Answer::Declined { reason } => reason.as_str(),
        pejl_domain::chain::Answer::Asked | pejl_domain::chain::Answer::TakenUp => "",
    };
    let typed = Typed::default().with("answer", stance.answer.name().as_str()).with("reason", reason);
    Ok(show(&answer_form(&inside, &element, &unit, &typed, Faults::default())))
}

/// `POST …/svar`
pub(crate) async fn answer(mut inside: Inside, Path((_, number)): At, Form(typed): Sent) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let (element, unit, _) = put_before(&mut inside, &number, typed.get("enhed")).await?;
    let mut reader = Reader::new(&typed, inside.t(), inside.visit.actor.on);
    let name = reader.chosen("answer", |text| AnswerName::parse(text).filter(|name| *name != AnswerName::Asked));
    let reason = reader.prose("reason");
    let faults = reader.faults;
    let (Some(name), true) = (name, faults.is_empty()) else {
        return Ok(show_with(StatusCode::UNPROCESSABLE_ENTITY, &answer_form(&inside, &element, &unit, &typed, faults)));
    };
    let (given, done_key) = match name {
        AnswerName::Declined => (StanceAnswer::Declined(reason), "chain-declined"),
        AnswerName::TakenUp | AnswerName::Asked => (StanceAnswer::TakenUp, "chain-taken-up"),
    };
    match deed!(inside, desk => chain::answer_stance(&mut desk, element.id, unit.id, given)) {
        Ok(()) => {
            let word = element.sentence(&inside.visit.place.model, done_key).text("unit", unit.name);
            Ok(inside.done(&word, &element_href(&inside, &element.number)).await)
        }
        Err(Ending::Refused(refused)) => {
            let faults = beside_fields(inside.reasons(&refused));
            Ok(show_with(StatusCode::UNPROCESSABLE_ENTITY, &answer_form(&inside, &element, &unit, &typed, faults)))
        }
        Err(ending) => Err(ending.into()),
    }
}
