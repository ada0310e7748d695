//! The filters that the map and the lists share.

use pejl_domain::chain::StateName;
use pejl_kernel::{Number, UnitId};
use serde_json::Value;
use sqlx::types::Json;

use super::shape::rows;
use crate::chain::sight::seen;
pub(super) use crate::typed::folded;
use crate::typed::small;

/// Which elements are shown. The default is every live one.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Narrow {
    /// Only this unit's and those of the units below it. On the map also what theirs serve and what serves theirs.
    pub unit: Option<UnitId>,
    /// Only these states; empty for the live ones (draft, proposed, returned, adopted).
    pub states: Vec<StateName>,
    /// Only those with this in the title or in a tag, or with this number.
    pub text: String,
    /// Only those with exactly this tag.
    pub tag: String,
    /// Only those something is the matter with.
    pub only: Option<Only>,
}

/// What may be the matter with an element, or worth looking for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Only {
    /// Proposed or adopted, must stand under something, and stands under nothing live.
    Orphans,
    /// Adopted, should be served by something below, and is served by nothing live.
    Breaks,
    /// Says it cuts across, or its ties belong to several committees.
    CrossCutting,
}

impl Only {
    /// Every one, as people are shown them.
    pub const ALL: [Self; 3] = [Self::Orphans, Self::Breaks, Self::CrossCutting];

    /// As it is spelled in addresses and queries.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Orphans => "orphans",
            Self::Breaks => "breaks",
            Self::CrossCutting => "cross-cutting",
        }
    }

    /// Reads what [`Only::as_str`] writes.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|only| only.as_str() == text)
    }
}

/// The states that are live.
const LIVE: [StateName; 4] = [StateName::Draft, StateName::Proposed, StateName::Returned, StateName::Adopted];

impl Narrow {
    pub(super) fn state_rows(&self) -> Json<Value> {
        let states = if self.states.is_empty() { &LIVE[..] } else { &self.states };
        rows(states.iter().map(|s| s.as_str()))
    }

    /// The number typed, as the queries put one together; empty where none was.
    pub(super) fn number(&self) -> String {
        self.text.parse().map(|n: Number| format!("{}-{}-{}", n.prefix.letters(), n.year, n.serial)).unwrap_or_default()
    }
}

/// Whether the element `e` stands under something live.
macro_rules! is_tied {
    () => {
        "EXISTS (
            SELECT 1 FROM contribution oc CROSS JOIN element op
            WHERE oc.municipality_id = $1 AND oc.child_id = e.id AND op.municipality_id = $1 AND op.id = oc.parent_id
              AND op.state IN ('draft', 'proposed', 'returned', 'adopted'))"
    };
}
pub(super) use is_tied;

/// Whether the element `e` of the spec `s` is an orphan.
macro_rules! is_orphan {
    () => {
        concat!("(s.tied AND e.state IN ('proposed', 'adopted') AND NOT ", $crate::overview::narrow::is_tied!(), ")")
    };
}
pub(super) use is_orphan;

/// Whether the element `e` of the spec `s` is a break.
macro_rules! is_break {
    () => {
        "(s.served AND e.state = 'adopted' AND NOT EXISTS (
            SELECT 1 FROM contribution bc CROSS JOIN element bp
            WHERE bc.municipality_id = $1 AND bc.parent_id = e.id AND bp.municipality_id = $1 AND bp.id = bc.child_id
              AND bp.state IN ('draft', 'proposed', 'returned', 'adopted')))"
    };
}
pub(super) use is_break;

/// How many live elements that are seen stand right under the element `$id`.
macro_rules! children_of {
    ($id:literal) => {
        concat!(
            "(SELECT count(*) FROM contribution kc CROSS JOIN element e
              WHERE kc.municipality_id = $1 AND kc.parent_id = ",
            $id,
            " AND e.municipality_id = $1 AND e.id = kc.child_id AND e.state IN ('draft', 'proposed', 'returned', 'adopted') AND ",
            $crate::chain::sight::seen!(),
            ")"
        )
    };
}
pub(super) use children_of;

/// How many live elements that are seen the element `$id` stands right under.
macro_rules! parents_of {
    ($id:literal) => {
        concat!(
            "(SELECT count(*) FROM contribution kc CROSS JOIN element e
              WHERE kc.municipality_id = $1 AND kc.child_id = ",
            $id,
            " AND e.municipality_id = $1 AND e.id = kc.parent_id AND e.state IN ('draft', 'proposed', 'returned', 'adopted') AND ",
            $crate::chain::sight::seen!(),
            ")"
        )
    };
}
pub(super) use parents_of;

/// A unit and all below it: `beneath(unit_id)`; `$6` is the unit.
pub(super) const BENEATH: &str = ", beneath(unit_id) AS (
        SELECT b.id FROM unit b WHERE b.municipality_id = $1 AND b.id = $6
        UNION
        SELECT b.id FROM unit b JOIN beneath n ON b.parent_id = n.unit_id WHERE b.municipality_id = $1
     ) ";

/// Among the conditions on the element `e`: owned at or below the unit.
pub(super) const OWNED_BENEATH: &str = " AND e.owner_id IN (SELECT n.unit_id FROM beneath n) ";

