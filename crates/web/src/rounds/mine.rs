//! A leader's own page: everything they report on in a round, on one page, saved as it is written and submitted once.

use askama::Template;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::{Form, Json};
use jiff::Timestamp;
use pejl_app::rounds::{self, Kept, KeptOutcome, Sheet, SheetLine, Submission};
use pejl_app::{Desk, Ending, orgs};
use pejl_domain::Sentence;
use pejl_domain::chain::StateName;
use pejl_domain::models::RoundMode;
use pejl_domain::rounds::{ReportState, Round};
use pejl_kernel::clock::danish_time;
use pejl_kernel::{RoundId, UnitId};
use pejl_lang::{Args, Lang};
use pejl_policy::Action;
use serde_json::{Map, Value, json};

use super::loading::{href_of, looked_at, must, name_of, page_of, round_sign, round_word, the_round};
use super::mine_form::{GoalForm, Making};
use super::mine_read::{field_of, of, read, to_copy};
use crate::ending::Stop;
use crate::forms::{Faults, Typed};
use crate::inside::{Inside, deed};
use crate::page::{Page, show_with};

type At = Path<(String, String, String)>;
type Asked = Query<Vec<(String, String)>>;
type Sent = Form<Vec<(String, String)>>;

#[derive(Template)]
#[template(path = "rounds/mine.html")]
struct Mine {
    page: Page,
    round: String,
    state: &'static str,
    state_word: String,
    lead: String,
    mode: String,
    /// What happened to what was sent: title and text; empty where nothing did.
    notice: (String, String),
    faults: Vec<(String, String)>,
    goals: Vec<GoalForm>,
    is_open: bool,
    may_submit: bool,
    /// How many are still to be submitted.
    open: usize,
    autosave: String,
    word_saved: String,
    word_away: String,
    word_refused: String,
    round_href: String,
    /// What was typed about goals that are not on this page any more: number and texts.
    lost: Vec<(String, Vec<(String, String)>)>,
}

/// The title and the text of what the page says happened.
type Notice = (&'static str, &'static str);

const OVER: Notice = ("rounds-over-title", "rounds-over-text");
const BOTH: Notice = ("rounds-both-title", "rounds-both-text");
const NOT_ALL: Notice = ("rounds-not-all-title", "rounds-not-all-text");

/// What somebody sent, and what came of it.
#[derive(Default)]
struct Outcome {
    typed: Option<Typed>,
    faults: Faults,
    conflicts: Vec<String>,
    notice: Option<Notice>,
}

/// The unit whose page it is, where it is another's than the reader's own.
async fn whose(inside: &mut Inside, query: &Typed) -> Result<Option<(UnitId, String)>, Stop> {
    if query.get("enhed").is_empty() {
        return Ok(None);
    }
    let looked = looked_at(inside, query).await?;
    let number = looked.number();
    Ok(Some((looked.unit.id, number)))
}

/// The page's own address.
fn own_href(inside: &Inside, round: &Round, whose: Option<&(UnitId, String)>) -> String {
    let href = href_of(inside, round);
    whose.map_or_else(|| format!("{href}/min"), |(_, number)| format!("{href}/min?enhed={number}"))
}

async fn sheet_of(inside: &mut Inside, round: &Round, whose: Option<&(UnitId, String)>) -> Result<Sheet, Stop> {
    let (sight, actor) = (inside.visit.sight, inside.visit.actor.clone());
    Ok(rounds::sheet(&mut inside.tx, &sight, &actor, round, whose.map(|(unit, _)| *unit)).await?)
}

/// `GET …/min?enhed=E-6`
pub(crate) async fn mine(mut inside: Inside, Path((_, year, key)): At, Query(query): Asked) -> Result<Response, Stop> {
    let round = the_round(&mut inside, &year, &key).await?;
    let whose = whose(&mut inside, &Typed(query)).await?;
    let sheet = sheet_of(&mut inside, &round, whose.as_ref()).await?;
    page(&mut inside, &round, whose.as_ref(), &sheet, Outcome::default()).await
}

/// What somebody asks for when they send the form.
enum Act {
    Keep,
    /// Keep it, and go to where one goal's evidence is.
    Evidence(String),
    SubmitAll,
    SubmitOne(String),
}

fn act(typed: &Typed) -> Act {
    match typed.get("goer").split_once(':') {
        Some(("dokumentation", number)) => Act::Evidence(number.to_owned()),
        Some(("indsend", number)) => Act::SubmitOne(number.to_owned()),
        _ if typed.get("goer") == "indsend" => Act::SubmitAll,
        _ => Act::Keep,
    }
}

