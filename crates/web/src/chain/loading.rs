//! What the chain's forms take up before they can be shown: the element, who may do what, the positions to choose among.

use pejl_app::overview::Mention;
use pejl_app::shown::Holding;
use pejl_app::{Ending, chain, orgs};
use pejl_domain::chain::{Element, Verb};
use pejl_domain::models::{ElementSpec, Noun};
use pejl_kernel::{ElementId, Number, PositionId, UnitId};
use pejl_policy::{Action, Facts};

use crate::chain::element_href;
use crate::ending::Stop;
use crate::forms::Choice;
use crate::inside::{Inside, Room};
use crate::page::Page;
use crate::voice::capital;

/// The element that a number in an address names.
pub(crate) async fn the_element(inside: &mut Inside, number: &str) -> Result<Element, Stop> {
    let number = number.parse::<Number>().map_err(|_| Ending::NotFound)?;
    Ok(chain::by_number(&mut inside.tx, &inside.visit.sight, number).await?)
}

/// What the question who may do what to an element rests on.
pub(crate) async fn facts(inside: &mut Inside, element: &Element) -> Result<Facts, Stop> {
    Ok(chain::facts_of_element(&mut inside.tx, &inside.visit.sight, &inside.visit.place, element).await?)
}

/// Shows a form only to whoever may do what it is for; anybody else is told who may. Whether the rules allow it is said
/// when it is tried.
pub(crate) async fn must_be_allowed(inside: &mut Inside, element: &Element, verb: Verb) -> Result<(), Stop> {
    let facts = facts(inside, element).await?;
    must_be_given(inside, chain::action_for(verb, element, &inside.visit.place.model), &facts)
}

/// The same for what is no verb of an element's.
pub(crate) fn must_be_given(inside: &Inside, action: Action, facts: &Facts) -> Result<(), Stop> {
    pejl_policy::decide(&inside.visit.actor, action, facts).map(drop).map_err(|denied| Stop(Ending::Denied(denied)))
}

/// The spec that applies to an element.
///
/// # Errors
/// Not found where the model in force no longer has one: its page still reads, but no form fits it.
pub(crate) fn the_spec(inside: &Inside, element: &Element) -> Result<ElementSpec, Stop> {
    let spec = inside.visit.place.model.spec(element.kind, &element.level);
    spec.cloned().ok_or(Stop(Ending::NotFound))
}

/// The elements that numbers sent by a form name, each once.
pub(crate) async fn ids_of(inside: &mut Inside, numbers: impl Iterator<Item = String>) -> Result<Vec<ElementId>, Stop> {
    let mut ids = Vec::new();
    for number in numbers {
        let element = the_element(inside, &number).await?;
        if !ids.contains(&element.id) {
            ids.push(element.id);
        }
    }
    Ok(ids)
}

/// The positions that could answer for something of a unit's, with one chosen. One that is chosen and no longer among them
/// stays a choice, so that saving does not lose it.
pub(crate) async fn positions(inside: &mut Inside, owner: UnitId, chosen: &str) -> Result<Vec<Choice>, Stop> {
    let holdings = chain::positions_to_answer(&mut inside.tx, &inside.visit.sight, owner).await?;
    let t = inside.t();
    let mut choices = vec![Choice::new("", t.say("common-none"), chosen.is_empty())];
    choices.extend(holdings.iter().map(|held| position_choice(inside, held, chosen)));
    if let (false, Ok(id)) = (choices.iter().any(|c| c.chosen), chosen.parse::<PositionId>()) {
        match orgs::position_page(&mut inside.tx, &inside.visit.sight, id).await {
            Ok(page) => choices.push(position_choice(inside, &page.holding, chosen)),
            Err(Ending::NotFound) => choices.push(Choice::new(chosen, t.say("chain-position-elsewhere"), true)),
            Err(ending) => return Err(ending.into()),
        }
    }
    Ok(choices)
}

fn position_choice(inside: &Inside, held: &Holding, chosen: &str) -> Choice {
    let (t, id) = (inside.t(), held.id.to_string());
    let holder = held.person.as_ref().map_or_else(|| t.say("unit-vacant"), |(_, name)| name.clone());
    let args = pejl_lang::Args::new().text("title", &held.title).text("unit", &held.unit).text("holder", holder);
    let is_chosen = id == chosen;
    Choice::new(id, t.say_with("chain-position-choice", &args), is_chosen)
}

/// An element as a checkbox names it.
pub(crate) fn mention_choice(inside: &Inside, mention: &Mention, chosen: bool) -> Choice {
    let t = inside.t();
    let word = capital(&inside.voice.element(mention.kind, &mention.level).singular);
    let args = pejl_lang::Args::new().text("noun", word).text("number", mention.number).text("owner", &mention.owner.name);
    let mut choice = Choice::new(mention.number.to_string(), mention.title.clone(), chosen);
    choice.hint = t.say_with("chain-mention-meta", &args);
    choice
}

/// The frame of a page about an element: the chain, the element, and what is done there.
pub(crate) fn page_of(inside: &Inside, element: &Element, title: String) -> Page {
    chain_page(inside, title.clone()).crumb(element.number.to_string(), element_href(inside, &element.number)).here(title)
}

/// The frame of a page in the chain, without its last step.
pub(crate) fn chain_page(inside: &Inside, title: String) -> Page {
    inside.page(Room::Chain, title).crumb(inside.t().say("menu-chain"), inside.href("kaeden"))
}

/// A catalogue sentence with the municipality's word for an element, its number and its title.
pub(crate) fn about(inside: &Inside, key: &str, element: &Element) -> String {
    inside.voice.tell(&element.sentence(&inside.visit.place.model, key))
}

/// A catalogue sentence with the municipality's word for a noun.
pub(crate) fn about_noun(inside: &Inside, key: &str, noun: Noun) -> String {
    inside.voice.about(key, inside.voice.noun(noun))
}
