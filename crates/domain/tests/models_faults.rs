//! Each fault a model can have: the sound model with one change is refused for that one thing, at its line, with a
//! mend that can be followed. The yes and the no differ in one line.
#![allow(clippy::unwrap_used, clippy::expect_used)] // a helper of a test may fail loudly, as a test may

use pejl_domain::models::{
    fault::{Fault, FaultKind},
    parse,
    report::{Colour, Tongue, diagnostics},
};

const SOUND: &str = include_str!("models/sound.toml");

#[test]
fn the_sound_model_is_sound() {
    if let Err(faults) = parse::parse("model.toml", SOUND) {
        panic!("{}", diagnostics(&faults, Tongue::En, Colour::None));
    }
}

/// The one fault that the sound model has when one text in it is replaced; it must be on the line that holds `at`.
fn only_fault(from: &str, to: &str, at: &str) -> Fault {
    let changed = SOUND.replacen(from, to, 1);
    assert!(changed != SOUND, "the sound model has no {from:?}");
    let faults = parse::parse("model.toml", &changed).expect_err("the change should be a fault");
    let printed = diagnostics(&faults, Tongue::En, Colour::None);
    assert_eq!(faults.list.len(), 1, "one change, one fault:\n{printed}");
    let line = changed.lines().nth(faults.list[0].place.line - 1).unwrap();
    assert!(line.contains(at), "expected on the line with {at:?}:\n{printed}");
    faults.list.into_iter().next().unwrap()
}

macro_rules! refused {
    ($($name:ident: $from:literal => $to:literal, $at:literal, $kind:pat, $advice:literal;)+) => { $(
        #[test]
        fn $name() {
            use FaultKind::*;
            let fault = only_fault($from, $to, $at);
            assert!(matches!(fault.kind, $kind), "{:?}", fault.kind);
            let advice = fault.advises(Tongue::En);
            assert!(advice.contains($advice), "{advice}");
            assert!(!fault.says(Tongue::Da).is_empty() && !fault.advises(Tongue::Da).is_empty());
        }
    )+ };
}

// name: the sound text => the changed text, what its line then holds, what is found, what would be right
mod the_file_itself_is_refused_where {
    use super::*;
    use pejl_domain::models::fault::SyntaxFault::*;

