//! Laws that hold for whatever people write and try.

use jiff::civil::date;
use pejl_domain::letters::*;
use pejl_domain::models::Key;
use proptest::prelude::*;

use crate::fixture::*;

/// Tries a verb; the letter as it then is, or that it was refused.
fn attempt(letter: &Letter, verb: LetterVerb) -> Option<Letter> {
    let own = letter.clone();
    let model = model();
    let given = || Given { became: Became::Not, because: prose("Nej."), stamp: stamp() };
    match verb {
        LetterVerb::Write => own.write(&model, content()).ok().map(|done| done.0),
        LetterVerb::OpenInput => own.open_input(ROUND, TODAY).ok().map(|done| done.0),
        LetterVerb::GiveInput => letter.take_input(input(letter, InputFrom::Person, "Ord"), TODAY).ok().map(|_| own),
        LetterVerb::AnswerInput => letter.answer_input(input(letter, InputFrom::Person, "Ord"), given()).ok().map(|_| own),
        LetterVerb::CloseInput => own.close_input(TODAY).ok().map(|done| done.0),
        LetterVerb::Publish => own.publish(&model, publishing()).ok().map(|done| done.0),
        LetterVerb::Comment => letter.take_comment(comment(letter, "Ord")).ok().map(|_| own),
        LetterVerb::CloseComments => own.close_comments().ok().map(|done| done.0),
        LetterVerb::ReopenComments => own.reopen_comments().ok().map(|done| done.0),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_verb_takes_a_letter_out_of_the_table(verbs in prop::collection::vec(prop::sample::select(LetterVerb::ALL), 0..24)) {
        let mut letter = draft();
        for verb in verbs {
            let before = letter.clone();
            match attempt(&letter, verb) {
                Some(after) => {
                    prop_assert_eq!(letter_leads_to(before.state, verb), Some(after.state));
                    prop_assert_eq!(after.seal.is_empty(), !after.state.is_published());
                    prop_assert_eq!(after.published.is_some(), after.state.is_published());
                    if before.state.is_published() {
                        prop_assert_eq!((&after.content, &after.seal), (&before.content, &before.seal));
                    }
                    letter = after;
                }
                None => prop_assert!(!letter.open_verbs().any(|open| open == verb), "{:?} in {:?}", verb, letter.state),
            }
        }
    }

    #[test]
    fn whatever_a_theme_is_called_it_gets_a_key(name in "\\PC{1,220}") {
        let key = content().new_key(&name).unwrap();
        prop_assert_eq!(Key::parse(key.as_str()), Some(key.clone()));
        prop_assert!(content().theme(&key).is_none());
    }

    #[test]
    fn the_same_letter_has_the_same_seal_and_another_text_another(a in "[a-zæøå ]{1,40}", b in "[a-zæøå ]{1,40}") {
        let sealed = |text: &str| {
            let mut letter = draft();
            letter.content.opening = prose(text);
            SealedLetter::of(FrozenLetter::of(&letter, date(2014, 11, 3)))
        };
        prop_assert_eq!(sealed(&a).seal == sealed(&b).seal, a.trim() == b.trim());
        let one = sealed(&a);
        prop_assert_eq!(SealedLetter::read(&one.text, &one.seal), Some(one.clone()));
    }
}
