//! Which cases somebody sees. What is on an agenda, and what was decided, all who are logged in see, unless it is closed. What
//! is being written, or was withdrawn, those see who work in the unit that prepares it or above it, and whoever leads the
//! body. A closed case is seen only by those who have a post in the body (while it is being written: who lead it). Those who
//! work for the whole municipality see all of it.
//!
//! A query is put together as one about elements is (see `chain::sight`), with [`posts!`] in the place of `mine!`; the case is
//! called `k`.

/// The units somebody has to do with, see `chain::sight`, and those in which somebody has a post: `leads` where it leads the
/// unit.
macro_rules! posts {
    () => {
        concat!(
            $crate::chain::sight::mine!(),
            ", held(unit_id, leads) AS (
            SELECT po.unit_id, po.role IN ('committee-chair', 'chief-executive', 'director', 'department-head', 'institution-leader')
            FROM position po
            WHERE po.municipality_id = $1 AND po.valid_from <= $3 AND (po.valid_to IS NULL OR po.valid_to >= $3)
              AND (po.person_id = $2 OR po.id IN (
                   SELECT s.position_id FROM stand_in s
                   WHERE s.municipality_id = $1 AND s.person_id = $2 AND s.valid_from <= $3 AND (s.valid_to IS NULL OR s.valid_to >= $3)))
         ) "
        )
    };
}
pub(super) use posts;

/// The condition under which the case `k` is seen.
macro_rules! case_seen {
    () => {
        "($4 OR k.body_id IN (SELECT h.unit_id FROM held h WHERE h.leads)
           OR (k.state IN ('ready', 'decided') AND (NOT k.is_closed OR k.body_id IN (SELECT h.unit_id FROM held h)))
           OR (NOT k.is_closed AND k.unit_id IN (SELECT m.unit_id FROM mine m WHERE m.works)))"
    };
}
pub(super) use case_seen;
