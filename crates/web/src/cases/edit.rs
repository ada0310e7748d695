//! Writing in a case that is not on the agenda.

use axum::Form;
use axum::extract::Path;
use axum::response::Response;
use pejl_app::Ending;
use pejl_app::cases::{self, CasePage, Put};
use pejl_domain::cases::CaseVerb;

use super::begun::filled;
use super::case_page::{beside as page_of, shown as case_shown};
use super::form::{Asked, CaseForm, Could, begun, could_adopt, form, put_choice, with_more_rows};
use super::form_read::{beside, read};
use super::keeping::done;
use super::loading::{case_href, must, the_page};
use crate::ending::Stop;
use crate::forms::{Faults, Typed};
use crate::inside::{Inside, deed};

type At = Path<(String, String)>;

/// What waits for the case's body.
async fn put_before(inside: &mut Inside, found: &CasePage) -> Result<Vec<Put>, Stop> {
    let (sight, model) = (inside.visit.sight, std::sync::Arc::clone(&inside.voice.model));
    let bodies = cases::bodies(&mut inside.tx, &sight, &model).await?;
    let body: Vec<_> = bodies.into_iter().filter(|body| body.id == found.case.body).collect();
    Ok(cases::awaiting(&mut inside.tx, &sight, &model, body).await?.pop().map(|one| one.put).unwrap_or_default())
}

fn shown(inside: &Inside, found: &CasePage, could: &[Could], typed: &Typed, faults: &Faults) -> CaseForm {
    let t = inside.t();
    let href = case_href(inside, &found.case.number);
    let asked = Asked {
        page: page_of(inside, found, t.say("case-do-edit")),
        kicker: Some((format!("{} {}", found.case.number, found.case.content.title), href.clone())),
        lead: t.a("case-edit-lead", "body", &found.around.body.name),
        version: found.case.version,
        submit: t.say("common-save"),
        back: href,
        draft_key: format!("sag-{}", found.case.number),
        units: Vec::new(),
        could,
    };
    form(inside, asked, typed, faults)
}

/// `GET …/ret`
pub(crate) async fn edit_page(mut inside: Inside, Path((_, number)): At) -> Result<Response, Stop> {
    let found = the_page(&mut inside, &number).await?;
    must(&inside, &found, CaseVerb::Edit)?;
    if !found.case.open_verbs().any(|verb| verb == CaseVerb::Edit) {
        let faults = Faults(vec![(String::new(), inside.t().say("case-not-writable"))]);
        return Ok(case_shown(&inside, &found, axum::http::StatusCode::UNPROCESSABLE_ENTITY, &faults));
    }
    let put = put_before(&mut inside, &found).await?;
    let could = could_adopt(&inside, &put, Some(&found));
    let (headings, _) = cases::headings(&mut inside.tx, &inside.visit.sight, found.case.body).await?;
    let adopts = could.iter().filter(|one| found.case.adopts.contains(&one.thing)).map(|one| one.choice.value.clone());
    let adopts: Vec<String> = adopts.collect();
    let typed = begun(&inside, &found.case.content, &headings, &adopts);
    Ok(shown(&inside, &found, &could, &typed, &Faults::default()).show())
}

/// `POST …/ret`
pub(crate) async fn save(
    mut inside: Inside,
    Path((_, number)): At,
    Form(typed): Form<Vec<(String, String)>>,
) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let found = the_page(&mut inside, &number).await?;
    must(&inside, &found, CaseVerb::Edit)?;
    let put = put_before(&mut inside, &found).await?;
    let could = could_adopt(&inside, &put, Some(&found));
    match typed.get("goer") {
        "flere-bilag" => return Ok(shown(&inside, &found, &could, &with_more_rows(typed), &Faults::default()).show()),
        "saml" => {
            let is_chosen = |put: &&Put| {
                let number = put_choice(&inside, put, false).value;
                typed.all("adopts").any(|one| one == number)
            };
            let chosen: Vec<&Put> = put.iter().filter(is_chosen).collect();
            let typed = filled(&inside, typed.clone(), &chosen);
            return Ok(shown(&inside, &found, &could, &typed, &Faults::default()).show());
        }
        _ => {}
    }
    let (content, mut adopts) = match read(&inside, &typed, &could) {
        Ok(read) => read,
        Err(faults) => return Ok(shown(&inside, &found, &could, &typed, &faults).show()),
    };
    // What the reader does not see is not theirs to take out.
    adopts.extend(found.case.adopts.iter().filter(|thing| !could.iter().any(|one| one.thing == **thing)));
    match deed!(inside, desk => cases::edit_case(&mut desk, found.case.id, typed.version(), content, adopts)) {
        Ok(case) => Ok(done(&inside, "case-saved", &case).await),
        Err(Ending::Refused(refused)) => {
            let faults = beside(&typed, inside.reasons(&refused));
            Ok(shown(&inside, &found, &could, &typed, &faults).show())
        }
        Err(Ending::Conflict) => {
            let form = shown(&inside, &found, &could, &typed, &Faults::default());
            Ok(CaseForm { notice: inside.t().say("case-changed-meanwhile"), ..form }.show())
        }
        Err(ending) => Err(ending.into()),
    }
}
