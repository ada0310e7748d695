//! Two rounds beside each other: both spreads, and every goal whose mark moved.

use askama::Template;
use axum::extract::{Path, Query};
use axum::response::Response;
use pejl_app::rounds;
use pejl_domain::models::Key;
use pejl_domain::rounds::frozen::Moved;
use pejl_domain::rounds::{Mark, Round, RoundState};

use super::loading::{href_of, looked_at, name_of, page_of, the_round, unit_href};
use crate::ending::Stop;
use crate::forms::{Choice, Typed};
use crate::inside::Inside;
use crate::marks::{BarPart, MarkShown, bar, mark};
use crate::page::{Page, show};
use crate::voice::capital;

type At = Path<(String, String, String)>;
type Asked = Query<Vec<(String, String)>>;

/// So many moved goals on a page.
const PER_PAGE: usize = 50;

#[derive(Template)]
#[template(path = "rounds/compare.html")]
struct Compare {
    page: Page,
    round: String,
    unit: String,
    unit_number: String,
    unit_href: String,
    with: Vec<Choice>,
    both: Option<Both>,
}

/// Two rounds.
struct Both {
    earlier: String,
    earlier_bar: Vec<BarPart>,
    earlier_label: String,
    later: String,
    later_bar: Vec<BarPart>,
    later_label: String,
    heading: String,
    moved: Vec<MovedRow>,
    previous: Option<String>,
    next: Option<String>,
}

/// A goal that moved.
struct MovedRow {
    title: String,
    number: String,
    href: String,
    unit: String,
    /// `None` where it was not asked.
    earlier: Option<MarkShown>,
    later: Option<MarkShown>,
    change: String,
}

/// `GET …/sammenlign?med=2017/aarsstatus&enhed=E-3&side=2`
pub(crate) async fn compare(mut inside: Inside, Path((_, year, key)): At, Query(query): Asked) -> Result<Response, Stop> {
    let query = Typed(query);
    let round = the_round(&mut inside, &year, &key).await?;
    let looked = looked_at(&mut inside, &query).await?;
    let all = rounds::rounds(&mut inside.tx, &inside.visit.sight).await?;
    let others: Vec<Round> = all
        .into_iter()
        .map(|row| row.round)
        .filter(|other| other.id != round.id && other.state != RoundState::Planned && other.covers_goals())
        .collect();
    let other = match query.get("med") {
        "" => others.iter().find(|other| other.cut_off < round.cut_off).or(others.first()),
        asked => others.iter().find(|other| Some((other.year, other.spec.clone())) == named(asked)),
    };
    let with = others
        .iter()
        .map(|of| Choice::new(address(of), name_of(&inside, of), other.is_some_and(|other| other.id == of.id)))
        .collect();
    let both = match other.cloned() {
        Some(other) => Some(both(&mut inside, &round, &other, &looked, &query).await?),
        None => None,
    };
    let t = inside.t();
    Ok(show(&Compare {
        page: page_of(&inside, &round, t.say("rounds-compare")),
        round: name_of(&inside, &round),
        unit_number: looked.number(),
        unit_href: unit_href(&href_of(&inside, &round), looked.unit.serial),
        unit: looked.unit.name,
        with,
        both,
    }))
}

/// A round as the query names it: `2017/aarsstatus`.
fn address(round: &Round) -> String {
    format!("{}/{}", round.year, round.spec)
}

fn named(text: &str) -> Option<(i16, Key)> {
    let (year, key) = text.split_once('/')?;
    Some((year.parse().ok()?, Key::parse(key)?))
}

async fn both(
    inside: &mut Inside,
    round: &Round,
    other: &Round,
    looked: &super::loading::Looked,
    query: &Typed,
) -> Result<Both, Stop> {
    let side: usize = query.get("side").parse().unwrap_or(1).max(1);
    let (earlier, later) = if other.cut_off <= round.cut_off { (other, round) } else { (round, other) };
    let sight = inside.visit.sight;
    let from = (side - 1) * PER_PAGE;
    let compared = rounds::compare(&mut inside.tx, &sight, (earlier, later), Some(looked.unit.id), (from, PER_PAGE)).await?;
    let inside = &*inside;
    let t = inside.t();
    let href = href_of(inside, later);
    let total = usize::try_from(compared.in_all).unwrap_or_default();
    let at =
        |side: usize| format!("{}/sammenlign?med={}&enhed={}&side={side}", href_of(inside, round), address(other), looked.number());
    Ok(Both {
        earlier: name_of(inside, earlier),
        earlier_bar: bar(inside, compared.earlier),
        earlier_label: t.n("rounds-goals", compared.earlier.all()),
        later: name_of(inside, later),
        later_bar: bar(inside, compared.later),
        later_label: t.n("rounds-goals", compared.later.all()),
        heading: t.n("rounds-moved", total),
        moved: compared.moved.iter().map(|moved| shown(inside, &href, moved)).collect(),
        previous: (side > 1).then(|| at(side - 1)),
        next: (from + PER_PAGE < total).then(|| at(side + 1)),
    })
}

fn shown(inside: &Inside, href: &str, moved: &Moved) -> MovedRow {
    let t = inside.t();
    let of = |was: Option<Option<Mark>>| was.map(|was| mark(inside, was));
    MovedRow {
        title: moved.title.clone(),
        number: moved.number.to_string(),
        href: match moved.later {
            Some(_) => format!("{href}/indberetning/{}", moved.number),
            None => crate::chain::element_href(inside, &moved.number),
        },
        unit: moved.unit.name.clone(),
        earlier: of(moved.earlier),
        later: of(moved.later),
        change: match (moved.earlier, moved.later, moved.change()) {
            (None, _, _) => t.say("rounds-moved-new"),
            (_, None, _) => t.say("rounds-moved-gone"),
            (_, _, change) => change.map(|way| capital(&t.say(&format!("change-{}", way.as_str())))).unwrap_or_default(),
        },
    }
}
