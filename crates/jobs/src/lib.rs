//! What Pejl does without being asked: reminders are written, and sent by mail.
//!
//! The same deeds as the pages use, from another caller. `words` makes a mail out of what waits for somebody; `post` hands it to
//! a mail server; `reminding` goes round: every municipality's day once, then every mail whose time has come. Everything that two
//! nodes must agree on is in the database: any number of nodes may go round at once.

mod post;
mod reminding;
mod words;

pub use post::{Post, PostFault, PostSettings, Unsent};
pub use reminding::{Reminding, Round, Running, begin};
pub use words::InWords;
