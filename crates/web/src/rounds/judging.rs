//! A unit's own assessment, and the mark that the owner of an objective or a policy gives it, with the marks below beside.

use axum::Form;
use axum::extract::{Path, Query};
use axum::response::Response;
use pejl_app::{Ending, chain, rounds};
use pejl_domain::Sentence;
use pejl_domain::chain::Element;
use pejl_domain::rounds::{Assessment, Judgement, Mark, Round};
use pejl_kernel::Number;
use pejl_policy::Action;

use super::loading::{Looked, form_about, href_of, looked_at, must, the_round, unit_href};
use super::mine_form::MARKS;
use crate::chain::field::{Field, Fields, Input, beside_fields};
use crate::ending::Stop;
use crate::forms::{Choice, Faults, Reader, Typed};
use crate::inside::{Inside, deed};
use crate::marks::{bar, mark};
use crate::small_form::SmallForm;

type At = Path<(String, String, String)>;
type AtOne = Path<(String, String, String, String)>;
type Asked = Query<Vec<(String, String)>>;
type Sent = Form<Vec<(String, String)>>;

async fn assessed(inside: &mut Inside, round: &Round, looked: &Looked) -> Result<Option<Assessment>, Stop> {
    let municipality = inside.visit.place.municipality.id;
    Ok(rounds::assessment(&mut inside.tx, municipality, round.id, looked.unit.id).await?)
}

fn assess_form(
    inside: &Inside,
    round: &Round,
    looked: &Looked,
    stands: Option<&Assessment>,
    typed: &Typed,
    faults: &Faults,
) -> SmallForm {
    let t = inside.t();
    let make = Fields { t, typed, faults };
    let fields: Vec<Field> = vec![
        make.named("text", "rounds-assess-text", Input::Area).hint(t.say("rounds-assess-text-hint")).required(),
        make.named("asked", "rounds-asked", Input::Area).hint(t.say("rounds-assess-asked-hint")),
    ];
    let back = unit_href(&href_of(inside, round), looked.unit.serial);
    SmallForm {
        lead: t.a("rounds-assess-lead", "unit", &looked.unit.name),
        version: stands.map_or(0, |a| a.version),
        submit: t.say("rounds-assess-save"),
        back,
        ..form_about(inside, round, t.a("rounds-assessment-of", "unit", &looked.unit.name), fields, faults)
    }
}

/// `GET …/vurdering?enhed=E-3`
pub(crate) async fn assess_page(mut inside: Inside, Path((_, year, key)): At, Query(query): Asked) -> Result<Response, Stop> {
    let round = the_round(&mut inside, &year, &key).await?;
    let looked = looked_at(&mut inside, &Typed(query)).await?;
    must(&inside, Action::Assess, &looked.facts)?;
    let stands = assessed(&mut inside, &round, &looked).await?;
    let typed = stands.as_ref().map_or_else(Typed::default, |stands| {
        Typed::default().with("text", stands.text.to_string()).with("asked", stands.asked.to_string())
    });
    Ok(assess_form(&inside, &round, &looked, stands.as_ref(), &typed, &Faults::default()).show())
}

/// `POST …/vurdering?enhed=E-3`
pub(crate) async fn assess(
    mut inside: Inside,
    Path((_, year, key)): At,
    Query(query): Asked,
    Form(typed): Sent,
) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let round = the_round(&mut inside, &year, &key).await?;
    let looked = looked_at(&mut inside, &Typed(query)).await?;
    must(&inside, Action::Assess, &looked.facts)?;
    let stands = assessed(&mut inside, &round, &looked).await?;
    let mut reader = Reader::new(&typed, inside.t(), inside.visit.actor.on);
    let (text, asked) = (reader.prose("text"), reader.prose("asked"));
    let faults = reader.faults;
    if !faults.is_empty() {
        return Ok(assess_form(&inside, &round, &looked, stands.as_ref(), &typed, &faults).show());
    }
    match deed!(inside, desk => rounds::assess(&mut desk, round.id, looked.unit.id, typed.version(), text, asked)) {
        Ok(_) => {
            let word = Sentence::new("rounds-assessed").text("unit", &looked.unit.name);
            Ok(inside.done(&word, &unit_href(&href_of(&inside, &round), looked.unit.serial)).await)
        }
        Err(Ending::Refused(refused)) => {
            let faults = beside_fields(inside.reasons(&refused));
            Ok(assess_form(&inside, &round, &looked, stands.as_ref(), &typed, &faults).show())
        }
        Err(Ending::Conflict) => {
            let t = inside.t();
            let form = assess_form(&inside, &round, &looked, stands.as_ref(), &typed, &Faults::default());
            let theirs = stands.map_or_else(Vec::new, |stands| {
                vec![(t.say("rounds-assess-text"), stands.text.to_string()), (t.say("rounds-asked"), stands.asked.to_string())]
            });
            Ok(SmallForm { notice: t.say("ending-conflict-text"), theirs, ..form }.show())
        }
        Err(ending) => Err(ending.into()),
    }
}

