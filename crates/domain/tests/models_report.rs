//! What is printed about a model, and what another version is said to change.
#![allow(clippy::unwrap_used, clippy::expect_used)] // a helper of a test may fail loudly, as a test may

use pejl_domain::models::{
    GoalField, Model, Noun,
    diff::{Part, Turn, diff},
    parse,
    report::{Colour, Tongue, diagnostics, summary},
};

const SOUND: &str = include_str!("models/sound.toml");

fn model(text: &str) -> Model {
    parse::parse("model.toml", text).unwrap_or_else(|faults| panic!("{}", diagnostics(&faults, Tongue::En, Colour::None)))
}

/// What replacing one text in the sound model changes, in Danish and English.
fn changes(from: &str, to: &str) -> (Vec<String>, Vec<String>) {
    assert!(SOUND.contains(from), "the sound model has no {from:?}");
    let changes = diff(&model(SOUND), &model(&SOUND.replacen(from, to, 1)));
    let told = |tongue| changes.iter().map(|change| change.describe(tongue)).collect();
    (told(Tongue::Da), told(Tongue::En))
}

fn three_mistakes() -> String {
    SOUND
        .replacen("name = \"Lilleby\"", "name = Lilleby", 1)
        .replacen("levels = [\"center\"]", "levels = [\"centre\"]", 1)
        .replacen("day = \"+01-20\"", "day = \"+01-05\"", 1)
}

