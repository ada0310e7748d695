//! The chain's pages: an element as a page of a report, the forms in which it is written, and its deeds.
//!
//! `element_page` and what it is made of (`around`, `said`, `steps`, `editions`, `came_up`) show; `new_element` and `edit` are the large
//! form (`content_form` its fields, `content_read` what comes of them); `deeds`, `ties`, `stances` and `hand_over` are the
//! small ones. An element's address is its kind and its number; the number alone decides, so that a number always finds
//! its page.

mod around;
pub(crate) mod came_up;
mod content_form;
mod content_read;
pub(crate) mod decision;
mod deed_form;
mod deeds;
mod edit;
mod editions;
mod element_facts;
mod element_form;
mod element_page;
mod ending_deeds;
pub(crate) mod field;
mod followed;
mod hand_over;
mod loading;
mod new_element;
mod origin;
mod pick;
pub(crate) mod said;
mod seminar_origins;
mod stances;
mod steps;
mod ties;

use axum::Router;
use axum::routing::{get, post};
use pejl_kernel::{Number, NumberPrefix};

pub(crate) use said::Positions;

use crate::inside::{Inside, Web};

/// How each kind is spelled in addresses.
const SLUGS: [(&str, NumberPrefix); 8] = [
    ("maalsaetning", NumberPrefix::MS),
    ("politik", NumberPrefix::P),
    ("pejlemaerke", NumberPrefix::PM),
    ("indsatsomraade", NumberPrefix::I),
    ("maal", NumberPrefix::M),
    ("handling", NumberPrefix::H),
    ("vaerdimarkoer", NumberPrefix::V),
    ("kilde", NumberPrefix::K),
];

/// The kind of a number as addresses spell it.
fn slug(number: &Number) -> &'static str {
    SLUGS.iter().find(|(_, prefix)| *prefix == number.prefix).map_or("maal", |(slug, _)| slug)
}

/// The page of an element: `/silkeborg/maal/M-2018-014`.
pub(crate) fn element_href(inside: &Inside, number: &Number) -> String {
    inside.href(&format!("{}/{number}", slug(number)))
}

/// A page of one of its deeds: `/silkeborg/maal/M-2018-014/vedtag`.
fn deed_href(inside: &Inside, number: &Number, deed: &str) -> String {
    format!("{}/{deed}", element_href(inside, number))
}

pub(crate) fn routes() -> Router<Web> {
    let router = Router::new()
        .route("/{municipality}/kaeden/ny", get(new_element::new_element).post(new_element::draft))
        .route("/{municipality}/enhed/{unit}/overdrag", get(hand_over::hand_over_page).post(hand_over::hand_over));
    SLUGS.iter().fold(router, |router, (slug, _)| {
        let at = |rest: &str| format!("/{{municipality}}/{slug}/{{number}}{rest}");
        router
            .route(&at(""), get(element_page::element))
            .route(&at("/udgaver"), get(editions::editions_page))
            .route(&at("/ret"), get(edit::edit_page).post(edit::save))
            .route(&at("/ny-udgave"), get(edit::revise_page).post(edit::revise))
            .route(&at("/foreslaa"), post(edit::propose))
            .route(&at("/saet-i-gang"), post(edit::put_in_force))
            .route(&at("/send-tilbage"), get(deeds::return_page).post(deeds::send_back))
            .route(&at("/vedtag"), get(deeds::adopt_page).post(deeds::adopt))
            .route(&at("/status"), get(deeds::progress_page).post(deeds::set_progress))
            .route(&at("/gevinst"), get(deeds::harvest_page).post(deeds::harvest))
            .route(&at("/traek-tilbage"), get(ending_deeds::withdraw_page).post(ending_deeds::withdraw))
            .route(&at("/afloes"), get(ending_deeds::supersede_page).post(ending_deeds::supersede))
            .route(&at("/afslut"), get(ending_deeds::close_page).post(ending_deeds::close))
            .route(&at("/knyt"), get(ties::ties_page).post(ties::tie))
            .route(&at("/loesn"), post(ties::untie))
            .route(&at("/stil-til"), get(stances::ask_page).post(stances::ask))
            .route(&at("/spoerg-igen"), post(stances::ask_again))
            .route(&at("/svar"), get(stances::answer_page).post(stances::answer))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_element_has_an_address() {
        for prefix in NumberPrefix::ELEMENTS {
            assert!(SLUGS.iter().any(|(_, of)| *of == prefix), "{prefix:?}");
        }
    }
}