/// Whoever types about a goal that they may not write about is told who may.
async fn must_write(inside: &mut Inside, round: &Round, sheet: &Sheet, typed: &Typed) -> Result<(), Stop> {
    let is_typed = |line: &&SheetLine| typed.all("maal").any(|n| n == line.goal.asked.number.to_string());
    let Some(line) = sheet.goals.iter().filter(is_typed).find(|line| !line.may_write) else { return Ok(()) };
    let goal = line.goal.asked.report.goal;
    let facts = rounds::report_facts(&mut inside.tx, &inside.visit.sight, round.id, goal).await?;
    must(inside, Action::WriteReport, &facts)
}

/// What was typed about the goals of a sheet that can be written about, read; and what could not be read.
fn typed_about(inside: &Inside, sheet: &Sheet, typed: &Typed) -> (Vec<rounds::Typed>, Faults) {
    let sent = |line: &&SheetLine| {
        let number = line.goal.asked.number.to_string();
        line.may_write && line.goal.asked.goal_state.name() == StateName::Adopted && typed.all("maal").any(|n| n == number)
    };
    let (mut all, mut faults) = (Vec::new(), Vec::new());
    for line in sheet.goals.iter().filter(sent) {
        let number = line.goal.asked.number.to_string();
        let (content, wrong) = read(typed, inside.t(), inside.visit.actor.on, &number, &line.goal.asked.content);
        if wrong.is_empty() {
            let version = typed.get(&of("version", &number)).parse().unwrap_or(-1);
            all.push(rounds::Typed { goal: line.goal.asked.report.goal, version, content });
        }
        faults.extend(wrong.0);
    }
    (all, Faults(faults))
}

/// `POST …/min`: keeps what is typed, or submits it.
pub(crate) async fn send(
    mut inside: Inside,
    Path((_, year, key)): At,
    Query(query): Asked,
    Form(typed): Sent,
) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let round = the_round(&mut inside, &year, &key).await?;
    let whose = whose(&mut inside, &Typed(query)).await?;
    let sheet = sheet_of(&mut inside, &round, whose.as_ref()).await?;
    must_write(&mut inside, &round, &sheet, &typed).await?;
    let (all, faults) = typed_about(&inside, &sheet, &typed);
    let outcome = match act(&typed) {
        Act::Keep | Act::Evidence(_) => keep_typed(&inside, &round, &sheet, &all, faults).await?,
        Act::SubmitAll => submit_typed(&inside, &round, &sheet, &all, all.clone(), faults).await?,
        Act::SubmitOne(number) => {
            let one = |t: &&rounds::Typed| number_of(&sheet, t.goal).as_deref() == Some(number.as_str());
            let chosen: Vec<rounds::Typed> = all.iter().filter(one).cloned().collect();
            submit_typed(&inside, &round, &sheet, &all, chosen, faults).await?
        }
    };
    // What was saved just now is seen from here on.
    inside.tx = inside.web.office.db().read().await?;
    let round = the_round(&mut inside, &year, &key).await?;
    let sheet = sheet_of(&mut inside, &round, whose.as_ref()).await?;
    match outcome {
        Ok(word) if !has_leftovers(&inside, &round, &sheet, &typed) => {
            let to = match act(&typed) {
                Act::Evidence(number) => format!("{}/maal/{number}/dokumentation", href_of(&inside, &round)),
                Act::Keep | Act::SubmitAll | Act::SubmitOne(_) => own_href(&inside, &round, whose.as_ref()),
            };
            Ok(inside.done(&word, &to).await)
        }
        Ok(_) => {
            let outcome = Outcome { typed: Some(typed), notice: Some(NOT_ALL), ..Outcome::default() };
            page(&mut inside, &round, whose.as_ref(), &sheet, outcome).await
        }
        Err(outcome) => page(&mut inside, &round, whose.as_ref(), &sheet, Outcome { typed: Some(typed), ..outcome }).await,
    }
}

/// Whether something was typed about goals that could not be written about, and does not stand as it was typed.
fn has_leftovers(inside: &Inside, round: &Round, sheet: &Sheet, typed: &Typed) -> bool {
    let none = Faults::default();
    let making =
        Making { inside, round, typed: Some(typed), faults: &none, conflicts: &[], several_units: false, returned_by: &[] };
    !lost(inside, sheet, typed).is_empty() || sheet.goals.iter().any(|line| !making.goal(line).copy.is_empty())
}

