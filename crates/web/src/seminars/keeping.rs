//! The life of a seminar: begun, framed, weighing, called off.

use axum::Form;
use axum::extract::Path;
use axum::response::Response;
use pejl_app::Ending;
use pejl_app::seminars::{self, SeminarPage};
use pejl_domain::seminars::{Frame, Seminar};

use super::loading::{changed_meanwhile, form_about, href_of, kept_seminar, there_are, year_of};
use crate::chain::field::{Fields, Input, beside_fields};
use crate::ending::Stop;
use crate::forms::{Faults, Reader, Typed};
use crate::inside::{Inside, deed};
use crate::small_form::SmallForm;

type At = Path<(String, String)>;
type Sent = Form<Vec<(String, String)>>;

async fn done(inside: &Inside, key: &str, seminar: &Seminar) -> Result<Response, Stop> {
    let word = seminar.sentence(&inside.voice.model, key);
    Ok(inside.done(&word, &href_of(inside, seminar, "")).await)
}

/// `POST /{m}/maalseminar/begynd`
pub(crate) async fn open(inside: Inside, Form(typed): Sent) -> Result<Response, Stop> {
    there_are(&inside)?;
    let year = year_of(Typed(typed).get("aar"))?;
    let seminar = deed!(inside, desk => seminars::open_seminar(&mut desk, year))?;
    done(&inside, "seminars-opened-done", &seminar).await
}

/// `POST …/prioriter`
pub(crate) async fn prioritise(mut inside: Inside, Path((_, year)): At, Form(typed): Sent) -> Result<Response, Stop> {
    let found = kept_seminar(&mut inside, &year).await?;
    let id = found.workspace.seminar.id;
    let seminar = deed!(inside, desk => seminars::prioritise_seminar(&mut desk, id, Typed(typed).version()))?;
    done(&inside, "seminars-prioritise-done", &seminar).await
}

fn frame_form(inside: &Inside, found: &SeminarPage, typed: &Typed, faults: &Faults) -> SmallForm {
    let (t, seminar) = (inside.t(), &found.workspace.seminar);
    let make = Fields { t, typed, faults };
    let fields = vec![
        make.named("held-on", "seminars-field-held-on", Input::Date),
        make.named("question", "seminars-field-question", Input::Area).hint(t.say("seminars-field-question-hint")),
        make.named("risk", "seminars-field-risk", Input::Area).hint(t.say("seminars-field-risk-hint")),
    ];
    SmallForm {
        lead: t.say("seminars-frame-lead"),
        version: seminar.version,
        ..form_about(inside, seminar.year, t.say("seminars-frame"), fields, faults)
    }
}

/// `GET …/ramme`
pub(crate) async fn frame_page(mut inside: Inside, Path((_, year)): At) -> Result<Response, Stop> {
    let found = kept_seminar(&mut inside, &year).await?;
    let frame = &found.workspace.seminar.frame;
    let typed = Typed::default()
        .with("held-on", frame.held_on.map(|on| inside.t().date_short(on)).unwrap_or_default())
        .with("question", frame.question.as_str())
        .with("risk", frame.risk.as_str());
    Ok(frame_form(&inside, &found, &typed, &Faults::default()).show())
}

/// `POST …/ramme`
pub(crate) async fn frame(mut inside: Inside, Path((_, year)): At, Form(typed): Sent) -> Result<Response, Stop> {
    let found = kept_seminar(&mut inside, &year).await?;
    let typed = Typed(typed);
    let mut reader = Reader::new(&typed, inside.t(), inside.visit.actor.on);
    let frame = Frame { held_on: reader.maybe_date("held-on"), question: reader.prose("question"), risk: reader.prose("risk") };
    let faults = reader.faults;
    if !faults.is_empty() {
        return Ok(frame_form(&inside, &found, &typed, &faults).show());
    }
    let id = found.workspace.seminar.id;
    match deed!(inside, desk => seminars::frame_seminar(&mut desk, id, typed.version(), frame)) {
        Ok(seminar) => done(&inside, "seminars-frame-done", &seminar).await,
        Err(Ending::Refused(refused)) => Ok(frame_form(&inside, &found, &typed, &beside_fields(inside.reasons(&refused))).show()),
        Err(Ending::Conflict) => {
            let t = inside.t();
            let now = &found.workspace.seminar.frame;
            let theirs = [("seminars-field-question", &now.question), ("seminars-field-risk", &now.risk)];
            let theirs = theirs.into_iter().map(|(label, text)| (t.say(label), text.to_string())).collect();
            let form = frame_form(&inside, &found, &typed, &Faults::default());
            Ok(changed_meanwhile(&inside, form, theirs).show())
        }
        Err(ending) => Err(ending.into()),
    }
}

fn cancel_form(inside: &Inside, found: &SeminarPage, typed: &Typed, faults: &Faults) -> SmallForm {
    let (t, seminar) = (inside.t(), &found.workspace.seminar);
    let make = Fields { t, typed, faults };
    let fields = vec![make.named("because", "seminars-field-because", Input::Area).required()];
    SmallForm {
        lead: t.say("seminars-cancel-lead"),
        version: seminar.version,
        submit: t.say("seminars-cancel-do"),
        warns: true,
        ..form_about(inside, seminar.year, t.say("seminars-cancel"), fields, faults)
    }
}

/// `GET …/aflys`
pub(crate) async fn cancel_page(mut inside: Inside, Path((_, year)): At) -> Result<Response, Stop> {
    let found = kept_seminar(&mut inside, &year).await?;
    Ok(cancel_form(&inside, &found, &Typed::default(), &Faults::default()).show())
}

/// `POST …/aflys`
pub(crate) async fn cancel(mut inside: Inside, Path((_, year)): At, Form(typed): Sent) -> Result<Response, Stop> {
    let found = kept_seminar(&mut inside, &year).await?;
    let typed = Typed(typed);
    let mut reader = Reader::new(&typed, inside.t(), inside.visit.actor.on);
    let because = reader.prose("because");
    let faults = reader.faults;
    if !faults.is_empty() {
        return Ok(cancel_form(&inside, &found, &typed, &faults).show());
    }
    let id = found.workspace.seminar.id;
    match deed!(inside, desk => seminars::cancel_seminar(&mut desk, id, typed.version(), because)) {
        Ok(seminar) => {
            let word = seminar.sentence(&inside.voice.model, "seminars-cancel-done");
            Ok(inside.done(&word, &inside.href("maalseminar")).await)
        }
        Err(Ending::Refused(refused)) => Ok(cancel_form(&inside, &found, &typed, &beside_fields(inside.reasons(&refused))).show()),
        Err(Ending::Conflict) => {
            Ok(changed_meanwhile(&inside, cancel_form(&inside, &found, &typed, &Faults::default()), Vec::new()).show())
        }
        Err(ending) => Err(ending.into()),
    }
}
