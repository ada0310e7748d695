//! The house keeps itself tidy: what must not be there is looked for, and what would be right is said.
//!
//! Each rule is a function from sources to faults, tried on a small bad example and then on the house itself.
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test throughout

#[allow(dead_code)] // it serves the test of words too
mod code;
mod floors;
mod names;
mod rooms;
mod words;

use code::Source;

/// Fails with every fault, one a line.
fn none(faults: Vec<String>) {
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn every_floor_imports_only_what_stands_below_it() {
    none(floors::imports(&floors::house()));
}

#[test]
fn every_floor_keeps_to_its_kind_of_work() {
    none(floors::outside(&floors::house()));
}

#[test]
fn a_subject_never_uses_a_later_subjects_nouns() {
    none(rooms::order(&code::program()));
}

#[test]
fn no_room_is_named_after_nothing() {
    none(rooms::named_after_nothing(&code::program()));
}

#[test]
fn no_file_is_longer_than_five_hundred_lines() {
    none(rooms::too_long(&code::program()));
}

#[test]
fn only_the_clock_tells_the_time_and_only_the_mint_makes_ids() {
    none(rooms::ambient(&code::program()));
}

#[test]
fn sql_stands_in_the_store() {
    none(rooms::sql(&code::program()));
}

#[test]
fn no_municipality_is_named_in_the_program() {
    none(names::municipalities(&code::program()));
}

#[test]
fn nothing_names_the_machine_it_was_written_on() {
    none(names::machines(&code::everything()));
}

#[test]
fn words_for_people_stand_in_the_catalogues() {
    none(words::in_rust(&code::program()));
    none(words::in_templates(&code::templates()));
}

/// One source that a rule is tried on.
fn example(path: &str, text: &str) -> Vec<Source> {
    vec![Source::new(path, text)]
}
