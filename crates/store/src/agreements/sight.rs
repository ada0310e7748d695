//! Which agreements somebody sees. What is in force, or was, all who are logged in see. What is being written, those see who
//! work in an agent's unit or above it, and whoever leads the principal; from the dialogue on everybody with a post in the
//! principal; from the hearing on everybody with a post in an agent's unit, who are heard about it; and what is submitted,
//! whoever has any post above, for the body that approves it may sit above the principal. Those who work for the whole
//! municipality see all of it.
//!
//! While an amendment is written, those who do not see the draft see the edition in force: [`shown_state!`] is the state as
//! they see it.
//!
//! A query is put together as one about elements is (see `chain::sight`), with [`posts!`] in the place of `mine!`; the
//! agreement is called `a`.

pub(super) use crate::chain::sight::posts;

/// The condition under which the working copy of the agreement `a` is seen. Where nothing is being written, it is the text in
/// force.
macro_rules! sees_draft {
    () => {
        "($4 OR a.state IN ('approved', 'reported', 'closed')
           OR a.principal_id IN (SELECT h.unit_id FROM held h WHERE h.leads)
           OR (a.state IN ('dialogue', 'submitted', 'returned') AND a.principal_id IN (SELECT h.unit_id FROM held h))
           OR EXISTS (
              SELECT 1 FROM agreement_agent sa
              WHERE sa.municipality_id = $1 AND sa.agreement_id = a.id AND (
                 sa.unit_id IN (SELECT m.unit_id FROM mine m WHERE m.works)
                 OR (a.state = 'submitted' AND sa.unit_id IN (SELECT m.unit_id FROM mine m))
                 OR (a.state IN ('hearing', 'dialogue', 'submitted', 'returned') AND sa.unit_id IN (SELECT h.unit_id FROM held h)))))"
    };
}
pub(super) use sees_draft;

/// The condition under which the agreement `a` is seen at all.
macro_rules! agreement_seen {
    () => {
        concat!("(a.edition > 0 OR ", $crate::agreements::sight::sees_draft!(), ")")
    };
}
pub(super) use agreement_seen;

/// The state of the agreement `a`, which is seen, as its reader sees it.
macro_rules! shown_state {
    () => {
        concat!("CASE WHEN ", $crate::agreements::sight::sees_draft!(), " THEN a.state ELSE 'approved' END")
    };
}
pub(super) use shown_state;