/// The committee of each unit, the nearest at or above it: `committee_of(unit_id, committee_id)`; `$11` are the committee
/// levels. And the elements whose live ties belong to several committees: `crossing(id)`.
const CROSSING: &str = ", committee_of(unit_id, committee_id) AS (
        SELECT k.id, k.id FROM unit k WHERE k.municipality_id = $1 AND k.level IN (SELECT r.value ->> 0 FROM rows_of($11) r)
        UNION
        SELECT k.id, o.committee_id FROM unit k JOIN committee_of o ON k.parent_id = o.unit_id
        WHERE k.municipality_id = $1 AND k.level NOT IN (SELECT r.value ->> 0 FROM rows_of($11) r)
     ), crossing(id) AS (
        SELECT t.id FROM (
            SELECT xc.child_id AS id, xo.committee_id FROM contribution xc CROSS JOIN element xe CROSS JOIN committee_of xo
            WHERE xc.municipality_id = $1 AND xe.municipality_id = $1 AND xe.id = xc.parent_id AND xo.unit_id = xe.owner_id
              AND xe.state IN ('draft', 'proposed', 'returned', 'adopted')
            UNION
            SELECT xc.parent_id, xo.committee_id FROM contribution xc CROSS JOIN element xe CROSS JOIN committee_of xo
            WHERE xc.municipality_id = $1 AND xe.municipality_id = $1 AND xe.id = xc.child_id AND xo.unit_id = xe.owner_id
              AND xe.state IN ('draft', 'proposed', 'returned', 'adopted')
        ) t GROUP BY t.id HAVING count(*) > 1
     ) ";

/// The live elements of which there are more than the model means, counted within what it counts them: `crowded(id)`.
pub(super) const CROWDED: &str = ", crowded(id) AS (
        SELECT n.id FROM (
            SELECT e.id, s.most, s.within, count(*) OVER (PARTITION BY s.col) AS in_all,
                count(*) OVER (PARTITION BY s.col, e.owner_id) AS with_owner
            FROM spec s CROSS JOIN element e
            WHERE s.within IN ('municipality', 'unit') AND e.municipality_id = $1 AND e.kind = s.kind AND e.level = s.level
              AND e.state IN ('draft', 'proposed', 'returned', 'adopted')
        ) n WHERE (n.within = 'municipality' AND n.in_all > n.most) OR (n.within = 'unit' AND n.with_owner > n.most)
        UNION
        SELECT n.id FROM (
            SELECT e.id, s.most, count(*) OVER (PARTITION BY c.parent_id, s.col) AS with_parent
            FROM spec s CROSS JOIN element e CROSS JOIN contribution c
            WHERE s.within = 'parent' AND e.municipality_id = $1 AND e.kind = s.kind AND e.level = s.level
              AND c.municipality_id = $1 AND c.child_id = e.id AND e.state IN ('draft', 'proposed', 'returned', 'adopted')
        ) n WHERE n.with_parent > n.most
     ) ";

impl Narrow {
    /// What the conditions of [`Narrow::conditions`] look in; follows `spec_rows!()`. A query holds only what is asked for,
    /// so that what is not costs nothing.
    pub(super) fn ground(&self) -> String {
        let beneath = if self.unit.is_some() { BENEATH } else { "" };
        let crossing = if self.only == Some(Only::CrossCutting) { CROSSING } else { "" };
        format!("{beneath}{crossing}")
    }

    /// The conditions on the element `e` of the spec `s`; all but the unit, which the map and the lists take differently.
    pub(super) fn conditions(&self) -> String {
        let text = concat!(
            " AND (",
            small!("e.title"),
            " LIKE '%' || $8 || '%' ESCAPE '\\'
                OR e.prefix || '-' || e.year || '-' || e.serial = $9
                OR ",
            small!("json(e.content) ->> 'tags'"),
            " LIKE '%' || $8 || '%' ESCAPE '\\')"
        );
        let tag = " AND EXISTS (SELECT 1 FROM each_text(json(e.content) -> 'tags') g WHERE g.value = $10)";
        let only = match self.only {
            None => "",
            Some(Only::Orphans) => concat!(" AND ", is_orphan!()),
            Some(Only::Breaks) => concat!(" AND ", is_break!()),
            Some(Only::CrossCutting) => " AND (e.scope = 'cross-cutting' OR e.id IN (SELECT x.id FROM crossing x))",
        };
        format!(
            "{} AND e.state IN (SELECT r.value ->> 0 FROM rows_of($7) r){}{}{only} ",
            seen!(),
            if self.text.trim().is_empty() { "" } else { text },
            if self.tag.trim().is_empty() { "" } else { tag },
        )
    }
}

/// Binds `$5` to `$11`, after `seen_by!`.
macro_rules! narrowed_by {
    ($shape:expr, $narrow:expr, $query:expr) => {
        $query
            .bind($shape.spec_rows())
            .bind($narrow.unit.map(|u| u.0))
            .bind($narrow.state_rows())
            .bind($crate::overview::narrow::folded(&$narrow.text))
            .bind($narrow.number())
            .bind($narrow.tag.trim())
            .bind($shape.committee_rows())
    };
}
pub(super) use narrowed_by;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_never_taken_for_a_sign() {
        assert_eq!(folded(" 90 % Ældre_"), "90 \\% ældre\\_");
    }

    #[test]
    fn a_number_is_found_however_it_is_typed() {
        let narrow = Narrow { text: "m-2018-14".into(), ..Narrow::default() };
        assert_eq!(narrow.number(), "M-2018-14");
        assert_eq!(Narrow { text: "sundhed".into(), ..Narrow::default() }.number(), "");
    }
}
