//! Logging in and out, and keeping logins. Local accounts today; OIDC will come to the same door, [`crate::Office::log_in`]'s
//! neighbour, and end in the same session.

mod doors;
mod logins;
mod passwords;
mod sessions;
mod trail;

pub use doors::{Attempt, LoginRefused};
pub use logins::{
    change_own_password, close_login, create_login, denial_log, end_all_sessions, logins, set_own_password, set_password,
};
pub use passwords::{Password, hash_password};
pub use pejl_store::accounts::{Account, DenialLine, Session};
pub use trail::{audit_page, verify_audit};
