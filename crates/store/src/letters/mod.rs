//! Strategy letters in the database: `letter` loads, lists and saves them; `said` is what people say to them.
//!
//! What a published letter asks of agreements stands in `letter.asked`; `models::municipality_at` reads it together with the
//! model in force.

mod letter;
mod said;

pub use letter::{
    LetterRow, Sent, UnderWay, before, body, givers, letter, letter_at, letter_mentions, letters, save_letter, under_way,
};
pub use said::{CommentRow, InputRow, comments, input, inputs, same_comment, same_input, save_comment, save_input, unanswered};
