//! The negotiation about a goal: somebody proposes another text, figure or deadline, and the other side answers.

use axum::Form;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use pejl_app::Ending;
use pejl_app::agreements::{self, AgreementPage, CounterGiven, CounterRow, Reply};
use pejl_domain::agreements::{AgreementVerb, Counter, Proposal};
use pejl_domain::chain::Element;

use super::loading::{about, must, the_page};
use super::small_form::{SmallForm, done};
use super::talks::{field, said, talk};
use crate::chain::field::{Field, Fields, Input, beside_fields};
use crate::chain::said::wanted;
use crate::ending::Stop;
use crate::forms::{Choice, Faults, Reader, Typed};
use crate::inside::{Inside, deed};
use crate::page::{show, show_with};
use crate::voice::capital;

type Sent = Form<Vec<(String, String)>>;

async fn seated(inside: &mut Inside, number: &str) -> Result<AgreementPage, Stop> {
    let found = the_page(inside, number).await?;
    must(inside, &found, AgreementVerb::Negotiate)?;
    Ok(found)
}

/// The goal of the agreement with this number.
fn goal_of(found: &AgreementPage, number: &str) -> Result<Element, Stop> {
    let here = found.shown.goals.iter().find(|here| here.element.number.to_string() == number);
    here.map(|here| here.element.clone()).ok_or(Stop(Ending::NotFound))
}

/// What can be talked about: the text, the deadline, and each criterion with a figure.
fn subjects(goal: &Element) -> Vec<Proposal> {
    let content = &goal.content;
    let mut all = vec![Proposal::Text(content.text.clone()), Proposal::Due(content.goal.due)];
    let countable = content.goal.criteria.iter().enumerate().filter(|(_, criterion)| criterion.comparator.is_some());
    all.extend(countable.map(|(criterion, of)| Proposal::Target { criterion, value: of.value }));
    all
}

/// How a subject is spelled in the form, and the name of the field its value is written in.
fn spelled(proposal: &Proposal) -> String {
    match proposal {
        Proposal::Text(_) => "text".to_owned(),
        Proposal::Due(_) => "due".to_owned(),
        Proposal::Target { criterion, .. } => format!("target-{criterion}"),
    }
}

/// The value of a subject as a form holds it.
fn value(inside: &Inside, proposal: &Proposal) -> String {
    let t = inside.t();
    match proposal {
        Proposal::Text(text) => text.to_string(),
        Proposal::Due(day) => day.map(|day| t.date_short(day)).unwrap_or_default(),
        Proposal::Target { value, .. } => value.map(|value| t.figure_field(value)).unwrap_or_default(),
    }
}

/// The field in which a subject's value is written.
fn value_field(inside: &Inside, make: &Fields<'_>, goal: &Element, proposal: &Proposal) -> Field {
    let t = inside.t();
    let label = field(t, Some(&goal.content), proposal);
    let input = match proposal {
        Proposal::Text(_) => Input::Area,
        Proposal::Due(_) => Input::Date,
        Proposal::Target { .. } => Input::Figure,
    };
    let made = make.labelled(&format!("value-{}", spelled(proposal)), label, input);
    match proposal {
        Proposal::Target { criterion, .. } => {
            let stands = goal.content.goal.criteria.get(*criterion).map(|of| wanted(t, of)).unwrap_or_default();
            made.hint(t.a("agreement-counter-stands", "value", stands))
        }
        Proposal::Text(_) | Proposal::Due(_) => made,
    }
}

/// Reads the value of a subject.
fn read_value(reader: &mut Reader<'_>, proposal: &Proposal) -> Proposal {
    let name = format!("value-{}", spelled(proposal));
    match proposal {
        Proposal::Text(_) => Proposal::Text(reader.prose(&name)),
        Proposal::Due(_) => Proposal::Due(reader.maybe_date(&name)),
        Proposal::Target { criterion, .. } => Proposal::Target { criterion: *criterion, value: reader.maybe_figure(&name) },
    }
}

/// Refusals beside the fields that these forms have.
fn beside(inside: &Inside, refused: &pejl_domain::Refused, proposal: &Proposal) -> Faults {
    let moved = inside.reasons(refused).into_iter().map(|(name, text)| match name.as_str() {
        "proposal" | "criterion" => (format!("value-{}", spelled(proposal)), text),
        _ => (name, text),
    });
    beside_fields(moved.collect())
}

