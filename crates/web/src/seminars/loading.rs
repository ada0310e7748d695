//! What the pages of a seminar take up before they can be shown: the seminar of an address, what it is called, who keeps it.

use pejl_app::seminars::{ProposalRow, SeminarPage};
use pejl_app::{Ending, seminars};
use pejl_domain::seminars::{Commission, Proposal, Seminar, SeminarState, has_seminars, seminar_step};
use pejl_policy::Action;

use crate::chain::field::Field;
use crate::ending::Stop;
use crate::forms::Faults;
use crate::inside::{Inside, Room, only_if_may};
use crate::page::Page;
use crate::small_form::SmallForm;
use crate::voice::{Voice, capital};

/// Lets in where the municipality's model has goal seminars at all.
pub(super) fn there_are(inside: &Inside) -> Result<(), Stop> {
    if has_seminars(&inside.voice.model) { Ok(()) } else { Err(Ending::NotFound.into()) }
}

/// The year that an address names.
pub(super) fn year_of(text: &str) -> Result<i16, Stop> {
    text.parse::<i16>().map_err(|_| Ending::NotFound.into())
}

/// The seminar that an address names, with everything in it. A denial is written in the security log.
pub(super) async fn the_seminar(inside: &mut Inside, year: &str) -> Result<SeminarPage, Stop> {
    there_are(inside)?;
    let year = year_of(year)?;
    let (sight, actor) = (inside.visit.sight, inside.visit.actor.clone());
    match seminars::seminar_page(&mut inside.tx, &sight, &actor, year).await {
        Err(Ending::Denied(denied)) => {
            inside.web.office.log_denial(&inside.visit.actor, &denied, &inside.path).await?;
            Err(denied.into())
        }
        found => Ok(found?),
    }
}

/// The seminar of an address, for whoever keeps seminars.
pub(super) async fn kept_seminar(inside: &mut Inside, year: &str) -> Result<SeminarPage, Stop> {
    there_are(inside)?;
    only_if_may(inside, Action::KeepSeminar).await?;
    the_seminar(inside, year).await
}

/// The proposal that an address names by its number in the seminar.
pub(super) fn the_proposal<'p>(found: &'p SeminarPage, serial: &str) -> Result<&'p ProposalRow, Stop> {
    let serial = serial.parse::<u32>().map_err(|_| Ending::NotFound)?;
    let row = found.proposals.iter().find(|row| row.proposal.serial == serial);
    Ok(row.ok_or(Ending::NotFound)?)
}

/// The commission that an address names by its number in the seminar.
pub(super) fn the_commission<'p>(found: &'p SeminarPage, serial: &str) -> Result<&'p Commission, Stop> {
    let serial = serial.parse::<u32>().map_err(|_| Ending::NotFound)?;
    let commission = found.workspace.commissions.iter().find(|commission| commission.serial == serial);
    Ok(commission.ok_or(Ending::NotFound)?)
}

/// What the goal seminar is called in the model.
pub(super) fn step_name(voice: &Voice) -> String {
    seminar_step(&voice.model).map(|step| voice.text(&step.name).to_owned()).unwrap_or_default()
}

/// What the seminar of a year is called.
pub(super) fn name_of(inside: &Inside, year: i16) -> String {
    format!("{} {year}", capital(&step_name(&inside.voice)))
}

/// The address of a seminar, and of something in it.
pub(super) fn href_of(inside: &Inside, seminar: &Seminar, rest: &str) -> String {
    inside.href(&format!("maalseminar/{}{rest}", seminar.year))
}

/// The address of something about a proposal.
pub(super) fn proposal_href(inside: &Inside, seminar: &Seminar, proposal: &Proposal, rest: &str) -> String {
    href_of(inside, seminar, &format!("/forslag/{}{rest}", proposal.serial))
}

/// Where a proposal stands on the page of its seminar.
pub(super) fn place_of(inside: &Inside, seminar: &Seminar, proposal: &Proposal) -> String {
    href_of(inside, seminar, &format!("#forslag-{}", proposal.serial))
}

/// The frame of a page in the room.
pub(super) fn front(inside: &Inside, title: String) -> Page {
    inside.page(Room::Meetings, title)
}

/// The frame of a page about a seminar.
pub(super) fn page_of(inside: &Inside, year: i16, title: String) -> Page {
    let name = name_of(inside, year);
    front(inside, title.clone())
        .crumb(capital(&step_name(&inside.voice)), inside.href("maalseminar"))
        .crumb(name, inside.href(&format!("maalseminar/{year}")))
        .here(title)
}

/// The sign of where a seminar stands.
pub(super) const fn seminar_sign(state: SeminarState) -> &'static str {
    match state {
        SeminarState::Collecting => "draft",
        SeminarState::Prioritising => "running",
        SeminarState::Concluded => "closed",
        SeminarState::Cancelled => "withdrawn",
    }
}

/// Where a seminar stands, in a word.
pub(super) fn seminar_word(inside: &Inside, state: SeminarState) -> String {
    capital(&inside.t().say(&format!("seminar-state-{}", state.as_str())))
}

/// A small form about the seminar of a year, with its fields and the faults beside them.
pub(super) fn form_about(inside: &Inside, year: i16, title: String, fields: Vec<Field>, faults: &Faults) -> SmallForm {
    let (page, back) = (page_of(inside, year, title), inside.href(&format!("maalseminar/{year}")));
    SmallForm::new(inside, page, name_of(inside, year), back, fields, faults)
}

/// Somebody else changed it meanwhile: what was typed stays, and what stands now is shown.
pub(super) fn changed_meanwhile(inside: &Inside, form: SmallForm, theirs: Vec<(String, String)>) -> SmallForm {
    SmallForm { notice: inside.t().say("seminars-changed-meanwhile"), theirs, ..form }
}
