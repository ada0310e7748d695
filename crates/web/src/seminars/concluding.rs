//! The page that says exactly what will come of a seminar, with the button that lets it.

use askama::Template;
use axum::Form;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use pejl_app::Ending;
use pejl_app::seminars::{self, SeminarPage};
use pejl_domain::chain::counts::Fit;
use pejl_domain::models::{GoalField, Noun};
use pejl_domain::seminars::{Outcome, ProposalKind, Route, SeminarState, Verdict, spec_of};
use pejl_lang::Args;

use super::loading::{href_of, kept_seminar, name_of, page_of};
use super::shown::{CommissionShown, commission, unit_name};
use super::workspace::changed;
use crate::ending::Stop;
use crate::forms::{Faults, Typed};
use crate::inside::{Inside, deed};
use crate::page::{Page, show_with};

type At = Path<(String, String)>;
type Sent = Form<Vec<(String, String)>>;

#[derive(Template)]
#[template(path = "seminars/conclude.html")]
struct View {
    page: Page,
    name: String,
    lead: String,
    notice: String,
    faults: Faults,
    count: String,
    is_off: bool,
    despite: bool,
    objectives_heading: String,
    objectives: Vec<Line>,
    markers: Vec<Line>,
    commissions: Vec<CommissionShown>,
    changed: Vec<(String, Vec<String>)>,
    parked: Vec<String>,
    rest: String,
    turns: i64,
    is_ready: bool,
    back: String,
}

/// Something that comes of it: what, what happens to it, and which way it goes from there.
struct Line {
    title: String,
    becomes: String,
    way: String,
}

fn view(inside: &Inside, found: &SeminarPage, faults: Faults, despite: bool) -> View {
    let (t, model, workspace) = (inside.t(), &inside.voice.model, &found.workspace);
    let (seminar, tally) = (&workspace.seminar, workspace.tally());
    let stands: Vec<(String, String)> =
        workspace.unready(model).into_iter().map(|reason| (String::new(), inside.voice.tell(&reason.sentence))).collect();
    let is_ready = stands.is_empty();
    let meant = spec_of(model, ProposalKind::Objective).and_then(|spec| spec.count);
    let lines = |kind| workspace.chosen(kind).into_iter().map(|proposal| line(inside, found, proposal)).collect();
    let parked = workspace.proposals.iter().filter(|p| p.outcome == Outcome::Parked).map(|p| p.content.title.to_string());
    let gone = workspace.proposals.iter().filter(|p| matches!(p.outcome, Outcome::Declined { .. } | Outcome::Merged { .. }));
    let changes = workspace.standing.iter().filter(|standing| standing.verdict != Verdict::Keep).count();
    View {
        page: page_of(inside, seminar.year, t.say("seminars-conclude")),
        name: name_of(inside, seminar.year),
        lead: t.a("seminars-conclude-lead", "council", &inside.voice.noun(Noun::Council).definite),
        notice: String::new(),
        faults: if faults.is_empty() { Faults(stands) } else { faults },
        count: tally.told(model).map(|said| inside.voice.tell(&said)).unwrap_or_default(),
        is_off: meant.is_some_and(|meant| tally.fit(meant) != Fit::Within),
        despite,
        objectives_heading: t.n("seminars-conclude-objectives", tally.chosen),
        objectives: lines(ProposalKind::Objective),
        markers: lines(ProposalKind::ValueMarker),
        commissions: workspace.commissions.iter().map(|c| commission(inside, found, c, false)).collect(),
        changed: if changes > 0 || tally.standing > 0 { changed(inside, found) } else { Vec::new() },
        parked: parked.collect(),
        rest: match gone.count() {
            0 => String::new(),
            count => t.n("seminars-conclude-rest", count),
        },
        turns: seminar.turns,
        is_ready,
        back: href_of(inside, seminar, ""),
    }
}

