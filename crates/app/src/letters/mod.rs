//! Deeds on strategy letters, each in five beats: load, ask, decide, save, tell; and what their pages read.
//!
//! `keeping` is the life of a letter, from its first heading until it is sent out; `saying` what leaders and everybody else say
//! to it; `reads` what the pages show. Publishing changes what the model in force asks of agreements, from the same moment on.

mod keeping;
mod reads;
mod saying;

pub use keeping::{
    close_comments, close_letter_input, open_letter_input, publish_letter, reopen_comments, start_letter, write_letter,
};
pub use pejl_domain::letters::Publishing;
pub use pejl_store::agreements::AgreementRow as Reached;
pub use pejl_store::letters::{CommentRow, InputRow, LetterRow, before};
pub use reads::{
    LetterTask, LetterTaskOf, Listed, MOST_REACHED, Reach, comments, history, input, inputs, letter_at, letters, may_keep, newest,
    reach, sealed, tasks, tasks_of_all,
};
pub use saying::{CommentMade, InputGiven, InputSide, answer_input, comment, give_input};
