//! A seminar: what is before it and how far it has come; and, once it is concluded, what came of it.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use pejl_app::seminars::{self, SeminarPage};
use pejl_domain::rounds::Spread;
use pejl_domain::seminars::{OutcomeName, ProposalKind, SeminarState, SeminarVerb};
use pejl_lang::Args;
use pejl_policy::{Action, Facts, decide};

use super::loading::{front, href_of, name_of, seminar_sign, seminar_word, step_name, the_seminar};
use super::shown::{
    CommissionShown, GroupShown, ProposalShown, StandingShown, asks_for_policies, commission, grouped, listed, markers_word,
    objectives_word, standing, unit_name, waits,
};
use crate::ending::Stop;
use crate::history::{HistoryEntry, entries};
use crate::inside::Inside;
use crate::marks::{BarPart, bar};
use crate::page::{Page, show};
use crate::voice::capital;

#[derive(Template)]
#[template(path = "seminars/seminar.html")]
struct View {
    page: Page,
    state: &'static str,
    state_word: String,
    lead: String,
    is_collecting: bool,
    is_weighing: bool,
    is_concluded: bool,
    cancelled: String,
    version: i64,
    steps: Vec<Stage>,
    /// The number against the one meant, in a sentence; "" where the model means none.
    count: String,
    counts: Vec<(String, String, &'static str)>,
    propose_href: Option<String>,
    frame_href: Option<String>,
    prioritise_href: Option<String>,
    conclude_href: Option<String>,
    cancel_href: Option<String>,
    question: String,
    risk: String,
    material: Option<MaterialShown>,
    objectives_word: String,
    standing: Vec<StandingShown>,
    standing_markers: Vec<StandingShown>,
    open: Vec<GroupShown>,
    chosen: Vec<ProposalShown>,
    results: Vec<ResultShown>,
    parked: Vec<ProposalShown>,
    gone: Vec<ProposalShown>,
    markers_word: Option<String>,
    markers: Vec<ProposalShown>,
    asks_for_policies: bool,
    commissions: Vec<CommissionShown>,
    commission_href: Option<String>,
    /// What changed since the last seminar: heading and titles. Empty at the first.
    changed: Vec<(String, Vec<String>)>,
    facts: Vec<(String, String)>,
    history: Vec<HistoryEntry>,
}

/// One stage of a seminar's way.
struct Stage {
    label: String,
    now: bool,
    done: bool,
    href: Option<String>,
}

/// How the last round went.
struct MaterialShown {
    name: String,
    href: String,
    bar: Vec<BarPart>,
    label: String,
}

/// An objective that came of it, with what followed.
struct ResultShown {
    proposal: ProposalShown,
    waits: String,
    goal_waits: String,
    policies: Vec<crate::chain::said::Named>,
}

/// `/{m}/maalseminar/{year}`
pub(crate) async fn workspace(mut inside: Inside, Path((_, year)): Path<(String, String)>) -> Result<Response, Stop> {
    let found = the_seminar(&mut inside, &year).await?;
    Ok(show(&view(&inside, &found)))
}

fn view(inside: &Inside, found: &SeminarPage) -> View {
    let (t, workspace) = (inside.t(), &found.workspace);
    let seminar = &workspace.seminar;
    let keeps = seminars::may_keep(&inside.visit.actor);
    let gives = decide(&inside.visit.actor, Action::GiveProposal, &Facts::municipality()).is_ok();
    let may = |verb: SeminarVerb| keeps && seminar.open_verbs().any(|open| open == verb);
    let href = |rest: &str| href_of(inside, seminar, rest);
    let name = name_of(inside, seminar.year);
    let of = |kind, outcome| listed(inside, found, kind, outcome, keeps);
    let objective = ProposalKind::Objective;
    let all = |outcome| {
        let mut list = of(objective, outcome);
        list.extend(of(ProposalKind::ValueMarker, outcome));
        list
    };
    let mut gone = all(OutcomeName::Merged);
    gone.extend(all(OutcomeName::Declined));
    let mut markers = of(ProposalKind::ValueMarker, OutcomeName::Chosen);
    markers.extend(of(ProposalKind::ValueMarker, OutcomeName::Open));
    let chosen = of(objective, OutcomeName::Chosen);
    let is_concluded = seminar.state == SeminarState::Concluded;
    let (chosen, results) = if is_concluded {
        (Vec::new(), chosen.into_iter().map(|p| result(inside, found, p)).collect())
    } else {
        (chosen, Vec::new())
    };
    let stands = |kind| {
        let rows = found.standing.iter().filter(move |row| row.standing.kind == kind);
        rows.map(|row| standing(inside, found, row, keeps)).collect::<Vec<_>>()
    };
    let takes = gives && (seminar.state == SeminarState::Collecting || (keeps && seminar.state.takes_proposals()));
    let mut page = front(inside, name.clone());
    page = page.crumb(capital(&step_name(&inside.voice)), inside.href("maalseminar")).here(seminar.year.to_string());
    View {
        page,
        state: seminar_sign(seminar.state),
        state_word: seminar_word(inside, seminar.state),
        lead: t.say(&format!("seminars-lead-{}", seminar.state.as_str())),
        is_collecting: seminar.state == SeminarState::Collecting,
        is_weighing: seminar.state.weighs(),
        is_concluded,
        cancelled: seminar.note.to_string(),
        version: seminar.version,
        steps: stages(inside, seminar.state),
        count: count(inside, found),
        counts: counts(inside, found),
        propose_href: takes.then(|| href("/forslag/nyt")),
        frame_href: may(SeminarVerb::Frame).then(|| href("/ramme")),
        prioritise_href: may(SeminarVerb::Prioritise).then(|| href("/prioriter")),
        conclude_href: may(SeminarVerb::Conclude).then(|| href("/afslut")),
        cancel_href: may(SeminarVerb::Cancel).then(|| href("/aflys")),
        question: seminar.frame.question.to_string(),
        risk: seminar.frame.risk.to_string(),
        material: material(inside, found),
        objectives_word: objectives_word(inside),
        standing: stands(objective),
        standing_markers: stands(ProposalKind::ValueMarker),
        open: grouped(of(objective, OutcomeName::Open)),
        chosen,
        results,
        parked: all(OutcomeName::Parked),
        gone,
        markers_word: markers_word(inside),
        markers,
        asks_for_policies: asks_for_policies(inside),
        commissions: workspace.commissions.iter().map(|c| commission(inside, found, c, keeps)).collect(),
        commission_href: (keeps && seminar.state.weighs()).then(|| href("/bestilling/ny")),
        changed: if is_concluded { changed(inside, found) } else { Vec::new() },
        facts: facts(inside, found),
        history: entries(&inside.voice, &found.history),
    }
}

fn stages(inside: &Inside, state: SeminarState) -> Vec<Stage> {
    const WAY: [SeminarState; 3] = [SeminarState::Collecting, SeminarState::Prioritising, SeminarState::Concluded];
    let here = WAY.iter().position(|stage| *stage == state);
    let stage = |(at, stage): (usize, &SeminarState)| Stage {
        label: seminar_word(inside, *stage),
        now: here == Some(at),
        done: here.is_some_and(|here| at < here),
        href: None,
    };
    if here.is_none() { Vec::new() } else { WAY.iter().enumerate().map(stage).collect() }
}

/// While proposals are collected the number meant is enough; after that, how what is chosen compares.
fn count(inside: &Inside, found: &SeminarPage) -> String {
    let (model, tally) = (&inside.voice.model, found.workspace.tally());
    let spec = pejl_domain::seminars::spec_of(model, ProposalKind::Objective);
    let Some((spec, meant)) = spec.and_then(|spec| Some((spec, spec.count?))) else { return String::new() };
    match found.workspace.seminar.state {
        SeminarState::Collecting => {
            let args =
                Args::new().count("least", meant.least).count("most", meant.most).text("nouns", &inside.voice.spec(spec).plural);
            inside.t().say_with("seminars-meant", &args)
        }
        SeminarState::Prioritising | SeminarState::Concluded => {
            tally.told(model).map(|said| inside.voice.tell(&said)).unwrap_or_default()
        }
        SeminarState::Cancelled => String::new(),
    }
}

fn counts(inside: &Inside, found: &SeminarPage) -> Vec<(String, String, &'static str)> {
    let (t, tally) = (inside.t(), found.workspace.tally());
    let count = |key: &str, n: usize, href: &'static str| (t.count(n), t.n(key, n), href);
    let proposals = found.proposals.iter().filter(|row| row.proposal.is_there()).count();
    match found.workspace.seminar.state {
        SeminarState::Collecting => vec![count("seminars-count-proposals", proposals, "#forslag")],
        SeminarState::Prioritising | SeminarState::Concluded => {
            let (chosen, parked) = (if tally.chosen > 0 { "#valgt" } else { "" }, if tally.parked > 0 { "#parkeret" } else { "" });
            let mut counts = vec![count("seminars-count-chosen", tally.chosen, chosen)];
            if tally.chosen > 0 {
                counts.push(count("seminars-count-policy", tally.by_policy, ""));
                counts.push(count("seminars-count-goal", tally.by_goal, ""));
            }
            counts.push(count("seminars-count-parked", tally.parked, parked));
            if tally.undecided > 0 {
                counts.insert(0, count("seminars-count-undecided", tally.undecided, "#forslag"));
            }
            counts
        }
        SeminarState::Cancelled => Vec::new(),
    }
}

fn material(inside: &Inside, found: &SeminarPage) -> Option<MaterialShown> {
    let material = found.material.as_ref()?;
    let round = &material.spread.round;
    let spread: Spread = material.spread.spread;
    Some(MaterialShown {
        name: inside.voice.round(&round.spec, round.year),
        href: inside.href(&format!("opfoelgning/{}/{}", round.year, round.spec)),
        bar: bar(inside, spread),
        label: inside.t().n("seminars-material-goals", spread.all()),
    })
}

fn result(inside: &Inside, found: &SeminarPage, proposal: ProposalShown) -> ResultShown {
    let row = found.proposals.iter().find(|row| row.proposal.serial == proposal.serial);
    let id = row.map(|row| row.proposal.id);
    let policies = id.into_iter().flat_map(|id| found.workspace.commissions_of(id)).filter_map(|c| c.policy);
    ResultShown {
        waits: waits(inside, found, row.and_then(|row| row.proposal.made)),
        goal_waits: waits(inside, found, row.and_then(|row| row.proposal.goal)),
        policies: policies.filter_map(|id| super::shown::named_element(inside, found, Some(id))).collect(),
        proposal,
    }
}

/// What the seminar changed, or would: new, worded anew, ending, as it was.
pub(super) fn changed(inside: &Inside, found: &SeminarPage) -> Vec<(String, Vec<String>)> {
    let (t, workspace) = (inside.t(), &found.workspace);
    if found.standing.is_empty() {
        return Vec::new();
    }
    let with = |verdict: pejl_domain::seminars::VerdictName| -> Vec<String> {
        let rows = found.standing.iter().filter(|row| row.standing.verdict.name() == verdict);
        rows.map(|row| row.element.content.title.to_string()).collect()
    };
    let new = ProposalKind::ALL.iter().flat_map(|kind| workspace.chosen(*kind)).map(|p| p.content.title.to_string()).collect();
    use pejl_domain::seminars::VerdictName;
    let groups = [
        (t.say("seminars-changed-new"), new),
        (t.say("seminars-changed-reword"), with(VerdictName::Reword)),
        (t.say("seminars-changed-end"), with(VerdictName::End)),
        (t.say("seminars-changed-keep"), with(VerdictName::Keep)),
    ];
    groups.into_iter().filter(|(_, titles): &(String, Vec<String>)| !titles.is_empty()).collect()
}

fn facts(inside: &Inside, found: &SeminarPage) -> Vec<(String, String)> {
    let (t, seminar) = (inside.t(), &found.workspace.seminar);
    let mut facts = vec![(t.say("seminars-fact-body"), unit_name(inside, found, seminar.body))];
    let held = seminar.frame.held_on.map_or_else(|| t.say("seminars-no-day"), |on| t.weekday_date(on));
    facts.push((t.say("seminars-fact-held"), held));
    facts.extend(seminar.concluded_on.map(|on| (t.say("seminars-fact-concluded"), t.date(on))));
    facts
}
