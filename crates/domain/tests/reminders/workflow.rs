//! `docs/workflows/reminder.md` is written from the table. `UPDATE_DOCS=1 cargo test -p pejl-domain --test reminders` writes it
//! anew.

use std::path::Path;

use pejl_domain::reminders::*;

fn page() -> String {
    let mut diagram = "```mermaid\nstateDiagram-v2\n    [*] --> waiting\n".to_owned();
    for (from, verb, to) in MAIL_TRANSITIONS {
        diagram += &format!("    {}: {}\n", [from.as_str(), to.as_str()].join(" --> "), verb.as_str());
    }
    for end in [MailState::Sent, MailState::GivenUp] {
        diagram += &format!("    {} --> [*]\n", end.as_str());
    }
    format!(
        "# A reminder in the outbox\n\n\
         Written by a test from `MAIL_TRANSITIONS` in `crates/domain/src/reminders/outbox.rs`; change the table, then run\n\
         `UPDATE_DOCS=1 cargo test -p pejl-domain --test reminders`.\n\n{diagram}```\n\n\
         A mail is made once for a person, a kind and a week or deadline; the database refuses a second one. *lease* gives it to\n\
         one node for five minutes; a node that dies leaves it to the next when the lease has run out. *send* is noted when the\n\
         mail server has taken it, *fail* when it has not: then it waits 1, 5, 15 minutes, 1, 4, and from then on 8 hours.\n\
         *give-up* is for what a mail server refuses for good, what was tried twelve times, what has become too old (the week is\n\
         over, the deadline has passed), and what somebody no longer wants. What is done with keeps no text.\n\n\
         A node that dies after the mail server took the mail and before it noted so leaves a mail that is sent once more. No\n\
         program can rule that out; the second one has the same Message-ID, so that mail programs show one.\n"
    )
}

#[test]
fn the_drawn_workflow_is_the_one_in_the_table() {
    let place = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/workflows/reminder.md");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&place, page()).unwrap();
    }
    let committed = std::fs::read_to_string(&place).unwrap_or_default();
    assert_eq!(committed, page(), "run with UPDATE_DOCS=1 and commit docs/workflows/reminder.md");
}

#[test]
fn a_mail_can_come_to_an_end_from_everywhere_and_leaves_it_never() {
    for state in MailState::ALL {
        let is_end = matches!(state, MailState::Sent | MailState::GivenUp);
        let leads = MailVerb::ALL.iter().filter(|verb| mail_leads_to(*state, **verb).is_some()).count();
        assert_eq!(leads == 0, is_end, "{state:?}");
        assert!(is_end || mail_leads_to(*state, MailVerb::GiveUp) == Some(MailState::GivenUp));
    }
}
