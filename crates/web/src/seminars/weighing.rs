//! How what is before a seminar is ordered and weighed: proposals, and the objectives and value markers in force.

use axum::Form;
use axum::extract::Path;
use axum::response::Response;
use pejl_app::Ending;
use pejl_app::seminars::{self, SeminarPage, StandingRow};
use pejl_domain::Sentence;
use pejl_domain::seminars::{Move, Outcome, OutcomeName, Proposal, Verdict, VerdictName};
use pejl_kernel::Number;

use super::loading::{changed_meanwhile, form_about, href_of, kept_seminar, place_of, the_proposal};
use crate::chain::field::{Fields, Input, beside_fields};
use crate::ending::Stop;
use crate::forms::{Choice, Faults, Reader, Typed};
use crate::inside::{Inside, deed};
use crate::page::go;
use crate::small_form::SmallForm;

type AtOne = Path<(String, String, String)>;
type Sent = Form<Vec<(String, String)>>;

/// `POST …/forslag/{serial}/flyt`
pub(crate) async fn move_one(mut inside: Inside, Path((_, year, serial)): AtOne, Form(typed): Sent) -> Result<Response, Stop> {
    let found = kept_seminar(&mut inside, &year).await?;
    let typed = Typed(typed);
    let (seminar, id) = (&found.workspace.seminar, the_proposal(&found, &serial)?.proposal.id);
    let way = Move::parse(typed.get("vej")).ok_or(Ending::NotFound)?;
    let moved = deed!(inside, desk => seminars::move_proposal(&mut desk, seminar.id, id, typed.version(), way))?;
    Ok(go(&place_of(&inside, seminar, &moved)))
}

/// What can be said of a proposal.
const OUTCOMES: [OutcomeName; 5] =
    [OutcomeName::Chosen, OutcomeName::Parked, OutcomeName::Merged, OutcomeName::Declined, OutcomeName::Open];

fn weigh_form(inside: &Inside, found: &SeminarPage, proposal: &Proposal, typed: &Typed, faults: &Faults) -> SmallForm {
    let (t, workspace) = (inside.t(), &found.workspace);
    let make = Fields { t, typed, faults };
    let outcomes = OUTCOMES.iter().map(|outcome| {
        let chosen = typed.get("outcome") == outcome.as_str();
        Choice {
            hint: t.say(&format!("seminars-outcome-{}-hint", outcome.as_str())),
            ..Choice::new(outcome.as_str(), t.say(&format!("seminars-outcome-{}", outcome.as_str())), chosen)
        }
    });
    let holds = |outcome: &Outcome| matches!(outcome, Outcome::Open | Outcome::Chosen | Outcome::Parked);
    let others = workspace.listed(proposal.kind, holds).into_iter().filter(|other| other.id != proposal.id);
    let into = std::iter::once(Choice::new("", t.say("common-choose"), false)).chain(others.map(|other| {
        let serial = other.serial.to_string();
        let chosen = typed.get("into") == serial;
        Choice::new(serial, other.content.title.to_string(), chosen)
    }));
    let fields = vec![
        make.named("outcome", "seminars-field-outcome", Input::Radios(outcomes.collect())).required(),
        make.named("into", "seminars-field-into", Input::Select(into.collect())).hint(t.say("seminars-field-into-hint")),
        make.named("because", "seminars-field-because", Input::Area).hint(t.say("seminars-field-because-hint")),
    ];
    let said = [("field-text", proposal.content.text.as_str()), ("field-proposal-why", proposal.content.why.as_str())];
    SmallForm {
        beside: said.iter().filter(|(_, text)| !text.is_empty()).map(|(label, text)| (t.say(label), (*text).to_owned())).collect(),
        version: proposal.version,
        back: place_of(inside, &workspace.seminar, proposal),
        ..form_about(inside, workspace.seminar.year, proposal.content.title.to_string(), fields, faults)
    }
}

