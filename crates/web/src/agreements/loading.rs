//! What every page of an agreement begins with: the agreement, its frame, its addresses, and whether this reader may.

use pejl_app::Ending;
use pejl_app::agreements::{self, AgreementMention, AgreementPage};
use pejl_domain::agreements::{Agreement, AgreementState, AgreementVerb};
use pejl_domain::models::Key;
use pejl_kernel::{Number, NumberPrefix};

use crate::ending::Stop;
use crate::inside::{Inside, Room};
use crate::marks::agreement_sign;
use crate::page::Page;
use crate::voice::capital;

/// The number in an address.
pub(super) fn number_of(text: &str) -> Result<Number, Stop> {
    let number = text.parse::<Number>().ok().filter(|number| number.prefix == NumberPrefix::A);
    number.ok_or(Stop(Ending::NotFound))
}

/// The agreement that a number in an address names, with everything its page shows.
pub(super) async fn the_page(inside: &mut Inside, number: &str) -> Result<AgreementPage, Stop> {
    let number = number_of(number)?;
    let visit = &inside.visit;
    Ok(agreements::agreement_page(&mut inside.tx, &visit.actor, &visit.sight, &visit.place, number).await?)
}

/// Shows a form only to whoever may do what it is for; anybody else is told who may. Whether the rules allow it is said when
/// it is tried.
pub(super) fn must(inside: &Inside, found: &AgreementPage, verb: AgreementVerb) -> Result<(), Stop> {
    found.parties.decide(&inside.visit.actor, verb).map(drop).map_err(|denied| Stop(Ending::Denied(denied)))
}

/// The page of an agreement: `/silkeborg/aftale/A-2019-003`.
pub(super) fn agreement_href(inside: &Inside, number: &Number) -> String {
    inside.href(&format!("aftale/{number}"))
}

/// A page of one of its deeds: `/silkeborg/aftale/A-2019-003/ret`.
pub(super) fn deed_href(inside: &Inside, number: &Number, deed: &str) -> String {
    format!("{}/{deed}", agreement_href(inside, number))
}

/// A catalogue sentence with the municipality's word for the kind of agreement, and its number.
pub(super) fn about(inside: &Inside, key: &str, agreement: &Agreement) -> String {
    inside.voice.tell(&agreement.sentence(key))
}

/// A catalogue sentence with the municipality's word for a kind of agreement.
pub(super) fn about_kind(inside: &Inside, key: &str, kind: &Key) -> String {
    inside.voice.about(key, inside.voice.agreement(kind))
}

/// The frame of a page among the agreements, without its last step.
pub(super) fn room(inside: &Inside, title: impl Into<String>) -> Page {
    inside.page(Room::Agreements, title).crumb(inside.t().say("menu-agreements"), inside.href("aftaler"))
}

/// The frame of a page about an agreement: the list, the agreement, and what is done there.
pub(super) fn page_of(inside: &Inside, agreement: &Agreement, title: String) -> Page {
    room(inside, title.clone()).crumb(agreement.number.to_string(), agreement_href(inside, &agreement.number)).here(title)
}

/// Where an agreement stands, in a word.
pub(super) fn state_word(inside: &Inside, state: AgreementState) -> String {
    capital(&inside.t().say(&format!("agreement-state-{}", state.as_str())))
}

/// An agreement as lists and lines name it.
pub(super) struct Mentioned {
    pub title: String,
    pub href: String,
    pub number: String,
    pub years: String,
    pub state: &'static str,
    pub state_word: String,
}

/// An agreement's kind, years and agents, with its page.
pub(super) fn mentioned(inside: &Inside, mention: &AgreementMention) -> Mentioned {
    let t = inside.t();
    let agents = mention.agents.iter().map(|agent| agent.name.as_str());
    Mentioned {
        title: inside.voice.agreement_line(&mention.kind, mention.period, agents),
        href: agreement_href(inside, &mention.number),
        number: mention.number.to_string(),
        years: t.years(mention.period),
        state: agreement_sign(mention.state),
        state_word: state_word(inside, mention.state),
    }
}

/// The strategy letter that asks a theme: words and address; `None` where the model does.
pub(super) fn letter_link(inside: &Inside, letter: Option<i16>) -> Option<(String, String)> {
    letter.map(|year| (inside.t().a("agreement-theme-letter", "year", year), inside.href(&format!("strategibrev/{year}"))))
}
