//! What is done with a step: moved and put back, entrusted, closed with a result and opened again.

use axum::Form;
use axum::extract::{Path, Query};
use axum::response::Response;
use pejl_app::Ending;
use pejl_app::wheel::{self, Named, NewDays, Seats, StepPage};
use pejl_domain::Sentence;
use pejl_domain::wheel::{Changed, name};
use pejl_kernel::PositionId;
use pejl_lang::Args;
use pejl_policy::{Action, Facts};

use super::loading::{dates_of, form_about, must, step_href, the_step};
use super::step::{Asked, At};
use crate::chain::field::{Fields, Input, beside_fields};
use crate::ending::Stop;
use crate::forms::{Choice, Faults, Reader, Typed};
use crate::inside::{Inside, deed};
use crate::small_form::SmallForm;

type Sent = Form<Vec<(String, String)>>;

/// A step that somebody is about to do something with.
struct Taken {
    seats: Seats,
    page: StepPage,
}

impl Taken {
    fn named(&self) -> Named {
        let laid = &self.page.laid;
        Named { step: laid.step.clone(), year: laid.year, unit: laid.unit }
    }
}

async fn take(inside: &mut Inside, year: &str, key: &str, query: Vec<(String, String)>, action: Action) -> Result<Taken, Stop> {
    let (seats, page) = the_step(inside, &Typed(query), year, key).await?;
    let municipality = Facts::municipality();
    must(inside, action, if action == Action::CloseStep { &page.facts } else { &municipality })?;
    Ok(Taken { seats, page })
}

async fn done(inside: &Inside, taken: &Taken, key: &str) -> Response {
    let laid = &taken.page.laid;
    let word = Sentence::new(key).with("step", name(&inside.voice.model, &laid.step)).text("year", laid.year.to_string());
    inside.done(&word, &step_href(inside, laid, taken.seats.unit())).await
}

/// What comes of a deed: done and told, or the form again with what is wrong.
async fn ended(
    inside: &Inside,
    taken: &Taken,
    outcome: Result<Changed, Ending>,
    word: &str,
    again: impl FnOnce(&Faults) -> SmallForm,
) -> Result<Response, Stop> {
    match outcome {
        Ok(_) => Ok(done(inside, taken, word).await),
        Err(Ending::Refused(refused)) => Ok(again(&beside_fields(inside.reasons(&refused))).show()),
        Err(Ending::Conflict) => {
            Ok(SmallForm { notice: inside.t().say("wheel-changed-meanwhile"), ..again(&Faults::default()) }.show())
        }
        Err(ending) => Err(ending.into()),
    }
}

fn days_form(inside: &Inside, taken: &Taken, typed: &Typed, faults: &Faults) -> SmallForm {
    let (t, laid) = (inside.t(), &taken.page.laid);
    let make = Fields { t, typed, faults };
    let fields = vec![
        make.named("from", "field-from", Input::Date).required(),
        make.named("to", "field-to", Input::Date).required(),
        make.named("reason", "field-reason", Input::Area).hint(t.say("wheel-move-why")).required(),
    ];
    let mut beside = vec![(t.say("wheel-by-rule"), dates_of(t, laid.by_rule.0, laid.by_rule.1))];
    beside.extend(laid.law().map(|law| (t.say("wheel-law"), t.date(law))));
    SmallForm {
        lead: t.say("wheel-move-lead"),
        beside,
        submit: t.say("wheel-move-do"),
        ..form_about(inside, &taken.seats, &taken.page, t.say("wheel-move"), fields, faults)
    }
}

/// `GET …/flyt`
pub(crate) async fn days_page(mut inside: Inside, Path((_, year, key)): At, Query(query): Asked) -> Result<Response, Stop> {
    let taken = take(&mut inside, &year, &key, query, Action::KeepWheel).await?;
    let (t, laid) = (inside.t(), &taken.page.laid);
    let own = taken.page.row.as_ref().and_then(|row| row.changed.moved.as_ref());
    let typed = Typed::default()
        .with("from", t.date_short(laid.from))
        .with("to", t.date_short(laid.to))
        .with("reason", own.map(|moved| moved.reason.to_string()).unwrap_or_default());
    Ok(days_form(&inside, &taken, &typed, &Faults::default()).show())
}

/// `POST …/flyt`
pub(crate) async fn days(
    mut inside: Inside,
    Path((_, year, key)): At,
    Query(query): Asked,
    Form(typed): Sent,
) -> Result<Response, Stop> {
    let taken = take(&mut inside, &year, &key, query, Action::KeepWheel).await?;
    let typed = Typed(typed);
    let mut reader = Reader::new(&typed, inside.t(), inside.visit.actor.on);
    let (from, to, reason) = (reader.date("from"), reader.date("to"), reader.prose("reason"));
    let faults = reader.faults;
    let (Some(from), Some(to), true) = (from, to, faults.is_empty()) else {
        return Ok(days_form(&inside, &taken, &typed, &faults).show());
    };
    let to = NewDays { from, to, reason };
    let outcome = deed!(inside, desk => wheel::move_step(&mut desk, &taken.named(), typed.version(), to));
    ended(&inside, &taken, outcome, "wheel-moved-done", |faults| days_form(&inside, &taken, &typed, faults)).await
}

/// `POST …/laeg-tilbage`
pub(crate) async fn put_back(
    mut inside: Inside,
    Path((_, year, key)): At,
    Query(query): Asked,
    Form(typed): Sent,
) -> Result<Response, Stop> {
    let taken = take(&mut inside, &year, &key, query, Action::KeepWheel).await?;
    deed!(inside, desk => wheel::put_back_step(&mut desk, &taken.named(), Typed(typed).version()))?;
    Ok(done(&inside, &taken, "wheel-put-back-done").await)
}

