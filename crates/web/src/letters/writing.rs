//! What a letter says: its frame, its headings, its themes. Each is written in a form of its own, on the version of the whole
//! letter, so that two who write at once never overwrite each other.

use axum::Form;
use axum::extract::Path;
use axum::response::Response;
use pejl_app::{Ending, letters};
use pejl_domain::letters::{Heading, Letter, LetterContent, LetterTheme, LetterVerb, ThemeQuestion};
use pejl_domain::models::Key;
use pejl_lang::Args;

use super::loading::{form_about, href_of, the_kept_letter, the_letter_to};
use crate::chain::field::{Field, Fields, Input, beside_fields};
use crate::ending::Stop;
use crate::forms::{Choice, Faults, Reader, Typed};
use crate::inside::{Inside, deed};
use crate::small_form::SmallForm;
use crate::voice::capital;

type At = Path<(String, String)>;
type In = Path<(String, String, String)>;
type Sent = Form<Vec<(String, String)>>;

/// What an address says where something is to be added.
const NEW: &str = "ny";

/// Writes the letter and goes back to it; or shows the form again with what is wrong.
async fn written(
    inside: Inside,
    letter: &Letter,
    content: LetterContent,
    typed: &Typed,
    form: impl Fn(&Inside, &Faults) -> SmallForm,
) -> Result<Response, Stop> {
    match deed!(inside, desk => letters::write_letter(&mut desk, letter.id, typed.version(), content)) {
        Ok(letter) => Ok(inside.done(&letter.sentence("letters-saved"), &href_of(&inside, &letter)).await),
        Err(Ending::Refused(refused)) => Ok(form(&inside, &beside_fields(inside.reasons(&refused))).show()),
        Err(Ending::Conflict) => {
            let form = form(&inside, &Faults::default());
            Ok(SmallForm { notice: inside.t().say("letters-changed-meanwhile"), ..form }.show())
        }
        Err(ending) => Err(ending.into()),
    }
}

fn frame_form(inside: &Inside, letter: &Letter, typed: &Typed, faults: &Faults) -> SmallForm {
    let t = inside.t();
    let make = Fields { t, typed, faults };
    let fields = vec![
        make.named("title", "common-title", Input::Line).required(),
        make.named("opening", "letters-opening", Input::Area).hint(t.say("letters-opening-hint")),
        make.named("closing", "letters-closing", Input::Area).hint(t.say("letters-closing-hint")),
    ];
    SmallForm { lead: t.say("letters-paragraphs"), ..form_about(inside, letter, t.say("letters-write-frame"), fields, faults) }
}

/// `GET …/skriv`
pub(crate) async fn frame_page(mut inside: Inside, Path((_, year)): At) -> Result<Response, Stop> {
    let letter = match the_letter_to(&mut inside, &year, LetterVerb::Write).await? {
        Ok(letter) => letter,
        Err(back) => return Ok(back),
    };
    let content = &letter.content;
    let typed = Typed::default()
        .with("title", content.title.to_string())
        .with("opening", content.opening.to_string())
        .with("closing", content.closing.to_string());
    Ok(frame_form(&inside, &letter, &typed, &Faults::default()).show())
}

/// `POST …/skriv`
pub(crate) async fn frame(mut inside: Inside, Path((_, year)): At, Form(typed): Sent) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let letter = the_kept_letter(&mut inside, &year).await?;
    let mut reader = Reader::new(&typed, inside.t(), inside.visit.actor.on);
    let (title, opening, closing) = (reader.line("title"), reader.prose("opening"), reader.prose("closing"));
    let faults = reader.faults;
    let (Some(title), true) = (title, faults.is_empty()) else {
        return Ok(frame_form(&inside, &letter, &typed, &faults).show());
    };
    let content = LetterContent { title, opening, closing, ..letter.content.clone() };
    written(inside, &letter, content, &typed, |inside, faults| frame_form(inside, &letter, &typed, faults)).await
}

/// The place that an address names, from 0; `None` where something new is to be added at the end.
fn place_in(text: &str, many: usize) -> Result<Option<usize>, Stop> {
    if text == NEW {
        return Ok(None);
    }
    let place = text.parse::<usize>().ok().and_then(|n| n.checked_sub(1)).filter(|at| *at < many);
    place.map(Some).ok_or_else(|| Stop(Ending::NotFound))
}

