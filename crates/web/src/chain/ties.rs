//! Putting an element under what it serves and beside the value markers and sources it observes, and taking it away again.

use axum::Form;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use pejl_app::overview::Mention;
use pejl_app::{Desk, Ending, chain};
use pejl_domain::Sentence;
use pejl_domain::chain::Element;
use pejl_domain::models::ElementKind;
use pejl_kernel::ElementId;
use pejl_policy::Action;

use crate::chain::field::{Fields, Input, beside_fields, summary};
use crate::chain::loading::{about, facts, ids_of, mention_choice, must_be_given, page_of, the_element};
use crate::chain::pick::Pick;
use crate::chain::said::named;
use crate::chain::{deed_href, element_href};
use crate::ending::Stop;
use crate::forms::{Choice, Faults, Typed};
use crate::inside::{Inside, deed};
use crate::page::{show, show_with};
use crate::voice::capital;

type Sent = Form<Vec<(String, String)>>;
type At = Path<(String, String)>;

async fn taken_up(inside: &mut Inside, number: &str) -> Result<Element, Stop> {
    let element = the_element(inside, number).await?;
    let facts = facts(inside, &element).await?;
    must_be_given(inside, Action::TieElement, &facts)?;
    Ok(element)
}

async fn form(inside: &mut Inside, element: &Element, typed: &Typed, faults: Faults) -> Result<Pick, Stop> {
    let (sight, place) = (inside.visit.sight, inside.visit.place.clone());
    let searched = typed.get("soeg");
    let around = chain::element_page(&mut inside.tx, &sight, &place, element.number).await?.around;
    let mut above = chain::tie_candidates(&mut inside.tx, &sight, &place, element, searched).await?;
    above.sort_by_key(|mention| mention.owner.id != element.owner); // what is at hand first
    let beside = chain::beside_candidates(&mut inside.tx, &sight, &place, searched).await?;

    let t = inside.t();
    let make = Fields { t, typed, faults: &faults };
    let stands = |m: &Mention| around.beside.iter().any(|b| b.id == m.id);
    let of_kind = |kind: ElementKind| beside.iter().filter(|m| m.kind == kind && !stands(m)).collect::<Vec<_>>();
    let choices = |name: &str, found: Vec<&Mention>| -> Vec<Choice> {
        let chosen: Vec<&str> = typed.all(name).collect();
        found.iter().map(|m| mention_choice(inside, m, chosen.contains(&m.number.to_string().as_str()))).collect()
    };
    let mut groups = vec![make.named("under", "field-under", Input::Boxes(choices("under", above.iter().collect())))];
    for (name, kind) in [("value-markers", ElementKind::ValueMarker), ("sources", ElementKind::Source)] {
        let label = capital(&inside.voice.noun(kind.noun()).plural);
        groups.push(make.labelled(name, label, Input::Boxes(choices(name, of_kind(kind)))));
    }
    groups.retain(|field| matches!(&field.input, Input::Boxes(choices) if !choices.is_empty()) || !field.error.is_empty());
    let nearest = around.up.iter().filter(|line| line.far == 1).map(|line| &line.element);
    let standing: Vec<_> = nearest.chain(&around.beside).map(|m| named(inside, m)).collect();
    Ok(Pick {
        page: page_of(inside, element, about(inside, "chain-tie-title", element)),
        lead: about(inside, "chain-tie-lead", element),
        searched: searched.to_owned(),
        empty: t.say(if searched.is_empty() { "chain-tie-none" } else { "chain-tie-none-found" }),
        faults: summary(t, &faults, groups.iter()),
        groups,
        standing,
        standing_title: t.say("chain-tie-standing"),
        remove_href: deed_href(inside, &element.number, "loesn"),
        version: element.version,
        submit: t.say("chain-tie-do"),
        back: element_href(inside, &element.number),
    })
}

/// `GET …/knyt?soeg=trivsel`
pub(crate) async fn ties_page(
    mut inside: Inside,
    Path((_, number)): At,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Stop> {
    let element = taken_up(&mut inside, &number).await?;
    Ok(show(&form(&mut inside, &element, &Typed(query), Faults::default()).await?))
}

/// `POST …/knyt`
pub(crate) async fn tie(mut inside: Inside, Path((_, number)): At, Form(typed): Sent) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let element = taken_up(&mut inside, &number).await?;
    let parents = ids_of(&mut inside, typed.all("under").map(ToOwned::to_owned)).await?;
    let chosen = typed.all("value-markers").chain(typed.all("sources")).map(ToOwned::to_owned);
    let beside = ids_of(&mut inside, chosen).await?;
    if parents.is_empty() && beside.is_empty() {
        let faults = Faults(vec![(String::new(), inside.t().say("chain-tie-nothing-chosen"))]);
        let form = form(&mut inside, &element, &typed, faults).await?;
        return Ok(show_with(StatusCode::UNPROCESSABLE_ENTITY, &form));
    }
    match deed!(inside, desk => tie_all(&mut desk, element.id, &parents, &beside)) {
        Ok(()) => {
            let word = element.sentence(&inside.visit.place.model, "chain-tied");
            Ok(inside.done(&word, &element_href(&inside, &element.number)).await)
        }
        Err(Ending::Refused(refused)) => {
            let faults = beside_fields(inside.reasons(&refused));
            let form = form(&mut inside, &element, &typed, faults).await?;
            Ok(show_with(StatusCode::UNPROCESSABLE_ENTITY, &form))
        }
        Err(ending) => Err(ending.into()),
    }
}

/// All that was chosen, or nothing.
async fn tie_all(desk: &mut Desk, element: ElementId, parents: &[ElementId], beside: &[ElementId]) -> Result<(), Ending> {
    for parent in parents {
        chain::tie_element(desk, element, *parent).await?;
    }
    for other in beside {
        chain::accompany_element(desk, element, *other).await?;
    }
    Ok(())
}

/// `POST …/loesn`: lets one go, whether it stands above or beside.
pub(crate) async fn untie(mut inside: Inside, Path((_, number)): At, Form(typed): Sent) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let element = taken_up(&mut inside, &number).await?;
    let other = the_element(&mut inside, typed.get("fra")).await?;
    let outcome = if other.kind.is_beside() {
        deed!(inside, desk => chain::part_element(&mut desk, element.id, other.id))
    } else {
        deed!(inside, desk => chain::untie_element(&mut desk, element.id, other.id))
    };
    outcome?;
    let word = Sentence::new("chain-untied").text("number", element.number.to_string()).text("other", other.number.to_string());
    Ok(inside.done(&word, &deed_href(&inside, &element.number, "knyt")).await)
}
