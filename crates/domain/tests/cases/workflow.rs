//! `docs/workflows/case.md` is written from the table. `UPDATE_DOCS=1 cargo test -p pejl-domain` writes it anew.

use std::path::{Path, PathBuf};

use pejl_domain::cases::{CASE_TRANSITIONS, CaseState};

fn diagram() -> String {
    let mut pairs: Vec<(CaseState, CaseState, Vec<&str>)> = Vec::new();
    for (from, verb, to) in CASE_TRANSITIONS {
        match pairs.iter_mut().find(|(f, t, _)| f == from && t == to) {
            Some((_, _, verbs)) => verbs.push(verb.as_str()),
            None => pairs.push((*from, *to, vec![verb.as_str()])),
        }
    }
    let mut text = "```mermaid\nstateDiagram-v2\n    [*] --> draft\n".to_owned();
    for (from, to, verbs) in &pairs {
        text += &format!("    {} --> {}: {}\n", from.as_str(), to.as_str(), verbs.join(", "));
    }
    for end in CaseState::ALL.iter().filter(|state| !pairs.iter().any(|(from, to, _)| from == *state && to != from)) {
        text += &format!("    {} --> [*]\n", end.as_str());
    }
    text + "```\n"
}

fn page() -> String {
    format!(
        "# A case\n\n\
         Written by a test from `CASE_TRANSITIONS` in `crates/domain/src/cases/mod.rs`; change the table, then run\n\
         `UPDATE_DOCS=1 cargo test -p pejl-domain --test cases`.\n\n{}\n\
         A case is a *draft* until *ready* puts it on the agenda of its meeting: it then has a date, a recommendation and a\n\
         presentation, and nothing in it changes. *take-back* makes it a draft again, to write in it or to put it off.\n\
         *decide* records what the body decided, once; what the case names is adopted by that decision in the same\n\
         transaction, or none of it is. *correct* begins a case of its own that points at the decided one, which stays as it\n\
         is. Whoever is noted with *disqualify* does nothing in the case, whatever else they may, and\n\
         while it is open neither adopts nor returns what it names by any other page. A closed case is seen only\n\
         by those who sit in the body and those who work for the whole municipality.\n",
        diagram()
    )
}

fn place() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/workflows/case.md")
}

#[test]
fn the_drawn_workflow_is_the_one_in_the_table() {
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(place(), page()).unwrap();
    }
    let committed = std::fs::read_to_string(place()).unwrap_or_default();
    assert_eq!(committed, page(), "run with UPDATE_DOCS=1 and commit docs/workflows/case.md");
}

#[test]
fn a_case_can_be_decided_from_wherever_it_is_not_over() {
    let mut reached = vec![CaseState::Decided];
    while let Some((from, _, _)) = CASE_TRANSITIONS.iter().find(|(from, _, to)| reached.contains(to) && !reached.contains(from)) {
        reached.push(*from);
    }
    assert_eq!(reached.len(), 3);
    assert!(!reached.contains(&CaseState::Withdrawn));
}
