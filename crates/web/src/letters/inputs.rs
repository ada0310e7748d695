//! The input round: its days, what leaders say, and what became of it.

use askama::Template;
use axum::Form;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use pejl_app::letters::{self, InputGiven, InputRow, InputSide};
use pejl_app::{Ending, orgs};
use pejl_domain::letters::{Became, Input as Said, InputFrom, InputRound, Letter, LetterState, LetterVerb};
use pejl_domain::models::Key;
use pejl_kernel::UnitId;
use pejl_kernel::clock::danish_date;
use pejl_lang::Args;
use pejl_policy::Action;

use super::list::counted;
use super::loading::{form_about, href_of, must, page_of, paragraphs, the_kept_letter, the_letter, the_letter_to};
use super::reading::{about, about_choices, became};
use crate::chain::field::{Field, Fields, Input, beside_fields, summary};
use crate::ending::Stop;
use crate::forms::{Choice, Faults, Reader, Typed};
use crate::inside::{Inside, deed, may};
use crate::page::{Page, show_with};
use crate::small_form::SmallForm;

type At = Path<(String, String)>;
type In = Path<(String, String, String)>;
type Sent = Form<Vec<(String, String)>>;

#[derive(Template)]
#[template(path = "letters/inputs.html")]
struct Inputs {
    page: Page,
    letter: String,
    lead: String,
    faults: Faults,
    /// The fields to give input in; none where none is taken from this reader.
    fields: Option<Vec<Field>>,
    why_not: String,
    counted: String,
    inputs: Vec<InputShown>,
}

struct InputShown {
    id: String,
    from: String,
    from_href: Option<String>,
    meta: String,
    at_iso: String,
    text: Vec<String>,
    became: String,
    sign: &'static str,
    because: String,
    answer: Option<(String, String)>,
}

/// `GET …/input`
pub(crate) async fn inputs(mut inside: Inside, Path((_, year)): At) -> Result<Response, Stop> {
    let letter = the_letter(&mut inside, &year).await?;
    shown(inside, letter, &Typed::default().with("side", "person"), &Faults::default()).await
}

async fn shown(mut inside: Inside, letter: Letter, typed: &Typed, faults: &Faults) -> Result<Response, Stop> {
    let rows = letters::inputs(&mut inside.tx, &inside.visit.sight, &letter).await?;
    let units = own_units(&mut inside).await?;
    let inside = &inside;
    let (t, on) = (inside.t(), inside.visit.actor.on);
    let is_asked = letter.takes_input(on) && may(inside, Action::GiveLetterInput);
    let fields = is_asked.then(|| give_fields(inside, &letter, &units, typed, faults));
    let is_over = letter.state != LetterState::InputOpen || letter.input.is_some_and(|round| round.to < on);
    let days = letter.input.map(|round| Args::new().text("from", t.date(round.from)).text("to", t.date(round.to)));
    let view = Inputs {
        page: page_of(inside, &letter, t.say("letters-inputs-title")),
        letter: letter.content.title.to_string(),
        lead: days
            .map(|days| t.say_with(if is_over { "letters-inputs-lead-over" } else { "letters-inputs-lead" }, &days))
            .unwrap_or_else(|| t.say("letters-inputs-unasked")),
        faults: fields.as_ref().map(|fields| summary(t, faults, fields.iter())).unwrap_or_else(|| faults.clone()),
        why_not: if is_asked { String::new() } else { why_not(inside, &letter) },
        fields,
        counted: if rows.is_empty() { String::new() } else { counted(inside, became(&rows)) },
        inputs: rows.iter().map(|row| input_shown(inside, &letter, row)).collect(),
    };
    Ok(show_with(if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }, &view))
}

