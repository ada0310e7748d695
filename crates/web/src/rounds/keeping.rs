//! The life of a round: on the calendar, opened, gathered, closed.

use axum::Form;
use axum::extract::Path;
use axum::response::Response;
use pejl_app::Ending;
use pejl_app::rounds::{self, Schedule};
use pejl_domain::models::Key;
use pejl_domain::rounds::{Round, RoundDeadline};
use pejl_lang::Args;
use pejl_policy::{Action, Facts};

use super::loading::{form_about, href_of, must, name_of, the_round};
use crate::chain::field::{Field, Fields, Input, beside_fields};
use crate::ending::Stop;
use crate::forms::{Choice, Faults, Reader, Typed};
use crate::inside::{Inside, deed};
use crate::small_form::SmallForm;

type At = Path<(String, String, String)>;
type Sent = Form<Vec<(String, String)>>;

fn keeper(inside: &Inside) -> Result<(), Stop> {
    must(inside, Action::KeepRound, &Facts::municipality())
}

/// `POST /{m}/opfoelgning/planlaeg`
pub(crate) async fn plan(inside: Inside, Form(typed): Sent) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let key = Key::parse(typed.get("runde")).ok_or(Ending::NotFound)?;
    let year = typed.get("aar").parse::<i16>().map_err(|_| Ending::NotFound)?;
    let round = deed!(inside, desk => rounds::plan_round(&mut desk, &key, year))?;
    done(&inside, "rounds-planned-done", &round).await
}

async fn done(inside: &Inside, key: &str, round: &Round) -> Result<Response, Stop> {
    let word = round.sentence(&inside.visit.place.model, key);
    Ok(inside.done(&word, &href_of(inside, round)).await)
}

/// The levels that may have a deadline, the lowest first: it reports first.
fn levels(inside: &Inside) -> Vec<Key> {
    let model = &inside.voice.model;
    let mut levels: Vec<Key> = model.levels.iter().map(|level| level.key.clone()).collect();
    levels.sort_by_key(|key| std::cmp::Reverse(model.depth(key)));
    levels
}

fn deadline(level: &Key) -> String {
    format!("deadline-{level}")
}

fn dates_form(inside: &Inside, round: &Round, typed: &Typed, faults: &Faults) -> SmallForm {
    let t = inside.t();
    let make = Fields { t, typed, faults };
    let mut fields: Vec<Field> = vec![make.named("cut-off", "field-cut-off", Input::Date).required()];
    for level in levels(inside) {
        let label = t.a("rounds-deadline-of", "level", inside.voice.level(&level));
        fields.push(make.labelled(&deadline(&level), label, Input::Date));
    }
    SmallForm {
        lead: t.say("rounds-dates-lead"),
        version: round.version,
        submit: t.say("rounds-dates-save"),
        ..form_about(inside, round, t.say("rounds-do-reschedule"), fields, faults)
    }
}

/// `GET …/plan`
pub(crate) async fn dates_page(mut inside: Inside, Path((_, year, key)): At) -> Result<Response, Stop> {
    keeper(&inside)?;
    let round = the_round(&mut inside, &year, &key).await?;
    let t = inside.t();
    let begun = Typed::default().with("cut-off", t.date_short(round.cut_off));
    let typed = round.deadlines.iter().fold(begun, |typed, d| typed.with(&deadline(&d.level), t.date_short(d.on)));
    Ok(dates_form(&inside, &round, &typed, &Faults::default()).show())
}

/// `POST …/plan`
pub(crate) async fn dates(mut inside: Inside, Path((_, year, key)): At, Form(typed): Sent) -> Result<Response, Stop> {
    keeper(&inside)?;
    let typed = Typed(typed);
    let round = the_round(&mut inside, &year, &key).await?;
    let mut reader = Reader::new(&typed, inside.t(), inside.visit.actor.on);
    let cut_off = reader.date("cut-off");
    let mut deadlines = Vec::new();
    for level in levels(&inside) {
        deadlines.extend(reader.maybe_date(&deadline(&level)).map(|on| RoundDeadline { level, on }));
    }
    let faults = reader.faults;
    let (Some(cut_off), true) = (cut_off, faults.is_empty()) else {
        return Ok(dates_form(&inside, &round, &typed, &faults).show());
    };
    let to = Schedule { cut_off, deadlines };
    match deed!(inside, desk => rounds::reschedule_round(&mut desk, round.id, typed.version(), to)) {
        Ok(round) => done(&inside, "rounds-dates-done", &round).await,
        Err(Ending::Refused(refused)) => {
            let lowest = levels(&inside).first().map(deadline).unwrap_or_default();
            let beside = |(field, text): (String, String)| (if field == "deadlines" { lowest.clone() } else { field }, text);
            let faults = beside_fields(inside.reasons(&refused).into_iter().map(beside).collect());
            Ok(dates_form(&inside, &round, &typed, &faults).show())
        }
        Err(Ending::Conflict) => {
            let form = dates_form(&inside, &round, &typed, &Faults::default());
            Ok(SmallForm { notice: inside.t().say("rounds-changed-meanwhile"), ..form }.show())
        }
        Err(ending) => Err(ending.into()),
    }
}

