//! A letter as it is read: its headings and themes, what it asks of agreements, what was said to it before and since.

use askama::Template;
use axum::Form;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use pejl_app::Ending;
use pejl_app::letters::{self, CommentMade, CommentRow, InputRow, Reach};
use pejl_domain::letters::{Became, Letter, LetterState, LetterTheme, LetterVerb};
use pejl_domain::models::Key;
use pejl_kernel::clock::danish_date;
use pejl_lang::Args;
use pejl_policy::Action;

use super::list::counted;
use super::loading::{front, href_of, must, paragraphs, state_sign, state_word, the_letter};
use crate::chain::field::{Field, Fields, Input, beside_fields, summary};
use crate::ending::Stop;
use crate::forms::{Choice, Faults, Reader, Typed};
use crate::history::{HistoryEntry, entries};
use crate::inside::{Inside, deed, may};
use crate::page::{Page, show_with};
use crate::voice::capital;

#[derive(Template)]
#[template(path = "letters/letter.html")]
struct Reading {
    page: Page,
    faults: Faults,
    state: &'static str,
    state_word: String,
    year: String,
    dated: String,
    way: Vec<WayStep>,
    notice: Option<(String, String)>,
    steps: Vec<Deed>,
    version: i64,
    /// Whether its text is there for this reader.
    is_read: bool,
    opening: Vec<String>,
    headings: Vec<HeadingShown>,
    closing: Vec<String>,
    edit: Option<Edit>,
    asked: Vec<(String, String)>,
    asked_lead: String,
    inputs: Option<(String, String)>,
    reach: Vec<ReachShown>,
    reach_more: String,
    reach_href: String,
    comments: Vec<CommentShown>,
    /// Where a comment is sent, and its fields; none where none is taken.
    comment: Option<Vec<Field>>,
    comment_href: String,
    comments_said: String,
    seal: String,
    seal_href: String,
    seal_broken: bool,
    /// What happened to it, for whoever keeps letters.
    history: Vec<HistoryEntry>,
}

struct WayStep {
    label: String,
    now: bool,
    done: bool,
    href: Option<String>,
}

/// Something that can be done to the letter now.
struct Deed {
    label: String,
    href: String,
    /// Whether a button sends it, or a link leads to its form.
    posts: bool,
    is_first: bool,
}

/// Where the letter is written.
struct Edit {
    frame: String,
    add_heading: String,
}

struct HeadingShown {
    number: usize,
    title: String,
    text: Vec<String>,
    themes: Vec<ThemeShown>,
    edit: String,
    add_theme: String,
}

struct ThemeShown {
    id: String,
    name: String,
    text: Vec<String>,
    question: String,
    kinds: String,
    edit: String,
}

/// Agreements that do not answer the letter, by what that means for them.
struct ReachShown {
    title: String,
    text: String,
    agreements: Vec<(String, String)>,
}

struct CommentShown {
    by: String,
    at: String,
    at_iso: String,
    about: String,
    text: Vec<String>,
}

/// `/{m}/strategibrev/{year}`
pub(crate) async fn read(mut inside: Inside, Path((_, year)): Path<(String, String)>) -> Result<Response, Stop> {
    let letter = the_letter(&mut inside, &year).await?;
    shown(inside, letter, &Typed::default(), &Faults::default()).await
}

/// `POST …/kommentar`
pub(crate) async fn comment(
    mut inside: Inside,
    Path((_, year)): Path<(String, String)>,
    Form(typed): Form<Vec<(String, String)>>,
) -> Result<Response, Stop> {
    must(&inside, Action::CommentLetter)?;
    let typed = Typed(typed);
    let letter = the_letter(&mut inside, &year).await?;
    let mut reader = Reader::new(&typed, inside.t(), inside.visit.actor.on);
    let text = reader.prose("text");
    let theme = reader.maybe_chosen("theme", Key::parse);
    let faults = reader.faults;
    if !faults.is_empty() {
        return shown(inside, letter, &typed, &faults).await;
    }
    match deed!(inside, desk => letters::comment(&mut desk, letter.id, CommentMade { theme, text })) {
        Ok(_) => {
            let to = format!("{}#kommentarer", href_of(&inside, &letter));
            Ok(inside.done(&letter.sentence("letters-commented"), &to).await)
        }
        Err(Ending::Refused(refused)) => {
            let faults = beside_fields(inside.reasons(&refused));
            shown(inside, letter, &typed, &faults).await
        }
        Err(ending) => Err(ending.into()),
    }
}