fn line(inside: &Inside, found: &SeminarPage, proposal: &pejl_domain::seminars::Proposal) -> Line {
    let (t, model) = (inside.t(), &inside.voice.model);
    let year = found.workspace.seminar.year;
    let lacks = proposal.lacks(model, year);
    let adopts = spec_of(model, proposal.kind).and_then(|spec| spec.adopts.as_ref());
    let becomes = match (lacks.is_empty(), adopts) {
        (true, Some(level)) => {
            let body = model.level(level).map(|level| inside.voice.forms(&level.word).definite.clone());
            t.a("seminars-becomes-proposed", "level", body.unwrap_or_else(|| level.to_string()))
        }
        (true, None) => t.say("seminars-becomes-in-force"),
        (false, _) => {
            let fields: Vec<String> = lacks.iter().map(|field| field_word(inside, *field)).collect();
            t.a("seminars-becomes-draft", "fields", t.and_list(&fields))
        }
    };
    let way = match &proposal.route {
        Some(Route::Policy) if proposal.kind == ProposalKind::Objective => {
            let asked: Vec<&str> = found.workspace.commissions_of(proposal.id).map(|c| c.content.title.as_str()).collect();
            if asked.is_empty() { String::new() } else { t.a("seminars-way-policy", "policies", t.and_list(&asked)) }
        }
        Some(Route::Goal(goal)) => {
            let args = Args::new().text("title", &goal.title).text("unit", unit_name(inside, found, goal.unit));
            t.say_with("seminars-way-goal", &args)
        }
        Some(Route::Policy) | None => String::new(),
    };
    Line { title: proposal.content.title.to_string(), becomes, way }
}

/// What a field is called; the expected effect goes by the municipality's own word.
fn field_word(inside: &Inside, field: GoalField) -> String {
    match field {
        GoalField::ExpectedEffect => inside.voice.about("chain-expected-effect", inside.voice.noun(Noun::Effect)),
        GoalField::Criteria | GoalField::Indicator | GoalField::Baseline => inside.voice.noun(Noun::Criterion).plural.clone(),
        GoalField::ValueMarkers => inside.voice.noun(Noun::ValueMarker).plural.clone(),
        GoalField::Sources => inside.voice.noun(Noun::Source).plural.clone(),
        field => inside.t().say(&format!("field-{}", field.as_str())),
    }
}

/// `GET …/afslut`
pub(crate) async fn conclude_page(mut inside: Inside, Path((_, year)): At) -> Result<Response, Stop> {
    let found = kept_seminar(&mut inside, &year).await?;
    if found.workspace.seminar.state == SeminarState::Concluded {
        return Ok(crate::page::go(&href_of(&inside, &found.workspace.seminar, "")));
    }
    Ok(show_with(StatusCode::OK, &view(&inside, &found, Faults::default(), false)))
}

/// `POST …/afslut`
pub(crate) async fn conclude(mut inside: Inside, Path((_, year)): At, Form(typed): Sent) -> Result<Response, Stop> {
    let found = kept_seminar(&mut inside, &year).await?;
    let typed = Typed(typed);
    let (id, despite) = (found.workspace.seminar.id, typed.ticked("despite"));
    let concluded = deed!(inside, desk => seminars::conclude_seminar(&mut desk, id, typed.version(), despite));
    match concluded {
        Ok(seminar) => {
            let word = seminar.sentence(&inside.voice.model, "seminars-conclude-done");
            Ok(inside.done(&word, &href_of(&inside, &seminar, "")).await)
        }
        Err(Ending::Refused(refused)) => {
            // What concerns the page as a whole links nowhere; the number meant is asked about beside its box.
            let beside = |(field, text): (String, String)| (if field == "despite" { field } else { String::new() }, text);
            let faults = Faults(inside.reasons(&refused).into_iter().map(beside).collect());
            Ok(show_with(StatusCode::UNPROCESSABLE_ENTITY, &view(&inside, &found, faults, despite)))
        }
        Err(Ending::Conflict) => {
            let shown = view(&inside, &found, Faults::default(), despite);
            let shown = View { notice: inside.t().say("seminars-conclude-changed"), ..shown };
            Ok(show_with(StatusCode::CONFLICT, &shown))
        }
        Err(ending) => Err(ending.into()),
    }
}
