//! The fast path by which a synthetic municipality is written: many rows a statement, every constraint of the schema kept,
//! and a whole audit trail. Nothing that people do goes this way.

use jiff::Timestamp;
use pejl_domain::Event;
use pejl_domain::chain::{Decision, Element, Outcome};
use pejl_domain::models::Key;
use pejl_domain::orgs::{Person, Position, Unit};
use pejl_kernel::{ElementId, PersonId};
use pejl_policy::Permit;
use sqlx::{Postgres, QueryBuilder, Sqlite};

use crate::audit::{self, Subject, SubjectKind};
use crate::chain::{ReadOut, searched, written};
use crate::db::Tx;
use crate::fault::{Fault, doing};
use crate::search;
use crate::value::{Ts, date, maybe_date};

/// Rows a statement: the widest table has 28 columns, and SQLite binds at most 32,766 values.
const ROWS: usize = 400;

/// A whole municipality's organisation and chain.
#[derive(Default)]
pub struct Bulk {
    /// Units, parents before children.
    pub units: Vec<Unit>,
    /// People.
    pub people: Vec<Person>,
    /// Positions.
    pub positions: Vec<Position>,
    /// Decisions.
    pub decisions: Vec<Decision>,
    /// Elements; one that is replaced comes after what replaces it.
    pub elements: Vec<Element>,
    /// Child, parent.
    pub ties: Vec<(ElementId, ElementId)>,
    /// Element, what stands beside it.
    pub beside: Vec<(ElementId, ElementId)>,
    /// What happened to elements, oldest first.
    pub events: Vec<(Timestamp, PersonId, ElementId, Event)>,
    /// The highest running numbers given out, by series.
    pub numbers: Vec<(String, i64)>,
}

/// Inserts many rows with few statements; the same binds on either engine.
macro_rules! insert {
    ($tx:expr, $doing:literal, $into:literal, $rows:expr, |$b:ident, $row:ident| $binds:block) => {
        for chunk in $rows.chunks(ROWS) {
            crate::meter::counted(async {
                match $tx {
                    Tx::Sqlite(tx) => {
                        let mut query = QueryBuilder::<Sqlite>::new($into);
                        query.push_values(chunk, |mut $b, $row| $binds);
                        query.build().execute(&mut **tx).await.map(|_| ())
                    }
                    Tx::Postgres(tx) => {
                        let mut query = QueryBuilder::<Postgres>::new($into);
                        query.push_values(chunk, |mut $b, $row| $binds);
                        query.build().execute(&mut **tx).await.map(|_| ())
                    }
                }
            })
            .await
            .map_err(doing($doing))?;
        }
    };
}

/// Writes it all. `adopted_at` is when the first editions were frozen.
///
/// # Errors
/// A fault of the database, among them any constraint the rows break.
pub async fn write(tx: &mut Tx, permit: &Permit, adopted_at: Timestamp, bulk: &Bulk) -> Result<(), Fault> {
    let municipality = permit.municipality().0;
    insert!(
        tx,
        "writing units",
        "INSERT INTO unit (municipality_id, id, serial, foreign_id, name, level, kind, area, parent_id, service, valid_from, valid_to, successor_id, version) ",
        bulk.units,
        |b, unit| {
            let c = &unit.content;
            b.push_bind(municipality)
                .push_bind(unit.id.0)
                .push_bind(unit.serial)
                .push_bind(unit.foreign_id.clone())
                .push_bind(c.name.to_string())
                .push_bind(c.level.to_string())
                .push_bind(c.kind.as_ref().map(Key::to_string))
                .push_bind(c.area.clone())
                .push_bind(c.parent.map(|p| p.0))
                .push_bind(c.function.as_str())
                .push_bind(date(c.from))
                .push_bind(maybe_date(unit.to))
                .push_bind(unit.successor.map(|s| s.0))
                .push_bind(1i64);
        }
    );
    insert!(
        tx,
        "writing people",
        "INSERT INTO person (municipality_id, id, foreign_id, name, email, version) ",
        bulk.people,
        |b, person| {
            b.push_bind(municipality)
                .push_bind(person.id.0)
                .push_bind(person.foreign_id.clone())
                .push_bind(person.content.name.to_string())
                .push_bind(person.content.email.clone())
                .push_bind(1i64);
        }
    );
    insert!(
        tx,
        "writing positions",
        "INSERT INTO position (municipality_id, id, unit_id, person_id, role, title, valid_from, valid_to, version) ",
        bulk.positions,
        |b, position| {
            let c = &position.content;
            b.push_bind(municipality)
                .push_bind(position.id.0)
                .push_bind(c.unit.0)
                .push_bind(c.person.map(|p| p.0))
                .push_bind(c.role.as_str())
                .push_bind(c.title.to_string())
                .push_bind(date(c.span.from))
                .push_bind(maybe_date(c.span.to))
                .push_bind(1i64);
        }
    );
    insert!(
        tx,
        "writing decisions",
        "INSERT INTO decision (municipality_id, id, body_id, level, decided_on, case_number, text) ",
        bulk.decisions,
        |b, decision| {
            b.push_bind(municipality)
                .push_bind(decision.id.0)
                .push_bind(decision.body.0)
                .push_bind(decision.level.to_string())
                .push_bind(date(decision.on))
                .push_bind(decision.case_number.to_string())
                .push_bind(decision.text.to_string());
        }
    );
    elements(tx, permit, adopted_at, bulk).await?;
    insert!(tx, "writing ties", "INSERT INTO contribution (municipality_id, child_id, parent_id) ", bulk.ties, |b, tie| {
        b.push_bind(municipality).push_bind(tie.0.0).push_bind(tie.1.0);
    });
    insert!(
        tx,
        "writing what stands beside",
        "INSERT INTO accompaniment (municipality_id, element_id, beside_id) ",
        bulk.beside,
        |b, tie| {
            b.push_bind(municipality).push_bind(tie.0.0).push_bind(tie.1.0);
        }
    );
    insert!(
        tx,
        "writing running numbers",
        "INSERT INTO running_number (municipality_id, series, last) ",
        bulk.numbers,
        |b, number| {
            b.push_bind(municipality).push_bind(number.0.clone()).push_bind(number.1);
        }
    );
    search_entries(tx, permit, bulk).await?;
    trail(tx, permit, bulk).await
}

