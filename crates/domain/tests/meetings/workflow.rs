//! `docs/workflows/meeting.md` is written from the table. `UPDATE_DOCS=1 cargo test -p pejl-domain` writes it anew.

use std::path::{Path, PathBuf};

use pejl_domain::meetings::*;

fn diagram() -> String {
    let mut order: Vec<(&str, &str)> = Vec::new();
    for (from, _, to) in MEETING_TRANSITIONS {
        if !order.contains(&(from.as_str(), to.as_str())) {
            order.push((from.as_str(), to.as_str()));
        }
    }
    let mut text = "```mermaid\nstateDiagram-v2\n    [*] --> planned\n".to_owned();
    for (from, to) in order {
        let verbs = MEETING_TRANSITIONS.iter().filter(|(f, _, t)| (f.as_str(), t.as_str()) == (from, to));
        let verbs: Vec<&str> = verbs.map(|(_, verb, _)| verb.as_str()).collect();
        text += &format!("    {from} --> {to}: {}\n", verbs.join(", "));
    }
    text + "    approved --> [*]\n    cancelled --> [*]\n```\n"
}

fn page() -> String {
    format!(
        "# A dialogue meeting\n\n\
         Written by a test from `MEETING_TRANSITIONS` in `crates/domain/src/meetings/mod.rs`; change the table, then run\n\
         `UPDATE_DOCS=1 cargo test -p pejl-domain --test meetings`.\n\n{}\n\
         A meeting is *planned* with the form the administration proposes; *choose-form* records which of the three forms the\n\
         committee chose, and without it *invite* is refused. From *invited* on the units prepare, and whoever is invited stays\n\
         so. *start* opens it on its day, not before. While it is *running*, and while the minutes are a draft, the scribes note\n\
         what is said and word guideposts from it: so a line that was sent late still comes in. The minutes have four phases:\n\
         draft, for comments by those who were there, amended, approved; the comments are read by them, and by whoever writes or\n\
         approves the minutes. *propose* puts a guidepost worded at the meeting before its committee as an element of the chain, which keeps pointing back.\n",
        diagram()
    )
}

fn place() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/workflows/meeting.md")
}

#[test]
fn the_drawn_workflow_is_the_one_in_the_table() {
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(place(), page()).unwrap();
    }
    let committed = std::fs::read_to_string(place()).unwrap_or_default();
    assert_eq!(committed, page(), "run with UPDATE_DOCS=1 and commit docs/workflows/meeting.md");
}

#[test]
fn minutes_can_be_approved_from_everywhere_but_a_meeting_that_was_called_off() {
    let mut reached = vec![MeetingState::Approved];
    while let Some((from, ..)) = MEETING_TRANSITIONS.iter().find(|(from, _, to)| reached.contains(to) && !reached.contains(from)) {
        reached.push(*from);
    }
    assert_eq!(reached.len(), MeetingState::ALL.len() - 1);
}
