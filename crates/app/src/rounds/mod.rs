//! Deeds of follow-up, each in five beats: load, ask, decide, save, tell.
//!
//! `keeping` is the life of a round, from the calendar until it is frozen; `reporting` is what units write and send up, and
//! `judging` what those above say to it; `evidence` is what documents a report; `answering` is a unit's own assessment, and
//! what comes back down; `reads` is what the pages show. `taking` is how every deed takes a round and its reports up.
//!
//! A deed on a version that is no longer the newest is a conflict, and is told so before any rule is asked. Whatever concerns
//! many goals is done for all of them or for none, except keeping drafts: there every text that can be kept is kept.

mod answering;
mod evidence;
mod judging;
mod keeping;
mod reads;
mod reporting;
mod taking;

pub use answering::{FeedbackTo, answer_feedback, assess, give_consequence, give_feedback, judge};
pub use evidence::{Attached, attach_evidence, remove_evidence};
pub use judging::{accept_reports, hand_over_reports, return_report};
pub use keeping::{Opened, close_round, consolidate_round, open_round, plan_round, reopen_round, reschedule_round};
pub use pejl_domain::rounds::deeds::{Schedule, Unanswered};
pub use pejl_store::rounds::{
    Asked, Before, Compared, FeedbackMeasures, FeedbackRow, GoalMark, LateUnit, RoundMention, RoundRow, RoundTask, RoundTaskOf,
    RoundTasks, SheetGoal, UnitLamp, UnitSpread, assessment, consequences_of, feedback, feedback_from, feedback_to, judgement,
    judgements_by_owner, judgements_of, lamps, last_closed, latest, marks_of_goal, spreads_of_element, spreads_of_unit,
};
pub use reads::{
    EvidenceFile, ReportPage, Sheet, SheetLine, Verified, compare, evidence_file, frozen_body, late, measures, report_page, round,
    round_at, round_page, rounds, sheet, tasks, tasks_of_all, to_judge, unanswered, verify_round,
};
pub use reporting::{GoalRefused, Kept, KeptOutcome, Submission, Typed, submit_reports, write_reports};
pub use taking::{feedback_facts, receivers, report_facts, unit_facts};