    refused! {
        a_text_does_not_end: "\"Lilleby\"" => "\"Lilleby", "name = \"Lilleby", Syntax(UnclosedText), "put a quote";
        a_text_has_no_quotes: "\"Lilleby\"" => "Lilleby", "name = Lilleby", Syntax(UnquotedText), "put quotes around";
        nothing_follows_the_equals_sign: "\"Lilleby\"" => "", "name =", Syntax(NoValue), "write a value";
        the_equals_sign_is_missing: "name = \"Lilleby\"" => "name \"Lilleby\"", "name \"Lilleby\"", Syntax(NoEquals), "write `key = value`";
        a_heading_does_not_end: "[goal]" => "[goal", "[goal", Syntax(UnclosedHeading), "close the heading";
        a_comma_is_missing_in_a_list: "[\"goals\", \"money\"]" => "[\"goals\" \"money\"]", "covers", Syntax(NoComma), "put a comma";
        a_list_does_not_end: "levels = [\"center\"]" => "levels = [\"center\"", "levels", Syntax(UnclosedList), "put a `]`";
        a_table_in_braces_does_not_end: "en = \"met\" }" => "en = \"met\"", "green", Syntax(UnclosedTable), "put a `}`";
        a_text_of_several_lines_does_not_end: "source = \"Lilleby" => "source = \"\"\"Lilleby", "source", Syntax(UnclosedText), "put a quote";
        a_heading_has_one_bracket_too_few_to_begin_with: "[[step]]\nkey = \"aftaler\"" => "[step]\nkey = \"aftaler\"", "[step]", WrongShape { .. }, "[[step]]";
        a_heading_has_one_bracket_too_few_to_end_with: "[[level]]\nkey = \"center\"" => "[[level]\nkey = \"center\"", "[[level]", Syntax(UnclosedHeading), "close the heading";
        an_entry_that_others_point_to_has_no_key: "key = \"udvalg\"\n" => "", "[[level]]", MissingKey { key: "key", .. }, "add `key = …`";
        an_entry_that_others_point_to_has_a_bad_key: "key = \"udvalg\"" => "key = \"Udvalg\"", "Udvalg", BadKey { .. }, "write `udvalg`";
        a_backslash_begins_nothing: "Lilleby Kommunes" => "C:\\Lilleby", "source", Syntax(BadEscape), "for a backslash";
        a_key_has_danish_letters: "goals-red" => "mål-red", "mål-red", Syntax(UnquotedKey), "only the letters a-z";
        a_day_has_no_quotes: "\"12-31\"" => "12-31", "12-31", Syntax(BadValue), "put quotes around";
        a_key_stands_twice: "slug = \"lilleby\"" => "slug = \"lilleby\"\nslug = \"by\"", "slug = \"by\"", DuplicateKey { .. }, "keep one";
        a_table_is_unknown: "[goal]" => "[goals]", "[goals]", UnknownTable { nearest: Some("goal"), .. }, "write `goal`";
        a_key_stands_outside_any_table: "[municipality]" => "name = \"x\"\n[municipality]", "name = \"x\"", KeyOutsideTable { .. }, "move it below";
        a_key_is_misspelt: "count-within" => "count-witin", "count-witin", UnknownKey { nearest: Some("count-within"), .. }, "write `count-within`";
        a_key_means_nothing: "count-within" => "x7", "x7", UnknownKey { nearest: None, .. }, "write one of `key`, `kind`";
        a_word_is_of_no_noun: "[words.round]" => "[words.raund]", "words.raund", UnknownNoun { nearest: Some("round"), .. }, "write `round`";
        a_value_has_the_wrong_shape: "years = [1]" => "years = \"1\"", "years = \"1\"", WrongShape { .. }, "write a list: `years = [";
        a_single_table_stands_for_a_list: "[[consequence]]" => "[consequence]", "[consequence]", WrongShape { .. }, "[[consequence]]";
        a_table_is_missing: "[municipality]\ncode = \"0999\"\nname = \"Lilleby\"\nslug = \"lilleby\"\n" => "", "money-red", MissingTable { table: "municipality", .. }, "add `[municipality]`";
        a_misspelt_key_is_not_also_said_to_be_missing: "green = {" => "gren = {", "gren", UnknownKey { nearest: Some("green"), .. }, "write `green`";
        a_key_is_missing: "term = \"2022-2025\"\n" => "", "[model]", MissingKey { key: "term", .. }, "add `term = …`";
    }
}

mod a_value_is_refused_where {
    use super::*;

