use jiff::Timestamp;
use jiff::civil::Date;
use pejl_domain::Refused;
use pejl_domain::models::Model;
use pejl_domain::rounds::Stamp;
use pejl_domain::sentence::{Arg, Event};
use pejl_domain::wheel::deeds::NewDays;
use pejl_domain::wheel::{Changed, StepDone, laid, name};
use pejl_kernel::{PersonId, PositionId, SequenceMint, StepId};

use crate::{begun, day, key, model, prose};

fn days(from: &str, to: &str, why: &str) -> NewDays {
    NewDays { from: day(from), to: day(to), reason: prose(why) }
}

fn moved(model: &Model, year: i16, step: &str, to: NewDays) -> Result<(Changed, Event), Refused> {
    begun(model, year, step).move_to(model, &laid(model, year, &[], &[]), to, "")
}

/// Each reason: field, key, and which other step it names.
fn reasons(outcome: Result<(Changed, Event), Refused>) -> Vec<(String, String, Option<Arg>)> {
    let Err(refused) = outcome else { panic!("a refusal was due") };
    let other = |s: &pejl_domain::Sentence| s.args.iter().find(|(n, _)| n == "other").map(|(_, arg)| arg.clone());
    refused.reasons.iter().map(|r| (r.field.unwrap_or_default().to_owned(), r.sentence.key.clone(), other(&r.sentence))).collect()
}

fn one(field: &str, sentence: &str, other: Option<Arg>) -> Vec<(String, String, Option<Arg>)> {
    vec![(field.to_owned(), sentence.to_owned(), other)]
}

#[test]
fn a_step_moved_past_the_one_it_feeds_is_refused_and_told_which() {
    let model = model("silkeborg");
    let late = moved(&model, 2019, "budgetseminar", days("2019-09-02", "2019-10-01", "Ferie."));
    let named = Some(name(&model, &key("foerste-behandling")));
    let past: Vec<_> = reasons(late).into_iter().map(|(field, sentence, other)| (field, (sentence, other))).collect();
    assert!(past.contains(&("to".to_owned(), ("refused-step-past-fed".to_owned(), named))), "{past:?}");
}

#[test]
fn a_step_moved_ahead_of_one_it_needs_is_refused_and_told_which() {
    let model = model("silkeborg");
    let early = moved(&model, 2019, "maalseminar", days("2019-01-21", "2019-01-22", "Budgettet haster."));
    assert_eq!(reasons(early), one("from", "refused-step-before-needed", Some(name(&model, &key("temadroeftelse")))));
}

#[test]
fn a_step_is_moved_with_a_reason_and_the_history_tells_from_where_to_where() {
    let model = model("silkeborg");
    let (seminar, event) = moved(&model, 2019, "maalseminar", days("2019-02-25", "2019-02-27", "Vinterferie i uge 7.")).unwrap();
    assert_eq!(event.sentence.key, "event-step-moved");
    let told: Vec<_> = event.changes.iter().map(|c| (c.field.as_str(), c.before.as_str(), c.after.as_str())).collect();
    assert_eq!(told, [("field-from", "2019-02-11", "2019-02-25"), ("field-to", "2019-02-28", "2019-02-27")]);
    let now = laid(&model, 2019, &[], std::slice::from_ref(&seminar));
    let here = now.iter().find(|l| l.step == seminar.step).unwrap();
    assert_eq!((here.from, here.by_rule.0), (day("2019-02-25"), day("2019-02-11")));
    let (back, event) = seminar.put_back(&model, &now, "").unwrap();
    assert_eq!((back.moved, event.sentence.key.as_str()), (None, "event-step-put-back"));
}

#[test]
fn a_step_is_not_moved_without_a_reason_nor_backwards_nor_to_another_year() {
    let model = model("silkeborg");
    let wrong = reasons(moved(&model, 2019, "politikker", days("2018-12-02", "2018-12-01", "")));
    let keys: Vec<_> = wrong.iter().map(|(field, sentence, _)| (field.as_str(), sentence.as_str())).collect();
    assert!(keys.contains(&("reason", "refused-step-why")));
    assert!(keys.contains(&("to", "refused-step-backwards")));
    assert!(keys.contains(&("from", "refused-step-other-year")));
}

#[test]
fn the_second_reading_is_not_moved_past_the_laws_last_day() {
    let model = model("silkeborg");
    let late = moved(&model, 2019, "anden-behandling", days("2019-10-14", "2019-10-16", "Budgetforlig."));
    assert_eq!(reasons(late), one("to", "refused-step-past-law", None));
    assert!(moved(&model, 2022, "anden-behandling", days("2022-10-14", "2022-10-15", "Lørdagsmøde.")).is_ok(), "the day itself");
}

#[test]
fn a_step_that_is_not_held_that_year_cannot_be_changed() {
    let model = model("hvidovre");
    let mint = SequenceMint::default();
    let begun = |step: &str, year| Changed::begin(StepId::new(&mint), &model, &key(step), year, None);
    assert!(begun("maalgodkendelse", 2018).is_ok());
    for (step, year) in [("maalgodkendelse", 2019), ("findes-ikke", 2018), ("budget", 2200)] {
        assert_eq!(begun(step, year).unwrap_err().reasons[0].sentence.key, "refused-step-not-held");
    }
}

fn done(on: &str, result: &str) -> StepDone {
    let stamp = Stamp { person: PersonId::new(&SequenceMint::default()), standing_in_for: None, at: Timestamp::UNIX_EPOCH };
    StepDone { on: day(on), result: prose(result), stamp }
}

#[test]
fn a_step_is_done_with_a_result_and_not_before_the_day_has_been() {
    let model = model("soroe");
    let today: Date = day("2009-10-15");
    let adopted = || begun(&model, 2009, "budgetvedtagelse");
    let without = adopted().close(&model, done("2009-10-14", ""), today, "");
    assert_eq!(reasons(without), one("result", "refused-step-no-result", None));
    let later = adopted().close(&model, done("2009-10-16", "Vedtaget."), today, "");
    assert_eq!(reasons(later), one("on", "refused-step-done-later", None));
    let (closed, event) = adopted().close(&model, done("2009-10-14", "Vedtaget."), today, "").unwrap();
    assert_eq!(event.sentence.key, "event-step-done");
    let (reworded, event) = closed.close(&model, done("2009-10-14", "Vedtaget enstemmigt."), today, "").unwrap();
    assert_eq!(event.sentence.key, "event-step-reworded");
    let (open, _) = reworded.reopen(&model, "").unwrap();
    assert_eq!(reasons(open.reopen(&model, "")), one("", "refused-step-not-done", None));
}

#[test]
fn a_step_is_entrusted_to_a_position_and_taken_from_it() {
    let model = model("hvidovre");
    let position = PositionId::new(&SequenceMint::default());
    let (given, event) = begun(&model, 2020, "dialogmoeder").entrust(&model, Some(position), "Børneudvalget").unwrap();
    assert_eq!(event.changes[0].after, position.to_string());
    assert!(event.sentence.args.contains(&("whose".to_owned(), Arg::Text("Børneudvalget".to_owned()))));
    let (left, event) = given.entrust(&model, None, "").unwrap();
    assert_eq!((left.responsible, event.sentence.key.as_str()), (None, "event-step-let-go"));
}
