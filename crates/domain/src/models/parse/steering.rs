//! Reads what a model says about the year: agreements, rounds, the wheel, themes, markers, rules, consequences, lamps.

use super::{
    read::{NAME, PROSE, Table},
    sections::{Read, horizon, keyed},
    texts::{both, text, word},
    year,
};
use crate::models::{
    AgreementKind, Consequence, Deadline, HorizonMeant, Key, Lamps, RoundMode, RoundSpec, RuleOfTheGame, Theme, ValueMarkerSpec,
    WheelStep,
    fault::{Entry, FaultKind},
};

const AGREEMENT: &[&str] = &[
    "key",
    "da",
    "en",
    "principal",
    "agent",
    "several-agents",
    "horizon",
    "sections",
    "shows-frame",
    "goals",
    "heard",
    "approves",
    "made-in",
    "follow-up",
    "report",
];

pub(super) fn agreements<'t>(root: &Table<'t>) -> Read<'t, AgreementKind> {
    let entries = keyed(root.tables("agreement", AGREEMENT), Entry::Agreement);
    entries.into_iter().filter_map(|(key, table)| Some((agreement(key, &table)?, table))).collect()
}

fn agreement(key: Key, table: &Table<'_>) -> Option<AgreementKind> {
    let principal = table.must_reference("principal", Entry::Level);
    let agent = table.must_reference("agent", Entry::Level);
    let approves = table.must_reference("approves", Entry::Level);
    let word = word(table, None);
    let read = AgreementKind {
        several_agents: table.yes_no("several-agents").unwrap_or(false),
        horizon: horizon(table).unwrap_or(HorizonMeant { least: 1, most: 1 }),
        sections: table.tables("sections", &["da", "en"]).iter().map(|section| both(section, NAME)).collect(),
        shows_frame: table.yes_no("shows-frame").unwrap_or(false),
        goals: table.range("goals", 0, 999),
        heard: table.choices("heard"),
        made_in: table.reference("made-in", Entry::Step),
        follow_up: text(table, "follow-up", PROSE),
        report: text(table, "report", PROSE),
        key,
        word: word?,
        principal: principal?,
        agent: agent?,
        approves: approves?,
    };
    Some(read)
}

/// A round with its table and the tables of its deadlines.
pub(super) type ReadRound<'t> = (RoundSpec, Table<'t>, Read<'t, Deadline>);

pub(super) fn rounds<'t>(root: &Table<'t>) -> Vec<ReadRound<'t>> {
    let known: &[&str] = &["key", "name", "cut-off", "covers", "mode", "deadlines"];
    let entries = keyed(root.tables("round", known), Entry::Round);
    entries.into_iter().filter_map(|(key, table)| round(key, table)).collect()
}

fn round<'t>(key: Key, table: Table<'t>) -> Option<ReadRound<'t>> {
    if table.is_without("covers") {
        table.fault(table.place("covers"), FaultKind::EmptyList { key: "covers" });
    }
    let mut deadlines = Vec::new();
    for entry in table.tables("deadlines", &["level", "day"]) {
        let (level, day) = (entry.must_reference("level", Entry::Level), entry.day("day"));
        if let (Some(level), Some(day)) = (level, day) {
            deadlines.push((Deadline { level, day }, entry));
        }
    }
    let name = text(&table, "name", NAME);
    let covers = table.choices("covers");
    let mode = table.choice("mode").unwrap_or(RoundMode::All);
    let cut_off = table.day("cut-off")?;
    let plain = deadlines.iter().map(|(deadline, _)| deadline.clone()).collect();
    Some((RoundSpec { key, name, cut_off, covers, mode, deadlines: plain }, table, deadlines))
}

const STEP: &[&str] = &["key", "name", "kind", "actor", "from", "to", "years", "purpose", "result", "needs", "statutory"];

pub(super) fn wheel<'t>(root: &Table<'t>) -> Read<'t, WheelStep> {
    let entries = keyed(root.tables("step", STEP), Entry::Step);
    entries.into_iter().filter_map(|(key, table)| Some((step(key, &table)?, table))).collect()
}

