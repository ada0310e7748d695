//! One report in full, and what those above the unit say to it: taken as it is, or sent back with a note.

use askama::Template;
use axum::Form;
use axum::extract::{Path, Query};
use axum::response::Response;
use pejl_app::rounds::{self, ReportPage};
use pejl_app::{Ending, orgs};
use pejl_domain::Sentence;
use pejl_domain::chain::StateName;
use pejl_domain::rounds::suggestion::{is_against_figures, parts};
use pejl_domain::rounds::{ReportState, ReportVerb, Round, RoundState};
use pejl_kernel::{ElementId, Number};
use pejl_lang::Args;
use pejl_policy::Action;

use super::loading::{form_about, href_of, may, must, name_of, page_of, report_sign, report_word, the_round, unit_href};
use super::mine_form::{BeforeShown, EvidenceShown, piece_shown};
use super::said::{parts_said, said};
use crate::chain::element_href;
use crate::chain::field::{Fields, Input, beside_fields};
use crate::ending::Stop;
use crate::forms::{Faults, Reader, Typed};
use crate::history::{Told, told_with};
use crate::inside::{Inside, deed};
use crate::marks::{MarkShown, mark};
use crate::page::{Page, show};
use crate::small_form::SmallForm;

type At = Path<(String, String, String)>;
type AtOne = Path<(String, String, String, String)>;
type Asked = Query<Vec<(String, String)>>;
type Sent = Form<Vec<(String, String)>>;

#[derive(Template)]
#[template(path = "rounds/report.html")]
struct Report {
    page: Page,
    round: String,
    number: String,
    goal_href: String,
    unit: String,
    unit_href: String,
    state: &'static str,
    state_word: String,
    judged: MarkShown,
    is_seen: bool,
    gone: String,
    note: String,
    words: Vec<(String, String)>,
    suggested: Option<MarkShown>,
    suggested_parts: Vec<String>,
    against: String,
    before: Option<BeforeShown>,
    evidence: Vec<EvidenceShown>,
    history: Vec<Told>,
    /// The report's id and version, for whoever may accept it.
    accept: Option<String>,
    accept_href: String,
    return_href: Option<String>,
    write_href: Option<String>,
}

pub(super) async fn the_report(inside: &mut Inside, round: &Round, number: &str) -> Result<ReportPage, Stop> {
    let number = number.parse::<Number>().map_err(|_| Ending::NotFound)?;
    Ok(rounds::report_page(&mut inside.tx, &inside.visit.sight, round, number).await?)
}

/// `GET …/indberetning/M-2018-014`
pub(crate) async fn report(mut inside: Inside, Path((_, year, key, number)): AtOne) -> Result<Response, Stop> {
    let round = the_round(&mut inside, &year, &key).await?;
    let report = the_report(&mut inside, &round, &number).await?;
    let positions = crate::history::positions_in(&report.history);
    let titles = orgs::position_titles(&mut inside.tx, &inside.visit.sight, &positions).await?.into_iter().collect();
    let inside = &inside;
    let (t, asked, facts) = (inside.t(), &report.goal.asked, report.facts());
    let (judged, stands) = (&asked.content, &asked.report);
    let href = href_of(inside, &round);
    let verbs = stands.open_verbs(round.state);
    let is_in_force = asked.goal_state.name() == StateName::Adopted;
    let may_judge = is_in_force && may(inside, Action::JudgeReport, &facts);
    let may_write =
        is_in_force && round.state == RoundState::Open && stands.state.is_writable() && may(inside, Action::WriteReport, &facts);
    let against = match (stands.content.mark, asked.trend) {
        (Some(of), trend @ Some(way)) if is_against_figures(of, trend) => {
            let args =
                Args::new().text("mark", mark(inside, Some(of)).word).text("trend", t.say(&format!("trend-{}", way.as_str())));
            t.say_with("rounds-against", &args)
        }
        _ => String::new(),
    };
    Ok(show(&Report {
        page: page_of(inside, &round, judged.title.to_string()),
        round: name_of(inside, &round),
        goal_href: element_href(inside, &asked.number),
        unit: report.goal.unit.name.clone(),
        unit_href: unit_href(&href, report.goal.unit.serial),
        state: report_sign(stands.state),
        state_word: report_word(inside, stands.state),
        judged: mark(inside, stands.mark_shown()),
        is_seen: report.goal.words_seen && stands.state != ReportState::Missing,
        gone: if is_in_force { String::new() } else { t.say(&format!("rounds-gone-{}", asked.goal_state.name().as_str())) },
        note: if stands.state == ReportState::Returned { stands.note.to_string() } else { String::new() },
        words: said(inside, judged, &stands.content),
        suggested: asked.suggested.map(|of| mark(inside, Some(of))),
        suggested_parts: parts_said(inside, judged, &parts(judged, &stands.content, round.cut_off)),
        against,
        before: report.goal.before.as_ref().map(|before| BeforeShown {
            round: inside.voice.round(&before.round.spec, before.round.year),
            mark: mark(inside, before.mark),
            words: said(inside, &before.judged, &before.content).into_iter().skip(usize::from(before.mark.is_some())).collect(),
        }),
        evidence: report.goal.evidence.iter().map(|piece| piece_shown(inside, &round, piece)).collect(),
        history: report.history.iter().map(|line| told_with(&inside.voice, &titles, line)).collect(),
        accept: (may_judge && verbs.contains(&ReportVerb::Accept)).then(|| format!("{}:{}", stands.goal, stands.version)),
        accept_href: format!("{href}/godkend"),
        return_href: (may_judge && verbs.contains(&ReportVerb::Return))
            .then(|| format!("{href}/indberetning/{number}/send-tilbage")),
        write_href: may_write.then(|| format!("{href}/min?enhed=E-{}#{number}", report.goal.unit.serial)),
        number,
    }))
}

