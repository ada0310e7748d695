//! A meeting of a committee with two schools, and the ids that it is about.

use std::sync::LazyLock;

use jiff::civil::date;
use pejl_domain::Refused;
use pejl_domain::meetings::deeds::UnitMeant;
use pejl_domain::meetings::talk::{Said, Worded};
use pejl_domain::meetings::*;
use pejl_domain::models::{Key, Model, parse};
use pejl_domain::rounds::Stamp;
use pejl_kernel::ids::{ContributionId, DraftId, MeetingId, PersonId, UnitId};
use pejl_kernel::{Line, Prose, SequenceMint};

pub fn key(text: &str) -> Key {
    Key::parse(text).unwrap()
}

pub fn line<const MOST: usize>(text: &str) -> Line<MOST> {
    Line::parse(text).unwrap()
}

pub fn prose<const MOST: usize>(text: &str) -> Prose<MOST> {
    Prose::parse(text).unwrap()
}

pub fn unit(n: u64) -> UnitId {
    UnitId::new(&SequenceMint::after(1000 + n))
}

pub fn person(n: u64) -> PersonId {
    PersonId::new(&SequenceMint::after(2000 + n))
}

pub fn contribution(n: u64) -> ContributionId {
    ContributionId::new(&SequenceMint::after(3000 + n))
}

pub fn draft_id(n: u64) -> DraftId {
    DraftId::new(&SequenceMint::after(4000 + n))
}

pub fn stamp() -> Stamp {
    Stamp { person: person(1), standing_in_for: None, at: "2020-01-20T15:30:00Z".parse().unwrap() }
}

/// A small sound model; its only kind of unit is a school.
pub fn model() -> Model {
    static MODEL: LazyLock<Model> = LazyLock::new(|| parse::parse("sound.toml", include_str!("../models/sound.toml")).unwrap());
    MODEL.clone()
}

/// The key of the model's first kind of unit.
pub fn school() -> Key {
    model().unit_kinds[0].key.clone()
}

pub fn content(form: Form, units: &[u64]) -> MeetingContent {
    MeetingContent {
        title: line("Dialogmøde med skolerne"),
        year: 2020,
        step: None,
        form,
        grounds: prose("Skolerne deler vilkår."),
        kind: Some(school()),
        area: prose(""),
        theme: prose("Vejen til skole"),
        facilitation: prose(""),
        on: Some(date(2020, 1, 20)),
        begins: Some("15.30".parse().unwrap()),
        place: prose("Aulaen"),
        hosts: vec![unit(1)],
        units: units.iter().map(|n| unit(*n)).collect(),
        agenda: vec![
            AgendaItem { item: 1, title: line("Opfølgning"), minutes: 15, lead: prose("") },
            AgendaItem { item: 2, title: line("Skolerne fortæller"), minutes: 40, lead: prose("") },
        ],
    }
}

/// A unit that is a school, or is of no kind.
pub fn meant(n: u64, is_school: bool) -> UnitMeant {
    UnitMeant { id: unit(n), name: format!("Enhed {n}"), kind: is_school.then(school) }
}

pub fn planned(form: Form, units: &[u64]) -> Meeting {
    Meeting::plan(MeetingId::new(&SequenceMint::after(1)), 7, &model(), content(form, units)).unwrap().0
}

/// Planned, with the form that is proposed chosen.
pub fn chosen(form: Form, units: &[u64]) -> Meeting {
    planned(form, units).choose_form(Choice { form, note: prose(""), stamp: stamp() }).unwrap().0
}

pub fn invited() -> Meeting {
    chosen(Form::Alike, &[11, 12]).invite(&[meant(11, true), meant(12, true)]).unwrap().0
}

pub fn running() -> Meeting {
    invited().start(date(2020, 1, 20)).unwrap().0
}

/// A meeting in any state, by the deeds that lead there.
pub fn at(state: MeetingState) -> Meeting {
    let ended = || running().end().unwrap().0;
    let out = || ended().circulate(1).unwrap().0;
    match state {
        MeetingState::Planned => planned(Form::Alike, &[11, 12]),
        MeetingState::Invited => invited(),
        MeetingState::Running => running(),
        MeetingState::MinutesDraft => ended(),
        MeetingState::ForComments => out(),
        MeetingState::Amended => out().amend().unwrap().0,
        MeetingState::Approved => out().amend().unwrap().0.approve().unwrap().0,
        MeetingState::Cancelled => invited().cancel(prose("Sne.")).unwrap().0,
    }
}

pub fn said(n: u64) -> Said {
    Said {
        key: line(&format!("linje-{n}")),
        item: Some(2),
        speaker: Speaker::Unit,
        unit: Some(unit(11)),
        text: line("Børn står alene i frikvarteret."),
    }
}

pub fn worded(title: &str, from: &[u64]) -> Worded {
    Worded {
        key: line("udkast-1"),
        title: line(title),
        text: prose("Hvert barn hører til et sted."),
        from: from.iter().map(|n| contribution(*n)).collect(),
    }
}

/// The keys of a refusal's reasons, with the field each stands beside.
pub fn why<T: std::fmt::Debug>(outcome: Result<T, Refused>) -> Vec<(&'static str, String)> {
    outcome.unwrap_err().reasons.into_iter().map(|r| (r.field.unwrap_or_default(), r.sentence.key)).collect()
}
