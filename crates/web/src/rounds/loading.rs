//! What the pages of follow-up take up before they can be shown: the round of an address, the unit that is looked at, who may
//! do what.

use pejl_app::shown::UnitInLine;
use pejl_app::{Ending, orgs, rounds};
use pejl_domain::models::Key;
use pejl_domain::rounds::frozen::UnitSeen;
use pejl_domain::rounds::{ReportState, Round, RoundState};
use pejl_kernel::UnitId;
use pejl_policy::{Action, Facts, decide};

use crate::chain::field::Field;
use crate::ending::Stop;
use crate::forms::{Faults, Typed};
use crate::inside::{Inside, Room};
use crate::orgs::unit_serial;
use crate::page::Page;
use crate::small_form::SmallForm;
use crate::voice::capital;

/// The round that an address names.
pub(super) async fn the_round(inside: &mut Inside, year: &str, key: &str) -> Result<Round, Stop> {
    let year = year.parse::<i16>().map_err(|_| Ending::NotFound)?;
    let key = Key::parse(key).ok_or(Ending::NotFound)?;
    Ok(rounds::round_at(&mut inside.tx, &inside.visit.sight, year, &key).await?)
}

/// A round's address: `/silkeborg/opfoelgning/2018/aarsstatus`.
pub(super) fn round_href(inside: &Inside, key: &Key, year: i16) -> String {
    inside.href(&format!("opfoelgning/{year}/{key}"))
}

/// The address of a round that is at hand.
pub(super) fn href_of(inside: &Inside, round: &Round) -> String {
    round_href(inside, &round.spec, round.year)
}

/// What a round is called, with its year.
pub(super) fn name_of(inside: &Inside, round: &Round) -> String {
    inside.voice.round(&round.spec, round.year)
}

/// The frame of a page of a round: the room, the round, and what is seen of it.
pub(super) fn page_of(inside: &Inside, round: &Round, title: String) -> Page {
    let label = name_of(inside, round);
    front(inside, title.clone()).crumb(label, href_of(inside, round)).here(title)
}

/// The frame of a page in the room, without its last step.
pub(super) fn front(inside: &Inside, title: String) -> Page {
    inside.page(Room::FollowUp, title).crumb(inside.t().say("menu-follow-up"), inside.href("opfoelgning"))
}

/// A unit that is looked at, with those above it.
pub(super) struct Looked {
    pub unit: UnitInLine,
    /// Those above, nearest first.
    pub above: Vec<UnitInLine>,
    /// What the question who may do something about its follow-up rests on.
    pub facts: Facts,
}

impl Looked {
    /// As addresses name it.
    pub fn number(&self) -> String {
        format!("E-{}", self.unit.serial)
    }
}

/// The unit that a query names; else the reader's own, and for whoever works for the whole of it the one at the top.
pub(super) async fn looked_at(inside: &mut Inside, query: &Typed) -> Result<Looked, Stop> {
    let all = orgs::unit_options(&mut inside.tx, &inside.visit.sight).await?;
    let unit = match query.get("enhed") {
        "" => own(inside, &all),
        number => unit_serial(number).and_then(|serial| all.iter().find(|u| u.serial == serial)),
    };
    let unit = unit.cloned().ok_or(Ending::NotFound)?;
    looked(inside, &all, unit).await
}

/// A unit with those above it.
async fn looked(inside: &mut Inside, all: &[UnitInLine], unit: UnitInLine) -> Result<Looked, Stop> {
    let place = inside.visit.place.clone();
    let facts = rounds::unit_facts(&mut inside.tx, &inside.visit.sight, &place, unit.id).await?;
    let above = facts.line.iter().skip(1).filter_map(|id| all.iter().find(|u| u.id == *id)).cloned().collect();
    Ok(Looked { unit, above, facts })
}

fn own<'u>(inside: &Inside, all: &'u [UnitInLine]) -> Option<&'u UnitInLine> {
    let posts = &inside.visit.actor.posts;
    let is_own = |leads: bool| {
        let fits = move |post: &&pejl_policy::Post| post.standing_in_for.is_none() && (!leads || post.role.leads());
        posts.iter().filter(fits).find_map(|post| all.iter().find(|u| u.id == post.unit))
    };
    let sees_all = posts.iter().any(|post| post.role.sees_everything());
    let top = || all.iter().min_by_key(|u| inside.voice.model.depth(&u.level));
    if sees_all { top() } else { is_own(true).or_else(|| is_own(false)).or_else(top) }
}

/// Whether the reader may do something about a unit's follow-up.
pub(super) fn may(inside: &Inside, action: Action, facts: &Facts) -> bool {
    decide(&inside.visit.actor, action, facts).is_ok()
}

/// Shows a form only to whoever may do what it is for; anybody else is told who may.
pub(super) fn must(inside: &Inside, action: Action, facts: &Facts) -> Result<(), Stop> {
    decide(&inside.visit.actor, action, facts).map(drop).map_err(|denied| Stop(Ending::Denied(denied)))
}

/// Whether the reader speaks for a unit: leads it or chairs it.
pub(super) fn speaks_for(inside: &Inside, unit: UnitId) -> bool {
    may(inside, Action::GiveFeedback, &Facts { bodies: vec![unit], ..Facts::default() })
}

/// Where a unit's follow-up in a round is.
pub(super) fn unit_href(round: &str, serial: i64) -> String {
    format!("{round}?enhed=E-{serial}")
}

/// A unit's level in the municipality's word.
pub(super) fn level_of(inside: &Inside, unit: &UnitSeen) -> String {
    capital(&inside.voice.level(&unit.level))
}

/// The sign of where a round stands.
pub(super) const fn round_sign(state: RoundState) -> &'static str {
    match state {
        RoundState::Planned => "planned",
        RoundState::Open => "running",
        RoundState::Consolidating => "proposed",
        RoundState::Closed => "closed",
    }
}

/// Where a round stands, in a word.
pub(super) fn round_word(inside: &Inside, state: RoundState) -> String {
    capital(&inside.t().say(&format!("round-state-{}", state.as_str())))
}

/// The sign of where a report stands.
pub(super) const fn report_sign(state: ReportState) -> &'static str {
    match state {
        ReportState::Missing => "planned",
        ReportState::Draft => "draft",
        ReportState::Submitted => "proposed",
        ReportState::Returned => "returned",
        ReportState::Accepted => "adopted",
    }
}

/// Where a report stands, in a word.
pub(super) fn report_word(inside: &Inside, state: ReportState) -> String {
    capital(&inside.t().say(&format!("report-state-{}", state.as_str())))
}

/// A small form in a round, with its fields and the faults beside them.
pub(super) fn form_about(inside: &Inside, round: &Round, title: String, fields: Vec<Field>, faults: &Faults) -> SmallForm {
    let (page, kicker) = (page_of(inside, round, title), name_of(inside, round));
    SmallForm::new(inside, page, kicker, href_of(inside, round), fields, faults)
}
