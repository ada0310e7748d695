//! How an agreement leans while it is written: how many goals against what its kind means, where they came from, what they
//! measure, and what is still missing. Advice, never a refusal: what the model requires is asked when it is submitted.

use super::{Agreement, GoalPlace};
use crate::chain::Element;
use crate::chain::balance::{Alike, Balance, FEWEST_TO_JUDGE, Part, percents};
use crate::chain::counts::{Fit, fit};
use crate::models::{AgreementKind, CountMeant, CountedWithin, Heard, Model};
use crate::sentence::{Arg, Sentence};

/// What can be said about an agreement as a whole.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Advice {
    /// How many goals it has.
    pub goals: usize,
    /// How many its kind means, least and most.
    pub meant: Option<(u32, u32)>,
    /// How the two compare; `None` where the kind means no number.
    pub fit: Option<Fit>,
    /// How the goals came in: each place with its count and its share in percent.
    pub places: Vec<Part<GoalPlace>>,
    /// How the goals lean: cross-cutting or specific, effect or production, development or operations (K8, H4).
    pub balance: Balance,
    /// What to think about, as sentences.
    pub sentences: Vec<Sentence>,
}

impl Advice {
    /// Reads an agreement as it stands. `elements` holds its goals, `heard` the groups that have spoken.
    pub fn of(model: &Model, agreement: &Agreement, elements: &[Element], heard: &[Heard]) -> Self {
        let lines = &agreement.content.goals;
        let goals = lines.len();
        let kind = agreement.kind_in(model);
        let meant = kind.and_then(|kind| kind.goals);
        let fit = meant.map(|(least, most)| fitted(least, most, goals));
        let counts: Vec<usize> =
            GoalPlace::ALL.iter().map(|place| lines.iter().filter(|line| line.place == *place).count()).collect();
        let parts = GoalPlace::ALL.iter().zip(&counts).zip(percents(&counts));
        let places = parts.map(|((word, count), percent)| Part { word: *word, count: *count, percent }).collect();
        let in_it = lines.iter().filter_map(|line| elements.iter().find(|element| element.id == line.goal));
        let rows: Vec<Alike> = in_it.map(alike).collect();
        let balance = Balance::of(&rows);
        let mut advice = Self { goals, meant, fit, places, balance, sentences: Vec::new() };
        advice.sentences = advice.sentences(model, agreement, kind, heard);
        advice
    }

    /// How many goals came in this way.
    pub fn count(&self, place: GoalPlace) -> usize {
        self.places.iter().filter(|part| part.word == place).map(|part| part.count).sum()
    }

    fn sentences(&self, model: &Model, agreement: &Agreement, kind: Option<&AgreementKind>, heard: &[Heard]) -> Vec<Sentence> {
        let mut said = Vec::new();
        said.extend(self.number(agreement));
        let judged = self.goals >= FEWEST_TO_JUDGE;
        if judged && self.count(GoalPlace::Own) == self.goals {
            said.push(Sentence::new("advice-agreement-only-own").count("goals", self.goals));
        }
        if judged && self.count(GoalPlace::TakenOver) == self.goals {
            said.push(Sentence::new("advice-agreement-only-taken-over").count("goals", self.goals));
        }
        said.extend(self.balance.advice());
        let unanswered = agreement.missing_themes(model).into_iter();
        said.extend(unanswered.map(|t| Sentence::new("advice-agreement-theme").with("theme", Arg::Theme(t.key.clone()))));
        let sections = &agreement.content.sections;
        let empty = sections.iter().filter(|section| section.text.is_empty());
        said.extend(empty.map(|section| Sentence::new("advice-agreement-section").text("heading", section.heading.as_str())));
        let Some(kind) = kind else { return said };
        if kind.shows_frame && agreement.content.frame.is_none() {
            said.push(Sentence::new("advice-agreement-frame"));
        }
        let silent = kind.heard.iter().filter(|group| !heard.contains(group));
        said.extend(silent.map(|g| Sentence::new("advice-agreement-heard").word("group", format!("heard-{}", g.as_str()))));
        said.extend(horizon(agreement, kind));
        said
    }

    /// Few goals are better than many (H4); none at all promises nothing.
    fn number(&self, agreement: &Agreement) -> Option<Sentence> {
        let (least, most) = self.meant?;
        let key = match self.fit? {
            Fit::Within => return None,
            Fit::Under(_) => "advice-agreement-goals-under",
            Fit::Over(_) => "advice-agreement-goals-over",
        };
        let sentence = Sentence::new(key).with("noun", Arg::Agreement(agreement.kind.clone())).count("count", self.goals);
        Some(sentence.with("least", Arg::Count(least.into())).with("most", Arg::Count(most.into())))
    }
}

/// Advice where it runs shorter or longer than its kind means.
fn horizon(agreement: &Agreement, kind: &AgreementKind) -> Option<Sentence> {
    let years = i64::from(agreement.period.to) - i64::from(agreement.period.from) + 1;
    let (least, most) = (i64::from(kind.horizon.least), i64::from(kind.horizon.most));
    (!(least..=most).contains(&years)).then(|| {
        Sentence::new("advice-agreement-horizon")
            .with("noun", Arg::Agreement(agreement.kind.clone()))
            .with("years", Arg::Count(years))
            .with("least", Arg::Count(least))
            .with("most", Arg::Count(most))
    })
}

fn fitted(least: u32, most: u32, goals: usize) -> Fit {
    fit(CountMeant { least, most, within: CountedWithin::Unit }, u32::try_from(goals).unwrap_or(u32::MAX))
}

fn alike(element: &Element) -> Alike {
    let goal = &element.content.goal;
    Alike { scope: goal.scope, orientation: goal.orientation, measure: goal.measure, count: 1 }
}
