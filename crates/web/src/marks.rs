//! Marks, spreads and lamps as every page shows them: word, shape and colour, never colour alone.

use pejl_domain::agreements::AgreementState;
use pejl_domain::chain::balance::percents;
use pejl_domain::models::Scale;
use pejl_domain::rounds::{Lamp, Mark, Spread};

use crate::inside::Inside;
use crate::voice::capital;

/// A mark: the shape's name and the word for it.
#[derive(Clone)]
pub(crate) struct MarkShown {
    pub mark: &'static str,
    pub word: String,
}

/// A mark in the model's words; silence where nothing is submitted.
pub(crate) fn mark(inside: &Inside, mark: Option<Mark>) -> MarkShown {
    let (t, voice) = (inside.t(), &inside.voice);
    let scale: &Scale = &voice.model.scale;
    let (shape, word) = match mark {
        Some(Mark::Met) => ("green", voice.text(&scale.green).to_owned()),
        Some(Mark::Partly) => ("yellow", voice.text(&scale.yellow).to_owned()),
        Some(Mark::NotMet) => ("red", voice.text(&scale.red).to_owned()),
        Some(Mark::NotYet) => ("not-yet", voice.text(&scale.not_yet).to_owned()),
        Some(Mark::NotRelevant) => ("not-relevant", t.say("mark-not-relevant")),
        None => ("silent", voice.text(&scale.silent).to_owned()),
    };
    MarkShown { mark: shape, word: capital(&word) }
}

/// A part of a bar: so many goals have this mark, and so many percent of those in the denominator.
#[derive(Clone)]
pub(crate) struct BarPart {
    pub mark: &'static str,
    pub word: String,
    pub count: String,
    pub share: u8,
}

/// A spread as a bar: the marks that some goal has, from met to silent. What is not relevant stands outside, behind the bar.
pub(crate) fn bar(inside: &Inside, spread: Spread) -> Vec<BarPart> {
    let counts = [
        (Some(Mark::Met), spread.met),
        (Some(Mark::Partly), spread.partly),
        (Some(Mark::NotMet), spread.not_met),
        (Some(Mark::NotYet), spread.not_yet),
        (None, spread.silent),
    ];
    let numbers: Vec<usize> = counts.iter().map(|(_, n)| usize::try_from(*n).unwrap_or(usize::MAX)).collect();
    let shares = percents(&numbers);
    let part = |((of, _), (n, share)): ((Option<Mark>, u32), (usize, u8))| {
        let shown = mark(inside, of);
        (n > 0).then(|| BarPart { mark: shown.mark, word: shown.word, count: inside.t().count(n), share })
    };
    counts.into_iter().zip(numbers.into_iter().zip(shares)).filter_map(part).collect()
}

/// A lamp: its colour's name and the word for it.
#[derive(Clone)]
pub(crate) struct LampShown {
    pub lamp: &'static str,
    pub word: String,
}

/// A lamp with its word.
pub(crate) fn lamp(inside: &Inside, lamp: Lamp) -> LampShown {
    LampShown { lamp: lamp.as_str(), word: capital(&inside.t().say(&format!("lamp-{}", lamp.as_str()))) }
}

/// The shape that stands for an agreement's state.
pub(crate) const fn agreement_sign(state: AgreementState) -> &'static str {
    match state {
        AgreementState::Draft | AgreementState::Hearing | AgreementState::Dialogue => "draft",
        AgreementState::Submitted => "proposed",
        AgreementState::Returned => "returned",
        AgreementState::Approved | AgreementState::Reported => "adopted",
        AgreementState::Closed => "closed",
        AgreementState::Withdrawn => "withdrawn",
    }
}
