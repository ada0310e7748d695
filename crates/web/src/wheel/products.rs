//! What a step has come to, as its page names it: the seminar, meetings, rounds, agreements and decisions that exist. Another
//! subject that knows the step it belongs to adds its own list here.

use pejl_app::meetings::{self, MeetingRow};
use pejl_app::seminars;
use pejl_app::wheel::{self, CameOf, DecidedRow};
use pejl_domain::meetings::MeetingState;
use pejl_domain::models::StepKind;
use pejl_domain::seminars::{SeminarState, seminar_step};
use pejl_domain::wheel::{Laid, step};
use pejl_lang::Args;

use crate::chain::element_href;
use crate::ending::Stop;
use crate::inside::Inside;
use crate::voice::capital;

/// One kind of thing that a step has come to.
pub(super) struct Product {
    pub heading: String,
    pub items: Vec<Item>,
    /// How many more there are; empty where all are shown.
    pub more: String,
}

/// One thing.
pub(super) struct Item {
    pub label: String,
    /// Empty where it has no page of its own.
    pub href: String,
    pub about: String,
    /// What it put in force: title and address.
    pub adopted: Vec<(String, String)>,
}

/// Everything a step has come to, in the order of the chain of work: what was reported, agreed, decided.
pub(super) async fn products(inside: &mut Inside, of: &Laid) -> Result<Vec<Product>, Stop> {
    let model = std::sync::Arc::clone(&inside.voice.model);
    let came = wheel::came_of(&mut inside.tx, &inside.visit.sight, &model, of).await?;
    let all = [
        seminar(inside, of).await?,
        held(inside, of).await?,
        rounds(inside, &came),
        agreements(inside, &came),
        decisions(inside, &came),
    ];
    Ok(all.into_iter().filter(|product| !product.items.is_empty()).collect())
}

/// The goal seminar of the step. One statement, where the step is one.
async fn seminar(inside: &mut Inside, of: &Laid) -> Result<Product, Stop> {
    let heading = inside.t().say("overview-seminars");
    let is_one = seminar_step(&inside.voice.model).is_some_and(|step| step.key == of.step);
    if !is_one {
        return Ok(Product { heading, items: Vec::new(), more: String::new() });
    }
    let rows = seminars::seminars(&mut inside.tx, &inside.visit.sight).await?;
    let t = inside.t();
    let here = rows.iter().filter(|row| row.seminar.year == of.year && row.seminar.state != SeminarState::Cancelled);
    let item = |row: &seminars::SeminarRow| Item {
        label: t.a("wheel-came-seminar", "year", row.seminar.year),
        href: inside.href(&format!("maalseminar/{}", row.seminar.year)),
        about: capital(&t.say(&format!("seminar-state-{}", row.seminar.state.as_str()))),
        adopted: Vec::new(),
    };
    Ok(Product {
        heading,
        items: here.filter(|row| seminars::may_see(&inside.visit.actor, &row.seminar).is_ok()).map(item).collect(),
        more: String::new(),
    })
}

/// The dialogue meetings of the step. One statement, where it is one of meeting.
async fn held(inside: &mut Inside, of: &Laid) -> Result<Product, Stop> {
    let heading = inside.t().say("meetings-room-dialogue");
    let is_one =
        step(&inside.voice.model, &of.step).is_some_and(|step| matches!(step.kind, StepKind::Dialogue | StepKind::Meeting));
    if !is_one {
        return Ok(Product { heading, items: Vec::new(), more: String::new() });
    }
    let rows = meetings::meetings(&mut inside.tx, &inside.visit.sight).await?;
    let t = inside.t();
    let is_here =
        |row: &&MeetingRow| row.year == of.year && row.step.as_ref() == Some(&of.step) && row.state != MeetingState::Cancelled;
    let item = |row: &MeetingRow| Item {
        label: row.title.clone(),
        href: inside.href(&format!("moeder/{}", row.serial)),
        about: row.on.map(|on| t.date(on)).unwrap_or_default(),
        adopted: Vec::new(),
    };
    Ok(Product { heading, items: rows.iter().filter(is_here).map(item).collect(), more: String::new() })
}

fn rounds(inside: &Inside, came: &CameOf) -> Product {
    let t = inside.t();
    let item = |row: &pejl_app::rounds::RoundRow| Item {
        label: inside.voice.round(&row.round.spec, row.round.year),
        href: inside.href(&format!("opfoelgning/{}/{}", row.round.year, row.round.spec)),
        about: capital(&t.say(&format!("round-state-{}", row.round.state.as_str()))),
        adopted: Vec::new(),
    };
    Product { heading: t.say("wheel-came-rounds"), items: came.rounds.iter().map(item).collect(), more: String::new() }
}

fn agreements(inside: &Inside, came: &CameOf) -> Product {
    let (t, made) = (inside.t(), &came.agreements);
    let item = |agreement: &pejl_app::agreements::AgreementMention| Item {
        label: inside.voice.agreement_line(
            &agreement.kind,
            agreement.period,
            agreement.agents.iter().map(|unit| unit.name.as_str()),
        ),
        href: inside.href(&format!("aftale/{}", agreement.number)),
        about: capital(&t.say(&format!("agreement-state-{}", agreement.state.as_str()))),
        adopted: Vec::new(),
    };
    let args = Args::new().count("total", made.total).count("approved", made.approved);
    let rest = made.total.saturating_sub(made.some.len());
    Product {
        heading: t.say_with("wheel-came-agreements", &args),
        items: made.some.iter().map(item).collect(),
        more: if rest > 0 { t.n("wheel-came-more", rest) } else { String::new() },
    }
}

fn decisions(inside: &Inside, came: &CameOf) -> Product {
    let t = inside.t();
    let item = |row: &DecidedRow| {
        let decision = &row.decision.decision;
        let args = Args::new()
            .text("body", &row.decision.body)
            .text("date", t.date(decision.on))
            .text("case", decision.case_number.as_str());
        Item {
            label: decision.text.to_string(),
            href: String::new(),
            about: t.say_with("wheel-came-decided", &args),
            adopted: row.adopted.iter().map(|e| (e.title.clone(), element_href(inside, &e.number))).collect(),
        }
    };
    Product { heading: t.say("wheel-came-decisions"), items: came.decisions.iter().map(item).collect(), more: String::new() }
}
