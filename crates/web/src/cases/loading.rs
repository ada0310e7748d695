//! What every page of a case begins with: the case, its frame, its addresses, and whether this reader may.

use pejl_app::Ending;
use pejl_app::cases::{self, CasePage};
use pejl_app::shown::UnitInLine;
use pejl_domain::cases::{Case, CaseState, CaseVerb};
use pejl_kernel::{Number, NumberPrefix};
use pejl_policy::{Action, Facts, decide};

use crate::chain::field::Field;
use crate::ending::Stop;
use crate::forms::Faults;
use crate::inside::{Inside, Room};
use crate::orgs::unit_serial;
use crate::page::Page;
use crate::small_form::SmallForm;
use crate::voice::capital;

/// The number in an address.
pub(super) fn number_of(text: &str) -> Result<Number, Stop> {
    let number = text.parse::<Number>().ok().filter(|number| number.prefix == NumberPrefix::S);
    number.ok_or(Stop(Ending::NotFound))
}

/// The case that a number in an address names, with everything its page shows.
pub(super) async fn the_page(inside: &mut Inside, number: &str) -> Result<CasePage, Stop> {
    let number = number_of(number)?;
    Ok(cases::case_page(&mut inside.tx, &inside.visit.sight, number).await?)
}

/// What a reader may do with a case now: open by its state, theirs to do, and not disqualified from it.
pub(super) fn open_verbs(inside: &Inside, found: &CasePage) -> Vec<CaseVerb> {
    if is_disqualified(inside, &found.case) {
        return Vec::new();
    }
    let may = |verb: &CaseVerb| decide(&inside.visit.actor, cases::action_for(*verb), &found.facts).is_ok();
    found.case.open_verbs().filter(may).collect()
}

/// Whether the reader takes no part in it.
pub(super) fn is_disqualified(inside: &Inside, case: &Case) -> bool {
    inside.visit.actor.person().is_some_and(|person| case.is_disqualified(person))
}

/// Shows a form only to whoever may do what it is for; anybody else is told who may. Whether the rules allow it is said when
/// it is tried.
pub(super) fn must(inside: &Inside, found: &CasePage, verb: CaseVerb) -> Result<(), Stop> {
    let asked = decide(&inside.visit.actor, cases::action_for(verb), &found.facts);
    asked.map(drop).map_err(|denied| Stop(Ending::Denied(denied)))?;
    Ok(found.case.fit_to_act(inside.visit.actor.person())?)
}

/// Whether this reader may keep cases for a body, prepared by one of their own units or by the body itself.
pub(super) fn may_keep_for(inside: &Inside, body: &UnitInLine) -> bool {
    let own = inside.visit.actor.posts.iter().map(|post| post.unit);
    own.chain([body.id]).any(|unit| may_keep(inside, &Facts { line: vec![unit], bodies: vec![body.id], ..Facts::default() }))
}

pub(super) fn may_keep(inside: &Inside, facts: &Facts) -> bool {
    decide(&inside.visit.actor, Action::KeepCase, facts).is_ok()
}

/// The bodies that this reader may keep cases for.
pub(super) async fn own_bodies(inside: &mut Inside) -> Result<Vec<UnitInLine>, Stop> {
    let model = std::sync::Arc::clone(&inside.voice.model);
    let mut bodies = cases::bodies(&mut inside.tx, &inside.visit.sight, &model).await?;
    bodies.retain(|body| may_keep_for(inside, body));
    Ok(bodies)
}

/// The one of these bodies that a query names.
pub(super) fn body_named(bodies: &[UnitInLine], text: &str) -> Option<UnitInLine> {
    unit_serial(text).and_then(|serial| bodies.iter().find(|body| body.serial == serial)).cloned()
}

/// The page of a case: `/silkeborg/sager/S-2019-003`.
pub(crate) fn case_href(inside: &Inside, number: &Number) -> String {
    inside.href(&format!("sager/{number}"))
}

/// A page of one of its deeds: `/silkeborg/sager/S-2019-003/ret`.
pub(super) fn deed_href(inside: &Inside, number: &Number, deed: &str) -> String {
    format!("{}/{deed}", case_href(inside, number))
}

/// The frame of a page among the cases, without its last step.
pub(super) fn room(inside: &Inside, title: impl Into<String>) -> Page {
    inside.page(Room::Cases, title).crumb(inside.t().say("menu-cases"), inside.href("sager"))
}

/// The frame of a page about a case: the list, the case, and what is done there.
pub(super) fn page_of(inside: &Inside, case: &Case, title: String) -> Page {
    room(inside, title.clone()).crumb(case.number.to_string(), case_href(inside, &case.number)).here(title)
}

/// Where a case stands, in a word.
pub(crate) fn state_word(inside: &Inside, state: CaseState) -> String {
    capital(&inside.t().say(&format!("case-state-{}", state.as_str())))
}

/// The shape that stands for where a case stands.
pub(super) const fn state_sign(state: CaseState) -> &'static str {
    match state {
        CaseState::Draft => "draft",
        CaseState::Ready => "proposed",
        CaseState::Decided => "adopted",
        CaseState::Withdrawn => "withdrawn",
    }
}

/// A small form about a case, with its fields and the faults beside them.
pub(super) fn form_about(inside: &Inside, found: &CasePage, title: String, fields: Vec<Field>, faults: &Faults) -> SmallForm {
    let (case, href) = (&found.case, case_href(inside, &found.case.number));
    let kicker = format!("{} {}", case.number, case.content.title);
    SmallForm { version: case.version, ..SmallForm::new(inside, page_of(inside, case, title), kicker, href, fields, faults) }
}
