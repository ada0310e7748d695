//! The names and values of a change, in both languages.

use crate::models::{
    GoalField, Key, Model, Text, Word, YearDay,
    report::{Tongue, day_in_words, field_name},
};

pub(super) fn name(word: &Word) -> Text {
    Text { da: word.da.singular.clone(), en: word.en.singular.clone() }
}

pub(super) fn level_name(model: &Model, key: &Key) -> Text {
    model.level(key).map_or_else(|| same(key.as_str()), |level| name(&level.word))
}

pub(super) fn step_name(model: &Model, key: &Key) -> Text {
    model.wheel.iter().find(|step| step.key == *key).map_or_else(|| same(key.as_str()), |step| step.name.clone())
}

pub(super) fn field_text(field: GoalField) -> Text {
    Text { da: field_name(field, Tongue::Da).to_owned(), en: field_name(field, Tongue::En).to_owned() }
}

pub(super) fn on(day: YearDay) -> Text {
    Text { da: day_in_words(day, Tongue::Da), en: day_in_words(day, Tongue::En) }
}

pub(super) fn yes_no(yes: bool) -> Text {
    let (da, en) = if yes { ("ja", "yes") } else { ("nej", "no") };
    Text { da: da.to_owned(), en: en.to_owned() }
}

pub(super) fn none() -> Text {
    Text { da: "ingen".to_owned(), en: "none".to_owned() }
}

pub(super) fn same(text: &str) -> Text {
    Text { da: text.to_owned(), en: text.to_owned() }
}

pub(super) fn joined(texts: &[Text]) -> Text {
    let join = |of: fn(&Text) -> &str| texts.iter().map(of).collect::<Vec<_>>().join(", ");
    Text { da: join(|t| &t.da), en: join(|t| &t.en) }
}