async fn elements(tx: &mut Tx, permit: &Permit, adopted_at: Timestamp, bulk: &Bulk) -> Result<(), Fault> {
    let municipality = permit.municipality().0;
    let mut rows = Vec::with_capacity(bulk.elements.len());
    for element in &bulk.elements {
        rows.push((element, ReadOut::of(&element.content), written(&element.content)?));
    }
    insert!(
        tx,
        "writing elements",
        "INSERT INTO element (municipality_id, id, kind, prefix, year, serial, owner_id, level, state, outcome, decision_id, replaced_by, note, edition, version, content, title, orientation, measure, scope, progress, starts_on, due_on, responsible_id, has_effect, is_measurable, has_baseline, has_money) ",
        rows,
        |b, row| {
            let (element, out, content) = (row.0, &row.1, row.2.clone());
            let number = element.number;
            b.push_bind(municipality)
                .push_bind(element.id.0)
                .push_bind(element.kind.as_str())
                .push_bind(number.prefix.letters())
                .push_bind(i64::from(number.year))
                .push_bind(i64::from(number.serial))
                .push_bind(element.owner.0)
                .push_bind(element.level.to_string())
                .push_bind(element.state.name().as_str())
                .push_bind(element.state.outcome().map(Outcome::as_str))
                .push_bind(element.decision.map(|d| d.0))
                .push_bind(element.replaced_by.map(|e| e.0))
                .push_bind(element.note.to_string())
                .push_bind(i64::from(element.edition))
                .push_bind(1i64)
                .push_bind(content)
                .push_bind(element.content.title.to_string())
                .push_bind(out.orientation)
                .push_bind(out.measure)
                .push_bind(out.scope)
                .push_bind(out.progress)
                .push_bind(maybe_date(out.starts_on))
                .push_bind(maybe_date(out.due_on))
                .push_bind(out.responsible.map(|p| p.0))
                .push_bind(out.facts.has_effect)
                .push_bind(out.facts.is_measurable)
                .push_bind(out.facts.has_baseline)
                .push_bind(out.facts.has_money);
        }
    );
    let frozen: Vec<_> = rows.iter().filter(|(element, ..)| element.edition > 0).collect();
    insert!(
        tx,
        "writing editions",
        "INSERT INTO element_edition (municipality_id, element_id, edition, content, reason, decision_id, at) ",
        frozen,
        |b, row| {
            b.push_bind(municipality)
                .push_bind(row.0.id.0)
                .push_bind(i64::from(row.0.edition))
                .push_bind(row.2.clone())
                .push_bind("")
                .push_bind(row.0.decision.map(|d| d.0))
                .push_bind(Ts(adopted_at));
        }
    );
    Ok(())
}

async fn search_entries(tx: &mut Tx, permit: &Permit, bulk: &Bulk) -> Result<(), Fault> {
    let municipality = permit.municipality();
    let fence = search::fence(municipality);
    let units = bulk
        .units
        .iter()
        .map(|u| (SubjectKind::Unit, u.id.0, format!("{} {}", u.number(), u.content.name), u.content.area.clone()));
    let people = bulk.people.iter().map(|p| (SubjectKind::Person, p.id.0, p.content.name.to_string(), p.content.email.clone()));
    let elements = bulk.elements.iter().map(|e| {
        let (title, body) = searched(e);
        (SubjectKind::Element, e.id.0, title, body)
    });
    let entries: Vec<_> = units.chain(people).chain(elements).collect();
    insert!(
        tx,
        "indexing for search",
        "INSERT INTO search_entry (municipality_id, subject_kind, subject_id, fence, title, body) ",
        entries,
        |b, entry| {
            b.push_bind(municipality.0)
                .push_bind(entry.0.as_str())
                .push_bind(entry.1)
                .push_bind(fence.clone())
                .push_bind(entry.2.clone())
                .push_bind(entry.3.clone());
        }
    );
    Ok(())
}

async fn trail(tx: &mut Tx, permit: &Permit, bulk: &Bulk) -> Result<(), Fault> {
    let events = bulk.events.iter();
    let told =
        events.map(|(at, person, element, event)| (*at, *person, Subject { kind: SubjectKind::Element, id: element.0 }, event));
    let (lines, head) = audit::sealed(tx, permit, told).await?;
    insert!(
        tx,
        "writing the audit trail",
        "INSERT INTO audit_line (municipality_id, serial, at, person_id, standing_in_for, action, subject_kind, subject_id, event, previous_hash, hash) ",
        lines,
        |b, line| {
            b.push_bind(permit.municipality().0)
                .push_bind(line.serial)
                .push_bind(Ts(line.at))
                .push_bind(line.person.0)
                .push_bind(None::<uuid::Uuid>)
                .push_bind(permit.action().as_str())
                .push_bind(line.subject.kind.as_str())
                .push_bind(line.subject.id)
                .push_bind(line.event.clone())
                .push_bind(line.previous.clone())
                .push_bind(line.hash.clone());
        }
    );
    audit::move_head(tx, permit.municipality(), &head).await
}
