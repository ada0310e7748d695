//! What a search found, as the page shows it: only what the sight sees.

use pejl_domain::models::Key;
use pejl_kernel::{AgreementId, CaseId, PersonId};
use pejl_policy::Sight;
use uuid::Uuid;

use super::mention::{Mention, MentionRow, UnitMention, key, mention_columns, owner};
use crate::agreements::{AgreementMention, agreement_mentions};
use crate::audit::SubjectKind;
use crate::cases::{CaseRow, case_mentions};
use crate::chain::sight::{mine, seen, seen_by};
use crate::db::{Tx, on};
use crate::dialect::spoken;
use crate::fault::{Fault, doing};
use crate::letters::letter_mentions;
use crate::meetings::{MeetingMention, meeting_mentions};
use crate::search::Found;
use crate::value::id_rows;

/// One thing found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FoundRow {
    /// An element.
    Element(Mention),
    /// A unit with its level, and the unit above it.
    Unit(UnitMention, Key, Option<String>),
    /// An agreement.
    Agreement(AgreementMention),
    /// A case.
    Case(CaseRow),
    /// A dialogue meeting.
    Meeting(MeetingMention),
    /// A strategy letter that was sent out: its year and title.
    Letter(i16, String),
    /// A person, with the title and unit of a position held today.
    Person(PersonId, String, Option<String>),
}

/// The first `most` things found that are seen, best first, and how many of those found are seen. Eight statements.
///
/// # Errors
/// A fault of the database.
pub async fn joined(tx: &mut Tx, sight: &Sight, found: &[Found], most: usize) -> Result<(Vec<FoundRow>, usize), Fault> {
    let ids = |kind: SubjectKind| -> Vec<Uuid> { found.iter().filter(|f| f.kind == kind.as_str()).map(|f| f.id).collect() };
    let mut rows: Vec<(Uuid, FoundRow)> = elements(tx, sight, &ids(SubjectKind::Element)).await?;
    rows.extend(units(tx, sight, &ids(SubjectKind::Unit)).await?);
    let agreements: Vec<AgreementId> = ids(SubjectKind::Agreement).into_iter().map(AgreementId).collect();
    let mentions = agreement_mentions(tx, sight, &agreements).await?;
    rows.extend(mentions.into_iter().map(|one| (one.id.0, FoundRow::Agreement(one))));
    let cases: Vec<CaseId> = ids(SubjectKind::Case).into_iter().map(CaseId).collect();
    let cases = case_mentions(tx, sight, &cases).await?;
    rows.extend(cases.into_iter().map(|one| (one.id.0, FoundRow::Case(one))));
    let meetings = meeting_mentions(tx, sight, &ids(SubjectKind::Meeting)).await?;
    rows.extend(meetings.into_iter().map(|one| (one.id.0, FoundRow::Meeting(one))));
    let letters = letter_mentions(tx, sight, &ids(SubjectKind::Letter)).await?;
    rows.extend(letters.into_iter().map(|(id, year, title)| (id.0, FoundRow::Letter(year, title))));
    rows.extend(people(tx, sight, &ids(SubjectKind::Person)).await?);
    rows.sort_by_cached_key(|(id, _)| found.iter().position(|f| f.id == *id));
    let total = rows.len();
    Ok((rows.into_iter().map(|(_, row)| row).take(most).collect(), total))
}

async fn elements(tx: &mut Tx, sight: &Sight, ids: &[Uuid]) -> Result<Vec<(Uuid, FoundRow)>, Fault> {
    let sql = spoken(
        tx.engine(),
        concat!(
            mine!(),
            "SELECT ",
            mention_columns!(),
            "
         FROM rows_of($5) r CROSS JOIN element e ",
            owner!(),
            "
         WHERE e.municipality_id = $1 AND e.id = id_of(r.value ->> 0) AND ",
            seen!()
        ),
    );
    let rows: Vec<MentionRow> = on!(tx, c => seen_by!(sight, sqlx::query_as(sql))
        .bind(id_rows(ids.iter().copied())).fetch_all(c).await)
    .map_err(doing("reading the elements found"))?;
    let found = |row: MentionRow| row.mention().map(|element| (element.id.0, FoundRow::Element(element)));
    rows.into_iter().map(found).collect()
}

async fn units(tx: &mut Tx, sight: &Sight, ids: &[Uuid]) -> Result<Vec<(Uuid, FoundRow)>, Fault> {
    let sql = spoken(
        tx.engine(),
        "SELECT u.id, u.serial, u.name, u.level, a.name
         FROM rows_of($2) r CROSS JOIN unit u
         LEFT JOIN unit a ON a.municipality_id = $1 AND a.id = u.parent_id
         WHERE u.municipality_id = $1 AND u.id = id_of(r.value ->> 0)",
    );
    let rows: Vec<(Uuid, i64, String, String, Option<String>)> = on!(tx, c => sqlx::query_as(sql)
        .bind(sight.municipality().0).bind(id_rows(ids.iter().copied())).fetch_all(c).await)
    .map_err(doing("reading the units found"))?;
    rows.into_iter()
        .map(|(id, serial, name, level, above)| Ok((id, FoundRow::Unit(UnitMention::new(id, serial, name), key(&level)?, above))))
        .collect()
}

async fn people(tx: &mut Tx, sight: &Sight, ids: &[Uuid]) -> Result<Vec<(Uuid, FoundRow)>, Fault> {
    let sql = spoken(
        tx.engine(),
        "SELECT p.id, p.name, min(po.title || ', ' || u.name)
         FROM rows_of($2) r CROSS JOIN person p
         LEFT JOIN position po ON po.municipality_id = $1 AND po.person_id = p.id
            AND po.valid_from <= $3 AND (po.valid_to IS NULL OR po.valid_to >= $3)
         LEFT JOIN unit u ON u.municipality_id = $1 AND u.id = po.unit_id
         WHERE p.municipality_id = $1 AND p.id = id_of(r.value ->> 0)
         GROUP BY p.id, p.name",
    );
    let rows: Vec<(Uuid, String, Option<String>)> = on!(tx, c => sqlx::query_as(sql)
        .bind(sight.municipality().0).bind(id_rows(ids.iter().copied())).bind(crate::value::date(sight.on())).fetch_all(c).await)
    .map_err(doing("reading the people found"))?;
    Ok(rows.into_iter().map(|(id, name, position)| (id, FoundRow::Person(id.into(), name, position))).collect())
}
