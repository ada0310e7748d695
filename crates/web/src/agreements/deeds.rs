//! What moves an agreement on: the plain buttons, and the small forms where something is to be said.

use axum::Form;
use axum::extract::Path;
use axum::response::Response;
use pejl_app::agreements::{self, AgreementPage};
use pejl_app::chain::DecisionGiven;
use pejl_app::{Ending, cases};
use pejl_domain::agreements::{Agreement, AgreementVerb};
use pejl_domain::chain::StateName;
use pejl_domain::models::Noun;

use super::agreement_page;
use super::loading::the_page;
use super::signatures;
use super::small_form::{Deed, done};
use crate::chain::decision;
use crate::chain::field::{Field, Fields, Input};
use crate::ending::Stop;
use crate::forms::{Reader, Typed};
use crate::inside::{Inside, deed};
use crate::voice::capital;

type Sent = Form<Vec<(String, String)>>;
type At = Path<(String, String)>;

// The plain buttons ------------------------------------------------------------------------------------------------------------

/// How a plain button's deed ended: on with a word, or the page again with what stands in the way.
async fn pressed(inside: &mut Inside, number: &str, outcome: Result<Agreement, Ending>, done_key: &str) -> Result<Response, Stop> {
    match outcome {
        Ok(agreement) => Ok(done(inside, done_key, &agreement).await),
        Err(Ending::Refused(refused)) => {
            let found = the_page(inside, number).await?;
            agreement_page::refused(inside, &found, &refused.reasons).await
        }
        Err(ending) => Err(ending.into()),
    }
}

/// `POST …/hoer`
pub(super) async fn hear(mut inside: Inside, Path((_, number)): At, Form(typed): Sent) -> Result<Response, Stop> {
    let found = the_page(&mut inside, &number).await?;
    let (id, version) = (found.shown.agreement.id, Typed(typed).version());
    let outcome = deed!(inside, desk => agreements::hear(&mut desk, id, version));
    pressed(&mut inside, &number, outcome, "agreement-put-to-hearing").await
}

/// `POST …/dialog`
pub(super) async fn dialogue(mut inside: Inside, Path((_, number)): At, Form(typed): Sent) -> Result<Response, Stop> {
    let found = the_page(&mut inside, &number).await?;
    let (id, version) = (found.shown.agreement.id, Typed(typed).version());
    let outcome = deed!(inside, desk => agreements::open_dialogue(&mut desk, id, version));
    pressed(&mut inside, &number, outcome, "agreement-put-to-dialogue").await
}

/// `POST …/send`
pub(super) async fn submit(mut inside: Inside, Path((_, number)): At, Form(typed): Sent) -> Result<Response, Stop> {
    let found = the_page(&mut inside, &number).await?;
    let (id, version) = (found.shown.agreement.id, Typed(typed).version());
    let outcome = deed!(inside, desk => agreements::submit(&mut desk, id, version));
    pressed(&mut inside, &number, outcome, "agreement-submitted").await
}

// The small forms --------------------------------------------------------------------------------------------------------------

const RETURN: Deed =
    Deed { verb: AgreementVerb::Return, name: "return", warns: false, fields: note_for_return, facts: what_return_voids };
const WITHDRAW: Deed =
    Deed { verb: AgreementVerb::Withdraw, name: "withdraw", warns: true, fields: note_why, facts: nothing_to_know };
const AMEND: Deed = Deed { verb: AgreementVerb::Amend, name: "amend", warns: false, fields: reason, facts: nothing_to_know };
const DROP: Deed =
    Deed { verb: AgreementVerb::DropAmendment, name: "drop", warns: true, fields: no_fields, facts: nothing_to_know };
const REPORT: Deed =
    Deed { verb: AgreementVerb::Report, name: "report", warns: false, fields: report_text, facts: how_it_is_reported };
const RETURN_REPORT: Deed =
    Deed { verb: AgreementVerb::ReturnReport, name: "return-report", warns: false, fields: note_for_report, facts: the_report };