async fn shown(mut inside: Inside, letter: Letter, typed: &Typed, faults: &Faults) -> Result<Response, Stop> {
    let (sight, place) = (inside.visit.sight, inside.visit.place.clone());
    let keeps = may(&inside, Action::KeepLetter);
    let is_read = keeps || letter.state.is_read_by_all();
    let inputs = letters::inputs(&mut inside.tx, &sight, &letter).await?;
    let comments = if letter.state.is_published() { letters::comments(&mut inside.tx, &sight, &letter).await? } else { Vec::new() };
    let reach =
        if letter.state.is_published() { letters::reach(&mut inside.tx, &sight, &place, &letter).await? } else { Reach::default() };
    let seal_broken = letter.state.is_published() && !letters::sealed(&mut inside.tx, &sight, &letter).await?.1;
    let history = if keeps { letters::history(&mut inside.tx, &sight, &letter).await? } else { Vec::new() };
    let inside = &inside;
    let (t, href) = (inside.t(), href_of(inside, &letter));
    let writes = keeps && letter.allows(LetterVerb::Write);
    let comment = (letter.allows(LetterVerb::Comment) && may(inside, Action::CommentLetter))
        .then(|| comment_fields(inside, &letter, typed, faults));
    let title = letter.content.title.to_string();
    let view = Reading {
        page: front(inside, title.clone()).here(title),
        faults: comment.as_ref().map(|fields| summary(t, faults, fields.iter())).unwrap_or_default(),
        state: state_sign(letter.state),
        state_word: state_word(inside, letter.state),
        year: letter.year.to_string(),
        dated: letter.published.map(|day| t.a("letters-published-on", "date", t.date(day))).unwrap_or_default(),
        way: if letter.state.is_published() { Vec::new() } else { way(inside, &letter) },
        notice: notice(inside, &letter, keeps),
        steps: steps(inside, &letter, keeps),
        version: letter.version,
        is_read,
        opening: paragraphs(&letter.content.opening),
        headings: headings(inside, &letter),
        closing: paragraphs(&letter.content.closing),
        edit: writes.then(|| Edit { frame: format!("{href}/skriv"), add_heading: format!("{href}/overskrift/ny") }),
        asked: asked(inside, &letter),
        asked_lead: t.a(if letter.state.is_published() { "letters-asked-lead" } else { "letters-would-ask" }, "year", letter.year),
        inputs: said_before(inside, &letter, &inputs),
        reach: reached(inside, &reach),
        reach_more: more(inside, &reach),
        reach_href: inside.href(&format!("aftaler?aar={}&mangler=tema", letter.year)),
        comments: comments.iter().map(|row| comment_shown(inside, &letter, row)).collect(),
        comment,
        comment_href: format!("{href}/kommentar"),
        comments_said: t.say(if letter.state == LetterState::Closed { "letters-comments-closed" } else { "letters-comments-lead" }),
        seal: letter.seal.get(..12).unwrap_or_default().to_owned(),
        seal_href: format!("{href}/frosset.json"),
        seal_broken,
        history: entries(&inside.voice, &history),
    };
    Ok(show_with(if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }, &view))
}

/// How far the letter has come, while it is not sent out.
fn way(inside: &Inside, letter: &Letter) -> Vec<WayStep> {
    let at = |state: LetterState| match state {
        LetterState::Draft => 0,
        LetterState::InputOpen => 1,
        LetterState::Writing => 2,
        LetterState::Published | LetterState::Closed => 3,
    };
    let here = at(letter.state);
    let keys = ["letters-way-draft", "letters-way-input", "letters-way-writing", "letters-way-published"];
    let step = |(n, key): (usize, &str)| WayStep {
        label: inside.t().say(key),
        now: n == here,
        done: n < here,
        href: (n == 1 && letter.input.is_some()).then(|| format!("{}/input", href_of(inside, letter))),
    };
    keys.into_iter().enumerate().map(step).collect()
}

