//! Which cases somebody sees. What is on an agenda, and what was decided, all who are logged in see, unless it is closed. What
//! is being written, or was withdrawn, those see who work in the unit that prepares it or above it, and whoever leads the
//! body. A closed case is seen only by those who have a post in the body (while it is being written: who lead it). Those who
//! work for the whole municipality see all of it.
//!
//! A query is put together as one about elements is (see `chain::sight`), with [`posts!`] in the place of `mine!`; the case is
//! called `k`.

pub(super) use crate::chain::sight::posts;

/// The condition under which the case `k` is seen.
macro_rules! case_seen {
    () => {
        "($4 OR k.body_id IN (SELECT h.unit_id FROM held h WHERE h.leads)
           OR (k.state IN ('ready', 'decided') AND (NOT k.is_closed OR k.body_id IN (SELECT h.unit_id FROM held h)))
           OR (NOT k.is_closed AND k.unit_id IN (SELECT m.unit_id FROM mine m WHERE m.works)))"
    };
}
pub(super) use case_seen;
