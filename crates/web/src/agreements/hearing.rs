//! What employees, works council or user board say before an agreement is made, as somebody writes it down.

use axum::Form;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use pejl_app::Ending;
use pejl_app::agreements::{self, AgreementPage, HearingGiven};
use pejl_domain::agreements::AgreementVerb;
use pejl_domain::models::Heard;

use super::loading::{about, must, the_page};
use super::small_form::{SmallForm, done};
use crate::chain::field::{Fields, Input, beside_fields};
use crate::ending::Stop;
use crate::forms::{Choice, Faults, Reader, Typed};
use crate::inside::{Inside, deed};
use crate::page::{show, show_with};
use crate::voice::capital;

async fn open(inside: &mut Inside, number: &str) -> Result<AgreementPage, Stop> {
    let found = the_page(inside, number).await?;
    must(inside, &found, AgreementVerb::GiveInput)?;
    Ok(found)
}

fn groups(inside: &Inside, found: &AgreementPage) -> Vec<Heard> {
    found.shown.agreement.kind_in(&inside.voice.model).map(|kind| kind.heard.clone()).unwrap_or_default()
}

fn form(inside: &Inside, found: &AgreementPage, typed: &Typed, faults: &Faults) -> SmallForm {
    let (t, agreement) = (inside.t(), &found.shown.agreement);
    let make = Fields { t, typed, faults };
    let chosen = typed.get("group");
    let choice = |group: Heard| {
        let word = capital(&t.say(&format!("heard-{}", group.as_str())));
        Choice::new(group.as_str(), word, chosen == group.as_str())
    };
    let fields = vec![
        make.named("group", "agreement-hearing-group", Input::Radios(groups(inside, found).into_iter().map(choice).collect()))
            .required(),
        make.named("from", "agreement-hearing-from", Input::Line).hint(t.say("agreement-hearing-from-hint")).required(),
        make.named("text", "agreement-hearing-text", Input::Area).required(),
    ];
    SmallForm {
        lead: about(inside, "agreement-hearing-lead", agreement),
        submit: t.say("agreement-hearing-do"),
        draft_key: format!("hearing-{}", agreement.number),
        ..SmallForm::about(inside, agreement, about(inside, "agreement-hearing-title", agreement)).with(inside, fields, faults)
    }
}

/// `GET …/input`
pub(super) async fn hearing_page(mut inside: Inside, Path((_, number)): Path<(String, String)>) -> Result<Response, Stop> {
    let found = open(&mut inside, &number).await?;
    let groups = groups(&inside, &found);
    let silent = groups.iter().find(|group| !found.shown.hearings.iter().any(|row| row.hearing.group == **group));
    let group = silent.or(groups.first()).map(|group| group.as_str()).unwrap_or_default();
    Ok(show(&form(&inside, &found, &Typed::default().with("group", group), &Faults::default())))
}

/// `POST …/input`
pub(super) async fn give(
    mut inside: Inside,
    Path((_, number)): Path<(String, String)>,
    Form(typed): Form<Vec<(String, String)>>,
) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let found = open(&mut inside, &number).await?;
    let all = groups(&inside, &found);
    let mut reader = Reader::new(&typed, inside.t(), inside.visit.actor.on);
    let group = reader.chosen("group", |text| all.iter().copied().find(|group| group.as_str() == text));
    let from = reader.line("from");
    let text = reader.prose("text");
    let faults = reader.faults;
    let (Some(group), Some(from), true) = (group, from, faults.is_empty()) else {
        return Ok(show_with(StatusCode::UNPROCESSABLE_ENTITY, &form(&inside, &found, &typed, &faults)));
    };
    let id = found.shown.agreement.id;
    match deed!(inside, desk => agreements::give_hearing(&mut desk, id, HearingGiven { group, from, text })) {
        Ok(_) => Ok(done(&inside, "agreement-hearing-done", &found.shown.agreement).await),
        Err(Ending::Refused(refused)) => {
            let faults = beside_fields(inside.reasons(&refused));
            Ok(show_with(StatusCode::UNPROCESSABLE_ENTITY, &form(&inside, &found, &typed, &faults)))
        }
        Err(ending) => Err(ending.into()),
    }
}
