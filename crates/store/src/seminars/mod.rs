//! Goal seminars in the database: `seminar` loads, lists and saves them; `proposals` what is put before one; `commissions` the
//! policies it asks for; `standing` what is in force when it meets; `origins` the way back from an element to what was
//! proposed, and forward to goals that wait for a policy.
//!
//! Whatever is saved in a seminar turns it: `turns` is how somebody who concludes it shows that nothing has changed since they
//! looked.

mod commissions;
mod origins;
mod proposals;
mod read;
mod seminar;
mod standing;

pub use commissions::{commissions, remove_commission, save_commission, save_policy};
pub use origins::{Origin, OriginPart, WaitingGoal, mentions, origins, waiting_goals};
pub use proposals::{ProposalRow, kept, proposals, save_made, save_proposal, save_proposals};
pub use seminar::{SeminarRow, save_seminar, seminar, seminar_of, seminars};
pub use standing::{StandingRow, freeze_standing, save_standing, standing};
