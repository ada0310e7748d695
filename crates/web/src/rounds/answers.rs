//! What a unit was told about its follow-up, what it says to that, and how well the round is answered (K4).

use askama::Template;
use axum::Form;
use axum::extract::{Path, Query};
use axum::response::Response;
use pejl_app::{Ending, orgs, rounds};
use pejl_domain::Sentence;
use pejl_domain::rounds::feedback::Measure;
use pejl_domain::rounds::{Feedback, Round};
use pejl_kernel::FeedbackId;
use pejl_lang::Args;
use pejl_policy::Action;

use super::goal_rows::{FeedbackShown, feedback_shown};
use super::loading::{form_about, href_of, looked_at, may, must, name_of, page_of, the_round, unit_href};
use crate::chain::field::{Fields, Input, beside_fields};
use crate::ending::Stop;
use crate::forms::{Faults, Reader, Typed};
use crate::inside::{Inside, deed};
use crate::page::{Page, show};
use crate::small_form::SmallForm;

type At = Path<(String, String, String)>;
type AtOne = Path<(String, String, String, String)>;
type Asked = Query<Vec<(String, String)>>;
type Sent = Form<Vec<(String, String)>>;

#[derive(Template)]
#[template(path = "rounds/answers.html")]
struct Answers {
    page: Page,
    round: String,
    unit: String,
    unit_href: String,
    /// What the unit was told.
    to: Vec<FeedbackShown>,
    /// What the unit told others.
    from: Vec<FeedbackShown>,
    measures: Vec<(String, String)>,
    unanswered: Vec<(String, String)>,
}

/// `GET …/tilbagemeldinger?enhed=E-6`
pub(crate) async fn answers(mut inside: Inside, Path((_, year, key)): At, Query(query): Asked) -> Result<Response, Stop> {
    let round = the_round(&mut inside, &year, &key).await?;
    let looked = looked_at(&mut inside, &Typed(query)).await?;
    let sight = inside.visit.sight;
    let to = rounds::feedback_to(&mut inside.tx, &sight, round.id, looked.unit.id).await?;
    let from = rounds::feedback_from(&mut inside.tx, &sight, round.id, looked.unit.id).await?;
    let measured = rounds::measures(&mut inside.tx, &sight, &round).await?;
    let t = inside.t();
    let href = href_of(&inside, &round);
    let may_answer = may(&inside, Action::AnswerFeedback, &looked.facts);
    Ok(show(&Answers {
        page: page_of(&inside, &round, t.say("rounds-answers")),
        round: name_of(&inside, &round),
        unit_href: unit_href(&href, looked.unit.serial),
        to: to.iter().map(|row| feedback_shown(&inside, &href, &row.seen, may_answer)).collect(),
        from: from.iter().map(|row| feedback_shown(&inside, &href, &row.seen, false)).collect(),
        measures: vec![
            (t.say("rounds-measure-units"), measure(&inside, &measured.units)),
            (t.say("rounds-measure-questions"), measure(&inside, &measured.questions)),
        ],
        unanswered: measured.unanswered.iter().map(|unit| (unit.name.clone(), unit_href(&href, unit.serial))).collect(),
        unit: looked.unit.name,
    }))
}

/// How many of how many, and how fast.
fn measure(inside: &Inside, measure: &Measure) -> String {
    let t = inside.t();
    let args = Args::new().count("answered", measure.answered).count("due", measure.due);
    match (measure.percent, measure.median_days) {
        (None, _) => t.say("rounds-measure-none"),
        (Some(percent), None) => t.say_with("rounds-measure", &args.count("percent", percent)),
        (Some(percent), Some(days)) => {
            t.say_with("rounds-measure-days", &args.count("percent", percent).text("days", t.figure(days)))
        }
    }
}