const CLOSE: Deed = Deed { verb: AgreementVerb::Close, name: "close", warns: true, fields: closing_note, facts: the_report };
const APPROVE: Deed =
    Deed { verb: AgreementVerb::Approve, name: "approve", warns: false, fields: decision_fields, facts: what_is_approved };

fn nothing_to_know(_: &Inside, _: &AgreementPage) -> Vec<(String, String)> {
    Vec::new()
}

fn no_fields(_: &Inside, _: &Fields<'_>, _: &AgreementPage) -> Vec<Field> {
    Vec::new()
}

fn note_for_return(inside: &Inside, make: &Fields<'_>, _: &AgreementPage) -> Vec<Field> {
    vec![make.named("note", "field-note", Input::Area).hint(inside.t().say("agreement-return-note-hint")).required()]
}

fn note_why(_: &Inside, make: &Fields<'_>, _: &AgreementPage) -> Vec<Field> {
    vec![make.named("note", "field-reason", Input::Area).required()]
}

fn note_for_report(_: &Inside, make: &Fields<'_>, _: &AgreementPage) -> Vec<Field> {
    vec![make.named("note", "field-note", Input::Area).required()]
}

fn closing_note(_: &Inside, make: &Fields<'_>, _: &AgreementPage) -> Vec<Field> {
    vec![make.named("note", "field-note", Input::Area)]
}

fn reason(inside: &Inside, make: &Fields<'_>, _: &AgreementPage) -> Vec<Field> {
    vec![make.named("reason", "field-reason", Input::Area).hint(inside.t().say("agreement-amend-reason-hint")).required()]
}

fn report_text(_: &Inside, make: &Fields<'_>, _: &AgreementPage) -> Vec<Field> {
    vec![make.named("report", "agreement-report", Input::Area).required()]
}

fn the_report(inside: &Inside, found: &AgreementPage) -> Vec<(String, String)> {
    vec![(inside.t().say("agreement-report"), found.shown.agreement.report.to_string())]
}

fn how_it_is_reported(inside: &Inside, found: &AgreementPage) -> Vec<(String, String)> {
    let meant = found.text.reporting.clone();
    if meant.is_empty() { Vec::new() } else { vec![(inside.t().say("agreement-reported-so"), meant)] }
}

/// Who has signed, because those signatures are void once it goes back.
fn what_return_voids(inside: &Inside, found: &AgreementPage) -> Vec<(String, String)> {
    let signed = signatures::on(inside, &signatures::seal_of(found), &found.shown.signatures);
    if signed.is_empty() {
        return Vec::new();
    }
    let names: Vec<String> = signed.into_iter().map(|one| one.unit).collect();
    vec![(inside.t().say("agreement-signatures"), inside.t().a("agreement-return-voids", "units", inside.t().and_list(&names)))]
}

/// What comes in force with the approval, and what does not.
fn what_is_approved(inside: &Inside, found: &AgreementPage) -> Vec<(String, String)> {
    let t = inside.t();
    let proposed = found.shown.goals.iter().map(|here| &here.element).filter(|goal| goal.state.name() == StateName::Proposed);
    let (elsewhere, with_it): (Vec<_>, Vec<_>) = proposed.partition(|goal| found.adopted_elsewhere.contains(&goal.id));
    let names = |goals: Vec<&pejl_domain::chain::Element>| {
        let named = goals.into_iter().map(|goal| format!("{} {}", goal.number, goal.content.title));
        named.collect::<Vec<_>>().join("\n")
    };
    let word = capital(&inside.voice.noun(Noun::Goal).plural);
    let mut facts = vec![
        (word, t.count(found.text.goals.len())),
        (t.say("agreement-adopted-with-it"), names(with_it)),
        (t.say("agreement-elsewhere"), names(elsewhere)),
        (t.say("agreement-unsigned"), signatures::unsigned(found).join(", ")),
    ];
    facts.retain(|(_, text)| !text.is_empty());
    facts
}

