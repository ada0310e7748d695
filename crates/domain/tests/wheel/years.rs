use jiff::Timestamp;
use jiff::civil::date;
use pejl_domain::rounds::Stamp;
use pejl_domain::wheel::workdays::is_workday;
use pejl_domain::wheel::{Changed, Moved, StepDone, StepState, concerns, laid, running_into};
use pejl_kernel::{PersonId, PositionId, SequenceMint, StepId, UnitId};

use crate::{day, key, model, models, prose, the, with_days};

#[test]
fn every_step_of_every_model_lies_on_working_days_in_every_year() {
    for (name, model) in models() {
        for year in 2005..=2045 {
            for step in laid(&model, year, &[], &[]) {
                assert!(step.from <= step.to, "{name} {year} {}", step.step);
                assert!(is_workday(step.from) && is_workday(step.to), "{name} {year} {} {}–{}", step.step, step.from, step.to);
                assert!(step.law().is_none_or(|law| step.to <= law), "{name} {year} {} is past the law", step.step);
            }
        }
    }
}

#[test]
fn the_rule_never_lays_a_step_past_one_that_it_feeds() {
    for (name, model) in models() {
        for year in 2005..=2045 {
            let all = laid(&model, year, &[], &[]);
            for step in &all {
                let spec = model.wheel.iter().find(|s| s.key == step.step).unwrap();
                for first in all.iter().filter(|other| spec.needs.contains(&other.step)) {
                    let in_order = first.from <= step.from && first.to <= step.to;
                    assert!(in_order, "{name} {year}: {} lies past {}", first.step, step.step);
                }
            }
        }
    }
}

#[test]
fn a_budget_year_of_silkeborg_is_laid_on_the_days_of_2019() {
    let silkeborg = model("silkeborg");
    let seminar = the(&silkeborg, 2019, "maalseminar");
    assert_eq!((seminar.from, seminar.to), (day("2019-02-11"), day("2019-02-28")));
    let paper = the(&silkeborg, 2019, "opfoelgning");
    assert_eq!((paper.from, paper.to), (day("2019-01-02"), day("2019-01-31")), "New Year's Day is no working day");
    let second = the(&silkeborg, 2022, "anden-behandling");
    assert_eq!((second.to, second.law()), (day("2022-10-14"), Some(day("2022-10-15"))));
    let agreements = the(&silkeborg, 2019, "kvalitetsaftaler");
    assert_eq!((agreements.from, agreements.to), (day("2019-11-01"), day("2020-01-31")));
    let into: Vec<_> = running_into(&silkeborg, 2020, &[], &[]).into_iter().map(|l| l.step.to_string()).collect();
    assert_eq!(into, ["kvalitetsaftaler", "afrapportering"]);
}

#[test]
fn the_goals_of_the_term_are_written_in_its_first_year_only() {
    let hvidovre = model("hvidovre");
    let held = |year| laid(&hvidovre, year, &[], &[]).iter().any(|l| l.step == key("maalgodkendelse"));
    assert!(held(2018) && !held(2019) && !held(2020) && !held(2021));
    assert!(held(2022), "the first year of the next term, by the law's terms of four years");
}

#[test]
fn silkeborg_sets_objectives_in_the_first_year_and_adjusts_them_in_the_others() {
    let silkeborg = model("silkeborg");
    let held = |year, step: &str| laid(&silkeborg, year, &[], &[]).iter().any(|l| l.step == key(step));
    assert!(held(2018, "foerste-maalseminar") && !held(2018, "justering"));
    assert!(!held(2019, "foerste-maalseminar") && held(2019, "justering") && held(2021, "justering"));
}

#[test]
fn a_step_on_29_february_is_on_the_28th_where_there_is_none() {
    let model = with_days(&model("silkeborg"), "maalseminar", (2, 1), (2, 29), false);
    assert_eq!(the(&model, 2019, "maalseminar").to, date(2019, 2, 28));
    assert_eq!(the(&model, 2024, "maalseminar").to, date(2024, 2, 29), "a Thursday");
    assert_eq!(the(&model, 2020, "maalseminar").to, date(2020, 2, 28), "29 February 2020 was a Saturday");
}

#[test]
fn a_step_in_week_53_stays_in_its_year() {
    let model = with_days(&model("silkeborg"), "politikker", (12, 28), (12, 31), false);
    let step = the(&model, 2020, "politikker");
    assert_eq!((step.from, step.to), (date(2020, 12, 28), date(2020, 12, 30)));
    assert_eq!(step.from.iso_week_date().week(), 53);
    assert!(step.touches(2020) && !step.touches(2021));
}

