//! The life of a meeting, and what must hold at each step.

use jiff::civil::date;
use pejl_domain::meetings::*;

use crate::fixture::*;

fn said(field: &'static str, key: &str) -> (&'static str, String) {
    (field, key.to_owned())
}

#[test]
fn units_are_invited_only_once_the_committee_has_chosen_the_form() {
    let units = [meant(11, true), meant(12, true)];
    assert_eq!(why(planned(Form::Alike, &[11, 12]).invite(&units)), [said("form", "refused-meeting-form-not-chosen")]);
    let (meeting, event) = chosen(Form::Alike, &[11, 12]).invite(&units).unwrap();
    assert_eq!((meeting.state, event.sentence.key.as_str()), (MeetingState::Invited, "event-meeting-invited"));
}

#[test]
fn the_committee_may_choose_another_form_than_the_one_proposed() {
    let choice = Choice { form: Form::Mixed, note: prose("Med Byggesag."), stamp: stamp() };
    let (meeting, _) = planned(Form::Alike, &[11, 12]).choose_form(choice).unwrap();
    assert_eq!(meeting.form(), Form::Mixed);
    assert!(meeting.invite(&[meant(11, true), meant(12, false)]).is_ok(), "across kinds");
}

#[test]
fn a_new_proposal_of_form_takes_the_choice_away_again() {
    let meeting = chosen(Form::Alike, &[11, 12]);
    let (meeting, _) = meeting.edit(&model(), content(Form::Single, &[11])).unwrap();
    assert_eq!((meeting.choice.is_none(), meeting.form()), (true, Form::Single));
}

#[test]
fn all_of_a_kind_are_of_the_kind() {
    let meeting = chosen(Form::Alike, &[11, 12]);
    assert_eq!(why(meeting.invite(&[meant(11, true), meant(12, false)])), [said("units", "refused-meeting-not-alike")]);
}

#[test]
fn one_unit_alone_is_one() {
    assert_eq!(
        why(chosen(Form::Single, &[11, 12]).invite(&[meant(11, true), meant(12, true)])),
        [said("units", "refused-meeting-not-single")]
    );
    assert!(chosen(Form::Single, &[11]).invite(&[meant(11, false)]).is_ok());
}

#[test]
fn a_meeting_across_kinds_is_about_an_area_or_a_theme() {
    let mut plan = content(Form::Mixed, &[11, 12]);
    plan.theme = prose("");
    let (meeting, _) = chosen(Form::Mixed, &[11, 12]).edit(&model(), plan).unwrap();
    assert_eq!(why(meeting.invite(&[meant(11, true), meant(12, false)])), [said("theme", "refused-meeting-without-theme")]);
}

#[test]
fn everything_that_is_missing_is_said_at_once() {
    let mut plan = content(Form::Alike, &[]);
    (plan.on, plan.agenda) = (None, Vec::new());
    let (meeting, _) = Meeting::plan(at(MeetingState::Planned).id, 8, &model(), plan).unwrap();
    let fields: Vec<&str> = why(meeting.invite(&[])).into_iter().map(|(field, _)| field).collect();
    assert_eq!(fields, ["form", "on", "agenda", "units"]);
}

#[test]
fn a_meeting_opens_on_its_day_and_not_before() {
    assert_eq!(why(invited().start(date(2020, 1, 19))), [said("", "refused-meeting-before-its-day")]);
    assert!(invited().start(date(2020, 1, 20)).is_ok());
    assert!(invited().start(date(2020, 1, 21)).is_ok(), "held a day late is held");
}

#[test]
fn whoever_is_invited_is_not_taken_off_again() {
    let refused = invited().edit(&model(), content(Form::Alike, &[11]));
    assert_eq!(why(refused), [said("units", "refused-meeting-uninvited")]);
    assert!(invited().edit(&model(), content(Form::Alike, &[11, 12, 13])).is_ok(), "but one more may come");
}

#[test]
fn a_meeting_is_called_off_with_a_reason_and_never_once_it_runs() {
    assert_eq!(why(invited().cancel(prose(" "))), [said("note", "refused-meeting-cancel-why")]);
    assert_eq!(at(MeetingState::Cancelled).note.as_str(), "Sne.");
    assert_eq!(why(running().cancel(prose("Sne."))), [said("", "refused-meeting-state")]);
}

#[test]
fn empty_minutes_are_not_sent_out_but_what_was_noted_is_enough() {
    let ended = at(MeetingState::MinutesDraft);
    assert_eq!(why(ended.clone().circulate(0)), [said("minutes", "refused-minutes-empty")]);
    assert!(ended.clone().circulate(3).is_ok());
    assert!(ended.write_minutes(prose("Vi mødtes.")).unwrap().0.circulate(0).is_ok());
}

#[test]
fn the_agenda_tells_when_each_item_begins() {
    let starts: Vec<String> = invited().starts().iter().map(ToString::to_string).collect();
    assert_eq!(starts, ["15.30", "15.45"]);
}

#[test]
fn a_plan_that_contradicts_itself_is_refused_field_by_field() {
    let mut plan = content(Form::Alike, &[11, 11]);
    (plan.hosts, plan.kind, plan.year) = (Vec::new(), Some(key("svoemmehal")), 20);
    let fields: Vec<&str> =
        why(Meeting::plan(at(MeetingState::Planned).id, 9, &model(), plan)).into_iter().map(|(field, _)| field).collect();
    assert_eq!(fields, ["hosts", "units", "year", "kind"]);
}
