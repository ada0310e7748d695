//! How these pages show what they all show: an element in a list, a number with its list, a sentence of what happened.

use pejl_app::Tx;
use pejl_app::overview::{self, ListAsk, Mention, Narrow, Shape};
use pejl_app::shown::AuditLine;
use pejl_domain::chain::{Outcome, StateName};
use pejl_domain::models::{CountMeant, CountedWithin, Model};
use pejl_domain::{Arg, Sentence};
use pejl_kernel::Number;
use pejl_lang::Args;
use pejl_policy::{Action, Facts, Sight};

use super::address::Asked;
use super::kind_of;
use crate::chain::element_href;
use crate::ending::Stop;
use crate::inside::Inside;
use crate::voice::{Voice, capital};

/// An element in a list.
pub(super) struct Shown {
    pub number: String,
    pub title: String,
    pub href: String,
    /// The municipality's word for it.
    pub kind: String,
    pub owner: String,
    pub owner_href: String,
    pub state: &'static str,
    pub state_word: String,
}

/// An element as a list shows it.
pub(super) fn shown(inside: &Inside, element: &Mention) -> Shown {
    Shown {
        number: element.number.to_string(),
        title: element.title.clone(),
        href: element_href(inside, &element.number),
        kind: capital(&inside.voice.element(element.kind, &element.level).singular),
        owner: element.owner.name.clone(),
        owner_href: unit_href(inside, element.owner.serial),
        state: Voice::sign(element.state.name(), element.progress),
        state_word: state_word(inside, element),
    }
}

/// Where an element is tied to something above; nothing for those who may not, as far as their posts alone tell.
pub(super) fn tie_href(inside: &Inside, element: &Mention) -> Option<String> {
    let facts = Facts { line: vec![element.owner.id], ..Facts::default() };
    let may = pejl_app::chain::may(&inside.visit.actor, Action::TieElement, &facts);
    may.then(|| format!("{}/knyt", element_href(inside, &element.number)))
}

/// The address of a unit.
pub(super) fn unit_href(inside: &Inside, serial: i64) -> String {
    inside.href(&format!("enhed/E-{serial}"))
}

/// Where an element stands, in words; of something closed also how it went.
pub(super) fn state_word(inside: &Inside, element: &Mention) -> String {
    match element.state.outcome() {
        Some(outcome) => capital(&inside.t().a("overview-closed-as", "outcome", mark(inside, outcome).1)),
        None => inside.voice.state(element.kind, &element.level, element.state.name(), element.progress),
    }
}

/// The name of a state.
pub(super) fn state_name(inside: &Inside, state: StateName) -> String {
    capital(&inside.t().say(&format!("state-{}", state.as_str())))
}

/// The mark of an outcome, and the municipality's word behind it.
pub(super) fn mark(inside: &Inside, outcome: Outcome) -> (&'static str, String) {
    let scale = &inside.voice.model.scale;
    let (mark, word) = match outcome {
        Outcome::Met => ("green", &scale.green),
        Outcome::Partly => ("yellow", &scale.yellow),
        Outcome::NotMet => ("red", &scale.red),
    };
    (mark, inside.voice.text(word).to_owned())
}

/// A number that leads to its list.
pub(super) struct Count {
    pub number: String,
    pub label: String,
    pub href: String,
}

/// A number that leads to what Kæden shows.
pub(super) fn count(inside: &Inside, number: usize, label: String, asked: &Asked) -> Count {
    Count { number: inside.t().count(number), label, href: inside.href(&asked.rest()) }
}

/// How many there are against how many are meant: "7 af 5–10".
pub(super) fn against(inside: &Inside, count: usize, meant: Option<CountMeant>) -> String {
    let Some(meant) = meant.filter(|m| m.within == CountedWithin::Municipality) else { return inside.t().count(count) };
    let args = Args::new().count("count", count).count("least", meant.least).count("most", meant.most);
    let key = match (meant.least, meant.most) {
        (0, _) => "overview-count-most",
        (least, most) if least == most => "overview-count-exactly",
        (_, u32::MAX) => "overview-count-least",
        _ => "overview-count-between",
    };
    inside.t().say_with(key, &args)
}

/// Something that happened.
pub(super) struct Happened {
    pub at: String,
    pub at_iso: String,
    pub sentence: String,
    pub who: String,
    pub href: String,
}

/// A line of the trail as a sentence, with the element it is about.
pub(super) fn happened(inside: &Inside, line: &AuditLine) -> Happened {
    let number = line.event.sentence.args.iter().find_map(|(name, arg)| match arg {
        Arg::Text(text) if name == "number" => text.parse::<Number>().ok(),
        _ => None,
    });
    let told = crate::history::told(&inside.voice, line);
    Happened {
        at: told.at,
        at_iso: told.at_iso,
        sentence: told.sentence,
        who: told.who,
        href: number.map(|n| element_href(inside, &n)).unwrap_or_default(),
    }
}

/// The element with this number, whatever its state, where it is seen. One statement.
pub(super) async fn by_number(tx: &mut Tx, sight: &Sight, model: &Model, number: Number) -> Result<Option<Mention>, Stop> {
    let Some(kind) = kind_of(number.prefix) else { return Ok(None) };
    let ask = ListAsk {
        shape: Shape::only(model, |spec| spec.kind == kind),
        narrow: Narrow { text: number.to_string(), states: StateName::ALL.to_vec(), ..Narrow::default() },
        most: 20,
        ..ListAsk::default()
    };
    let (rows, _) = overview::list(tx, sight, &ask).await?;
    Ok(rows.into_iter().map(|row| row.element).find(|element| element.number == number))
}

/// Advice in the municipality's words.
pub(super) fn told(inside: &Inside, advice: &[Sentence]) -> Vec<String> {
    advice.iter().map(|sentence| inside.voice.tell(sentence)).collect()
}