/// The choices of a place in a row: 1, 2 …
fn places(make: &Fields<'_>, many: usize) -> Option<Field> {
    let chosen = make.typed.get("place");
    let choices = (1..=many).map(|n| Choice::new(n.to_string(), n.to_string(), chosen == n.to_string())).collect();
    (many > 1).then(|| make.named("place", "letters-place", Input::Select(choices)))
}

/// Where something is put, from 0; at the end where nothing was chosen.
fn chosen_place(typed: &Typed, end: usize) -> usize {
    typed.get("place").parse::<usize>().ok().and_then(|n| n.checked_sub(1)).unwrap_or(end).min(end)
}

fn heading_form(inside: &Inside, letter: &Letter, at: Option<usize>, typed: &Typed, faults: &Faults) -> SmallForm {
    let t = inside.t();
    let make = Fields { t, typed, faults };
    let mut fields = vec![
        make.named("title", "letters-heading", Input::Line).required(),
        make.named("text", "field-text", Input::Area).hint(t.say("letters-heading-hint")),
    ];
    let many = letter.content.headings.len() + usize::from(at.is_none());
    fields.extend(places(&make, many));
    let title = t.say(if at.is_some() { "letters-edit-heading" } else { "letters-add-heading" });
    let drop = at.map(|at| (t.say("letters-drop-heading"), format!("{}/overskrift/{}/fjern", href_of(inside, letter), at + 1)));
    SmallForm { other: drop, ..form_about(inside, letter, title, fields, faults) }
}

/// `GET …/overskrift/{place}`
pub(crate) async fn heading_page(mut inside: Inside, Path((_, year, place)): In) -> Result<Response, Stop> {
    let letter = match the_letter_to(&mut inside, &year, LetterVerb::Write).await? {
        Ok(letter) => letter,
        Err(back) => return Ok(back),
    };
    let headings = &letter.content.headings;
    let at = place_in(&place, headings.len())?;
    let typed = match at.and_then(|at| headings.get(at).map(|heading| (at, heading))) {
        Some((at, heading)) => Typed::default()
            .with("title", heading.title.to_string())
            .with("text", heading.text.to_string())
            .with("place", (at + 1).to_string()),
        None => Typed::default().with("place", (headings.len() + 1).to_string()),
    };
    Ok(heading_form(&inside, &letter, at, &typed, &Faults::default()).show())
}

/// `POST …/overskrift/{place}`
pub(crate) async fn heading(mut inside: Inside, Path((_, year, place)): In, Form(typed): Sent) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let letter = the_kept_letter(&mut inside, &year).await?;
    let at = place_in(&place, letter.content.headings.len())?;
    let mut reader = Reader::new(&typed, inside.t(), inside.visit.actor.on);
    let (title, text) = (reader.line("title"), reader.prose("text"));
    let faults = reader.faults;
    let (Some(title), true) = (title, faults.is_empty()) else {
        return Ok(heading_form(&inside, &letter, at, &typed, &faults).show());
    };
    let mut content = letter.content.clone();
    let themes = at.map(|at| content.headings.remove(at).themes).unwrap_or_default();
    let end = content.headings.len();
    content.headings.insert(chosen_place(&typed, end), Heading { title, text, themes });
    written(inside, &letter, content, &typed, |inside, faults| heading_form(inside, &letter, at, &typed, faults)).await
}

fn drop_heading_form(inside: &Inside, letter: &Letter, at: usize) -> SmallForm {
    let t = inside.t();
    let heading = letter.content.headings.get(at);
    let name = heading.map(|heading| heading.title.to_string()).unwrap_or_default();
    let themes: Vec<String> = heading.into_iter().flat_map(|heading| &heading.themes).map(|theme| theme.name.to_string()).collect();
    let form = form_about(inside, letter, t.a("letters-drop-title", "name", name), Vec::new(), &Faults::default());
    let beside = if themes.is_empty() { Vec::new() } else { vec![(t.say("letters-drop-with"), themes.join("\n"))] };
    SmallForm { lead: t.say("letters-drop-lead"), beside, submit: t.say("common-remove"), warns: true, ..form }
}

/// `GET …/overskrift/{place}/fjern`
pub(crate) async fn drop_heading_page(mut inside: Inside, Path((_, year, place)): In) -> Result<Response, Stop> {
    let letter = match the_letter_to(&mut inside, &year, LetterVerb::Write).await? {
        Ok(letter) => letter,
        Err(back) => return Ok(back),
    };
    let at = place_in(&place, letter.content.headings.len())?.ok_or(Ending::NotFound)?;
    Ok(drop_heading_form(&inside, &letter, at).show())
}

