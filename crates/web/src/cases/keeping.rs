//! A case on the agenda and off it, given up, and corrected.

use axum::Form;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use pejl_app::Ending;
use pejl_app::cases::{self, CasePage};
use pejl_domain::cases::{Case, CaseVerb};

use super::case_page::shown;
use super::loading::{case_href, deed_href, form_about, must, the_page};
use crate::chain::field::{Fields, Input};
use crate::ending::Stop;
use crate::forms::{Faults, Reader, Typed};
use crate::inside::{Inside, deed};
use crate::small_form::SmallForm;

type At = Path<(String, String)>;
type Sent = Form<Vec<(String, String)>>;

/// To the case's page, with a word about what was done.
pub(super) async fn done(inside: &Inside, key: &str, case: &Case) -> Response {
    inside.done(&case.sentence(key), &case_href(inside, &case.number)).await
}

/// How a deed without a form ended: on to the case's page, or there with why it could not be done.
async fn ended(inside: &mut Inside, number: &str, key: &str, outcome: Result<Case, Ending>) -> Result<Response, Stop> {
    match outcome {
        Ok(case) => Ok(done(inside, key, &case).await),
        Err(Ending::Refused(refused)) => {
            let found = the_page(inside, number).await?;
            let reasons = inside.reasons(&refused).into_iter().map(|(_, text)| (String::new(), text)).collect();
            Ok(shown(inside, &found, StatusCode::UNPROCESSABLE_ENTITY, &Faults(reasons)))
        }
        Err(Ending::Conflict) => {
            let found = the_page(inside, number).await?;
            let faults = Faults(vec![(String::new(), inside.t().say("case-changed-meanwhile"))]);
            Ok(shown(inside, &found, StatusCode::CONFLICT, &faults))
        }
        Err(ending) => Err(ending.into()),
    }
}

/// `POST …/klar`
pub(crate) async fn ready(mut inside: Inside, Path((_, number)): At, Form(typed): Sent) -> Result<Response, Stop> {
    let found = the_page(&mut inside, &number).await?;
    let version = Typed(typed).version();
    let outcome = deed!(inside, desk => cases::ready_case(&mut desk, found.case.id, version));
    ended(&mut inside, &number, "case-readied", outcome).await
}

/// `POST …/af-dagsordenen`
pub(crate) async fn take_back(mut inside: Inside, Path((_, number)): At, Form(typed): Sent) -> Result<Response, Stop> {
    let found = the_page(&mut inside, &number).await?;
    let version = Typed(typed).version();
    let outcome = deed!(inside, desk => cases::take_back_case(&mut desk, found.case.id, version));
    ended(&mut inside, &number, "case-taken-back", outcome).await
}

/// `POST …/ny-beslutning`: a new case that corrects this one, on to its form.
pub(crate) async fn correct(mut inside: Inside, Path((_, number)): At) -> Result<Response, Stop> {
    let found = the_page(&mut inside, &number).await?;
    match deed!(inside, desk => cases::correct_case(&mut desk, found.case.id)) {
        Ok(case) => {
            let word = case.sentence("case-correction-begun").text("corrected", found.case.number.to_string());
            Ok(inside.done(&word, &deed_href(&inside, &case.number, "ret")).await)
        }
        Err(ending) => ended(&mut inside, &number, "case-correction-begun", Err(ending)).await,
    }
}

fn withdraw_form(inside: &Inside, found: &CasePage, typed: &Typed, faults: &Faults) -> SmallForm {
    let t = inside.t();
    let make = Fields { t, typed, faults };
    let fields = vec![make.named("note", "case-withdraw-note", Input::Area).required()];
    SmallForm {
        lead: t.say("case-withdraw-lead"),
        submit: t.say("case-do-withdraw"),
        warns: true,
        ..form_about(inside, found, t.say("case-do-withdraw"), fields, faults)
    }
}

/// `GET …/traek-tilbage`
pub(crate) async fn withdraw_page(mut inside: Inside, Path((_, number)): At) -> Result<Response, Stop> {
    let found = the_page(&mut inside, &number).await?;
    must(&inside, &found, CaseVerb::Withdraw)?;
    Ok(withdraw_form(&inside, &found, &Typed::default(), &Faults::default()).show())
}

/// `POST …/traek-tilbage`
pub(crate) async fn withdraw(mut inside: Inside, Path((_, number)): At, Form(typed): Sent) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let found = the_page(&mut inside, &number).await?;
    must(&inside, &found, CaseVerb::Withdraw)?;
    let mut reader = Reader::new(&typed, inside.t(), inside.visit.actor.on);
    let note = reader.prose("note");
    if !reader.faults.is_empty() {
        return Ok(withdraw_form(&inside, &found, &typed, &reader.faults).show());
    }
    match deed!(inside, desk => cases::withdraw_case(&mut desk, found.case.id, typed.version(), note)) {
        Ok(case) => Ok(done(&inside, "case-withdrawn", &case).await),
        Err(Ending::Refused(refused)) => Ok(withdraw_form(&inside, &found, &typed, &inside.reasons(&refused).into()).show()),
        Err(Ending::Conflict) => {
            let form = withdraw_form(&inside, &found, &typed, &Faults::default());
            Ok(SmallForm { notice: inside.t().say("case-changed-meanwhile"), ..form }.show())
        }
        Err(ending) => Err(ending.into()),
    }
}
