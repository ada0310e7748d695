//! Putting a proposal before a seminar, wording it anew, taking it back.

use axum::Form;
use axum::extract::Path;
use axum::response::Response;
use pejl_app::Ending;
use pejl_app::seminars::{self, NewProposal, SeminarPage};
use pejl_domain::seminars::{Proposal, ProposalContent, ProposalKind, spec_of};
use pejl_policy::Action;

use super::loading::{changed_meanwhile, form_about, href_of, place_of, the_proposal, the_seminar};
use crate::chain::field::{Field, Fields, Input, beside_fields};
use crate::ending::Stop;
use crate::forms::{Choice, Faults, Reader, Typed};
use crate::inside::{Inside, deed, only_if_may};
use crate::orgs::unit_serial;
use crate::small_form::SmallForm;
use crate::voice::capital;

type At = Path<(String, String)>;
type AtOne = Path<(String, String, String)>;
type Sent = Form<Vec<(String, String)>>;

/// The fields that every proposal is worded in.
fn worded(make: &Fields<'_>, inside: &Inside) -> Vec<Field> {
    let t = inside.t();
    vec![
        make.named("title", "field-title", Input::Line).hint(t.say("seminars-field-title-hint")).required(),
        make.named("text", "field-text", Input::Area).hint(t.say("seminars-field-text-hint")),
        make.named("why", "field-proposal-why", Input::Area).hint(t.say("seminars-field-why-hint")),
        make.named("group", "field-proposal-group", Input::Short).hint(t.say("seminars-field-group-hint")),
    ]
}

/// What was typed in them; nothing where one of them has a fault.
fn read_words(reader: &mut Reader<'_>) -> Option<(ProposalContent, pejl_kernel::Prose<60>)> {
    let (title, text, why, group) = (reader.line("title"), reader.prose("text"), reader.prose("why"), reader.prose("group"));
    let title = title.filter(|_| reader.faults.is_empty())?;
    Some((ProposalContent { title, text, why }, group))
}

fn kinds(inside: &Inside, typed: &Typed) -> Vec<Choice> {
    let specs = ProposalKind::ALL.iter().filter_map(|kind| Some((*kind, spec_of(&inside.voice.model, *kind)?)));
    let chosen = if typed.get("kind").is_empty() { ProposalKind::Objective.as_str() } else { typed.get("kind") };
    specs
        .map(|(kind, spec)| Choice {
            hint: inside.voice.spec(spec).explanation.clone(),
            ..Choice::new(kind.as_str(), capital(&inside.voice.spec(spec).singular), chosen == kind.as_str())
        })
        .collect()
}

/// The units a proposal can come from: one's own first, and for whoever keeps seminars every other.
fn units(inside: &Inside, found: &SeminarPage, typed: &Typed) -> Vec<Choice> {
    let posts = &inside.visit.actor.posts;
    let is_own = |id| posts.iter().any(|post| post.unit == id);
    let keeps = seminars::may_keep(&inside.visit.actor);
    let own = found.units.iter().filter(|unit| is_own(unit.id));
    let others = found.units.iter().filter(|unit| keeps && !is_own(unit.id));
    let choice = |unit: &pejl_app::shown::UnitInLine| {
        let number = format!("E-{}", unit.serial);
        let chosen = number == typed.get("unit");
        Choice::new(number, unit.name.clone(), chosen)
    };
    own.chain(others).map(choice).collect()
}

fn new_form(inside: &Inside, found: &SeminarPage, typed: &Typed, faults: &Faults) -> SmallForm {
    let (t, seminar) = (inside.t(), &found.workspace.seminar);
    let make = Fields { t, typed, faults };
    let mut fields = Vec::new();
    let kinds = kinds(inside, typed);
    if kinds.len() > 1 {
        fields.push(make.named("kind", "seminars-field-kind", Input::Radios(kinds)).required());
    }
    fields.extend(worded(&make, inside));
    let from = units(inside, found, typed);
    fields.push(make.named("unit", "seminars-field-unit", Input::Select(from)).required());
    SmallForm {
        lead: t.say("seminars-propose-lead"),
        submit: t.say("seminars-propose-do"),
        ..form_about(inside, seminar.year, t.say("seminars-propose"), fields, faults)
    }
}

/// `GET …/forslag/nyt`
pub(crate) async fn new_page(mut inside: Inside, Path((_, year)): At) -> Result<Response, Stop> {
    only_if_may(&inside, Action::GiveProposal).await?;
    let found = the_seminar(&mut inside, &year).await?;
    Ok(new_form(&inside, &found, &Typed::default(), &Faults::default()).show())
}