/// What was typed about goals that the page no longer has.
fn lost(inside: &Inside, sheet: &Sheet, typed: &Typed) -> Vec<(String, Vec<(String, String)>)> {
    let is_here = |number: &str| sheet.goals.iter().any(|line| line.goal.asked.number.to_string() == number);
    let gone = typed.all("maal").filter(|number| !is_here(number));
    gone.map(|n| (n.to_owned(), to_copy(typed, inside.t(), n))).filter(|(_, texts)| !texts.is_empty()).collect()
}

fn number_of(sheet: &Sheet, goal: pejl_kernel::ElementId) -> Option<String> {
    sheet.goals.iter().find(|line| line.goal.asked.report.goal == goal).map(|line| line.goal.asked.number.to_string())
}

/// The outcome of what was sent: the word to leave, or what the page shows in its place.
type Came = Result<Sentence, Outcome>;

/// Whether the round takes any of a sheet's reports.
fn takes_any(round: &Round, sheet: &Sheet) -> bool {
    sheet.goals.iter().any(|line| round.state.takes(line.goal.asked.report.state))
}

async fn keep_typed(inside: &Inside, round: &Round, sheet: &Sheet, all: &[rounds::Typed], faults: Faults) -> Result<Came, Stop> {
    if !takes_any(round, sheet) {
        return Ok(Err(Outcome { notice: Some(OVER), ..Outcome::default() }));
    }
    let (_, kept) = match deed!(inside, desk => write_all(&mut desk, round.id, all)) {
        Ok(kept) => kept,
        Err(Ending::Refused(_)) => return Ok(Err(Outcome { notice: Some(OVER), ..Outcome::default() })),
        Err(ending) => return Err(ending.into()),
    };
    let (conflicts, refused) = trouble(inside, sheet, &kept);
    let faults = Faults(faults.0.into_iter().chain(refused).collect());
    if !conflicts.is_empty() {
        return Ok(Err(Outcome { conflicts, faults, notice: Some(BOTH), ..Outcome::default() }));
    }
    if !faults.is_empty() {
        return Ok(Err(Outcome { faults, ..Outcome::default() }));
    }
    Ok(Ok(Sentence::new("rounds-kept").count("count", kept.len())))
}

/// Keeps drafts, and says when.
async fn write_all(desk: &mut Desk, round: RoundId, all: &[rounds::Typed]) -> Result<(Timestamp, Vec<Kept>), Ending> {
    let kept = rounds::write_reports(desk, round, all).await?;
    Ok((desk.at, kept))
}

/// The goals that somebody else saved meanwhile, and what the rules say to others.
fn trouble(inside: &Inside, sheet: &Sheet, kept: &[Kept]) -> (Vec<String>, Vec<(String, String)>) {
    let (mut conflicts, mut refusals) = (Vec::new(), Vec::new());
    for kept in kept {
        let Some(number) = number_of(sheet, kept.goal) else { continue };
        match &kept.outcome {
            KeptOutcome::Kept { .. } => {}
            KeptOutcome::Conflict => conflicts.push(number),
            KeptOutcome::Refused(refused) => refusals.extend(beside_goal(inside, refused, &number)),
        }
    }
    (conflicts, refusals)
}

/// The reasons of a refusal beside the fields of one goal.
fn beside_goal(inside: &Inside, refused: &pejl_domain::Refused, number: &str) -> Vec<(String, String)> {
    let named = |(field, text): (String, String)| {
        let field = if field.is_empty() { "goal".to_owned() } else { field };
        (of(&field, number), text)
    };
    inside.reasons(refused).into_iter().map(named).collect()
}

