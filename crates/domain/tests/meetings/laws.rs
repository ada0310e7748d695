//! Laws that hold whatever people try: the table alone decides which verb is open.

use jiff::civil::date;
use pejl_domain::Refused;
use pejl_domain::meetings::talk::Said;
use pejl_domain::meetings::*;
use proptest::prelude::*;

use crate::fixture::*;

/// Tries a verb on a meeting with everything else in order: the state it leads to, or the refusal.
fn tried(meeting: Meeting, verb: MeetingVerb) -> Result<MeetingState, Refused> {
    let content = meeting.content.clone();
    let form = meeting.form();
    let state = meeting.state;
    let chosen = Choice { form, note: prose(""), stamp: stamp() };
    let to = |done: pejl_domain::chain::Done<Meeting>| done.map(|(meeting, _)| meeting.state);
    match verb {
        MeetingVerb::Edit => to(meeting.edit(&model(), content)),
        MeetingVerb::ChooseForm => to(meeting.choose_form(chosen)),
        MeetingVerb::Invite => {
            let mut meeting = meeting;
            meeting.choice = Some(chosen);
            to(meeting.invite(&[meant(11, true), meant(12, true)]))
        }
        MeetingVerb::Prepare => Input::give(&meeting, unit(11), "Skolen", InputFrom::Board, line("Lys."), stamp()).map(|_| state),
        MeetingVerb::Start => to(meeting.start(date(2020, 1, 20))),
        MeetingVerb::Scribe => {
            let said = Said { unit: None, ..said(1) };
            Contribution::note(contribution(1), &meeting, said, person(1), stamp().at).map(|_| state)
        }
        MeetingVerb::End => to(meeting.end()),
        MeetingVerb::Resume => to(meeting.resume()),
        MeetingVerb::WriteMinutes => to(meeting.write_minutes(prose("Vi mødtes."))),
        MeetingVerb::Circulate => to(meeting.circulate(1)),
        MeetingVerb::Comment => Comment::give(&meeting, line("Enig."), stamp()).map(|_| state),
        MeetingVerb::Amend => to(meeting.amend()),
        MeetingVerb::Approve => to(meeting.approve()),
        MeetingVerb::Propose => meeting.allows(MeetingVerb::Propose),
        MeetingVerb::Cancel => to(meeting.cancel(prose("Sne."))),
    }
}

#[test]
fn each_deed_does_in_each_state_what_the_table_says_and_nothing_else() {
    for state in MeetingState::ALL {
        for verb in MeetingVerb::ALL {
            let outcome = tried(at(*state), *verb);
            match meeting_leads_to(*state, *verb) {
                Some(to) => assert_eq!(outcome, Ok(to), "{state:?} {verb:?}"),
                None => {
                    let reasons = outcome.unwrap_err().reasons;
                    assert_eq!(reasons[0].sentence.key, "refused-meeting-state", "{state:?} {verb:?}");
                }
            }
        }
    }
}

proptest! {
    #[test]
    fn no_way_leads_out_of_approved_or_called_off_minutes(verbs in prop::collection::vec(prop::sample::select(MeetingVerb::ALL), 0..12)) {
        let mut meeting = at(MeetingState::Planned);
        let mut is_over = None;
        for verb in verbs {
            if let Ok(to) = tried(meeting.clone(), verb) {
                if let Some(end) = is_over {
                    prop_assert_eq!(to, end);
                }
                meeting = at(to);
                if matches!(to, MeetingState::Approved | MeetingState::Cancelled) {
                    is_over = Some(to);
                }
            }
        }
    }

    #[test]
    fn the_clock_of_an_agenda_never_leaves_the_day(begins in 0i64..1440, lengths in prop::collection::vec(0u16..1500, 0..8)) {
        let mut meeting = invited();
        meeting.content.begins = Minute::of_day(begins);
        meeting.content.agenda = lengths.iter().enumerate().map(|(at, minutes)| AgendaItem {
            item: u32::try_from(at).unwrap(), title: line("Punkt"), minutes: *minutes, lead: prose(""),
        }).collect();
        for at in meeting.starts() {
            prop_assert!((0..1440).contains(&at.number()));
            prop_assert_eq!(at.to_string().parse::<Minute>(), Ok(at));
        }
    }

    #[test]
    fn no_text_makes_a_time_of_day_panic(text in ".{0,12}") {
        let _ = text.parse::<Minute>();
    }
}