/// `POST …/forslag/nyt`
pub(crate) async fn give(mut inside: Inside, Path((_, year)): At, Form(typed): Sent) -> Result<Response, Stop> {
    only_if_may(&inside, Action::GiveProposal).await?;
    let found = the_seminar(&mut inside, &year).await?;
    let typed = Typed(typed);
    let mut reader = Reader::new(&typed, inside.t(), inside.visit.actor.on);
    let kind =
        if typed.get("kind").is_empty() { Some(ProposalKind::Objective) } else { reader.chosen("kind", ProposalKind::parse) };
    let serial = |text: &str| unit_serial(text).and_then(|serial| found.units.iter().find(|unit| unit.serial == serial));
    let unit = reader.chosen("unit", serial);
    let words = read_words(&mut reader);
    let faults = reader.faults;
    let (Some(kind), Some(unit), Some((content, group))) = (kind, unit, words) else {
        return Ok(new_form(&inside, &found, &typed, &faults).show());
    };
    let new = NewProposal { kind, content, group, unit: unit.id };
    let id = found.workspace.seminar.id;
    match deed!(inside, desk => seminars::give_proposal(&mut desk, id, new)) {
        Ok(proposal) => done(&inside, &found, "seminars-propose-done", &proposal).await,
        Err(Ending::Refused(refused)) => Ok(new_form(&inside, &found, &typed, &beside_fields(inside.reasons(&refused))).show()),
        Err(ending) => Err(ending.into()),
    }
}

async fn done(inside: &Inside, found: &SeminarPage, key: &str, proposal: &Proposal) -> Result<Response, Stop> {
    let seminar = &found.workspace.seminar;
    let word = proposal.sentence(seminar, &inside.voice.model, key);
    Ok(inside.done(&word, &place_of(inside, seminar, proposal)).await)
}

fn edit_form(inside: &Inside, found: &SeminarPage, proposal: &Proposal, typed: &Typed, faults: &Faults) -> SmallForm {
    let (t, seminar) = (inside.t(), &found.workspace.seminar);
    let fields = worded(&Fields { t, typed, faults }, inside);
    SmallForm {
        version: proposal.version,
        back: place_of(inside, seminar, proposal),
        ..form_about(inside, seminar.year, t.say("seminars-edit-proposal"), fields, faults)
    }
}

/// `GET …/forslag/{serial}/ret`
pub(crate) async fn edit_page(mut inside: Inside, Path((_, year, serial)): AtOne) -> Result<Response, Stop> {
    only_if_may(&inside, Action::GiveProposal).await?;
    let found = the_seminar(&mut inside, &year).await?;
    let proposal = &the_proposal(&found, &serial)?.proposal;
    let typed = Typed::default()
        .with("title", proposal.content.title.as_str())
        .with("text", proposal.content.text.as_str())
        .with("why", proposal.content.why.as_str())
        .with("group", proposal.group.as_str());
    Ok(edit_form(&inside, &found, proposal, &typed, &Faults::default()).show())
}

/// `POST …/forslag/{serial}/ret`
pub(crate) async fn edit(mut inside: Inside, Path((_, year, serial)): AtOne, Form(typed): Sent) -> Result<Response, Stop> {
    only_if_may(&inside, Action::GiveProposal).await?;
    let found = the_seminar(&mut inside, &year).await?;
    let proposal = &the_proposal(&found, &serial)?.proposal;
    let typed = Typed(typed);
    let mut reader = Reader::new(&typed, inside.t(), inside.visit.actor.on);
    let words = read_words(&mut reader);
    let faults = reader.faults;
    let Some((content, group)) = words else {
        return Ok(edit_form(&inside, &found, proposal, &typed, &faults).show());
    };
    let (seminar, id) = (found.workspace.seminar.id, proposal.id);
    match deed!(inside, desk => seminars::edit_proposal(&mut desk, seminar, id, typed.version(), content, group)) {
        Ok(changed) => done(&inside, &found, "seminars-edit-done", &changed).await,
        Err(Ending::Refused(refused)) => {
            Ok(edit_form(&inside, &found, proposal, &typed, &beside_fields(inside.reasons(&refused))).show())
        }
        Err(Ending::Conflict) => {
            let (t, now) = (inside.t(), &proposal.content);
            let theirs =
                [("field-title", now.title.as_str()), ("field-text", now.text.as_str()), ("field-proposal-why", now.why.as_str())];
            let theirs = theirs.into_iter().map(|(label, text)| (t.say(label), text.to_owned())).collect();
            let form = edit_form(&inside, &found, proposal, &typed, &Faults::default());
            Ok(changed_meanwhile(&inside, form, theirs).show())
        }
        Err(ending) => Err(ending.into()),
    }
}

/// `POST …/forslag/{serial}/tag-tilbage`
pub(crate) async fn take_back(mut inside: Inside, Path((_, year, serial)): AtOne, Form(typed): Sent) -> Result<Response, Stop> {
    let found = the_seminar(&mut inside, &year).await?;
    let (seminar, id) = (&found.workspace.seminar, the_proposal(&found, &serial)?.proposal.id);
    let taken = deed!(inside, desk => seminars::take_back_proposal(&mut desk, seminar.id, id, Typed(typed).version()))?;
    let word = taken.sentence(seminar, &inside.voice.model, "seminars-take-back-done");
    Ok(inside.done(&word, &href_of(&inside, seminar, "")).await)
}