/// `POST …/aabn`
pub(crate) async fn open(mut inside: Inside, Path((_, year, key)): At, Form(typed): Sent) -> Result<Response, Stop> {
    keeper(&inside)?;
    let round = the_round(&mut inside, &year, &key).await?;
    let opened = deed!(inside, desk => rounds::open_round(&mut desk, round.id, Typed(typed).version()))?;
    let word = opened.round.sentence(&inside.visit.place.model, "rounds-opened").count("count", opened.asked);
    Ok(inside.done(&word, &href_of(&inside, &opened.round)).await)
}

/// `POST …/saml`
pub(crate) async fn consolidate(mut inside: Inside, Path((_, year, key)): At, Form(typed): Sent) -> Result<Response, Stop> {
    keeper(&inside)?;
    let round = the_round(&mut inside, &year, &key).await?;
    let round = deed!(inside, desk => rounds::consolidate_round(&mut desk, round.id, Typed(typed).version()))?;
    done(&inside, "rounds-consolidated", &round).await
}

/// `POST …/genaabn`
pub(crate) async fn reopen(mut inside: Inside, Path((_, year, key)): At, Form(typed): Sent) -> Result<Response, Stop> {
    keeper(&inside)?;
    let round = the_round(&mut inside, &year, &key).await?;
    let round = deed!(inside, desk => rounds::reopen_round(&mut desk, round.id, Typed(typed).version()))?;
    done(&inside, "rounds-reopened", &round).await
}

async fn close_form(inside: &mut Inside, round: &Round, typed: &Typed, faults: &Faults) -> Result<SmallForm, Stop> {
    let left = rounds::unanswered(&mut inside.tx, &inside.visit.sight, round.id).await?;
    let t = inside.t();
    let make = Fields { t, typed, faults };
    let is_left = left.silent + left.waiting > 0;
    let mut fields = Vec::new();
    if is_left {
        let choice = Choice::new("1", t.say("rounds-close-despite"), typed.ticked("despite"));
        fields.push(make.named("despite", "rounds-close-confirm", Input::Boxes(vec![choice])).required());
    }
    let said = Args::new().count("silent", left.silent).count("waiting", left.waiting);
    Ok(SmallForm {
        lead: t.say("rounds-close-lead"),
        beside: vec![(t.say("rounds-close-left"), t.say_with("rounds-close-left-text", &said))],
        version: round.version,
        submit: t.say("rounds-close-do"),
        warns: true,
        ..form_about(inside, round, t.a("rounds-close-title", "round", name_of(inside, round)), fields, faults)
    })
}

/// `GET …/luk`
pub(crate) async fn close_page(mut inside: Inside, Path((_, year, key)): At) -> Result<Response, Stop> {
    keeper(&inside)?;
    let round = the_round(&mut inside, &year, &key).await?;
    Ok(close_form(&mut inside, &round, &Typed::default(), &Faults::default()).await?.show())
}

/// `POST …/luk`
pub(crate) async fn close(mut inside: Inside, Path((_, year, key)): At, Form(typed): Sent) -> Result<Response, Stop> {
    keeper(&inside)?;
    let typed = Typed(typed);
    let round = the_round(&mut inside, &year, &key).await?;
    let despite = typed.ticked("despite");
    match deed!(inside, desk => rounds::close_round(&mut desk, round.id, typed.version(), despite)) {
        Ok(round) => done(&inside, "rounds-closed-done", &round).await,
        Err(Ending::Refused(refused)) => {
            let faults = beside_fields(inside.reasons(&refused));
            Ok(close_form(&mut inside, &round, &typed, &faults).await?.show())
        }
        Err(ending) => Err(ending.into()),
    }
}
