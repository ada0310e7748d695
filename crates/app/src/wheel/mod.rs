//! The annual wheel: what people do with its steps, whose wheel it is, what the pages show, and the secret address of one's
//! own calendar.
//!
//! `keeping` is the deeds on a step; `seats` says whose wheel is looked at; `reads` what pages show and `tasks` what steps
//! ask of somebody; `calendars` is the addresses.

mod calendars;
mod keeping;
mod reads;
mod seats;
mod tasks;

pub use calendars::{Calendar, address, make_calendar, revoke_calendar};
pub use keeping::{Named, close_step, entrust_step, move_step, put_back_step, reopen_step};
pub use pejl_domain::wheel::deeds::NewDays;
pub use pejl_store::agreements::MadeIn;
pub use pejl_store::wheel::{Address, ChangedRow, DecidedRow};
pub use reads::{CameOf, StepPage, WheelYear, came_of, step_page, wheel_years};
pub use seats::{Seats, own_seats, seats};
pub use tasks::{StepTask, StepTaskOf, WheelHome, home, tasks_of_all};