async fn submit_typed(
    inside: &Inside,
    round: &Round,
    sheet: &Sheet,
    all: &[rounds::Typed],
    chosen: Vec<rounds::Typed>,
    faults: Faults,
) -> Result<Came, Stop> {
    let may = |t: &rounds::Typed| sheet.goals.iter().any(|l| l.goal.asked.report.goal == t.goal && l.may_submit);
    let chosen: Vec<rounds::Typed> = chosen.into_iter().filter(may).collect();
    if !faults.is_empty() {
        // Nothing is submitted while something cannot be read; the rest is kept.
        return match keep_typed(inside, round, sheet, all, faults).await? {
            Ok(word) => Ok(Ok(word)),
            Err(outcome) => Ok(Err(outcome)),
        };
    }
    match deed!(inside, desk => rounds::submit_reports(&mut desk, round.id, &chosen)) {
        Ok(Submission::Done { submitted }) => {
            let rest: Vec<rounds::Typed> = all.iter().filter(|t| !chosen.iter().any(|c| c.goal == t.goal)).cloned().collect();
            if !rest.is_empty() && takes_any(round, sheet) {
                // The others are kept as drafts, so that sending one loses nothing of what is typed beside it.
                if let Err(outcome) = keep_typed(inside, round, sheet, &rest, Faults::default()).await? {
                    return Ok(Err(outcome));
                }
            }
            Ok(Ok(Sentence::new("rounds-submitted").count("count", submitted)))
        }
        Ok(Submission::Refused(goals)) => {
            let faults: Vec<(String, String)> =
                goals.iter().flat_map(|goal| beside_goal(inside, &goal.refused, &goal.number.to_string())).collect();
            match keep_typed(inside, round, sheet, all, Faults(faults.clone())).await? {
                Err(outcome) => Ok(Err(outcome)),
                Ok(_) => Ok(Err(Outcome { faults: Faults(faults), ..Outcome::default() })),
            }
        }
        Err(Ending::Refused(_)) => Ok(Err(Outcome { notice: Some(OVER), ..Outcome::default() })),
        Err(Ending::Conflict) => {
            let in_conflict = |t: &&rounds::Typed| {
                let line = sheet.goals.iter().find(|line| line.goal.asked.report.goal == t.goal);
                line.is_some_and(|line| line.goal.asked.report.version != t.version)
            };
            let conflicts = chosen.iter().filter(in_conflict).filter_map(|t| number_of(sheet, t.goal)).collect();
            Ok(Err(Outcome { conflicts, notice: Some(BOTH), ..Outcome::default() }))
        }
        Err(ending) => Err(ending.into()),
    }
}

/// `POST …/min/gem`: the script keeps what is typed, a moment after the last key.
pub(crate) async fn keep(
    mut inside: Inside,
    Path((_, year, key)): At,
    Query(query): Asked,
    Form(typed): Sent,
) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let round = the_round(&mut inside, &year, &key).await?;
    let whose = whose(&mut inside, &Typed(query)).await?;
    let sheet = sheet_of(&mut inside, &round, whose.as_ref()).await?;
    must_write(&mut inside, &round, &sheet, &typed).await?;
    let (all, faults) = typed_about(&inside, &sheet, &typed);
    let (at, kept) = deed!(inside, desk => write_all(&mut desk, round.id, &all))?;
    let mut versions = Map::new();
    let (mut is_whole, mut in_conflict) = (faults.is_empty(), false);
    for kept in &kept {
        match (&kept.outcome, number_of(&sheet, kept.goal)) {
            (KeptOutcome::Kept { version }, Some(number)) => {
                versions.insert(of("version", &number), Value::from(*version));
            }
            (KeptOutcome::Conflict, _) => in_conflict = true,
            (KeptOutcome::Refused(_) | KeptOutcome::Kept { .. }, _) => is_whole = false,
        }
    }
    if versions.is_empty() && in_conflict {
        return Ok(StatusCode::CONFLICT.into_response());
    }
    let here = danish_time(at).time();
    let at = here.strftime(if inside.voice.lang == Lang::Da { "%H.%M" } else { "%H:%M" }).to_string();
    Ok(Json(json!({ "at": at, "versions": versions, "whole": is_whole && !in_conflict })).into_response())
}

/// Who sent back what, for the goals that came back.
async fn returned_by(inside: &mut Inside, sheet: &Sheet) -> Result<Vec<(String, String)>, Stop> {
    let mut by = Vec::new();
    for line in &sheet.goals {
        let (report, number) = (&line.goal.asked.report, line.goal.asked.number);
        let (true, Some(stamp)) = (report.state == ReportState::Returned, report.answered) else { continue };
        let name = orgs::person_page(&mut inside.tx, &inside.visit.sight, stamp.person).await?.person.content.name;
        let t = inside.t();
        let args = Args::new().text("name", &name).text("at", t.date(pejl_kernel::clock::danish_date(stamp.at)));
        by.push((number.to_string(), t.say_with("rounds-returned-by", &args)));
    }
    Ok(by)
}