fn form(inside: &Inside, found: &AgreementPage, goal: &Element, typed: &Typed, faults: &Faults) -> SmallForm {
    let (t, agreement) = (inside.t(), &found.shown.agreement);
    let make = Fields { t, typed, faults };
    let subjects = subjects(goal);
    let chosen = typed.get("about");
    let choices = subjects.iter().map(|subject| {
        let spelled = spelled(subject);
        let is_chosen = spelled == chosen;
        Choice::new(spelled, field(t, Some(&goal.content), subject), is_chosen)
    });
    let mut fields = vec![make.named("about", "agreement-counter-about", Input::Radios(choices.collect())).required()];
    fields.extend(subjects.iter().map(|subject| value_field(inside, &make, goal, subject)));
    fields.push(make.named("because", "field-reason", Input::Area).required());
    let word = capital(&inside.voice.element(goal.kind, &goal.level).singular);
    SmallForm {
        lead: t.say("agreement-counter-lead"),
        facts: vec![(format!("{word} {}", goal.number), goal.content.title.to_string())],
        hidden: vec![("maal", goal.number.to_string())],
        submit: t.say("agreement-counter-do"),
        draft_key: format!("counter-{}-{}", agreement.number, goal.number),
        ..SmallForm::about(inside, agreement, t.say("agreement-counter-title")).with(inside, fields, faults)
    }
}

/// `GET …/modforslag?maal=M-2018-014`
pub(super) async fn counter_page(
    mut inside: Inside,
    Path((_, number)): Path<(String, String)>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Stop> {
    let found = seated(&mut inside, &number).await?;
    let goal = goal_of(&found, Typed(query).get("maal"))?;
    let begun = subjects(&goal).iter().fold(Typed::default().with("about", "text"), |typed, subject| {
        typed.with(&format!("value-{}", spelled(subject)), value(&inside, subject))
    });
    Ok(show(&form(&inside, &found, &goal, &begun, &Faults::default())))
}

/// `POST …/modforslag`
pub(super) async fn counter(
    mut inside: Inside,
    Path((_, number)): Path<(String, String)>,
    Form(typed): Sent,
) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let found = seated(&mut inside, &number).await?;
    let goal = goal_of(&found, typed.get("maal"))?;
    let all = subjects(&goal);
    let mut reader = Reader::new(&typed, inside.t(), inside.visit.actor.on);
    let subject = reader.chosen("about", |text| all.iter().find(|subject| spelled(subject) == text).cloned());
    let proposal = subject.as_ref().map(|subject| read_value(&mut reader, subject));
    let because = reader.prose("because");
    let faults = reader.faults;
    let (Some(proposal), true) = (proposal, faults.is_empty()) else {
        return Ok(show_with(StatusCode::UNPROCESSABLE_ENTITY, &form(&inside, &found, &goal, &typed, &faults)));
    };
    let (id, given) = (found.shown.agreement.id, CounterGiven { goal: goal.id, proposal: proposal.clone(), because });
    match deed!(inside, desk => agreements::counter(&mut desk, id, given)) {
        Ok(_) => Ok(done(&inside, "agreement-countered", &found.shown.agreement).await),
        Err(Ending::Refused(refused)) => {
            let faults = beside(&inside, &refused, &proposal);
            Ok(show_with(StatusCode::UNPROCESSABLE_ENTITY, &form(&inside, &found, &goal, &typed, &faults)))
        }
        Err(ending) => Err(ending.into()),
    }
}

/// The counter-proposal with this id.
fn counter_of<'f>(found: &'f AgreementPage, id: &str) -> Result<&'f CounterRow, Stop> {
    found.shown.counters.iter().find(|row| row.counter.id.to_string() == id).ok_or(Stop(Ending::NotFound))
}

fn goal_of_counter(found: &AgreementPage, counter: &Counter) -> Result<Element, Stop> {
    let here = found.shown.goals.iter().find(|here| here.element.id == counter.goal);
    here.map(|here| here.element.clone()).ok_or(Stop(Ending::NotFound))
}

