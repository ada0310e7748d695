//! What a model says of agreements, as far as the queries need it.

use jiff::civil::{Date, date};
use pejl_domain::models::{Heard, Key, Model, YearDay};
use pejl_kernel::Years;
use serde_json::{Value, json};
use sqlx::types::Json;

/// The kinds of agreement and the themes they answer.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Meant {
    /// The kinds, in the model's order.
    pub kinds: Vec<KindMeant>,
    /// Every theme with every kind that answers it.
    pub themes: Vec<ThemeMeant>,
}

/// A kind of agreement.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KindMeant {
    /// Its key.
    pub kind: Key,
    /// The level that asks.
    pub principal: Key,
    /// The level that answers.
    pub agent: Key,
    /// The level that approves.
    pub approves: Key,
    /// The groups that are heard.
    pub heard: Vec<Heard>,
    /// The last day of the step of the wheel in which it is made, where the model names one.
    pub made_by: Option<YearDay>,
}

/// A theme that a kind of agreement answers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ThemeMeant {
    /// The theme.
    pub theme: Key,
    /// The kind.
    pub kind: Key,
    /// In which years.
    pub years: Years,
}

impl Meant {
    /// What the queries need of a model.
    pub fn of(model: &Model) -> Self {
        let made_by = |step: &Option<Key>| model.wheel.iter().find(|s| Some(&s.key) == step.as_ref()).map(|s| s.to);
        let kinds = model.agreements.iter().map(|kind| KindMeant {
            kind: kind.key.clone(),
            principal: kind.principal.clone(),
            agent: kind.agent.clone(),
            approves: kind.approves.clone(),
            heard: kind.heard.clone(),
            made_by: made_by(&kind.made_in),
        });
        let themes = model.themes.iter().flat_map(|theme| {
            let answered =
                model.agreements.iter().filter(|kind| theme.agreements.is_empty() || theme.agreements.contains(&kind.key));
            answered.map(|kind| ThemeMeant { theme: theme.key.clone(), kind: kind.key.clone(), years: theme.years })
        });
        Self { kinds: kinds.collect(), themes: themes.collect() }
    }

    /// The day by which an agreement of this kind from this year should be approved: the last time that the step in which it is
    /// made ends before the agreement's first quarter is over. A step that ends in February makes the same year's agreements,
    /// one that ends in June or December the next year's. `None` where the model names no step.
    pub fn made_by(&self, kind: &Key, from: i16) -> Option<Date> {
        let day = self.kinds.iter().find(|k| k.kind == *kind)?.made_by?;
        let in_year = |year: i16| Date::new(year, i8::try_from(day.month).ok()?, i8::try_from(day.day).ok()?).ok();
        in_year(from).filter(|last| *last < date(from, 4, 1)).or_else(|| in_year(from.checked_sub(1)?))
    }

    /// One a kind: place, key, level that approves, the last first year that should have been approved before `on`, how many
    /// groups are heard.
    pub(super) fn kind_rows(&self, on: Date) -> Json<Value> {
        let late = |kind: &Key| {
            let years = [on.year() + 1, on.year(), on.year() - 1];
            years.into_iter().find(|year| self.made_by(kind, *year).is_some_and(|by| by < on))
        };
        let row = |(at, kind): (usize, &KindMeant)| {
            json!([at, kind.kind.as_str(), kind.approves.as_str(), late(&kind.kind), kind.heard.len()])
        };
        Json(self.kinds.iter().enumerate().map(row).collect())
    }

    /// One a kind and group that is heard.
    pub(super) fn heard_rows(&self) -> Json<Value> {
        let rows = self.kinds.iter().flat_map(|kind| kind.heard.iter().map(|h| json!([kind.kind.as_str(), h.as_str()])));
        Json(rows.collect())
    }

    /// One a theme and kind that answers it: theme, kind, first and last year, the level that answers.
    pub(super) fn theme_rows(&self) -> Json<Value> {
        let agent = |kind: &Key| self.kinds.iter().find(|k| k.kind == *kind).map(|k| k.agent.as_str());
        let row = |t: &ThemeMeant| json!([t.theme.as_str(), t.kind.as_str(), t.years.from, t.years.to, agent(&t.kind)]);
        Json(self.themes.iter().map(row).collect())
    }
}

/// After `posts!()`: the kinds as a table; `$5` is [`Meant::kind_rows`].
macro_rules! kind_rows {
    () => {
        ", meant(place, kind, approves, late_year, groups) AS (
            SELECT CAST(r.value ->> 0 AS BIGINT), r.value ->> 1, r.value ->> 2, CAST(r.value ->> 3 AS BIGINT),
                CAST(r.value ->> 4 AS BIGINT)
            FROM rows_of($5) r
         ) "
    };
}
pub(super) use kind_rows;

#[cfg(test)]
mod tests {
    use super::*;

    fn made(month: u8, day: u8) -> Meant {
        let key = |text| Key::parse(text).unwrap();
        let made_by = Some(YearDay { years_on: 0, month, day });
        let (kind, level) = (key("aftale"), key("afdeling"));
        let kind = KindMeant { kind, principal: level.clone(), agent: level.clone(), approves: level, heard: Vec::new(), made_by };
        Meant { kinds: vec![kind], themes: Vec::new() }
    }

    #[test]
    fn a_step_in_the_first_quarter_makes_the_same_years_agreements_and_a_later_one_the_next_years() {
        let kind = Key::parse("aftale").unwrap();
        assert_eq!(made(2, 28).made_by(&kind, 2019), Some(date(2019, 2, 28)));
        assert_eq!(made(3, 31).made_by(&kind, 2019), Some(date(2019, 3, 31)));
        assert_eq!(made(6, 15).made_by(&kind, 2019), Some(date(2018, 6, 15)));
        assert_eq!(made(12, 31).made_by(&kind, 2019), Some(date(2018, 12, 31)));
        assert_eq!(made(2, 28).made_by(&Key::parse("anden").unwrap(), 2019), None);
    }
}
