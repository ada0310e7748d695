//! A closed round as it was kept: its seal, whether it still holds, and the very bytes.

use askama::Template;
use axum::extract::{Path, Query};
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use pejl_app::rounds;

use super::loading::{href_of, looked_at, name_of, page_of, the_round, unit_href};
use crate::ending::Stop;
use crate::forms::Typed;
use crate::inside::Inside;
use crate::page::{Page, show};

type At = Path<(String, String, String)>;
type Asked = Query<Vec<(String, String)>>;

#[derive(Template)]
#[template(path = "rounds/sealed.html")]
struct Sealed {
    page: Page,
    round: String,
    unit: String,
    unit_href: String,
    download: String,
    seal: String,
    holds: bool,
    recomputed: String,
}

/// `GET …/frosset?enhed=E-3`
pub(crate) async fn sealed(mut inside: Inside, Path((_, year, key)): At, Query(query): Asked) -> Result<Response, Stop> {
    let round = the_round(&mut inside, &year, &key).await?;
    let looked = looked_at(&mut inside, &Typed(query)).await?;
    let verified = rounds::verify_round(&mut inside.tx, &inside.visit.sight, &round).await?;
    let href = href_of(&inside, &round);
    Ok(show(&Sealed {
        page: page_of(&inside, &round, inside.t().say("rounds-sealed")),
        round: name_of(&inside, &round),
        unit_href: unit_href(&href, looked.unit.serial),
        download: format!("{href}/frosset.json?enhed={}", looked.number()),
        unit: looked.unit.name,
        holds: verified.holds(),
        seal: verified.seal,
        recomputed: verified.recomputed,
    }))
}

/// `GET …/frosset.json?enhed=E-3`: the bytes that were kept of a unit's page, with the round's seal.
pub(crate) async fn download(mut inside: Inside, Path((_, year, key)): At, Query(query): Asked) -> Result<Response, Stop> {
    let round = the_round(&mut inside, &year, &key).await?;
    let looked = looked_at(&mut inside, &Typed(query)).await?;
    let body = rounds::frozen_body(&mut inside.tx, &inside.visit.sight, &round, looked.unit.id).await?;
    let slug = &inside.visit.place.municipality.slug;
    let name = format!("attachment; filename=\"{slug}-{}-{}-{}.json\"", round.year, round.spec, looked.number());
    let mut response =
        ([(header::CONTENT_TYPE, "application/json".to_owned()), (header::CONTENT_DISPOSITION, name)], body).into_response();
    if let Ok(seal) = HeaderValue::from_str(&round.seal) {
        response.headers_mut().insert(HeaderName::from_static("pejl-seal"), seal);
    }
    Ok(response)
}