/// `GET …/forslag/{serial}/afgoer`
pub(crate) async fn weigh_page(mut inside: Inside, Path((_, year, serial)): AtOne) -> Result<Response, Stop> {
    let found = kept_seminar(&mut inside, &year).await?;
    let proposal = &the_proposal(&found, &serial)?.proposal;
    let mut typed = Typed::default().with("outcome", proposal.outcome.name().as_str());
    match &proposal.outcome {
        Outcome::Merged { into } => {
            let target = found.workspace.proposal(*into).map(|target| target.serial.to_string());
            typed = typed.with("into", target.unwrap_or_default());
        }
        Outcome::Declined { because } => typed = typed.with("because", because.as_str()),
        Outcome::Open | Outcome::Chosen | Outcome::Parked | Outcome::Withdrawn => {}
    }
    Ok(weigh_form(&inside, &found, proposal, &typed, &Faults::default()).show())
}

/// `POST …/forslag/{serial}/afgoer`. The buttons of the workspace send the outcome alone.
pub(crate) async fn weigh(mut inside: Inside, Path((_, year, serial)): AtOne, Form(typed): Sent) -> Result<Response, Stop> {
    let found = kept_seminar(&mut inside, &year).await?;
    let proposal = &the_proposal(&found, &serial)?.proposal;
    let typed = Typed(typed);
    let mut reader = Reader::new(&typed, inside.t(), inside.visit.actor.on);
    let because = reader.prose("because");
    let outcome = reader.chosen("outcome", OutcomeName::parse).and_then(|name| match name {
        OutcomeName::Open => Some(Outcome::Open),
        OutcomeName::Chosen => Some(Outcome::Chosen),
        OutcomeName::Parked => Some(Outcome::Parked),
        OutcomeName::Withdrawn => Some(Outcome::Withdrawn),
        OutcomeName::Declined => Some(Outcome::Declined { because }),
        OutcomeName::Merged => {
            let serial = |text: &str| text.parse::<u32>().ok();
            let target = |text: &str| found.workspace.proposals.iter().find(|p| Some(p.serial) == serial(text)).map(|p| p.id);
            reader.chosen("into", target).map(|into| Outcome::Merged { into })
        }
    });
    let faults = reader.faults;
    let Some(outcome) = outcome.filter(|_| faults.is_empty()) else {
        return Ok(weigh_form(&inside, &found, proposal, &typed, &faults).show());
    };
    let (seminar, id, key) = (&found.workspace.seminar, proposal.id, format!("seminars-outcome-{}-done", outcome.name().as_str()));
    match deed!(inside, desk => seminars::weigh_proposal(&mut desk, seminar.id, id, typed.version(), outcome)) {
        Ok(weighed) => {
            let word = weighed.sentence(seminar, &inside.voice.model, &key);
            Ok(inside.done(&word, &place_of(&inside, seminar, &weighed)).await)
        }
        Err(Ending::Refused(refused)) => {
            Ok(weigh_form(&inside, &found, proposal, &typed, &beside_fields(inside.reasons(&refused))).show())
        }
        Err(Ending::Conflict) => {
            let t = inside.t();
            let now = t.say(&format!("seminars-outcome-{}", proposal.outcome.name().as_str()));
            let form = weigh_form(&inside, &found, proposal, &typed, &Faults::default());
            Ok(changed_meanwhile(&inside, form, vec![(t.say("seminars-field-outcome"), now)]).show())
        }
        Err(ending) => Err(ending.into()),
    }
}

fn the_standing<'p>(found: &'p SeminarPage, number: &str) -> Result<&'p StandingRow, Stop> {
    let number = number.parse::<Number>().map_err(|_| Ending::NotFound)?;
    Ok(found.standing.iter().find(|row| row.element.number == number).ok_or(Ending::NotFound)?)
}