#[test]
fn a_week_in_which_clocks_are_put_on_or_back_has_all_its_days() {
    let spring = with_days(&model("silkeborg"), "politikker", (3, 25), (4, 5), false);
    let step = the(&spring, 2019, "politikker"); // clocks went on on 31 March
    assert_eq!((step.from, step.to), (date(2019, 3, 25), date(2019, 4, 5)));
    let autumn = with_days(&spring, "politikker", (10, 21), (11, 1), false);
    let step = the(&autumn, 2019, "politikker"); // and back on 27 October
    assert_eq!((step.from, step.to), (date(2019, 10, 21), date(2019, 11, 1)));
    assert_eq!(step.state(date(2019, 10, 27)), StepState::Running);
}

#[test]
fn a_step_of_one_closed_day_is_held_the_working_day_before_and_on_new_year_the_one_after() {
    let eve = with_days(&model("silkeborg"), "politikker", (12, 24), (12, 24), false);
    assert_eq!(the(&eve, 2019, "politikker").from, date(2019, 12, 23));
    let new_year = with_days(&eve, "politikker", (1, 1), (1, 1), false);
    let step = the(&new_year, 2019, "politikker");
    assert_eq!((step.from, step.to), (date(2019, 1, 2), date(2019, 1, 2)));
}

#[test]
fn a_step_that_falls_in_july_is_held_in_august() {
    let soroe = model("soroe");
    let frames = the(&soroe, 2009, "rammer-og-maal");
    assert_eq!((frames.from, frames.to), (day("2009-08-03"), day("2009-09-15")));
    let dialogue = the(&soroe, 2009, "aftaledialog");
    assert_eq!((dialogue.from, dialogue.to), (day("2009-04-01"), day("2009-06-30")));
}

#[test]
fn a_steps_state_follows_from_the_day_and_from_its_result() {
    let mut seminar = the(&model("silkeborg"), 2019, "maalseminar");
    let states = |l: &pejl_domain::wheel::Laid| ["2019-02-10", "2019-02-11", "2019-02-28", "2019-03-01"].map(|d| l.state(day(d)));
    assert_eq!(states(&seminar), [StepState::Coming, StepState::Running, StepState::Running, StepState::Late]);
    let stamp = Stamp { person: PersonId::new(&SequenceMint::default()), standing_in_for: None, at: Timestamp::UNIX_EPOCH };
    seminar.done = Some(StepDone { on: day("2019-02-26"), result: prose("Syv målsætninger."), stamp });
    assert_eq!(states(&seminar), [StepState::Done; 4]);
}

#[test]
fn a_step_that_nobody_closed_is_late_until_the_year_has_come_round_again() {
    let seminar = the(&model("silkeborg"), 2019, "maalseminar");
    assert_eq!(["2020-02-28", "2020-02-29"].map(|d| seminar.state(day(d))), [StepState::Late, StepState::Lapsed]);
}

#[test]
fn what_one_committee_changed_counts_for_it_and_for_nobody_else() {
    let model = model("silkeborg");
    let mint = SequenceMint::default();
    let (ours, theirs) = (UnitId::new(&mint), UnitId::new(&mint));
    let responsible = PositionId::new(&mint);
    let change = |unit, from: &str, to: &str| Changed {
        moved: Some(Moved { from: day(from), to: day(to), reason: prose("Nyt udvalg.") }),
        ..Changed::begin(StepId::new(&mint), &model, &key("udvalgsaftaler"), 2019, unit).unwrap()
    };
    let mut whole = change(None, "2019-03-04", "2019-06-14");
    whole.responsible = Some(responsible);
    let changed = [change(Some(ours), "2019-04-01", "2019-06-20"), whole];
    let seen = |whose: &[(pejl_domain::models::Key, UnitId)]| {
        laid(&model, 2019, whose, &changed).into_iter().find(|l| l.step == key("udvalgsaftaler")).unwrap()
    };
    let level = key("fagudvalg");
    assert_eq!(seen(&[(level.clone(), ours)]).to, day("2019-06-20"));
    assert_eq!(seen(&[(level.clone(), ours)]).responsible, Some(responsible), "what it did not change stands as for all");
    assert_eq!(seen(&[(level, theirs)]).to, day("2019-06-14"));
    assert_eq!(seen(&[]).to, day("2019-06-14"));
}

#[test]
fn a_unit_sees_its_own_steps_those_above_and_what_they_hang_on() {
    let model = model("silkeborg");
    let line = ["institution", "afdeling", "fagudvalg", "byraad"].map(key);
    let seen: Vec<&str> = model.wheel.iter().filter(|s| concerns(&model, s, &line[0], &line)).map(|s| s.key.as_str()).collect();
    assert!(seen.contains(&"afrapportering") && seen.contains(&"kvalitetsaftaler") && seen.contains(&"maalseminar"));
    assert!(!seen.contains(&"temadroeftelse"), "the finance committee's own debate");
}
