//! The text of a case put together from what was proposed: its title, a point for each thing, and what each of them says. It is a
//! beginning, in the language of the papers; whoever prepares the case writes on.

use pejl_app::cases::{Put, What};
use pejl_domain::cases::{HeadingSet, Part};
use pejl_domain::chain::Element;
use pejl_lang::Args;

use super::document::papers_voice;
use super::form::headings_of;
use crate::forms::Typed;
use crate::inside::Inside;
use crate::voice::{Voice, capital};

/// How much of what one thing says is taken over.
const MOST_SAID: usize = 2_000;
/// How long the text put together may be: what fits in a section, with room to write on.
const MOST_TEXT: usize = 18_000;

/// An empty case under a body's headings.
pub(super) fn fresh(headings: &HeadingSet) -> Typed {
    let begun = Typed::default().with("kind", "decision").with("access", "open");
    headings.list().iter().enumerate().fold(begun, |typed, (place, heading)| {
        typed.with(&format!("heading-{}", place + 1), format!("{}:{}", heading.part.as_str(), heading.word))
    })
}

/// With a text put together from these things, wherever nothing is written yet.
pub(super) fn filled(inside: &Inside, typed: Typed, put: &[&Put]) -> Typed {
    if put.is_empty() {
        return typed;
    }
    let voice = papers_voice(inside);
    let points: Vec<String> = put.iter().map(|put| point(&voice, put)).collect();
    let presentation = headings_of(&typed).into_iter().find(|(_, part, _)| *part == Part::Presentation);
    let typed = where_empty(typed, "title", title(&voice, put));
    let typed = where_empty(typed, "recommendation", points.join("\n"));
    match presentation {
        Some((at, _, _)) => where_empty(typed, &format!("section-{at}"), said(&voice, put)),
        None => typed,
    }
}

fn where_empty(mut typed: Typed, name: &str, text: String) -> Typed {
    if !typed.get(name).trim().is_empty() {
        return typed;
    }
    typed.0.retain(|(field, _)| field != name);
    typed.with(name, text)
}

/// What the case is about: the one thing by its name, several by how many they are.
fn title(voice: &Voice, put: &[&Put]) -> String {
    let t = voice.speech;
    let first_element = put.iter().find_map(|put| match &put.what {
        What::Element(element, _) => Some(element.as_ref()),
        What::Agreement(_) => None,
    });
    let text = match (put, first_element) {
        ([only], _) => match &only.what {
            What::Element(element, _) => t.say_with("case-title-element", &about(voice, element)),
            What::Agreement(row) => {
                let one = &row.agreement;
                let line = voice.agreement_line(&one.kind, one.period, one.agents.iter().map(|agent| agent.name.as_str()));
                t.a("case-title-agreement", "agreement", line)
            }
        },
        (_, Some(element)) => {
            let alike = put.iter().all(|put| matches!(&put.what, What::Element(other, _) if other.kind == element.kind));
            let proposed = put.iter().all(|put| matches!(&put.what, What::Element(..)));
            match (alike, proposed) {
                (true, _) => t.say_with("case-title-elements", &about(voice, element).count("count", put.len())),
                (false, true) => t.n("case-title-proposals", put.len()),
                (false, false) => t.n("case-title-several", put.len()),
            }
        }
        (_, None) => t.n("case-title-agreements", put.len()),
    };
    let mut letters: String = text.chars().take(200).collect();
    letters.truncate(letters.trim_end().len());
    letters
}

fn about(voice: &Voice, element: &Element) -> Args {
    let word = voice.element(element.kind, &element.level);
    Args::new()
        .noun(&word.singular, &word.plural, &word.definite, word.is_neuter())
        .text("number", element.number)
        .text("title", element.content.title.as_str())
}

/// A point of the recommendation, as it stands after "at".
fn point(voice: &Voice, put: &Put) -> String {
    let t = voice.speech;
    match &put.what {
        What::Element(element, _) => t.say_with("case-point-element", &about(voice, element)),
        What::Agreement(row) => {
            let one = &row.agreement;
            let word = voice.agreement(&one.kind);
            let agents: Vec<&str> = one.agents.iter().map(|agent| agent.name.as_str()).collect();
            let args = Args::new()
                .noun(&word.singular, &word.plural, &word.definite, word.is_neuter())
                .text("number", one.number)
                .text("agents", t.and_list(&agents))
                .text("years", t.years(one.period));
            t.say_with("case-point-agreement", &args)
        }
    }
}

/// What the things say of themselves, a paragraph or two each.
fn said(voice: &Voice, put: &[&Put]) -> String {
    let t = voice.speech;
    let mut text = String::new();
    for put in put {
        let one = match &put.what {
            What::Element(element, owner) => {
                let word = capital(&voice.element(element.kind, &element.level).singular);
                let mut said = vec![format!("{word} {}: {} ({owner})", element.number, element.content.title)];
                let content = &element.content;
                said.extend([content.text.as_str()].into_iter().filter(|text| !text.is_empty()).map(shortened));
                if !content.goal.expected_effect.is_empty() {
                    said.push(t.a("case-effect", "effect", shortened(content.goal.expected_effect.as_str())));
                }
                said.join("\n")
            }
            What::Agreement(row) => {
                let one = &row.agreement;
                let line = voice.agreement_line(&one.kind, one.period, one.agents.iter().map(|agent| agent.name.as_str()));
                let args = Args::new()
                    .text("number", one.number)
                    .text("agreement", line)
                    .text("principal", &one.principal.name)
                    .count("goals", row.goals);
                t.say_with("case-agreement-said", &args)
            }
        };
        if text.chars().count() + one.chars().count() > MOST_TEXT {
            break;
        }
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        text.push_str(&one);
    }
    text
}

fn shortened(text: &str) -> String {
    if text.chars().count() <= MOST_SAID { text.to_owned() } else { text.chars().take(MOST_SAID).chain(['…']).collect() }
}