#[test]
fn three_mistakes_get_three_exact_complaints_in_danish() {
    let faults = parse::parse("models/lilleby.toml", &three_mistakes()).unwrap_err();
    insta::assert_snapshot!(diagnostics(&faults, Tongue::Da, Colour::None), @r#"
    fejl: teksten mangler anførselstegn
     --> models/lilleby.toml:4:8
      |
    4 | name = Lilleby
      |        ^^^^^^^
      |
      = ret: sæt anførselstegn om teksten

    fejl: modellen har intet niveau med nøglen `centre`
      --> models/lilleby.toml:54:11
       |
    54 | levels = ["centre"]
       |           ^^^^^^^^
       |
       = ret: skriv `center`

    fejl: `center` skal indberette før `hus`, som er længere nede
       --> models/lilleby.toml:105:29
        |
    104 |   { level = "hus", day = "+01-10" },
        |                          -------- det andet sted
    105 |   { level = "center", day = "+01-05" },
        |                             ^^^^^^^^
        |
        = ret: læg fristen for `center` efter fristen for `hus`

    models/lilleby.toml: 3 fejl
    "#);
}

#[test]
fn and_in_english() {
    let faults = parse::parse("models/lilleby.toml", &three_mistakes()).unwrap_err();
    insta::assert_snapshot!(diagnostics(&faults, Tongue::En, Colour::None), @r#"
    error: the text has no quotes
     --> models/lilleby.toml:4:8
      |
    4 | name = Lilleby
      |        ^^^^^^^
      |
      = mend: put quotes around the text

    error: the model has no level with the key `centre`
      --> models/lilleby.toml:54:11
       |
    54 | levels = ["centre"]
       |           ^^^^^^^^
       |
       = mend: write `center`

    error: `center` is to report before `hus`, which is further down
       --> models/lilleby.toml:105:29
        |
    104 |   { level = "hus", day = "+01-10" },
        |                          -------- the other place
    105 |   { level = "center", day = "+01-05" },
        |                             ^^^^^^^^
        |
        = mend: put the deadline of `center` after that of `hus`

    models/lilleby.toml: 3 faults
    "#);
}

#[test]
fn colours_are_only_there_when_asked_for() {
    let faults = parse::parse("models/lilleby.toml", &three_mistakes()).unwrap_err();
    assert!(!diagnostics(&faults, Tongue::Da, Colour::None).contains('\u{1b}'));
    assert!(diagnostics(&faults, Tongue::Da, Colour::Ansi).contains('\u{1b}'));
}

#[test]
fn a_file_cannot_paint_on_the_terminal_of_the_one_who_checks_it() {
    let faults = parse::parse("m.toml", &SOUND.replacen("actor = \"byraad\"", "actor = \"\\u001b[31mb\"", 1)).unwrap_err();
    assert!(!diagnostics(&faults, Tongue::Da, Colour::None).contains('\u{1b}'));
}

#[test]
fn a_sound_model_is_told_in_the_municipality_s_own_words() {
    insta::assert_snapshot!(summary(&model(SOUND), Tongue::Da), @r"
    Styring i Lilleby (Lilleby, 0999), 2022–2025
    Kilde: Lilleby Kommunes styringsmodel

    Niveauer
      byråd → fagudvalg → center → hus
      Slags enheder: skoler

    Elementer, oppefra og ned
      sigter: byråd; 5–10 i alt; 4–12 år; vedtages af byrådet; kræver tekst
      mål: center; står under sigter; 3–6 i hver enhed; vedtages af fagudvalget; kræver forventet effekt
      mål: hus; står under mål (center); vedtages af centeret; kræver forventet effekt
      værdimarkører: byråd; ved siden af kæden; vedtages af byrådet

    Alle mål skal have: forventet effekt
    Alle mål bør have: opfølgning

    Aftaler
      centeraftale: fagudvalg – center; 1–2 år; 3–8 mål; godkendes af fagudvalget
        Opfølgning: Ved hver statusrunde.
        Afrapportering: Med en kort rapport i januar.

    Opfølgning
      Årsstatus: opgjort 31. december; mål og økonomi; alt; hus senest 10. januar året efter; center senest 20. januar året efter

    Årshjul
      Februar
        Byrådets seminar (byråd, 1. februar – 28. februar, periodens år 1): Sigterne.
      Oktober
        Aftalerne laves (center, 1. oktober – 15. december): En aftale for hvert center.

    Værdimarkører
      De mindste først: Alt arbejde tager hensyn til de mindste.

    Temaer
      Fællesskab (2023–2024): Hvordan styrker I fællesskabet?

    Spilleregler
      Metode (frit – skoler): Skolen vælger selv sin metode.

    Kan følge af målopfyldelse: Ros

    Rød: ikke nået. Gul: delvist nået. Grøn: nået.
    Mållampen er gul fra 10 % røde og rød fra 25 %. Pengelampen er gul fra 0,5 % over korrigeret budget og rød fra 1 %.
    ");
}

#[test]
fn a_sound_model_is_told_in_english_too() {
    let told = summary(&model(SOUND), Tongue::En);
    for words in [
        "council → committee → centre → institution",
        "stand under goals (centre)",
        "adopted by the council",
        "10 January the year after",
    ] {
        assert!(told.contains(words), "{words} is missing in:\n{told}");
    }
}

#[test]
fn words_without_an_own_form_are_the_field_s_standard_words() {
    let model = model(SOUND);
    assert_eq!(model.words.word(Noun::Round).da.plural, "statusrunder");
    assert_eq!(model.words.word(Noun::Round).en.plural, "follow-up rounds");
    assert_eq!(model.elements[1].word.da.definite, "målet");
    assert_eq!(model.levels[0].word.da.singular, "byråd");
}

#[test]
fn what_a_model_leaves_out_has_the_defaults_the_reference_page_names() {
    let model = model(SOUND);
    let [objective, goal, _, marker] = &model.elements[..] else { panic!("four elements") };
    assert!(!objective.tied && objective.served);
    assert!(goal.tied && goal.served);
    assert!(!marker.tied && !marker.served);
    assert_eq!(goal.proposes, goal.levels);
    assert_eq!(model.required(goal), [GoalField::ExpectedEffect]);
    assert_eq!(model.recommended(goal), [GoalField::Due, GoalField::FollowUp]);
}

#[test]
fn a_model_does_not_differ_from_itself() {
    assert_eq!(diff(&model(SOUND), &model(SOUND)), []);
}

#[test]
fn a_newly_required_field_is_told() {
    let (da, en) = changes("required = [\"text\"]", "required = [\"text\", \"vision\"]");
    assert_eq!(da, ["Elementet »sigte«: det kræves nu at udfylde vision."]);
    assert_eq!(en, ["The element “objective”: vision must now be filled in."]);
}

#[test]
fn a_moved_deadline_is_told_with_both_days() {
    let (da, _) = changes("+01-20", "+01-25");
    assert_eq!(
        da,
        ["Opfølgningsrunden »Årsstatus«: fristen for center flyttes fra 20. januar året efter til 25. januar året efter."]
    );
}

#[test]
fn a_level_that_goes_is_told_with_what_it_takes_along() {
    let new = SOUND
        .replacen("[[level]]\nkey = \"udvalg\"\nbody = \"committee\"\nabove = \"byraad\"\n", "", 1)
        .replace("\"udvalg\"", "\"byraad\"");
    let told: Vec<_> = diff(&model(SOUND), &model(&new)).iter().map(|c| c.describe(Tongue::Da)).collect();
    assert_eq!(told[0], "Niveauet »fagudvalg« bruges ikke længere.");
    assert!(told.contains(&"Niveauet »center«: niveauet over var fagudvalg, bliver byråd.".to_owned()), "{told:#?}");
    assert!(told.contains(&"Aftaletypen »centeraftale«: parterne var fagudvalg, center, bliver byråd, center.".to_owned()));
}

#[test]
fn a_new_entry_is_told_once_and_not_part_by_part() {
    let (da, en) = changes(
        "[[consequence]]",
        "[[consequence]]\nkey = \"penge\"\nname = { da = \"Penge\", en = \"Money\" }\n\n[[consequence]]",
    );
    assert_eq!(da, ["Konsekvensen »Penge« er ny."]);
    assert_eq!(en, ["The consequence “Money” is new."]);
}

#[test]
fn a_change_in_the_other_language_alone_is_said_to_be_that() {
    let (da, _) = changes("en = \"partly met\"", "en = \"half met\"");
    assert_eq!(da, ["Farverne: gul på engelsk var partly met, bliver half met."]);
}

#[test]
fn a_changed_word_is_told_by_its_new_name() {
    let (da, _) = changes("singular = \"statusrunde\"", "singular = \"status\"");
    assert_eq!(da, ["Ordet »status«: navnet var statusrunde, bliver status."]);
}

#[test]
fn every_single_value_that_differs_is_a_change() {
    let old = model(SOUND);
    let edits = [
        ("\"0999\"", "\"0998\""),
        ("\"2022-2025\"", "\"2022-2024\""),
        ("\"5..10\"", "\"5..9\""),
        ("\"4..12\"", "\"4..8\""),
        ("count-within = \"unit\"", "count-within = \"parent\""),
        ("adopts = \"center\"", "adopts = \"udvalg\""),
        ("horizon = \"1..2\"", "horizon = \"1\""),
        ("goals = \"3..8\"", "goals = \"3..5\""),
        ("[\"employees\"]", "[\"user-board\"]"),
        ("approves = \"udvalg\"", "approves = \"byraad\""),
        ("made-in = \"aftaler\"", "made-in = \"seminar\""),
        ("cut-off = \"12-31\"", "cut-off = \"12-30\""),
        ("[\"goals\", \"money\"]", "[\"goals\"]"),
        ("years = [1]", "years = [2]"),
        ("kind = \"seminar\"", "kind = \"meeting\""),
        ("to = \"12-15\"", "to = \"12-16\""),
        ("needs = [\"seminar\"]", ""),
        ("\"2023-2024\"", "\"2023\""),
        ("latitude = \"free\"", "latitude = \"fixed\""),
        ("goals-red = 25", "goals-red = 26"),
        ("money-red = 10", "money-red = 11"),
        ("under = [\"centermaal\"]", "under = [\"centermaal\"]\ntied = false"),
    ];
    for (from, to) in edits {
        let new = model(&SOUND.replacen(from, to, 1));
        let changes = diff(&old, &new);
        assert_eq!(changes.len().min(1), 1, "{from} → {to}");
        for change in changes {
            assert!(!matches!((&change.part, &change.turn), (Part::Itself, Turn::From { .. })));
            assert!(change.describe(Tongue::En).ends_with('.'));
        }
    }
}