/// What is answered, and who may.
async fn asked(inside: &mut Inside, round: &Round, id: &str) -> Result<Feedback, Stop> {
    let id = id.parse::<FeedbackId>().map_err(|_| Ending::NotFound)?;
    let municipality = inside.visit.place.municipality.id;
    let feedback = rounds::feedback(&mut inside.tx, municipality, id).await?;
    if feedback.round != round.id {
        return Err(Stop(Ending::NotFound));
    }
    let place = inside.visit.place.clone();
    let mut facts = rounds::unit_facts(&mut inside.tx, &inside.visit.sight, &place, feedback.to).await?;
    if let Some(goal) = feedback.goal {
        facts.answers = rounds::report_facts(&mut inside.tx, &inside.visit.sight, round.id, goal).await?.answers;
    }
    must(inside, Action::AnswerFeedback, &facts)?;
    Ok(feedback)
}

async fn answer_form(
    inside: &mut Inside,
    round: &Round,
    feedback: &Feedback,
    typed: &Typed,
    faults: &Faults,
) -> Result<SmallForm, Stop> {
    let all = orgs::unit_options(&mut inside.tx, &inside.visit.sight).await?;
    let to = all.iter().find(|unit| unit.id == feedback.to);
    let from = all.iter().find(|unit| unit.id == feedback.from).map(|unit| unit.name.clone()).unwrap_or_default();
    let t = inside.t();
    let make = Fields { t, typed, faults };
    let fields = vec![make.named("answer", "rounds-answer", Input::Area).required()];
    let href = href_of(inside, round);
    let kind = t.say(&format!("feedback-kind-{}", feedback.kind.as_str()));
    Ok(SmallForm {
        beside: vec![(
            t.say_with("rounds-asked-by", &Args::new().text("kind", kind).text("from", from)),
            feedback.text.to_string(),
        )],
        version: feedback.version,
        submit: t.say("rounds-answer-send"),
        back: to
            .map_or_else(|| format!("{href}/tilbagemeldinger"), |unit| format!("{href}/tilbagemeldinger?enhed=E-{}", unit.serial)),
        ..form_about(inside, round, t.say("rounds-answer-do"), fields, faults)
    })
}

/// `GET …/tilbagemeldinger/{feedback}`
pub(crate) async fn answer_page(mut inside: Inside, Path((_, year, key, id)): AtOne) -> Result<Response, Stop> {
    let round = the_round(&mut inside, &year, &key).await?;
    let feedback = asked(&mut inside, &round, &id).await?;
    Ok(answer_form(&mut inside, &round, &feedback, &Typed::default(), &Faults::default()).await?.show())
}

/// `POST …/tilbagemeldinger/{feedback}`
pub(crate) async fn answer(mut inside: Inside, Path((_, year, key, id)): AtOne, Form(typed): Sent) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let round = the_round(&mut inside, &year, &key).await?;
    let feedback = asked(&mut inside, &round, &id).await?;
    let mut reader = Reader::new(&typed, inside.t(), inside.visit.actor.on);
    let said = reader.prose("answer");
    let faults = reader.faults;
    if !faults.is_empty() {
        return Ok(answer_form(&mut inside, &round, &feedback, &typed, &faults).await?.show());
    }
    match deed!(inside, desk => rounds::answer_feedback(&mut desk, feedback.id, typed.version(), said)) {
        Ok(_) => {
            let back = answer_form(&mut inside, &round, &feedback, &typed, &Faults::default()).await?.back;
            Ok(inside.done(&Sentence::new("rounds-answered"), &back).await)
        }
        Err(Ending::Refused(refused)) => {
            let faults = beside_fields(inside.reasons(&refused));
            Ok(answer_form(&mut inside, &round, &feedback, &typed, &faults).await?.show())
        }
        Err(Ending::Conflict) => {
            let form = answer_form(&mut inside, &round, &feedback, &typed, &Faults::default()).await?;
            let t = inside.t();
            let theirs = vec![(t.say("rounds-answer"), feedback.answer.to_string())];
            Ok(SmallForm { notice: t.say("ending-conflict-text"), theirs, ..form }.show())
        }
        Err(ending) => Err(ending.into()),
    }
}
