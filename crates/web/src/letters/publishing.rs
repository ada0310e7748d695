//! Sending a letter out: who must answer what it asks; and what comes after: closed to comments, opened again, its sealed text.

use askama::Template;
use axum::Form;
use axum::extract::Path;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use pejl_app::Ending;
use pejl_app::letters::{self, Reach};
use pejl_domain::letters::{Letter, LetterVerb};

use super::loading::{href_of, page_of, the_kept_letter, the_letter, the_letter_to};
use super::reading::{agreement_named, became, more};
use crate::chain::field::{Field, Fields, Input, beside_fields, summary};
use crate::ending::Stop;
use crate::forms::{Choice, Faults, Typed};
use crate::inside::{Inside, deed};
use crate::page::{Page, show_with};

type At = Path<(String, String)>;
type Sent = Form<Vec<(String, String)>>;

#[derive(Template)]
#[template(path = "letters/publish.html")]
struct Publish {
    page: Page,
    letter: String,
    faults: Faults,
    notice: String,
    asked: Vec<(String, String)>,
    groups: Vec<Group>,
    more: String,
    nobody: String,
    fields: Vec<Field>,
    version: i64,
    back: String,
}

/// Agreements that would be reached, by what it means for them.
struct Group {
    title: String,
    text: String,
    agreements: Vec<(String, String)>,
}

fn groups(inside: &Inside, reach: &Reach) -> Vec<Group> {
    let t = inside.t();
    let all = [
        (&reach.written, "letters-reach-written", "letters-reach-written-text"),
        (&reach.submitted, "letters-reach-submitted", "letters-reach-submitted-text"),
        (&reach.in_force, "letters-reach-in-force", "letters-reach-in-force-text"),
    ];
    let group = |(rows, title, text): (&Vec<letters::Reached>, &str, &str)| Group {
        title: t.n(title, rows.len()),
        text: if rows.is_empty() { String::new() } else { t.say(text) },
        agreements: rows.iter().map(|row| agreement_named(inside, row)).collect(),
    };
    all.into_iter().map(group).collect()
}

async fn shown(mut inside: Inside, letter: Letter, typed: &Typed, faults: &Faults, notice: String) -> Result<Response, Stop> {
    let (sight, place) = (inside.visit.sight, inside.visit.place.clone());
    let reach = letters::reach(&mut inside.tx, &sight, &place, &letter).await?;
    let inputs = letters::inputs(&mut inside.tx, &sight, &letter).await?;
    let inside = &inside;
    let t = inside.t();
    let [.., waiting] = became(&inputs);
    let make = Fields { t, typed, faults };
    let mut fields = Vec::new();
    if waiting > 0 {
        let choice = Choice::new("1", t.n("letters-publish-despite", waiting), typed.ticked("despite"));
        fields.push(make.named("despite", "letters-publish-confirm", Input::Boxes(vec![choice])).required());
    }
    let asked: Vec<(String, String)> = letter
        .content
        .themes()
        .filter_map(|theme| Some((theme.name.to_string(), theme.asks.as_ref()?.question.to_string())))
        .collect();
    let status = match (notice.is_empty(), faults.is_empty()) {
        (false, _) => StatusCode::CONFLICT,
        (true, false) => StatusCode::UNPROCESSABLE_ENTITY,
        (true, true) => StatusCode::OK,
    };
    let view = Publish {
        page: page_of(inside, &letter, t.say("letters-publish-title")),
        letter: letter.content.title.to_string(),
        faults: summary(t, &known(faults, &fields), fields.iter()),
        notice,
        nobody: if asked.is_empty() { t.say("letters-publish-asks-nothing") } else { String::new() },
        groups: if asked.is_empty() { Vec::new() } else { groups(inside, &reach) },
        more: more(inside, &reach),
        asked,
        fields,
        version: letter.version,
        back: href_of(inside, &letter),
    };
    Ok(show_with(status, &view))
}

/// What is wrong with something that stands on another page is said of the whole.
fn known(faults: &Faults, fields: &[Field]) -> Faults {
    let own = |name: &str| if fields.iter().any(|field| field.name == name) { name.to_owned() } else { String::new() };
    Faults(faults.0.iter().map(|(name, text)| (own(name), text.clone())).collect())
}

/// `GET …/udgiv`
pub(crate) async fn publish_page(mut inside: Inside, Path((_, year)): At) -> Result<Response, Stop> {
    let letter = match the_letter_to(&mut inside, &year, LetterVerb::Publish).await? {
        Ok(letter) => letter,
        Err(back) => return Ok(back),
    };
    shown(inside, letter, &Typed::default(), &Faults::default(), String::new()).await
}

/// `POST …/udgiv`
pub(crate) async fn publish(mut inside: Inside, Path((_, year)): At, Form(typed): Sent) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let letter = the_kept_letter(&mut inside, &year).await?;
    let despite = typed.ticked("despite");
    match deed!(inside, desk => letters::publish_letter(&mut desk, letter.id, typed.version(), despite)) {
        Ok(letter) => Ok(inside.done(&letter.sentence("letters-published-done"), &href_of(&inside, &letter)).await),
        Err(Ending::Refused(refused)) => {
            let faults = beside_fields(inside.reasons(&refused));
            shown(inside, letter, &typed, &faults, String::new()).await
        }
        Err(Ending::Conflict) => {
            let notice = inside.t().say("letters-changed-meanwhile");
            shown(inside, letter, &typed, &Faults::default(), notice).await
        }
        Err(ending) => Err(ending.into()),
    }
}

/// `POST …/luk`
pub(crate) async fn close(mut inside: Inside, Path((_, year)): At, Form(typed): Sent) -> Result<Response, Stop> {
    let letter = the_kept_letter(&mut inside, &year).await?;
    let letter = deed!(inside, desk => letters::close_comments(&mut desk, letter.id, Typed(typed).version()))?;
    Ok(inside.done(&letter.sentence("letters-closed-done"), &href_of(&inside, &letter)).await)
}

/// `POST …/genaabn`
pub(crate) async fn reopen(mut inside: Inside, Path((_, year)): At, Form(typed): Sent) -> Result<Response, Stop> {
    let letter = the_kept_letter(&mut inside, &year).await?;
    let letter = deed!(inside, desk => letters::reopen_comments(&mut desk, letter.id, Typed(typed).version()))?;
    Ok(inside.done(&letter.sentence("letters-reopened-done"), &href_of(&inside, &letter)).await)
}

/// `GET …/frosset.json`: the bytes that were kept when it was sent out, with the seal.
pub(crate) async fn download(mut inside: Inside, Path((_, year)): At) -> Result<Response, Stop> {
    let letter = the_letter(&mut inside, &year).await?;
    let (body, _) = letters::sealed(&mut inside.tx, &inside.visit.sight, &letter).await?;
    let slug = &inside.visit.place.municipality.slug;
    let name = format!("attachment; filename=\"{slug}-strategibrev-{}.json\"", letter.year);
    let mut response =
        ([(header::CONTENT_TYPE, "application/json".to_owned()), (header::CONTENT_DISPOSITION, name)], body).into_response();
    if let Ok(seal) = HeaderValue::from_str(&letter.seal) {
        response.headers_mut().insert(HeaderName::from_static("pejl-seal"), seal);
    }
    Ok(response)
}
