//! `docs/workflows/agreement.md` is written from the table. `UPDATE_DOCS=1 cargo test -p pejl-domain` writes it anew.

use std::path::Path;

use pejl_domain::agreements::{AGREEMENT_TRANSITIONS, AgreementState};

const PLACE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/workflows/agreement.md");

fn ends() -> Vec<AgreementState> {
    let leads_on = |state: &AgreementState| AGREEMENT_TRANSITIONS.iter().any(|(from, _, _)| from == state);
    AgreementState::ALL.iter().copied().filter(|state| !leads_on(state)).collect()
}

fn diagram() -> String {
    let mut arrows: Vec<(&str, &str, Vec<&str>)> = Vec::new();
    for (from, verb, to) in AGREEMENT_TRANSITIONS {
        let (from, verb, to) = (from.as_str(), verb.as_str(), to.as_str());
        match arrows.iter_mut().find(|arrow| arrow.0 == from && arrow.1 == to) {
            Some(arrow) => arrow.2.push(verb),
            None => arrows.push((from, to, vec![verb])),
        }
    }
    let mut text = format!("```mermaid\nstateDiagram-v2\n    [*] --> {}\n", AgreementState::Draft.as_str());
    for (from, to, verbs) in arrows {
        text += &format!("    {from} --> {to}: {}\n", verbs.join(", "));
    }
    for state in ends() {
        text += &format!("    {} --> [*]\n", state.as_str());
    }
    text + "```\n"
}

fn page() -> String {
    format!(
        "# An agreement\n\n\
         Written by a test from `AGREEMENT_TRANSITIONS` in `crates/domain/src/agreements/mod.rs`; change the table, then run\n\
         `UPDATE_DOCS=1 cargo test -p pejl-domain --test agreements`.\n\n{}\n\
         *submit* freezes the text and proposes the agents' own goals; *return* voids what was signed and sends those goals\n\
         back with the same note; *approve* makes the next edition, by a decision where a political body approves, and the\n\
         same decision adopts the goals. Nobody submits or signs while a counter-proposal is open.\n\n\
         *amend* goes the same way again with a reason: the edition before stays in force until the next is approved, or the\n\
         amendment is dropped. *drop-amendment* asks for an edition in force, *withdraw* for none.\n",
        diagram()
    )
}

#[test]
fn the_drawn_workflow_is_the_one_in_the_table() {
    let place = Path::new(PLACE);
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::create_dir_all(place.parent().unwrap()).unwrap();
        std::fs::write(place, page()).unwrap();
    }
    let committed = std::fs::read_to_string(place).unwrap_or_default();
    assert_eq!(committed, page(), "run with UPDATE_DOCS=1 and commit docs/workflows/agreement.md");
}

#[test]
fn everything_can_come_to_an_end() {
    let mut ends = ends();
    assert_eq!(ends, [AgreementState::Closed, AgreementState::Withdrawn]);
    while let Some((from, _, _)) = AGREEMENT_TRANSITIONS.iter().find(|(from, _, to)| ends.contains(to) && !ends.contains(from)) {
        ends.push(*from);
    }
    assert_eq!(ends.len(), AgreementState::ALL.len());
}
