//! The organisation in the database.

mod imports;
mod people;
mod positions;
mod units;

pub use imports::{
    Entered, ImportRow, ImportState, every_unit, everybody, fail_import, finish_import, import, import_texts, imports,
    index_people, index_units, insert_people, insert_positions, insert_units, keep_import, leading_positions, next_numbers,
    take_away, update_person, update_unit, versions,
};
pub use people::{PersonFilter, PersonRow, email_taken, list_people, person, save_person};
pub use positions::{
    Holding, leading_positions_below, position, position_titles, positions_of_person, positions_of_unit, posts, save_position,
    save_stand_in, stand_ins,
};
pub use units::{
    UnitFilter, UnitInLine, UnitRow, bodies, children, levels_below, line, lines_of_level, list_units, open_units_below, save_unit,
    unit, unit_by_serial, unit_options,
};