/// Why this reader is not asked, and what would be right.
fn why_not(inside: &Inside, letter: &Letter) -> String {
    let (t, on) = (inside.t(), inside.visit.actor.on);
    match letter.input {
        None => String::new(),
        Some(_) if letter.takes_input(on) => t.say("letters-input-for-leaders"),
        Some(round) if on < round.from => t.a("letters-input-from", "date", t.date(round.from)),
        Some(round) if letter.state.is_published() => t.a("letters-input-over-published", "date", t.date(round.to)),
        Some(round) => t.a("letters-input-over", "date", t.date(round.to)),
    }
}

/// The units that the reader has a post in: number, name.
async fn own_units(inside: &mut Inside) -> Result<Vec<(UnitId, String)>, Stop> {
    let all = orgs::unit_options(&mut inside.tx, &inside.visit.sight).await?;
    let mut own: Vec<(UnitId, String)> = Vec::new();
    for post in &inside.visit.actor.posts {
        if let Some(unit) = all.iter().find(|unit| unit.id == post.unit)
            && !own.iter().any(|(id, _)| *id == unit.id)
        {
            own.push((unit.id, unit.name.clone()));
        }
    }
    Ok(own)
}

fn give_fields(inside: &Inside, letter: &Letter, units: &[(UnitId, String)], typed: &Typed, faults: &Faults) -> Vec<Field> {
    let t = inside.t();
    let make = Fields { t, typed, faults };
    let chosen = typed.get("side");
    let mut sides = vec![
        Choice::new("person", t.a("letters-side-person", "name", &inside.visit.account.name), chosen == "person"),
        Choice::new("network", t.say("letters-side-network"), chosen == "network"),
    ];
    for (id, name) in units {
        let value = id.to_string();
        sides.push(Choice::new(value.clone(), name.clone(), chosen == value));
    }
    vec![
        make.named("text", "letters-input", Input::Area).required().hint(t.say("letters-input-hint")),
        make.named("theme", "letters-about", Input::Select(about_choices(inside, letter, typed.get("theme")))),
        make.named("side", "letters-side", Input::Radios(sides)).required(),
        make.named("network", "letters-network", Input::Line).hint(t.say("letters-network-hint")),
    ]
}

fn from_said(row: &InputRow) -> String {
    row.input.from.name().map_or_else(|| row.by.clone(), str::to_owned)
}

fn input_shown(inside: &Inside, letter: &Letter, row: &InputRow) -> InputShown {
    let (t, input) = (inside.t(), &row.input);
    let given = input.became.as_ref();
    let mut meta = vec![t.date(danish_date(input.stamp.at))];
    if input.from != InputFrom::Person {
        meta.push(t.a("letters-by", "name", &row.by));
    }
    let theme = about(letter, input.theme.as_ref());
    if !theme.is_empty() {
        meta.push(theme);
    }
    let may_answer = may(inside, Action::KeepLetter) && letter.allows(LetterVerb::AnswerInput);
    let answer = may_answer.then(|| {
        let key = if given.is_some() { "letters-answer-again" } else { "letters-answer-do" };
        (t.say(key), format!("{}/input/{}", href_of(inside, letter), input.id))
    });
    InputShown {
        id: format!("input-{}", input.id),
        from: from_said(row),
        from_href: row.unit.map(|serial| inside.href(&format!("enhed/E-{serial}"))),
        meta: meta.join(" · "),
        at_iso: input.stamp.at.to_string(),
        text: paragraphs(&input.text),
        became: given.map_or_else(|| t.say("letter-became-waiting"), |given| became_word(inside, given.became)),
        sign: match given.map(|given| given.became) {
            Some(Became::TakenIn) => "adopted",
            Some(Became::Partly) => "proposed",
            Some(Became::Not) => "withdrawn",
            None => "draft",
        },
        because: given.map(|given| given.because.to_string()).unwrap_or_default(),
        answer,
    }
}

fn became_word(inside: &Inside, became: Became) -> String {
    crate::voice::capital(&inside.t().say(&format!("letter-became-{}", became.as_str())))
}

