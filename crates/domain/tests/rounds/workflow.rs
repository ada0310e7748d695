//! `docs/workflows/round.md` and `report.md` are written from the tables. `UPDATE_DOCS=1 cargo test -p pejl-domain` writes
//! them anew.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use pejl_domain::rounds::*;

type Row = (&'static str, &'static str, &'static str);

fn diagram(rows: &[Row]) -> String {
    let mut verbs: BTreeMap<(usize, &str, &str), Vec<&str>> = BTreeMap::new();
    let mut order: Vec<(&str, &str)> = Vec::new();
    for (from, verb, to) in rows {
        if !order.contains(&(from, to)) {
            order.push((from, to));
        }
        let at = order.iter().position(|pair| *pair == (*from, *to)).unwrap_or(0);
        verbs.entry((at, from, to)).or_default().push(verb);
    }
    let mut text = format!("```mermaid\nstateDiagram-v2\n    [*] --> {}\n", rows[0].0);
    for ((_, from, to), verbs) in verbs {
        text += &format!("    {from} --> {to}: {}\n", verbs.join(", "));
    }
    for end in ends(rows) {
        text += &format!("    {end} --> [*]\n");
    }
    text + "```\n"
}

fn ends(rows: &[Row]) -> Vec<&'static str> {
    let mut ends: Vec<&str> = rows.iter().map(|(_, _, to)| *to).filter(|to| !rows.iter().any(|(from, _, _)| from == to)).collect();
    ends.dedup();
    ends
}

fn round_rows() -> Vec<Row> {
    ROUND_TRANSITIONS.iter().map(|(from, verb, to)| (from.as_str(), verb.as_str(), to.as_str())).collect()
}

fn report_rows() -> Vec<Row> {
    REPORT_TRANSITIONS.iter().map(|(from, verb, to)| (from.as_str(), verb.as_str(), to.as_str())).collect()
}

fn round_page() -> String {
    format!(
        "# A follow-up round\n\n\
         Written by a test from `ROUND_TRANSITIONS` in `crates/domain/src/rounds/mod.rs`; change the table, then run\n\
         `UPDATE_DOCS=1 cargo test -p pejl-domain --test rounds`.\n\n{}\n\
         A round is *planned* from the model for a year. *open* asks every goal that is in force, has not its start after the\n\
         cut-off, and whose owner's level has a deadline; from then on only the deadlines of the same levels can move.\n\
         *consolidate* takes no more reports, so that they can be read, accepted and assessed; *reopen* takes them again.\n\
         *close* keeps every unit's page to the byte under one seal. While something is unanswered it asks for a\n\
         confirmation; what is missing then is silent for good. Feedback and consequences can be given after closing.\n",
        diagram(&round_rows())
    )
}

fn report_page() -> String {
    format!(
        "# A report on a goal\n\n\
         Written by a test from `REPORT_TRANSITIONS` in `crates/domain/src/rounds/mod.rs`; change the table, then run\n\
         `UPDATE_DOCS=1 cargo test -p pejl-domain --test rounds`.\n\n{}\n\
         Every goal that a round asks has a report from the moment the round opens; *missing* is shown as silent, never as\n\
         green. *write* and *submit* are open while the round is open, *return* and *accept* also while it is consolidated;\n\
         nothing is once it is closed. *submit* asks for what the mark asks for. Where the goal has been closed, withdrawn or\n\
         superseded since the round opened, its report is neither submitted nor returned, and counts nowhere.\n",
        diagram(&report_rows())
    )
}

fn place(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/workflows").join(name)
}

#[test]
fn the_drawn_workflows_are_those_in_the_tables() {
    for (name, page) in [("round.md", round_page()), ("report.md", report_page())] {
        if std::env::var_os("UPDATE_DOCS").is_some() {
            std::fs::write(place(name), &page).unwrap();
        }
        let committed = std::fs::read_to_string(place(name)).unwrap_or_default();
        assert_eq!(committed, page, "run with UPDATE_DOCS=1 and commit docs/workflows/{name}");
    }
}

#[test]
fn a_round_can_come_to_an_end_from_everywhere_and_a_report_to_acceptance() {
    let reach = |rows: &[Row], goal: &'static str| {
        let mut reached = vec![goal];
        while let Some((from, _, _)) = rows.iter().find(|(from, _, to)| reached.contains(to) && !reached.contains(from)) {
            reached.push(from);
        }
        reached.len()
    };
    assert_eq!(ends(&round_rows()), ["closed"]);
    assert_eq!(reach(&round_rows(), "closed"), RoundState::ALL.len());
    assert_eq!(reach(&report_rows(), "accepted"), ReportState::ALL.len());
}
