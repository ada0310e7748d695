//! `docs/workflows/seminar.md` is written from the table. `UPDATE_DOCS=1 cargo test -p pejl-domain` writes it anew.

use std::path::{Path, PathBuf};

use pejl_domain::seminars::*;

fn diagram() -> String {
    let mut order: Vec<(SeminarState, SeminarState)> = Vec::new();
    for (from, _, to) in SEMINAR_TRANSITIONS {
        if !order.contains(&(*from, *to)) {
            order.push((*from, *to));
        }
    }
    let mut text = format!("```mermaid\nstateDiagram-v2\n    [*] --> {}\n", SeminarState::Collecting.as_str());
    for (from, to) in order {
        let verbs = SEMINAR_TRANSITIONS.iter().filter(|(f, _, t)| (*f, *t) == (from, to)).map(|(_, verb, _)| verb.as_str());
        text += &format!("    {} --> {}: {}\n", from.as_str(), to.as_str(), verbs.collect::<Vec<_>>().join(", "));
    }
    for end in [SeminarState::Concluded, SeminarState::Cancelled] {
        text += &format!("    {} --> [*]\n", end.as_str());
    }
    text + "```\n"
}

fn page() -> String {
    format!(
        "# A goal seminar\n\n\
         Written by a test from `SEMINAR_TRANSITIONS` in `crates/domain/src/seminars/mod.rs`; change the table, then run\n\
         `UPDATE_DOCS=1 cargo test -p pejl-domain --test seminars`.\n\n{}\n\
         While a seminar is *collecting*, everybody who may puts proposals before it; what the last one parked is there from\n\
         the start. *prioritise* closes that: from then on whoever keeps it weighs them (chosen, parked, merged, declined),\n\
         gives each chosen objective its way (A: a policy is commissioned; B: a goal at once), and says what objectives in\n\
         force are to become. *conclude* proposes the objectives, drafts the policies and goals, and keeps what was in force,\n\
         all at once; it asks that everything is weighed and has its way, and for a confirmation where the number is not the\n\
         one the model means. A concluded seminar is never opened again. *cancel* asks why; the proposals come along to\n\
         another seminar of the same year.\n",
        diagram()
    )
}

fn place() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/workflows/seminar.md")
}

#[test]
fn the_drawn_workflow_is_the_one_in_the_table() {
    let page = page();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(place(), &page).unwrap();
    }
    let committed = std::fs::read_to_string(place()).unwrap_or_default();
    assert_eq!(committed, page, "run with UPDATE_DOCS=1 and commit docs/workflows/seminar.md");
}

#[test]
fn nothing_leads_out_of_a_seminar_that_is_over() {
    for over in [SeminarState::Concluded, SeminarState::Cancelled] {
        assert!(SeminarVerb::ALL.iter().all(|verb| seminar_leads_to(over, *verb).is_none()));
    }
}