/// What a reader should know first.
fn notice(inside: &Inside, letter: &Letter, keeps: bool) -> Option<(String, String)> {
    let t = inside.t();
    let days = letter.input.map(|round| Args::new().text("from", t.date(round.from)).text("to", t.date(round.to)));
    match (letter.state, days) {
        (LetterState::InputOpen, Some(days)) => {
            Some((t.say("letters-input-is-open"), t.say_with("letters-input-is-open-text", &days)))
        }
        (LetterState::Writing, _) if !keeps => Some((t.say("letters-is-written"), t.say("letters-is-written-text"))),
        (LetterState::Draft, _) if letter.content.headings.is_empty() => {
            Some((t.say("letters-begin-here"), t.say("letters-begin-here-text")))
        }
        _ => None,
    }
}

/// What can be done now, the next step first.
fn steps(inside: &Inside, letter: &Letter, keeps: bool) -> Vec<Deed> {
    let (t, href) = (inside.t(), href_of(inside, letter));
    let to =
        |key: &str, rest: &str, posts: bool| Deed { label: t.say(key), href: format!("{href}/{rest}"), posts, is_first: false };
    let mut steps = Vec::new();
    let has_headings = !letter.content.headings.is_empty();
    if keeps {
        match letter.state {
            LetterState::Draft if has_headings => {
                steps.extend([to("letters-do-open-input", "inputrunde", false), to("letters-do-publish", "udgiv", false)]);
            }
            LetterState::Draft => {}
            LetterState::InputOpen => {
                steps.extend([
                    to("letters-do-close-input", "inputrunde/luk", true),
                    to("letters-do-move-input", "inputrunde", false),
                ]);
            }
            LetterState::Writing => {
                steps.extend([to("letters-do-publish", "udgiv", false), to("letters-do-open-input-again", "inputrunde", false)]);
            }
            LetterState::Published => steps.push(to("letters-do-close", "luk", true)),
            LetterState::Closed => steps.push(to("letters-do-reopen", "genaabn", true)),
        }
    }
    if letter.takes_input(inside.visit.actor.on) && may(inside, Action::GiveLetterInput) {
        // Who keeps the letter has other things to do first.
        steps.insert(if keeps { steps.len() } else { 0 }, to("letters-do-give-input", "input", false));
    }
    if !letter.state.is_published()
        && let Some(first) = steps.first_mut()
    {
        first.is_first = true;
    }
    steps
}

fn headings(inside: &Inside, letter: &Letter) -> Vec<HeadingShown> {
    let href = href_of(inside, letter);
    let shown = |(n, heading): (usize, &pejl_domain::letters::Heading)| HeadingShown {
        number: n + 1,
        title: heading.title.to_string(),
        text: paragraphs(&heading.text),
        themes: heading.themes.iter().map(|theme| theme_shown(inside, &href, theme)).collect(),
        edit: format!("{href}/overskrift/{}", n + 1),
        add_theme: format!("{href}/tema/ny?under={}", n + 1),
    };
    letter.content.headings.iter().enumerate().map(shown).collect()
}

fn theme_shown(inside: &Inside, href: &str, theme: &LetterTheme) -> ThemeShown {
    ThemeShown {
        id: format!("tema-{}", theme.key),
        name: theme.name.to_string(),
        text: paragraphs(&theme.text),
        question: theme.asks.as_ref().map(|asks| asks.question.to_string()).unwrap_or_default(),
        kinds: theme.asks.as_ref().map(|asks| kinds(inside, &asks.agreements)).unwrap_or_default(),
        edit: format!("{href}/tema/{}", theme.key),
    }
}

/// Who answers, in words: every kind of agreement, or those that are named.
fn kinds(inside: &Inside, named: &[Key]) -> String {
    let t = inside.t();
    if named.is_empty() {
        return t.say("letters-asks-all");
    }
    let words: Vec<String> = named.iter().map(|key| inside.voice.agreement(key).plural.clone()).collect();
    t.a("letters-asks-some", "kinds", t.and_list(&words))
}

