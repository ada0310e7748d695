//! Deeds and reads of dialogue meetings: planned, prepared, held, noted, worded, and what comes of it.
//!
//! `keeping` is the life of a meeting, `preparing` what the units bring, `scribing` what is noted and worded in the room,
//! `minutes` the four phases of its minutes, `proposing` how a draft becomes a guidepost of the chain, `briefing` the
//! committee's paper beforehand (`drawing` what it is assembled from). `reads` is what pages show; `taking` how every deed
//! takes a meeting up; `waiting` is what meetings ask of somebody.
//!
//! A meeting belongs to the committees that hold it *now*: where one was merged, to its successor.

mod briefing;
mod drawing;
mod keeping;
mod minutes;
mod preparing;
mod proposing;
mod reads;
mod scribing;
mod taking;
mod waiting;

pub use briefing::{begin_briefing, briefing_facts, draw_briefing, edit_briefing, send_briefing};
pub use keeping::{cancel_meeting, choose_form, edit_meeting, end_meeting, invite, plan_meeting, resume_meeting, start_meeting};
pub use minutes::{amend_minutes, approve_minutes, circulate_minutes, comment_minutes, write_minutes};
pub use pejl_domain::meetings::talk::{Said, Worded};
pub use pejl_store::meetings::{
    BriefingRow, BroughtRow, CommentRow, DraftRow, InputRow, MeetingRow, NoteRow, Origin, Part, Remark, Seat, Wording,
};
pub use preparing::{give_input, prepare};
pub use proposing::propose_draft;
pub use reads::{
    BriefingPage, MeetingPage, briefing_page, briefings, by_serial, draft_as_it_stands, meeting_page, meetings, origins,
};
pub use scribing::{attend, mend_contribution, note, reword_draft, strike_contribution, strike_draft, word_draft};
pub use taking::{host_facts, may, prepare_facts};
pub use waiting::{MeetingHome, MeetingTask, MeetingTaskOf, NextMeeting, home, tasks_of_all};