    refused! {
        a_text_has_no_danish: "{ da = \"nået\", en = \"met\" }" => "{ en = \"met\" }", "green", MissingDanish { .. }, "add `da = …`";
        a_word_has_only_english: "[words.round]\nda" => "[words.round]\nen", "en = {", MissingDanish { .. }, "add `da = …`";
        a_text_is_empty: "\"De mindste først\"" => "\"  \"", "\"  \"", EmptyText { .. }, "between the quotes";
        a_form_of_a_word_is_empty: "plural = \"skoler\"" => "plural = \"\"", "plural = \"\"", EmptyText { .. }, "between the quotes";
        a_form_of_a_word_is_missing: "plural = \"skoler\", " => "", "\"skolen\"", MissingKey { key: "plural", .. }, "add `plural = …`";
        a_name_is_too_long: "Årsstatus" => "Årsstatus 00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000", "Årsstatus", TooLong { most: 120, .. }, "at most 120";
        a_key_is_written_as_a_title: "key = \"ros\"" => "key = \"Ros og Ære\"", "Ros og", BadKey { .. }, "write `ros-og-aere`";
        two_entries_have_one_key: "[[consequence]]" => "[[consequence]]\nkey = \"ros\"\nname = { da = \"Omtale\" }\n\n[[consequence]]", "key = \"ros\"", DuplicateEntry { .. }, "another key";
        the_same_stands_twice_in_a_list: "[\"employees\"]" => "[\"employees\", \"employees\"]", "heard", ListedTwice { .. }, "take it out";
        a_round_covers_nothing: "[\"goals\", \"money\"]" => "[]", "covers", EmptyList { .. }, "at least one";
        a_level_is_unknown: "actor = \"byraad\"" => "actor = \"byrad\"", "byrad", UnknownReference { nearest: Some(_), .. }, "write `byraad`";
        an_element_is_unknown: "under = [\"sigte\"]" => "under = [\"segte\"]", "segte", UnknownReference { nearest: Some(_), .. }, "write `sigte`";
        a_step_is_unknown: "needs = [\"seminar\"]" => "needs = [\"xyz\"]", "xyz", UnknownReference { nearest: None, .. }, "write one of `seminar`, `aftaler`";
        an_agreement_is_unknown: "agreements = [\"centeraftale\"]" => "agreements = [\"center-aftale\"]", "center-aftale", UnknownReference { .. }, "write `centeraftale`";
        a_kind_of_unit_is_unknown: "unit-kinds = [\"skole\"]" => "unit-kinds = [\"skoler\"]", "skoler", UnknownReference { .. }, "write `skole`";
        a_kind_of_element_is_misspelt: "kind = \"objective\"" => "kind = \"objektive\"", "objektive", UnknownChoice { nearest: Some("objective"), .. }, "write `objective`";
        a_field_is_written_with_an_underscore: "expected-effect" => "expected_effect", "expected_effect", UnknownChoice { nearest: Some("expected-effect"), .. }, "write `expected-effect`";
        the_municipality_code_has_three_digits: "\"0999\"" => "\"999\"", "999", BadMunicipalityCode, "four digits";
        the_slug_has_danish_letters: "\"lilleby\"" => "\"Lille Åby\"", "Lille Åby", BadSlug { .. }, "write `lille-aaby`";
        the_term_is_no_years: "\"2022-2025\"" => "\"fire år\"", "fire år", NotYears, "\"2018-2021\"";
        the_term_runs_backwards: "\"2022-2025\"" => "\"2025-2022\"", "2025-2022", YearsBackwards { .. }, "write `2022-2025`";
        the_term_is_in_another_age: "\"2022-2025\"" => "\"0022-2025\"", "0022", YearOutOfReach { .. }, "between 1970 and 2100";
        a_count_is_no_range: "\"5..10\"" => "\"5-10\"", "5-10", NotARange, "`\"5..10\"`";
        a_count_runs_backwards: "\"5..10\"" => "\"10..5\"", "10..5", RangeBackwards { .. }, "write `5..10`";
        a_count_is_of_none: "\"5..10\"" => "\"0..0\"", "0..0", RangeOfNone, "at least 1";
        a_horizon_runs_backwards: "\"4..12\"" => "\"12..4\"", "12..4", RangeBackwards { .. }, "write `4..12`";
        a_horizon_is_beyond_anyone_s_time: "\"4..12\"" => "\"4..120\"", "4..120", RangeTooLarge { most: 50 }, "at most 50";
        a_threshold_is_over_a_hundred_percent: "goals-red = 25" => "goals-red = 250", "goals-red", NumberOutOfRange { .. }, "from 0 to 100";
        a_day_is_written_as_a_date: "cut-off = \"12-31\"" => "cut-off = \"31. december\"", "cut-off", NotADay, "month and day";
        a_day_is_one_its_month_never_has: "from = \"02-01\"" => "from = \"02-30\"", "02-30", NoSuchDay { last: 28, .. }, "at most `02-28`";
        a_day_is_only_there_in_leap_years: "to = \"02-28\"" => "to = \"02-29\"", "02-29", NoSuchDay { .. }, "at most `02-28`";
    }
}

mod a_chain_is_refused_where {
    use super::*;