/// Who decided; a leader who approves may leave it out.
fn decision_fields(inside: &Inside, make: &Fields<'_>, found: &AgreementPage) -> Vec<Field> {
    let fields = decision::fields(inside, make, &found.parties.approving);
    if found.needs_decision { fields } else { fields.into_iter().map(|field| field.required_if(false)).collect() }
}

macro_rules! noted {
    ($page:ident, $post:ident, $deed:expr, $field:literal, $address:literal, $do:path) => {
        #[doc = concat!("`GET …/", $address, "`")]
        pub(super) async fn $page(mut inside: Inside, Path((_, number)): At) -> Result<Response, Stop> {
            let found = $deed.take(&mut inside, &number).await?;
            Ok($deed.show(&inside, &found, &Typed::default()))
        }

        #[doc = concat!("`POST …/", $address, "`")]
        pub(super) async fn $post(mut inside: Inside, Path((_, number)): At, Form(typed): Sent) -> Result<Response, Stop> {
            let typed = Typed(typed);
            let found = $deed.take(&mut inside, &number).await?;
            let mut reader = Reader::new(&typed, inside.t(), inside.visit.actor.on);
            let said = reader.prose($field);
            if !reader.faults.is_empty() {
                return Ok($deed.faulty(&inside, &found, &typed, &reader.faults));
            }
            let id = found.shown.agreement.id;
            let outcome = deed!(inside, desk => $do(&mut desk, id, typed.version(), said));
            $deed.ended(&inside, &found, &typed, outcome).await
        }
    };
}

noted!(return_page, send_back, RETURN, "note", "send-tilbage", cases::return_agreement);
noted!(withdraw_page, withdraw, WITHDRAW, "note", "traek-tilbage", agreements::withdraw);
noted!(amend_page, amend, AMEND, "reason", "aendring", agreements::amend);
noted!(report_page, report, REPORT, "report", "rapport", agreements::report_agreement);
noted!(return_report_page, return_report, RETURN_REPORT, "note", "rapport-tilbage", agreements::return_report);
noted!(close_page, close, CLOSE, "note", "afslut", agreements::close_agreement);

/// `GET …/opgiv-aendring`
pub(super) async fn drop_page(mut inside: Inside, Path((_, number)): At) -> Result<Response, Stop> {
    let found = DROP.take(&mut inside, &number).await?;
    Ok(DROP.show(&inside, &found, &Typed::default()))
}

/// `POST …/opgiv-aendring`
pub(super) async fn drop_amendment(mut inside: Inside, Path((_, number)): At, Form(typed): Sent) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let found = DROP.take(&mut inside, &number).await?;
    let id = found.shown.agreement.id;
    let outcome = deed!(inside, desk => agreements::drop_amendment(&mut desk, id, typed.version()));
    DROP.ended(&inside, &found, &typed, outcome).await
}

/// `GET …/godkend`
pub(super) async fn approve_page(mut inside: Inside, Path((_, number)): At) -> Result<Response, Stop> {
    let found = APPROVE.take(&mut inside, &number).await?;
    let typed =
        if found.needs_decision { decision::begun(Typed::default(), &inside, &found.parties.approving) } else { Typed::default() };
    Ok(APPROVE.show(&inside, &found, &typed))
}

/// `POST …/godkend`
pub(super) async fn approve(mut inside: Inside, Path((_, number)): At, Form(typed): Sent) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let found = APPROVE.take(&mut inside, &number).await?;
    let mut reader = Reader::new(&typed, inside.t(), inside.visit.actor.on);
    let bodies = &found.parties.approving;
    let given: Option<DecisionGiven> =
        if found.needs_decision { decision::read(&mut reader, bodies) } else { decision::maybe_read(&mut reader, &typed, bodies) };
    if !reader.faults.is_empty() {
        return Ok(APPROVE.faulty(&inside, &found, &typed, &reader.faults));
    }
    let id = found.shown.agreement.id;
    let outcome = deed!(inside, desk => cases::approve(&mut desk, id, typed.version(), given));
    APPROVE.ended(&inside, &found, &typed, outcome).await
}