/// The element that is judged, and how it is judged now.
async fn judged(inside: &mut Inside, round: &Round, number: &str) -> Result<(Element, Option<Judgement>), Stop> {
    let number = number.parse::<Number>().map_err(|_| Ending::NotFound)?;
    let element = chain::by_number(&mut inside.tx, &inside.visit.sight, number).await?;
    let place = inside.visit.place.clone();
    let facts = rounds::unit_facts(&mut inside.tx, &inside.visit.sight, &place, element.owner).await?;
    must(inside, Action::Assess, &facts)?;
    let municipality = inside.visit.place.municipality.id;
    let stands = rounds::judgement(&mut inside.tx, municipality, round.id, element.id).await?;
    Ok((element, stands))
}

async fn judge_form(
    inside: &mut Inside,
    round: &Round,
    element: &Element,
    stands: Option<&Judgement>,
    typed: &Typed,
    faults: &Faults,
) -> Result<SmallForm, Stop> {
    let (sight, place) = (inside.visit.sight, inside.visit.place.clone());
    let page = match rounds::round_page(&mut inside.tx, &sight, &place, round, element.owner).await {
        Ok(page) => Some(page),
        Err(Ending::NotFound) => None,
        Err(ending) => return Err(ending.into()),
    };
    let number = element.number.to_string();
    let seen = page.as_ref().and_then(|page| page.elements.iter().find(|seen| seen.number == number));
    let t = inside.t();
    let below = seen.map(|seen| bar(inside, seen.spread)).unwrap_or_default();
    let said: Vec<String> = below.iter().map(|part| format!("{}: {}", part.word, part.count)).collect();
    let make = Fields { t, typed, faults };
    let choice = |of: &Mark| Choice::new(of.as_str(), mark(inside, Some(*of)).word, typed.get("mark") == of.as_str());
    let marks: Vec<Choice> = MARKS.iter().map(choice).collect();
    let fields = vec![
        make.named("mark", "field-mark", Input::Radios(marks)).required(),
        make.named("grounds", "rounds-grounds", Input::Area).required(),
    ];
    let title = t.a("rounds-judge-title", "title", &element.content.title);
    let owner = page.as_ref().map(|page| page.unit.serial);
    let href = href_of(inside, round);
    Ok(SmallForm {
        lead: t.say("rounds-judge-lead"),
        beside: if said.is_empty() { Vec::new() } else { vec![(t.say("rounds-below"), said.join("\n"))] },
        version: stands.map_or(0, |j| j.version),
        submit: t.say("rounds-judge-save"),
        back: owner.map_or_else(|| href.clone(), |serial| unit_href(&href, serial)),
        ..form_about(inside, round, title, fields, faults)
    })
}

/// `GET …/bedoem/MS-2018-001`
pub(crate) async fn judge_page(mut inside: Inside, Path((_, year, key, number)): AtOne) -> Result<Response, Stop> {
    let round = the_round(&mut inside, &year, &key).await?;
    let (element, stands) = judged(&mut inside, &round, &number).await?;
    let typed = stands.as_ref().map_or_else(Typed::default, |stands| {
        Typed::default().with("mark", stands.mark.as_str()).with("grounds", stands.grounds.to_string())
    });
    Ok(judge_form(&mut inside, &round, &element, stands.as_ref(), &typed, &Faults::default()).await?.show())
}

/// `POST …/bedoem/MS-2018-001`
pub(crate) async fn judge(mut inside: Inside, Path((_, year, key, number)): AtOne, Form(typed): Sent) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let round = the_round(&mut inside, &year, &key).await?;
    let (element, stands) = judged(&mut inside, &round, &number).await?;
    let mut reader = Reader::new(&typed, inside.t(), inside.visit.actor.on);
    let (chosen, grounds) = (reader.chosen("mark", Mark::parse), reader.prose("grounds"));
    let faults = reader.faults;
    let (Some(chosen), true) = (chosen, faults.is_empty()) else {
        return Ok(judge_form(&mut inside, &round, &element, stands.as_ref(), &typed, &faults).await?.show());
    };
    match deed!(inside, desk => rounds::judge(&mut desk, round.id, element.id, typed.version(), chosen, grounds)) {
        Ok(_) => {
            let word = element.sentence(&inside.visit.place.model, "rounds-judged");
            let form = judge_form(&mut inside, &round, &element, stands.as_ref(), &typed, &Faults::default()).await?;
            Ok(inside.done(&word, &form.back).await)
        }
        Err(Ending::Refused(refused)) => {
            let faults = beside_fields(inside.reasons(&refused));
            Ok(judge_form(&mut inside, &round, &element, stands.as_ref(), &typed, &faults).await?.show())
        }
        Err(Ending::Conflict) => {
            let form = judge_form(&mut inside, &round, &element, stands.as_ref(), &typed, &Faults::default()).await?;
            let t = inside.t();
            let theirs = stands.map_or_else(Vec::new, |stands| {
                vec![
                    (t.say("field-mark"), mark(&inside, Some(stands.mark)).word),
                    (t.say("rounds-grounds"), stands.grounds.to_string()),
                ]
            });
            Ok(SmallForm { notice: t.say("ending-conflict-text"), theirs, ..form }.show())
        }
        Err(ending) => Err(ending.into()),
    }
}