fn standing_form(inside: &Inside, found: &SeminarPage, row: &StandingRow, typed: &Typed, faults: &Faults) -> SmallForm {
    let (t, seminar) = (inside.t(), &found.workspace.seminar);
    let make = Fields { t, typed, faults };
    let verdicts = VerdictName::ALL.iter().map(|verdict| {
        let chosen = typed.get("verdict") == verdict.as_str();
        Choice {
            hint: t.say(&format!("seminars-verdict-{}-hint", verdict.as_str())),
            ..Choice::new(verdict.as_str(), t.say(&format!("seminars-verdict-{}", verdict.as_str())), chosen)
        }
    });
    let fields = vec![
        make.named("verdict", "seminars-field-verdict", Input::Radios(verdicts.collect())).required(),
        make.named("title", "seminars-field-new-title", Input::Line).hint(t.say("seminars-field-new-title-hint")),
        make.named("text", "seminars-field-new-text", Input::Area),
        make.named("because", "seminars-field-because", Input::Area).hint(t.say("seminars-field-end-hint")),
    ];
    SmallForm {
        lead: t.say("seminars-standing-lead"),
        beside: vec![(t.say("seminars-in-force-text"), row.element.content.text.to_string())],
        version: row.standing.version,
        back: href_of(inside, seminar, "#gaeldende"),
        ..form_about(inside, seminar.year, row.element.content.title.to_string(), fields, faults)
    }
}

/// `GET …/gaeldende/{number}`
pub(crate) async fn standing_page(mut inside: Inside, Path((_, year, number)): AtOne) -> Result<Response, Stop> {
    let found = kept_seminar(&mut inside, &year).await?;
    let row = the_standing(&found, &number)?;
    let (mut title, mut text) = (row.element.content.title.to_string(), row.element.content.text.to_string());
    let mut reason = String::new();
    match &row.standing.verdict {
        Verdict::Keep => {}
        Verdict::Reword { title: new, text: words } => (title, text) = (new.to_string(), words.to_string()),
        Verdict::End { because } => reason = because.to_string(),
    }
    let typed = Typed::default()
        .with("verdict", row.standing.verdict.name().as_str())
        .with("title", title)
        .with("text", text)
        .with("because", reason);
    Ok(standing_form(&inside, &found, row, &typed, &Faults::default()).show())
}

/// `POST …/gaeldende/{number}`
pub(crate) async fn standing(mut inside: Inside, Path((_, year, number)): AtOne, Form(typed): Sent) -> Result<Response, Stop> {
    let found = kept_seminar(&mut inside, &year).await?;
    let row = the_standing(&found, &number)?;
    let typed = Typed(typed);
    let mut reader = Reader::new(&typed, inside.t(), inside.visit.actor.on);
    let verdict = reader.chosen("verdict", VerdictName::parse).and_then(|name| match name {
        VerdictName::Keep => Some(Verdict::Keep),
        VerdictName::Reword => reader.line("title").map(|title| Verdict::Reword { title, text: reader.prose("text") }),
        VerdictName::End => Some(Verdict::End { because: reader.prose("because") }),
    });
    let faults = reader.faults;
    let Some(verdict) = verdict.filter(|_| faults.is_empty()) else {
        return Ok(standing_form(&inside, &found, row, &typed, &faults).show());
    };
    let (seminar, element) = (&found.workspace.seminar, row.element.id);
    let key = format!("seminars-verdict-{}-done", verdict.name().as_str());
    match deed!(inside, desk => seminars::weigh_standing(&mut desk, seminar.id, element, typed.version(), verdict)) {
        Ok(_) => {
            let word = Sentence::new(&key).text("title", row.element.content.title.as_str());
            Ok(inside.done(&word, &href_of(&inside, seminar, "#gaeldende")).await)
        }
        Err(Ending::Refused(refused)) => {
            Ok(standing_form(&inside, &found, row, &typed, &beside_fields(inside.reasons(&refused))).show())
        }
        Err(Ending::Conflict) => {
            let t = inside.t();
            let now = t.say(&format!("seminars-verdict-{}", row.standing.verdict.name().as_str()));
            let form = standing_form(&inside, &found, row, &typed, &Faults::default());
            Ok(changed_meanwhile(&inside, form, vec![(t.say("seminars-field-verdict"), now)]).show())
        }
        Err(ending) => Err(ending.into()),
    }
}
