//! Who takes no part in a case. A reason beside a name is what says so: forvaltningsloven asks for one, and the minutes have it.

use axum::Form;
use axum::extract::Path;
use axum::response::Response;
use pejl_app::Ending;
use pejl_app::cases::{self, CasePage};
use pejl_domain::cases::{CaseVerb, Disqualified};
use pejl_kernel::PersonId;

use super::keeping::done;
use super::loading::{form_about, must, the_page};
use crate::chain::field::{Field, Fields, Input, beside_fields};
use crate::ending::Stop;
use crate::forms::{Faults, Reader, Typed};
use crate::inside::{Inside, deed};
use crate::small_form::SmallForm;

type At = Path<(String, String)>;

/// Somebody who could be named: who, and how they are called.
struct Sits {
    person: PersonId,
    label: String,
}

/// Those who sit in the body, and those who are named already.
async fn sitting(inside: &mut Inside, found: &CasePage) -> Result<Vec<Sits>, Stop> {
    let held = cases::members(&mut inside.tx, &inside.visit.sight, found.case.body).await?;
    let t = inside.t();
    let named = |name: &str, title: &str| match title.is_empty() {
        true => name.to_owned(),
        false => t.say_with("case-member", &pejl_lang::Args::new().text("name", name).text("title", title)),
    };
    let mut sitting: Vec<Sits> = held
        .iter()
        .filter_map(|one| one.person.as_ref().map(|(person, name)| Sits { person: *person, label: named(name, &one.title) }))
        .collect();
    for one in &found.around.disqualified {
        if !sitting.iter().any(|sits| sits.person == one.person) {
            sitting.push(Sits { person: one.person, label: named(&one.name, &one.title) });
        }
    }
    Ok(sitting)
}

fn name_of(at: usize) -> String {
    format!("because-{}", at + 1)
}

fn form(inside: &Inside, found: &CasePage, sitting: &[Sits], typed: &Typed, faults: &Faults) -> SmallForm {
    let t = inside.t();
    let make = Fields { t, typed, faults };
    let field = |(at, sits): (usize, &Sits)| make.labelled(&name_of(at), sits.label.clone(), Input::Line);
    let fields: Vec<Field> = sitting.iter().enumerate().map(field).collect();
    let lead = if sitting.is_empty() { t.say("case-disqualify-nobody") } else { t.say("case-disqualify-lead") };
    SmallForm { lead, ..form_about(inside, found, t.say("case-do-disqualify"), fields, faults) }
}

/// `GET …/inhabil`
pub(crate) async fn disqualified_page(mut inside: Inside, Path((_, number)): At) -> Result<Response, Stop> {
    let found = the_page(&mut inside, &number).await?;
    must(&inside, &found, CaseVerb::Disqualify)?;
    let sitting = sitting(&mut inside, &found).await?;
    let reason =
        |sits: &Sits| found.case.disqualified.iter().find(|one| one.person == sits.person).map(|one| one.reason.to_string());
    let typed = sitting
        .iter()
        .enumerate()
        .fold(Typed::default(), |typed, (at, sits)| typed.with(&name_of(at), reason(sits).unwrap_or_default()));
    Ok(form(&inside, &found, &sitting, &typed, &Faults::default()).show())
}

/// `POST …/inhabil`
pub(crate) async fn disqualify(
    mut inside: Inside,
    Path((_, number)): At,
    Form(typed): Form<Vec<(String, String)>>,
) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let found = the_page(&mut inside, &number).await?;
    must(&inside, &found, CaseVerb::Disqualify)?;
    let sitting = sitting(&mut inside, &found).await?;
    let mut reader = Reader::new(&typed, inside.t(), inside.visit.actor.on);
    let mut people = Vec::new();
    for (at, sits) in sitting.iter().enumerate() {
        let reason = reader.prose(&name_of(at));
        if !reason.is_empty() {
            people.push(Disqualified { person: sits.person, reason });
        }
    }
    let faults = reader.faults;
    if !faults.is_empty() {
        return Ok(form(&inside, &found, &sitting, &typed, &faults).show());
    }
    match deed!(inside, desk => cases::disqualify(&mut desk, found.case.id, typed.version(), people)) {
        Ok(case) => Ok(done(&inside, "case-disqualified-done", &case).await),
        Err(Ending::Refused(refused)) => {
            let beside = |(field, text): (String, String)| (if field == "disqualified" { name_of(0) } else { field }, text);
            let faults = beside_fields(inside.reasons(&refused).into_iter().map(beside).collect());
            Ok(form(&inside, &found, &sitting, &typed, &faults).show())
        }
        Err(Ending::Conflict) => {
            let form = form(&inside, &found, &sitting, &typed, &Faults::default());
            Ok(SmallForm { notice: inside.t().say("case-changed-meanwhile"), ..form }.show())
        }
        Err(ending) => Err(ending.into()),
    }
}
