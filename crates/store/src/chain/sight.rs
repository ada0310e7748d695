//! Which elements somebody sees. What is in force, or was, all who are logged in see. What is being written, those see who
//! work in its unit or above it; what is proposed, whoever has any position there, so the elected too. Those who work for
//! the whole municipality see all of it.
//!
//! A query that lists elements is put together from three parts: [`mine!`] before it, [`seen!`] among its conditions (the
//! element is called `e`), and [`seen_by!`] around it, which binds `$1` to `$4`. Its own parameters begin at `$5`.

/// The units somebody has to do with on a day, and every unit below them: `works` where a post there is one of the
/// administration's. The elected and the boards decide or advise; they do not write.
macro_rules! mine {
    () => {
        "WITH RECURSIVE mine(unit_id, works) AS (
            SELECT po.unit_id, po.role NOT IN ('council-member', 'committee-member', 'committee-chair', 'board-member')
            FROM position po
            WHERE po.municipality_id = $1 AND po.valid_from <= $3 AND (po.valid_to IS NULL OR po.valid_to >= $3)
              AND (po.person_id = $2 OR po.id IN (
                   SELECT s.position_id FROM stand_in s
                   WHERE s.municipality_id = $1 AND s.person_id = $2 AND s.valid_from <= $3 AND (s.valid_to IS NULL OR s.valid_to >= $3)))
            UNION
            SELECT u.id, m.works FROM unit u JOIN mine m ON u.parent_id = m.unit_id WHERE u.municipality_id = $1
         ) "
    };
}
pub(crate) use mine;

/// What [`mine!`] is, and `held`: the units in which somebody has a post, and whether it leads the unit.
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
pub(crate) use posts;

/// The condition under which the element `e` is seen.
macro_rules! seen {
    () => {
        "($4 OR e.state IN ('adopted', 'closed', 'superseded')
           OR (e.state = 'proposed' AND e.owner_id IN (SELECT m.unit_id FROM mine m))
           OR (e.state IN ('draft', 'returned', 'withdrawn') AND e.owner_id IN (SELECT m.unit_id FROM mine m WHERE m.works)))"
    };
}
pub(crate) use seen;

/// Binds whose sight it is.
macro_rules! seen_by {
    ($sight:expr, $query:expr) => {
        $query
            .bind($sight.municipality().0)
            .bind($sight.person().map(|p| p.0))
            .bind($crate::value::date($sight.on()))
            .bind($sight.sees_everything())
    };
}
pub(crate) use seen_by;
