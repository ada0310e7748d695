//! What a body calls the parts of its cases.

use axum::Form;
use axum::extract::Query;
use axum::response::Response;
use pejl_app::Ending;
use pejl_app::cases;
use pejl_app::shown::UnitInLine;
use pejl_domain::Sentence;
use pejl_domain::cases::headings::MOST_HEADINGS;
use pejl_domain::cases::{Heading, HeadingSet, Part};
use pejl_kernel::Line;
use pejl_policy::{Action, Facts, decide};

use super::loading::{body_named, own_bodies, room};
use crate::chain::field::{Fields, Input, beside_fields};
use crate::ending::Stop;
use crate::forms::{Choice, Faults, Reader, Typed};
use crate::inside::{Inside, deed};
use crate::small_form::SmallForm;
use crate::voice::capital;

type Asked = Query<Vec<(String, String)>>;

/// The bodies the reader keeps cases for, and the one that is asked for: the first where none is.
async fn looked_at(inside: &mut Inside, organ: &str) -> Result<(Vec<UnitInLine>, UnitInLine), Stop> {
    let bodies = own_bodies(inside).await?;
    if bodies.is_empty() {
        let denied = decide(&inside.visit.actor, Action::KeepCase, &Facts::municipality());
        return Err(denied.err().map_or(Stop(Ending::NotFound), |denied| Stop(Ending::Denied(denied))));
    }
    let body = if organ.is_empty() { bodies.first().cloned() } else { body_named(&bodies, organ) };
    Ok((bodies, body.ok_or(Ending::NotFound)?))
}

/// How many headings beyond those there are can be written at a time.
const SPARE: usize = 3;

/// The rows with a heading in them, and some more.
fn rows_of(typed: &Typed) -> usize {
    let filled = (1..=MOST_HEADINGS).filter(|at| !typed.get(&format!("word-{at}")).trim().is_empty()).max().unwrap_or(0);
    (filled + SPARE).min(MOST_HEADINGS)
}

fn form(inside: &Inside, bodies: &[UnitInLine], body: &UnitInLine, version: i64, typed: &Typed, faults: &Faults) -> SmallForm {
    let t = inside.t();
    let make = Fields { t, typed, faults };
    let mut fields = Vec::new();
    for at in 1..=rows_of(typed) {
        let name = format!("part-{at}");
        let chosen = typed.get(&name);
        let choice = |part: &Part| {
            let word = capital(&t.say(&format!("case-part-{}", part.as_str())));
            Choice::new(part.as_str(), word, part.as_str() == chosen)
        };
        fields.push(make.labelled(&format!("word-{at}"), t.a("cases-heading-word", "number", at), Input::Short));
        fields.push(make.labelled(
            &name,
            t.a("cases-heading-part", "number", at),
            Input::Select(Part::ALL.iter().map(choice).collect()),
        ));
    }
    let title = t.say("cases-headings");
    let way = |one: &UnitInLine| {
        let href = inside.href(&format!("sager/overskrifter?organ=E-{}", one.serial));
        (one.name.clone(), href, one.id == body.id)
    };
    let page = room(inside, title.clone()).here(title);
    SmallForm {
        kicker_href: Some(inside.href(&format!("enhed/E-{}", body.serial))),
        lead: t.say("cases-headings-lead"),
        ways: bodies.iter().map(way).collect(),
        paired: true,
        version,
        ..SmallForm::new(inside, page, body.name.clone(), inside.href("sager"), fields, faults)
    }
}

/// `GET /{m}/sager/overskrifter?organ=E-3`
pub(crate) async fn headings_page(mut inside: Inside, Query(query): Asked) -> Result<Response, Stop> {
    let (bodies, body) = looked_at(&mut inside, Typed(query).get("organ")).await?;
    let (set, version) = cases::headings(&mut inside.tx, &inside.visit.sight, body.id).await?;
    let typed = set.list().iter().enumerate().fold(Typed::default(), |typed, (place, heading)| {
        typed
            .with(&format!("word-{}", place + 1), heading.word.as_str())
            .with(&format!("part-{}", place + 1), heading.part.as_str())
    });
    let typed =
        (set.list().len() + 1..=MOST_HEADINGS).fold(typed, |typed, at| typed.with(&format!("part-{at}"), Part::Other.as_str()));
    Ok(form(&inside, &bodies, &body, version, &typed, &Faults::default()).show())
}

/// `POST /{m}/sager/overskrifter?organ=E-3`
pub(crate) async fn keep(
    mut inside: Inside,
    Query(query): Asked,
    Form(typed): Form<Vec<(String, String)>>,
) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let (bodies, body) = looked_at(&mut inside, Typed(query).get("organ")).await?;
    let (_, stands) = cases::headings(&mut inside.tx, &inside.visit.sight, body.id).await?;
    let mut reader = Reader::new(&typed, inside.t(), inside.visit.actor.on);
    let mut headings = Vec::new();
    for at in 1..=MOST_HEADINGS {
        let word: Option<Line<80>> = reader.maybe_line(&format!("word-{at}"));
        let part = Part::parse(typed.get(&format!("part-{at}"))).unwrap_or(Part::Other);
        headings.extend(word.map(|word| Heading { part, word }));
    }
    let faults = reader.faults;
    if !faults.is_empty() {
        return Ok(form(&inside, &bodies, &body, typed.version(), &typed, &faults).show());
    }
    let beside = |(field, text): (String, String)| (if field == "headings" { "word-1".to_owned() } else { field }, text);
    let refused = |reasons: Vec<(String, String)>| {
        let faults = beside_fields(reasons.into_iter().map(beside).collect());
        Ok(form(&inside, &bodies, &body, typed.version(), &typed, &faults).show())
    };
    let set = match HeadingSet::new(headings) {
        Ok(set) => set,
        Err(reasons) => return refused(inside.reasons(&reasons)),
    };
    match deed!(inside, desk => cases::keep_headings(&mut desk, body.id, typed.version(), set)) {
        Ok(()) => {
            let word = Sentence::new("cases-headings-kept").text("body", body.name.clone());
            Ok(inside.done(&word, &inside.href(&format!("sager/overskrifter?organ=E-{}", body.serial))).await)
        }
        Err(Ending::Refused(reasons)) => refused(inside.reasons(&reasons)),
        Err(Ending::Conflict) => {
            let form = form(&inside, &bodies, &body, stands, &typed, &Faults::default());
            Ok(SmallForm { notice: inside.t().say("case-changed-meanwhile"), ..form }.show())
        }
        Err(ending) => Err(ending.into()),
    }
}