    refused! {
        a_level_has_nothing_above: "body = \"committee\"\nabove = \"byraad\"" => "body = \"committee\"", "key = \"udvalg\"", LevelWithoutParent { .. }, "add `above = \"byraad\"`";
        there_are_two_at_the_top: "body = \"committee\"\nabove = \"byraad\"" => "body = \"council\"", "key = \"udvalg\"", SecondTop { .. }, "only one level";
        no_council_is_at_the_top: "body = \"council\"" => "body = \"executive-board\"", "body", TopIsNotCouncil { .. }, "body = \"council\"";
        a_level_is_above_itself_by_way_of_others: "body = \"council\"" => "body = \"council\"\nabove = \"hus\"", "above = \"hus\"", LevelCircle { .. }, "the chain ends at the top";
        a_level_stands_before_the_one_above_it: "body = \"committee\"\nabove = \"byraad\"" => "body = \"committee\"\nabove = \"raad\"\n\n[[level]]\nkey = \"raad\"\nbody = \"finance-committee\"\nabove = \"byraad\"", "above = \"raad\"", LevelOutOfOrder { .. }, "move `udvalg` below `raad`";
        nobody_can_own_an_element: "levels = [\"hus\"]" => "levels = []", "levels = []", ElementWithoutLevels { .. }, "write in `levels`";
        elements_stand_under_each_other_in_a_circle: "horizon = \"4..12\"" => "under = [\"husmaal\"]", "under = [\"husmaal\"]", ElementCircle { .. }, "take out one of the keys";
        an_element_stands_before_one_it_may_stand_under: "[[element]]\nkey = \"sigte\"" => "[[element]]\nkey = \"kilde\"\nkind = \"action\"\nlevels = [\"hus\"]\nunder = [\"sigte\"]\n\n[[element]]\nkey = \"sigte\"", "under = [\"sigte\"]", ElementOutOfOrder { .. }, "move `kilde` below `sigte`";
        an_element_can_never_be_adopted: "adopts = \"udvalg\"" => "adopts = \"hus\"", "adopts = \"hus\"", NeverAdopted { .. }, "`center` itself or a level above";
        two_elements_share_kind_and_level: "levels = [\"hus\"]" => "levels = [\"hus\", \"center\"]", "\"center\"]", SharedKindAndLevel { .. }, "take out `center`";
        something_is_tied_to_nothing: "count = \"5..10\"" => "tied = true", "tied", TiedToNothing { .. }, "take out `tied`";
        something_is_served_by_nothing: "under = [\"centermaal\"]" => "under = [\"centermaal\"]\nserved = true", "served", ServedByNothing { .. }, "take out `served`";
        a_value_marker_stands_under_something: "kind = \"value-marker\"" => "kind = \"value-marker\"\nunder = [\"sigte\"]", "under = [\"sigte\"]", BesideStandsUnder { .. }, "take it out";
        something_stands_under_a_value_marker: "under = [\"centermaal\"]" => "under = [\"centermaal\", \"hensyn\"]", "hensyn", UnderBeside { .. }, "take it out";
        a_field_is_both_required_and_advised: "recommended = [\"follow-up\"]" => "recommended = [\"expected-effect\"]", "recommended", RequiredAndRecommended { .. }, "keep one";
        a_field_is_required_that_nothing_can_fill: "required = [\"text\"]" => "required = [\"sources\"]", "sources", FieldWithoutElement { .. }, "kind = \"source\"";
        something_is_counted_within_without_a_count: "count = \"3..6\"\n" => "", "count-within", CountWithinWithoutCount, "write a number";
        something_is_counted_within_nothing: "count = \"5..10\"" => "count = \"5..10\"\ncount-within = \"parent\"", "count-within", CountedWithinNothing { .. }, "`municipality` or `unit`";
        an_agreement_has_one_party: "agent = \"center\"" => "agent = \"udvalg\"", "agent", OneParty { .. }, "further down";
        an_agreement_is_upside_down: "agent = \"center\"" => "agent = \"byraad\"", "agent", AgreementUpsideDown { .. }, "exchange";
        an_agreement_is_between_levels_that_do_not_touch: "agent = \"center\"" => "agent = \"hus\"", "agent", PartiesDoNotTouch { .. }, "each link of the chain";
        an_agreement_is_approved_from_below: "approves = \"udvalg\"" => "approves = \"center\"", "approves", ApprovesFromBelow { .. }, "`udvalg` or a level above";
    }
}

mod a_year_is_refused_where {
    use super::*;

