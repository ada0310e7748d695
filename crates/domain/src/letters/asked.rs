//! What a published letter asks of the agreements of its year: its themes beside the model's (T2).

use pejl_kernel::Years;
use serde::{Deserialize, Serialize};

use super::Letter;
use crate::models::{Key, Model, Text, Theme};

/// The themes that a letter asks agreements to answer. Kept with the letter when it is published.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct YearThemes {
    /// The letter's year.
    pub year: i16,
    /// The themes, in the letter's order.
    pub themes: Vec<AskedTheme>,
}

/// A theme that is asked.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AskedTheme {
    /// What agreements know it by.
    pub key: Key,
    /// What it is called.
    pub name: String,
    /// What is asked.
    pub question: String,
    /// The kinds of agreement that must answer; empty means every kind.
    pub agreements: Vec<Key>,
}

impl YearThemes {
    /// What a letter asks, or would ask were it published now.
    pub fn of(letter: &Letter) -> Self {
        let asked = letter.content.themes().filter_map(|theme| {
            let asks = theme.asks.as_ref()?;
            Some(AskedTheme {
                key: theme.key.clone(),
                name: theme.name.to_string(),
                question: asks.question.to_string(),
                agreements: asks.agreements.clone(),
            })
        });
        Self { year: letter.year, themes: asked.collect() }
    }

    /// Its themes as the agreements of a model answer them. A theme asked only of kinds that the model no longer has is asked
    /// of nobody.
    pub fn in_model(&self, model: &Model) -> Vec<Theme> {
        let is_kind = |key: &Key| model.agreements.iter().any(|kind| kind.key == *key);
        let asked = self.themes.iter().filter_map(|theme| {
            let agreements: Vec<Key> = theme.agreements.iter().filter(|key| is_kind(key)).cloned().collect();
            if agreements.is_empty() && !theme.agreements.is_empty() {
                return None;
            }
            // A letter is written in the municipality's own language alone.
            let text = |text: &str| Text { da: text.to_owned(), en: text.to_owned() };
            Some(Theme {
                key: theme.key.clone(),
                name: text(&theme.name),
                question: text(&theme.question),
                years: Years { from: self.year, to: self.year },
                agreements,
                letter: Some(self.year),
            })
        });
        asked.collect()
    }
}

/// The model as it is in force with what published letters ask, the newest letter first. Where a letter and the model ask the
/// same theme in the same year, the letter's question is the one that is asked.
#[must_use]
pub fn with_themes(mut model: Model, letters: &[YearThemes]) -> Model {
    let asked: Vec<Theme> = letters.iter().flat_map(|letter| letter.in_model(&model)).collect();
    let own = std::mem::take(&mut model.themes);
    let kept = own.into_iter().flat_map(|theme| {
        let years: Vec<i16> = asked.iter().filter(|a| a.key == theme.key).map(|a| a.years.from).collect();
        without(&theme, &years)
    });
    let kept: Vec<Theme> = kept.collect();
    model.themes = asked.into_iter().chain(kept).collect();
    model
}

/// A theme of the model in the runs of years that no letter has taken over.
fn without(theme: &Theme, taken: &[i16]) -> Vec<Theme> {
    let mut runs: Vec<Years> = vec![theme.years];
    for year in taken {
        runs = runs
            .into_iter()
            .flat_map(|run| {
                if !run.contains(*year) {
                    return vec![run];
                }
                [Years::new(run.from, year.saturating_sub(1)), Years::new(year.saturating_add(1), run.to)]
                    .into_iter()
                    .flatten()
                    .collect()
            })
            .collect();
    }
    runs.into_iter().map(|years| Theme { years, ..theme.clone() }).collect()
}
