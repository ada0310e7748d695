//! The audit trail in words: when, who, what happened, and which fields were what before and after.

use std::collections::BTreeSet;

use jiff::civil::Date;
use pejl_app::shown::AuditLine;
use pejl_domain::FieldChange;
use pejl_domain::models::Key;
use pejl_kernel::{Figure, Ore, PositionId};
use pejl_lang::Args;

use crate::chain::Positions;
use crate::voice::Voice;

/// The field that holds a position.
const RESPONSIBLE: &str = "field-responsible";

/// One line, as a page shows it.
pub(crate) struct Told {
    pub at: String,
    pub at_iso: String,
    /// Who did it, in whose place; the operator's deeds say so.
    pub who: String,
    pub sentence: String,
    pub changes: Vec<Change>,
}

/// One field that changed.
pub(crate) struct Change {
    pub label: String,
    pub before: String,
    pub after: String,
}

/// The positions that lines name: what changed says only their ids.
pub(crate) fn positions_in(lines: &[AuditLine]) -> Vec<PositionId> {
    let changes = lines.iter().flat_map(|line| &line.event.changes).filter(|change| change.field == RESPONSIBLE);
    let named: BTreeSet<PositionId> = changes.flat_map(|c| [&c.before, &c.after]).filter_map(|id| id.parse().ok()).collect();
    named.into_iter().collect()
}

/// One line of a thing's history, as its own page shows it: which fields changed, not what they were.
pub(crate) struct HistoryEntry {
    pub at: String,
    pub at_iso: String,
    pub sentence: String,
    pub note: String,
}

/// A thing's history in the reader's words.
pub(crate) fn entries(voice: &Voice, lines: &[AuditLine]) -> Vec<HistoryEntry> {
    lines.iter().map(|line| entry(voice, line)).collect()
}

fn entry(voice: &Voice, line: &AuditLine) -> HistoryEntry {
    let t = voice.speech;
    let who = line.person.clone().unwrap_or_else(|| t.say("chain-by-operator"));
    let args = Args::new().text("when", t.date_time(line.at)).text("who", who);
    let fields: Vec<String> = line.event.changes.iter().map(|change| label(voice, &change.field)).collect();
    HistoryEntry {
        at: match &line.standing_in_for {
            Some(other) => t.say_with("chain-history-stand-in", &args.text("other", other)),
            None => t.say_with("chain-history-by", &args),
        },
        at_iso: line.at.to_string(),
        sentence: voice.tell(&line.event.sentence),
        note: if fields.is_empty() { String::new() } else { t.a("chain-history-changed", "fields", t.and_list(&fields)) },
    }
}

fn label(voice: &Voice, field: &str) -> String {
    if voice.speech.has(field) { voice.speech.say(field) } else { field.to_owned() }
}

/// A line in the reader's words. For a line that no position is named in.
pub(crate) fn told(voice: &Voice, line: &AuditLine) -> Told {
    told_with(voice, &Positions::new(), line)
}

/// A line in the reader's words, with what the positions in it are called.
pub(crate) fn told_with(voice: &Voice, positions: &Positions, line: &AuditLine) -> Told {
    let t = voice.speech;
    let who = match (&line.person, &line.standing_in_for) {
        (Some(person), Some(other)) => t.say_with("role-standing-in", &Args::new().text("name", person).text("other", other)),
        (Some(person), None) => person.clone(),
        (None, _) => t.say("audit-operator"),
    };
    Told {
        at: t.date_time(line.at),
        at_iso: line.at.to_string(),
        who,
        sentence: voice.tell(&line.event.sentence),
        changes: line.event.changes.iter().map(|c| changed(voice, positions, c)).collect(),
    }
}

/// A field before and after, in the reader's words.
pub(crate) fn change(voice: &Voice, change: &FieldChange) -> Change {
    changed(voice, &Positions::new(), change)
}

fn changed(voice: &Voice, positions: &Positions, change: &FieldChange) -> Change {
    let value = |text: &str| value(voice, positions, &change.field, text);
    Change { label: label(voice, &change.field), before: value(&change.before), after: value(&change.after) }
}

/// Dates and amounts come in machine form, the model's entries as their keys, a position as its id, and a choice among fixed words as
/// its catalogue key.
fn value(voice: &Voice, positions: &Positions, field: &str, text: &str) -> String {
    let t = voice.speech;
    if field == RESPONSIBLE
        && let Ok(id) = text.parse::<PositionId>()
    {
        return positions.get(&id).cloned().unwrap_or_else(|| t.say("chain-position-elsewhere"));
    }
    match (field, Key::parse(text)) {
        ("unit-level", Some(key)) => return voice.level(&key),
        ("unit-kind", Some(key)) => return voice.unit_kind(&key),
        ("unit-function", _) if !text.is_empty() => return t.say(&format!("unit-function-{text}")),
        _ => {}
    }
    let amount = match field {
        "field-frame" => text.parse::<Figure>().ok().map(|kroner| Ore(kroner.stored() / 100)),
        "field-cost" => text.parse::<i64>().ok().map(Ore),
        _ => None,
    };
    if let Some(amount) = amount {
        return t.kroner(amount);
    }
    if text.len() == 10
        && let Ok(day) = text.parse::<Date>()
    {
        return t.date(day);
    }
    if text.contains('-') && t.has(text) { t.say(text) } else { text.to_owned() }
}
