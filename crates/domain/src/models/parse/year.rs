//! Whether a model's year can be lived: rounds that run upwards, steps inside their year and after those they need,
//! themes inside the term, lamps that turn yellow before red.

use pejl_kernel::Years;

use super::{
    chain::{Ladder, circles},
    read::Table,
    sections::Read,
    steering::ReadRound,
};
use crate::models::{Key, Theme, WheelStep, YearDay, fault::FaultKind};

/// Every round: cut off within the year, reported afterwards, lower levels before upper ones.
pub(super) fn rounds(rounds: &[ReadRound<'_>], ladder: &Ladder) {
    for (round, table, deadlines) in rounds {
        if round.cut_off.years_on > 0 {
            table.fault(table.place("cut-off"), FaultKind::CutOffNextYear);
        }
        for (at, (deadline, entry)) in deadlines.iter().enumerate() {
            let earlier = deadlines.iter().take(at).find(|(other, _)| other.level == deadline.level);
            if let Some((_, first)) = earlier {
                let kind = FaultKind::ListedTwice { value: deadline.level.to_string() };
                entry.fault_also(entry.place("level"), first.place("level"), kind);
            }
            if deadline.day < round.cut_off {
                let kind =
                    FaultKind::DeadlineBeforeCutOff { level: deadline.level.clone(), day: deadline.day, cut_off: round.cut_off };
                entry.fault_also(entry.place("day"), table.place("cut-off"), kind);
            }
            let waits_for = |lower: &Key| ladder.is_above(&deadline.level, lower);
            let too_late = deadlines.iter().find(|(lower, _)| waits_for(&lower.level) && deadline.day < lower.day);
            if let Some((lower, lower_entry)) = too_late {
                let kind = FaultKind::DeadlinesOutOfOrder { upper: deadline.level.clone(), lower: lower.level.clone() };
                entry.fault_also(entry.place("day"), lower_entry.place("day"), kind);
            }
        }
    }
}

/// Every step: inside its year, in years the term has, after the steps it needs.
pub(super) fn wheel(steps: &Read<'_, WheelStep>, term: Option<Years>) {
    let needs = |at: usize| steps.get(at).map(|(step, _)| step.needs.clone()).unwrap_or_default();
    let keys: Vec<&Key> = steps.iter().map(|(step, _)| &step.key).collect();
    let rings = circles(&keys, needs);
    for (at, path) in &rings {
        if let Some((_, table)) = steps.get(*at) {
            table.fault(table.place("needs"), FaultKind::StepCircle { path: path.clone() });
        }
    }
    let places: std::collections::HashMap<&Key, usize> = keys.iter().enumerate().map(|(i, key)| (*key, i)).collect();
    for (step, table) in steps {
        // A step may run over New Year (aftaler laves november–januar), but not begin in a year that is not its own.
        let a_year_on = YearDay { years_on: 1, ..step.from };
        if step.from.years_on > 0 {
            table.fault(table.place("from"), FaultKind::StepOutsideYear { step: step.key.clone() });
        } else if step.to > a_year_on {
            table.fault(table.place("to"), FaultKind::StepOutsideYear { step: step.key.clone() });
        } else if step.to < step.from {
            let kind = FaultKind::StepEndsBeforeItBegins { from: step.from, to: step.to };
            table.fault_also(table.place("to"), table.place("from"), kind);
        }
        years(table, term);
        for key in &step.needs {
            let in_a_ring = rings.iter().any(|(_, path)| path.contains(&step.key) && path.contains(key));
            let needed = places.get(key).and_then(|at| steps.get(*at));
            if let Some((needed, needed_table)) = needed
                && !in_a_ring
                && comes_later(needed, step)
            {
                let kind = FaultKind::NeedsLaterStep { step: step.key.clone(), needs: key.clone() };
                table.fault_also(table.item_place("needs", key.as_str()), needed_table.place("from"), kind);
            }
        }
    }
}

fn years(table: &Table<'_>, term: Option<Years>) {
    let Some(term) = term else { return };
    let most = i64::from(term.to - term.from) + 1;
    for year in table.numbers("years") {
        if !(1..=most).contains(&year.it) {
            table.fault(year.span, FaultKind::YearOutsideTerm { year: year.it, term });
        }
    }
}

/// Whether what is needed begins after the step that needs it. Where both are held in some years only, a step of the
/// term's first year is early enough for one of its third, whatever their months.
fn comes_later(needed: &WheelStep, step: &WheelStep) -> bool {
    if needed.from.years_on > 0 || step.from.years_on > 0 {
        return false; // outside their year, which is said already
    }
    match (needed.years.iter().min(), needed.years.iter().max(), step.years.iter().min(), step.years.iter().max()) {
        (Some(_), Some(last), Some(first), Some(_)) if last < first => false,
        (Some(first), Some(_), Some(_), Some(last)) if first > last => true,
        _ => needed.from > step.from,
    }
}

/// Every theme is asked in years of the term.
pub(super) fn themes(themes: &Read<'_, Theme>, term: Option<Years>) {
    let Some(term) = term else { return };
    for (theme, table) in themes {
        if !(term.contains(theme.years.from) && term.contains(theme.years.to)) {
            table.fault(table.place("years"), FaultKind::ThemeOutsideTerm { years: theme.years, term });
        }
    }
}

/// Yellow before red.
pub(super) fn thresholds(table: &Table<'_>, key: &'static str, yellow: i64, red: i64) {
    if red <= yellow {
        table.fault(table.place(key), FaultKind::ThresholdsOutOfOrder { yellow, red });
    }
}
