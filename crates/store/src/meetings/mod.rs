//! Dialogue meetings in the database: planned, prepared, noted, worded; and the committee's briefing.
//!
//! `meeting` loads, lists and saves a meeting; `seats` is who holds it and who is invited, also after units have merged;
//! `brought` what the units bring; `notes` what was said and `drafts` what was worded from it; `comments` what was said to the
//! minutes; `trail` the way from an element back to all that; `ahead` what is not over yet; `briefing` a committee's paper, `ground` what it is drawn from.
//!
//! Everybody who is logged in sees that a meeting is held and by whom. What a unit writes, others than its own people see
//! when it is ready; that is asked where it is shown, for it takes the actor's posts and not rows.

mod ahead;
mod briefing;
mod brought;
mod comments;
mod drafts;
mod ground;
mod meeting;
mod notes;
mod read;
mod seats;
mod trail;

pub use ahead::{OpenSeat, open_seats};
pub use briefing::{BriefingRow, briefing, briefing_body, briefings, save_briefing};
pub use brought::{BroughtRow, InputRow, brought, brought_all, inputs, save_brought, save_input};
pub use comments::{CommentRow, comments, save_comment};
pub use drafts::{DraftRow, Wording, draft, draft_by_key, drafts, live_guidepost_titled, save_draft, wordings};
pub use ground::{FigureReported, UnitMoved, Voice, figures_reported, units_moved, voices};
pub use meeting::{MeetingMention, MeetingRow, meeting, meeting_at, meeting_mentions, meetings, save_meeting};
pub use notes::{NoteRow, contribution, contribution_by_key, contributions, note_contribution, save_contribution, times_used};
pub use seats::{Part, Seat, keepers, kind_below, members, seats, units_meant};
pub use trail::{Origin, Remark, origins};
