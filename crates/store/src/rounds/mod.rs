//! Follow-up in the database: rounds, the reports on goals, what documents them, and what comes back down.
//!
//! `round` and `report` load and save; `evidence` and `words` what stands around a report; `sheet` is a leader's page.
//! A unit's page in a round is put together in three steps: `ground` loads flat rows, `tally` counts them (and knows no
//! database), `page` fills in what people wrote. A round that closes is counted by the same `tally`, over rows loaded once
//! for every unit, and kept to the byte in `frozen`. `compare`, `late`, `lamps` and `tasks` read across units and rounds.
//!
//! A goal that is no longer in force counts nowhere: while the round runs by its own state, after it closed by
//! `report.outside`, which the closing fixed. What is submitted everybody sees; what is being written or was sent back,
//! only those who work in its unit or above it, and whoever answers for the goal: `words_seen!`.

mod compare;
mod evidence;
mod feedback;
mod frozen;
mod ground;
mod history;
mod lamps;
mod late;
mod measures;
mod page;
mod read;
mod report;
mod round;
mod save;
mod sheet;
mod tally;
mod tasks;
mod words;

pub use compare::{Compared, compare};
pub use evidence::{evidence, evidence_bytes, evidence_of, remove_evidence, save_evidence};
pub use feedback::{
    FeedbackRow, consequences_of, feedback, feedback_from, feedback_to, same_consequence, save_consequence, save_feedback,
};
pub use frozen::{KeptPage, kept_bytes, kept_round_page, pages_to_freeze, save_round_pages};
pub use history::{GoalMark, UnitSpread, marks_of_goal, spreads_of_element, spreads_of_unit};
pub use lamps::{UnitLamp, lamps};
pub use late::{LateUnit, late};
pub use measures::{FeedbackMeasures, feedback_measures};
pub use page::round_page;
pub use report::{Asked, Before, before, report, reports};
pub use round::{RoundMention, RoundRow, last_closed, latest, open_round, round, round_at, rounds, save_round, to_ask};
pub use save::{ReportSave, move_reports, save_reports};
pub use sheet::{SheetGoal, sheet};
pub use tasks::{RoundTask, RoundTaskAsk, RoundTaskOf, RoundTasks, round_tasks, round_tasks_of_all};
pub use words::{assessment, judgement, judgements_by_owner, judgements_of, save_assessment, save_judgement};

/// The condition under which a report counts: the goal is in force while the round runs, and was when it closed. The round is
/// called `n`, the report `r`, the goal `e`.
macro_rules! counts {
    () => {
        "(NOT r.outside AND (n.state = 'closed' OR e.state = 'adopted'))"
    };
}
pub(crate) use counts;

/// After `mine!()`: the positions that are held, or stood in for, that day.
macro_rules! held {
    () => {
        ", held(position_id) AS (
            SELECT po.id FROM position po
            WHERE po.municipality_id = $1 AND po.person_id = $2 AND po.valid_from <= $3 AND (po.valid_to IS NULL OR po.valid_to >= $3)
            UNION
            SELECT s.position_id FROM stand_in s
            WHERE s.municipality_id = $1 AND s.person_id = $2 AND s.valid_from <= $3 AND (s.valid_to IS NULL OR s.valid_to >= $3)
         ) "
    };
}
pub(crate) use held;

/// The condition under which what people wrote in the report `r` is seen.
macro_rules! words_seen {
    () => {
        "($4 OR r.state IN ('submitted', 'accepted') OR r.unit_id IN (SELECT m.unit_id FROM mine m WHERE m.works)
           OR (r.responsible_id IS NOT NULL AND r.responsible_id IN (SELECT h.position_id FROM held h)))"
    };
}
pub(crate) use words_seen;