/// `POST …/input`
pub(crate) async fn give(mut inside: Inside, Path((_, year)): At, Form(typed): Sent) -> Result<Response, Stop> {
    must(&inside, Action::GiveLetterInput)?;
    let typed = Typed(typed);
    let letter = the_letter(&mut inside, &year).await?;
    let mut reader = Reader::new(&typed, inside.t(), inside.visit.actor.on);
    let text = reader.prose("text");
    let theme = reader.maybe_chosen("theme", Key::parse);
    let side = match typed.get("side") {
        "network" => reader.line("network").map(InputSide::Network),
        "person" => Some(InputSide::Person),
        _ => reader.chosen("side", |text| text.parse().ok()).map(InputSide::Unit),
    };
    let faults = reader.faults;
    let (Some(side), true) = (side, faults.is_empty()) else {
        return shown(inside, letter, &typed, &faults).await;
    };
    match deed!(inside, desk => letters::give_input(&mut desk, letter.id, InputGiven { side, theme, text })) {
        Ok(input) => {
            let to = format!("{}/input#input-{}", href_of(&inside, &letter), input.id);
            Ok(inside.done(&letter.sentence("letters-input-thanks"), &to).await)
        }
        Err(Ending::Refused(refused)) => {
            let faults = beside_fields(inside.reasons(&refused));
            shown(inside, letter, &typed, &faults).await
        }
        Err(ending) => Err(ending.into()),
    }
}

async fn the_input(inside: &mut Inside, letter: &Letter, id: &str) -> Result<Said, Stop> {
    let id = id.parse().map_err(|_| Ending::NotFound)?;
    Ok(letters::input(&mut inside.tx, &inside.visit.sight, letter, id).await?)
}

fn answer_form(inside: &Inside, letter: &Letter, input: &Said, typed: &Typed, faults: &Faults) -> SmallForm {
    let t = inside.t();
    let make = Fields { t, typed, faults };
    let words = make.choices("became", "letter-became", Became::ALL.iter().map(|became| became.as_str()));
    let words = words.into_iter().map(|choice| Choice { label: crate::voice::capital(&choice.label), ..choice }).collect();
    let fields = vec![
        make.named("became", "letters-became", Input::Radios(words)).required(),
        make.named("because", "letters-because", Input::Area).hint(t.say("letters-because-hint")),
    ];
    let from = input.from.name().map_or_else(|| t.say("letters-input"), |name| t.a("letters-input-from-whom", "name", name));
    SmallForm {
        beside: vec![(from, input.text.to_string())],
        version: input.version,
        back: format!("{}/input", href_of(inside, letter)),
        ..form_about(inside, letter, t.say("letters-answer-title"), fields, faults)
    }
}

/// `GET …/input/{input}`
pub(crate) async fn answer_page(mut inside: Inside, Path((_, year, input)): In) -> Result<Response, Stop> {
    let letter = match the_letter_to(&mut inside, &year, LetterVerb::AnswerInput).await? {
        Ok(letter) => letter,
        Err(back) => return Ok(back),
    };
    let input = the_input(&mut inside, &letter, &input).await?;
    let typed = input.became.as_ref().map_or_else(Typed::default, |given| {
        Typed::default().with("became", given.became.as_str()).with("because", given.because.to_string())
    });
    Ok(answer_form(&inside, &letter, &input, &typed, &Faults::default()).show())
}

