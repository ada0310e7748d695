//! Deeds on the organisation. The pattern the other subjects copy: load, ask, decide, save, tell.

mod export;
pub mod import;
mod import_file;
mod import_undo;
mod positions;
mod reads;
mod units;

pub use export::export;
pub use positions::{appoint_stand_in, edit_person, end_position, enter_person, hand_position, set_up_position};
pub use reads::{
    PersonPage, PositionPage, UnitPage, people, person_page, position_page, position_titles, unit_options, unit_page, units,
};
pub use units::{close_unit, edit_unit, establish_unit};
