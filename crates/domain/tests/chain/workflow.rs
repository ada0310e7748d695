//! `docs/workflows/element.md` is written from the tables. `UPDATE_DOCS=1 cargo test -p pejl-domain` writes it anew.

use std::collections::BTreeMap;
use std::path::Path;

use pejl_domain::chain::{AnswerName, STANCE_TRANSITIONS, StateName, TRANSITIONS};

const PLACE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/workflows/element.md");

fn diagram(first: &str, last: &[&str], rows: impl Iterator<Item = (&'static str, &'static str, &'static str)>) -> String {
    let mut verbs: BTreeMap<(usize, &str, &str), Vec<&str>> = BTreeMap::new();
    let mut order: Vec<(&str, &str)> = Vec::new();
    for (from, verb, to) in rows {
        if !order.contains(&(from, to)) {
            order.push((from, to));
        }
        let at = order.iter().position(|pair| *pair == (from, to)).unwrap_or(0);
        verbs.entry((at, from, to)).or_default().push(verb);
    }
    let name = |state: &str| state.replace('-', "_");
    let mut text = format!("```mermaid\nstateDiagram-v2\n    [*] --> {}\n", name(first));
    for ((_, from, to), verbs) in verbs {
        text += &format!("    {} --> {}: {}\n", name(from), name(to), verbs.join(", "));
    }
    for state in last {
        text += &format!("    {} --> [*]\n", name(state));
    }
    text + "```\n"
}

fn page() -> String {
    let ends: Vec<&str> = StateName::ALL
        .iter()
        .filter(|state| !TRANSITIONS.iter().any(|(from, _, _)| from == *state))
        .map(|state| state.as_str())
        .collect();
    let element = TRANSITIONS.iter().map(|(from, verb, to)| (from.as_str(), verb.as_str(), to.as_str()));
    let stance = STANCE_TRANSITIONS.iter().map(|(from, verb, to)| (from.as_str(), verb.as_str(), to.as_str()));
    format!(
        "# An element of the chain\n\n\
         Written by a test from `TRANSITIONS` in `crates/domain/src/chain/mod.rs`; change the table, then run\n\
         `UPDATE_DOCS=1 cargo test -p pejl-domain --test chain`.\n\n{}\n\
         *propose*, *return* and *adopt* are for what the model has adopted by a body; *put-in-force* for what it has not\n\
         (an action its unit simply plans). *revise* makes the next edition, with a reason and, where a body adopts, a\n\
         decision; the edition before stands as it was. *track* is for actions.\n\n\
         ## A unit's answer to a goal\n\n\
         From `STANCE_TRANSITIONS` in `crates/domain/src/chain/stance.rs`.\n\n{}",
        diagram(StateName::Draft.as_str(), &ends, element),
        diagram(AnswerName::Asked.as_str(), &[], stance),
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
    assert_eq!(committed, page(), "run with UPDATE_DOCS=1 and commit docs/workflows/element.md");
}

#[test]
fn everything_can_come_to_an_end() {
    let mut ends: Vec<StateName> =
        StateName::ALL.iter().copied().filter(|s| !TRANSITIONS.iter().any(|(from, _, _)| from == s)).collect();
    let closed = ends.len();
    while let Some((from, _, _)) = TRANSITIONS.iter().find(|(from, _, to)| ends.contains(to) && !ends.contains(from)) {
        ends.push(*from);
    }
    assert_eq!((closed, ends.len()), (3, StateName::ALL.len()));
}