fn answer_form(
    inside: &Inside,
    found: &AgreementPage,
    row: &CounterRow,
    typed: &Typed,
    faults: &Faults,
) -> Result<SmallForm, Stop> {
    let (t, agreement, counter) = (inside.t(), &found.shown.agreement, &row.counter);
    let goal = goal_of_counter(found, counter)?;
    let make = Fields { t, typed, faults };
    let replies = ["accept", "change", "decline"];
    let choices = Input::Radios(make.choices("reply", "agreement-reply", replies));
    let value = value_field(inside, &make, &goal, &counter.proposal);
    let fields = vec![
        make.named("reply", "agreement-reply-legend", choices).required(),
        Field { label: t.a("agreement-reply-value", "field", &value.label), ..value },
        make.named("answer", "agreement-reply-answer", Input::Area).hint(t.say("agreement-reply-answer-hint")),
    ];
    let shown = talk(inside, found, row);
    let content = Some(&goal.content);
    let facts = vec![
        (shown.number, shown.title),
        (t.say("agreement-counter-about"), shown.field),
        (t.say("agreement-counter-now"), said(t, content, &counter.instead_of)),
        (t.say("agreement-counter-proposed"), said(t, content, &counter.proposal)),
        (t.say("field-reason"), counter.because.to_string()),
        (t.say("agreement-counter-from"), shown.said),
    ];
    Ok(SmallForm {
        facts,
        hidden: vec![("version", counter.version.to_string())],
        submit: t.say("agreement-reply-do"),
        draft_key: format!("answer-{}", counter.id),
        ..SmallForm::about(inside, agreement, t.say("agreement-reply-title")).with(inside, fields, faults)
    })
}

/// `GET …/modforslag/{id}`
pub(super) async fn answer_page(
    mut inside: Inside,
    Path((_, number, id)): Path<(String, String, String)>,
) -> Result<Response, Stop> {
    let found = seated(&mut inside, &number).await?;
    let row = counter_of(&found, &id)?;
    let spelled = spelled(&row.counter.proposal);
    let begun = Typed::default().with(&format!("value-{spelled}"), value(&inside, &row.counter.proposal));
    Ok(show(&answer_form(&inside, &found, row, &begun, &Faults::default())?))
}

/// `POST …/modforslag/{id}`
pub(super) async fn answer(
    mut inside: Inside,
    Path((_, number, id)): Path<(String, String, String)>,
    Form(typed): Sent,
) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let found = seated(&mut inside, &number).await?;
    let row = counter_of(&found, &id)?;
    let mut reader = Reader::new(&typed, inside.t(), inside.visit.actor.on);
    let chosen = reader.chosen("reply", |text| ["accept", "change", "decline"].into_iter().find(|reply| *reply == text));
    let said = reader.prose("answer");
    let reply = match chosen {
        None => None,
        Some("accept") => Some(Reply::Accept),
        Some("change") => Some(Reply::AcceptWithChange { agreed: read_value(&mut reader, &row.counter.proposal), answer: said }),
        Some(_) => Some(Reply::Decline { answer: said }),
    };
    let faults = reader.faults;
    let (Some(reply), true) = (reply, faults.is_empty()) else {
        return Ok(show_with(StatusCode::UNPROCESSABLE_ENTITY, &answer_form(&inside, &found, row, &typed, &faults)?));
    };
    let (agreement, counter) = (found.shown.agreement.id, row.counter.id);
    match deed!(inside, desk => agreements::answer_counter(&mut desk, agreement, counter, typed.version(), reply)) {
        Ok(_) => Ok(done(&inside, "agreement-replied", &found.shown.agreement).await),
        Err(Ending::Refused(refused)) => {
            let faults = beside(&inside, &refused, &row.counter.proposal);
            Ok(show_with(StatusCode::UNPROCESSABLE_ENTITY, &answer_form(&inside, &found, row, &typed, &faults)?))
        }
        Err(Ending::Conflict) => {
            let notice = about(&inside, "agreement-changed-meanwhile", &found.shown.agreement);
            let form = answer_form(&inside, &found, row, &typed, &Faults::default())?;
            Ok(show_with(StatusCode::CONFLICT, &SmallForm { notice, ..form }))
        }
        Err(ending) => Err(ending.into()),
    }
}

/// `POST …/modforslag/{id}/tilbage`
pub(super) async fn take_back(
    mut inside: Inside,
    Path((_, number, id)): Path<(String, String, String)>,
    Form(typed): Sent,
) -> Result<Response, Stop> {
    let found = seated(&mut inside, &number).await?;
    let (agreement, counter) = (found.shown.agreement.id, counter_of(&found, &id)?.counter.id);
    deed!(inside, desk => agreements::take_back_counter(&mut desk, agreement, counter, Typed(typed).version()))?;
    Ok(done(&inside, "agreement-counter-taken-back", &found.shown.agreement).await)
}