fn asked(inside: &Inside, letter: &Letter) -> Vec<(String, String)> {
    let asked = letter.content.themes().filter_map(|theme| {
        let asks = theme.asks.as_ref()?;
        Some((theme.name.to_string(), kinds(inside, &asks.agreements)))
    });
    asked.collect()
}

/// How many inputs became what: taken in, partly, not, waiting.
pub(super) fn became(inputs: &[InputRow]) -> [usize; 4] {
    let many = |became: Option<Became>| inputs.iter().filter(|row| row.input.became.as_ref().map(|g| g.became) == became).count();
    [many(Some(Became::TakenIn)), many(Some(Became::Partly)), many(Some(Became::Not)), many(None)]
}

/// What came in before it was sent out: words, and where it stands.
fn said_before(inside: &Inside, letter: &Letter, inputs: &[InputRow]) -> Option<(String, String)> {
    letter.input?;
    let said = if inputs.is_empty() { inside.t().say("letters-inputs-none") } else { counted(inside, became(inputs)) };
    Some((said, format!("{}/input", href_of(inside, letter))))
}

fn reached(inside: &Inside, reach: &Reach) -> Vec<ReachShown> {
    let t = inside.t();
    let groups = [
        (&reach.written, "letters-reach-written", "letters-reach-written-text"),
        (&reach.submitted, "letters-reach-submitted", "letters-reach-submitted-text"),
        (&reach.in_force, "letters-reach-in-force", "letters-reach-in-force-text"),
    ];
    let group = |(rows, title, text): (&Vec<letters::Reached>, &str, &str)| ReachShown {
        title: t.n(title, rows.len()),
        text: t.say(text),
        agreements: rows.iter().map(|row| agreement_named(inside, row)).collect(),
    };
    groups.into_iter().filter(|(rows, _, _)| !rows.is_empty()).map(group).collect()
}

/// An agreement by who answers in it, and where it is.
pub(super) fn agreement_named(inside: &Inside, row: &letters::Reached) -> (String, String) {
    let mention = &row.agreement;
    let agents = mention.agents.iter().map(|agent| agent.name.as_str());
    let name = inside.voice.agreement_line(&mention.kind, mention.period, agents);
    (capital(&name), inside.href(&format!("aftale/{}", mention.number)))
}

/// That there are more than are named; empty where there are not.
pub(super) fn more(inside: &Inside, reach: &Reach) -> String {
    let named = reach.written.len() + reach.submitted.len() + reach.in_force.len();
    match reach.total.saturating_sub(named) {
        0 => String::new(),
        rest => inside.t().n("letters-reach-more", rest),
    }
}

/// The choices of what something is about: the whole letter, or one of its themes.
pub(super) fn about_choices(inside: &Inside, letter: &Letter, chosen: &str) -> Vec<Choice> {
    let whole = Choice::new("", inside.t().say("letters-about-whole"), chosen.is_empty());
    let theme = |theme: &LetterTheme| Choice::new(theme.key.as_str(), theme.name.to_string(), theme.key.as_str() == chosen);
    std::iter::once(whole).chain(letter.content.themes().map(theme)).collect()
}

/// What something is about, in words; empty where it is about the whole.
pub(super) fn about(letter: &Letter, theme: Option<&Key>) -> String {
    let named = theme.and_then(|key| letter.content.theme(key)).map(|theme| theme.name.to_string());
    named.unwrap_or_default()
}

fn comment_fields(inside: &Inside, letter: &Letter, typed: &Typed, faults: &Faults) -> Vec<Field> {
    let make = Fields { t: inside.t(), typed, faults };
    vec![
        make.named("text", "letters-comment", Input::Area).required(),
        make.named("theme", "letters-about", Input::Select(about_choices(inside, letter, typed.get("theme")))),
    ]
}

fn comment_shown(inside: &Inside, letter: &Letter, row: &CommentRow) -> CommentShown {
    CommentShown {
        by: row.by.clone(),
        at: inside.t().date(danish_date(row.comment.stamp.at)),
        at_iso: row.comment.stamp.at.to_string(),
        about: about(letter, row.comment.theme.as_ref()),
        text: paragraphs(&row.comment.text),
    }
}
