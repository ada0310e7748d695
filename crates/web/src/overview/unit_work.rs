//! What a unit has promised, and how it goes: its agreements, its marks over the rounds.

use pejl_app::agreements::{self, AgreementMention};
use pejl_app::rounds::{self, UnitSpread};
use pejl_domain::orgs::Unit;
use pejl_domain::rounds::RoundState;
use pejl_lang::Args;

use crate::ending::Stop;
use crate::inside::Inside;
use crate::marks::{BarPart, LampShown, agreement_sign, bar, lamp};
use crate::voice::capital;

/// The most closed rounds that are shown.
const ROUNDS: i64 = 4;

/// The unit's agreements and its marks.
#[derive(Default)]
pub(super) struct Promised {
    pub agreements: Vec<AgreementShown>,
    pub sight_href: String,
    pub rounds: Vec<RoundShown>,
}

/// An agreement of the unit's, as agent or as principal.
pub(super) struct AgreementShown {
    pub title: String,
    pub href: String,
    pub meta: String,
    pub state: &'static str,
    pub state_word: String,
}

/// A round with the unit's lamp and marks.
pub(super) struct RoundShown {
    pub title: String,
    pub href: String,
    pub lamp: LampShown,
    pub bar: Vec<BarPart>,
    pub label: String,
}

/// Reads it: four statements.
pub(super) async fn promised(inside: &mut Inside, unit: &Unit) -> Result<Promised, Stop> {
    let sight = inside.visit.sight;
    let lamps = inside.voice.model.lamps;
    let agreed = agreements::agreements_of_unit(&mut inside.tx, &sight, unit.id).await?;
    let latest = rounds::lamps(&mut inside.tx, &sight, &[unit.id], lamps).await?;
    let closed = rounds::spreads_of_unit(&mut inside.tx, &sight, unit.id, ROUNDS).await?;
    let running = latest.filter(|(round, _)| round.state != RoundState::Closed).and_then(|(round, rows)| {
        let row = rows.into_iter().next()?;
        let round =
            rounds::RoundMention { id: round.id, spec: round.spec, year: round.year, cut_off: round.cut_off, state: round.state };
        Some(UnitSpread { round, spread: row.spread, lamp: row.lamp })
    });
    Ok(Promised {
        agreements: agreed.iter().map(|one| agreement(inside, unit, one)).collect(),
        sight_href: inside.href(&format!("aftaler/sigtelinje?enhed={}", unit.number())),
        rounds: running.iter().chain(&closed).map(|row| round(inside, unit, row)).collect(),
    })
}

fn agreement(inside: &Inside, unit: &Unit, one: &AgreementMention) -> AgreementShown {
    let t = inside.t();
    let others = if one.principal.id == unit.id {
        one.agents.iter().map(|agent| agent.name.as_str()).collect::<Vec<_>>().join(", ")
    } else {
        one.principal.name.clone()
    };
    let word = capital(&inside.voice.agreement(&one.kind).singular);
    let args = Args::new().text("kind", word).text("years", t.years(one.period)).text("others", others);
    AgreementShown {
        title: t.say_with("overview-unit-agreement", &args),
        href: inside.href(&format!("aftale/{}", one.number)),
        meta: one.number.to_string(),
        state: agreement_sign(one.state),
        state_word: capital(&t.say(&format!("agreement-state-{}", one.state.as_str()))),
    }
}

fn round(inside: &Inside, unit: &Unit, row: &UnitSpread) -> RoundShown {
    RoundShown {
        title: inside.voice.round(&row.round.spec, row.round.year),
        href: inside.href(&format!("opfoelgning/{}/{}?enhed={}", row.round.year, row.round.spec, unit.number())),
        lamp: lamp(inside, row.lamp),
        bar: bar(inside, row.spread),
        label: inside.t().n("overview-follow-up-goals", row.spread.all()),
    }
}
