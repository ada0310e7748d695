//! What people come to see: Overblik, Kæden in its three shapes, where it stops and how it leans, a unit, search, the words.
//!
//! Pages of single elements live in `chain`; here are the pages that gather many. Every page costs a fixed number of statements.

mod address;
mod balance;
mod chain_layout;
mod chain_list;
mod chain_page;
mod chain_picture;
mod chain_table;
mod coverage;
mod home;
mod home_families;
mod home_wheel;
mod home_work;
mod search;
mod shown;
mod unit;
mod unit_work;
mod words;

use axum::Router;
use axum::routing::get;
use pejl_domain::models::ElementKind;
use pejl_kernel::NumberPrefix;

use crate::inside::Web;

pub(crate) fn routes() -> Router<Web> {
    Router::new()
        .route("/{municipality}", get(home::home))
        .route("/{municipality}/kaeden", get(chain_page::chain))
        .route("/{municipality}/kaeden/daekning", get(coverage::coverage))
        .route("/{municipality}/kaeden/balance", get(balance::balance))
        .route("/{municipality}/enhed/{unit}", get(unit::unit))
        .route("/{municipality}/soeg", get(search::search))
        .route("/{municipality}/ord", get(words::words))
}

/// The kind of element that a number's letters stand for; `None` for a number that is no element's.
const fn kind_of(prefix: NumberPrefix) -> Option<ElementKind> {
    Some(match prefix {
        NumberPrefix::MS => ElementKind::Objective,
        NumberPrefix::P => ElementKind::Policy,
        NumberPrefix::PM => ElementKind::Guidepost,
        NumberPrefix::I => ElementKind::FocusArea,
        NumberPrefix::M => ElementKind::Goal,
        NumberPrefix::H => ElementKind::Action,
        NumberPrefix::V => ElementKind::ValueMarker,
        NumberPrefix::K => ElementKind::Source,
        NumberPrefix::A | NumberPrefix::S => return None,
    })
}
