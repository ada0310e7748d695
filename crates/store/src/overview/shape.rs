//! What a model says of the elements, as far as the queries need it.

use pejl_domain::models::{BodyKind, CountedWithin, ElementKind, ElementSpec, Key, Model};
use serde_json::{Value, json};
use sqlx::types::Json;

/// The columns of the chain, top to bottom, and which levels are committees.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Shape {
    /// One column a spec. Rows that name a column mean its place here.
    pub columns: Vec<Column>,
    /// The levels whose units are committees: an element cuts across where its ties belong to several of them.
    pub committees: Vec<Key>,
}

/// One spec of the model.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Column {
    /// The spec's key.
    pub spec: Key,
    /// Its kind of element.
    pub kind: ElementKind,
    /// The levels that own one.
    pub levels: Vec<Key>,
    /// Whether it may stand under something at all: then being tied is a mark of quality.
    pub stands_under: bool,
    /// Whether one that stands under nothing is an orphan.
    pub tied: bool,
    /// Whether one that nothing serves is a break.
    pub served: bool,
    /// The level that adopts it; `None` where it needs no adoption.
    pub adopts: Option<Key>,
    /// The most that are meant, and within what they are counted.
    pub most: Option<(u32, CountedWithin)>,
}

impl Shape {
    /// The columns of the hierarchy: everything but value markers and sources.
    pub fn of(model: &Model) -> Self {
        Self::only(model, |spec| !spec.kind.is_beside())
    }

    /// Every spec, value markers and sources too.
    pub fn whole(model: &Model) -> Self {
        Self::only(model, |_| true)
    }

    /// The specs that pass; in the model's order.
    pub fn only(model: &Model, passes: impl Fn(&ElementSpec) -> bool) -> Self {
        let is_committee = |body| matches!(body, BodyKind::Committee | BodyKind::FinanceCommittee);
        Self {
            columns: model.elements.iter().filter(|spec| passes(spec)).map(Column::of).collect(),
            committees: model.levels.iter().filter(|l| is_committee(l.body)).map(|l| l.key.clone()).collect(),
        }
    }

    /// The rows of `spec`, see [`spec_rows!`]: one a kind and level.
    pub(super) fn spec_rows(&self) -> Json<Value> {
        let rows =
            self.columns.iter().enumerate().flat_map(|(at, column)| column.levels.iter().map(move |level| column.row(at, level)));
        Json(Value::Array(rows.collect()))
    }

    /// The committee levels, one a row.
    pub(super) fn committee_rows(&self) -> Json<Value> {
        rows(self.committees.iter().map(Key::as_str))
    }
}

impl Column {
    /// What the queries need of a spec.
    pub fn of(spec: &ElementSpec) -> Self {
        Self {
            spec: spec.key.clone(),
            kind: spec.kind,
            levels: spec.levels.clone(),
            stands_under: !spec.under.is_empty(),
            tied: spec.tied,
            served: spec.served,
            adopts: spec.adopts.clone(),
            most: spec.count.map(|count| (count.most, count.within)),
        }
    }

    fn row(&self, at: usize, level: &Key) -> Value {
        json!([
            at,
            self.kind.as_str(),
            level.as_str(),
            u8::from(self.tied),
            u8::from(self.served),
            self.adopts.as_ref().map(Key::as_str),
            self.most.map(|(most, _)| most),
            self.most.map(|(_, within)| within.as_str()),
            u8::from(self.stands_under),
        ])
    }
}

/// Texts as the rows of a JSON array, one text a row: `r.value ->> 0`.
pub(super) fn rows<'a>(texts: impl IntoIterator<Item = &'a str>) -> Json<Value> {
    Json(texts.into_iter().map(|text| json!([text])).collect())
}

/// After `mine!()`: the specs as a table; `$5` is [`Shape::spec_rows`].
macro_rules! spec_rows {
    () => {
        ", spec(col, kind, level, tied, served, adopts, most, within, stands_under) AS (
            SELECT CAST(r.value ->> 0 AS BIGINT), r.value ->> 1, r.value ->> 2, CAST(r.value ->> 3 AS BIGINT) = 1,
                CAST(r.value ->> 4 AS BIGINT) = 1,
                r.value ->> 5, CAST(r.value ->> 6 AS BIGINT), r.value ->> 7,
                CAST(r.value ->> 8 AS BIGINT) = 1
            FROM rows_of($5) r
         ) "
    };
}
pub(super) use spec_rows;
