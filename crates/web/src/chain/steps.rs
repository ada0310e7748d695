//! What the reader can do next: one clear step, a few beside it, the rest in a list. What they may not do is not shown.

use pejl_app::chain::{self, ElementPage};
use pejl_domain::chain::{AnswerName, StateName, Verb};
use pejl_domain::models::ElementKind;
use pejl_policy::{Action, Facts};

use crate::chain::deed_href;
use crate::chain::loading::about;
use crate::inside::Inside;

/// A button: a form that posts where the deed asks nothing more, else a way to its page.
pub(crate) struct Step {
    pub label: String,
    pub href: String,
    pub posts: bool,
}

/// The steps of a page.
#[derive(Default)]
pub(crate) struct Steps {
    /// What comes next.
    pub first: Option<Step>,
    /// What is near at hand.
    pub near: Vec<Step>,
    /// What else can be done.
    pub more: Vec<Step>,
}

/// How many steps stand beside the first.
const NEAR: usize = 2;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Deed {
    Verb(Verb),
    Answer,
    Ask,
    Tie,
    DraftUnder,
    Harvest,
}

/// What the actor can do to the element of a page now.
pub(crate) fn steps(inside: &Inside, page: &ElementPage) -> Steps {
    let deeds = open(inside, page);
    let first = next(page, &deeds);
    let step = |deed: &Deed| step(inside, page, *deed);
    let mut rest: Vec<Step> = deeds.iter().filter(|d| Some(**d) != first).map(step).collect();
    let more = rest.split_off(rest.len().min(NEAR));
    Steps { first: first.as_ref().map(step), near: rest, more }
}

/// What is open, in the order in which it is offered.
fn open(inside: &Inside, page: &ElementPage) -> Vec<Deed> {
    let (actor, model, element) = (&inside.visit.actor, &inside.visit.place.model, &page.element);
    let facts = page.facts();
    let verbs = chain::open_verbs(actor, model, element, &facts);
    let in_order = [
        Verb::Adopt,
        Verb::Return,
        Verb::Propose,
        Verb::PutInForce,
        Verb::Edit,
        Verb::Track,
        Verb::Revise,
        Verb::Close,
        Verb::Supersede,
        Verb::Withdraw,
    ];
    let mut deeds: Vec<Deed> = in_order.into_iter().filter(|v| verbs.contains(v)).map(Deed::Verb).collect();
    let beside = element.kind.is_beside();
    let in_force = element.state.name() == StateName::Adopted;
    let at = deeds.iter().position(|d| matches!(d, Deed::Verb(Verb::Revise | Verb::Close | Verb::Withdraw))).unwrap_or(deeds.len());
    let mut between = Vec::new();
    let may_ask = page.has_units_below && chain::may(actor, Action::AskStance, &facts);
    if in_force && !beside && element.kind != ElementKind::Action && may_ask {
        between.push(Deed::Ask);
    }
    if element.state.is_live() && may_draft_under(inside, page) {
        between.push(Deed::DraftUnder);
    }
    if element.state.is_live() && !beside && chain::may(actor, Action::TieElement, &facts) {
        // What has no place yet is given one before anything else is added.
        let at = if page.tied.parents == 0 { 0 } else { between.len() };
        between.insert(at, Deed::Tie);
    }
    if deeds.contains(&Deed::Verb(Verb::Track)) {
        between.push(Deed::Harvest);
    }
    deeds.splice(at..at, between);
    if answers(inside, page).is_some() {
        deeds.insert(0, Deed::Answer);
    }
    deeds
}

/// The step that the element's state and the reader's place call for.
fn next(page: &ElementPage, deeds: &[Deed]) -> Option<Deed> {
    let wanted: &[Deed] = match page.element.state.name() {
        StateName::Draft => &[Deed::Verb(Verb::Propose), Deed::Verb(Verb::PutInForce), Deed::Verb(Verb::Edit)],
        StateName::Returned => &[Deed::Verb(Verb::Edit)],
        StateName::Proposed => &[Deed::Verb(Verb::Adopt), Deed::Verb(Verb::Return)],
        StateName::Adopted if page.around.down.is_empty() => &[Deed::Answer, Deed::Verb(Verb::Track), Deed::DraftUnder, Deed::Ask],
        StateName::Adopted => &[Deed::Answer, Deed::Verb(Verb::Track)],
        StateName::Closed | StateName::Withdrawn | StateName::Superseded => &[],
    };
    wanted.iter().find(|w| deeds.contains(w)).copied()
}

/// The number of a unit of the actor's own that has been asked and has not answered.
fn answers(inside: &Inside, page: &ElementPage) -> Option<i64> {
    let actor = &inside.visit.actor;
    let waiting = page.stances.iter().filter(|s| s.answer.name() == AnswerName::Asked);
    let mine = waiting.filter(|s| chain::may(actor, Action::AnswerStance, &Facts { line: vec![s.unit], ..Facts::default() }));
    mine.map(|s| s.serial).next()
}

/// Whether something may stand under it that the actor may draft somewhere.
fn may_draft_under(inside: &Inside, page: &ElementPage) -> bool {
    let (actor, model) = (&inside.visit.actor, &inside.visit.place.model);
    let Some(spec) = model.spec(page.element.kind, &page.element.level) else { return false };
    let serves = model.elements.iter().any(|below| below.under.contains(&spec.key));
    let somewhere = |unit| chain::may(actor, Action::DraftElement, &Facts { line: vec![unit], ..Facts::default() });
    serves && actor.posts.iter().any(|post| somewhere(post.unit))
}

fn step(inside: &Inside, page: &ElementPage, deed: Deed) -> Step {
    let number = &page.element.number;
    let at = |rest: &str| deed_href(inside, number, rest);
    let (key, href, posts) = match deed {
        Deed::Verb(Verb::Edit | Verb::HandOver) => ("chain-do-edit", at("ret"), false),
        Deed::Verb(Verb::Propose) => ("chain-do-propose", at("foreslaa"), true),
        Deed::Verb(Verb::PutInForce) => ("chain-do-put-in-force", at("saet-i-gang"), true),
        Deed::Verb(Verb::Return) => ("chain-do-return", at("send-tilbage"), false),
        Deed::Verb(Verb::Adopt) => ("chain-do-adopt", at("vedtag"), false),
        Deed::Verb(Verb::Revise) => ("chain-do-revise", at("ny-udgave"), false),
        Deed::Verb(Verb::Track) => ("chain-do-track", at("status"), false),
        Deed::Verb(Verb::Withdraw) => ("chain-do-withdraw", at("traek-tilbage"), false),
        Deed::Verb(Verb::Supersede) => ("chain-do-supersede", at("afloes"), false),
        Deed::Verb(Verb::Close) => ("chain-do-close", at("afslut"), false),
        Deed::Harvest => ("chain-do-harvest", at("gevinst"), false),
        Deed::Tie => ("chain-do-tie", at("knyt"), false),
        Deed::Ask => ("chain-do-ask", at("stil-til"), false),
        Deed::Answer => {
            let unit = answers(inside, page).unwrap_or_default();
            ("chain-do-answer", format!("{}?enhed=E-{unit}", at("svar")), false)
        }
        Deed::DraftUnder => ("chain-do-draft-under", inside.href(&format!("kaeden/ny?under={number}")), false),
    };
    Step { label: about(inside, key, &page.element), href, posts }
}
