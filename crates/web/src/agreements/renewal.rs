//! The turn of the year: next year's draft from this year's agreement, goal by goal, or from many at once; always seen first.

use askama::Template;
use axum::Form;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use pejl_app::Ending;
use pejl_app::agreements::{self, RenewalLine, RenewalPreview};
use pejl_domain::Sentence;
use pejl_domain::agreements::{AgreementState, AgreementVerb, Renewal};
use pejl_domain::models::Key;
use pejl_kernel::ElementId;
use pejl_lang::Args;

use super::list::{kind_choices, only_who_may};
use super::loading::{Mentioned, about, agreement_href, mentioned, must, number_of, page_of, room, the_page};
use super::small_form::done;
use crate::chain::element_href;
use crate::ending::Stop;
use crate::forms::{Choice, Faults, Typed};
use crate::inside::{Inside, deed};
use crate::page::{Page, show, show_with};
use crate::voice::{Voice, capital};

#[derive(Template)]
#[template(path = "agreements/renewal.html")]
struct RenewalView {
    page: Page,
    lead: String,
    href: String,
    faults: Faults,
    successors: Vec<Mentioned>,
    lines: Vec<Line>,
    submit: String,
}

/// A goal or an action, and what becomes of it.
struct Line {
    name: String,
    title: String,
    href: String,
    about: String,
    place: String,
    state: &'static str,
    state_word: String,
    runs_out: String,
    choices: Vec<Choice>,
}

async fn preview(inside: &mut Inside, number: &str) -> Result<RenewalPreview, Stop> {
    let found = the_page(inside, number).await?;
    must(inside, &found, AgreementVerb::Amend)?;
    let (number, sight) = (number_of(number)?, inside.visit.sight);
    Ok(agreements::renewal_preview(&mut inside.tx, &sight, number).await?)
}

fn view(inside: &Inside, preview: &RenewalPreview, typed: &Typed, faults: Faults) -> RenewalView {
    let (t, agreement) = (inside.t(), &preview.agreement);
    let open = preview.successors.iter().filter(|next| next.state != AgreementState::Withdrawn);
    RenewalView {
        page: page_of(inside, agreement, t.a("agreement-renew-title", "years", t.years(preview.period))),
        lead: about(inside, "agreement-renew-lead", agreement),
        href: agreement_href(inside, &agreement.number),
        faults: Faults(faults.0.into_iter().map(|(_, text)| (String::new(), text)).collect()),
        successors: open.map(|next| mentioned(inside, next)).collect(),
        lines: preview.lines.iter().map(|one| line(inside, one, typed)).collect(),
        submit: t.a("agreement-renew-do", "years", t.years(preview.period)),
    }
}

fn line(inside: &Inside, line: &RenewalLine, typed: &Typed) -> Line {
    let (t, element) = (inside.t(), &line.element);
    let number = element.number.to_string();
    let name = format!("valg-{number}");
    let chosen = Renewal::parse(typed.get(&name)).unwrap_or(line.suggested);
    let choice = |renewal: &Renewal| {
        let word = t.say(&format!("renewal-{}", renewal.as_str()));
        Choice::new(renewal.as_str(), word, *renewal == chosen)
    };
    let progress = element.content.action.as_ref().map(|action| action.progress);
    let state = element.state.name();
    let word = capital(&inside.voice.element(element.kind, &element.level).singular);
    Line {
        name,
        title: element.content.title.to_string(),
        href: element_href(inside, &element.number),
        about: format!("{word} {number} · {}", line.owner),
        place: line.place.map(|place| t.say(&format!("goal-place-{}", place.as_str()))).unwrap_or_default(),
        state: Voice::sign(state, progress),
        state_word: inside.voice.state(element.kind, &element.level, state, progress),
        runs_out: if line.runs_out { t.say("agreement-runs-out") } else { String::new() },
        choices: Renewal::ALL.iter().map(choice).collect(),
    }
}

/// `GET …/naeste-aar`
pub(super) async fn renewal_page(mut inside: Inside, Path((_, number)): Path<(String, String)>) -> Result<Response, Stop> {
    let preview = preview(&mut inside, &number).await?;
    Ok(show(&view(&inside, &preview, &Typed::default(), Faults::default())))
}

