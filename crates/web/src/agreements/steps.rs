//! What a reader can do with an agreement now: one clear next step, those near it, and the rest.

use pejl_app::agreements::AgreementPage;
use pejl_domain::agreements::{AgreementState, AgreementVerb};

use super::loading::{about, deed_href};
use crate::inside::Inside;

/// Something to do.
pub(super) struct Step {
    pub label: String,
    pub href: String,
    /// Whether the button does it; else it leads to a form.
    pub posts: bool,
}

/// The deeds open to this reader.
#[derive(Default)]
pub(super) struct Steps {
    pub first: Option<Step>,
    pub near: Vec<Step>,
    pub more: Vec<Step>,
}

/// How many stand beside the first.
const NEAR: usize = 2;

pub(super) fn steps(inside: &Inside, found: &AgreementPage) -> Steps {
    let mut verbs = in_order(inside, found);
    verbs.retain(|verb| found.may.contains(verb));
    let next = verbs.iter().copied().find(|verb| is_next(inside, found, *verb));
    verbs.retain(|verb| Some(*verb) != next);
    let mut near: Vec<Step> = verbs.into_iter().filter_map(|verb| step(inside, found, verb)).collect();
    near.extend(renew(inside, found));
    let more = near.split_off(near.len().min(NEAR));
    Steps { first: next.and_then(|verb| step(inside, found, verb)), near, more }
}

/// Whether a verb moves the agreement on, so that it may be the one clear next step.
fn is_next(inside: &Inside, found: &AgreementPage, verb: AgreementVerb) -> bool {
    match verb {
        AgreementVerb::Amend | AgreementVerb::Withdraw | AgreementVerb::DropAmendment | AgreementVerb::HandOver => false,
        AgreementVerb::Report => inside.visit.actor.on.year() > found.shown.agreement.period.to,
        AgreementVerb::Edit
        | AgreementVerb::Hear
        | AgreementVerb::GiveInput
        | AgreementVerb::OpenDialogue
        | AgreementVerb::Negotiate
        | AgreementVerb::Submit
        | AgreementVerb::Sign
        | AgreementVerb::Return
        | AgreementVerb::Approve
        | AgreementVerb::ReturnReport
        | AgreementVerb::Close => true,
    }
}

/// The verbs as they come in this state, what is most natural first.
fn in_order(inside: &Inside, found: &AgreementPage) -> Vec<AgreementVerb> {
    use AgreementVerb as V;
    let agreement = &found.shown.agreement;
    let asks_to_be_heard = agreement.kind_in(&inside.voice.model).is_some_and(|kind| !kind.heard.is_empty());
    let is_ready = found.in_the_way.is_empty() && !agreement.content.goals.is_empty();
    let is_over = inside.visit.actor.on.year() > agreement.period.to;
    let waits = found.shown.counters.iter().any(|row| row.counter.is_open() && found.side == Some(row.counter.side.other()));
    let mut verbs = match agreement.state {
        AgreementState::Draft if agreement.content.goals.is_empty() => vec![V::Edit, V::Hear, V::OpenDialogue],
        AgreementState::Draft if asks_to_be_heard && agreement.edition == 0 => vec![V::Hear, V::Edit, V::OpenDialogue],
        AgreementState::Draft => vec![V::OpenDialogue, V::Edit, V::Hear],
        AgreementState::Hearing if found.shown.hearings.is_empty() => vec![V::GiveInput, V::OpenDialogue, V::Edit],
        AgreementState::Hearing => vec![V::OpenDialogue, V::GiveInput, V::Edit],
        AgreementState::Dialogue if waits => vec![V::Negotiate, V::Edit, V::Submit, V::GiveInput],
        AgreementState::Dialogue if is_ready => vec![V::Submit, V::Edit, V::GiveInput],
        AgreementState::Dialogue => vec![V::Edit, V::Submit, V::GiveInput],
        AgreementState::Returned if waits => vec![V::Negotiate, V::Edit, V::Submit, V::GiveInput],
        AgreementState::Returned => vec![V::Edit, V::Submit, V::GiveInput],
        AgreementState::Submitted => vec![V::Sign, V::Approve, V::Return],
        AgreementState::Approved if is_over => vec![V::Report, V::Sign, V::Amend],
        AgreementState::Approved => vec![V::Sign, V::Amend, V::Report],
        AgreementState::Reported => vec![V::Close, V::ReturnReport, V::Sign],
        AgreementState::Closed | AgreementState::Withdrawn => Vec::new(),
    };
    verbs.extend([V::DropAmendment, V::Withdraw]);
    verbs
}

fn step(inside: &Inside, found: &AgreementPage, verb: AgreementVerb) -> Option<Step> {
    use AgreementVerb as V;
    let agreement = &found.shown.agreement;
    let (deed, posts) = match verb {
        V::Edit => ("ret", false),
        V::Hear => ("hoer", true),
        V::GiveInput => ("input", false),
        V::OpenDialogue => ("dialog", true),
        V::Negotiate => {
            let href = "#forhandling".to_owned();
            return Some(Step { label: inside.t().say("agreement-do-answer"), href, posts: false });
        }
        V::Submit => ("send", true),
        V::Sign => ("underskriv", false),
        V::Return => ("send-tilbage", false),
        V::Approve => ("godkend", false),
        V::Amend => ("aendring", false),
        V::DropAmendment => ("opgiv-aendring", false),
        V::Report => ("rapport", false),
        V::ReturnReport => ("rapport-tilbage", false),
        V::Close => ("afslut", false),
        V::Withdraw => ("traek-tilbage", false),
        V::HandOver => return None, // done for a whole unit, on its page
    };
    let label = about(inside, &format!("agreement-do-{}", verb.as_str()), agreement);
    Some(Step { label, href: deed_href(inside, &agreement.number, deed), posts })
}

/// Next year's draft, where this reader may write one and there is none.
fn renew(inside: &Inside, found: &AgreementPage) -> Option<Step> {
    let agreement = &found.shown.agreement;
    let was_in_force = agreement.edition > 0;
    let may = found.parties.decide(&inside.visit.actor, AgreementVerb::Amend).is_ok();
    let has_next = found.shown.successors.iter().any(|next| next.state != AgreementState::Withdrawn);
    (was_in_force && may && !has_next).then(|| Step {
        label: inside.t().say("agreement-do-renew"),
        href: deed_href(inside, &agreement.number, "naeste-aar"),
        posts: false,
    })
}