/// `POST …/overskrift/{place}/fjern`
pub(crate) async fn drop_heading(mut inside: Inside, Path((_, year, place)): In, Form(typed): Sent) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let letter = the_kept_letter(&mut inside, &year).await?;
    let at = place_in(&place, letter.content.headings.len())?.ok_or(Ending::NotFound)?;
    let mut content = letter.content.clone();
    content.headings.remove(at);
    written(inside, &letter, content, &typed, |inside, _| drop_heading_form(inside, &letter, at)).await
}

/// The theme that an address names: its key; `None` where a new one is written.
fn theme_in(letter: &Letter, text: &str) -> Result<Option<LetterTheme>, Stop> {
    if text == NEW {
        return Ok(None);
    }
    let theme = Key::parse(text).and_then(|key| letter.content.theme(&key).cloned());
    theme.map(Some).ok_or_else(|| Stop(Ending::NotFound))
}

/// Under which heading a theme stands, and where there; both from 0.
fn stands(letter: &Letter, theme: &LetterTheme) -> Option<(usize, usize)> {
    letter.content.headings.iter().enumerate().find_map(|(at, heading)| {
        let place = heading.themes.iter().position(|other| other.key == theme.key)?;
        Some((at, place))
    })
}

fn theme_form(inside: &Inside, letter: &Letter, of: Option<&LetterTheme>, typed: &Typed, faults: &Faults) -> SmallForm {
    let (t, model) = (inside.t(), &inside.voice.model);
    let make = Fields { t, typed, faults };
    let chosen = typed.get("heading").to_owned();
    let headings = letter.content.headings.iter().enumerate();
    let headings: Vec<Choice> =
        headings.map(|(n, h)| Choice::new((n + 1).to_string(), h.title.to_string(), chosen == (n + 1).to_string())).collect();
    let asks = Choice::new("1", t.say("letters-theme-asks"), typed.ticked("asks"));
    let kinds: Vec<Choice> = model
        .agreements
        .iter()
        .map(|kind| {
            let is_chosen = typed.all("agreements").any(|key| key == kind.key.as_str());
            Choice::new(kind.key.as_str(), capital(&inside.voice.forms(&kind.word).plural), is_chosen)
        })
        .collect();
    let mut fields = vec![make.named("name", "letters-theme", Input::Line).required()];
    fields.push(make.named("text", "field-text", Input::Area).hint(t.say("letters-theme-hint")));
    if !kinds.is_empty() {
        fields.push(make.named("asks", "letters-theme-duty", Input::Boxes(vec![asks])));
        fields.push(make.named("question", "letters-question", Input::Area).hint(t.say("letters-question-hint")));
        fields.push(make.named("agreements", "letters-kinds", Input::Boxes(kinds)).hint(t.say("letters-kinds-hint")));
    }
    fields.push(make.named("heading", "letters-under", Input::Select(headings)).required());
    let in_heading = of.and_then(|theme| stands(letter, theme)).and_then(|(at, _)| letter.content.headings.get(at));
    fields.extend(in_heading.and_then(|heading| places(&make, heading.themes.len())));
    let title = t.say(if of.is_some() { "letters-edit-theme" } else { "letters-add-theme" });
    let drop = of.map(|theme| (t.say("letters-drop-theme"), format!("{}/tema/{}/fjern", href_of(inside, letter), theme.key)));
    SmallForm { other: drop, ..form_about(inside, letter, title, fields, faults) }
}

/// `GET …/tema/{theme}`
pub(crate) async fn theme_page(
    mut inside: Inside,
    Path((_, year, theme)): In,
    axum::extract::Query(query): axum::extract::Query<Vec<(String, String)>>,
) -> Result<Response, Stop> {
    let letter = match the_letter_to(&mut inside, &year, LetterVerb::Write).await? {
        Ok(letter) => letter,
        Err(back) => return Ok(back),
    };
    if letter.content.headings.is_empty() {
        return Err(Stop(Ending::NotFound)); // a theme stands under a heading
    }
    let of = theme_in(&letter, &theme)?;
    let typed = match &of {
        None => Typed::default().with("heading", Typed(query).get("under")).with("asks", "1"),
        Some(theme) => {
            let (heading, place) = stands(&letter, theme).unwrap_or_default();
            let typed = Typed::default()
                .with("name", theme.name.to_string())
                .with("text", theme.text.to_string())
                .with("heading", (heading + 1).to_string())
                .with("place", (place + 1).to_string());
            match &theme.asks {
                None => typed,
                Some(asks) => {
                    let typed = typed.with("asks", "1").with("question", asks.question.to_string());
                    asks.agreements.iter().fold(typed, |typed, kind| typed.with("agreements", kind.to_string()))
                }
            }
        }
    };
    Ok(theme_form(&inside, &letter, of.as_ref(), &typed, &Faults::default()).show())
}