async fn page(
    inside: &mut Inside,
    round: &Round,
    whose: Option<&(UnitId, String)>,
    sheet: &Sheet,
    outcome: Outcome,
) -> Result<Response, Stop> {
    let returned_by = returned_by(inside, sheet).await?;
    let inside = &*inside;
    let t = inside.t();
    let first = sheet.goals.first().map(|line| line.goal.unit.id);
    let making = Making {
        inside,
        round,
        typed: outcome.typed.as_ref(),
        faults: &outcome.faults,
        conflicts: &outcome.conflicts,
        several_units: sheet.goals.iter().any(|line| Some(line.goal.unit.id) != first),
        returned_by: &returned_by,
    };
    let mut goals: Vec<GoalForm> = sheet.goals.iter().map(|line| making.goal(line)).collect();
    // What is still to be written stands first, and of that what came back.
    goals.sort_by_key(|goal| (!goal.is_open, goal.note.is_empty()));
    let lost = outcome.typed.as_ref().map(|typed| lost(inside, sheet, typed)).unwrap_or_default();
    let has_copies = !lost.is_empty() || goals.iter().any(|goal| !goal.copy.is_empty());
    let is_open = goals.iter().any(|goal| goal.is_open);
    let status = match (&outcome.typed, has_copies || !outcome.conflicts.is_empty() || outcome.notice == Some(OVER)) {
        (None, _) => StatusCode::OK,
        (Some(_), true) => StatusCode::CONFLICT,
        (Some(_), false) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let notice =
        outcome.notice.map_or_else(Default::default, |(title, text)| (t.say(title), t.a(text, "round", name_of(inside, round))));
    let faults = outcome.faults.summary(t, |name| label_of(inside, sheet, name));
    let own = own_href(inside, round, whose);
    let (path, query) = own.split_once('?').map_or((own.clone(), String::new()), |(p, q)| (p.to_owned(), format!("?{q}")));
    Ok(show_with(
        status,
        &Mine {
            page: page_of(inside, round, t.say("rounds-mine")),
            round: name_of(inside, round),
            state: round_sign(round.state),
            state_word: round_word(inside, round.state),
            lead: lead(inside, round, sheet),
            mode: if round.mode == RoundMode::Deviations { t.say("rounds-mode-deviations") } else { String::new() },
            notice,
            faults,
            is_open,
            may_submit: goals.iter().any(|goal| goal.is_open && goal.may_submit),
            open: goals.iter().filter(|goal| goal.is_open).count(),
            goals,
            autosave: format!("{path}/gem{query}"),
            word_saved: t.say("rounds-word-saved"),
            word_away: t.say("rounds-word-away"),
            word_refused: t.say("rounds-word-refused"),
            round_href: href_of(inside, round),
            lost,
        },
    ))
}

/// By when, and as of which day.
fn lead(inside: &Inside, round: &Round, sheet: &Sheet) -> String {
    let t = inside.t();
    let dues = sheet.goals.iter().filter_map(|line| round.due(&line.goal.asked.level));
    let args = Args::new().text("cutoff", t.date(round.cut_off));
    let is_open = |line: &SheetLine| {
        let state = line.goal.asked.report.state;
        line.may_write && state.is_writable() && round.state.takes(state)
    };
    if !sheet.goals.iter().any(is_open) {
        return t.say("rounds-mine-lead-done");
    }
    match dues.min() {
        Some(due) if due < inside.visit.actor.on => t.say_with("rounds-mine-lead-late", &args.text("due", t.date(due))),
        Some(due) => t.say_with("rounds-mine-lead", &args.text("due", t.date(due))),
        None => t.say_with("rounds-mine-lead-no-due", &args),
    }
}

/// What the summary calls a field: the goal's number and the field's label.
fn label_of(inside: &Inside, sheet: &Sheet, name: &str) -> Option<String> {
    let t = inside.t();
    let numbers = sheet.goals.iter().map(|line| line.goal.asked.number.to_string());
    let (number, field) = numbers.into_iter().find_map(|number| {
        let field = field_of(name, &number)?.to_owned();
        Some((number, field))
    })?;
    let label = match field.as_str() {
        "goal" => return Some(number),
        "value" => t.say("rounds-values"),
        "source" => t.say("rounds-value-source"),
        "milestone" => t.say("rounds-milestones"),
        field => t.say(&format!("field-{field}")),
    };
    Some(t.say_with("rounds-field-of", &Args::new().text("number", number).text("field", label)))
}
