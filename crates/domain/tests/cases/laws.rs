//! Laws that hold whatever is tried with a case.

use pejl_domain::cases::*;
use proptest::prelude::*;

use crate::fixture::*;

/// Tries a verb on a case, in the way that is right where the table allows it.
fn tried(case: Case, verb: CaseVerb) -> Option<Case> {
    let done = match verb {
        CaseVerb::Edit => case.edit(content(), vec![Adopts::Element(element(1))]),
        CaseVerb::Ready => case.ready(TODAY),
        CaseVerb::TakeBack => case.take_back(),
        CaseVerb::Disqualify => {
            let reason = prose(&format!("Grund {}.", case.disqualified.len()));
            let mut people = case.disqualified.clone();
            people.push(Disqualified { person: person(people.len() as u64), reason });
            case.disqualify(people, |_| "Medlem".to_owned())
        }
        CaseVerb::Decide => case.decide(resolved(Outcome::AsRecommended, "Tiltrådt."), decision()),
        CaseVerb::Withdraw => case.withdraw(prose("Bortfalder.")),
        CaseVerb::Correct => return case.correction(case_id(9), number("S-2019-099")).ok().map(|_| case),
    };
    done.ok().map(|(case, _)| case)
}

proptest! {
    #[test]
    fn every_deed_does_what_the_table_says_and_nothing_else(
        verbs in prop::collection::vec(prop::sample::select(CaseVerb::ALL), 0..20),
    ) {
        let mut case = draft();
        for verb in verbs {
            let (state, leads) = (case.state, case_leads_to(case.state, verb));
            prop_assert_eq!(case.open_verbs().any(|open| open == verb), leads.is_some());
            match (tried(case.clone(), verb), leads) {
                (Some(moved), Some(to)) => {
                    prop_assert_eq!(moved.state, to);
                    case = moved;
                }
                (None, None) => prop_assert_eq!(case.state, state),
                (done, leads) => prop_assert!(false, "{verb:?} from {state:?}: {done:?} against {leads:?}"),
            }
            prop_assert_eq!(case.state == CaseState::Decided, case.resolution.is_some());
            prop_assert_eq!(case.state == CaseState::Withdrawn, !case.note.is_empty());
        }
    }

    #[test]
    fn no_text_makes_reading_a_point_or_a_link_panic(text in ".{0,80}") {
        let _ = content::point(&text);
        if let Ok(link) = Link::parse(&text) {
            prop_assert_eq!(Link::parse(link.as_str()), Ok(link));
        }
    }
}
