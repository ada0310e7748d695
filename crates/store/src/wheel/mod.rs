//! The annual wheel in the database: what people changed about steps, what the steps have come to, and the secret addresses of
//! calendars. The steps themselves stand in the model.

mod addresses;
mod changes;
mod products;

pub use addresses::{Address, account_of, address, make_address, revoke_address};
pub use changes::{ChangedRow, change, changes, lines_of_positions, save_change};
pub use products::{DecidedRow, decided};
