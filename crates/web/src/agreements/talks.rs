//! The negotiation about an agreement's goals, as its page and the form of an answer show it.

use pejl_app::agreements::{AgreementPage, CounterRow};
use pejl_domain::agreements::{AgreementVerb, Proposal};
use pejl_domain::chain::Content;
use pejl_lang::{Args, Speech};

use super::loading::deed_href;
use crate::chain::element_href;
use crate::chain::said::figure;
use crate::inside::Inside;

/// A counter-proposal in the thread.
pub(super) struct Talk {
    pub number: String,
    pub title: String,
    pub href: String,
    pub field: String,
    pub said: String,
    pub at_iso: String,
    pub before: String,
    pub after: String,
    pub because: String,
    pub state: String,
    pub answered: String,
    pub agreed: String,
    pub answer: String,
    /// Where this reader answers it.
    pub answer_href: Option<String>,
    /// Where this reader takes it back, with the version it was read at.
    pub take_back: Option<(String, i64)>,
}

/// The thread: what waits for an answer first, then the newest.
pub(super) fn thread(inside: &Inside, found: &AgreementPage) -> Vec<Talk> {
    let mut rows: Vec<&CounterRow> = found.shown.counters.iter().collect();
    rows.sort_by_key(|row| (!row.counter.is_open(), std::cmp::Reverse(row.counter.at)));
    rows.into_iter().map(|row| talk(inside, found, row)).collect()
}

/// One of them.
pub(super) fn talk(inside: &Inside, found: &AgreementPage, row: &CounterRow) -> Talk {
    let (t, counter) = (inside.t(), &row.counter);
    let goal = found.shown.goals.iter().map(|here| &here.element).find(|goal| goal.id == counter.goal);
    let content = goal.map(|goal| &goal.content);
    let value = |proposal: &Proposal| said(t, content, proposal);
    let negotiates = found.may.contains(&AgreementVerb::Negotiate) && counter.is_open();
    let href = deed_href(inside, &found.shown.agreement.number, &format!("modforslag/{}", counter.id));
    let side = t.say(&format!("side-{}", counter.side.as_str()));
    let args =
        Args::new().text("who", &row.by).text("side", side).text("date", t.date(pejl_kernel::clock::danish_date(counter.at)));
    let answered = match (&row.answered_by, &counter.answered) {
        (Some(by), Some((_, at))) => {
            let args = Args::new().text("who", by).text("date", t.date(pejl_kernel::clock::danish_date(*at)));
            t.say_with("agreement-counter-answered", &args)
        }
        _ => String::new(),
    };
    Talk {
        number: goal.map(|goal| goal.number.to_string()).unwrap_or_default(),
        title: goal.map(|goal| goal.content.title.to_string()).unwrap_or_default(),
        href: goal.map(|goal| element_href(inside, &goal.number)).unwrap_or_default(),
        field: field(t, content, &counter.proposal),
        said: t.say_with("agreement-counter-by", &args),
        at_iso: counter.at.to_string(),
        before: value(&counter.instead_of),
        after: value(&counter.proposal),
        because: counter.because.to_string(),
        state: crate::voice::capital(&t.say(&format!("counter-state-{}", counter.state.as_str()))),
        answered,
        agreed: counter.agreed.as_ref().map(value).unwrap_or_default(),
        answer: counter.answer.to_string(),
        answer_href: (negotiates && found.side == Some(counter.side.other())).then(|| href.clone()),
        take_back: (negotiates && found.side == Some(counter.side)).then(|| (format!("{href}/tilbage"), counter.version)),
    }
}

/// What a proposal says, in words; nothing stood where it is empty.
pub(super) fn said(t: Speech, content: Option<&Content>, proposal: &Proposal) -> String {
    let or_none = |text: Option<String>| text.unwrap_or_else(|| t.say("common-not-set"));
    match proposal {
        Proposal::Text(text) => text.to_string(),
        Proposal::Target { criterion, value } => {
            let unit = content.and_then(|content| content.goal.criteria.get(*criterion)).map(|c| c.unit.as_str().to_owned());
            or_none(value.map(|value| figure(t, value, &unit.unwrap_or_default())))
        }
        Proposal::Due(day) => or_none(day.map(|day| t.date(day))),
    }
}

/// What a proposal is about: the field, and of a figure which criterion.
pub(super) fn field(t: Speech, content: Option<&Content>, proposal: &Proposal) -> String {
    let word = t.say(&format!("agreement-counter-{}", proposal.field()));
    match proposal {
        Proposal::Text(_) | Proposal::Due(_) => word,
        Proposal::Target { criterion, .. } => match content.and_then(|content| content.goal.criteria.get(*criterion)) {
            Some(criterion) => t.say_with("fault-line", &Args::new().text("label", word).text("fault", &criterion.text)),
            None => word,
        },
    }
}