    refused! {
        figures_are_cut_off_in_the_year_after: "cut-off = \"12-31\"" => "cut-off = \"+01-01\"", "cut-off", CutOffNextYear, "by `12-31`";
        a_deadline_is_before_the_cut_off: "day = \"+01-10\"" => "day = \"01-10\"", "day = \"01-10\"", DeadlineBeforeCutOff { .. }, "write `+` before it";
        an_upper_level_reports_before_a_lower_one: "day = \"+01-20\"" => "day = \"+01-05\"", "+01-05", DeadlinesOutOfOrder { .. }, "deadline of `center` after that of `hus`";
        a_level_has_two_deadlines: "{ level = \"center\", day" => "{ level = \"hus\", day", "+01-20", ListedTwice { .. }, "take it out";
        a_step_begins_outside_its_year: "from = \"02-01\"" => "from = \"+02-01\"", "from", StepOutsideYear { .. }, "in its own year";
        a_step_goes_on_for_more_than_a_year: "to = \"12-15\"" => "to = \"+10-02\"", "+10-02", StepOutsideYear { .. }, "within a year";
        a_step_ends_before_it_begins: "to = \"02-28\"" => "to = \"01-28\"", "to = \"01-28\"", StepEndsBeforeItBegins { .. }, "exchange";
        steps_wait_for_each_other: "years = [1]" => "needs = [\"aftaler\"]", "needs = [\"aftaler\"]", StepCircle { .. }, "take out one of the steps";
        a_step_needs_a_later_one: "from = \"02-01\"\nto = \"02-28\"" => "from = \"11-01\"\nto = \"11-28\"", "needs = [\"seminar\"]", NeedsLaterStep { .. }, "put `seminar` before `aftaler`";
        a_step_is_in_a_year_the_term_does_not_have: "years = [1]" => "years = [5]", "years = [5]", YearOutsideTerm { year: 5, .. }, "from 1 to 4";
        a_theme_is_outside_the_term: "\"2023-2024\"" => "\"2023-2026\"", "2023-2026", ThemeOutsideTerm { .. }, "within 2022–2025";
        red_comes_before_yellow: "goals-red = 25" => "goals-red = 5", "goals-red", ThresholdsOutOfOrder { .. }, "higher than yellow";
    }
}

#[test]
fn a_step_may_run_over_new_year() {
    assert!(parse::parse("model.toml", &SOUND.replacen("to = \"12-15\"", "to = \"+01-31\"", 1)).is_ok());
}

#[test]
fn an_agreement_may_pass_over_a_level_that_owns_nothing() {
    let without_goals_in_between = SOUND
        .replacen("levels = [\"center\"]", "levels = [\"udvalg\"]", 1)
        .replacen("adopts = \"center\"", "adopts = \"udvalg\"", 1)
        .replacen("agent = \"center\"", "agent = \"hus\"", 1);
    assert!(parse::parse("model.toml", &without_goals_in_between).is_ok());
}

#[test]
fn an_empty_file_is_told_every_table_a_model_must_have() {
    let faults = parse::parse("model.toml", "").unwrap_err();
    let missing: Vec<_> = faults.list.iter().map(|fault| fault.advises(Tongue::En)).collect();
    assert_eq!(missing, ["add `[municipality]`", "add `[model]`", "add `[[level]]`", "add `[[element]]`", "add `[scale]`"]);
}

#[test]
fn bytes_that_are_not_utf_8_are_refused_at_their_place() {
    let mut bytes = SOUND.as_bytes().to_vec();
    let at = SOUND.find("\"Lilleby\"").unwrap() + 1;
    bytes[at] = 0xE6; // æ in Windows-1252
    let faults = parse::parse_bytes("model.toml", &bytes).unwrap_err();
    assert_eq!(faults.list[0].kind, FaultKind::NotUtf8);
    assert_eq!((faults.list[0].place.line, faults.list[0].place.column), (4, 9));
}

#[test]
fn several_broken_lines_are_all_reported_at_once() {
    let broken = SOUND
        .replacen("\"Lilleby\"", "Lilleby", 1)
        .replacen("red = { da = \"ikke nået\"", "red = { da = \"ikke nået", 1)
        .replacen("goals-red = 25", "goals-red =", 1);
    let faults = parse::parse("model.toml", &broken).unwrap_err();
    let lines: std::collections::BTreeSet<_> = faults.list.iter().map(|fault| fault.place.line).collect();
    assert_eq!(lines.len(), 3, "{}", diagnostics(&faults, Tongue::En, Colour::None));
}