/// `POST …/naeste-aar`
pub(super) async fn renew(
    mut inside: Inside,
    Path((_, number)): Path<(String, String)>,
    Form(typed): Form<Vec<(String, String)>>,
) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let preview = preview(&mut inside, &number).await?;
    let chosen = |line: &RenewalLine| {
        let choice = Renewal::parse(typed.get(&format!("valg-{}", line.element.number)))?;
        Some((line.element.id, choice))
    };
    let choices: Vec<(ElementId, Renewal)> = preview.lines.iter().filter_map(chosen).collect();
    let id = preview.agreement.id;
    match deed!(inside, desk => agreements::renew(&mut desk, id, choices)) {
        Ok(agreement) => Ok(done(&inside, "agreement-renewed", &agreement).await),
        Err(Ending::Refused(refused)) => {
            let faults = Faults(inside.reasons(&refused));
            Ok(show_with(StatusCode::UNPROCESSABLE_ENTITY, &view(&inside, &preview, &typed, faults)))
        }
        Err(ending) => Err(ending.into()),
    }
}

#[derive(Template)]
#[template(path = "agreements/renew_many.html")]
struct RenewMany {
    page: Page,
    lead: String,
    years: Vec<Choice>,
    kinds: Vec<Choice>,
    rows: Vec<Mentioned>,
    submit: String,
    empty: String,
    /// What no draft was made of, and why.
    left_out: Vec<(String, String)>,
    back: String,
}

struct Asked {
    year: i16,
    kind: Option<Key>,
}

fn asked(inside: &Inside, typed: &Typed) -> Asked {
    let kind = Key::parse(typed.get("slags")).filter(|key| inside.voice.model.agreements.iter().any(|kind| kind.key == *key));
    Asked { year: typed.get("aar").parse().unwrap_or_else(|_| inside.visit.actor.on.year()), kind }
}

async fn many(inside: &mut Inside, asked: &Asked, left_out: Vec<(String, String)>) -> Result<RenewMany, Stop> {
    only_who_may(inside)?;
    let visit = &inside.visit;
    let (actor, sight) = (&visit.actor, visit.sight);
    let rows = agreements::renewable(&mut inside.tx, actor, &sight, &visit.place, asked.year, asked.kind.as_ref(), None).await?;
    let mut years = agreements::agreement_years(&mut inside.tx, &sight).await?;
    if !years.contains(&asked.year) {
        years.push(asked.year);
        years.sort_unstable_by(|a, b| b.cmp(a));
    }
    let t = inside.t();
    let title = t.say("agreements-renew-many");
    Ok(RenewMany {
        page: room(inside, title.clone()).here(title),
        lead: t.a("agreements-renew-lead", "year", asked.year),
        years: years.iter().map(|year| Choice::new(year.to_string(), year.to_string(), *year == asked.year)).collect(),
        kinds: kind_choices(inside, asked.kind.as_ref()),
        submit: t.n("agreements-renew-do", rows.len()),
        rows: rows.iter().map(|row| mentioned(inside, row)).collect(),
        empty: t.a("agreements-renew-none", "year", asked.year),
        left_out,
        back: inside.href("aftaler"),
    })
}

/// `GET /{m}/aftaler/naeste-aar?aar=2019&slags=`
pub(super) async fn renew_many_page(mut inside: Inside, Query(query): Query<Vec<(String, String)>>) -> Result<Response, Stop> {
    let asked = asked(&inside, &Typed(query));
    Ok(show(&many(&mut inside, &asked, Vec::new()).await?))
}

/// `POST /{m}/aftaler/naeste-aar`
pub(super) async fn renew_many(mut inside: Inside, Form(typed): Form<Vec<(String, String)>>) -> Result<Response, Stop> {
    only_who_may(&inside)?;
    let asked = asked(&inside, &Typed(typed));
    let (year, kind) = (asked.year, asked.kind.clone());
    let made = deed!(inside, desk => agreements::renew_all(&mut desk, year, kind, None))?;
    if made.left_out.is_empty() {
        let word = Sentence::new("agreements-renewed").count("count", made.drafted.len());
        return Ok(inside.done(&word, &inside.href(&format!("aftaler?aar={}", year.saturating_add(1)))).await);
    }
    let said = made.left_out.iter().map(|(number, refused)| {
        let texts: Vec<String> = inside.reasons(refused).into_iter().map(|(_, text)| text).collect();
        (number.to_string(), texts.join(" "))
    });
    let left_out: Vec<(String, String)> = said.collect();
    let args = Args::new().count("count", made.drafted.len());
    let lead = inside.t().say_with("agreements-renewed", &args);
    let view = many(&mut inside, &asked, left_out).await?;
    Ok(show(&RenewMany { lead, ..view }))
}
