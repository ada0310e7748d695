//! What a proposal, a commission and an objective in force look like on a seminar's pages.

use pejl_app::seminars::{ProposalRow, SeminarPage, StandingRow};
use pejl_domain::chain::{State, StateName};
use pejl_domain::seminars::{
    Commission, Move, Outcome, OutcomeName, ProposalKind, Route, RouteName, SeminarState, Verdict, Way, has_route,
};
use pejl_kernel::{ElementId, UnitId};
use pejl_lang::Args;

use super::loading::{href_of, proposal_href};
use crate::chain::element_href;
use crate::chain::said::{Named, named};
use crate::inside::Inside;
use crate::marks::{MarkShown, mark};
use crate::voice::capital;

/// A proposal.
pub(super) struct ProposalShown {
    pub serial: u32,
    pub title: String,
    pub text: String,
    pub why: String,
    /// Who it comes from.
    pub by: String,
    /// The seminar that kept it; "" for what is new.
    pub kept: String,
    pub group: String,
    pub outcome_word: String,
    /// Why it was declined, or what says it too.
    pub because: String,
    /// What was merged into it: title and who it comes from.
    pub merged: Vec<(String, String)>,
    /// Which way it takes: "" while none is chosen.
    pub route: String,
    /// What that means: the policies asked for, or the goal.
    pub route_more: String,
    pub lacks_route: bool,
    pub made: Option<Named>,
    pub goal: Option<Named>,
    pub version: i64,
    pub edit_href: Option<String>,
    pub back_href: Option<String>,
    pub weigh_href: Option<String>,
    pub route_href: Option<String>,
    pub move_href: Option<String>,
    pub may_rise: bool,
    pub may_sink: bool,
    /// Outcomes that are one press away: value and word.
    pub presses: Vec<(&'static str, String)>,
}

/// What an element is called, where the reader sees it.
pub(super) fn named_element(inside: &Inside, found: &SeminarPage, id: Option<ElementId>) -> Option<Named> {
    id.and_then(|id| found.element(id)).map(|mention| named(inside, mention))
}

/// A unit's name; that it is closed where it is.
pub(super) fn unit_name(inside: &Inside, found: &SeminarPage, id: UnitId) -> String {
    found.unit(id).map_or_else(|| inside.t().say("seminars-closed-unit"), |unit| unit.name.clone())
}

/// Who a proposal comes from.
fn by(inside: &Inside, row: &ProposalRow) -> String {
    let args = Args::new().text("unit", &row.unit.name).text("position", &row.position).text("person", &row.person);
    inside.t().say_with(if row.position.is_empty() { "seminars-by-for" } else { "seminars-by" }, &args)
}

/// A proposal as the reader may see and work on it.
pub(super) fn proposal(inside: &Inside, found: &SeminarPage, row: &ProposalRow, keeps: bool) -> ProposalShown {
    let (t, workspace, proposal) = (inside.t(), &found.workspace, &row.proposal);
    let seminar = &workspace.seminar;
    let name = proposal.outcome.name();
    let href = |rest: &str| proposal_href(inside, seminar, proposal, rest);
    let (weighs, collects) = (keeps && seminar.state.weighs(), seminar.state == SeminarState::Collecting);
    let is_author = inside.visit.actor.person() == Some(proposal.by);
    let may_word = (keeps && seminar.state.takes_proposals()) || (is_author && collects);
    let is_listed = matches!(name, OutcomeName::Open | OutcomeName::Chosen | OutcomeName::Parked);
    let moves = keeps && seminar.state.takes_proposals() && is_listed;
    let is_chosen_objective = name == OutcomeName::Chosen && proposal.kind == ProposalKind::Objective;
    let presses: &[OutcomeName] = match name {
        OutcomeName::Open => &[OutcomeName::Chosen, OutcomeName::Parked],
        OutcomeName::Chosen => &[OutcomeName::Parked],
        OutcomeName::Parked => &[OutcomeName::Chosen],
        OutcomeName::Merged | OutcomeName::Declined | OutcomeName::Withdrawn => &[],
    };
    let press = |outcome: &OutcomeName| (outcome.as_str(), t.say(&format!("seminars-press-{}", outcome.as_str())));
    let into = |other: &&ProposalRow| other.proposal.outcome == Outcome::Merged { into: proposal.id };
    let (route, route_more) = route(inside, found, row);
    ProposalShown {
        serial: proposal.serial,
        title: proposal.content.title.to_string(),
        text: proposal.content.text.to_string(),
        why: proposal.content.why.to_string(),
        by: by(inside, row),
        kept: row.kept_from.map(|year| t.a("seminars-kept-from", "year", year)).unwrap_or_default(),
        group: proposal.group.to_string(),
        outcome_word: t.say(&format!("seminars-outcome-{}", name.as_str())),
        because: match &proposal.outcome {
            Outcome::Declined { because } => because.to_string(),
            Outcome::Merged { into } => {
                let target = workspace.proposal(*into).map(|target| target.content.title.to_string()).unwrap_or_default();
                t.a("seminars-merged-into", "title", target)
            }
            Outcome::Open | Outcome::Chosen | Outcome::Parked | Outcome::Withdrawn => String::new(),
        },
        merged: found.proposals.iter().filter(into).map(|o| (o.proposal.content.title.to_string(), by(inside, o))).collect(),
        lacks_route: is_chosen_objective && lacks_route(found, row),
        route,
        route_more,
        made: named_element(inside, found, proposal.made),
        goal: named_element(inside, found, proposal.goal),
        version: proposal.version,
        edit_href: may_word.then(|| href("/ret")),
        back_href: (may_word && collects).then(|| href("/tag-tilbage")),
        weigh_href: weighs.then(|| href("/afgoer")),
        route_href: (weighs && is_chosen_objective).then(|| href("/vej")),
        may_rise: moves && workspace.neighbour(proposal, Move::Up).is_some(),
        may_sink: moves && workspace.neighbour(proposal, Move::Down).is_some(),
        move_href: moves.then(|| href("/flyt")),
        presses: if weighs { presses.iter().map(press).collect() } else { Vec::new() },
    }
}

/// Whether a chosen objective has no way to go yet.
fn lacks_route(found: &SeminarPage, row: &ProposalRow) -> bool {
    match &row.proposal.route {
        None => true,
        Some(Route::Policy) => found.workspace.commissions_of(row.proposal.id).next().is_none(),
        Some(Route::Goal(_)) => false,
    }
}

fn route(inside: &Inside, found: &SeminarPage, row: &ProposalRow) -> (String, String) {
    let t = inside.t();
    if row.proposal.outcome != Outcome::Chosen {
        return (String::new(), String::new());
    }
    match &row.proposal.route {
        None => (String::new(), String::new()),
        Some(Route::Policy) => {
            let asked: Vec<&str> = found.workspace.commissions_of(row.proposal.id).map(|c| c.content.title.as_str()).collect();
            let more = if asked.is_empty() { t.say("seminars-route-policy-none") } else { t.and_list(&asked) };
            (t.say("seminars-route-policy"), more)
        }
        Some(Route::Goal(goal)) => {
            let args = Args::new().text("title", &goal.title).text("unit", unit_name(inside, found, goal.unit));
            (t.say("seminars-route-goal"), t.say_with("seminars-route-goal-more", &args))
        }
    }
}

/// Proposals of one group.
pub(super) struct GroupShown {
    /// "" for those that stand alone.
    pub name: String,
    pub proposals: Vec<ProposalShown>,
}

/// The proposals of a kind that came as far, in their order.
pub(super) fn listed(
    inside: &Inside,
    found: &SeminarPage,
    kind: ProposalKind,
    name: OutcomeName,
    keeps: bool,
) -> Vec<ProposalShown> {
    let list = found.workspace.listed(kind, |outcome| outcome.name() == name);
    let row = |id| found.proposals.iter().find(move |row| row.proposal.id == id);
    list.into_iter().filter_map(|p| row(p.id)).map(|row| proposal(inside, found, row, keeps)).collect()
}

/// The same by group, each group where its first stands; those that stand alone last.
pub(super) fn grouped(list: Vec<ProposalShown>) -> Vec<GroupShown> {
    let mut groups: Vec<GroupShown> = Vec::new();
    for proposal in list {
        match groups.iter_mut().find(|group| group.name == proposal.group) {
            Some(group) => group.proposals.push(proposal),
            None => groups.push(GroupShown { name: proposal.group.clone(), proposals: vec![proposal] }),
        }
    }
    groups.sort_by_key(|group| group.name.is_empty());
    groups
}

/// A policy that is asked for.
pub(super) struct CommissionShown {
    pub title: String,
    pub task: String,
    pub way: String,
    pub lead: String,
    pub others: String,
    /// The objectives it is to make concrete.
    pub serves: Vec<String>,
    /// The goals it takes in.
    pub takes_in: Vec<Named>,
    pub policy: Option<Named>,
    pub version: i64,
    pub edit_href: Option<String>,
    pub drop_href: Option<String>,
}

/// A policy that is asked for, as the reader may see and change it.
pub(super) fn commission(inside: &Inside, found: &SeminarPage, commission: &Commission, keeps: bool) -> CommissionShown {
    let (t, workspace, content) = (inside.t(), &found.workspace, &commission.content);
    let seminar = &workspace.seminar;
    let weighs = keeps && seminar.state.weighs();
    let existing = content.existing.and_then(|id| found.element(id)).map(|mention| mention.title.clone());
    let existing = existing.unwrap_or_else(|| content.existing_name.to_string());
    let standing = |id: &ElementId| found.standing.iter().find(|row| row.element.id == *id);
    let others: Vec<String> = content.others.iter().map(|id| unit_name(inside, found, *id)).collect();
    CommissionShown {
        title: content.title.to_string(),
        task: content.task.to_string(),
        way: match content.way {
            Way::New => t.say("seminars-way-new"),
            Way::Replaces => t.a("seminars-replaces", "title", existing),
            Way::Renews => t.a("seminars-renews", "title", existing),
            Way::Continues => t.a("seminars-continues", "title", existing),
        },
        lead: unit_name(inside, found, content.lead),
        others: if others.is_empty() { String::new() } else { t.and_list(&others) },
        serves: workspace
            .served(commission)
            .map(|proposal| proposal.content.title.to_string())
            .chain(content.objectives.iter().filter_map(standing).map(|row| row.element.content.title.to_string()))
            .collect(),
        takes_in: content.takes_in.iter().filter_map(|id| named_element(inside, found, Some(*id))).collect(),
        policy: named_element(inside, found, commission.policy),
        version: commission.version,
        edit_href: weighs.then(|| href_of(inside, seminar, &format!("/bestilling/{}", commission.serial))),
        drop_href: weighs.then(|| href_of(inside, seminar, &format!("/bestilling/{}/fjern", commission.serial))),
    }
}

/// An objective or a value marker in force.
pub(super) struct StandingShown {
    pub number: String,
    pub title: String,
    pub href: String,
    pub verdict: &'static str,
    pub verdict_word: String,
    /// The new words, or why it ends.
    pub more: String,
    /// How it was judged in the last round.
    pub mark: Option<MarkShown>,
    /// Whether what was meant has been decided since: "" where nothing is to be.
    pub now: String,
    /// Where that is decided.
    pub decide_href: Option<String>,
    pub weigh_href: Option<String>,
}

/// An objective or a value marker in force, with what it is to become.
pub(super) fn standing(inside: &Inside, found: &SeminarPage, row: &StandingRow, keeps: bool) -> StandingShown {
    let (t, seminar, element) = (inside.t(), &found.workspace.seminar, &row.element);
    let verdict = row.standing.verdict.name();
    let judged = found.material.as_ref().and_then(|m| m.judgements.iter().find(|j| j.element == element.id));
    let is_decided = match &row.standing.verdict {
        Verdict::Keep => true,
        Verdict::Reword { .. } => element.edition > row.standing.edition || !element.state.is_live(),
        Verdict::End { .. } => !element.state.is_live(),
    };
    let is_over = seminar.state == SeminarState::Concluded;
    let href = element_href(inside, &element.number);
    let decide = match &row.standing.verdict {
        Verdict::Keep => None,
        Verdict::Reword { .. } => Some(format!("{href}/ny-udgave")),
        Verdict::End { .. } => Some(format!("{href}/afslut")),
    };
    StandingShown {
        number: element.number.to_string(),
        title: element.content.title.to_string(),
        verdict: verdict.as_str(),
        verdict_word: t.say(&format!("seminars-verdict-{}", verdict.as_str())),
        more: match &row.standing.verdict {
            Verdict::Keep => String::new(),
            Verdict::Reword { title, text } => {
                t.say_with("seminars-reworded-to", &Args::new().text("title", title).text("text", text))
            }
            Verdict::End { because } => because.to_string(),
        },
        mark: judged.map(|judgement| mark(inside, Some(judgement.mark))),
        now: match (is_over, &row.standing.verdict) {
            (false, _) | (true, Verdict::Keep) => String::new(),
            (true, _) if is_decided => t.say("seminars-is-decided"),
            (true, _) => t.say("seminars-to-decide"),
        },
        decide_href: decide.filter(|_| is_over && !is_decided && keeps && element.state == State::Adopted),
        weigh_href: (keeps && seminar.state.weighs()).then(|| href_of(inside, seminar, &format!("/gaeldende/{}", element.number))),
        href,
    }
}

/// Whether committees can be asked for policies in this model.
pub(super) fn asks_for_policies(inside: &Inside) -> bool {
    has_route(&inside.voice.model, RouteName::Policy)
}

/// Where something that came of a seminar stands now: its state and, where it waits, for what.
pub(super) fn waits(inside: &Inside, found: &SeminarPage, id: Option<ElementId>) -> String {
    let t = inside.t();
    match id.and_then(|id| found.element(id)).map(|mention| mention.state.name()) {
        Some(StateName::Proposed) => t.say("seminars-waits-for-decision"),
        Some(StateName::Draft | StateName::Returned) => t.say("seminars-waits-for-pen"),
        _ => String::new(),
    }
}

/// The word for several objectives, as the municipality says it.
pub(super) fn objectives_word(inside: &Inside) -> String {
    let spec = pejl_domain::seminars::spec_of(&inside.voice.model, ProposalKind::Objective);
    spec.map(|spec| capital(&inside.voice.spec(spec).plural)).unwrap_or_default()
}

/// The word for several value markers; `None` where the model has none.
pub(super) fn markers_word(inside: &Inside) -> Option<String> {
    let spec = pejl_domain::seminars::spec_of(&inside.voice.model, ProposalKind::ValueMarker);
    spec.map(|spec| capital(&inside.voice.spec(spec).plural))
}