/// A goal and the version that was read: `id:3`.
fn chosen(text: &str) -> Option<(ElementId, i64)> {
    let (id, version) = text.split_once(':')?;
    Some((id.parse().ok()?, version.parse().ok()?))
}

/// `POST …/godkend`: those that are ticked, or all that were shown.
pub(crate) async fn accept_many(
    mut inside: Inside,
    Path((_, year, key)): At,
    Query(_): Asked,
    Form(typed): Sent,
) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let round = the_round(&mut inside, &year, &key).await?;
    let href = href_of(&inside, &round);
    let field = if typed.ticked("alle") { "vist" } else { "goal" };
    let reports: Vec<(ElementId, i64)> = typed.all(field).filter_map(chosen).collect();
    let back = match (typed.get("enhed"), typed.get("maal")) {
        ("", number) => format!("{href}/indberetning/{number}"),
        (unit, _) => format!("{href}?enhed={unit}"),
    };
    if reports.is_empty() {
        return Ok(inside.done(&Sentence::new("rounds-accepted-none"), &back).await);
    }
    let accepted = deed!(inside, desk => rounds::accept_reports(&mut desk, round.id, &reports))?;
    Ok(inside.done(&Sentence::new("rounds-accepted").count("count", accepted), &back).await)
}

fn return_form(inside: &Inside, round: &Round, report: &ReportPage, typed: &Typed, faults: &Faults) -> SmallForm {
    let t = inside.t();
    let (asked, number) = (&report.goal.asked, report.goal.asked.number);
    let make = Fields { t, typed, faults };
    let fields = vec![make.named("note", "rounds-return-note", Input::Area).hint(t.say("rounds-return-note-hint")).required()];
    let mut beside = vec![(number.to_string(), asked.content.title.to_string())];
    beside.extend(said(inside, &asked.content, &asked.report.content));
    SmallForm {
        beside,
        version: asked.report.version,
        submit: t.say("rounds-return-do"),
        back: format!("{}/indberetning/{number}", href_of(inside, round)),
        ..form_about(inside, round, t.say("rounds-return-title"), fields, faults)
    }
}

/// `GET …/indberetning/M-2018-014/send-tilbage`
pub(crate) async fn return_page(mut inside: Inside, Path((_, year, key, number)): AtOne) -> Result<Response, Stop> {
    let round = the_round(&mut inside, &year, &key).await?;
    let report = the_report(&mut inside, &round, &number).await?;
    must(&inside, Action::JudgeReport, &report.facts())?;
    Ok(return_form(&inside, &round, &report, &Typed::default(), &Faults::default()).show())
}

/// `POST …/indberetning/M-2018-014/send-tilbage`
pub(crate) async fn send_back(
    mut inside: Inside,
    Path((_, year, key, number)): AtOne,
    Form(typed): Sent,
) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let round = the_round(&mut inside, &year, &key).await?;
    let report = the_report(&mut inside, &round, &number).await?;
    must(&inside, Action::JudgeReport, &report.facts())?;
    let mut reader = Reader::new(&typed, inside.t(), inside.visit.actor.on);
    let note = reader.prose("note");
    let faults = reader.faults;
    if !faults.is_empty() {
        return Ok(return_form(&inside, &round, &report, &typed, &faults).show());
    }
    let goal = report.goal.asked.report.goal;
    match deed!(inside, desk => rounds::return_report(&mut desk, round.id, goal, typed.version(), note)) {
        Ok(_) => {
            let word = Sentence::new("rounds-returned").text("number", report.goal.asked.number.to_string());
            Ok(inside.done(&word, &unit_href(&href_of(&inside, &round), report.goal.unit.serial)).await)
        }
        Err(Ending::Refused(refused)) => {
            let faults = beside_fields(inside.reasons(&refused));
            Ok(return_form(&inside, &round, &report, &typed, &faults).show())
        }
        Err(Ending::Conflict) => {
            let form = return_form(&inside, &round, &report, &typed, &Faults::default());
            Ok(SmallForm { notice: inside.t().say("rounds-changed-meanwhile"), ..form }.show())
        }
        Err(ending) => Err(ending.into()),
    }
}