fn responsible_form(inside: &Inside, taken: &Taken, typed: &Typed, faults: &Faults) -> SmallForm {
    let t = inside.t();
    let chosen = typed.get("responsible");
    let mut choices = vec![Choice::new("", t.say("wheel-nobody"), chosen.is_empty())];
    choices.extend(taken.page.positions.iter().map(|position| {
        let args = Args::new().text("title", &position.title).text("unit", &position.unit);
        Choice::new(position.id.to_string(), t.say_with("wheel-position", &args), position.id.to_string() == chosen)
    }));
    let make = Fields { t, typed, faults };
    let fields = vec![make.named("responsible", "field-responsible", Input::Select(choices)).required()];
    SmallForm {
        lead: t.say("wheel-responsible-lead"),
        submit: t.say("wheel-responsible-do"),
        ..form_about(inside, &taken.seats, &taken.page, t.say("wheel-name-responsible"), fields, faults)
    }
}

/// `GET …/ansvarlig`
pub(crate) async fn responsible_page(mut inside: Inside, Path((_, year, key)): At, Query(query): Asked) -> Result<Response, Stop> {
    let taken = take(&mut inside, &year, &key, query, Action::KeepWheel).await?;
    let now = taken.page.laid.responsible.map(|position| position.to_string()).unwrap_or_default();
    Ok(responsible_form(&inside, &taken, &Typed::default().with("responsible", now), &Faults::default()).show())
}

/// `POST …/ansvarlig`
pub(crate) async fn responsible(
    mut inside: Inside,
    Path((_, year, key)): At,
    Query(query): Asked,
    Form(typed): Sent,
) -> Result<Response, Stop> {
    let taken = take(&mut inside, &year, &key, query, Action::KeepWheel).await?;
    let typed = Typed(typed);
    let mut reader = Reader::new(&typed, inside.t(), inside.visit.actor.on);
    let to = reader.maybe_chosen("responsible", |text| text.parse::<PositionId>().ok());
    let faults = reader.faults;
    if !faults.is_empty() {
        return Ok(responsible_form(&inside, &taken, &typed, &faults).show());
    }
    let outcome = deed!(inside, desk => wheel::entrust_step(&mut desk, &taken.named(), typed.version(), to));
    ended(&inside, &taken, outcome, "wheel-responsible-done", |faults| responsible_form(&inside, &taken, &typed, faults)).await
}

fn close_form(inside: &Inside, taken: &Taken, typed: &Typed, faults: &Faults) -> SmallForm {
    let t = inside.t();
    let spec = pejl_domain::wheel::step(&inside.voice.model, &taken.page.laid.step);
    let make = Fields { t, typed, faults };
    let fields = vec![
        make.named("on", "wheel-done-on", Input::Date).required(),
        make.named("result", "wheel-result", Input::Area).hint(t.say("wheel-close-hint")).required(),
    ];
    SmallForm {
        lead: t.say("wheel-close-lead"),
        beside: spec.map(|spec| (t.say("wheel-expected"), inside.voice.text(&spec.result).to_owned())).into_iter().collect(),
        submit: t.say("wheel-close-do"),
        ..form_about(inside, &taken.seats, &taken.page, t.say("wheel-close"), fields, faults)
    }
}

/// `GET …/luk`
pub(crate) async fn close_page(mut inside: Inside, Path((_, year, key)): At, Query(query): Asked) -> Result<Response, Stop> {
    let taken = take(&mut inside, &year, &key, query, Action::CloseStep).await?;
    let (t, today, laid) = (inside.t(), inside.visit.actor.on, &taken.page.laid);
    let (on, result) = match &laid.done {
        Some(done) => (done.on, done.result.to_string()),
        None => (today.min(laid.to), String::new()),
    };
    let typed = Typed::default().with("on", t.date_short(on)).with("result", result);
    Ok(close_form(&inside, &taken, &typed, &Faults::default()).show())
}

/// `POST …/luk`
pub(crate) async fn close(
    mut inside: Inside,
    Path((_, year, key)): At,
    Query(query): Asked,
    Form(typed): Sent,
) -> Result<Response, Stop> {
    let taken = take(&mut inside, &year, &key, query, Action::CloseStep).await?;
    let typed = Typed(typed);
    let mut reader = Reader::new(&typed, inside.t(), inside.visit.actor.on);
    let (on, result) = (reader.date("on"), reader.prose("result"));
    let faults = reader.faults;
    let (Some(on), true) = (on, faults.is_empty()) else {
        return Ok(close_form(&inside, &taken, &typed, &faults).show());
    };
    let outcome = deed!(inside, desk => wheel::close_step(&mut desk, &taken.named(), typed.version(), on, result));
    ended(&inside, &taken, outcome, "wheel-closed-done", |faults| close_form(&inside, &taken, &typed, faults)).await
}

/// `POST …/genaabn`
pub(crate) async fn reopen(
    mut inside: Inside,
    Path((_, year, key)): At,
    Query(query): Asked,
    Form(typed): Sent,
) -> Result<Response, Stop> {
    let taken = take(&mut inside, &year, &key, query, Action::CloseStep).await?;
    deed!(inside, desk => wheel::reopen_step(&mut desk, &taken.named(), Typed(typed).version()))?;
    Ok(done(&inside, &taken, "wheel-reopened-done").await)
}
