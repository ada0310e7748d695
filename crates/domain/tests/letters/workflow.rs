//! `docs/workflows/letter.md` is written from the table. `UPDATE_DOCS=1 cargo test -p pejl-domain` writes it anew.

use std::path::Path;

use pejl_domain::letters::*;

fn diagram() -> String {
    let mut order: Vec<(LetterState, LetterState)> = Vec::new();
    for (from, _, to) in LETTER_TRANSITIONS {
        if !order.contains(&(*from, *to)) {
            order.push((*from, *to));
        }
    }
    let mut text = "```mermaid\nstateDiagram-v2\n    [*] --> draft\n".to_owned();
    for pair in order {
        let verbs = LETTER_TRANSITIONS.iter().filter(|(from, _, to)| (*from, *to) == pair);
        let verbs: Vec<&str> = verbs.map(|(_, verb, _)| verb.as_str()).collect();
        text += &format!("    {} --> {}: {}\n", pair.0.as_str(), pair.1.as_str(), verbs.join(", "));
    }
    text + "```\n"
}

fn page() -> String {
    format!(
        "# A strategy letter\n\n\
         Written by a test from `LETTER_TRANSITIONS` in `crates/domain/src/letters/mod.rs`; change the table, then run\n\
         `UPDATE_DOCS=1 cargo test -p pejl-domain --test letters`.\n\n{}\n\
         A letter is started for a year, which has one. While it is *draft* or *writing* only those who keep letters read it.\n\
         *open-input* puts the proposal before the leaders from one day to another; until *close-input* its text stands still.\n\
         Every input is answered with what became of it, and why where it was not taken in whole; *publish* asks for a\n\
         confirmation while one is unanswered. A letter can be published without having asked anybody. From then on its text\n\
         is sealed, and its themes that ask something are themes of the year's agreements beside the model's: drafts must\n\
         answer before they are submitted, and what is in force is listed as without them. Everybody comments until\n\
         *close-comments*.\n",
        diagram()
    )
}

#[test]
fn the_drawn_workflow_is_the_one_in_the_table() {
    let place = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/workflows/letter.md");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&place, page()).unwrap();
    }
    let committed = std::fs::read_to_string(place).unwrap_or_default();
    assert_eq!(committed, page(), "run with UPDATE_DOCS=1 and commit docs/workflows/letter.md");
}

#[test]
fn a_letter_can_be_published_from_everywhere() {
    let mut reached = vec![LetterState::Published];
    while let Some((from, _, _)) = LETTER_TRANSITIONS.iter().find(|(from, _, to)| reached.contains(to) && !reached.contains(from)) {
        reached.push(*from);
    }
    assert_eq!(reached.len(), LetterState::ALL.len());
}
