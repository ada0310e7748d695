//! Whatever a file holds, reading it, printing its faults and telling its summary never panics; and every place named
//! lies inside the text.
#![allow(clippy::unwrap_used, clippy::expect_used)] // a helper of a test may fail loudly, as a test may

use std::{fs, path::Path};

use pejl_domain::models::{
    diff, parse,
    report::{Colour, Tongue, diagnostics, summary},
};
use proptest::prelude::*;

const SOUND: &[u8] = include_bytes!("models/sound.toml");

/// As the fuzz target does.
fn survives(bytes: &[u8]) {
    match parse::parse_bytes("model.toml", bytes) {
        Ok(model) => {
            assert!(diff::diff(&model, &model).is_empty());
            assert!(!summary(&model, Tongue::Da).is_empty() && !summary(&model, Tongue::En).is_empty());
        }
        Err(faults) => {
            assert!(!faults.list.is_empty(), "refused without a reason");
            for fault in &faults.list {
                assert!(faults.text.get(fault.place.span.clone()).is_some(), "{:?}", fault.place);
                assert!(fault.place.line >= 1 && fault.place.column >= 1);
            }
            assert!(!diagnostics(&faults, Tongue::Da, Colour::None).is_empty());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_survived(text in "(?s).{0,400}") {
        survives(text.as_bytes());
    }

    #[test]
    fn any_bytes_are_survived(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        survives(&bytes);
    }

    #[test]
    fn a_text_of_the_language_s_own_pieces_is_survived(
        pieces in proptest::collection::vec(
            prop::sample::select(vec![
                "[[level]]\n", "[[element]]\n", "[words.goal]\n", "[scale]\n", "[[step]]\n", "[[round]]\n", "[", "]", "{", "}",
                "key = \"a\"\n", "key = \"b\"\n", "above = \"b\"\n", "under = [\"a\", \"b\"]\n", "levels = [\"a\"]\n",
                "needs = [\"a\"]\n", "kind = \"goal\"\n", "body = \"council\"\n", "from = \"+02-30\"\n", "=", "\"", "\n", "da = {}\n",
                "count = \"0..0\"\n", "years = [1, 2]\n", "deadlines = [{}]\n", "level.a.b = 1\n", "'''", "\"\"\"", "æ", "\r",
            ]),
            0..60,
        )
    ) {
        survives(pieces.concat().as_bytes());
    }

    #[test]
    fn a_sound_model_with_some_bytes_changed_is_survived(changes in proptest::collection::vec((0..SOUND.len(), any::<u8>()), 1..6)) {
        let mut bytes = SOUND.to_vec();
        for (at, byte) in changes {
            bytes[at] = byte;
        }
        survives(&bytes);
    }

    #[test]
    fn a_sound_model_with_some_lines_taken_out_is_survived(out in proptest::collection::btree_set(0usize..180, 1..12)) {
        let text = String::from_utf8_lossy(SOUND);
        let kept: Vec<&str> = text.lines().enumerate().filter(|(at, _)| !out.contains(at)).map(|(_, line)| line).collect();
        survives(kept.join("\n").as_bytes());
    }

    #[test]
    fn a_sound_model_cut_short_is_survived(at in 0..SOUND.len()) {
        survives(&SOUND[..at]);
    }
}

#[test]
fn everything_the_fuzzer_has_found_interesting_is_survived() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus/model");
    let mut replayed = 0;
    for file in fs::read_dir(corpus).unwrap() {
        survives(&fs::read(file.unwrap().path()).unwrap());
        replayed += 1;
    }
    assert!(replayed > 0, "the corpus is empty");
}

#[test]
fn a_very_long_circle_is_found_without_running_out_of_room() {
    let mut text = String::new();
    for n in 0..3_000 {
        let above = (n + 1) % 3_000;
        text.push_str(&format!("[[level]]\nkey = \"l{n}\"\nbody = \"department\"\nabove = \"l{above}\"\n"));
    }
    let faults = parse::parse("model.toml", &text).unwrap_err();
    assert!(faults.list.iter().any(|f| matches!(f.kind, pejl_domain::models::fault::FaultKind::LevelCircle { .. })));
}
