//! How far a theme of the year has come: which units have answered it in their agreements (T2, Ø6).

use pejl_domain::models::Key;
use pejl_kernel::Number;
use pejl_policy::Sight;
use uuid::Uuid;

use super::meant::Meant;
use super::mention::number;
use super::sight::{agreement_seen, posts};
use crate::chain::UnitMention;
use crate::chain::mention::key;
use crate::chain::sight::seen_by;
use crate::db::{Tx, on};
use crate::dialect::spoken;
use crate::fault::{Fault, doing};

/// One unit that should answer a theme in one kind of agreement.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ThemeCoverage {
    /// The theme.
    pub theme: Key,
    /// The kind of agreement.
    pub kind: Key,
    /// The unit that answers.
    pub unit: UnitMention,
    /// Its agreement of that kind in the year; `None` where it has none that is seen.
    pub agreement: Option<Number>,
    /// Whether the agreement answers the theme.
    pub is_answered: bool,
}

/// Every theme of a year with every kind that answers it and every open unit at the level that answers in it: theme by theme
/// and kind by kind as the model has them, by the unit's name. One statement.
///
/// # Errors
/// A fault.
pub async fn theme_coverage(tx: &mut Tx, sight: &Sight, year: i16, meant: &Meant) -> Result<Vec<ThemeCoverage>, Fault> {
    let sql = spoken(
        tx.engine(),
        concat!(
            posts!(),
            ", asked(theme, kind, level) AS (
            SELECT r.value ->> 0, r.value ->> 1, r.value ->> 4 FROM rows_of($5) r
            WHERE CAST(r.value ->> 2 AS BIGINT) <= $6 AND CAST(r.value ->> 3 AS BIGINT) >= $6
         ), standing(unit_id, kind, id, year, serial, place) AS (
            SELECT g.unit_id, a.kind, a.id, a.year, a.serial,
                row_number() OVER (PARTITION BY g.unit_id, a.kind ORDER BY a.edition DESC, a.year DESC, a.serial DESC)
            FROM agreement a CROSS JOIN agreement_agent g
            WHERE a.municipality_id = $1 AND a.from_year <= $6 AND a.to_year >= $6 AND a.state <> 'withdrawn'
              AND g.municipality_id = $1 AND g.agreement_id = a.id AND ",
            agreement_seen!(),
            "
         )
         SELECT s.theme, s.kind, u.id, u.serial, u.name, n.year, n.serial, t.theme IS NOT NULL
         FROM asked s CROSS JOIN unit u
         LEFT JOIN standing n ON n.unit_id = u.id AND n.kind = s.kind AND n.place = 1
         LEFT JOIN agreement_theme t ON t.municipality_id = $1 AND t.agreement_id = n.id AND t.theme = s.theme
         WHERE u.municipality_id = $1 AND u.level = s.level AND u.valid_from <= $3 AND (u.valid_to IS NULL OR u.valid_to >= $3)
         ORDER BY u.name COLLATE da, u.serial"
        ),
    );
    type Read = (String, String, Uuid, i64, String, Option<i64>, Option<i64>, bool);
    let rows: Vec<Read> = on!(tx, c => seen_by!(sight, sqlx::query_as(sql))
        .bind(meant.theme_rows()).bind(i64::from(year)).fetch_all(c).await)
    .map_err(doing("counting the answers to themes"))?;
    let mut covered = rows
        .into_iter()
        .map(|(theme, kind, id, serial, name, of_year, of_serial, is_answered)| {
            Ok(ThemeCoverage {
                theme: key(&theme)?,
                kind: key(&kind)?,
                unit: UnitMention::new(id, serial, name),
                agreement: of_year.zip(of_serial).map(|(year, serial)| number(year, serial)).transpose()?,
                is_answered,
            })
        })
        .collect::<Result<Vec<_>, Fault>>()?;
    let place = |row: &ThemeCoverage| meant.themes.iter().position(|t| t.theme == row.theme && t.kind == row.kind);
    covered.sort_by_cached_key(place);
    Ok(covered)
}