/// `POST …/input/{input}`
pub(crate) async fn answer(mut inside: Inside, Path((_, year, input)): In, Form(typed): Sent) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let letter = the_kept_letter(&mut inside, &year).await?;
    let input = the_input(&mut inside, &letter, &input).await?;
    let mut reader = Reader::new(&typed, inside.t(), inside.visit.actor.on);
    let (became, because) = (reader.chosen("became", Became::parse), reader.prose("because"));
    let faults = reader.faults;
    let (Some(became), true) = (became, faults.is_empty()) else {
        return Ok(answer_form(&inside, &letter, &input, &typed, &faults).show());
    };
    match deed!(inside, desk => letters::answer_input(&mut desk, input.id, typed.version(), became, because)) {
        Ok(input) => {
            let to = format!("{}/input#input-{}", href_of(&inside, &letter), input.id);
            Ok(inside.done(&letter.sentence("letters-answered"), &to).await)
        }
        Err(Ending::Refused(refused)) => {
            let faults = beside_fields(inside.reasons(&refused));
            Ok(answer_form(&inside, &letter, &input, &typed, &faults).show())
        }
        Err(Ending::Conflict) => {
            let form = answer_form(&inside, &letter, &input, &typed, &Faults::default());
            Ok(SmallForm { notice: inside.t().say("letters-changed-meanwhile"), ..form }.show())
        }
        Err(ending) => Err(ending.into()),
    }
}

fn round_form(inside: &Inside, letter: &Letter, typed: &Typed, faults: &Faults) -> SmallForm {
    let t = inside.t();
    let make = Fields { t, typed, faults };
    let fields = vec![
        make.named("from", "letters-round-from", Input::Date).required(),
        make.named("to", "letters-round-to", Input::Date).required(),
    ];
    let form = form_about(inside, letter, t.say("letters-round-title"), fields, faults);
    SmallForm { lead: t.say("letters-round-lead"), submit: t.say("letters-round-do"), ..form }
}

/// `GET …/inputrunde`
pub(crate) async fn round_page(mut inside: Inside, Path((_, year)): At) -> Result<Response, Stop> {
    let letter = match the_letter_to(&mut inside, &year, LetterVerb::OpenInput).await? {
        Ok(letter) => letter,
        Err(back) => return Ok(back),
    };
    let t = inside.t();
    let typed = match letter.input {
        Some(round) => Typed::default().with("from", t.date_short(round.from)).with("to", t.date_short(round.to)),
        None => Typed::default().with("from", t.date_short(inside.visit.actor.on)),
    };
    Ok(round_form(&inside, &letter, &typed, &Faults::default()).show())
}

/// `POST …/inputrunde`
pub(crate) async fn round(mut inside: Inside, Path((_, year)): At, Form(typed): Sent) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let letter = the_kept_letter(&mut inside, &year).await?;
    let mut reader = Reader::new(&typed, inside.t(), inside.visit.actor.on);
    let (from, to) = (reader.date("from"), reader.date("to"));
    let faults = reader.faults;
    let (Some(from), Some(to), true) = (from, to, faults.is_empty()) else {
        return Ok(round_form(&inside, &letter, &typed, &faults).show());
    };
    match deed!(inside, desk => letters::open_letter_input(&mut desk, letter.id, typed.version(), InputRound { from, to })) {
        Ok(letter) => Ok(inside.done(&letter.sentence("letters-round-opened"), &href_of(&inside, &letter)).await),
        Err(Ending::Refused(refused)) => {
            let faults = beside_fields(inside.reasons(&refused));
            Ok(round_form(&inside, &letter, &typed, &faults).show())
        }
        Err(Ending::Conflict) => {
            let form = round_form(&inside, &letter, &typed, &Faults::default());
            Ok(SmallForm { notice: inside.t().say("letters-changed-meanwhile"), ..form }.show())
        }
        Err(ending) => Err(ending.into()),
    }
}

/// `POST …/inputrunde/luk`
pub(crate) async fn close(mut inside: Inside, Path((_, year)): At, Form(typed): Sent) -> Result<Response, Stop> {
    let letter = the_kept_letter(&mut inside, &year).await?;
    let letter = deed!(inside, desk => letters::close_letter_input(&mut desk, letter.id, Typed(typed).version()))?;
    Ok(inside.done(&letter.sentence("letters-round-closed"), &href_of(&inside, &letter)).await)
}