/// `POST …/tema/{theme}`
pub(crate) async fn theme(mut inside: Inside, Path((_, year, theme)): In, Form(typed): Sent) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let letter = the_kept_letter(&mut inside, &year).await?;
    let of = theme_in(&letter, &theme)?;
    let many = letter.content.headings.len();
    let t = inside.t();
    let mut reader = Reader::new(&typed, t, inside.visit.actor.on);
    let (name, text, question) = (reader.line::<200>("name"), reader.prose("text"), reader.prose::<1_000>("question"));
    let heading = typed.get("heading").parse::<usize>().ok().and_then(|n| n.checked_sub(1)).filter(|at| *at < many);
    if heading.is_none() {
        reader.fault("heading", t.say("fault-choice-empty"));
    }
    let key = match (&of, &name) {
        (Some(theme), _) => Some(theme.key.clone()),
        (None, Some(name)) => letter.content.new_key(name.as_str()),
        (None, None) => None,
    };
    if name.is_some() && key.is_none() {
        reader.fault("name", t.say("letters-theme-name-taken"));
    }
    let faults = reader.faults;
    let (Some(name), Some(key), Some(heading), true) = (name, key, heading, faults.is_empty()) else {
        return Ok(theme_form(&inside, &letter, of.as_ref(), &typed, &faults).show());
    };
    let agreements = typed.all("agreements").filter_map(Key::parse).collect();
    let asks = typed.ticked("asks").then_some(ThemeQuestion { question, agreements });
    let written_theme = LetterTheme { key, name, text, asks };
    let mut content = letter.content.clone();
    let stood = of.as_ref().and_then(|theme| stands(&letter, theme));
    if let Some((from, place)) = stood
        && let Some(row) = content.headings.get_mut(from)
    {
        row.themes.remove(place);
    }
    if let Some(row) = content.headings.get_mut(heading) {
        let end = row.themes.len();
        let place = if stood.is_some_and(|(from, _)| from == heading) { chosen_place(&typed, end) } else { end };
        row.themes.insert(place, written_theme);
    }
    written(inside, &letter, content, &typed, |inside, faults| theme_form(inside, &letter, of.as_ref(), &typed, faults)).await
}

fn drop_theme_form(inside: &Inside, letter: &Letter, theme: &LetterTheme) -> SmallForm {
    let t = inside.t();
    let title = t.say_with("letters-drop-title", &Args::new().text("name", theme.name.as_str()));
    let form = form_about(inside, letter, title, Vec::new(), &Faults::default());
    SmallForm { lead: t.say("letters-drop-lead"), submit: t.say("common-remove"), warns: true, ..form }
}

/// `GET …/tema/{theme}/fjern`
pub(crate) async fn drop_theme_page(mut inside: Inside, Path((_, year, theme)): In) -> Result<Response, Stop> {
    let letter = match the_letter_to(&mut inside, &year, LetterVerb::Write).await? {
        Ok(letter) => letter,
        Err(back) => return Ok(back),
    };
    let theme = theme_in(&letter, &theme)?.ok_or(Ending::NotFound)?;
    Ok(drop_theme_form(&inside, &letter, &theme).show())
}

/// `POST …/tema/{theme}/fjern`
pub(crate) async fn drop_theme(mut inside: Inside, Path((_, year, theme)): In, Form(typed): Sent) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let letter = the_kept_letter(&mut inside, &year).await?;
    let theme = theme_in(&letter, &theme)?.ok_or(Ending::NotFound)?;
    let mut content = letter.content.clone();
    content.headings.iter_mut().for_each(|heading| heading.themes.retain(|other| other.key != theme.key));
    written(inside, &letter, content, &typed, |inside, _| drop_theme_form(inside, &letter, &theme)).await
}