fn step(key: Key, table: &Table<'_>) -> Option<WheelStep> {
    let (name, purpose, result) = (text(table, "name", NAME), text(table, "purpose", PROSE), text(table, "result", PROSE));
    let (kind, actor) = (table.must_choice("kind"), table.must_reference("actor", Entry::Level));
    let (from, to) = (table.day("from"), table.day("to"));
    let needs = table.references("needs", Entry::Step);
    let years = table.numbers("years").iter().filter_map(|year| u8::try_from(year.it).ok()).collect();
    let statutory = table.yes_no("statutory").unwrap_or(false);
    let (kind, actor, from, to) = (kind?, actor?, from?, to?);
    Some(WheelStep { key, name, kind, actor, from, to, years, purpose, result, needs, statutory })
}

pub(super) fn themes<'t>(root: &Table<'t>) -> Read<'t, Theme> {
    let entries = keyed(root.tables("theme", &["key", "name", "question", "years", "agreements"]), Entry::Theme);
    let theme = |key: Key, table: &Table<'_>| {
        let (name, question) = (text(table, "name", NAME), text(table, "question", PROSE));
        let agreements = table.references("agreements", Entry::Agreement);
        Some(Theme { key, name, question, years: table.years("years")?, agreements, letter: None })
    };
    entries.into_iter().filter_map(|(key, table)| Some((theme(key, &table)?, table))).collect()
}

pub(super) fn value_markers(root: &Table<'_>) -> Vec<ValueMarkerSpec> {
    let entries = keyed(root.tables("value-marker", &["key", "name", "text"]), Entry::ValueMarker);
    let marker = |(key, table): (Key, Table<'_>)| ValueMarkerSpec {
        key,
        name: text(&table, "name", NAME),
        text: text(&table, "text", PROSE),
    };
    entries.into_iter().map(marker).collect()
}

pub(super) fn rules(root: &Table<'_>) -> Vec<RuleOfTheGame> {
    let rule = |table: Table<'_>| {
        let unit_kinds = table.references("unit-kinds", Entry::UnitKind);
        let (subject, rule) = (text(&table, "subject", NAME), text(&table, "rule", PROSE));
        Some(RuleOfTheGame { unit_kinds, subject, latitude: table.must_choice("latitude")?, rule })
    };
    root.tables("rule", &["unit-kinds", "subject", "latitude", "rule"]).into_iter().filter_map(rule).collect()
}

pub(super) fn consequences(root: &Table<'_>) -> Vec<Consequence> {
    let entries = keyed(root.tables("consequence", &["key", "name"]), Entry::Consequence);
    entries.into_iter().map(|(key, table)| Consequence { key, name: text(&table, "name", NAME) }).collect()
}

/// Where a model says nothing: a tenth of the goals red is yellow, a quarter is red; half a percent over the corrected
/// budget is yellow, one percent is red.
const STANDARD_LAMPS: Lamps = Lamps { goals_yellow: 10, goals_red: 25, money_yellow: 5, money_red: 10 };

pub(super) fn lamps(root: &Table<'_>) -> Lamps {
    let known: &[&str] = &["goals-yellow", "goals-red", "money-yellow", "money-red"];
    let Some(table) = root.table("lamps", known) else {
        return STANDARD_LAMPS;
    };
    let percent = |key: &str, standard: u8| table.number(key, 0, 100).and_then(|n| u8::try_from(n).ok()).unwrap_or(standard);
    let tenths = |key: &str, standard: u16| table.number(key, 0, 1_000).and_then(|n| u16::try_from(n).ok()).unwrap_or(standard);
    let lamps = Lamps {
        goals_yellow: percent("goals-yellow", STANDARD_LAMPS.goals_yellow),
        goals_red: percent("goals-red", STANDARD_LAMPS.goals_red),
        money_yellow: tenths("money-yellow", STANDARD_LAMPS.money_yellow),
        money_red: tenths("money-red", STANDARD_LAMPS.money_red),
    };
    year::thresholds(&table, "goals-red", i64::from(lamps.goals_yellow), i64::from(lamps.goals_red));
    year::thresholds(&table, "money-red", i64::from(lamps.money_yellow), i64::from(lamps.money_red));
    lamps
}
